//! Sets of criteria (bộ tiêu chí) and what a unit's figures say against them.
//!
//! A set is data: its criteria, indicators and thresholds stand in the catalog. A threshold that is
//! not known is not guessed; the indicator then waits for a person.
//!
//! | to know | look at |
//! |---|---|
//! | what a figure comes to, and why | [`evaluate_unit`], [`Assessment`] |
//! | what it would take | [`Shortfall`] |
//! | what somebody typed | [`Typed`] |
//! | values that a province or commune sets on top | [`Overlay`], [`differences`] |
//! | what an officer has compared with its paper | [`Confirmation`] |
//! | what another set or a merger would do | [`simulate`], [`merge_units`] |
//! | which figures one should ask about | [`questions`] |
//! | many units at once | [`Yardstick`], [`packed`] |

mod build;
mod confirm;
mod diff;
mod evaluate;
mod indicator;
mod merger;
mod overlay;
pub mod packed;
pub mod questions;
mod reported;
mod shortfall;
pub mod simulate;
pub mod succession;
mod threshold;
mod typed;
mod yardstick;

pub use build::StandardFault;
pub use confirm::Confirmation;
pub use diff::{Difference, differences};
pub use evaluate::{
    Assessment, CriterionResult, Outcome, UnitResult, evaluate_indicator, evaluate_unit,
};
pub use indicator::{Compare, Indicator, IndicatorKind};
pub use merger::{Joining, Merger, merge_units};
pub use overlay::{Overlay, OverlayFault, OverlayHead, OverlayLevel};
pub use reported::{Reported, Share, ShareError};
pub use shortfall::{Direction, Shortfall};
pub use threshold::{ALL, Applied, Level, Threshold};
pub use typed::{Cell, Typed, TypedFault, Why};
pub use yardstick::{Tally, Yardstick};

use crate::SubjectKind;
use crate::date::Date;
use crate::sourced::Sourced;
use serde::{Deserialize, Serialize};

/// The head of a set of criteria.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardHead {
    /// Its name.
    pub name: String,
    /// What is judged by it.
    pub subject: SubjectKind,
    /// How many criteria and indicators its paper has, also those whose text nobody could read yet.
    pub size: Option<Size>,
    /// The set that follows when its days are over.
    pub successor: Option<String>,
    /// Regions with thresholds of their own; none if the set knows no regions.
    #[serde(default)]
    pub regions: Vec<Region>,
}

/// How many lines a set has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// Tiêu chí.
    pub criteria: usize,
    /// Chỉ tiêu.
    pub indicators: usize,
}

/// A region or group of communes with thresholds of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Stable code, "tn".
    pub code: String,
    /// Its name.
    pub name: String,
    /// Other codes by which it may be named, "tay-nguyen".
    #[serde(default)]
    pub aliases: Vec<String>,
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

/// A set of criteria, with the overlays that were laid on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    head: Sourced<StandardHead>,
    criteria: Vec<Criterion>,
    indicators: Vec<Indicator>,
    conditions: Vec<Indicator>,
    overlays: Vec<Overlay>,
}

impl Standard {
    /// An empty set.
    pub(crate) fn new(head: Sourced<StandardHead>) -> Self {
        Self {
            head,
            criteria: Vec::new(),
            indicators: Vec::new(),
            conditions: Vec::new(),
            overlays: Vec::new(),
        }
    }

    /// Id, days, source and name.
    pub fn head(&self) -> &Sourced<StandardHead> {
        &self.head
    }

    /// A criterion by its number.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria().iter().find(|criterion| criterion.code == code)
    }

    /// The criteria in their order.
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// The indicators in their order.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// What recognition asks for beyond the criteria: no debts, people's satisfaction, security.
    pub fn conditions(&self) -> &[Indicator] {
        &self.conditions
    }

    /// An indicator by its number.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == code)
    }

    /// An indicator or a condition by its code.
    pub fn line(&self, code: &str) -> Option<&Indicator> {
        self.lines().find(|line| line.code == code)
    }

    /// All indicators, then all conditions.
    pub fn lines(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().chain(&self.conditions)
    }

    /// The indicators of a criterion.
    pub fn indicators_of(&self, criterion: &str) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.criterion == criterion)
    }

    /// A region by its code or one of its aliases.
    pub fn region(&self, name: &str) -> Option<&Region> {
        let called = |region: &&Region| {
            region.code == name || region.aliases.iter().any(|alias| alias == name)
        };
        self.head.value.regions.iter().find(called)
    }

    /// Whether the catalog holds all lines that the paper has.
    pub fn is_complete(&self) -> bool {
        let held = Size { criteria: self.criteria.len(), indicators: self.indicators.len() };
        self.head.value.size.is_none_or(|size| size == held)
    }

    /// Whether it holds more lines than its paper: then one of them is wrong.
    pub(crate) fn exceeds_its_size(&self) -> bool {
        let more = |size: Size| {
            self.criteria.len() > size.criteria || self.indicators.len() > size.indicators
        };
        self.head.value.size.is_some_and(more)
    }

    /// The threshold that applies in a region on a day: of the last overlay that holds on it and
    /// speaks of the line, else the set's own. `None` is unknown, never zero.
    pub fn threshold(&self, line: &Indicator, region: Option<&str>, day: Date) -> Option<Applied> {
        let holding = self.overlays.iter().rev().filter(|overlay| overlay.head().holds_on(day));
        let laid = holding.filter_map(|overlay| overlay.applied(&line.code, region, day)).next();
        laid.or_else(|| self.own_threshold(line, region, day))
    }

    fn own_threshold(&self, line: &Indicator, region: Option<&str>, day: Date) -> Option<Applied> {
        let (region, level) = line.level(region, day.year())?;
        let source = level.source.as_ref().or(line.source.as_ref()).unwrap_or(&self.head.source);
        let checked = level.checked.as_ref().unwrap_or(&line.checked);
        Some(Applied {
            value: level.value,
            region: region.to_owned(),
            source: source.clone(),
            standing: checked.standing(self.head.review_from, day),
            overlay: None,
        })
    }
}
