//! The map of the villages, as dense as they meet their criteria.

use maud::{Markup, html};

use super::commune::{name_of, sums};
use crate::access::Act;
use crate::features::maps::{self, VillageMap};
use crate::features::standards::UnitStanding;
use crate::refusal::Refusal;
use crate::visit::Visit;
use crate::web::pictures::{Area, Dense, map, swatch};
use crate::web::ui::{Cells, Column, Table};

const ID: &str = "ban-do-lang";

pub(super) fn section(v: &Visit, found: &[UnitStanding]) -> Result<Markup, Refusal> {
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let in_use = maps::in_use(&v.app, person)?;
    let may_keep = person.may(Act::KeepMaps, crate::access::Place::commune(&person.commune));
    Ok(html! {
        @if in_use.is_some() || may_keep { h2 { (v.l.t("chart-map")) } }
        @if let Some(map) = &in_use { (drawn(v, map, found)) }
        @if may_keep {
            p { a href="/tieu-chi/bieu-do/ban-do" { (v.l.t("map-title")) } }
        }
    })
}

/// How dense a village is drawn; one without any accepted figure is not known.
fn dense(one: &UnitStanding) -> Dense {
    if one.unknown == one.total { Dense::Unknown } else { Dense::of(one.met, one.total) }
}

fn drawn(v: &Visit, kept: &VillageMap, found: &[UnitStanding]) -> Markup {
    let l = v.l;
    let area = |outline: &maps::Outline| {
        let one = found.iter().find(|one| Some(&one.unit.code) == outline.village.as_ref());
        Area {
            name: one.map(|one| one.unit.name.clone()).unwrap_or_default(),
            figure: one.map(|one| format!("{}/{}", one.met, one.total)).unwrap_or_default(),
            dense: one.map_or(Dense::Unknown, dense),
            path: outline.path(&kept.outlines),
            label: outline.label(&kept.outlines),
        }
    };
    let areas: Vec<Area> = kept.outlines.areas.iter().map(area).collect();
    let is_on_map = |one: &UnitStanding| {
        kept.outlines.areas.iter().any(|area| area.village.as_ref() == Some(&one.unit.code))
    };
    let columns = [
        Column::new(l.t("standing-village")),
        Column::new(l.t("standing-met")),
        Column::new(l.t("chart-on-map")),
    ];
    let rows = found.iter().map(|one| {
        let there = if is_on_map(one) { l.t("history-yes") } else { l.t("history-no") };
        Cells::new().markup(name_of(v, one)).text(&format!("{}/{}", one.met, one.total)).text(there)
    });
    html! {
        (map(ID, l.t("chart-map"), &sums(found), kept.outlines.room(), &areas))
        p.legend {
            @for dense in Dense::ALL { span { (swatch(ID, dense)) " " (legend(v, dense)) } " " }
        }
        @if !kept.note.is_empty() { p.quiet { (l.t("map-note")) ": " (kept.note) } }
        (Table::new(l.t("chart-map"), &columns, rows.collect()).draw(l))
    }
}

fn legend(v: &Visit, dense: Dense) -> &'static str {
    match dense {
        Dense::All => v.l.t("chart-map-all"),
        Dense::Dark => v.l.t("chart-map-dark"),
        Dense::Middle => v.l.t("chart-map-middle"),
        Dense::Light => v.l.t("chart-map-light"),
        Dense::Unknown => v.l.t("outcome-none"),
    }
}
