//! Figures to look at again on the spot, drawn by a seed that stands in the minutes.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// `count` units to look at again, drawn by a seed that stands in the minutes: the same seed and
/// the same units give the same list, in whatever order the units are named.
pub fn recheck<'a>(seed: &str, units: &[&'a str], count: usize) -> Vec<&'a str> {
    let mut drawn: Vec<&str> = units.to_vec();
    drawn.sort_by_cached_key(|unit| {
        let mut hash = Sha256::new();
        hash.update(seed.as_bytes());
        hash.update([0]);
        hash.update(unit.as_bytes());
        (hash.finalize().to_vec(), unit.to_owned())
    });
    drawn.dedup();
    drawn.truncate(count);
    drawn
}

/// A unit to visit, and the indicators to look at there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit<'a> {
    /// The unit.
    pub unit: &'a str,
    /// Its indicators, as they were drawn.
    pub indicators: Vec<&'a str>,
}

/// Draws units, and of each of them indicators, from figures named by unit and indicator. Each unit
/// draws for itself, so that the same numbers do not come up everywhere.
pub fn visits<'a>(
    seed: &str,
    figures: &[(&'a str, &'a str)],
    units: usize,
    of_each: usize,
) -> Vec<Visit<'a>> {
    let mut known: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (unit, indicator) in figures {
        known.entry(unit).or_default().push(indicator);
    }
    let names: Vec<&str> = known.keys().copied().collect();
    let visit = |unit: &'a str| {
        let indicators = recheck(&format!("{seed}/{unit}"), &known[unit], of_each);
        Visit { unit, indicators }
    };
    recheck(seed, &names, units).into_iter().map(visit).collect()
}
