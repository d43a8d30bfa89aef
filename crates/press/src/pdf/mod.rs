//! A document as PDF, from the same words and the same layout as its DOCX.

mod objects;
mod places;

use serde::Serialize;

use crate::document::printed::{Printed, PrintedSignature};
use crate::{Document, Layout, PressError, typeset};

/// Prints a document as PDF, tagged: PDF/A-2a when it has a date, while it is a draft without one
/// an ordinary tagged PDF. Headings, tables with their head, and the language can be read aloud.
///
/// A dated document is ready to be signed: under the post of each signer lies an empty field, which
/// signing programs fill.
pub fn pdf(document: &Document, layout: &Layout) -> Result<Vec<u8>, PressError> {
    let printed = Printed::of(document);
    let signable = printed.date.is_some();
    let data = Data { printed: &printed, layout, signable };
    let template = include_str!("../../templates/document.typ");
    let job = typeset::Job { template, data: &data, files: &[], date: printed.date };
    let pdf = typeset::set_accessible(&job)?;
    if !signable {
        return Ok(pdf);
    }
    let signers = [Some(&printed.signature), printed.cosigner.as_ref()];
    let titles: Vec<String> = signers.into_iter().flatten().map(title).collect();
    places::with_fields(&pdf, &titles)
}

/// What a signing program and a screen reader call the place of a signature.
fn title(signer: &PrintedSignature) -> String {
    let words = signer.capacity.iter().chain([&signer.name]).map(String::as_str);
    let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
    format!("Chữ ký: {}", words.join(", "))
}

/// What the template reads.
#[derive(Serialize)]
struct Data<'a> {
    printed: &'a Printed,
    layout: &'a Layout,
    /// Whether each signer has a place to sign on the screen.
    signable: bool,
}
