//! The pages of goals.

mod change;
mod form;
mod list;
mod record;

use chungsuc_domain::Decimal;
use chungsuc_domain::standard::{IndicatorKind, Standard};
use maud::Markup;

use super::{Aim, Goal, Stand};
use crate::access::Act;
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::ui::{Tone, tag_of};

/// The list of goals.
pub(super) const LIST: &str = "/tieu-chi/muc-tieu";

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadStandards), Gate::May(Act::KeepGoals));
    Routes::default()
        .page("/tieu-chi/muc-tieu", read, list::page)
        .deed("/tieu-chi/muc-tieu", keep, form::set)
        .page("/tieu-chi/muc-tieu/moi", keep, form::page)
        .deed("/tieu-chi/muc-tieu/tu-ke-hoach", keep, form::take)
        .page("/tieu-chi/muc-tieu/{ma}", read, record::page)
        .page("/tieu-chi/muc-tieu/{ma}/sua", keep, change::page)
        .deed("/tieu-chi/muc-tieu/{ma}/sua", keep, change::change)
        .deed("/tieu-chi/muc-tieu/{ma}/thoi", keep, change::withdraw)
}

fn address(id: &str) -> String {
    format!("{LIST}/{id}")
}

/// “2. Giao thông”, “Số tiêu chí đạt”, “Số làng đạt chuẩn”.
fn aim_word(v: &Visit, aim: &Aim, standard: &Standard) -> String {
    match aim {
        Aim::Criteria => v.l.t("goal-aim-criteria").to_owned(),
        Aim::Villages => v.l.t("goal-aim-villages").to_owned(),
        Aim::Indicator(code) => {
            let name = standard.indicator(code).map_or("–", |one| one.name.as_str());
            format!("{code}. {name}")
        }
    }
}

/// A figure of a goal with its unit: “75 %”, “19”, “47,6 triệu đồng/người/năm”, “đạt”.
fn amount(v: &Visit, aim: &Aim, standard: &Standard, number: Decimal) -> String {
    let Some(line) = aim.indicator(standard) else { return number.to_string() };
    match line.kind {
        IndicatorKind::YesNo if number == Decimal::ZERO => v.l.t("outcome-not-met").to_owned(),
        IndicatorKind::YesNo => v.l.t("outcome-met").to_owned(),
        IndicatorKind::Ratio => format!("{} %", short(number)),
        IndicatorKind::Amount | IndicatorKind::Count => match line.unit {
            Some(unit) => format!("{number} {}", unit.label()),
            None => number.to_string(),
        },
    }
}

/// The same without a unit, where its column or its sentence has it.
fn bare(number: Decimal) -> String {
    short(number).to_string()
}

/// Per cent to two places: a third one is an accident of dividing.
fn short(number: Decimal) -> Decimal {
    let thousandths = number.thousandths();
    let up = if thousandths < 0 { -5 } else { 5 };
    Decimal::from_thousandths((thousandths + up) / 10 * 10)
}

/// What is said of a goal, as a tag.
fn stand(v: &Visit, stand: Stand) -> Markup {
    let (tone, shape, word) = look(v, stand);
    tag_of(tone, shape, word)
}

/// The same as tone, shape to see and word to hear.
fn look(v: &Visit, stand: Stand) -> (Tone, &'static str, &'static str) {
    let l = v.l;
    match stand {
        Stand::Late => (Tone::Bad, "✕", l.t("goal-late")),
        Stand::Misses => (Tone::Warning, "▼", l.t("goal-misses")),
        Stand::Open => (Tone::Warning, "?", l.t("goal-open")),
        Stand::NoFigure => (Tone::Plain, "–", l.t("outcome-none")),
        Stand::NotYet => (Tone::Plain, "○", l.t("outcome-not-met")),
        Stand::TooLittle(_) => (Tone::Plain, "…", l.t("goal-too-little")),
        Stand::Reaches => (Tone::Good, "▲", l.t("goal-reaches")),
        Stand::Reached => (Tone::Good, "✓", l.t("goal-reached")),
        Stand::InTime => (Tone::Good, "★", l.t("goal-in-time")),
    }
}

/// The set of a goal; one that the catalog no longer has is not found.
fn standard_of<'a>(v: &'a Visit, goal: &Goal) -> Result<&'a Standard, Refusal> {
    v.app.catalog.standard(&goal.standard).ok_or(Refusal::NotFound)
}
