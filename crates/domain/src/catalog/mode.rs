//! The types of commendation (loại hình khen thưởng): what each is for, which of them go the simplified
//! way, and which are no ground for a further award.

use super::{Award, Catalog, DossierPaper, Sourced};
use crate::AwardMode;
use crate::date::Date;
use crate::decision::Rule;
use serde::{Deserialize, Serialize};

/// Stands in a citation for the name of the movement.
const NAME: &str = "{tên}";

/// One type of commendation (Luật 06/2022/QH15 Điều 8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModeRule {
    /// Which one.
    pub mode: AwardMode,
    /// Its name in law.
    pub name: String,
    /// Whether its nominations belong to a movement; else to a round of the year.
    pub of_movement: bool,
    /// In what somebody stood out, as decisions and certificates say it, in Vietnamese.
    pub citation: String,
}

impl ModeRule {
    /// “trong Phong trào thi đua “…””, with the name of the movement or round.
    pub fn cited(&self, name: &str) -> String {
        self.citation.replace(NAME, name)
    }
}

/// The simplified procedure (thủ tục đơn giản; Luật 06/2022/QH15 Điều 85): no sitting of the council, and
/// a dossier of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Simplified {
    /// For which types of commendation.
    pub modes: Vec<AwardMode>,
    /// The papers of the dossier.
    pub papers: Vec<DossierPaper>,
}

impl Catalog {
    /// What the law of a day says of a type of commendation.
    pub fn award_mode(&self, mode: AwardMode, day: Date) -> Option<&Sourced<ModeRule>> {
        self.award_modes.get(&mode)?.on(day)
    }

    /// The types of commendation that the law of a day knows.
    pub fn award_modes(&self, day: Date) -> impl Iterator<Item = &Sourced<ModeRule>> {
        self.award_modes.values().filter_map(move |timeline| timeline.on(day))
    }

    /// The type of commendation that nominations of a movement have.
    pub fn mode_of_movements(&self, day: Date) -> Option<AwardMode> {
        self.award_modes(day).find(|row| row.value.of_movement).map(|row| row.value.mode)
    }

    /// The simplified procedure, where the law of a day lets this type of commendation go it.
    pub fn simplified(&self, mode: AwardMode, day: Date) -> Option<&Sourced<Simplified>> {
        self.simplified.on(day).filter(|row| row.value.modes.contains(&mode))
    }

    /// Whether an award of this type is a ground for a further one for merit; nothing when the law of
    /// the day is not known.
    pub fn counts_upward(&self, mode: AwardMode, day: Date) -> Option<bool> {
        self.not_upward.on(day).map(|row| !row.value.contains(&mode))
    }

    /// The papers of a dossier, and where it is written: of the simplified procedure where it is gone,
    /// else of the award.
    pub fn dossier<'a>(
        &'a self,
        award: &'a Award,
        mode: Option<AwardMode>,
        day: Date,
    ) -> Option<(&'a [DossierPaper], Rule)> {
        let simple = mode.and_then(|mode| self.simplified(mode, day));
        let simple = simple.map(|row| (row.value.papers.as_slice(), row.rule(day)));
        simple.or_else(|| {
            let row = award.dossiers.on(day)?;
            Some((row.value.as_slice(), row.rule(day)))
        })
    }
}
