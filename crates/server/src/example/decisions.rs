//! The decisions of the example: drafted by the secretary after the sitting, issued by the chairman.

use jiff::civil::Date;
use serde::Deserialize;

use super::movements::MOVEMENT;
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::decisions::{self, Issuing, OnPaper, Wording};
use crate::refusal::Refusal;
use crate::web::Form;

const SECRETARY: &str = "thuongtruc";

#[derive(Deserialize)]
struct File {
    decision: Vec<Row>,
}

#[derive(Clone, Deserialize)]
struct Row {
    number: String,
    date: Date,
    sitting: String,
    #[serde(rename = "abstract")]
    title: String,
    signer: String,
    reward_source: String,
    awarded: Vec<AwardedRow>,
}

#[derive(Clone, Deserialize)]
struct AwardedRow {
    nomination: String,
    achievement: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("decisions.toml")?;
    let mut events = Vec::new();
    for row in file.decision {
        let (day, name) = (row.date, row.number.clone());
        let drafted = row.clone();
        let act = move |app: &App, known: &mut Known| draft(app, known, &drafted);
        events.push(Event::on(day, 9, format!("{name} drafted"), act));
        let act = move |app: &App, known: &mut Known| issue(app, known, &row);
        events.push(Event::on(day, 15, name, act));
    }
    Ok(events)
}

fn draft(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let by = known.person(SECRETARY)?;
    let (sitting, movement) = (known.id("sitting", &row.sitting)?, known.id("movement", MOVEMENT)?);
    let proposal = decisions::proposal(app, &by, &sitting, &movement)?;
    let mut form: Form = decisions::usual_words(app, &by, &proposal)?;
    form.set("abstract", format!("Về việc {}", lower_first(&row.title)));
    form.set("reward_source", &row.reward_source);
    let wording = Wording::read(&form)?;
    let id = decisions::draft(app, &by, &sitting, &movement, &wording)?;
    for line in decisions::find(app, &by, &id)?.awarded {
        let own = |one: &&AwardedRow| {
            known.id("nomination", &one.nomination).is_ok_and(|id| id == line.nomination)
        };
        if let Some(words) = row.awarded.iter().find(own) {
            let achievement = words.achievement.clone();
            let words = OnPaper { achievement, ..line.on_paper.clone() };
            decisions::reword(app, &by, &id, line.seq, line.version, &words)?;
        }
    }
    known.note("decision", &row.number, id);
    Ok(())
}

fn lower_first(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next().map(|sign| sign.to_lowercase().collect::<String>());
    first.unwrap_or_default() + signs.as_str()
}

fn issue(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let (by, id) = (known.person(&row.signer)?, known.id("decision", &row.number)?);
    let version = decisions::find(app, &by, &id)?.version;
    let number = row.number.split('/').next().and_then(|number| number.parse().ok());
    decisions::issue(
        app,
        &by,
        &id,
        &Issuing { on: row.date, number, version, reason: String::new() },
    )?;
    Ok(())
}
