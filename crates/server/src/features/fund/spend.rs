//! Spending on something else than rewards: organising the movement, certificates, objects.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::{FundUse, Matter, judge_commitment, judge_organising};
use chungsuc_store::Writer;
use jiff::civil::Date;

use super::Manner;
use super::book::{Sums, too_large};
use super::judged::let_through;
use super::write::{NewEntry, add, hold};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// An expense about to be entered.
#[derive(Clone, Debug)]
pub struct NewExpense {
    /// The day.
    pub on: Date,
    /// Code of what it is for, as the catalog of the day has it.
    pub purpose: String,
    /// How much, more than zero.
    pub amount: Vnd,
    /// Who was paid.
    pub payee: String,
    /// How.
    pub manner: Manner,
    /// Number of the voucher.
    pub paper: String,
    /// What exactly was paid for.
    pub note: String,
    /// Why it goes beyond a limit, where a person may decide that.
    pub reason: String,
}

/// Enters an expense; gives the id of the entry.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `on`, `purpose`, `amount`, `payee`,
/// `paper`, and `reason` where the catalog lets a person decide.
pub fn spend(app: &App, by: &Person, new: &NewExpense) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    let known = app.catalog.fund_uses(new.on);
    let known = known.and_then(|row| row.value.iter().find(|one| one.code == new.purpose));
    let mut errors = check(new);
    let Some(purpose) = known.filter(|_| errors.is_empty()) else {
        if known.is_none() {
            errors.add("purpose", Message::new("fund-use-unknown"));
        }
        return Err(errors.into());
    };
    let id = app.new_id();
    app.write(by, |tx| {
        hold(app, tx, new.on)?;
        let reason = judge(app, tx, new, purpose)?;
        let matter = if purpose.organising { Matter::Organising } else { Matter::Spending };
        let entry = NewEntry {
            kind: &purpose.code,
            name: new.payee.trim(),
            manner: Some(new.manner),
            paper: new.paper.trim(),
            note: new.note.trim(),
            reason,
            ..NewEntry::new(&id, new.on, matter, new.amount)
        };
        add(tx, &entry)
    })?;
    Ok(id)
}

fn check(new: &NewExpense) -> Errors {
    let mut errors = Errors::default();
    if new.amount <= Vnd::ZERO {
        errors.add("amount", Message::new("fund-more-than-zero"));
    }
    for (field, value) in [("payee", &new.payee), ("paper", &new.paper), ("note", &new.note)] {
        if value.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        }
    }
    errors
}

/// No more than there is; what is promised to others only with a reason; organising within its share.
fn judge<'a>(
    app: &App,
    tx: &mut Writer<'_>,
    new: &'a NewExpense,
    purpose: &FundUse,
) -> Result<Option<&'a str>, Refusal> {
    let commune = tx.author().commune.clone();
    let (sums, year) = (Sums::read(tx, &commune)?, new.on.year());
    must_be_there(sums.balance()?, new.amount, "amount")?;
    let free = judge_commitment(&app.catalog, new.on, sums.free()?, new.amount);
    let short = let_through(&free, "amount", &new.reason)?;
    if !purpose.organising {
        return Ok(short);
    }
    let book = sums.book(year)?;
    let whole = book.whole().map_err(too_large)?;
    let figures = (book.organising, new.amount);
    let share = judge_organising(&app.catalog, new.on, whole, figures).map_err(too_large)?;
    Ok(let_through(&share, "amount", &new.reason)?.or(short))
}

/// Nobody pays what is not there, whatever the reason.
pub(super) fn must_be_there(balance: Vnd, amount: Vnd, field: &'static str) -> Result<(), Refusal> {
    if amount <= balance {
        return Ok(());
    }
    let message = Message::new("fund-not-there").arg("balance", balance.to_string());
    Err(Refusal::field(field, message.arg("amount", amount.to_string())))
}
