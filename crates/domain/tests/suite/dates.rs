//! Days as typed and shown; both ends of a period and the whole last day of a deadline.

use crate::day;
use chungsuc_domain::date::*;
use proptest::prelude::*;

#[test]
fn reads_what_people_type() {
    let today = day("2023-03-01");
    let cases = [
        ("2/11/2022", "2022-11-02"),
        ("02-11-2022", "2022-11-02"),
        ("2.11.2022", "2022-11-02"),
        ("2022-11-02", "2022-11-02"),
        (" 2 / 11 / 2022 ", "2022-11-02"),
        ("ngày 02 tháng 11 năm 2022", "2022-11-02"),
        ("29/02/2024", "2024-02-29"),
        ("hôm nay", "2023-03-01"),
        ("Hôm Qua", "2023-02-28"),
    ];
    for (typed, expected) in cases {
        assert_eq!(parse_date(typed, today), Ok(day(expected)), "{typed}");
    }
}

#[test]
fn says_why_it_refuses() {
    let cases = [
        ("", DateError::Empty),
        ("mai", DateError::NotADate),
        ("11/2022", DateError::NotADate),
        ("1/2/3/2022", DateError::NotADate),
        ("2/11/22", DateError::ShortYear),
        ("2/11/0022", DateError::Year(22)),
        ("2/13/2022", DateError::NoSuchMonth(13)),
        ("0/1/2022", DateError::NoSuchDay { day: 0, month: 1, year: 2022 }),
        ("31/02/2022", DateError::NoSuchDay { day: 31, month: 2, year: 2022 }),
        ("29/02/2023", DateError::NoSuchDay { day: 29, month: 2, year: 2023 }),
        ("200/1/2022", DateError::NoSuchDay { day: 200, month: 1, year: 2022 }),
    ];
    for (typed, why) in cases {
        assert_eq!(parse_date(typed, day("2023-03-01")), Err(why), "{typed}");
    }
}

/// Nghị định 30/2020/NĐ-CP, Phụ lục I: a zero before days below 10 and before months 1 and 2.
#[test]
fn long_dates_carry_a_zero_where_the_decree_asks() {
    let cases = [
        ("2022-11-02", "ngày 02 tháng 11 năm 2022"),
        ("2023-01-05", "ngày 05 tháng 01 năm 2023"),
        ("2023-02-10", "ngày 10 tháng 02 năm 2023"),
        ("2022-06-29", "ngày 29 tháng 6 năm 2022"),
    ];
    for (date, shown) in cases {
        assert_eq!(show_long_date(day(date)), shown);
    }
    assert_eq!(show_date(day("2022-06-09")), "09/06/2022");
}

#[test]
fn a_deadline_includes_its_day() {
    let end = end_of_day(day("2023-12-20"));
    assert_eq!(end.to_string(), "2023-12-20T16:59:59Z");
    assert_eq!(show_time(end), "20/12/2023 23:59");
    let morning: Timestamp = "2023-12-20T01:02:03Z".parse().unwrap();
    assert_eq!(show_time(morning), "20/12/2023 08:02");
    let late: Timestamp = "2023-12-20T17:00:00Z".parse().unwrap();
    assert_eq!(vietnam_day(late), day("2023-12-21"));
    assert!(morning <= end && end < late);
    assert_eq!(end_of_day(Date::MAX), Timestamp::MAX);
}

#[test]
fn both_ends_belong_to_a_period() {
    let period = Period::new(day("2023-01-01"), day("2023-06-30")).unwrap();
    for (date, inside) in
        [("2022-12-31", false), ("2023-01-01", true), ("2023-06-30", true), ("2023-07-01", false)]
    {
        assert_eq!(period.contains(day(date)), inside, "{date}");
    }
    let touching = Period::new(day("2023-06-30"), day("2023-07-31")).unwrap();
    let after = Period::new(day("2023-07-01"), day("2023-07-31")).unwrap();
    assert!(period.overlaps(touching) && touching.overlaps(period));
    assert!(!period.overlaps(after) && !after.overlaps(period));
    let reversed = Period::new(day("2023-07-01"), day("2023-06-30"));
    assert_eq!(reversed, Err(PeriodError::Reversed));
    assert_eq!(half_year(2023, Half::First), Ok(period));
    assert_eq!(half_year(2024, Half::Second).unwrap().to_string(), "01/07/2024–31/12/2024");
    assert_eq!(half_year(10_000, Half::First), Err(PeriodError::Year(10_000)));
}

proptest! {
    #[test]
    fn every_writing_is_read_back(year in 1900..2200i16, month in 1..=12i8, date in 1..=28i8) {
        let date = Date::new(year, month, date).unwrap();
        for shown in [show_date(date), show_long_date(date), date.to_string()] {
            prop_assert_eq!(parse_date(&shown, Date::MIN), Ok(date));
        }
        prop_assert_eq!(vietnam_day(end_of_day(date)), date);
    }

    /// The first and the last day belong to a period, the days beside them do not.
    #[test]
    fn the_last_day_counts(from in -20_000..20_000_i64, length in 0..4_000_i64) {
        let (first, span) = (day("2000-01-01"), |days| jiff::Span::new().days(days));
        let from = first + span(from);
        let to = from + span(length);
        let period = Period::new(from, to).unwrap();
        let contains = [from - span(1), from, to, to + span(1)].map(|day| period.contains(day));
        prop_assert_eq!(contains, [false, true, true, false]);
        let next = |from, to| Period::new(from, to).unwrap();
        prop_assert!(period.overlaps(next(to, to + span(9))));
        prop_assert!(!period.overlaps(next(to + span(1), to + span(9))));
        // What is sent in the last second of the day is in time, a second later it is not.
        let second = jiff::SignedDuration::from_secs(1);
        prop_assert_eq!(vietnam_day(end_of_day(to)), to);
        prop_assert_eq!(vietnam_day(end_of_day(to) + second), to + span(1));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,30}") {
        let _ = parse_date(&text, day("2023-03-01"));
    }
}
