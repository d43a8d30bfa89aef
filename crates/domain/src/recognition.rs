//! Recognition of a unit as meeting a standard (công nhận đạt chuẩn): who recognises on a day, what its
//! dossier lacks, how long a recognition holds, and which rule of revocation its figures touch.
//!
//! The rules are rows of the catalog. Where it is silent a person must decide; a fall below the
//! standard is always a question to a person, never a revocation by itself.

mod examine;
mod revocation;
mod rules;
mod validity;

pub use examine::{Examination, Judged, examine};
pub use revocation::{revocation_rule, watch};
pub use rules::{
    DossierPaper, DossierRule, Need, OfStandards, Recogniser, RecognitionRules, RevocationRule,
    ValidityRule,
};
pub use validity::{how_long, last_day, of_period};

use crate::UnitKind;
use crate::catalog::Catalog;
use crate::date::{Date, show_date};
use crate::decision::{Answer, Reason, TextKey, Verdict};

/// Whether a unit of that level recognises by that standard, by a decision of that day; the reason
/// names who does.
pub fn may_recognise(catalog: &Catalog, standard: &str, level: UnitKind, day: Date) -> Answer {
    let (verdict, reason) = match catalog.recognition().recogniser(standard, day) {
        None => (
            Verdict::PersonMustDecide,
            Reason::without_rule(TextKey::RecogniserUnknown).fact("day", show_date(day)),
        ),
        Some(row) => {
            let here = row.value.level == level;
            let verdict = if here { Verdict::Yes } else { Verdict::No };
            let reason = Reason::by(row.rule(day), TextKey::Recogniser);
            (verdict, reason.fact("post", &row.value.post).fact("day", show_date(day)))
        }
    };
    Answer { verdict, reasons: vec![reason] }
}
