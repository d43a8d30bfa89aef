//! What a spreadsheet keeps in a cell, as a person would have typed it.

use chungsuc_domain::{Decimal, date};
use chungsuc_press::read::Content;
use jiff::ToSpan;
use jiff::civil::{self, Date};

use crate::features::standards::Unread;
use crate::web::Message;

/// The day that spreadsheets count as zero.
const DAY_ZERO: Date = civil::date(1899, 12, 30);
/// Larger numbers are not exact in a spreadsheet any more.
const LARGEST: f64 = 1e12;

/// The content as typed text.
pub(super) fn typed(content: &Content) -> Result<String, Message> {
    match content {
        Content::Text(text) => Ok(text.clone()),
        Content::Truth(true) => Ok("đạt".to_owned()),
        Content::Truth(false) => Ok("chưa".to_owned()),
        Content::Number(number) => number_text(*number),
        Content::Percent(share) => Ok(format!("{} %", number_text(share * 100.0)?)),
        Content::Day(_) => Err(Message::new("sheet-day")),
        Content::Fault(_) => Err(Message::new("sheet-formula")),
    }
}

/// The content as a question shows it.
pub(super) fn found(content: &Content) -> String {
    match content {
        Content::Fault(fault) => fault.clone(),
        Content::Number(number) => number_text(*number).unwrap_or_else(|_| number.to_string()),
        Content::Percent(share) => format!("{} %", share * 100.0),
        // Truncated to the day: the fraction is the time.
        Content::Day(number) => {
            let day = DAY_ZERO.saturating_add((*number as i64).clamp(0, 3_000_000).days());
            date::show_date(day)
        }
        Content::Text(_) | Content::Truth(_) => typed(content).unwrap_or_default(),
    }
}

/// A spreadsheet keeps binary fractions: 0,1 + 0,2 is a hair more than 0,3 there. What lies within a
/// hair of three places is meant so; what does not has more places than we keep.
fn number_text(number: f64) -> Result<String, Message> {
    if !number.is_finite() || number.abs() > LARGEST {
        return Err(Unread::NotNumber.message());
    }
    let scaled = number * 1000.0;
    let hair = 1e-9 * scaled.abs().max(1.0);
    if (scaled - scaled.round()).abs() > hair {
        return Err(Unread::TooFine.message());
    }
    Ok(Decimal::from_thousandths(scaled.round() as i64).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_typed_as_officers_write_them() {
        let cases = [
            (Content::Number(1234.5), Some("1.234,5")),
            (Content::Number(0.1 + 0.2), Some("0,3")),
            (Content::Number(1.0 / 3.0), None),
            (Content::Number(f64::NAN), None),
            (Content::Number(1e300), None),
            (Content::Percent(0.98), Some("98 %")),
            (Content::Percent(1.4), Some("140 %")),
            (Content::Truth(false), Some("chưa")),
            (Content::Day(44928.0), None),
            (Content::Text("45/60".to_owned()), Some("45/60")),
        ];
        for (content, wanted) in cases {
            assert_eq!(typed(&content).ok().as_deref(), wanted, "{content:?}");
        }
        assert_eq!(found(&Content::Day(44928.0)), "02/01/2023");
    }
}
