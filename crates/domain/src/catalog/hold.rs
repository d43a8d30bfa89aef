//! What stops an award for a while: discipline, investigation, complaints and the like.

use super::{Catalog, Sourced};
use crate::date::Date;
use crate::eligibility::Fact;
use serde::{Deserialize, Serialize};

/// A kind of matter under which nobody is commended as long as it is open (Luật 06/2022/QH15 and its
/// decrees, “chưa xét khen thưởng”).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldKind {
    /// Stable code, "ky-luat".
    pub code: String,
    /// In an officer's words, in Vietnamese.
    pub name: String,
    /// The fact that conditions ask for; yes or no.
    pub fact: Fact,
}

impl Catalog {
    /// The kinds of holds that the law of a day knows.
    pub fn hold_kinds(&self, day: Date) -> Option<&Sourced<Vec<HoldKind>>> {
        self.hold_kinds.on(day)
    }

    /// A kind by its code, as the law of a day words it, or else as some day did.
    pub fn hold_kind(&self, code: &str, day: Date) -> Option<&HoldKind> {
        let on_the_day = self.hold_kinds.on(day).into_iter();
        let all = on_the_day.chain(self.hold_kinds.iter());
        all.flat_map(|row| &row.value).find(|kind| kind.code == code)
    }

    /// Whether a fact is about a hold: sensitive, and read by few.
    pub fn is_hold(&self, fact: Fact) -> bool {
        self.hold_kinds.iter().flat_map(|row| &row.value).any(|kind| kind.fact == fact)
    }
}
