//! What is looked into of some of the example's people, and how it ended.

use chungsuc_domain::SubjectKind;
use jiff::civil::Date;
use serde::Deserialize;

use super::movements::subject_id;
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::holds::{self, Lifting, NewHold, RECORD};
use crate::refusal::Refusal;

#[derive(Deserialize)]
struct File {
    hold: Vec<Row>,
}

#[derive(Clone, Deserialize)]
struct Row {
    by: String,
    entered_on: Date,
    subject_kind: SubjectKind,
    subject: String,
    kind: String,
    since: Date,
    issuer: String,
    paper: String,
    words: String,
    lifted_on: Date,
    lifted_by: String,
    result: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("holds.toml")?;
    let mut events = Vec::new();
    for row in file.hold {
        let (entered_on, lifted_on) = (row.entered_on, row.lifted_on);
        let lifted = row.clone();
        let act = move |app: &App, known: &mut Known| lift(app, known, &lifted);
        events.push(Event::on(lifted_on, 10, "a hold lifted", act));
        let act = move |app: &App, known: &mut Known| enter(app, known, &row);
        events.push(Event::on(entered_on, 9, "a hold", act));
    }
    Ok(events)
}

fn enter(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let subject = subject_id(known, row.subject_kind, &row.subject)?;
    let new = NewHold {
        subject: (row.subject_kind, &subject),
        kind: &row.kind,
        since: row.since,
        paper: &row.paper,
        issuer: &row.issuer,
        words: &row.words,
    };
    let id = holds::enter(app, &known.person(&row.by)?, &new)?;
    known.note(RECORD, &row.paper, id);
    Ok(())
}

fn lift(app: &App, known: &Known, row: &Row) -> Result<(), Refusal> {
    let how = Lifting { on: row.lifted_on, paper: &row.lifted_by, words: &row.result };
    holds::lift(app, &known.person(&row.by)?, &known.id(RECORD, &row.paper)?, &how)
}
