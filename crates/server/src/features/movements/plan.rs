//! The facts of a plan as a data file, and what is wrong with one.
//!
//! A file that is faulty names every fault, so that it is mended once.

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::{Period, SubjectKind, text};
use jiff::civil::Date;
use serde::Deserialize;

use crate::features::papers::Basis;
use crate::web::Message;

/// Everything that a plan says of a movement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFacts {
    /// The signed document.
    pub paper: PlanPaper,
    /// What it cites.
    #[serde(default, rename = "basis")]
    pub bases: Vec<Basis>,
    /// The movement that it founds.
    pub movement: PlanMovement,
    /// What is to be reached by when.
    #[serde(default, rename = "target")]
    pub targets: Vec<PlanTarget>,
    /// Who takes part, and by what they are compared.
    #[serde(default, rename = "subject")]
    pub subjects: Vec<PlanSubject>,
    /// What can be awarded.
    pub awards: PlanAwards,
    /// The timetable.
    #[serde(default, rename = "stage")]
    pub stages: Vec<PlanStage>,
    /// Who does what.
    #[serde(default, rename = "duty")]
    pub duties: Vec<PlanDuty>,
    /// Who reports to whom, and how often.
    pub reporting: PlanReporting,
}

/// The document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanPaper {
    pub number: String,
    pub issued_on: Date,
    pub issuer: String,
    pub place: String,
    pub title: String,
    pub signer_post: String,
    pub signer_name: String,
    #[serde(default)]
    pub recipients: Vec<String>,
}

/// The movement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanMovement {
    pub name: String,
    pub from: Date,
    pub to: Date,
    #[serde(default)]
    pub aims: Vec<String>,
    #[serde(default)]
    pub funding: Vec<String>,
    #[serde(default)]
    pub campaigns: Vec<String>,
}

/// A target; `unit` and `standard` go together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanTarget {
    pub text: String,
    pub due: Option<Date>,
    pub unit: Option<String>,
    pub standard: Option<String>,
}

/// A kind of contestant with its merits; `kind` is a code of [`SubjectKind`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanSubject {
    pub kind: String,
    pub name: String,
    pub merits: Vec<String>,
}

/// Codes of awards in the catalog.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanAwards {
    pub codes: Vec<String>,
}

/// A part of the timetable; both days belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanStage {
    pub from: Date,
    pub to: Date,
    pub text: String,
}

/// A duty; without `due` it stands as long as the movement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanDuty {
    pub section: String,
    pub bearer: String,
    pub text: String,
    pub due: Option<Date>,
}

/// Who reports to whom; `cycle` is `half_yearly` or `yearly`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanReporting {
    pub by: String,
    pub to: String,
    pub cycle: String,
}

/// How often a movement is reported on.
pub(super) const CYCLES: [&str; 2] = ["half_yearly", "yearly"];

/// What is wrong with a plan's file.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanFault {
    /// Where: a path such as `target.2.due`, or the line of the file.
    pub place: String,
    /// What is wrong.
    pub message: Message,
}

impl PlanFacts {
    /// Reads a file (TOML, UTF-8) and checks it against the catalog and the commune's units.
    ///
    /// # Errors
    /// Every [`PlanFault`] found.
    pub fn parse(
        file: &[u8],
        catalog: &Catalog,
        is_unit: impl Fn(&str) -> bool,
    ) -> Result<Self, Vec<PlanFault>> {
        let unreadable = |place: String, why: String| {
            vec![PlanFault { place, message: Message::new("plan-unreadable").arg("why", why) }]
        };
        let Ok(file) = std::str::from_utf8(file) else {
            return Err(unreadable(String::new(), "UTF-8".to_owned()));
        };
        let file = text::nfc(file);
        let facts: Self = toml::from_str(&file).map_err(|error| {
            let line = error.span().map_or(1, |span| file[..span.start].lines().count().max(1));
            unreadable(line.to_string(), error.message().to_owned())
        })?;
        let faults = facts.faults(catalog, is_unit);
        if faults.is_empty() { Ok(facts) } else { Err(faults) }
    }

    /// What does not agree with the catalog and the commune's units, each with its place.
    pub(super) fn faults(
        &self,
        catalog: &Catalog,
        is_unit: impl Fn(&str) -> bool,
    ) -> Vec<PlanFault> {
        let mut faults = Vec::new();
        let mut fault = |place: String, message| faults.push(PlanFault { place, message });
        let filled = [
            ("paper.number", &self.paper.number),
            ("paper.issuer", &self.paper.issuer),
            ("paper.title", &self.paper.title),
            ("paper.signer_name", &self.paper.signer_name),
            ("movement.name", &self.movement.name),
        ];
        for (place, _) in filled.iter().filter(|(_, value)| value.trim().is_empty()) {
            fault((*place).to_owned(), Message::new("field-missing"));
        }
        if Period::new(self.movement.from, self.movement.to).is_err() {
            fault("movement.to".to_owned(), Message::new("days-reversed"));
        }
        for (place, target) in self.targets.iter().enumerate() {
            if let Some(unit) = target.unit.as_deref().filter(|unit| !is_unit(unit)) {
                let message = Message::new("plan-unit-unknown").arg("value", unit.to_owned());
                fault(format!("target.{place}.unit"), message);
            }
            let standard = target.standard.as_deref();
            if let Some(id) = standard.filter(|id| catalog.standard(id).is_none()) {
                let message = Message::new("plan-standard-unknown").arg("value", id.to_owned());
                fault(format!("target.{place}.standard"), message);
            }
        }
        for (place, subject) in self.subjects.iter().enumerate() {
            if SubjectKind::from_code(&subject.kind).is_none() {
                let kind = subject.kind.clone();
                let message = Message::new("plan-kind-unknown").arg("value", kind);
                fault(format!("subject.{place}.kind"), message);
            }
        }
        for (place, code) in self.awards.codes.iter().enumerate() {
            if catalog.award(code).is_none() {
                let message = Message::new("plan-award-unknown").arg("value", code.clone());
                fault(format!("awards.codes.{place}"), message);
            }
        }
        for (place, stage) in self.stages.iter().enumerate() {
            if stage.to < stage.from {
                fault(format!("stage.{place}.to"), Message::new("days-reversed"));
            }
        }
        if !CYCLES.contains(&self.reporting.cycle.as_str()) {
            fault("reporting.cycle".to_owned(), Message::new("plan-cycle-unknown"));
        }
        faults
    }
}
