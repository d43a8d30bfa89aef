//! Where units stand: accepted values against the standard, on any day.

use std::collections::HashMap;

use chungsuc_domain::decision::Reason;
use chungsuc_domain::standard::{
    Applied, Indicator, Outcome, Shortfall, Standard, evaluate_indicator,
};
use jiff::civil::Date;

use super::rules::{Rules, rules};
use super::{Value, judged_units, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units::Unit;
use crate::refusal::Refusal;

/// How many criteria of a standard a unit meets.
#[derive(Clone, Debug)]
pub struct UnitStanding {
    /// The unit.
    pub unit: Unit,
    /// Criteria that are met.
    pub met: usize,
    /// Criteria that are missed.
    pub not_met: usize,
    /// Criteria of which nothing accepted is known, or that nobody has judged.
    pub unknown: usize,
    /// Criteria of the standard.
    pub total: usize,
    /// The verdict of each indicator, in the order of the standard.
    pub verdicts: Vec<Verdict>,
    /// The verdict of each condition of recognition, in the order of the standard.
    pub conditions: Vec<Verdict>,
}

impl UnitStanding {
    /// Whether the unit meets the whole standard.
    pub fn stands(&self) -> bool {
        self.met == self.total
    }

    /// What each criterion of the standard comes to; it is as good as its weakest indicator, and
    /// nothing where the catalog has none.
    pub fn criteria(&self, standard: &Standard) -> Vec<(String, Option<Outcome>)> {
        criteria(standard, &self.verdicts)
    }
}

/// What an accepted value comes to.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Number of the indicator, or code of the condition.
    pub indicator: String,
    /// Met, not met, a person must decide, not reported.
    pub outcome: Outcome,
    /// Whether a person judged because the catalog has no threshold.
    pub judged: bool,
    /// Why.
    pub reason: Reason,
    /// What it would take, where a threshold is missed and that can be said in things.
    pub needed: Option<Shortfall>,
    /// What had to be reached, and by which paper; `None` where nobody knows it.
    pub applied: Option<Applied>,
    /// The value that was judged.
    pub value: Option<Value>,
}

/// Where every village of the commune stands on a day, and by a standard of communes first the commune
/// itself: of each indicator the accepted value of the
/// latest period that had begun by then, entered by that day.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`] for an unknown standard; of the store.
pub fn standings(
    app: &App,
    by: &Person,
    standard: &str,
    on: Date,
) -> Result<Vec<UnitStanding>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    of_commune(app, &by.commune, standard, on)
}

/// The standings as anybody may know of them: sums without names of persons.
pub(crate) fn of_commune(
    app: &App,
    commune: &str,
    standard: &str,
    on: Date,
) -> Result<Vec<UnitStanding>, Refusal> {
    let known = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    of_units(app, commune, standard, judged_units(app, commune, known)?, on)
}

/// Where certain units of the commune stand on a day: some of its villages, also ended ones, or the
/// commune itself.
pub(crate) fn of_units(
    app: &App,
    commune: &str,
    standard: &str,
    units: Vec<Unit>,
    on: Date,
) -> Result<Vec<UnitStanding>, Refusal> {
    let rules = rules(app, commune, standard)?;
    let figures = figures_on(app, commune, standard, on)?;
    Ok(units.into_iter().map(|unit| standing(&rules, unit, &figures, on)).collect())
}

/// The figures that count on a day, by unit and indicator.
#[derive(Debug, Default)]
pub(super) struct Figures(HashMap<String, HashMap<String, Value>>);

impl Figures {
    /// Of values in the order of their periods those that count on a day: a later one takes the place
    /// of an earlier one.
    pub(super) fn counting(values: Vec<Value>, on: Date) -> Self {
        let mut figures = Self::default();
        for value in values.into_iter().filter(|value| counts(value, on)) {
            let of_unit = figures.0.entry(value.unit.clone()).or_default();
            of_unit.insert(value.indicator.clone(), value);
        }
        figures
    }

    /// The figure of a unit for an indicator.
    fn of(&self, unit: &str, indicator: &str) -> Option<&Value> {
        self.0.get(unit)?.get(indicator)
    }

    /// Every figure of a unit.
    pub(super) fn of_unit(&self, unit: &str) -> impl Iterator<Item = &Value> {
        self.0.get(unit).into_iter().flat_map(HashMap::values)
    }
}

/// Of each unit and indicator the accepted value of the latest period.
pub(super) fn figures_on(
    app: &App,
    commune: &str,
    standard: &str,
    on: Date,
) -> Result<Figures, Refusal> {
    let params = [commune.into(), standard.into()];
    let values: Vec<Value> =
        app.read(|r| r.all(sql::OF_STANDARD, &params, Value::read).map_err(Refusal::from))?;
    Ok(Figures::counting(values, on))
}

pub(super) fn standing(rules: &Rules, unit: Unit, figures: &Figures, on: Date) -> UnitStanding {
    let standard = &rules.standard;
    let judge = |line: &Indicator| verdict(rules, line, figures.of(&unit.code, &line.code), on);
    let verdicts: Vec<Verdict> = standard.indicators().iter().map(judge).collect();
    let conditions = standard.conditions().iter().map(judge).collect();
    let outcomes = criteria(standard, &verdicts);
    let count = |wanted| outcomes.iter().filter(|(_, found)| *found == Some(wanted)).count();
    let (met, not_met) = (count(Outcome::Met), count(Outcome::NotMet));
    let total = outcomes.len();
    UnitStanding { unit, met, not_met, unknown: total - met - not_met, total, verdicts, conditions }
}

fn criteria(standard: &Standard, verdicts: &[Verdict]) -> Vec<(String, Option<Outcome>)> {
    let outcome = |criterion: &str| {
        let of = |verdict: &&Verdict| {
            let indicator = standard.indicator(&verdict.indicator);
            indicator.is_some_and(|indicator| indicator.criterion == criterion)
        };
        verdicts.iter().filter(of).map(|verdict| verdict.outcome).max()
    };
    let criteria = standard.criteria().iter();
    criteria.map(|criterion| (criterion.code.clone(), outcome(&criterion.code))).collect()
}

/// Accepted, measured by the day, for a whole year: halves of a year only show progress.
pub(super) fn counts(value: &Value, on: Date) -> bool {
    counts_ever(value) && value.figure.measured_on <= on && !value.period.contains('-')
}

/// Accepted, so that it counts from its day on.
pub(super) fn counts_ever(value: &Value) -> bool {
    value.review.counts()
}

fn verdict(rules: &Rules, indicator: &Indicator, value: Option<&Value>, on: Date) -> Verdict {
    let reported = value.and_then(|value| value.figure.reported(indicator.kind));
    let region = rules.region(on);
    let assessment = evaluate_indicator(&rules.standard, indicator, region, on, reported);
    // Where the catalog knows no threshold, the officer who accepted the value has judged.
    let judgement = value.and_then(|value| value.figure.met);
    let judged = assessment.outcome == Outcome::PersonMustDecide && judgement.is_some();
    let outcome = match judgement {
        Some(true) if judged => Outcome::Met,
        Some(false) if judged => Outcome::NotMet,
        _ => assessment.outcome,
    };
    Verdict {
        indicator: indicator.code.clone(),
        outcome,
        judged,
        needed: assessment.shortfall,
        reason: assessment.reason,
        applied: assessment.applied,
        value: value.cloned(),
    }
}
