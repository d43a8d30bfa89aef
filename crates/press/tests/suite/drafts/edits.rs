//! Files as officers, Word and other programs leave them.

use chungsuc_press::template::{Draft, DraftError, Edited, Part, Place, Remark, RemarkKind};
use chungsuc_press::{Align, Emphasis};

use super::{cells, emphatic, sent, texts, whole};
use crate::checks::{DOCUMENT, print, rewritten};
use crate::papers;
use crate::reading::packing::{document, paragraph};

/// The whole draft after something in its file was replaced.
fn edited(from: &str, to: &str) -> Draft {
    let file = rewritten(&sent(&whole(), Some("Quyết định")), DOCUMENT, |text| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    Draft::from_docx(&file).unwrap()
}

/// What a file says whose body is this, beside a paragraph in a style of ours.
fn with(body: &str, parts: &[(&str, &str)]) -> Draft {
    edited_with(body, parts).draft
}

fn edited_with(body: &str, parts: &[(&str, &str)]) -> Edited {
    let own = paragraph("<w:pStyle w:val='x'/>", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let styles = "<w:styles><w:style w:styleId='x'><w:name w:val='Quốc hiệu'/></w:style>\
        <w:style w:styleId='u2'><w:name w:val='heading 2'/></w:style>\
        <w:style w:styleId='a'><w:name w:val='Căn cứ'/></w:style>\
        <w:style w:styleId='b'><w:name w:val='Căn cứ đậm'/><w:basedOn w:val='a'/></w:style>\
        <w:style w:styleId='nn'><w:name w:val='Danh sách nơi nhận'/></w:style>\
        <w:style w:styleId='tpl'><w:name w:val='Tên phụ lục'/></w:style></w:styles>";
    let parts = [&[("styles", styles)], parts].concat();
    Edited::from_docx(&document(&(own + body), &parts)).unwrap()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

#[test]
fn a_mark_may_be_cut_into_runs() {
    let cut = edited(
        "Tặng Giấy khen cho {{số người}} cá nhân.",
        "Tặng Giấy khen cho {</w:t></w:r><w:bookmarkStart w:id='0' w:name='x'/><w:r><w:t>{số\
         </w:t></w:r><w:proofErr w:type='spellStart'/><w:r w:rsidR='0A'><w:rPr><w:b/></w:rPr><w:t>\
         \u{a0}người}}</w:t></w:r><w:bookmarkEnd w:id='0'/><w:r><w:t xml:space='preserve'> cá nhân.",
    );
    assert_eq!(cut, whole());
}

#[test]
fn what_a_running_line_becomes() {
    let cases = [
        (
            "",
            run("Có hai dòng:") + "<w:r><w:br/></w:r>" + &run("- một;"),
            vec![Part::Paragraph("Có hai dòng:".into()), Part::Bullet("một;".into())],
        ),
        ("", run("Điều 12: Thi hành"), vec![Part::Article("Thi hành".into())]),
        ("", run("Điều 12 của Luật"), vec![Part::Paragraph("Điều 12 của Luật".into())]),
        ("", run("– \u{a0}một"), vec![Part::Bullet("một".into())]),
        ("", run("-5 độ"), vec![Part::Paragraph("-5 độ".into())]),
        ("<w:jc w:val='center'/>", run("QUYẾT ĐỊNH:"), vec![Part::Centred("QUYẾT ĐỊNH:".into())]),
        ("<w:pStyle w:val='u2'/>", run("1. Về"), vec![Part::Part("1. Về".into())]),
        ("", run("Hết./."), vec![Part::Paragraph("Hết.".into())]),
        ("", run("{{hết lặp}}./."), vec![Part::Paragraph("{{hết lặp}}".into())]),
        ("", run("Về {{tên}}./."), vec![Part::Paragraph("Về {{tên}}.".into())]),
        ("", run("{{tên}}./."), vec![Part::Paragraph("{{tên}}".into())]),
        (
            "",
            run("{{nếu a}}b{{hết nếu}}./."),
            vec![Part::Paragraph("{{nếu a}}b{{hết nếu}}".into())],
        ),
        ("", run("./."), vec![]),
        ("", run(" \u{a0} "), vec![]),
        // Letters parted from their marks, and what nobody sees.
        ("", run("To\u{31b}\u{200b} Tung"), vec![Part::Paragraph("Tơ Tung".into())]),
        // Tracked changes as if they were accepted.
        (
            "",
            run("Giao ")
                + "<w:ins>"
                + &run("{{tên}}")
                + "</w:ins><w:del><w:r><w:delText>cũ\
             </w:delText></w:r></w:del><w:moveFrom>"
                + &run("đi")
                + "</w:moveFrom>",
            vec![Part::Paragraph("Giao {{tên}}".into())],
        ),
        // The mark of a field is its result, not its code.
        (
            "",
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText>\
             </w:r>"
                .to_owned()
                + &run("xã"),
            vec![Part::Paragraph("xã".into())],
        ),
    ];
    for (properties, runs, wanted) in cases {
        let line = format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>");
        assert_eq!(with(&line, &[]).body, wanted, "{runs}");
    }
}

#[test]
fn a_paragraph_whose_end_was_deleted_goes_on() {
    let first = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>".to_owned()
        + &run("{{tên ")
        + "</w:p>";
    let body = with(&(first + &paragraph("", "phong trào}}")), &[]).body;
    assert_eq!(body, [Part::Paragraph("{{tên phong trào}}".into())]);
}

#[test]
fn real_lists_keep_their_numbers_and_dashes() {
    let level = |at: u8, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>\
             <w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId='0'>{}{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId='1'>{}</w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num></w:numbering>",
        level(0, "bullet", "\u{f0b7}"),
        level(1, "bullet", "o"),
        level(0, "decimal", "%1."),
    );
    let item = |style: &str, list: u8, level: u8, text: &str| {
        let list =
            format!("{style}<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");
        paragraph(&list, text)
    };
    let body = item("", 1, 0, "một")
        + &item("", 1, 1, "hai")
        + &item("<w:pStyle w:val='u2'/>", 2, 0, "Về")
        + &item("", 2, 0, "ba")
        + &item("<w:pStyle w:val='nn'/>", 1, 0, "Lưu: VT.");
    let draft = with(&body, &[("numbering", &numbering)]);
    assert_eq!(
        draft.body,
        [
            Part::Bullet("một".into()),
            Part::Bullet("hai".into()),
            Part::Part("1. Về".into()),
            Part::Paragraph("2. ba".into()),
        ]
    );
    assert_eq!(draft.recipients, ["Lưu: VT"]);
}

#[test]
fn a_style_of_an_officer_is_what_it_rests_on() {
    let draft = with(&paragraph("<w:pStyle w:val='b'/>", "Căn cứ Luật;"), &[]);
    assert_eq!((draft.bases, draft.body), (texts(&["Căn cứ Luật"]), vec![]));
}

#[test]
fn lines_are_added_around_the_text() {
    let added = |style: &str, text: &str, new: &str| {
        let line = |text: &str| {
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"></w:pStyle></w:pPr><w:r><w:t \
                 xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
            )
        };
        edited(&line(text), &(line(text) + new))
    };
    // The added line has lost the style, as it does where somebody pastes.
    let draft = added("Recipients", "- Như Điều 2;", &paragraph("", "- Trường Tiểu học;"));
    assert_eq!(draft.recipients[..2], ["Như Điều 2", "Trường Tiểu học"]);
    let title = "<w:pStyle w:val='AnnexTitle'/>";
    let draft = added("AnnexTitle", "MẪU", &paragraph(title, "SỐ 1"));
    assert_eq!(draft.annexes[1].title, "MẪU SỐ 1");
    let subtitle = "<w:pStyle w:val='Subtitle'/>";
    let about = "Về việc tặng Giấy khen trong {{tên phong trào}}";
    let draft = added("Subtitle", about, &paragraph(subtitle, "năm 2024"));
    assert_eq!(draft.abstract_, format!("{about} năm 2024"));
}

#[test]
fn tables_as_people_change_them() {
    let cell = |properties: &str, side: &str, runs: &str| {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:pPr><w:jc w:val='{side}'/></w:pPr>{runs}\
             </w:p></w:tc>"
        )
    };
    let bold = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>");
    let two = "<w:gridSpan w:val='2'/>";
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let gone = format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", cell("", "left", &run("bỏ")));
    let table = format!(
        "<w:tbl><w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='3000'/></w:tblGrid>{}</w:tbl>",
        [
            row(&[cell("", "center", &bold("TT")), cell("", "center", &bold("Tên"))]),
            row(&[cell(two, "left", &run("{{lặp danh sách}}"))]),
            gone,
            row(&[cell("", "center", &run("1")), cell("", "end", &run("{{họ tên}}"))]),
            row(&[cell(two, "left", &bold("{{hết lặp}}"))]),
            row(&[cell(two, "left", &bold("Tổng"))]),
        ]
        .concat()
    );
    let body = with(&table, &[]).body;
    let [Part::Table(table)] = &body[..] else { panic!("{body:?}") };
    assert_eq!(
        table.rows,
        [cells(&["{{lặp danh sách}}"]), cells(&["1", "{{họ tên}}"]), cells(&["{{hết lặp}}"])]
    );
    assert_eq!(table.total, Some(cells(&["Tổng", ""])));
    let looks: Vec<_> = table.columns.iter().map(|column| (column.share, column.align)).collect();
    assert_eq!(looks, [(1, Align::Center), (3, Align::Right)]);
}

#[test]
fn a_document_of_the_program_is_a_template_and_any_other_is_not() {
    let draft = Draft::from_docx(&print(&papers::decision())).unwrap();
    assert_eq!(draft.bases.len(), 3);
    let typed = Draft::from_docx(&document(&paragraph("", "Thông báo"), &[]));
    assert_eq!(typed, Err(DraftError::Foreign));
}

#[test]
fn words_that_an_officer_makes_stand_out_are_kept() {
    let look = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
    };
    let (bold, underlined) =
        (Emphasis { bold: true, ..Emphasis::default() }, "<w:u w:val='single'/>");
    let line = |runs: &str| with(&format!("<w:p>{runs}</w:p>"), &[]).body;
    assert_eq!(
        line(&(run("Nộp ") + &look("<w:b/>", "{{ngày}} ") + &run("tại xã./."))),
        [Part::Paragraph(emphatic("Nộp ", "{{ngày}} ", bold, "tại xã."))]
    );
    assert_eq!(
        line(&(look("<w:b/>", "Điều 2. ") + &run("Giao ") + &look("<w:b/>", "làng"))),
        [Part::Article(emphatic("Giao ", "làng", bold, ""))]
    );
    let underlined_only = Emphasis { underlined: true, ..Emphasis::default() };
    assert_eq!(
        line(&(run("- ") + &look(underlined, "một") + &run(" và hai"))),
        [Part::Bullet(emphatic("", "một", underlined_only, " và hai"))]
    );
    // A line that only opens or closes is never printed.
    assert_eq!(line(&look("<w:b/>", "{{hết lặp}}")), [Part::Paragraph("{{hết lặp}}".into())]);
}

