//! Numbers, symbols and dates as people type them, taken apart.

use chungsuc_domain::text::fold;
use jiff::civil::Date;

/// Whether a line of the head is the one with number and symbol.
pub(super) fn is_number(text: &str) -> bool {
    let folded = fold(text);
    folded.strip_prefix("so").is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with(':')
            || rest.contains('/') && rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a line of the head is the one with place and date.
pub(super) fn is_dateline(text: &str) -> bool {
    let folded = fold(text);
    let long = ["ngay", "thang", "nam"];
    let long = long.iter().all(|word| folded.split([' ', ',']).any(|part| part == *word));
    // "La Ngà, ngày 06/02/2024" is one too, of a wrong form.
    let short = folded.rsplit_once(", ngay ").is_some_and(|(_, day)| {
        day.contains(['/', '.', '-'])
            && day.chars().all(|c| c.is_ascii_digit() || "/.- ".contains(c))
    });
    (long || short) && text.chars().count() < 80
}

/// `Số: 05/QĐ-UBND` taken apart.
pub(super) struct NumberParts<'a> {
    /// The digits; empty before the number is given.
    pub(super) serial: &'a str,
    /// What stands after the first "/".
    pub(super) symbol: &'a str,
}

/// `None` when the line has another form: a colon after "Số", digits, "/", a symbol without spaces.
pub(super) fn number_parts(text: &str) -> Option<NumberParts<'_>> {
    let (serial, symbol) = text.strip_prefix("Số:")?.split_once('/')?;
    let typed = serial.trim_start();
    // Room left for the number may stand before "/", a space after the digits may not.
    let serial = if typed.is_empty() { "" } else { typed };
    let digits = serial.len() < 10 && serial.bytes().all(|byte| byte.is_ascii_digit());
    let plain = !symbol.is_empty() && !symbol.contains([' ', '/']) && !symbol.starts_with('-');
    (digits && plain).then_some(NumberParts { serial, symbol })
}

/// A date line taken apart. The figures are as typed, empty where room was left for them.
pub(super) struct DateParts<'a> {
    pub(super) day: &'a str,
    pub(super) month: &'a str,
    pub(super) year: &'a str,
}

/// `None` when the line has another form than "Tơ Tung, ngày 08 tháng 02 năm 2023".
pub(super) fn date_parts(text: &str) -> Option<DateParts<'_>> {
    let (place, rest) = text.split_once(", ngày")?;
    let (day, rest) = rest.split_once("tháng")?;
    let (month, year) = rest.split_once("năm")?;
    let parts = DateParts { day: day.trim(), month: month.trim(), year: year.trim() };
    let figures = [parts.day, parts.month, parts.year]
        .iter()
        .all(|part| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let capital = place.chars().next().is_some_and(char::is_uppercase);
    (figures && capital && matches!(parts.year.len(), 0 | 2 | 4)).then_some(parts)
}

impl DateParts<'_> {
    /// The day, when it is written in full.
    pub(super) fn date(&self) -> Option<Date> {
        let (year, month) = (self.year.parse().ok()?, self.month.parse().ok()?);
        Date::new(year, month, self.day.parse().ok()?).ok()
    }
}
