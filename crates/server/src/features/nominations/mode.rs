//! The type of commendation that an award of the commune has: the one of its round, or that of movements.

use chungsuc_domain::AwardMode;
use chungsuc_domain::catalog::{AwardClass, Catalog};
use jiff::civil::Date;

use super::Nomination;

/// The type of commendation of an award by the law of a day; `round` is that of the round it was proposed
/// in, none within a movement. Titles are given for the work of a year and have none.
pub fn mode_of(
    catalog: &Catalog,
    award: &str,
    round: Option<AwardMode>,
    day: Date,
) -> Option<AwardMode> {
    let title = catalog.award(award).is_some_and(|award| award.form.class == AwardClass::Title);
    if title { None } else { round.or_else(|| catalog.mode_of_movements(day)) }
}

impl Nomination {
    /// Its type of commendation by the law of a day.
    pub fn mode(&self, catalog: &Catalog, day: Date) -> Option<AwardMode> {
        mode_of(catalog, &self.award, self.round, day)
    }
}
