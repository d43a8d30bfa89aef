//! Why a file could not be read.

use crate::tree::TreeError;

/// Why a file could not be read: one variant for each thing that a person does next. The texts are
/// for the log; a page and the command line show their own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file is larger than [`MAX_BYTES`](super::MAX_BYTES).
    #[error("the file is larger than is read")]
    TooLarge,
    /// The file is small enough, but unpacks to more than is read, as an archive bomb does.
    #[error("the file unpacks to more than is read")]
    TooMuch,
    /// Word's .doc, RTF, a single-file web page: to be saved as .docx.
    #[error("an older format of a word processor")]
    OldFormat,
    /// Something else than DOCX, PDF, HTML or text: a spreadsheet, an archive, a program.
    #[error("no document that is read")]
    Unsupported,
    /// A password or a lock is in the way.
    #[error("the file is locked")]
    Locked,
    /// Pictures of pages, without a letter in them.
    #[error("pictures of pages without text")]
    Scanned,
    /// There is neither a letter nor a picture in it.
    #[error("the file holds no words")]
    Empty,
    /// A PDF that shows letters and does not say which ones they are.
    #[error("the letters of the file cannot be told")]
    Garbled,
    /// The file is cut off or damaged.
    #[error("the file is damaged")]
    Broken,
}

impl From<TreeError> for ReadError {
    fn from(error: TreeError) -> Self {
        match error {
            TreeError::Torn => Self::Broken,
            TreeError::Swollen => Self::TooMuch,
        }
    }
}
