//! A CSV file of figures: read where it is certain; every other cell is told with its row and
//! column.

use std::collections::{BTreeMap, BTreeSet};

use chungsuc_domain::standard::{Reported, Standard, Typed, TypedFault, Why};
use chungsuc_domain::text::nfc;

use super::rows::rows;

/// The columns; `unit` and `indicator` must be there.
const COLUMNS: [&str; 5] = ["unit", "indicator", "value", "numerator", "denominator"];

/// Letters of a unit's name at most; no name of a unit comes near.
const LONGEST_NAME: usize = 200;
/// Letters of a cell that are shown with its fault.
const SHOWN: usize = 60;

/// The figures of a file by unit and line, and what could not be read.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) units: BTreeMap<String, BTreeMap<String, Reported>>,
    pub(super) faults: Vec<Fault>,
}

/// What is wrong in one row.
pub(super) struct Fault {
    /// The line of the file, the head being the first.
    pub(super) row: u64,
    pub(super) column: String,
    /// What stands there, its beginning where it is long.
    pub(super) text: String,
    pub(super) why: RowWhy,
}

/// What can be wrong in a row.
pub(super) enum RowWhy {
    Cell(Why),
    NoUnit,
    OddUnit,
    Unclosed,
    UnknownIndicator,
    UnknownColumn,
    TooManyCells,
    /// The same unit and indicator stood in an earlier row; whether all rows say the same.
    Doubled {
        first: u64,
        agrees: bool,
    },
}

/// Why a file says nothing at all.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoSheet {
    NotUtf8,
    Empty,
    NoRows,
    MissingColumn(&'static str),
    DoubledColumn(&'static str),
}

/// Where each column of [`COLUMNS`] stands.
type Places = [Option<usize>; COLUMNS.len()];

impl Sheet {
    /// Reads a file with the columns of [`COLUMNS`] in any order, separated by commas, semicolons
    /// or tabs. A bad row costs no other row.
    pub(super) fn read(bytes: &[u8], standard: &Standard) -> Result<Self, NoSheet> {
        let text = std::str::from_utf8(bytes).map_err(|_| NoSheet::NotUtf8)?;
        let mut rows = rows(text).peekable();
        let (first, head) = rows.next().ok_or(NoSheet::Empty)?;
        let head = head.ok_or(NoSheet::MissingColumn(COLUMNS[0]))?;
        let mut sheet = Self::default();
        let places = sheet.head(first, &head)?;
        rows.peek().ok_or(NoSheet::NoRows)?;
        let (mut seen, mut disputed) = (BTreeMap::new(), BTreeSet::new());
        for (number, cells) in rows {
            let Some(cells) = cells else {
                sheet.fault(number, "1", "\"", RowWhy::Unclosed);
                continue;
            };
            let Some((key, reported)) = sheet.row(&cells, number, &places, head.len(), standard)
            else {
                continue;
            };
            if let Some(&first) = seen.get(&key) {
                if !sheet.agrees(&key, reported) {
                    disputed.insert(key.clone());
                }
                let agrees = !disputed.contains(&key);
                sheet.fault(number, "indicator", &key.1, RowWhy::Doubled { first, agrees });
                continue;
            }
            seen.insert(key.clone(), number);
            sheet.units.entry(key.0).or_default().insert(key.1, reported);
        }
        for (unit, indicator) in disputed {
            sheet.units.entry(unit).or_default().remove(&indicator);
        }
        sheet.faults.sort_by_key(|fault| fault.row);
        Ok(sheet)
    }

    /// Whether any figure could be read.
    pub(super) fn says_something(&self) -> bool {
        self.units.values().any(|figures| !figures.is_empty())
    }

    fn fault(&mut self, row: u64, column: &str, text: &str, why: RowWhy) {
        let (column, text) = (shown(column), shown(text));
        self.faults.push(Fault { row, column, text, why });
    }

    fn head(&mut self, row: u64, head: &[String]) -> Result<Places, NoSheet> {
        let mut places: Places = [None; COLUMNS.len()];
        for (index, cell) in head.iter().enumerate() {
            let name = cell.trim().to_lowercase();
            let Some(known) = COLUMNS.iter().position(|column| *column == name) else {
                self.fault(row, &(index + 1).to_string(), cell.trim(), RowWhy::UnknownColumn);
                continue;
            };
            if places[known].replace(index).is_some() {
                return Err(NoSheet::DoubledColumn(COLUMNS[known]));
            }
        }
        for (column, place) in COLUMNS.into_iter().zip(places).take(2) {
            place.ok_or(NoSheet::MissingColumn(column))?;
        }
        if places[2].is_none() && (places[3].is_none() || places[4].is_none()) {
            return Err(NoSheet::MissingColumn("value"));
        }
        Ok(places)
    }

    /// Unit, line and figure of one row, if all are certain.
    fn row(
        &mut self,
        row: &[String],
        number: u64,
        places: &Places,
        columns: usize,
        standard: &Standard,
    ) -> Option<((String, String), Reported)> {
        let [unit, indicator, value, numerator, denominator] = places
            .map(|place| place.and_then(|index| row.get(index)).map_or("", |cell| cell.trim()));
        let unit = match name(unit) {
            Ok(name) => name,
            Err(why) => {
                self.fault(number, "unit", unit, why);
                return None;
            }
        };
        let surplus = row.iter().skip(columns).find(|cell| !cell.trim().is_empty());
        let line = standard.line(indicator);
        match (surplus, line) {
            (Some(text), _) => {
                self.fault(number, &(columns + 1).to_string(), text, RowWhy::TooManyCells);
            }
            (None, None) => {
                self.fault(number, "indicator", indicator, RowWhy::UnknownIndicator);
            }
            (None, Some(line)) => {
                let typed = Typed { value, numerator, denominator };
                match typed.read(line.kind) {
                    Ok(reported) => return Some(((unit, line.code.clone()), reported)),
                    Err(TypedFault { cell, text, why }) => {
                        self.fault(number, cell.code(), &text, RowWhy::Cell(why));
                    }
                }
            }
        }
        // The unit is there, although this figure of it is not.
        self.units.entry(unit).or_default();
        None
    }

    fn agrees(&self, (unit, indicator): &(String, String), reported: Reported) -> bool {
        let known = self.units.get(unit).and_then(|figures| figures.get(indicator));
        known == Some(&reported)
    }
}

/// The name or code of a unit in one writing: composed letters, single spaces.
fn name(typed: &str) -> Result<String, RowWhy> {
    let name = nfc(&typed.split_whitespace().collect::<Vec<_>>().join(" "));
    match name.chars().take(LONGEST_NAME + 1).count() {
        0 => Err(RowWhy::NoUnit),
        letters if letters > LONGEST_NAME => Err(RowWhy::OddUnit),
        _ if name.chars().any(char::is_control) => Err(RowWhy::OddUnit),
        _ => Ok(name),
    }
}

/// The beginning of a cell, fit for any screen.
fn shown(text: &str) -> String {
    let safe = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut shown: String = text.chars().take(SHOWN).map(safe).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
