//! What kind of file it is, by its first bytes.

use super::{ReadError, charset};

/// How the bytes are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Docx,
    Pdf,
    Html,
    Text,
    Unreadable(ReadError),
}

/// How much of a text is looked at to tell a web page from plain text.
const HEAD: usize = 4096;

/// Beginnings that tell what a file is.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"%PDF-", Kind::Pdf),
    (b"PK\x03\x04", Kind::Docx),
    (b"{\\rtf", Kind::Unreadable(ReadError::OldFormat)),
    (b"MIME-Version:", Kind::Unreadable(ReadError::OldFormat)),
    (b"\x89PNG\r\n", Kind::Unreadable(ReadError::Scanned)),
    (b"\xff\xd8\xff", Kind::Unreadable(ReadError::Scanned)),
    (b"II*\0", Kind::Unreadable(ReadError::Scanned)),
    (b"MM\0*", Kind::Unreadable(ReadError::Scanned)),
];

/// The container of Word's .doc, and of every office file with a password.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Says how to read a file.
pub(super) fn kind(bytes: &[u8], name: &str) -> Kind {
    if bytes.starts_with(OLE) {
        return Kind::Unreadable(inside_ole(bytes));
    }
    for (magic, kind) in MAGIC {
        if bytes.starts_with(magic) {
            return *kind;
        }
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    // Scanners and mail programs leave bytes before the head of a PDF.
    if holds(&head[..head.len().min(1024)], b"%PDF-") {
        return Kind::Pdf;
    }
    kind_of_text(head, name)
}

fn kind_of_text(head: &[u8], name: &str) -> Kind {
    if charset::is_binary(head) {
        return Kind::Unreadable(ReadError::Unsupported);
    }
    let text = charset::decode(head).text.to_lowercase();
    let text = text.trim_start();
    if text.contains("urn:schemas-microsoft-com:office:word") && text.contains("<w:worddocument") {
        return Kind::Unreadable(ReadError::OldFormat);
    }
    let tags =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p>", "<p "];
    let named = [".html", ".htm", ".xhtml"].iter().any(|end| name.to_lowercase().ends_with(end));
    if text.starts_with('<') && (named || tags.iter().any(|tag| text.contains(tag))) {
        return Kind::Html;
    }
    Kind::Text
}

/// A .doc is to be saved anew; a locked .docx hides in the same container.
fn inside_ole(bytes: &[u8]) -> ReadError {
    let names = |name: &str| holds(bytes, &name.bytes().flat_map(|b| [b, 0]).collect::<Vec<_>>());
    if names("EncryptedPackage") {
        ReadError::Locked
    } else if names("WordDocument") {
        ReadError::OldFormat
    } else {
        ReadError::Unsupported
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
