//! A set read once for one region and day, to judge many units: thresholds are looked up when it is
//! made, not for every value. It judges by the same rule as [`super::evaluate_unit`].

use super::evaluate::{judge, weakest};
use super::packed::{Accepted, PackedFault, entries};
use super::{Compare, Indicator, IndicatorKind, Outcome, Standard};
use crate::Decimal;
use crate::date::Date;
use serde::Serialize;

/// The lines of a set with the thresholds of one region and day.
#[derive(Debug, Clone)]
pub struct Yardstick {
    lines: Vec<Line>,
    criteria: usize,
}

#[derive(Debug, Clone)]
struct Line {
    code: String,
    criterion: usize,
    kind: IndicatorKind,
    compare: Compare,
    threshold: Option<Decimal>,
}

/// What the figures of units come to, added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Units that were judged.
    pub units: u64,
    /// Of these, units that meet every criterion.
    pub units_met: u64,
    /// Criteria that are met.
    pub criteria_met: u64,
    /// Indicators that are met.
    pub met: u64,
    /// Indicators that are missed.
    pub not_met: u64,
    /// Indicators that a person has to judge.
    pub person: u64,
    /// Indicators without a figure.
    pub missing: u64,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            units: self.units + other.units,
            units_met: self.units_met + other.units_met,
            criteria_met: self.criteria_met + other.criteria_met,
            met: self.met + other.met,
            not_met: self.not_met + other.not_met,
            person: self.person + other.person,
            missing: self.missing + other.missing,
        }
    }

    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Met => self.met += 1,
            Outcome::NotMet => self.not_met += 1,
            Outcome::PersonMustDecide => self.person += 1,
            Outcome::NotReported => self.missing += 1,
        }
    }
}

impl Standard {
    /// The set as a yardstick for a region on a day; its conditions of recognition are not part of
    /// it.
    pub fn yardstick(&self, region: Option<&str>, day: Date) -> Yardstick {
        let number = |code: &str| self.criteria().iter().position(|one| one.code == code);
        let line = |line: &Indicator| Line {
            code: line.code.clone(),
            // Every indicator has its criterion: the set refuses others.
            criterion: number(&line.criterion).unwrap_or_default(),
            kind: line.kind,
            compare: line.compare.unwrap_or(Compare::AtLeast),
            threshold: self.threshold(line, region, day).map(|applied| applied.value),
        };
        let lines = self.indicators().iter().map(line).collect();
        Yardstick { lines, criteria: self.criteria().len() }
    }
}

impl Yardstick {
    /// Judges the accepted figures of one unit, as they are packed. Figures for lines that the set
    /// does not have count for nothing.
    ///
    /// # Errors
    /// When the bytes are not packed figures.
    pub fn judge(&self, packed: &[u8]) -> Result<Tally, PackedFault> {
        let mut outcomes = vec![Outcome::NotReported; self.lines.len()];
        let mut next = 0;
        for entry in entries(packed) {
            let (code, accepted) = entry?;
            if let Some(place) = self.place(code, next) {
                outcomes[place] = self.lines[place].outcome(accepted);
                next = place + 1;
            }
        }
        Ok(self.tally(&outcomes))
    }

    /// Figures are mostly packed in the order of the set, so the next line is looked at first.
    fn place(&self, code: &str, next: usize) -> Option<usize> {
        let is_it = |line: &Line| line.code == code;
        if self.lines.get(next).is_some_and(is_it) {
            return Some(next);
        }
        self.lines.iter().position(is_it)
    }

    fn tally(&self, outcomes: &[Outcome]) -> Tally {
        let mut tally = Tally { units: 1, ..Tally::default() };
        let mut criteria = vec![None::<Outcome>; self.criteria];
        for (line, outcome) in self.lines.iter().zip(outcomes) {
            tally.count(*outcome);
            let criterion = &mut criteria[line.criterion];
            *criterion = (*criterion).max(Some(*outcome));
        }
        let of_criteria = || criteria.iter().map(|outcome| weakest(outcome.iter().copied()));
        let met = of_criteria().filter(|outcome| *outcome == Outcome::Met).count();
        tally.criteria_met = met as u64;
        tally.units_met = u64::from(weakest(of_criteria()) == Outcome::Met);
        tally
    }
}

impl Line {
    fn outcome(&self, accepted: Accepted) -> Outcome {
        let (outcome, _) = judge(self.kind, self.compare, self.threshold, accepted.reported);
        accepted.settle(outcome)
    }
}
