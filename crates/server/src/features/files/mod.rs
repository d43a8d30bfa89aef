//! Files that back a record: pictures and papers, kept in the database with their SHA-256.
//!
//! A file has no address of its own: the feature whose record it backs serves it, after asking whether
//! the person may read that record.

mod sql;
mod written;

use axum::http::header;
use axum::response::IntoResponse;
use chungsuc_store::{Change, Reader, StoreError, Writer};
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::refusal::Refusal;
use crate::visit::Reply;
use crate::web::{Message, UploadedFile};

/// Largest file that backs a record, in bytes: a good picture of a telephone fits.
const LARGEST: usize = 5 * 1024 * 1024;
/// Largest file of a paper, in bytes: a scan of some dozens of pages fits.
const LARGEST_PAPER: usize = 10 * 1024 * 1024;

const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file about to be kept: its kind is known from its bytes, not from its name.
#[derive(Clone, Debug)]
pub struct NewFile {
    name: String,
    media: &'static str,
    content: Vec<u8>,
    sha256: String,
}

impl NewFile {
    /// Checks a picture or a PDF that was sent in a field of a form to back a record.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] naming the field: too large, empty, or of a kind that is not kept.
    pub fn check(field: &'static str, sent: &UploadedFile) -> Result<Self, Refusal> {
        let refuse = |key| Err(refusal(field, key, sent));
        if sent.content.len() > LARGEST {
            return refuse("file-too-large");
        }
        match media_of(&sent.content) {
            _ if sent.content.is_empty() => refuse("file-empty"),
            Some(media) => Ok(Self::new(&sent.name, media, sent.content.clone())),
            None => refuse("file-kind"),
        }
    }

    /// Checks the file of a paper: a picture or a PDF, a file of Word, or plain text.
    ///
    /// # Errors
    /// As [`NewFile::check`].
    pub fn check_paper(field: &'static str, sent: &UploadedFile) -> Result<Self, Refusal> {
        let refuse = |key| Err(refusal(field, key, sent));
        if sent.content.len() > LARGEST_PAPER {
            return refuse("file-paper-too-large");
        }
        match media_of(&sent.content).or_else(|| written_media_of(&sent.content)) {
            _ if sent.content.is_empty() => refuse("file-empty"),
            Some(media) => Ok(Self::new(&sent.name, media, sent.content.clone())),
            None => refuse("file-paper-kind"),
        }
    }

    fn new(name: &str, media: &'static str, content: Vec<u8>) -> Self {
        let sha256 = HEXLOWER.encode(&Sha256::digest(&content));
        Self { name: name.to_owned(), media, content, sha256 }
    }

    /// A PDF that the program made.
    pub fn made(name: &str, pdf: Vec<u8>) -> Self {
        Self::new(name, PDF, pdf)
    }

    /// A DOCX that the program made.
    pub fn made_docx(name: &str, docx: Vec<u8>) -> Self {
        Self::new(name, DOCX, docx)
    }

    /// A spreadsheet that was read already.
    pub fn read_sheet(sent: &UploadedFile) -> Self {
        Self::new(&sent.name, XLSX, sent.content.clone())
    }

    /// Whether it is a PDF.
    pub fn is_pdf(&self) -> bool {
        self.media == PDF
    }

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

    /// The SHA-256 of its content, in hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

fn refusal(field: &'static str, key: &'static str, sent: &UploadedFile) -> Refusal {
    Refusal::field(field, Message::new(key).arg("name", sent.name.clone()))
}

/// The kinds of written papers that are kept beside those of [`media_of`].
fn written_media_of(content: &[u8]) -> Option<&'static str> {
    const WORD_PART: &[u8] = b"word/document.xml";
    match content {
        [b'P', b'K', 3, 4, ..] => {
            content.windows(WORD_PART.len()).any(|part| part == WORD_PART).then_some(DOCX)
        }
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Some("application/msword"),
        _ if is_plain_text(content) => Some("text/plain; charset=utf-8"),
        _ => None,
    }
}

/// UTF-8 without signs that no text has; a web page is not taken for one.
fn is_plain_text(content: &[u8]) -> bool {
    let strange = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t' | '\u{c}');
    let web_page = |text: &str| text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    std::str::from_utf8(content).is_ok_and(|text| !text.contains(strange) && !web_page(text))
}

