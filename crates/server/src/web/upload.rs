//! A form that brings files: its fields as a `Form`, its files beside them.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;

use crate::web::Form;

/// A file as it was sent; its name is only ever shown, never used as a path.
#[derive(Clone, Debug)]
pub struct UploadedFile {
    /// The field that it was sent in.
    pub field: String,
    /// The name that the person's machine gives it.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// Everything that a form with files sent.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The fields that are not files.
    pub form: Form,
    /// The files, in their order; a field left empty brings none.
    pub files: Vec<UploadedFile>,
}

impl Upload {
    /// Reads all parts.
    ///
    /// # Errors
    /// When the body is not a whole multipart form.
    pub async fn read(parts: &mut Multipart) -> Result<Self, MultipartError> {
        let (mut pairs, mut files) = (Vec::new(), Vec::new());
        while let Some(part) = parts.next_field().await? {
            let field = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                None => pairs.push((field, part.text().await?)),
                Some(name) => {
                    let content = part.bytes().await?.to_vec();
                    if !(name.is_empty() && content.is_empty()) {
                        files.push(UploadedFile { field, name, content });
                    }
                }
            }
        }
        Ok(Self { form: Form::from_pairs(pairs), files })
    }

    /// The files of one field.
    pub fn files_of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a UploadedFile> {
        self.files.iter().filter(move |file| file.field == field)
    }
}
