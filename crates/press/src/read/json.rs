//! What was read, as JSON: plain values under the keys of the schema, and under `sources` for each path
//! the words that a value came from and whether it is sure.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::found::Found;
use super::mentions::Mention;
use super::paper::{Paper, Signer};
use super::plan::{Duty, Period, Plan, Stage, Target};
use super::script::Span;
use super::source::Place;

impl Paper<'_> {
    /// The values by their keys, and `sources`.
    pub fn json(&self) -> Value {
        let mut sheet = Sheet::default();
        sheet.paper(self);
        sheet.one("authority", self.authority.as_ref(), text);
        if !self.proposals.is_empty() {
            sheet.list("proposals", &self.proposals, mention);
        }
        sheet.done()
    }
}

impl Plan<'_> {
    /// The values by their keys, and `sources`.
    pub fn json(&self) -> Value {
        let mut sheet = Sheet::default();
        sheet.paper(&self.paper);
        sheet.one("period", self.period.as_ref(), period);
        sheet.one("movement_name", self.movement_name.as_ref(), text);
        sheet.list("targets", &self.targets, target);
        sheet.list("subjects", &self.subjects, |group| json!(group.token()));
        sheet.list("award_forms", &self.award_forms, text);
        sheet.list("timeline", &self.timeline, stage);
        sheet.list("assignments", &self.assignments, duty);
        sheet.one("reporting_cycle", self.reporting_cycle.as_ref(), text);
        sheet.one("funding", self.funding.as_ref(), text);
        sheet.list("related_movements", &self.related_movements, text);
        sheet.done()
    }
}

/// Values and their sources as they are written down.
#[derive(Default)]
struct Sheet {
    values: Map<String, Value>,
    sources: Map<String, Value>,
}

impl Sheet {
    fn paper(&mut self, paper: &Paper<'_>) {
        self.one("number", paper.number.as_ref(), text);
        self.one("doc_type", paper.doc_type.as_ref(), text);
        self.one("issuer", paper.issuer.as_ref(), text);
        self.one("place", paper.place.as_ref(), text);
        self.one("date", paper.date.as_ref(), |date| json!(date.to_string()));
        self.one("title", paper.title.as_ref(), text);
        self.list("legal_bases", &paper.legal_bases, mention);
        self.list("recipients", &paper.recipients, text);
        match (&paper.secretary, &paper.signer) {
            (Some(secretary), Some(chair)) => self.signers([secretary, chair]),
            (_, signer) => self.signer(signer.as_ref()),
        }
        // Only where something is blank.
        if paper.symbol.is_some() {
            self.one("symbol", paper.symbol.as_ref(), text);
        }
        if paper.date_partial.is_some() {
            self.one("date_partial", paper.date_partial.as_ref(), text);
        }
    }

    fn one<T>(&mut self, key: &str, found: Option<&Found<T>>, say: impl Fn(&T) -> Value) {
        let value = found.map_or(Value::Null, |found| say(&found.value));
        self.values.insert(key.to_owned(), value);
        if let Some(found) = found {
            self.source(key.to_owned(), found.span, found.sure);
        }
    }

    fn list<T>(&mut self, key: &str, all: &[Found<T>], say: impl Fn(&T) -> Value) {
        for (nth, found) in all.iter().enumerate() {
            self.source(format!("{key}.{nth}"), found.span, found.sure);
        }
        let values = all.iter().map(|found| say(&found.value)).collect();
        self.values.insert(key.to_owned(), Value::Array(values));
    }

    fn signer(&mut self, signer: Option<&Signer>) {
        let Some(signer) = signer else {
            self.values.insert("signer".to_owned(), Value::Null);
            return;
        };
        let mut values = Map::new();
        let fields =
            [("title", &signer.title), ("name", &signer.name), ("on_behalf", &signer.on_behalf)];
        for (key, found) in fields {
            values.insert(key.to_owned(), json!(found.as_ref().map(|found| &found.value)));
            if let Some(found) = found {
                self.source(format!("signer.{key}"), found.span, found.sure);
            }
        }
        self.values.insert("signer".to_owned(), Value::Object(values));
    }

    /// The two who signed minutes, the secretary first.
    fn signers(&mut self, both: [&Signer; 2]) {
        let mut values = Vec::new();
        for (nth, signer) in both.into_iter().enumerate() {
            let value = |found: &Option<Found>| json!(found.as_ref().map(|found| &found.value));
            values.push(json!({ "role": value(&signer.title), "name": value(&signer.name) }));
            if let Some(name) = &signer.name {
                self.source(format!("signers.{nth}"), name.span, name.sure);
            }
        }
        self.values.insert("signer".to_owned(), Value::Null);
        self.values.insert("signers".to_owned(), Value::Array(values));
    }

    fn source(&mut self, path: String, span: Option<Span>, sure: bool) {
        let Some(Span { from, to, place }) = span else { return };
        let mut source = Map::new();
        source.insert("from".to_owned(), json!(from));
        source.insert("to".to_owned(), json!(to));
        source.insert("sure".to_owned(), json!(sure));
        let mut put = |key: &str, n: u32| source.insert(key.to_owned(), json!(n));
        match place {
            Place::Paragraph(paragraph) => {
                put("paragraph", paragraph);
            }
            Place::Line(line) => {
                put("line", line);
            }
            Place::Page { page, line } => {
                put("page", page);
                put("line", line);
            }
            Place::Cell { table, row, column } => {
                put("table", table);
                put("row", row);
                put("column", column);
            }
        }
        self.sources.insert(path, Value::Object(source));
    }

    fn done(mut self) -> Value {
        self.values.insert("sources".to_owned(), Value::Object(self.sources));
        Value::Object(self.values)
    }
}

fn text(text: &impl Serialize) -> Value {
    json!(text)
}

fn mention(mention: &Mention<'_>) -> Value {
    json!({
        "type": mention.kind,
        "number": mention.numbered(),
        "date": mention.date.map(|date| date.to_string()),
        "issuer": mention.issuer.map(|issuer| issuer.text()),
    })
}

fn period(period: &Period) -> Value {
    json!({ "from": period.from, "to": period.to, "text": period.text })
}

fn target(target: &Target) -> Value {
    json!({ "text": target.text, "due": target.due })
}

fn stage(stage: &Stage) -> Value {
    let mut value = json!({ "when": stage.when, "what": stage.what, "section": stage.section });
    // Named only where the plan names somebody.
    for (key, who) in [("lead", &stage.lead), ("support", &stage.support)] {
        if let Some(who) = who {
            value[key] = json!(who);
        }
    }
    value
}

fn duty(duty: &Duty) -> Value {
    json!({ "unit": duty.unit, "task": duty.task, "section": duty.section })
}
