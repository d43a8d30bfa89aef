//! The cells of a sheet, one after the other, and which of them were merged.

use super::formats::Formats;
use super::{Content, SheetCell, local};
use crate::read::files::ReadError;
use crate::read::files::xml::{Node, Tag, walk};

/// The most cells that hold something: more than a commune has figures of, by far.
const MAX_CELLS: usize = 200_000;
/// The most merged places; each is held against each cell.
const MAX_MERGED: usize = 1_000;
/// A spreadsheet has no more rows and columns.
const MAX_ROW: u32 = 1_048_576;
const MAX_COLUMN: u32 = 16_384;

pub(super) fn read(
    xml: &str,
    strings: &[String],
    formats: &Formats,
) -> Result<Vec<SheetCell>, ReadError> {
    let mut sheet = Sheet::new(strings, formats);
    walk(xml, |node| match node {
        Node::Open(tag) => sheet.open(&tag),
        Node::Text(words) => {
            sheet.words(words);
            Ok(())
        }
        Node::Close(name) => sheet.close(local(name)),
    })?;
    Ok(sheet.finish())
}

/// A rectangle of cells: its first and its last place.
type Area = ((u32, u32), (u32, u32));

struct Sheet<'a> {
    strings: &'a [String],
    formats: &'a Formats,
    /// Row and column of the cell that is read, from 0.
    place: (u32, u32),
    kind: String,
    format: Option<usize>,
    is_formula: bool,
    in_value: bool,
    value: String,
    cells: Vec<SheetCell>,
    merged: Vec<Area>,
}

impl<'a> Sheet<'a> {
    fn new(strings: &'a [String], formats: &'a Formats) -> Self {
        let (kind, value, cells, merged) = Default::default();
        let (format, is_formula, in_value, place) = (None, false, false, (0, 0));
        Self { strings, formats, place, kind, format, is_formula, in_value, value, cells, merged }
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), ReadError> {
        match local(tag.name()) {
            "row" => {
                let number = tag.get("r").and_then(|row| row.parse::<u32>().ok());
                let next = number.map_or(self.place.0, |row| row.saturating_sub(1));
                self.place = (next, 0);
            }
            "c" => self.begin(tag),
            "f" => self.is_formula = true,
            "v" | "t" => self.in_value = true,
            "mergeCell" => {
                let area = tag.get("ref").and_then(|text| read_area(&text));
                self.merged.extend(area);
                if self.merged.len() > MAX_MERGED {
                    return Err(ReadError::TooMuch);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        if let Some(place) = tag.get("r").and_then(|text| read_place(&text)) {
            self.place = place;
        }
        self.kind = tag.get("t").unwrap_or_default().into_owned();
        self.format = tag.get("s").and_then(|format| format.parse().ok());
        self.is_formula = false;
        self.value.clear();
    }

    fn words(&mut self, words: &str) {
        if self.in_value {
            self.value.push_str(words);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "v" | "t" => self.in_value = false,
            "row" => self.place = (self.place.0 + 1, 0),
            "c" => {
                self.keep()?;
                self.place.1 += 1;
            }
            _ => {}
        }
        Ok(())
    }

    fn keep(&mut self) -> Result<(), ReadError> {
        let (row, column) = self.place;
        if row >= MAX_ROW || column >= MAX_COLUMN || self.cells.len() == MAX_CELLS {
            return Err(ReadError::TooMuch);
        }
        let is_formula = self.is_formula;
        match self.content()? {
            Some(content) => {
                self.cells.push(SheetCell { row, column, content, is_formula, is_merged: false });
            }
            None if is_formula => {
                let content = Content::Text(String::new());
                self.cells.push(SheetCell { row, column, content, is_formula, is_merged: false });
            }
            None => {}
        }
        Ok(())
    }

    fn content(&self) -> Result<Option<Content>, ReadError> {
        let text =
            |text: &str| (!text.trim().is_empty()).then(|| Content::Text(text.trim().to_owned()));
        Ok(match self.kind.as_str() {
            "s" => {
                let number: usize = self.value.trim().parse().map_err(|_| ReadError::Broken)?;
                text(self.strings.get(number).ok_or(ReadError::Broken)?)
            }
            "inlineStr" | "str" => text(&self.value),
            "b" => Some(Content::Truth(self.value.trim() == "1")),
            "e" => Some(Content::Fault(self.value.clone())),
            // A day in the writing of ISO 8601; spreadsheets seldom keep it so.
            "d" => text(&self.value),
            _ if self.value.trim().is_empty() => None,
            _ => {
                let number: f64 = self.value.trim().parse().map_err(|_| ReadError::Broken)?;
                Some(self.formats.content(self.format, number))
            }
        })
    }

    fn finish(mut self) -> Vec<SheetCell> {
        for cell in &mut self.cells {
            cell.is_merged = self.merged.iter().any(|(from, to)| {
                (from.0..=to.0).contains(&cell.row) && (from.1..=to.1).contains(&cell.column)
            });
        }
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.cells
    }
}

/// “B2:D4”, or one place.
fn read_area(text: &str) -> Option<Area> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    Some((read_place(from)?, read_place(to)?))
}

/// “AB12” as row and column, from 0.
fn read_place(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at(letters);
    let value = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column =
        column.bytes().try_fold(0u32, |sum, it| sum.checked_mul(26)?.checked_add(value(it)));
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column?.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::files::xlsx::address;

    #[test]
    fn places_and_their_addresses() {
        for (text, place) in
            [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("XFD1", (0, 16_383))]
        {
            assert_eq!(read_place(text), Some(place));
            assert_eq!(address(place.0, place.1), text);
        }
        for bad in ["", "A", "1", "A0", "ZZZZZZZZZZ1", "A1B"] {
            assert_eq!(read_place(bad), None, "{bad}");
        }
    }
}
