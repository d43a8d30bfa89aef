//! What a visit found, and what follows from it.

use chungsuc_domain::review::Stage;
use chungsuc_store::Change;
use jiff::civil::Date;
use serde::Serialize;

use super::{Line, RECORD, Recheck, find, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::standards::{self, Value};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// What a visit found, about to be written down.
#[derive(Clone, Debug)]
pub struct NewResult<'a> {
    /// Whether what was seen is what was reported.
    pub agrees: bool,
    /// What was seen; wanted when it differs.
    pub words: &'a str,
    /// The day of the visit.
    pub visited_on: Date,
    /// A file that backs it.
    pub file: Option<NewFile>,
}

/// A line of a recheck with its value as it stands now.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The line.
    pub line: &'a Line,
    /// The value.
    pub value: Value,
    /// Whether a visit found it different and this person may send it back now.
    pub may_send_back: bool,
}

#[derive(Serialize)]
struct Kept<'a> {
    number: i64,
    agrees: bool,
    words: &'a str,
    visited_on: Date,
    evidence: Option<&'a str>,
}

/// The lines of a recheck with their values as they stand now.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn subjects<'a>(
    app: &App,
    by: &Person,
    recheck: &'a Recheck,
) -> Result<Vec<Subject<'a>>, Refusal> {
    let values = standards::values_by_id(app, by, recheck.key())?;
    let subject = |line: &'a Line| {
        let value = values.get(&line.value)?.clone();
        // What goes to the officer already is no longer the board's to send.
        let goes = matches!(value.review.stage(), Stage::Sent | Stage::Verified | Stage::Accepted);
        let differs = line.agrees() == Some(false);
        let may_send_back = differs && goes && standards::may_send_back(app, by, &value).is_ok();
        Some(Subject { line, value, may_send_back })
    };
    Ok(recheck.lines.iter().filter_map(subject).collect())
}

/// Writes down what a visit found. A figure that differs goes one step back at once where this person
/// may send it; else it waits for who may.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `words` and
/// `visited_on`; a rule for a figure that this person entered.
pub fn record(
    app: &App,
    by: &Person,
    id: &str,
    number: i64,
    new: &NewResult<'_>,
) -> Result<(), Refusal> {
    let recheck = find(app, by, id)?;
    let line = recheck.lines.iter().find(|line| line.number == number).ok_or(Refusal::NotFound)?;
    by.must(Act::JudgeValues, Place::village(&by.commune, &line.unit))?;
    let value = standards::value(app, by, &line.value)?;
    if value.entered_by == by.account {
        return Err(Refusal::rule("recheck-own"));
    }
    check(app, &recheck, new)?;
    // Of two who write at once the second is told: the step is part of the key.
    let step = i64::try_from(line.results.len()).unwrap_or(i64::MAX - 1) + 1;
    let words = new.words.trim();
    app.write(by, |tx| {
        let file = new.file.as_ref().map(|file| files::keep(app, tx, file)).transpose()?;
        let at = tx.author().at;
        let params = [
            by.commune.as_str().into(),
            id.into(),
            number.into(),
            step.into(),
            new.agrees.into(),
            words.into(),
            new.visited_on.into(),
            file.as_deref().into(),
            by.account.as_str().into(),
            at.into(),
        ];
        let evidence = new.file.as_ref().map(NewFile::name);
        let (agrees, visited_on) = (new.agrees, new.visited_on);
        let kept = Kept { number, agrees, words, visited_on, evidence };
        tx.change(Change::create(RECORD, id, &kept)?, sql::ADD_RESULT, &params)?;
        let goes = value.review.stage() != Stage::Questioned;
        if !agrees && goes && standards::may_send_back(app, by, &value).is_ok() {
            standards::send_back(app, tx, by, &value, words)?;
        }
        Ok(())
    })
}

fn check(app: &App, recheck: &Recheck, new: &NewResult<'_>) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    if !new.agrees && new.words.trim().is_empty() {
        errors.add("words", Message::new("recheck-what-differs"));
    }
    let drawn = chungsuc_domain::date::VIETNAM.to_datetime(recheck.drawn_on).date();
    if new.visited_on > app.today() {
        errors.add("visited_on", Message::new("day-to-come"));
    } else if new.visited_on < drawn {
        errors.add("visited_on", Message::new("recheck-before-draw"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

/// Sends a figure that a visit found different one step back, with what was seen as the reason.
///
/// # Errors
/// [`Refusal::NotFound`]; a rule, when no visit found it different or it does not wait for this
/// person.
pub fn send_back(app: &App, by: &Person, id: &str, number: i64) -> Result<(), Refusal> {
    let recheck = find(app, by, id)?;
    let subjects = subjects(app, by, &recheck)?;
    let subject = subjects.iter().find(|one| one.line.number == number).ok_or(Refusal::NotFound)?;
    let Some(seen) = subject.line.results.last().filter(|_| subject.may_send_back) else {
        return Err(Refusal::rule("recheck-not-back"));
    };
    app.write(by, |tx| standards::send_back(app, tx, by, &subject.value, &seen.words))
}
