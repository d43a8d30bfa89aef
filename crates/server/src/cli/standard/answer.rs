//! What the figures of a file come to, as JSON and in words.

use std::fmt::Write;

use chungsuc_domain::catalog::Standing;
use chungsuc_domain::date::Date;
use chungsuc_domain::standard::{
    Assessment, Compare, Direction, Indicator, Outcome, Reported, Shortfall, Standard, UnitResult,
    Why,
};
use chungsuc_domain::{Decimal, Measure, Quantity};
use serde_json::{Value, json};

use super::sheet::{Fault, RowWhy, Sheet};
use crate::features::law;
use crate::web::Language;

/// The verdicts of a file.
pub(super) struct Answer {
    pub(super) standard: Standard,
    /// The code of the region, if the set has regions.
    pub(super) region: Option<String>,
    pub(super) day: Date,
    pub(super) sheet: Sheet,
    pub(super) units: Vec<(String, UnitResult)>,
    pub(super) language: Language,
}

impl Answer {
    /// For machines: numbers as numbers, codes as in the catalog, sentences beside them.
    pub(super) fn in_json(&self) -> Value {
        let head = self.standard.head();
        let units = self.units.iter().map(|(unit, result)| self.unit(unit, result));
        let faults = self.sheet.faults.iter().map(|fault| {
            json!({
                "row": fault.row,
                "column": fault.column,
                "text": fault.text,
                "message": self.fault(fault),
            })
        });
        json!({
            "set": {
                "id": head.id,
                "name": head.value.name,
                "source": head.source.to_string(),
                "holds": head.holds_on(self.day),
                "complete": self.standard.is_complete(),
            },
            "region": self.region,
            "year": self.day.year(),
            "units": units.collect::<Vec<_>>(),
            "faults": faults.collect::<Vec<_>>(),
        })
    }

    fn unit(&self, unit: &str, result: &UnitResult) -> Value {
        let criteria = result.criteria.iter().zip(self.standard.criteria());
        let criteria = criteria.map(|(found, criterion)| {
            json!({ "code": found.code, "name": criterion.name, "outcome": found.outcome })
        });
        let lines = |lines: &mut dyn Iterator<Item = &(String, Assessment)>| -> Vec<Value> {
            lines.map(|(code, found)| self.line(unit, code, found)).collect()
        };
        let open = result.lines().filter(|(_, found)| found.outcome == Outcome::NotReported);
        json!({
            "unit": unit,
            "outcome": result.outcome,
            "recognition": result.recognition,
            "criteria_met": result.met,
            "criteria_total": result.criteria.len(),
            "missing": open.map(|(code, _)| code).collect::<Vec<_>>(),
            "criteria": criteria.collect::<Vec<_>>(),
            "indicators": lines(&mut result.criteria.iter().flat_map(|one| &one.indicators)),
            "conditions": lines(&mut result.conditions.iter()),
        })
    }

    fn line(&self, unit: &str, code: &str, found: &Assessment) -> Value {
        let line = self.standard.line(code);
        let reported = self.sheet.units.get(unit).and_then(|figures| figures.get(code));
        let share = match reported {
            Some(Reported::Share(share)) => Some(*share),
            _ => None,
        };
        let value = match reported {
            Some(Reported::YesNo(reached)) => json!(reached),
            _ => number(found.value),
        };
        let threshold = found.applied.as_ref().map(|applied| {
            json!({
                "value": number(Some(applied.value)),
                "compare": line.and_then(|line| line.compare),
                "region": applied.region,
                "year": self.day.year(),
                "source": applied.source.to_string(),
                "checked": applied.standing,
                "overlay": applied.overlay,
            })
        });
        let rule = found.reason.rule.as_ref();
        json!({
            "code": code,
            "name": line.map(|line| &line.name),
            "criterion": line.map(|line| &line.criterion).filter(|code| !code.is_empty()),
            "outcome": found.outcome,
            "value": value,
            "numerator": number(share.map(|share| share.part())),
            "denominator": number(share.map(|share| share.whole())),
            "unit": line.and_then(Indicator::measure).map(Measure::label),
            "threshold": threshold,
            "gap": number(found.gap),
            "needed": found.shortfall.map(|needed| self.needed(line, found, needed)),
            "source": rule.map(|rule| rule.source.to_string()),
            "checked": rule.map(|rule| rule.standing),
            "note": rule.and_then(|rule| rule.note.as_deref()),
            "reason": law::sentence(self.language, &found.reason),
        })
    }

