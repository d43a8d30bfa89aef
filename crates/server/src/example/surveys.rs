//! The surveys of the example: drawn, counted and closed on their days; one of them corrected.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::surveys::{self, Counted};
use crate::refusal::Refusal;

const FILE: &str = "surveys.csv";

#[derive(Clone, Deserialize)]
struct Row {
    unit: String,
    standard: String,
    year: i16,
    opened_on: Date,
    opened_by: String,
    counted_on: Option<Date>,
    counted_by: String,
    asked: Option<u32>,
    answers: String,
    note: String,
    closed_on: Option<Date>,
    closed_by: String,
    correction: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = Vec::new();
    for row in read::csv::<Row>(FILE)? {
        let name = format!("survey {} {}", row.unit, row.year);
        let (opened, counted, closed) = (row.clone(), row.clone(), row.clone());
        let act = move |app: &App, known: &mut Known| open(app, known, &opened);
        events.push(Event::on(row.opened_on, 9, name.clone(), act));
        if let Some(day) = row.counted_on {
            let act = move |app: &App, known: &mut Known| count(app, known, &counted);
            events.push(Event::on(day, 15, name.clone(), act));
        }
        if let Some(day) = row.closed_on {
            let act = move |app: &App, known: &mut Known| close(app, known, &closed);
            events.push(Event::on(day, 16, name, act));
        }
    }
    Ok(events)
}

/// How the file names a survey: the latest one of a place and a year.
fn reference(row: &Row) -> String {
    format!("{}/{}", row.unit, row.year)
}

fn open(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let by = known.person(&row.opened_by)?;
    let id = match row.correction.as_str() {
        "" => surveys::open(app, &by, &row.unit, &row.standard, row.year)?,
        reason => surveys::correct(app, &by, &known.id(surveys::RECORD, &reference(row))?, reason)?,
    };
    known.note(surveys::RECORD, &reference(row), id);
    Ok(())
}

fn count(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let (by, id) = (known.person(&row.counted_by)?, known.id(surveys::RECORD, &reference(row))?);
    let answers = row.answers.split(';').map(|text| {
        let (answered, satisfied) = text.split_once('/')?;
        Some((answered.parse().ok()?, satisfied.parse().ok()?))
    });
    let answers: Option<Vec<(u32, u32)>> = answers.collect();
    let counted = Counted {
        asked: row.asked.ok_or(Refusal::NotFound)?,
        counted_on: app.today(),
        answers: answers.ok_or(Refusal::NotFound)?,
        note: row.note.clone(),
    };
    let version = surveys::find(app, &by, &id)?.version;
    surveys::enter(app, &by, &id, version, &counted)
}

fn close(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let (by, id) = (known.person(&row.closed_by)?, known.id(surveys::RECORD, &reference(row))?);
    let version = surveys::find(app, &by, &id)?.version;
    surveys::close(app, &by, &id, version)
}
