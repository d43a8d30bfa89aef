//! Whether a recognised unit still meets its standard, and which rule of revocation its figures touch.

use super::RevocationRule;
use crate::catalog::{Catalog, Sourced};
use crate::date::Date;
use crate::decision::{Answer, Reason, TextKey, Verdict};
use crate::standard::{Outcome, Standard};

/// What has to be asked about a recognised unit on a day; nothing while no criterion fails. The
/// answer is always that a person must decide: figures alone revoke nothing.
pub fn watch(
    catalog: &Catalog,
    standard: &Standard,
    criteria: &[(String, Outcome)],
    day: Date,
) -> Option<Answer> {
    let fails = |(_, outcome): &&(String, Outcome)| *outcome == Outcome::NotMet;
    let failing: Vec<&str> = criteria.iter().filter(fails).map(|(code, _)| code.as_str()).collect();
    if failing.is_empty() {
        return None;
    }
    let total = standard.criteria().len();
    let reason = match catalog.recognition().revocation(&standard.head().id, day) {
        None => Reason::without_rule(TextKey::RevocationUnknown),
        Some(row) => Reason::by(row.rule(day), touched(row, &failing, total))
            .fact("any_percent", row.value.any_percent)
            .fact("key_percent", row.value.key_percent)
            .fact("key", names(standard, &keys(&row.value, &failing))),
    };
    let reason = reason
        .fact("failing", failing.len())
        .fact("total", total)
        .fact("names", names(standard, &failing));
    Some(Answer { verdict: Verdict::PersonMustDecide, reasons: vec![reason] })
}

/// From when on a revocation has to be considered, whatever the figures say.
pub fn revocation_rule(catalog: &Catalog, standard: &Standard, day: Date) -> Reason {
    match catalog.recognition().revocation(&standard.head().id, day) {
        None => Reason::without_rule(TextKey::RevocationRuleUnknown),
        Some(row) => {
            let keys: Vec<&str> = row.value.key_criteria.iter().map(String::as_str).collect();
            Reason::by(row.rule(day), TextKey::RevocationRule)
                .fact("any_percent", row.value.any_percent)
                .fact("key_percent", row.value.key_percent)
                .fact("key", names(standard, &keys))
        }
    }
}

fn touched(row: &Sourced<RevocationRule>, failing: &[&str], total: usize) -> TextKey {
    let rule = &row.value;
    let reaches = |percent: u8| failing.len() * 100 >= usize::from(percent) * total;
    if reaches(rule.any_percent) {
        TextKey::RevocationMany
    } else if reaches(rule.key_percent) && !keys(rule, failing).is_empty() {
        TextKey::RevocationKey
    } else {
        TextKey::RevocationBelow
    }
}

/// The key criteria among those that fail.
fn keys<'a>(rule: &RevocationRule, failing: &[&'a str]) -> Vec<&'a str> {
    let is_key = |code: &&&str| rule.key_criteria.iter().any(|key| key == **code);
    failing.iter().filter(is_key).copied().collect()
}

/// “10. Thu nhập; 17. Môi trường …”.
fn names(standard: &Standard, codes: &[&str]) -> String {
    let known = standard.criteria().iter().filter(|one| codes.contains(&one.code.as_str()));
    known.map(|one| format!("{}. {}", one.code, one.name)).collect::<Vec<_>>().join("; ")
}
