//! Where a layout comes from, and the bounds its rule sets.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a layout or a design comes from: its catalog id and the rule it follows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The catalog id that a printed paper can be traced to.
    pub id: String,
    /// The first day the rule is in force.
    pub from: Date,
    /// The last day the rule is in force, that day included; `None` while no end is known.
    pub to: Option<Date>,
    /// The document that holds the rule, such as "Nghị định 30/2020/NĐ-CP".
    pub document: String,
    /// The place in the document.
    pub article: String,
    /// Whether a person compared the values with the official gazette.
    pub checked: bool,
    /// What was compared, and what was not.
    pub note: String,
}

/// A measure that its rule holds between two bounds; one outside them cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(try_from = "Bounds", into = "f64")]
pub(crate) struct Bounded {
    is: f64,
    least: f64,
    most: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    is: f64,
    least: f64,
    most: f64,
}

impl Bounded {
    /// The measure, in the unit its name says.
    pub(crate) fn get(self) -> f64 {
        self.is
    }

    /// The least and the most that the rule allows.
    pub(crate) fn bounds(self) -> (f64, f64) {
        (self.least, self.most)
    }
}

impl TryFrom<Bounds> for Bounded {
    type Error = String;

    fn try_from(Bounds { is, least, most }: Bounds) -> Result<Self, String> {
        if (least..=most).contains(&is) {
            Ok(Self { is, least, most })
        } else {
            Err(format!("{is} is outside {least} to {most}"))
        }
    }
}

impl From<Bounded> for f64 {
    fn from(measure: Bounded) -> Self {
        measure.is
    }
}
