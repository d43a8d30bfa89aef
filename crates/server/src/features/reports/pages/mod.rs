//! The pages of reports.

mod calendar;
mod figures;
mod list;
mod record;
mod send;
mod write;

use crate::access::Act;
use crate::features::movements::{self, Movement};
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::PageError;

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadReports), Gate::May(Act::WriteReports));
    Routes::default()
        .page("/bao-cao", read, list::list)
        .deed("/bao-cao/lap", keep, list::begin)
        .page("/bao-cao/han", keep, calendar::page)
        .deed("/bao-cao/han", keep, calendar::set)
        .page("/bao-cao/{ma}", read, record::record)
        .page("/bao-cao/{ma}/bao-cao.docx", read, record::docx)
        .deed("/bao-cao/{ma}/tep-de-ky", Gate::May(Act::SignPapers), record::prepare)
        .page("/bao-cao/{ma}/viet", keep, write::page)
        .deed("/bao-cao/{ma}/viet", keep, write::write)
        .page("/bao-cao/{ma}/gui", keep, send::page)
        .deed("/bao-cao/{ma}/gui", keep, send::send)
}

/// The page of a report.
pub(super) fn address(id: &str) -> String {
    format!("/bao-cao/{id}")
}

/// The movement that the reader chose, else the current one, if there is any.
fn chosen(v: &Visit, wish: Option<&str>) -> Result<Option<Movement>, PageError> {
    let person = v.person()?;
    Ok(match wish {
        Some(id) => Some(movements::find(&v.app, person, id)?),
        None => movements::current(&v.app, person)?,
    })
}

/// The same, for an act that needs one.
fn needed(v: &Visit, wish: Option<&str>) -> Result<Movement, PageError> {
    Ok(chosen(v, wish)?.ok_or_else(|| Refusal::rule("report-no-movement"))?)
}
