//! Reasons in words: the sentence, the clause that it rests on, and the mark of doubt.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::{Date, show_date};
use chungsuc_domain::decision::{Reason, Rule, TextKey, Verdict};
use chungsuc_domain::eligibility::{About, Finding, Used, UsedFact, Value as Known};
use maud::{Markup, html};

use crate::web::Language;
use crate::web::texts::Value;
use crate::web::ui::{State, Tone, tag, tag_of};

/// A list of reasons, each with its clause; a reason that rests on nothing checked carries the mark.
/// Neighbours that rest on one rule say its note once.
pub(crate) fn reasons(l: Language, reasons: &[Reason]) -> Markup {
    html! {
        ul.reasons {
            @for (place, reason) in reasons.iter().enumerate() {
                @let before = place.checked_sub(1).and_then(|place| reasons[place].rule.as_ref());
                li {
                    (sentence(l, reason))
                    @if let Some(rule) = &reason.rule {
                        @if before.is_some_and(|before| before.id == rule.id) {
                            " " span.quiet { "(" (rule.source) ")" }
                        } @else {
                            " " (ground(rule))
                        }
                        @if !rule.in_force { " " (tag_of(Tone::Warning, "◇", l.t("rule-not-in-force"))) }
                    }
                    @if !reason.is_settled() { " " (tag(l, State::Unchecked)) }
                }
            }
        }
    }
}

/// Where a rule is written, and what an officer should know of it.
pub(crate) fn ground(rule: &Rule) -> Markup {
    html! {
        span.quiet { "(" (rule.source) ")" }
        @if let Some(note) = &rule.note { " " span.quiet { (note) } }
    }
}

/// The sentence of a reason, with its facts.
pub(crate) fn sentence(l: Language, reason: &Reason) -> String {
    let facts: Vec<(&'static str, Value<'_>)> =
        reason.facts.iter().map(|(name, value)| (*name, worded(l, name, value).into())).collect();
    // Yes or no has no figure to name: the verdict is told without one.
    let judged = matches!(reason.text_key, TextKey::IndicatorMet | TextKey::IndicatorNotMet);
    if judged && !facts.iter().any(|(name, _)| *name == "value") {
        return l.explain("judged-", reason.text_key.code(), &[]);
    }
    l.explain("why-", reason.text_key.code(), &facts)
}

/// The sentence of a reason with its clause and the mark of doubt, as one line of text.
pub(crate) fn told(l: Language, reason: &Reason) -> String {
    let mut line = sentence(l, reason);
    if let Some(rule) = &reason.rule {
        line.push_str(&format!(" ({})", rule.source));
    }
    if !reason.is_settled() {
        line.push_str(&format!(" [{}]", l.t("award-unchecked")));
    }
    line
}

/// The sentence of a condition.
pub(crate) fn finding(l: Language, finding: &Finding) -> String {
    match &finding.about {
        About::Requirement { text, .. } => text.clone(),
        About::General(reason) => sentence(l, reason),
        About::Paper(paper) => {
            let name = ("paper", paper.name.as_str().into());
            match &paper.when {
                None => l.with("finding-paper", &[name]),
                Some(when) => l.with("finding-paper-when", &[name, ("when", when.as_str().into())]),
            }
        }
    }
}

/// “Mức hoàn thành nhiệm vụ năm xét: hoàn thành tốt”.
pub(crate) fn used(l: Language, catalog: &Catalog, used: &UsedFact) -> String {
    let what = match &used.what {
        Used::Fact(fact) => l.word("fact-", fact.code()).to_owned(),
        Used::Earlier(function, award) => {
            let name = catalog.award(award).map_or(award.as_str(), |award| &award.form.name);
            l.explain("asked-", function.code(), &[("award", name.into())])
        }
    };
    let value = match &used.value {
        None => l.t("finding-unknown").to_owned(),
        Some(Known::Bool(true)) => l.t("finding-yes").to_owned(),
        Some(Known::Bool(false)) => l.t("finding-no").to_owned(),
        Some(Known::Number(number)) => number.to_string(),
        Some(Known::Code(code)) => l.word("fact-value-", code).to_owned(),
    };
    l.with("finding-fact", &[("what", what.into()), ("value", value.into())])
}

/// Since when a condition is met, or from when it could be.
pub(crate) fn since(l: Language, finding: &Finding, day: Date) -> Option<String> {
    let since = finding.since?;
    let shown = [("day", show_date(since).into())];
    match finding.verdict {
        Verdict::Yes => Some(l.with("finding-since", &shown)),
        _ if since > day => Some(l.with("finding-from", &shown)),
        _ => None,
    }
}

/// A fact that is a code is named by its word.
fn worded(l: Language, name: &str, value: &str) -> String {
    match name {
        "subject" if SubjectKind::from_code(value).is_some() => {
            l.word("subject-kind-", value).to_owned()
        }
        "mode" => l.word("award-mode-", value).to_owned(),
        "level" => l.word("unit-kind-", value).to_owned(),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use chungsuc_domain::eligibility::{Fact, FactType, Function};

    use super::*;

    #[test]
    fn every_reason_has_its_sentence() {
        for key in TextKey::ALL {
            for l in [Language::Vietnamese, Language::English] {
                let said = l.explain("why-", key.code(), &[]);
                assert!(!said.starts_with("why-"), "{said} has no words");
            }
        }
    }

    #[test]
    fn every_fact_and_every_value_of_it_has_its_word() {
        for l in [Language::Vietnamese, Language::English] {
            for fact in Fact::ALL {
                assert_ne!(l.word("fact-", fact.code()), "–", "{fact}");
                if let FactType::Code(codes) = fact.kind() {
                    for code in codes {
                        assert_ne!(l.word("fact-value-", code), "–", "{fact} {code}");
                    }
                }
            }
            for function in Function::ALL {
                assert!(!l.explain("asked-", function.code(), &[]).starts_with("asked-"));
            }
        }
    }
}
