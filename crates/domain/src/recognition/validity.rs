//! How long a recognition holds, and what comes then.

use crate::catalog::Catalog;
use crate::date::{Date, show_date};
use crate::decision::{Answer, Reason, TextKey, Verdict};
use crate::standard::Standard;

/// The last day of a recognition decided on a day, where the catalog knows how long one holds.
pub fn last_day(catalog: &Catalog, standard: &str, decided_on: Date) -> Option<Date> {
    let years = catalog.recognition().validity(standard, decided_on)?.value.years?;
    let end = decided_on.checked_add(jiff::Span::new().years(i64::from(years))).ok()?;
    end.yesterday().ok()
}

/// How long a recognition decided on a day holds: yes, with its last day, or a person must decide by
/// what the decision itself says.
pub fn how_long(catalog: &Catalog, standard: &str, decided_on: Date) -> Answer {
    let row = catalog.recognition().validity(standard, decided_on);
    let last = last_day(catalog, standard, decided_on);
    let (verdict, reason) = match (row, last) {
        (Some(row), Some(last)) => {
            let reason = Reason::by(row.rule(decided_on), TextKey::ValidityYears);
            let years = row.value.years.unwrap_or_default();
            (Verdict::Yes, reason.fact("years", years).fact("last", show_date(last)))
        }
        (Some(row), None) => {
            let reason = Reason::by(row.rule(decided_on), TextKey::ValidityUnknown);
            (Verdict::PersonMustDecide, reason)
        }
        (None, _) => (Verdict::PersonMustDecide, Reason::without_rule(TextKey::ValidityUnknown)),
    };
    Answer { verdict, reasons: vec![reason] }
}

/// What the end of a standard's own days means for whoever is recognised by it: the catalog has no
/// rule, so it is said and left to a person. Nothing for a standard without an end.
pub fn of_period(standard: &Standard, day: Date) -> Option<Reason> {
    let last = standard.head().to?;
    let key = match day <= last {
        true => TextKey::StandardEnds,
        false => TextKey::StandardEnded,
    };
    Some(Reason::by(standard.head().rule(day), key).fact("day", show_date(last)))
}
