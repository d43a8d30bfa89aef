//! Where units stand: accepted values against the standard, on any day.

use std::collections::BTreeMap;

use chungsuc_domain::SubjectKind;
use chungsuc_domain::decision::Reason;
use chungsuc_domain::standard::{Indicator, Outcome, Standard, evaluate_indicator};
use jiff::civil::Date;

use super::{Value, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units::{self, Unit};
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
}

impl UnitStanding {
    /// Whether the unit meets the whole standard.
    pub fn stands(&self) -> bool {
        self.met == self.total
    }
}

/// What an accepted value comes to.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Number of the indicator.
    pub indicator: String,
    /// Met, not met, a person must decide, not reported.
    pub outcome: Outcome,
    /// Whether a person judged because the catalog has no threshold.
    pub judged: bool,
    /// Why.
    pub reason: Reason,
    /// The value that was judged.
    pub value: Option<Value>,
}

/// Where every village of the commune stands on a day: of each indicator the accepted value of the
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
    let params = [commune.into(), standard.into()];
    let values: Vec<Value> =
        app.read(|r| r.all(sql::OF_STANDARD, &params, Value::read).map_err(Refusal::from))?;
    let units = units_of(app, commune, standard)?;
    Ok(units.into_iter().map(|unit| standing(known, unit, &values, on)).collect())
}

/// Whom a set is asked of: the villages, and before them the commune itself under a set that judges
/// communes.
///
/// # Errors
/// [`Refusal::NotFound`] for an unknown standard; of the store.
pub(super) fn units_of(app: &App, commune: &str, standard: &str) -> Result<Vec<Unit>, Refusal> {
    let set = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    let mut units = units::villages(app, commune)?;
    if set.head().value.subject == SubjectKind::Commune {
        let commune = units::find(app, commune)?.ok_or(Refusal::NotFound)?;
        units.insert(0, commune);
    }
    Ok(units)
}

fn standing(standard: &Standard, unit: Unit, values: &[Value], on: Date) -> UnitStanding {
    let mut latest: BTreeMap<&str, &Value> = BTreeMap::new();
    // In the order of periods, so that a later one takes the place of an earlier one.
    for value in values.iter().filter(|value| value.unit == unit.code && counts(value, on)) {
        latest.insert(&value.indicator, value);
    }
    let verdicts: Vec<Verdict> = standard
        .indicators()
        .iter()
        .map(|indicator| {
            verdict(standard, indicator, latest.get(indicator.code.as_str()).copied(), on)
        })
        .collect();
    let outcome = |criterion: &str| {
        let of = |verdict: &&Verdict| {
            let indicator = standard.indicator(&verdict.indicator);
            indicator.is_some_and(|indicator| indicator.criterion == criterion)
        };
        verdicts.iter().filter(of).map(|verdict| verdict.outcome).max()
    };
    let outcomes: Vec<_> =
        standard.criteria().iter().map(|criterion| outcome(&criterion.code)).collect();
    let count = |wanted| outcomes.iter().filter(|found| **found == Some(wanted)).count();
    let (met, not_met) = (count(Outcome::Met), count(Outcome::NotMet));
    let total = outcomes.len();
    UnitStanding { unit, met, not_met, unknown: total - met - not_met, total, verdicts }
}

/// Accepted, measured by the day, for a whole year: halves of a year only show progress.
pub(super) fn counts(value: &Value, on: Date) -> bool {
    value.review.counts() && value.figure.measured_on <= on && !value.period.contains('-')
}

fn verdict(standard: &Standard, indicator: &Indicator, value: Option<&Value>, on: Date) -> Verdict {
    let reported = value.and_then(|value| value.figure.reported(indicator.kind));
    let assessment = evaluate_indicator(standard, indicator, None, on, reported);
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
        reason: assessment.reason,
        value: value.cloned(),
    }
}
