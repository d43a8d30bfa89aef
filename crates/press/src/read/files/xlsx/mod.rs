//! A spreadsheet's .xlsx: the cells of its first sheet, each as it is kept, and what is uncertain
//! about it. Nothing is computed: a formula is named as one, and its last result is not trusted.

mod cells;
mod formats;
mod strings;

use super::ReadError;
use super::package::{Package, target};
use super::xml::{Node, walk};
use formats::Formats;

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetCell {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
    /// What is in it.
    pub content: Content,
    /// Whether a formula computed it.
    pub is_formula: bool,
    /// Whether it is one of several cells that were merged into one.
    pub is_merged: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Words, or a number that was typed as words.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that is shown in per cent: 0.75 is shown as 75 %.
    Percent(f64),
    /// A number that is shown as a day or a time: “1/2” becomes that when it is typed.
    Day(f64),
    /// True or false.
    Truth(bool),
    /// What a formula gives that cannot be computed: `#DIV/0!`.
    Fault(String),
}

impl SheetCell {
    /// The address that people use: “B12”.
    pub fn address(&self) -> String {
        address(self.row, self.column)
    }
}

/// The address of a row and a column, from 0: “A1”, “AB12”.
pub fn address(row: u32, column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

/// Reads the first sheet, row by row.
///
/// # Errors
/// When the file is no spreadsheet, or larger than is read; see [`ReadError`].
pub fn read(bytes: &[u8]) -> Result<Vec<SheetCell>, ReadError> {
    if bytes.len() > super::MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    match super::sniff::kind(bytes, "") {
        super::sniff::Kind::Docx => {}
        super::sniff::Kind::Unreadable(why) => return Err(why),
        _ => return Err(ReadError::Unsupported),
    }
    let mut package = Package::open(bytes)?;
    let workbook = package.root()?;
    let relations = package.relations_of(&workbook)?;
    let id = first_sheet(&package.text(&workbook)?)?;
    let sheet = relations.iter().find(|one| one.id == id).ok_or(ReadError::Unsupported)?;
    let mut part = |kind| match target(&relations, kind) {
        Some(path) => package.text(&path),
        None => Ok(String::new()),
    };
    let strings = strings::read(&part("/sharedStrings")?)?;
    let formats = Formats::read(&part("/styles")?)?;
    cells::read(&package.text(&sheet.path)?, &strings, &formats)
}

/// The id of the sheet that stands first.
fn first_sheet(workbook: &str) -> Result<String, ReadError> {
    let mut found = None;
    walk(workbook, |node| {
        if let Node::Open(tag) = node
            && local(tag.name()) == "sheet"
            && found.is_none()
        {
            found = tag.get("r:id").map(|id| id.into_owned());
        }
        Ok(())
    })?;
    found.ok_or(ReadError::Unsupported)
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}
