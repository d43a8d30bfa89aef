//! A document as PDF, from the same words and the same layout as its DOCX.

use serde::Serialize;

use crate::document::printed::Printed;
use crate::{Document, Layout, PressError, typeset};

/// Prints a document as PDF, tagged: PDF/A-2a when it has a date, while it is a draft without one
/// an ordinary tagged PDF. Headings, tables with their head, and the language can be read aloud.
pub fn pdf(document: &Document, layout: &Layout) -> Result<Vec<u8>, PressError> {
    let printed = Printed::of(document);
    let data = Data { printed: &printed, layout };
    let template = include_str!("../templates/document.typ");
    typeset::set_accessible(&typeset::Job { template, data: &data, files: &[], date: printed.date })
}

/// What the template reads.
#[derive(Serialize)]
struct Data<'a> {
    printed: &'a Printed,
    layout: &'a Layout,
}
