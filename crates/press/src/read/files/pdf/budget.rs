//! How much work a file may be. Counts, not clocks: the same file gives the same answer everywhere.

use crate::read::files::ReadError;

/// What is left to be spent on a file.
pub(super) struct Budget {
    operators: u32,
    letters: u32,
    content: usize,
    font_bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        // A page of text has some hundred operators and three thousand letters.
        Self { operators: 4_000_000, letters: 2_000_000, content: 128 << 20, font_bytes: 32 << 20 }
    }
}

impl Budget {
    pub(super) fn operator(&mut self) -> Result<(), ReadError> {
        self.operators = self.operators.checked_sub(1).ok_or(ReadError::TooMuch)?;
        Ok(())
    }

    pub(super) fn letter(&mut self) -> Result<(), ReadError> {
        self.letters = self.letters.checked_sub(1).ok_or(ReadError::TooMuch)?;
        Ok(())
    }

    /// Bytes of drawing instructions.
    pub(super) fn content(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.content = self.content.checked_sub(bytes).ok_or(ReadError::TooMuch)?;
        Ok(())
    }

    /// Bytes of the tables that tell the letters of fonts.
    pub(super) fn font(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.font_bytes = self.font_bytes.checked_sub(bytes).ok_or(ReadError::TooMuch)?;
        Ok(())
    }
}
