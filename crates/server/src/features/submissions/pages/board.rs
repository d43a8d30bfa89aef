//! The board: dossiers on their way with what is due, what may go up, and what came of the last ones.

use maud::{Markup, html};

use super::super::{Submission, list, open as open_it, over, ready};
use super::{address, award, due, stage_tag, who};
use crate::access::Act;
use crate::features::nominations::Nomination;
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::{Cells, Column, Table, button, empty};
use crate::web::{Count, Form, Paging, csrf, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let open = list(&v.app, person)?;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let (over, count) = over(&v.app, person, &paging)?;
    if paging.wants_csv() {
        let heads = ["submission-who", "submission-award", "submission-result"].map(|key| l.t(key));
        let cells = |one: &Submission| {
            let stage = l.word("submission_state-", one.stage.code()).to_owned();
            [who(v, one), award(v, &one.award), stage]
        };
        return Ok(csv_reply("trinh-cap-tren", &heads, over.iter().map(cells)));
    }
    let waiting = ready(&v.app, person)?;
    let nothing = empty(l.t("submission-none"), l.t("submission-none-hint"), None);
    let body = html! {
        p.lead { (l.t("submission-lead")) }
        (on_the_way(v, &open, nothing))
        @if !waiting.is_empty() { (may_go(v, &waiting)) }
        @if !over.is_empty() || paging.page() > 1 { (ended(v, &over, &paging, count)) }
    };
    show(v.page(l.t("way-submissions")), body)
}

fn on_the_way(v: &Visit, open: &[Submission], nothing: Markup) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("submission-who")),
        Column::new(l.t("submission-award")),
        Column::new(l.t("submission-where")),
        Column::new(l.t("column-state")),
        Column::new(l.t("submission-due")),
    ];
    let rows = open.iter().map(|one| {
        Cells::new()
            .link(&address(&one.id), &who(v, one))
            .text(&award(v, &one.award))
            .text(l.word("unit-kind-", one.level.code()))
            .markup(stage_tag(v, one))
            .markup(html! { div { (due(v, one)) } })
    });
    Table::new(l.t("submission-open"), &columns, rows.collect()).nothing(nothing).draw(l)
}

/// What the council carried and a level above decides.
fn may_go(v: &Visit, waiting: &[Nomination]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("submission-who")),
        Column::new(l.t("submission-award")),
        Column::new(l.t("submission-step")),
    ];
    let may = v.may(Act::KeepCouncil);
    let rows = waiting.iter().map(|one| {
        let form = html! {
            @if may {
                form method="post" action="/trinh-cap-tren" {
                    (csrf::token_field(v.form_token()))
                    input type="hidden" name="nomination" value=(one.id);
                    (button(l.t("submission-begin")))
                }
            } @else { span.quiet { (l.t("submission-waits")) } }
        };
        Cells::new()
            .link(&format!("/khen-thuong/{}", one.id), &one.contestant.name)
            .text(&award(v, &one.award))
            .markup(form)
    });
    Table::new(l.t("submission-ready"), &columns, rows.collect()).draw(l)
}

fn ended(v: &Visit, over: &[Submission], paging: &Paging, count: Count) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("submission-who")),
        Column::new(l.t("submission-award")),
        Column::new(l.t("submission-result")),
    ];
    let rows = over.iter().map(|one| {
        Cells::new()
            .link(&address(&one.id), &who(v, one))
            .text(&award(v, &one.award))
            .markup(stage_tag(v, one))
    });
    Table::new(l.t("submission-over"), &columns, rows.collect()).paged(paging, count).draw(l)
}

pub(super) fn open(v: &Visit, form: &Form) -> Reply {
    let id = open_it(&v.app, v.person()?, form.text("nomination"))?;
    go(&format!("{}?xong=submission", address(&id)))
}
