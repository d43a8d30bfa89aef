//! What the catalog says about awards.

use super::{Requirements, Timeline};
use crate::ballot::BallotRule;
use crate::{AwardMode, Decimal, SubjectKind, UnitKind};
use serde::{Deserialize, Serialize};

codes! {
    /// The family of an award. Factors of the reward are set by family.
    AwardClass {
        /// Danh hiệu thi đua, flags among them (Luật 06/2022/QH15 Điều 19, Điều 20).
        Title = "title",
        /// Bằng khen, giấy khen (Luật 06/2022/QH15 Điều 9).
        Certificate = "certificate",
        /// Huân chương (Luật 06/2022/QH15 Điều 9).
        Order = "order",
    }
}

/// What an award is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardForm {
    /// Stable code, "giay-khen-xa".
    pub code: String,
    /// What lists and data sets call it, "GKX".
    pub short: String,
    /// Its name in law.
    pub name: String,
    /// Its family.
    pub class: AwardClass,
    /// Who can receive it.
    pub subjects: Vec<SubjectKind>,
}

impl AwardForm {
    /// The kind that is meant where somebody says “collective” of an award that one sort of
    /// collective alone receives: a village, a commune.
    pub fn meant(&self, subject: SubjectKind) -> SubjectKind {
        use SubjectKind::{Collective, Commune, Cooperative, Enterprise, Village};
        let sorts = [Enterprise, Cooperative, Village, Commune];
        match subject {
            Collective if !self.subjects.contains(&Collective) => {
                let sort = self.subjects.iter().find(|kind| sorts.contains(kind));
                sort.copied().unwrap_or(subject)
            }
            other => other,
        }
    }
}

/// Somebody who may decide an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decider {
    /// The level at which they act.
    pub level: UnitKind,
    /// Their post, as a document names it.
    pub post: String,
}

/// An award with its history.
#[derive(Debug, Clone)]
pub struct Award {
    /// What it is.
    pub form: AwardForm,
    /// Who may decide it. An empty list means that nobody may; no entry means unknown.
    pub deciders: Timeline<Vec<Decider>>,
    /// How many base salaries its reward is, before the factor of the subject.
    pub multiples: Timeline<Decimal>,
    /// Who receives it by the law of a day.
    pub given_to: Timeline<Vec<SubjectKind>>,
    /// For which types of commendation it is given. A title has none of its own.
    pub modes: Timeline<Vec<AwardMode>>,
    /// What has to be true of who receives it.
    pub requirements: Requirements,
    /// The papers of its dossier.
    pub dossiers: Timeline<Vec<DossierPaper>>,
    /// How long it may take, and by when something is due.
    pub time_limits: Timeline<TimeLimit>,
    /// How the council has to vote, where the law says so; else the council's own rule holds.
    pub ballot_rules: Timeline<BallotRule>,
}

impl Award {
    /// An award of which nothing but its name is known.
    pub(super) fn new(form: AwardForm) -> Self {
        Self {
            form,
            deciders: Timeline::default(),
            multiples: Timeline::default(),
            given_to: Timeline::default(),
            modes: Timeline::default(),
            requirements: Requirements::default(),
            dossiers: Timeline::default(),
            time_limits: Timeline::default(),
            ballot_rules: Timeline::default(),
        }
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
    /// In which case it is wanted, in Vietnamese; always where nothing stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// How long a step may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// What has to be done, in Vietnamese.
    pub text: String,
    /// Working days from a complete dossier, where it is a span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_days: Option<u32>,
    /// Month and day before which it is done, where it is a day of the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<(i8, i8)>,
}

/// By how much the reward of some subjects exceeds that of an individual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectFactor {
    /// For awards of this family.
    pub class: AwardClass,
    /// For these subjects.
    pub subjects: Vec<SubjectKind>,
    /// The factor.
    pub factor: Decimal,
}

/// A body of emulation law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// Short name, "R3".
    pub code: String,
    /// Its documents.
    pub documents: Vec<String>,
    /// The levels that act, from the bottom up.
    pub levels: Vec<UnitKind>,
}

/// The form that a decree prescribes for a sort of document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentForm {
    /// The code of the sort of document, as its template is called.
    pub sort: String,
    /// The form: "Mẫu số 01".
    pub form: String,
}

/// A statutory form with the day of the year on which it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportDue {
    /// Number and symbol of the form.
    pub form: String,
    /// Month of the year.
    pub month: i8,
    /// Day of the month.
    pub day: i8,
}
