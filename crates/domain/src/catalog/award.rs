//! What the catalog says about awards.

use super::Timeline;
use crate::{Decimal, SubjectKind, UnitKind};
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
    /// Its name in law.
    pub name: String,
    /// Its family.
    pub class: AwardClass,
    /// Who can receive it.
    pub subjects: Vec<SubjectKind>,
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
