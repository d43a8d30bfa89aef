//! A figure that a visit or a question showed wrong goes one step back, also when it was accepted.

use chungsuc_domain::review::Stage;
use chungsuc_store::Writer;

use super::review::{Step, go_on};
use super::{Judgement, Value, may_judge};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;

/// Whether this person may send a value one step back now: the officer while it is with them, the
/// board while it is with the board or accepted.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule: it was given back already, nobody judges what they entered, and
/// who asked before looks again themselves.
pub fn may_send_back(app: &App, by: &Person, value: &Value) -> Result<(), Refusal> {
    if value.review.stage() != Stage::Accepted {
        return may_judge(app, by, value);
    }
    by.must(Act::AcceptValues, Place::village(&by.commune, &value.unit))?;
    match value.entered_by == by.account {
        true => Err(Refusal::rule("value-own")),
        false => Ok(()),
    }
}

/// Sends a value one step back, in a transaction of the caller.
///
/// # Errors
/// As [`may_send_back`]; [`Refusal::Invalid`] with the field `reason` when none is given; a conflict.
pub(crate) fn send_back(
    app: &App,
    tx: &mut Writer<'_>,
    by: &Person,
    value: &Value,
    reason: &str,
) -> Result<(), Refusal> {
    may_send_back(app, by, value)?;
    let back = Judgement::Back { reason: reason.to_owned() };
    let step = match value.review.stage() {
        Stage::Accepted => Step::reopened(by, value, reason)?,
        _ => super::review::next(by, value, &back)?,
    };
    go_on(app, tx, by, value, &step)
}
