//! The typesetter: a template and data in, PDF bytes out. The only room that names typst.
//!
//! A template reads its data from `/data.json` and the files of its job; nothing else can be read,
//! neither file nor package. Warnings are errors: a paper that is not as meant is not printed.

mod desk;
mod fonts;

use desk::Desk;
pub(crate) use fonts::{Face, cap_height_em, width_em, width_mm};
use jiff::civil::Date;
use serde::Serialize;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::PressError;

/// What is set.
pub(crate) struct Job<'a, T> {
    /// The typst template.
    pub(crate) template: &'static str,
    /// What the template reads as `/data.json`.
    pub(crate) data: &'a T,
    /// What else it may read, by name. Names are few and fixed: typst keeps each one for ever.
    pub(crate) files: &'a [(&'static str, &'a [u8])],
    /// The day for the file's properties. A paper with a day is archival, PDF/A-2; one without is a
    /// draft, since the archival standard asks for the day.
    pub(crate) date: Option<Date>,
}

/// Sets a job; with a day as PDF/A-2b.
pub(crate) fn set<T: Serialize>(job: &Job<'_, T>) -> Result<Vec<u8>, PressError> {
    set_as(job, &[&[PdfStandard::A_2b]])
}

/// Sets a job whose every part has a meaning that can be read aloud; with a day as PDF/A-2a, and as
/// PDF/UA-1 too where its headings come in order, as that standard wants and an officer's own template
/// need not have them.
pub(crate) fn set_accessible<T: Serialize>(job: &Job<'_, T>) -> Result<Vec<u8>, PressError> {
    set_as(job, &[&[PdfStandard::A_2a, PdfStandard::Ua_1], &[PdfStandard::A_2a]])
}

/// Sets a job by the first of some standards that it can keep.
fn set_as<T: Serialize>(
    job: &Job<'_, T>,
    wanted: &[&[PdfStandard]],
) -> Result<Vec<u8>, PressError> {
    let data = serde_json::to_string(job.data)?;
    if let Some(letter) = fonts::missing(&data) {
        return Err(PressError::Unprintable(letter));
    }
    let desk = Desk::new(job.template, data, job.files)?;
    let document = compile(&desk);
    // What typst remembers of setting is of no use to writing the file, nor to the next job.
    typst::comemo::evict(0);
    let bytes = document.and_then(|document| export(&document, job.date, wanted));
    typst::comemo::evict(0);
    bytes
}

fn compile(desk: &Desk) -> Result<PagedDocument, PressError> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(desk);
    let document = output.map_err(|errors| refused(&errors))?;
    if warnings.is_empty() { Ok(document) } else { Err(refused(&warnings)) }
}

fn export(
    document: &PagedDocument,
    date: Option<Date>,
    wanted: &[&[PdfStandard]],
) -> Result<Vec<u8>, PressError> {
    let draft: &[&[PdfStandard]] = &[&[]];
    let wanted = if date.is_some() { wanted } else { draft };
    let (last, before) = wanted.split_last().unwrap_or((&draft[0], &[]));
    let kept = before.iter().find_map(|standards| write(document, date, standards).ok());
    kept.map_or_else(|| write(document, date, last), Ok)
}

fn write(
    document: &PagedDocument,
    date: Option<Date>,
    standards: &[PdfStandard],
) -> Result<Vec<u8>, PressError> {
    let standards = PdfStandards::new(standards).map_err(|error| typesetting(error.message()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Chung Sức".to_owned())),
        timestamp: date.and_then(midnight),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| refused(&errors))
}

/// The first minute of a day in Vietnam.
fn midnight(date: Date) -> Option<Timestamp> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    let time = Datetime::from_ymd_hms(date.year().into(), month, day, 0, 0, 0)?;
    Timestamp::new_local(time, 7 * 60)
}

fn refused(diagnostics: &[SourceDiagnostic]) -> PressError {
    let messages: Vec<&str> = diagnostics.iter().map(|d| d.message.as_str()).collect();
    let picture =
        |message: &&str| message.contains("image format") || message.contains("decode image");
    if messages.iter().any(picture) {
        return PressError::Emblem;
    }
    typesetting(messages.join("; "))
}

fn typesetting(message: impl ToString) -> PressError {
    PressError::Typesetting(message.to_string())
}

#[cfg(test)]
mod tests;
