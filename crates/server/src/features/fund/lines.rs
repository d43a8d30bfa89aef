//! What decisions promised, line by line: how much, how much of it is paid, and to whom.

use std::collections::BTreeMap;

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::Matter;
use chungsuc_store::{Reader, Row, StoreError};
use jiff::civil::Date;

use super::book::too_large;
use super::{Entry, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// One awarded of a decision, as the fund sees it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The place in the decision's list.
    pub seq: i64,
    /// Who is awarded.
    pub name: String,
    /// Where they are.
    pub address: String,
    /// Number and day of the decision.
    pub decided: (String, Date),
    /// What was promised.
    pub promised: Vnd,
    /// What is not owed any more without having been paid.
    pub released: Vnd,
    /// What was paid.
    pub paid: Vnd,
    /// Of what was paid, what is to come back.
    pub claimed: Vnd,
    /// Of that, what came back.
    pub recovered: Vnd,
    /// The entry of the payment that stands.
    pub payment: Option<Entry>,
    /// Number and day of the decision that took the commendation back, if one did.
    pub revoked: Option<(String, Date)>,
}

impl Line {
    /// What is still owed.
    ///
    /// # Errors
    /// When the figures exceed what money can express.
    pub fn owed(&self) -> Result<Vnd, Refusal> {
        let gone = self.released.plus(self.paid).map_err(too_large)?;
        self.promised.minus(gone).map_err(too_large)
    }

    /// What is still to come back of what was paid.
    ///
    /// # Errors
    /// As [`Line::owed`].
    pub fn to_come_back(&self) -> Result<Vnd, Refusal> {
        self.claimed.minus(self.recovered).map_err(too_large)
    }
}

/// What one decision promised.
#[derive(Clone, Debug)]
pub struct PromisedBy {
    /// The decision.
    pub decision: String,
    /// “312/QĐ-UBND”.
    pub number: String,
    /// Since when it stands in the fund.
    pub on: Date,
    /// What it promised.
    pub promised: Vnd,
    /// What was paid of it.
    pub paid: Vnd,
    /// What was released of it.
    pub released: Vnd,
    /// What it still owes.
    pub owed: Vnd,
    /// What is still to come back of what was paid.
    pub to_come_back: Vnd,
}

/// The lines of a decision, in its order; none when the fund holds nothing of it.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn lines(app: &App, by: &Person, decision: &str) -> Result<Vec<Line>, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    app.read(|r| read(r, &by.commune, decision))
}

pub(super) fn read(
    r: &mut Reader<'_>,
    commune: &str,
    decision: &str,
) -> Result<Vec<Line>, Refusal> {
    let key = [commune.into(), decision.into()];
    let entries = r.all(sql::OF_DECISION, &key, Entry::read)?;
    let mut revoked = revoked(r, commune, decision)?;
    let mut lines: BTreeMap<i64, Line> = BTreeMap::new();
    for entry in entries {
        let Some((_, seq)) = entry.line else { continue };
        let line = lines.entry(seq).or_insert_with(|| Line {
            seq,
            name: entry.name.clone(),
            address: entry.note.clone(),
            decided: (entry.paper.clone(), entry.on),
            promised: Vnd::ZERO,
            released: Vnd::ZERO,
            paid: Vnd::ZERO,
            claimed: Vnd::ZERO,
            recovered: Vnd::ZERO,
            payment: None,
            revoked: revoked.remove(&seq),
        });
        let sum = match entry.matter {
            Matter::Release => &mut line.released,
            Matter::Payment => &mut line.paid,
            Matter::Claim => &mut line.claimed,
            Matter::Recovery => &mut line.recovered,
            _ => &mut line.promised,
        };
        *sum = sum.plus(entry.amount).map_err(too_large)?;
        if entry.matter == Matter::Payment && entry.stands() {
            line.payment = Some(entry);
        }
    }
    Ok(lines.into_values().collect())
}

/// The lines of a decision that were taken back, with number and day of the decision that did.
fn revoked(
    r: &mut Reader<'_>,
    commune: &str,
    decision: &str,
) -> Result<BTreeMap<i64, (String, Date)>, StoreError> {
    let key = [commune.into(), decision.into()];
    let rows = r.all(sql::REVOKED, &key, |row| {
        Ok((row.get::<i64>(0)?, (row.get::<String>(1)?, row.get::<Date>(2)?)))
    })?;
    Ok(rows.into_iter().collect())
}

/// What decisions promised until the end of a year: those of that year, and older ones that still owe
/// or are owed.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn promised_by(app: &App, by: &Person, year: i16) -> Result<Vec<PromisedBy>, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    Ok(app.read(|r| read_promises(r, &by.commune, year))?)
}

pub(super) fn read_promises(
    r: &mut Reader<'_>,
    commune: &str,
    year: i16,
) -> Result<Vec<PromisedBy>, StoreError> {
    let read = |row: &Row<'_>| {
        let [promised, paid, released] = [row.get(3)?, row.get(4)?, row.get(5)?];
        let number: Option<String> = row.get(1)?;
        Ok(PromisedBy {
            decision: row.get(0)?,
            number: number.unwrap_or_default(),
            on: row.get(2)?,
            promised: Vnd::new(promised),
            paid: Vnd::new(paid),
            released: Vnd::new(released),
            owed: Vnd::new(promised.saturating_sub(paid).saturating_sub(released)),
            to_come_back: Vnd::new(row.get(6)?),
        })
    };
    r.all(sql::PROMISES, &[commune.into(), i64::from(year).into()], read)
}
