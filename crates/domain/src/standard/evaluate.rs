//! Reported figures against thresholds.

use super::{Compare, Indicator, IndicatorKind, Reported, Standard};
use crate::Decimal;
use crate::date::Date;
use crate::decision::{Reason, Rule, TextKey};
use serde::Serialize;
use std::collections::BTreeMap;

codes! {
    /// What a value, a criterion or a whole set comes to. Later outcomes weigh more: a criterion is
    /// as good as its weakest indicator.
    Outcome {
        /// Reached.
        Met = "met",
        /// The threshold is not known; a person decides and says why.
        PersonMustDecide = "person_must_decide",
        /// Nothing was reported yet.
        NotReported = "not_reported",
        /// Missed.
        NotMet = "not_met",
    }
}

/// What an indicator's value comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The result.
    pub outcome: Outcome,
    /// The value in the indicator's unit.
    pub value: Option<Decimal>,
    /// What had to be reached.
    pub threshold: Option<Decimal>,
    /// How far the value is from the threshold; zero when it is reached.
    pub gap: Option<Decimal>,
    /// Why.
    pub reason: Reason,
}

/// What a criterion comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriterionResult {
    /// The criterion's number.
    pub code: String,
    /// As good as its weakest indicator.
    pub outcome: Outcome,
    /// Its indicators in their order, with their numbers.
    pub indicators: Vec<(String, Assessment)>,
}

/// What a unit's figures come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitResult {
    /// Met only if every criterion is.
    pub outcome: Outcome,
    /// Criteria that are met, the "14" of "14/19".
    pub met: usize,
    /// The criteria in their order.
    pub criteria: Vec<CriterionResult>,
}

/// Judges one value as of a day; its year chooses yearly thresholds.
pub fn evaluate_indicator(
    standard: &Standard,
    indicator: &Indicator,
    region: Option<&str>,
    day: Date,
    reported: Option<Reported>,
) -> Assessment {
    let threshold = indicator.threshold(region, day.year());
    let compare = indicator.compare.unwrap_or(Compare::AtLeast);
    let value = match reported {
        Some(Reported::Amount(value)) => Some(value),
        Some(Reported::Share(share)) => Some(share.percent(compare)),
        Some(Reported::YesNo(_)) | None => None,
    };
    let (outcome, text_key) = match (indicator.kind, reported) {
        (_, None) => (Outcome::NotReported, TextKey::IndicatorNotReported),
        (IndicatorKind::YesNo, Some(Reported::YesNo(reached))) => judged(reached),
        (IndicatorKind::Ratio, Some(figure @ (Reported::Share(_) | Reported::Amount(_))))
        | (IndicatorKind::Amount | IndicatorKind::Count, Some(figure @ Reported::Amount(_))) => {
            match threshold {
                Some(threshold) => judged(reaches(figure, compare, threshold)),
                None => (Outcome::PersonMustDecide, TextKey::IndicatorThresholdUnknown),
            }
        }
        _ => (Outcome::PersonMustDecide, TextKey::IndicatorWrongKind),
    };
    let reason = reason(standard, indicator, day, text_key, value, threshold);
    Assessment { outcome, value, threshold, gap: gap(outcome, value, threshold), reason }
}

/// Judges all values of a unit. A missing value is missing; it is never zero.
pub fn evaluate_unit(
    standard: &Standard,
    region: Option<&str>,
    day: Date,
    values: &BTreeMap<String, Reported>,
) -> UnitResult {
    let assess = |indicator: &Indicator| {
        let reported = values.get(&indicator.code).copied();
        let assessment = evaluate_indicator(standard, indicator, region, day, reported);
        (indicator.code.clone(), assessment)
    };
    let criteria: Vec<CriterionResult> = standard
        .criteria()
        .iter()
        .map(|criterion| {
            let indicators: Vec<_> = standard.indicators_of(&criterion.code).map(assess).collect();
            let outcome = weakest(indicators.iter().map(|(_, assessment)| assessment.outcome));
            CriterionResult { code: criterion.code.clone(), outcome, indicators }
        })
        .collect();
    let outcome = weakest(criteria.iter().map(|criterion| criterion.outcome));
    let met = criteria.iter().filter(|criterion| criterion.outcome == Outcome::Met).count();
    UnitResult { outcome, met, criteria }
}

/// A criterion without indicators says nothing, and a set without criteria neither.
fn weakest(outcomes: impl Iterator<Item = Outcome>) -> Outcome {
    outcomes.max().unwrap_or(Outcome::PersonMustDecide)
}

fn judged(reached: bool) -> (Outcome, TextKey) {
    if reached {
        (Outcome::Met, TextKey::IndicatorMet)
    } else {
        (Outcome::NotMet, TextKey::IndicatorNotMet)
    }
}

fn reaches(figure: Reported, compare: Compare, threshold: Decimal) -> bool {
    let value = |wanted| match figure {
        Reported::Amount(value) => Some(value),
        Reported::Share(share) => Some(share.percent(wanted)),
        Reported::YesNo(_) => None,
    };
    let at_least = || value(Compare::AtLeast).is_some_and(|value| value >= threshold);
    let at_most = || value(Compare::AtMost).is_some_and(|value| value <= threshold);
    match compare {
        Compare::AtLeast => at_least(),
        Compare::AtMost => at_most(),
        Compare::Equal => at_least() && at_most(),
    }
}

fn gap(outcome: Outcome, value: Option<Decimal>, threshold: Option<Decimal>) -> Option<Decimal> {
    match (outcome, value, threshold) {
        (Outcome::Met, Some(_), Some(_)) => Some(Decimal::ZERO),
        (Outcome::NotMet, Some(value), Some(threshold)) => {
            let size = value.thousandths().abs_diff(threshold.thousandths());
            i64::try_from(size).ok().map(Decimal::from_thousandths)
        }
        _ => None,
    }
}

fn reason(
    standard: &Standard,
    indicator: &Indicator,
    day: Date,
    text_key: TextKey,
    value: Option<Decimal>,
    threshold: Option<Decimal>,
) -> Reason {
    let mut reason = Reason::by(rule(standard, indicator, day), text_key);
    let facts = [("value", value), ("threshold", threshold)];
    for (name, figure) in facts {
        if let Some(figure) = figure {
            reason = reason.fact(name, figure);
        }
    }
    reason
}

/// The indicator as a rule: the set's source, the indicator's own state of checking.
fn rule(standard: &Standard, indicator: &Indicator, day: Date) -> Rule {
    let head = standard.head();
    let mut rule = head.rule(day);
    rule.id = format!("{}/{}", head.id, indicator.code);
    rule.standing = indicator.checked.standing(head.review_from, day);
    rule.note = indicator.note.clone();
    rule
}
