//! Votes added up: as they are counted at the close, and as they are shown ever after.

use std::collections::{BTreeMap, BTreeSet};

use chungsuc_domain::ballot::{Tally, Votes, tally};
use chungsuc_domain::decision::Verdict;
use chungsuc_store::{Reader, Row, StoreError};

use super::council::Member;
use super::view::{Frame, frame};
use super::{Attends, Choice, Manner, SittingView, sql};
use crate::access::Person;
use crate::app::App;
use crate::refusal::Refusal;

/// Whether a count carries a dossier.
pub(super) fn carries(tally: Option<&Tally>) -> bool {
    tally.is_some_and(|tally| tally.answer.verdict == Verdict::Yes)
}

/// The votes of a sitting by dossier, and how many took part.
pub(super) struct Count {
    pub(super) votes: Vec<Votes>,
    took_part: usize,
}

impl Count {
    /// With these votes; who was asked in writing took part if they voted.
    pub(super) fn new(
        reader: &mut Reader<'_>,
        commune: &str,
        frame: &Frame,
        votes: Vec<Votes>,
    ) -> Result<Self, StoreError> {
        let voted = voters(reader, commune, frame)?;
        let took_part = frame.attendance.iter().filter(|(member, how)| {
            **how == Attends::Room || voted.as_ref().is_none_or(|voted| voted.contains(*member))
        });
        let took_part = took_part.count();
        Ok(Self { votes, took_part })
    }

    /// As the sitting was closed with.
    pub(super) fn kept(
        reader: &mut Reader<'_>,
        commune: &str,
        frame: &Frame,
    ) -> Result<Self, StoreError> {
        let votes = match frame.line.manner {
            Manner::Named => named(reader, commune, frame)?,
            Manner::Secret | Manner::Paper => results(reader, commune, frame)?,
        };
        Self::new(reader, commune, frame, votes)
    }

    /// The count of one dossier by its rule.
    pub(super) fn tally(&self, frame: &Frame, nomination: &str, votes: Votes) -> Option<Tally> {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (members, present) = (count(frame.members.len()), count(self.took_part));
        tally(frame.rule_of(nomination), frame.line.held_on, members, present, votes).ok()
    }
}

/// The members who voted, where the program knows; on paper it does not.
pub(super) fn voters(
    reader: &mut Reader<'_>,
    commune: &str,
    frame: &Frame,
) -> Result<Option<BTreeSet<String>>, StoreError> {
    let sitting = frame.line.id.as_str();
    match frame.line.manner {
        Manner::Named => {
            let cast = ballots(reader, commune, sitting)?;
            Ok(Some(cast.into_iter().map(|ballot| ballot.member).collect()))
        }
        Manner::Secret => {
            let key = [commune.into(), sitting.into(), frame.line.round.into()];
            let roll = reader.all(sql::ROLL, &key, |row| row.get(0))?;
            Ok(Some(roll.into_iter().collect()))
        }
        Manner::Paper => Ok(None),
    }
}

/// A vote that was cast by name.
pub(super) struct Ballot {
    pub(super) nomination: String,
    pub(super) member: String,
    pub(super) choice: Choice,
}

/// All named votes of a sitting.
pub(super) fn ballots(
    reader: &mut Reader<'_>,
    commune: &str,
    sitting: &str,
) -> Result<Vec<Ballot>, StoreError> {
    reader.all(sql::BALLOTS, &[commune.into(), sitting.into()], |row| {
        let choice = row.coded(2, Choice::from_code)?;
        Ok(Ballot { nomination: row.get(0)?, member: row.get(1)?, choice })
    })
}

/// Named votes added up, by dossier in the order of the agenda.
pub(super) fn named(
    reader: &mut Reader<'_>,
    commune: &str,
    frame: &Frame,
) -> Result<Vec<Votes>, StoreError> {
    let mut counted: BTreeMap<String, Votes> = BTreeMap::new();
    for ballot in ballots(reader, commune, &frame.line.id)? {
        let votes = counted.entry(ballot.nomination).or_default();
        match ballot.choice {
            Choice::For => votes.in_favour += 1,
            Choice::Against => votes.against += 1,
            Choice::Abstain => votes.abstain += 1,
            Choice::Recused => {}
        }
    }
    Ok(frame.agenda.iter().map(|id| counted.get(id).copied().unwrap_or_default()).collect())
}

/// What secret and paper ballots came to, by dossier in the order of the agenda.
fn results(
    reader: &mut Reader<'_>,
    commune: &str,
    frame: &Frame,
) -> Result<Vec<Votes>, StoreError> {
    let key = [commune.into(), frame.line.id.as_str().into()];
    let kept = reader
        .all(sql::COUNTS, &key, |row| Ok((row.get::<String>(0)?, votes_at(row, 1)?)))?
        .into_iter()
        .collect::<BTreeMap<_, _>>();
    Ok(frame.agenda.iter().map(|id| kept.get(id).copied().unwrap_or_default()).collect())
}

/// The four numbers of a count that begin at a column.
pub(super) fn votes_at(row: &Row<'_>, first: usize) -> Result<Votes, StoreError> {
    let number = |index| -> Result<u32, StoreError> {
        u32::try_from(row.get::<i64>(index)?)
            .map_err(|_| StoreError::Column { index, wanted: "a count" })
    };
    Ok(Votes {
        in_favour: number(first)?,
        against: number(first + 1)?,
        abstain: number(first + 2)?,
        invalid: number(first + 3)?,
    })
}

/// Who voted how on the dossiers of a closed sitting that voted by name, in the order of the members:
/// part of its minutes.
pub(super) fn named_votes(
    app: &App,
    by: &Person,
    sitting: &SittingView,
) -> Result<Vec<(String, String, Choice)>, Refusal> {
    if !sitting.is_closed() || sitting.manner != Manner::Named {
        return Ok(Vec::new());
    }
    let cast = app.read(|r| ballots(r, &by.commune, &sitting.id))?;
    let of_member = |member: &Member| {
        let own = cast.iter().filter(|ballot| ballot.member == member.id);
        let named = own.map(|one| (one.nomination.clone(), member.name.clone(), one.choice));
        named.collect::<Vec<_>>()
    };
    Ok(sitting.members.iter().flat_map(of_member).collect())
}

/// Names of the members who handed in a ballot, in the order of the members; for a sitting that votes
/// on paper the program cannot know.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn who_voted(app: &App, by: &Person, id: &str) -> Result<Option<Vec<String>>, Refusal> {
    let frame = frame(app, by, id)?;
    let voted = app.read(|r| voters(r, &by.commune, &frame).map_err(Refusal::from))?;
    Ok(voted.map(|voted| {
        let who = frame.members.iter().filter(|member| voted.contains(&member.id));
        who.map(|member| member.name.clone()).collect()
    }))
}
