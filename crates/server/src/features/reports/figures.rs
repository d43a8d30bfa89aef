//! The figures of a report: counted from the data for its days, and kept with it once it is sent.
//!
//! Where something cannot be counted there is nothing, never a zero.

use chungsuc_domain::{ContributionKind, Period, Quantity, SubjectKind, Vnd};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Report;
use crate::access::Person;
use crate::app::App;
use crate::features::movements::{self, Duty};
use crate::features::standards::{self, UnitStanding};
use crate::features::{contributions, decisions};
use crate::refusal::Refusal;

/// Everything that a report counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Where the targets of the plan stand on the last day.
    pub targets: Vec<TargetFigure>,
    /// Id of the standard that villages are judged by.
    pub standard: String,
    /// Where each village stands, at the beginning and on the last day.
    pub villages: Vec<VillageFigure>,
    /// What was given, a sum for each kind and unit.
    pub gifts: Vec<GiftFigure>,
    /// Duties.
    pub duties: DutyFigures,
    /// How many of each kind take part on the last day.
    pub contestants: Vec<(SubjectKind, i64)>,
    /// The decisions on awards, in their order.
    pub decisions: Vec<DecisionFigure>,
}

/// A target of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetFigure {
    /// What is to be reached.
    pub text: String,
    /// Until when.
    pub due: Option<Date>,
    /// Code of the unit that is to meet a standard.
    pub unit: Option<String>,
    /// Criteria met, and criteria of the standard; nothing for a target that names no village and
    /// standard: people judge it.
    pub standing: Option<(usize, usize)>,
}

impl TargetFigure {
    /// Whether it is reached; nothing when the program cannot tell.
    pub fn reached(&self) -> Option<bool> {
        self.standing.map(|(met, total)| met == total)
    }
}

/// Where a village stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageFigure {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Criteria met before the first day; nothing when no value had been accepted by then.
    pub before: Option<usize>,
    /// Criteria met on the last day.
    pub met: usize,
    /// Criteria missed.
    pub not_met: usize,
    /// Criteria of which nothing accepted is known.
    pub unknown: usize,
    /// Criteria of the standard.
    pub total: usize,
}

impl VillageFigure {
    /// Whether it meets the whole standard.
    pub fn stands(&self) -> bool {
        self.met == self.total
    }
}

/// The sum of one kind of gifts in one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiftFigure {
    /// What was given.
    pub kind: ContributionKind,
    /// How much.
    pub quantity: Quantity,
    /// What it is counted as in money; nothing when a rate is missing.
    pub dong: Option<Vnd>,
}

/// Duties of the movement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyFigures {
    /// Done within the period.
    pub done: usize,
    /// Of those, done after their day.
    pub done_late: usize,
    /// Open on the last day, their own day passed.
    pub late: usize,
    /// Open, their day still to come.
    pub open: usize,
    /// Without a day: they stand as long as the movement.
    pub standing: usize,
}

/// An issued decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionFigure {
    /// Its id.
    pub id: String,
    /// “312/QĐ-UBND”.
    pub number: String,
    /// Its day.
    pub issued_on: Date,
    /// How many it commends; who was taken back does not count.
    pub awarded: usize,
    /// The rewards that the law tells.
    pub reward: Vnd,
    /// How many rewards it does not tell.
    pub unknown: usize,
    /// How many commendations were taken back. Reports of older days do not tell.
    #[serde(default)]
    pub revoked: usize,
}

/// The figures of a report: those of the day on which it was sent, of a draft those of this moment.
///
/// # Errors
/// [`Refusal::Forbidden`] for a person who may not read what is counted; of the store.
pub fn figures(app: &App, by: &Person, report: &Report) -> Result<Figures, Refusal> {
    match &report.kept {
        Some(kept) => Ok(kept.clone()),
        None => count(app, by, report),
    }
}

