//! The simplified procedure: where the law of the day lets a type of commendation go without a sitting of
//! the council, the chairman agrees or says no; what follows is the same decision as ever.

use chungsuc_domain::catalog::{Simplified, Sourced};
use chungsuc_store::Change;
use jiff::civil::Date;

use super::eligible::judged;
use super::steps::{Kept, given, go};
use super::{Nomination, RECORD, State, find, list, must_not_be_held, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// The simplified procedure for a nomination by the law of a day, if it may go it.
pub fn simplified<'a>(
    app: &'a App,
    one: &Nomination,
    day: Date,
) -> Option<&'a Sourced<Simplified>> {
    app.catalog.simplified(one.mode(&app.catalog, day)?, day)
}

/// The chairman agrees that a complete nomination be commended, without a sitting.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when it is not complete, may not go this way,
/// the nominee is held or a condition is not met; a conflict.
pub fn agree(app: &App, by: &Person, id: &str) -> Result<(), Refusal> {
    let (known, today) = (may_be_decided(app, by, id)?, app.today());
    must_not_be_held(app, by, &known, today)?;
    judged(app, by, &known)?.must_pass()?;
    let (old, new) = (State::Received.code(), State::Approved.code());
    let change = Change::update(RECORD, id, &Kept { state: old }, &Kept { state: new })?;
    let change = change.because(SIMPLIFIED);
    let (account, commune) = (by.account.as_str(), by.commune.as_str());
    let row = [today.into(), account.into(), commune.into(), id.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::AGREE, &row)?))
}

/// Why the journal says that there was no sitting; its word is `reason-` and this.
const SIMPLIFIED: &str = "simplified";

/// The chairman does not agree, with a reason.
///
/// # Errors
/// As [`agree`]; [`Refusal::Invalid`] with the field `reason`.
pub fn decline(app: &App, by: &Person, id: &str, reason: &str) -> Result<(), Refusal> {
    may_be_decided(app, by, id)?;
    let reason = given(reason)?;
    app.write(by, |tx| Ok(go(tx, id, State::Received, State::Refused, Some(reason))?))
}

fn may_be_decided(app: &App, by: &Person, id: &str) -> Result<Nomination, Refusal> {
    by.must_in_commune(Act::IssueDecisions)?;
    let known = find(app, by, id)?;
    if known.state != State::Received {
        return Err(Refusal::rule("nomination-gone-on"));
    }
    match simplified(app, &known, app.today()) {
        Some(_) => Ok(known),
        None => Err(Refusal::rule("nomination-needs-sitting")),
    }
}

/// The nominations of a round that the chairman has agreed to and nobody has been commended for yet.
pub(crate) fn agreed(app: &App, by: &Person, round: &str) -> Result<Vec<Nomination>, Refusal> {
    let mut found = list(app, by, Some(State::Approved))?;
    found.retain(|one| one.movement == round && one.agreed_on.is_some());
    found.reverse();
    Ok(found)
}

/// Complete nominations that the chairman may agree to.
pub(super) fn waiting(app: &App, by: &Person) -> Result<Vec<Nomination>, Refusal> {
    let mut found = list(app, by, Some(State::Received))?;
    found.retain(|one| simplified(app, one, app.today()).is_some());
    Ok(found)
}
