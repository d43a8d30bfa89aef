//! Withdrawing a paper that should not count: it stays to be seen, with the reason.

use chungsuc_store::{Change, Writer};
use jiff::civil::Date;

use super::{Paper, RECORD, Withdrawn, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// Withdraws a paper from the registry.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with `reason` when none is
/// given; a rule, when another feature keeps the paper or it was withdrawn before; a conflict when
/// somebody was faster.
pub fn withdraw(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::RegisterPapers)?;
    let paper = find(app, by, id)?;
    paper.must_be_open()?;
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", Message::new("paper-withdraw-no-reason")));
    }
    app.write(by, |tx| withdraw_made(tx, &Paper { version, ..paper.clone() }, app.today(), reason))
}

/// Withdraws a paper that the program made, in the transaction in which its record is withdrawn.
///
/// # Errors
/// A conflict when it was withdrawn before; of the store.
pub(crate) fn withdraw_made(
    tx: &mut Writer<'_>,
    paper: &Paper,
    on: Date,
    reason: &str,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let mut gone = paper.clone();
    gone.withdrawn = Some(Withdrawn { on, why: reason.to_owned() });
    let change = Change::update(RECORD, &paper.id, &paper.kept(), &gone.kept())?.because(reason);
    let key = [commune.as_str().into(), paper.id.as_str().into(), paper.version.into()];
    let row = [[on.into(), reason.into()].as_slice(), &key].concat();
    Ok(tx.change(change, sql::WITHDRAW, &row)?)
}
