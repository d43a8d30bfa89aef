//! The small marks of a document: numbers, dates, closing marks
//! (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3, 4 and 6).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::clean;

/// Room to write a number or a day by hand.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// The units that a body's name ends with; a name too long for one line breaks before them.
const UNITS: [&str; 8] =
    [" xã ", " phường ", " thị trấn ", " đặc khu ", " huyện ", " thị xã ", " thành phố ", " tỉnh "];

/// The words that a body's name begins with; a name still too long breaks after them.
const BODIES: [&str; 5] =
    ["Hội đồng ", "Ban Chỉ đạo ", "Ban chỉ đạo ", "Ban Quản lý ", "Ban quản lý "];

/// Names up to this many letters stay on one line of the head.
const ONE_LINE: usize = 24;

/// The number and the symbol of a paper: `Số: 05/QĐ-UBND`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// The number within its year; `None` before it is given.
    pub serial: Option<u32>,
    /// The symbol: "QĐ-UBND".
    pub symbol: String,
}

impl Number {
    /// `05/QĐ-UBND`, with room instead of a number that is not given yet.
    pub(crate) fn shown(&self) -> String {
        let serial = self.serial.map_or_else(|| BLANK.to_owned(), two_digits);
        format!("{serial}/{}", clean(&self.symbol))
    }
}

/// Numbers below 10 get a leading zero.
pub(crate) fn two_digits(number: u32) -> String {
    format!("{number:02}")
}

/// "ngày 02 tháng 11 năm 2022": days below 10 and months 1 and 2 get a leading zero, others do not.
pub(crate) fn long_date(date: Option<Date>) -> String {
    let Some(date) = date else {
        return format!("ngày{BLANK}tháng{BLANK}năm{BLANK}");
    };
    let (day, month) = (date.day(), date.month());
    let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
    format!("ngày {day:02} tháng {month} năm {}", date.year())
}

/// The text with this closing mark instead of the one it may have.
pub(super) fn closed(text: &str, mark: &str) -> String {
    format!("{}{mark}", unclosed(&clean(text)))
}

/// The text without the closing mark that it may have.
pub(super) fn unclosed(text: &str) -> &str {
    if text.ends_with("v.v.") { text } else { text.trim_end_matches([';', '.', '/', ' ']) }
}

/// A list whose lines end with ";" and whose last line ends with ".".
pub(super) fn closed_list(texts: &[String]) -> Vec<String> {
    let last = texts.len().saturating_sub(1);
    let close = |(at, text): (usize, &String)| closed(text, if at == last { "." } else { ";" });
    texts.iter().enumerate().map(close).collect()
}

/// A body's name as lines of the head: a long name breaks before its unit, then after its kind, then in
/// the middle.
pub(super) fn name_lines(name: &str) -> Vec<String> {
    let name = clean(name);
    let long = |text: &str| text.chars().count() > ONE_LINE;
    let unit = UNITS.iter().filter_map(|unit| name.rfind(unit)).min().filter(|_| long(&name));
    let (body, unit) = name.split_at(unit.unwrap_or(name.len()));
    let kind = BODIES.iter().find(|kind| long(body) && body.starts_with(**kind));
    let (kind, body) = body.split_at(kind.map_or(0, |kind| kind.len()));
    let (first, second) = if long(body.trim()) { halves(body.trim()) } else { (body, "") };
    let lines = [kind, first, second, unit].map(|line| line.trim().to_uppercase());
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Two parts of about the same length.
fn halves(text: &str) -> (&str, &str) {
    let middle = text.len() / 2;
    let space = text.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle));
    text.split_at(space.unwrap_or(text.len()))
}

#[cfg(test)]
#[path = "marks/tests.rs"]
mod tests;
