//! How far the villages are with the figures of a period: who has not sent, who is late, and a word to
//! exactly those.

use std::collections::HashMap;

use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::grid::{GridKey, Values};
use super::{period, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::todo::Todo;
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of a due day's records in the journal.
pub const DUE: &str = "indicator_due";
/// Kind of a reminder's records in the journal.
pub const REMINDER: &str = "indicator_reminder";

/// The figures of all villages for a standard and a period.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The last day to send them; it belongs to the term.
    pub due: Date,
    /// Version of the due day that an officer set; 0 when it is the period's last day.
    pub due_version: i64,
    /// Each village.
    pub villages: Vec<VillageProgress>,
}

/// The figures of one village.
#[derive(Clone, Debug)]
pub struct VillageProgress {
    /// The village.
    pub unit: Unit,
    /// Figures that were sent and are not given back.
    pub sent: usize,
    /// Figures that were first sent in the term.
    pub on_time: usize,
    /// Indicators of the standard.
    pub total: usize,
    /// The last day on which they were reminded.
    pub reminded_on: Option<Date>,
}

impl VillageProgress {
    /// Whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        self.sent == self.total
    }
}

impl Progress {
    /// Whether the term is over.
    pub fn is_over(&self, today: Date) -> bool {
        today > self.due
    }

    /// The villages that have not sent everything.
    pub fn missing(&self) -> impl Iterator<Item = &VillageProgress> {
        self.villages.iter().filter(|village| !village.is_complete())
    }
}

#[derive(Serialize)]
struct KeptDue {
    due: Date,
}

#[derive(Serialize)]
struct KeptReminder<'a> {
    unit: &'a str,
    reminded_on: Date,
}

/// How far the villages are.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard or period; of the store.
pub fn progress(app: &App, by: &Person, key: GridKey<'_>) -> Result<Progress, Refusal> {
    by.must_in_commune(Act::JudgeValues)?;
    of_villages(app, by, key)
}

fn of_villages(app: &App, by: &Person, key: GridKey<'_>) -> Result<Progress, Refusal> {
    let total = app.catalog.standard(key.standard).ok_or(Refusal::NotFound)?.indicators().len();
    let last = period::last_day(key.period).ok_or(Refusal::NotFound)?;
    let villages = units::villages(app, &by.commune)?;
    let params = [by.commune.as_str().into(), key.standard.into(), key.period.into()];
    app.read(|r| {
        let set = r.first(sql::DUE, &params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (due, due_version) = set.unwrap_or((last, 0));
        let reminded: Vec<(String, Date)> =
            r.all(sql::REMINDERS, &params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let reminded: HashMap<_, _> = reminded.into_iter().collect();
        let values = Values::of_period(r, &by.commune, key)?;
        let villages = villages.into_iter().map(|unit| {
            let own = || values.iter().filter(|value| value.unit == unit.code);
            let sent = own().filter(|value| !value.review.may_edit()).count();
            let in_term = |day: Option<Date>| day.is_some_and(|day| day <= due);
            let on_time = own().filter(|value| in_term(value.sent_on)).count();
            let reminded_on = reminded.get(&unit.code).copied();
            VillageProgress { unit, sent, on_time, total, reminded_on }
        });
        Ok(Progress { due, due_version, villages: villages.collect() })
    })
}

/// Sets the last day to send the figures of a period, seen in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; a conflict when somebody was faster.
pub fn set_due(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
    due: Date,
    version: i64,
) -> Result<(), Refusal> {
    let known = progress(app, by, key)?;
    let id = format!("{}/{}", key.standard, key.period);
    let mut params =
        vec![due.into(), by.commune.as_str().into(), key.standard.into(), key.period.into()];
    let (old, new) = (KeptDue { due: known.due }, KeptDue { due });
    app.write(by, |tx| {
        if known.due_version == 0 && version == 0 {
            return Ok(tx.change(Change::create(DUE, id, &new)?, sql::ADD_DUE, &params)?);
        }
        params.push(version.into());
        Ok(tx.change(Change::update(DUE, id, &old, &new)?, sql::MOVE_DUE, &params)?)
    })
}

/// Reminds exactly the villages that have not sent everything now, each once a day; gives how many.
///
/// # Errors
/// As [`progress`].
pub fn remind(app: &App, by: &Person, key: GridKey<'_>) -> Result<usize, Refusal> {
    let (progress, today) = (progress(app, by, key)?, app.today());
    let due = progress.missing().filter(|village| village.reminded_on != Some(today));
    let villages: Vec<&VillageProgress> = due.collect();
    app.write(by, |tx| {
        villages.iter().try_for_each(|village| remind_one(tx, by, key, &village.unit.code, today))
    })?;
    Ok(villages.len())
}

fn remind_one(
    tx: &mut Writer<'_>,
    by: &Person,
    key: GridKey<'_>,
    unit: &str,
    today: Date,
) -> Result<(), Refusal> {
    let id = format!("{unit}/{}/{}/{today}", key.standard, key.period);
    let change = Change::create(REMINDER, id, &KeptReminder { unit, reminded_on: today })?;
    let params = [
        by.commune.as_str().into(),
        unit.into(),
        key.standard.into(),
        key.period.into(),
        today.into(),
        by.account.as_str().into(),
    ];
    Ok(tx.change(change, sql::REMIND, &params)?)
}

/// What the villages of this person were reminded of and have not sent since.
pub(super) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    // Who works for the whole commune is not reminded of every village: they have the list.
    if by.villages_for(Act::EnterValues).is_none_or(|villages| villages.is_empty()) {
        return Ok(Vec::new());
    }
    let params = [by.commune.as_str().into()];
    let reminded: Vec<[String; 3]> = app.read(|r| {
        let rows = r.all(sql::REMINDED, &params, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]));
        rows.map_err(Refusal::from)
    })?;
    let mut todos = Vec::new();
    for [unit, standard, period] in &reminded {
        if by.may(Act::EnterValues, Place::village(&by.commune, unit)) {
            let progress = of_villages(app, by, GridKey { standard, period })?;
            let own = progress.missing().find(|village| village.unit.code == *unit);
            todos.extend(own.map(|village| todo(village, progress.due, (standard, period))));
        }
    }
    Ok(todos)
}

fn todo(village: &VillageProgress, due: Date, (standard, period): (&str, &str)) -> Todo {
    let unit = &village.unit;
    let what = Message::new("todo-reminded")
        .arg("village", unit.name.clone())
        .arg("count", village.total - village.sent);
    let href = format!("/tieu-chi/nhap?bo={standard}&ky={period}&lang={}", unit.code);
    Todo { what, href, due: Some(due) }
}
