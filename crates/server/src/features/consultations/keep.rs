//! Opening a list, and closing it.

use chungsuc_store::Change;
use jiff::civil::Date;
use serde::Serialize;

use super::{RECORD, State, find, is_private, sql, voices};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::nominations;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A list about to be opened.
#[derive(Clone, Debug)]
pub struct NewList<'a> {
    /// What it is about.
    pub title: &'a str,
    /// Its first day.
    pub from: Date,
    /// Its last day; it counts.
    pub to: Date,
    /// Ids of the nominations, in the order of the list.
    pub nominations: &'a [String],
    /// Ids of those persons and families who agreed to be named in public.
    pub consenting: &'a [String],
}

#[derive(Serialize)]
struct Kept<'a> {
    consultation_state: State,
    list_title: &'a str,
    open_from: Date,
    open_to: Date,
}

/// Opens a list of complete nominations; gives its id. Persons and families are named only where they
/// agreed; bodies, villages and the commune always.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `title`, `from`, `to`, `nominations`.
pub fn open(app: &App, by: &Person, new: &NewList<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepConsultations)?;
    let ready = nominations::list(app, by, Some(nominations::State::Received))?;
    let listed: Vec<_> = ready.iter().filter(|one| new.nominations.contains(&one.id)).collect();
    let mut errors = Errors::default();
    if new.title.trim().is_empty() {
        errors.add("title", Message::new("field-missing"));
    }
    if new.from < app.today() {
        errors.add("from", Message::new("consultation-from-past"));
    }
    if new.to < new.from {
        errors.add("to", Message::new("consultation-to-before-from"));
    }
    if listed.is_empty() || listed.len() != new.nominations.len() {
        errors.add("nominations", Message::new("consultation-no-nominee"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let (id, commune, title) = (app.new_id(), by.commune.as_str(), new.title.trim());
    let kept = Kept {
        consultation_state: State::Open,
        list_title: title,
        open_from: new.from,
        open_to: new.to,
    };
    let change = Change::create(RECORD, &id, &kept)?;
    app.write(by, |tx| {
        let row = [commune.into(), (&id).into(), title.into(), new.from.into(), new.to.into()];
        tx.change(change, sql::ADD, &row)?;
        for (seq, one) in (1_i64..).zip(&listed) {
            let key = [commune.into(), (&one.id).into()];
            if tx.first(sql::IN_A_LIST, &key, |row| row.get::<String>(0))?.is_some() {
                let message = Message::new("consultation-listed-already");
                let message = message.arg("name", one.contestant.name.clone());
                return Err(Refusal::field("nominations", message));
            }
            let named = !is_private(one.contestant.kind) || new.consenting.contains(&one.id);
            let item = Item { nominee: &one.contestant.name, named };
            let change = Change::create(ITEM, format!("{id}/{}", one.id), &item)?;
            let row = [commune.into(), (&id).into(), (&one.id).into(), seq.into(), named.into()];
            tx.change(change, sql::ADD_ITEM, &row)?;
        }
        Ok(id)
    })
}

/// Kind of the records of nominees in the journal.
const ITEM: &str = "consultation_item";

#[derive(Serialize)]
struct Item<'a> {
    nominee: &'a str,
    named: bool,
}

/// Closes a list that was seen in state `version`, once its last day is over and every voice answered.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when it is too early, or a voice waits; a
/// conflict.
pub fn close(app: &App, by: &Person, id: &str, version: i64) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepConsultations)?;
    let (known, _) = find(app, by, id)?;
    if known.state != State::Open {
        return Err(Refusal::rule("consultation-closed-already"));
    }
    if app.today() <= known.to {
        return Err(Refusal::rule("consultation-not-over"));
    }
    if voices(app, by, id)?.iter().any(|voice| voice.answer.is_none()) {
        return Err(Refusal::rule("consultation-voice-waits"));
    }
    let kept = |state| Kept {
        consultation_state: state,
        list_title: &known.title,
        open_from: known.from,
        open_to: known.to,
    };
    let change = Change::update(RECORD, id, &kept(State::Open), &kept(State::Closed))?;
    let commune = by.commune.as_str();
    app.write(by, |tx| {
        // A voice from paper may have come in since.
        let key = [commune.into(), id.into()];
        let waiting = tx.first(sql::WAITING, &key, |row| row.get::<i64>(0))?;
        if waiting.unwrap_or_default() > 0 {
            return Err(Refusal::rule("consultation-voice-waits"));
        }
        Ok(tx.change(change, sql::CLOSE, &[commune.into(), id.into(), version.into()])?)
    })
}