#[test]
fn what_a_template_does_not_keep_is_told() {
    let looks = |look: &str, text: &str| {
        format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
    };
    let line = |runs: &str| format!("<w:p>{runs}</w:p>");
    let merged = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr>\
        <w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>chung</w:t></w:r></w:p></w:tc></w:tr>\
        </w:tbl>";
    let body = Place::Body;
    let cases = [
        (line(&(run("Có ") + &looks("<w:u w:val='single'/>", "gạch"))), vec![]),
        (line(&(run("Có ") + &looks("<w:b/>", "đậm"))), vec![]),
        // A line of a list is printed as the decree says.
        (
            "<w:p><w:pPr><w:pStyle w:val='nn'/></w:pPr>".to_owned()
                + &looks("<w:b/>", "Lưu: VT")
                + "</w:p>",
            vec![(Place::Recipient(1), RemarkKind::Emphasis)],
        ),
        (line(&(run("Không ") + &looks("<w:b w:val='0'/><w:u w:val='none'/>", "đậm"))), vec![]),
        (line(&(looks("<w:b/>", "Điều 1. ") + &run("Thi hành"))), vec![]),
        // A picture alone stands at the line before it.
        (
            line(&run("Một")) + &line("<w:r><w:drawing/></w:r>"),
            vec![(body(1), RemarkKind::Picture)],
        ),
        (
            line(&(run("Một") + "<w:r><w:footnoteReference/></w:r>")),
            vec![(body(1), RemarkKind::Note)],
        ),
        (line(&run("Một")) + merged, vec![(body(2), RemarkKind::Merged)]),
        (
            "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr>".to_owned()
                + &looks("<w:i/>", "x")
                + "</w:p>",
            vec![(Place::Basis(1), RemarkKind::Emphasis)],
        ),
    ];
    for (body, wanted) in cases {
        let wanted: Vec<Remark> =
            wanted.into_iter().map(|(place, kind)| Remark { place, kind }).collect();
        assert_eq!(edited_with(&body, &[]).remarks, wanted, "{body}");
    }
}
