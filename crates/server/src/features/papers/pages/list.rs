//! The list of the registry.

use maud::html;

use super::super::{Direction, Paper, PaperKind, Wanted, list, years};
use super::{address, day_of, direction_of, number_of};
use crate::access::Act;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, State, Table, button_link, buttons, empty, filter, tag,
};
use crate::web::{Errors, PageError, Paging, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let wanted = Wanted {
        words: v.query.text("tu"),
        kind: PaperKind::from_code(v.query.text("loai")),
        direction: Direction::from_code(v.query.text("huong")),
        year: v.query.text("nam").parse().ok(),
    };
    let (papers, count) = list(&v.app, v.person()?, wanted, &paging)?;
    let heads = [
        l.t("paper-number"),
        l.t("paper-day"),
        l.t("paper-kind"),
        l.t("paper-title"),
        l.t("paper-issuer"),
        l.t("paper-direction"),
    ];
    if paging.wants_csv() {
        let heads = [heads.as_slice(), &[l.t("column-state")]].concat();
        let rows = papers.iter().map(|paper| {
            let state = if paper.withdrawn.is_some() { l.t("paper-withdrawn") } else { "" };
            [cells(v, paper).as_slice(), &[state.to_owned()]].concat()
        });
        return Ok(csv_reply("van-ban", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = papers.iter().map(|paper| {
        let [number, day, kind, title, issuer, direction] = cells(v, paper);
        let title = html! {
            (title) @if paper.withdrawn.is_some() { " " (tag(l, State::Revoked)) }
        };
        let row = Cells::new().link(&address(&paper.id), &number).text(&day).text(&kind);
        row.markup(title).text(&issuer).text(&direction)
    });
    let nothing = empty(l.t("papers-none"), l.t("papers-none-hint"), None);
    let table = Table::new(l.t("papers-title"), &columns, rows.collect());
    let body = html! {
        @if v.may(Act::RegisterPapers) {
            (buttons(&[button_link("/van-ban/ghi", l.t("paper-enter"))]))
        }
        (filter(l, &paging, filters(v)?))
        (table.paged(&paging, count).nothing(nothing).draw(l))
    };
    show(v.page(l.t("papers-title")), body)
}

/// Number, day, kind, title, issuer and way, as they are shown.
fn cells(v: &Visit, paper: &Paper) -> [String; 6] {
    let kind = v.l.word("paper-kind-", paper.kind.code()).to_owned();
    let (title, issuer) = (paper.title.clone(), paper.issuer.clone());
    [number_of(v, paper), day_of(paper), kind, title, issuer, direction_of(v, paper)]
}

fn filters(v: &Visit) -> Result<maud::Markup, PageError> {
    let l = v.l;
    let years = years(&v.app, v.person()?)?.into_iter();
    let years = years.map(|year| Choice::new(year.to_string(), year.to_string())).collect();
    let fields = [
        Field::new("tu", l.t("paper-words")),
        Field::new("loai", l.t("paper-kind")).kind(Kind::Select(kinds(v))),
        Field::new("huong", l.t("paper-direction")).kind(Kind::Select(directions(v))),
        Field::new("nam", l.t("paper-year")).kind(Kind::Select(years)),
    ];
    Ok(html! { @for field in &fields { (field.draw(l, &v.query, &Errors::default())) } })
}

pub(super) fn kinds(v: &Visit) -> Vec<Choice> {
    let word = |kind: PaperKind| Choice::new(kind.code(), v.l.word("paper-kind-", kind.code()));
    PaperKind::all().map(word).collect()
}

pub(super) fn directions(v: &Visit) -> Vec<Choice> {
    let word = |way: &Direction| Choice::new(way.code(), v.l.word("direction-", way.code()));
    Direction::ALL.iter().map(word).collect()
}
