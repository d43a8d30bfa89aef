//! A proposal as it is judged: who, which award, on which day, and what is known.

use super::fact::{Fact, Value};
use crate::date::Date;
use crate::{AwardMode, Period, SubjectKind, UnitKind};
use std::collections::BTreeMap;

/// A proposal. What is not known is left out; it is never taken for no or for nothing.
#[derive(Debug, Clone)]
pub struct Case {
    /// Code of the award.
    pub award: String,
    /// The day of the decision; its law holds.
    pub day: Date,
    /// What is proposed.
    pub subject: SubjectKind,
    /// Its name, as the proposal writes it.
    pub name: String,
    /// Names it had before.
    pub former_names: Vec<String>,
    /// The type of commendation.
    pub mode: Option<AwardMode>,
    /// Who is to decide, where that is asked.
    pub decided_by: Option<UnitKind>,
    /// What it rests on.
    pub achievement: Achievement,
    /// What is known, each with the day since when.
    pub facts: Facts,
    /// Earlier awards; nothing when nobody has looked.
    pub earlier: Option<Vec<Earlier>>,
    /// Codes of the papers that lie in the dossier; nothing when nobody has looked.
    pub papers: Option<Vec<String>>,
}

/// What a proposal rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Achievement {
    /// In words.
    pub text: String,
    /// Name of the movement.
    pub movement: Option<String>,
    /// The movement's days.
    pub period: Option<Period>,
    /// The year considered; the year of the decision where none is named.
    pub year: Option<i16>,
}

/// An award received before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Code of the award; one that the catalog does not know counts for nothing.
    pub award: String,
    /// The name on its paper, where it is told.
    pub name: Option<String>,
    /// The day of its decision.
    pub on: Option<Date>,
    /// The year it was for.
    pub year: i16,
    /// Its type of commendation.
    pub mode: Option<AwardMode>,
    /// The movement it was for.
    pub movement: Option<String>,
    /// The achievement it was for.
    pub achievement: Option<String>,
}

impl Earlier {
    /// Whether it was there on a day. One whose day is not known is told as earlier, so it was there
    /// in its year.
    pub(super) fn was_there(&self, day: Date) -> bool {
        self.on.map_or(self.year <= day.year(), |on| on <= day)
    }
}

/// Facts with the day since when each is known. On a day the newest one counts that was known then, so
/// that nothing learnt later changes what was judged before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Fact, Vec<(Option<Date>, Value)>>);

/// A fact cannot have such a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactFault {
    /// It is of another kind, or none of the codes.
    #[error("{0} cannot be {1}")]
    Value(Fact, Value),
    /// It is worked out from days and earlier awards.
    #[error("{0} is worked out and not told")]
    Derived(Fact),
}

impl Facts {
    /// Tells a fact; without a day it is known on all days.
    ///
    /// # Errors
    /// When the fact cannot have this value, or is worked out.
    pub fn tell(&mut self, fact: Fact, value: Value, since: Option<Date>) -> Result<(), FactFault> {
        if fact.is_derived() {
            return Err(FactFault::Derived(fact));
        }
        if !value.fits(fact.kind()) {
            return Err(FactFault::Value(fact, value));
        }
        let told = self.0.entry(fact).or_default();
        let at = told.partition_point(|(known, _)| *known <= since);
        told.insert(at, (since, value));
        Ok(())
    }

    /// What is known of a fact on a day.
    pub fn on(&self, fact: Fact, day: Date) -> Option<&Value> {
        let told = self.0.get(&fact)?;
        told.iter().rev().find(|(since, _)| since.is_none_or(|since| since <= day)).map(|it| &it.1)
    }

    /// Leaves out the facts that `keep` does not mean.
    pub fn retain(&mut self, keep: impl Fn(Fact) -> bool) {
        self.0.retain(|fact, _| keep(*fact));
    }

    /// The days on which something became known.
    pub(super) fn days(&self) -> impl Iterator<Item = Date> {
        self.0.values().flatten().filter_map(|(since, _)| *since)
    }
}
