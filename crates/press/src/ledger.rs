//! A ledger as a spreadsheet to reckon with: words as text, amounts as numbers.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, Format, Workbook};

use crate::PressError;
use crate::sheet::{allowed, day};

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words, kept as they are: no program makes a day or a formula of them.
    Text(String),
    /// A whole number, such as đồng.
    Number(i64),
}

/// What stands in the spreadsheet.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The name of the sheet; shortened to what a spreadsheet allows.
    pub name: String,
    /// The line above the table.
    pub title: String,
    /// The day that the file says it was made.
    pub made_on: Date,
    /// Each column: its name and its width in letters.
    pub columns: Vec<(String, u8)>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// The ledger as .xlsx.
///
/// # Errors
/// [`PressError::Sheet`] when it is larger than a spreadsheet can be.
pub fn ledger(ledger: &Ledger) -> Result<Vec<u8>, PressError> {
    let bold = Format::new().set_bold();
    let (head, text) = (bold.clone().set_text_wrap(), Format::new().set_num_format("@"));
    let number = Format::new().set_num_format("#,##0");
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day(ledger.made_on)?));
    let page = workbook.add_worksheet();
    page.set_name(allowed(&ledger.name))?;
    page.write_string_with_format(0, 0, &ledger.title, &bold)?;
    for (place, (name, width)) in (0..).zip(&ledger.columns) {
        page.write_string_with_format(1, place, name, &head)?;
        page.set_column_width(place, *width)?;
    }
    for (place, cells) in (2..).zip(&ledger.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(words) => page.write_string_with_format(place, column, words, &text)?,
                Cell::Number(amount) => {
                    page.write_number_with_format(place, column, *amount as f64, &number)?
                }
            };
        }
    }
    page.set_freeze_panes(2, 0)?;
    Ok(workbook.save_to_buffer()?)
}
