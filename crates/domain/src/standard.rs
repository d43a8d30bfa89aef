//! Sets of criteria (bộ tiêu chí) and what a unit's figures say against them.
//!
//! A set is data: its criteria, indicators and thresholds stand in the catalog. A threshold that is
//! not known is not guessed; the indicator then waits for a person.

mod evaluate;
mod reported;

pub use evaluate::{
    Assessment, CriterionResult, Outcome, UnitResult, evaluate_indicator, evaluate_unit,
};
pub use reported::{Reported, Share, ShareError};

use crate::catalog::{Checked, Sourced};
use crate::{Decimal, Measure, SubjectKind, UnitKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The head of a set of criteria.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardHead {
    /// Its name.
    pub name: String,
    /// What is judged by it.
    pub subject: SubjectKind,
    /// Regions with thresholds of their own; none if the set knows no regions.
    #[serde(default)]
    pub regions: Vec<Region>,
}

/// A region or group of communes with thresholds of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Stable code, "tn".
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A criterion: a group of indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its number in the set.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The chapter under which the set lists it.
    pub group: Option<String>,
}

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

/// One measurable line of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its number in the set, "17.10".
    pub code: String,
    /// The criterion it belongs to.
    pub criterion: String,
    /// What is measured.
    pub name: String,
    /// What is reported.
    pub kind: IndicatorKind,
    /// The unit of an amount or a count; a ratio is in per cent.
    pub unit: Option<Measure>,
    /// How it is compared; absent for yes or no.
    pub compare: Option<Compare>,
    /// Thresholds by region, or under "all" where regions do not differ. What is missing is unknown.
    #[serde(default)]
    pub thresholds: BTreeMap<String, Threshold>,
    /// Who sets the threshold, where the set itself leaves it open.
    pub set_by: Option<UnitKind>,
    /// Whether wording and thresholds have been compared with the source.
    #[serde(default)]
    pub checked: Checked,
    /// What an officer should know, in Vietnamese.
    pub note: Option<String>,
}

/// What must be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Threshold {
    /// The same in every year of the set.
    Constant(Decimal),
    /// By year.
    Yearly(BTreeMap<String, Decimal>),
}

/// Why a part does not fit into a set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StandardFault {
    /// A number is used twice.
    #[error("{0} stands twice in the set")]
    Twice(String),
    /// An indicator names no criterion of the set.
    #[error("indicator {0} belongs to no criterion of the set")]
    NoCriterion(String),
    /// A measured indicator says how it is compared, a yes-or-no one does not.
    #[error("indicator {0}: measured values need a comparison and thresholds, others have none")]
    Comparison(String),
    /// A threshold is given for a region that the set does not know.
    #[error("indicator {0} has a threshold for an unknown region {1}")]
    NoRegion(String, String),
}

/// A set of criteria.
#[derive(Debug, Clone)]
pub struct Standard {
    head: Sourced<StandardHead>,
    criteria: Vec<Criterion>,
    indicators: Vec<Indicator>,
}

impl Standard {
    /// An empty set.
    pub(crate) fn new(head: Sourced<StandardHead>) -> Self {
        Self { head, criteria: Vec::new(), indicators: Vec::new() }
    }

    /// Id, days, source and name.
    pub fn head(&self) -> &Sourced<StandardHead> {
        &self.head
    }

    /// The criteria in their order.
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// The indicators in their order.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// An indicator by its number.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    /// The indicators of a criterion.
    pub fn indicators_of(&self, criterion: &str) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.criterion == criterion)
    }

    pub(crate) fn add_criterion(&mut self, criterion: Criterion) -> Result<(), StandardFault> {
        if self.criteria.iter().any(|other| other.code == criterion.code) {
            return Err(StandardFault::Twice(criterion.code));
        }
        self.criteria.push(criterion);
        Ok(())
    }

    pub(crate) fn add_indicator(&mut self, indicator: Indicator) -> Result<(), StandardFault> {
        let code = indicator.code.clone();
        if self.indicator(&code).is_some() {
            return Err(StandardFault::Twice(code));
        }
        if !self.criteria.iter().any(|criterion| criterion.code == indicator.criterion) {
            return Err(StandardFault::NoCriterion(code));
        }
        let measured = indicator.kind != IndicatorKind::YesNo;
        if measured != indicator.compare.is_some() || !(measured || indicator.thresholds.is_empty())
        {
            return Err(StandardFault::Comparison(code));
        }
        let known = |name: &str| self.head.value.regions.iter().any(|region| region.code == name);
        let stranger = indicator.thresholds.keys().find(|name| *name != "all" && !known(name));
        if let Some(name) = stranger {
            return Err(StandardFault::NoRegion(code, name.clone()));
        }
        self.indicators.push(indicator);
        Ok(())
    }
}

impl Indicator {
    /// The threshold of a region in a year, if it is known.
    pub fn threshold(&self, region: Option<&str>, year: i16) -> Option<Decimal> {
        let of_region = region.and_then(|region| self.thresholds.get(region));
        match of_region.or_else(|| self.thresholds.get("all"))? {
            Threshold::Constant(value) => Some(*value),
            Threshold::Yearly(years) => years.get(&year.to_string()).copied(),
        }
    }
}
