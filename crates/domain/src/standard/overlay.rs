//! Values that a province or a commune sets on top of a set: its own paper, its own days.
//!
//! An overlay never changes what lies below it: it is asked first, and taken off again it leaves
//! the set exactly as it was.

use super::{ALL, Applied, Indicator, Standard};
use crate::Decimal;
use crate::catalog::{CatalogFault, CatalogRule, line_of};
use crate::date::Date;
use crate::sourced::Sourced;
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// Thresholds set on top of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overlay {
    head: Sourced<OverlayHead>,
    levels: Vec<OverlayLevel>,
}

/// Who sets values, on which set. Days, paper and state stand around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverlayHead {
    /// Id of the set.
    pub standard: String,
    /// Who issued the paper.
    pub issuer: String,
}

/// One value of an overlay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverlayLevel {
    /// Number of the indicator, or code of the condition.
    pub indicator: String,
    /// The region it is for; every region where none is named.
    pub region: Option<String>,
    /// The year it is for; every year where none is named.
    pub year: Option<i16>,
    /// In the unit of the indicator.
    pub value: Decimal,
}

/// Why an overlay cannot be laid on a set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OverlayFault {
    /// It was made for another set.
    #[error("the overlay is for {0}")]
    OtherStandard(String),
    /// It lies there already, or another of its name.
    #[error("the overlay {0} lies there already")]
    Twice(String),
    /// The set has no such line.
    #[error("{0} is no indicator of the set")]
    NoIndicator(String),
    /// The set has no such region.
    #[error("{0} is no region of the set")]
    NoRegion(String),
    /// The line is a matter of yes or no.
    #[error("{0} has no threshold to set")]
    NotMeasured(String),
    /// Its value can never be so much.
    #[error("{0} can never be {1}")]
    OutOfReach(String, Decimal),
    /// It says two things for one indicator, region and year.
    #[error("{0} is set twice for one region and year")]
    SetTwice(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    overlay: Spanned<Sourced<OverlayHead>>,
    level: Vec<OverlayLevel>,
}

impl Overlay {
    /// Reads an overlay from a file in the form of the catalog: `[overlay]` and `[[level]]`.
    ///
    /// # Errors
    /// With the line of what is wrong.
    pub fn parse(file: &str, text: &str) -> Result<Self, CatalogFault> {
        let fault = |at, (rule, message): (CatalogRule, String)| {
            let (file, line) = (file.to_owned(), line_of(text, at));
            CatalogFault { file, line, rule, message }
        };
        let read: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            fault(at, (CatalogRule::Shape, error.message().to_owned()))
        })?;
        let at = read.overlay.span().start;
        let head = read.overlay.into_inner();
        match head.flaws().pop() {
            Some(flaw) => Err(fault(at, flaw)),
            None => Ok(Self::new(head, read.level)),
        }
    }

    /// An overlay of these values.
    pub fn new(head: Sourced<OverlayHead>, levels: Vec<OverlayLevel>) -> Self {
        Self { head, levels }
    }

    /// Id, days, paper and state.
    pub fn head(&self) -> &Sourced<OverlayHead> {
        &self.head
    }

    /// What it sets.
    pub fn levels(&self) -> &[OverlayLevel] {
        &self.levels
    }

    /// What it says of a line. What is said for the year or for the region goes before what is said
    /// for all.
    pub(super) fn applied(&self, line: &str, region: Option<&str>, day: Date) -> Option<Applied> {
        let speaks = |level: &&OverlayLevel| {
            level.indicator == line
                && level.year.is_none_or(|year| year == day.year())
                && level.region.as_deref().is_none_or(|name| Some(name) == region)
        };
        let found = self.levels.iter().filter(speaks);
        let level = found.max_by_key(|level| (level.region.is_some(), level.year.is_some()))?;
        Some(Applied {
            value: level.value,
            region: level.region.clone().unwrap_or_else(|| ALL.to_owned()),
            source: self.head.source.clone(),
            standing: self.head.standing(day),
            overlay: Some(self.head.id.clone()),
        })
    }

    fn fault_on(&self, standard: &Standard) -> Option<OverlayFault> {
        let head = self.head();
        if head.value.standard != standard.head().id {
            return Some(OverlayFault::OtherStandard(head.value.standard.clone()));
        }
        if standard.overlays().iter().any(|other| other.head.id == head.id) {
            return Some(OverlayFault::Twice(head.id.clone()));
        }
        let said_before = |index: usize, level: &OverlayLevel| {
            let same = |other: &OverlayLevel| {
                (&other.indicator, &other.region, other.year)
                    == (&level.indicator, &level.region, level.year)
            };
            self.levels.iter().take(index).any(same)
        };
        self.levels.iter().enumerate().find_map(|(index, level)| {
            let twice =
                said_before(index, level).then(|| OverlayFault::SetTwice(level.indicator.clone()));
            level.fault_on(standard).or(twice)
        })
    }
}

impl OverlayLevel {
    fn fault_on(&self, standard: &Standard) -> Option<OverlayFault> {
        let code = || self.indicator.clone();
        let line: &Indicator = match standard.line(&self.indicator) {
            Some(line) => line,
            None => return Some(OverlayFault::NoIndicator(code())),
        };
        let mut regions = standard.head().value.regions.iter();
        match &self.region {
            Some(name) if !regions.any(|known| &known.code == name) => {
                Some(OverlayFault::NoRegion(name.clone()))
            }
            _ if line.compare.is_none() => Some(OverlayFault::NotMeasured(code())),
            _ if !line.can_be(self.value) => Some(OverlayFault::OutOfReach(code(), self.value)),
            _ => None,
        }
    }
}

impl Standard {
    /// The overlays that lie on the set, the last one on top.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// The set with one more overlay on top.
    ///
    /// # Errors
    /// When the overlay does not fit.
    pub fn with(&self, overlay: Overlay) -> Result<Self, OverlayFault> {
        if let Some(fault) = overlay.fault_on(self) {
            return Err(fault);
        }
        let mut laid = self.clone();
        laid.overlays.push(overlay);
        Ok(laid)
    }

    /// The set without an overlay: the way back.
    pub fn without(&self, overlay: &str) -> Self {
        let mut bare = self.clone();
        bare.overlays.retain(|other| other.head.id != overlay);
        bare
    }
}
