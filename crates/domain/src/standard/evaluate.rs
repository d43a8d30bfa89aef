//! Reported figures against thresholds.

use super::packed::Accepted;
use super::shortfall::shortfall;
use super::{Applied, Compare, Indicator, IndicatorKind, Reported, Shortfall, Standard};
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
    /// What had to be reached, and where that is written.
    pub applied: Option<Applied>,
    /// How far the value is from the threshold; zero when it is reached.
    pub gap: Option<Decimal>,
    /// What it would take, where the threshold is missed.
    pub shortfall: Option<Shortfall>,
    /// Why.
    pub reason: Reason,
}

impl Assessment {
    /// What had to be reached.
    pub fn threshold(&self) -> Option<Decimal> {
        self.applied.as_ref().map(|applied| applied.value)
    }
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
    /// The conditions of recognition beyond the criteria, each with its code.
    pub conditions: Vec<(String, Assessment)>,
    /// Met only if every criterion and every condition is.
    pub recognition: Outcome,
}

impl UnitResult {
    /// The same result where officers have judged lines whose threshold is not known: only those
    /// lines change, and what is counted from them.
    #[must_use]
    pub fn settled(mut self, judgements: &BTreeMap<String, bool>) -> Self {
        let settle = |(code, found): &mut (String, Assessment)| {
            let accepted = Accepted { reported: None, judgement: judgements.get(code).copied() };
            found.outcome = accepted.settle(found.outcome);
        };
        self.criteria.iter_mut().flat_map(|one| &mut one.indicators).for_each(settle);
        self.conditions.iter_mut().for_each(settle);
        for criterion in &mut self.criteria {
            criterion.outcome = weakest(criterion.indicators.iter().map(|(_, one)| one.outcome));
        }
        Self::of(self.criteria, self.conditions)
    }

    fn of(criteria: Vec<CriterionResult>, conditions: Vec<(String, Assessment)>) -> Self {
        let outcome = weakest(criteria.iter().map(|criterion| criterion.outcome));
        let met = criteria.iter().filter(|criterion| criterion.outcome == Outcome::Met).count();
        let of_conditions = conditions.iter().map(|(_, assessment)| assessment.outcome);
        let recognition = of_conditions.fold(outcome, Outcome::max);
        Self { outcome, met, criteria, conditions, recognition }
    }

    /// Every indicator, then every condition.
    pub fn lines(&self) -> impl Iterator<Item = &(String, Assessment)> {
        let indicators = self.criteria.iter().flat_map(|criterion| &criterion.indicators);
        indicators.chain(&self.conditions)
    }
}

/// Judges one value as of a day; its year chooses yearly thresholds.
pub fn evaluate_indicator(
    standard: &Standard,
    indicator: &Indicator,
    region: Option<&str>,
    day: Date,
    reported: Option<Reported>,
) -> Assessment {
    let applied = standard.threshold(indicator, region, day);
    let threshold = applied.as_ref().map(|applied| applied.value);
    let compare = indicator.compare.unwrap_or(Compare::AtLeast);
    let value = reported.and_then(|reported| reported.number(compare));
    let (outcome, text_key) = judge(indicator.kind, compare, threshold, reported);
    let missed = threshold.zip(reported).filter(|_| outcome == Outcome::NotMet);
    let rule = rule(standard, indicator, day, applied.as_ref());
    Assessment {
        outcome,
        value,
        gap: gap(outcome, value, threshold),
        shortfall: missed.and_then(|(wanted, figure)| shortfall(indicator, figure, wanted)),
        reason: reason(rule, text_key, value, threshold),
        applied,
    }
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
    let conditions = standard.conditions().iter().map(assess).collect();
    UnitResult::of(criteria, conditions)
}

/// A criterion without indicators says nothing, and a set without criteria neither.
pub(super) fn weakest(outcomes: impl Iterator<Item = Outcome>) -> Outcome {
    outcomes.max().unwrap_or(Outcome::PersonMustDecide)
}

/// The one place where a figure meets a threshold.
pub(super) fn judge(
    kind: IndicatorKind,
    compare: Compare,
    threshold: Option<Decimal>,
    reported: Option<Reported>,
) -> (Outcome, TextKey) {
    match (kind, reported) {
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
    }
}

fn judged(reached: bool) -> (Outcome, TextKey) {
    if reached {
        (Outcome::Met, TextKey::IndicatorMet)
    } else {
        (Outcome::NotMet, TextKey::IndicatorNotMet)
    }
}

fn reaches(figure: Reported, compare: Compare, threshold: Decimal) -> bool {
    let order = match figure {
        Reported::YesNo(_) => return false,
        Reported::Amount(value) => value.cmp(&threshold),
        Reported::Share(share) => share.compare(threshold),
    };
    match compare {
        Compare::AtLeast => order.is_ge(),
        Compare::AtMost => order.is_le(),
        Compare::Equal => order.is_eq(),
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
    rule: Rule,
    text_key: TextKey,
    value: Option<Decimal>,
    threshold: Option<Decimal>,
) -> Reason {
    let mut reason = Reason::by(rule, text_key);
    let facts = [("value", value), ("threshold", threshold)];
    for (name, figure) in facts {
        if let Some(figure) = figure {
            reason = reason.fact(name, figure);
        }
    }
    reason
}

/// The indicator as a rule: where its threshold is written, or else the line itself, and how far
/// that can be trusted.
fn rule(standard: &Standard, indicator: &Indicator, day: Date, applied: Option<&Applied>) -> Rule {
    let head = standard.head();
    let mut rule = head.rule(day);
    rule.id = format!("{}/{}", head.id, indicator.code);
    rule.note = indicator.note.clone();
    rule.standing = indicator.checked.standing(head.review_from, day);
    if let Some(source) = &indicator.source {
        rule.source = source.clone();
    }
    if let Some(applied) = applied {
        rule.source = applied.source.clone();
        rule.standing = applied.standing;
    }
    rule
}
