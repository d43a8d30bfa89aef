//! What a decision promises, in the transaction that issues it.

use chungsuc_domain::Vnd;
use chungsuc_domain::decision::Answer;
use chungsuc_domain::fund::{Matter, judge_commitment};
use chungsuc_store::Writer;
use jiff::civil::Date;

use super::book::{Sums, too_large};
use super::judged::let_through;
use super::sql;
use super::write::{NewEntry, add, shut};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// The reward of one line of a decision.
#[derive(Clone, Debug)]
pub(crate) struct Promise {
    /// Its place in the list.
    pub(crate) seq: i64,
    /// Who is awarded.
    pub(crate) name: String,
    /// Where they are, for the list to sign.
    pub(crate) address: String,
    /// How much.
    pub(crate) amount: Vnd,
}

/// All that a decision promises.
#[derive(Clone, Debug)]
pub(crate) struct Promised<'a> {
    /// The decision.
    pub(crate) decision: &'a str,
    /// “312/QĐ-UBND”.
    pub(crate) number: String,
    /// Its day.
    pub(crate) on: Date,
    /// The known rewards of its list.
    pub(crate) promises: Vec<Promise>,
    /// Why it is issued although the fund does not cover it.
    pub(crate) reason: &'a str,
}

/// How a decision of some day would stand to the fund.
#[derive(Clone, Debug)]
pub(crate) struct Outlook {
    /// Whether the commune keeps its fund here by then; if not, nothing is promised and nothing asked.
    pub(crate) kept: bool,
    /// Whether what is free covers it, and what follows if not.
    pub(crate) answer: Answer,
}

/// What would become of a decision of that day and sum.
///
/// # Errors
/// Of the store.
pub(crate) fn outlook(app: &App, by: &Person, on: Date, total: Vnd) -> Result<Outlook, Refusal> {
    let sums = app.read(|r| Sums::read(r, &by.commune))?;
    let answer = judge_commitment(&app.catalog, on, sums.free()?, total);
    Ok(Outlook { kept: sums.kept(on.year()), answer })
}

/// Promises the rewards of a decision that is being issued. Other writers of the commune wait from here
/// on, so two decisions cannot promise the same money. A commune that does not keep its fund here yet
/// promises nothing.
///
/// # Errors
/// [`Refusal::Invalid`] with the field `reason` when the fund does not cover it.
pub(crate) fn commit(app: &App, tx: &mut Writer<'_>, what: &Promised<'_>) -> Result<(), Refusal> {
    tx.hold_others()?;
    let commune = tx.author().commune.clone();
    let sums = Sums::read(tx, &commune)?;
    if !sums.kept(what.on.year()) {
        return Ok(());
    }
    let total = Vnd::total(what.promises.iter().map(|one| one.amount)).map_err(too_large)?;
    let answer = judge_commitment(&app.catalog, what.on, sums.free()?, total);
    let reason = let_through(&answer, "reason", what.reason)?;
    promise(app, tx, what, reason)
}

/// Takes the rewards of a decision into the fund that was issued before the fund was kept here. It is
/// owed already, so nothing is asked.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it was taken in before.
pub(crate) fn take_in(app: &App, by: &Person, what: &Promised<'_>) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    app.write(by, |tx| {
        tx.hold_others()?;
        let key = [by.commune.as_str().into(), what.decision.into()];
        if tx.first(sql::OF_DECISION, &key, |_| Ok(()))?.is_some() {
            return Err(Refusal::rule("fund-taken-in"));
        }
        promise(app, tx, what, None)
    })
}

/// In a year that is closed nothing is entered: the promise then has the day of its entry.
fn promise(
    app: &App,
    tx: &mut Writer<'_>,
    what: &Promised<'_>,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let on = match shut(app, tx, &commune, what.on)? {
        Some(_) => app.today(),
        None => what.on,
    };
    for one in what.promises.iter().filter(|one| one.amount > Vnd::ZERO) {
        let id = app.new_id();
        let entry = NewEntry {
            line: Some((what.decision, one.seq)),
            name: &one.name,
            paper: &what.number,
            note: &one.address,
            reason,
            ..NewEntry::new(&id, on, Matter::Commitment, one.amount)
        };
        add(tx, &entry)?;
    }
    Ok(())
}
