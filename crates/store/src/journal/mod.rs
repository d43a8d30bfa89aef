//! The journal: every change of every record is one row of an append-only chain.
//!
//! Each commune has its own chain. A row's hash covers the row and the hash before it, so a row that
//! is altered, removed or moved behind the program's back is found by [`verify`]. The last link is
//! kept in `journal_head`. Who can rewrite the whole database can rewrite the whole chain: against
//! that, [`Head`] is printed by `chungsuc journal verify` to be kept elsewhere.

mod chain;
mod change;
mod history;
mod verify;

pub(crate) use chain::{HEAD_SEQ, append, hold};
pub use change::{Action, Author, Change};
pub use history::{HistoryRow, history, newest};
pub use verify::{Break, Fault, Head, Verdict, verify, verify_commune};
