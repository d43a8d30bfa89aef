//! The Emulation and Commendation Council: who sits in it and how it votes, its sittings, the votes of
//! its members, and what they carried.
//!
//! Votes are named in this version: after a sitting is closed, who voted how is part of its minutes.
//! Before that nobody sees any vote but the own.

mod council;
mod pages;
mod sitting;
mod sql;
mod view;
mod vote;

pub use council::{Council, Member, NewCouncil, council_on, set_up};
pub(crate) use pages::routes;
pub use sitting::{call, close, open, put_on_agenda};
pub use view::{Item, SittingLine, SittingView, sitting, sittings};
pub use vote::{Choice, own_votes, vote};

use chungsuc_domain::codes;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of a council's records in the journal.
pub const COUNCIL: &str = "council";
/// Kind of a sitting's records in the journal.
pub const SITTING: &str = "sitting";

codes! {
    /// Where a sitting stands.
    State {
        /// Members are invited; the agenda can still grow.
        Called = "called",
        /// Members vote.
        Open = "open",
        /// Votes are counted and nothing changes any more.
        Closed = "closed",
    }
}

/// For the secretary the sittings that are called; for a member those with dossiers to vote on.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if !by.may_somewhere(Act::ReadCouncil) {
        return Ok(todos);
    }
    for line in sittings(app, by)? {
        let href = format!("/hoi-dong/phien/{}", line.id);
        let keeps = by.may_somewhere(Act::KeepCouncil);
        match line.state {
            State::Called if keeps => todos.push(Todo {
                what: Message::new("todo-sitting-called").arg("place", line.place.clone()),
                href,
                due: Some(line.held_on),
            }),
            State::Open => {
                let missing = vote::missing(app, by, &line.id)?;
                if missing > 0 {
                    let what = Message::new("todo-vote").arg("count", missing);
                    let href = format!("{href}/phieu");
                    todos.push(Todo { what, href, due: Some(line.held_on) });
                }
            }
            _ => {}
        }
    }
    Ok(todos)
}
