//! Why a paper could not be printed.

use crate::CapacityError;

/// Why a paper could not be printed. The texts are for the log; a page shows its own words.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// A layout or a design that cannot be read, or a measure outside the bounds of its rule.
    #[error("the layout cannot be used: {0}")]
    Layout(#[from] toml::de::Error),
    /// Lines that name no capacity in which anybody can sign.
    #[error("nobody can sign so: {0}")]
    Capacity(#[from] CapacityError),
    /// A table whose row has another number of cells than the table has columns.
    #[error("a row of {cells} cells in a table of {columns} columns")]
    RaggedTable {
        /// Cells of the row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// A table without columns.
    #[error("a table without columns")]
    EmptyTable,
    /// A character that the embedded font cannot draw: better refused than printed as a box.
    #[error("the font cannot draw {0:?}")]
    Unprintable(char),
    /// A certificate, counted from zero, whose words do not fit on its sheet at a readable size.
    #[error("certificate {0} holds more words than its sheet can carry")]
    Overfull(usize),
    /// A text that is longer than the largest QR.
    #[error("the text is too long for a QR: {0}")]
    LongCode(#[from] fast_qr::qr::QRCodeError),
    /// A picture of the emblem that is no PNG, JPEG or SVG.
    #[error("the picture of the emblem cannot be read")]
    Emblem,
    /// The typesetter refused: a defect of ours, or a picture that breaks the archival standard.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
    /// The data could not be handed to the typesetter.
    #[error("the data cannot be written: {0}")]
    Data(#[from] serde_json::Error),
    /// A table that is larger than a spreadsheet can be.
    #[error("the spreadsheet cannot be written: {0}")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// The parts could not be packed into one file.
    #[error("packing failed: {0}")]
    Packing(#[from] zip::result::ZipError),
}
