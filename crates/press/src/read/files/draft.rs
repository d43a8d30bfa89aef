//! A paragraph while it is read, piece by piece.

use super::charset::Legacy;
use crate::read::Look;

/// How a piece of text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Ink {
    /// The old encoding that its font tells.
    pub(super) legacy: Option<Legacy>,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Shown in capitals whatever was typed.
    pub(super) capitals: bool,
}

/// The pieces of a paragraph. Pieces of the same font are joined before they are decoded: VNI
/// writes a vowel as two characters, and Word may part them.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    open: String,
    ink: Ink,
    letters: usize,
    bold: usize,
    italic: usize,
}

impl Draft {
    /// Adds a piece.
    pub(super) fn write(&mut self, piece: &str, ink: Ink) {
        if (ink.legacy, ink.capitals) != (self.ink.legacy, self.ink.capitals) {
            self.close_piece();
        }
        self.ink = ink;
        self.open.push_str(piece);
        let letters = piece.chars().filter(|c| !c.is_whitespace()).count();
        self.letters += letters;
        self.bold += if ink.bold { letters } else { 0 };
        self.italic += if ink.italic { letters } else { 0 };
    }

    /// Whether nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.open.is_empty()
    }

    /// Whether the last character is white space, or there is none yet.
    pub(super) fn ends_with_space(&self) -> bool {
        let last = self.open.chars().next_back().or_else(|| self.text.chars().next_back());
        last.is_none_or(char::is_whitespace)
    }

    /// The text so far and whether all of it is bold and italic; what follows begins anew.
    pub(super) fn take(&mut self) -> (String, Look) {
        self.close_piece();
        let look = Look {
            bold: self.letters > 0 && self.bold == self.letters,
            italic: self.letters > 0 && self.italic == self.letters,
            ..Look::default()
        };
        let text = std::mem::take(self).text;
        (text, look)
    }

    fn close_piece(&mut self) {
        let typed = std::mem::take(&mut self.open);
        let piece = match self.ink.legacy {
            Some(legacy) => legacy.decode(&typed),
            None => typed,
        };
        if self.ink.capitals {
            self.text.push_str(&piece.to_uppercase());
        } else {
            self.text.push_str(&piece);
        }
    }
}
