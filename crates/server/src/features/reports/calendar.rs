//! Which reports a movement owes, and by when.
//!
//! A plan says how often is reported, seldom by which day; the programme board sets the days.

use std::fmt;

use chungsuc_domain::Period;
use chungsuc_domain::date::{Half, half_year};
use chungsuc_store::{Change, Param, Row, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::{CALENDAR, ReportKind, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::movements::{self, Movement};
use crate::refusal::Refusal;

/// The cycle of movements that are reported on twice a year.
const HALF_YEARLY: &str = "half_yearly";
/// A due day that lies further before the end of what is reported is meant for the year after.
const EARLIEST: i64 = 3;

/// A day that every year has: “20/06”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfYear {
    month: i8,
    day: i8,
}

impl DayOfYear {
    /// Reads “20/6”, “20-06”, “20.6”; 29 February is not a day of every year.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, month) = text.trim().split_once(['/', '-', '.'])?;
        let (day, month) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
        let ordinary_year = 2023;
        Date::new(ordinary_year, month, day).ok().map(|_| Self { month, day })
    }

    /// This day near the end of a period.
    fn near_end_of(self, period: Period) -> Date {
        let end = period.to();
        let in_year = |year| Date::new(year, self.month, self.day).unwrap_or(end);
        match in_year(end.year()) {
            day if day < end.saturating_sub(EARLIEST.months()) => in_year(end.year() + 1),
            day => day,
        }
    }
}

impl fmt::Display for DayOfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{:02}", self.day, self.month)
    }
}

impl Serialize for DayOfYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// By which day of the year the reports of a movement are due; where nobody set a day, it is the last
/// one of what is reported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// The report on the first half of a year.
    pub half_year_due: Option<DayOfYear>,
    /// The report on a year.
    pub year_due: Option<DayOfYear>,
    /// The report on the whole movement.
    pub closing_due: Option<DayOfYear>,
}

impl Calendar {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let wrong = |index| StoreError::Column { index, wanted: "DayOfYear" };
        let day = |index| match row.get::<Option<String>>(index)? {
            Some(text) => DayOfYear::parse(&text).map(Some).ok_or_else(|| wrong(index)),
            None => Ok(None),
        };
        Ok(Self { half_year_due: day(0)?, year_due: day(1)?, closing_due: day(2)? })
    }

    fn due(&self, kind: ReportKind, period: Period) -> Date {
        let day = match kind {
            ReportKind::HalfYear => self.half_year_due,
            ReportKind::Year => self.year_due,
            ReportKind::Closing => self.closing_due,
        };
        day.map_or(period.to(), |day| day.near_end_of(period))
    }
}

/// A report that a movement owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// What it covers.
    pub kind: ReportKind,
    /// From the first day to the last.
    pub period: Period,
    /// The last day to send it.
    pub due: Date,
}

/// Every report that a movement owes, in the order of their days. What had ended before the plan was
/// signed is not reported on.
pub fn expected(movement: &Movement, calendar: &Calendar) -> Vec<Expected> {
    let whole = movement.period;
    let first = movement.plan_day.unwrap_or(whole.from());
    let mut owed = vec![(ReportKind::Closing, whole)];
    for year in whole.from().year()..=whole.to().year() {
        let halves = [half_year(year, Half::First), half_year(year, Half::Second)];
        let [Ok(first), Ok(second)] = halves else { continue };
        if movement.reporting_cycle == HALF_YEARLY {
            owed.extend(
                within(whole, first.from(), first.to()).map(|it| (ReportKind::HalfYear, it)),
            );
        }
        owed.extend(within(whole, first.from(), second.to()).map(|it| (ReportKind::Year, it)));
    }
    owed.retain(|(_, period)| period.to() >= first);
    let due = |(kind, period)| Expected { kind, period, due: calendar.due(kind, period) };
    let mut owed: Vec<_> = owed.into_iter().map(due).collect();
    owed.sort_by_key(|one| (one.due, one.kind));
    owed
}

/// The part of these days that belongs to the movement.
fn within(whole: Period, from: Date, to: Date) -> Option<Period> {
    Period::new(from.max(whole.from()), to.min(whole.to())).ok()
}

/// The due days of a movement, and the version of their record: 0 while nobody has set them.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn calendar(app: &App, by: &Person, movement: &str) -> Result<(Calendar, i64), Refusal> {
    by.must_somewhere(Act::ReadReports)?;
    let key = [by.commune.as_str().into(), movement.into()];
    let read = |row: &Row<'_>| Ok((Calendar::read(row)?, row.get(3)?));
    app.read(|r| Ok(r.first(sql::CALENDAR, &key, read)?.unwrap_or_default()))
}

