//! Where a figure is heading: a robust straight line through what was measured, and how far the next
//! figure may lie from it. The method and its limits are described in `docs/forecast.md`.
//!
//! | to know | look at |
//! |---|---|
//! | the line through figures, or why there is none | [`Trend::fit`], [`TooLittle`] |
//! | what it says of a day | [`Trend::on`], [`Band`] |
//! | whether a planned value will be reached | [`outlook`], [`Outlook`] |
//! | what is still missing, and how much that is each month | [`gap`], [`needed_per_month`] |
//!
//! A forecast is computed with floating numbers and shown rounded; no verdict of the law rests on it.

mod outlook;
mod quantile;
mod trend;

pub use outlook::{Outlook, gap, needed_per_month, outlook, reaches};
pub use trend::{Band, FEWEST_DAYS, SHORTEST_SPAN, Scale, TooLittle, Trend};

use crate::Decimal;
use crate::date::Date;

/// A figure on the day on which it was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The day.
    pub day: Date,
    /// The figure, a share in per cent.
    pub value: Decimal,
}

/// An average month, in days: 365.25 / 12.
const MONTH: f64 = 30.4375;

/// The number as a float; exact for every figure below nine thousand billion.
#[allow(clippy::cast_precision_loss)]
fn float(number: Decimal) -> f64 {
    number.thousandths() as f64 / 1_000.0
}

/// Rounded to two places: more would claim a precision that no forecast has.
#[allow(clippy::cast_possible_truncation)]
fn rounded(number: f64) -> Decimal {
    // A float beyond the range becomes its nearest end.
    Decimal::from_thousandths(((number * 100.0).round() as i64).saturating_mul(10))
}

/// Days from a fixed day to another.
fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
