//! Charts: what the figures of standards look like, each with its table right behind it.

mod pages;

use chungsuc_domain::Decimal;
use chungsuc_domain::standard::{Outcome, Standard};

pub(crate) use pages::routes;

use crate::features::standards::UnitStanding;

/// What each criterion of a unit comes to, in the order of the set: as good as its weakest indicator.
fn criteria_of(standard: &Standard, standing: &UnitStanding) -> Vec<Outcome> {
    let of = |criterion: &str| {
        let verdicts = standing.verdicts.iter();
        let own = verdicts.filter(|verdict| {
            let line = standard.indicator(&verdict.indicator);
            line.is_some_and(|line| line.criterion == criterion)
        });
        // A criterion without indicators says nothing.
        own.map(|verdict| verdict.outcome).max().unwrap_or(Outcome::PersonMustDecide)
    };
    standard.criteria().iter().map(|criterion| of(&criterion.code)).collect()
}

#[allow(clippy::cast_precision_loss)]
fn float(number: Decimal) -> f64 {
    number.thousandths() as f64 / 1_000.0
}
