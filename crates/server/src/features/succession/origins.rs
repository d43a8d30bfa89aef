//! From which units a unit came, and with which figures.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::bring::brought;
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::standards::{self, Figure};
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;

/// A unit that came out of others.
#[derive(Clone, Debug)]
pub struct Succession {
    /// The new unit, or the one that others joined.
    pub unit: Unit,
    /// Its first day as it is now.
    pub first_day: Date,
    /// The units that it came from; one that others joined is among them.
    pub origins: Vec<Origin>,
    /// The other new units, where an old one was divided.
    pub sisters: Vec<Unit>,
}

/// An old unit with its figures.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The unit; it keeps its name and its history.
    pub unit: Unit,
    /// Its figures by indicator, as they stood on its last day.
    pub figures: BTreeMap<String, Figure>,
    /// How many of them came on paper, because this program does not hold the unit's values.
    pub on_paper: usize,
}

impl Succession {
    /// Whether an old unit was divided.
    pub fn is_divided(&self) -> bool {
        !self.sisters.is_empty()
    }
}

/// Units of the commune that came out of others: villages, and the commune itself.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn new_units(app: &App, by: &Person) -> Result<Vec<(Unit, Vec<Unit>)>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let mut all = units::territories(app, by)?;
    all.retain(|unit| by.may(Act::ReadStandards, Place::village(&by.commune, &unit.code)));
    let mut found = Vec::new();
    for unit in all {
        let old = ended(app, &unit.code)?;
        if !old.is_empty() {
            found.push((unit, old));
        }
    }
    Ok(found)
}

/// The succession of a unit under a standard.
///
/// # Errors
/// [`Refusal::NotFound`] for a unit that did not come out of others or is not the commune's;
/// [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, unit: &str, standard: &str) -> Result<Succession, Refusal> {
    let unit = own_unit(app, by, unit)?;
    by.must(Act::ReadStandards, Place::village(&by.commune, &unit.code))?;
    app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    let mut old = ended(app, &unit.code)?;
    let last = old.iter().filter_map(|unit| unit.valid_to).max().ok_or(Refusal::NotFound)?;
    let mut sisters = Vec::new();
    for one in &old {
        sisters.extend(units::successors(app, &one.code)?);
    }
    sisters.retain(|sister| sister.code != unit.code);
    if unit.valid_from <= last {
        old.insert(0, unit.clone());
    }
    let first_day = last.tomorrow().map_err(|_| Refusal::NotFound)?;
    let origins = old.into_iter().map(|one| origin(app, by, one, standard, last));
    let origins = origins.collect::<Result<_, _>>()?;
    Ok(Succession { unit, first_day, origins, sisters })
}

/// The units that went into one and have ended by today; of others nothing is inherited yet.
fn ended(app: &App, unit: &str) -> Result<Vec<Unit>, Refusal> {
    let mut old = units::predecessors(app, unit)?;
    old.retain(|one| one.valid_to.is_some_and(|last| last < app.today()));
    Ok(old)
}

/// A unit with its figures as they stood on a day: accepted here, else as they came on paper.
pub(super) fn origin(
    app: &App,
    by: &Person,
    unit: Unit,
    standard: &str,
    on: Date,
) -> Result<Origin, Refusal> {
    let accepted = standards::accepted_on(app, by, &unit.code, standard, on)?;
    let mut figures: BTreeMap<String, Figure> =
        accepted.into_iter().map(|(indicator, value)| (indicator, value.figure)).collect();
    let mut on_paper = 0;
    for (indicator, paper) in brought(app, by, &unit.code, standard)? {
        if let std::collections::btree_map::Entry::Vacant(place) = figures.entry(indicator) {
            place.insert(paper.figure);
            on_paper += 1;
        }
    }
    Ok(Origin { unit, figures, on_paper })
}

/// The commune itself, or one of its villages.
pub(super) fn own_unit(app: &App, by: &Person, code: &str) -> Result<Unit, Refusal> {
    let own = units::territories(app, by)?.into_iter().find(|unit| unit.code == code);
    own.ok_or(Refusal::NotFound)
}
