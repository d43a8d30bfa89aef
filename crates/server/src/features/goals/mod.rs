//! Goals: what is planned for a figure by a day, what was accepted since, and where it is heading.

mod course;
mod keep;
mod pages;
mod plan;
mod sql;

use chungsuc_domain::standard::{Compare, Indicator, IndicatorKind, Standard};
use chungsuc_domain::{Decimal, SubjectKind, UnitKind};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;

pub use course::{Course, Stand, course, courses};
pub use keep::{NewGoal, change, set, withdraw};
pub(crate) use pages::routes;
pub use plan::{Suggestion, suggestions, take};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of a goal's records in the journal.
pub const RECORD: &str = "goal";

/// How many days before its day a goal that may be missed comes to the desk.
const NEAR: i32 = 92;

/// Which figure a goal is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// An indicator, by its number.
    Indicator(String),
    /// How many criteria a village meets.
    Criteria,
    /// How many villages of the commune meet the whole set.
    Villages,
}

impl Aim {
    /// As it is kept and sent.
    pub fn code(&self) -> &str {
        match self {
            Self::Indicator(code) => code,
            Self::Criteria => "criteria",
            Self::Villages => "villages",
        }
    }

    /// The aim of a code; any other word is the number of an indicator.
    pub fn of(code: &str) -> Self {
        match code {
            "criteria" => Self::Criteria,
            "villages" => Self::Villages,
            code => Self::Indicator(code.to_owned()),
        }
    }

    /// The indicator of the set, if it is about one.
    pub(crate) fn indicator<'a>(&self, standard: &'a Standard) -> Option<&'a Indicator> {
        match self {
            Self::Indicator(code) => standard.indicator(code),
            _ => None,
        }
    }

    /// Which way the figure is wanted.
    pub(crate) fn wanted(&self, standard: &Standard) -> Compare {
        self.indicator(standard).and_then(|one| one.compare).unwrap_or(Compare::AtLeast)
    }

    /// The greatest value that the figure can have, among so many villages; none for an amount.
    pub(crate) fn most(&self, standard: &Standard, villages: usize) -> Option<usize> {
        match self {
            Self::Criteria => Some(standard.criteria().len()),
            Self::Villages => Some(villages),
            Self::Indicator(_) => {
                let is_share = |line: &Indicator| line.kind == IndicatorKind::Ratio;
                self.indicator(standard).is_some_and(is_share).then_some(100)
            }
        }
    }

    /// Whether there is a number to plan.
    pub(crate) fn has_number(&self, standard: &Standard) -> bool {
        self.indicator(standard).is_none_or(|one| one.kind != IndicatorKind::YesNo)
    }
}

/// A goal as it is kept.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its id.
    pub id: String,
    /// Code of the village, or of the commune.
    pub unit: String,
    /// Name of that unit.
    pub unit_name: String,
    /// Id of the standard.
    pub standard: String,
    /// Which figure.
    pub aim: Aim,
    /// The last day; it belongs to the term.
    pub due: Date,
    /// What is planned, in the unit of the figure; 1 for yes.
    pub planned: Decimal,
    /// What should be known of it.
    pub note: String,
    /// Id of the movement whose plan asks for it.
    pub movement: Option<String>,
    /// Whether it was given up.
    pub withdrawn: bool,
    /// Which state of the record this is.
    pub version: i64,
}

impl Goal {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            unit: row.get(1)?,
            unit_name: row.get(2)?,
            standard: row.get(3)?,
            aim: Aim::of(&row.get::<String>(4)?),
            due: row.get(5)?,
            planned: Decimal::from_thousandths(row.get(6)?),
            note: row.get(7)?,
            movement: row.get(8)?,
            withdrawn: row.get(9)?,
            version: row.get(10)?,
        })
    }
}

/// Where a goal belongs: to a village, or to the commune.
fn place<'a>(by: &'a Person, unit: &'a str) -> Place<'a> {
    match unit == by.commune {
        true => Place::commune(&by.commune),
        false => Place::village(&by.commune, unit),
    }
}

/// How many villages meet a set is for everybody who reads standards; a figure is for the people of its
/// village, or of the commune.
fn may_see(by: &Person, goal: &Goal) -> bool {
    match goal.aim {
        Aim::Villages => by.may_somewhere(Act::ReadStandards),
        Aim::Criteria | Aim::Indicator(_) => by.may(Act::ReadStandards, place(by, &goal.unit)),
    }
}

/// Whether this person keeps the goals of a unit.
pub(crate) fn may_keep(by: &Person, unit: &str) -> bool {
    by.may(Act::KeepGoals, place(by, unit))
}

/// The goals that this person may see, by due day.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn goals(app: &App, by: &Person) -> Result<Vec<Goal>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let mut found = app.read(|r| -> Result<_, Refusal> {
        Ok(r.all(sql::ALL, &[by.commune.as_str().into()], Goal::read)?)
    })?;
    found.retain(|goal| may_see(by, goal));
    Ok(found)
}

/// One goal.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn goal(app: &App, by: &Person, id: &str) -> Result<Goal, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into(), id.into()];
    let found: Result<Goal, Refusal> =
        app.read(|r| r.first(sql::ONE, &params, Goal::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    if may_see(by, &found) { Ok(found) } else { Err(Refusal::Forbidden) }
}

/// What a kind of unit can have as its goal in a set. A commune has figures of its own by a set of
/// communes only, and counts its villages by a set of villages only.
pub(crate) fn fits(aim: &Aim, standard: &Standard, kind: UnitKind) -> bool {
    let of_communes = standard.head().value.subject == SubjectKind::Commune;
    let has_figures = kind == UnitKind::Village || of_communes;
    match aim {
        Aim::Villages => kind == UnitKind::Commune && !of_communes,
        Aim::Criteria => has_figures,
        Aim::Indicator(code) => has_figures && standard.indicator(code).is_some(),
    }
}

/// For those who keep goals: how many may be missed while there is still time to help.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if !by.may_somewhere(Act::KeepGoals) {
        return Ok(Vec::new());
    }
    let today = app.today();
    let is_near = |goal: &Goal| {
        let left = today.until(goal.due).map_or(0, |span| span.get_days());
        (0..=NEAR).contains(&left) && may_keep(by, &goal.unit)
    };
    let mut near = goals(app, by)?;
    near.retain(is_near);
    let at_risk: Vec<Course> =
        courses(app, by, near)?.into_iter().filter(|course| course.stand.is_at_risk()).collect();
    let Some(first) = at_risk.iter().map(|course| course.goal.due).min() else {
        return Ok(Vec::new());
    };
    let what = Message::new("todo-goals-at-risk").arg("count", at_risk.len());
    Ok(vec![Todo { what, href: "/tieu-chi/muc-tieu".to_owned(), due: Some(first) }])
}
