//! Where figures are heading. The cases can be followed with paper and pencil; the method is that of
//! `docs/forecast.md` (Theil 1950, Sen 1968; interval of a prediction by Student's t).

use crate::day;
use chungsuc_domain::Decimal;
use chungsuc_domain::date::Date;
use chungsuc_domain::forecast::*;
use chungsuc_domain::standard::Compare;
use jiff::ToSpan;
use proptest::prelude::*;

fn number(text: &str) -> Decimal {
    Decimal::from_plain(text).unwrap()
}

fn points(list: &[(&str, &str)]) -> Vec<Point> {
    list.iter().map(|(on, value)| Point { day: day(on), value: number(value) }).collect()
}

/// One figure every hundred days, from 1 January 2022.
fn every_hundred_days(values: &[&str]) -> Vec<Point> {
    let value =
        |(place, value): (i64, &&str)| Point { day: after(100 * place), value: number(value) };
    (0..).zip(values).map(value).collect()
}

fn after(days: i64) -> Date {
    day("2022-01-01").checked_add(days.days()).unwrap()
}

fn percent(points: &[Point]) -> Trend {
    Trend::fit(points, Scale::percent()).unwrap()
}

#[test]
fn a_line_is_followed() {
    let trend = percent(&every_hundred_days(&["10", "20", "30", "40"]));
    let cases = [(0, "10"), (300, "40"), (400, "50"), (850, "95")];
    for (days, wanted) in cases {
        assert_eq!(trend.on(after(days)).middle, number(wanted), "after {days} days");
    }
    // Ten points in a hundred days are 3.04375 in a month.
    assert_eq!(trend.per_month(), number("3.04"));
}

#[test]
fn one_wrong_figure_does_not_turn_the_line() {
    let trend = percent(&every_hundred_days(&["10", "20", "99", "40", "50", "60"]));
    assert_eq!(trend.on(after(600)).middle, number("70"));
}

#[test]
fn zero_is_a_figure() {
    let none = percent(&every_hundred_days(&["0", "0", "0"]));
    assert_eq!(none.on(after(400)).middle, Decimal::ZERO);
    let with = percent(&every_hundred_days(&["0", "20", "40"]));
    assert_eq!(with.on(after(300)).middle, number("60"), "the zero is not left out");
}

#[test]
fn too_little_is_said_and_not_guessed() {
    let fit = |list: &[(&str, &str)]| Trend::fit(&points(list), Scale::percent());
    assert_eq!(fit(&[]).unwrap_err(), TooLittle::Days { found: 0 });
    let two = [("2022-01-01", "10"), ("2023-01-01", "20")];
    assert_eq!(fit(&two).unwrap_err(), TooLittle::Days { found: 2 });
    let same_days = [("2022-01-01", "10"), ("2022-01-01", "12"), ("2023-01-01", "20")];
    assert_eq!(fit(&same_days).unwrap_err(), TooLittle::Days { found: 2 });
    let close = [("2022-01-01", "10"), ("2022-02-01", "12"), ("2022-03-31", "20")];
    assert_eq!(fit(&close).unwrap_err(), TooLittle::Span { found: 89 });
    let just = [("2022-01-01", "10"), ("2022-02-01", "12"), ("2022-04-01", "20")];
    assert!(fit(&just).is_ok(), "ninety days suffice");
}

#[test]
fn the_band_is_that_of_the_textbook() {
    let trend = percent(&every_hundred_days(&["10", "17", "30", "43"]));
    // Slopes of the six pairs 7, 10, 11, 13, 13, 13 in a hundred days: median 12. Starts 10, 5, 6, 7:
    // median 6.5. After 400 days 54.5; residuals 3.5, -1.5, -0.5, 0.5, so s² = 15 / 2;
    // t(2) = 1.886: 1.886 × √7.5 × √(1 + 1/4 + 250²/50,000) = 8.1666.
    let Band { low, middle, high } = trend.on(after(400));
    assert_eq!((low, middle, high), (number("46.33"), number("54.5"), number("62.67")));
    assert!((trend.half_width(after(400)) - 8.1666).abs() < 0.001);
}

#[test]
fn a_perfect_line_is_not_certain() {
    let trend = percent(&every_hundred_days(&["10", "20", "30"]));
    // One point at best, one degree of freedom: 3.078 × √(1 + 1/3 + 200²/20,000) = 5.62.
    assert!((trend.half_width(after(300)) - 5.6196).abs() < 0.001);
    let band = trend.on(after(300));
    assert_eq!((band.low, band.high), (number("34.38"), number("45.62")));
}

