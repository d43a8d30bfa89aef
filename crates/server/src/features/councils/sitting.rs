//! A sitting: called with an agenda, opened when enough members are there, closed with its results.

use std::collections::BTreeSet;

use chungsuc_domain::ballot::{BallotRule, Votes, tally};
use chungsuc_domain::catalog::Sourced;
use chungsuc_domain::decision::TextKey;
use chungsuc_store::{Change, Writer};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::count::{Count, carries, named, voters};
use super::view::{Frame, frame};
use super::{Attends, Manner, SITTING, State, council_on, paper, rules, sealed, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::nominations;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

#[derive(Serialize)]
struct Kept<'a> {
    held_on: Date,
    place: &'a str,
    manner: &'a str,
}

#[derive(Serialize)]
struct KeptState {
    state: &'static str,
}

/// A sitting about to be called.
#[derive(Clone, Debug)]
pub struct NewSitting<'a> {
    /// The day.
    pub held_on: Date,
    /// Where.
    pub place: &'a str,
    /// How it votes.
    pub manner: Manner,
    /// Ids of the received nominations on its agenda.
    pub agenda: &'a [String],
}

/// Calls a sitting of the council of that day, with received nominations on its agenda; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `held_on`, `place`; a rule, when a
/// nominee is held; a conflict, when a nomination is not ready any more.
pub fn call(app: &App, by: &Person, new: &NewSitting<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let council = council_on(app, by, new.held_on)?;
    let mut errors = Errors::default();
    if council.is_none() {
        errors.add("held_on", Message::new("sitting-no-council"));
    }
    if new.held_on < app.today() {
        errors.add("held_on", Message::new("sitting-past"));
    }
    if new.place.trim().is_empty() {
        errors.add("place", Message::new("field-missing"));
    }
    let council = match council {
        Some(council) if errors.is_empty() => council,
        _ => return Err(errors.into()),
    };
    new.agenda.iter().try_for_each(|nomination| may_be_tabled(app, by, nomination))?;
    let id = app.new_id();
    app.write(by, |tx| {
        let kept = Kept { held_on: new.held_on, place: new.place, manner: new.manner.code() };
        tx.change(
            Change::create(SITTING, &id, &kept)?,
            sql::ADD_SITTING,
            &[
                by.commune.as_str().into(),
                (&id).into(),
                (&council.id).into(),
                new.held_on.into(),
                new.place.into(),
                new.manner.code().into(),
            ],
        )?;
        new.agenda.iter().try_for_each(|nomination| add_item(tx, &id, nomination))
    })?;
    Ok(id)
}

/// Puts a received nomination on the agenda of a sitting that was called and is not open yet.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the sitting has begun or the nominee is
/// held; a conflict.
pub fn put_on_agenda(
    app: &App,
    by: &Person,
    sitting: &str,
    nomination: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    if frame(app, by, sitting)?.line.state != State::Called {
        return Err(Refusal::rule("sitting-begun"));
    }
    may_be_tabled(app, by, nomination)?;
    app.write(by, |tx| {
        hold(tx, sitting, State::Called, "sitting-begun")?;
        add_item(tx, sitting, nomination)
    })
}

/// Refuses somebody of whom something was found open after the dossier had been received.
fn may_be_tabled(app: &App, by: &Person, nomination: &str) -> Result<(), Refusal> {
    let one = nominations::find(app, by, nomination)?;
    nominations::must_not_be_held(app, by, &one, app.today())
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

/// Who takes part in a sitting.
#[derive(Clone, Debug, Default)]
pub struct Attendance {
    /// Ids of the members in the room.
    pub present: BTreeSet<String>,
    /// Ids of absent members who are asked in writing.
    pub written: BTreeSet<String>,
    /// The last moment at which a written vote counts.
    pub written_until: Option<Timestamp>,
}

#[derive(Serialize)]
struct Attending<'a> {
    member: &'a str,
    how: &'a str,
}

#[derive(Serialize)]
struct WrittenUntil {
    written_until: Option<Timestamp>,
}

/// Opens the vote: who is there is noted, and there must be enough of them by the council's rule and by
/// the law's for each award on the agenda. A secret vote gets its key.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `present`,
/// `written`, `written_until`; a rule, when the quorum is missed, the agenda is empty, it is not the
/// day, or there is no folder for the key of a secret vote.
pub fn open(app: &App, by: &Person, id: &str, who: &Attendance) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let frame = frame(app, by, id)?;
    if frame.line.state != State::Called {
        return Err(Refusal::rule("sitting-begun"));
    }
    if frame.line.held_on != app.today() {
        return Err(Refusal::rule("sitting-other-day"));
    }
    if frame.agenda.is_empty() {
        return Err(Refusal::rule("sitting-empty"));
    }
    check(app, &frame, who)?;
    quorum(&frame, who.present.len())?;
    rules::quorum(app, by, &frame, who)?;
    app.write(by, |tx| {
        go(tx, id, State::Called, State::Open)?;
        let in_room = who.present.iter().map(|member| (member, Attends::Room));
        let in_writing = who.written.iter().map(|member| (member, Attends::Written));
        for (member, how) in in_room.chain(in_writing) {
            attend(tx, id, member, how)?;
        }
        if !who.written.is_empty() {
            let now = WrittenUntil { written_until: who.written_until };
            let change = Change::update(SITTING, id, &WrittenUntil { written_until: None }, &now)?;
            let params = [who.written_until.into(), by.commune.as_str().into(), id.into()];
            tx.change(change, sql::SET_WRITTEN_UNTIL, &params)?;
        }
        if frame.line.manner == Manner::Secret {
            app.ballot_keys.make(&sealed::box_name(&frame))?;
        }
        Ok(())
    })
}

