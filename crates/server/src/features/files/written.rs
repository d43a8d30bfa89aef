//! Documents that the program has read, kept in the bytes in which they came.

use chungsuc_press::read::Format;

use super::{DOCX, LARGEST_PAPER, NewFile, PDF, refusal};
use crate::refusal::Refusal;
use crate::web::UploadedFile;

impl NewFile {
    /// A document whose text could be read, with the format that the reading found.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] naming the field, when it is too large to be kept.
    pub fn written(
        field: &'static str,
        sent: &UploadedFile,
        format: Format,
    ) -> Result<Self, Refusal> {
        if sent.content.len() > LARGEST_PAPER {
            return Err(refusal(field, "file-paper-too-large", sent));
        }
        let media = match format {
            Format::Docx => DOCX,
            Format::Pdf => PDF,
            Format::Html => "text/html",
            Format::Text => "text/plain",
        };
        Ok(Self::new(&sent.name, media, sent.content.clone()))
    }
}
