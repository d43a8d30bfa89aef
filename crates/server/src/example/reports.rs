//! The reports of the example: their due days, drafts, and how they were sent.

use jiff::civil::{Date, date};
use serde::Deserialize;

use super::movements::MOVEMENT;
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::reports::{self, Calendar, DayOfYear, Narrative, ReportKind, Sending};
use crate::refusal::Refusal;

const FILE: &str = "reports.toml";
/// The day after the plan was adopted.
const CALENDAR_SET: Date = date(2022, 11, 3);

#[derive(Deserialize)]
struct File {
    due: Due,
    signer: Signer,
    report: Vec<Row>,
}

#[derive(Deserialize)]
struct Due {
    half_year: String,
    year: String,
    closing: String,
}

#[derive(Clone, Deserialize)]
struct Signer {
    post: String,
    name: String,
}

#[derive(Clone, Deserialize)]
struct Row {
    code: String,
    kind: String,
    from: Date,
    drafted_on: Date,
    sent_on: Date,
    number: String,
    author: String,
    figures_to: Date,
    results: String,
    difficulties: String,
    next: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let text = String::from_utf8_lossy(read::bytes(FILE)?);
    let unreadable =
        |error: toml::de::Error| ExampleError::File { file: FILE, why: error.to_string() };
    let File { due, signer, report } = toml::from_str(&text).map_err(unreadable)?;
    let mut events =
        vec![Event::on(CALENDAR_SET, 8, "due days", move |app, known| set_days(app, known, &due))];
    for row in report {
        let (sent, signer) = (row.clone(), signer.clone());
        let drafted = row.drafted_on;
        let act = move |app: &App, known: &mut Known| draft(app, known, row);
        events.push(Event::on(drafted, 16, sent.code.clone(), act));
        let (day, code) = (sent.sent_on, sent.code.clone());
        let act = move |app: &App, known: &mut Known| send(app, known, &sent, signer);
        events.push(Event::on(day, 17, code, act));
    }
    Ok(events)
}

fn set_days(app: &App, known: &mut Known, due: &Due) -> Result<(), Refusal> {
    let by = known.person("banquanly")?;
    let days = Calendar {
        half_year_due: DayOfYear::parse(&due.half_year),
        year_due: DayOfYear::parse(&due.year),
        closing_due: DayOfYear::parse(&due.closing),
    };
    reports::set_calendar(app, &by, &known.id("movement", MOVEMENT)?, 0, &days)
}

fn draft(app: &App, known: &mut Known, row: Row) -> Result<(), Refusal> {
    let (by, movement) = (known.person(&row.author)?, known.id("movement", MOVEMENT)?);
    let kind = ReportKind::from_code(&row.kind).ok_or(Refusal::NotFound)?;
    let id = reports::begin(app, &by, &movement, kind, row.from)?;
    let begun = reports::find(app, &by, &id)?;
    let narrative = Narrative {
        figures_from: begun.counted.from(),
        figures_to: row.figures_to,
        results: row.results.trim().to_owned(),
        difficulties: row.difficulties.trim().to_owned(),
        next_steps: row.next.trim().to_owned(),
    };
    reports::write(app, &by, &id, begun.version, &narrative)?;
    known.note("report", &row.code, id);
    Ok(())
}

fn send(app: &App, known: &mut Known, row: &Row, signer: Signer) -> Result<(), Refusal> {
    let by = known.person(&row.author)?;
    let (number, symbol) = row.number.split_once('/').ok_or(Refusal::NotFound)?;
    let sending = Sending {
        number: Some(number.parse().map_err(|_| Refusal::NotFound)?),
        symbol: symbol.to_owned(),
        signer_post: signer.post.trim().to_owned(),
        signer_name: signer.name,
    };
    reports::send(app, &by, &known.id("report", &row.code)?, 2, &sending)
}
