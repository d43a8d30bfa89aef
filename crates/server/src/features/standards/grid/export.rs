//! The grid as a spreadsheet: the same rows and columns, with codes that the program finds again.

use chungsuc_domain::standard::Indicator;
use chungsuc_press::Sheet;
use jiff::civil::Date;

use super::{Grid, GridKey};
use crate::features::standards::value::cell_text;
use crate::refusal::Refusal;

/// What the corner of our own files begins with.
const MARK: &str = "chungsuc/bang-nhap";

/// The hidden corner of a grid's spreadsheet.
pub(super) fn code(key: GridKey<'_>) -> String {
    format!("{MARK}/{}/{}", key.standard, key.period)
}

/// Whether a text is the corner of some grid.
pub(super) fn is_code(text: &str) -> bool {
    text.starts_with(MARK)
}

/// The head of a column: “2. Giao thông”, with the unit that is measured in.
pub(super) fn head(indicator: &Indicator) -> String {
    let unit = indicator.unit.map(|unit| format!(" ({})", unit.label())).unwrap_or_default();
    format!("{}. {}{unit}", indicator.code, indicator.name)
}

/// The grid as .xlsx; `corner` is the word for the names of villages.
///
/// # Errors
/// Of the printing house.
pub fn export(
    grid: &Grid<'_>,
    key: GridKey<'_>,
    corner: &str,
    made_on: Date,
) -> Result<Vec<u8>, Refusal> {
    let indicators = grid.standard.indicators();
    let text = |village: &str, indicator: &Indicator| {
        let value = grid.value(village, &indicator.code);
        value.map(|value| cell_text(&value.figure, indicator.kind)).unwrap_or_default()
    };
    let rows = grid.villages.iter().map(|village| {
        let cells = indicators.iter().map(|indicator| text(&village.code, indicator)).collect();
        (village.code.clone(), village.name.clone(), cells)
    });
    let sheet = Sheet {
        name: format!("{} {}", key.standard, key.period),
        code: code(key),
        corner: corner.to_owned(),
        made_on,
        columns: indicators.iter().map(|one| (one.code.clone(), head(one))).collect(),
        rows: rows.collect(),
    };
    Ok(chungsuc_press::sheet(&sheet)?)
}
