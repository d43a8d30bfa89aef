//! The pages of decisions: the list, the record, drafting, issuing, and the files to fetch.

mod amend;
mod amendment;
mod calculation;
mod check;
mod deliveries;
mod discard;
mod draft;
mod funding;
mod given;
mod golden_book;
mod issue;
mod list;
mod record;
mod recovery;
mod signers;

use super::{Decision, Printed, State, certificate, certificates, document, find, prepare_to_sign};
use crate::access::Act;
use crate::features::certificates::Sheets;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch, go};
use crate::web::{Form, PageError, ui};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadDecisions);
    let drafts = Gate::May(Act::DraftDecisions);
    let issues = Gate::May(Act::IssueDecisions);
    let signs = Gate::May(Act::SignPapers);
    let delivers = Gate::May(Act::DeliverCertificates);
    let recovers = Gate::May(Act::RecordRecoveries);
    Routes::default()
        .page("/quyet-dinh/{quyet_dinh}/dinh-chinh", drafts, amend::new_correction)
        .deed("/quyet-dinh/{quyet_dinh}/dinh-chinh", drafts, amend::add_correction)
        .page("/quyet-dinh/{quyet_dinh}/thu-hoi", drafts, amend::new_revocation)
        .deed("/quyet-dinh/{quyet_dinh}/thu-hoi", drafts, amend::add_revocation)
        .page("/dieu-chinh/{ma}", read, amendment::record)
        .page("/dieu-chinh/{ma}/sua", drafts, amend::edit)
        .deed("/dieu-chinh/{ma}/sua", drafts, amend::correct)
        .page("/dieu-chinh/{ma}/dong/{so}", drafts, amend::edit_line)
        .deed("/dieu-chinh/{ma}/dong/{so}", drafts, amend::reword)
        .page("/dieu-chinh/{ma}/huy", drafts, amend::give_up)
        .deed("/dieu-chinh/{ma}/huy", drafts, amend::given_up)
        .page("/dieu-chinh/{ma}/ban-hanh", issues, amendment::issue_page)
        .deed("/dieu-chinh/{ma}/ban-hanh", issues, amendment::issued)
        .page("/dieu-chinh/{ma}/quyet-dinh.docx", read, amendment::fetch_docx)
        .page("/dieu-chinh/{ma}/quyet-dinh.pdf", read, amendment::fetch_pdf)
        .deed("/dieu-chinh/{ma}/tep-de-ky", signs, amendment::prepare)
        .page("/dieu-chinh/{ma}/thu-lai/{so}", recovers, recovery::page)
        .deed("/dieu-chinh/{ma}/thu-lai/{so}", recovers, recovery::record_it)
        .page("/quyet-dinh", read, list::page)
        .page("/quyet-dinh/lap", drafts, draft::new)
        .deed("/quyet-dinh/lap", drafts, draft::add)
        .page("/quyet-dinh/{quyet_dinh}", read, record::page)
        .page("/quyet-dinh/{quyet_dinh}/sua", drafts, draft::edit)
        .deed("/quyet-dinh/{quyet_dinh}/sua", drafts, draft::correct)
        .page("/quyet-dinh/{quyet_dinh}/sua/{so}", drafts, draft::edit_line)
        .deed("/quyet-dinh/{quyet_dinh}/sua/{so}", drafts, draft::reword)
        .page("/quyet-dinh/{quyet_dinh}/muc-thuong/{so}", drafts, given::page)
        .deed("/quyet-dinh/{quyet_dinh}/muc-thuong/{so}", drafts, given::give)
        .page("/quyet-dinh/{quyet_dinh}/huy", drafts, discard::page)
        .deed("/quyet-dinh/{quyet_dinh}/huy", drafts, discard::discard)
        .page("/quyet-dinh/{quyet_dinh}/ban-hanh", issues, issue::page)
        .deed("/quyet-dinh/{quyet_dinh}/ban-hanh", issues, issue::issue)
        .deed("/quyet-dinh/{quyet_dinh}/vao-quy", Gate::May(Act::KeepFund), funding::take_in)
        .page("/quyet-dinh/{quyet_dinh}/quyet-dinh.docx", read, fetch_document)
        .deed("/quyet-dinh/{quyet_dinh}/tep-de-ky", signs, prepare)
        .page("/quyet-dinh/{quyet_dinh}/giay-khen.pdf", read, fetch_certificates)
        .page("/quyet-dinh/{quyet_dinh}/giay-khen/{tep}", read, fetch_certificate)
        .page("/quyet-dinh/{quyet_dinh}/trao", read, deliveries::page)
        .deed("/quyet-dinh/{quyet_dinh}/trao", delivers, deliveries::record)
        .page("/quyet-dinh/{quyet_dinh}/trao/{ma}", delivers, deliveries::undo_page)
        .deed("/quyet-dinh/{quyet_dinh}/trao/{ma}", delivers, deliveries::undo)
        .page("/nguoi-ky", read, signers::page)
        .deed("/nguoi-ky", Gate::May(Act::KeepSigners), signers::enter)
        .page("/so-vang", read, golden_book::page)
        .page("/so-vang/{tep}", read, golden_book::print)
        .page("/kiem-tra", Gate::Public, check::page)
        .deed("/kiem-tra", Gate::Public, check::answer)
        .page("/kiem-tra/thu-hoi/{xa}", Gate::Public, check::fetch_revoked)
}

/// The decision of the address.
fn asked(v: &Visit) -> Result<Decision, PageError> {
    Ok(find(&v.app, v.person()?, v.param("quyet_dinh"))?)
}

fn address(id: &str) -> String {
    format!("/quyet-dinh/{id}")
}

/// After an act: the record, with a word of what was done.
fn back_to(id: &str, done: &str) -> Reply {
    go(&format!("{}?xong={done}", address(id)))
}

fn state_of(state: State) -> ui::State {
    match state {
        State::Draft => ui::State::Draft,
        State::Issued => ui::State::Issued,
        State::Discarded => ui::State::Discarded,
    }
}

/// The state of a record that travels with its form; a form without it meets a conflict.
fn version(form: &Form) -> i64 {
    form.text("version").parse().unwrap_or_default()
}

/// `?giay=phoi` prints on the office's blanks.
fn sheets(v: &Visit) -> Sheets {
    if v.query.text("giay") == "phoi" { Sheets::Blanks } else { Sheets::White }
}

fn fetch_document(v: &Visit) -> Reply {
    let Printed { name, bytes } = document(&v.app, v.person()?, v.param("quyet_dinh"))?;
    fetch(DOCX, &format!("{name}.docx"), bytes)
}

fn prepare(v: &Visit, _: &Form) -> Reply {
    let paper = prepare_to_sign(&v.app, v.person()?, v.param("quyet_dinh"))?;
    go(&format!("/van-ban/{paper}/chu-ky?xong=paper-ready"))
}

fn fetch_certificates(v: &Visit) -> Reply {
    let Printed { name, bytes } =
        certificates(&v.app, v.person()?, v.param("quyet_dinh"), sheets(v))?;
    fetch(PDF, &format!("{name}.pdf"), bytes)
}

/// The file is called after the number in the golden book: `3.pdf`.
fn fetch_certificate(v: &Visit) -> Reply {
    let seq = v.param("tep").strip_suffix(".pdf").and_then(|seq| seq.parse().ok());
    let seq = seq.ok_or(Refusal::NotFound)?;
    let printed = certificate(&v.app, v.person()?, v.param("quyet_dinh"), seq, sheets(v))?;
    fetch(PDF, &format!("{}.pdf", printed.name), printed.bytes)
}
