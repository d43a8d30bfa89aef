//! The ledger of the example, and the rates that value it.

use chungsuc_domain::{ContributionKind, Decimal, Measure, SubjectKind, Vnd};
use jiff::civil::{Date, date};
use serde::Deserialize;

use super::movements::{MOVEMENT, subject_id};
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::contributions::{self, Giver, NewContribution};
use crate::refusal::Refusal;

/// The movement is adopted in November 2022; what was given earlier that year was entered then.
const ENTERED_FROM: Date = date(2022, 11, 3);
const ACCOUNTANT: &str = "ketoan";

#[derive(Deserialize)]
struct RateRow {
    unit: String,
    value_vnd: i64,
    from: Date,
    paper: String,
}

#[derive(Deserialize)]
struct WorksRow {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "ref")]
    reference: String,
    date: Date,
    village: String,
    giver_kind: String,
    giver: String,
    giver_name: String,
    kind: String,
    quantity: String,
    unit: String,
    works: String,
    consent_public: bool,
    receipt: String,
    note: String,
    reverses: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let works: Vec<WorksRow> = read::csv("works.csv")?;
    let mut events = Vec::new();
    for row in read::csv::<RateRow>("rates.csv")? {
        let day = row.from.max(date(2022, 1, 10));
        events.push(Event::on(day, 7, "rate", move |app, known| rate(app, known, &row)));
    }
    for row in read::csv::<Row>("contributions.csv")? {
        let name = works.iter().find(|one| one.code == row.works).map(|one| one.name.clone());
        let purpose = name.unwrap_or_else(|| row.works.clone());
        let day = row.date.max(ENTERED_FROM);
        let label = row.reference.clone();
        events.push(Event::on(day, 15, label, move |app, known| give(app, known, row, purpose)));
    }
    Ok(events)
}

fn rate(app: &App, known: &mut Known, row: &RateRow) -> Result<(), Refusal> {
    let measure = Measure::from_code(&row.unit).ok_or(Refusal::NotFound)?;
    let by = known.person(ACCOUNTANT)?;
    contributions::set_rate(app, &by, measure, Vnd::new(row.value_vnd), row.from, &row.paper)
}

fn give(app: &App, known: &mut Known, row: Row, purpose: String) -> Result<(), Refusal> {
    let by = known.person(ACCOUNTANT)?;
    if !row.reverses.is_empty() {
        let id = known.id("contribution", &row.reverses)?;
        contributions::reverse(app, &by, &id, &row.note)?;
        return Ok(());
    }
    let giver = match SubjectKind::from_code(&row.giver_kind) {
        Some(kind) => Giver::Known(kind, subject_id(known, kind, &row.giver)?),
        None => Giver::Free(row.giver_name),
    };
    let new = NewContribution {
        village: row.village,
        giver,
        kind: ContributionKind::from_code(&row.kind).ok_or(Refusal::NotFound)?,
        quantity: Decimal::from_plain(&row.quantity).map_err(|_| Refusal::NotFound)?,
        measure: Measure::from_code(&row.unit).ok_or(Refusal::NotFound)?,
        given_on: row.date,
        purpose,
        receipt: row.receipt,
        public_name: row.consent_public,
    };
    let id = contributions::record(app, &by, &known.id("movement", MOVEMENT)?, &new)?;
    known.note("contribution", &row.reference, id);
    Ok(())
}
