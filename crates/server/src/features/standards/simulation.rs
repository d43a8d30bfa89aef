//! What would be: the same figures under another standard or other thresholds. Nothing is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use chungsuc_domain::Decimal;
use chungsuc_domain::catalog::{Checked, Sourced};
use chungsuc_domain::standard::simulate::{Known, Measured, Simulation, simulate};
use chungsuc_domain::standard::{Overlay, OverlayHead, OverlayLevel, Region, Standard};
use jiff::civil::Date;

use super::rules::{Rules, rules, told};
use super::standing::{Figures, figures_on};
use super::{Value, judged_units};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// The id of the thresholds that somebody tries; they are never kept.
pub const TRIED: &str = "thu";

/// What is to be tried.
#[derive(Clone, Debug)]
pub struct Trial<'a> {
    /// Id of the present standard, of which the figures are.
    pub standard: &'a str,
    /// The day on which the figures count.
    pub on: Date,
    /// Id of the standard that is tried; it may be the same one.
    pub tried: &'a str,
    /// The region in the tried standard; empty for that of the commune, where it is known.
    pub region: &'a str,
    /// The year whose thresholds are tried, by its last day; none for the day of the figures, or the
    /// day of the tried standard that is nearest to it.
    pub year: Option<i16>,
    /// Thresholds to try, by the lines of the tried standard.
    pub thresholds: Vec<(String, Decimal)>,
}

/// What came of it.
#[derive(Debug)]
pub struct Trialled {
    /// By what the commune is judged now.
    pub now: Arc<Rules>,
    /// What was tried.
    pub then: Standard,
    /// The region in it.
    pub region: Option<Region>,
    /// By which day it was tried.
    pub day: Date,
    /// Each unit that the present standard judges.
    pub units: Vec<(Unit, Simulation)>,
}

/// Tries a standard or thresholds on the figures that count on a day. Reads, and writes nothing.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard; [`Refusal::Invalid`] with
/// `vung`, `nam`, or `m-` and the code of a line; of the store.
pub fn try_out(app: &App, by: &Person, trial: &Trial<'_>) -> Result<Trialled, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let now = rules(app, &by.commune, trial.standard)?;
    let tried = rules(app, &by.commune, trial.tried)?;
    let mut errors = Errors::default();
    let day = day(&tried.standard, trial, &mut errors);
    let region = region(&tried, trial, day, &mut errors);
    let then = with_thresholds(&tried.standard, trial, &mut errors);
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let figures = figures_on(app, &by.commune, trial.standard, trial.on)?;
    let on = Measured { standard: &now.standard, region: now.region(trial.on), day: trial.on };
    let code = region.as_ref().map(|region| region.code.as_str());
    let other = Measured { standard: &then, region: code, day };
    let units = judged_units(app, &by.commune, &now.standard)?;
    let units = units.into_iter().map(|unit| {
        let found = simulate(&known(&now.standard, &figures, &unit), on, other);
        (unit, found)
    });
    let units = units.collect();
    Ok(Trialled { units, region, day, now, then })
}

/// The day whose thresholds are tried.
fn day(tried: &Standard, trial: &Trial<'_>, errors: &mut Errors) -> Date {
    let head = tried.head();
    let Some(year) = trial.year else {
        let last = head.to.unwrap_or(Date::MAX);
        return trial.on.max(head.from).min(last);
    };
    let last = Date::new(year, 12, 31).ok();
    let holds = last.filter(|last| {
        year >= head.from.year() && head.to.is_none_or(|to| year <= to.year()) && *last >= head.from
    });
    if holds.is_none() {
        errors.add("nam", Message::new("try-year-outside"));
    }
    holds.unwrap_or(trial.on)
}

/// The region to try: the chosen one, else that of the commune. A standard with regions needs one.
fn region(tried: &Rules, trial: &Trial<'_>, day: Date, errors: &mut Errors) -> Option<Region> {
    let regions = &tried.standard.head().value.regions;
    let wanted = Some(trial.region).filter(|wish| !wish.is_empty()).or(tried.region(day));
    let found = wanted.and_then(|wanted| tried.standard.region(wanted)).cloned();
    if found.is_none() && !regions.is_empty() {
        errors.add("vung", Message::new("try-region-missing"));
    }
    found
}

/// The tried standard with the typed thresholds on top.
fn with_thresholds(tried: &Standard, trial: &Trial<'_>, errors: &mut Errors) -> Standard {
    let mut then = tried.clone();
    for (indicator, value) in &trial.thresholds {
        let level =
            OverlayLevel { indicator: indicator.clone(), region: None, year: None, value: *value };
        match tried.with(overlay(tried, vec![level])) {
            Ok(_) => {}
            Err(fault) => errors.add(format!("m-{indicator}"), told(tried, &fault)),
        }
    }
    if errors.is_empty() && !trial.thresholds.is_empty() {
        let levels = trial.thresholds.iter().map(|(indicator, value)| OverlayLevel {
            indicator: indicator.clone(),
            region: None,
            year: None,
            value: *value,
        });
        match tried.with(overlay(tried, levels.collect())) {
            Ok(with) => then = with,
            Err(fault) => errors.add("levels", told(tried, &fault)),
        }
    }
    then
}

fn overlay(tried: &Standard, levels: Vec<OverlayLevel>) -> Overlay {
    let head = tried.head();
    let value = OverlayHead { standard: head.id.clone(), issuer: String::new() };
    Overlay::new(
        Sourced {
            id: TRIED.to_owned(),
            from: Date::MIN,
            to: None,
            value,
            source: head.source.clone(),
            checked: Checked::Unchecked,
            review_from: None,
            note: None,
        },
        levels,
    )
}

/// What is known of a unit: figures as reported, and the officers' judgements.
fn known(standard: &Standard, figures: &Figures, unit: &Unit) -> Known {
    let (mut values, mut judgements) = (BTreeMap::new(), BTreeMap::new());
    for Value { indicator, figure, .. } in figures.of_unit(&unit.code) {
        let Some(line) = standard.line(indicator) else { continue };
        values.extend(figure.reported(line.kind).map(|it| (indicator.clone(), it)));
        judgements.extend(figure.met.map(|met| (indicator.clone(), met)));
    }
    Known { values, judgements }
}
