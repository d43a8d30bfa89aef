//! What the catalog says of the fund.

use crate::Decimal;
use serde::{Deserialize, Serialize};

codes! {
    /// Where money of the fund comes from.
    SourceKind {
        /// The commune's budget, by its estimate: what the ceiling is about.
        Budget = "budget",
        /// Given by persons and organisations; the giver is named only with consent.
        Donation = "donation",
        /// Other lawful income.
        Other = "other",
        /// What was left before the commune kept its fund here; once, at the beginning.
        Carried = "carried",
    }
}

codes! {
    /// What follows when something goes beyond its limit.
    Exceeding {
        /// It is refused.
        Refuse = "refuse",
        /// A person may let it through with a written reason.
        Reason = "reason",
    }
}

/// A source that the law of a day knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundSource {
    /// What it is.
    pub kind: SourceKind,
    /// What the law calls it, in Vietnamese.
    pub name: String,
}

/// How much of the commune's regular spending may go into the fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundCeiling {
    /// The areas, each with its share.
    pub areas: Vec<FundArea>,
    /// From how many per cent of the ceiling on the desk speaks of it; no value of the law.
    pub near: Decimal,
    /// What follows above the ceiling.
    pub over: Exceeding,
}

/// A kind of area, by where the commune lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundArea {
    /// Stable code, "highlands".
    pub code: String,
    /// What the law calls it, in Vietnamese.
    pub name: String,
    /// Per cent of the commune's regular spending.
    pub share: Decimal,
}

/// How much of the fund may go into organising movements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisingShare {
    /// Per cent of the whole fund of the year.
    pub share: Decimal,
    /// From how many per cent of that on the desk speaks of it; no value of the law.
    pub near: Decimal,
    /// What follows above it.
    pub over: Exceeding,
}

/// What the fund may be spent on besides rewards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundUse {
    /// Stable code, "hoi-dong".
    pub code: String,
    /// What the law calls it, in Vietnamese.
    pub name: String,
    /// Whether it belongs to the share for organising.
    pub organising: bool,
}
