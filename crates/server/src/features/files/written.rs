//! Documents that the program has read, kept in the bytes in which they came.

use chungsuc_press::read::Format;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{NewFile, refuse};
use crate::refusal::Refusal;
use crate::web::UploadedFile;

/// Largest document, in bytes: what a form may bring, with room for the form itself.
const LARGEST: usize = 10 * 1024 * 1024;

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
        if sent.content.len() > LARGEST {
            return Err(refuse(field, "file-document-too-large", sent));
        }
        let media = match format {
            Format::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Format::Pdf => "application/pdf",
            Format::Html => "text/html",
            Format::Text => "text/plain",
        };
        Ok(Self { name: sent.name.clone(), media, content: sent.content.clone() })
    }

    /// The SHA-256 of its bytes, in hexadecimal.
    pub fn sha256(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(&self.content))
    }
}
