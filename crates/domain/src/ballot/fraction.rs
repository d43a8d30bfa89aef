//! Exact shares of members and votes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A share such as two thirds, kept as a fraction so that it is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct Fraction {
    part: u32,
    whole: u32,
}

/// The two numbers are not a share of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a share is a part of a whole, not more and not nothing of nothing")]
pub struct NotAFraction;

impl Fraction {
    /// `part` of `whole`.
    pub fn new(part: u32, whole: u32) -> Result<Self, NotAFraction> {
        if whole == 0 || part > whole { Err(NotAFraction) } else { Ok(Self { part, whole }) }
    }

    /// Whether `count` of `of` is at least this share.
    pub(super) fn reached_by(self, count: u32, of: u32) -> bool {
        u64::from(count) * u64::from(self.whole) >= u64::from(self.part) * u64::from(of)
    }

    /// Whether it is as large as another share, or larger.
    pub(super) fn is_at_least(self, other: Self) -> bool {
        other.reached_by(self.part, self.whole)
    }

    /// Whether `count` of `of` is more than this share.
    pub(super) fn exceeded_by(self, count: u32, of: u32) -> bool {
        u64::from(count) * u64::from(self.whole) > u64::from(self.part) * u64::from(of)
    }
}

impl TryFrom<(u32, u32)> for Fraction {
    type Error = NotAFraction;

    fn try_from((part, whole): (u32, u32)) -> Result<Self, NotAFraction> {
        Self::new(part, whole)
    }
}

impl From<Fraction> for (u32, u32) {
    fn from(fraction: Fraction) -> Self {
        (fraction.part, fraction.whole)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}
