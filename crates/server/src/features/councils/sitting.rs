//! A sitting: called with an agenda, opened when enough members are there, closed with its results.

use std::collections::BTreeSet;

use chungsuc_domain::ballot::{Votes, tally};
use chungsuc_domain::decision::Verdict;
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::council::members;
use super::{SITTING, State, council_on, sitting as view, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::nominations;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

#[derive(Serialize)]
struct Kept<'a> {
    held_on: Date,
    place: &'a str,
}

#[derive(Serialize)]
struct KeptState {
    state: &'static str,
}

/// Calls a sitting of the council of that day, with received nominations on its agenda; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `held_on`, `place`; a conflict, when
/// a nomination is not ready any more.
pub fn call(
    app: &App,
    by: &Person,
    held_on: Date,
    place: &str,
    agenda: &[String],
) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let council = council_on(app, by, held_on)?;
    let mut errors = Errors::default();
    if council.is_none() {
        errors.add("held_on", Message::new("sitting-no-council"));
    }
    if held_on < app.today() {
        errors.add("held_on", Message::new("sitting-past"));
    }
    if place.trim().is_empty() {
        errors.add("place", Message::new("field-missing"));
    }
    let council = match council {
        Some(council) if errors.is_empty() => council,
        _ => return Err(errors.into()),
    };
    let id = app.new_id();
    app.write(by, |tx| {
        let kept = Kept { held_on, place };
        tx.change(
            Change::create(SITTING, &id, &kept)?,
            sql::ADD_SITTING,
            &[
                by.commune.as_str().into(),
                (&id).into(),
                (&council.id).into(),
                held_on.into(),
                place.into(),
            ],
        )?;
        agenda.iter().try_for_each(|nomination| add_item(tx, &id, nomination))
    })?;
    Ok(id)
}

/// Puts a received nomination on the agenda of a sitting that was called and is not open yet.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the sitting has begun; a conflict.
pub fn put_on_agenda(
    app: &App,
    by: &Person,
    sitting: &str,
    nomination: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    if view(app, by, sitting)?.state != State::Called {
        return Err(Refusal::rule("sitting-begun"));
    }
    app.write(by, |tx| {
        hold(tx, sitting, State::Called, "sitting-begun")?;
        add_item(tx, sitting, nomination)
    })
}

fn add_item(tx: &mut Writer<'_>, sitting: &str, nomination: &str) -> Result<(), Refusal> {
    nominations::table(tx, nomination)?;
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), sitting.into()];
    let seq: i64 = tx.first(sql::NEXT_ITEM, &key, |row| row.get(0))?.unwrap_or(1);
    let change = Change::create("sitting_item", format!("{sitting}/{seq}"), &nomination)?;
    let row = [commune.as_str().into(), sitting.into(), nomination.into(), seq.into()];
    Ok(tx.change(change, sql::ADD_ITEM, &row)?)
}

/// Opens the vote: who is there is noted, and there must be enough of them by the council's rule.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `present`; a
/// rule, when the quorum is missed, the agenda is empty, or it is not the day.
pub fn open(app: &App, by: &Person, id: &str, present: &[String]) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let sitting = view(app, by, id)?;
    if sitting.state != State::Called {
        return Err(Refusal::rule("sitting-begun"));
    }
    if sitting.held_on != app.today() {
        return Err(Refusal::rule("sitting-other-day"));
    }
    if sitting.items.is_empty() {
        return Err(Refusal::rule("sitting-empty"));
    }
    let known = members(app, &by.commune, &sitting.council.id)?;
    let present: BTreeSet<&String> = present.iter().collect();
    if present.iter().any(|id| !known.iter().any(|member| member.id == **id)) {
        return Err(Refusal::field("present", Message::new("sitting-no-member")));
    }
    quorum(&sitting.council, present.len(), known.len(), sitting.held_on)?;
    app.write(by, |tx| {
        let commune = by.commune.as_str();
        for member in present {
            let change = Change::create("attendance", format!("{id}/{member}"), member)?;
            let row = [commune.into(), id.into(), member.into()];
            tx.change(change, sql::ADD_PRESENT, &row)?;
        }
        go(tx, id, State::Called, State::Open)
    })
}

/// Refuses to open without quorum; the rule of voting itself answers.
fn quorum(
    council: &super::Council,
    present: usize,
    members: usize,
    day: Date,
) -> Result<(), Refusal> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (present, members) = (count(present), count(members));
    let missed = || {
        let quorum = council.rule.value.quorum.to_string();
        Refusal::Rule(
            Message::new("sitting-no-quorum")
                .arg("present", present)
                .arg("members", members)
                .arg("quorum", quorum)
                .arg("paper", council.rule.source.to_string()),
        )
    };
    let all = Votes { in_favour: present, ..Votes::default() };
    let tally = tally(&council.rule, day, members, present, all).map_err(|_| missed())?;
    let key = tally.answer.reasons.first().map(|reason| reason.text_key);
    match key {
        Some(chungsuc_domain::decision::TextKey::BallotQuorum) => Ok(()),
        _ => Err(missed()),
    }
}

/// Closes the vote: the program counts, and all results are there at once. Votes not cast stay so.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the sitting is not open.
pub fn close(app: &App, by: &Person, id: &str) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let sitting = view(app, by, id)?;
    if sitting.state != State::Open {
        return Err(Refusal::rule("sitting-not-open"));
    }
    app.write(by, |tx| {
        go(tx, id, State::Open, State::Closed)?;
        // Counted inside the transaction: a vote that came before the close counts, none comes after.
        let counted = super::view::count(tx, &by.commune, &sitting)?;
        for (nomination, tally) in counted {
            let carried = tally.is_some_and(|tally| tally.answer.verdict == Verdict::Yes);
            nominations::decide(tx, &nomination, carried)?;
        }
        Ok(())
    })
}

/// Keeps a sitting in a state while a transaction adds to it; the rule's no when it has moved on since
/// it was read.
pub(super) fn hold(
    tx: &mut Writer<'_>,
    id: &str,
    state: State,
    otherwise: &'static str,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), id.into(), state.code().into()];
    let held = tx.first(sql::HOLD_SITTING, &key, |row| row.get::<String>(0))?;
    held.map(drop).ok_or_else(|| Refusal::rule(otherwise))
}

fn go(tx: &mut Writer<'_>, id: &str, from: State, to: State) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let (old, new) = (KeptState { state: from.code() }, KeptState { state: to.code() });
    let change = Change::update(SITTING, id, &old, &new)?;
    let params = [to.code().into(), commune.as_str().into(), id.into(), from.code().into()];
    Ok(tx.change(change, sql::MOVE_SITTING, &params)?)
}
