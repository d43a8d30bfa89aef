//! Withdrawing a letter that should not count: it stays to be read, and so does its paper.

use chungsuc_store::Change;

use super::{Letter, RECORD, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::papers::{self, Paper};
use crate::refusal::Refusal;
use crate::web::Message;

/// Withdraws a letter that was seen in state `version`: the chairman what was issued, whose number is
/// not given again; who writes reports of achievements what was finished.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a
/// rule, when it is a draft or withdrawn already; a conflict when somebody was faster.
pub fn withdraw(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_somewhere(Act::WithdrawLetters)?;
    let letter = find(app, by, id)?;
    let paper = withdrawable(app, by, &letter)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let gone = Letter { state: State::Withdrawn, ..letter.clone() };
    let change = Change::update(RECORD, id, &letter.kept(), &gone.kept())?.because(reason);
    let row = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| {
        if let Some(paper) = &paper {
            papers::withdraw_made(tx, paper, app.today(), reason)?;
        }
        Ok(tx.change(change, sql::WITHDRAW, &row)?)
    })
}

/// The paper that goes with it, if it was registered.
fn withdrawable(app: &App, by: &Person, letter: &Letter) -> Result<Option<Paper>, Refusal> {
    letter.must_be_withdrawn_by(by)?;
    match (letter.state, &letter.paper) {
        (State::Issued, Some(paper)) => papers::find(app, by, paper).map(Some),
        (State::Finished, _) => Ok(None),
        (State::Withdrawn, _) => Err(Refusal::rule("letter-withdrawn-stays")),
        _ => Err(Refusal::rule("letter-not-issued")),
    }
}
