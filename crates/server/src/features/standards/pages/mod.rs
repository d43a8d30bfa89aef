//! The pages of standards.

mod charges;
mod enter;
mod grid;
mod judge;
mod progress;
mod queue;
mod rules;
mod standings;
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
    let (enter, judges) = (Gate::May(Act::EnterValues), Gate::May(Act::JudgeValues));
    let keep = Gate::May(Act::KeepStandards);
    let assigns = Gate::May(Act::AssignCriteria);
    Routes::default()
        .page("/tieu-chi", read, standings::standings)
        .page("/tieu-chi/nhap", enter, grid::page)
        .deed("/tieu-chi/nhap", enter, grid::save)
        .deed("/tieu-chi/nhap/chep", enter, grid::copy)
        .page("/tieu-chi/nhap/bang.xlsx", enter, grid::export)
        .file_deed("/tieu-chi/nhap/tep", enter, grid::import)
        .page("/tieu-chi/cho-duyet", judges, queue::queue)
        .page("/tieu-chi/minh-chung/{tep}", read, enter::evidence)
        .deed("/tieu-chi/gia-tri/{ma}/gui", enter, enter::send)
        .page("/tieu-chi/tien-do", judges, progress::page)
        .deed("/tieu-chi/tien-do/han", judges, progress::set_due)
        .deed("/tieu-chi/tien-do/nhac", judges, progress::remind)
        .page("/tieu-chi/tham-dinh/{dv}", judges, judge::page)
        .deed("/tieu-chi/tham-dinh/{dv}", judges, judge::judge)
        .deed("/tieu-chi/nhap/gui", enter, grid::send)
        .page("/tieu-chi/bo", read, rules::set::page)
        .deed("/tieu-chi/bo/vung", keep, rules::region::write_down)
        .page("/tieu-chi/bo/xac-nhan", keep, rules::confirm::page)
        .deed("/tieu-chi/bo/xac-nhan", keep, rules::confirm::confirm)
        .deed("/tieu-chi/bo/xac-nhan/{xn}/rut", keep, rules::confirm::withdraw)
        .page("/tieu-chi/muc-rieng/them", keep, rules::lay::page)
        .deed("/tieu-chi/muc-rieng/them", keep, rules::lay::lay)
        .page("/tieu-chi/muc-rieng/{mr}", read, rules::overlay::page)
        .deed("/tieu-chi/muc-rieng/{mr}/xac-nhan", keep, rules::overlay::confirm)
        .deed("/tieu-chi/muc-rieng/{mr}/go", keep, rules::overlay::end)
        .page("/tieu-chi/thu", read, rules::simulate::page)
        .page("/phan-cong-tieu-chi", assigns, charges::page)
        .deed("/phan-cong-tieu-chi", assigns, charges::assign)
        .page("/phan-cong-tieu-chi/{ma}", assigns, charges::one)
        .deed("/phan-cong-tieu-chi/{ma}/ket-thuc", assigns, charges::end)
        .page("/tieu-chi/{dv}", read, village::village)
        .page("/tieu-chi/{dv}/{ct}", read, enter::page)
        .file_deed("/tieu-chi/{dv}/{ct}", enter, enter::enter)
}

/// The page of a value.
pub(crate) fn address(value: &Value) -> String {
    address_of(&value.unit, &value.standard, &value.indicator, &value.period)
}

/// The page of the value of a unit, an indicator and a period, whether there is one or not.
fn address_of(unit: &str, standard: &str, indicator: &str, period: &str) -> String {
    format!("/tieu-chi/{unit}/{indicator}?bo={standard}&ky={period}")
}

/// The year before, this one, and its halves: what figures are entered for.
pub(crate) fn periods_at_hand(v: &Visit) -> [String; 4] {
    let year = v.app.today().year();
    [(year - 1).to_string(), year.to_string(), format!("{year}-H1"), format!("{year}-H2")]
}

/// “Năm 2023”, “6 tháng đầu 2023”.
pub(crate) fn period_word(v: &Visit, period: &str) -> String {
    match period.split_once('-') {
        None => v.l.with("period-year", &[("year", period.into())]),
        Some((year, "H1")) => v.l.with("period-first-half", &[("year", year.into())]),
        Some((year, _)) => v.l.with("period-second-half", &[("year", year.into())]),
    }
}

/// The standard that the reader chose, or the usual one.
pub(crate) fn chosen(v: &Visit) -> &str {
    let known = |id: &&str| v.app.catalog.standard(id).is_some();
    v.query.filled("bo").filter(known).unwrap_or_else(|| usual(&v.app))
}

pub(crate) fn outcome(v: &Visit, outcome: Outcome) -> Markup {
    let (tone, shape, word) = look(v, outcome);
    match outcome {
        Outcome::NotReported => html! { span.quiet { (word) } },
        _ => tag_of(tone, shape, word),
    }
}

/// An outcome as tone, shape to see and word to hear.
fn look(v: &Visit, outcome: Outcome) -> (Tone, &'static str, &'static str) {
    match outcome {
        Outcome::Met => (Tone::Good, "✓", v.l.t("outcome-met")),
        Outcome::NotMet => (Tone::Warning, "✕", v.l.t("outcome-not-met")),
        Outcome::PersonMustDecide => (Tone::Plain, "?", v.l.t("outcome-person")),
        Outcome::NotReported => (Tone::Plain, "–", v.l.t("outcome-none")),
    }
}

pub(crate) fn stage(v: &Visit, stage: Stage) -> Markup {
    tag(
        v.l,
        match stage {
            Stage::Draft => State::Draft,
            Stage::Sent => State::Sent,
            Stage::Verified => State::Verified,
            Stage::Returned => State::Returned,
            Stage::Questioned => State::Questioned,
            Stage::Accepted => State::Accepted,
        },
    )
}