/// Sets the due days that were seen in state `version`. Reports that were begun keep theirs.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a conflict when somebody was faster.
pub fn set_calendar(
    app: &App,
    by: &Person,
    movement: &str,
    version: i64,
    days: &Calendar,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::WriteReports)?;
    let movement = movements::find(app, by, movement)?.id;
    let (old, known) = calendar(app, by, &movement)?;
    let texts = [days.half_year_due, days.year_due, days.closing_due];
    let texts = texts.map(|day| day.map(|day| day.to_string()));
    let mut row: Vec<Param<'_>> = texts.iter().map(|text| text.as_deref().into()).collect();
    row.extend([by.commune.as_str().into(), (&movement).into()]);
    app.write(by, |tx| {
        if known == 0 && version == 0 {
            let change = Change::create(CALENDAR, &movement, days)?;
            return Ok(tx.change(change, sql::ADD_CALENDAR, &row)?);
        }
        row.push(version.into());
        let change = Change::update(CALENDAR, &movement, &old, days)?;
        Ok(tx.change(change, sql::MOVE_CALENDAR, &row)?)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use jiff::civil::date;

    fn movement(from: Date, to: Date, cycle: &str, plan_day: Option<Date>) -> Movement {
        Movement {
            id: "m".into(),
            paper: "p".into(),
            name: "Chung sức xây dựng nông thôn mới".into(),
            period: Period::new(from, to).unwrap(),
            purpose: String::new(),
            reporting_cycle: cycle.into(),
            reports_to: String::new(),
            reported_by: String::new(),
            funding: String::new(),
            campaigns: String::new(),
            plan_number: None,
            plan_day,
            mode: None,
        }
    }

    fn told(movement: &Movement, calendar: &Calendar) -> Vec<(ReportKind, String, Date)> {
        let owed = expected(movement, calendar).into_iter();
        owed.map(|one| (one.kind, one.period.to_string(), one.due)).collect()
    }

    #[test]
    fn a_plan_signed_late_owes_no_reports_on_what_had_ended() {
        let calendar = Calendar {
            half_year_due: DayOfYear::parse("20/6"),
            year_due: DayOfYear::parse("20/12"),
            closing_due: DayOfYear::parse("12/12"),
        };
        let whole = (date(2021, 1, 1), date(2023, 12, 31));
        let plan = movement(whole.0, whole.1, "half_yearly", Some(date(2022, 11, 2)));
        use ReportKind::{Closing, HalfYear, Year};
        assert_eq!(
            told(&plan, &calendar),
            [
                (Year, "01/01/2022–31/12/2022".into(), date(2022, 12, 20)),
                (HalfYear, "01/01/2023–30/06/2023".into(), date(2023, 6, 20)),
                (Closing, "01/01/2021–31/12/2023".into(), date(2023, 12, 12)),
                (Year, "01/01/2023–31/12/2023".into(), date(2023, 12, 20)),
            ]
        );
    }

    #[test]
    fn without_set_days_the_last_day_of_the_period_is_the_deadline() {
        let plan = movement(date(2023, 3, 1), date(2024, 8, 31), "half_yearly", None);
        use ReportKind::{Closing, HalfYear, Year};
        assert_eq!(
            told(&plan, &Calendar::default()),
            [
                (HalfYear, "01/03/2023–30/06/2023".into(), date(2023, 6, 30)),
                (Year, "01/03/2023–31/12/2023".into(), date(2023, 12, 31)),
                (HalfYear, "01/01/2024–30/06/2024".into(), date(2024, 6, 30)),
                (Year, "01/01/2024–31/08/2024".into(), date(2024, 8, 31)),
                (Closing, "01/03/2023–31/08/2024".into(), date(2024, 8, 31)),
            ]
        );
    }

    #[test]
    fn a_yearly_cycle_has_no_halves_and_a_january_day_is_that_of_the_next_year() {
        let plan = movement(date(2023, 1, 1), date(2023, 12, 31), "yearly", None);
        let calendar = Calendar { year_due: DayOfYear::parse("15/01"), ..Calendar::default() };
        use ReportKind::{Closing, Year};
        let period = "01/01/2023–31/12/2023".to_owned();
        let owed =
            [(Closing, period.clone(), date(2023, 12, 31)), (Year, period, date(2024, 1, 15))];
        assert_eq!(told(&plan, &calendar), owed);
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in ["20/6", " 20-06 ", "20.6", "20/06"] {
            let day = DayOfYear::parse(text).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some("20/06"), "{text}");
        }
        for text in ["", "20", "31/6", "29/2", "0/1", "6/20", "20/6/2023"] {
            assert_eq!(DayOfYear::parse(text), None, "{text}");
        }
    }
}
