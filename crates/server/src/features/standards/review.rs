//! The way of a value: sent by the village, verified by the officer, accepted by the board; given back
//! one step with a reason, and looked at again by who asked.

use chungsuc_domain::review::{Review, Stage};
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::judging::Judging;
use super::value::Judges;
use super::{RECORD, Value, figures, may_see, sql, values_in};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// What a judge says of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is right, and goes one step on; `met` is the officer's judgement where the catalog has no
    /// threshold.
    Forward {
        /// Whether the indicator is reached.
        met: Option<bool>,
    },
    /// It goes one step back.
    Back {
        /// What is to be mended.
        reason: String,
    },
}

/// A value in the state in which it was seen, and what a judge says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its id.
    pub id: String,
    /// Which state of the record was seen.
    pub version: i64,
    /// What is said of it.
    pub judgement: Judgement,
}

#[derive(Serialize)]
struct Kept<'a> {
    state: &'a str,
    met: Option<bool>,
    /// Why the board took the officer's step.
    instead: Option<&'a str>,
}

/// What becomes of a value.
pub(super) struct Step {
    review: Review,
    met: Option<bool>,
    judges: Judges,
    sent_on: Option<Date>,
    instead: Option<String>,
}

impl Step {
    /// What was accepted goes back to the officer; who took it back looks at it again.
    pub(super) fn reopened(by: &Person, value: &Value, reason: &str) -> Result<Self, Refusal> {
        if reason.trim().is_empty() {
            return Err(Refusal::field("reason", Message::new("field-missing")));
        }
        let review = value.review.reopen(reason).map_err(|_| Refusal::rule("value-not-sent"))?;
        let questioned_by = Some(by.account.clone());
        let judges = Judges { questioned_by, ..value.judges.clone() };
        Ok(Self { review, met: value.figure.met, judges, sent_on: value.sent_on, instead: None })
    }
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
    let value = Value { version, ..value(app, by, id)? };
    send_all(app, by, &[value])
}

/// Hands values in, as they were seen: all of them or none.
///
/// # Errors
/// As [`send`].
pub fn send_all(app: &App, by: &Person, values: &[Value]) -> Result<(), Refusal> {
    let mut steps = Vec::new();
    for value in values {
        by.must(Act::EnterValues, Place::village(&by.commune, &value.unit))?;
        let review = value.review.send().map_err(|_| Refusal::rule("value-sent-already"))?;
        let (met, judges) = (value.figure.met, value.judges.clone());
        let sent_on = value.sent_on.or(Some(app.today()));
        let step = Step { review, met, judges, sent_on, instead: None };
        steps.push((value, step));
    }
    app.write(by, |tx| steps.iter().try_for_each(|(value, step)| go_on(app, tx, by, value, step)))
}

/// Judges values: each goes one step on or one step back; all of them, or none.
///
/// # Errors
/// [`Refusal::Forbidden`] outside one's step or territory; [`Refusal::Invalid`] with the field
/// `reason` when none is given; a rule for one's own value, for one that waits for nobody, for one of a
/// criterion that another officer is in charge of, and for one that somebody else asked about; a
/// conflict.
pub fn judge(app: &App, by: &Person, judged: &[Judged]) -> Result<(), Refusal> {
    judge_with(app, by, judged, None)
}

/// As [`judge`], by the board in the place of officers in charge who are away; `why` is kept.
///
/// # Errors
/// As [`judge`]; [`Refusal::Invalid`] with the field `instead` when no reason is given.
pub fn judge_instead(app: &App, by: &Person, judged: &[Judged], why: &str) -> Result<(), Refusal> {
    judge_with(app, by, judged, Some(why))
}

