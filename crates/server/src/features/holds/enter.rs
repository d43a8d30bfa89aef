//! Entering a hold, and lifting it.

use chungsuc_domain::{SubjectKind, date, text};
use chungsuc_store::{Change, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::{RECORD, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::directory;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A hold about to be entered.
#[derive(Clone, Debug)]
pub struct NewHold<'a> {
    /// Who is meant: kind, and code of the unit or id of the record.
    pub subject: (SubjectKind, &'a str),
    /// Code of the kind of hold in the catalog.
    pub kind: &'a str,
    /// Since when it is looked into.
    pub since: Date,
    /// Number, symbol and day of the paper that says so.
    pub paper: &'a str,
    /// Who looks into it.
    pub issuer: &'a str,
    /// What an officer should know; may be empty.
    pub words: &'a str,
}

/// How a hold ends.
#[derive(Clone, Debug)]
pub struct Lifting<'a> {
    /// The day on which it ended.
    pub on: Date,
    /// Number, symbol and day of the paper that says so.
    pub paper: &'a str,
    /// What came of it.
    pub words: &'a str,
}

/// What the journal keeps: that somebody is held, or no more; not who, nor for what.
#[derive(Serialize)]
struct Kept {
    held: bool,
}

/// Enters a hold; gives its id. From today on it is known.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `kind`, `since`,
/// `paper`, `issuer`; with `paper` when this very matter is open already.
pub fn enter(app: &App, by: &Person, new: &NewHold<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepHolds)?;
    let (kind, subject) = new.subject;
    let subject = directory::subject(app, by, kind, subject)?;
    let (today, mut errors) = (app.today(), Errors::default());
    let kinds = app.catalog.hold_kinds(today).map(|row| row.value.as_slice()).unwrap_or_default();
    if !kinds.iter().any(|known| known.code == new.kind) {
        errors.add("kind", Message::new("hold-kind-unknown"));
    }
    if new.since > today {
        errors.add("since", Message::new("day-to-come"));
    }
    missing(&mut errors, &[("paper", new.paper), ("issuer", new.issuer)]);
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let (id, commune, paper) = (app.new_id(), by.commune.as_str(), new.paper.trim());
    let alike =
        [commune.into(), kind.code().into(), (&subject.id).into(), new.kind.into(), paper.into()];
    let folded = text::fold(&subject.name);
    let row = [
        commune.into(),
        (&id).into(),
        kind.code().into(),
        (&subject.id).into(),
        (&subject.name).into(),
        (&folded).into(),
        new.kind.into(),
        new.since.into(),
        paper.into(),
        new.issuer.trim().into(),
        new.words.trim().into(),
        by.account.as_str().into(),
        today.into(),
    ];
    app.write(by, |tx| {
        if tx.first(sql::ALIKE, &alike, |row| row.get::<String>(0))?.is_some() {
            return Err(Refusal::field("paper", Message::new("hold-known")));
        }
        Ok(tx.change(Change::create(RECORD, &id, &Kept { held: true })?, sql::ADD, &row)?)
    })?;
    Ok(id)
}

/// Lifts a hold by its paper; the hold itself stays as it was entered.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `on`, `paper`,
/// `words`; a rule, when it was lifted already.
pub fn lift(app: &App, by: &Person, id: &str, how: &Lifting<'_>) -> Result<(), Refusal> {
    let (known, today) = (find(app, by, id)?, app.today());
    if known.end.is_some() {
        return Err(Refusal::rule("hold-is-over"));
    }
    let mut errors = Errors::default();
    if how.on < known.since || how.on > today {
        let wrong = Message::new("hold-end-wrong").arg("first", date::show_date(known.since));
        errors.add("on", wrong.arg("last", date::show_date(today)));
    }
    missing(&mut errors, &[("paper", how.paper), ("words", how.words)]);
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let change = Change::update(RECORD, id, &Kept { held: true }, &Kept { held: false })?;
    let row = [
        by.commune.as_str().into(),
        id.into(),
        how.on.into(),
        how.paper.trim().into(),
        how.words.trim().into(),
        by.account.as_str().into(),
        today.into(),
    ];
    match app.write(by, |tx| Ok(tx.change(change, sql::END, &row)?)) {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Err(Refusal::rule("hold-is-over")),
        done => done,
    }
}

fn missing(errors: &mut Errors, fields: &[(&'static str, &str)]) {
    for (field, _) in fields.iter().filter(|(_, value)| value.trim().is_empty()) {
        errors.add(*field, Message::new("field-missing"));
    }
}
