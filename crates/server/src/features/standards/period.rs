//! The periods that figures are entered for: a year, `2023`, or a half of it, `2023-H1`.

use chungsuc_domain::date::Half;
use jiff::civil::Date;

/// `2023`, `2023-H1` or `2023-H2`.
pub(super) fn is_period(text: &str) -> bool {
    read(text).is_some()
}

/// The period of the same length before this one: 2022 before 2023, `2022-H2` before `2023-H1`.
pub(crate) fn before(period: &str) -> Option<String> {
    let (year, half) = read(period)?;
    Some(match half {
        None => format!("{}", year - 1),
        Some(Half::First) => format!("{}-H2", year - 1),
        Some(Half::Second) => format!("{year}-H1"),
    })
}

/// The last day of a period.
pub(crate) fn last_day(period: &str) -> Option<Date> {
    let (year, half) = read(period)?;
    let (month, day) = match half {
        Some(Half::First) => (6, 30),
        Some(Half::Second) | None => (12, 31),
    };
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

fn read(text: &str) -> Option<(u16, Option<Half>)> {
    let (year, half) = match text.split_once('-') {
        None => (text, None),
        Some((year, "H1")) => (year, Some(Half::First)),
        Some((year, "H2")) => (year, Some(Half::Second)),
        Some(_) => return None,
    };
    let is_year = year.len() == 4 && year.starts_with("20");
    Some((year.parse().ok().filter(|_| is_year)?, half))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_years_and_their_halves() {
        for good in ["2023", "2023-H1", "2023-H2"] {
            assert!(is_period(good), "{good}");
        }
        for bad in ["", "23", "2023-H3", "2023-", "20x3", "1999", "2023-H1-H2"] {
            assert!(!is_period(bad), "{bad}");
        }
    }

    #[test]
    fn each_has_one_before_it_and_a_last_day() {
        let cases = [("2023", "2022"), ("2023-H1", "2022-H2"), ("2023-H2", "2023-H1")];
        for (period, wanted) in cases {
            assert_eq!(before(period).as_deref(), Some(wanted));
        }
        assert_eq!(before("2023-H3"), None);
        let last = |period| last_day(period).map(|day| day.to_string());
        assert_eq!(last("2023-H1").as_deref(), Some("2023-06-30"));
        assert_eq!(last("2023").as_deref(), Some("2023-12-31"));
    }
}
