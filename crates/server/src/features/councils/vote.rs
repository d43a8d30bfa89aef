//! Voting by name: each member for themselves, each dossier once. Who votes is known from the login.

use std::collections::{HashMap, HashSet};

use chungsuc_domain::codes;
use chungsuc_store::{Change, StoreError};
use serde::Serialize;

use super::count::ballots;
use super::sitting::hold;
use super::view::{Frame, frame};
use super::{Attends, Manner, State, sealed, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

codes! {
    /// What a member says to a dossier, in the order of the ballot.
    Choice {
        /// In favour.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither.
        Abstain = "abstain",
        /// Keeps out of this dossier because of an interest.
        Recused = "recused",
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    choice: &'a str,
}

/// The place of a member who takes part.
pub(super) struct Seat {
    /// Id of the membership.
    pub(super) member: String,
    /// In the room or in writing.
    pub(super) how: Attends,
}

/// The person's seat in a sitting, if they take part.
pub(super) fn seat(frame: &Frame, by: &Person) -> Option<Seat> {
    let own = frame.members.iter().find(|member| member.account == by.account)?;
    let how = *frame.attendance.get(&own.id)?;
    Some(Seat { member: own.id.clone(), how })
}

/// What a member has voted so far in an open sitting.
#[derive(Clone, Debug, Default)]
pub struct OwnBallot {
    /// Id of the membership.
    pub member: String,
    /// How many sheets the agenda has.
    pub parts: i64,
    /// The choices of a vote by name, by nomination. A secret choice is told to nobody, its voter
    /// included.
    pub named: HashMap<String, Choice>,
    /// The sheets of a secret vote that are handed in.
    pub sheets: HashSet<i64>,
    /// The dossiers that the member keeps out of.
    pub kept_out: HashSet<String>,
    /// The first sheet on which something is still to be voted.
    pub next: Option<i64>,
    /// How many dossiers are still to be voted on.
    pub missing: usize,
}

/// The person's own ballot in an open sitting; nothing when they take no part.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn own_ballot(app: &App, by: &Person, sitting: &str) -> Result<Option<OwnBallot>, Refusal> {
    let frame = frame(app, by, sitting)?;
    let Some(seat) = seat(&frame, by) else { return Ok(None) };
    let (named, sheets) = app.read(|r| {
        let cast = ballots(r, &by.commune, sitting)?;
        let own = cast.into_iter().filter(|ballot| ballot.member == seat.member);
        let named = own.map(|ballot| (ballot.nomination, ballot.choice)).collect();
        let sheets = sealed::handed_in(r, &by.commune, &frame, &seat.member)?;
        Ok::<_, Refusal>((named, sheets.into_iter().collect()))
    })?;
    let kept_out = frame.agenda.iter().filter(|id| frame.keeps_out(id, &seat.member));
    let kept_out = kept_out.cloned().collect();
    let mut own = OwnBallot {
        member: seat.member,
        parts: frame.parts(),
        named,
        sheets,
        kept_out,
        ..OwnBallot::default()
    };
    if frame.line.manner != Manner::Paper {
        let missing: Vec<i64> = (1..=own.parts)
            .flat_map(|part| {
                let items = frame.part(part).unwrap_or_default().iter();
                let open = items.filter(|id| own.lacks(frame.line.manner, part, id));
                open.map(move |_| part).collect::<Vec<_>>()
            })
            .collect();
        own.next = missing.first().copied();
        own.missing = missing.len();
    }
    Ok(Some(own))
}

impl OwnBallot {
    /// Whether a dossier of a sheet is still to be voted on.
    fn lacks(&self, manner: Manner, part: i64, nomination: &str) -> bool {
        match manner {
            Manner::Named => {
                !self.named.contains_key(nomination) && !self.kept_out.contains(nomination)
            }
            Manner::Secret => !self.sheets.contains(&part),
            Manner::Paper => false,
        }
    }
}

/// Casts votes by name on dossiers of an open sitting. All or none; a vote that is cast stays.
///
/// # Errors
/// [`Refusal::Forbidden`] for who takes no part; a rule, when the sitting is not open or votes in
/// another manner, a dossier is not on its agenda, the member keeps out of it, a vote was cast already,
/// or the time of written votes is over.
pub fn vote(
    app: &App,
    by: &Person,
    sitting: &str,
    votes: &[(String, Choice)],
) -> Result<(), Refusal> {
    by.must_in_commune(Act::Vote)?;
    let frame = frame(app, by, sitting)?;
    frame.must_vote(Manner::Named)?;
    let seat = seat(&frame, by).ok_or(Refusal::Forbidden)?;
    if votes.is_empty() {
        return Err(Refusal::rule("vote-none"));
    }
    let on_agenda: HashSet<&String> = frame.agenda.iter().collect();
    if votes.iter().any(|(nomination, _)| !on_agenda.contains(nomination)) {
        return Err(Refusal::rule("vote-unknown"));
    }
    if votes.iter().any(|(nomination, _)| frame.keeps_out(nomination, &seat.member)) {
        return Err(Refusal::rule("vote-kept-out"));
    }
    let cast = app.write(by, |tx| {
        // Once more, now that nobody can close it before the votes are in.
        hold(tx, sitting, State::Open, "sitting-not-open")?;
        frame.in_time(&seat, tx.author().at)?;
        for (nomination, choice) in votes {
            let id = format!("{sitting}/{nomination}/{}", seat.member);
            let at = tx.author().at;
            let change = Change::create("ballot", id, &Kept { choice: choice.code() })?;
            tx.change(
                change,
                sql::CAST,
                &[
                    by.commune.as_str().into(),
                    sitting.into(),
                    nomination.into(),
                    seat.member.as_str().into(),
                    choice.code().into(),
                    at.into(),
                ],
            )?;
        }
        Ok(())
    });
    match cast {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("vote-cast")),
        other => other,
    }
}
