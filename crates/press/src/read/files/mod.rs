//! The bytes of a file → its text. The contents decide what kind of file it is; the name only helps
//! where they do not.
//!
//! Files come from anywhere, so everything here has a bound: no input takes more than a few hundred
//! megabytes or a few seconds, and none brings the program down. The bounds are counts of work, not
//! clocks, so that the same bytes give the same answer on every machine.

mod charset;
mod docx;
mod draft;
mod error;
mod gather;
mod html;
mod numerals;
mod package;
mod pdf;
mod sniff;
mod text;
mod xlsx;
mod xml;

pub(super) use charset::is_syllable;
pub(crate) use docx::{Numbering, Raw};
pub use error::ReadError;
pub use xlsx::{Content, SheetCell, address, read as sheet};

use super::Source;
use sniff::Kind;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 50 << 20;

/// Reads the text of a file: .docx, .pdf with a text layer, .html, .txt or .md, in Unicode or in
/// the old encodings windows-1258, TCVN3 and VNI. `name` is what the file is called.
///
/// # Errors
/// When there is no text to be had; each [`ReadError`] is another thing for a person to do.
pub fn source(bytes: &[u8], name: &str) -> Result<Source, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    match sniff::kind(bytes, name) {
        Kind::Docx => docx::read(bytes),
        Kind::Pdf => pdf::read(bytes),
        Kind::Html => html::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::Unreadable(why) => Err(why),
    }
}

/// The parts of a file that must be a .docx.
pub(crate) fn raw_docx(bytes: &[u8]) -> Result<Raw, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    match sniff::kind(bytes, "") {
        Kind::Docx => docx::raw(bytes),
        Kind::Unreadable(why) => Err(why),
        Kind::Pdf | Kind::Html | Kind::Text => Err(ReadError::Unsupported),
    }
}
