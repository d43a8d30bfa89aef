//! The pages of rechecks.

mod list;
mod record;
mod visit;

use chungsuc_press::{Document, docx, pdf};

use super::{document, sql};
use crate::access::{Act, Place};
use crate::catalog::layout;
use crate::features::files;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch};
use crate::web::PageError;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadStandards);
    let judges = Gate::May(Act::JudgeValues);
    Routes::default()
        .page("/tieu-chi/kiem-tra-lai", read, list::page)
        .deed("/tieu-chi/kiem-tra-lai", judges, list::draw)
        .page("/tieu-chi/kiem-tra-lai/tep/{tep}", read, file)
        .page("/tieu-chi/kiem-tra-lai/{ma}", read, record::page)
        .page("/tieu-chi/kiem-tra-lai/{ma}/bien-ban.docx", read, fetch_docx)
        .page("/tieu-chi/kiem-tra-lai/{ma}/bien-ban.pdf", read, fetch_pdf)
        .page("/tieu-chi/kiem-tra-lai/{ma}/{so}", judges, visit::page)
        .file_deed("/tieu-chi/kiem-tra-lai/{ma}/{so}", judges, visit::record)
        .deed("/tieu-chi/kiem-tra-lai/{ma}/{so}/tra-lai", judges, visit::send_back)
}

fn address(id: &str) -> String {
    format!("/tieu-chi/kiem-tra-lai/{id}")
}

fn words(v: &Visit) -> Result<Document, PageError> {
    Ok(document(&v.app, v.person()?, v.param("ma"))?)
}

fn fetch_docx(v: &Visit) -> Reply {
    let bytes = docx(&words(v)?, &layout().map_err(Refusal::from)?).map_err(Refusal::from)?;
    fetch(DOCX, "bien-ban-kiem-tra-lai.docx", bytes)
}

fn fetch_pdf(v: &Visit) -> Reply {
    let bytes = pdf(&words(v)?, &layout().map_err(Refusal::from)?).map_err(Refusal::from)?;
    fetch(PDF, "bien-ban-kiem-tra-lai.pdf", bytes)
}

/// Shows a file that backs a result to who may see the figures of the village.
fn file(v: &Visit) -> Reply {
    let (person, file) = (v.person()?, v.param("tep"));
    let params = [person.commune.as_str().into(), file.into()];
    let unit: Option<String> = v
        .app
        .read(|r| r.first(sql::UNIT_OF_FILE, &params, |row| row.get(0)).map_err(Refusal::from))?;
    let unit = unit.ok_or(Refusal::NotFound)?;
    person.must(Act::ReadStandards, Place::village(&person.commune, &unit))?;
    files::show(&v.app, &person.commune, file)
}
