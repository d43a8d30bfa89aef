//! What becomes of a proposal: a nomination, or an answer with a reason.

use chungsuc_store::Change;

use super::{Proposal, RECORD, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::nominations::{self, NewNomination};
use crate::refusal::Refusal;
use crate::web::Message;

/// Answers a proposal that was seen in state `version`; the proposer reads the answer on their page.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `answer`; a rule,
/// when it was dealt with already; a conflict.
pub fn answer(app: &App, by: &Person, id: &str, version: i64, answer: &str) -> Result<(), Refusal> {
    let known = waiting(app, by, id)?;
    let answer = answer.trim();
    if answer.is_empty() {
        return Err(Refusal::field("answer", Message::new("field-missing")));
    }
    let change = Change::update(RECORD, id, &known.kept(State::New), &known.kept(State::Answered))?;
    let (commune, today) = (by.commune.as_str(), app.today());
    let row = [answer.into(), today.into(), commune.into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::ANSWER, &row)?))
}

/// Makes a proposal that was seen in state `version` a nomination, as a draft; gives the nomination's id.
///
/// # Errors
/// As [`nominations::propose`]; a rule, when it was dealt with already; a conflict.
pub fn nominate(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    new: &NewNomination<'_>,
) -> Result<String, Refusal> {
    let known = waiting(app, by, id)?;
    let change =
        Change::update(RECORD, id, &known.kept(State::New), &known.kept(State::Nominated))?;
    let origin = format!("/gioi-thieu/{id}");
    nominations::propose_from(app, by, new, &origin, |tx, nomination| {
        let commune = by.commune.as_str();
        let today = app.today();
        let row = [nomination.into(), today.into(), commune.into(), id.into(), version.into()];
        Ok(tx.change(change, sql::NOMINATE, &row)?)
    })
}

/// A proposal that this person may deal with.
pub(super) fn waiting(app: &App, by: &Person, id: &str) -> Result<Proposal, Refusal> {
    by.must_in_commune(Act::AnswerProposals)?;
    let known = find(app, by, id)?;
    match known.state {
        State::New => Ok(known),
        _ => Err(Refusal::rule("proposal-dealt-with")),
    }
}