#[test]
fn plan_and_band() {
    let band = Band { low: number("60"), middle: number("70"), high: number("80") };
    let cases = [
        (Compare::AtLeast, "60", Outlook::Reaches),
        (Compare::AtLeast, "60.001", Outlook::Open),
        (Compare::AtLeast, "80", Outlook::Open),
        (Compare::AtLeast, "80.001", Outlook::Misses),
        (Compare::AtMost, "80", Outlook::Reaches),
        (Compare::AtMost, "79.999", Outlook::Open),
        (Compare::AtMost, "60", Outlook::Open),
        (Compare::AtMost, "59.999", Outlook::Misses),
        (Compare::Equal, "70", Outlook::Open),
        (Compare::Equal, "59", Outlook::Misses),
    ];
    for (compare, planned, wanted) in cases {
        assert_eq!(outlook(band, number(planned), compare), wanted, "{compare} {planned}");
    }
}

#[test]
fn what_is_missing_and_how_much_a_month() {
    let gap_of = |value, planned, compare| gap(number(value), number(planned), compare);
    assert_eq!(gap_of("0", "12", Compare::AtLeast), Some(number("12")));
    assert_eq!(gap_of("12", "12", Compare::AtLeast), None);
    assert_eq!(gap_of("9", "6", Compare::AtMost), Some(number("-3")), "it has to fall");
    assert_eq!(gap_of("6", "6", Compare::AtMost), None);
    let needed = |from, to| needed_per_month(number("12"), day(from), day(to));
    assert_eq!(needed("2023-01-01", "2023-12-31"), Some(number("1")), "twelve months");
    assert_eq!(needed("2023-12-31", "2023-12-31"), Some(number("12")), "the last day counts");
    assert_eq!(needed("2024-01-01", "2023-12-31"), None, "the day has passed");
}

fn figures() -> impl Strategy<Value = Vec<Point>> {
    let figure = (0i64..2_000, 0i64..=100_000).prop_map(|(days, thousandths)| Point {
        day: after(days),
        value: Decimal::from_thousandths(thousandths),
    });
    proptest::collection::vec(figure, 0..12)
}

proptest! {
    #[test]
    fn order_does_not_matter(list in figures(), mut other in figures()) {
        other.clone_from(&list);
        other.reverse();
        let half = other.len() / 2;
        other.rotate_left(half);
        let fit = |points: &[Point]| Trend::fit(points, Scale::percent());
        match (fit(&list), fit(&other)) {
            (Ok(one), Ok(two)) => prop_assert_eq!(one.on(after(3_000)), two.on(after(3_000))),
            (one, two) => prop_assert_eq!(one.err(), two.err()),
        }
    }

    #[test]
    fn a_share_stays_between_nothing_and_all(list in figures(), ahead in 0i64..20_000) {
        if let Ok(trend) = Trend::fit(&list, Scale::percent()) {
            let Band { low, middle, high } = trend.on(after(ahead));
            prop_assert!(Decimal::ZERO <= low && low <= middle);
            prop_assert!(middle <= high && high <= number("100"));
        }
    }

    #[test]
    fn the_band_grows_with_the_distance(list in figures(), ahead in 2_000i64..9_000, more in 1i64..900) {
        if let Ok(trend) = Trend::fit(&list, Scale::percent()) {
            let (near, far) = (trend.half_width(after(ahead)), trend.half_width(after(ahead + more)));
            prop_assert!(far > near, "{far} after {near}");
        }
    }

    #[test]
    fn moving_all_figures_moves_the_line(list in figures(), up in 0i64..1_000) {
        let scale = Scale { lowest: None, highest: None, grain: Decimal::ONE };
        let whole: Vec<Point> = list.iter().map(|point| Point {
            value: Decimal::from_thousandths(point.value.thousandths() / 1_000 * 1_000),
            ..*point
        }).collect();
        let moved: Vec<Point> = whole.iter().map(|point| Point {
            value: Decimal::from_thousandths(point.value.thousandths() + up * 1_000),
            ..*point
        }).collect();
        if let (Ok(one), Ok(two)) = (Trend::fit(&whole, scale), Trend::fit(&moved, scale)) {
            let (one, two) = (one.on(after(2_500)).middle, two.on(after(2_500)).middle);
            let difference = two.thousandths() - one.thousandths() - up * 1_000;
            prop_assert!(difference.abs() <= 10, "{difference}");
        }
    }
}
