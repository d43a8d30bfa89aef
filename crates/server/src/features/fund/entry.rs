//! One entry of the fund.

use chungsuc_domain::fund::Matter;
use chungsuc_domain::{Vnd, codes};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

codes! {
    /// How money changes hands.
    Manner {
        /// In notes.
        Cash = "cash",
        /// By a bank.
        Transfer = "transfer",
    }
}

/// An entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// The day.
    pub on: Date,
    /// What it is.
    pub matter: Matter,
    /// Code of the source of an income, or of what was spent on; empty for a decision's.
    pub kind: String,
    /// Decision and place in its list, for what a decision promised.
    pub line: Option<(String, i64)>,
    /// Giver of an income, payee of an expense, or who was awarded.
    pub name: String,
    /// Whether a giver agreed that the name may be public.
    pub public_name: bool,
    /// Who took a reward in the place of who was awarded; else empty.
    pub taken_by: String,
    /// How the money changed hands.
    pub manner: Option<Manner>,
    /// How much, đồng; a reversal carries it negative.
    pub amount: Vnd,
    /// Number of its paper: estimate, voucher, decision.
    pub paper: String,
    /// What for.
    pub note: String,
    /// Why it was let through, released, or taken back.
    pub reason: Option<String>,
    /// Id of the entry that this one takes back.
    pub reverses: Option<String>,
    /// Id of the entry that took this one back.
    pub reversed_by: Option<String>,
    /// Id of the list with which a reward was paid.
    pub payment: Option<String>,
}

impl Entry {
    pub(super) fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let line: (Option<String>, Option<i64>) = (row.get(4)?, row.get(5)?);
        let manner: Option<String> = row.get(9)?;
        Ok(Self {
            id: row.get(0)?,
            on: row.get(1)?,
            matter: row.coded(2, Matter::from_code)?,
            kind: row.get(3)?,
            line: line.0.zip(line.1),
            name: row.get(6)?,
            public_name: row.get(7)?,
            taken_by: row.get(8)?,
            manner: manner.as_deref().and_then(Manner::from_code),
            amount: Vnd::new(row.get(10)?),
            paper: row.get(11)?,
            note: row.get(12)?,
            reason: row.get(13)?,
            reverses: row.get(14)?,
            reversed_by: row.get(15)?,
            payment: row.get(16)?,
        })
    }

    /// Whether it stands: it takes nothing back, and was not taken back.
    pub fn stands(&self) -> bool {
        self.reverses.is_none() && self.reversed_by.is_none()
    }
}

/// One entry.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn entry(app: &App, by: &Person, id: &str) -> Result<Entry, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    let params = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE, &params, Entry::read)?.ok_or(Refusal::NotFound))
}
