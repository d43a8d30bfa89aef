//! When units merge or split: what becomes of their figures, by the kind of each.
//!
//! Counts are added, shares are computed anew from parts and wholes, averages are weighed by a
//! stated weight, and what a person judged is asked of a person again. A figure that one of the
//! parts lacks is not made up. [`Pool`] keeps what was added exactly, so that a part can be taken
//! out again.

use super::{Compare, Indicator, IndicatorKind, Reported, Share, Standard};
use crate::{Decimal, Measure};
use serde::Serialize;
use std::collections::BTreeMap;

/// What one of the merging units brings for an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The unit; it keeps its name and its history.
    pub unit: String,
    /// Its figure, if it has one.
    pub reported: Option<Reported>,
    /// By what averages may be weighed: its persons, its hectares.
    pub weights: BTreeMap<Measure, Decimal>,
}

/// What the new unit's figure is, and from which parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// The figure, or what has to be asked.
    pub figure: Result<Reported, Ask>,
    /// The parts as they were, for the explanation and for the way back.
    pub parts: Vec<Part>,
}

codes! {
    /// Why a person has to be asked for the new unit's figure.
    Ask {
        /// There are no parts.
        NoParts = "no_parts",
        /// One of the parts has no figure.
        Missing = "missing",
        /// A judgement is not added up.
        Judgement = "judgement",
        /// A percentage was reported without its part and whole.
        PercentOnly = "percent_only",
        /// The set does not say by what to weigh, or a part does not have that weight.
        NoWeight = "no_weight",
        /// A figure is of another kind than the indicator.
        OtherKind = "other_kind",
        /// The sum is larger than can be kept.
        TooLarge = "too_large",
        /// The old unit was divided, and it is not known yet what went to the others.
        Divided = "divided",
    }
}

/// The figure of the unit that these parts merge into.
pub fn merge(indicator: &Indicator, parts: Vec<Part>) -> Merged {
    let pools = parts.iter().map(|part| Pool::of(indicator, part));
    let sum = pools.reduce(|sum, next| sum?.plus(next?)).unwrap_or(Err(Ask::NoParts));
    let compare = indicator.compare.unwrap_or(Compare::AtLeast);
    let figure = sum.and_then(|pool| pool.figure(compare));
    Merged { figure, parts }
}

/// The figure of a unit that went out of a divided one: what is left when the other new units have
/// theirs. Until all of them are known, a person has to be asked.
pub fn rest(indicator: &Indicator, whole: Part, others: &[Part]) -> Merged {
    let left = Pool::of(indicator, &whole).and_then(|all| {
        others.iter().try_fold(all, |left, other| {
            left.minus(Pool::of(indicator, other).map_err(|_| Ask::Divided)?)
        })
    });
    let compare = indicator.compare.unwrap_or(Compare::AtLeast);
    let figure = match left {
        Ok(pool) if pool.is_possible() => pool.figure(compare),
        Ok(_) => Err(Ask::Divided),
        Err(ask) => Err(ask),
    };
    Merged { figure, parts: vec![whole] }
}

impl Merged {
    /// The parts again, each with the figure that it brought.
    pub fn split(self) -> Vec<Part> {
        self.parts
    }
}

/// Figures added up exactly: thousandths, and for averages thousandths times thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pool {
    /// A sum of counts.
    Sum(i128),
    /// Parts and wholes.
    Shares {
        /// All parts.
        part: i128,
        /// All wholes.
        whole: i128,
    },
    /// Averages times their weights.
    Weighed {
        /// Of all values.
        total: i128,
        /// Of all weights.
        weight: i128,
    },
}

impl Pool {
    /// What one part brings.
    ///
    /// # Errors
    /// When a person has to be asked instead.
    pub fn of(indicator: &Indicator, part: &Part) -> Result<Self, Ask> {
        let reported = part.reported.ok_or(Ask::Missing)?;
        match (indicator.kind, reported) {
            (IndicatorKind::YesNo, _) => Err(Ask::Judgement),
            (IndicatorKind::Count, Reported::Amount(count)) => {
                Ok(Self::Sum(count.thousandths().into()))
            }
            (IndicatorKind::Ratio, Reported::Share(share)) => Ok(Self::Shares {
                part: share.part().thousandths().into(),
                whole: share.whole().thousandths().into(),
            }),
            (IndicatorKind::Ratio, Reported::Amount(_)) => Err(Ask::PercentOnly),
            (IndicatorKind::Amount, Reported::Amount(average)) => {
                Self::weighed(average, weight(indicator, part).ok_or(Ask::NoWeight)?)
            }
            _ => Err(Ask::OtherKind),
        }
    }

