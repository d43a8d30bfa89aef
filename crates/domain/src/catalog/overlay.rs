//! What a province or a commune sets on top of the law of awards, by its own paper: it is asked
//! first, changes nothing below it, and taken off again leaves the law as it was.

use super::{Award, Catalog, Requirement, Requirements, Sourced};
use crate::date::Date;
use serde::{Deserialize, Serialize};

/// Who sets conditions, and which conditions of the law they stand in for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawOverlayHead {
    /// Who issued the paper.
    pub issuer: String,
    /// Conditions that it replaces while it holds: code of the award, "/", matter.
    #[serde(default)]
    pub replaces: Vec<String>,
}

/// Conditions on top of the law.
#[derive(Debug, Clone)]
pub struct LawOverlay {
    head: Sourced<LawOverlayHead>,
    requirements: Requirements,
}

impl LawOverlay {
    pub(super) fn new(head: Sourced<LawOverlayHead>) -> Self {
        Self { head, requirements: Requirements::default() }
    }

    pub(super) fn requirements_mut(&mut self) -> &mut Requirements {
        &mut self.requirements
    }

    /// Id, days, paper and state.
    pub fn head(&self) -> &Sourced<LawOverlayHead> {
        &self.head
    }

    /// What it sets.
    pub fn requirements(&self) -> &Requirements {
        &self.requirements
    }
}

impl Catalog {
    /// What lies on top of the law, in the order in which it was laid.
    pub fn law_overlays(&self) -> &[LawOverlay] {
        &self.overlays
    }

    /// The conditions of every award, of this award, and of what lies on top on that day.
    pub(super) fn overlaid<'a>(
        &'a self,
        award: &'a Award,
        day: Date,
    ) -> impl Iterator<Item = &'a Sourced<Requirement>> {
        let above: Vec<&LawOverlay> =
            self.overlays.iter().filter(|overlay| overlay.head.holds_on(day)).collect();
        let code = award.form.code.clone();
        let stands = {
            let above = above.clone();
            move |row: &&Sourced<Requirement>| {
                let name = format!("{code}/{}", row.value.matter);
                !above.iter().any(|overlay| overlay.head.value.replaces.contains(&name))
            }
        };
        let law = self.principles.on(day).chain(award.requirements.on(day)).filter(stands);
        law.chain(above.into_iter().flat_map(move |overlay| overlay.requirements.on(day)))
    }

    /// Whether an award has a condition of that matter on some day: "giay-khen-xa/…".
    pub(super) fn has_requirement(&self, name: &str) -> bool {
        let Some((award, matter)) = name.split_once('/') else { return false };
        self.award(award).is_some_and(|award| award.requirements.has(matter))
            || self.principles.has(matter)
    }
}
