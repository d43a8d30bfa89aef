//! The pages of what a commune is judged by: the set, its confirmed values, its overlays, its region.

pub(super) mod confirm;
mod inputs;
pub(super) mod lay;
pub(super) mod overlay;
pub(super) mod region;
pub(super) mod set;
pub(super) mod simulate;

use chungsuc_domain::catalog::Standing;
use chungsuc_domain::date::Date;
use chungsuc_domain::standard::{ALL, Applied, Compare, Indicator, Standard};
use chungsuc_domain::{Decimal, Quantity, SubjectKind};
use maud::{Markup, html};

use crate::visit::Visit;
use crate::web::Message;
use crate::web::ui::{Choice, State, Tone, notice, tag, tag_of};

/// The page of a set.
fn set_address(standard: &str) -> String {
    format!("/tieu-chi/bo?bo={standard}")
}

/// The page of an overlay.
fn overlay_address(standard: &str, id: &str) -> String {
    format!("/tieu-chi/muc-rieng/{id}?bo={standard}")
}

/// “≥ 75%”: what a line asks for, with its unit.
pub(super) fn asked(line: &Indicator, value: Decimal) -> String {
    let sign = match line.compare {
        Some(Compare::AtMost) => "≤",
        Some(Compare::Equal) => "=",
        Some(Compare::AtLeast) | None => "≥",
    };
    let measure = line.measure();
    let value =
        measure.map_or_else(|| value.to_string(), |it| Quantity::new(value, it).to_string());
    format!("{sign} {value}")
}

/// What a line asks for, its paper, and a mark where nobody has compared the two.
pub(super) fn threshold(v: &Visit, line: &Indicator, applied: Option<&Applied>) -> Markup {
    html! {
        @match applied {
            Some(applied) => {
                (asked(line, applied.value)) " " span.quiet { "(" (applied.source) ")" }
                @if applied.overlay.is_some() { " " (own(v)) }
                @if !applied.standing.is_settled() { " " (tag(v.l, State::Unchecked)) }
            },
            None if line.compare.is_none() => (v.l.t("threshold-judged")),
            None => (v.l.t("threshold-unknown")),
        }
    }
}

/// The mark of a value that a commune or province has laid on the set.
fn own(v: &Visit) -> Markup {
    tag_of(Tone::Plain, "▣", v.l.t("overlay-own-value"))
}

/// How far a value can be trusted.
fn standing(v: &Visit, standing: Standing) -> Markup {
    match standing {
        Standing::Confirmed => tag_of(Tone::Good, "●", v.l.t("standing-confirmed")),
        Standing::Read => tag_of(Tone::Good, "✓", v.l.t("standing-read")),
        Standing::Unchecked => tag(v.l, State::Unchecked),
        Standing::ReviewDue => tag_of(Tone::Warning, "◇", v.l.t("standing-review-due")),
    }
}

/// “1.1. Quy hoạch”; a condition of recognition has no number.
fn line_name(line: &Indicator) -> String {
    match line.criterion.is_empty() {
        true => line.name.clone(),
        false => format!("{}. {}", line.code, line.name),
    }
}

/// The name of a region of a set, or that the value is for every region.
fn region_name<'a>(v: &Visit, standard: &'a Standard, code: Option<&str>) -> &'a str {
    match code.filter(|code| *code != ALL) {
        Some(code) => standard.region(code).map_or("–", |region| region.name.as_str()),
        None => v.l.t("region-all"),
    }
}

/// The sets, to choose one.
fn sets(v: &Visit) -> Vec<Choice> {
    let choice = |set: &Standard| Choice::new(&set.head().id, &set.head().value.name);
    v.app.catalog.standards().map(choice).collect()
}

/// The regions of a set, to choose one.
fn regions(standard: &Standard) -> Vec<Choice> {
    let regions = standard.head().value.regions.iter();
    regions.map(|region| Choice::new(&region.code, &region.name)).collect()
}

/// Says that a set is not in force on a day, and which one is.
pub(super) fn out_of_force(v: &Visit, standard: &Standard, day: Date) -> Markup {
    let (l, head) = (v.l, standard.head());
    if head.holds_on(day) {
        return html! {};
    }
    let shown = chungsuc_domain::date::show_date(day);
    let said =
        Message::new("set-not-in-force").arg("day", shown).arg("days", l.days(head.from, head.to));
    let subject: SubjectKind = head.value.subject;
    let instead: Vec<&Standard> = v.app.catalog.standards_on(subject, day).collect();
    notice(
        Tone::Warning,
        &html! {
            (said.say(l)) " "
            @if instead.is_empty() { (l.t("set-none-in-force")) }
            @else {
                (l.t("set-instead")) " "
                @for (place, set) in instead.iter().enumerate() {
                    @if place > 0 { ", " }
                    a href={ "/tieu-chi?bo=" (set.head().id) "&ngay=" (chungsuc_domain::date::show_date(day)) } {
                        (set.head().value.name)
                    }
                }
                "."
            }
        },
    )
}
