//! Paying rewards, and releasing what is not owed any more.

use chungsuc_domain::Vnd;
use chungsuc_domain::date::show_date;
use chungsuc_domain::fund::Matter;
use chungsuc_store::StoreError;
use jiff::civil::Date;

use super::book::{Sums, too_large};
use super::lines::{self, Line};
use super::paper::paid_list;
use super::spend::must_be_there;
use super::write::{NewEntry, add, hold};
use super::{Manner, batch};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Who received a reward.
#[derive(Clone, Debug)]
pub struct Received {
    /// The place in the decision's list.
    pub seq: i64,
    /// Who took it in the place of who was awarded; nobody when they came themselves.
    pub taken_by: Option<String>,
}

/// Rewards of a decision that were paid at once.
#[derive(Clone, Debug)]
pub struct NewPayment {
    /// The day.
    pub on: Date,
    /// How.
    pub manner: Manner,
    /// Number of the voucher or of the signed list.
    pub paper: String,
    /// Those who received theirs; the others stay owed.
    pub received: Vec<Received>,
}

/// A promise, or a part of it, that is not owed any more.
#[derive(Clone, Debug)]
pub struct NewRelease {
    /// The day.
    pub on: Date,
    /// How much of it.
    pub amount: Vnd,
    /// Why.
    pub reason: String,
}

/// Enters that rewards of a decision were received, as one list: each line that still owes something is
/// paid in full. Gives the id of the list.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `on`, `paper`,
/// `received`; a rule, when a line was paid already; a conflict, when what a line is owed changed meanwhile.
pub fn pay(app: &App, by: &Person, decision: &str, new: &NewPayment) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    let mut errors = Errors::default();
    if new.paper.trim().is_empty() {
        errors.add("paper", Message::new("field-missing"));
    }
    if new.received.is_empty() {
        errors.add("received", Message::new("fund-nobody-received"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    // The list is printed before others have to wait, and is kept if it is still true by then.
    let known = app.read(|r| lines::read(r, &by.commune, decision))?;
    let printed = paid_list(by, new, &due(&known, new)?)?;
    let id = app.new_id();
    app.write(by, |tx| {
        hold(app, tx, new.on)?;
        let now = lines::read(tx, &by.commune, decision)?;
        let due = due(&now, new)?;
        if printed.amounts != due.iter().map(|(_, _, owed)| *owed).collect::<Vec<_>>() {
            return Err(Refusal::Store(StoreError::Conflict));
        }
        let total = Vnd::total(printed.amounts.iter().copied()).map_err(too_large)?;
        must_be_there(Sums::read(tx, &by.commune)?.balance()?, total, "received")?;
        batch::keep(app, tx, (&id, decision), new, &printed)?;
        for (line, received, owed) in &due {
            let entry_id = app.new_id();
            let entry = NewEntry {
                line: Some((decision, line.seq)),
                name: &line.name,
                taken_by: received.taken_by.as_deref().unwrap_or_default().trim(),
                manner: Some(new.manner),
                paper: new.paper.trim(),
                payment: Some(&id),
                ..NewEntry::new(&entry_id, new.on, Matter::Payment, *owed)
            };
            add(tx, &entry)?;
        }
        Ok(())
    })?;
    Ok(id)
}

/// The lines that are paid, each once, with what it owes.
fn due<'a>(
    known: &'a [Line],
    new: &'a NewPayment,
) -> Result<Vec<(&'a Line, &'a Received, Vnd)>, Refusal> {
    let mut due: Vec<(&Line, &Received, Vnd)> = Vec::new();
    for received in &new.received {
        let line = find(known, received.seq, new.on)?;
        let owed = line.owed()?;
        if owed <= Vnd::ZERO || due.iter().any(|(other, ..)| other.seq == line.seq) {
            let message = Message::new("fund-line-paid").arg("name", line.name.clone());
            return Err(Refusal::Rule(message));
        }
        due.push((line, received, owed));
    }
    Ok(due)
}

/// A line of a decision; nothing is paid before its day.
fn find(known: &[Line], seq: i64, on: Date) -> Result<&Line, Refusal> {
    let line = known.iter().find(|line| line.seq == seq).ok_or(Refusal::NotFound)?;
    let (number, day) = &line.decided;
    if on < *day {
        let message = Message::new("fund-before-decision").arg("number", number.clone());
        return Err(Refusal::field("on", message.arg("day", show_date(*day))));
    }
    Ok(line)
}

/// Enters that a promise, or a part of it, is not owed any more; the money is free again.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `on`, `amount`,
/// `reason`.
pub fn release(
    app: &App,
    by: &Person,
    decision: &str,
    seq: i64,
    new: &NewRelease,
) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    let mut errors = Errors::default();
    if new.amount <= Vnd::ZERO {
        errors.add("amount", Message::new("fund-more-than-zero"));
    }
    if new.reason.trim().is_empty() {
        errors.add("reason", Message::new("field-missing"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let id = app.new_id();
    app.write(by, |tx| {
        hold(app, tx, new.on)?;
        let known = lines::read(tx, &by.commune, decision)?;
        let line = find(&known, seq, new.on)?;
        let owed = line.owed()?;
        if new.amount > owed {
            let message = Message::new("fund-release-more").arg("owed", owed.to_string());
            return Err(Refusal::field("amount", message));
        }
        let entry = NewEntry {
            line: Some((decision, seq)),
            name: &line.name,
            paper: &line.decided.0,
            reason: Some(new.reason.trim()),
            ..NewEntry::new(&id, new.on, Matter::Release, new.amount)
        };
        add(tx, &entry)
    })?;
    Ok(id)
}
