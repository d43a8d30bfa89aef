//! A sitting as it is read: its agenda, who is there, and, once it is closed, the results.

use std::collections::BTreeSet;

use chungsuc_domain::ballot::{Tally, Votes, tally};
use chungsuc_domain::decision::Verdict;
use chungsuc_store::{Reader, Row, StoreError};
use jiff::civil::Date;

use super::council::{Council, Member, find, members};
use super::{Choice, State, sql};
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
}

/// A dossier of a sitting.
#[derive(Clone, Debug)]
pub struct Item {
    /// The nomination.
    pub nomination: Nomination,
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
    /// Ids of the members who are there.
    pub present: BTreeSet<String>,
    /// The agenda.
    pub items: Vec<Item>,
}

impl SittingView {
    /// Whether its results are final.
    pub fn is_closed(&self) -> bool {
        self.state == State::Closed
    }
}

fn read(row: &Row<'_>) -> Result<SittingLine, StoreError> {
    Ok(SittingLine {
        id: row.get(0)?,
        council: row.get(1)?,
        held_on: row.get(2)?,
        place: row.get(3)?,
        state: row.coded(4, State::from_code)?,
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

/// One sitting. Votes and results are in it only when it is closed: until then nobody, whoever asks,
/// is told how a dossier stands.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn sitting(app: &App, by: &Person, id: &str) -> Result<SittingView, Refusal> {
    by.must_somewhere(Act::ReadCouncil)?;
    let key = [by.commune.as_str().into(), id.into()];
    let line: Result<SittingLine, Refusal> =
        app.read(|r| r.first(sql::SITTING, &key, read)?.ok_or(Refusal::NotFound));
    let line = line?;
    let agenda: Vec<String> =
        app.read(|r| r.all(sql::ITEMS, &key, |row| row.get(0)).map_err(Refusal::from))?;
    let present: Vec<String> =
        app.read(|r| r.all(sql::PRESENT, &key, |row| row.get(0)).map_err(Refusal::from))?;
    let item = |nomination: &String| -> Result<Item, Refusal> {
        let nomination = nominations::find(app, by, nomination)?;
        Ok(Item { nomination, votes: Votes::default(), tally: None, carried: None })
    };
    let council = find(app, &by.commune, &line.council)?;
    let mut view = SittingView {
        id: line.id,
        council_name: council.name.clone(),
        members: members(app, &by.commune, &council.id)?,
        council,
        held_on: line.held_on,
        place: line.place,
        state: line.state,
        present: present.into_iter().collect(),
        items: agenda.iter().map(item).collect::<Result<_, _>>()?,
    };
    if view.is_closed() {
        let counted = app.read(|r| votes(r, &by.commune, &view).map_err(Refusal::from))?;
        for (item, votes) in view.items.iter_mut().zip(counted) {
            item.votes = votes;
            item.tally =
                tallied(&view.council, view.members.len(), view.present.len(), view.held_on, votes);
            let verdict = item.tally.as_ref().map(|tally| tally.answer.verdict);
            item.carried = Some(verdict == Some(Verdict::Yes));
        }
    }
    Ok(view)
}

/// The count of each dossier, from the votes that are cast.
pub(super) fn count(
    reader: &mut Reader<'_>,
    commune: &str,
    sitting: &SittingView,
) -> Result<Vec<(String, Option<Tally>)>, StoreError> {
    let counted = votes(reader, commune, sitting)?;
    let (members, present) = (sitting.members.len(), sitting.present.len());
    let tally = |votes| tallied(&sitting.council, members, present, sitting.held_on, votes);
    let ids = sitting.items.iter().map(|item| item.nomination.id.clone());
    Ok(ids.zip(counted.into_iter().map(tally)).collect())
}

fn tallied(
    council: &Council,
    members: usize,
    present: usize,
    day: Date,
    votes: Votes,
) -> Option<Tally> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    tally(&council.rule, day, count(members), count(present), votes).ok()
}

/// A vote that was cast.
pub(super) struct Ballot {
    pub(super) nomination: String,
    pub(super) member: String,
    pub(super) choice: Choice,
}

/// All votes of a sitting.
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

fn votes(
    reader: &mut Reader<'_>,
    commune: &str,
    sitting: &SittingView,
) -> Result<Vec<Votes>, StoreError> {
    let cast = ballots(reader, commune, &sitting.id)?;
    let of = |item: &Item| {
        let mut votes = Votes::default();
        for ballot in cast.iter().filter(|ballot| ballot.nomination == item.nomination.id) {
            match ballot.choice {
                Choice::For => votes.in_favour += 1,
                Choice::Against => votes.against += 1,
                Choice::Abstain => votes.abstain += 1,
                Choice::Recused => {}
            }
        }
        votes
    };
    Ok(sitting.items.iter().map(of).collect())
}

/// Who voted how on a dossier of a closed sitting, in the order of the members: part of its minutes.
pub(super) fn named_votes(
    app: &App,
    by: &Person,
    sitting: &SittingView,
) -> Result<Vec<(String, String, Choice)>, Refusal> {
    if !sitting.is_closed() {
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
