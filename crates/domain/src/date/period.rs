//! Spans of days. Both ends belong to a period.

use super::Date;
use std::fmt;

/// From a first to a last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: Date,
    to: Date,
}

/// Why two days are not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// The last day lies before the first.
    #[error("a period cannot end before it begins")]
    Reversed,
    /// The calendar has no such year.
    #[error("there is no year {0}")]
    Year(i16),
}

impl Period {
    /// A period of at least one day.
    pub fn new(from: Date, to: Date) -> Result<Self, PeriodError> {
        if to < from { Err(PeriodError::Reversed) } else { Ok(Self { from, to }) }
    }

    /// The first day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// The last day.
    pub const fn to(self) -> Date {
        self.to
    }

    /// Whether the day belongs to the period; its first and its last day do.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether the periods share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

impl fmt::Display for Period {
    /// "01/01/2023–30/06/2023".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", super::show_date(self.from), super::show_date(self.to))
    }
}

codes! {
    /// Half of a calendar year, the rhythm of reporting.
    Half {
        /// January to June.
        First = "first",
        /// July to December.
        Second = "second",
    }
}

/// The days of half a year.
pub fn half_year(year: i16, half: Half) -> Result<Period, PeriodError> {
    let day = |month, day| Date::new(year, month, day).map_err(|_| PeriodError::Year(year));
    match half {
        Half::First => Period::new(day(1, 1)?, day(6, 30)?),
        Half::Second => Period::new(day(7, 1)?, day(12, 31)?),
    }
}
