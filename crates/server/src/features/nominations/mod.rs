//! Nominations for awards: proposed, sent, received or returned, put before the council, decided.

mod due;
mod eligible;
mod facts;
mod held;
mod mending;
mod outlook;
mod pages;
mod propose;
mod sql;
mod steps;

use chungsuc_domain::{SubjectKind, codes};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;

pub use due::{Due, due, set_due};
pub use eligible::{Judged, judged};
pub use facts::{Told, tell};
pub(crate) use held::{must_not_be_held, why_held};
pub use mending::{Mending, Part, Stage, Wanted, ask_to_mend, close_mending, mended};
pub(crate) use mending::{add_mending, check_wanted, close_in, mendings};
pub use outlook::{Outlook, outlook};
pub(crate) use pages::{questions, routes};
pub(crate) use propose::propose_from;
pub use propose::{NewNomination, correct, propose};
pub(crate) use steps::{decide, mark_awarded, table, take_award_back};
pub use steps::{receive, send, send_back, withdraw};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::movements::Contestant;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of a nomination's records in the journal.
pub const RECORD: &str = "nomination";

codes! {
    /// Where a nomination stands.
    State {
        /// Being written.
        Draft = "draft",
        /// With the secretary.
        Sent = "sent",
        /// Given back to who proposed it, with a reason.
        Returned = "returned",
        /// Complete; waits for a sitting.
        Received = "received",
        /// On the agenda of a sitting.
        Tabled = "tabled",
        /// Carried by the council.
        Approved = "approved",
        /// Not carried by the council.
        Refused = "refused",
        /// Commended by a decision.
        Awarded = "awarded",
        /// Taken back by who proposed it.
        Withdrawn = "withdrawn",
    }
}

/// A proposal for one contestant and one award.
#[derive(Clone, Debug)]
pub struct Nomination {
    /// Its id.
    pub id: String,
    /// Id of the movement.
    pub movement: String,
    /// Who is proposed.
    pub contestant: Contestant,
    /// Code of the award in the catalog.
    pub award: String,
    /// What it rests on.
    pub achievement: String,
    /// The body or village that proposes.
    pub proposed_by: String,
    /// The day of the proposal.
    pub proposed_on: Date,
    /// Where it stands.
    pub state: State,
    /// Why it was given back or taken back.
    pub reason: Option<String>,
    /// Why a condition that is not met may pass, in writing.
    pub waiver: Option<String>,
    /// The day of the decision that commends, once there is one.
    pub awarded_on: Option<Date>,
    /// The page of what it came from: a proposal of the people.
    pub origin: Option<String>,
    /// Id of the account that entered it.
    pub entered_by: String,
    /// Which state of the record this is.
    pub version: i64,
}

impl Nomination {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let movement: String = row.get(1)?;
        let contestant = Contestant {
            id: row.get(2)?,
            movement: movement.clone(),
            kind: row.coded(11, SubjectKind::from_code)?,
            subject: row.get(12)?,
            name: row.get(13)?,
            village: row.get(14)?,
            registered_on: row.get(15)?,
            village_name: row.get(16)?,
        };
        Ok(Self {
            id: row.get(0)?,
            movement,
            contestant,
            award: row.get(3)?,
            achievement: row.get(4)?,
            proposed_by: row.get(5)?,
            proposed_on: row.get(6)?,
            state: row.coded(7, State::from_code)?,
            reason: row.get(8)?,
            waiver: row.get(17)?,
            awarded_on: row.get(18)?,
            origin: row.get(19)?,
            entered_by: row.get(9)?,
            version: row.get(10)?,
        })
    }

    /// Where it belongs.
    pub(crate) fn place<'a>(&'a self, commune: &'a str) -> Place<'a> {
        Place { commune, village: self.contestant.village.as_deref() }
    }

    /// Whether a person may see this dossier: who reads all, and a village head the own village's.
    fn is_seen_by(&self, by: &Person) -> bool {
        by.may(Act::ReadNominations, self.place(&by.commune))
    }
}

/// One nomination.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Nomination, Refusal> {
    by.must_somewhere(Act::ReadNominations)?;
    let params = [by.commune.as_str().into(), id.into()];
    let found: Result<Nomination, Refusal> =
        app.read(|r| r.first(sql::ONE, &params, Nomination::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    if found.is_seen_by(by) { Ok(found) } else { Err(Refusal::Forbidden) }
}

/// A nomination for another feature, which has asked whether this person may see it.
pub(crate) fn of_commune(app: &App, commune: &str, id: &str) -> Result<Nomination, Refusal> {
    let params = [commune.into(), id.into()];
    app.read(|r| r.first(sql::ONE, &params, Nomination::read)?.ok_or(Refusal::NotFound))
}

/// These nominations, in this order: the agenda of a sitting.
///
/// # Errors
/// [`Refusal::NotFound`] and [`Refusal::Forbidden`], when one of them is unknown or not for this person.
pub(crate) fn each(app: &App, by: &Person, ids: &[String]) -> Result<Vec<Nomination>, Refusal> {
    by.must_somewhere(Act::ReadNominations)?;
    let found: Vec<Nomination> = app.read(|r| {
        ids.iter()
            .map(|id| {
                let params = [by.commune.as_str().into(), id.as_str().into()];
                r.first(sql::ONE, &params, Nomination::read)?.ok_or(Refusal::NotFound)
            })
            .collect::<Result<_, _>>()
    })?;
    match found.iter().all(|one| one.is_seen_by(by)) {
        true => Ok(found),
        false => Err(Refusal::Forbidden),
    }
}

/// The nominations that a person may see, the newest first; of one state, or of all.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person, state: Option<State>) -> Result<Vec<Nomination>, Refusal> {
    by.must_somewhere(Act::ReadNominations)?;
    let params = [by.commune.as_str().into(), state.map(State::code).into()];
    let mut found: Vec<Nomination> =
        app.read(|r| r.all(sql::ALL, &params, Nomination::read).map_err(Refusal::from))?;
    found.retain(|nomination| nomination.is_seen_by(by));
    Ok(found)
}

/// For the secretary what was sent or came back mended; for who proposed what was given back or has to
/// be mended.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    let todo = |key, nomination: &Nomination| Todo {
        what: Message::new(key).arg("name", nomination.contestant.name.clone()),
        href: format!("/khen-thuong/{}", nomination.id),
        due: None,
    };
    if by.may_somewhere(Act::KeepCouncil) {
        let sent = list(app, by, Some(State::Sent))?;
        todos.extend(sent.iter().map(|one| todo("todo-nomination-sent", one)));
    }
    if by.may_somewhere(Act::Nominate) {
        let returned = list(app, by, Some(State::Returned))?;
        let own = returned.iter().filter(|one| one.entered_by == by.account);
        todos.extend(own.map(|one| todo("todo-nomination-returned", one)));
    }
    todos
        .extend(held::open_after_all(app, by)?.iter().map(|one| todo("todo-nomination-held", one)));
    for (mending, name) in mending::waiting(app, by)? {
        let is_open = mending.stage == Stage::Open;
        // What an office wanted mended comes back to its opinion.
        if !is_open && !by.may_somewhere(Act::KeepCouncil) {
            continue;
        }
        let key = if is_open { "todo-nomination-mend" } else { "todo-nomination-mended" };
        todos.push(Todo {
            what: Message::new(key).arg("name", name),
            href: format!("/khen-thuong/{}", mending.nomination),
            due: is_open.then_some(mending.due),
        });
    }
    Ok(todos)
}
