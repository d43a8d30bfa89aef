//! The list of letters.

use chungsuc_domain::date::show_date;
use maud::html;

use super::super::{Letter, State, Wanted, list, writing};
use super::{address, state_of};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, empty, filter, tag};
use crate::web::{Errors, Paging, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let wanted = Wanted {
        words: v.query.text("tu"),
        sort: v.query.filled("mau"),
        state: State::from_code(v.query.text("trang-thai")),
    };
    let (letters, count) = list(&v.app, v.person()?, wanted, &paging)?;
    let heads = [
        l.t("letter-title"),
        l.t("letter-sort"),
        l.t("letter-number"),
        l.t("letter-day"),
        l.t("column-state"),
    ];
    if paging.wants_csv() {
        let rows = letters.iter().map(|letter| {
            let [title, sort, number, day] = cells(v, letter);
            [title, sort, number, day, l.t(state_of(letter.state).key()).to_owned()]
        });
        return Ok(csv_reply("van-ban-soan-tu-mau", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = letters.iter().map(|letter| {
        let [title, sort, number, day] = cells(v, letter);
        let row = Cells::new().link(&address(&letter.id), &title).text(&sort).text(&number);
        row.text(&day).markup(tag(l, state_of(letter.state)))
    });
    let nothing = empty(l.t("letters-none"), l.t("letters-none-hint"), None);
    let table = Table::new(l.t("letters-title"), &columns, rows.collect());
    let body = html! {
        p.lead { (l.t("letters-lead")) }
        (filter(l, &paging, filters(v)))
        (table.paged(&paging, count).nothing(nothing).draw(l))
    };
    show(v.page(l.t("letters-title")), body)
}

/// Title, sort, number and day, as they are shown.
fn cells(v: &Visit, letter: &Letter) -> [String; 4] {
    let dash = || "–".to_owned();
    let number = letter.full_number().unwrap_or_else(dash);
    let day = letter.issued_on.map_or_else(dash, show_date);
    let sort = v.l.word("letter-sort-", letter.sort.code).to_owned();
    [letter.title.clone(), sort, number, day]
}

fn filters(v: &Visit) -> maud::Markup {
    let l = v.l;
    let sorts = writing::codes().map(|code| Choice::new(code, l.word("letter-sort-", code)));
    let states = State::ALL.iter();
    let states = states.map(|one| Choice::new(one.code(), l.t(state_of(*one).key())));
    let fields = [
        Field::new("tu", l.t("letter-words")),
        Field::new("mau", l.t("letter-sort")).kind(Kind::Select(sorts.collect())),
        Field::new("trang-thai", l.t("column-state")).kind(Kind::Select(states.collect())),
    ];
    html! { @for field in &fields { (field.draw(l, &v.query, &Errors::default())) } }
}