/// The kinds that are kept, by their first bytes.
fn media_of(content: &[u8]) -> Option<&'static str> {
    match content {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ if is_pdf(content) => Some(PDF),
        _ => None,
    }
}

/// Scanners and mail programs leave bytes before the head of a PDF; words that only speak of one do not
/// make one.
fn is_pdf(content: &[u8]) -> bool {
    const HEAD: &[u8] = b"%PDF-";
    let near = &content[..content.len().min(1024)];
    content.starts_with(HEAD)
        || near.windows(HEAD.len()).any(|part| part == HEAD) && !is_plain_text(content)
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
    let author = tx.author().clone();
    let bytes = file.content.len();
    let kept = Kept { name: &file.name, media: file.media, bytes, sha256: &file.sha256 };
    tx.change(
        Change::create("file", &id, &kept)?,
        sql::ADD,
        &[
            author.commune.as_str().into(),
            (&id).into(),
            (&file.name).into(),
            file.media.into(),
            i64::try_from(bytes).unwrap_or(i64::MAX).into(),
            (&file.sha256).into(),
            file.content.as_slice().into(),
            author.at.into(),
        ],
    )?;
    Ok(id)
}

/// What is known of a kept file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its id.
    pub id: String,
    /// The name that the person's machine gave it.
    pub name: String,
    /// What kind of file it is, as HTTP names it.
    pub media: String,
    /// How long it is.
    pub bytes: u64,
    /// The SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

/// What is known of a file; nothing, when there is none.
///
/// # Errors
/// Of the store.
pub fn facts(r: &mut Reader<'_>, commune: &str, id: &str) -> Result<Option<Facts>, StoreError> {
    r.first(sql::FACTS, &[commune.into(), id.into()], |row| {
        Ok(Facts {
            id: row.get(0)?,
            name: row.get(1)?,
            media: row.get(2)?,
            bytes: u64::try_from(row.get::<i64>(3)?).unwrap_or_default(),
            sha256: row.get(4)?,
        })
    })
}

/// The bytes of a file, exactly as they came; the caller has asked whether the person may see it.
///
/// # Errors
/// [`Refusal::NotFound`]; of the store.
pub fn content(app: &App, commune: &str, id: &str) -> Result<Vec<u8>, Refusal> {
    let found = app.read(|r| {
        r.first(sql::CONTENT, &[commune.into(), id.into()], |row| row.get::<Vec<u8>>(1))
            .map_err(Refusal::from)
    })?;
    found.ok_or(Refusal::NotFound)
}

/// The reply that shows a file; the caller has asked whether the person may see it.
///
/// # Errors
/// [`Refusal::NotFound`]; of the store.
pub fn show(app: &App, commune: &str, id: &str) -> Reply {
    let found: Option<(String, Vec<u8>)> = app.read(|r| {
        r.first(sql::CONTENT, &[commune.into(), id.into()], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(Refusal::from)
    })?;
    let (media, content) = found.ok_or(Refusal::NotFound)?;
    let keep = "private, max-age=3600".to_owned();
    Ok(([(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, keep)], content).into_response())
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

    #[test]
    fn papers_are_also_written_files() {
        let media = |content: &[u8]| {
            NewFile::check_paper("file", &sent(content)).map(|file| file.media).ok()
        };
        assert_eq!(media(b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(media(b"\x00\xab scanner \x00%PDF-1.4\n\xe2"), Some("application/pdf"));
        assert_ne!(media(b"Say %PDF-1.4 loudly"), Some("application/pdf"));
        assert_eq!(media("Tờ trình\r\n\tĐiều 1".as_bytes()), Some("text/plain; charset=utf-8"));
        let word = media(b"PK\x03\x04....word/document.xml....");
        assert!(word.is_some_and(|media| media.ends_with("wordprocessingml.document")));
        assert_eq!(
            media(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
            Some("application/msword")
        );
        let refused: [&[u8]; 5] =
            [b"", b"PK\x03\x04 some other archive", b"\x7fELF\0", b"<!doctype html>", b" <svg>"];
        for content in refused {
            assert_eq!(media(content), None, "{content:?}");
        }
        let large = [b"%PDF-1.7".as_slice(), &vec![0; LARGEST_PAPER]].concat();
        assert_eq!(media(&large), None);
    }
}
