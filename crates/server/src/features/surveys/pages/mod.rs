//! The pages of surveys.

mod count;
mod draw;
mod list;
mod open;
mod record;

use chungsuc_domain::standard::{Compare, Outcome, Share};
use maud::{Markup, html};

use super::{Sheet, State, Survey, find, sheet};
use crate::access::Act;
use crate::features::units;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, fetch};
use crate::web::PageError;
use crate::web::ui::{Tone, tag_of};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadSurveys);
    let (enter, keep) = (Gate::May(Act::EnterSurveys), Gate::May(Act::KeepSurveys));
    Routes::default()
        .page("/khao-sat", read, list::page)
        .page("/khao-sat/mo", keep, open::page)
        .deed("/khao-sat/mo", keep, open::open)
        .page("/khao-sat/{ma}", read, record::page)
        .page("/khao-sat/{ma}/danh-sach", read, draw::page)
        .page("/khao-sat/{ma}/tep/{tep}", read, file)
        .page("/khao-sat/{ma}/nhap", enter, count::page)
        .deed("/khao-sat/{ma}/nhap", enter, count::save)
        .deed("/khao-sat/{ma}/chot", keep, record::close)
        .page("/khao-sat/{ma}/huy", keep, record::withdraw_page)
        .deed("/khao-sat/{ma}/huy", keep, record::withdraw)
        .page("/khao-sat/{ma}/sua", keep, record::correct_page)
        .deed("/khao-sat/{ma}/sua", keep, record::correct)
}

/// The survey of the address.
fn asked(v: &Visit) -> Result<Survey, PageError> {
    Ok(find(&v.app, v.person()?, v.param("ma"))?)
}

fn address(id: &str) -> String {
    format!("/khao-sat/{id}")
}

/// “Sơ Tor – năm 2023”.
fn title(v: &Visit, survey: &Survey) -> Result<String, PageError> {
    let unit = units::find(&v.app, &survey.unit)?.map_or_else(String::new, |unit| unit.name);
    let year = [("unit", unit.into()), ("year", survey.year.to_string().into())];
    Ok(v.l.with("survey-name", &year))
}

fn state(v: &Visit, state: State) -> Markup {
    let (tone, shape) = match state {
        State::Open => (Tone::Plain, "○"),
        State::Closed => (Tone::Good, "■"),
        State::Withdrawn => (Tone::Bad, "✕"),
    };
    tag_of(tone, shape, v.l.word("survey-state-", state.code()))
}

fn outcome(v: &Visit, outcome: Outcome) -> Markup {
    let l = v.l;
    match outcome {
        Outcome::Met => tag_of(Tone::Good, "✓", l.t("survey-met")),
        Outcome::NotMet => tag_of(Tone::Warning, "✕", l.t("survey-not-met")),
        Outcome::PersonMustDecide => tag_of(Tone::Plain, "?", l.t("survey-person")),
        Outcome::NotReported => html! { span.quiet { (l.t("survey-nothing")) } },
    }
}

/// “93,333 %”, rounded down; a dash where nobody answered.
fn percent(share: Option<Share>) -> String {
    let shown = share.map(|share| format!("{} %", share.percent(Compare::AtLeast)));
    shown.unwrap_or_else(|| "–".to_owned())
}

fn file(v: &Visit) -> Reply {
    let (what, word) = match v.param("tep") {
        "phieu.docx" => (Sheet::Form, true),
        "phieu.pdf" => (Sheet::Form, false),
        "danh-sach.docx" => (Sheet::List, true),
        "danh-sach.pdf" => (Sheet::List, false),
        _ => return Err(Refusal::NotFound.into()),
    };
    let (name, bytes) = sheet(&v.app, v.person()?, v.param("ma"), what, word)?;
    let (media, ending) = if word { (DOCX, "docx") } else { (PDF, "pdf") };
    fetch(media, &format!("{name}.{ending}"), bytes)
}
