//! The pages of letters: the list, writing one, its record, issuing, and the files to fetch.

mod finish;
mod give_up;
mod issue;
mod list;
mod record;
mod words;
mod write;

use jiff::civil::Date;
use maud::{Markup, html};

use super::{Bytes, Letter, State, Subject, docx_of, find, pdf_of, prepare_to_sign};
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch, go};
use crate::web::{Form, PageError, ui};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";

/// How an address names the record that a letter is about.
const SITTING: &str = "phien";
const MOVEMENT: &str = "phong-trao";
const NOMINATION: &str = "de-nghi";
const RECOGNITION: &str = "cong-nhan";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadPapers);
    // Who writes reports of achievements; of other sorts the verb asks for more.
    let writes = Gate::May(Act::WriteAchievements);
    let issues = Gate::May(Act::IssueLetters);
    let withdraws = Gate::May(Act::WithdrawLetters);
    Routes::default()
        .page("/soan-thao", read, list::page)
        .page("/soan-thao/moi", read, write::choose)
        .page("/soan-thao/viet", writes, write::new)
        .deed("/soan-thao/viet", writes, write::add)
        .page("/soan-thao/{thu}", read, record::page)
        .page("/soan-thao/{thu}/van-ban.docx", read, fetch_docx)
        .page("/soan-thao/{thu}/van-ban.pdf", read, fetch_pdf)
        .page("/soan-thao/{thu}/sua", writes, write::edit)
        .deed("/soan-thao/{thu}/sua", writes, write::correct)
        .page("/soan-thao/{thu}/huy", writes, give_up::discard_page)
        .deed("/soan-thao/{thu}/huy", writes, give_up::discard)
        .page("/soan-thao/{thu}/ban-hanh", issues, issue::page)
        .deed("/soan-thao/{thu}/ban-hanh", issues, issue::issue)
        .page("/soan-thao/{thu}/hoan-tat", writes, finish::page)
        .deed("/soan-thao/{thu}/hoan-tat", writes, finish::finish)
        .page("/soan-thao/{thu}/thu-hoi", withdraws, give_up::withdraw_page)
        .deed("/soan-thao/{thu}/thu-hoi", withdraws, give_up::withdraw)
        .deed("/soan-thao/{thu}/tep-de-ky", Gate::May(Act::SignPapers), prepare)
}

/// The letter of the address.
fn asked(v: &Visit) -> Result<Letter, PageError> {
    Ok(find(&v.app, v.person()?, v.param("thu"))?)
}

fn address(id: &str) -> String {
    format!("/soan-thao/{id}")
}

/// After an act: the record, with a word of what was done.
fn back_to(id: &str, done: &str) -> Reply {
    go(&format!("{}?xong={done}", address(id)))
}

/// The record that a query or a form names.
fn subject_of(form: &Form) -> Option<Subject> {
    let named = |name| form.filled(name).map(str::to_owned);
    Subject::of_columns(named(SITTING), named(MOVEMENT), named(NOMINATION), named(RECOGNITION))
}

/// How an address names a record, and its id.
fn named(subject: &Subject) -> (&'static str, &str) {
    match subject {
        Subject::Sitting(id) => (SITTING, id),
        Subject::Movement(id) => (MOVEMENT, id),
        Subject::Nomination(id) => (NOMINATION, id),
        Subject::Recognition(id) => (RECOGNITION, id),
    }
}

/// The page of the record that a letter is about, and the word for it.
fn way_to(v: &Visit, subject: &Subject) -> (String, &'static str) {
    match subject {
        Subject::Sitting(id) => (format!("/hoi-dong/phien/{id}"), v.l.t("letter-sitting")),
        Subject::Movement(id) => (format!("/phong-trao/{id}"), v.l.t("letter-movement")),
        Subject::Nomination(id) => (format!("/khen-thuong/{id}"), v.l.t("letter-nomination")),
        Subject::Recognition(id) => (format!("/cong-nhan/{id}"), v.l.t("letter-recognition")),
    }
}

/// Whether the reader may open that page.
fn opens(v: &Visit, subject: &Subject) -> bool {
    v.may(match subject {
        Subject::Sitting(_) => Act::ReadCouncil,
        Subject::Movement(_) => Act::ReadMovements,
        Subject::Nomination(_) => Act::ReadNominations,
        Subject::Recognition(_) => Act::ReadRecognition,
    })
}

/// The form that the law of a day prescribes for a sort, and whether anybody has checked it.
fn form_of(v: &Visit, sort: &str, day: Date) -> Option<Markup> {
    let form = v.app.catalog.document_form(sort, day)?;
    Some(html! {
        (form.value.form) " (" (form.source) ")"
        @if !form.standing(day).is_settled() { " " (ui::tag(v.l, ui::State::Unchecked)) }
    })
}

fn state_of(state: State) -> ui::State {
    match state {
        State::Draft => ui::State::Draft,
        State::Issued => ui::State::Issued,
        State::Finished => ui::State::Finished,
        State::Withdrawn => ui::State::Revoked,
        State::Discarded => ui::State::Discarded,
    }
}

/// The state of a record that travels with its form; a form without it meets a conflict.
fn version(form: &Form) -> i64 {
    form.text("version").parse().unwrap_or_default()
}

fn fetch_docx(v: &Visit) -> Reply {
    let Bytes { name, bytes } = docx_of(&v.app, v.person()?, v.param("thu"))?;
    fetch(DOCX, &format!("{name}.docx"), bytes)
}

fn fetch_pdf(v: &Visit) -> Reply {
    let Bytes { name, bytes } = pdf_of(&v.app, v.person()?, v.param("thu"))?;
    fetch(PDF, &format!("{name}.pdf"), bytes)
}

fn prepare(v: &Visit, _: &Form) -> Reply {
    let paper = prepare_to_sign(&v.app, v.person()?, v.param("thu"))?;
    go(&format!("/van-ban/{paper}/chu-ky?xong=paper-ready"))
}
