//! The answer for machines.

use chungsuc_domain::standard::{Assessment, Indicator, Outcome, Reported, Shortfall, UnitResult};
use chungsuc_domain::{Decimal, Measure};
use serde_json::{Value, json};

use super::answer::Answer;
use crate::features::law;

impl Answer {
    /// Numbers as numbers, codes as in the catalog, sentences beside them.
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
}

/// A JSON number with the digits of the decimal, or null.
fn number(decimal: Option<Decimal>) -> Value {
    let number = decimal.and_then(|decimal| serde_json::from_str(&decimal.plain()).ok());
    number.unwrap_or_default()
}
