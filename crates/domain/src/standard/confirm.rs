//! An officer's word that a line stands in the set as its paper says.
//!
//! It is given for what the set said when it was given: a catalog that says something else later is
//! not confirmed by it.

use super::{ALL, Indicator, Standard, Threshold};
use crate::date::Date;
use crate::sourced::{Checked, Standing};
use std::fmt::Write;

/// What an officer has compared with a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Number of the indicator, or code of the condition.
    pub indicator: String,
    /// The region whose thresholds were compared; "all" where regions do not differ.
    pub region: String,
    /// What the set said, in the words of [`Indicator::said`].
    pub said: String,
    /// Who has compared it, when, with which paper.
    pub checked: Checked,
}

impl Indicator {
    /// The region under which the line says something to a unit of this region, and what it says:
    /// "at_least 2022=44 2023=47"; of a line without thresholds its name. `None` where no threshold
    /// is known for the region, so that there is nothing to compare.
    pub fn said(&self, region: Option<&str>) -> Option<(&str, String)> {
        let Some(compare) = self.compare else {
            return Some((ALL, self.name.clone()));
        };
        let own = region.and_then(|region| self.thresholds.get_key_value(region));
        let (region, threshold) = own.or_else(|| self.thresholds.get_key_value(ALL))?;
        let mut said = compare.code().to_owned();
        for (year, level) in threshold.levels() {
            // Writing into memory has no way to fail.
            let _ = match year {
                Some(year) => write!(said, " {year}={}", level.value.plain()),
                None => write!(said, " {}", level.value.plain()),
            };
        }
        Some((region, said))
    }

    fn confirm(&mut self, region: &str, checked: &Checked) {
        match self.thresholds.get_mut(region) {
            Some(threshold) => {
                threshold.levels_mut().for_each(|level| level.checked = Some(checked.clone()));
            }
            None => self.checked = checked.clone(),
        }
    }
}

impl Standard {
    /// How far what the set itself says of a line can be trusted for a region on a day: as far as the
    /// least trusted of its levels.
    pub fn own_standing(&self, line: &Indicator, region: Option<&str>, day: Date) -> Standing {
        let said = line.said(region).and_then(|(region, _)| line.thresholds.get(region));
        let levels = said.into_iter().flat_map(Threshold::levels);
        let checked = levels.map(|(_, level)| level.checked.as_ref().unwrap_or(&line.checked));
        let standing = |checked: &Checked| checked.standing(self.head.review_from, day);
        let all: Vec<Standing> = checked.map(standing).collect();
        let least = all.iter().find(|standing| !standing.is_settled()).or(all.first());
        least.copied().unwrap_or_else(|| standing(&line.checked))
    }

    /// The set with these confirmations; one of something that the set does not say changes nothing.
    #[must_use]
    pub fn confirmed<'a>(&self, confirmations: impl IntoIterator<Item = &'a Confirmation>) -> Self {
        let mut confirmed = self.clone();
        for one in confirmations {
            let means = |line: &Indicator| {
                let said = line.said(Some(&one.region));
                line.code == one.indicator && said == Some((&one.region, one.said.clone()))
            };
            let mut lines = confirmed.indicators.iter_mut().chain(&mut confirmed.conditions);
            if let Some(line) = lines.find(|line| means(line)) {
                line.confirm(&one.region, &one.checked);
            }
        }
        confirmed
    }
}
