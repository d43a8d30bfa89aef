//! Reasons in words: the sentence, the clause that it rests on, and the mark of doubt.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::decision::{Reason, Rule, TextKey};
use maud::{Markup, html};

use crate::web::Language;
use crate::web::texts::Value;
use crate::web::ui::{State, Tone, tag, tag_of};

/// A list of reasons, each with its clause; a reason that rests on nothing checked carries the mark.
pub(crate) fn reasons(l: Language, reasons: &[Reason]) -> Markup {
    html! {
        ul.reasons {
            @for reason in reasons {
                li {
                    (sentence(l, reason))
                    @if let Some(rule) = &reason.rule {
                        " " (ground(rule))
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

/// A fact that is a code is named by its word.
fn worded(l: Language, name: &str, value: &str) -> String {
    match name {
        "subject" if SubjectKind::from_code(value).is_some() => {
            l.word("subject-kind-", value).to_owned()
        }
        "level" => l.word("unit-kind-", value).to_owned(),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
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
}
