//! What came after the decisions of the example: certificates handed over, a correction, a revocation
//! and what came back of it.

use chungsuc_domain::Vnd;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::decisions::amendments::{self, Kind, Recovered, Words};
use crate::features::decisions::{self, Handing, Issuing, OnPaper};
use crate::refusal::Refusal;
use crate::web::Form;

const SECRETARY: &str = "thuongtruc";
const CHAIRMAN: &str = "chutich";

#[derive(Deserialize)]
struct File {
    delivery: Vec<Delivery>,
    correction: Vec<Amendment>,
    revocation: Vec<Amendment>,
}

#[derive(Deserialize)]
struct Delivery {
    decision: String,
    date: Date,
    by: String,
    occasion: String,
    entries: Vec<i64>,
    #[serde(default)]
    receiver: String,
    #[serde(default)]
    relation: String,
}

#[derive(Clone, Deserialize)]
struct Amendment {
    number: String,
    decision: String,
    drafted: Date,
    date: Date,
    facts: String,
    entry: i64,
    ground: Option<String>,
    achievement: Option<String>,
    object_back: Option<Back>,
    money_back: Option<Back>,
}

#[derive(Clone, Deserialize)]
struct Back {
    date: Date,
    amount: Option<i64>,
    note: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("amendments.toml")?;
    let mut events = Vec::new();
    for row in file.delivery {
        let day = row.date;
        let act = move |app: &App, known: &mut Known| deliver(app, known, &row);
        events.push(Event::on(day, 16, "certificates handed over", act));
    }
    for (kind, rows) in [(Kind::Correction, file.correction), (Kind::Revocation, file.revocation)] {
        for row in rows {
            amendment(&mut events, kind, row);
        }
    }
    Ok(events)
}

fn deliver(app: &App, known: &Known, row: &Delivery) -> Result<(), Refusal> {
    let by = known.person(&row.by)?;
    let decision = decisions::find(app, &by, &known.id("decision", &row.decision)?)?;
    let form = Form::from_pairs([
        ("delivered_on", chungsuc_domain::date::show_date(row.date)),
        ("occasion", row.occasion.clone()),
        ("receiver", row.receiver.clone()),
        ("relation", row.relation.clone()),
    ]);
    let how = Handing::read(&form, decision.issued_on.unwrap_or(row.date), app.today())?;
    decisions::deliver(app, &by, &decision, &row.entries, &how)
}

/// A correction or a revocation is drafted, issued on its day, and what comes back comes back.
fn amendment(events: &mut Vec<Event>, kind: Kind, row: Amendment) {
    let (drafted, day, name) = (row.drafted, row.date, row.number.clone());
    let first = row.clone();
    let act = move |app: &App, known: &mut Known| draft(app, known, kind, &first);
    events.push(Event::on(drafted, 10, format!("{name} drafted"), act));
    let second = row.clone();
    let act = move |app: &App, known: &mut Known| issue(app, known, &second);
    events.push(Event::on(day, 9, name, act));
    let both =
        [(Recovered::Object, row.object_back.clone()), (Recovered::Money, row.money_back.clone())];
    for (what, back) in both {
        let (Some(back), row) = (back, row.clone()) else { continue };
        let day = back.date;
        let act = move |app: &App, known: &mut Known| recover(app, known, &row, what, &back);
        events.push(Event::on(day, 11, "came back", act));
    }
}

fn draft(app: &App, known: &mut Known, kind: Kind, row: &Amendment) -> Result<(), Refusal> {
    let by = known.person(SECRETARY)?;
    let decision = decisions::find(app, &by, &known.id("decision", &row.decision)?)?;
    let (ground, facts) = (row.ground.clone(), row.facts.clone());
    let words = Words { ground, facts, bases: String::new() };
    let id = amendments::amend(app, &by, &decision, kind, &[row.entry], &words)?;
    if let Some(achievement) = &row.achievement {
        let drafted = amendments::find(app, &by, &id)?;
        for line in drafted.lines {
            let Some(old) = line.words else { continue };
            let words = OnPaper { achievement: achievement.clone(), ..old };
            amendments::reword_line(app, &by, &id, line.seq, line.version, &words)?;
        }
    }
    known.note("amendment", &row.number, id);
    Ok(())
}

fn issue(app: &App, known: &Known, row: &Amendment) -> Result<(), Refusal> {
    let (by, id) = (known.person(CHAIRMAN)?, known.id("amendment", &row.number)?);
    let version = amendments::find(app, &by, &id)?.version;
    let number = row.number.split('/').next().and_then(|number| number.parse().ok());
    amendments::issue(
        app,
        &by,
        &id,
        &Issuing { on: row.date, number, version, reason: String::new() },
    )?;
    Ok(())
}

fn recover(
    app: &App,
    known: &Known,
    row: &Amendment,
    what: Recovered,
    back: &Back,
) -> Result<(), Refusal> {
    let by = known.person(SECRETARY)?;
    let found = amendments::find(app, &by, &known.id("amendment", &row.number)?)?;
    let decision = decisions::find(app, &by, &found.decision)?;
    let what = (what, back.amount.map(Vnd::new));
    amendments::record(app, &by, (&found, &decision), row.entry, what, back.date, &back.note)
}
