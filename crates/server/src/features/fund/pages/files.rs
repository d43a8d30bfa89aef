//! The papers of the fund, to fetch.

use super::super::{ledger_sheet, payment_list as list, report as year_report};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, fetch};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `danh-sach.docx` or `danh-sach.pdf`.
pub(super) fn payment_list(v: &Visit) -> Reply {
    let (media, ending, word) = match v.param("tep") {
        "danh-sach.docx" => (DOCX, "docx", true),
        "danh-sach.pdf" => (PDF, "pdf", false),
        _ => return Err(Refusal::NotFound.into()),
    };
    let paper = list(&v.app, v.person()?, v.param("quyet_dinh"), word)?;
    fetch(media, &format!("{}.{ending}", paper.name), paper.bytes)
}

/// `2023.docx` and `2023.pdf` are the report of a year, `2023.xlsx` is its ledger.
pub(super) fn report(v: &Visit) -> Reply {
    let (year, ending) = v.param("tep").split_once('.').ok_or(Refusal::NotFound)?;
    let year: i16 = year.parse().map_err(|_| Refusal::NotFound)?;
    let (app, person) = (&v.app, v.person()?);
    let (media, paper) = match ending {
        "docx" => (DOCX, year_report(app, person, year, true)?),
        "pdf" => (PDF, year_report(app, person, year, false)?),
        "xlsx" => (XLSX, ledger_sheet(app, person, year)?),
        _ => return Err(Refusal::NotFound.into()),
    };
    fetch(media, &format!("{}.{ending}", paper.name), paper.bytes)
}
