//! One question, and what it is known by.

use crate::{Decimal, Measure};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Something to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "question", rename_all = "snake_case")]
pub enum Question {
    /// Nothing backs these figures.
    NoEvidence {
        /// The unit.
        unit: String,
        /// Its bare indicators.
        indicators: Vec<String>,
    },
    /// It changed much since the period before.
    Jump {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// What it was.
        before: Decimal,
        /// What it is.
        now: Decimal,
    },
    /// Many units report exactly what must be reached.
    OnThreshold {
        /// The indicator.
        indicator: String,
        /// The threshold.
        threshold: Decimal,
        /// Those units.
        units: Vec<String>,
        /// How many units reported the indicator.
        of: usize,
    },
    /// The part is more than the whole.
    PartAboveWhole {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// The part.
        part: Decimal,
        /// The whole.
        whole: Decimal,
    },
    /// Two indicators count the same things of a unit and come to different numbers.
    WholesDiffer {
        /// The unit.
        unit: String,
        /// What is counted.
        counts: Measure,
        /// The whole in each indicator.
        wholes: Vec<(String, Decimal)>,
    },
    /// The unit reports fewer of something than another book of the commune holds.
    BelowRegister {
        /// The unit.
        unit: String,
        /// What is counted.
        counts: Measure,
        /// How many the book holds.
        holds: Decimal,
        /// The whole in each indicator that is below.
        wholes: Vec<(String, Decimal)>,
    },
}

impl Question {
    /// What the question is known by: its kind, its unit and its figures. While they stay, an answer
    /// belongs to it; when a figure changes, it is another question.
    pub fn id(&self) -> String {
        let units = self.units().iter().map(String::clone);
        let indicators = self.indicators().into_iter().map(str::to_owned);
        let figures = self.figures().into_iter().map(Decimal::plain);
        let mut words = vec![self.kind().to_owned()];
        words.extend(units.chain(indicators).chain(figures));
        let hash = Sha256::digest(words.join("\n").as_bytes());
        hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The kind, as it is written.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NoEvidence { .. } => "no_evidence",
            Self::Jump { .. } => "jump",
            Self::OnThreshold { .. } => "on_threshold",
            Self::PartAboveWhole { .. } => "part_above_whole",
            Self::WholesDiffer { .. } => "wholes_differ",
            Self::BelowRegister { .. } => "below_register",
        }
    }

    /// The units that it is put to.
    pub fn units(&self) -> &[String] {
        match self {
            Self::OnThreshold { units, .. } => units,
            Self::NoEvidence { unit, .. }
            | Self::Jump { unit, .. }
            | Self::PartAboveWhole { unit, .. }
            | Self::WholesDiffer { unit, .. }
            | Self::BelowRegister { unit, .. } => std::slice::from_ref(unit),
        }
    }

    /// The indicators whose figures it is about.
    pub fn indicators(&self) -> Vec<&str> {
        match self {
            Self::NoEvidence { indicators, .. } => indicators.iter().map(String::as_str).collect(),
            Self::Jump { indicator, .. }
            | Self::OnThreshold { indicator, .. }
            | Self::PartAboveWhole { indicator, .. } => vec![indicator],
            Self::WholesDiffer { wholes, .. } | Self::BelowRegister { wholes, .. } => {
                wholes.iter().map(|(indicator, _)| indicator.as_str()).collect()
            }
        }
    }

    fn figures(&self) -> Vec<Decimal> {
        match self {
            Self::NoEvidence { .. } => Vec::new(),
            Self::Jump { before, now, .. } => vec![*before, *now],
            Self::OnThreshold { threshold, .. } => vec![*threshold],
            Self::PartAboveWhole { part, whole, .. } => vec![*part, *whole],
            Self::WholesDiffer { wholes, .. } => wholes.iter().map(|(_, whole)| *whole).collect(),
            Self::BelowRegister { holds, wholes, .. } => {
                std::iter::once(*holds).chain(wholes.iter().map(|(_, whole)| *whole)).collect()
            }
        }
    }
}
