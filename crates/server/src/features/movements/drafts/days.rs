//! The days that words about time mean.

use chungsuc_domain::date::{Date, show_date};
use chungsuc_press::read::Period;
use jiff::civil::date;

/// The first day of "2024", "2024-03" or "2024-03-15", as a form shows it.
pub(super) fn first(iso: &str) -> Option<String> {
    day(iso, Date::first_of_year, Date::first_of_month)
}

/// The last day of "2024", "2024-03" or "2024-03-15", as a form shows it.
pub(super) fn last(iso: &str) -> Option<String> {
    day(iso, Date::last_of_year, Date::last_of_month)
}

fn day(iso: &str, of_year: fn(Date) -> Date, of_month: fn(Date) -> Date) -> Option<String> {
    let mut parts = iso.splitn(3, '-');
    let year = date(parts.next()?.parse().ok().filter(|year| (1900..=2199).contains(year))?, 1, 1);
    let Some(month) = parts.next() else { return Some(show_date(of_year(year))) };
    let month = Date::new(year.year(), month.parse().ok()?, 1).ok()?;
    let Some(day) = parts.next() else { return Some(show_date(of_month(month))) };
    Date::new(month.year(), month.month(), day.parse().ok()?).ok().map(show_date)
}

/// The last day that words such as "đến cuối năm 2023" name.
pub(super) fn due(words: &str, year: Option<i16>) -> Option<String> {
    last(&Period::named(words, year)?.to?)
}

/// The first and the last day that words such as "quý IV/2023" name; each empty where they do not.
pub(super) fn span(words: &str, year: Option<i16>) -> (String, String) {
    let Some(period) = Period::named(words, year) else { return Default::default() };
    let from = period.from.as_deref().and_then(first);
    let to = period.to.as_deref().and_then(last);
    (from.unwrap_or_default(), to.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_about_time_name_days() {
        let cases = [
            ("Năm 2024", "01/01/2024", "31/12/2024"),
            ("đến hết năm 2024", "", "31/12/2024"),
            ("Quý IV/2024", "01/10/2024", "31/12/2024"),
            ("tháng 02/2024", "01/02/2024", "29/02/2024"),
            ("trước ngày 15/12/2024", "", "15/12/2024"),
            ("từ tháng 3 đến tháng 5 năm 2024", "01/03/2024", "31/05/2024"),
            ("từ 05/3/2024 đến 20/3/2024", "05/03/2024", "20/03/2024"),
            ("tháng 11", "01/11/2025", "30/11/2025"),
            ("thường xuyên", "", ""),
        ];
        for (words, from, to) in cases {
            assert_eq!(span(words, Some(2025)), (from.to_owned(), to.to_owned()), "{words}");
        }
        assert_eq!(due("đến cuối năm 2023", None).as_deref(), Some("31/12/2023"));
        assert_eq!((first("2024-13"), last("abc"), last("2023-02-30")), (None, None, None));
    }
}
