//! Reading the file line by line; every fault names its line and column.

use std::collections::HashMap;

use chungsuc_domain::{UnitCode, UnitKind, text};
use jiff::civil::Date;

use crate::features::units::Unit;
use crate::web::Message;

/// The columns, in the order in which the documentation names them; a file may have another order.
pub(in crate::features::units) const COLUMNS: [&str; 7] =
    ["code", "name", "kind", "parent", "valid_from", "valid_to", "successor"];

/// What is wrong with one line.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportFault {
    /// Line of the file, from 1 for the head.
    pub line: u64,
    /// Name of the column, or empty when it is the whole line.
    pub column: &'static str,
    /// What is wrong, and what was expected.
    pub message: Message,
}

/// A line that could be read.
pub(super) struct Line {
    pub(super) number: u64,
    pub(super) unit: Unit,
    pub(super) successors: Vec<String>,
}

/// The lines that could be read, and what is wrong with the others.
pub(super) fn parse(csv: &[u8]) -> (Vec<Line>, Vec<ImportFault>) {
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(csv);
    let fault = |line, column, message| ImportFault { line, column, message };
    let places = match reader.headers().map(places) {
        Ok(Ok(places)) => places,
        Ok(Err(missing)) => {
            let message = Message::new("import-column-missing").arg("column", missing);
            return (lines, vec![fault(1, missing, message)]);
        }
        Err(_) => return (lines, vec![fault(1, "", Message::new("import-not-csv"))]),
    };
    for (index, record) in reader.records().enumerate() {
        let number = index as u64 + 2;
        match record {
            Err(_) => faults.push(fault(number, "", Message::new("import-not-csv"))),
            Ok(record) => match read_line(number, &record, &places) {
                Ok(line) => lines.push(line),
                Err((column, key)) => {
                    let value = places.value(&record, column).to_owned();
                    faults.push(fault(number, column, Message::new(key).arg("value", value)));
                }
            },
        }
    }
    let mut seen = HashMap::new();
    for line in &lines {
        if let Some(first) = seen.insert(line.unit.code.clone(), line.number) {
            let message = Message::new("import-twice").arg("line", first);
            faults.push(fault(line.number, "code", message));
        }
    }
    (lines, faults)
}

/// Where each column stands in this file.
struct Places(HashMap<&'static str, usize>);

impl Places {
    fn value<'a>(&self, record: &'a csv::StringRecord, column: &str) -> &'a str {
        self.0.get(column).and_then(|place| record.get(*place)).unwrap_or_default()
    }
}

fn places(head: &csv::StringRecord) -> Result<Places, &'static str> {
    let place = |column: &'static str| {
        let found = head.iter().position(|name| name.trim_start_matches('\u{feff}') == column);
        found.map(|place| (column, place)).ok_or(column)
    };
    COLUMNS.into_iter().map(place).collect::<Result<_, _>>().map(Places)
}

fn read_line(
    number: u64,
    record: &csv::StringRecord,
    places: &Places,
) -> Result<Line, (&'static str, &'static str)> {
    let value = |column| places.value(record, column);
    let code = |column| {
        value(column)
            .parse::<UnitCode>()
            .map(|code| code.to_string())
            .map_err(|_| (column, "import-code"))
    };
    let day = |column| value(column).parse::<Date>().map_err(|_| (column, "import-day"));
    let name = text::nfc(value("name"));
    if name.is_empty() {
        return Err(("name", "import-name"));
    }
    let kind = UnitKind::from_code(value("kind")).ok_or(("kind", "import-kind"))?;
    let parent = if value("parent").is_empty() { None } else { Some(code("parent")?) };
    let valid_from = day("valid_from")?;
    let valid_to = if value("valid_to").is_empty() { None } else { Some(day("valid_to")?) };
    if valid_to.is_some_and(|last| last < valid_from) {
        return Err(("valid_to", "import-days-reversed"));
    }
    let successors = value("successor").split(';').map(str::trim).filter(|code| !code.is_empty());
    let unit =
        Unit { code: code("code")?, name, kind: kind.code().into(), parent, valid_from, valid_to };
    Ok(Line { number, unit, successors: successors.map(str::to_owned).collect() })
}
