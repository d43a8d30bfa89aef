//! The plan of the example, its movement, those who take part with their pledges, and duties.

use chungsuc_domain::SubjectKind;
use jiff::civil::{Date, date};
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::movements::{self, PlanDuty, PlanFacts, Pledge};
use crate::features::units;
use crate::refusal::Refusal;

/// The day on which the plan was signed and adopted.
const ADOPTED: Date = date(2022, 11, 2);
/// Who keeps the movement.
const BOARD: &str = "banquanly";
/// The reference of the movement in the files.
pub(super) const MOVEMENT: &str = "to-tung-2021-2025";

#[derive(Deserialize)]
struct PledgeRow {
    subject_kind: String,
    subject: String,
    date: Date,
    content: String,
    target: String,
    due: Option<Date>,
}

#[derive(Deserialize)]
struct TaskRow {
    bearer: String,
    text: String,
    section: String,
    due: Date,
    done_on: Option<Date>,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = vec![Event::on(ADOPTED, 8, "plan.toml", adopt)];
    for (place, row) in read::csv::<TaskRow>("tasks.csv")?.into_iter().enumerate() {
        set_and_finish(&mut events, place, row);
    }
    for row in read::csv::<PledgeRow>("pledges.csv")? {
        let name = row.subject.clone();
        events.push(Event::on(row.date, 9, name, move |app, known| pledge(app, known, row)));
    }
    Ok(events)
}

fn adopt(app: &App, known: &mut Known) -> Result<(), Refusal> {
    let by = known.person(BOARD)?;
    let file = read::bytes("plan.toml").map_err(|_| Refusal::NotFound)?;
    let units = units::territories(app, &by)?;
    let is_unit = |code: &str| units.iter().any(|unit| unit.code == code);
    let plan = PlanFacts::parse(file, &app.catalog, is_unit);
    let plan = plan.map_err(|faults| match faults.into_iter().next() {
        Some(fault) => Refusal::Rule(fault.message),
        None => Refusal::NotFound,
    })?;
    let id = movements::adopt(app, &by, &plan)?;
    known.note("movement", MOVEMENT, id);
    Ok(())
}

/// A duty is set on the plan's day and finished on its own.
fn set_and_finish(events: &mut Vec<Event>, place: usize, row: TaskRow) {
    let reference = place.to_string();
    if let Some(done_on) = row.done_on {
        let reference = reference.clone();
        let act = move |app: &App, known: &mut Known| {
            let (by, movement) = (known.person(BOARD)?, known.id("movement", MOVEMENT)?);
            let seq = known.id("duty", &reference)?.parse().unwrap_or_default();
            movements::finish_duty(app, &by, &movement, seq, 1, Some(done_on))
        };
        events.push(Event::on(done_on, 16, "duty done", act));
    }
    let act = move |app: &App, known: &mut Known| {
        let (by, movement) = (known.person(BOARD)?, known.id("movement", MOVEMENT)?);
        let TaskRow { bearer, text, section, due, .. } = row;
        let duty = PlanDuty { section, bearer, text, due: Some(due) };
        let seq = movements::set_duty(app, &by, &movement, &duty)?;
        known.note("duty", &reference, seq.to_string());
        Ok(())
    };
    events.push(Event::on(ADOPTED, 14, "duty", act));
}

fn pledge(app: &App, known: &mut Known, row: PledgeRow) -> Result<(), Refusal> {
    let kind = SubjectKind::from_code(&row.subject_kind).ok_or(Refusal::NotFound)?;
    let subject = subject_id(known, kind, &row.subject)?;
    let text = match row.target.is_empty() {
        true => row.content,
        false => format!("{}. {}", row.content, row.target),
    };
    let pledge = Pledge { text, due: row.due, pledged_on: row.date };
    let (by, movement) = (known.person(BOARD)?, known.id("movement", MOVEMENT)?);
    let id = movements::register(app, &by, &movement, kind, &subject, &pledge)?;
    known.note("contestant", &format!("{}/{}", kind.code(), row.subject), id);
    Ok(())
}

/// The id of a subject of the files in the program.
pub(super) fn subject_id(
    known: &Known,
    kind: SubjectKind,
    reference: &str,
) -> Result<String, Refusal> {
    match kind {
        SubjectKind::Commune | SubjectKind::Village => Ok(reference.to_owned()),
        SubjectKind::Household => known.id("household", reference),
        SubjectKind::Individual => known.id("person", reference),
        _ => known.id("body", reference),
    }
}
