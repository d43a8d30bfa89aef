//! The way of a value: sent by who entered it, accepted or given back by the officer in charge.

use chungsuc_domain::review::Review;
use chungsuc_store::Change;
use serde::Serialize;

use super::{RECORD, Value, figures, may_see, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

#[derive(Serialize)]
struct Kept<'a> {
    state: &'a str,
    met: Option<bool>,
}

/// One value.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn value(app: &App, by: &Person, id: &str) -> Result<Value, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into(), id.into()];
    let found: Result<Value, Refusal> =
        app.read(|r| r.first(sql::COLUMNS_OF_ONE, &params, Value::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    may_see(by, &found.unit)?;
    Ok(found)
}

/// Hands a value in.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it was handed in already; a conflict.
pub fn send(app: &App, by: &Person, id: &str, version: i64) -> Result<(), Refusal> {
    let value = value(app, by, id)?;
    by.must(Act::EnterValues, Place::village(&by.commune, &value.unit))?;
    let next = value.review.send().map_err(|_| Refusal::rule("value-sent-already"))?;
    step(app, by, &value, version, &next, value.figure.met)
}

/// Accepts a value: it counts from now on. `met` is the officer's judgement where the catalog has no
/// threshold.
///
/// # Errors
/// [`Refusal::Forbidden`], also for who entered it; a rule, when it was not handed in; a conflict.
pub fn accept(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    met: Option<bool>,
) -> Result<(), Refusal> {
    let value = judged(app, by, id)?;
    let next = value.review.accept().map_err(|_| Refusal::rule("value-not-sent"))?;
    step(app, by, &value, version, &next, met.or(value.figure.met))
}

/// Gives a value back with a reason; only this value opens again.
///
/// # Errors
/// As [`accept`]; [`Refusal::Invalid`] with the field `reason` when none is given.
pub fn give_back(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let value = judged(app, by, id)?;
    let next = value.review.give_back(reason).map_err(|_| Refusal::rule("value-not-sent"))?;
    step(app, by, &value, version, &next, value.figure.met)
}

/// A value for its judge; nobody judges what they entered themselves.
fn judged(app: &App, by: &Person, id: &str) -> Result<Value, Refusal> {
    let value = value(app, by, id)?;
    by.must(Act::JudgeValues, Place::village(&by.commune, &value.unit))?;
    if value.entered_by == by.account {
        return Err(Refusal::rule("value-own"));
    }
    Ok(value)
}

fn step(
    app: &App,
    by: &Person,
    value: &Value,
    version: i64,
    next: &Review,
    met: Option<bool>,
) -> Result<(), Refusal> {
    let decided = (next != &Review::Sent).then_some(by.account.as_str());
    app.write(by, |tx| {
        let old = Kept { state: value.review.stage().code(), met: value.figure.met };
        let new = Kept { state: next.stage().code(), met };
        let change = Change::update(RECORD, &value.id, &old, &new)?;
        let change = match next.reason() {
            Some(reason) => change.because(reason),
            None => change,
        };
        tx.change(
            change,
            sql::MOVE,
            &[
                next.stage().code().into(),
                next.reason().into(),
                decided.into(),
                met.into(),
                by.commune.as_str().into(),
                value.id.as_str().into(),
                version.into(),
            ],
        )?;
        if next.counts() || value.review.counts() {
            figures::repack(app, tx, &value.unit, &value.standard, &value.period)?;
        }
        Ok(())
    })
}
