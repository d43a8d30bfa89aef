//! Awards that were given elsewhere, recorded by the council's secretary.

use chungsuc_domain::{SubjectKind, UnitKind};
use jiff::civil::Date;
use serde::Deserialize;

use super::movements::subject_id;
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::honours::NewHonour;
use crate::features::{directory, registers};
use crate::refusal::Refusal;

#[derive(Deserialize)]
struct Row {
    recorded_on: Date,
    by: String,
    subject_kind: SubjectKind,
    subject: String,
    name: String,
    award: String,
    award_name: String,
    number: String,
    issued_on: Date,
    issuer: String,
    level: Option<UnitKind>,
    achievement: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let rows = read::csv::<Row>("honours.csv")?.into_iter();
    let event = |row: Row| {
        let name = format!("honour {}", row.name);
        Event::on(row.recorded_on, 10, name, move |app, known| record(app, known, row))
    };
    Ok(rows.map(event).collect())
}

fn record(app: &App, known: &Known, row: Row) -> Result<(), Refusal> {
    let by = known.person(&row.by)?;
    let subject = match row.subject.as_str() {
        "" => None,
        code => {
            let id = subject_id(known, row.subject_kind, code)?;
            Some(directory::subject(app, &by, row.subject_kind, &id)?)
        }
    };
    let new = NewHonour {
        subject_kind: row.subject_kind,
        village: subject.as_ref().and_then(|one| one.village.clone()),
        subject: subject.map(|one| one.id),
        name: row.name,
        award: Some(row.award).filter(|code| !code.is_empty()),
        award_name: row.award_name,
        number: row.number,
        issued_on: Some(row.issued_on),
        year: row.issued_on.year(),
        issuer: row.issuer,
        level: row.level,
        achievement: row.achievement,
        paper: None,
        brought: None,
        nomination: None,
    };
    registers::record(app, &by, &new, None).map(drop)
}
