//! What a dossier lacks, in an order that can be worked off: criteria, conditions, papers.

use super::{DossierPaper, Need};
use crate::catalog::Catalog;
use crate::date::Date;
use crate::decision::{Reason, Rule, TextKey, Verdict};
use crate::standard::{Indicator, Outcome, Standard};
use std::collections::BTreeSet;

/// What a line of the standard came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Number of the indicator, or code of the condition.
    pub code: String,
    /// What its accepted figure came to.
    pub outcome: Outcome,
    /// The figure was measured against a threshold that nobody has compared with its paper, or nobody
    /// has read that recognition asks for this line at all.
    pub is_doubtful: bool,
}

/// What came of looking through a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// Yes: nothing is missing. No: it cannot be submitted so. A person must decide: it can, with a
    /// written reason.
    pub verdict: Verdict,
    /// What cannot be missing.
    pub refusing: Vec<Reason>,
    /// What is missing, and a person may let it pass.
    pub to_decide: Vec<Reason>,
}

/// Looks through a dossier for a standard, by the rules of its day. `attached` holds the codes of the
/// papers that are there.
pub fn examine(
    catalog: &Catalog,
    standard: &Standard,
    day: Date,
    lines: &[Judged],
    attached: &BTreeSet<String>,
) -> Examination {
    let mut found =
        Examination { verdict: Verdict::Yes, refusing: Vec::new(), to_decide: Vec::new() };
    look_at_lines(&mut found, standard, day, lines);
    match catalog.recognition().dossier(&standard.head().id, day) {
        Some(row) => look_at_papers(&mut found, &row.rule(day), &row.value.papers, attached),
        None => found.to_decide.push(Reason::without_rule(TextKey::DossierRuleUnknown)),
    }
    found.verdict = match (found.refusing.is_empty(), found.to_decide.is_empty()) {
        (false, _) => Verdict::No,
        (true, false) => Verdict::PersonMustDecide,
        (true, true) => Verdict::Yes,
    };
    found
}

fn look_at_lines(found: &mut Examination, standard: &Standard, day: Date, lines: &[Judged]) {
    let mut silent = Vec::new();
    for line in standard.lines() {
        let judged = lines.iter().find(|judged| judged.code == line.code);
        let reason = |key| {
            let rule = standard.head().rule(day);
            let reason = Reason::by(rule, key).fact("code", &line.code).fact("name", &line.name);
            reason.fact("line", label(line))
        };
        match judged.map(|judged| (judged.outcome, judged.is_doubtful)) {
            Some((Outcome::Met, _)) => {}
            Some((Outcome::NotMet, false)) => found.refusing.push(reason(TextKey::DossierNotMet)),
            Some((Outcome::NotMet, true)) => {
                found.to_decide.push(reason(TextKey::DossierNotMetDoubtful));
            }
            Some((Outcome::PersonMustDecide, _)) => {
                found.to_decide.push(reason(TextKey::DossierNotJudged));
            }
            Some((Outcome::NotReported, true)) => {
                found.to_decide.push(reason(TextKey::DossierNotReportedDoubtful));
            }
            Some((Outcome::NotReported, false)) | None => silent.push(numbered(line)),
        }
    }
    if !silent.is_empty() {
        let reason = Reason::by(standard.head().rule(day), TextKey::DossierNotReported);
        found.refusing.push(reason.fact("count", silent.len()).fact("codes", silent.join(", ")));
    }
    // A criterion whose indicators nobody could read yet cannot be shown to be met.
    let empty = standard.criteria().iter();
    for criterion in empty.filter(|it| standard.indicators_of(&it.code).next().is_none()) {
        let reason = Reason::by(standard.head().rule(day), TextKey::DossierNotJudged);
        let reason = reason.fact("code", &criterion.code).fact("name", &criterion.name);
        let reason = reason.fact("line", format!("{}. {}", criterion.code, criterion.name));
        found.to_decide.push(reason);
    }
}

/// “17.1. Tỷ lệ …”; a condition has no number, its code is for machines.
fn label(line: &Indicator) -> String {
    if line.criterion.is_empty() {
        return line.name.clone();
    }
    format!("{}. {}", line.code, line.name)
}

/// “17.1”; a condition by its name.
fn numbered(line: &Indicator) -> &str {
    if line.criterion.is_empty() { &line.name } else { &line.code }
}

fn look_at_papers(
    found: &mut Examination,
    rule: &Rule,
    papers: &[DossierPaper],
    attached: &BTreeSet<String>,
) {
    for paper in papers.iter().filter(|paper| !attached.contains(&paper.code)) {
        let reason = Reason::by(rule.clone(), TextKey::DossierPaper).fact("name", &paper.name);
        match paper.need {
            Need::Required => found.refusing.push(reason),
            Need::PersonDecides => found.to_decide.push(reason),
            Need::Optional => {}
        }
    }
}
