//! Proposals of the people: anybody tells of a good deed, without a login; the council's secretary turns
//! it into a nomination, or answers with a reason.
//!
//! Nothing of it is ever public but the answer, and that only on a page whose address the proposer was
//! given. The journal keeps that a proposal came and what became of it, not whom it names: what strangers
//! write of others must not stand in a chain that forgets nothing.

mod answer;
mod pages;
mod send;
mod sql;

use chungsuc_domain::codes;
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

pub use answer::{answer, nominate};
pub(crate) use pages::routes;
pub use send::{NewProposal, enter, send};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of the records in the journal.
pub const RECORD: &str = "proposal";

codes! {
    /// What became of a proposal.
    State {
        /// Nobody has dealt with it yet.
        New = "new",
        /// It became a nomination.
        Nominated = "nominated",
        /// It was answered with a reason.
        Answered = "answered",
    }
}

/// What somebody told of a good deed.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its id, hard to guess: who holds it may read the answer.
    pub id: String,
    /// Who did it, in the proposer's words.
    pub who: String,
    /// Code of the village, where it is known.
    pub village: Option<String>,
    /// Name of that village.
    pub village_name: Option<String>,
    /// What was done.
    pub deed: String,
    /// When, in the proposer's words.
    pub happened: String,
    /// Who tells of it; empty for who wants no name.
    pub proposer: String,
    /// How to reach them; may be empty.
    pub contact: String,
    /// Id of the picture.
    pub photo: Option<String>,
    /// The day on which it came.
    pub received_on: Date,
    /// Id of the account that wrote it down for somebody; nothing when it came by the public page.
    pub entered_by: Option<String>,
    /// What became of it.
    pub state: State,
    /// The answer, with its reason.
    pub answer: Option<String>,
    /// The day of the answer, or of the nomination.
    pub answered_on: Option<Date>,
    /// Id of the nomination that it became.
    pub nomination: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

/// What the journal keeps.
#[derive(Serialize)]
struct Kept<'a> {
    state: State,
    village: Option<&'a str>,
}

impl Proposal {
    fn kept(&self, state: State) -> Kept<'_> {
        Kept { state, village: self.village_name.as_deref() }
    }

    /// Whether this person may see it: who reads all, and who wrote it down for somebody.
    fn is_seen_by(&self, by: &Person) -> bool {
        let all = by.may(Act::ReadProposals, Place::commune(&by.commune));
        all || self.entered_by.as_ref() == Some(&by.account)
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            who: row.get(1)?,
            village: row.get(2)?,
            village_name: row.get(3)?,
            deed: row.get(4)?,
            happened: row.get(5)?,
            proposer: row.get(6)?,
            contact: row.get(7)?,
            photo: row.get(8)?,
            received_on: row.get(9)?,
            entered_by: row.get(10)?,
            state: row.coded(11, State::from_code)?,
            answer: row.get(12)?,
            answered_on: row.get(13)?,
            nomination: row.get(14)?,
            version: row.get(15)?,
        })
    }
}

/// One proposal.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Proposal, Refusal> {
    by.must_somewhere(Act::ReadProposals)?;
    let key = [by.commune.as_str().into(), id.into()];
    let found: Result<Proposal, Refusal> =
        app.read(|r| r.first(sql::ONE, &key, Proposal::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    if found.is_seen_by(by) { Ok(found) } else { Err(Refusal::Forbidden) }
}

/// The proposals that a person may see: those that wait first, then the newest.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person) -> Result<Vec<Proposal>, Refusal> {
    by.must_somewhere(Act::ReadProposals)?;
    let key = [by.commune.as_str().into()];
    let mut found: Vec<Proposal> =
        app.read(|r| r.all(sql::ALL, &key, Proposal::read).map_err(Refusal::from))?;
    found.retain(|one| one.is_seen_by(by));
    Ok(found)
}

/// What the proposer may know again: when it came, what became of it, the answer. No name is in it.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The day on which it came.
    pub received_on: Date,
    /// What became of it.
    pub state: State,
    /// The answer, with its reason.
    pub answer: Option<String>,
}

/// The receipt of a proposal, for whoever was given its id.
///
/// # Errors
/// [`Refusal::NotFound`]; of the store.
pub fn receipt(app: &App, id: &str) -> Result<Receipt, Refusal> {
    app.read(|r| {
        let read = |row: &Row<'_>| {
            Ok(Receipt {
                received_on: row.get(0)?,
                state: row.coded(1, State::from_code)?,
                answer: row.get(2)?,
            })
        };
        r.first(sql::RECEIPT, &[id.into()], read)?.ok_or(Refusal::NotFound)
    })
}

/// For who answers: the proposals that wait.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if !by.may_somewhere(Act::AnswerProposals) {
        return Ok(Vec::new());
    }
    let waiting = list(app, by)?.into_iter().filter(|one| one.state == State::New);
    let todo = |one: Proposal| Todo {
        what: Message::new("todo-proposal").arg("name", one.who),
        href: format!("/gioi-thieu/{}", one.id),
        due: None,
    };
    Ok(waiting.map(todo).collect())
}
