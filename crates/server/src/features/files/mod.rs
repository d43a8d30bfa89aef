//! Files that back a record: pictures and papers, kept in the database with their SHA-256.
//!
//! A file has no address of its own: the feature whose record it backs serves it, after asking whether
//! the person may read that record.

mod sql;
mod written;

use axum::http::header;
use axum::response::IntoResponse;
use chungsuc_store::{Change, StoreError, Writer};
use serde::Serialize;

use crate::app::App;
use crate::refusal::Refusal;
use crate::visit::Reply;
use crate::web::{Message, UploadedFile};

/// Largest file, in bytes: a good picture of a telephone fits.
const LARGEST: usize = 5 * 1024 * 1024;

/// A file about to be kept: its kind is known from its first bytes, not from its name.
#[derive(Clone, Debug)]
pub struct NewFile {
    name: String,
    media: &'static str,
    content: Vec<u8>,
}

impl NewFile {
    /// The name that the person's machine gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is, by its first bytes.
    pub fn media(&self) -> &'static str {
        self.media
    }

    /// What is in it.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// Checks what was sent in a field of a form.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] naming the field: too large, empty, or of a kind that is not kept.
    pub fn check(field: &'static str, sent: &UploadedFile) -> Result<Self, Refusal> {
        let refuse = |key| Err(refuse(field, key, sent));
        if sent.content.is_empty() {
            return refuse("file-empty");
        }
        if sent.content.len() > LARGEST {
            return refuse("file-too-large");
        }
        match media_of(&sent.content) {
            Some(media) => {
                Ok(Self { name: sent.name.clone(), media, content: sent.content.clone() })
            }
            None => refuse("file-kind"),
        }
    }
}

fn refuse(field: &'static str, key: &'static str, sent: &UploadedFile) -> Refusal {
    Refusal::field(field, Message::new(key).arg("name", sent.name.clone()))
}

/// The kinds that are kept, by their first bytes.
fn media_of(content: &[u8]) -> Option<&'static str> {
    match content {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        _ => None,
    }
}

/// What the journal keeps of a file.
#[derive(Serialize)]
struct Kept<'a> {
    name: &'a str,
    media: &'a str,
    bytes: usize,
    sha256: &'a str,
}

/// Keeps a file in the transaction of the record that it backs; gives its id.
///
/// # Errors
/// Of the store.
pub fn keep(app: &App, tx: &mut Writer<'_>, file: &NewFile) -> Result<String, StoreError> {
    let id = app.new_id();
    let sha256 = file.sha256();
    let author = tx.author().clone();
    let bytes = file.content.len();
    let kept = Kept { name: &file.name, media: file.media, bytes, sha256: &sha256 };
    tx.change(
        Change::create("file", &id, &kept)?,
        sql::ADD,
        &[
            author.commune.as_str().into(),
            (&id).into(),
            (&file.name).into(),
            file.media.into(),
            i64::try_from(bytes).unwrap_or(i64::MAX).into(),
            (&sha256).into(),
            file.content.as_slice().into(),
            author.at.into(),
        ],
    )?;
    Ok(id)
}

/// The reply that shows a file; the caller has asked whether the person may see it.
///
/// # Errors
/// [`Refusal::NotFound`]; of the store.
pub fn show(app: &App, commune: &str, id: &str) -> Reply {
    let (media, content) = content(app, commune, id)?;
    let keep = "private, max-age=3600".to_owned();
    Ok(([(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, keep)], content).into_response())
}

/// Kind and content of a file, for a document that takes it in.
///
/// # Errors
/// [`Refusal::NotFound`]; of the store.
pub fn content(app: &App, commune: &str, id: &str) -> Result<(String, Vec<u8>), Refusal> {
    let found = app.read(|r| {
        r.first(sql::CONTENT, &[commune.into(), id.into()], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(Refusal::from)
    })?;
    found.ok_or(Refusal::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(content: &[u8]) -> UploadedFile {
        UploadedFile {
            field: "anh".into(), name: "đường làng.jpg".into(), content: content.into()
        }
    }

    #[test]
    fn kinds_are_known_by_their_bytes() {
        let jpeg = NewFile::check("anh", &sent(&[0xff, 0xd8, 0xff, 0xe0])).map(|file| file.media);
        assert_eq!(jpeg.ok(), Some("image/jpeg"));
        assert!(NewFile::check("anh", &sent(b"<html>")).is_err());
        assert!(NewFile::check("anh", &sent(b"")).is_err());
        let large = [b"%PDF-1.7".as_slice(), &vec![0; LARGEST]].concat();
        assert!(NewFile::check("anh", &sent(&large)).is_err());
    }
}
