//! Which questions the figures of a period raise, and where each of them stands.

use std::collections::{BTreeMap, HashMap};

use chungsuc_domain::catalog::Sourced;
use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::questions::{
    Entered, Question, QuestionRule, Register, below_registers, questions,
};
use chungsuc_domain::standard::{IndicatorKind, Standard};
use chungsuc_domain::{Decimal, Measure};
use jiff::civil::Date;

use super::answers::{Answer, AnswerKind, of_period};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::standards::grid::GridKey;
use crate::features::standards::{self, Reported, Value};
use crate::features::{directory, rechecks};
use crate::refusal::Refusal;

/// A question that the figures raise now.
#[derive(Clone, Debug)]
pub struct Raised {
    /// What is asked.
    pub asked: Asked,
    /// The values that it is about, of the villages that the reader may see.
    pub subjects: Vec<Subject>,
}

/// A question and what was said to it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What it is known by.
    pub id: String,
    /// The question.
    pub question: Question,
    /// What was said, the first first.
    pub answers: Vec<Answer>,
}

/// A value that a question is about.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The value.
    pub value: Value,
    /// Whether the last word of the officer is that it is wrong.
    pub wrong: bool,
}

impl Asked {
    /// What was said last; a question without a word is open.
    pub fn last(&self) -> Option<AnswerKind> {
        self.answers.last().map(|answer| answer.kind)
    }
}

impl Raised {
    /// Whether this person should do something about it.
    pub fn waits_for(&self, app: &App, by: &Person) -> bool {
        let officer = by.may(Act::VerifyValues, Place::commune(&by.commune));
        // The board enters for villages without a computer; it does not explain in their stead.
        let village = !by.may_somewhere(Act::JudgeValues) && self.may_explain(by);
        match self.asked.last() {
            None => officer || village,
            Some(AnswerKind::Explained) => officer,
            Some(AnswerKind::Settled) => false,
            Some(AnswerKind::Wrong) => self.may_send_back(app, by).next().is_some(),
        }
    }

    /// Whether this person speaks for one of the villages that are asked.
    pub fn may_explain(&self, by: &Person) -> bool {
        let own = |unit: &String| by.may(Act::EnterValues, Place::village(&by.commune, unit));
        self.asked.question.units().iter().any(own)
    }

    /// Whether this person may say what is to be made of it: an officer, and not about figures that
    /// are all their own.
    pub fn may_settle(&self, by: &Person) -> bool {
        let of_others = self.subjects.iter().any(|one| one.value.entered_by != by.account);
        let judged = |unit: &String| by.may(Act::JudgeValues, Place::village(&by.commune, unit));
        of_others && self.asked.question.units().iter().all(judged)
    }

    /// The values known to be wrong that this person may send one step back.
    pub fn may_send_back<'a>(
        &'a self,
        app: &'a App,
        by: &'a Person,
    ) -> impl Iterator<Item = &'a Value> {
        let wrong = self.subjects.iter().filter(|one| one.wrong).map(|one| &one.value);
        wrong.filter(move |value| {
            // What the board already asked about is with the officer, who sees it in the queue.
            value.review.stage() != Stage::Questioned
                && standards::may_send_back(app, by, value).is_ok()
        })
    }
}

/// From when on a figure raises a question on the last day of a period; the catalog holds it.
pub fn rule<'a>(app: &'a App, period: &str) -> Option<&'a Sourced<QuestionRule>> {
    app.catalog.question_rule(day(app, period)?)
}

/// Every question that the figures of a standard and a period raise, as far as this person may see
/// the villages that are asked.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard or period; of the store.
pub fn raised(app: &App, by: &Person, key: GridKey<'_>) -> Result<Vec<Raised>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let rules = standards::rules::rules(app, &by.commune, key.standard)?;
    let standard = &rules.standard;
    let day = day(app, key.period).ok_or(Refusal::NotFound)?;
    let reported = standards::reported_by_all(app, by, key)?;
    let entered = entered(app, by, key, standard, &reported)?;
    let mut found = match rule(app, key.period) {
        Some(rule) => questions(standard, &rule.value, rules.region(day), day, &entered),
        None => Vec::new(),
    };
    found.extend(below_registers(standard, &entered, &registers(app, by)?));
    found.retain(|question| may_see(by, question));
    let mut answers = answers_by_question(app, by, key)?;
    let raised = found.into_iter().map(|question| {
        let id = question.id();
        let answers = answers.remove(&id).unwrap_or_default();
        let subjects = subjects(by, standard, &question, &answers, &reported);
        Raised { asked: Asked { id, question, answers }, subjects }
    });
    Ok(raised.collect())
}

