//! A condition as an expression of CEL, the Common Expression Language. It is understood when the
//! catalog is read: an unknown name or a comparison of unlike things is a fault of the file, so no
//! condition can fail on the day it is asked.
//!
//! Only a part of the language is let in: facts, whole numbers, codes, `&&`, `||`, `!`, `?:`, the
//! comparisons, `in`, `+`, `-`, `*`, and the functions of [`Function`]. There is no loop, so a
//! condition costs no more than its length.

mod fact;

pub use fact::{Fact, FactType, Value};

use cel::common::ast::{CallExpr, Expr, LiteralValue, operators};
use cel::{Env, IdedExpr, Program};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

codes! {
    /// What a condition may ask of the earlier awards. Each takes the code of an award.
    Function {
        /// How often it was received, awards for a theme or a sudden achievement left out.
        Times = "times",
        /// How often it was received, whatever for.
        TimesAny = "times_any",
        /// For how many years running, up to the year considered or the one before.
        InARow = "in_a_row",
        /// How often it was received for the year considered, whatever for.
        ThisYear = "this_year",
        /// Full years since it was first received, awards for a theme or a sudden achievement left
        /// out; -1 when it never was.
        YearsSince = "years_since",
        /// As before, whatever it was for.
        YearsSinceAny = "years_since_any",
    }
}

/// A condition that was understood.
#[derive(Debug, Clone)]
pub struct Condition {
    source: String,
    program: Arc<Program>,
    facts: BTreeSet<Fact>,
    calls: BTreeSet<(Function, String)>,
}

/// Why an expression is no condition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ConditionFault {
    /// Where, in letters from the beginning of the expression.
    pub at: usize,
    /// What is wrong, with the words of the expression.
    pub message: String,
}

/// The kind of a part of an expression.
#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Bool,
    Number,
    /// A code; a fact knows which ones it can be, a literal is itself.
    Code(Option<&'static [&'static str]>, Option<String>),
    List(Vec<Kind>),
}

static LANGUAGE: LazyLock<Arc<Env>> = LazyLock::new(|| Arc::new(Env::stdlib()));

impl Condition {
    /// Understands an expression.
    ///
    /// # Errors
    /// With the first thing that is wrong, and where.
    pub fn parse(source: &str) -> Result<Self, ConditionFault> {
        let program = LANGUAGE.compile(source).map_err(|errors| {
            let first = errors.errors.first();
            let message = first.map_or_else(String::new, |error| error.msg.clone());
            ConditionFault { at: 0, message }
        })?;
        let mut reader =
            Reader { program: &program, facts: BTreeSet::new(), calls: BTreeSet::new() };
        let kind = reader.kind(program.expression())?;
        if kind != Kind::Bool {
            let message = format!("a condition is yes or no, not {}", kind.name());
            return Err(ConditionFault { at: 0, message });
        }
        let Reader { facts, calls, .. } = reader;
        Ok(Self { source: source.to_owned(), program: Arc::new(program), facts, calls })
    }

    /// The expression as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The facts it speaks of.
    pub fn facts(&self) -> impl Iterator<Item = Fact> {
        self.facts.iter().copied()
    }

    /// What it asks of the earlier awards: function and code of the award.
    pub fn calls(&self) -> impl Iterator<Item = (Function, &str)> {
        self.calls.iter().map(|(function, award)| (*function, award.as_str()))
    }

    pub(super) fn program(&self) -> &Program {
        &self.program
    }

    pub(super) fn language() -> Arc<Env> {
        LANGUAGE.clone()
    }
}

impl Kind {
    fn of(kind: FactType) -> Self {
        match kind {
            FactType::Bool => Self::Bool,
            FactType::Number => Self::Number,
            FactType::Code(codes) => Self::Code(Some(codes), None),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Bool => "yes or no",
            Self::Number => "a number",
            Self::Code(..) => "a code",
            Self::List(_) => "a list",
        }
    }
}

/// Walks through an expression and notes what it speaks of.
struct Reader<'a> {
    program: &'a Program,
    facts: BTreeSet<Fact>,
    calls: BTreeSet<(Function, String)>,
}

