//! The secret ballot: a sheet for a part of the agenda, sealed as it is handed in, opened all at once.
//!
//! The roll says who handed in which sheet, and is a record; the sheets lie in a technical table, sealed
//! for their place with the key of the ballot box. The transaction that closes the sitting opens them,
//! keeps the counts, and takes the sheets away; then the key is destroyed.

use std::collections::HashMap;

use chungsuc_domain::ballot::Votes;
use chungsuc_store::{Change, Reader, StoreError, Writer};
use serde::Serialize;

use super::sitting::hold;
use super::view::{Frame, frame};
use super::vote::{Choice, seat};
use super::{Manner, State, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Dossiers on one sheet: a page that an old phone still shows at once.
pub const SHEET: usize = 50;

#[derive(Serialize)]
struct OnTheRoll<'a> {
    part: i64,
    member: &'a str,
}

/// The name of a ballot box: a sitting's round.
pub(super) fn box_name(frame: &Frame) -> String {
    format!("{}-{}", frame.line.id, frame.line.round)
}

/// For what a sheet is sealed.
fn place(frame: &Frame, commune: &str, part: i64, member: &str) -> String {
    format!("{commune}/{}/{part}/{member}", box_name(frame))
}

/// The sheets that a member has handed in, by part.
pub(super) fn handed_in(
    reader: &mut Reader<'_>,
    commune: &str,
    frame: &Frame,
    member: &str,
) -> Result<Vec<i64>, StoreError> {
    let key =
        [commune.into(), frame.line.id.as_str().into(), frame.line.round.into(), member.into()];
    reader.all(sql::HANDED_IN, &key, |row| row.get(0))
}

/// Hands in the sheet of a part of the agenda, counted from one: a choice for every dossier on it that
/// the member has not declared an interest in. A sheet that is handed in stays.
///
/// # Errors
/// [`Refusal::Forbidden`] for who is no member present; [`Refusal::Invalid`] with a field `ho-so-` and
/// the id of each dossier without a choice; a rule, when the sitting is not open, votes in another
/// manner, the time of written ballots is over, or the sheet was handed in already.
pub fn hand_in(
    app: &App,
    by: &Person,
    sitting: &str,
    part: i64,
    votes: &[(String, Choice)],
) -> Result<(), Refusal> {
    by.must_in_commune(Act::Vote)?;
    let frame = frame(app, by, sitting)?;
    frame.must_vote(Manner::Secret)?;
    let seat = seat(&frame, by).ok_or(Refusal::Forbidden)?;
    let marks = marks(&frame, &seat.member, part, votes)?;
    let key = app.ballot_keys.find(&box_name(&frame))?;
    let commune = by.commune.as_str();
    let sealed = key.seal(&place(&frame, commune, part, &seat.member), &marks);
    let sealed = sealed.ok_or_else(|| Refusal::rule("ballot-key-gone"))?;
    let handed = app.write(by, |tx| {
        hold(tx, sitting, State::Open, "sitting-not-open")?;
        frame.in_time(&seat, tx.author().at)?;
        let id = format!("{}/{part}/{}", box_name(&frame), seat.member);
        let change = Change::create("ballot_roll", id, &OnTheRoll { part, member: &seat.member })?;
        let at = tx.author().at;
        let row = [
            commune.into(),
            sitting.into(),
            frame.line.round.into(),
            part.into(),
            seat.member.as_str().into(),
        ];
        let roll = [row.as_slice(), &[at.into()]].concat();
        tx.change(change, sql::ADD_TO_ROLL, &roll)?;
        let sheet = [row.as_slice(), &[sealed.as_slice().into()]].concat();
        tx.technical(sql::ADD_SEALED, &sheet)?;
        Ok(())
    });
    match handed {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("vote-cast")),
        other => other,
    }
}

