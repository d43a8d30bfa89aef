//! What a unit reports for an indicator.

use super::Compare;
use crate::Decimal;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Part of a whole, as counted. It stays a pair: a rounded percentage must not decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    part: Decimal,
    whole: Decimal,
}

/// Why two figures are not a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// There is no share of nothing.
    #[error("the whole must be more than zero")]
    NoWhole,
    /// A count is not negative.
    #[error("the part cannot be negative")]
    Negative,
    /// A part is not more than its whole.
    #[error("the part exceeds the whole")]
    PartExceedsWhole,
}

impl Share {
    /// `part` of `whole`; zero of something is a share.
    pub fn new(part: Decimal, whole: Decimal) -> Result<Self, ShareError> {
        if whole <= Decimal::ZERO {
            return Err(ShareError::NoWhole);
        }
        if part < Decimal::ZERO {
            return Err(ShareError::Negative);
        }
        if part > whole { Err(ShareError::PartExceedsWhole) } else { Ok(Self { part, whole }) }
    }

    /// How many of them.
    pub const fn part(self) -> Decimal {
        self.part
    }

    /// Of how many.
    pub const fn whole(self) -> Decimal {
        self.whole
    }

    /// How the exact share stands to so many per cent.
    pub fn compare(self, percent: Decimal) -> Ordering {
        let product = |one: Decimal, other: i64| i128::from(one.thousandths()) * i128::from(other);
        product(self.part, 100_000).cmp(&product(self.whole, percent.thousandths()))
    }

    /// Per cent to three places, rounded against whoever reports: down where much is wanted, up
    /// where little is. A threshold has three places too, so the comparison stays exact.
    pub fn percent(self, wanted: Compare) -> Decimal {
        let part = i128::from(self.part.thousandths()) * 100_000;
        let whole = i128::from(self.whole.thousandths());
        let up = wanted == Compare::AtMost && part % whole != 0;
        let thousandths = part / whole + i128::from(up);
        // A share is at most one hundred per cent, so it always fits.
        Decimal::from_thousandths(i64::try_from(thousandths).unwrap_or(i64::MAX))
    }
}

/// What was reported for an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reported {
    /// Reached or not.
    YesNo(bool),
    /// A measured figure; for a ratio, per cent.
    Amount(Decimal),
    /// Part and whole.
    Share(Share),
}

impl Reported {
    /// The figure as one number, a share in per cent; `None` for yes or no.
    pub fn number(self, compare: Compare) -> Option<Decimal> {
        match self {
            Self::YesNo(_) => None,
            Self::Amount(amount) => Some(amount),
            Self::Share(share) => Some(share.percent(compare)),
        }
    }
}
