//! Opinions of offices on a nomination, asked in parallel with a due day. An officer agrees, disagrees,
//! or wants something mended first: then the named parts open for who proposed, and the nomination comes
//! back to this officer. An opinion binds nobody; the council reads it beside the dossier.

mod answer;
mod ask;
mod pages;
mod sql;

use std::collections::BTreeMap;

use chungsuc_domain::codes;
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

pub use answer::{Answer, Choice, answer};
pub use ask::{Ask, ask, officers, withdraw};
pub(crate) use pages::{routes, summary};

use crate::access::{Act, Person, Role};
use crate::app::App;
use crate::features::nominations;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of the records in the journal.
pub const RECORD: &str = "opinion";

codes! {
    /// Where an opinion stands.
    State {
        /// The officer was asked.
        Asked = "asked",
        /// The officer wants parts of the nomination mended first.
        Supplement = "supplement",
        /// The officer agrees.
        Agreed = "agreed",
        /// The officer disagrees.
        Disagreed = "disagreed",
        /// The secretary no longer asks.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// Whether an answer is still wanted.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Asked | Self::Supplement)
    }
}

/// What an office was asked, and what it said.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// Its id.
    pub id: String,
    /// Id of the nomination.
    pub nomination: String,
    /// Who is nominated.
    pub nominee: String,
    /// Id of the account that is asked.
    pub officer: String,
    /// The officer's name.
    pub officer_name: String,
    /// As what they are asked.
    pub role: Role,
    /// What is asked beyond whether they agree; may be empty.
    pub question: String,
    /// The day of asking.
    pub asked_on: Date,
    /// The last day to answer; it counts.
    pub due: Date,
    /// Where it stands.
    pub state: State,
    /// What the officer said, or why it is no longer asked.
    pub words: String,
    /// Id of the file that came with it.
    pub file: Option<String>,
    /// The day of the answer.
    pub answered_on: Option<Date>,
    /// Id of the request to mend that it waits for.
    pub mending: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    opinion_state: State,
    asked_office: &'a str,
    due: Date,
}

impl Opinion {
    /// Whether the due day is over without an answer.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state.is_open() && self.due < today
    }

    fn kept(&self, state: State) -> Kept<'_> {
        Kept { opinion_state: state, asked_office: &self.officer_name, due: self.due }
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            nomination: row.get(1)?,
            nominee: row.get(2)?,
            officer: row.get(3)?,
            officer_name: row.get(4)?,
            role: row.coded(5, Role::from_code)?,
            question: row.get(6)?,
            asked_on: row.get(7)?,
            due: row.get(8)?,
            state: row.coded(9, State::from_code)?,
            words: row.get(10)?,
            file: row.get(11)?,
            answered_on: row.get(12)?,
            mending: row.get(13)?,
            version: row.get(14)?,
        })
    }
}

/// One opinion, for the officer who is asked and for who may see the nomination.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Opinion, Refusal> {
    by.must_somewhere(Act::ReadOpinions)?;
    let key = [by.commune.as_str().into(), id.into()];
    let found: Result<Opinion, Refusal> =
        app.read(|r| r.first(sql::ONE, &key, Opinion::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    if found.officer != by.account {
        nominations::find(app, by, &found.nomination)?;
    }
    Ok(found)
}

/// What was asked about a nomination, the oldest first.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`], as of the nomination; of the store.
pub fn of_nomination(app: &App, by: &Person, nomination: &str) -> Result<Vec<Opinion>, Refusal> {
    nominations::find(app, by, nomination)?;
    let key = [by.commune.as_str().into(), nomination.into()];
    app.read(|r| Ok(r.all(sql::OF_NOMINATION, &key, Opinion::read)?))
}

/// What was asked about each of these nominations, for a whole agenda at once, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn of_agenda(app: &App, by: &Person, agenda: &[&str]) -> Result<Vec<Opinion>, Refusal> {
    by.must_in_commune(Act::ReadNominations)?;
    app.read(|r| {
        let mut found = Vec::new();
        for nomination in agenda {
            let key = [by.commune.as_str().into(), (*nomination).into()];
            found.extend(r.all(sql::OF_NOMINATION, &key, Opinion::read)?);
        }
        Ok(found)
    })
}

/// How many offices agreed, disagreed, and have not answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Agreed.
    pub agreed: i64,
    /// Disagreed.
    pub disagreed: i64,
    /// Were asked and have not answered, or wait for something to be mended.
    pub open: i64,
}

/// The counts of every nomination that somebody was asked about, for a whole agenda at once.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn counts(app: &App, by: &Person) -> Result<BTreeMap<String, Counts>, Refusal> {
    by.must_in_commune(Act::ReadNominations)?;
    let rows: Vec<(String, State, i64)> = app.read(|r| {
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.coded(1, State::from_code)?, row.get(2)?));
        r.all(sql::COUNTS, &[by.commune.as_str().into()], read).map_err(Refusal::from)
    })?;
    let mut found: BTreeMap<String, Counts> = BTreeMap::new();
    for (nomination, state, count) in rows {
        let one = found.entry(nomination).or_default();
        match state {
            State::Agreed => one.agreed += count,
            State::Disagreed => one.disagreed += count,
            State::Asked | State::Supplement => one.open += count,
            State::Withdrawn => {}
        }
    }
    Ok(found)
}

/// What this officer is or was asked: what is open first, by its due day.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn mine(app: &App, by: &Person) -> Result<Vec<Opinion>, Refusal> {
    by.must_somewhere(Act::GiveOpinions)?;
    let key = [by.commune.as_str().into(), by.account.as_str().into()];
    app.read(|r| Ok(r.all(sql::MINE, &key, Opinion::read)?))
}

/// For an officer, what is asked of them; what waits for who proposed is not theirs to do.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if !by.may_somewhere(Act::GiveOpinions) {
        return Ok(todos);
    }
    for one in mine(app, by)?.into_iter().filter(|one| one.state.is_open()) {
        let key = match answer::is_mended(app, by, &one)? {
            true => "todo-opinion-mended",
            false if one.state == State::Asked => "todo-opinion",
            false => continue,
        };
        todos.push(Todo {
            what: Message::new(key).arg("name", one.nominee),
            href: format!("/y-kien/{}", one.id),
            due: Some(one.due),
        });
    }
    Ok(todos)
}
