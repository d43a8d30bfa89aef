//! Closing a year: its figures are kept as they are, and nothing is entered into it any more.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::Book;
use chungsuc_store::{Change, Reader, Row, StoreError};
use jiff::civil::{Date, date};
use serde::Serialize;

use super::book::Sums;
use super::{YEAR_RECORD, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// A closed year.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Its figures.
    pub book: Book,
    /// The day of closing.
    pub closed_on: Date,
    /// The account that closed it.
    pub closed_by: String,
}

#[derive(Serialize)]
struct Kept {
    year: i16,
    entries: i64,
    #[serde(flatten)]
    book: Book,
}

/// How a year was closed, if it was.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn closing(app: &App, by: &Person, year: i16) -> Result<Option<Closing>, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    Ok(app.read(|r| read(r, &by.commune, year))?)
}

pub(super) fn read(
    r: &mut Reader<'_>,
    commune: &str,
    year: i16,
) -> Result<Option<Closing>, StoreError> {
    let vnd = |row: &Row<'_>, place| Ok::<_, StoreError>(Vnd::new(row.get(place)?));
    r.first(sql::CLOSING, &[commune.into(), i64::from(year).into()], |row| {
        let book = Book {
            carried: vnd(row, 1)?,
            owed_before: vnd(row, 2)?,
            income: vnd(row, 3)?,
            committed: vnd(row, 4)?,
            released: vnd(row, 5)?,
            paid: vnd(row, 6)?,
            organising: vnd(row, 7)?,
            spent: vnd(row, 8)?,
            claimed_before: vnd(row, 9)?,
            claimed: vnd(row, 10)?,
            recovered: vnd(row, 11)?,
        };
        Ok(Closing { book, closed_on: row.get(12)?, closed_by: row.get(13)? })
    })
}

/// How many entries a year has: who closes it says how many they saw.
pub(super) fn entries_in(r: &mut Reader<'_>, commune: &str, year: i16) -> Result<i64, StoreError> {
    let count = r.first(sql::ENTRIES_IN, &[commune.into(), i64::from(year).into()], |row| {
        row.get::<i64>(0)
    })?;
    Ok(count.unwrap_or_default())
}

/// The year that waits to be closed: the first one that is over and open. Years are closed one after
/// another, so there is one at a time.
pub(super) fn waiting(
    app: &App,
    r: &mut Reader<'_>,
    commune: &str,
) -> Result<Option<i16>, StoreError> {
    let sums = Sums::read(r, commune)?;
    let last = super::write::last_closed(r, commune)?;
    let open = sums.years().into_iter().rev().find(|year| last.is_none_or(|last| *year > last));
    Ok(open.filter(|year| *year < app.today().year() && sums.kept(*year)))
}

/// Why a year cannot be closed now.
pub(super) fn obstacle(
    app: &App,
    r: &mut Reader<'_>,
    commune: &str,
    year: i16,
) -> Result<Option<Message>, StoreError> {
    let sums = Sums::read(r, commune)?;
    let last = super::write::last_closed(r, commune)?;
    let earlier = sums.years().into_iter().rev().find(|y| last.is_none_or(|last| *y > last));
    Ok(if last.is_some_and(|last| year <= last) {
        Some(Message::new("fund-year-closed").arg("year", i64::from(year)))
    } else if app.today() <= date(year, 12, 31) {
        Some(Message::new("fund-year-runs").arg("year", i64::from(year)))
    } else if !sums.kept(year) {
        Some(Message::new("fund-year-empty").arg("year", i64::from(year)))
    } else {
        let before = earlier.filter(|first| *first < year);
        before.map(|first| Message::new("fund-close-first").arg("year", i64::from(first)))
    })
}

/// Closes a year that was seen with so many entries. Promises that are not paid stay owed in the next
/// one; corrections from now on belong to the next one too.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when the year still runs, is closed, has nothing in it, or an earlier
/// one is open; a conflict when somebody entered something meanwhile.
pub fn close(app: &App, by: &Person, year: i16, seen: i64) -> Result<(), Refusal> {
    by.must_in_commune(Act::CloseFund)?;
    app.write(by, |tx| {
        tx.hold_others()?;
        if let Some(message) = obstacle(app, tx, &by.commune, year)? {
            return Err(Refusal::Rule(message));
        }
        let entries = entries_in(tx, &by.commune, year)?;
        if entries != seen {
            return Err(Refusal::Store(StoreError::Conflict));
        }
        let book = Sums::read(tx, &by.commune)?.book(year)?;
        let author = tx.author().clone();
        let change = Change::create(YEAR_RECORD, year.to_string(), &Kept { year, entries, book })?;
        let params = [
            author.commune.as_str().into(),
            i64::from(year).into(),
            book.carried.dong().into(),
            book.owed_before.dong().into(),
            book.income.dong().into(),
            book.committed.dong().into(),
            book.released.dong().into(),
            book.paid.dong().into(),
            book.organising.dong().into(),
            book.spent.dong().into(),
            book.claimed_before.dong().into(),
            book.claimed.dong().into(),
            book.recovered.dong().into(),
            entries.into(),
            app.today().into(),
            author.actor.as_str().into(),
        ];
        Ok(tx.change(change, sql::ADD_CLOSING, &params)?)
    })
}
