//! What is missing to a threshold, in words: “còn thiếu 3 hộ để đạt 75%”.

use chungsuc_domain::standard::{Direction, Indicator, Shortfall};
use chungsuc_domain::{Decimal, Measure, Quantity};

use crate::web::Language;

/// What it would take to reach the threshold of a line if nothing else changed.
pub(crate) fn gap_in_words(
    l: Language,
    line: Option<&Indicator>,
    threshold: Option<Decimal>,
    needed: Shortfall,
) -> String {
    let amount = quantity(needed.amount, needed.unit);
    let threshold = threshold.map(|wanted| in_unit(line, wanted)).unwrap_or_default();
    let key = match needed.direction {
        Direction::More => "gap-more",
        Direction::Fewer => "gap-fewer",
    };
    l.with(key, &[("amount", amount.into()), ("threshold", threshold.into())])
}

/// A value with the unit of its line.
pub(crate) fn in_unit(line: Option<&Indicator>, value: Decimal) -> String {
    quantity(value, line.and_then(Indicator::measure))
}

fn quantity(amount: Decimal, unit: Option<Measure>) -> String {
    unit.map_or_else(|| amount.to_string(), |unit| Quantity::new(amount, unit).to_string())
}
