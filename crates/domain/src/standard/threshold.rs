//! What must be reached: by region, by year, and by which paper.

use crate::Decimal;
use crate::catalog::{Checked, Source, Standing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The region under which a threshold stands that is the same everywhere.
pub const ALL: &str = "all";

/// What must be reached in a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a threshold is a number as in \"75.5\", by year { 2023 = \"47\" }, or { value, source, checked }"
)]
pub enum Threshold {
    /// The same in every year of the set.
    Constant(Level),
    /// By year.
    Yearly(BTreeMap<String, Level>),
}

/// One value that must be reached: "75", or `{ value = "75", source = { … }, checked = … }` where
/// it rests on another paper than its line or has been compared by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Level {
    /// In the unit of its line.
    pub value: Decimal,
    /// Where it is written, if elsewhere than its line.
    pub source: Option<Source>,
    /// Whether it has been compared with its source, if its line does not say so for it.
    pub checked: Option<Checked>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a level is a number as in \"75.5\", or { value, source, checked }")]
enum Written {
    Plain(Decimal),
    WithPaper(WithPaper),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithPaper {
    value: Decimal,
    source: Option<Source>,
    checked: Option<Checked>,
}

impl From<Written> for Level {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(value) => Self { value, source: None, checked: None },
            Written::WithPaper(WithPaper { value, source, checked }) => {
                Self { value, source, checked }
            }
        }
    }
}

impl Threshold {
    /// The level of a year, if it is known.
    pub(super) fn of(&self, year: i16) -> Option<&Level> {
        match self {
            Self::Constant(level) => Some(level),
            Self::Yearly(years) => years.get(&year.to_string()),
        }
    }

    /// Every level with the year it is for, if it is for one.
    pub fn levels(&self) -> impl Iterator<Item = (Option<&str>, &Level)> {
        let (constant, yearly) = match self {
            Self::Constant(level) => (Some((None, level)), None),
            Self::Yearly(years) => (None, Some(years)),
        };
        let of_years = yearly.into_iter().flatten().map(|(year, level)| (Some(&**year), level));
        constant.into_iter().chain(of_years)
    }
}

impl Threshold {
    /// Every level, to be marked.
    pub(super) fn levels_mut(&mut self) -> impl Iterator<Item = &mut Level> {
        let (constant, yearly) = match self {
            Self::Constant(level) => (Some(level), None),
            Self::Yearly(years) => (None, Some(years.values_mut())),
        };
        constant.into_iter().chain(yearly.into_iter().flatten())
    }
}

/// The threshold that applies to a unit on a day, and on what it rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// In the unit of the line.
    pub value: Decimal,
    /// The region for which it was set; "all" where regions do not differ.
    pub region: String,
    /// Where it is written.
    pub source: Source,
    /// How far it can be trusted on that day.
    pub standing: Standing,
    /// The overlay that set it; none when it is the set's own.
    pub overlay: Option<String>,
}
