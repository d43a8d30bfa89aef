//! Money in whole đồng.

use crate::number;
use crate::{Decimal, text, words::Speech};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An amount in whole đồng. There is no smaller coin, so there is no fraction and no float.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Vnd(i64);

/// Why a text or a result is not an amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VndError {
    /// Nothing was written. Zero must be written as 0.
    #[error("no amount was given")]
    Empty,
    /// Not an amount in Vietnamese writing.
    #[error("this is not an amount of money")]
    NotAnAmount,
    /// People give and receive; they do not type debts.
    #[error("an amount cannot be negative")]
    Negative,
    /// A part of one đồng was left over.
    #[error("an amount is a whole number of đồng")]
    NotWhole,
    /// Outside what can be stored.
    #[error("the amount is too large")]
    TooLarge,
}

impl Vnd {
    /// Zero, which is a value.
    pub const ZERO: Self = Self(0);

    /// An amount in đồng; negative only as the result of a difference.
    pub const fn new(dong: i64) -> Self {
        Self(dong)
    }

    /// The amount in đồng.
    pub const fn dong(self) -> i64 {
        self.0
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Result<Self, VndError> {
        self.0.checked_add(other.0).map(Self).ok_or(VndError::TooLarge)
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Result<Self, VndError> {
        self.0.checked_sub(other.0).map(Self).ok_or(VndError::TooLarge)
    }

    /// The same amount the other way round, as in a reversing entry.
    pub fn negated(self) -> Result<Self, VndError> {
        self.0.checked_neg().map(Self).ok_or(VndError::TooLarge)
    }

    /// So many times the amount, rounded half up to whole đồng.
    pub fn times(self, factor: Decimal) -> Result<Self, VndError> {
        let thousandths = i128::from(self.0) * i128::from(factor.thousandths());
        i64::try_from((thousandths + 500).div_euclid(1000))
            .map(Self)
            .map_err(|_| VndError::TooLarge)
    }

    /// Rounded up to a multiple of `step`; a step of zero or less leaves it as it is.
    pub fn rounded_up_to(self, step: Self) -> Result<Self, VndError> {
        if step.0 <= 0 {
            return Ok(self);
        }
        match self.0.rem_euclid(step.0) {
            0 => Ok(self),
            rest => self.plus(Self(step.0 - rest)),
        }
    }

    /// The total of a list; a list that overflows has no total.
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Result<Self, VndError> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// "một triệu năm trăm nghìn đồng"; [`text::capital`] makes the form for a document.
    pub fn words(self) -> String {
        self.words_in(Speech::default())
    }

    /// The same in the words of a region: "một triệu bốn trăm lẻ bốn ngàn đồng".
    pub fn words_in(self, speech: Speech) -> String {
        format!("{} đồng", speech.number(self.0))
    }

    /// Reads what people type: "1.500.000", "1500000", "1,5 triệu", "500k", "2 tỷ", with or without
    /// đ, đồng, VND. Display shows what was understood.
    pub fn parse(text: &str) -> Result<Self, VndError> {
        let folded = text::fold(text);
        if folded.is_empty() {
            return Err(VndError::Empty);
        }
        let unit_at = folded.find(|c: char| c.is_alphabetic() || c == '₫').unwrap_or(folded.len());
        let (figure, unit) = folded.split_at(unit_at);
        let written = number::read(figure).ok_or(VndError::NotAnAmount)?;
        let zeros = zeros_of(unit).ok_or(VndError::NotAnAmount)?;
        if written.negative {
            return Err(VndError::Negative);
        }
        if written.fraction.len() > zeros {
            return Err(VndError::NotWhole);
        }
        let digits = format!("{}{:0<zeros$}", written.whole, written.fraction);
        digits.parse().map(Self).map_err(|_| VndError::TooLarge)
    }
}

/// How many zeros the words after the figure stand for: "triệu đồng" → 6.
fn zeros_of(unit: &str) -> Option<usize> {
    let unit = unit.trim();
    let scale = ["vnd", "dong", "d", "₫"].iter().find_map(|name| unit.strip_suffix(name));
    match scale.unwrap_or(unit).trim() {
        "" => Some(0),
        "nghin" | "ngan" | "k" => Some(3),
        "trieu" | "tr" => Some(6),
        "ty" | "ti" => Some(9),
        _ => None,
    }
}

impl fmt::Display for Vnd {
    /// "1.500.000", without a sign of currency.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}", number::group(self.0.unsigned_abs()))
    }
}

impl FromStr for Vnd {
    type Err = VndError;

    fn from_str(text: &str) -> Result<Self, VndError> {
        Self::parse(text)
    }
}
