//! What was measured over time: the accepted figures of each village, and where it stood each year.

use std::collections::BTreeMap;
use std::sync::Arc;

use chungsuc_domain::Decimal;
use chungsuc_domain::standard::Compare;
use jiff::civil::Date;

use super::rules::{Rules, rules};
use super::standing::{Figures, counts_ever, standing};
use super::{UnitStanding, Value, judged_units, may_see, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units::Unit;
use crate::refusal::Refusal;

/// The accepted figures of one unit for one standard.
#[derive(Clone, Debug)]
pub struct UnitSeries {
    /// The unit.
    pub unit: Unit,
    rules: Arc<Rules>,
    values: Vec<Value>,
}

/// An accepted figure on its day.
#[derive(Clone, Debug)]
pub struct Measured {
    /// When it was measured.
    pub day: Date,
    /// The year, `2023`, or a half of it, `2023-H1`.
    pub period: String,
    /// As one number, a share in per cent; none for yes or no.
    pub number: Option<Decimal>,
    /// Whether it is reached, where a person said so.
    pub met: Option<bool>,
    /// As it was counted: “173/203”.
    pub shown: String,
}

/// The accepted figures of the villages that this person may look into, all periods together; by a
/// standard of communes those of the commune before them.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`] for an unknown standard; of the store.
pub fn series(app: &App, by: &Person, standard: &str) -> Result<Vec<UnitSeries>, Refusal> {
    let mut all = series_of_commune(app, by, standard)?;
    all.retain(|one| may_see(by, &one.unit.code).is_ok());
    Ok(all)
}

/// The same of every unit, for sums that say nothing of one figure.
pub(crate) fn series_of_commune(
    app: &App,
    by: &Person,
    standard: &str,
) -> Result<Vec<UnitSeries>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let rules = rules(app, &by.commune, standard)?;
    let params = [by.commune.as_str().into(), standard.into()];
    let values: Vec<Value> =
        app.read(|r| r.all(sql::OF_STANDARD, &params, Value::read).map_err(Refusal::from))?;
    let mut by_unit: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for value in values.into_iter().filter(counts_ever) {
        by_unit.entry(value.unit.clone()).or_default().push(value);
    }
    let of_unit = |unit: Unit| {
        let values = by_unit.remove(&unit.code).unwrap_or_default();
        UnitSeries { unit, rules: Arc::clone(&rules), values }
    };
    let units = judged_units(app, &by.commune, &rules.standard)?;
    Ok(units.into_iter().map(of_unit).collect())
}

impl UnitSeries {
    /// The figures of an indicator in the order of their days; halves of a year show progress too.
    pub fn figures(&self, indicator: &str) -> Vec<Measured> {
        let Some(line) = self.rules.standard.indicator(indicator) else { return Vec::new() };
        let compare = line.compare.unwrap_or(Compare::AtLeast);
        let own = self.values.iter().filter(|value| value.indicator == indicator);
        let mut figures: Vec<Measured> = own
            .map(|value| Measured {
                day: value.figure.measured_on,
                period: value.period.clone(),
                number: value.figure.reported(line.kind).and_then(|it| it.number(compare)),
                met: value.figure.met,
                shown: value.figure.shown(line.kind).unwrap_or_default(),
            })
            .collect();
        figures.sort_by(|one, other| (one.day, &one.period).cmp(&(other.day, &other.period)));
        figures
    }

    /// Where the unit stood on a day.
    pub fn standing_on(&self, day: Date) -> UnitStanding {
        let figures = Figures::counting(self.values.clone(), day);
        standing(&self.rules, self.unit.clone(), &figures, day)
    }

    /// The last day of measuring of each year, by year: on it the figures of the year were complete.
    pub fn last_days(&self) -> Vec<Date> {
        let mut days: BTreeMap<&str, Date> = BTreeMap::new();
        for value in self.values.iter().filter(|value| !value.period.contains('-')) {
            let day = days.entry(&value.period).or_insert(value.figure.measured_on);
            *day = (*day).max(value.figure.measured_on);
        }
        days.into_values().collect()
    }
}
