//! What goes to the level above, step by step, and what came of it.

use chungsuc_domain::submission::Move;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::submissions::{self, NewStep};
use crate::refusal::Refusal;

const SECRETARY: &str = "thuongtruc";

#[derive(Deserialize)]
struct File {
    submission: Vec<Submission>,
}

#[derive(Deserialize)]
struct Submission {
    nomination: String,
    opened_on: Date,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    kind: String,
    date: Date,
    #[serde(default)]
    paper: String,
    #[serde(default)]
    issuer: String,
    due: Option<Date>,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = Vec::new();
    for one in read::toml::<File>("submissions.toml")?.submission {
        let reference = one.nomination.clone();
        for step in one.steps {
            let (day, of) = (step.date, reference.clone());
            let act = move |app: &App, known: &mut Known| take(app, known, &of, &step);
            events.push(Event::on(day, 17, "a step of a dossier above", act));
        }
        let act = move |app: &App, known: &mut Known| open(app, known, &reference);
        events.push(Event::on(one.opened_on, 17, "a dossier to the level above", act));
    }
    Ok(events)
}

fn open(app: &App, known: &mut Known, reference: &str) -> Result<(), Refusal> {
    let nomination = known.id("nomination", reference)?;
    let id = submissions::open(app, &known.person(SECRETARY)?, &nomination)?;
    known.note(submissions::RECORD, reference, id);
    Ok(())
}

fn take(app: &App, known: &Known, reference: &str, step: &Step) -> Result<(), Refusal> {
    let (by, id) = (known.person(SECRETARY)?, known.id(submissions::RECORD, reference)?);
    let new = NewStep {
        kind: Move::from_code(&step.kind).ok_or(Refusal::NotFound)?,
        on: step.date,
        paper: &step.paper,
        issuer: &step.issuer,
        words: "",
        due: step.due,
        papers: Vec::new(),
        awarded: Vec::new(),
        file: None,
    };
    let version = submissions::find(app, &by, &id)?.version;
    submissions::record(app, &by, &id, version, &new)
}
