//! The answer for people.

use std::fmt::Write;

use chungsuc_domain::catalog::Standing;
use chungsuc_domain::standard::{Assessment, Compare, Outcome, UnitResult};

use super::answer::Answer;
use crate::features::standards::in_unit;
use crate::web::Language;

impl Answer {
    /// Each unit with what it misses, then what could not be read.
    pub(super) fn in_words(&self) -> String {
        let (l, head) = (self.language, self.standard.head());
        let mut text = format!("{} – {}\n", head.value.name, self.day.year());
        let mut note = |key| writeln!(text, "{}", l.t(key));
        // Writing into memory has no way to fail.
        let _ = match (head.holds_on(self.day), self.standard.is_complete()) {
            (false, _) => note("evaluate-not-in-force"),
            (true, false) => note("evaluate-incomplete"),
            (true, true) => Ok(()),
        };
        for (unit, result) in &self.units {
            text.push_str(&self.unit_in_words(unit, result));
        }
        for fault in &self.sheet.faults {
            let _ = writeln!(text, "{}", self.fault(fault));
        }
        text
    }

    fn unit_in_words(&self, unit: &str, result: &UnitResult) -> String {
        let l = self.language;
        let variables = [
            ("unit", unit.into()),
            ("met", result.met.into()),
            ("total", result.criteria.len().into()),
            ("outcome", outcome(l, result.outcome).into()),
        ];
        let mut text = format!("\n{}\n", l.with("evaluate-unit", &variables));
        let open: Vec<&str> = result
            .lines()
            .filter(|(_, found)| found.outcome == Outcome::NotReported)
            .map(|(code, _)| code.as_str())
            .collect();
        for (code, found) in result.lines().filter(|(code, _)| !open.contains(&code.as_str())) {
            let _ = writeln!(text, "  {}", self.line_in_words(code, found));
        }
        if !open.is_empty() {
            let missing = l.with("evaluate-missing", &[("codes", open.join(", ").into())]);
            let _ = writeln!(text, "  {missing}");
        }
        text
    }

    fn line_in_words(&self, code: &str, found: &Assessment) -> String {
        let l = self.language;
        let line = self.standard.line(code);
        let name = line.map_or(code, |line| line.name.as_str());
        let mut text = format!("{code} {name}: {}", outcome(l, found.outcome));
        if let Some(value) = found.value {
            let _ = write!(text, " – {}", in_unit(line, value));
        }
        if let (Some(applied), Some(compare)) = (&found.applied, line.and_then(|one| one.compare)) {
            let sign = match compare {
                Compare::AtLeast => "≥",
                Compare::AtMost => "≤",
                Compare::Equal => "=",
            };
            let _ = write!(text, " ({sign} {}, {}", in_unit(line, applied.value), applied.source);
            if !applied.standing.is_settled() {
                let _ = write!(text, ", {}", doubt(l, applied.standing));
            }
            text.push(')');
        }
        if let Some(needed) = found.shortfall {
            let _ = write!(text, "; {}", self.shortfall(line, found, needed));
        }
        text
    }
}

fn outcome(l: Language, outcome: Outcome) -> &'static str {
    l.word("evaluate-outcome-", outcome.code())
}

fn doubt(l: Language, standing: Standing) -> &'static str {
    l.word("evaluate-standing-", standing.code())
}
