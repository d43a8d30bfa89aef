//! By what a commune is judged: a standard as the catalog ships it, with what its officers have
//! confirmed, the values that it and the units above it lay on it, and the region in which it lies.
//!
//! Every page and every verb that judges asks [`rules`], so that all of them judge alike.

mod confirmations;
mod kept;
mod overlays;
mod regions;
mod rollup;
mod sql;

use std::sync::Arc;

use chungsuc_domain::standard::{Applied, Indicator, OverlayFault, Standard};
use chungsuc_store::{Param, Reader};
use jiff::civil::Date;

pub use confirmations::{
    CONFIRMATION_RECORD, Confirmed, confirm_lines, confirmations, is_open, withdraw_confirmation,
};
pub use kept::KeptRules;
pub(super) use overlays::told;
pub use overlays::{
    CheckedBy, LaidOverlay, NewOverlay, OVERLAY_RECORD, OverlayState, TakenOff, confirm_overlay,
    lay, overlay, overlays, put_overlay, take_off,
};
pub use regions::{LaidRegion, REGION_RECORD, Regions, put_region, regions, set_region};
pub(super) use rollup::RulesOfAll;

use crate::app::App;
use crate::refusal::Refusal;

/// How many units stand in one line at most: country, province, district, commune.
const LINE: usize = 4;

/// A standard as one commune is judged by it.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The set, with confirmations and overlays.
    pub standard: Standard,
    /// Where the commune lies.
    pub regions: Regions,
    /// Overlays that no longer fit the set, by their ids: the set has changed since. They are not
    /// laid on it.
    pub unfit: Vec<(String, OverlayFault)>,
}

impl Rules {
    /// The code of the region in which the commune lies on a day, where it is known.
    pub fn region(&self, day: Date) -> Option<&str> {
        self.regions.on(day)
    }

    /// The threshold of a line for the commune on a day.
    pub fn threshold(&self, line: &Indicator, day: Date) -> Option<Applied> {
        self.standard.threshold(line, self.region(day), day)
    }
}

/// The units whose word counts for a commune, the uppermost first and the commune last, each with the
/// link of its journal.
type Position = Vec<(String, i64)>;

/// By what a commune is judged. Read anew only after its journal, or that of a unit above it, has
/// moved.
///
/// # Errors
/// [`Refusal::NotFound`] for an unknown standard; of the store.
pub fn rules(app: &App, commune: &str, standard: &str) -> Result<Arc<Rules>, Refusal> {
    let bare = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    app.read(|r| {
        // Read before the rules: what is written in between is read by the next who asks.
        let position = position(r, commune)?;
        if let Some(rules) = app.rules.at(commune, standard, &position) {
            return Ok(rules);
        }
        let rules = Arc::new(read(r, bare, &position)?);
        app.rules.keep(commune, standard, position, Arc::clone(&rules));
        Ok(rules)
    })
}

fn position(r: &mut Reader<'_>, commune: &str) -> Result<Position, Refusal> {
    Ok(r.all(sql::POSITION, &[commune.into()], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

fn read(r: &mut Reader<'_>, bare: &Standard, line: &Position) -> Result<Rules, Refusal> {
    let units: Vec<&str> = line.iter().map(|(unit, _)| unit.as_str()).collect();
    let id = &bare.head().id;
    let confirmed = confirmations::of_line(r, &units, id)?;
    let overlays = overlays::of_line(r, &units, id)?;
    let regions = regions::of_line(r, &units, id)?;
    let confirmed = confirmed.iter().filter(|one| one.withdrawn.is_none());
    let confirmed: Vec<_> = confirmed.map(Confirmed::of_domain).collect();
    let mut rules = laid(&bare.confirmed(&confirmed), &units, &overlays);
    rules.regions = Regions::of(&units, regions.iter());
    Ok(rules)
}

/// A set with the overlays that hold, of the uppermost unit first, so that the commune's own lie on
/// top; of one unit in the order in which they were laid.
fn laid(bare: &Standard, units: &[&str], overlays: &[LaidOverlay]) -> Rules {
    let (mut standard, mut unfit) = (bare.clone(), Vec::new());
    for unit in units {
        let of_unit = |one: &&LaidOverlay| one.unit == *unit;
        for overlay in overlays.iter().filter(of_unit).filter(|one| one.counts()) {
            match standard.with(overlay.of_domain()) {
                Ok(with) => standard = with,
                Err(fault) => unfit.push((overlay.id.clone(), fault)),
            }
        }
    }
    Rules { standard, regions: Regions::default(), unfit }
}

/// The parameters of a statement about a line of units and a standard.
fn of_line<'a>(units: &[&'a str], standard: &'a str) -> [Param<'a>; LINE + 1] {
    let unit = |place: usize| units.get(place).or(units.last()).copied().unwrap_or_default();
    [unit(0).into(), unit(1).into(), unit(2).into(), unit(3).into(), standard.into()]
}
