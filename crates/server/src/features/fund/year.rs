//! The fund of one year on one page.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::{self, Base, Book, Limit, Matter, SourceKind};
use jiff::civil::{Date, date};

use super::book::{Sums, too_large};
use super::lines::read_promises;
use super::{Closing, Prepared, PromisedBy, base, close};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// What came from one source, with its ceiling where there is one.
#[derive(Clone, Debug)]
pub struct SourceSum {
    /// The source.
    pub source: SourceKind,
    /// What the law of the day calls it.
    pub name: String,
    /// What came from it this year.
    pub sum: Vnd,
}

/// What one use took.
#[derive(Clone, Debug)]
pub struct UseSum {
    /// What the law of the day calls it.
    pub name: String,
    /// Whether it counts into the share for organising.
    pub organising: bool,
    /// How much.
    pub sum: Vnd,
}

/// The fund of a year.
#[derive(Clone, Debug)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// The day whose law is shown: today, or the last day of a year that is over.
    pub day: Date,
    /// The years there are, the newest first; always the asked and the current one too.
    pub years: Vec<i16>,
    /// Whether the fund is kept here by then.
    pub kept: bool,
    /// The sums.
    pub book: Book,
    /// Income by source.
    pub sources: Vec<SourceSum>,
    /// What the ceiling is reckoned from, if it was entered.
    pub base: Option<Base>,
    /// How much the budget may give.
    pub ceiling: Option<Limit>,
    /// How much may go into organising.
    pub organising: Option<Limit>,
    /// What was spent besides rewards, by use.
    pub uses: Vec<UseSum>,
    /// What decisions promised.
    pub promises: Vec<PromisedBy>,
    /// How it was closed.
    pub closing: Option<Closing>,
    /// Who has prepared its closing, as long as nothing was entered since.
    pub prepared: Option<Prepared>,
    /// How many entries it has.
    pub entries: i64,
    /// Why it cannot be closed now.
    pub obstacle: Option<Message>,
}

/// The fund of a year.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn year(app: &App, by: &Person, year: i16) -> Result<Year, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    read(app, by, year)
}

fn read(app: &App, by: &Person, year: i16) -> Result<Year, Refusal> {
    let commune = by.commune.as_str();
    let day = app.today().min(date(year, 12, 31)).max(date(year, 1, 1));
    app.read(|r| {
        let sums = Sums::read(r, commune)?;
        let book = sums.book(year)?;
        let base = base::read(r, commune, year)?.into_iter().next().map(|known| known.base);
        let limit = |base: &Base| fund::ceiling(&app.catalog, day, base).map_err(too_large);
        let ceiling = base.as_ref().map(limit).transpose()?.flatten();
        let whole = book.whole().map_err(too_large)?;
        Ok(Year {
            year,
            day,
            years: years(&sums, [year, app.today().year()]),
            kept: sums.kept(year),
            book,
            sources: sources(app, &sums, year, day)?,
            base,
            ceiling,
            organising: fund::organising(&app.catalog, day, whole).map_err(too_large)?,
            uses: uses(app, &sums, year, day)?,
            promises: read_promises(r, commune, year)?,
            closing: close::read(r, commune, year)?,
            prepared: close::prepared(r, commune, year)?,
            entries: close::entries_in(r, commune, year)?,
            obstacle: close::obstacle(app, r, commune, year)?,
        })
    })
}

fn years(sums: &Sums, more: [i16; 2]) -> Vec<i16> {
    let mut years = [sums.years(), more.to_vec()].concat();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    years
}

/// The sources of the day, and any other from which something came.
fn sources(app: &App, sums: &Sums, year: i16, day: Date) -> Result<Vec<SourceSum>, Refusal> {
    let known = app.catalog.fund_sources(day).map(|row| row.value.as_slice()).unwrap_or_default();
    let mut found = Vec::new();
    for source in SourceKind::ALL {
        let sum = sums.of(year, Matter::Income, source.code())?;
        let named = known.iter().find(|one| one.kind == *source);
        let carried = *source == SourceKind::Carried;
        if sum != Vnd::ZERO || (named.is_some() && !carried) {
            let name = named.map_or_else(|| source.code().to_owned(), |one| one.name.clone());
            found.push(SourceSum { source: *source, name, sum });
        }
    }
    Ok(found)
}

/// The uses of the day for which something was spent.
fn uses(app: &App, sums: &Sums, year: i16, day: Date) -> Result<Vec<UseSum>, Refusal> {
    let known = app.catalog.fund_uses(day).map(|row| row.value.as_slice()).unwrap_or_default();
    let mut found = Vec::new();
    for one in known {
        let matter = if one.organising { Matter::Organising } else { Matter::Spending };
        let sum = sums.of(year, matter, &one.code)?;
        if sum != Vnd::ZERO {
            found.push(UseSum { name: one.name.clone(), organising: one.organising, sum });
        }
    }
    Ok(found)
}
