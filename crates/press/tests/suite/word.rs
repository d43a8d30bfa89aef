//! A file as somebody types it in Word: theme fonts, styles based on others, formatting by hand,
//! breaks and tabs instead of tables.

use std::io::{Cursor, Write};

use chungsuc_press::check::{Part, RuleId};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// What is wrong in it.
pub(crate) const FINDINGS: [(RuleId, Part); 4] = [
    (RuleId::DateZero, Part::Dateline),
    (RuleId::Font, Part::Kind),
    (RuleId::LineSpacing, Part::Body),
    (RuleId::EndMark, Part::Body),
];

/// A notice.
pub(crate) fn by_hand() -> Vec<u8> {
    let parts = [
        ("word/document.xml", document()),
        ("word/styles.xml", styles()),
        (
            "word/theme/theme1.xml",
            "<a:theme xmlns:a=\"a\"><a:majorFont><a:latin typeface=\"Arial\"/></a:majorFont>\
             <a:minorFont><a:latin typeface=\"Times New Roman\"/></a:minorFont></a:theme>"
                .to_owned(),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The heading takes the theme's other font, through the style it is based on.
fn styles() -> String {
    format!(
        "<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/><w:sz w:val=\"28\"/>\
         </w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:pPr><w:spacing \
         w:before=\"120\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Big\"><w:basedOn w:val=\"a\"/><w:rPr><w:b/>\
         <w:rFonts w:asciiTheme=\"majorHAnsi\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Name\"><w:basedOn w:val=\"Big\"/></w:style>\
         </w:styles>"
    )
}

/// A run of a size in half points with marks such as `<w:b/>`.
fn run(size: u8, marks: &str, text: &str) -> String {
    let inner = text.replace('\t', "</w:t><w:tab/><w:t>").replace('\n', "</w:t><w:br/><w:t>");
    format!("<w:r><w:rPr>{marks}<w:sz w:val=\"{size}\"/></w:rPr><w:t>{inner}</w:t></w:r>")
}

fn paragraph(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

fn document() -> String {
    let centre = "<w:jc w:val=\"center\"/>";
    let body = "<w:jc w:val=\"both\"/><w:ind w:firstLine=\"567\"/>";
    let tight = "<w:jc w:val=\"both\"/><w:ind w:firstLine=\"567\"/>\
                 <w:spacing w:line=\"240\" w:lineRule=\"exact\"/>";
    let paragraphs = [
        paragraph(
            centre,
            &run(26, "<w:b/>", "UBND XÃ TƠ TUNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ),
        paragraph(centre, &run(28, "<w:b/>", "\tĐộc lập - Tự do - Hạnh phúc")),
        paragraph(
            centre,
            &(run(26, "", "Số: 12/TB-UBND")
                + &run(26, "<w:i/>", "\tTơ Tung, ngày 9 tháng 3 năm 2023")),
        ),
        paragraph(&format!("<w:pStyle w:val=\"Name\"/>{centre}"), &run(28, "", "THÔNG BÁO")),
        paragraph(centre, &run(28, "<w:b/>", "Về việc họp làng\nvà đăng ký thi đua")),
        paragraph(body, &run(28, "", "Ủy ban nhân dân xã thông báo lịch họp của các làng.")),
        paragraph(tight, &run(28, "", "Các làng chuẩn bị nội dung.")),
        paragraph("", &(run(24, "<w:b/><w:i/>", "Nơi nhận:\t") + &run(28, "<w:b/>", "CHỦ TỊCH"))),
        paragraph("", &run(22, "", "- Các làng;")),
        paragraph("", &(run(22, "", "- Lưu: VT.") + &run(28, "<w:b/>", ""))),
    ];
    format!(
        "<w:document {WORD}><w:body>{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar \
         w:top=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:right=\"1134\"/></w:sectPr></w:body>\
         </w:document>",
        paragraphs.concat()
    )
}
