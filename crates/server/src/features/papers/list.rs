//! The list of the registry.

use super::{Direction, Paper, PaperKind, Readers, readable, sql};
use crate::access::Person;
use crate::app::App;
use crate::features::search::{self, Listing};
use crate::refusal::Refusal;
use crate::web::{Count, Paging};

/// Fewest letters that are looked for in the files too: fewer stand in nearly every text, and would
/// only cost time.
const WORTH_READING: usize = 3;

/// Which papers are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Words of the number, the title, the issuer or the file, with diacritics or without.
    pub words: &'a str,
    /// Of this kind only.
    pub kind: Option<PaperKind>,
    /// Going this way only.
    pub direction: Option<Direction>,
    /// Issued in this year only.
    pub year: Option<i16>,
}

/// A page of the registry as far as the person may read it, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(
    app: &App,
    by: &Person,
    wanted: Wanted<'_>,
    place: &Paging,
) -> Result<(Vec<Paper>, Count), Refusal> {
    let only = readable(by)?;
    let pattern = search::pattern(wanted.words);
    let in_files = pattern.as_deref().filter(|it| it.trim_matches('%').len() >= WORTH_READING);
    let (from, to) = wanted.year.map(days_of).unzip();
    let filter = [
        by.commune.as_str().into(),
        only.map(Readers::code).into(),
        wanted.kind.map(PaperKind::code).into(),
        wanted.direction.map(Direction::code).into(),
        from.as_deref().into(),
        to.as_deref().into(),
        pattern.as_deref().into(),
        in_files.into(),
    ];
    let listing = Listing { rows: sql::LIST, count: sql::COUNT };
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, place, Paper::read)?))
}

/// First and last day of a year, as the store writes days.
fn days_of(year: i16) -> (String, String) {
    (format!("{year:04}-01-01"), format!("{year:04}-12-31"))
}

/// The years in which papers of the registry were issued, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn years(app: &App, by: &Person) -> Result<Vec<i16>, Refusal> {
    readable(by)?;
    let key = [by.commune.as_str().into()];
    let years: Result<Vec<String>, Refusal> =
        app.read(|r| Ok(r.all(sql::YEARS, &key, |row| row.get(0))?));
    Ok(years?.iter().filter_map(|year| year.parse().ok()).collect())
}
