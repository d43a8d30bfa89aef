//! The registry of papers, and one paper.

use chungsuc_domain::date;
use maud::html;

use super::{KINDS, Paper, RECORD, find, list};
use crate::access::Act;
use crate::features::journal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Fact, Field, Kind, Table, facts, filter};
use crate::web::{Errors, Paging, csv_reply};

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadMovements);
    Routes::default().page("/van-ban", read, registry).page("/van-ban/{ma}", read, record)
}

fn registry(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let kind = v.query.filled("loai").filter(|kind| KINDS.contains(kind));
    let (papers, count) = list(&v.app, v.person()?, v.query.text("tu"), kind, &paging)?;
    let heads = [
        l.t("paper-number"),
        l.t("paper-day"),
        l.t("paper-kind"),
        l.t("paper-title"),
        l.t("paper-issuer"),
    ];
    if paging.wants_csv() {
        let rows = papers.iter().map(|paper| cells(v, paper));
        return Ok(csv_reply("van-ban", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = papers.iter().map(|paper| {
        let [number, day, kind, title, issuer] = cells(v, paper);
        let row = Cells::new().link(&format!("/van-ban/{}", paper.id), &number);
        row.text(&day).text(&kind).text(&title).text(&issuer)
    });
    let kinds = KINDS.map(|kind| Choice::new(kind, l.word("paper-kind-", kind))).to_vec();
    let filters = html! {
        (Field::new("tu", l.t("paper-words")).draw(l, &v.query, &Errors::default()))
        (Field::new("loai", l.t("paper-kind"))
            .kind(Kind::Select(kinds))
            .draw(l, &v.query, &Errors::default()))
    };
    let body = html! {
        (filter(l, &paging, filters))
        (Table::new(l.t("papers-title"), &columns, rows.collect()).paged(&paging, count).draw(l))
    };
    show(v.page(l.t("papers-title")), body)
}

/// Number, day, kind, title and issuer, as they are shown.
fn cells(v: &Visit, paper: &Paper) -> [String; 5] {
    let number = paper.number.clone().unwrap_or_else(|| v.l.t("paper-no-number").to_owned());
    let day = paper.issued_on.map_or_else(|| "–".to_owned(), date::show_date);
    let kind = v.l.word("paper-kind-", &paper.kind).to_owned();
    [number, day, kind, paper.title.clone(), paper.issuer.clone()]
}

fn record(v: &Visit) -> Reply {
    let l = v.l;
    let paper = find(&v.app, v.person()?, v.param("ma"))?;
    let [number, day, kind, title, issuer] = cells(v, &paper);
    let list = [
        Fact::new(l.t("paper-number"), html! { (number) }),
        Fact::new(l.t("paper-day"), html! { (day) }),
        Fact::new(l.t("paper-issuer"), html! { (issuer) }),
        Fact::new(l.t("paper-place"), html! { (paper.place) }),
        Fact::new(l.t("paper-title"), html! { (title) }),
        Fact::new(l.t("paper-signer"), html! { (paper.signer_post) " – " (paper.signer_name) }),
        Fact::new(
            l.t("paper-bases"),
            html! {
                @if paper.bases.is_empty() { "–" }
                ul.plain {
                    @for basis in &paper.bases {
                        li {
                            (basis.kind) " " (basis.number)
                            @if let Some(day) = basis.issued_on { " " (date::show_date(day)) }
                            " – " (basis.issuer)
                        }
                    }
                }
            },
        ),
        Fact::new(
            l.t("paper-recipients"),
            html! {
                @if paper.recipients.is_empty() { "–" }
                ul.plain { @for name in &paper.recipients { li { (name) } } }
            },
        ),
    ];
    let body = html! { (facts(&list)) (journal::history(v, RECORD, &paper.id)?) };
    let title = format!("{kind} {number}");
    show(v.page(&title).back("/van-ban", l.t("papers-title")), body)
}
