//! From which day on a condition is met.

use super::case::Case;
use super::judge::Scene;
use crate::catalog::{Catalog, Requirement};
use crate::condition::Condition;
use crate::condition::Fact;
use crate::date::Date;
use crate::decision::Verdict;
use crate::sourced::Sourced;

/// How many years ahead is looked.
const AHEAD: i16 = 10;

/// The first day, as far as its condition holds, on which a proposal with these facts meets it:
/// past when it is met, to come when waiting is all it takes. Nothing when no day is known.
pub(super) fn met_since(
    catalog: &Catalog,
    case: &Case,
    row: &Sourced<Requirement>,
) -> Option<Date> {
    let condition = &row.value.holds;
    if !depends_on_days(case, condition) {
        return None;
    }
    let last = Date::new(case.day.year().checked_add(AHEAD)?, 12, 31).ok()?;
    let mut days = turning_days(case, last);
    days.push(row.from);
    days.retain(|day| row.holds_on(*day) && *day <= last);
    days.sort_unstable();
    days.dedup();
    days.into_iter().find(|day| Scene::new(catalog, case, *day).judge(condition) == Verdict::Yes)
}

/// Whether the answer can change from day to day while nothing else is told.
fn depends_on_days(case: &Case, condition: &Condition) -> bool {
    condition.calls().next().is_some()
        || condition.facts().any(|fact| {
            matches!(fact, Fact::MovementYears | Fact::AlreadyAwarded)
                || case.facts.days().next().is_some()
        })
}

/// The days on which an answer can change: when something became known, when an award came, and each
/// year after, and the turn of each year.
fn turning_days(case: &Case, last: Date) -> Vec<Date> {
    let mut anchors: Vec<Date> = case.earlier.iter().flatten().filter_map(|one| one.on).collect();
    // Whole years of a period are full when its last day is over, that is on that day itself.
    anchors.extend(case.achievement.period.and_then(|it| it.from().yesterday().ok()));
    anchors.extend(case.achievement.period.map(|it| it.from()));
    let mut days: Vec<Date> = case.facts.days().collect();
    for anchor in anchors {
        let years = anchor.year()..=last.year();
        days.extend(years.filter_map(|year| Date::new(year, anchor.month(), anchor.day()).ok()));
    }
    let first = days.iter().map(|day| day.year()).min().unwrap_or(case.day.year());
    days.extend((first..=last.year()).filter_map(|year| Date::new(year, 1, 1).ok()));
    days
}
