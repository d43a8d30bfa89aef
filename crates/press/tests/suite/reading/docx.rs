//! Word's files: what a reader sees on the page, and nothing that was taken out.

use chungsuc_press::docx;
use chungsuc_press::read::{Look, Paragraph, Place, source};

use super::packing::{document, paragraph};
use super::{lines, shown};
use crate::papers;
use crate::tools::{from_docx, pages};

const NUMBERING: &str = "<w:numbering>
  <w:abstractNum w:abstractNumId='7'>
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/>\
    </w:lvl>
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Muc'/>
      <w:isLgl/><w:lvlText w:val='%1.%2.'/></w:lvl>
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/>\
    </w:lvl>
    <w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{f0b7}'/></w:lvl>
    <w:lvl w:ilvl='4'><w:numFmt w:val='bullet'/><w:lvlText w:val='+'/></w:lvl>
    <w:lvl w:ilvl='5'><w:start w:val='9'/><w:numFmt w:val='decimalZero'/><w:lvlText w:val='Điều \
    %6:'/></w:lvl>
  </w:abstractNum>
  <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>
  <w:num w:numId='2'><w:abstractNumId w:val='7'/>
    <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
</w:numbering>";

fn item(list: u32, level: u32, text: &str) -> String {
    let numbered = format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");
    paragraph(&numbered, text)
}

#[test]
fn lists_show_the_numbers_that_word_shows() {
    let levels =
        [(0, "a"), (1, "b"), (2, "c"), (2, "d"), (3, "e"), (4, "f"), (0, "g"), (1, "h"), (2, "i")];
    let mut body: String = levels.iter().map(|(level, text)| item(1, *level, text)).collect();
    body += &item(1, 5, "k");
    body += &item(1, 5, "l");
    body += &item(2, 0, "m");
    body += &item(1, 0, "n");
    body += &item(0, 0, "o");
    assert_eq!(
        lines(&document(&body, &[("numbering", NUMBERING)]), "x.docx"),
        [
            "I. a",
            "1.1. b",
            "a) c",
            "b) d",
            "- e",
            "+ f",
            "II. g",
            "2.1. h",
            "a) i",
            "Điều 09: k",
            "Điều 10: l",
            "V. m",
            "VI. n",
            "o"
        ]
    );
}

#[test]
fn a_style_gives_heading_look_and_number() {
    let styles = "<w:styles>
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Arial' w:hAnsi='Arial'/></w:rPr>\
      </w:rPrDefault></w:docDefaults>
      <w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>
      <w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/><w:basedOn w:val='N'/>
        <w:pPr><w:jc w:val='center'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type='paragraph' w:styleId='Own'><w:basedOn w:val='H2'/><w:rPr><w:i/><w:caps/>\
      </w:rPr></w:style>
      <w:style w:type='paragraph' w:styleId='Muc'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>\
      </w:pPr></w:style>
      <w:style w:type='character' w:styleId='Soft'><w:rPr><w:b w:val='0'/></w:rPr></w:style>
      <w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>
      <w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>
    </w:styles>";
    let body = paragraph("<w:pStyle w:val='Own'/>", "Mục tiêu")
        + "<w:p><w:pPr><w:pStyle w:val='H2'/></w:pPr><w:r><w:rPr><w:rStyle w:val='Soft'/></w:rPr>\
            <w:t>mềm</w:t></w:r></w:p>"
        + &paragraph("<w:pStyle w:val='Muc'/>", "nhiệm vụ")
        + &paragraph(
            "<w:pStyle w:val='A'/><w:jc w:val='center'/><w:outlineLvl w:val='0'/>",
            "vòng",
        )
        + "<w:p><w:r><w:t>thường</w:t></w:r></w:p>";
    let source =
        source(&document(&body, &[("styles", styles), ("numbering", NUMBERING)]), "").unwrap();
    let look = |bold, italic, centred, heading| Look { bold, italic, centred, heading };
    let seen: Vec<(&str, Look)> =
        source.paragraphs().iter().map(|p| (source.words(p), p.look)).collect();
    assert_eq!(
        seen,
        [
            ("MỤC TIÊU", look(true, true, true, Some(2))),
            ("mềm", look(false, false, true, Some(2))),
            ("1.1. nhiệm vụ", look(false, false, false, None)),
            ("vòng", look(false, false, true, Some(1))),
            ("thường", look(false, false, false, None)),
        ]
    );
}

