//! The clusters of a year.

use maud::html;

use super::super::{Cluster, list};
use super::{address, state};
use crate::access::Act;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button_link, empty, filter};
use crate::web::{Errors, Form, Paging};

/// Years back that the list offers.
const YEARS: i16 = 5;

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let this_year = v.app.today().year();
    let asked = v.query.text("nam").parse().ok();
    let year = asked.filter(|year| (2000..=this_year).contains(year)).unwrap_or(this_year);
    let found = list(&v.app, v.person()?, year)?;
    let years = (this_year - YEARS..=this_year).rev();
    let years = years.map(|year| Choice::new(year.to_string(), year.to_string())).collect();
    let mut query = Form::default();
    query.set("nam", year.to_string());
    let field = Field::new("nam", l.t("cluster-year")).kind(Kind::Select(years));
    let body = html! {
        p { (l.t("cluster-lead")) }
        @if v.may(Act::KeepClusters) { p { (button_link("/cum-khoi/lap", l.t("cluster-open"))) } }
        (filter(l, &Paging::parse("/cum-khoi", &v.query, &[]), field.draw(l, &query, &Errors::default())))
        @if found.is_empty() {
            (empty(l.t("cluster-none"), l.t("cluster-none-hint"), None))
        } @else {
            (table(v, &found))
        }
    };
    show(v.page(l.t("way-clusters")), body)
}

fn table(v: &Visit, found: &[Cluster]) -> maud::Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("cluster-name")),
        Column::new(l.t("cluster-members")).numeric(),
        Column::new(l.t("column-state")),
        Column::new(l.t("cluster-leader")),
    ];
    let rows = found.iter().map(|one| {
        let leader = one.leader.and_then(|at| one.members.get(at));
        Cells::new()
            .link(&address(&one.id), &one.name)
            .number(l, one.members.len() as u64)
            .markup(state(v, one.state))
            .text(leader.map_or("–", |one| one.name.as_str()))
    });
    Table::new(l.t("way-clusters"), &columns, rows.collect()).draw(l)
}
