//! Rounds of commendation outside the movement: merit of a year, and a sudden deed that goes the
//! simplified way to its decision.

use chungsuc_domain::{AwardMode, SubjectKind};
use jiff::civil::Date;
use serde::Deserialize;

use super::movements::subject_id;
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::decisions::{self, Issuing, Wording};
use crate::features::movements::{self, NewRound};
use crate::features::nominations::{self, NewNomination};
use crate::refusal::Refusal;

/// Who opens rounds, receives dossiers and drafts.
const SECRETARY: &str = "thuongtruc";
/// Who agrees and signs.
const CHAIRMAN: &str = "chutich";

#[derive(Deserialize)]
struct File {
    round: Vec<Row>,
}

#[derive(Clone, Deserialize)]
struct Row {
    #[serde(rename = "ref")]
    reference: String,
    mode: AwardMode,
    name: String,
    year: i16,
    paper: String,
    opened_on: Date,
    awards: Vec<String>,
    proposed: Vec<Proposed>,
}

#[derive(Clone, Deserialize)]
struct Proposed {
    by: String,
    on: Date,
    subject_kind: SubjectKind,
    subject: String,
    award: String,
    proposed_by: String,
    achievement: String,
    sent_on: Option<Date>,
    received_on: Option<Date>,
    agreed_on: Option<Date>,
    decided_on: Option<Date>,
}

/// By which later events know a round, and what is proposed in it.
const ROUND: &str = "round";
const NOMINATION: &str = "nomination";

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("rounds.toml")?;
    let mut events = Vec::new();
    for row in file.round {
        let round = row.clone();
        let act = move |app: &App, known: &mut Known| open(app, known, &round);
        events.push(Event::on(row.opened_on, 8, row.reference.clone(), act));
        for one in &row.proposed {
            way(&mut events, &row.reference, one);
        }
    }
    Ok(events)
}

/// What happens to one nomination, in the order of hours.
fn way(events: &mut Vec<Event>, round: &str, one: &Proposed) {
    type Step = fn(&App, &mut Known, &str, &Proposed) -> Result<(), Refusal>;
    let steps: [(Option<Date>, i8, &str, Step); 5] = [
        (Some(one.on), 9, "proposed", propose),
        (one.sent_on, 10, "sent", send),
        (one.received_on, 11, "received", receive),
        (one.agreed_on, 15, "agreed", agree),
        (one.decided_on, 9, "decided", decide),
    ];
    for (day, hour, name, step) in steps {
        let Some(day) = day else { continue };
        let (round, one) = (round.to_owned(), one.clone());
        let act = move |app: &App, known: &mut Known| step(app, known, &round, &one);
        events.push(Event::on(day, hour, format!("round {name}"), act));
    }
}

fn open(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let awards: Vec<&str> = row.awards.iter().map(String::as_str).collect();
    let new = NewRound {
        mode: Some(row.mode),
        name: &row.name,
        year: Some(row.year),
        paper: &row.paper,
        awards: &awards,
    };
    let id = movements::open_round(app, &known.person(SECRETARY)?, &new)?;
    known.note(ROUND, &row.reference, id);
    Ok(())
}

fn propose(app: &App, known: &mut Known, round: &str, one: &Proposed) -> Result<(), Refusal> {
    let (by, id) = (known.person(&one.by)?, known.id(ROUND, round)?);
    let subject = subject_id(known, one.subject_kind, &one.subject)?;
    let new = NewNomination {
        contestant: &subject,
        award: &one.award,
        achievement: &one.achievement,
        proposed_by: &one.proposed_by,
    };
    let id = nominations::propose_in_round(app, &by, (&id, one.subject_kind), &new)?;
    known.note(NOMINATION, &format!("{round}/{}", one.subject), id);
    Ok(())
}

fn id_of(known: &Known, round: &str, one: &Proposed) -> Result<String, Refusal> {
    known.id(NOMINATION, &format!("{round}/{}", one.subject))
}

fn send(app: &App, known: &mut Known, round: &str, one: &Proposed) -> Result<(), Refusal> {
    nominations::send(app, &known.person(&one.by)?, &id_of(known, round, one)?)
}

fn receive(app: &App, known: &mut Known, round: &str, one: &Proposed) -> Result<(), Refusal> {
    nominations::receive(app, &known.person(SECRETARY)?, &id_of(known, round, one)?)
}

fn agree(app: &App, known: &mut Known, round: &str, one: &Proposed) -> Result<(), Refusal> {
    nominations::agree(app, &known.person(CHAIRMAN)?, &id_of(known, round, one)?)
}

/// Drafted in the words that the template proposes, and issued the same day.
fn decide(app: &App, known: &mut Known, round: &str, _: &Proposed) -> Result<(), Refusal> {
    let (secretary, round) = (known.person(SECRETARY)?, known.id(ROUND, round)?);
    let proposal = decisions::proposal(app, &secretary, "", &round)?;
    let words = Wording::read(&decisions::usual_words(app, &secretary, &proposal)?)?;
    let id = decisions::draft(app, &secretary, "", &round, &words)?;
    let chairman = known.person(CHAIRMAN)?;
    let version = decisions::find(app, &chairman, &id)?.version;
    let how = Issuing { on: app.today(), number: None, version, reason: String::new() };
    decisions::issue(app, &chairman, &id, &how).map(drop)
}
