//! Taking an entry back: a second entry of the same amount, negative, that says why.

use chungsuc_domain::Vnd;
use chungsuc_domain::decision::Verdict;
use chungsuc_domain::fund::{Matter, judge_commitment};
use chungsuc_store::{StoreError, Writer};

use super::book::{Sums, too_large};
use super::revoke::{claim, open_day, settle};
use super::write::{NewEntry, add};
use super::{Entry, entry, lines};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// Takes an entry back; gives the id of the reversal. It carries the day of what it takes back, or
/// today's where that year is closed: what was reported of a closed year stays as it was.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a rule,
/// when the entry is a reversal, was taken back already, or follows from a decision.
pub fn reverse(app: &App, by: &Person, id: &str, reason: &str) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    let known = entry(app, by, id)?;
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    may_go_back(&known)?;
    let written = app.write(by, |tx| {
        tx.hold_others()?;
        if known.matter == Matter::Release {
            owed_again(app, tx, &known)?;
        }
        take_out(app, tx, &known, reason.trim())
    });
    match written {
        // Somebody was faster: one entry has one reversal.
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("fund-reversed")),
        other => other,
    }
}

/// Enters the reversal of an entry, and what follows from it; gives its id.
pub(super) fn take_out(
    app: &App,
    tx: &mut Writer<'_>,
    known: &Entry,
    reason: &str,
) -> Result<String, Refusal> {
    let reversal = add_reversal(app, tx, known, reason)?;
    if let (Matter::Payment, Some((decision, seq))) = (known.matter, &known.line) {
        unclaim(app, tx, (decision, *seq), reason)?;
    }
    Ok(reversal)
}

fn add_reversal(
    app: &App,
    tx: &mut Writer<'_>,
    known: &Entry,
    reason: &str,
) -> Result<String, Refusal> {
    let (reversal, on) = (app.new_id(), open_day(app, tx, known.on)?);
    let entry = NewEntry {
        kind: &known.kind,
        line: known.line.as_ref().map(|(decision, seq)| (decision.as_str(), *seq)),
        name: &known.name,
        manner: known.manner,
        paper: &known.paper,
        note: &known.note,
        reason: Some(reason),
        reverses: Some(&known.id),
        ..NewEntry::new(&reversal, on, known.matter, known.amount.negated().map_err(too_large)?)
    };
    add(tx, &entry)?;
    Ok(reversal)
}

/// A payment that never was is not to come back either: of a commendation that was taken back the claim
/// goes with it, and the promise is not owed again.
fn unclaim(
    app: &App,
    tx: &mut Writer<'_>,
    (decision, seq): (&str, i64),
    reason: &str,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    if let Some(claim) = claim(tx, &commune, (decision, seq))? {
        add_reversal(app, tx, &claim, reason)?;
    }
    let lines = lines::read(tx, &commune, decision)?;
    let Some(line) = lines.iter().find(|line| line.seq == seq) else { return Ok(()) };
    if line.to_come_back()? < Vnd::ZERO {
        return Err(Refusal::rule("fund-payment-recovered"));
    }
    settle(app, tx, decision, line)
}

fn may_go_back(known: &Entry) -> Result<(), Refusal> {
    match known {
        Entry { reverses: Some(_), .. } => Err(Refusal::rule("fund-is-reversal")),
        Entry { reversed_by: Some(_), .. } => Err(Refusal::rule("fund-reversed")),
        Entry { matter: Matter::Commitment, .. } => Err(Refusal::rule("fund-promise-stays")),
        Entry { matter: Matter::Claim, .. } => Err(Refusal::rule("fund-claim-stays")),
        _ => Ok(()),
    }
}

/// A release that is taken back promises its money anew: it must be there.
fn owed_again(app: &App, tx: &mut Writer<'_>, known: &Entry) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let free = Sums::read(tx, &commune)?.free()?;
    if let Some((decision, seq)) = &known.line {
        let lines = lines::read(tx, &commune, decision)?;
        let line = lines.iter().find(|line| line.seq == *seq);
        if line.is_some_and(|line| line.paid > Vnd::ZERO) {
            return Err(Refusal::rule("fund-release-paid"));
        }
        if line.is_some_and(|line| line.revoked.is_some()) {
            return Err(Refusal::rule("fund-release-revoked"));
        }
    }
    match judge_commitment(&app.catalog, app.today(), free, known.amount).verdict {
        Verdict::Yes => Ok(()),
        Verdict::No | Verdict::PersonMustDecide => {
            let message = Message::new("fund-release-short").arg("free", free.to_string());
            Err(Refusal::Rule(message))
        }
    }
}
