//! Until when nominations of a year are taken, as the office has announced.

use chungsuc_domain::date::show_date;
use chungsuc_store::{Change, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::movements;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the records in the journal.
const DUE: &str = "nomination_due";

/// The last day for nominations of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The day; it counts.
    pub due: Date,
    /// The paper that says so.
    pub said_in: String,
}

/// The last day for nominations of a movement in a year, if one was announced.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn due(app: &App, by: &Person, movement: &str, year: i16) -> Result<Option<Due>, Refusal> {
    by.must_somewhere(Act::ReadNominations)?;
    let key = [by.commune.as_str().into(), movement.into(), i64::from(year).into()];
    app.read(|r| Ok(r.first(sql::DUE, &key, read)?))
}

fn read(row: &Row<'_>) -> Result<Due, StoreError> {
    Ok(Due { due: row.get(0)?, said_in: row.get(1)? })
}

/// Announces the last day for nominations of the year of that day, or moves it.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `due` and `said_in`.
pub fn set_due(app: &App, by: &Person, movement: &str, new: &Due) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let movement = movements::find(app, by, movement)?;
    let mut errors = Errors::default();
    let (from, to) = (movement.period.from(), movement.period.to());
    // The closing review, and with it its nominations, may come in the year after the last day.
    if new.due < from || new.due.year() > to.year().saturating_add(1) {
        errors.add("due", Message::new("nomination-due-outside"));
    }
    if new.said_in.trim().is_empty() {
        errors.add("said_in", Message::new("field-missing"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let year = new.due.year();
    let old = due(app, by, &movement.id, year)?;
    let (commune, id) = (by.commune.as_str(), movement.id.as_str());
    let key = format!("{id}/{year}");
    app.write(by, |tx| match &old {
        None => {
            let change = Change::create(DUE, &key, new)?;
            let year = i64::from(year).into();
            let params = [commune.into(), id.into(), year, new.due.into(), (&new.said_in).into()];
            Ok(tx.change(change, sql::ADD_DUE, &params)?)
        }
        Some(old) => {
            let change = Change::update(DUE, &key, old, new)?;
            let year = i64::from(year).into();
            let params = [new.due.into(), (&new.said_in).into(), commune.into(), id.into(), year];
            Ok(tx.change(change, sql::SET_DUE, &params)?)
        }
    })
}

/// Refuses what comes after the last day.
pub(super) fn must_be_in_time(app: &App, by: &Person, movement: &str) -> Result<(), Refusal> {
    let today = app.today();
    match due(app, by, movement, today.year())? {
        Some(known) if known.due < today => {
            let late = Message::new("nomination-late").arg("day", show_date(known.due));
            Err(Refusal::Rule(late.arg("paper", known.said_in)))
        }
        _ => Ok(()),
    }
}
