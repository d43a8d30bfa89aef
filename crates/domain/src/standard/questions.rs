//! Figures that one should ask about (chống bệnh thành tích). Each is a question to the people who
//! know, never a verdict: a village may well have exactly eighty per cent.

mod question;
mod recheck;

pub use question::Question;
pub use recheck::{Visit, recheck, visits};

use super::{Indicator, IndicatorKind, Standard};
use crate::date::Date;
use crate::{Decimal, Measure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// From when on a figure raises a question; the catalog holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionRule {
    /// A change of a percentage from one period to the next, in percentage points.
    pub jump_points: Decimal,
    /// A change of any other figure, in per cent of the earlier one.
    pub jump_percent: Decimal,
    /// Units that report exactly the threshold: at least so many …
    pub crowd_units: usize,
    /// … and at least so many per cent of all that report the indicator.
    pub crowd_percent: Decimal,
}

/// One figure with what is known around it. Part and whole are as typed, so that a part above its
/// whole can be asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// The unit.
    pub unit: String,
    /// Number of the indicator.
    pub indicator: String,
    /// A measured figure; of a ratio, per cent.
    pub amount: Option<Decimal>,
    /// The part of a ratio.
    pub part: Option<Decimal>,
    /// The whole of a ratio.
    pub whole: Option<Decimal>,
    /// What it came to in the period before; of a ratio, per cent.
    pub before: Option<Decimal>,
    /// How many files, papers and visits back it.
    pub evidence: usize,
}

/// What another book of the commune holds of a unit at the least: the households of its directory,
/// which is no census and so never holds too many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// The unit.
    pub unit: String,
    /// What is counted.
    pub counts: Measure,
    /// How many stand in the book.
    pub holds: Decimal,
}

/// All questions that these figures raise, first those of single figures in the order of entry,
/// then those of units, then those of indicators. They do not depend on the order in which figures
/// are given.
pub fn questions(
    standard: &Standard,
    rule: &QuestionRule,
    region: Option<&str>,
    day: Date,
    entered: &[Entered],
) -> Vec<Question> {
    let mut sorted: Vec<&Entered> = entered.iter().collect();
    sorted.sort_by_key(|one| (&one.unit, &one.indicator));
    let mut found = Vec::new();
    for one in &sorted {
        if let Some(line) = standard.line(&one.indicator) {
            found.extend([above_whole(one), jump(line, rule, one)]);
        }
    }
    let mut found: Vec<Question> = found.into_iter().flatten().collect();
    found.extend(no_evidence(standard, &sorted));
    found.extend(wholes_differ(standard, &sorted));
    for line in standard.lines() {
        let threshold = standard.threshold(line, region, day).map(|applied| applied.value);
        found.extend(threshold.and_then(|at| on_threshold(line, rule, at, &sorted)));
    }
    found
}

/// What the books of the commune contradict: a unit that has fewer of something than stand in a book.
pub fn below_registers(
    standard: &Standard,
    entered: &[Entered],
    registers: &[Register],
) -> Vec<Question> {
    let mut sorted: Vec<&Entered> = entered.iter().collect();
    sorted.sort_by_key(|one| (&one.unit, &one.indicator));
    let below = |register: &Register| {
        let of_unit = sorted.iter().filter(|one| one.unit == register.unit);
        let wholes = of_unit.filter_map(|one| {
            let line = standard.line(&one.indicator).filter(|line| line.all_of_unit)?;
            let whole = one.whole.filter(|_| line.counts == Some(register.counts))?;
            (whole < register.holds).then(|| (one.indicator.clone(), whole))
        });
        let (unit, counts, holds) = (register.unit.clone(), register.counts, register.holds);
        let wholes: Vec<_> = wholes.collect();
        (!wholes.is_empty()).then_some(Question::BelowRegister { unit, counts, holds, wholes })
    };
    registers.iter().filter_map(below).collect()
}

