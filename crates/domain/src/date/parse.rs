//! Days as people type them.

use super::{Date, Timestamp, VIETNAM};
use crate::text::fold;

/// The years a form accepts: papers of living memory, plans of the coming generations.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Why a text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was written.
    #[error("no day was given")]
    Empty,
    /// Not a day in a known writing.
    #[error("this is not a day")]
    NotADate,
    /// A year is written with four digits: "22" may be 1922 or 2022.
    #[error("a year has four digits")]
    ShortYear,
    /// Outside the years a form accepts.
    #[error("the year {0} is out of range")]
    Year(i16),
    /// A month beyond the twelve.
    #[error("there is no month {0}")]
    NoSuchMonth(i16),
    /// A day that its month does not have, such as 31/02.
    #[error("month {month}/{year} has no day {day}")]
    NoSuchDay {
        /// The day that was written.
        day: i16,
        /// Its month.
        month: i16,
        /// Its year.
        year: i16,
    },
}

/// Reads 2/11/2022, 02-11-2022, 2.11.2022, 2022-11-02, "ngày 2 tháng 11 năm 2022", "hôm nay" and
/// "hôm qua".
pub fn parse_date(text: &str, today: Date) -> Result<Date, DateError> {
    let folded = fold(text);
    match folded.as_str() {
        "" => Err(DateError::Empty),
        "hom nay" => Ok(today),
        "hom qua" => today.yesterday().map_err(|_| DateError::Year(today.year())),
        _ => written_date(&folded),
    }
}

/// The moment of an hour of a day in Vietnam: "16:30", "16h30", "16 giờ 30", "16 giờ".
pub fn moment(day: Date, hour: &str) -> Option<Timestamp> {
    let folded = crate::text::fold(hour);
    let mut figures = folded.split(|c: char| !c.is_ascii_digit()).filter(|text| !text.is_empty());
    let (hour, minute) = (figures.next()?.parse().ok()?, figures.next().unwrap_or("0"));
    let minute = minute.parse().ok()?;
    let known = folded.chars().all(|c| c.is_ascii_digit() || ": hgiophut".contains(c));
    if !known || figures.next().is_some() || !(0..24).contains(&hour) || !(0..60).contains(&minute)
    {
        return None;
    }
    VIETNAM.to_timestamp(day.at(hour, minute, 59, 0)).ok()
}

fn written_date(folded: &str) -> Result<Date, DateError> {
    let figures = folded.replace("ngay", "").replace("thang", "/").replace("nam", "/");
    let parts: Vec<&str> = figures.split(['/', '-', '.']).map(str::trim).collect();
    let &[first, month, last] = parts.as_slice() else { return Err(DateError::NotADate) };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let (day, month, year_number) = (figure(day)?, figure(month)?, figure(year)?);
    if year.len() < 4 {
        return Err(DateError::ShortYear);
    }
    checked_date(day, month, year_number)
}

fn checked_date(day: i16, month: i16, year: i16) -> Result<Date, DateError> {
    if !YEARS.contains(&year) {
        return Err(DateError::Year(year));
    }
    if !(1..=12).contains(&month) {
        return Err(DateError::NoSuchMonth(month));
    }
    let no_such_day = DateError::NoSuchDay { day, month, year };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
        return Err(no_such_day);
    };
    Date::new(year, month, day).map_err(|_| no_such_day)
}

fn figure(text: &str) -> Result<i16, DateError> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().map_err(|_| DateError::NotADate) } else { Err(DateError::NotADate) }
}
