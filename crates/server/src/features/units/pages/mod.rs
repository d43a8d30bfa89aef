//! The pages of units: the tree, step by step, and one unit with what became of it.

mod import;

use maud::{Markup, html};

use super::{Unit, children, find, heirs, predecessors, sql, successors};
use crate::access::Act;
use crate::features::{journal, search};
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::{Cells, Column, Fact, Field, Table, button, button_link, facts};
use crate::web::{Errors, PageError};

/// Units that a search shows at most.
const FOUND_MOST: i64 = 50;

pub(crate) fn routes() -> Routes {
    let (read, keep) = (Gate::May(Act::ReadUnits), Gate::May(Act::KeepUnits));
    Routes::default()
        .page("/don-vi", read, own_unit)
        .page("/don-vi/tim", read, found)
        .page("/don-vi/nhap", keep, import::page)
        .file_deed("/don-vi/nhap", keep, import::look_at)
        .file_deed("/don-vi/nhap/chap-nhan", keep, import::accept)
        .page("/don-vi/{ma}", read, unit_page)
}

fn own_unit(v: &Visit) -> Reply {
    go(&format!("/don-vi/{}", v.person()?.commune))
}

fn unit_page(v: &Visit) -> Reply {
    let l = v.l;
    let unit = find(&v.app, v.param("ma"))?.ok_or(Refusal::NotFound)?;
    let below = children(&v.app, &unit.code)?;
    let mut list = vec![
        Fact::new(l.t("unit-code"), html! { (unit.code) }),
        Fact::new(l.t("unit-kind"), html! { (l.word("unit-kind-", &unit.kind)) }),
        Fact::new(l.t("unit-parent"), parent(v, &unit)?),
        Fact::new(l.t("unit-days"), html! { (l.days(unit.valid_from, unit.valid_to)) }),
    ];
    let relatives = [
        ("unit-predecessors", predecessors(&v.app, &unit.code)?),
        ("unit-successors", successors(&v.app, &unit.code)?),
        ("unit-now", heirs(&v.app, &unit)?),
    ];
    for (label, units) in relatives.into_iter().filter(|(_, units)| !units.is_empty()) {
        list.push(Fact::new(l.t(label), links(&units)));
    }
    let is_own = v.person().is_ok_and(|person| {
        unit.code == person.commune || unit.parent.as_ref() == Some(&person.commune)
    });
    let is_new = is_own && !predecessors(&v.app, &unit.code)?.is_empty();
    let body = html! {
        (search_form(v))
        (facts(&list))
        @if is_new && v.may(Act::ReadStandards) {
            p { a href="/tieu-chi/sap-nhap" { (l.t("unit-succession")) } }
        }
        @if has_recognition(v, &unit) {
            p { a href={ "/cong-nhan?dv=" (unit.code) } { (l.t("unit-recognition")) } }
        }
        (table(v, l.t("units-below"), &below))
        (journal::history(v, super::RECORD, &unit.code)?)
    };
    show(v.page(&unit.name), body)
}

/// Whether the reader's commune keeps dossiers of recognition for this unit.
fn has_recognition(v: &Visit, unit: &Unit) -> bool {
    let own = v.person().is_ok_and(|person| {
        unit.code == person.commune || unit.parent.as_deref() == Some(person.commune.as_str())
    });
    own && v.may(Act::ReadRecognition)
}

/// The unit above; of one that ended, also what it is today.
fn parent(v: &Visit, unit: &Unit) -> Result<Markup, PageError> {
    let above = match &unit.parent {
        Some(code) => find(&v.app, code)?,
        None => None,
    };
    let Some(above) = above else { return Ok(html! { "–" }) };
    let now = heirs(&v.app, &above)?;
    Ok(html! {
        (link(&above))
        @if !now.is_empty() { " (" (v.l.t("unit-parent-now")) " " (links(&now)) ")" }
    })
}

fn links(units: &[Unit]) -> Markup {
    html! {
        @for (place, unit) in units.iter().enumerate() {
            @if place > 0 { ", " }
            (link(unit))
        }
    }
}

fn found(v: &Visit) -> Reply {
    let pattern = search::pattern(v.query.text("ten"));
    let params = [pattern.as_deref().into(), v.query.text("ten").into(), FOUND_MOST.into()];
    let found = v.app.read(|r| r.all(sql::SEARCH, &params, Unit::read).map_err(PageError::from))?;
    let body = html! {
        (search_form(v))
        (table(v, v.l.t("units-found"), &found))
    };
    show(v.page(v.l.t("units-title")), body)
}

fn search_form(v: &Visit) -> Markup {
    html! {
        form.filter method="get" action="/don-vi/tim" {
            (Field::new("ten", v.l.t("units-search")).draw(v.l, &v.query, &Errors::default()))
            (button(v.l.t("units-search-act")))
        }
        @if v.may(Act::KeepUnits) { p { (button_link("/don-vi/nhap", v.l.t("units-import"))) } }
    }
}

fn table(v: &Visit, caption: &str, units: &[Unit]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("unit-name")),
        Column::new(l.t("unit-code")),
        Column::new(l.t("unit-kind")),
        Column::new(l.t("unit-days")),
    ];
    let rows = units.iter().map(|unit| {
        Cells::new()
            .markup(link(unit))
            .text(&unit.code)
            .text(l.word("unit-kind-", &unit.kind))
            .text(&l.days(unit.valid_from, unit.valid_to))
    });
    Table::new(caption, &columns, rows.collect()).draw(l)
}

fn link(unit: &Unit) -> Markup {
    html! { a href={ "/don-vi/" (unit.code) } { (unit.name) } }
}
