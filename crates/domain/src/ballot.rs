//! Votes of a council. The result is computed here, from counts, and never taken from a browser.

mod fraction;

pub use fraction::{Fraction, NotAFraction};

use crate::Decimal;
use crate::catalog::Sourced;
use crate::date::Date;
use crate::decision::{Answer, Reason, TextKey, Verdict};
use serde::{Deserialize, Serialize};

codes! {
    /// Of whom the votes in favour are a share.
    Base {
        /// All members of the council, present or not.
        Members = "members",
        /// Those who took part.
        Present = "present",
    }
}

/// How a council votes. No national rule binds a commune's council: its head sets one (Nghị định
/// 98/2023/NĐ-CP Điều 49), so the catalog only suggests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotRule {
    /// At least this share of the members must take part.
    pub quorum: Fraction,
    /// The share of votes in favour that carries.
    pub pass: Fraction,
    /// Whether the share must be exceeded (quá bán) instead of reached.
    pub more_than: bool,
    /// The whole of that share.
    pub base: Base,
}

impl BallotRule {
    /// Whether whatever this rule carries, another one carries too.
    pub fn asks_at_least(&self, other: &Self) -> bool {
        let exceeds = self.more_than || !other.more_than || {
            // A share that is larger already need not be exceeded.
            self.pass.is_at_least(other.pass) && !other.pass.is_at_least(self.pass)
        };
        let of_more = self.base == Base::Members || other.base == Base::Present;
        self.quorum.is_at_least(other.quorum)
            && self.pass.is_at_least(other.pass)
            && exceeds
            && of_more
    }
}

/// Counted votes, on paper and in the program together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    /// In favour.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Blank.
    pub abstain: u32,
    /// Spoilt.
    pub invalid: u32,
}

/// A counted ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Members of the council.
    pub members: u32,
    /// Members who took part, in the room or in writing.
    pub present: u32,
    /// Those who took part without casting a vote.
    pub not_cast: u32,
    /// Share in favour, in per cent with two places, rounded for showing; the verdict is exact.
    pub share: Decimal,
    /// Whether the proposal is carried, with quorum and share as reasons.
    pub answer: Answer,
}

/// Why counts are not a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TallyError {
    /// A council has members, and somebody takes part in a ballot.
    #[error("nobody took part")]
    Nobody,
    /// More took part than there are members.
    #[error("{present} took part in a council of {members}")]
    MoreThanMembers {
        /// Members of the council.
        members: u32,
        /// Members who took part.
        present: u32,
    },
    /// More votes than voters.
    #[error("{votes} votes of {present} voters")]
    MoreThanPresent {
        /// Members who took part.
        present: u32,
        /// Votes counted.
        votes: u64,
    },
}

/// Counts a ballot of that day under a rule.
pub fn tally(
    rule: &Sourced<BallotRule>,
    day: Date,
    members: u32,
    present: u32,
    votes: Votes,
) -> Result<Tally, TallyError> {
    let not_cast = not_cast(members, present, votes)?;
    let BallotRule { quorum, pass, more_than, base } = rule.value;
    let of = if base == Base::Members { members } else { present };
    let share = percent(votes.in_favour, of);

    let quorate = quorum.reached_by(present, members);
    let carried = match more_than {
        true => pass.exceeded_by(votes.in_favour, of),
        false => pass.reached_by(votes.in_favour, of),
    };
    let quorum_key = if quorate { TextKey::BallotQuorum } else { TextKey::BallotNoQuorum };
    let pass_key = if carried { TextKey::BallotPassed } else { TextKey::BallotNotPassed };
    let reasons = vec![
        Reason::by(rule.rule(day), quorum_key)
            .fact("present", present)
            .fact("members", members)
            .fact("quorum", quorum),
        Reason::by(rule.rule(day), pass_key)
            .fact("in_favour", votes.in_favour)
            .fact("of", of)
            .fact("share", share)
            .fact("pass", pass),
    ];
    let verdict = if quorate && carried { Verdict::Yes } else { Verdict::No };
    Ok(Tally { members, present, not_cast, share, answer: Answer { verdict, reasons } })
}

fn not_cast(members: u32, present: u32, votes: Votes) -> Result<u32, TallyError> {
    if present == 0 {
        return Err(TallyError::Nobody);
    }
    if present > members {
        return Err(TallyError::MoreThanMembers { members, present });
    }
    let cast: u64 = [votes.in_favour, votes.against, votes.abstain, votes.invalid]
        .into_iter()
        .map(u64::from)
        .sum();
    let left = u64::from(present).checked_sub(cast);
    left.and_then(|left| u32::try_from(left).ok())
        .ok_or(TallyError::MoreThanPresent { present, votes: cast })
}

/// Two places, as minutes write it, rounded half up; of nothing, zero.
fn percent(count: u32, of: u32) -> Decimal {
    let (count, of) = (i64::from(count), i64::from(of));
    let hundredths = (2 * count * 10_000 + of).checked_div(2 * of).unwrap_or_default();
    Decimal::from_thousandths(10 * hundredths)
}
