//! Whole units that merge: every figure of the new unit, explained from its parts.

use super::succession::{Ask, Merged, Part, merge};
use super::{Indicator, Reported, Standard};
use crate::{Decimal, Measure};
use std::collections::BTreeMap;

/// A unit that goes into a merger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// The unit; its history stays under this name.
    pub unit: String,
    /// Its figures by line.
    pub values: BTreeMap<String, Reported>,
    /// By what averages may be weighed: its persons, its hectares.
    pub weights: BTreeMap<Measure, Decimal>,
}

/// What the new unit begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merger {
    /// Every line of the set, with its figure or what has to be asked, and its parts.
    pub lines: BTreeMap<String, Merged>,
}

/// Merges units under a set. The units themselves stay as they are.
pub fn merge_units(standard: &Standard, units: &[Joining]) -> Merger {
    let part = |unit: &Joining, code: &str| Part {
        unit: unit.unit.clone(),
        reported: unit.values.get(code).copied(),
        weights: unit.weights.clone(),
    };
    let line = |line: &Indicator| {
        let parts = units.iter().map(|unit| part(unit, &line.code)).collect();
        (line.code.clone(), merge(line, parts))
    };
    Merger { lines: standard.lines().map(line).collect() }
}

impl Merger {
    /// The figures that follow, as [`super::evaluate_unit`] takes them.
    pub fn values(&self) -> BTreeMap<String, Reported> {
        let known = |(code, merged): (&String, &Merged)| Some((code.clone(), merged.figure.ok()?));
        self.lines.iter().filter_map(known).collect()
    }

    /// The lines that have to be asked, and why.
    pub fn open(&self) -> Vec<(&str, Ask)> {
        let asked = |(code, merged): (_, &Merged)| Some((code, merged.figure.err()?));
        self.lines.iter().map(|(code, merged)| (code.as_str(), merged)).filter_map(asked).collect()
    }
}