fn count(app: &App, by: &Person, report: &Report) -> Result<Figures, Refusal> {
    let (movement, days) = (report.movement.as_str(), report.counted);
    let mut sums = contributions::totals(app, by, movement, days)?;
    sums.sort_by_key(|sum| (sum.kind, sum.measure));
    let gift = |sum: contributions::KindTotal| GiftFigure {
        kind: sum.kind,
        quantity: sum.quantity,
        dong: sum.dong,
    };
    let issued = decisions::issued_in(app, by, movement, days)?.into_iter();
    let decision = |one: decisions::Issued| DecisionFigure {
        id: one.id,
        number: one.number,
        issued_on: one.issued_on,
        awarded: one.awarded,
        reward: one.reward,
        unknown: one.unknown,
        revoked: one.revoked,
    };
    Ok(Figures {
        targets: targets(app, by, movement, days.to())?,
        standard: standards::usual(app).to_owned(),
        villages: villages(app, by, days)?,
        gifts: sums.into_iter().map(gift).collect(),
        duties: duties(&movements::duties(app, by, movement)?, days),
        contestants: movements::count_by_kind(app, by, movement, days.to())?,
        decisions: issued.map(decision).collect(),
    })
}

fn targets(app: &App, by: &Person, movement: &str, on: Date) -> Result<Vec<TargetFigure>, Refusal> {
    let mut found = Vec::new();
    for target in movements::targets(app, by, movement)? {
        let unit = target.unit.map(|(code, _)| code);
        let standing = match unit.as_deref().zip(target.standard.as_deref()) {
            Some((unit, standard)) => {
                let all = standards::standings(app, by, standard, on)?.into_iter();
                let own = all.into_iter().find(|one| one.unit.code == unit);
                own.map(|one| (one.met, one.total))
            }
            None => None,
        };
        found.push(TargetFigure { text: target.text, due: target.due, unit, standing });
    }
    Ok(found)
}

fn villages(app: &App, by: &Person, days: Period) -> Result<Vec<VillageFigure>, Refusal> {
    let eve = days.from().yesterday().unwrap_or(days.from());
    let before = standards::standings(app, by, standards::usual(app), eve)?;
    let met_before = |code: &str| {
        let known = before.iter().find(|one| one.unit.code == code && one.unknown < one.total);
        known.map(|one| one.met)
    };
    let figure = |one: UnitStanding| VillageFigure {
        before: met_before(&one.unit.code),
        code: one.unit.code,
        name: one.unit.name,
        met: one.met,
        not_met: one.not_met,
        unknown: one.unknown,
        total: one.total,
    };
    let now = standards::standings(app, by, standards::usual(app), days.to())?;
    Ok(now.into_iter().map(figure).collect())
}

/// Where duties stood on the last day; a due day still belongs to its deadline.
fn duties(all: &[Duty], days: Period) -> DutyFigures {
    let mut found = DutyFigures::default();
    for duty in all {
        match (duty.done_on.filter(|day| *day <= days.to()), duty.due) {
            (Some(done), due) if days.contains(done) => {
                found.done += 1;
                found.done_late += usize::from(due.is_some_and(|due| due < done));
            }
            // What was done before the period belongs to an earlier report.
            (Some(_), _) => {}
            (None, Some(due)) if due < days.to() => found.late += 1,
            (None, Some(_)) => found.open += 1,
            (None, None) => found.standing += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use jiff::civil::date;

    #[test]
    fn duties_are_counted_as_they_stood_on_the_last_day() {
        let duty = |due, done_on| Duty {
            seq: 1,
            section: String::new(),
            bearer: String::new(),
            text: String::new(),
            due,
            done_on,
            version: 1,
        };
        let last = date(2023, 12, 31);
        let all = [
            duty(Some(date(2023, 6, 20)), Some(date(2023, 6, 20))),
            duty(Some(date(2023, 6, 20)), Some(date(2023, 6, 21))),
            duty(None, Some(date(2023, 8, 1))),
            duty(Some(date(2022, 12, 31)), Some(date(2022, 12, 1))),
            duty(Some(date(2023, 12, 30)), Some(date(2024, 1, 5))),
            duty(Some(last), None),
            duty(Some(date(2025, 12, 31)), None),
            duty(None, None),
        ];
        let days = Period::new(date(2023, 1, 1), last).unwrap();
        let expected = DutyFigures { done: 3, done_late: 1, late: 1, open: 2, standing: 1 };
        assert_eq!(duties(&all, days), expected);
    }
}
