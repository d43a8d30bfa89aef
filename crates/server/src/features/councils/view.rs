//! A sitting as it is read: its agenda, who is there, and, once it is closed, the results.

use std::collections::{BTreeMap, BTreeSet};

use chungsuc_domain::ballot::{BallotRule, Tally, Votes};
use chungsuc_domain::catalog::Sourced;
use chungsuc_store::{Row, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;

use super::council::{Council, Member, find, members};
use super::count::{Count, carries};
use super::rules::{self, LawRules};
use super::sealed::SHEET;
use super::vote::Seat;
use super::{Attends, Manner, State, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::nominations::{self, Nomination};
use crate::refusal::Refusal;

/// A line in the list of sittings.
#[derive(Clone, Debug)]
pub struct SittingLine {
    /// Its id.
    pub id: String,
    /// Id of the council.
    pub council: String,
    /// The day.
    pub held_on: Date,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub state: State,
    /// How it votes.
    pub manner: Manner,
    /// Which vote this is; a secret vote whose key was lost is cast again.
    pub round: i64,
    /// Until when absent members may vote in writing.
    pub written_until: Option<Timestamp>,
}

/// A member keeps out of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    /// The dossier.
    pub nomination: String,
    /// Id of the membership.
    pub member: String,
    /// Why, in the member's words.
    pub reason: String,
}

/// A dossier of a sitting.
#[derive(Clone, Debug)]
pub struct Item {
    /// The nomination.
    pub nomination: Nomination,
    /// The rule that the law or the council sets for its award; without one the council's general one.
    pub law_rule: Option<Sourced<BallotRule>>,
    /// The votes; zero until the sitting is closed.
    pub votes: Votes,
    /// The count, once the sitting is closed.
    pub tally: Option<Tally>,
    /// Whether the council carried it, once the sitting is closed.
    pub carried: Option<bool>,
}

/// A whole sitting.
#[derive(Clone, Debug)]
pub struct SittingView {
    /// Its id.
    pub id: String,
    /// Name of the council.
    pub council_name: String,
    /// The council with its rule.
    pub council: Council,
    /// Its members.
    pub members: Vec<Member>,
    /// The day.
    pub held_on: Date,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub state: State,
    /// How it votes.
    pub manner: Manner,
    /// Until when absent members may vote in writing.
    pub written_until: Option<Timestamp>,
    /// Ids of the members who are there.
    pub present: BTreeSet<String>,
    /// Ids of the absent members who are asked in writing.
    pub written: BTreeSet<String>,
    /// Who keeps out of what.
    pub interests: Vec<Interest>,
    /// The agenda.
    pub items: Vec<Item>,
}

impl SittingView {
    /// Whether its results are final.
    pub fn is_closed(&self) -> bool {
        self.state == State::Closed
    }
}

/// A sitting without what stands in its dossiers: all that voting needs to know.
pub(super) struct Frame {
    pub(super) line: SittingLine,
    pub(super) council: Council,
    pub(super) members: Vec<Member>,
    /// How each member who takes part does.
    pub(super) attendance: BTreeMap<String, Attends>,
    pub(super) interests: Vec<Interest>,
    /// Ids of the nominations, in order.
    pub(super) agenda: Vec<String>,
    /// The rules for single awards on the agenda.
    pub(super) of_law: LawRules,
}

impl Frame {
    /// By which rule a dossier is voted on.
    pub(super) fn rule_of(&self, nomination: &str) -> &Sourced<BallotRule> {
        self.of_law.get(nomination).unwrap_or(&self.council.rule)
    }

    /// How many sheets the agenda has.
    pub(super) fn parts(&self) -> i64 {
        i64::try_from(self.agenda.len().div_ceil(SHEET)).unwrap_or(i64::MAX)
    }

    /// The dossiers on a sheet, counted from one.
    pub(super) fn part(&self, part: i64) -> Option<&[String]> {
        let place = usize::try_from(part).ok()?.checked_sub(1)?;
        self.agenda.chunks(SHEET).nth(place)
    }

    /// On which sheet a dossier stands.
    pub(super) fn part_of(&self, nomination: &str) -> Option<i64> {
        let place = self.agenda.iter().position(|id| id == nomination)?;
        i64::try_from(place / SHEET + 1).ok()
    }

    /// Whether a member has declared an interest in a dossier.
    pub(super) fn keeps_out(&self, nomination: &str, member: &str) -> bool {
        self.interests.iter().any(|one| one.nomination == nomination && one.member == member)
    }

    /// How many of those who take part keep out of a dossier.
    pub(super) fn kept_out_of(&self, nomination: &str) -> usize {
        let of_dossier = self.interests.iter().filter(|one| one.nomination == nomination);
        of_dossier.filter(|one| self.attendance.contains_key(&one.member)).count()
    }

    /// Refuses unless the vote is open and in this manner.
    pub(super) fn must_vote(&self, manner: Manner) -> Result<(), Refusal> {
        match (self.line.state, self.line.manner == manner) {
            (State::Open, true) => Ok(()),
            (State::Open, false) => Err(Refusal::rule("vote-other-manner")),
            _ => Err(Refusal::rule("sitting-not-open")),
        }
    }

    /// Refuses a written vote that comes too late; the last minute still counts.
    pub(super) fn in_time(&self, seat: &Seat, now: Timestamp) -> Result<(), Refusal> {
        let over = self.line.written_until.is_some_and(|until| now > until);
        match seat.how == Attends::Written && over {
            true => Err(Refusal::rule("ballot-late")),
            false => Ok(()),
        }
    }
}

fn read(row: &Row<'_>) -> Result<SittingLine, StoreError> {
    Ok(SittingLine {
        id: row.get(0)?,
        council: row.get(1)?,
        held_on: row.get(2)?,
        place: row.get(3)?,
        state: row.coded(4, State::from_code)?,
        manner: row.coded(5, Manner::from_code)?,
        round: row.get(6)?,
        written_until: row.get(7)?,
    })
}

/// All sittings, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn sittings(app: &App, by: &Person) -> Result<Vec<SittingLine>, Refusal> {
    by.must_somewhere(Act::ReadCouncil)?;
    app.read(|r| Ok(r.all(sql::SITTINGS, &[by.commune.as_str().into()], read)?))
}

