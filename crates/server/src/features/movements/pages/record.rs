//! The list of movements, and one movement as its plan founds it.

use chungsuc_domain::decision::Verdict;
use chungsuc_domain::{UnitKind, authority, date};
use maud::{Markup, html};

use super::super::drafts::{PlanDraft, draft_of};
use super::super::{
    Merit, Movement, RECORD, Stage, Target, all, awards_of, find, merits, stages, targets,
};
use super::tabs;
use crate::access::Act;
use crate::features::{journal, law};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Column, Fact, State, Step, StepState, Table, button_link, empty, facts, steps, tag,
};

pub(super) fn list(v: &Visit) -> Reply {
    let l = v.l;
    let movements = all(&v.app, v.person()?)?;
    let columns = [
        Column::new(l.t("movement-name")),
        Column::new(l.t("movement-period")),
        Column::new(l.t("movement-paper")),
    ];
    let rows = movements.iter().map(|movement| {
        Cells::new()
            .link(&format!("/phong-trao/{}", movement.id), &movement.name)
            .text(&period(movement))
            .text(movement.plan_number.as_deref().unwrap_or("–"))
    });
    let may_keep = v.may(Act::KeepMovements);
    let way = may_keep.then_some(("/phong-trao/lap", l.t("plan-adopt")));
    let nothing = empty(l.t("movements-none"), l.t("movements-none-hint"), way);
    let body = html! {
        @if may_keep { p { (button_link("/phong-trao/lap", l.t("plan-adopt"))) } }
        (Table::new(l.t("movements-title"), &columns, rows.collect()).nothing(nothing).draw(l))
    };
    show(v.page(l.t("movements-title")), body)
}

fn period(movement: &Movement) -> String {
    let (from, to) = (movement.period.from(), movement.period.to());
    format!("{} – {}", date::show_date(from), date::show_date(to))
}

pub(super) fn record(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let movement = find(&v.app, person, v.param("ma"))?;
    let (targets, merits) =
        (targets(&v.app, person, &movement.id)?, merits(&v.app, person, &movement.id)?);
    let stages = stages(&v.app, person, &movement.id)?;
    let original = draft_of(&v.app, person, &movement.id)?;
    let body = html! {
        (tabs(v, &movement))
        p.lead { (days_left(v, &movement)) }
        @if v.may(Act::WriteLetters) {
            @let letters = format!("/soan-thao/moi?phong-trao={}", movement.id);
            p { (button_link(&letters, l.t("letter-write"))) }
        }
        (targets_table(v, &targets))
        h2 { (l.t("stages-title")) }
        (timetable(v, &stages))
        h2 { (l.t("merits-title")) }
        (merits_list(&merits))
        h2 { (l.t("movement-about")) }
        (about(v, &movement, original.as_ref()))
        (journal::history(v, RECORD, &movement.id)?)
    };
    show(v.page(&movement.name).back("/phong-trao", l.t("movements-title")), body)
}

/// Where today stands in the movement; its first and its last day belong to it.
fn days_left(v: &Visit, movement: &Movement) -> String {
    let today = v.app.today();
    let told = ("period", period(movement).into());
    if let Some(days) = movement.days_left(today) {
        return v.l.with("movement-during", &[told, ("days", days.into())]);
    }
    if today > movement.period.to() {
        return v.l.with("movement-after", &[told]);
    }
    let days = today.until(movement.period.from()).map_or(0, |span| span.get_days());
    v.l.with("movement-before", &[told, ("days", days.into())])
}

fn targets_table(v: &Visit, targets: &[Target]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("target-text")),
        Column::new(l.t("target-due")),
        Column::new(l.t("target-standing")),
    ];
    let rows = targets.iter().map(|target| {
        let due = target.due.map_or_else(|| "–".to_owned(), date::show_date);
        let late = target.due.is_some_and(|due| due < v.app.today());
        let standing = html! {
            @if let Some((code, name)) = &target.unit {
                a href={ "/tieu-chi/" (code) } { (l.t("target-see")) " " (name) }
            } @else { "–" }
        };
        let due = html! {
            (due) @if late { " " span.quiet { (l.t("target-day-passed")) } }
        };
        Cells::new().text(&target.text).markup(due).markup(standing)
    });
    Table::new(l.t("targets-title"), &columns, rows.collect()).draw(l)
}

