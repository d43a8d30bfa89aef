//! Withdrawing a paper that should not count: it stays to be seen, with the reason.

use chungsuc_store::Change;

use super::{RECORD, Withdrawn, find, sql};
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
    let on = app.today();
    let mut gone = paper.clone();
    gone.withdrawn = Some(Withdrawn { on, why: reason.to_owned() });
    let change = Change::update(RECORD, id, &paper.kept(), &gone.kept())?.because(reason);
    let row = [on.into(), reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::WITHDRAW, &row)?))
}
