//! The rules of surveys: which shares they ask for, and of which condition.

use super::{Reader, Rows, To};
use crate::Decimal;
use crate::catalog::{Catalog, CatalogRule};
use crate::survey::SurveyRule;

impl Reader<'_> {
    /// A share of households, or of those who are satisfied, lies above zero and within the whole.
    pub(super) fn look_at_shares(&mut self, asked: &Rows<Decimal>, each: &Rows<SurveyRule>) {
        let asked = asked.iter().map(|row| (row.span().start, row.get_ref().value));
        let each = each.iter().map(|row| (row.span().start, row.get_ref().value.each));
        for (at, share) in asked.chain(each).collect::<Vec<_>>() {
            if share <= Decimal::ZERO || share > Decimal::from_thousandths(100_000) {
                let message = format!("{share} is no share, which lies between 0 and 100");
                self.fault(at, (CatalogRule::Reach, message));
            }
        }
    }

    /// One timeline for each condition, which must be one of a standard.
    pub(super) fn take_survey_rules(&mut self, rows: Rows<SurveyRule>, catalog: &mut Catalog) {
        for row in rows {
            let at = row.span().start;
            let row = row.into_inner();
            self.inspect(at, &row);
            self.refer(To::Standard, at, [&row.value.condition]);
            let timeline = catalog.survey_rules.entry(row.value.condition.clone()).or_default();
            self.file_under(at, row, timeline);
        }
    }
}
