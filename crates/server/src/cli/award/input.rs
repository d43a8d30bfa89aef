//! A proposal as a file writes it. Every fault names its field.

use std::collections::BTreeMap;

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::Date;
use chungsuc_domain::eligibility::{
    Achievement, Case, Earlier, Fact, FactType, Facts, Value, same,
};
use chungsuc_domain::text::nfc;
use chungsuc_domain::{AwardMode, Period, SubjectKind, UnitKind};
use serde::Deserialize;

use crate::web::Language;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    contestant: Contestant,
    award: String,
    date: String,
    mode: Option<String>,
    decided_by: Option<String>,
    #[serde(default)]
    achievement: Rests,
    #[serde(default)]
    facts: BTreeMap<String, serde_json::Value>,
    earlier: Option<Vec<Received>>,
    papers: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contestant {
    kind: String,
    name: String,
    #[serde(default)]
    former_names: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rests {
    #[serde(default)]
    text: String,
    movement: Option<String>,
    from: Option<String>,
    to: Option<String>,
    year: Option<i16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Received {
    award: String,
    year: Option<i16>,
    on: Option<String>,
    name: Option<String>,
    mode: Option<String>,
    movement: Option<String>,
    achievement: Option<String>,
}

/// Why a file is no proposal: the sentence, the field and what stands there.
#[derive(Debug)]
pub(super) struct Fault {
    key: &'static str,
    field: String,
    text: String,
}

impl Fault {
    fn new(key: &'static str, field: impl Into<String>, text: impl ToString) -> Self {
        Self { key, field: field.into(), text: text.to_string() }
    }

    pub(super) fn say(&self, l: Language) -> String {
        let variables =
            [("field", self.field.as_str().into()), ("text", self.text.as_str().into())];
        l.explain("award-input-", self.key, &variables)
    }
}

/// Reads one proposal.
pub(super) fn read(text: &str, catalog: &Catalog) -> Result<Case, Fault> {
    let file: File =
        serde_json::from_str(&nfc(text)).map_err(|error| Fault::new("json", "", error))?;
    let award = catalog.award_called(&file.award);
    let award = award.ok_or_else(|| Fault::new("award", "award", &file.award))?;
    let day = day("date", &file.date)?;
    let kind =
        coded("contestant.kind", &file.contestant.kind, SubjectKind::from_code, SubjectKind::ALL)?;
    if file.contestant.name.trim().is_empty() {
        return Err(Fault::new("empty", "contestant.name", ""));
    }
    let earlier = file.earlier.map(|all| {
        let all = all.into_iter().enumerate();
        all.map(|(at, one)| received(&format!("earlier[{at}]"), one, catalog))
            .collect::<Result<Vec<_>, Fault>>()
    });
    Ok(Case {
        award: award.form.code.clone(),
        day,
        subject: award.form.meant(kind),
        name: file.contestant.name,
        former_names: file.contestant.former_names,
        mode: mode("mode", file.mode.as_deref())?,
        decided_by: match &file.decided_by {
            Some(code) => Some(coded("decided_by", code, UnitKind::from_code, UnitKind::ALL)?),
            None => None,
        },
        achievement: achievement(file.achievement)?,
        facts: facts(file.facts)?,
        earlier: earlier.transpose()?,
        papers: file.papers,
    })
}

fn day(field: &str, text: &str) -> Result<Date, Fault> {
    text.parse().map_err(|_| Fault::new("day", field, text))
}

/// A code of a closed list; the fault names them all.
fn coded<T: Copy + std::fmt::Display>(
    field: &str,
    text: &str,
    parse: fn(&str) -> Option<T>,
    all: &[T],
) -> Result<T, Fault> {
    parse(text).ok_or_else(|| {
        let all: Vec<String> = all.iter().map(T::to_string).collect();
        Fault::new("code", field, all.join(", "))
    })
}

fn mode(field: &str, text: Option<&str>) -> Result<Option<AwardMode>, Fault> {
    text.map(|code| coded(field, code, AwardMode::from_code, AwardMode::ALL)).transpose()
}

fn achievement(rests: Rests) -> Result<Achievement, Fault> {
    let period = match (&rests.from, &rests.to) {
        (Some(from), Some(to)) => {
            let days = (day("achievement.from", from)?, day("achievement.to", to)?);
            let period = Period::new(days.0, days.1);
            Some(period.map_err(|_| Fault::new("reversed", "achievement.to", to))?)
        }
        (None, None) => None,
        (Some(_), None) => return Err(Fault::new("missing", "achievement.to", "")),
        (None, Some(_)) => return Err(Fault::new("missing", "achievement.from", "")),
    };
    Ok(Achievement { text: rests.text, movement: rests.movement, period, year: rests.year })
}

fn facts(told: BTreeMap<String, serde_json::Value>) -> Result<Facts, Fault> {
    let mut facts = Facts::default();
    for (name, written) in told {
        let field = format!("facts.{name}");
        let known = Fact::from_code(&name).filter(|fact| !fact.is_derived());
        let fact = known.ok_or_else(|| Fault::new("fact", &*field, &name))?;
        let (value, since) = match &written {
            serde_json::Value::Object(parts) => with_day(&field, parts)?,
            other => (other, None),
        };
        // Nothing told is nothing known.
        if value.is_null() {
            continue;
        }
        let wrong = || Fault::new("value", &*field, expected(fact.kind()));
        let value = Value::deserialize(value).map_err(|_| wrong())?;
        facts.tell(fact, value, since).map_err(|_| wrong())?;
    }
    Ok(facts)
}

/// `{"value": …, "since": "2025-12-01"}`
fn with_day<'a>(
    field: &str,
    parts: &'a serde_json::Map<String, serde_json::Value>,
) -> Result<(&'a serde_json::Value, Option<Date>), Fault> {
    if let Some(other) = parts.keys().find(|key| !["value", "since"].contains(&key.as_str())) {
        return Err(Fault::new("unknown", format!("{field}.{other}"), ""));
    }
    let value =
        parts.get("value").ok_or_else(|| Fault::new("missing", format!("{field}.value"), ""))?;
    let field = format!("{field}.since");
    let since = match parts.get("since") {
        None | Some(serde_json::Value::Null) => None,
        Some(serde_json::Value::String(text)) => Some(day(&field, text)?),
        Some(other) => return Err(Fault::new("day", field, other)),
    };
    Ok((value, since))
}

fn expected(kind: FactType) -> String {
    match kind {
        FactType::Bool => "true, false".to_owned(),
        FactType::Number => "0, 1, 2, …".to_owned(),
        FactType::Code(codes) => codes.join(", "),
    }
}

/// An earlier award may be named by its code, its short name, or its name in any spelling.
fn received(field: &str, one: Received, catalog: &Catalog) -> Result<Earlier, Fault> {
    let part = |name: &str| format!("{field}.{name}");
    let on = one.on.as_deref().map(|text| day(&part("on"), text)).transpose()?;
    let year = one.year.or_else(|| on.map(|on| on.year()));
    let year = year.ok_or_else(|| Fault::new("missing", part("year"), ""))?;
    let by_name = || catalog.awards().find(|award| same(&award.form.name, &one.award));
    let award = catalog.award_called(&one.award).or_else(by_name);
    Ok(Earlier {
        award: award.map_or_else(|| one.award.clone(), |award| award.form.code.clone()),
        name: one.name,
        on,
        year,
        mode: mode(&part("mode"), one.mode.as_deref())?,
        movement: one.movement,
        achievement: one.achievement,
    })
}
