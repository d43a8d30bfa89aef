//! A step that was recorded by mistake is taken back with a reason. It stays to be read, crossed out; the
//! dossier is where it was before it.

use chungsuc_domain::UnitKind;
use chungsuc_domain::submission::{Move, Stage};
use chungsuc_store::{Change, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::open::due_of_opening;
use super::steps::standing;
use super::{Nominee, Outcome, RECORD, find, nominees, sql, steps};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::{honours, nominations};
use crate::refusal::Refusal;
use crate::web::Message;

#[derive(Serialize)]
struct Kept<'a> {
    submission_state: &'a str,
    level_above: &'a str,
    due: Option<Date>,
}

/// Takes back the last step of a dossier that was seen in state `version`. An award that it told leaves
/// the register with the same reason, and its nominations are carried ones again.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::Invalid`] with `why`; a rule, when there is
/// no step, or a nominee went up anew since; a conflict, when somebody was faster.
pub fn undo(app: &App, by: &Person, (id, version): (&str, i64), why: &str) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let (one, why) = (find(app, by, id)?, why.trim());
    let past = steps(app, by, id)?;
    let mut past: Vec<_> = standing(&past).collect();
    let last = past.pop().ok_or_else(|| Refusal::rule("submission-nothing-to-undo"))?;
    if why.is_empty() {
        return Err(Refusal::field("why", Message::new("field-missing")));
    }
    let (stage, level, due) = match past.last() {
        Some(before) => (Stage::of(before.kind), before.level, before.due),
        None => (Stage::Draft, UnitKind::Commune, due_of_opening(app, &one.award, one.opened_on)),
    };
    let all = nominees(app, by, id)?;
    let kept = |stage: Stage, level: UnitKind, due| Kept {
        submission_state: stage.code(),
        level_above: level.code(),
        due,
    };
    let (old, new) = (kept(one.stage, one.level, one.due), kept(stage, level, due));
    let today = app.today();
    let done = app.write(by, |tx| {
        let change = Change::update(RECORD, id, &old, &new)?.because(why);
        let commune = by.commune.as_str();
        let row = [
            stage.code().into(),
            level.code().into(),
            due.into(),
            commune.into(),
            id.into(),
            version.into(),
        ];
        tx.change(change, sql::MOVE, &row)?;
        let key = format!("{id}/{}", last.number);
        let change = Change::update("submission_step", key, &old, &new)?.because(why);
        let row = [
            why.into(),
            today.into(),
            by.account.as_str().into(),
            commune.into(),
            id.into(),
            last.number.into(),
        ];
        tx.change(change, sql::UNDO_STEP, &row)?;
        match last.kind {
            Move::Awarded | Move::Refused => reopen(tx, id, &all, (today, why)),
            _ => Ok(()),
        }
    });
    match done {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("submission-went-anew")),
        done => done,
    }
}

/// Nothing has come of any nominee any more.
fn reopen(
    tx: &mut Writer<'_>,
    id: &str,
    all: &[Nominee],
    (today, why): (Date, &str),
) -> Result<(), Refusal> {
    for Nominee { nomination, outcome } in all {
        super::nominees::end(tx, id, nomination, None)?;
        if *outcome == Some(Outcome::Awarded) {
            nominations::take_award_back(tx, &nomination.id)?;
            let name = nomination.contestant.name.as_str();
            honours::withdraw_of_nomination(tx, (&nomination.id, name), today, why)?;
        }
    }
    Ok(())
}
