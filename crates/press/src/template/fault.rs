//! What is wrong with a template, and where.

/// A fault of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub kind: FaultKind,
}

/// A place in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The abstract.
    Abstract,
    /// A line of those addressed, counted from 1.
    Addressee(usize),
    /// A line of the bases, counted from 1.
    Basis(usize),
    /// A paragraph or table of the text, counted from 1.
    Body(usize),
    /// A line of the recipients, counted from 1.
    Recipient(usize),
    /// The title of an annex, counted from 1.
    AnnexTitle(usize),
    /// A paragraph or table of an annex, both counted from 1.
    Annex(usize, usize),
}

/// What can be wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// A field that there is not.
    UnknownField {
        /// As it was typed.
        typed: String,
        /// The field that it resembles most.
        nearest: Option<&'static str>,
        /// Every field that can stand there.
        known: Vec<&'static str>,
    },
    /// Rows or a yes-or-no where words belong.
    NotWords(String),
    /// Something else than rows is repeated.
    NotRows(String),
    /// An opened mark that nothing closes: "lặp danh sách".
    Unclosed(String),
    /// A closing mark, or a "không thì", that nothing opened.
    Unopened(String),
    /// Braces without an end: the words after them.
    Unended(String),
    /// A mark without words.
    Empty,
    /// A row with another number of cells than the table has columns.
    Ragged {
        /// Cells of the row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// A table without columns.
    NoColumns,
}