/// One byte for each dossier of the part, in the order of the agenda; a dossier that the member keeps
/// out of has its byte too, so that every sheet of a part is of one length.
fn marks(
    frame: &Frame,
    member: &str,
    part: i64,
    votes: &[(String, Choice)],
) -> Result<Vec<u8>, Refusal> {
    let items = frame.part(part).ok_or_else(|| Refusal::rule("vote-unknown"))?;
    let known = |id: &String| items.contains(id) && !frame.keeps_out(id, member);
    if votes.iter().any(|(id, _)| !known(id)) {
        return Err(Refusal::rule("vote-unknown"));
    }
    let votes: HashMap<&String, Choice> = votes.iter().map(|(id, choice)| (id, *choice)).collect();
    let mut errors = Errors::default();
    let marks = items.iter().map(|id| match votes.get(id) {
        _ if frame.keeps_out(id, member) => 0,
        Some(Choice::For) => 1,
        Some(Choice::Against) => 2,
        Some(Choice::Abstain) => 3,
        Some(Choice::Recused) | None => {
            errors.add(format!("ho-so-{id}"), Message::new("vote-missing"));
            0
        }
    });
    let marks = marks.collect();
    if errors.is_empty() { Ok(marks) } else { Err(errors.into()) }
}

/// Opens the sheets of a sitting and counts them, by dossier in the order of the agenda.
pub(super) fn count(
    app: &App,
    reader: &mut Reader<'_>,
    commune: &str,
    frame: &Frame,
) -> Result<Vec<Votes>, Refusal> {
    let key = app.ballot_keys.find(&box_name(frame))?;
    let params = [commune.into(), frame.line.id.as_str().into(), frame.line.round.into()];
    let sheets: Vec<(i64, String, Vec<u8>)> =
        reader.all(sql::SEALED, &params, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut counted = vec![Votes::default(); frame.agenda.len()];
    for (part, member, sealed) in sheets {
        let marks = key.open(&place(frame, commune, part, &member), &sealed);
        // A sheet that does not open was changed behind the program's back, or is another key's.
        let marks = marks.ok_or_else(|| Refusal::rule("ballot-key-gone"))?;
        let first = usize::try_from(part - 1).unwrap_or_default() * SHEET;
        for (votes, mark) in counted.iter_mut().skip(first).zip(marks) {
            match mark {
                1 => votes.in_favour += 1,
                2 => votes.against += 1,
                3 => votes.abstain += 1,
                _ => {}
            }
        }
    }
    Ok(counted)
}

/// Takes the sheets of a round out of the database.
pub(super) fn empty(tx: &mut Writer<'_>, frame: &Frame) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), frame.line.id.as_str().into(), frame.line.round.into()];
    tx.technical(sql::DROP_SEALED, &key).map(drop)
}

#[derive(Serialize)]
struct Round {
    round: i64,
}

/// Begins the vote anew with a new key, when the old one is lost and the sheets can never be opened:
/// everybody votes again. The roll of the lost round stays.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a rule,
/// when the vote is not open or its key is there.
pub fn repeat(app: &App, by: &Person, sitting: &str, reason: &str) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let frame = frame(app, by, sitting)?;
    frame.must_vote(Manner::Secret)?;
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    if app.ballot_keys.find(&box_name(&frame)).is_ok() {
        return Err(Refusal::rule("ballot-key-there"));
    }
    let round = frame.line.round;
    app.write(by, |tx| {
        hold(tx, sitting, State::Open, "sitting-not-open")?;
        empty(tx, &frame)?;
        let change =
            Change::update(super::SITTING, sitting, &Round { round }, &Round { round: round + 1 })?;
        let params = [by.commune.as_str().into(), sitting.into(), round.into()];
        tx.change(change.because(reason.trim()), sql::NEXT_ROUND, &params)?;
        let next = format!("{sitting}-{}", round + 1);
        Ok(app.ballot_keys.make(&next)?)
    })
}

/// Destroys the keys of boxes that are emptied: a program that was killed between the two left one.
pub(crate) fn sweep(app: &App) {
    for name in app.ballot_keys.names() {
        let Some((sitting, round)) = name.rsplit_once('-') else { continue };
        let Ok(round) = round.parse::<i64>() else { continue };
        let open = app.read(|r| {
            let key = [sitting.into(), round.into()];
            r.first(sql::BOX_IN_USE, &key, |row| row.get::<i64>(0)).map(|found| found.is_some())
        });
        if matches!(open, Ok::<_, StoreError>(false)) {
            let _ = destroy(app, &name);
        }
    }
}

/// Destroys a key; what stands in the way is told to the log, for the keeper of the machine.
pub(super) fn destroy(app: &App, name: &str) -> Result<(), Refusal> {
    app.ballot_keys.destroy(name).map_err(|error| {
        tracing::error!(%error, name, "a ballot key could not be destroyed");
        error.into()
    })
}
