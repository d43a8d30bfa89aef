//! What people say of a list, and the answer to it.

use chungsuc_store::{Author, Change, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::{Consultation, Item, State, find, in_public, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of the records in the journal.
const VOICE: &str = "consultation_voice";
/// Who the journal names for what came by the public page.
const PUBLIC: &str = "system:public";
/// Voices of a list that wait at most: who floods it cannot fill the database.
const MOST_WAITING: i64 = 500;
/// Letters of a name or a way to reach somebody, at most.
const LINE: usize = 200;
/// Letters of a voice, at most: a page.
const PAGE: usize = 3_000;

/// Something that somebody said.
#[derive(Clone, Debug)]
pub struct Voice {
    /// Its id, hard to guess: who holds it may read the answer.
    pub id: String,
    /// The nominee that it is about; nothing for the whole list.
    pub about: Option<String>,
    /// What was said.
    pub words: String,
    /// Who said it; empty for who wants no name.
    pub who: String,
    /// How to reach them; may be empty.
    pub contact: String,
    /// The day on which it came.
    pub received_on: Date,
    /// Id of the account that entered it from paper.
    pub entered_by: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// The day of the answer.
    pub answered_on: Option<Date>,
    /// Id of the nomination that it is about.
    pub nomination: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

/// A voice about to be taken in.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewVoice<'a> {
    /// Id of the nomination that it is about; empty for the whole list.
    pub about: &'a str,
    /// What is said.
    pub words: &'a str,
    /// Who says it; may be empty.
    pub who: &'a str,
    /// How to reach them; may be empty.
    pub contact: &'a str,
}

/// What the one who spoke may know again.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The day on which it came.
    pub received_on: Date,
    /// The answer.
    pub answer: Option<String>,
}

#[derive(Serialize)]
struct Kept {
    answered: bool,
}

/// Takes in what came by the public page; gives its id, by which the answer is read.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `about`, `words`, `who`, `contact`; a
/// rule, outside the days of the list or when too many wait.
pub fn send(app: &App, id: &str, new: &NewVoice<'_>) -> Result<String, Refusal> {
    let (known, items) = in_public(app, id)?;
    if !known.takes_voices(app.today()) {
        return Err(Refusal::rule("consultation-not-open"));
    }
    check(new, &items)?;
    let author =
        Author { commune: known.commune.clone(), actor: PUBLIC.to_owned(), at: app.clock.now() };
    app.store.write(&author, |tx| {
        let key = [known.commune.as_str().into(), id.into()];
        let waiting = tx.first(sql::WAITING, &key, |row| row.get::<i64>(0))?;
        if waiting.unwrap_or_default() >= MOST_WAITING {
            return Err(Refusal::rule("consultation-too-many"));
        }
        add(app, tx, &known, new, None)
    })
}

/// Enters a voice from paper, until the list is closed.
///
/// # Errors
/// [`Refusal::Forbidden`]; otherwise as [`send`].
pub fn enter(app: &App, by: &Person, id: &str, new: &NewVoice<'_>) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepConsultations)?;
    let (known, items) = find(app, by, id)?;
    if known.state != State::Open {
        return Err(Refusal::rule("consultation-closed-already"));
    }
    check(new, &items)?;
    app.write(by, |tx| add(app, tx, &known, new, Some(&by.account)))
}

fn check(new: &NewVoice<'_>, items: &[Item]) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    if new.words.trim().is_empty() {
        errors.add("words", Message::new("field-missing"));
    }
    let fields =
        [("words", new.words, PAGE), ("who", new.who, LINE), ("contact", new.contact, LINE)];
    for (field, text, most) in fields {
        if text.trim().chars().count() > most {
            errors.add(field, Message::new("proposal-too-long").arg("most", most.to_string()));
        }
    }
    if !new.about.is_empty() && !items.iter().any(|item| item.nomination == new.about) {
        errors.add("about", Message::new("consultation-nominee-unknown"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

fn add(
    app: &App,
    tx: &mut Writer<'_>,
    list: &Consultation,
    new: &NewVoice<'_>,
    entered_by: Option<&str>,
) -> Result<String, Refusal> {
    let id = app.new_id();
    let about = Some(new.about).filter(|about| !about.is_empty());
    let row = [
        list.commune.as_str().into(),
        (&id).into(),
        (&list.id).into(),
        about.into(),
        new.words.trim().into(),
        new.who.trim().into(),
        new.contact.trim().into(),
        app.today().into(),
        entered_by.into(),
    ];
    tx.change(Change::create(VOICE, &id, &Kept { answered: false })?, sql::ADD_VOICE, &row)?;
    Ok(id)
}

/// What was said of a list, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn voices(app: &App, by: &Person, id: &str) -> Result<Vec<Voice>, Refusal> {
    by.must_in_commune(Act::ReadConsultations)?;
    let key = [by.commune.as_str().into(), id.into()];
    let read = |row: &Row<'_>| -> Result<Voice, StoreError> {
        Ok(Voice {
            id: row.get(0)?,
            nomination: row.get(2)?,
            about: row.get(3)?,
            words: row.get(4)?,
            who: row.get(5)?,
            contact: row.get(6)?,
            received_on: row.get(7)?,
            entered_by: row.get(8)?,
            answer: row.get(9)?,
            answered_on: row.get(10)?,
            version: row.get(11)?,
        })
    };
    app.read(|r| Ok(r.all(sql::VOICES, &key, read)?))
}

/// Answers a voice of a list that was seen in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `answer`; a
/// conflict, when it was answered already.
pub fn answer(
    app: &App,
    by: &Person,
    list: &str,
    voice: &str,
    version: i64,
    answer: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepConsultations)?;
    find(app, by, list)?;
    let all = voices(app, by, list)?;
    let known = all.iter().find(|one| one.id == voice).ok_or(Refusal::NotFound)?;
    let answer = answer.trim();
    if answer.is_empty() {
        return Err(Refusal::field("answer", Message::new("field-missing")));
    }
    let kept = |answered| Kept { answered };
    let change = Change::update(VOICE, &known.id, &kept(false), &kept(true))?;
    let commune = by.commune.as_str();
    let row = [answer.into(), app.today().into(), commune.into(), voice.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::ANSWER, &row)?))
}

/// The receipt of a voice, for whoever was given its id.
///
/// # Errors
/// [`Refusal::NotFound`]; of the store.
pub fn receipt(app: &App, id: &str) -> Result<Receipt, Refusal> {
    app.read(|r| {
        let read = |row: &Row<'_>| Ok(Receipt { received_on: row.get(0)?, answer: row.get(1)? });
        r.first(sql::RECEIPT, &[id.into()], read)?.ok_or(Refusal::NotFound)
    })
}
