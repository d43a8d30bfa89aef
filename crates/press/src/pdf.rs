//! A document as PDF, from the same words and the same layout as its DOCX.

use serde::Serialize;

use crate::document::printed::Printed;
use crate::{Document, Layout, PressError, typeset};

/// Prints a document as PDF: PDF/A-2b when it has a date, an ordinary PDF while it is a draft without.
pub fn pdf(document: &Document, layout: &Layout) -> Result<Vec<u8>, PressError> {
    let printed = Printed::of(document);
    let data = Data { printed: &printed, layout };
    let template = include_str!("../templates/document.typ");
    typeset::set(&typeset::Job { template, data: &data, files: &[], date: printed.date })
}

/// What the template reads.
#[derive(Serialize)]
struct Data<'a> {
    printed: &'a Printed,
    layout: &'a Layout,
}
