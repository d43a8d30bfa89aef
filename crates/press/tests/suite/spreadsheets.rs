//! What is written as a spreadsheet comes back, and what people do to one in between is noticed.

use std::io::{Cursor, Write};

use chungsuc_press::read::{self, Content, ReadError, SheetCell};
use chungsuc_press::{Sheet, sheet};
use jiff::civil::date;
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

fn table() -> Sheet {
    let pair = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let row = |code: &str, name: &str, cells: [&str; 2]| {
        (code.to_owned(), name.to_owned(), cells.map(str::to_owned).to_vec())
    };
    Sheet {
        name: "Làng/nông thôn mới [2023]: bộ tiêu chí của tỉnh".into(),
        code: "bang:lang-ntm:2023".into(),
        corner: "Làng".into(),
        made_on: date(2023, 12, 20),
        columns: vec![pair("1", "1. Quy hoạch"), pair("2", "2. Giao thông & <đường>")],
        rows: vec![
            row("23668-01", "Sơ Tor", ["đạt", "1.732/2.970"]),
            row("23668-05", "Leng", ["", "1/2"]),
        ],
    }
}

fn texts(cells: &[SheetCell]) -> Vec<(String, String)> {
    let text = |content: &Content| match content {
        Content::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    cells.iter().map(|cell| (cell.address(), text(&cell.content))).collect()
}

#[test]
fn what_is_written_is_read_back() {
    let bytes = sheet(&table()).unwrap();
    let cells = read::sheet(&bytes).unwrap();
    let wanted = [
        ("A1", "bang:lang-ntm:2023"),
        ("C1", "1"),
        ("D1", "2"),
        ("B2", "Làng"),
        ("C2", "1. Quy hoạch"),
        ("D2", "2. Giao thông & <đường>"),
        ("A3", "23668-01"),
        ("B3", "Sơ Tor"),
        ("C3", "đạt"),
        ("D3", "1.732/2.970"),
        ("A4", "23668-05"),
        ("B4", "Leng"),
        ("D4", "1/2"),
    ];
    let wanted: Vec<_> = wanted.map(|(at, text)| (at.to_owned(), text.to_owned())).to_vec();
    assert_eq!(texts(&cells), wanted);
    assert!(cells.iter().all(|cell| !cell.is_formula && !cell.is_merged));
    assert_eq!(sheet(&table()).unwrap(), bytes, "the same table gives the same bytes");
}

#[test]
fn what_people_do_to_a_sheet_is_noticed() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    let format = |code: &str| Format::new().set_num_format(code);
    page.write_number(0, 0, 1234.5).unwrap();
    page.write_number_with_format(0, 1, 0.98, &format("0.0%")).unwrap();
    page.write_number_with_format(0, 2, 45_000.0, &format("dd/mm/yyyy")).unwrap();
    page.write_boolean(0, 3, true).unwrap();
    page.write_formula(0, 4, "=A1*2").unwrap();
    page.merge_range(1, 1, 2, 2, "một ô", &Format::new()).unwrap();
    page.write_string(1, 0, "  98 %  ").unwrap();
    let cells = read::sheet(&workbook.save_to_buffer().unwrap()).unwrap();
    let found: Vec<_> = cells
        .iter()
        .map(|cell| (cell.address(), cell.content.clone(), cell.is_formula, cell.is_merged))
        .collect();
    let cell = |at: &str, content| (at.to_owned(), content, false, false);
    let wanted = [
        cell("A1", Content::Number(1234.5)),
        cell("B1", Content::Percent(0.98)),
        cell("C1", Content::Day(45_000.0)),
        cell("D1", Content::Truth(true)),
        ("E1".to_owned(), Content::Number(0.0), true, false),
        cell("A2", Content::Text("98 %".into())),
        ("B2".to_owned(), Content::Text("một ô".into()), false, true),
    ];
    assert_eq!(found, wanted);
}

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const ROOT: &[u8] = br#"<Relationships><Relationship Id="a" Type="x/officeDocument"
    Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook><sheets><sheet name="1" r:id="b"/></sheets></workbook>"#;
const LINKS: &[u8] = br#"<Relationships><Relationship Id="b" Type="x/worksheet"
    Target="sheet.xml"/></Relationships>"#;

fn with_sheet(xml: &[u8]) -> Result<Vec<SheetCell>, ReadError> {
    read::sheet(&archive(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/sheet.xml", xml),
    ]))
}

#[test]
fn hostile_files_cost_little() {
    assert_eq!(read::sheet(b"PK\x03\x04"), Err(ReadError::Broken));
    assert_eq!(read::sheet("làng,1,2".as_bytes()), Err(ReadError::Unsupported));
    assert_eq!(read::sheet(&archive(&[("a.txt", b"x")])), Err(ReadError::Unsupported));
    // Ninety megabytes of blanks, packed into ninety kilobytes.
    let bomb = [b"<worksheet>".as_slice(), &vec![b' '; 90 << 20]].concat();
    assert_eq!(with_sheet(&bomb), Err(ReadError::TooMuch));
    // Two cells in far corners: nothing is made for the seventeen milliards between them.
    let far = br#"<worksheet><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></worksheet>"#;
    assert_eq!(with_sheet(far).map(|cells| cells.len()), Ok(2));
    let beyond = br#"<worksheet><c r="XFE1"><v>1</v></c></worksheet>"#;
    assert_eq!(with_sheet(beyond), Err(ReadError::TooMuch));
    assert_eq!(
        with_sheet(b"<worksheet><c t=\"s\"><v>7</v></c></worksheet>"),
        Err(ReadError::Broken)
    );
    assert_eq!(
        with_sheet(b"<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>"),
        Err(ReadError::TooMuch)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever happened to the bytes on their way, there is an answer.
    #[test]
    fn damaged_files_are_answered(place in 0usize..6_000, value in any::<u8>(), cut in 0usize..6_000) {
        let mut bytes = sheet(&table()).unwrap();
        let place = place % bytes.len();
        bytes[place] = value;
        bytes.truncate(bytes.len().saturating_sub(cut % 100));
        let _ = read::sheet(&bytes);
    }
}
