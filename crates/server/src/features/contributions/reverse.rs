//! Taking an entry back: a second entry of the same quantity, negative, that says why.

use chungsuc_domain::Decimal;
use chungsuc_store::StoreError;

use super::entry;
use super::record::{Giver, NewContribution, Row, write};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// Takes an entry back; gives the id of the reversal. It carries the day of what it takes back, so
/// that both are valued alike and every total of every period is as if neither were there.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `reason`; a rule, when the entry is a
/// reversal or was taken back already.
pub fn reverse(app: &App, by: &Person, id: &str, reason: &str) -> Result<String, Refusal> {
    let known = entry(app, by, id)?;
    by.must(Act::RecordContributions, Place::village(&by.commune, &known.village))?;
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    if known.reverses.is_some() {
        return Err(Refusal::rule("contribution-is-reversal"));
    }
    if known.reversed_by.is_some() {
        return Err(Refusal::rule("contribution-reversed"));
    }
    let reversal = app.new_id();
    let negative = Decimal::from_thousandths(-known.quantity.thousandths());
    let new = NewContribution {
        village: known.village,
        giver: Giver::Free(known.giver_name.clone()),
        kind: known.kind,
        quantity: negative,
        measure: known.measure,
        given_on: known.given_on,
        purpose: known.purpose,
        receipt: known.receipt,
        public_name: false,
    };
    let written = app.write(by, |tx| {
        write(
            tx,
            &Row {
                id: &reversal,
                movement: &known.movement,
                giver_kind: &known.giver_kind,
                giver: known.giver.as_deref(),
                giver_name: &known.giver_name,
                new: &new,
                quantity: negative,
                reverses: Some(id),
                reason: Some(reason.trim()),
            },
        )
    });
    match written {
        // Somebody was faster: one entry has one reversal.
        Err(Refusal::Store(StoreError::Duplicate(_))) => {
            Err(Refusal::rule("contribution-reversed"))
        }
        other => other.map(|()| reversal),
    }
}
