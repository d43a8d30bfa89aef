//! Documents, read back from the paper that LibreOffice and typst print.

use std::io::Read;

use chungsuc_press::{Align, Column, Document, PressError, Table, docx, pdf};

use crate::kinds;
use crate::papers;
use crate::tools::{accessible, fonts, from_docx, from_typst, pages, poppler, sheets};

const A4: (i64, i64) = (210, 297);
const ACROSS: (i64, i64) = (297, 210);

/// One part of a DOCX.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Every word of a file, sorted: what is said, wherever it stands.
fn words(pages: &[Vec<String>]) -> Vec<&str> {
    let mut words: Vec<&str> = pages.iter().flatten().flat_map(|line| line.split(' ')).collect();
    words.sort_unstable();
    words
}

#[test]
fn a_decision_reads_as_a_clerk_would_type_it() {
    assert_eq!(
        pages(&from_docx("decision"))[0],
        [
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "XÃ TƠ TUNG Độc lập - Tự do - Hạnh phúc",
            "Số: 05/QĐ-UBND Tơ Tung, ngày 08 tháng 02 năm 2023",
            "QUYẾT ĐỊNH",
            "Về việc tặng Giấy khen cho các cá nhân có thành tích xuất sắc trong phong",
            "trào thi đua xây dựng nông thôn mới",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TƠ TUNG",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;",
            "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã tại Tờ trình số",
            "02/TTr-HĐTĐKT ngày 03 tháng 02 năm 2023.",
            "QUYẾT ĐỊNH:",
            "Điều 1. Tặng Giấy khen cho 120 cá nhân đã có thành tích xuất sắc trong",
            "phong trào thi đua xây dựng nông thôn mới trên địa bàn xã (có danh sách kèm",
            "theo).",
            "Điều 2. Tiền thưởng được chi từ Quỹ thi đua, khen thưởng của xã.",
            "Điều 3. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, các cơ",
            "quan, đơn vị liên quan và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành",
            "Quyết định này./.",
            "Nơi nhận: CHỦ TỊCH",
            "- Như Điều 3;",
            "- Thường trực Đảng ủy;",
            "- Lưu: VT, TĐKT.",
            "Hà Minh Khôi",
        ]
    );
}

#[test]
fn minutes_have_two_signers_and_no_date_line() {
    assert_eq!(
        pages(&from_docx("minutes")),
        [[
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "XÃ TƠ TUNG Độc lập - Tự do - Hạnh phúc",
            "HỘI ĐỒNG",
            "THI ĐUA - KHEN THƯỞNG",
            "Số: 03/BB-HĐTĐKT",
            "BIÊN BẢN",
            "Họp xét khen thưởng",
            "Thời gian bắt đầu: 14 giờ 00, ngày 30 tháng 01 năm 2023.",
            "Cuộc họp kết thúc vào 16 giờ 30 cùng ngày./.",
            "THƯ KÝ CHỦ TỌA",
            "Đinh Thị Blưn Hà Minh Khôi",
            "Nơi nhận:",
            "- Lưu: VT, Hồ sơ.",
        ]]
    );
}

#[test]
fn both_presses_say_the_same() {
    let every = crate::kinds::every().into_iter().map(|(name, _)| name);
    for name in ["letter", "minutes"].map(String::from).into_iter().chain(every) {
        let (office, typst) = (pages(&from_docx(&name)), pages(&from_typst(&name)));
        assert_eq!(words(&office), words(&typst), "{name}");
    }
    let (office, typst) = (pages(&from_docx("decision")), pages(&from_typst("decision")));
    assert_eq!(words(&office[..1]), words(&typst[..1]));
}

#[test]
fn a_long_table_repeats_its_head_and_loses_no_row() {
    for file in [from_docx("decision"), from_typst("decision")] {
        let list = &pages(&file)[1..];
        assert!(list.len() > 2);
        for page in list {
            assert_eq!(page.iter().filter(|line| line.contains("Họ và tên")).count(), 1);
        }
        let ordinal = |line: &String| line.split(' ').next().and_then(|word| word.parse().ok());
        let rows = list.iter().flatten().filter(|line| line.contains("Sơ Tor"));
        assert_eq!(rows.filter_map(ordinal).collect::<Vec<u32>>(), (1..=120).collect::<Vec<_>>());
        assert!(list.last().unwrap().iter().any(|line| line == "Tổng cộng 84.240.000"));
    }
}

#[test]
fn pages_are_numbered_from_the_second_and_every_annex_begins_anew() {
    for file in [from_docx("report"), from_typst("report")] {
        let first_lines: Vec<String> =
            pages(&file).into_iter().map(|page| page[0].clone()).collect();
        assert!(first_lines[0].starts_with("ỦY BAN NHÂN DÂN"), "{first_lines:?}");
        assert_eq!(first_lines[1..], ["2", "Phụ lục I", "2"]);
        assert_eq!(sheets(&file), [A4, A4, ACROSS, ACROSS]);
    }
}

