//! What is told of a nomination for its conditions, and the written reason where a condition may be
//! let pass.

use std::collections::BTreeMap;

use chungsuc_domain::eligibility::{Fact, FactType, Facts, Value};
use chungsuc_store::{Change, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::mending::{Part, open_parts};
use super::{Nomination, RECORD, State, find, held, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the facts' records in the journal.
const FACT: &str = "nomination_fact";

/// What is known of a nomination.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The facts.
    pub facts: Facts,
    /// The same, by fact.
    pub values: BTreeMap<Fact, Value>,
    /// Why a condition that is not met may pass.
    pub waiver: Option<String>,
}

impl Told {
    /// Leaves out the facts that `is` means, as if nobody had told them.
    pub(super) fn keep_back(&mut self, is: impl Fn(Fact) -> bool) {
        self.values.retain(|fact, _| !is(*fact));
        self.facts.retain(|fact| !is(fact));
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    fact: &'a str,
    told: Option<&'a str>,
}

#[derive(Serialize)]
struct KeptWaiver<'a> {
    waiver: Option<&'a str>,
}

/// What was told of a nomination.
pub(super) fn told(app: &App, commune: &str, id: &str) -> Result<Told, Refusal> {
    let key = [commune.into(), id.into()];
    let (rows, waiver) = app.read(|r| {
        let read = |row: &Row<'_>| Ok((row.get::<String>(0)?, row.get::<Option<String>>(1)?));
        let rows = r.all(sql::FACTS, &key, read)?;
        let waiver = r.first(sql::WAIVER, &key, |row| row.get::<Option<String>>(0))?;
        Ok::<_, Refusal>((rows, waiver.flatten()))
    })?;
    let mut told = Told { waiver, ..Told::default() };
    for (name, text) in rows {
        // A fact that a newer program knows is left alone.
        let Some(fact) = Fact::from_code(&name) else { continue };
        let Some(value) = text.and_then(|text| read(fact, &text)) else { continue };
        if told.facts.tell(fact, value.clone(), None).is_ok() {
            told.values.insert(fact, value);
        }
    }
    Ok(told)
}

/// The value that somebody wrote, if the fact can have it.
fn read(fact: Fact, text: &str) -> Option<Value> {
    let value = match fact.kind() {
        FactType::Bool => Value::Bool(text.parse().ok()?),
        FactType::Number => Value::Number(text.parse().ok()?),
        FactType::Code(_) => Value::Code(text.to_owned()),
    };
    value.fits(fact.kind()).then_some(value)
}

/// Whether this person may tell facts now: who proposes, until it is sent; then the secretary, until
/// it is put before the council; who proposes again, while that part is to be mended.
pub(super) fn may_tell(app: &App, by: &Person, one: &Nomination) -> Result<bool, Refusal> {
    let own = by.may(Act::Nominate, one.place(&by.commune));
    Ok(match one.state {
        State::Draft | State::Returned => own,
        State::Sent | State::Received if by.may_somewhere(Act::KeepCouncil) => true,
        State::Sent | State::Received if own => {
            open_parts(app, &by.commune, &one.id)?.contains(&Part::Facts)
        }
        _ => false,
    })
}

/// Tells facts of a nomination, as texts by fact; an empty text takes one back. `waiver` is the written
/// reason, or nothing. Of holds only those who keep their register tell, and only that there is none:
/// one that there is stands in the register.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it has gone on; [`Refusal::Invalid`] with the code of a fact as
/// its field.
pub fn tell(
    app: &App,
    by: &Person,
    id: &str,
    texts: &[(Fact, &str)],
    waiver: &str,
) -> Result<(), Refusal> {
    let known = find(app, by, id)?;
    if !may_tell(app, by, &known)? {
        by.must_somewhere(Act::Nominate)?;
        return Err(Refusal::rule("nomination-gone-on"));
    }
    let before = told(app, &by.commune, id)?;
    let mut errors = Errors::default();
    let mut changed = Vec::new();
    let mine = |fact: Fact| !app.catalog.is_hold(fact) || held::sees(by);
    for (fact, text) in texts.iter().filter(|(fact, _)| !fact.is_derived() && mine(*fact)) {
        let text = text.trim();
        let value = if text.is_empty() { None } else { read(*fact, text) };
        if !text.is_empty() && value.is_none() {
            errors.add(fact.code(), Message::new("nomination-fact-wrong"));
        } else if before.values.get(fact) == value.as_ref() {
            continue;
        } else if app.catalog.is_hold(*fact) && value == Some(Value::Bool(true)) {
            errors.add(fact.code(), Message::new("nomination-fact-hold"));
        } else {
            changed.push((*fact, value.map(|value| value.to_string())));
        }
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let waiver = Some(waiver.trim()).filter(|text| !text.is_empty());
    let today = app.today();
    app.write(by, |tx| {
        for (fact, value) in &changed {
            let old = before.values.get(fact).map(Value::to_string);
            keep(tx, today, id, *fact, old.as_deref(), value.as_deref())?;
        }
        if before.waiver.as_deref() != waiver {
            keep_waiver(tx, id, before.waiver.as_deref(), waiver)?;
        }
        Ok(())
    })
}

/// Writes one fact; the row stays when a fact is taken back.
fn keep(
    tx: &mut Writer<'_>,
    today: Date,
    id: &str,
    fact: Fact,
    old: Option<&str>,
    new: Option<&str>,
) -> Result<(), StoreError> {
    let (commune, account) = (tx.author().commune.clone(), tx.author().actor.clone());
    let (commune, account) = (commune.as_str(), account.as_str());
    let (key, code) = (format!("{id}/{fact}"), fact.code());
    let kept = |told| Kept { fact: code, told };
    let row = [commune.into(), id.into(), code.into()];
    let there = tx.first(sql::FACT_THERE, &row, |row| row.get::<i64>(0))?.unwrap_or_default();
    let (told_on, told_by) = (today.into(), account.into());
    if there == 0 {
        let change = Change::create(FACT, key, &kept(new))?;
        let params = [commune.into(), id.into(), code.into(), new.into(), told_on, told_by];
        return tx.change(change, sql::ADD_FACT, &params);
    }
    let change = Change::update(FACT, key, &kept(old), &kept(new))?;
    let params = [new.into(), told_on, told_by, commune.into(), id.into(), code.into()];
    tx.change(change, sql::SET_FACT, &params)
}

/// Writes the reason; the journal holds it as the reason of the change.
fn keep_waiver(
    tx: &mut Writer<'_>,
    id: &str,
    old: Option<&str>,
    new: Option<&str>,
) -> Result<(), StoreError> {
    let commune = tx.author().commune.clone();
    let change =
        Change::update(RECORD, id, &KeptWaiver { waiver: old }, &KeptWaiver { waiver: new })?;
    let change = match new {
        Some(reason) => change.because(reason),
        None => change,
    };
    tx.change(change, sql::SET_WAIVER, &[new.into(), commune.as_str().into(), id.into()])
}
