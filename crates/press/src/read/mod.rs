//! Reading: the bytes of a document → its text with the place of each paragraph ([`Source`]) → what
//! it says. Nothing is invented: what a text does not say stays empty.

mod files;
mod source;

pub use files::{MAX_BYTES, ReadError, source};
pub use source::{Format, Look, Paragraph, Place, Source};
