//! Discarding a draft: it stays to be read, and its sitting waits for a decision again.

use chungsuc_store::Change;

use super::{Decision, RECORD, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// Discards a draft that was seen in state `version`. Its nominations stay carried by the council, so
/// another decision may take them up.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a
/// rule, when it is no draft any more; a conflict when somebody was faster.
pub fn discard(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let draft = find(app, by, id)?;
    draft.must_be_draft()?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let discarded = Decision { state: State::Discarded, ..draft.clone() };
    let change = Change::update(RECORD, id, &draft.kept(), &discarded.kept())?.because(reason);
    let row = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::DISCARD, &row)?))
}
