//! Prints a paper from which the fuzzers begin: `cargo run -p chungsuc-press --example seeds`. The
//! other seeds, for what our own papers do not hold, are written by hand.

use std::io::{Cursor, Read};
use std::path::Path;

use chungsuc_press::{
    Align, Block, Capacity, Column, Document, Header, Issuer, Layout, Number, Signature, Table,
    docx, pdf,
};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// What parts the parts of a .docx in the input of its fuzzer.
const CUT: &str = "\u{1e}";

fn paper() -> Outcome<Document> {
    let number = Number { serial: Some(5), symbol: "QĐ-UBND".into() };
    let header = Header {
        issuer: Issuer::body("Ủy ban nhân dân xã Tơ Tung", Some(number)),
        place: Some("Tơ Tung".into()),
        date: None,
    };
    let signer =
        Signature { capacity: Capacity::head("Chủ tịch"), name: "Hà Minh Khôi".into() };
    let columns =
        vec![Column::new("TT", 10, Align::Center), Column::new("Họ và tên", 90, Align::Left)];
    let rows = vec![vec!["1", "Đinh Thị Blưn"]];
    Ok(Document {
        kind: Some("Quyết định".into()),
        body: vec![
            Block::Article { number: 1, text: "Tặng Giấy khen cho các cá nhân sau.".into() },
            Block::Table(Table::new(columns, rows, None)?),
        ],
        ..Document::new(header, "Về việc tặng Giấy khen", signer)
    })
}

/// The document and the styles of a .docx as the fuzzer takes them.
fn parts(packed: Vec<u8>) -> Outcome<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(packed))?;
    let mut text = String::new();
    for name in ["word/document.xml", "word/styles.xml"] {
        archive.by_name(name)?.read_to_string(&mut text)?;
        text += CUT;
    }
    Ok(text)
}

fn main() -> Outcome {
    let layout = Layout::parse(include_str!("../../../catalog/papers/layout.toml"))?;
    let paper = paper()?;
    let packed = docx(&paper, &layout)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds");
    std::fs::write(folder.join("docx/archive"), &packed)?;
    std::fs::write(folder.join("docx/paper"), parts(packed)?)?;
    std::fs::write(folder.join("pdf/paper"), pdf(&paper, &layout)?)?;
    Ok(())
}
