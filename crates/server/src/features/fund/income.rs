//! Entering what came into the fund.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::{Matter, SourceKind, judge_income};
use jiff::civil::Date;

use super::base;
use super::book::{Sums, too_large};
use super::judged::let_through;
use super::write::{NewEntry, add, hold};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// An income about to be entered.
#[derive(Clone, Debug)]
pub struct NewIncome {
    /// The day.
    pub on: Date,
    /// Where it comes from.
    pub source: SourceKind,
    /// How much, more than zero.
    pub amount: Vnd,
    /// Who gave it; wanted of a donation.
    pub giver: String,
    /// Whether the giver agrees that the name may be public.
    pub public_name: bool,
    /// Its paper: the estimate, the receipt.
    pub paper: String,
    /// What else is to be known.
    pub note: String,
    /// Why it is entered although it exceeds the ceiling, where a person may decide that.
    pub reason: String,
}

/// Enters an income; gives the id of the entry.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `on`, `source`, `amount`, `giver`,
/// `paper`, and `reason` where the catalog lets a person decide.
pub fn record_income(app: &App, by: &Person, new: &NewIncome) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    let errors = check(app, new);
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let id = app.new_id();
    app.write(by, |tx| {
        hold(app, tx, new.on)?;
        let (sums, year) = (Sums::read(tx, &by.commune)?, new.on.year());
        if new.source == SourceKind::Carried && sums.kept(year) {
            return Err(Refusal::field("source", Message::new("fund-carried-once")));
        }
        let reason = match new.source {
            SourceKind::Budget => {
                let known = base::read(tx, &by.commune, year)?;
                let base = known.first().map(|known| &known.base);
                let so_far = sums.of(year, Matter::Income, SourceKind::Budget.code())?;
                let figures = (so_far, new.amount);
                let answer =
                    judge_income(&app.catalog, new.on, base, figures).map_err(too_large)?;
                let_through(&answer, "amount", &new.reason)?
            }
            SourceKind::Donation | SourceKind::Other | SourceKind::Carried => None,
        };
        let entry = NewEntry {
            kind: new.source.code(),
            name: new.giver.trim(),
            public_name: new.public_name,
            paper: new.paper.trim(),
            note: new.note.trim(),
            reason,
            ..NewEntry::new(&id, new.on, Matter::Income, new.amount)
        };
        add(tx, &entry)
    })?;
    Ok(id)
}

fn check(app: &App, new: &NewIncome) -> Errors {
    let mut errors = Errors::default();
    if new.amount <= Vnd::ZERO {
        errors.add("amount", Message::new("fund-more-than-zero"));
    }
    if new.paper.trim().is_empty() {
        errors.add("paper", Message::new("field-missing"));
    }
    if new.source == SourceKind::Donation && new.giver.trim().is_empty() {
        errors.add("giver", Message::new("field-missing"));
    }
    let known = app.catalog.fund_sources(new.on);
    if !known.is_some_and(|row| row.value.iter().any(|source| source.kind == new.source)) {
        errors.add("source", Message::new("fund-source-unknown"));
    }
    errors
}
