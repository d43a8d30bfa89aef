//! Values of indicators with their evidence: entered, sent, accepted or given back on their days.

use chungsuc_domain::Decimal;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::access::Person;
use crate::app::App;
use crate::features::files::NewFile;
use crate::features::standards::{self, Figure, Judged, Judgement, Key, Value};
use crate::refusal::Refusal;
use crate::web::UploadedFile;

/// Who accepts for the programme board what the officer has verified.
const BOARD: &str = "banquanly";

#[derive(Clone, Deserialize)]
struct Row {
    unit: String,
    standard: String,
    indicator: String,
    period: String,
    date: Date,
    value: String,
    numerator: String,
    denominator: String,
    boolean: Option<bool>,
    path: String,
    returned_reason: String,
    entered_by: String,
    decided_by: String,
    met: Option<bool>,
    note: String,
    picture: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = Vec::new();
    for row in read::csv::<Row>("values.csv")? {
        let steps = steps(&row)?;
        let name = format!("{} {} {}", row.unit, row.indicator, row.period);
        let entered = row.clone();
        let act = move |app: &App, known: &mut Known| enter(app, known, &entered);
        events.push(Event::on(row.date, 8, name.clone(), act));
        for (hour, (step, day)) in (9..).zip(steps) {
            let row = row.clone();
            let act = move |app: &App, known: &mut Known| go_on(app, known, &row, &step);
            events.push(Event::on(day, hour, name.clone(), act));
        }
    }
    Ok(events)
}

/// `sent@2022-12-02;accepted@2022-12-07`
fn steps(row: &Row) -> Result<Vec<(String, Date)>, ExampleError> {
    let steps = row.path.split(';').filter(|step| !step.is_empty());
    let step = |text: &str| {
        let (step, day) = text.split_once('@')?;
        Some((step.to_owned(), day.parse().ok()?))
    };
    let wrong = |text: &str| ExampleError::File { file: "values.csv", why: text.to_owned() };
    steps.map(|text| step(text).ok_or_else(|| wrong(text))).collect()
}

fn key(row: &Row) -> Key<'_> {
    Key { unit: &row.unit, standard: &row.standard, indicator: &row.indicator, period: &row.period }
}

fn enter(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let by = known.person(&row.entered_by)?;
    let decimal = |text: &str| (!text.is_empty()).then(|| Decimal::from_plain(text).ok()).flatten();
    let figure = Figure {
        amount: decimal(&row.value),
        numerator: decimal(&row.numerator),
        denominator: decimal(&row.denominator),
        met: row.boolean,
        measured_on: row.date,
        note: row.note.clone(),
    };
    let evidence = picture(row)?;
    let version = standards::find(app, &by, &key(row))?.map_or(0, |value| value.version);
    standards::enter(app, &by, &key(row), &figure, &evidence, version)?;
    Ok(())
}

fn picture(row: &Row) -> Result<Vec<NewFile>, Refusal> {
    if row.picture.is_empty() {
        return Ok(Vec::new());
    }
    let bytes =
        super::EXAMPLE.iter().find(|(name, _)| *name == format!("evidence/{}", row.picture));
    let (_, content) = bytes.ok_or(Refusal::NotFound)?;
    let sent = UploadedFile {
        field: "file".to_owned(),
        name: row.picture.clone(),
        content: content.to_vec(),
    };
    Ok(vec![NewFile::check("file", &sent)?])
}

fn go_on(app: &App, known: &mut Known, row: &Row, step: &str) -> Result<(), Refusal> {
    let person = |login: &str| -> Result<Person, Refusal> { known.person(login) };
    let entered_by = person(&row.entered_by)?;
    let value = standards::find(app, &entered_by, &key(row))?.ok_or(Refusal::NotFound)?;
    match step {
        "sent" => standards::send(app, &entered_by, &value.id, value.version),
        "accepted" => {
            let by = person(&row.decided_by)?;
            judge(app, &by, &value, Judgement::Forward { met: row.met })?;
            let verified = standards::value(app, &by, &value.id)?;
            judge(app, &person(BOARD)?, &verified, Judgement::Forward { met: None })
        }
        "returned" => {
            let reason = row.returned_reason.clone();
            judge(app, &person(&row.decided_by)?, &value, Judgement::Back { reason })
        }
        _ => Err(Refusal::NotFound),
    }
}

fn judge(app: &App, by: &Person, value: &Value, judgement: Judgement) -> Result<(), Refusal> {
    let judged = Judged { id: value.id.clone(), version: value.version, judgement };
    standards::judge(app, by, &[judged])
}
