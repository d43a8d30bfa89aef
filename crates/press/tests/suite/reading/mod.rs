//! Files of all kinds are read: the words come back, in their order, with their places.

pub(crate) mod bad_files;
mod bombs;
mod charsets;
mod docx;
mod html;
pub(crate) mod packing;
mod pdf;

use chungsuc_press::read::{ReadError, Source, source};

/// The lines of a file that can be read.
fn lines(bytes: &[u8], name: &str) -> Vec<String> {
    let source = source(bytes, name).unwrap();
    shown(&source)
}

/// The words of each paragraph.
fn shown(source: &Source) -> Vec<String> {
    source.paragraphs().iter().map(|paragraph| source.words(paragraph).to_owned()).collect()
}

/// Why a file cannot be read.
fn refusal(bytes: &[u8]) -> Option<ReadError> {
    source(bytes, "tệp").err()
}