/// The sitting that decided on a nomination, if one did.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn sitting_of(app: &App, by: &Person, nomination: &str) -> Result<Option<String>, Refusal> {
    by.must_somewhere(Act::ReadCouncil)?;
    let key = [by.commune.as_str().into(), nomination.into()];
    app.read(|r| Ok(r.first(sql::SITTING_OF, &key, |row| row.get(0))?))
}

/// A sitting without the words of its dossiers.
pub(super) fn frame(app: &App, by: &Person, id: &str) -> Result<Frame, Refusal> {
    by.must_somewhere(Act::ReadCouncil)?;
    let key = [by.commune.as_str().into(), id.into()];
    let line: Result<SittingLine, Refusal> =
        app.read(|r| r.first(sql::SITTING, &key, read)?.ok_or(Refusal::NotFound));
    let line = line?;
    let council = find(app, &by.commune, &line.council)?;
    let members = members(app, &by.commune, &council.id)?;
    app.read(|r| {
        let agenda = r.all(sql::ITEMS, &key, |row| row.get(0))?;
        let attendance =
            r.all(sql::PRESENT, &key, |row| Ok((row.get(0)?, row.coded(1, Attends::from_code)?)))?;
        let interests = r.all(sql::INTERESTS, &key, |row| {
            Ok(Interest { nomination: row.get(0)?, member: row.get(1)?, reason: row.get(2)? })
        })?;
        let attendance = attendance.into_iter().collect();
        let of_law = rules::of_law(app, r, &by.commune, &line)?;
        Ok(Frame { line, council, members, attendance, interests, agenda, of_law })
    })
}

/// One sitting. Votes and results are in it only when it is closed: until then nobody, whoever asks,
/// is told how a dossier stands.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn sitting(app: &App, by: &Person, id: &str) -> Result<SittingView, Refusal> {
    let frame = frame(app, by, id)?;
    let items = nominations::each(app, by, &frame.agenda)?;
    let mut items: Vec<Item> = items
        .into_iter()
        .map(|nomination| Item {
            law_rule: frame.of_law.get(&nomination.id).cloned(),
            nomination,
            votes: Votes::default(),
            tally: None,
            carried: None,
        })
        .collect();
    if frame.line.state == State::Closed {
        let counted = app.read(|r| Count::kept(r, &by.commune, &frame).map_err(Refusal::from))?;
        for (item, votes) in items.iter_mut().zip(&counted.votes) {
            item.votes = *votes;
            item.tally = counted.tally(&frame, &item.nomination.id, *votes);
            item.carried = Some(carries(item.tally.as_ref()));
        }
    }
    let of = |how: Attends| {
        let ids = frame.attendance.iter().filter(move |(_, it)| **it == how);
        ids.map(|(id, _)| id.clone()).collect()
    };
    Ok(SittingView {
        id: frame.line.id.clone(),
        council_name: frame.council.name.clone(),
        held_on: frame.line.held_on,
        place: frame.line.place.clone(),
        state: frame.line.state,
        manner: frame.line.manner,
        written_until: frame.line.written_until,
        present: of(Attends::Room),
        written: of(Attends::Written),
        members: frame.members,
        council: frame.council,
        interests: frame.interests,
        items,
    })
}
