//! Questions about figures that were answered, and rechecks that were drawn and walked.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::questions::{self, AnswerKind, NewAnswer};
use crate::features::rechecks::{self, NewResult, Wish};
use crate::features::standards::grid::GridKey;
use crate::refusal::Refusal;

#[derive(Deserialize)]
struct Checks {
    answer: Vec<Answer>,
    recheck: Vec<Recheck>,
}

#[derive(Deserialize)]
struct Answer {
    date: Date,
    by: String,
    standard: String,
    period: String,
    unit: String,
    question: String,
    kind: String,
    words: String,
}

#[derive(Clone, Deserialize)]
struct Recheck {
    #[serde(rename = "ref")]
    reference: String,
    date: Date,
    by: String,
    standard: String,
    period: String,
    seed: String,
    units: i64,
    of_each: i64,
    results: Vec<Found>,
}

#[derive(Clone, Deserialize)]
struct Found {
    number: i64,
    date: Date,
    agrees: bool,
    words: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let checks: Checks = read::toml("checks.toml")?;
    let mut events = Vec::new();
    for one in checks.recheck {
        for found in one.results.clone() {
            let (of, day) = (one.clone(), found.date);
            let act = move |app: &App, known: &mut Known| visit(app, known, &of, &found);
            events.push(Event::on(day, 16, "a visit", act));
        }
        events.push(Event::on(one.date, 15, "a recheck", move |app, known| draw(app, known, &one)));
    }
    for one in checks.answer {
        events.push(Event::on(one.date, 17, "an answer", move |app, known| say(app, known, &one)));
    }
    Ok(events)
}

fn draw(app: &App, known: &mut Known, one: &Recheck) -> Result<(), Refusal> {
    let key = GridKey { standard: &one.standard, period: &one.period };
    let wish = Wish { seed: &one.seed, units: one.units, of_each: one.of_each };
    let id = rechecks::draw(app, &known.person(&one.by)?, key, wish)?;
    known.note(rechecks::RECORD, &one.reference, id);
    Ok(())
}

fn visit(app: &App, known: &Known, of: &Recheck, found: &Found) -> Result<(), Refusal> {
    let id = known.id(rechecks::RECORD, &of.reference)?;
    let new =
        NewResult { agrees: found.agrees, words: &found.words, visited_on: found.date, file: None };
    rechecks::record(app, &known.person(&of.by)?, &id, found.number, &new)
}

fn say(app: &App, known: &Known, one: &Answer) -> Result<(), Refusal> {
    let by = known.person(&one.by)?;
    let key = GridKey { standard: &one.standard, period: &one.period };
    let raised = questions::raised(app, &by, key)?;
    let asked = raised.iter().map(|raised| &raised.asked).find(|asked| {
        asked.question.kind() == one.question && asked.question.units().contains(&one.unit)
    });
    let id = &asked.ok_or(Refusal::NotFound)?.id;
    let kind = AnswerKind::from_code(&one.kind).ok_or(Refusal::NotFound)?;
    let new = NewAnswer { kind, words: &one.words, wrong: Vec::new(), file: None };
    questions::answer(app, &by, key, id, &new)
}
