//! The crate as its callers see it: tables of cases, each with the rule it comes from, and
//! properties where a rule holds for every input.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod codes;
mod dates;
mod decimal;
mod money;
mod text;
mod words;

use chungsuc_domain::date::Date;

/// A day written year-month-day.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}