fn judge_with(app: &App, by: &Person, judged: &[Judged], why: Option<&str>) -> Result<(), Refusal> {
    let judging = Judging::today(app, by)?;
    let mut steps = Vec::new();
    for Judged { id, version, judgement } in judged {
        let value = Value { version: *version, ..value(app, by, id)? };
        let instead = judging.right(&value, why)?;
        let step = Step { instead, ..next(by, &value, judgement)? };
        steps.push((value, step));
    }
    app.write(by, |tx| steps.iter().try_for_each(|(value, step)| go_on(app, tx, by, value, step)))
}

/// Every value that waits for this person, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn waiting(app: &App, by: &Person) -> Result<Vec<Value>, Refusal> {
    by.must_somewhere(Act::JudgeValues)?;
    let mut found = Vec::new();
    for (stage, act) in [
        (Stage::Questioned, Act::VerifyValues),
        (Stage::Sent, Act::VerifyValues),
        (Stage::Verified, Act::AcceptValues),
    ] {
        if by.may_somewhere(act) {
            let values = values_in(app, by, stage)?.into_iter();
            found.extend(
                values.filter(|value| by.may(act, Place::village(&by.commune, &value.unit))),
            );
        }
    }
    Ok(found)
}

/// Values that wait for an officer in charge, for the board that may stand in; the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn waiting_for_officers(app: &App, by: &Person) -> Result<Vec<Value>, Refusal> {
    by.must_somewhere(Act::StandInForOfficer)?;
    let judging = Judging::today(app, by)?;
    let mut found = values_in(app, by, Stage::Questioned)?;
    found.extend(values_in(app, by, Stage::Sent)?);
    found.retain(|value| judging.may_instead(value));
    Ok(found)
}

pub(super) fn next(by: &Person, value: &Value, judgement: &Judgement) -> Result<Step, Refusal> {
    let (review, mut judges) = (&value.review, value.judges.clone());
    let me = Some(by.account.clone());
    let step = match judgement {
        Judgement::Forward { .. } if review.is_with_board() => {
            judges.questioned_by = None;
            review.accept()
        }
        Judgement::Forward { .. } => {
            (judges.verified_by, judges.returned_by) = (me, None);
            review.verify()
        }
        Judgement::Back { reason } if reason.trim().is_empty() => {
            return Err(Refusal::field("reason", Message::new("field-missing")));
        }
        Judgement::Back { reason } if review.is_with_board() => {
            judges.questioned_by = me;
            review.question(reason)
        }
        Judgement::Back { reason } => {
            judges.returned_by = me;
            review.give_back(reason)
        }
    };
    let met = match judgement {
        Judgement::Forward { met } => met.or(value.figure.met),
        Judgement::Back { .. } => value.figure.met,
    };
    let review = step.map_err(|_| Refusal::rule("value-not-sent"))?;
    Ok(Step { review, met, judges, sent_on: value.sent_on, instead: None })
}

pub(super) fn go_on(
    app: &App,
    tx: &mut Writer<'_>,
    by: &Person,
    value: &Value,
    step: &Step,
) -> Result<(), Refusal> {
    let Step { review, met, judges, sent_on, instead } = step;
    let decided = (*review != Review::Sent).then_some(by.account.as_str());
    let old = Kept { state: value.review.stage().code(), met: value.figure.met, instead: None };
    let new = Kept { state: review.stage().code(), met: *met, instead: instead.as_deref() };
    let change = Change::update(RECORD, &value.id, &old, &new)?;
    let change = match review.reason() {
        Some(reason) => change.because(reason),
        None => change,
    };
    let params = [
        review.stage().code().into(),
        review.reason().into(),
        decided.into(),
        (*met).into(),
        judges.verified_by.as_deref().into(),
        judges.returned_by.as_deref().into(),
        judges.questioned_by.as_deref().into(),
        (*sent_on).into(),
        by.commune.as_str().into(),
        value.id.as_str().into(),
        value.version.into(),
    ];
    tx.change(change, sql::MOVE, &params)?;
    if review.counts() || value.review.counts() {
        figures::repack(app, tx, &value.unit, &value.standard, &value.period)?;
    }
    Ok(())
}
