//! Voting: each member for themselves, each dossier once. Who votes is known from the login.

use std::collections::HashMap;

use chungsuc_domain::codes;
use chungsuc_store::{Change, StoreError};
use serde::Serialize;

use super::council::members;
use super::sitting::hold;
use super::view::ballots;
use super::{State, sitting as view, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

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

/// The membership of the person in a sitting, if they are there.
fn own_seat(
    app: &App,
    by: &Person,
    sitting: &super::SittingView,
) -> Result<Option<String>, Refusal> {
    let known = members(app, &by.commune, &sitting.council.id)?;
    let own = known.into_iter().find(|member| member.account == by.account);
    Ok(own.map(|member| member.id).filter(|id| sitting.present.contains(id)))
}

/// The person's own votes so far in an open sitting, by nomination; nothing when they may not vote.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn own_votes(
    app: &App,
    by: &Person,
    sitting: &str,
) -> Result<Option<HashMap<String, Choice>>, Refusal> {
    let sitting = view(app, by, sitting)?;
    let Some(seat) = own_seat(app, by, &sitting)? else { return Ok(None) };
    let cast = app.read(|r| ballots(r, &by.commune, &sitting.id))?;
    let own = cast.into_iter().filter(|ballot| ballot.member == seat);
    Ok(Some(own.map(|ballot| (ballot.nomination, ballot.choice)).collect()))
}

/// How many dossiers of an open sitting the person has still to vote on.
pub(super) fn missing(app: &App, by: &Person, sitting: &str) -> Result<usize, Refusal> {
    let items = view(app, by, sitting)?.items.len();
    Ok(own_votes(app, by, sitting)?.map_or(0, |votes| items - votes.len()))
}

/// Casts votes on dossiers of an open sitting. All or none; a vote that is cast stays.
///
/// # Errors
/// [`Refusal::Forbidden`] for who is no member present; a rule, when the sitting is not open, a
/// dossier is not on its agenda, or a vote was cast already.
pub fn vote(
    app: &App,
    by: &Person,
    sitting: &str,
    votes: &[(String, Choice)],
) -> Result<(), Refusal> {
    by.must_in_commune(Act::Vote)?;
    let sitting = view(app, by, sitting)?;
    if sitting.state != State::Open {
        return Err(Refusal::rule("sitting-not-open"));
    }
    let seat = own_seat(app, by, &sitting)?.ok_or(Refusal::Forbidden)?;
    if votes.is_empty() {
        return Err(Refusal::rule("vote-none"));
    }
    let on_agenda = |id: &str| sitting.items.iter().any(|item| item.nomination.id == id);
    if votes.iter().any(|(nomination, _)| !on_agenda(nomination)) {
        return Err(Refusal::rule("vote-unknown"));
    }
    let cast = app.write(by, |tx| {
        // Once more, now that nobody can close it before the votes are in.
        hold(tx, &sitting.id, State::Open, "sitting-not-open")?;
        for (nomination, choice) in votes {
            let id = format!("{}/{nomination}/{seat}", sitting.id);
            let at = tx.author().at;
            let change = Change::create("ballot", id, &Kept { choice: choice.code() })?;
            tx.change(
                change,
                sql::CAST,
                &[
                    by.commune.as_str().into(),
                    sitting.id.as_str().into(),
                    nomination.into(),
                    seat.as_str().into(),
                    choice.code().into(),
                    at.into(),
                ],
            )?;
        }
        Ok(())
    });
    match cast {
        Err(Refusal::Store(StoreError::Duplicate(_))) => {
            Err(Refusal::Rule(Message::new("vote-cast")))
        }
        other => other,
    }
}
