//! Lists of decisions: the page's, and that of a period for reports.

use chungsuc_domain::{Period, Vnd};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;

use super::{State, reads_drafts, shown_number, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::search::Listing;
use crate::refusal::Refusal;
use crate::web::{Count, Paging, Sort};

/// The orders of the list.
pub(super) const ORDERS: [&str; 2] = ["ngay", "so-nguoi"];

/// An issued decision, as reports count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its id.
    pub id: String,
    /// “312/QĐ-UBND”.
    pub number: String,
    /// Its day.
    pub issued_on: Date,
    /// How many were awarded and still are.
    pub awarded: usize,
    /// The sum of their rewards that the law tells.
    pub reward: Vnd,
    /// How many of their rewards it does not tell.
    pub unknown: usize,
    /// How many commendations were taken back since.
    pub revoked: usize,
}

/// Which decisions are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Those of a calendar year.
    pub year: Option<i64>,
    /// Those that are so far.
    pub state: Option<State>,
}

/// A decision in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub abstract_: String,
    /// How far it is.
    pub state: State,
    /// “312/QĐ-UBND”, once issued.
    pub number: Option<String>,
    /// Its day, once issued.
    pub issued_on: Option<Date>,
    /// How many it awards.
    pub awarded: usize,
    /// How many of them have a reward that is fixed and known.
    pub rewarded: usize,
    /// The sum of those rewards.
    pub reward: Vnd,
}

/// A page of the list. Drafts are left out for those who may not see them.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(
    app: &App,
    by: &Person,
    wanted: Wanted,
    place: &Paging,
) -> Result<(Vec<Line>, Count), Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let state = if reads_drafts(by) { wanted.state } else { Some(State::Issued) };
    let state = state.map(State::code);
    let filter = [by.commune.as_str().into(), wanted.year.into(), state.into()];
    let order = match place.sort() {
        Some(Sort { key: "ngay", descending: false }) => sql::OLDEST_FIRST,
        Some(Sort { key: "so-nguoi", descending: false }) => sql::FEWEST_AWARDED,
        Some(Sort { key: "so-nguoi", descending: true }) => sql::MOST_AWARDED,
        _ => sql::NEWEST_FIRST,
    };
    let listing = Listing { rows: order, count: sql::COUNT };
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, place, read)?))
}

fn read(row: &Row<'_>) -> Result<Line, StoreError> {
    let (number, symbol): (Option<i64>, String) = (row.get(3)?, row.get(4)?);
    Ok(Line {
        id: row.get(0)?,
        abstract_: row.get(1)?,
        state: row.coded(2, State::from_code)?,
        number: number.map(|number| shown_number(number, &symbol)),
        issued_on: row.get(5)?,
        awarded: whole(row.get(6)?),
        rewarded: whole(row.get(7)?),
        reward: Vnd::new(row.get(8)?),
    })
}

fn whole(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

/// The years in which decisions were issued, the newest first.
///
/// # Errors
/// Of the store.
pub(super) fn years(app: &App, by: &Person) -> Result<Vec<i64>, Refusal> {
    let commune = [by.commune.as_str().into()];
    app.read(|r| Ok(r.all(sql::YEARS, &commune, |row| row.get(0))?))
}

/// The decisions of a movement that were issued within a period, in their order. What was taken back
/// by now does not count.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn issued_in(
    app: &App,
    by: &Person,
    movement: &str,
    period: Period,
) -> Result<Vec<Issued>, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let params =
        [by.commune.as_str().into(), movement.into(), period.from().into(), period.to().into()];
    let issued = |row: &Row<'_>| {
        let (number, symbol): (i64, String) = (row.get(1)?, row.get(2)?);
        Ok(Issued {
            id: row.get(0)?,
            number: shown_number(number, &symbol),
            issued_on: row.get(3)?,
            awarded: whole(row.get(4)?),
            unknown: whole(row.get(5)?),
            reward: Vnd::new(row.get(6)?),
            revoked: whole(row.get(7)?),
        })
    };
    app.read(|r| Ok(r.all(sql::ISSUED_IN, &params, issued)?))
}
