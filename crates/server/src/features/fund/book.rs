//! The sums of the fund, as the domain's book.

use chungsuc_domain::fund::{self, Book, Matter};
use chungsuc_domain::{Vnd, VndError};
use chungsuc_store::{Reader, StoreError};

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// All entries added up by year, matter and kind.
pub(super) struct Sums(Vec<(fund::Entry, String)>);

impl Sums {
    pub(super) fn read(r: &mut Reader<'_>, commune: &str) -> Result<Self, StoreError> {
        let rows = r.all(sql::SUMS, &[commune.into()], |row| {
            let entry = fund::Entry {
                year: i16::try_from(row.get::<i64>(0)?).unwrap_or_default(),
                matter: row.coded(1, Matter::from_code)?,
                amount: Vnd::new(row.get(3)?),
            };
            Ok((entry, row.get(2)?))
        })?;
        Ok(Self(rows))
    }

    /// The book of a year.
    pub(super) fn book(&self, year: i16) -> Result<Book, Refusal> {
        Book::of(year, self.0.iter().map(|(entry, _)| *entry)).map_err(too_large)
    }

    /// What may still be promised or spent, of all there is.
    pub(super) fn free(&self) -> Result<Vnd, Refusal> {
        self.book(i16::MAX)?.free().map_err(too_large)
    }

    /// What is in the fund.
    pub(super) fn balance(&self) -> Result<Vnd, Refusal> {
        self.book(i16::MAX)?.balance().map_err(too_large)
    }

    /// The sum of one matter and kind in a year.
    pub(super) fn of(&self, year: i16, matter: Matter, kind: &str) -> Result<Vnd, Refusal> {
        let asked = |(entry, known): &&(fund::Entry, String)| {
            entry.year == year && entry.matter == matter && known == kind
        };
        let amounts = self.0.iter().filter(asked).map(|(entry, _)| entry.amount);
        Vnd::total(amounts).map_err(too_large)
    }

    /// Whether the fund was kept by the end of a year: from the first income on.
    pub(super) fn kept(&self, year: i16) -> bool {
        self.0.iter().any(|(entry, _)| entry.matter == Matter::Income && entry.year <= year)
    }

    /// The years that have entries, the newest first.
    pub(super) fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.0.iter().map(|(entry, _)| entry.year).collect();
        years.dedup();
        years.reverse();
        years
    }
}

/// Sums beyond what money can express are refused in words.
pub(super) fn too_large(_: VndError) -> Refusal {
    Refusal::rule("fund-too-large")
}

/// The book of a year.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn book(app: &App, by: &Person, year: i16) -> Result<Book, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    app.read(|r| Sums::read(r, &by.commune)?.book(year))
}
