//! How often, or by when, is reported.

use super::assignments;
use crate::read::found::Found;
use crate::read::parts::Parts;
use crate::read::pattern::patterns;
use crate::read::script::Piece;

const AGAIN: &str =
    "(?:(hang|moi) (ngay|tuan|thang|quy|nam)|(6|sau|3|ba|9) thang( (dau|cuoi) nam)?)";
const MONTH: &str = r"(?: ?/ ?\d{1,2}( ?/ ?\d{4})?| thang \d{1,2}( nam \d{4})?)";
const OF_EACH: &str = "(?: (hang|cua|moi) (thang|quy|nam))";

patterns! {
    REPORT = r"\bbao cao\b";
    NO_REPORT = r"bao cao (thanh tich|vien)\b";
    EVERY = format!(
        r"\b(dinh ky,? ?)?{AGAIN}((,| va|, va| hoac) (?:{AGAIN}|ca nam|nam|quy|mot nam|dot xuat))*"
    );
    CYCLE = r"\b(dinh ky|hang (ngay|tuan|thang|quy|nam)|6 thang|moi (thang|quy|nam))\b";
    BY_DAY = format!(
        "\\b(dinh ky,? )?(truoc|cham nhat( la| vao| den)?) (ngay )?[0-9]{{1,2}}\
        ({MONTH}|{OF_EACH}| thang cuoi( cua)? quy)( va (ngay )?[0-9]{{1,2}}{MONTH}?)?\
        ({OF_EACH})?( \\(hoac [^)]{{3,60}}\\))?"
    );
    // A report that goes into another: the other one's rhythm counts.
    LODGED = concat!(
        r"(trong|vao) (?P<report>bao cao [^.;,]{2,80}?",
        r"(hang|dinh ky|6 thang)( (ngay|thang|quy|nam))?)\b"
    );
    AT_THE_END = r"\bkhi (so ket|tong ket|ket thuc) [^.;,(]{2,60}";
    STOP = r"[.;]( |$)";
}

/// The wording of the interval or the deadline of reports. Several deadlines are told each with the
/// body that reports.
pub(super) fn cycle(parts: &Parts<'_>) -> Option<Found> {
    let mut deadlines: Vec<(Piece<'_>, Option<Piece<'_>>)> = Vec::new();
    let mut intervals: Vec<Piece<'_>> = Vec::new();
    let mut endings: Vec<Piece<'_>> = Vec::new();
    for (index, item) in parts.items.iter().enumerate() {
        for sentence in item.words.split(&STOP) {
            if !sentence.has(&REPORT) || sentence.has(&NO_REPORT) {
                continue;
            }
            if let Some(report) = sentence.group(&LODGED, "report") {
                intervals.push(report);
            } else if let Some(day) = sentence.find(&BY_DAY) {
                deadlines.push((day, assignments::bearer(parts, index)));
            } else if let Some(every) = every(sentence) {
                intervals.push(every);
            } else {
                endings.extend(sentence.find(&AT_THE_END));
            }
        }
    }
    if let Some(regular) = deadlines.iter().find(|(day, _)| day.has(&CYCLE)) {
        return Some(told(&deadlines, regular.0));
    }
    if let Some(every) = intervals.first() {
        return Some(Found::words(*every).unsure());
    }
    let ending = endings.first().map(|end| Found::words(end.trim("")).unsure());
    deadlines.first().map(|(day, _)| Found::words(*day).unsure()).or(ending)
}

/// The interval that a sentence about reports names.
fn every(sentence: Piece<'_>) -> Option<Piece<'_>> {
    sentence.find(&CYCLE)?;
    sentence.find(&EVERY)
}

/// Deadlines that come again: one plainly, several each with the body that reports.
fn told(deadlines: &[(Piece<'_>, Option<Piece<'_>>)], first: Piece<'_>) -> Found {
    let regular: Vec<_> = deadlines.iter().filter(|(day, _)| day.has(&CYCLE)).collect();
    if regular.len() == 1 {
        return Found::words(first);
    }
    let each = regular.iter().map(|(day, unit)| match unit {
        Some(unit) => format!("{} ({})", day.text(), unit.text()),
        None => day.text().to_owned(),
    });
    Found::new(each.collect::<Vec<_>>().join("; "), first).unsure()
}
