//! The way of a nomination: each step leads out of certain states only, and is told in its history.

use chungsuc_store::{Change, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::due::must_be_in_time;
use super::eligible::judged;
use super::propose::own;
use super::{RECORD, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

#[derive(Serialize)]
struct Kept<'a> {
    state: &'a str,
}

/// Hands a nomination in to the council's secretary.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it was handed in already, comes after the last day, or does
/// not meet a condition of the award: with the condition and its clause.
pub fn send(app: &App, by: &Person, id: &str) -> Result<(), Refusal> {
    let known = own(app, by, id)?;
    if !matches!(known.state, State::Draft | State::Returned) {
        return Err(Refusal::rule("nomination-gone-on"));
    }
    if known.state == State::Draft {
        must_be_in_time(app, by, &known.movement)?;
    }
    judged(app, by, &known)?.must_pass()?;
    app.write(by, |tx| Ok(go(tx, id, known.state, State::Sent, None)?))
}

/// Takes a nomination back, before the council has considered it.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `reason`; a rule.
pub fn withdraw(app: &App, by: &Person, id: &str, reason: &str) -> Result<(), Refusal> {
    let known = own(app, by, id)?;
    let reason = given(reason)?;
    let early = [State::Draft, State::Sent, State::Returned, State::Received];
    if !early.contains(&known.state) {
        return Err(Refusal::rule("nomination-gone-on"));
    }
    app.write(by, |tx| Ok(go(tx, id, known.state, State::Withdrawn, Some(reason))?))
}

/// The secretary finds the dossier complete.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it was not sent, or does not meet a condition of the award.
pub fn receive(app: &App, by: &Person, id: &str) -> Result<(), Refusal> {
    let state = sent(app, by, id)?;
    judged(app, by, &find(app, by, id)?)?.must_pass()?;
    app.write(by, |tx| Ok(go(tx, id, state, State::Received, None)?))
}

/// The secretary gives a nomination back to who proposed it.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `reason`; a rule.
pub fn send_back(app: &App, by: &Person, id: &str, reason: &str) -> Result<(), Refusal> {
    let state = sent(app, by, id)?;
    let reason = given(reason)?;
    app.write(by, |tx| Ok(go(tx, id, state, State::Returned, Some(reason))?))
}

fn sent(app: &App, by: &Person, id: &str) -> Result<State, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let known = find(app, by, id)?;
    match known.state {
        State::Sent => Ok(known.state),
        _ => Err(Refusal::rule("nomination-not-sent")),
    }
}

fn given(reason: &str) -> Result<&str, Refusal> {
    match reason.trim() {
        "" => Err(Refusal::field("reason", Message::new("field-missing"))),
        reason => Ok(reason),
    }
}

/// A complete nomination comes onto the agenda of a sitting.
pub(crate) fn table(tx: &mut Writer<'_>, id: &str) -> Result<(), StoreError> {
    go(tx, id, State::Received, State::Tabled, None)
}

/// The council has voted.
pub(crate) fn decide(tx: &mut Writer<'_>, id: &str, carried: bool) -> Result<(), StoreError> {
    let to = if carried { State::Approved } else { State::Refused };
    go(tx, id, State::Tabled, to, None)
}

/// A decision of that day commends the contestant.
///
/// # Errors
/// A conflict, when the council has not carried it or another decision was faster.
pub(crate) fn mark_awarded(tx: &mut Writer<'_>, id: &str, on: Date) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let (old, new) = (State::Approved.code(), State::Awarded.code());
    let change = Change::update(RECORD, id, &Kept { state: old }, &Kept { state: new })?;
    tx.change(change, sql::MARK_AWARDED, &[on.into(), commune.as_str().into(), id.into()])
}

/// Takes back, in the transaction of the caller, that a nomination was awarded: a level above had not
/// given the award. It is a carried one again.
///
/// # Errors
/// A conflict, when it is not an awarded one.
pub(crate) fn take_award_back(tx: &mut Writer<'_>, id: &str) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let (old, new) = (State::Awarded.code(), State::Approved.code());
    let change = Change::update(RECORD, id, &Kept { state: old }, &Kept { state: new })?;
    tx.change(change, sql::TAKE_AWARD_BACK, &[commune.as_str().into(), id.into()])
}

/// One step; a nomination that is no longer where it was seen is a conflict.
fn go(
    tx: &mut Writer<'_>,
    id: &str,
    from: State,
    to: State,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let (old, new) = (Kept { state: from.code() }, Kept { state: to.code() });
    let change = Change::update(RECORD, id, &old, &new)?;
    let change = match reason {
        Some(reason) => change.because(reason),
        None => change,
    };
    tx.change(
        change,
        sql::MOVE,
        &[to.code().into(), reason.into(), commune.as_str().into(), id.into(), from.code().into()],
    )
}
