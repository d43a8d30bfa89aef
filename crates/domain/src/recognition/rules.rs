//! What the catalog says about recognition, for each standard and day.

use crate::UnitKind;
use crate::catalog::{Sourced, Timeline};
use crate::date::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A rule that holds for some standards.
pub trait OfStandards {
    /// Ids of the standards.
    fn standards(&self) -> &[String];
}

/// Who recognises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recogniser {
    /// By these standards.
    pub standards: Vec<String>,
    /// The level at which they act.
    pub level: UnitKind,
    /// Their post, as a document names it.
    pub post: String,
}

codes! {
    /// How much a paper is needed.
    Need {
        /// Without it nothing is submitted.
        Required = "required",
        /// Without it a person decides, with a written reason.
        PersonDecides = "person_decides",
        /// It is added where there is one.
        Optional = "optional",
    }
}

/// A paper of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierPaper {
    /// Stable code, "to-trinh".
    pub code: String,
    /// What it is called.
    pub name: String,
    /// How much it is needed.
    pub need: Need,
}

/// What a dossier consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierRule {
    /// By these standards.
    pub standards: Vec<String>,
    /// Its papers, in their order.
    pub papers: Vec<DossierPaper>,
}

/// How long a recognition holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValidityRule {
    /// By these standards.
    pub standards: Vec<String>,
    /// Whole years from the day of the decision; unknown where the paper that would say so has not
    /// been found or read.
    pub years: Option<u8>,
}

/// From when on a revocation has to be considered. Shares are per cent of all criteria of the
/// standard; a share that is reached counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevocationRule {
    /// By these standards.
    pub standards: Vec<String>,
    /// That many criteria fail, whichever they are.
    pub any_percent: u8,
    /// That many fail, and one of the key criteria among them.
    pub key_percent: u8,
    /// Numbers of the key criteria.
    pub key_criteria: Vec<String>,
}

macro_rules! of_standards {
    ($($rule:ty),+) => {
        $(impl OfStandards for $rule {
            fn standards(&self) -> &[String] {
                &self.standards
            }
        })+
    };
}
of_standards!(Recogniser, DossierRule, ValidityRule, RevocationRule);

/// The rules of one kind, by standard.
pub(crate) type ByStandard<T> = BTreeMap<String, Timeline<T>>;

/// All rules of recognition that the catalog holds.
#[derive(Debug, Clone, Default)]
pub struct RecognitionRules {
    pub(crate) recognisers: ByStandard<Recogniser>,
    pub(crate) dossiers: ByStandard<DossierRule>,
    pub(crate) validities: ByStandard<ValidityRule>,
    pub(crate) revocations: ByStandard<RevocationRule>,
}

impl RecognitionRules {
    /// Who recognises by a standard on a day.
    pub fn recogniser(&self, standard: &str, day: Date) -> Option<&Sourced<Recogniser>> {
        self.recognisers.get(standard)?.on(day)
    }

    /// What a dossier of that day consists of.
    pub fn dossier(&self, standard: &str, day: Date) -> Option<&Sourced<DossierRule>> {
        self.dossiers.get(standard)?.on(day)
    }

    /// How long a recognition of that day holds.
    pub fn validity(&self, standard: &str, day: Date) -> Option<&Sourced<ValidityRule>> {
        self.validities.get(standard)?.on(day)
    }

    /// From when on a revocation has to be considered, on a day.
    pub fn revocation(&self, standard: &str, day: Date) -> Option<&Sourced<RevocationRule>> {
        self.revocations.get(standard)?.on(day)
    }
}
