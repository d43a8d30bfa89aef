//! Questions in words: always something to ask, never a verdict.

use chungsuc_domain::standard::Standard;
use chungsuc_domain::standard::questions::Question;
use chungsuc_domain::{Decimal, Measure, Quantity};

use crate::access::{Act, Place};
use crate::features::units::{self, Unit};
use crate::visit::Visit;
use crate::web::PageError;
use crate::web::texts::Value;

/// What the words of questions need: names of villages, and which of them the reader may see.
pub(super) struct Words<'a> {
    v: &'a Visit,
    standard: &'a Standard,
    villages: Vec<Unit>,
}

impl<'a> Words<'a> {
    pub(super) fn new(v: &'a Visit, standard: &'a Standard) -> Result<Self, PageError> {
        let person = v.person()?;
        let mut villages = units::children(&v.app, &person.commune)?;
        villages.extend(units::find(&v.app, &person.commune)?);
        villages.retain(|one| {
            person.may(Act::ReadStandards, Place::village(&person.commune, &one.code))
        });
        Ok(Self { v, standard, villages })
    }

    /// The name of a village that the reader may see.
    pub(super) fn village(&self, code: &str) -> &str {
        let known = self.villages.iter().find(|village| village.code == code);
        known.map_or("–", |village| village.name.as_str())
    }

    /// The villages of a question that the reader may see.
    pub(super) fn villages(&self, question: &Question) -> String {
        let codes = question.units().iter();
        let seen = codes.filter(|code| self.villages.iter().any(|it| it.code == **code));
        seen.map(|code| self.village(code)).collect::<Vec<_>>().join(", ")
    }

    /// “10. Thu nhập”.
    pub(super) fn indicator(&self, code: &str) -> String {
        let line = self.standard.line(code);
        line.map_or_else(|| code.to_owned(), |line| format!("{}. {}", line.code, line.name))
    }

    /// The question as it is put to the people who know.
    pub(super) fn question(&self, question: &Question) -> String {
        let facts: Vec<(&'static str, Value<'_>)> = match question {
            Question::NoEvidence { indicators, .. } => {
                let in_order = self.standard.lines().filter(|it| indicators.contains(&it.code));
                let list: Vec<&str> = in_order.map(|line| line.code.as_str()).collect();
                vec![("count", list.len().into()), ("list", list.join(", ").into())]
            }
            Question::Jump { indicator, before, now, .. } => vec![
                ("indicator", self.indicator(indicator).into()),
                ("before", self.figure(indicator, *before).into()),
                ("now", self.figure(indicator, *now).into()),
            ],
            Question::OnThreshold { indicator, threshold, units, of } => vec![
                ("indicator", self.indicator(indicator).into()),
                ("threshold", self.figure(indicator, *threshold).into()),
                ("count", units.len().into()),
                ("of", (*of).into()),
            ],
            Question::PartAboveWhole { indicator, part, whole, .. } => vec![
                ("indicator", self.indicator(indicator).into()),
                ("part", part.to_string().into()),
                ("whole", whole.to_string().into()),
            ],
            Question::WholesDiffer { counts, wholes, .. } => {
                vec![("counts", counts.label().into()), ("list", self.wholes(wholes).into())]
            }
            Question::BelowRegister { counts, holds, wholes, .. } => vec![
                ("holds", counted(*holds, *counts).into()),
                ("list", self.wholes(wholes).into()),
            ],
        };
        self.v.l.explain("question-", question.kind(), &facts)
    }

    fn wholes(&self, wholes: &[(String, Decimal)]) -> String {
        let one = |(code, whole): &(String, Decimal)| {
            self.v.l.with(
                "question-whole",
                &[("indicator", code.as_str().into()), ("whole", whole.to_string().into())],
            )
        };
        wholes.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn figure(&self, indicator: &str, value: Decimal) -> String {
        match self.standard.line(indicator).and_then(|line| line.measure()) {
            Some(unit) => counted(value, unit),
            None => value.to_string(),
        }
    }
}

fn counted(value: Decimal, unit: Measure) -> String {
    Quantity::new(value, unit).to_string()
}
