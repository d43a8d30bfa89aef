//! Plan and forecast held against each other.

use super::{Band, MONTH, days, float, rounded};
use crate::Decimal;
use crate::date::Date;
use crate::standard::Compare;

codes! {
    /// Whether a planned value will be reached, as far as the figures tell.
    Outlook {
        /// The whole band misses it.
        Misses = "misses",
        /// It lies within the band.
        Open = "open",
        /// The whole band reaches it.
        Reaches = "reaches",
    }
}

/// What the band of the due day says of the planned value.
pub fn outlook(band: Band, planned: Decimal, wanted: Compare) -> Outlook {
    let (worst, best) = match wanted {
        Compare::AtLeast => (band.low, band.high),
        Compare::AtMost => (band.high, band.low),
        // One figure cannot be foretold to the point: it is missed or open.
        Compare::Equal if band.low <= planned && planned <= band.high => return Outlook::Open,
        Compare::Equal => return Outlook::Misses,
    };
    match (reaches(worst, planned, wanted), reaches(best, planned, wanted)) {
        (true, _) => Outlook::Reaches,
        (false, true) => Outlook::Open,
        (false, false) => Outlook::Misses,
    }
}

/// Whether a figure is what was planned, or better.
pub fn reaches(value: Decimal, planned: Decimal, wanted: Compare) -> bool {
    match wanted {
        Compare::AtLeast => value >= planned,
        Compare::AtMost => value <= planned,
        Compare::Equal => value == planned,
    }
}

/// How much a figure still has to change, with its sign; nothing when it is reached.
pub fn gap(value: Decimal, planned: Decimal, wanted: Compare) -> Option<Decimal> {
    if reaches(value, planned, wanted) { None } else { planned.minus(value).ok() }
}

/// How much of a gap has to be closed each month until the due day, which still counts; `None` when
/// that day has passed.
pub fn needed_per_month(gap: Decimal, today: Date, due: Date) -> Option<Decimal> {
    let left = days(today, due) + 1;
    // In less than a month the whole of it.
    (left > 0).then(|| rounded(float(gap) / (f64::from(left) / MONTH).max(1.0)))
}