#[test]
fn headings_are_real_headings() {
    let bytes = docx(&papers::report(), &papers::layout()).unwrap();
    let document = part(&bytes, "word/document.xml");
    for (style, text) in [
        ("Heading1", "I. KẾT QUẢ THỰC HIỆN"),
        ("Heading2", "1. Công tác lãnh đạo, chỉ đạo"),
        ("Heading3", "a) Những mặt được"),
    ] {
        let paragraph = format!(
            "<w:pStyle w:val=\"{style}\"></w:pStyle></w:pPr><w:r><w:t xml:space=\"preserve\">{text}<"
        );
        assert!(document.contains(&paragraph), "{text}");
    }
    let styles = part(&bytes, "word/styles.xml");
    assert!(
        styles.contains("w:name w:val=\"heading 3\"")
            && styles.contains("w:outlineLvl w:val=\"2\"")
    );
}

#[test]
fn the_file_tells_its_title_and_the_day_of_the_document() {
    let core = |document| part(&docx(&document, &papers::layout()).unwrap(), "docProps/core.xml");
    let decision = core(papers::decision());
    assert!(decision.contains("<dc:title>Quyết định về việc tặng Giấy khen cho"));
    assert!(decision.contains(">2023-02-08T00:00:00+07:00<"));
    assert!(!core(papers::letter()).contains("created"));
}

#[test]
fn a_dated_document_is_archival_and_a_draft_is_not() {
    let decision = std::fs::read(from_typst("decision")).unwrap();
    let letter = std::fs::read(from_typst("letter")).unwrap();
    assert!(accessible(&decision));
    assert!(!accessible(&letter));
    for file in [from_typst("report"), from_typst("letter")] {
        assert!(poppler("pdfinfo", &[], &file).contains("Tagged:          yes"));
        let tags = poppler("pdfinfo", &["-struct"], &file);
        assert!(tags.contains("P (block)"), "{tags}");
    }
    let tags = poppler("pdfinfo", &["-struct"], &from_typst("report"));
    for tag in ["H1 ", "H2 ", "H3 ", "Table ", "THead", "TH "] {
        assert!(tags.contains(tag), "{tag} in {tags}");
    }
    for (font, embedded) in fonts(&from_typst("report")) {
        assert!(embedded && font.contains("Tinos"), "{font}");
    }
}

#[test]
fn every_dated_document_claims_both_standards_and_says_its_language_and_title() {
    for (name, document) in kinds::every() {
        let bytes = pdf(&document, &papers::layout()).unwrap();
        let holds = |words: &str| bytes.windows(words.len()).any(|part| part == words.as_bytes());
        let dated = document.header.date.is_some();
        let claims = ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"];
        for claim in claims {
            assert_eq!(holds(claim), dated, "{name}: {claim}");
        }
        assert!(holds("/Lang(vi") && holds("/Marked true"), "{name}");
        let info = poppler("pdfinfo", &[], &from_typst(&name));
        assert!(info.lines().any(|line| line.starts_with("Title:") && line.len() > 20), "{info}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let print = || docx(&papers::report(), &papers::layout()).unwrap();
    assert!(print() == print());
    let print = || pdf(&papers::minutes(), &papers::layout()).unwrap();
    assert!(print() == print());
}

#[test]
fn a_row_that_does_not_fit_its_columns_is_refused() {
    let column = || vec![Column::new("TT", 1, Align::Center)];
    let two = vec!["1".to_owned(), "2".to_owned()];
    let ragged = |table| matches!(table, Err(PressError::RaggedTable { cells: 2, columns: 1 }));
    assert!(ragged(Table::new(column(), vec![two.clone()], None)));
    assert!(ragged(Table::new(column(), vec![], Some(two))));
    assert!(matches!(Table::new::<String>(vec![], vec![], None), Err(PressError::EmptyTable)));
}

#[test]
fn a_document_that_is_written_down_prints_to_the_same_bytes_later() {
    for document in [papers::decision(), papers::minutes(), papers::report(), papers::letter()] {
        let text = serde_json::to_string(&document).unwrap();
        let again: Document = serde_json::from_str(&text).unwrap();
        assert_eq!(again, document);
        let layout = papers::layout();
        assert_eq!(docx(&again, &layout).unwrap(), docx(&document, &layout).unwrap());
        assert_eq!(pdf(&again, &layout).unwrap(), pdf(&document, &layout).unwrap());
    }
    let ragged =
        r#"{"columns":[{"title":"TT","share":1,"align":"left"}],"rows":[["1","2"]],"total":null}"#;
    assert!(serde_json::from_str::<Table>(ragged).is_err(), "a table is read as it is made");
}