fn attend(tx: &mut Writer<'_>, id: &str, member: &str, how: Attends) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let kept = Attending { member, how: how.code() };
    let change = Change::create("attendance", format!("{id}/{member}"), &kept)?;
    let row = [commune.as_str().into(), id.into(), member.into(), how.code().into()];
    Ok(tx.change(change, sql::ADD_PRESENT, &row)?)
}

/// Only members take part, each in one way, and who is asked in writing knows until when.
fn check(app: &App, frame: &Frame, who: &Attendance) -> Result<(), Refusal> {
    let known = |id: &String| frame.members.iter().any(|member| member.id == *id);
    let mut errors = Errors::default();
    if !who.present.iter().all(known) {
        errors.add("present", Message::new("sitting-no-member"));
    }
    if !who.written.iter().all(known) || !who.written.is_disjoint(&who.present) {
        errors.add("written", Message::new("sitting-both-ways"));
    }
    match who.written_until {
        None if !who.written.is_empty() => {
            errors.add("written_until", Message::new("sitting-written-until-missing"));
        }
        Some(until) if until <= app.clock.now() => {
            errors.add("written_until", Message::new("sitting-written-until-past"));
        }
        _ => {}
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

/// Refuses to open without quorum by the council's own rule.
fn quorum(frame: &Frame, present: usize) -> Result<(), Refusal> {
    let (rule, members) = (&frame.council.rule, frame.members.len());
    match enough(rule, present, members, frame.line.held_on) {
        true => Ok(()),
        false => Err(Refusal::Rule(
            Message::new("sitting-no-quorum")
                .arg("present", present)
                .arg("members", members)
                .arg("quorum", rule.value.quorum.to_string())
                .arg("paper", rule.source.to_string()),
        )),
    }
}

/// Whether so many make a quorum; the rule of voting itself answers.
pub(super) fn enough(
    rule: &Sourced<BallotRule>,
    present: usize,
    members: usize,
    day: Date,
) -> bool {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (present, members) = (count(present), count(members));
    let all = Votes { in_favour: present, ..Votes::default() };
    let Ok(tally) = tally(rule, day, members, present, all) else { return false };
    tally.answer.reasons.first().is_some_and(|it| it.text_key == TextKey::BallotQuorum)
}

/// Closes the vote: the program counts, and all results are there at once. Votes not cast stay so. The
/// key of a secret vote is destroyed.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the sitting is not open, written votes
/// are still awaited, the two counts of paper ballots do not agree, or the key of a secret vote is gone.
pub fn close(app: &App, by: &Person, id: &str) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let frame = frame(app, by, id)?;
    if frame.line.state != State::Open {
        return Err(Refusal::rule("sitting-not-open"));
    }
    app.write(by, |tx| {
        go(tx, id, State::Open, State::Closed)?;
        nobody_awaited(tx, &frame)?;
        // Counted inside the transaction: a vote that came before the close counts, none comes after.
        let votes = match frame.line.manner {
            Manner::Named => named(tx, &by.commune, &frame)?,
            Manner::Secret => sealed::count(app, tx, &by.commune, &frame)?,
            Manner::Paper => paper::agreed(tx, &by.commune, &frame)?,
        };
        if frame.line.manner != Manner::Named {
            keep(tx, &frame, &votes)?;
            sealed::empty(tx, &frame)?;
        }
        rules::keep(tx, &frame)?;
        let count = Count::new(tx, &by.commune, &frame, votes)?;
        for (nomination, votes) in frame.agenda.iter().zip(&count.votes) {
            let carried = carries(count.tally(&frame, nomination, *votes).as_ref());
            nominations::decide(tx, nomination, carried)?;
        }
        Ok(())
    })?;
    if frame.line.manner == Manner::Secret {
        // The sitting is closed whatever happens here; what stays is swept later.
        let _ = sealed::destroy(app, &sealed::box_name(&frame));
        sealed::sweep(app);
    }
    Ok(())
}

/// Refuses to close while a member who is asked in writing has time left and has not voted.
fn nobody_awaited(tx: &mut Writer<'_>, frame: &Frame) -> Result<(), Refusal> {
    let now = tx.author().at;
    let Some(until) = frame.line.written_until.filter(|until| now <= *until) else {
        return Ok(());
    };
    let commune = tx.author().commune.clone();
    let Some(voted) = voters(tx, &commune, frame)? else { return Ok(()) };
    let awaited = frame.attendance.iter();
    let mut awaited = awaited.filter(|(id, how)| **how == Attends::Written && !voted.contains(*id));
    let name = |id: &String| {
        let member = frame.members.iter().find(|member| member.id == *id);
        member.map(|member| member.name.clone()).unwrap_or_default()
    };
    match awaited.next() {
        None => Ok(()),
        Some((id, _)) => Err(Refusal::Rule(
            Message::new("sitting-written-awaited")
                .arg("name", name(id))
                .arg("until", chungsuc_domain::date::show_time(until)),
        )),
    }
}

/// Keeps what secret or paper ballots came to.
fn keep(tx: &mut Writer<'_>, frame: &Frame, votes: &[Votes]) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    for (nomination, votes) in frame.agenda.iter().zip(votes) {
        let id = format!("{}/{nomination}", frame.line.id);
        let key =
            [commune.as_str().into(), frame.line.id.as_str().into(), nomination.as_str().into()];
        let row = [key.as_slice(), &paper::params(*votes)].concat();
        tx.change(Change::create("sitting_count", id, votes)?, sql::ADD_COUNT, &row)?;
    }
    Ok(())
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
