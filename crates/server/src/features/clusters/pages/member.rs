//! One member of a cluster: what it gave itself for each content, what the others gave, what counts.
//!
//! A page of its own: fifteen villages with twelve contents each would make the cluster's page long.

use chungsuc_domain::cluster::Basis;
use maud::{Markup, html};

use super::super::{Cluster, SETTLED, Table, table};
use super::record::content;
use super::{address, asked, points, title};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Fact, Table as Listing, facts};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, cluster) = (v.l, asked(v)?);
    let table = table(&v.app, v.person()?, &cluster)?;
    let number = v.param("thanh_vien").parse::<usize>().ok();
    let at = number.and_then(|number| number.checked_sub(1));
    let at = at.filter(|at| *at < cluster.members.len()).ok_or(Refusal::NotFound)?;
    let standing = table.standings[at];
    let place = standing.place.map_or_else(|| "–".to_owned(), |place| place.to_string());
    let known = [
        Fact::new(l.t("cluster-place"), html! { (place) }),
        Fact::new(l.t("cluster-total"), html! { (points(standing.total)) }),
    ];
    let body = html! {
        (facts(&known))
        (contents(v, &cluster, &table, at))
        @if let Some(settled) = table.given(SETTLED, at) {
            p { "* " (l.t("cluster-settled-because")) " " (settled.note) }
        }
    };
    let title = format!("{} – {}", cluster.members[at].name, title(v, &cluster));
    show(v.page(&title).back(&address(&cluster.id), l.t("cluster-back")), body)
}

fn contents(v: &Visit, cluster: &Cluster, table: &Table, at: usize) -> Markup {
    let (l, scores) = (v.l, &table.scores[at]);
    let columns = [
        Column::new(l.t("cluster-content")),
        Column::new(l.t("cluster-most")).numeric(),
        Column::new(l.t("cluster-own")).numeric(),
        Column::new(l.t("cluster-others")).numeric(),
        Column::new(l.t("cluster-counts")).numeric(),
    ];
    let rows = cluster.sheet.iter().enumerate().map(|(place, one)| {
        let counts = scores.counts(place);
        let settled = counts.is_some_and(|(_, basis)| basis == Basis::Settled);
        let mark = if settled { " *" } else { "" };
        let own = scores.own.get(place).copied().flatten();
        Cells::new()
            .text(&format!("{}. {}", place + 1, content(v, one.sort, &one.text)))
            .text(&one.most().to_string())
            .text(&points(own))
            .text(&points(scores.mean(place)))
            .text(&format!("{}{mark}", points(counts.map(|(points, _)| points))))
    });
    Listing::new(l.t("cluster-by-content"), &columns, rows.collect()).draw(l)
}
