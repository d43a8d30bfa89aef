//! The pages of templates: the list, a sort with its fields and its history, a version with what is
//! wrong with it or how it prints, and the files to fetch.

mod fault;
mod fields;
mod list;
mod record;
mod sheet;
mod version;

use super::paper::example_pdf;
use super::{
    Reading, Sort, Version, blank, bring, choose, current, current_draft, reading, shipped, sorts,
    version as version_of,
};
use crate::access::Act;
use crate::features::files;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch, go};
use crate::web::{Form, Language, Message, PageError, Upload};

const PAGE: &str = "/mau-van-ban";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadTemplates), Gate::May(Act::KeepTemplates));
    Routes::default()
        .page("/mau-van-ban", read, list::page)
        .page("/mau-van-ban/{loai}", read, record::page)
        .file_deed("/mau-van-ban/{loai}", keep, upload)
        .page("/mau-van-ban/{loai}/dang-dung.docx", read, fetch_current)
        .page("/mau-van-ban/{loai}/dang-dung.pdf", read, preview_current)
        .page("/mau-van-ban/{loai}/ban-goc.docx", read, fetch_shipped)
        .deed("/mau-van-ban/{loai}/ban-goc", keep, go_back)
        .page("/mau-van-ban/{loai}/ban/{so}", read, version::page)
        .page("/mau-van-ban/{loai}/ban/{so}/tep.docx", read, fetch_version)
        .page("/mau-van-ban/{loai}/ban/{so}/xem-thu.pdf", read, preview)
        .deed("/mau-van-ban/{loai}/ban/{so}/dung", keep, accept)
}

/// The sort of the address.
fn asked(v: &Visit) -> Result<&'static Sort, PageError> {
    Ok(sorts::find(v.param("loai")).ok_or(Refusal::NotFound)?)
}

/// The version of the address.
fn asked_version(v: &Visit, sort: &Sort) -> Result<Version, PageError> {
    let number = v.param("so").parse().map_err(|_| Refusal::NotFound)?;
    Ok(version_of(&v.app, v.person()?, sort, number)?)
}

fn address(sort: &Sort) -> String {
    format!("{PAGE}/{}", sort.code)
}

fn version_address(sort: &Sort, number: i64) -> String {
    format!("{PAGE}/{}/ban/{number}", sort.code)
}

/// What a sort is called.
fn name(l: Language, sort: &Sort) -> &'static str {
    l.word("template-sort-", sort.code)
}

fn upload(v: &Visit, sent: &Upload) -> Reply {
    let sort = asked(v)?;
    let brought = match sent.files_of("file").next() {
        Some(file) => bring(&v.app, v.person()?, sort, sent.form.text("note"), file),
        None => Err(Refusal::field("file", Message::new("field-missing"))),
    };
    match brought {
        Ok(number) => go(&version_address(sort, number)),
        Err(Refusal::Invalid(errors)) => record::again(v, &sent.form, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

fn accept(v: &Visit, form: &Form) -> Reply {
    let sort = asked(v)?;
    let version = asked_version(v, sort)?;
    choose(&v.app, v.person()?, sort, Some(version.number), step(form))?;
    go(&format!("{}?xong=template-chosen", address(sort)))
}

fn go_back(v: &Visit, form: &Form) -> Reply {
    let sort = asked(v)?;
    choose(&v.app, v.person()?, sort, None, step(form))?;
    go(&format!("{}?xong=template-shipped", address(sort)))
}

/// The step that the form saw; a form without it meets a conflict.
fn step(form: &Form) -> i64 {
    form.text("step").parse().unwrap_or(-1)
}

fn fetch_current(v: &Visit) -> Reply {
    let sort = asked(v)?;
    let draft = current_draft(&v.app, v.person()?, sort)?;
    fetch(DOCX, &format!("mau-{}.docx", sort.code), blank(v.person()?, sort, &draft)?)
}

fn fetch_shipped(v: &Visit) -> Reply {
    let sort = asked(v)?;
    let bytes = blank(v.person()?, sort, &shipped(sort)?.0)?;
    fetch(DOCX, &format!("mau-goc-{}.docx", sort.code), bytes)
}

/// A version to the byte, as it came.
fn fetch_version(v: &Visit) -> Reply {
    let sort = asked(v)?;
    let version = asked_version(v, sort)?;
    let bytes = files::content(&v.app, &v.person()?.commune, &version.file)?;
    fetch(DOCX, &format!("mau-{}-ban-{}.docx", sort.code, version.number), bytes)
}

fn preview_current(v: &Visit) -> Reply {
    let (sort, person) = (asked(v)?, v.person()?);
    let template = current(&v.app, person, sort)?;
    let bytes = example_pdf(&v.app, person, sort, &template)?;
    fetch(PDF, &format!("xem-thu-{}.pdf", sort.code), bytes)
}

fn preview(v: &Visit) -> Reply {
    let (sort, person) = (asked(v)?, v.person()?);
    let version = asked_version(v, sort)?;
    let judged = reading(&v.app, person, sort, &version)?;
    let Reading::Sound(_, template) = &*judged else {
        return Err(Refusal::rule("template-has-faults").into());
    };
    let name = format!("xem-thu-{}-ban-{}.pdf", sort.code, version.number);
    fetch(PDF, &name, example_pdf(&v.app, person, sort, template)?)
}
