//! The rules of every unit of a database for one standard, read once to judge many communes.

use std::collections::{BTreeMap, BTreeSet};

use chungsuc_domain::standard::Standard;
use chungsuc_store::StoreError;

use super::overlays::{self, LaidOverlay};
use super::regions::{self, LaidRegion};
use super::{Regions, laid};
use crate::app::App;
use crate::refusal::Refusal;

/// What every unit lays on a standard, and where each lies.
pub(in crate::features::standards) struct RulesOfAll<'a> {
    bare: &'a Standard,
    overlays: Vec<LaidOverlay>,
    laying: BTreeSet<String>,
    regions: BTreeMap<String, Vec<LaidRegion>>,
}

impl<'a> RulesOfAll<'a> {
    /// Reads them.
    pub(in crate::features::standards) fn read(
        app: &App,
        bare: &'a Standard,
    ) -> Result<Self, Refusal> {
        let id = bare.head().id.as_str();
        let (overlays, found) =
            app.read(|r| Ok::<_, StoreError>((overlays::of_all(r, id)?, regions::of_all(r, id)?)))?;
        let mut regions: BTreeMap<String, Vec<LaidRegion>> = BTreeMap::new();
        for one in found {
            regions.entry(one.unit.clone()).or_default().push(one);
        }
        let laying = overlays.iter().map(|one| one.unit.clone()).collect();
        Ok(Self { bare, overlays, laying, regions })
    }

    /// The units of a line that lay something on the standard: communes in which they are the same are
    /// judged by the same values.
    pub(in crate::features::standards) fn laying<'b>(&self, units: &[&'b str]) -> Vec<&'b str> {
        units.iter().copied().filter(|unit| self.laying.contains(*unit)).collect()
    }

    /// The standard with what a line of units lays on it, the uppermost first. Confirmations change no
    /// verdict and are left out.
    pub(in crate::features::standards) fn standard(&self, units: &[&str]) -> Standard {
        laid(self.bare, units, &self.overlays).standard
    }

    /// Where the lowest unit of a line lies.
    pub(in crate::features::standards) fn regions(&self, units: &[&str]) -> Regions {
        let of_line = units.iter().filter_map(|unit| self.regions.get(*unit)).flatten();
        Regions::of(units, of_line)
    }
}
