//! In what two states of a set differ.

use super::{ALL, Applied, Indicator, Standard};
use crate::date::Date;
use serde::Serialize;
use std::ops::RangeInclusive;

/// A threshold that is not the same in two states of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Number of the indicator, or code of the condition.
    pub indicator: String,
    /// The region; "all" in a set without regions.
    pub region: String,
    /// The first year in which they differ so.
    pub from: i16,
    /// The last such year.
    pub to: i16,
    /// What applied before, and by which paper; `None` where nothing was known.
    pub old: Option<Applied>,
    /// What applies now.
    pub new: Option<Applied>,
}

/// What differs between two states of one set, by indicator, region and years. A year is judged by
/// its last day.
pub fn differences(old: &Standard, new: &Standard, years: RangeInclusive<i16>) -> Vec<Difference> {
    let regions = &old.head().value.regions;
    let mut names: Vec<Option<&str>> =
        regions.iter().map(|region| Some(region.code.as_str())).collect();
    if names.is_empty() {
        names.push(None);
    }
    let mut found: Vec<Difference> = Vec::new();
    for line in old.lines().filter(|line| line.compare.is_some()) {
        for region in &names {
            for year in years.clone() {
                note(&mut found, difference(old, new, line, *region, year));
            }
        }
    }
    found
}

fn difference(
    old: &Standard,
    new: &Standard,
    line: &Indicator,
    region: Option<&str>,
    year: i16,
) -> Option<Difference> {
    let last = Date::new(year, 12, 31).ok()?;
    let before = old.threshold(line, region, last);
    let after = new.threshold(line, region, last);
    (before != after).then(|| Difference {
        indicator: line.code.clone(),
        region: region.unwrap_or(ALL).to_owned(),
        from: year,
        to: year,
        old: before,
        new: after,
    })
}

/// A difference that goes on from the year before makes that one longer.
fn note(found: &mut Vec<Difference>, next: Option<Difference>) {
    let Some(next) = next else { return };
    match found.last_mut() {
        Some(last) if last.goes_on_in(&next) => last.to = next.to,
        _ => found.push(next),
    }
}

impl Difference {
    fn goes_on_in(&self, next: &Self) -> bool {
        (&self.indicator, &self.region, self.to.checked_add(1))
            == (&next.indicator, &next.region, Some(next.from))
            && (&self.old, &self.new) == (&next.old, &next.new)
    }
}
