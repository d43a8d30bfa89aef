//! The money that goes with a decision. What the law does not tell stays unknown and is never added
//! as zero.

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::reward::{self, Reward, RewardUnknown};
use chungsuc_domain::{SubjectKind, Vnd, VndError};
use jiff::civil::Date;

use super::{Awarded, Decision, State, given};

/// The rewards of a list, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// All rewards that are known.
    pub known: Vnd,
    /// How many lines have a reward that the law does not tell.
    pub unknown: usize,
}

impl Sums {
    /// The total to show: where no reward at all is known there is none, and it is not zero.
    pub fn total(self) -> Option<Vnd> {
        (self.unknown == 0 || self.known > Vnd::ZERO).then_some(self.known)
    }
}

/// One award for one kind of subject, with the calculation that all of its lines share.
pub(super) struct Group {
    pub(super) award: String,
    pub(super) kind: SubjectKind,
    pub(super) lines: usize,
    pub(super) reward: Result<Reward, RewardUnknown>,
}

/// The reward of a line: of an issued decision as it was fixed, of a draft by the law of `today` or as a
/// person said it; a discarded one gives none.
pub(super) fn reward_of(
    catalog: &Catalog,
    decision: &Decision,
    line: &Awarded,
    today: Date,
) -> Option<Vnd> {
    match decision.state {
        State::Issued => line.reward,
        State::Draft => given::reward(catalog, line, today),
        State::Discarded => None,
    }
}

pub(super) fn compute(
    catalog: &Catalog,
    line: &Awarded,
    day: Date,
) -> Result<Reward, RewardUnknown> {
    reward::compute(catalog, &line.award, line.kind, day)
}

/// All rewards of a decision, added up.
///
/// # Errors
/// When they exceed what money can express.
pub fn sums(catalog: &Catalog, decision: &Decision, today: Date) -> Result<Sums, VndError> {
    let rewards = decision.awarded.iter().map(|line| reward_of(catalog, decision, line, today));
    let rewards: Vec<Option<Vnd>> = rewards.collect();
    let unknown = rewards.iter().filter(|reward| reward.is_none()).count();
    Ok(Sums { known: Vnd::total(rewards.into_iter().flatten())?, unknown })
}

/// The calculations behind a list, each once, in the order of the list.
pub(super) fn groups(catalog: &Catalog, decision: &Decision, today: Date) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in &decision.awarded {
        let known = groups.iter_mut().find(|it| it.award == line.award && it.kind == line.kind);
        match known {
            Some(group) => group.lines += 1,
            None => groups.push(Group {
                award: line.award.clone(),
                kind: line.kind,
                lines: 1,
                reward: compute(catalog, line, decision.day(today)),
            }),
        }
    }
    groups
}
