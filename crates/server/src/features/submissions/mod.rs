//! Submissions (hồ sơ trình cấp trên): the dossier of a nomination that a level above decides, from its
//! papers to what came of it.
//!
//! The way follows the levels that act on the day, what is due follows the catalog or the receipt of the
//! level, and an award that is given above counts like one of the commune's own.

mod nominees;
mod open;
mod package;
mod pages;
mod papers;
mod sql;
mod steps;
mod undo;

use chungsuc_domain::submission::{Stage, stations};
use chungsuc_domain::{UnitKind, date::show_date};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;

pub use nominees::{Nominee, Outcome, join, may_join, nominees, take_out};
pub use open::{give_up, open, ready};
pub use package::{Package, package};
pub(crate) use pages::routes;
pub use papers::{OTHER, There, Wanted, put, wanted};
pub use steps::{NewStep, Step, Undone, record, steps};
pub use undo::undo;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::search::Listing;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::{Count, Message, Paging};

/// Kind of a submission's records in the journal.
pub const RECORD: &str = "submission";

/// A dossier that goes up.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Its id.
    pub id: String,
    /// Id of the nomination that it was opened for.
    pub nomination: String,
    /// How many nominees it has.
    pub nominees: i64,
    /// How far it is.
    pub stage: Stage,
    /// Where it lies, or is on its way to.
    pub level: UnitKind,
    /// What is due next: by the commune while it is here, else by the level.
    pub due: Option<Date>,
    /// Code of the award.
    pub award: String,
    /// Who is proposed; of several the one that it was opened for.
    pub name: String,
    /// The day on which it was opened.
    pub opened_on: Date,
    /// Why it was given up, if it was.
    pub given_up: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

impl Submission {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            nomination: row.get(1)?,
            stage: row.coded(2, Stage::from_code)?,
            level: row.coded(3, UnitKind::from_code)?,
            due: row.get(4)?,
            version: row.get(5)?,
            award: row.get(6)?,
            name: row.get(7)?,
            opened_on: row.get(8)?,
            nominees: row.get(9)?,
            given_up: row.get(10)?,
        })
    }

    /// Whether its day has passed; the day itself counts.
    pub fn is_late(&self, today: Date) -> bool {
        !self.stage.is_over() && self.due.is_some_and(|due| due < today)
    }

    /// Whether it is with the commune, so that its papers may change.
    pub fn is_here(&self) -> bool {
        matches!(self.stage, Stage::Draft | Stage::Returned)
    }

    /// The levels that it goes through from now on, the last of which decides; empty where the catalog does
    /// not say.
    pub fn stations(&self, app: &App) -> Vec<UnitKind> {
        way(app, &self.award)
    }

    /// Whether it lies where the award is decided.
    pub fn is_decided_there(&self, app: &App) -> bool {
        self.stations(app).last() == Some(&self.level)
    }
}

/// The stations of an award that is decided above, by the law of today.
fn way(app: &App, award: &str) -> Vec<UnitKind> {
    let today = app.today();
    let levels = app.catalog.regime(today).map(|regime| regime.value.levels.as_slice());
    let deciders = app.catalog.award(award).and_then(|award| award.deciders.on(today));
    let decides = deciders.and_then(|row| row.value.first()).map(|decider| decider.level);
    levels.zip(decides).map(|(levels, decides)| stations(levels, decides)).unwrap_or_default()
}

/// The open dossiers, what is due first before the others.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person) -> Result<Vec<Submission>, Refusal> {
    by.must_in_commune(Act::ReadCouncil)?;
    let key = [by.commune.as_str().into()];
    app.read(|r| Ok(r.all(sql::OPEN, &key, Submission::read)?))
}

/// A page of the dossiers that are over, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn over(app: &App, by: &Person, paging: &Paging) -> Result<(Vec<Submission>, Count), Refusal> {
    by.must_in_commune(Act::ReadCouncil)?;
    let listing = Listing { rows: sql::OVER, count: sql::COUNT_OVER };
    let key = [by.commune.as_str().into()];
    app.read(|r| Ok(listing.page(r, &by.commune, &key, paging, Submission::read)?))
}

/// One dossier.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Submission, Refusal> {
    by.must_in_commune(Act::ReadCouncil)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE, &key, Submission::read)?.ok_or(Refusal::NotFound))
}

/// For the secretary: what may go up, what is to be sent, and levels that are late.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if by.must_in_commune(Act::KeepCouncil).is_err() {
        return Ok(todos);
    }
    let waiting = ready(app, by)?.len();
    if waiting > 0 {
        let what = Message::new("todo-submission-ready").arg("count", waiting);
        todos.push(Todo { what, href: "/trinh-cap-tren".to_owned(), due: None });
    }
    for one in list(app, by)? {
        let key = match one.stage {
            Stage::Draft => "todo-submission-draft",
            Stage::Returned => "todo-submission-returned",
            _ if one.is_late(app.today()) => "todo-submission-late",
            _ => continue,
        };
        let day = one.due.map(show_date).unwrap_or_default();
        let what = Message::new(key).arg("name", one.name.clone()).arg("day", day);
        todos.push(Todo { what, href: format!("/trinh-cap-tren/{}", one.id), due: one.due });
    }
    Ok(todos)
}
