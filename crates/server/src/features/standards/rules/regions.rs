//! In which region of a standard a unit lies, from which day on. A commune of which nothing is written
//! lies where the unit above it lies.

use chungsuc_domain::standard::Region;
use chungsuc_store::{Author, Change, Reader, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::{of_line as line_params, position, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of a region's records in the journal.
pub const REGION_RECORD: &str = "standard_region";

/// That a unit lies in a region.
#[derive(Clone, Debug)]
pub struct LaidRegion {
    /// Code of the unit.
    pub unit: String,
    /// Code of the region.
    pub region: String,
    /// From which day on.
    pub from: Date,
    /// By what: a paper, in words.
    pub basis: String,
    /// Id of the account that set it.
    pub set_by: String,
    /// On which day.
    pub set_on: Date,
    step: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    standard: &'a str,
    region_name: &'a str,
    valid_from: Date,
    basis: &'a str,
}

impl LaidRegion {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            unit: row.get(0)?,
            region: row.get(1)?,
            from: row.get(2)?,
            basis: row.get(3)?,
            set_by: row.get(4)?,
            set_on: row.get(5)?,
            step: row.get(6)?,
        })
    }
}

pub(super) fn of_line(
    r: &mut Reader<'_>,
    units: &[&str],
    standard: &str,
) -> Result<Vec<LaidRegion>, StoreError> {
    r.all(sql::REGIONS, &line_params(units, standard), LaidRegion::read)
}

pub(super) fn of_all(r: &mut Reader<'_>, standard: &str) -> Result<Vec<LaidRegion>, StoreError> {
    r.all(sql::REGIONS_OF_ALL, &[standard.into()], LaidRegion::read)
}

/// Where a unit lies, in the order of the days from which each region counts.
#[derive(Clone, Debug, Default)]
pub struct Regions(Vec<(Date, String)>);

impl Regions {
    /// Those of the lowest unit of a line of which anything is written; of two from one day the later
    /// step counts.
    pub(super) fn of<'a>(units: &[&str], all: impl Iterator<Item = &'a LaidRegion>) -> Self {
        let place = |one: &LaidRegion| units.iter().position(|unit| *unit == one.unit);
        let mut found: Vec<(Option<usize>, &LaidRegion)> =
            all.map(|one| (place(one), one)).collect();
        let lowest = found.iter().map(|(place, _)| *place).max();
        found.retain(|(place, _)| Some(*place) == lowest);
        found.sort_by_key(|(_, one)| (one.from, one.step));
        Self(found.into_iter().map(|(_, one)| (one.from, one.region.clone())).collect())
    }

    /// The code of the region on a day, where it is known.
    pub fn on(&self, day: Date) -> Option<&str> {
        let begun = self.0.iter().rfind(|(from, _)| *from <= day);
        begun.map(|(_, region)| region.as_str())
    }
}

/// What is written of the commune of this person and the units above it, in the order of its steps.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn regions(app: &App, by: &Person, standard: &str) -> Result<Vec<LaidRegion>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    app.read(|r| {
        let line = position(r, &by.commune)?;
        let units: Vec<&str> = line.iter().map(|(unit, _)| unit.as_str()).collect();
        Ok(of_line(r, &units, standard)?)
    })
}

/// Writes that the person's commune lies in a region from a day on.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard; [`Refusal::Invalid`] with
/// `region`, `basis`; of the store.
pub fn set_region(
    app: &App,
    by: &Person,
    (standard, region): (&str, &str),
    from: Date,
    basis: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepStandards)?;
    put_region(app, &app.author(by), (standard, region), from, basis)
}

/// The same of any unit, in the name of whoever runs the command.
///
/// # Errors
/// As [`set_region`], but it asks for no right.
pub fn put_region(
    app: &App,
    author: &Author,
    (standard, region): (&str, &str),
    from: Date,
    basis: &str,
) -> Result<(), Refusal> {
    let known = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    let mut errors = Errors::default();
    let found: Option<&Region> = known.region(region);
    if found.is_none() {
        let key = if region.is_empty() { "field-missing" } else { "region-unknown" };
        errors.add("region", Message::new(key));
    }
    if basis.trim().is_empty() {
        errors.add("basis", Message::new("field-missing"));
    }
    let Some(found) = found.filter(|_| errors.is_empty()) else { return Err(errors.into()) };
    let unit = author.commune.as_str();
    app.store.write(author, |tx| {
        // Of two who write at once the second is told: the step is part of the key.
        let written = tx.all(sql::REGIONS, &line_params(&[unit], standard), LaidRegion::read)?;
        let step = written.iter().map(|one| one.step).max().unwrap_or_default() + 1;
        let name = &known.head().value.name;
        let kept = Kept { standard: name, region_name: &found.name, valid_from: from, basis };
        let params = [
            unit.into(),
            standard.into(),
            step.into(),
            found.code.as_str().into(),
            from.into(),
            basis.into(),
            author.actor.as_str().into(),
            app.today().into(),
        ];
        let id = format!("{unit}/{standard}/{step}");
        Ok(tx.change(Change::create(REGION_RECORD, id, &kept)?, sql::ADD_REGION, &params)?)
    })
}
