//! A value and the words it came from.

use super::script::{Piece, Span};

/// A value that a document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T = String> {
    /// What it says.
    pub value: T,
    /// The words that say it.
    pub span: Option<Span>,
    /// False where a person should look: a rule of thumb found it, or part of it is missing.
    pub sure: bool,
}

impl<T> Found<T> {
    /// A value of these words.
    pub(super) fn new(value: T, words: Piece<'_>) -> Self {
        Self { value, span: words.span(), sure: true }
    }

    pub(super) fn unsure(self) -> Self {
        Self { sure: false, ..self }
    }

    pub(super) fn sure_if(self, sure: bool) -> Self {
        Self { sure: self.sure && sure, ..self }
    }
}

impl Found<String> {
    /// The words themselves.
    pub(super) fn words(words: Piece<'_>) -> Self {
        Self::new(words.text().to_owned(), words)
    }
}
