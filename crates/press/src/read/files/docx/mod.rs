//! Word's .docx: an archive of XML files, of which five are read.

mod body;
mod numbering;
mod paragraph;
mod styles;

use super::gather::Gatherer;
use super::package::Package;
use super::{ReadError, Source, xml};
use crate::read::Format;
use body::Body;
pub(crate) use numbering::Numbering;
use styles::Styles;

/// The parts of a .docx for a reader who wants more than its words: XML, and how lists count.
pub(crate) struct Raw {
    pub(crate) document: String,
    pub(crate) styles: String,
    pub(crate) numbering: Numbering,
}

pub(super) fn raw(bytes: &[u8]) -> Result<Raw, ReadError> {
    let mut package = Package::open(bytes)?;
    let parts = package.parts()?;
    let document = package.text(&parts.document)?;
    let mut part = |path: Option<String>| path.map_or(Ok(String::new()), |it| package.text(&it));
    let (styles, numbering) = (part(parts.styles)?, part(parts.numbering)?);
    Ok(Raw { document, styles, numbering: Numbering::read(&numbering)? })
}

pub(super) fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    let mut package = Package::open(bytes)?;
    let parts = package.parts()?;
    let mut part = |path: &Option<String>| match path {
        Some(path) => package.text(path),
        None => Ok(String::new()),
    };
    let styles = Styles::read(&part(&parts.styles)?)?;
    let numbering = Numbering::read(&part(&parts.numbering)?)?;
    let mut body = Body::new(&styles, numbering, Gatherer::new(Format::Docx));
    body.read(&part(&Some(parts.document))?)?;
    body.read_notes(&part(&parts.footnotes)?)?;
    body.read_notes(&part(&parts.endnotes)?)?;
    body.finish()
}