/// One question for all bare figures of a unit: many small ones would hide the others.
fn no_evidence(standard: &Standard, sorted: &[&Entered]) -> Vec<Question> {
    let mut bare: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let known = |one: &&&Entered| one.evidence == 0 && standard.line(&one.indicator).is_some();
    for one in sorted.iter().filter(known) {
        bare.entry(&one.unit).or_default().push(one.indicator.clone());
    }
    let question = |(unit, indicators): (&str, Vec<String>)| Question::NoEvidence {
        unit: unit.to_owned(),
        indicators,
    };
    bare.into_iter().map(question).collect()
}

fn above_whole(one: &Entered) -> Option<Question> {
    let (part, whole) = one.part.zip(one.whole)?;
    let (unit, indicator) = (one.unit.clone(), one.indicator.clone());
    (part > whole).then_some(Question::PartAboveWhole { unit, indicator, part, whole })
}

fn jump(line: &Indicator, rule: &QuestionRule, one: &Entered) -> Option<Question> {
    let (before, now) = one.before.zip(one.number())?;
    let change = now.thousandths().abs_diff(before.thousandths());
    let is_ratio = line.kind == IndicatorKind::Ratio;
    let much = if is_ratio {
        change >= rule.jump_points.thousandths().unsigned_abs()
    } else {
        // Of zero, any change is without measure.
        let allowed = u128::from(before.thousandths().unsigned_abs())
            * u128::from(rule.jump_percent.thousandths().unsigned_abs());
        change > 0 && u128::from(change) * 100_000 >= allowed
    };
    let (unit, indicator) = (one.unit.clone(), one.indicator.clone());
    much.then_some(Question::Jump { unit, indicator, before, now })
}

fn on_threshold(
    line: &Indicator,
    rule: &QuestionRule,
    threshold: Decimal,
    sorted: &[&Entered],
) -> Option<Question> {
    // All households or none is how such a goal is reached, not how it is dressed up.
    let is_edge = threshold == Decimal::ZERO
        || (line.kind == IndicatorKind::Ratio && threshold.thousandths() == 100_000);
    let of_line = || sorted.iter().filter(|one| one.indicator == line.code);
    let of = of_line().filter(|one| one.number().is_some()).count();
    let exact = of_line().filter(|one| one.is_exactly(threshold));
    let units: Vec<String> = exact.map(|one| one.unit.clone()).collect();
    let share = |units: usize| u128::try_from(units).unwrap_or(0) * 100_000;
    let wanted = u128::from(rule.crowd_percent.thousandths().unsigned_abs());
    let many = units.len() >= rule.crowd_units && share(units.len()) >= wanted * of as u128;
    let indicator = line.code.clone();
    (many && !is_edge).then_some(Question::OnThreshold { indicator, threshold, units, of })
}

fn wholes_differ(standard: &Standard, sorted: &[&Entered]) -> Vec<Question> {
    let mut wholes: BTreeMap<(&str, Measure), Vec<(String, Decimal)>> = BTreeMap::new();
    for one in sorted {
        let line = standard.line(&one.indicator).filter(|line| line.all_of_unit);
        if let Some((counts, whole)) = line.and_then(|line| line.counts).zip(one.whole) {
            let of_unit = wholes.entry((&one.unit, counts)).or_default();
            of_unit.push((one.indicator.clone(), whole));
        }
    }
    wholes.retain(|_, named| named.iter().any(|(_, whole)| *whole != named[0].1));
    let question = |((unit, counts), wholes): ((&str, Measure), _)| Question::WholesDiffer {
        unit: unit.to_owned(),
        counts,
        wholes,
    };
    wholes.into_iter().map(question).collect()
}

impl Entered {
    /// The figure as one number; of part and whole, per cent.
    fn number(&self) -> Option<Decimal> {
        match self.part.zip(self.whole) {
            Some((part, whole)) => part.percent_of(whole),
            None => self.amount,
        }
    }

    /// Exactly, not after rounding.
    fn is_exactly(&self, threshold: Decimal) -> bool {
        match self.part.zip(self.whole) {
            Some((part, whole)) => {
                let [part, whole, wanted] =
                    [part, whole, threshold].map(|number| i128::from(number.thousandths()));
                part * 100_000 == whole * wanted && whole > 0
            }
            None => self.amount == Some(threshold),
        }
    }
}