/// Questions that were answered and that the figures no longer raise: they changed, or the question
/// was put by an older rule.
///
/// # Errors
/// As [`raised`].
pub fn earlier(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
    now: &[Raised],
) -> Result<Vec<Asked>, Refusal> {
    let mut answers = answers_by_question(app, by, key)?;
    answers.retain(|id, _| !now.iter().any(|one| one.asked.id == *id));
    let asked = answers.into_iter().filter_map(|(id, answers)| {
        let question = answers.first()?.asked.clone();
        may_see(by, &question).then_some(Asked { id, question, answers })
    });
    let mut asked: Vec<Asked> = asked.collect();
    asked.sort_by(|one, other| one.question.units().cmp(other.question.units()));
    Ok(asked)
}

/// One question: as it is raised now, or as it was once answered.
///
/// # Errors
/// As [`raised`]; [`Refusal::NotFound`].
pub fn find(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
    id: &str,
) -> Result<Result<Raised, Asked>, Refusal> {
    let mut now = raised(app, by, key)?;
    if let Some(place) = now.iter().position(|one| one.asked.id == id) {
        return Ok(Ok(now.swap_remove(place)));
    }
    let earlier = earlier(app, by, key, &now)?.into_iter().find(|one| one.id == id);
    earlier.map(Err).ok_or(Refusal::NotFound)
}

/// Whoever may see one of the villages that are asked.
pub(super) fn may_see(by: &Person, question: &Question) -> bool {
    let seen = |unit: &String| by.may(Act::ReadStandards, Place::village(&by.commune, unit));
    question.units().iter().any(seen)
}

/// The last day of the period, or today while it lasts.
fn day(app: &App, period: &str) -> Option<Date> {
    standards::last_day(period).map(|last| last.min(app.today()))
}

fn answers_by_question(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
) -> Result<HashMap<String, Vec<Answer>>, Refusal> {
    let mut all: HashMap<String, Vec<Answer>> = HashMap::new();
    for answer in of_period(app, by, key)? {
        all.entry(answer.question.clone()).or_default().push(answer);
    }
    Ok(all)
}

/// The values that a question is about: village by village, in the order of the set.
fn subjects(
    by: &Person,
    set: &Standard,
    question: &Question,
    answers: &[Answer],
    reported: &[Reported],
) -> Vec<Subject> {
    let lines = question.indicators();
    let asked = reported.iter().map(|one| &one.value).filter(|value| {
        question.units().contains(&value.unit)
            && lines.contains(&value.indicator.as_str())
            && by.may(Act::ReadStandards, Place::village(&by.commune, &value.unit))
    });
    let last = answers.last().filter(|answer| answer.kind == AnswerKind::Wrong);
    let subject = |value: &Value| {
        let wrong = last.is_some_and(|answer| answer.wrong.contains(&value.id));
        Subject { value: value.clone(), wrong }
    };
    let mut found: Vec<Subject> = asked.map(subject).collect();
    let place = |code: &str| set.lines().position(|line| line.code == code);
    found.sort_by_cached_key(|one| (one.value.unit.clone(), place(&one.value.indicator)));
    found
}

fn entered(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
    standard: &Standard,
    reported: &[Reported],
) -> Result<Vec<Entered>, Refusal> {
    let last = match standards::before(key.period) {
        Some(period) => standards::reported_by_all(app, by, GridKey { period: &period, ..key })?,
        None => Vec::new(),
    };
    let last: BTreeMap<(&str, &str), &Value> = last
        .iter()
        .map(|one| ((one.value.unit.as_str(), one.value.indicator.as_str()), &one.value))
        .collect();
    let visited = rechecks::agreed(app, by, key)?;
    let entered = reported.iter().map(|one| {
        let (value, figure) = (&one.value, &one.value.figure);
        let before = last.get(&(value.unit.as_str(), value.indicator.as_str()));
        let kind = standard.line(&value.indicator).map(|line| line.kind);
        // A visit backs the figure that it saw, not one that was entered after it.
        let seen = visited.get(&value.id);
        let seen = seen.zip(kind).is_some_and(|(seen, kind)| *seen == figure.in_cell(kind));
        Entered {
            unit: value.unit.clone(),
            indicator: value.indicator.clone(),
            amount: figure.amount,
            part: figure.numerator,
            whole: figure.denominator,
            before: before.and_then(|before| number(before, kind)),
            evidence: one.files + usize::from(seen),
        }
    });
    Ok(entered.collect())
}

/// A figure as one number; of a share, per cent.
fn number(value: &Value, kind: Option<IndicatorKind>) -> Option<Decimal> {
    let figure = &value.figure;
    match figure.numerator.zip(figure.denominator) {
        Some((part, whole)) if kind == Some(IndicatorKind::Ratio) => part.percent_of(whole),
        _ => figure.amount,
    }
}

/// What the directory holds at the least.
fn registers(app: &App, by: &Person) -> Result<Vec<Register>, Refusal> {
    if !by.may_somewhere(Act::ReadDirectory) {
        return Ok(Vec::new());
    }
    let counted = directory::households_by_village(app, by)?;
    let register = |(unit, count): (String, i64)| {
        let holds = Decimal::whole(count).ok()?;
        Some(Register { unit, counts: Measure::Household, holds })
    };
    Ok(counted.into_iter().filter_map(register).collect())
}
