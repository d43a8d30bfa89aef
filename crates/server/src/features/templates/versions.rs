//! The versions of a template: each upload is one, and none is overwritten.

use std::sync::Arc;

use chungsuc_press::read::Format;
use chungsuc_store::{Change, Row, StoreError};
use jiff::Timestamp;
use serde::Serialize;

use super::{Reading, Sort, VERSION_RECORD, reading as reading_of, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::refusal::Refusal;
use crate::web::{Message, UploadedFile};

/// The field of the form that brings the file.
const FILE: &str = "file";
/// Longest note, in letters.
const LONGEST_NOTE: usize = 200;

/// A version, as an officer brought it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number within the sort, counted from 1.
    pub number: i64,
    /// Id of its file.
    pub file: String,
    /// What the file was called.
    pub file_name: String,
    /// What the officer says of it; may be empty.
    pub note: String,
    /// The account that brought it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl Version {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            number: row.get(0)?,
            file: row.get(1)?,
            file_name: row.get(2)?,
            note: row.get(3)?,
            by: row.get(4)?,
            at: row.get(5)?,
        })
    }
}

/// What the journal keeps of a version.
#[derive(Serialize)]
struct Kept<'a> {
    number: i64,
    note: &'a str,
    sha256: &'a str,
}

/// The versions of a sort's template, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn versions(app: &App, by: &Person, sort: &Sort) -> Result<Vec<Version>, Refusal> {
    by.must_somewhere(Act::ReadTemplates)?;
    let key = [by.commune.as_str().into(), sort.code.into()];
    app.read(|r| Ok(r.all(sql::VERSIONS, &key, Version::read)?))
}

/// One version.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn version(app: &App, by: &Person, sort: &Sort, number: i64) -> Result<Version, Refusal> {
    by.must_somewhere(Act::ReadTemplates)?;
    let key = [by.commune.as_str().into(), sort.code.into(), number.into()];
    app.read(|r| r.first(sql::VERSION, &key, Version::read)?.ok_or(Refusal::NotFound))
}

/// What a version is worth to this program.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn reading(
    app: &App,
    by: &Person,
    sort: &Sort,
    version: &Version,
) -> Result<Arc<Reading>, Refusal> {
    by.must_somewhere(Act::ReadTemplates)?;
    reading_of::of_file(app, by, sort, &version.file)
}

/// Keeps a DOCX as a new version, also where its marks are wrong: what an officer wrote stays at hand.
/// Nothing is taken into use. Gives its number.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with `file` when no words can be taken from it, with
/// `note` when that is too long.
pub fn bring(
    app: &App,
    by: &Person,
    sort: &Sort,
    note: &str,
    sent: &UploadedFile,
) -> Result<i64, Refusal> {
    by.must_in_commune(Act::KeepTemplates)?;
    let file = new_file(sent)?;
    if let Reading::Unreadable(why) = Reading::of(file.content(), sort) {
        return Err(Refusal::field(FILE, why));
    }
    if note.chars().count() > LONGEST_NOTE {
        let message = Message::new("template-note-too-long").arg("most", LONGEST_NOTE);
        return Err(Refusal::field("note", message));
    }
    let (commune, account) = (by.commune.as_str(), by.account.as_str());
    app.write(by, |tx| {
        // Two uploads at once take two numbers.
        tx.hold_others()?;
        let of_sort = [commune.into(), sort.code.into()];
        let last: Option<i64> = tx.first(sql::LAST_NUMBER, &of_sort, |row| row.get(0))?;
        let number = last.unwrap_or_default() + 1;
        let kept = Kept { number, note, sha256: file.sha256() };
        let change = Change::create(VERSION_RECORD, format!("{}/{number}", sort.code), &kept)?;
        let id = files::keep(app, tx, &file)?;
        let at = tx.author().at;
        let row = [
            commune.into(),
            sort.code.into(),
            number.into(),
            (&id).into(),
            note.into(),
            account.into(),
            at.into(),
        ];
        tx.change(change, sql::ADD_VERSION, &row)?;
        Ok(number)
    })
}

/// What was sent, if there is something in it and it can be kept.
fn new_file(sent: &UploadedFile) -> Result<NewFile, Refusal> {
    let refused = |key| Refusal::field(FILE, Message::new(key).arg("name", sent.name.clone()));
    if sent.content.is_empty() {
        return Err(refused("file-empty"));
    }
    NewFile::written(FILE, sent, Format::Docx).map_err(|_| refused("template-too-large"))
}
