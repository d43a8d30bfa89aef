//! The Emulation and Commendation Council: who sits in it and how it votes, its sittings, the votes of
//! its members, and what they carried.
//!
//! A sitting votes by name, in secret, or on paper. By name, who voted how is part of the minutes once it
//! is closed; in secret, who voted is known and how never (`sealed`, `docs/secret-ballot.md`); on paper,
//! two people type what they counted. Before the close nobody is told how a dossier stands.

mod award_rules;
mod council;
mod count;
mod interest;
mod keys;
mod pages;
mod paper;
mod rules;
mod sealed;
mod sitting;
mod sql;
mod view;
mod vote;

pub use award_rules::{AwardRule, NewAwardRule, award_rules, end_award_rule, enter_award_rule};
pub use council::{Council, Member, NewCouncil, council_on, set_up};
pub use count::who_voted;
pub use interest::{Ground, declare, suggested};
pub use keys::KeyFolder;
pub(crate) use pages::routes;
pub use paper::{Counts, own_count, type_count};
pub(crate) use sealed::sweep;
pub use sealed::{SHEET, hand_in, repeat};
pub use sitting::{Attendance, NewSitting, call, close, open, put_on_agenda};
pub use view::{Interest, Item, SittingLine, SittingView, sitting, sitting_of, sittings};
pub use vote::{Choice, OwnBallot, own_ballot, vote};

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

codes! {
    /// How a sitting votes.
    Manner {
        /// By name: the minutes say who voted how.
        Named = "named",
        /// In secret, on each member's own screen.
        Secret = "secret",
        /// On paper; two people type the counts.
        Paper = "paper",
    }
}

codes! {
    /// How a member takes part.
    Attends {
        /// In the room.
        Room = "room",
        /// Absent, asked in writing.
        Written = "written",
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
                let own = own_ballot(app, by, &line.id)?.unwrap_or_default();
                if own.missing > 0 {
                    let what = Message::new("todo-vote").arg("count", own.missing);
                    let href = format!("{href}/phieu");
                    todos.push(Todo { what, href, due: Some(line.held_on) });
                }
            }
            _ => {}
        }
    }
    Ok(todos)
}
