//! Gathers the paragraphs of a file, up to a bound.

use super::ReadError;
use crate::read::{Format, Look, Place, Source};

/// The most paragraphs of a file: about five thousand printed pages.
const MAX_PARAGRAPHS: u32 = 200_000;
/// The longest text of a file, in bytes.
const MAX_TEXT: usize = 16 << 20;

/// A [`Source`] in the making.
pub(super) struct Gatherer {
    source: Source,
    paragraphs: u32,
    bytes: usize,
    has_words: bool,
}

impl Gatherer {
    pub(super) fn new(format: Format) -> Self {
        Self { source: Source::new(format), paragraphs: 0, bytes: 0, has_words: false }
    }

    /// Adds a paragraph. Spaces of all widths become plain ones, those at the end and what nobody
    /// sees are left out; a tab stays.
    pub(super) fn push(&mut self, text: &str, place: Place, look: Look) -> Result<(), ReadError> {
        let mut text: String = text.trim_end().chars().filter_map(plain).collect();
        // A sign of a picture font is no letter; before an item it says what a dash says.
        if let Some(item) = text.strip_prefix(is_picture) {
            text = format!("-{item}");
        }
        self.paragraphs += 1;
        self.bytes += text.len();
        if self.paragraphs > MAX_PARAGRAPHS || self.bytes > MAX_TEXT {
            return Err(ReadError::TooMuch);
        }
        self.has_words |= text.contains(char::is_alphanumeric);
        self.source.push(&text, place, look);
        Ok(())
    }

    /// The text, or `otherwise` when no letter was found.
    pub(super) fn finish(self, otherwise: ReadError) -> Result<Source, ReadError> {
        if self.has_words { Ok(self.source) } else { Err(otherwise) }
    }
}

fn plain(c: char) -> Option<char> {
    match c {
        '\t' => Some(c),
        '\u{ad}' | '\u{200b}' | '\u{feff}' => None,
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// Whether a character stands where fonts keep pictures.
pub(super) fn is_picture(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}