    fn needed(&self, line: Option<&Indicator>, found: &Assessment, needed: Shortfall) -> Value {
        json!({
            "amount": number(Some(needed.amount)),
            "direction": needed.direction,
            "unit": needed.unit.map(Measure::label),
            "text": self.shortfall(line, found, needed),
        })
    }

    /// “còn thiếu 3 hộ để đạt 75%”.
    fn shortfall(&self, line: Option<&Indicator>, found: &Assessment, needed: Shortfall) -> String {
        let amount = quantity(needed.amount, needed.unit);
        let threshold = found.threshold().map(|wanted| in_unit(line, wanted)).unwrap_or_default();
        let key = match needed.direction {
            Direction::More => "evaluate-needed-more",
            Direction::Fewer => "evaluate-needed-fewer",
        };
        self.language.with(key, &[("amount", amount.into()), ("threshold", threshold.into())])
    }

    /// For people: each unit with what it misses, then what could not be read.
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

    /// “dòng 3, cột value, “98 %”: …”.
    fn fault(&self, fault: &Fault) -> String {
        let l = self.language;
        let (key, more) = sentence(&fault.why);
        let more = [("more", more.into())];
        let why = l.explain("evaluate-row-", key, &more);
        let variables = [
            ("row", fault.row.to_string().into()),
            ("column", fault.column.as_str().into()),
            ("text", fault.text.as_str().into()),
            ("why", why.into()),
        ];
        l.with("evaluate-row", &variables)
    }
}

/// The sentence of a fault, and what it needs to say.
fn sentence(why: &RowWhy) -> (&'static str, String) {
    let plain = |key| (key, String::new());
    match why {
        RowWhy::NoUnit => plain("no-unit"),
        RowWhy::UnknownIndicator => plain("unknown-indicator"),
        RowWhy::UnknownColumn => plain("unknown-column"),
        RowWhy::TooManyCells => plain("too-many-cells"),
        RowWhy::Doubled { first, agrees: true } => ("doubled", first.to_string()),
        RowWhy::Doubled { first, agrees: false } => ("disputed", first.to_string()),
        RowWhy::Cell(why) => match why {
            Why::Missing => plain("missing"),
            Why::NotANumber => plain("not-a-number"),
            Why::OtherWriting(plain) => ("other-writing", plain.clone()),
            Why::TooFine => plain("too-fine"),
            Why::TooLarge => plain("too-large"),
            Why::JudgementForNumber => plain("judgement"),
            Why::NotYesNo => plain("not-yes-no"),
            Why::NoWhole => plain("no-whole"),
            Why::Negative => plain("negative"),
            Why::PartExceedsWhole => plain("part-exceeds"),
            Why::OverHundred => plain("over-hundred"),
            Why::NotWhole => plain("not-whole"),
            Why::Disagrees(exact) => ("disagrees", exact.to_string()),
            Why::NotARatio => plain("not-a-ratio"),
        },
    }
}

fn outcome(l: Language, outcome: Outcome) -> &'static str {
    l.word("evaluate-outcome-", outcome.code())
}

fn doubt(l: Language, standing: Standing) -> &'static str {
    l.word("evaluate-standing-", standing.code())
}

fn in_unit(line: Option<&Indicator>, value: Decimal) -> String {
    quantity(value, line.and_then(Indicator::measure))
}

fn quantity(amount: Decimal, unit: Option<Measure>) -> String {
    unit.map_or_else(|| amount.to_string(), |unit| Quantity::new(amount, unit).to_string())
}

/// A JSON number with the digits of the decimal, or null.
fn number(decimal: Option<Decimal>) -> Value {
    let number = decimal.and_then(|decimal| serde_json::from_str(&decimal.plain()).ok());
    number.unwrap_or_default()
}
