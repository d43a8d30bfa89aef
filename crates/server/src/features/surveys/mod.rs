//! Surveys of people's satisfaction with the new countryside: households drawn by chance, their forms
//! counted, the shares held against the condition of recognition.
//!
//! The draw can be repeated by anybody (docs/surveys.md). Of the answers only counts are kept, never
//! what a household said. A closed survey is not changed: it is corrected by another one.

mod close;
mod count;
mod document;
mod draw;
mod open;
mod pages;
mod satisfaction;
mod sql;
mod todos;

use chungsuc_domain::codes;
use chungsuc_domain::date::Date;
use chungsuc_domain::survey::{Answers, CONDITION, Content};
use chungsuc_store::{Row, StoreError};
use serde::{Deserialize, Serialize};

pub use close::{close, correct, withdraw};
pub use count::{Counted, enter};
pub use document::{Sheet, sheet};
pub use draw::{Drawn, drawn};
pub use open::{Outlook, open, outlook};
pub(crate) use pages::routes;
pub use satisfaction::{Satisfaction, assessment, satisfaction};
pub(crate) use todos::todos;

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;

/// Kind of a survey's records in the journal.
pub const RECORD: &str = "survey";

codes! {
    /// How far a survey is.
    State {
        /// The households are drawn; forms are handed out and counted.
        Open = "open",
        /// Counted and closed; it counts.
        Closed = "closed",
        /// Taken back with a reason; it stays to be read.
        Withdrawn = "withdrawn",
    }
}

/// What was asked, and the counted answers to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The content as it stood on the form.
    #[serde(flatten)]
    pub content: Content,
    /// Its answers; nobody's until the forms are counted.
    pub answers: Answers,
}

/// A survey.
#[derive(Clone, Debug)]
pub struct Survey {
    /// Its id.
    pub id: String,
    /// Code of the village, or of the commune.
    pub unit: String,
    /// Id of the standard whose condition asks for it.
    pub standard: String,
    /// The year it is for.
    pub year: i16,
    /// The body that asks.
    pub organiser: String,
    /// What decided the draw.
    pub seed: String,
    /// Ids of all households of the place on the day of the draw.
    pub frame: Vec<String>,
    /// How many of them are asked.
    pub sample: usize,
    /// The day of the draw.
    pub opened_on: Date,
    /// What was asked, and the counted answers.
    pub lines: Vec<Line>,
    /// Households that were handed a form; none until the forms are counted.
    pub asked: Option<u32>,
    /// The day on which the forms were counted.
    pub counted_on: Option<Date>,
    /// What should be known of it.
    pub note: String,
    /// Id of the account that entered the counts.
    pub entered_by: Option<String>,
    /// How far it is.
    pub state: State,
    /// Why it corrects another one, or was withdrawn.
    pub reason: Option<String>,
    /// Id of the survey in whose place it stands.
    pub corrects: Option<String>,
    /// The day on which it was closed.
    pub closed_on: Option<Date>,
    /// Which state of the record this is.
    pub version: i64,
}

impl Survey {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let wrong = |index, wanted| StoreError::Column { index, wanted };
        let lines: String = row.get(9)?;
        let frame: String = row.get(6)?;
        let asked: Option<i64> = row.get(10)?;
        Ok(Self {
            id: row.get(0)?,
            unit: row.get(1)?,
            standard: row.get(2)?,
            year: i16::try_from(row.get::<i64>(3)?).map_err(|_| wrong(3, "year"))?,
            organiser: row.get(4)?,
            seed: row.get(5)?,
            frame: frame.lines().map(str::to_owned).collect(),
            sample: usize::try_from(row.get::<i64>(7)?).map_err(|_| wrong(7, "count"))?,
            opened_on: row.get(8)?,
            lines: serde_json::from_str(&lines).map_err(|_| wrong(9, "contents"))?,
            asked: asked.map(u32::try_from).transpose().map_err(|_| wrong(10, "count"))?,
            counted_on: row.get(11)?,
            note: row.get(12)?,
            entered_by: row.get(13)?,
            state: row.coded(14, State::from_code)?,
            reason: row.get(15)?,
            corrects: row.get(16)?,
            closed_on: row.get(17)?,
            version: row.get(18)?,
        })
    }

    /// Whether the whole place is asked.
    pub fn asks_all(&self) -> bool {
        self.sample == self.frame.len()
    }
}

/// “xa-ntm-2021-2025/hai-long”: the condition that a survey of this standard answers.
fn condition(standard: &str) -> String {
    format!("{standard}/{CONDITION}")
}

/// Where a survey belongs: to the commune, or to one village.
fn place<'a>(by: &'a Person, unit: &'a str) -> Place<'a> {
    if unit == by.commune { Place::commune(unit) } else { Place::village(&by.commune, unit) }
}

/// One survey.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Survey, Refusal> {
    by.must_somewhere(Act::ReadSurveys)?;
    let params = [by.commune.as_str().into(), id.into()];
    let found: Result<Survey, Refusal> =
        app.read(|r| r.first(sql::ONE, &params, Survey::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    by.must(Act::ReadSurveys, place(by, &found.unit))?;
    Ok(found)
}

/// All surveys for a standard and a year that this person may see, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person, standard: &str, year: i16) -> Result<Vec<Survey>, Refusal> {
    by.must_somewhere(Act::ReadSurveys)?;
    let mut found = of_year(app, by, standard, year)?;
    found.retain(|survey| by.may(Act::ReadSurveys, place(by, &survey.unit)));
    Ok(found)
}

fn of_year(app: &App, by: &Person, standard: &str, year: i16) -> Result<Vec<Survey>, Refusal> {
    let params = [by.commune.as_str().into(), standard.into(), i64::from(year).into()];
    app.read(|r| Ok(r.all(sql::OF_YEAR, &params, Survey::read)?))
}

/// The survey of a unit that counts: closed, and no closed one stands in its place.
pub(crate) fn current<'a>(all: &'a [Survey], unit: &str) -> Option<&'a Survey> {
    let closed = |one: &&Survey| one.state == State::Closed;
    let corrected = |one: &Survey| {
        all.iter().filter(closed).any(|other| other.corrects.as_ref() == Some(&one.id))
    };
    all.iter().filter(closed).filter(|one| one.unit == unit).rfind(|one| !corrected(one))
}

/// The commune, then its villages: where people can be asked.
fn places(app: &App, by: &Person, act: Act) -> Result<Vec<Unit>, Refusal> {
    let mut found = units::territories(app, by)?;
    found.retain(|unit| by.may(act, place(by, &unit.code)));
    Ok(found)
}
