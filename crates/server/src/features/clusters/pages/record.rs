//! One cluster: how far it is, who stands where, what everybody gave.

use chungsuc_domain::cluster::Sort;
use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::score::may_score;
use super::super::{Cluster, RECORD, SETTLED, State, Table, go_on as lead_on, missing, table};
use super::{address, asked, points, state, title};
use crate::access::Act;
use crate::features::journal;
use crate::visit::{Reply, Visit, go, show};
use crate::web::Form;
use crate::web::PageError;
use crate::web::ui::{
    Cells, Column, Confirm, Fact, Table as Listing, Tone, button_link, buttons, facts, notice,
    tag_of,
};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, cluster) = (v.l, asked(v)?);
    let table = table(&v.app, v.person()?, &cluster)?;
    let title = title(v, &cluster);
    let heading = html! { (title) " " (state(v, cluster.state)) };
    let body = html! {
        @if let (State::Dropped, Some(reason)) = (cluster.state, &cluster.reason) {
            (notice(Tone::Warning, &html! { (l.t("cluster-dropped-because")) " " (reason) }))
        }
        (about(v, &cluster))
        (acts(v, &cluster, &table))
        (standing(v, &cluster, &table))
        (to_score(v, &cluster, &table)?)
        (journal::history(v, RECORD, &cluster.id)?)
    };
    let back = format!("/cum-khoi?nam={}", cluster.year);
    show(v.page(&title).heading(heading).back(&back, l.t("way-clusters")), body)
}

fn about(v: &Visit, cluster: &Cluster) -> Markup {
    let l = v.l;
    let circle = [("count", cluster.peers.into())];
    let ties: Vec<_> = cluster.ties.iter().map(|at| (at + 1).to_string()).collect();
    let mut known = vec![
        Fact::new(l.t("cluster-paper"), html! { (cluster.paper) }),
        Fact::new(l.t("cluster-peers"), html! { (l.with("cluster-peers-told", &circle)) }),
    ];
    if !ties.is_empty() {
        let told = l.with("cluster-ties-told", &[("order", ties.join(", ").into())]);
        known.push(Fact::new(l.t("cluster-ties"), html! { (told) }));
    }
    if let Some(leader) = cluster.leader.and_then(|at| cluster.members.get(at)) {
        let day = cluster.closed_on.map(show_date).unwrap_or_default();
        let told = html! {
            strong { (leader.name) } " · " (day)
            @if let Some(reason) = &cluster.reason { " · " (reason) }
        };
        known.push(Fact::new(l.t("cluster-leader"), told));
    }
    facts(&known)
}

/// What the secretary can do next, or who is still missing.
fn acts(v: &Visit, cluster: &Cluster, table: &Table) -> Markup {
    let (l, base) = (v.l, address(&cluster.id));
    if !v.may(Act::KeepClusters) {
        return html! {};
    }
    let model = button_link(&format!("/cum-khoi/lap?tu={}", cluster.id), l.t("cluster-copy"));
    if matches!(cluster.state, State::Closed | State::Dropped) {
        return buttons(&[model]);
    }
    let missing = missing(cluster, table);
    let action = format!("{base}/buoc");
    let next = Confirm {
        act: l.t("cluster-go-on"),
        consequence: l.t("cluster-go-on-consequence"),
        action: &action,
        token: v.form_token(),
        grave: false,
    };
    html! {
        @if !missing.is_empty() {
            p { (l.t("cluster-still-missing")) " " (missing.join(", ")) "." }
        } @else if cluster.state == State::Settling {
            (buttons(&[button_link(&format!("{base}/chot"), l.t("cluster-close"))]))
        } @else {
            (next.folded_with(html! { input type="hidden" name="version" value=(cluster.version); }))
        }
        (buttons(&[model, button_link(&format!("{base}/bo"), l.t("cluster-drop"))]))
    }
}

fn standing(v: &Visit, cluster: &Cluster, table: &Table) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("cluster-member")),
        Column::new(l.t("cluster-place")).numeric(),
        Column::new(l.t("cluster-total")).numeric(),
        Column::new(l.t("cluster-told-apart")),
    ];
    let mut order: Vec<usize> = (0..cluster.members.len()).collect();
    order.sort_by_key(|at| table.standings[*at].place.unwrap_or(usize::MAX));
    let rows = order.into_iter().map(|at| {
        let standing = table.standings[at];
        let apart = standing.told_apart_by.and_then(|at| cluster.sheet.get(at));
        let href = format!("{}/thanh-vien/{}", address(&cluster.id), at + 1);
        Cells::new()
            .link(&href, &cluster.members[at].name)
            .text(&standing.place.map_or_else(|| "–".to_owned(), |place| place.to_string()))
            .text(&points(standing.total))
            .text(apart.map_or("", |criterion| criterion.text.as_str()))
    });
    Listing::new(l.t("cluster-standing"), &columns, rows.collect()).draw(l)
}

/// The sheets that this person can fill in now: each pair of who gives and who gets.
fn to_score(v: &Visit, cluster: &Cluster, table: &Table) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let mut pairs = Vec::new();
    for scorer in 0..cluster.members.len() {
        let whom = cluster.scores_whom(scorer).into_iter();
        pairs.extend(whom.map(|member| (scorer + 1, member)));
    }
    if cluster.state == State::Settling {
        pairs.extend((0..cluster.members.len()).map(|member| (SETTLED, member)));
    }
    pairs.retain(|(scorer, member)| may_score(person, cluster, *scorer, *member).is_ok());
    if pairs.is_empty() {
        return Ok(html! {});
    }
    let name = |number: usize| {
        let member = number.checked_sub(1).and_then(|at| cluster.members.get(at));
        member.map_or_else(|| l.t("cluster-office"), |member| member.name.as_str())
    };
    let columns = [
        Column::new(l.t("cluster-scored")),
        Column::new(l.t("cluster-scorer")),
        Column::new(l.t("column-state")),
    ];
    let rows = pairs.into_iter().map(|(scorer, member)| {
        let href = format!("{}/cham/{scorer}/{}", address(&cluster.id), member + 1);
        let done = match table.given(scorer, member) {
            Some(_) => tag_of(Tone::Good, "✓", l.t("cluster-given")),
            None if scorer == SETTLED => apart(v, cluster, table, member),
            None => tag_of(Tone::Plain, "○", l.t("cluster-not-given")),
        };
        Cells::new().link(&href, name(member + 1)).text(name(scorer)).markup(done)
    });
    Ok(Listing::new(l.t("cluster-sheets"), &columns, rows.collect()).draw(l))
}

/// How many contents of a member lie further apart than its regulation lets pass.
fn apart(v: &Visit, cluster: &Cluster, table: &Table, member: usize) -> Markup {
    let scores = &table.scores[member];
    let far = |at: &usize| scores.apart(*at).is_some_and(|apart| apart > cluster.gap);
    match (0..cluster.sheet.len()).filter(far).count() {
        0 => html! { span.quiet { (v.l.t("cluster-near")) } },
        count => {
            let words = v.l.with("cluster-far", &[("count", count.into())]);
            tag_of(Tone::Warning, "▲", &words)
        }
    }
}

/// “Trừ: …”
pub(super) fn content(v: &Visit, sort: Sort, text: &str) -> String {
    match sort {
        Sort::Points => text.to_owned(),
        Sort::Bonus | Sort::Penalty => {
            format!("{}: {text}", v.l.word("cluster-sort-", sort.code()))
        }
    }
}

pub(super) fn go_on(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    lead_on(&v.app, v.person()?, id, version)?;
    go(&format!("{}?xong=cluster-step", address(id)))
}
