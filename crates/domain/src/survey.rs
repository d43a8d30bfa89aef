//! Whether people are satisfied (lấy ý kiến sự hài lòng của người dân): who is asked, and what the
//! counted forms come to.
//!
//! Chance alone says who is asked ([`draw`]), and anybody can repeat it. Of the answers only counts are
//! known, never what a household said.

mod assess;
mod draw;

pub use assess::{Asked, Assessment, ContentResult, Grounds, assess};
pub use draw::{order, sample_size};

use crate::Decimal;
use crate::standard::Share;
use serde::{Deserialize, Serialize};

/// Name of the condition of recognition that surveys answer, in every standard that has it.
pub const CONDITION: &str = "hai-long";

/// What the form asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyForm {
    /// The body that asks, as the head of the form names it; the commune follows.
    pub organiser: String,
    /// The contents in their order.
    pub contents: Vec<Content>,
}

/// One thing that people are asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Its number on the form.
    pub code: String,
    /// What is asked about.
    pub name: String,
    /// Whether it asks about everything together: then its share is that of the condition.
    #[serde(default)]
    pub overall: bool,
}

/// What each content must reach for a condition of recognition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyRule {
    /// The condition with its standard: "xa-ntm-2021-2025/hai-long".
    pub condition: String,
    /// The share that each content must reach, in per cent.
    pub each: Decimal,
}

/// Counted answers to one content; the satisfied are some of those who answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    answered: u32,
    satisfied: u32,
}

/// Why counts cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswersError {
    /// More answers than households that were asked.
    #[error("more answered than were asked")]
    MoreThanAsked,
    /// More satisfied than answers.
    #[error("more are satisfied than answered")]
    MoreThanAnswered,
}

impl Answers {
    /// So many of `asked` households answered, and so many of these are satisfied. Zero is a value.
    ///
    /// # Errors
    /// [`AnswersError`] unless satisfied ≤ answered ≤ asked.
    pub fn new(asked: u32, answered: u32, satisfied: u32) -> Result<Self, AnswersError> {
        match (answered > asked, satisfied > answered) {
            (true, _) => Err(AnswersError::MoreThanAsked),
            (_, true) => Err(AnswersError::MoreThanAnswered),
            _ => Ok(Self { answered, satisfied }),
        }
    }

    /// Households that answered.
    pub const fn answered(self) -> u32 {
        self.answered
    }

    /// Households that are satisfied.
    pub const fn satisfied(self) -> u32 {
        self.satisfied
    }

    /// The satisfied among those who answered; none when nobody did.
    pub fn share(self) -> Option<Share> {
        Share::new(whole(self.satisfied), whole(self.answered)).ok()
    }

    /// Two surveys counted together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let sum = |one: u32, two: u32| one.saturating_add(two);
        Self {
            answered: sum(self.answered, other.answered),
            satisfied: sum(self.satisfied, other.satisfied),
        }
    }
}

fn whole(count: u32) -> Decimal {
    Decimal::from_thousandths(i64::from(count) * 1000)
}
