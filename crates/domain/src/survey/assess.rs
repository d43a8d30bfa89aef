//! What counted forms come to, and why.

use super::{Answers, Content, SurveyRule};
use crate::Decimal;
use crate::date::Date;
use crate::decision::{Reason, TextKey};
use crate::sourced::Sourced;
use crate::standard::{Compare, Outcome, Reported, Share, Standard, evaluate_indicator};
use serde::Serialize;

/// A counted survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Households of the place.
    pub households: u32,
    /// Households that were asked.
    pub asked: u32,
    /// What was asked, and the counted answers.
    pub contents: &'a [(Content, Answers)],
}

/// By what it is judged. What the catalog does not know is left to a person.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// The standard whose condition asks for it.
    pub standard: &'a Standard,
    /// The region whose thresholds count, where the standard has any.
    pub region: Option<&'a str>,
    /// What each content must reach.
    pub each: Option<&'a Sourced<SurveyRule>>,
    /// How many per cent of the households are to be asked.
    pub share: Option<&'a Sourced<Decimal>>,
    /// The day whose rules count.
    pub day: Date,
}

/// What one content comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentResult {
    /// The satisfied among those who answered.
    pub share: Option<Share>,
    /// Whether that is enough for one content.
    pub outcome: Outcome,
}

/// What a survey comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// As good as its weakest part: the whole, each content, how many were asked.
    pub outcome: Outcome,
    /// The share that the condition asks for.
    pub overall: Option<Share>,
    /// Each content, in the order of the form.
    pub contents: Vec<ContentResult>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Judges a survey. A satisfied majority of too few households is not simply a yes: whether they may
/// speak for all, a person decides.
pub fn assess(counted: Asked<'_>, grounds: Grounds<'_>) -> Assessment {
    let overall = overall(counted.contents);
    let (whole, why_whole) = of_whole(overall, grounds);
    let (contents, why_contents) = of_contents(counted.contents, grounds);
    let (enough, why_enough) = of_number(counted, grounds);
    let weakest = contents.iter().map(|one| one.outcome).max();
    let outcome = whole.max(enough).max(weakest.unwrap_or(Outcome::NotReported));
    let mut reasons = vec![why_whole];
    reasons.extend(why_contents);
    reasons.push(why_enough);
    Assessment { outcome, overall, contents, reasons }
}

/// The share of the content that asks about everything; without one, of all answers together.
fn overall(contents: &[(Content, Answers)]) -> Option<Share> {
    let whole = contents.iter().find(|(content, _)| content.overall);
    let sum = || contents.iter().fold(Answers::default(), |sum, (_, one)| sum.plus(*one));
    whole.map_or_else(sum, |(_, answers)| *answers).share()
}

fn of_whole(overall: Option<Share>, grounds: Grounds<'_>) -> (Outcome, Reason) {
    let Some(condition) = grounds.standard.line(super::CONDITION) else {
        let reason = Reason::without_rule(TextKey::IndicatorThresholdUnknown);
        return (Outcome::PersonMustDecide, reason);
    };
    let reported = overall.map(Reported::Share);
    let found =
        evaluate_indicator(grounds.standard, condition, grounds.region, grounds.day, reported);
    (found.outcome, found.reason)
}

/// Each content with its outcome; a reason for each that is not enough, one for all when none is.
fn of_contents(
    contents: &[(Content, Answers)],
    grounds: Grounds<'_>,
) -> (Vec<ContentResult>, Vec<Reason>) {
    let mut reasons = Vec::new();
    let results: Vec<_> = contents
        .iter()
        .map(|(content, answers)| {
            let share = answers.share();
            let outcome = of_content(share, grounds);
            if outcome != Outcome::Met && grounds.each.is_some() {
                reasons.push(short(content, *answers, share, grounds));
            }
            ContentResult { share, outcome }
        })
        .collect();
    if let Some(rule) = grounds.each.filter(|_| reasons.is_empty() && !contents.is_empty()) {
        let reason = Reason::by(rule.rule(grounds.day), TextKey::SurveyEachMet);
        reasons.push(reason.fact("each", rule.value.each));
    } else if grounds.each.is_none() {
        reasons.push(Reason::without_rule(TextKey::SurveyEachUnknown));
    }
    (results, reasons)
}

fn of_content(share: Option<Share>, grounds: Grounds<'_>) -> Outcome {
    match (share, grounds.each) {
        (None, _) => Outcome::NotReported,
        (_, None) => Outcome::PersonMustDecide,
        (Some(share), Some(rule)) if share.compare(rule.value.each).is_ge() => Outcome::Met,
        _ => Outcome::NotMet,
    }
}

fn short(
    content: &Content,
    answers: Answers,
    share: Option<Share>,
    grounds: Grounds<'_>,
) -> Reason {
    let key = match share {
        Some(_) => TextKey::SurveyContentShort,
        None => TextKey::SurveyContentUnanswered,
    };
    let reason = match grounds.each {
        Some(rule) => Reason::by(rule.rule(grounds.day), key).fact("each", rule.value.each),
        None => Reason::without_rule(key),
    };
    let percent = share.map(|share| share.percent(Compare::AtLeast)).unwrap_or_default();
    reason
        .fact("content", &content.name)
        .fact("satisfied", answers.satisfied())
        .fact("answered", answers.answered())
        .fact("share", percent)
}

/// Whether enough households were asked to speak for all.
fn of_number(counted: Asked<'_>, grounds: Grounds<'_>) -> (Outcome, Reason) {
    let Asked { households, asked, .. } = counted;
    let Some(rule) = grounds.share else {
        return (Outcome::PersonMustDecide, Reason::without_rule(TextKey::SurveyShareUnknown));
    };
    let (asked_of, all) = (super::whole(asked), super::whole(households));
    let enough = Share::new(asked_of, all).is_ok_and(|share| share.compare(rule.value).is_ge());
    let (outcome, key) = match enough {
        true => (Outcome::Met, TextKey::SurveyAskedEnough),
        false => (Outcome::PersonMustDecide, TextKey::SurveyAskedTooFew),
    };
    let reason = Reason::by(rule.rule(grounds.day), key)
        .fact("asked", asked)
        .fact("households", households)
        .fact("wanted", rule.value);
    (outcome, reason)
}
