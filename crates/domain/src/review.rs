//! The way of a reported value: draft, sent, accepted or returned with a reason, sent again.
//!
//! Every value walks alone, so a return reopens the returned value and nothing beside it.

use serde::{Deserialize, Serialize};

codes! {
    /// Where a value stands.
    Stage {
        /// Being written.
        Draft = "draft",
        /// Waiting for the reviewer.
        Sent = "sent",
        /// Accepted; it counts.
        Accepted = "accepted",
        /// Given back with a reason.
        Returned = "returned",
    }
}

/// Where a value stands, with the reason if it was given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Review {
    /// Being written.
    Draft,
    /// Waiting for the reviewer.
    Sent,
    /// Accepted; it counts.
    Accepted,
    /// Given back.
    Returned {
        /// What is to be mended; never empty.
        reason: String,
    },
}

/// Why a step is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The step does not lead out of this stage.
    #[error("not possible while {}", .0.code())]
    Stage(Stage),
    /// Whoever gives a value back says why.
    #[error("a reason is needed")]
    NoReason,
}

impl Review {
    /// Restores what was stored: a reason belongs to a returned value and to no other.
    pub fn restore(stage: Stage, reason: Option<String>) -> Result<Self, Refusal> {
        match (stage, reason) {
            (Stage::Draft, None) => Ok(Self::Draft),
            (Stage::Sent, None) => Ok(Self::Sent),
            (Stage::Accepted, None) => Ok(Self::Accepted),
            (Stage::Returned, Some(reason)) => Self::returned(&reason),
            (Stage::Returned, None) => Err(Refusal::NoReason),
            (stage, Some(_)) => Err(Refusal::Stage(stage)),
        }
    }

    /// The stage, as stored.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Draft => Stage::Draft,
            Self::Sent => Stage::Sent,
            Self::Accepted => Stage::Accepted,
            Self::Returned { .. } => Stage::Returned,
        }
    }

    /// Why the value was given back.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Returned { reason } => Some(reason),
            _ => None,
        }
    }

    /// Whether the reporter may change the value.
    pub const fn may_edit(&self) -> bool {
        matches!(self, Self::Draft | Self::Returned { .. })
    }

    /// Whether the value enters totals.
    pub const fn counts(&self) -> bool {
        matches!(self, Self::Accepted)
    }

    /// The reporter hands the value in, for the first time or again.
    pub fn send(&self) -> Result<Self, Refusal> {
        if self.may_edit() { Ok(Self::Sent) } else { Err(Refusal::Stage(self.stage())) }
    }

    /// The reviewer takes the value.
    pub fn accept(&self) -> Result<Self, Refusal> {
        self.while_sent(Self::Accepted)
    }

    /// The reviewer gives the value back.
    pub fn give_back(&self, reason: &str) -> Result<Self, Refusal> {
        self.while_sent(Self::returned(reason)?)
    }

    fn returned(reason: &str) -> Result<Self, Refusal> {
        match reason.trim() {
            "" => Err(Refusal::NoReason),
            reason => Ok(Self::Returned { reason: reason.to_owned() }),
        }
    }

    fn while_sent(&self, next: Self) -> Result<Self, Refusal> {
        if *self == Self::Sent { Ok(next) } else { Err(Refusal::Stage(self.stage())) }
    }
}
