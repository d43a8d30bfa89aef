//! Templates: documents whose words hold marks, which officers change in Word.
//!
//! | mark | becomes |
//! |---|---|
//! | `{{tên phong trào}}` | the value of a field |
//! | `{{nếu địa điểm}} … {{không thì}} … {{hết nếu}}` | one of two, after whether a field says something |
//! | `{{nếu không địa điểm}} … {{hết nếu}}` | what stands there when it says nothing |
//! | `{{lặp danh sách}} … {{hết lặp}}` | what is between, once for each row, with `{{số thứ tự}}` |
//!
//! Marks are words that an officer reads, with or without diacritics, in any case. A mark that opens or
//! closes and stands alone on its line, or in a row of a table, takes the whole line: so rows, list
//! items and paragraphs are repeated. A row may also open in its first cell and close in its last.
//!
//! A [`Draft`] is the words with their marks, from a shipped file or from a DOCX ([`Draft::from_docx`]); [`Template::of`] holds
//! it against the [`Field`]s that there are and names every fault with its place; a template without
//! fault is filled ([`Template::fill`]) and becomes a [`Document`](crate::Document) in a [`Frame`].

mod docx;
mod draft;
mod fault;
mod fields;
mod fill;
mod flow;
mod marks;
mod read;
mod words;

pub use docx::{DraftError, Edited, Remark, RemarkKind};
pub use draft::{Draft, DraftAnnex, DraftColumn, DraftTable, Part};
pub use fault::{Fault, FaultKind, Place};
pub use fields::{Field, FieldKind, Values};
pub use fill::FillError;
pub use words::{Frame, Words};

use flow::Flow;
use marks::Line;

/// A draft whose marks are all understood.
#[derive(Debug, Clone)]
pub struct Template {
    abstract_: Line,
    addressees: Vec<Flow<Line>>,
    bases: Vec<Flow<Line>>,
    body: Vec<Flow<Piece>>,
    recipients: Vec<Flow<Line>>,
    annexes: Vec<AnnexTemplate>,
}

#[derive(Debug, Clone)]
struct AnnexTemplate {
    title: Line,
    orientation: crate::Orientation,
    body: Vec<Flow<Piece>>,
}

/// A piece of a body with its marks understood.
#[derive(Debug, Clone)]
enum Piece {
    /// A line and what it becomes.
    Line(LineKind, Line),
    /// A table.
    Table(TableTemplate),
}

#[derive(Debug, Clone)]
struct TableTemplate {
    columns: Vec<(Line, u16, crate::Align)>,
    rows: Vec<Flow<Vec<Line>>>,
    total: Option<Vec<Line>>,
}

/// What a line of a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    Heading(crate::Level),
    Article,
    Paragraph,
    Bullet,
    Centred,
}
