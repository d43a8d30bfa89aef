//! Days, periods and deadlines.
//!
//! Time in Vietnam is +07:00 all year, without summer time since before any paper this program
//! reads. A fixed offset therefore says the same as the time zone database, and needs none.

mod parse;
mod period;
mod show;

pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use parse::{DateError, moment, parse_date};
pub use period::{Half, Period, PeriodError, half_year};
pub use show::{show_date, show_long_date, show_time};

use jiff::tz::Offset;

/// The offset of Vietnamese time from UTC.
pub const VIETNAM: Offset = Offset::constant(7);

/// The day it was in Vietnam at that time.
pub fn vietnam_day(time: Timestamp) -> Date {
    VIETNAM.to_datetime(time).date()
}

/// The last second of a day in Vietnam: a deadline includes its day. A day beyond what a time can
/// express, in the year 9999, ends with the last expressible time.
pub fn end_of_day(day: Date) -> Timestamp {
    VIETNAM.to_timestamp(day.at(23, 59, 59, 0)).unwrap_or(Timestamp::MAX)
}
