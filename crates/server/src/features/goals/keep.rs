//! Setting a goal, changing it and giving it up; what it was before stays in the journal.

use chungsuc_domain::standard::Standard;
use chungsuc_domain::{Decimal, UnitKind};
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::{Aim, Goal, RECORD, fits, goal, goals, place, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A goal about to be set.
#[derive(Clone, Debug)]
pub struct NewGoal<'a> {
    /// Code of a village of today, or of the commune.
    pub unit: &'a str,
    /// Id of the standard.
    pub standard: &'a str,
    /// Which figure.
    pub aim: Aim,
    /// The last day.
    pub due: Date,
    /// What is planned; nothing for yes or no.
    pub planned: Option<Decimal>,
    /// What should be known of it.
    pub note: &'a str,
}

#[derive(Serialize)]
struct Kept<'a> {
    unit: &'a str,
    standard: &'a str,
    aim: &'a str,
    due: Date,
    planned: String,
    note: &'a str,
    withdrawn: bool,
}

impl<'a> Kept<'a> {
    fn of(goal: &'a Goal) -> Self {
        Self {
            unit: &goal.unit,
            standard: &goal.standard,
            aim: goal.aim.code(),
            due: goal.due,
            planned: goal.planned.to_string(),
            note: &goal.note,
            withdrawn: goal.withdrawn,
        }
    }
}

/// Sets a goal; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`] outside one's territory; [`Refusal::Invalid`] with the fields `unit`, `aim`,
/// `due`, `planned`; a rule, when the unit has this goal in that year already.
pub fn set(app: &App, by: &Person, new: &NewGoal<'_>) -> Result<String, Refusal> {
    let mut errors = Errors::default();
    if new.due < app.today() {
        errors.add("due", Message::new("goal-due-past"));
    }
    add(app, by, new, None, errors)
}

