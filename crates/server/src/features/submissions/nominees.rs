//! For whom a dossier goes up: one nominee, or several of one sitting and one award, which villages and
//! units have proposed each for itself. Each keeps its nomination and its own outcome.

use std::collections::HashSet;

use chungsuc_domain::codes;
use chungsuc_store::{Change, Row, StoreError, Writer};
use serde::Serialize;

use super::{RECORD, Submission, find, ready, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::councils;
use crate::features::nominations::{self, Nomination};
use crate::refusal::Refusal;

codes! {
    /// What came of a nominee.
    Outcome {
        /// The award was given.
        Awarded = "awarded",
        /// It was not.
        Refused = "refused",
        /// Taken out of the draft; it may go up by itself.
        TakenOut = "taken_out",
        /// The draft was given up.
        GivenUp = "given_up",
    }
}

/// Somebody for whom a dossier goes up.
#[derive(Clone, Debug)]
pub struct Nominee {
    /// The nomination, as whoever proposed it has written it.
    pub nomination: Nomination,
    /// What came of it; nothing while it is open.
    pub outcome: Option<Outcome>,
}

#[derive(Serialize)]
struct Kept<'a> {
    dossier_nominee: &'a str,
    dossier_outcome: Option<Outcome>,
}

/// The nominees of a dossier, the one that it was opened for first; without those that were taken out.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn nominees(app: &App, by: &Person, id: &str) -> Result<Vec<Nominee>, Refusal> {
    by.must_in_commune(Act::ReadCouncil)?;
    let mut all = Vec::new();
    for (nomination, outcome) in rows(app, by, id)? {
        if outcome != Some(Outcome::TakenOut) {
            let nomination = nominations::find(app, by, &nomination)?;
            all.push(Nominee { nomination, outcome });
        }
    }
    Ok(all)
}

fn rows(app: &App, by: &Person, id: &str) -> Result<Vec<(String, Option<Outcome>)>, Refusal> {
    let key = [by.commune.as_str().into(), id.into()];
    let read = |row: &Row<'_>| {
        let outcome: Option<String> = row.get(1)?;
        Ok((row.get(0)?, outcome.as_deref().and_then(Outcome::from_code)))
    };
    app.read(|r| Ok(r.all(sql::NOMINEES, &key, read)?))
}

/// Nominations that could go up in the same draft: of the same award, carried by the same sitting, whose
/// minutes and proposal name them all.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn may_join(app: &App, by: &Person, one: &Submission) -> Result<Vec<Nomination>, Refusal> {
    let sitting = councils::sitting_of(app, by, &one.nomination)?;
    let mut found = Vec::new();
    for other in ready(app, by)?.into_iter().filter(|other| other.award == one.award) {
        if councils::sitting_of(app, by, &other.id)? == sitting {
            found.push(other);
        }
    }
    Ok(found)
}

/// Merges nominations into a draft that was seen in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; a rule, when it is no draft or a nomination cannot go up
/// with it; a conflict, when somebody was faster.
pub fn join(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    nominations: &[&str],
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let one = draft(app, by, id)?;
    let (free, past) = (may_join(app, by, &one)?, rows(app, by, id)?);
    let wanted: HashSet<&str> = nominations.iter().copied().collect();
    let joining: Vec<&Nomination> =
        free.iter().filter(|other| wanted.contains(other.id.as_str())).collect();
    if joining.is_empty() || joining.len() != wanted.len() {
        return Err(Refusal::rule("submission-cannot-join"));
    }
    app.write(by, |tx| {
        touch(tx, (id, version), &joining[0].contestant.name)?;
        for other in &joining {
            if past.iter().any(|(of, _)| *of == other.id) {
                end(tx, id, other, None)?;
            } else {
                add(tx, id, other)?;
            }
        }
        Ok::<_, Refusal>(())
    })
}

/// Takes a nominee out of a draft that was seen in state `version`; it waits again to go up.
///
/// # Errors
/// As [`join`]; a rule, when the dossier was opened for this one.
pub fn take_out(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    nomination: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let one = draft(app, by, id)?;
    let all = nominees(app, by, id)?;
    let found = all.iter().find(|nominee| nominee.nomination.id == nomination);
    let found = &found.ok_or(Refusal::NotFound)?.nomination;
    if one.nomination == nomination {
        return Err(Refusal::rule("submission-first-stays"));
    }
    app.write(by, |tx| {
        touch(tx, (id, version), &found.contestant.name)?;
        Ok(end(tx, id, found, Some(Outcome::TakenOut))?)
    })
}

fn draft(app: &App, by: &Person, id: &str) -> Result<Submission, Refusal> {
    let one = find(app, by, id)?;
    match one.stage {
        chungsuc_domain::submission::Stage::Draft => Ok(one),
        _ => Err(Refusal::rule("submission-no-draft")),
    }
}

fn touch(tx: &mut Writer<'_>, (id, version): (&str, i64), name: &str) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let kept = Kept { dossier_nominee: name, dossier_outcome: None };
    let params = [commune.as_str().into(), id.into(), version.into()];
    tx.change(Change::create(RECORD, id, &kept)?, sql::TOUCH, &params)
}

/// Adds a nominee in the transaction of the caller.
pub(super) fn add(tx: &mut Writer<'_>, id: &str, of: &Nomination) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let kept = Kept { dossier_nominee: &of.contestant.name, dossier_outcome: None };
    let change = Change::create("submission_nominee", format!("{id}/{}", of.id), &kept)?;
    tx.change(change, sql::ADD_NOMINEE, &[commune.as_str().into(), id.into(), (&of.id).into()])
}

/// Says what came of a nominee, or that it is open again, in the transaction of the caller.
pub(super) fn end(
    tx: &mut Writer<'_>,
    id: &str,
    of: &Nomination,
    outcome: Option<Outcome>,
) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let kept = Kept { dossier_nominee: &of.contestant.name, dossier_outcome: outcome };
    let change = Change::create("submission_nominee", format!("{id}/{}", of.id), &kept)?;
    let params =
        [outcome.map(Outcome::code).into(), commune.as_str().into(), id.into(), (&of.id).into()];
    tx.change(change, sql::END_NOMINEE, &params)
}
