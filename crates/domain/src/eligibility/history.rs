//! The earlier awards of a contestant, as conditions ask for them.

use super::case::{Case, Earlier};
use super::name::same;
use crate::catalog::{AwardClass, Catalog};
use crate::condition::Function;
use crate::date::Date;

/// The earlier awards that had been received by a day.
#[derive(Debug, Clone)]
pub(super) struct History<'a> {
    catalog: &'a Catalog,
    /// Nothing when nobody has looked.
    earlier: Option<Vec<&'a Earlier>>,
    day: Date,
    /// The year considered.
    year: i16,
}

impl<'a> History<'a> {
    pub(super) fn of(catalog: &'a Catalog, case: &'a Case, day: Date) -> Self {
        let counts = |one: &&Earlier| one.was_there(day) && is_of(case, one);
        let earlier = case.earlier.as_ref().map(|all| all.iter().filter(counts).collect());
        Self { catalog, earlier, day, year: case.achievement.year.unwrap_or(day.year()) }
    }

    /// The answer to a question, or nothing when it is not known.
    pub(super) fn answer(&self, function: Function, award: &str) -> Option<i64> {
        let all = self.earlier.as_ref()?;
        let received: Vec<&Earlier> =
            all.iter().copied().filter(|one| one.award == award).collect();
        match function {
            Function::TimesAny => count(&received),
            Function::Times => self.agreed(&received, count),
            Function::ThisYear => {
                let year: Vec<_> =
                    received.iter().copied().filter(|one| one.year == self.year).collect();
                count(&year)
            }
            Function::InARow => Some(self.in_a_row(&received)),
            Function::YearsSinceAny => Some(self.years_since(&received)),
            Function::YearsSince => self.agreed(&received, |chosen| Some(self.years_since(chosen))),
        }
    }

    /// Without those that the law of the day does not let count for a further award: for a theme, for a
    /// sudden achievement. Where that is not known of one, the answer is known only if it is the same
    /// either way.
    fn agreed(
        &self,
        received: &[&'a Earlier],
        ask: impl Fn(&[&'a Earlier]) -> Option<i64>,
    ) -> Option<i64> {
        let counts = |one: &Earlier| match one.mode {
            Some(mode) => self.catalog.counts_upward(mode, self.day),
            None => self.is_title(one).then_some(true),
        };
        let mut lasting = received.to_vec();
        lasting.retain(|one| counts(one) != Some(false));
        let mut sure = lasting.clone();
        sure.retain(|one| counts(one) == Some(true));
        let (least, most) = (ask(&sure)?, ask(&lasting)?);
        (least == most).then_some(least)
    }

    /// Years running that end in the year considered, or in the one before.
    fn in_a_row(&self, received: &[&Earlier]) -> i64 {
        let had = |year: i16| received.iter().any(|one| one.year == year);
        let last = if had(self.year) { self.year } else { self.year.saturating_sub(1) };
        let running =
            (0..).map(|back: i16| last.saturating_sub(back)).take_while(|year| had(*year));
        i64::try_from(running.count()).unwrap_or(i64::MAX)
    }

    fn years_since(&self, received: &[&Earlier]) -> i64 {
        let day = |one: &&Earlier| one.on.or_else(|| Date::new(one.year, 12, 31).ok());
        received.iter().filter_map(day).min().map_or(-1, |first| full_years(first, self.day))
    }

    /// Titles are given for the work of a year and have no type of commendation.
    fn is_title(&self, one: &Earlier) -> bool {
        self.catalog.award(&one.award).is_some_and(|award| award.form.class == AwardClass::Title)
    }

    /// Whether the same achievement has been commended. The same words are the same achievement; the
    /// same movement in the same year is, unless both are told in words and differ: then it is not
    /// known.
    pub(super) fn has_this(&self, case: &Case) -> Option<bool> {
        let known = self.earlier.as_ref()?.iter().map(|one| self.is_this(case, one));
        let mut answer = Some(false);
        for one in known {
            match one {
                Some(true) => return Some(true),
                None => answer = None,
                Some(false) => {}
            }
        }
        answer
    }

    fn is_this(&self, case: &Case, one: &Earlier) -> Option<bool> {
        let this = &case.achievement;
        let words = one.achievement.as_deref().filter(|_| !this.text.is_empty());
        let movement = match (&one.movement, &this.movement) {
            (Some(one), Some(other)) => same(one, other),
            _ => false,
        };
        match words {
            Some(words) if same(words, &this.text) => Some(true),
            _ if !movement || one.year != self.year => Some(false),
            Some(_) => None,
            None => Some(true),
        }
    }
}

fn count(received: &[&Earlier]) -> Option<i64> {
    i64::try_from(received.len()).ok()
}

/// An earlier award of another name is somebody else's.
pub(super) fn is_of(case: &Case, one: &Earlier) -> bool {
    let Some(name) = &one.name else { return true };
    same(name, &case.name) || case.former_names.iter().any(|former| same(name, former))
}

/// Full years between two days; none when the second comes first.
pub(super) fn full_years(from: Date, to: Date) -> i64 {
    let years = i64::from(to.year()) - i64::from(from.year());
    let early = (to.month(), to.day()) < (from.month(), from.day());
    (years - i64::from(early)).max(0)
}
