//! Clusters (cụm, khối thi đua): contestants of one kind that score themselves and each other, and who
//! leads. What is scored, who scores whom and what decides between equals is the cluster's own
//! regulation (quy chế), so all of it is data here.

use serde::{Deserialize, Serialize};

use crate::Decimal;

codes! {
    /// What a content does to the sum.
    Sort {
        /// It adds its points.
        Points = "points",
        /// It adds points on top (điểm thưởng).
        Bonus = "bonus",
        /// It takes points away (điểm trừ).
        Penalty = "penalty",
    }
}

/// One thing that is scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// What it is, in the words of the regulation.
    pub text: String,
    /// What it does to the sum.
    pub sort: Sort,
    /// The most points that it can have, in thousandths.
    pub most: i64,
}

impl Criterion {
    /// The most points that it can have.
    pub const fn most(&self) -> Decimal {
        Decimal::from_thousandths(self.most)
    }
}

/// What a content got, and from whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Only its own member has said something.
    Own,
    /// The mean of what other members gave.
    Peers,
    /// What was settled, with a reason.
    Settled,
}

/// The scores of one member, a place for each criterion in each of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scores {
    /// What it gave itself.
    pub own: Vec<Option<Decimal>>,
    /// What others gave it, one row each.
    pub peers: Vec<Vec<Option<Decimal>>>,
    /// What was settled.
    pub settled: Vec<Option<Decimal>>,
}

impl Scores {
    /// What counts of a criterion: what was settled, else the mean of the others (rounded half up to
    /// hundredths), else its own. Nothing where nobody has said anything.
    pub fn counts(&self, place: usize) -> Option<(Decimal, Basis)> {
        let at = |row: &[Option<Decimal>]| row.get(place).copied().flatten();
        let settled = at(&self.settled).map(|points| (points, Basis::Settled));
        let peers = || self.mean(place).map(|points| (points, Basis::Peers));
        settled.or_else(peers).or_else(|| at(&self.own).map(|points| (points, Basis::Own)))
    }

    /// The mean of what others gave.
    pub fn mean(&self, place: usize) -> Option<Decimal> {
        let given = self.peers.iter().filter_map(|row| row.get(place).copied().flatten());
        let given: Vec<i128> = given.map(|points| i128::from(points.thousandths())).collect();
        let count = i128::try_from(given.len()).ok().filter(|count| *count > 0)?;
        let hundredths = (given.iter().sum::<i128>() * 2 + count * 10).div_euclid(count * 20);
        i64::try_from(hundredths * 10).ok().map(Decimal::from_thousandths)
    }

    /// How far its own points and those of the others lie apart: a question, when it is far.
    pub fn apart(&self, place: usize) -> Option<Decimal> {
        let own = self.own.get(place).copied().flatten()?;
        let difference = own.thousandths().checked_sub(self.mean(place)?.thousandths())?;
        difference.checked_abs().map(Decimal::from_thousandths)
    }

    /// What counts of every criterion; nothing while one is missing.
    fn all(&self, criteria: &[Criterion]) -> Option<Vec<i64>> {
        let signed = |(place, criterion): (usize, &Criterion)| {
            let (points, _) = self.counts(place)?;
            match criterion.sort {
                Sort::Points | Sort::Bonus => Some(points.thousandths()),
                Sort::Penalty => points.thousandths().checked_neg(),
            }
        };
        criteria.iter().enumerate().map(signed).collect()
    }
}

/// Where a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its sum; nothing while a criterion has no points.
    pub total: Option<Decimal>,
    /// Its place from 1; those whom nothing tells apart share one. Nothing without a sum.
    pub place: Option<usize>,
    /// The criterion that put it before or behind one of the same sum.
    pub told_apart_by: Option<usize>,
}

/// Where each member stands, in the order in which they were given. Of the same sum, the criteria of
/// `ties` (counted from 0) are compared in their order; of a penalty the smaller one is better.
pub fn standings(criteria: &[Criterion], ties: &[usize], members: &[Scores]) -> Vec<Standing> {
    let points: Vec<_> = members.iter().map(|scores| scores.all(criteria)).collect();
    let sums: Vec<Option<i64>> = points.iter().map(|row| row.as_deref().and_then(sum)).collect();
    let key = |member: usize| {
        let row = points[member].as_deref()?;
        let tie = ties.iter().map(|place| row.get(*place).copied().unwrap_or_default());
        Some(std::iter::once(sums[member]?).chain(tie).collect::<Vec<i64>>())
    };
    let keys: Vec<Option<Vec<i64>>> = (0..members.len()).map(key).collect();
    let stand = |member: usize| {
        let own = keys[member].as_ref();
        let place = own.map(|own| 1 + keys.iter().flatten().filter(|other| *other > own).count());
        let alike = keys.iter().flatten().filter(|other| own.is_some_and(|own| own[0] == other[0]));
        let differs = |other: &Vec<i64>| own.and_then(|own| first_difference(own, other));
        let told_apart_by =
            alike.filter_map(differs).min().and_then(|at| ties.get(at - 1).copied());
        Standing { total: sums[member].map(Decimal::from_thousandths), place, told_apart_by }
    };
    (0..members.len()).map(stand).collect()
}

fn sum(row: &[i64]) -> Option<i64> {
    row.iter().try_fold(0_i64, |sum, points| sum.checked_add(*points))
}

fn first_difference(one: &[i64], other: &[i64]) -> Option<usize> {
    one.iter().zip(other).position(|(one, other)| one != other)
}

/// Whom a member scores: the next `peers` ones around the circle, never itself; so each is scored by
/// as many others.
pub fn scores_whom(member: usize, members: usize, peers: usize) -> Vec<usize> {
    let peers = peers.min(members.saturating_sub(1));
    (1..=peers).map(|step| (member + step) % members).collect()
}
