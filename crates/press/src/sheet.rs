//! A table as a spreadsheet to fill in and bring back: codes for the program in a hidden row and a
//! hidden column, words for people beside them.

use jiff::civil::Date;
use rust_xlsxwriter::{ColNum, DocProperties, ExcelDateTime, Format, RowNum, Workbook, Worksheet};

use crate::PressError;

/// Widths of columns, in letters.
const WIDTH_OF_NAMES: f64 = 22.0;
const WIDTH_OF_CELLS: f64 = 15.0;

/// What stands in a spreadsheet: below a head, a row for each name.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The name of the sheet; shortened to what a spreadsheet allows.
    pub name: String,
    /// What the program knows the table by: stands in the hidden corner.
    pub code: String,
    /// What the first column is called.
    pub corner: String,
    /// The day that the file says it was made.
    pub made_on: Date,
    /// Each column: its hidden code and its name.
    pub columns: Vec<(String, String)>,
    /// Each row: its hidden code, its name, and its cells in the order of the columns.
    pub rows: Vec<(String, String, Vec<String>)>,
}

/// The spreadsheet as .xlsx. Every cell is kept as text, so that no program makes a day of “1/2”.
///
/// # Errors
/// [`PressError::Sheet`] when the table is larger than a spreadsheet can be.
pub fn sheet(sheet: &Sheet) -> Result<Vec<u8>, PressError> {
    let (text, head) = (Format::new().set_num_format("@"), Format::new().set_bold());
    let head = head.set_text_wrap().set_num_format("@");
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day(sheet.made_on)?));
    let page = workbook.add_worksheet();
    page.set_name(allowed(&sheet.name))?;
    page.write_string(0, 0, &sheet.code)?;
    page.write_string_with_format(1, 1, &sheet.corner, &head)?;
    for (place, (code, name)) in (2..).zip(&sheet.columns) {
        page.write_string(0, place, code)?.write_string_with_format(1, place, name, &head)?;
        page.set_column_width(place, WIDTH_OF_CELLS)?.set_column_format(place, &text)?;
    }
    for (place, (code, name, cells)) in (2..).zip(&sheet.rows) {
        page.write_string(place, 0, code)?.write_string_with_format(place, 1, name, &head)?;
        row(page, place, cells, &text)?;
    }
    page.set_row_hidden(0)?.set_column_hidden(0)?.set_column_width(1, WIDTH_OF_NAMES)?;
    page.set_freeze_panes(2, 2)?;
    Ok(workbook.save_to_buffer()?)
}

fn row(
    page: &mut Worksheet,
    place: RowNum,
    cells: &[String],
    text: &Format,
) -> Result<(), PressError> {
    for (column, cell) in (2..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        let column: ColNum = column;
        page.write_string_with_format(place, column, cell, text)?;
    }
    Ok(())
}

pub(crate) fn day(day: Date) -> Result<ExcelDateTime, PressError> {
    let [month, number] = [day.month(), day.day()].map(|part| u8::try_from(part).unwrap_or(1));
    Ok(ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(2000), month, number)?)
}

/// A sheet's name has at most 31 letters and none of these signs.
pub(crate) fn allowed(name: &str) -> String {
    let plain = name.chars().map(|sign| if "[]:*?/\\'".contains(sign) { '-' } else { sign });
    plain.take(31).collect()
}
