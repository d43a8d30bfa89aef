//! Asking one condition on one day.

use super::case::Case;
use super::history::{History, full_years};
use crate::catalog::Catalog;
use crate::condition::{Condition, Function};
use crate::condition::{Fact, Value};
use crate::date::Date;
use crate::decision::Verdict;
use cel::{Context, ExecutionError, Value as Cel};
use std::sync::Arc;

/// By award, what a function says of it; nothing when it is not known.
type Answers = Vec<(String, Option<i64>)>;

/// A proposal on one day: what is known then.
pub(super) struct Scene<'a> {
    case: &'a Case,
    history: History<'a>,
    day: Date,
}

/// What a condition was asked about: a fact, or a question to the earlier awards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked<'a> {
    /// A fact.
    Fact(Fact),
    /// How often, how long running or since when an award was received.
    Earlier(Function, &'a str),
}

impl<'a> Scene<'a> {
    pub(super) fn new(catalog: &'a Catalog, case: &'a Case, day: Date) -> Self {
        Self { case, history: History::of(catalog, case, day), day }
    }

    /// What is known of something, ready to show.
    pub(super) fn value(&self, asked: Asked<'_>) -> Option<Value> {
        match asked {
            Asked::Fact(fact) => self.fact(fact),
            Asked::Earlier(function, award) => {
                self.history.answer(function, award).map(Value::Number)
            }
        }
    }

    fn fact(&self, fact: Fact) -> Option<Value> {
        let period = self.case.achievement.period;
        match fact {
            Fact::MovementLength => {
                // The last day belongs to the period: 2021-01-01 to 2025-12-31 is five years.
                let length = |it: crate::Period| {
                    it.to().tomorrow().ok().map(|end| full_years(it.from(), end))
                };
                period.and_then(length).map(Value::Number)
            }
            Fact::MovementYears => {
                let passed = |it: crate::Period| {
                    let end = self.day.min(it.to()).tomorrow().ok()?;
                    Some(full_years(it.from(), end))
                };
                period.and_then(passed).map(Value::Number)
            }
            Fact::AlreadyAwarded => self.history.has_this(self.case).map(Value::Bool),
            told => self.case.facts.on(told, self.day).cloned(),
        }
    }

    /// Yes, no, or not known. What is not known does not matter where the rest decides: CEL lets
    /// `false && x` be false and `true || x` true whatever `x` is.
    pub(super) fn judge(&self, condition: &Condition) -> Verdict {
        let mut context = Context::with_env(Condition::language());
        for fact in condition.facts() {
            match self.fact(fact) {
                Some(Value::Bool(yes)) => context.add_variable_from_value(fact.code(), yes),
                Some(Value::Number(number)) => context.add_variable_from_value(fact.code(), number),
                Some(Value::Code(code)) => context.add_variable_from_value(fact.code(), code),
                None => {}
            }
        }
        for (function, answers) in self.answers(condition) {
            let ask = move |award: Arc<String>| -> Result<i64, ExecutionError> {
                let found = answers.iter().find(|(known, _)| *known == *award);
                let unknown = || ExecutionError::function_error(function.code(), "not known");
                found.and_then(|(_, answer)| *answer).ok_or_else(unknown)
            };
            // The names are ours; the standard library has none of them.
            let _ = context.add_function(function.code(), ask);
        }
        match condition.program().execute(&context) {
            Ok(Cel::Bool(true)) => Verdict::Yes,
            Ok(Cel::Bool(false)) => Verdict::No,
            _ => Verdict::PersonMustDecide,
        }
    }

    /// What the condition asks of the earlier awards, by function.
    fn answers(&self, condition: &Condition) -> Vec<(Function, Answers)> {
        let asked = |function: &Function| {
            let calls = condition.calls().filter(|(name, _)| name == function);
            let answer = |(_, award): (Function, &str)| {
                (award.to_owned(), self.history.answer(*function, award))
            };
            (*function, calls.map(answer).collect::<Vec<_>>())
        };
        Function::ALL.iter().map(asked).filter(|(_, answers)| !answers.is_empty()).collect()
    }
}
