//! The ledger as a list.

use chungsuc_domain::fund::Matter;

use super::{Entry, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::search::Listing;
use crate::refusal::Refusal;
use crate::web::{Count, Paging};

/// Which entries are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Those of a year.
    pub year: Option<i16>,
    /// Those of a matter.
    pub matter: Option<Matter>,
}

/// A page of the ledger, the newest day first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn ledger(
    app: &App,
    by: &Person,
    wanted: Wanted,
    paging: &Paging,
) -> Result<(Vec<Entry>, Count), Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    let (year, matter) = (wanted.year.map(i64::from), wanted.matter.map(Matter::code));
    let filter = [by.commune.as_str().into(), year.into(), matter.into()];
    let listing = Listing { rows: sql::LIST, count: sql::COUNT };
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, paging, Entry::read)?))
}
