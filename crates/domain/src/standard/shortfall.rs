//! What it would take: three households, not four per cent.

use super::{Compare, Indicator, Reported, Share};
use crate::{Decimal, Measure};
use serde::Serialize;

codes! {
    /// Which way a figure has to move.
    Direction {
        /// So much is missing.
        More = "more",
        /// So much is too much.
        Fewer = "fewer",
    }
}

/// What it would take to reach a threshold if nothing else changed: the whole of a share stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Shortfall {
    /// How much; of things that are counted, whole things.
    pub amount: Decimal,
    /// More of it, or fewer.
    pub direction: Direction,
    /// Of what, where the set says so.
    pub unit: Option<Measure>,
}

/// `None` where it cannot be said: of a judgement, of a percentage without its counts, of a
/// threshold that no change of the part can reach.
pub(super) fn shortfall(line: &Indicator, missed: Reported, wanted: Decimal) -> Option<Shortfall> {
    let compare = line.compare?;
    match missed {
        Reported::YesNo(_) => None,
        Reported::Amount(_) if line.unit.is_none() => None,
        Reported::Amount(value) => {
            let direction = if value < wanted { Direction::More } else { Direction::Fewer };
            let amount = distance(value.thousandths(), wanted.thousandths())?;
            Some(Shortfall { amount, direction, unit: line.unit })
        }
        Reported::Share(share) => of_share(line, share, compare, wanted),
    }
}

fn of_share(
    line: &Indicator,
    share: Share,
    compare: Compare,
    wanted: Decimal,
) -> Option<Shortfall> {
    // The part that is exactly the threshold, times 100,000: per cent and thousandths.
    let target = i128::from(wanted.thousandths()) * i128::from(share.whole().thousandths());
    let part = i128::from(share.part().thousandths());
    let direction = if part * 100_000 < target { Direction::More } else { Direction::Fewer };
    let step = 100_000 * step(line, share);
    let steps = match direction {
        Direction::More => (target + step - 1).div_euclid(step),
        Direction::Fewer => target.div_euclid(step),
    };
    let reached = steps * step / 100_000;
    let fits = match compare {
        Compare::Equal => target % step == 0,
        Compare::AtLeast | Compare::AtMost => true,
    };
    let within = (0..=i128::from(share.whole().thousandths())).contains(&reached);
    let amount = distance(i64::try_from(part).ok()?, i64::try_from(reached).ok()?)?;
    (fits && within).then_some(Shortfall { amount, direction, unit: line.counts })
}

/// The smallest change, in thousandths: one thing where things are counted, else one thousandth.
fn step(line: &Indicator, share: Share) -> i128 {
    let is_whole = |number: Decimal| number.thousandths() % 1_000 == 0;
    let counted = line
        .counts
        .map_or_else(|| is_whole(share.part()) && is_whole(share.whole()), Measure::is_counted);
    if counted { 1_000 } else { 1 }
}

fn distance(one: i64, other: i64) -> Option<Decimal> {
    i64::try_from(one.abs_diff(other)).ok().map(Decimal::from_thousandths)
}