impl Reader<'_> {
    fn kind(&mut self, part: &IdedExpr) -> Result<Kind, ConditionFault> {
        match &part.expr {
            Expr::Literal(literal) => self.literal(part, literal),
            Expr::Ident(name) => match Fact::from_code(name) {
                Some(fact) => {
                    self.facts.insert(fact);
                    Ok(Kind::of(fact.kind()))
                }
                None => self.fault(part, format!("there is no fact {name}")),
            },
            Expr::List(list) => {
                let kinds = list.elements.iter().map(|element| self.kind(element));
                Ok(Kind::List(kinds.collect::<Result<_, _>>()?))
            }
            Expr::Call(call) => self.call(part, call),
            _ => self.fault(part, "this is no part of the language of conditions".to_owned()),
        }
    }

    fn literal(&self, part: &IdedExpr, literal: &LiteralValue) -> Result<Kind, ConditionFault> {
        match literal {
            LiteralValue::Boolean(_) => Ok(Kind::Bool),
            LiteralValue::Int(_) => Ok(Kind::Number),
            LiteralValue::String(text) => Ok(Kind::Code(None, Some(text.inner().to_owned()))),
            _ => self.fault(part, "only yes or no, whole numbers and codes are known".to_owned()),
        }
    }

    fn call(&mut self, part: &IdedExpr, call: &CallExpr) -> Result<Kind, ConditionFault> {
        use operators::*;
        let name = call.func_name.as_str();
        if call.target.is_some() {
            return self.fault(part, format!("there is no {name} to be called on a value"));
        }
        if let Some(function) = Function::from_code(name) {
            return self.ask(part, function, &call.args);
        }
        let kinds: Vec<Kind> =
            call.args.iter().map(|part| self.kind(part)).collect::<Result<_, _>>()?;
        let result = match (name, kinds.as_slice()) {
            (LOGICAL_AND | LOGICAL_OR, [Kind::Bool, Kind::Bool]) => Kind::Bool,
            (LOGICAL_NOT, [Kind::Bool]) => Kind::Bool,
            (GREATER | GREATER_EQUALS | LESS | LESS_EQUALS, [Kind::Number, Kind::Number]) => {
                Kind::Bool
            }
            (ADD | SUBSTRACT | MULTIPLY, [Kind::Number, Kind::Number]) => Kind::Number,
            (NEGATE, [Kind::Number]) => Kind::Number,
            (EQUALS | NOT_EQUALS, [one, other]) => self.comparable(part, one, other)?,
            (IN, [one, Kind::List(others)]) => {
                for other in others {
                    self.comparable(part, one, other)?;
                }
                Kind::Bool
            }
            (CONDITIONAL, [Kind::Bool, one, other]) if one == other => one.clone(),
            _ => {
                let told: Vec<&str> = kinds.iter().map(Kind::name).collect();
                let name = name.trim_matches(|c| c == '_' || c == '@');
                return self.fault(part, format!("{name} does not go with {}", told.join(", ")));
            }
        };
        Ok(result)
    }

    /// The code that a fact is compared with has to be one that the fact can have.
    fn comparable(
        &self,
        part: &IdedExpr,
        one: &Kind,
        other: &Kind,
    ) -> Result<Kind, ConditionFault> {
        match (one, other) {
            (Kind::Bool, Kind::Bool) | (Kind::Number, Kind::Number) => Ok(Kind::Bool),
            (Kind::Code(Some(codes), _), Kind::Code(_, Some(code)))
            | (Kind::Code(_, Some(code)), Kind::Code(Some(codes), _)) => {
                if codes.contains(&code.as_str()) {
                    return Ok(Kind::Bool);
                }
                self.fault(part, format!("“{code}” is none of {}", codes.join(", ")))
            }
            (one, other) => {
                self.fault(part, format!("{} is compared with {}", one.name(), other.name()))
            }
        }
    }

    fn ask(
        &mut self,
        part: &IdedExpr,
        function: Function,
        args: &[IdedExpr],
    ) -> Result<Kind, ConditionFault> {
        let [IdedExpr { expr: Expr::Literal(LiteralValue::String(award)), .. }] = args else {
            return self.fault(part, format!("{function} takes the code of one award"));
        };
        self.calls.insert((function, award.inner().to_owned()));
        Ok(Kind::Number)
    }

    fn fault<T>(&self, part: &IdedExpr, message: String) -> Result<T, ConditionFault> {
        let at = self.program.source_info().offset_for(part.id).map_or(0, |(start, _)| start);
        Err(ConditionFault { at: at as usize, message })
    }
}
