//! The commune's fund of emulation and commendation: what came in, what decisions promised, what was
//! paid and spent, and what is free; each year is closed once.
//!
//! An entry is never changed; a mistake is taken back by a reversal that says why. Decisions promise
//! their rewards here, in the transaction that issues them, so that no two can promise the same money.

mod base;
mod book;
mod close;
mod commit;
mod entry;
mod income;
mod judged;
mod lines;
mod list;
mod pages;
mod paper;
mod pay;
mod reverse;
mod revoke;
mod spend;
mod sql;
mod todos;
mod write;
mod year;

pub use base::{NewBase, SetBase, bases, set_base};
pub use book::book;
pub use close::{Closing, close, closing};
pub(crate) use commit::{Outlook, Promise, Promised, commit, outlook, take_in};
pub use entry::{Entry, Manner, entry};
pub use income::{NewIncome, record_income};
pub use lines::{Line, PromisedBy, lines, promised_by};
pub use list::{Wanted, ledger};
pub(crate) use pages::routes;
pub use paper::{Paper, ledger_sheet, payment_list, report};
pub use pay::{NewPayment, NewRelease, Received, pay, release};
pub use reverse::reverse;
pub(crate) use revoke::{Returned, TakenBack, paid, take_back, take_in_again};
pub use spend::{NewExpense, spend};
pub(crate) use todos::todos;
pub use year::{SourceSum, UseSum, Year, year};

/// Kind of an entry's records in the journal.
pub const RECORD: &str = "fund_entry";
/// Kind of the records of lines whose commendation was taken back.
pub const REVOKED_RECORD: &str = "fund_revoked";
/// Kind of the records of a year's base.
pub const BASE_RECORD: &str = "fund_base";
/// Kind of the records of closed years.
pub const YEAR_RECORD: &str = "fund_year";