#[test]
fn what_was_deleted_is_gone_and_what_was_inserted_is_there() {
    let run = |text: &str| format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:del><w:r><w:delText>cũ</w:delText><w:tab/></w:r></w:del><w:ins>{}</w:ins>\
         <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>\
         <w:p><w:pPr><w:pPrChange><w:pPr><w:jc w:val='center'/></w:pPr></w:pPrChange></w:pPr>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>{}</w:p>",
        run("Đến "),
        run("năm 2025"),
        run("xa"),
        run(" đạt"),
        run("hiện")
    );
    let source = source(&document(&body, &[]), "").unwrap();
    assert_eq!(shown(&source), ["Đến năm 2025 đạt", "hiện"]);
    assert!(!source.paragraphs()[1].look.centred);
}

#[test]
fn a_text_box_is_told_once_and_fields_show_their_result() {
    let boxed = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p xmlns:mc='m'><w:r><mc:AlternateContent><mc:Choice><w:drawing>{boxed}</w:drawing>\
            </mc:Choice>\
         <mc:Fallback><w:pict>{boxed}</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr='DATE'><w:r><w:t>Trang \
         2</w:t></w:r>\
         </w:fldSimple><w:hyperlink><w:r><w:t>, xem &lt;đây&gt; &#38; đó</w:t></w:r></w:hyperlink>\
         </w:p>"
    );
    assert_eq!(lines(&document(&body, &[]), ""), ["DỰ THẢO", "Trang 2, xem <đây> & đó"]);
}

#[test]
fn breaks_part_lines_and_tabs_stay() {
    let body = "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t>\
        <w:br/>\
                <w:t>dòng\u{a0}hai</w:t></w:r></w:p><w:p/>";
    let source = source(&document(body, &[]), "").unwrap();
    assert_eq!(shown(&source), ["Số:\t/KH-UBND", "dòng hai", ""]);
    let places: Vec<Place> = source.paragraphs().iter().map(|p| p.place).collect();
    assert_eq!(places, [Place::Paragraph(1), Place::Paragraph(1), Place::Paragraph(2)]);
}

#[test]
fn cells_have_their_places_also_beside_wide_ones() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph("", text))
    };
    let wide = "<w:gridSpan w:val='2'/>";
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", "trong"));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>{}",
        cell(wide, "rộng"),
        cell("", "ba"),
        cell("", "một"),
        paragraph("", "sau")
    );
    let source = source(&document(&body, &[]), "").unwrap();
    let at = |paragraph: &Paragraph| (source.words(paragraph).to_owned(), paragraph.place);
    let cell = |table, row, column| Place::Cell { table, row, column };
    let seen: Vec<(String, Place)> = source.paragraphs().iter().map(at).collect();
    let expected = [
        ("rộng", cell(1, 1, 1)),
        ("ba", cell(1, 1, 3)),
        ("một", cell(1, 2, 1)),
        ("trong", cell(2, 1, 1)),
        ("", cell(1, 2, 2)),
        ("sau", Place::Paragraph(6)),
    ];
    assert_eq!(seen, expected.map(|(text, place)| (text.to_owned(), place)));
}

#[test]
fn notes_come_last_without_their_rules() {
    let notes = "<w:footnotes><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>~</w:t>\
        </w:r></w:p></w:footnote>
      <w:footnote w:id='1'><w:p><w:r><w:t>Nghị quyết số 5</w:t></w:r></w:p></w:footnote>\
      </w:footnotes>";
    let body =
        "<w:p><w:r><w:t>Thân bài</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>";
    assert_eq!(
        lines(&document(body, &[("footnotes", notes)]), ""),
        ["Thân bài", "Nghị quyết số 5"]
    );
}

#[test]
fn our_own_documents_come_back_word_for_word() {
    for (name, paper) in [
        ("decision", papers::decision()),
        ("report", papers::report()),
        ("letter", papers::letter()),
        ("minutes", papers::minutes()),
    ] {
        let read = lines(&docx(&paper, &papers::layout()).unwrap(), "x.docx");
        let printed = pages(&from_docx(name));
        assert_eq!(sorted(&read), sorted(&without_page_numbers(printed)), "{name}");
    }
}

/// Words in alphabetical order: cells stand one after the other here and beside each other there.
fn sorted(lines: &[String]) -> Vec<&str> {
    let mut words: Vec<&str> = lines.iter().flat_map(|line| line.split_whitespace()).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// A page's number is not in the file but counted by the one who prints it.
fn without_page_numbers(pages: Vec<Vec<String>>) -> Vec<String> {
    let lines = pages.into_iter().flatten();
    lines.filter(|line| line.parse::<u32>().is_err()).collect()
}
