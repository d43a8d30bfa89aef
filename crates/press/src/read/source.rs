//! The text of a document as it was read, before anybody understands it.

use std::ops::Range;

/// What kind of file a text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Word's .docx: paragraphs are whole.
    Docx,
    /// A PDF with a text layer: lines as printed.
    Pdf,
    /// A web page: paragraphs are whole.
    Html,
    /// Plain text or Markdown: lines may be wrapped in the middle of a sentence.
    Text,
}

/// Where a paragraph stood in its file. Counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The n-th paragraph of a DOCX or HTML file.
    Paragraph(u32),
    /// A line of a page of a PDF.
    Page {
        /// The page.
        page: u32,
        /// The line on it.
        line: u32,
    },
    /// The n-th line of a text file.
    Line(u32),
    /// A cell of a table in a DOCX or HTML file.
    Cell {
        /// The n-th table of the file.
        table: u32,
        /// The row in it.
        row: u32,
        /// The column in it.
        column: u32,
    },
}

/// How a paragraph looks, where the file says so. All false where it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// All its letters are bold.
    pub bold: bool,
    /// All its letters are italic.
    pub italic: bool,
    /// It stands in the middle of its line.
    pub centred: bool,
    /// The outline level of a heading style, from 1.
    pub heading: Option<u8>,
}

/// A paragraph of a file whose paragraphs are whole, or a line of one whose lines are wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its characters in [`Source::text`], counted in bytes.
    pub range: Range<usize>,
    /// Where it stood.
    pub place: Place,
    /// How it looks.
    pub look: Look,
}

/// The text of a document, NFC, with the place of each paragraph. Paragraphs are parted by `\n`, and an
/// empty line of the file is an empty paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    format: Format,
    text: String,
    paragraphs: Vec<Paragraph>,
}

impl Source {
    /// A text of `format` without paragraphs yet.
    pub fn new(format: Format) -> Self {
        Self { format, text: String::new(), paragraphs: Vec::new() }
    }

    /// Adds a paragraph. Line ends within it become spaces; the text becomes NFC.
    pub fn push(&mut self, text: &str, place: Place, look: Look) {
        if !self.paragraphs.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(&chungsuc_domain::text::nfc(text).replace(['\r', '\n'], " "));
        self.paragraphs.push(Paragraph { range: start..self.text.len(), place, look });
    }

    /// What kind of file it came from.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its paragraphs, in order.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Whether its lines may break in the middle of a sentence.
    pub fn is_wrapped(&self) -> bool {
        matches!(self.format, Format::Text | Format::Pdf)
    }

    /// The words of a paragraph.
    pub fn words(&self, paragraph: &Paragraph) -> &str {
        &self.text[paragraph.range.clone()]
    }
}
