//! What people tell of good deeds: by the public page, or to the head of their village. The secretary
//! answers; what becomes a nomination is taken up by `awards`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{COMMUNE, Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::proposals::{self, NewProposal, RECORD};
use crate::refusal::Refusal;

/// Who answers.
const SECRETARY: &str = "thuongtruc";

#[derive(Deserialize)]
struct File {
    proposal: Vec<Row>,
}

#[derive(Clone, Deserialize)]
struct Row {
    by: Option<String>,
    sent_on: Date,
    who: String,
    village: String,
    deed: String,
    happened: String,
    #[serde(default)]
    proposer: String,
    answered_on: Option<Date>,
    answer: Option<String>,
    becomes: Option<String>,
}

impl Row {
    /// By which later events know it: the nomination that it becomes, or itself.
    fn reference(&self) -> &str {
        self.becomes.as_deref().unwrap_or(&self.who)
    }
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("proposals.toml")?;
    let mut events = Vec::new();
    for row in file.proposal {
        if let Some(day) = row.answered_on {
            let row = row.clone();
            let act = move |app: &App, known: &mut Known| answer(app, known, &row);
            events.push(Event::on(day, 15, "a proposal answered", act));
        }
        let day = row.sent_on;
        let act = move |app: &App, known: &mut Known| send(app, known, &row);
        events.push(Event::on(day, 8, "a proposal", act));
    }
    Ok(events)
}

fn send(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let new = NewProposal {
        who: &row.who,
        village: &row.village,
        deed: &row.deed,
        happened: &row.happened,
        proposer: &row.proposer,
        ..NewProposal::default()
    };
    let id = match &row.by {
        Some(login) => proposals::enter(app, &known.person(login)?, &new)?,
        None => proposals::send(app, COMMUNE, &new)?,
    };
    known.note(RECORD, row.reference(), id);
    Ok(())
}

fn answer(app: &App, known: &Known, row: &Row) -> Result<(), Refusal> {
    let (by, id) = (known.person(SECRETARY)?, known.id(RECORD, row.reference())?);
    let version = proposals::find(app, &by, &id)?.version;
    proposals::answer(app, &by, &id, version, row.answer.as_deref().unwrap_or_default())
}
