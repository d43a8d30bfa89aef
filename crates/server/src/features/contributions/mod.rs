//! The ledger of what people gave: money, labour days, land and goods, each in its natural unit.
//!
//! An entry is never changed; a mistake is taken back by a reversal that says why. There is no list of
//! who did not give, and no order of givers by money.

mod pages;
mod rates;
mod record;
mod reverse;
mod sql;
mod totals;

use chungsuc_domain::{ContributionKind, Decimal, Measure};
use chungsuc_store::{Param, Row, StoreError};
use jiff::civil::Date;

pub(crate) use pages::routes;
pub use rates::{Rate, rates, set_rate};
pub use record::{Giver, NewContribution, record};
pub use reverse::reverse;
pub(crate) use totals::{GivenBy, given, of_commune};
pub use totals::{KindTotal, PurposeTotal, by_purpose, filtered_totals, totals};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::search::Listing;
use crate::features::todo::Todo;
use crate::features::{movements, search, units};
use crate::refusal::Refusal;
use crate::web::{Count, Message, Paging};

/// Kind of an entry's records in the journal.
pub const RECORD: &str = "contribution";

/// An entry of the ledger.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// Its id.
    pub id: String,
    /// Id of the movement.
    pub movement: String,
    /// Code of the village it was given in.
    pub village: String,
    /// Name of that village.
    pub village_name: String,
    /// Code of what the giver is, or `free` for somebody outside the directory.
    pub giver_kind: String,
    /// Code of the unit, or id of the record in the directory.
    pub giver: Option<String>,
    /// Name of the giver on that day.
    pub giver_name: String,
    /// What was given.
    pub kind: ContributionKind,
    /// How much; a reversal carries it negative.
    pub quantity: Decimal,
    /// In which unit.
    pub measure: Measure,
    /// The day.
    pub given_on: Date,
    /// For what.
    pub purpose: String,
    /// Number of the receipt.
    pub receipt: String,
    /// Whether the giver agreed that the name may be public.
    pub public_name: bool,
    /// Id of the entry that this one takes back.
    pub reverses: Option<String>,
    /// Why it was taken back.
    pub reason: Option<String>,
    /// Id of the entry that took this one back.
    pub reversed_by: Option<String>,
}

/// Which part of the ledger is asked for.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Code of a village.
    pub village: Option<String>,
    /// Code of a kind.
    pub kind: Option<String>,
    /// The purpose, as it is written.
    pub purpose: Option<String>,
    /// First and last day.
    pub days: (Date, Date),
    /// Words of the giver's name.
    pub words: String,
}

impl Default for Filter {
    fn default() -> Self {
        let days = (Date::MIN, Date::MAX);
        Self { village: None, kind: None, purpose: None, days, words: String::new() }
    }
}

impl Filter {
    /// Keeps the wish within the villages of the person: who is bound to villages sees one at a time.
    fn within(self, app: &App, by: &Person) -> Result<Self, Refusal> {
        let village = units::village_within(app, by, Act::ReadContributions, self.village)?;
        Ok(Self { village, ..self })
    }

    /// The parameters that the statements of the ledger share.
    fn params<'a>(
        &'a self,
        commune: &'a str,
        movement: &'a str,
        pattern: Option<&'a str>,
    ) -> [Param<'a>; 8] {
        [
            commune.into(),
            movement.into(),
            self.village.as_deref().into(),
            self.kind.as_deref().into(),
            self.purpose.as_deref().into(),
            self.days.0.into(),
            self.days.1.into(),
            pattern.into(),
        ]
    }
}

fn read(row: &Row<'_>) -> Result<Contribution, StoreError> {
    Ok(Contribution {
        id: row.get(0)?,
        movement: row.get(1)?,
        village: row.get(2)?,
        village_name: row.get(3)?,
        giver_kind: row.get(4)?,
        giver: row.get(5)?,
        giver_name: row.get(6)?,
        kind: row.coded(7, ContributionKind::from_code)?,
        quantity: Decimal::from_thousandths(row.get(8)?),
        measure: row.coded(9, Measure::from_code)?,
        given_on: row.get(10)?,
        purpose: row.get(11)?,
        receipt: row.get(12)?,
        public_name: row.get(13)?,
        reverses: row.get(14)?,
        reason: row.get(15)?,
        reversed_by: row.get(16)?,
    })
}

/// A page of the ledger, the newest day first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn ledger(
    app: &App,
    by: &Person,
    movement: &str,
    filter: Filter,
    paging: &Paging,
) -> Result<(Vec<Contribution>, Count), Refusal> {
    let filter = filter.within(app, by)?;
    let pattern = search::pattern(&filter.words);
    let params = filter.params(&by.commune, movement, pattern.as_deref());
    let listing = Listing { rows: sql::LIST, count: sql::COUNT };
    app.read(|r| Ok(listing.page(r, &by.commune, &params, paging, read)?))
}

/// One entry.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn entry(app: &App, by: &Person, id: &str) -> Result<Contribution, Refusal> {
    by.must_somewhere(Act::ReadContributions)?;
    let params = [by.commune.as_str().into(), id.into()];
    let found: Result<Contribution, Refusal> =
        app.read(|r| r.first(sql::ONE, &params, read)?.ok_or(Refusal::NotFound));
    let found = found?;
    by.must(Act::ReadContributions, Place::village(&by.commune, &found.village))?;
    Ok(found)
}

/// For who sets rates: measures in use that have none today.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if !by.may_somewhere(Act::SetRates) {
        return Ok(Vec::new());
    }
    let Some(movement) = movements::current(app, by)? else { return Ok(Vec::new()) };
    let totals = totals(app, by, &movement.id, movement.period)?;
    let missing = totals.into_iter().filter(|total| total.dong.is_none());
    let todo = |total: KindTotal| Todo {
        what: Message::new("todo-rate-missing").arg("measure", total.measure.label()),
        href: "/nguon-luc/don-gia".to_owned(),
        due: None,
    };
    Ok(missing.map(todo).collect())
}
