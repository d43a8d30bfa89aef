//! Exact numbers with three places: scores, shares, hectares, half days of labour.

use crate::number;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Thousandths in one.
const SCALE: i64 = 1000;

/// An exact number with at most three places; never a float, so sums agree to the last digit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text or a result is not a [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Nothing was written.
    #[error("no number was given")]
    Empty,
    /// Not one number in Vietnamese writing.
    #[error("this is not a number")]
    NotANumber,
    /// More than three places; the program never rounds what a person typed.
    #[error("more than three places after the decimal sign")]
    TooFine,
    /// Outside what can be stored.
    #[error("the number is too large")]
    TooLarge,
}

impl Decimal {
    /// Zero, which is a value.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(SCALE);

    /// From thousandths, the form in which a database keeps it.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// In thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// A whole number.
    pub fn whole(number: i64) -> Result<Self, DecimalError> {
        number.checked_mul(SCALE).map(Self).ok_or(DecimalError::TooLarge)
    }

    /// Reads Vietnamese writing: the comma is the decimal sign and dots group thousands; a dot that
    /// cannot group ("12.5") is taken as the decimal sign. Display shows what was understood.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        if text.trim().is_empty() {
            return Err(DecimalError::Empty);
        }
        let written = number::read(text).ok_or(DecimalError::NotANumber)?;
        Self::from_digits(written.negative, &written.whole, &written.fraction)
    }

    /// Reads the writing of machines: "1.234" is one and 234 thousandths, without grouping.
    pub fn from_plain(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let digits_only =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits_only(whole) || !digits_only(fraction) {
            return Err(DecimalError::NotANumber);
        }
        Self::from_digits(negative, whole, fraction.trim_end_matches('0'))
    }

    /// The writing of machines, which [`Decimal::from_plain`] reads back.
    pub fn plain(self) -> String {
        let (whole, fraction) = self.parts();
        let sign = if self.0 < 0 { "-" } else { "" };
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Result<Self, DecimalError> {
        self.0.checked_add(other.0).map(Self).ok_or(DecimalError::TooLarge)
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Result<Self, DecimalError> {
        self.0.checked_sub(other.0).map(Self).ok_or(DecimalError::TooLarge)
    }

    /// How many per cent of `whole` this is, rounded half up to three places, for showing.
    /// Comparing with a threshold is done on the exact figures. `None` of a zero or negative whole.
    pub fn percent_of(self, whole: Self) -> Option<Self> {
        if whole.0 <= 0 {
            return None;
        }
        let (part, whole) = (i128::from(self.0), i128::from(whole.0));
        let rounded = (2 * part * 100_000 + whole).div_euclid(2 * whole);
        i64::try_from(rounded).ok().map(Self)
    }

    fn from_digits(negative: bool, whole: &str, fraction: &str) -> Result<Self, DecimalError> {
        if fraction.len() > 3 {
            return Err(DecimalError::TooFine);
        }
        let thousandths: i64 =
            format!("{whole}{fraction:0<3}").parse().map_err(|_| DecimalError::TooLarge)?;
        Ok(Self(if negative { -thousandths } else { thousandths }))
    }

    fn parts(self) -> (u64, String) {
        let size = self.0.unsigned_abs();
        let fraction = format!("{:03}", size % SCALE.unsigned_abs());
        (size / SCALE.unsigned_abs(), fraction.trim_end_matches('0').to_owned())
    }
}

impl fmt::Display for Decimal {
    /// Vietnamese writing: "1.234,5".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = self.parts();
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}", number::group(whole))?;
        if fraction.is_empty() { Ok(()) } else { write!(f, ",{fraction}") }
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        Self::parse(text)
    }
}

impl Serialize for Decimal {
    /// As text in the writing of machines.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.plain())
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_plain(&text).map_err(serde::de::Error::custom)
    }
}
