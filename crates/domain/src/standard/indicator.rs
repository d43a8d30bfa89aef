//! One measurable line of a set.

use super::{Level, Threshold};
use crate::sourced::{Checked, Source};
use crate::{Decimal, Measure, UnitKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes! {
    /// What is reported for an indicator.
    IndicatorKind {
        /// Reached or not, as an officer judges.
        YesNo = "yes_no",
        /// Part of a whole, in per cent.
        Ratio = "ratio",
        /// A measured amount.
        Amount = "amount",
        /// A number of things.
        Count = "count",
    }
}

codes! {
    /// How a value is compared with its threshold.
    Compare {
        /// Reaches the threshold or exceeds it.
        AtLeast = "at_least",
        /// Does not exceed the threshold.
        AtMost = "at_most",
        /// Is the threshold.
        Equal = "equal",
    }
}

/// One measurable line of a set: an indicator of a criterion, or a condition of recognition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its number in the set, "17.10"; a condition has a name, "khong-no-dong".
    pub code: String,
    /// The criterion it belongs to; empty for a condition, which belongs to none.
    #[serde(default)]
    pub criterion: String,
    /// What is measured.
    pub name: String,
    /// What is reported.
    pub kind: IndicatorKind,
    /// The unit of an amount or a count; a ratio is in per cent.
    pub unit: Option<Measure>,
    /// What part and whole of a ratio count, "household".
    pub counts: Option<Measure>,
    /// Whether the whole of the ratio is all that the unit has of them: all its households, not
    /// only those with a stable. Then two indicators that count the same must name the same whole.
    #[serde(default)]
    pub all_of_unit: bool,
    /// How it is compared; absent for yes or no.
    pub compare: Option<Compare>,
    /// Thresholds by region, or under "all" where regions do not differ. What is missing is
    /// unknown.
    #[serde(default)]
    pub thresholds: BTreeMap<String, Threshold>,
    /// Who sets the threshold, where the set itself leaves it open.
    pub set_by: Option<UnitKind>,
    /// By what an average is weighed when units merge: income by persons.
    pub weigh_by: Option<Measure>,
    /// Lines of other sets that ask for the same figure, "xa-ntm-2021-2025/12.2".
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Where the line is written, if elsewhere than the set.
    pub source: Option<Source>,
    /// Whether wording and thresholds have been compared with the source.
    #[serde(default)]
    pub checked: Checked,
    /// What an officer should know, in Vietnamese.
    pub note: Option<String>,
}

impl Indicator {
    /// The threshold that the set itself gives a region in a year, if it is known.
    pub fn threshold(&self, region: Option<&str>, year: i16) -> Option<Decimal> {
        self.level(region, year).map(|(_, level)| level.value)
    }

    /// The same with the region under which it stands: the unit's own, or "all".
    pub(super) fn level(&self, region: Option<&str>, year: i16) -> Option<(&str, &Level)> {
        let of_region = region.and_then(|region| self.thresholds.get_key_value(region));
        let (name, found) = of_region.or_else(|| self.thresholds.get_key_value(super::ALL))?;
        Some((name, found.of(year)?))
    }

    /// The unit in which its value and its threshold stand; none for yes or no.
    pub fn measure(&self) -> Option<Measure> {
        match self.kind {
            IndicatorKind::Ratio => Some(Measure::Percent),
            _ => self.unit,
        }
    }
}
