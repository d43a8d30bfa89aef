//! The page by which an office sets its printer to its blanks.

use serde::Serialize;

use super::{CertificateDesign, Imprint, Shift, Stock, stock};
use crate::text::clean;
use crate::{PressError, typeset};

/// Prints the page, A4 across: rulers and crosses at their true places, the outlines of the words where
/// `shift` puts them, and how to measure and what to enter.
pub fn calibration(
    design: &CertificateDesign,
    shift: Shift,
    imprint: &Imprint,
) -> Result<Vec<u8>, PressError> {
    let data = Data {
        title: clean(&imprint.title),
        author: clean(&imprint.author),
        stock: Stock::Blank(shift).data(),
        design,
    };
    let template = include_str!("../../templates/calibration.typ");
    typeset::set(&typeset::Job { template, data: &data, files: &[], date: Some(imprint.date) })
}

/// What the template reads.
#[derive(Serialize)]
struct Data<'a> {
    title: String,
    author: String,
    stock: stock::Data,
    design: &'a CertificateDesign,
}
