//! What the figures of a file come to, and the sentences that both ways of telling it share.

use chungsuc_domain::date::Date;
use chungsuc_domain::standard::{Assessment, Indicator, Shortfall, Standard, UnitResult, Why};

use super::sheet::{Fault, RowWhy, Sheet};
use crate::features::standards::gap_in_words;
use crate::web::Language;

/// The verdicts of a file.
pub(super) struct Answer {
    pub(super) standard: Standard,
    /// The code of the region, if the set has regions.
    pub(super) region: Option<String>,
    pub(super) day: Date,
    pub(super) sheet: Sheet,
    pub(super) units: Vec<(String, UnitResult)>,
    pub(super) language: Language,
}

impl Answer {
    /// “còn thiếu 3 hộ để đạt 75%”.
    pub(super) fn shortfall(
        &self,
        line: Option<&Indicator>,
        found: &Assessment,
        needed: Shortfall,
    ) -> String {
        gap_in_words(self.language, line, found.threshold(), needed)
    }

    /// “dòng 3, cột value, “98 %”: …”.
    pub(super) fn fault(&self, fault: &Fault) -> String {
        let l = self.language;
        let (key, more) = sentence(&fault.why);
        let more = [("more", more.into())];
        let why = l.explain("evaluate-row-", key, &more);
        let variables = [
            ("row", fault.row.to_string().into()),
            ("column", fault.column.as_str().into()),
            ("text", fault.text.as_str().into()),
            ("why", why.into()),
        ];
        l.with("evaluate-row", &variables)
    }
}

/// The sentence of a fault, and what it needs to say.
fn sentence(why: &RowWhy) -> (&'static str, String) {
    let plain = |key| (key, String::new());
    match why {
        RowWhy::NoUnit => plain("no-unit"),
        RowWhy::OddUnit => plain("odd-unit"),
        RowWhy::Unclosed => plain("unclosed"),
        RowWhy::UnknownIndicator => plain("unknown-indicator"),
        RowWhy::UnknownColumn => plain("unknown-column"),
        RowWhy::TooManyCells => plain("too-many-cells"),
        RowWhy::Doubled { first, agrees: true } => ("doubled", first.to_string()),
        RowWhy::Doubled { first, agrees: false } => ("disputed", first.to_string()),
        RowWhy::Cell(why) => match why {
            Why::Missing => plain("missing"),
            Why::NotANumber => plain("not-a-number"),
            Why::OtherWriting(plain) => ("other-writing", plain.clone()),
            Why::TooFine => plain("too-fine"),
            Why::TooLarge => plain("too-large"),
            Why::JudgementForNumber => plain("judgement"),
            Why::NotYesNo => plain("not-yes-no"),
            Why::NoWhole => plain("no-whole"),
            Why::Negative => plain("negative"),
            Why::PartExceedsWhole => plain("part-exceeds"),
            Why::OverHundred => plain("over-hundred"),
            Why::NotWhole => plain("not-whole"),
            Why::Disagrees(exact) => ("disagrees", exact.to_string()),
            Why::NotARatio => plain("not-a-ratio"),
        },
    }
}
