//! The conditions of the example's nominations, as those who propose tell them, and the last days for
//! proposals.

use std::collections::BTreeMap;

use chungsuc_domain::eligibility::Fact;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::movements;
use crate::features::nominations::{self, Due};
use crate::refusal::Refusal;

/// The written reason stands among the facts of its nomination.
const WAIVER: &str = "waiver";

#[derive(Deserialize)]
struct FactRow {
    nomination: String,
    by: String,
    on: Date,
    fact: String,
    value: String,
}

#[derive(Deserialize)]
struct DueRow {
    by: String,
    on: Date,
    due: Date,
    said_in: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let mut events = Vec::new();
    for row in read::csv::<DueRow>("due.csv")? {
        let day = row.on;
        let act = move |app: &App, known: &mut Known| announce(app, known, &row);
        events.push(Event::on(day, 8, "last day for nominations", act));
    }
    let mut of_nomination: BTreeMap<String, Vec<FactRow>> = BTreeMap::new();
    for row in read::csv::<FactRow>("conditions.csv")? {
        of_nomination.entry(row.nomination.clone()).or_default().push(row);
    }
    for (reference, rows) in of_nomination {
        let Some(day) = rows.first().map(|row| row.on) else { continue };
        let name = format!("{reference} conditions");
        // Between the writing at nine and the sending at ten or on a later day.
        let act = move |app: &App, known: &mut Known| tell(app, known, &reference, &rows);
        events.push(Event::on(day, 9, name, act));
    }
    Ok(events)
}

fn announce(app: &App, known: &mut Known, row: &DueRow) -> Result<(), Refusal> {
    let by = known.person(&row.by)?;
    let movement = movements::current(app, &by)?.ok_or(Refusal::NotFound)?;
    let due = Due { due: row.due, said_in: row.said_in.clone() };
    nominations::set_due(app, &by, &movement.id, &due)
}

fn tell(app: &App, known: &mut Known, reference: &str, rows: &[FactRow]) -> Result<(), Refusal> {
    let id = known.id("nomination", reference)?;
    let by = rows.first().map(|row| row.by.as_str()).unwrap_or_default();
    let facts: Vec<(Fact, &str)> = rows
        .iter()
        .filter_map(|row| Some((Fact::from_code(&row.fact)?, row.value.as_str())))
        .collect();
    let waiver = rows.iter().find(|row| row.fact == WAIVER);
    let waiver = waiver.map(|row| row.value.as_str()).unwrap_or_default();
    nominations::tell(app, &known.person(by)?, &id, &facts, waiver)
}
