//! Closing a survey, taking one back, and correcting one that is closed.

use chungsuc_domain::date::Date;
use chungsuc_store::{Change, StoreError};
use serde::Serialize;

use super::open::add;
use super::{RECORD, State, Survey, current, find, of_year, place, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

#[derive(Serialize)]
struct Step {
    state: State,
    closed_on: Option<Date>,
}

impl Step {
    fn of(survey: &Survey) -> Self {
        Self { state: survey.state, closed_on: survey.closed_on }
    }
}

/// Closes an open survey whose forms were counted, seen in state `version`; from then on it counts.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when nothing is counted, when it is not open, and for counts that
/// this person entered; a conflict.
pub fn close(app: &App, by: &Person, id: &str, version: i64) -> Result<(), Refusal> {
    let survey = find(app, by, id)?;
    by.must(Act::KeepSurveys, place(by, &survey.unit))?;
    may_close(by, &survey)?;
    let today = app.today();
    let new = Step { state: State::Closed, closed_on: Some(today) };
    let change = Change::update(RECORD, id, &Step::of(&survey), &new)?;
    let params = [today.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::CLOSE, &params)?))
}

/// Whether this person can close it: four eyes see the counts before they count.
pub(super) fn may_close(by: &Person, survey: &Survey) -> Result<(), Refusal> {
    match (survey.state, &survey.entered_by) {
        (State::Closed | State::Withdrawn, _) => Err(Refusal::rule("survey-not-open")),
        (State::Open, None) => Err(Refusal::rule("survey-not-counted")),
        (State::Open, Some(account)) if *account == by.account => {
            Err(Refusal::rule("survey-own-counts"))
        }
        (State::Open, Some(_)) => Ok(()),
    }
}

/// Takes a survey back with a reason; it stays to be read and counts no more. Where it corrected
/// another one, that one counts again.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `reason`; a rule, when it was taken back
/// already; a conflict.
pub fn withdraw(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let survey = find(app, by, id)?;
    by.must(Act::KeepSurveys, place(by, &survey.unit))?;
    let reason = given(reason)?;
    if survey.state == State::Withdrawn {
        return Err(Refusal::rule("survey-withdrawn-already"));
    }
    let new = Step { state: State::Withdrawn, closed_on: survey.closed_on };
    let change = Change::update(RECORD, id, &Step::of(&survey), &new)?.because(reason);
    let params = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::WITHDRAW, &params)?))
}

/// Opens a copy of a closed survey, with the same draw and the same counts, to be corrected; the closed
/// one counts until its correction is closed. Gives the id of the copy.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `reason`; a rule, when it does not count,
/// and when it is being corrected already.
pub fn correct(app: &App, by: &Person, id: &str, reason: &str) -> Result<String, Refusal> {
    let old = find(app, by, id)?;
    by.must(Act::KeepSurveys, place(by, &old.unit))?;
    let reason = given(reason)?;
    let all = of_year(app, by, &old.standard, old.year)?;
    if current(&all, &old.unit).is_none_or(|one| one.id != old.id) {
        return Err(Refusal::rule("survey-does-not-count"));
    }
    let new = Survey {
        id: app.new_id(),
        state: State::Open,
        reason: Some(reason.to_owned()),
        corrects: Some(old.id.clone()),
        closed_on: None,
        ..old
    };
    let kept = serde_json::json!({ "state": State::Open, "corrects": id });
    let change = Change::create(RECORD, &new.id, &kept)?.because(reason);
    match app.write(by, |tx| add(tx, by, &new, change)) {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("survey-open-already")),
        other => other.map(|()| new.id),
    }
}

fn given(reason: &str) -> Result<&str, Refusal> {
    match reason.trim() {
        "" => Err(Refusal::field("reason", Message::new("field-missing"))),
        reason => Ok(reason),
    }
}
