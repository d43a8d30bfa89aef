//! The verdict for people and for machines.

use std::fmt::Write as _;

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::{Rule, Verdict};
use chungsuc_domain::eligibility::{About, Case, Eligibility, Finding, Used, UsedFact};
use serde_json::{Value, json};

use crate::features::law;
use crate::web::Language;

/// A judged proposal.
pub(super) struct Answer<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) case: &'a Case,
    pub(super) found: &'a Eligibility,
    pub(super) l: Language,
}

impl Answer<'_> {
    fn award(&self) -> &str {
        self.catalog.award(&self.case.award).map_or("", |award| &award.form.name)
    }

    /// A line for each condition: a mark, the condition, its clause, and what was used.
    pub(super) fn in_words(&self) -> String {
        let l = self.l;
        let verdict = l.word("eligible-", self.found.verdict.code());
        let day = show_date(self.case.day);
        let mut text = format!("{} – {} – {day}\n{verdict}\n", self.case.name, self.award());
        for finding in &self.found.findings {
            let _ = write!(text, "\n{} {}", mark(finding), law::finding(l, finding));
            if let Some(rule) = &finding.rule {
                let _ = write!(text, " ({})", rule.source);
                if !rule.standing.is_settled() {
                    let _ = write!(text, " [{}]", l.t("award-unchecked"));
                }
            }
            for line in self.below(finding) {
                let _ = write!(text, "\n    {line}");
            }
        }
        for (at, why) in &self.found.not_counted {
            let _ = write!(text, "\n– {}", self.left_out(*at, why.code()));
        }
        text
    }

    fn below(&self, finding: &Finding) -> Vec<String> {
        let l = self.l;
        let fact = |used: &UsedFact| law::used(l, self.catalog, used);
        let mut lines: Vec<String> = finding.facts.iter().map(fact).collect();
        if finding.asks_for_a_reason() {
            lines.push(l.t("finding-ask").to_owned());
        }
        lines.extend(law::since(l, finding, self.case.day));
        lines.extend(finding.rule.as_ref().and_then(|rule| rule.note.clone()));
        lines
    }

    fn left_out(&self, at: usize, why: &str) -> String {
        let earlier = self.case.earlier.as_ref().and_then(|all| all.get(at));
        let award = earlier.map_or("", |one| one.award.as_str());
        let name = self.catalog.award(award).map_or(award, |award| &award.form.name);
        let year = earlier.map_or_else(String::new, |one| one.year.to_string());
        let variables = [("award", name.into()), ("year", year.into())];
        self.l.explain("not-counted-", why, &variables)
    }

    /// Codes as in the catalog, sentences beside them.
    pub(super) fn in_json(&self) -> Value {
        let form = self.catalog.award(&self.case.award).map(|award| &award.form);
        let regime = self.catalog.regime(self.case.day).map(|row| &row.value.code);
        let settled = |finding: &Finding| {
            finding.rule.as_ref().is_some_and(|rule| rule.standing.is_settled())
        };
        let not_counted = self.found.not_counted.iter().map(|(at, why)| {
            json!({ "index": at, "why": why, "message": self.left_out(*at, why.code()) })
        });
        json!({
            "award": form.map(|form| json!({
                "code": form.code, "short": form.short, "name": form.name,
            })),
            "date": self.case.day,
            "regime": regime,
            "verdict": match self.found.verdict {
                Verdict::Yes => "eligible",
                Verdict::No => "not_eligible",
                Verdict::PersonMustDecide => "person_must_decide",
            },
            "settled": self.found.findings.iter().all(settled),
            "findings": self.found.findings.iter().map(|one| self.finding(one)).collect::<Vec<_>>(),
            "not_counted": not_counted.collect::<Vec<_>>(),
        })
    }

    fn finding(&self, finding: &Finding) -> Value {
        let (about, holds) = match &finding.about {
            About::Requirement { matter, holds, .. } => (matter.as_str(), Some(holds)),
            About::General(reason) => (reason.text_key.code(), None),
            About::Paper(paper) => (paper.code.as_str(), None),
        };
        let fact = |used: &UsedFact| json!({ "name": name(used), "value": used.value, "text": law::used(self.l, self.catalog, used) });
        json!({
            "about": about,
            "text": law::finding(self.l, finding),
            "verdict": finding.verdict,
            "effect": finding.effect,
            "rule": finding.rule.as_ref().map(rule),
            "condition": holds,
            "facts": finding.facts.iter().map(fact).collect::<Vec<_>>(),
            "missing": finding.missing().map(name).collect::<Vec<_>>(),
            "since": finding.since,
        })
    }
}

/// A rule with its place in words.
pub(super) fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "source": rule.source.to_string(),
        "standing": rule.standing,
        "note": rule.note,
    })
}

fn mark(finding: &Finding) -> &'static str {
    match finding.verdict {
        Verdict::Yes => "✓",
        Verdict::No => "✗",
        Verdict::PersonMustDecide => "?",
    }
}

/// "exemplary", "in_a_row(\"…\")".
fn name(used: &UsedFact) -> String {
    match &used.what {
        Used::Fact(fact) => fact.code().to_owned(),
        Used::Earlier(function, award) => format!("{function}(\"{award}\")"),
    }
}
