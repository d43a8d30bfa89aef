//! Withdrawing a letter that should not count: it stays to be read, and so does its paper.

use chungsuc_store::Change;

use super::{Letter, RECORD, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::papers;
use crate::refusal::Refusal;
use crate::web::Message;

/// Withdraws an issued letter that was seen in state `version`; its number is not given again.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a
/// rule, when it was not issued or is withdrawn already; a conflict when somebody was faster.
pub fn withdraw(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::IssueLetters)?;
    let letter = find(app, by, id)?;
    let paper = match (letter.state, &letter.paper) {
        (State::Issued, Some(paper)) => papers::find(app, by, paper)?,
        (State::Withdrawn, _) => return Err(Refusal::rule("letter-withdrawn-stays")),
        _ => return Err(Refusal::rule("letter-not-issued")),
    };
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let gone = Letter { state: State::Withdrawn, ..letter.clone() };
    let change = Change::update(RECORD, id, &letter.kept(), &gone.kept())?.because(reason);
    let row = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| {
        papers::withdraw_made(tx, &paper, app.today(), reason)?;
        Ok(tx.change(change, sql::WITHDRAW, &row)?)
    })
}