fn timetable(v: &Visit, stages: &[Stage]) -> Markup {
    let today = v.app.today();
    let notes: Vec<String> = stages
        .iter()
        .map(|stage| format!("{} – {}", date::show_date(stage.starts), date::show_date(stage.ends)))
        .collect();
    let way: Vec<Step<'_>> = stages
        .iter()
        .zip(&notes)
        .map(|(stage, note)| {
            let state = match () {
                () if stage.ends < today => StepState::Done,
                () if stage.starts <= today => StepState::Current,
                () => StepState::Ahead,
            };
            Step { label: &stage.text, state, note }
        })
        .collect();
    steps(v.l, &way)
}

/// Merits under the name that the plan gives to their contestants.
fn merits_list(merits: &[Merit]) -> Markup {
    let mut names: Vec<&str> = merits.iter().map(|merit| merit.subject.as_str()).collect();
    names.dedup();
    html! {
        @for name in names {
            h3 { (name) }
            ul { @for merit in merits.iter().filter(|one| one.subject == name) { li { (merit.text) } } }
        }
    }
}

fn about(v: &Visit, movement: &Movement, original: Option<&PlanDraft>) -> Markup {
    let l = v.l;
    let lines = |text: &str| {
        html! { ul.plain { @for line in text.lines() { li { (line) } } } }
    };
    let number = movement.plan_number.as_deref().unwrap_or("–");
    let day = movement.plan_day.map(date::show_date).unwrap_or_default();
    facts(&[
        Fact::new(
            l.t("movement-paper"),
            html! {
                a href={ "/van-ban/" (movement.paper) } { (number) " " (day) }
            },
        ),
        Fact::new(l.t("plan-original"), original_file(movement, original)),
        Fact::new(l.t("movement-purpose"), lines(&movement.purpose)),
        Fact::new(
            l.t("movement-reporting"),
            html! {
                (l.word("reporting-", &movement.reporting_cycle)) ": "
                (movement.reported_by) " → " (movement.reports_to)
            },
        ),
        Fact::new(l.t("movement-funding"), lines(&movement.funding)),
        Fact::new(l.t("movement-campaigns"), lines(&movement.campaigns)),
    ])
}

/// The document that was uploaded, with the sum by which it is known again.
fn original_file(movement: &Movement, original: Option<&PlanDraft>) -> Markup {
    html! {
        @match original {
            Some(draft) => {
                a href={ "/phong-trao/" (movement.id) "/tep" } { (draft.file_name) } " "
                span.quiet { "SHA-256 " (draft.sha256) }
            }
            None => "–",
        }
    }
}

/// What can be awarded, who decides it today, and by which law.
pub(super) fn awards(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let movement = find(&v.app, person, v.param("ma"))?;
    let codes = awards_of(&v.app, person, &movement.id)?;
    let columns = [
        Column::new(l.t("award-name")),
        Column::new(l.t("award-commune")),
        Column::new(l.t("award-law")),
    ];
    let today = v.app.today();
    let mut rows = Vec::new();
    for code in &codes {
        let award = v.app.catalog.award(code).ok_or(Refusal::NotFound)?;
        let answer = authority::may_decide(&v.app.catalog, code, UnitKind::Commune, today);
        let verdict = match answer.verdict {
            Verdict::Yes => l.t("award-commune-decides"),
            Verdict::No => l.t("award-commune-proposes"),
            Verdict::PersonMustDecide => l.t("verdict-person"),
        };
        let doubt = !answer.is_settled();
        let verdict = html! { (verdict) @if doubt { " " (tag(l, State::Unchecked)) } };
        let row = Cells::new().text(&award.form.name).markup(verdict);
        rows.push(row.markup(law::reasons(l, &answer.reasons)));
    }
    let body = html! {
        (tabs(v, &movement))
        p { (l.with("awards-today", &[("day", date::show_date(today).into())])) }
        (Table::new(l.t("movement-awards"), &columns, rows).draw(l))
    };
    show(v.page(&movement.name).back("/phong-trao", l.t("movements-title")), body)
}