/// As [`set`]; the day of a plan's target may have passed.
pub(super) fn add(
    app: &App,
    by: &Person,
    new: &NewGoal<'_>,
    movement: Option<&str>,
    mut errors: Errors,
) -> Result<String, Refusal> {
    let standard = app.catalog.standard(new.standard).ok_or(Refusal::NotFound)?;
    let territories = units::territories(app, by)?;
    let Some(unit) = territories.iter().find(|unit| unit.code == new.unit) else {
        return Err(Refusal::field("unit", Message::new("field-missing")));
    };
    by.must(Act::KeepGoals, place(by, &unit.code))?;
    let kind = UnitKind::from_code(&unit.kind).unwrap_or(UnitKind::Village);
    if !fits(&new.aim, standard, kind) {
        errors.add("aim", Message::new("goal-aim-unfit"));
    }
    let villages = territories.len() - 1;
    let planned = check(standard, &new.aim, new.planned, villages, &mut errors);
    let known = goals(app, by)?;
    let is_same =
        |it: &&Goal| (&*it.unit, &*it.standard, &it.aim) == (new.unit, new.standard, &new.aim);
    if known.iter().filter(is_same).any(|it| it.due.year() == new.due.year()) {
        errors.add("due", Message::new("goal-there-already"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let goal = Goal {
        id: app.new_id(),
        unit: unit.code.clone(),
        unit_name: unit.name.clone(),
        standard: new.standard.to_owned(),
        aim: new.aim.clone(),
        due: new.due,
        planned,
        note: new.note.to_owned(),
        movement: movement.map(str::to_owned),
        withdrawn: false,
        version: 1,
    };
    app.write(by, |tx| insert(tx, by, &goal))?;
    Ok(goal.id)
}

fn insert(tx: &mut Writer<'_>, by: &Person, goal: &Goal) -> Result<(), Refusal> {
    let params = [
        goal.due.into(),
        i64::from(goal.due.year()).into(),
        goal.planned.thousandths().into(),
        goal.note.as_str().into(),
        goal.movement.as_deref().into(),
        by.commune.as_str().into(),
        goal.id.as_str().into(),
        goal.unit.as_str().into(),
        goal.standard.as_str().into(),
        goal.aim.code().into(),
        false.into(),
    ];
    Ok(tx.change(Change::create(RECORD, &goal.id, &Kept::of(goal))?, sql::ADD, &params)?)
}

/// Changes day, planned value and note of a goal in the state that was seen, and says why.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `due`, `planned`, `reason`; a conflict.
pub fn change(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    (due, planned, note): (Date, Option<Decimal>, &str),
    reason: &str,
) -> Result<(), Refusal> {
    let old = goal(app, by, id)?;
    by.must(Act::KeepGoals, place(by, &old.unit))?;
    let standard = app.catalog.standard(&old.standard).ok_or(Refusal::NotFound)?;
    let mut errors = Errors::default();
    let villages = units::villages(app, &by.commune)?.len();
    let planned = check(standard, &old.aim, planned, villages, &mut errors);
    if due != old.due && due < app.today() {
        errors.add("due", Message::new("goal-due-past"));
    }
    let others = goals(app, by)?;
    let is_same = |it: &&Goal| {
        it.id != old.id && (&it.unit, &it.standard, &it.aim) == (&old.unit, &old.standard, &old.aim)
    };
    if others.iter().filter(is_same).any(|it| it.due.year() == due.year()) {
        errors.add("due", Message::new("goal-there-already"));
    }
    if reason.trim().is_empty() {
        errors.add("reason", Message::new("field-missing"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let new = Goal { due, planned, note: note.to_owned(), version, ..old.clone() };
    app.write(by, |tx| update(tx, by, &old, &new, reason))
}

/// Gives a goal up, with a reason; it stays to be read.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when no reason is given; a conflict.
pub fn withdraw(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    reason: &str,
) -> Result<(), Refusal> {
    let old = goal(app, by, id)?;
    by.must(Act::KeepGoals, place(by, &old.unit))?;
    if reason.trim().is_empty() {
        return Err(Refusal::rule("goal-no-reason"));
    }
    let new = Goal { withdrawn: true, version, ..old.clone() };
    app.write(by, |tx| update(tx, by, &old, &new, reason))
}

fn update(
    tx: &mut Writer<'_>,
    by: &Person,
    old: &Goal,
    new: &Goal,
    reason: &str,
) -> Result<(), Refusal> {
    let change = Change::update(RECORD, &new.id, &Kept::of(old), &Kept::of(new))?;
    let params = [
        new.due.into(),
        i64::from(new.due.year()).into(),
        new.planned.thousandths().into(),
        new.note.as_str().into(),
        new.withdrawn.into(),
        by.commune.as_str().into(),
        new.id.as_str().into(),
        new.version.into(),
    ];
    Ok(tx.change(change.because(reason.trim()), sql::CHANGE, &params)?)
}

/// The planned value of an aim, and what is wrong with it.
fn check(
    standard: &Standard,
    aim: &Aim,
    planned: Option<Decimal>,
    villages: usize,
    errors: &mut Errors,
) -> Decimal {
    if !aim.has_number(standard) {
        return Decimal::ONE;
    }
    let Some(planned) = planned else {
        // What could not be read has its own message already.
        if errors.of("planned").is_none() {
            errors.add("planned", Message::new("field-missing"));
        }
        return Decimal::ZERO;
    };
    let most = aim.most(standard, villages).and_then(|most| i64::try_from(most).ok());
    let is_count = matches!(aim, Aim::Criteria | Aim::Villages);
    if planned < Decimal::ZERO {
        errors.add("planned", Message::new("value-negative"));
    } else if is_count && planned.thousandths() % 1_000 != 0 {
        errors.add("planned", Message::new("goal-not-whole"));
    } else if let Some(most) = most.filter(|most| planned.thousandths() > most * 1_000) {
        errors.add("planned", Message::new("goal-over-most").arg("most", most));
    }
    planned
}
