//! How a set comes together: a part that does not fit is refused.

use super::{ALL, Criterion, Indicator, IndicatorKind, Level, Standard};
use crate::Decimal;
use crate::date::Date;

/// Why a part does not fit into a set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StandardFault {
    /// A number is used twice.
    #[error("{0} stands twice in the set")]
    Twice(String),
    /// An indicator names no criterion of the set.
    #[error("indicator {0} belongs to no criterion of the set")]
    NoCriterion(String),
    /// A condition of recognition stands beside the criteria.
    #[error("condition {0} cannot belong to a criterion")]
    ConditionOfCriterion(String),
    /// A measured indicator says how it is compared, a yes-or-no one does not.
    #[error("indicator {0}: measured values need a comparison and thresholds, others have none")]
    Comparison(String),
    /// An amount or a count says in what; nothing else does.
    #[error("indicator {0}: an amount or a count needs a unit, and only they have one")]
    Unit(String),
    /// Only a ratio has a part and a whole.
    #[error("indicator {0}: only a ratio counts a part and a whole")]
    Counts(String),
    /// A threshold is given for a region that the set does not know.
    #[error("indicator {0} has a threshold for an unknown region {1}")]
    NoRegion(String, String),
    /// A threshold is given for a year outside the days of the set.
    #[error("indicator {0} has a threshold for {1}, which is no year of the set")]
    NoYear(String, String),
    /// Per cent lie between 0 and 100, other thresholds are not negative.
    #[error("indicator {0} has a threshold of {1}, which its value can never be")]
    OutOfReach(String, Decimal),
}

impl Standard {
    pub(crate) fn add_criterion(&mut self, criterion: Criterion) -> Result<(), StandardFault> {
        if self.criteria.iter().any(|other| other.code == criterion.code) {
            return Err(StandardFault::Twice(criterion.code));
        }
        self.criteria.push(criterion);
        Ok(())
    }

    pub(crate) fn add_indicator(&mut self, indicator: Indicator) -> Result<(), StandardFault> {
        if !self.criteria.iter().any(|criterion| criterion.code == indicator.criterion) {
            return Err(StandardFault::NoCriterion(indicator.code));
        }
        self.check(&indicator)?;
        self.indicators.push(indicator);
        Ok(())
    }

    pub(crate) fn add_condition(&mut self, condition: Indicator) -> Result<(), StandardFault> {
        if !condition.criterion.is_empty() {
            return Err(StandardFault::ConditionOfCriterion(condition.code));
        }
        self.check(&condition)?;
        self.conditions.push(condition);
        Ok(())
    }

    /// What must be true of every line.
    fn check(&self, line: &Indicator) -> Result<(), StandardFault> {
        let code = || line.code.clone();
        if self.line(&line.code).is_some() {
            return Err(StandardFault::Twice(code()));
        }
        let measured = line.kind != IndicatorKind::YesNo;
        if measured != line.compare.is_some() || !(measured || line.thresholds.is_empty()) {
            return Err(StandardFault::Comparison(code()));
        }
        let needs_unit = matches!(line.kind, IndicatorKind::Amount | IndicatorKind::Count);
        if needs_unit != line.unit.is_some() {
            return Err(StandardFault::Unit(code()));
        }
        let counts = line.counts.is_some() || line.all_of_unit;
        if counts && line.kind != IndicatorKind::Ratio {
            return Err(StandardFault::Counts(code()));
        }
        for (region, threshold) in &line.thresholds {
            let known = self.head.value.regions.iter().any(|known| &known.code == region);
            if region != ALL && !known {
                return Err(StandardFault::NoRegion(code(), region.clone()));
            }
            threshold.levels().try_for_each(|(year, level)| self.check_level(line, year, level))?;
        }
        Ok(())
    }

    fn check_level(
        &self,
        line: &Indicator,
        year: Option<&str>,
        level: &Level,
    ) -> Result<(), StandardFault> {
        let of_set = |year: &str| {
            let last = self.head.to.map_or(i16::MAX, Date::year);
            year.parse().is_ok_and(|year: i16| (self.head.from.year()..=last).contains(&year))
        };
        if let Some(year) = year.filter(|year| !of_set(year)) {
            return Err(StandardFault::NoYear(line.code.clone(), year.to_owned()));
        }
        if !line.can_be(level.value) {
            return Err(StandardFault::OutOfReach(line.code.clone(), level.value));
        }
        Ok(())
    }
}

impl Indicator {
    /// Whether a value of the line can be so much.
    pub(crate) fn can_be(&self, value: Decimal) -> bool {
        let hundred = Decimal::from_thousandths(100_000);
        value >= Decimal::ZERO && (self.kind != IndicatorKind::Ratio || value <= hundred)
    }
}
