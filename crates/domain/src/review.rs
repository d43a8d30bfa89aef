//! The way of a reported value: draft, sent by the village, verified by the officer in charge, accepted
//! by the programme board. Whoever finds fault gives it back with a reason, and one step only: the
//! officer to the village, the board to the officer.
//!
//! Every value walks alone, so a return reopens the returned value and nothing beside it.

use serde::{Deserialize, Serialize};

codes! {
    /// Where a value stands.
    Stage {
        /// Being written.
        Draft = "draft",
        /// Waiting for the officer.
        Sent = "sent",
        /// Found right by the officer; waiting for the board.
        Verified = "verified",
        /// Accepted by the board; it counts.
        Accepted = "accepted",
        /// Given back by the officer with a reason; waiting for the village.
        Returned = "returned",
        /// Questioned by the board with a reason; waiting for the officer.
        Questioned = "questioned",
    }
}

/// Where a value stands, with the reason if it was given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Review {
    /// Being written.
    Draft,
    /// Waiting for the officer.
    Sent,
    /// Waiting for the board.
    Verified,
    /// Accepted; it counts.
    Accepted,
    /// Given back to the village.
    Returned {
        /// What is to be mended; never empty.
        reason: String,
    },
    /// Given back to the officer.
    Questioned {
        /// What is to be looked at again; never empty.
        reason: String,
    },
}

/// Why a step is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The step does not lead out of this stage.
    #[error("not possible while {}", .0.code())]
    Stage(Stage),
    /// Whoever gives a value back, or takes a step that is another's, says why.
    #[error("a reason is needed")]
    NoReason,
    /// Somebody else is in charge of the criterion.
    #[error("somebody else is in charge")]
    NotInCharge,
}

/// Who is in charge of a value's criterion, seen by whoever would take the officer's step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charge {
    /// Nobody, or somebody whose account is shut.
    Nobody,
    /// The person themselves.
    Own,
    /// Another officer.
    Another,
}

/// In what right somebody takes the officer's step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Right {
    /// Nobody is in charge, so any officer may.
    AnyOfficer,
    /// As the officer in charge.
    InCharge,
    /// As the board, for the officer in charge who is away.
    Instead {
        /// Why; never empty.
        reason: String,
    },
}

/// In what right a person takes the officer's step: `officer` who verifies values, `board` who may do so
/// in the officer's place and then says why in `instead`.
///
/// # Errors
/// [`Refusal::NotInCharge`] for everybody else; [`Refusal::NoReason`] for the board without one.
pub fn right(
    charge: Charge,
    officer: bool,
    board: bool,
    instead: Option<&str>,
) -> Result<Right, Refusal> {
    match charge {
        Charge::Nobody if officer => Ok(Right::AnyOfficer),
        Charge::Own if officer => Ok(Right::InCharge),
        Charge::Another if board => {
            Ok(Right::Instead { reason: given(instead.unwrap_or_default())? })
        }
        _ => Err(Refusal::NotInCharge),
    }
}

impl Review {
    /// Restores what was stored: a reason belongs to a value that was given back and to no other.
    pub fn restore(stage: Stage, reason: Option<String>) -> Result<Self, Refusal> {
        match (stage, reason) {
            (Stage::Draft, None) => Ok(Self::Draft),
            (Stage::Sent, None) => Ok(Self::Sent),
            (Stage::Verified, None) => Ok(Self::Verified),
            (Stage::Accepted, None) => Ok(Self::Accepted),
            (Stage::Returned, Some(reason)) => Ok(Self::Returned { reason: given(&reason)? }),
            (Stage::Questioned, Some(reason)) => Ok(Self::Questioned { reason: given(&reason)? }),
            (Stage::Returned | Stage::Questioned, None) => Err(Refusal::NoReason),
            (stage, Some(_)) => Err(Refusal::Stage(stage)),
        }
    }

    /// The stage, as stored.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Draft => Stage::Draft,
            Self::Sent => Stage::Sent,
            Self::Verified => Stage::Verified,
            Self::Accepted => Stage::Accepted,
            Self::Returned { .. } => Stage::Returned,
            Self::Questioned { .. } => Stage::Questioned,
        }
    }

    /// Why the value was given back.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Returned { reason } | Self::Questioned { reason } => Some(reason),
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

    /// The officer finds the value right, at first or after the board's question.
    pub fn verify(&self) -> Result<Self, Refusal> {
        self.while_with_officer(Self::Verified)
    }

    /// The officer gives the value back to the village.
    pub fn give_back(&self, reason: &str) -> Result<Self, Refusal> {
        self.while_with_officer(Self::Returned { reason: given(reason)? })
    }

    /// The board takes the value.
    pub fn accept(&self) -> Result<Self, Refusal> {
        self.while_with_board(Self::Accepted)
    }

    /// The board gives the value back to the officer.
    pub fn question(&self, reason: &str) -> Result<Self, Refusal> {
        self.while_with_board(Self::Questioned { reason: given(reason)? })
    }

    /// The board takes back what it accepted, because a visit or a question showed it wrong: it goes
    /// to the officer and no longer counts.
    pub fn reopen(&self, reason: &str) -> Result<Self, Refusal> {
        match self {
            Self::Accepted => Ok(Self::Questioned { reason: given(reason)? }),
            _ => Err(Refusal::Stage(self.stage())),
        }
    }

    /// Whether the value waits for the officer.
    pub const fn is_with_officer(&self) -> bool {
        matches!(self, Self::Sent | Self::Questioned { .. })
    }

    /// Whether the value waits for the board.
    pub const fn is_with_board(&self) -> bool {
        matches!(self, Self::Verified)
    }

    fn while_with_officer(&self, next: Self) -> Result<Self, Refusal> {
        if self.is_with_officer() { Ok(next) } else { Err(Refusal::Stage(self.stage())) }
    }

    fn while_with_board(&self, next: Self) -> Result<Self, Refusal> {
        if self.is_with_board() { Ok(next) } else { Err(Refusal::Stage(self.stage())) }
    }
}

/// A reason that says something.
fn given(reason: &str) -> Result<String, Refusal> {
    match reason.trim() {
        "" => Err(Refusal::NoReason),
        reason => Ok(reason.to_owned()),
    }
}
