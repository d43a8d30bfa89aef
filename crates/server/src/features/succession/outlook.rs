//! What the new unit's figures are, line by line, and what they come to.

use std::collections::BTreeMap;

use chungsuc_domain::standard::succession::{Ask, Merged, Part, merge, rest, weights};
use chungsuc_domain::standard::{
    Assessment, Indicator, Reported, Standard, UnitResult, evaluate_unit,
};
use jiff::civil::Date;

use super::answers::{Given, answers};
use super::origins::{Origin, origin, own_unit};
use super::{Succession, bring};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::standards::rules::rules;
use crate::features::units;
use crate::refusal::Refusal;

/// What a new unit's figures come to.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// Every indicator of the set, in its order.
    pub lines: Vec<Line>,
    /// The verdict.
    pub result: UnitResult,
}

/// One indicator of the new unit.
#[derive(Clone, Debug)]
pub struct Line {
    /// The indicator.
    pub indicator: Indicator,
    /// What follows from the parts by the rule of its kind, or what has to be asked.
    pub merged: Merged,
    /// What a person said where no rule gives a figure.
    pub given: Option<Given>,
    /// The verdict.
    pub assessment: Assessment,
}

impl Line {
    /// The figure of the new unit, if there is one.
    pub fn figure(&self) -> Option<Reported> {
        let said = || self.given.as_ref()?.figure.reported(self.indicator.kind);
        self.merged.figure.ok().or_else(said)
    }

    /// Whether a person must still say something.
    pub fn is_open(&self) -> bool {
        self.figure().is_none()
    }
}

/// What the figures of a new unit come to on its first day, by the rules of the commune; in another
/// region of the set if one is given.
///
/// # Errors
/// [`Refusal::NotFound`] for an unknown standard; of the store.
pub fn outlook(
    app: &App,
    by: &Person,
    of: &Succession,
    standard: &str,
    region: Option<&str>,
) -> Result<Outlook, Refusal> {
    let rules = rules(app, &by.commune, standard)?;
    let set = &rules.standard;
    let region = region.or(rules.region(of.first_day));
    let given = answers(app, by, &of.unit.code, standard)?;
    let parts = Parts::of(set, &of.origins);
    let mut sisters = Vec::new();
    for sister in &of.sisters {
        let said = answers(app, by, &sister.code, standard)?;
        let figures = said.into_iter().map(|(indicator, given)| (indicator, given.figure));
        let (unit, figures) = (sister.clone(), figures.collect());
        sisters.push(Origin { unit, figures, on_paper: 0 });
    }
    let sisters = Parts::of(set, &sisters);
    let merged = |line: &Indicator| {
        let mut parts = parts.of_line(line);
        match (of.is_divided(), parts.len()) {
            (true, 1) => rest(line, parts.remove(0), &sisters.of_line(line)),
            // Several that were divided: nothing says what came from which.
            (true, _) => Merged { figure: Err(Ask::Divided), parts },
            (false, _) => merge(line, parts),
        }
    };
    Ok(judged(set, region, of.first_day, merged, given))
}

/// Units put together for a try.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The units, with their figures of today.
    pub origins: Vec<Origin>,
    /// What they would come to.
    pub outlook: Outlook,
}

/// What units would come to if they merged today; changes nothing. Villages of the commune, the commune
/// itself, and units whose figures were brought.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; of the store.
pub fn trial(
    app: &App,
    by: &Person,
    codes: &[&str],
    standard: &str,
    region: Option<&str>,
) -> Result<Trial, Refusal> {
    by.must_in_commune(Act::ReadStandards)?;
    let rules = rules(app, &by.commune, standard)?;
    let set = &rules.standard;
    let region = region.or(rules.region(app.today()));
    let on_paper = bring::units_with_figures(app, by, standard)?;
    let mut origins: Vec<Origin> = Vec::new();
    for code in codes {
        let unit = match on_paper.iter().any(|known| known == code) {
            true => units::find(app, code)?.ok_or(Refusal::NotFound)?,
            false => own_unit(app, by, code)?,
        };
        if !origins.iter().any(|known| known.unit.code == unit.code) {
            origins.push(origin(app, by, unit, standard, app.today())?);
        }
    }
    let parts = Parts::of(set, &origins);
    let merged = |line: &Indicator| merge(line, parts.of_line(line));
    let outlook = judged(set, region, app.today(), merged, BTreeMap::new());
    Ok(Trial { origins, outlook })
}

/// Old units as the heart of the program merges them.
struct Parts<'a>(Vec<(&'a Origin, BTreeMap<String, Reported>, Weights)>);

type Weights = BTreeMap<chungsuc_domain::Measure, chungsuc_domain::Decimal>;

impl<'a> Parts<'a> {
    fn of(set: &Standard, origins: &'a [Origin]) -> Self {
        let part = |origin: &'a Origin| {
            let values: BTreeMap<String, Reported> = set
                .lines()
                .filter_map(|line| {
                    let figure = origin.figures.get(&line.code)?;
                    Some((line.code.clone(), figure.reported(line.kind)?))
                })
                .collect();
            let weights = weights(set, &values);
            (origin, values, weights)
        };
        Self(origins.iter().map(part).collect())
    }

    fn of_line(&self, line: &Indicator) -> Vec<Part> {
        let part =
            |(origin, values, weights): &(&Origin, BTreeMap<String, Reported>, Weights)| Part {
                unit: origin.unit.code.clone(),
                reported: values.get(&line.code).copied(),
                weights: weights.clone(),
            };
        self.0.iter().map(part).collect()
    }
}

fn judged(
    set: &Standard,
    region: Option<&str>,
    day: Date,
    merged: impl Fn(&Indicator) -> Merged,
    mut given: BTreeMap<String, Given>,
) -> Outlook {
    let lines: Vec<(Indicator, Merged, Option<Given>)> = set
        .indicators()
        .iter()
        .map(|line| (line.clone(), merged(line), given.remove(&line.code)))
        .collect();
    let values = lines.iter().filter_map(|(line, merged, given)| {
        let said = || given.as_ref()?.figure.reported(line.kind);
        Some((line.code.clone(), merged.figure.ok().or_else(said)?))
    });
    let result = evaluate_unit(set, region, day, &values.collect());
    let mut verdicts: BTreeMap<String, Assessment> = result.lines().cloned().collect();
    let lines = lines.into_iter().filter_map(|(indicator, merged, given)| {
        let assessment = verdicts.remove(&indicator.code)?;
        Some(Line { indicator, merged, given, assessment })
    });
    Outlook { lines: lines.collect(), result }
}
