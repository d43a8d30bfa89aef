//! What would be: the same figures under another set or other thresholds. Nothing is changed; the
//! figures of a unit that units merge into come from [`super::succession`].

use super::{Indicator, Outcome, Reported, Standard, UnitResult, evaluate_unit};
use crate::date::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The figures of one set as another asks for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Carried {
    /// Figures by the lines of the other set.
    pub values: BTreeMap<String, Reported>,
    /// Lines of the other set that no figure answers.
    pub open: Vec<String>,
    /// Lines of the old set whose figures the other does not ask for.
    pub unused: Vec<String>,
}

/// Carries figures from one set to another by what the catalog says is the same (`same_as`), in
/// either direction. Within one set every figure stays where it is.
pub fn carry(values: &BTreeMap<String, Reported>, from: &Standard, to: &Standard) -> Carried {
    let mut carried = Carried::default();
    let mut used = Vec::new();
    for line in to.lines() {
        match origin(from, to, line).and_then(|other| values.get_key_value(&other.code)) {
            Some((code, value)) => {
                carried.values.insert(line.code.clone(), *value);
                used.push(code);
            }
            None => carried.open.push(line.code.clone()),
        }
    }
    carried.unused = values.keys().filter(|code| !used.contains(code)).cloned().collect();
    carried
}

/// The line of one set that asks for the same figure as a line of the other.
pub fn origin<'a>(from: &'a Standard, to: &Standard, line: &Indicator) -> Option<&'a Indicator> {
    from.lines().find(|other| is_same(from, other, to, line))
}

fn is_same(from: &Standard, one: &Indicator, to: &Standard, other: &Indicator) -> bool {
    let names = |line: &Indicator, set: &Standard, code: &str| {
        line.same_as.iter().any(|name| name.split_once('/') == Some((&set.head().id, code)))
    };
    let one_set = from.head().id == to.head().id && one.code == other.code;
    one_set || names(other, from, &one.code) || names(one, to, &other.code)
}

/// A line that would come to something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its code in the set that is tried.
    pub code: String,
    /// What it comes to now; `None` if the present set has no such line.
    pub now: Option<Outcome>,
    /// What it would come to.
    pub then: Outcome,
}

/// What a unit's figures come to, and what they would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Simulation {
    /// Under the present set.
    pub now: UnitResult,
    /// Under the set that is tried.
    pub then: UnitResult,
    /// The figures as they were carried over.
    pub carried: Carried,
    /// Lines that would come to something else, in the order of the set that is tried.
    pub changes: Vec<Change>,
}

/// A set as it is asked: with the region and the day.
#[derive(Debug, Clone, Copy)]
pub struct Measured<'a> {
    /// The set, with its overlays.
    pub standard: &'a Standard,
    /// The unit's region in that set.
    pub region: Option<&'a str>,
    /// As of which day.
    pub day: Date,
}

/// What is known of a unit: its figures, and how officers judged lines without a threshold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Figures by the lines of the present set.
    pub values: BTreeMap<String, Reported>,
    /// Judgements by the lines of the present set.
    pub judgements: BTreeMap<String, bool>,
}

impl Measured<'_> {
    fn result(self, values: &BTreeMap<String, Reported>) -> UnitResult {
        evaluate_unit(self.standard, self.region, self.day, values)
    }
}

/// Judges the same figures as they are judged now and as they would be. An officer's judgement was
/// made by the present set, so it says nothing under another one.
pub fn simulate(known: &Known, now: Measured<'_>, then: Measured<'_>) -> Simulation {
    let carried = carry(&known.values, now.standard, then.standard);
    let (mut before, mut after) = (now.result(&known.values), then.result(&carried.values));
    before = before.settled(&known.judgements);
    if now.standard.head().id == then.standard.head().id {
        after = after.settled(&known.judgements);
    }
    let outcome_now = |code: &str| {
        let line = then.standard.line(code)?;
        let origin = origin(now.standard, then.standard, line)?;
        before.lines().find(|(known, _)| *known == origin.code).map(|(_, found)| found.outcome)
    };
    let changes = after.lines().filter_map(|(code, assessment)| {
        let (now, then) = (outcome_now(code), assessment.outcome);
        (now != Some(then)).then(|| Change { code: code.clone(), now, then })
    });
    let changes = changes.collect();
    Simulation { now: before, then: after, carried, changes }
}
