//! The ledger: every entry, the newest first.

use chungsuc_domain::date::show_date;
use chungsuc_domain::fund::Matter;
use maud::{Markup, html};

use super::super::{Entry, Wanted, ledger, year};
use super::tabs;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, Tone, filter, tag_of};
use crate::web::{Errors, PageError, Paging, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let wanted = Wanted {
        year: v.query.text("nam").parse().ok(),
        matter: Matter::from_code(v.query.text("loai")),
    };
    let (entries, count) = ledger(&v.app, v.person()?, wanted, &paging)?;
    let heads = [
        l.t("fund-day"),
        l.t("fund-matter"),
        l.t("fund-what"),
        l.t("fund-paper"),
        l.t("fund-amount-dong"),
    ];
    if paging.wants_csv() {
        return Ok(csv_reply("so-quy", &heads, entries.iter().map(|one| cells(v, one))));
    }
    let columns = heads.map(Column::new);
    let [day, matter, what, paper, amount] = columns;
    let columns = [day, matter, what, paper, amount.numeric()];
    let rows = entries.iter().map(|one| {
        let [day, matter, what, paper, amount] = cells(v, one);
        Cells::new()
            .link(&format!("/quy/so/{}", one.id), &day)
            .markup(html! { (matter) (mark(v, one)) })
            .text(&what)
            .text(&paper)
            .text(&amount)
    });
    let body = html! {
        (tabs(v))
        (filter(l, &paging, filters(v)?))
        (Table::new(l.t("fund-tab-ledger"), &columns, rows.collect()).paged(&paging, count).draw(l))
    };
    show(v.page(l.t("way-fund")), body)
}

/// Day, matter, name or purpose, paper and amount, as they are shown.
fn cells(v: &Visit, one: &Entry) -> [String; 5] {
    let what = [one.name.as_str(), one.note.as_str()];
    let what: Vec<&str> = what.into_iter().filter(|part| !part.is_empty()).collect();
    [
        show_date(one.on),
        v.l.word("fund-matter-", one.matter.code()).to_owned(),
        what.join(" – "),
        one.paper.clone(),
        one.amount.to_string(),
    ]
}

/// Whether an entry was taken back, or takes one back.
pub(super) fn mark(v: &Visit, one: &Entry) -> Markup {
    html! {
        @if one.reverses.is_some() {
            " " (tag_of(Tone::Warning, "↩", v.l.t("fund-reversal")))
        } @else if one.reversed_by.is_some() {
            " " (tag_of(Tone::Plain, "✕", v.l.t("fund-taken-back")))
        }
    }
}

fn filters(v: &Visit) -> Result<Markup, PageError> {
    let (l, none) = (v.l, Errors::default());
    let known = year(&v.app, v.person()?, v.app.today().year())?.years;
    let years = known.iter().map(|year| Choice::new(year.to_string(), year.to_string()));
    let matters = Matter::ALL.iter();
    let matters = matters.map(|one| Choice::new(one.code(), l.word("fund-matter-", one.code())));
    let questions = [
        Field::new("nam", l.t("fund-year")).kind(Kind::Select(years.collect())),
        Field::new("loai", l.t("fund-matter")).kind(Kind::Select(matters.collect())),
    ];
    Ok(html! { @for question in &questions { (question.draw(l, &v.query, &none)) } })
}
