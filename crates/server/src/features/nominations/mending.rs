//! Mending a nomination that was sent: who looks at it asks for it, only the parts that were named open
//! again, and it comes back to who asked.

use chungsuc_domain::codes;
use chungsuc_store::{Change, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::propose::own;
use super::{Nomination, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the records in the journal.
pub(super) const MENDING: &str = "nomination_mending";

codes! {
    /// A part of a nomination that may be opened again.
    Part {
        /// The words of the achievement.
        Achievement = "achievement",
        /// The body or village that proposes.
        ProposedBy = "proposed_by",
        /// The facts for the conditions of the award.
        Facts = "facts",
        /// The report of achievements and the papers with it.
        Papers = "papers",
    }
}

codes! {
    /// Where a request stands.
    Stage {
        /// With who proposed.
        Open = "open",
        /// Mended; who asked has not looked yet.
        Mended = "mended",
        /// Who asked has looked.
        Closed = "closed",
    }
}

/// A request to mend some parts of a nomination.
#[derive(Clone, Debug)]
pub struct Mending {
    /// Its id.
    pub id: String,
    /// Id of the nomination.
    pub nomination: String,
    /// The parts that are open.
    pub parts: Vec<Part>,
    /// What is wanted.
    pub words: String,
    /// Id of the account that asked.
    pub asked_by: String,
    /// Their name.
    pub asked_by_name: String,
    /// The day.
    pub asked_on: Date,
    /// The last day to mend it.
    pub due: Date,
    /// Where it stands.
    pub stage: Stage,
    /// The day on which it was mended.
    pub mended_on: Option<Date>,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The parts to open.
    pub parts: &'a [Part],
    /// What is wanted of them.
    pub words: &'a str,
    /// The last day; it counts.
    pub due: Date,
}

#[derive(Serialize)]
struct Kept {
    mending_stage: Stage,
}

impl Mending {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let parts: String = row.get(2)?;
        Ok(Self {
            id: row.get(0)?,
            nomination: row.get(1)?,
            parts: parts.split(',').filter_map(Part::from_code).collect(),
            words: row.get(3)?,
            asked_by: row.get(4)?,
            asked_on: row.get(5)?,
            due: row.get(6)?,
            stage: row.coded(7, Stage::from_code)?,
            mended_on: row.get(8)?,
            asked_by_name: row.get(9)?,
        })
    }
}

fn joined(parts: &[Part]) -> String {
    parts.iter().map(|part| part.code()).collect::<Vec<_>>().join(",")
}

/// The requests about a nomination, the oldest first; the caller has asked whether it may be seen.
///
/// # Errors
/// Of the store.
pub(crate) fn mendings(app: &App, commune: &str, id: &str) -> Result<Vec<Mending>, Refusal> {
    app.read(|r| Ok(r.all(sql::MENDINGS, &[commune.into(), id.into()], Mending::read)?))
}

/// The parts that are open now.
pub(super) fn open_parts(app: &App, commune: &str, id: &str) -> Result<Vec<Part>, Refusal> {
    let all = mendings(app, commune, id)?;
    let open = all.into_iter().filter(|one| one.stage == Stage::Open);
    Ok(open.flat_map(|one| one.parts).collect())
}

/// The secretary asks who proposed to mend some parts; the dossier stays where it stands.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `parts`, `words`, `mend_due`; a rule,
/// when it is not with the secretary.
pub fn ask_to_mend(app: &App, by: &Person, id: &str, new: &Wanted<'_>) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let known = find(app, by, id)?;
    check_wanted(app, &known, new)?;
    app.write(by, |tx| Ok(add_mending(app, tx, id, new).map(drop)?))
}

/// Whether this may be asked for now.
pub(crate) fn check_wanted(app: &App, of: &Nomination, new: &Wanted<'_>) -> Result<(), Refusal> {
    if !matches!(of.state, State::Sent | State::Received) {
        return Err(Refusal::rule("nomination-not-with-secretary"));
    }
    let mut errors = Errors::default();
    if new.parts.is_empty() {
        errors.add("parts", Message::new("nomination-mend-no-part"));
    }
    if new.words.trim().is_empty() {
        errors.add("words", Message::new("field-missing"));
    }
    if new.due < app.today() {
        errors.add("mend_due", Message::new("nomination-mend-due-past"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

/// Adds a request in the transaction of who asks; gives its id.
pub(crate) fn add_mending(
    app: &App,
    tx: &mut Writer<'_>,
    nomination: &str,
    new: &Wanted<'_>,
) -> Result<String, StoreError> {
    let (id, parts, author) = (app.new_id(), joined(new.parts), tx.author().clone());
    let kept = Kept { mending_stage: Stage::Open };
    let change = Change::create(MENDING, &id, &kept)?.because(new.words.trim());
    let row = [
        author.commune.as_str().into(),
        (&id).into(),
        nomination.into(),
        (&parts).into(),
        new.words.trim().into(),
        author.actor.as_str().into(),
        app.today().into(),
        new.due.into(),
    ];
    tx.change(change, sql::ADD_MENDING, &row)?;
    Ok(id)
}

/// Who proposed says that a request is done; it comes back to who asked.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a conflict, when it was done already.
pub fn mended(app: &App, by: &Person, nomination: &str, id: &str) -> Result<(), Refusal> {
    own(app, by, nomination)?;
    let known = one(app, by, nomination, id)?;
    let row = [app.today().into(), by.commune.as_str().into(), id.into()];
    app.write(by, |tx| Ok(step(tx, &known, Stage::Open, Stage::Mended, sql::MENDED, &row)?))
}

/// The secretary who asked has looked at what was mended.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a conflict, when it is not mended.
pub fn close_mending(app: &App, by: &Person, nomination: &str, id: &str) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let known = one(app, by, nomination, id)?;
    app.write(by, |tx| Ok(close_in(tx, &known)?))
}

/// The same in the transaction of who asked.
pub(crate) fn close_in(tx: &mut Writer<'_>, known: &Mending) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let row = [commune.as_str().into(), (&known.id).into()];
    step(tx, known, Stage::Mended, Stage::Closed, sql::CLOSE_MENDING, &row)
}

fn one(app: &App, by: &Person, nomination: &str, id: &str) -> Result<Mending, Refusal> {
    let all = mendings(app, &by.commune, nomination)?;
    all.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)
}

fn step(
    tx: &mut Writer<'_>,
    known: &Mending,
    from: Stage,
    to: Stage,
    sql: &'static str,
    row: &[chungsuc_store::Param<'_>],
) -> Result<(), StoreError> {
    let (old, new) = (Kept { mending_stage: from }, Kept { mending_stage: to });
    tx.change(Change::update(MENDING, &known.id, &old, &new)?, sql, row)
}

/// What waits for this person: parts to mend of what they entered, and what came back to them.
pub(super) fn waiting(app: &App, by: &Person) -> Result<Vec<(Mending, String)>, Refusal> {
    let key = [by.commune.as_str().into(), by.account.as_str().into()];
    let read = |row: &Row<'_>| Ok((Mending::read(row)?, row.get(10)?));
    app.read(|r| Ok(r.all(sql::MENDINGS_WAITING, &key, read)?))
}
