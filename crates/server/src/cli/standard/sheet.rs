//! A CSV file of figures: read where it is certain; every other cell is told with its row and
//! column.

use std::collections::{BTreeMap, BTreeSet};

use chungsuc_domain::standard::{Reported, Standard, Typed, TypedFault, Why};

/// The columns; `unit` and `indicator` must be there.
const COLUMNS: [&str; 5] = ["unit", "indicator", "value", "numerator", "denominator"];

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
    /// What stands there.
    pub(super) text: String,
    pub(super) why: RowWhy,
}

/// What can be wrong in a row.
pub(super) enum RowWhy {
    Cell(Why),
    NoUnit,
    UnknownIndicator,
    UnknownColumn,
    TooManyCells,
    /// The same unit and indicator stood in an earlier row; whether both say the same.
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
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .delimiter(separator(text))
            .from_reader(text.as_bytes());
        let mut rows = reader.records().flatten();
        let head = rows.next().ok_or(NoSheet::Empty)?;
        let mut sheet = Self::default();
        let places = sheet.head(&head)?;
        let mut seen = BTreeMap::new();
        let mut disputed = BTreeSet::new();
        for row in rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty())) {
            let number = row.position().map_or(0, csv::Position::line);
            let Some((key, reported)) = sheet.row(&row, number, &places, head.len(), standard)
            else {
                continue;
            };
            if let Some(first) = seen.insert(key.clone(), number) {
                let agrees = sheet.agrees(&key, reported);
                let (column, text) = ("indicator".to_owned(), key.1.clone());
                let why = RowWhy::Doubled { first, agrees };
                sheet.faults.push(Fault { row: number, column, text, why });
                if !agrees {
                    disputed.insert(key);
                }
                continue;
            }
            sheet.units.entry(key.0).or_default().insert(key.1, reported);
        }
        for (unit, indicator) in disputed {
            sheet.units.entry(unit).or_default().remove(&indicator);
        }
        sheet.faults.sort_by_key(|fault| fault.row);
        Ok(sheet)
    }

    fn head(&mut self, head: &csv::StringRecord) -> Result<Places, NoSheet> {
        let mut places: Places = [None; COLUMNS.len()];
        for (index, cell) in head.iter().enumerate() {
            let name = cell.trim().to_lowercase();
            let Some(known) = COLUMNS.iter().position(|column| *column == name) else {
                let (column, text) = ((index + 1).to_string(), cell.trim().to_owned());
                self.faults.push(Fault { row: 1, column, text, why: RowWhy::UnknownColumn });
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
        row: &csv::StringRecord,
        number: u64,
        places: &Places,
        columns: usize,
        standard: &Standard,
    ) -> Option<((String, String), Reported)> {
        let [unit, indicator, value, numerator, denominator] =
            places.map(|place| place.and_then(|index| row.get(index)).unwrap_or_default().trim());
        let mut fault = |column: &str, text: &str, why| {
            let (column, text) = (column.to_owned(), text.to_owned());
            self.faults.push(Fault { row: number, column, text, why });
        };
        if unit.is_empty() {
            fault("unit", unit, RowWhy::NoUnit);
            return None;
        }
        let surplus = row.iter().skip(columns).find(|cell| !cell.trim().is_empty());
        let line = standard.line(indicator);
        match (surplus, line) {
            (Some(text), _) => fault(&(columns + 1).to_string(), text, RowWhy::TooManyCells),
            (None, None) => fault("indicator", indicator, RowWhy::UnknownIndicator),
            (None, Some(line)) => {
                let typed = Typed { value, numerator, denominator };
                match typed.read(line.kind) {
                    Ok(reported) => {
                        return Some(((unit.to_owned(), line.code.clone()), reported));
                    }
                    Err(TypedFault { cell, text, why }) => {
                        fault(cell.code(), &text, RowWhy::Cell(why));
                    }
                }
            }
        }
        // The unit is there, although this figure of it is not.
        self.units.entry(unit.to_owned()).or_default();
        None
    }

    fn agrees(&self, (unit, indicator): &(String, String), reported: Reported) -> bool {
        let known = self.units.get(unit).and_then(|figures| figures.get(indicator));
        known == Some(&reported)
    }
}

/// Offices whose decimal sign is the comma separate by semicolons.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |sign: u8| head.bytes().filter(|byte| *byte == sign).count();
    let found = [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign));
    found.unwrap_or(b',')
}
