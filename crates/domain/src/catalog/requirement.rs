//! What has to be true of a contestant: conditions of the law as expressions, each with its days,
//! its clause and what follows when it is not met.

use super::{AwardForm, Overlap, Sourced, Timeline};
use crate::condition::Condition;
use crate::date::Date;
use crate::{AwardMode, SubjectKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

codes! {
    /// What follows when a condition is not met.
    Effect {
        /// The award cannot be given.
        Block = "block",
        /// A person may let it pass and says in writing why.
        Ask = "ask",
        /// It is told and changes nothing.
        Tell = "tell",
    }
}

/// One condition. What it is for is limited by lists; an empty list limits nothing.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// What it is about; of one matter one condition holds on a day.
    pub matter: String,
    /// The condition in an officer's words.
    pub text: String,
    /// What follows when it is not met.
    pub effect: Effect,
    /// The condition itself.
    pub holds: Condition,
    /// For whom.
    pub scope: Scope,
}

/// For which awards, subjects and types of commendation a condition is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Codes of awards.
    pub awards: Vec<String>,
    /// Awards that are not meant.
    pub except: Vec<String>,
    /// Kinds of subjects.
    pub subjects: Vec<SubjectKind>,
    /// Types of commendation. A proposal that does not say its type is meant as well.
    pub modes: Vec<AwardMode>,
    /// Whether it is a principle and no standard of an award.
    pub principle: bool,
}

impl Scope {
    /// Whether it holds for awards of every kind and is no standard of one.
    pub fn is_for_every_award(&self) -> bool {
        self.principle
    }

    /// Whether the condition is meant for this proposal.
    pub fn covers(&self, award: &AwardForm, subject: SubjectKind, mode: Option<AwardMode>) -> bool {
        let open = |list: &[String]| list.is_empty() || list.contains(&award.code);
        open(&self.awards)
            && !self.except.contains(&award.code)
            && (self.subjects.is_empty() || self.subjects.contains(&subject))
            && (self.modes.is_empty() || mode.is_none_or(|mode| self.modes.contains(&mode)))
    }
}

/// A condition as a file writes it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Written {
    pub(crate) matter: String,
    pub(crate) text: String,
    pub(crate) effect: Effect,
    pub(crate) holds: Spanned<String>,
    #[serde(default)]
    pub(crate) awards: Vec<String>,
    #[serde(default)]
    pub(crate) except: Vec<String>,
    #[serde(default)]
    pub(crate) subjects: Vec<SubjectKind>,
    #[serde(default)]
    pub(crate) modes: Vec<AwardMode>,
}

impl Written {
    /// The condition, once its expression is understood.
    pub(crate) fn understood(self, holds: Condition, principle: bool) -> Requirement {
        let Self { matter, text, effect, awards, except, subjects, modes, .. } = self;
        let scope = Scope { awards, except, subjects, modes, principle };
        Requirement { matter, text, effect, holds, scope }
    }
}

/// Conditions by their matter.
#[derive(Debug, Clone, Default)]
pub struct Requirements(BTreeMap<String, Timeline<Requirement>>);

impl Requirements {
    /// Adds a condition, unless another of its matter holds on one of its days.
    pub(crate) fn add(&mut self, row: Sourced<Requirement>) -> Result<(), Overlap> {
        self.0.entry(row.value.matter.clone()).or_default().add(row)
    }

    /// What holds on a day, in the order of the matters.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Sourced<Requirement>> {
        self.0.values().filter_map(move |timeline| timeline.on(day))
    }

    /// Whether something is said of a matter on some day.
    pub(super) fn has(&self, matter: &str) -> bool {
        self.0.contains_key(matter)
    }

    /// All conditions of all days.
    pub fn timelines(&self) -> impl Iterator<Item = &Timeline<Requirement>> {
        self.0.values()
    }
}

impl<T> Sourced<T> {
    /// The same days and source around another value.
    pub(crate) fn map<U>(self, make: impl FnOnce(T) -> U) -> Sourced<U> {
        let Self { id, from, to, value, source, checked, review_from, note } = self;
        Sourced { id, from, to, value: make(value), source, checked, review_from, note }
    }
}
