//! The pages of recognition: the list with what has to be asked, a dossier, and the forms of its way.

mod attach;
mod decide;
mod form;
mod list;
mod open;
mod record;
mod steps;

use chungsuc_domain::standard::Outcome;
use maud::{Markup, html};

use super::attach::show_file;
use super::{Printed, Recognition, State, find, sheet};
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch};
use crate::web::PageError;
use crate::web::ui::{Tone, tag_of};

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadRecognition);
    let (prepare, keep) = (Gate::May(Act::PrepareRecognition), Gate::May(Act::KeepRecognition));
    Routes::default()
        .page("/cong-nhan", read, list::page)
        .page("/cong-nhan/lap", prepare, open::page)
        .deed("/cong-nhan/lap", prepare, open::open)
        .page("/cong-nhan/tep/{tep}", read, file)
        .page("/cong-nhan/{ma}", read, record::page)
        .page("/cong-nhan/{ma}/bang-cong-nhan.pdf", read, print)
        .page("/cong-nhan/{ma}/ngay", prepare, steps::day_page)
        .deed("/cong-nhan/{ma}/ngay", prepare, steps::day)
        .page("/cong-nhan/{ma}/giay-to/{phan}", prepare, attach::page)
        .file_deed("/cong-nhan/{ma}/giay-to/{phan}", prepare, attach::attach)
        .deed("/cong-nhan/{ma}/go/{gt}", prepare, attach::detach)
        .page("/cong-nhan/{ma}/trinh", keep, steps::submit_page)
        .deed("/cong-nhan/{ma}/trinh", keep, steps::submit)
        .page("/cong-nhan/{ma}/tra-lai", keep, steps::return_page)
        .deed("/cong-nhan/{ma}/tra-lai", keep, steps::give_back)
        .page("/cong-nhan/{ma}/rut", keep, steps::withdraw_page)
        .deed("/cong-nhan/{ma}/rut", keep, steps::withdraw)
        .page("/cong-nhan/{ma}/quyet-dinh", keep, decide::recognise_page)
        .deed("/cong-nhan/{ma}/quyet-dinh", keep, decide::recognise)
        .page("/cong-nhan/{ma}/thu-hoi", keep, decide::revoke_page)
        .deed("/cong-nhan/{ma}/thu-hoi", keep, decide::revoke)
}

fn file(v: &Visit) -> Reply {
    show_file(&v.app, v.person()?, v.param("tep"))
}

fn print(v: &Visit) -> Reply {
    let Printed { name, bytes } = sheet(&v.app, v.person()?, v.param("ma"))?;
    fetch("application/pdf", &format!("{name}.pdf"), bytes)
}

/// The dossier of the address.
fn asked(v: &Visit) -> Result<Recognition, PageError> {
    Ok(find(&v.app, v.person()?, v.param("ma"))?)
}

fn address(id: &str) -> String {
    format!("/cong-nhan/{id}")
}

/// The name of a standard, as the catalog has it.
fn standard_name<'a>(v: &'a Visit, id: &str) -> &'a str {
    v.app.catalog.standard(id).map_or("–", |it| it.head().value.name.as_str())
}

/// The state in a word and a shape; a recognition that has ended says so.
fn state_tag(v: &Visit, of: &Recognition) -> Markup {
    let (tone, shape) = match of.state {
        State::Recognised if !of.holds_on(v.app.today()) => {
            return tag_of(Tone::Warning, "▲", v.l.t("recognition-ended"));
        }
        State::Preparing => (Tone::Plain, "○"),
        State::Submitted => (Tone::Plain, "▷"),
        State::Returned => (Tone::Warning, "◁"),
        State::Withdrawn => (Tone::Plain, "–"),
        State::Recognised => (Tone::Good, "★"),
        State::Revoked => (Tone::Bad, "✕"),
    };
    tag_of(tone, shape, v.l.word("recognition-state-", of.state.code()))
}

/// What a line came to, in a word and a shape.
fn outcome_tag(v: &Visit, outcome: Outcome) -> Markup {
    match outcome {
        Outcome::Met => tag_of(Tone::Good, "✓", v.l.t("outcome-met")),
        Outcome::NotMet => tag_of(Tone::Warning, "✕", v.l.t("outcome-not-met")),
        Outcome::PersonMustDecide => tag_of(Tone::Plain, "?", v.l.t("outcome-person")),
        Outcome::NotReported => html! { span.quiet { (v.l.t("outcome-none")) } },
    }
}