    fn weighed(average: Decimal, weight: Decimal) -> Result<Self, Ask> {
        let (average, weight) = (i128::from(average.thousandths()), weight.thousandths().into());
        let total = average.checked_mul(weight).ok_or(Ask::TooLarge)?;
        Ok(Self::Weighed { total, weight })
    }

    /// Both together.
    ///
    /// # Errors
    /// When they are of different kinds, or too large.
    pub fn plus(self, other: Self) -> Result<Self, Ask> {
        self.combined(other, i128::checked_add)
    }

    /// One without the other: what is left when a part goes its own way again.
    ///
    /// # Errors
    /// As [`Pool::plus`].
    pub fn minus(self, other: Self) -> Result<Self, Ask> {
        self.combined(other, i128::checked_sub)
    }

    fn combined(self, other: Self, by: fn(i128, i128) -> Option<i128>) -> Result<Self, Ask> {
        let by = |one, two| by(one, two).ok_or(Ask::TooLarge);
        match (self, other) {
            (Self::Sum(one), Self::Sum(two)) => Ok(Self::Sum(by(one, two)?)),
            (Self::Shares { part, whole }, Self::Shares { part: p, whole: w }) => {
                Ok(Self::Shares { part: by(part, p)?, whole: by(whole, w)? })
            }
            (Self::Weighed { total, weight }, Self::Weighed { total: t, weight: w }) => {
                Ok(Self::Weighed { total: by(total, t)?, weight: by(weight, w)? })
            }
            _ => Err(Ask::OtherKind),
        }
    }

    /// Whether there can be such a thing: no count is below zero, no part above its whole.
    fn is_possible(self) -> bool {
        match self {
            Self::Sum(sum) => sum >= 0,
            Self::Shares { part, whole } => 0 <= part && part <= whole,
            Self::Weighed { total, weight } => total >= 0 && weight >= 0,
        }
    }

    /// The figure. An average that is not exact in three places is rounded against whoever reports.
    ///
    /// # Errors
    /// When it is too large, or no share is left.
    pub fn figure(self, compare: Compare) -> Result<Reported, Ask> {
        let decimal = |thousandths| {
            i64::try_from(thousandths).map(Decimal::from_thousandths).map_err(|_| Ask::TooLarge)
        };
        match self {
            Self::Sum(sum) => Ok(Reported::Amount(decimal(sum)?)),
            Self::Shares { part, whole } => {
                let share = Share::new(decimal(part)?, decimal(whole)?);
                share.map(Reported::Share).map_err(|_| Ask::OtherKind)
            }
            Self::Weighed { weight, .. } if weight <= 0 => Err(Ask::NoWeight),
            Self::Weighed { total, weight } => {
                let up = compare == Compare::AtMost && total.rem_euclid(weight) != 0;
                Ok(Reported::Amount(decimal(total.div_euclid(weight) + i128::from(up))?))
            }
        }
    }
}

/// By what a unit's averages may be weighed, as its own figures say: the whole of a ratio that counts
/// all persons of the unit is their number. Where two figures disagree, there is no weight.
pub fn weights(
    standard: &Standard,
    values: &BTreeMap<String, Reported>,
) -> BTreeMap<Measure, Decimal> {
    let mut found: BTreeMap<Measure, Option<Decimal>> = BTreeMap::new();
    for line in standard.lines().filter(|line| line.all_of_unit) {
        let share = match values.get(&line.code) {
            Some(Reported::Share(share)) => *share,
            _ => continue,
        };
        if let Some(counts) = line.counts {
            let known = found.entry(counts).or_insert(Some(share.whole()));
            *known = known.filter(|known| *known == share.whole());
        }
    }
    found.into_iter().filter_map(|(counts, whole)| Some((counts, whole?))).collect()
}

fn weight(indicator: &Indicator, part: &Part) -> Option<Decimal> {
    let weight = *part.weights.get(&indicator.weigh_by?)?;
    (weight > Decimal::ZERO).then_some(weight)
}
