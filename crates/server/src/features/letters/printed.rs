//! A letter on its day: the exact DOCX and PDF that are kept.

use chungsuc_press::{Document, docx, pdf};
use jiff::civil::Date;

use super::text::file_name;
use super::{Letter, State};
use crate::catalog::layout;
use crate::features::files::NewFile;
use crate::refusal::Refusal;

/// A letter with its day, perhaps its number, and its bytes.
pub(super) struct Printed {
    pub(super) letter: Letter,
    pub(super) document: Document,
    pub(super) docx: NewFile,
    pub(super) pdf: NewFile,
}

impl Printed {
    /// Prints a draft as it is issued under a number, or finished without one.
    pub(super) fn of(
        draft: &Letter,
        document: &Document,
        number: Option<i64>,
        on: Date,
    ) -> Result<Self, Refusal> {
        let mut document = document.clone();
        document.header.date = Some(on);
        if let Some(number) = number {
            document.header.issuer.give_number(u32::try_from(number).ok());
        }
        let letter = Letter {
            state: if number.is_some() { State::Issued } else { State::Finished },
            title: document.abstract_.clone(),
            number,
            issued_on: Some(on),
            ..draft.clone()
        };
        let (name, layout) = (file_name(&letter), layout()?);
        let docx = NewFile::made_docx(&format!("{name}.docx"), docx(&document, &layout)?);
        let pdf = NewFile::made(&format!("{name}.pdf"), pdf(&document, &layout)?);
        Ok(Self { letter, document, docx, pdf })
    }
}
