//! Duties: who does what, until when, and when it was done.

use chungsuc_store::{Change, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::{DUTY, PlanDuty, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A duty of a movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Its number in the movement.
    pub seq: i64,
    /// Where the plan says so.
    pub section: String,
    /// Who does it.
    pub bearer: String,
    /// What is to be done.
    pub text: String,
    /// The last day; nothing for a duty that stands as long as the movement.
    pub due: Option<Date>,
    /// When it was done.
    pub done_on: Option<Date>,
    /// Which state of the record this is.
    pub version: i64,
}

impl Duty {
    /// Whether its day has passed undone; the day itself still belongs to it.
    pub fn is_late(&self, today: Date) -> bool {
        self.done_on.is_none() && self.due.is_some_and(|due| due < today)
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    section: &'a str,
    bearer: &'a str,
    text: &'a str,
    due: Option<Date>,
}

#[derive(Serialize)]
struct Done {
    done_on: Option<Date>,
}

/// All duties of a movement, the next due first, standing ones last.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn duties(app: &App, by: &Person, movement: &str) -> Result<Vec<Duty>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), movement.into()];
    app.read(|r| {
        let rows = r.all(sql::DUTIES, &key, |row| {
            Ok(Duty {
                seq: row.get(0)?,
                section: row.get(1)?,
                bearer: row.get(2)?,
                text: row.get(3)?,
                due: row.get(4)?,
                done_on: row.get(5)?,
                version: row.get(6)?,
            })
        });
        Ok(rows?)
    })
}

/// Sets a further duty in the course of the movement.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `bearer`, `text`, `due`.
pub fn set_duty(app: &App, by: &Person, movement: &str, duty: &PlanDuty) -> Result<i64, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    let known = find(app, by, movement)?;
    let mut errors = Errors::default();
    for (field, value) in [("bearer", &duty.bearer), ("text", &duty.text)] {
        if value.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        }
    }
    if duty.due.is_some_and(|due| due < known.period.from() || due > known.period.to()) {
        errors.add("due", Message::new("duty-outside-period"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    app.write(by, |tx| {
        let key = [by.commune.as_str().into(), movement.into()];
        let seq = tx.first(sql::NEXT_DUTY, &key, |row| row.get(0))?.unwrap_or(1);
        add(tx, movement, seq, duty)?;
        Ok(seq)
    })
}

pub(super) fn add(
    tx: &mut Writer<'_>,
    movement: &str,
    seq: i64,
    duty: &PlanDuty,
) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let PlanDuty { section, bearer, text, due } = duty;
    let kept = Kept { section, bearer, text, due: *due };
    tx.change(
        Change::create(DUTY, format!("{movement}/{seq}"), &kept)?,
        sql::ADD_DUTY,
        &[
            commune.as_str().into(),
            movement.into(),
            seq.into(),
            section.into(),
            bearer.into(),
            text.into(),
            (*due).into(),
        ],
    )
}

/// Notes that a duty was done, or takes that note back.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] for a day that is to come.
pub fn finish_duty(
    app: &App,
    by: &Person,
    movement: &str,
    seq: i64,
    version: i64,
    done_on: Option<Date>,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    if done_on.is_some_and(|day| day > app.today()) {
        return Err(Refusal::field("done_on", Message::new("day-to-come")));
    }
    let all = duties(app, by, movement)?;
    let duty = all.into_iter().find(|duty| duty.seq == seq).ok_or(Refusal::NotFound)?;
    app.write(by, |tx| {
        let (old, new) = (Done { done_on: duty.done_on }, Done { done_on });
        let change = Change::update(DUTY, format!("{movement}/{seq}"), &old, &new)?;
        Ok(tx.change(
            change,
            sql::FINISH_DUTY,
            &[
                done_on.into(),
                by.commune.as_str().into(),
                movement.into(),
                seq.into(),
                version.into(),
            ],
        )?)
    })
}
