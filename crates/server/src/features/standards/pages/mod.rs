//! The pages of standards.

mod enter;
mod grid;
mod queue;
mod village;

use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::Outcome;
use maud::{Markup, html};

use super::{Value, usual};
use crate::access::Act;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{State, Tone, tag, tag_of};

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadStandards);
    let (enter, judge) = (Gate::May(Act::EnterValues), Gate::May(Act::JudgeValues));
    Routes::default()
        .page("/tieu-chi", read, grid::grid)
        .page("/tieu-chi/cho-duyet", judge, queue::queue)
        .page("/tieu-chi/minh-chung/{tep}", read, enter::evidence)
        .deed("/tieu-chi/gia-tri/{ma}/gui", enter, enter::send)
        .deed("/tieu-chi/gia-tri/{ma}/chap-thuan", judge, queue::accept)
        .deed("/tieu-chi/gia-tri/{ma}/tra-lai", judge, queue::give_back)
        .page("/tieu-chi/{dv}", read, village::village)
        .page("/tieu-chi/{dv}/{ct}", read, enter::page)
        .file_deed("/tieu-chi/{dv}/{ct}", enter, enter::enter)
}

/// The page of a value.
pub(super) fn address(value: &Value) -> String {
    format!(
        "/tieu-chi/{}/{}?bo={}&ky={}",
        value.unit, value.indicator, value.standard, value.period
    )
}

/// The standard that the reader chose, or the usual one.
fn chosen(v: &Visit) -> &str {
    let known = |id: &&str| v.app.catalog.standard(id).is_some();
    v.query.filled("bo").filter(known).unwrap_or_else(|| usual(&v.app))
}

fn outcome(v: &Visit, outcome: Outcome) -> Markup {
    let l = v.l;
    match outcome {
        Outcome::Met => tag_of(Tone::Good, "✓", l.t("outcome-met")),
        Outcome::NotMet => tag_of(Tone::Warning, "✕", l.t("outcome-not-met")),
        Outcome::PersonMustDecide => tag_of(Tone::Plain, "?", l.t("outcome-person")),
        Outcome::NotReported => html! { span.quiet { (l.t("outcome-none")) } },
    }
}

fn stage(v: &Visit, stage: Stage) -> Markup {
    tag(
        v.l,
        match stage {
            Stage::Draft => State::Draft,
            Stage::Sent => State::Sent,
            Stage::Returned => State::Returned,
            Stage::Accepted => State::Accepted,
        },
    )
}
