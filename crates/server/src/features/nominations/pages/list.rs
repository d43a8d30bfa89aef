//! The list of nominations.

use chungsuc_domain::date;
use maud::html;

use super::super::{Nomination, State, list as all};
use super::state_tag;
use crate::access::Act;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button_link, filter};
use crate::web::{Errors, Paging, csv_reply};

pub(super) fn list(v: &Visit) -> Reply {
    let l = v.l;
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let found = all(&v.app, v.person()?, State::from_code(v.query.text("trang-thai")))?;
    let heads = [
        l.t("nomination-who"),
        l.t("nomination-award"),
        l.t("nomination-by"),
        l.t("nomination-day"),
        l.t("column-state"),
    ];
    if paging.wants_csv() {
        let rows = found.iter().map(|one| {
            let [who, award, by, day] = cells(v, one);
            [who, award, by, day, l.word("nomination-state-", one.state.code()).to_owned()]
        });
        return Ok(csv_reply("de-nghi-khen-thuong", &heads, rows));
    }
    let columns = heads.map(Column::new);
    let rows = found.iter().map(|one| {
        let [who, award, by, day] = cells(v, one);
        let row = Cells::new().link(&format!("/khen-thuong/{}", one.id), &who);
        row.text(&award).text(&by).text(&day).markup(state_tag(v, one.state))
    });
    let states = State::ALL.iter();
    let states =
        states.map(|state| Choice::new(state.code(), l.word("nomination-state-", state.code())));
    let filters = Field::new("trang-thai", l.t("column-state"))
        .kind(Kind::Select(states.collect()))
        .draw(l, &v.query, &Errors::default());
    let body = html! {
        @if v.may(Act::Nominate) {
            p { (button_link("/khen-thuong/de-nghi", l.t("nomination-new"))) }
        }
        (filter(l, &paging, filters))
        (Table::new(l.t("way-nominations"), &columns, rows.collect()).draw(l))
        p { a href=(paging.csv_link()) download { (l.t("table-export")) } }
    };
    show(v.page(l.t("way-nominations")), body)
}

/// Who, which award, by whom and when, as they are shown.
fn cells(v: &Visit, one: &Nomination) -> [String; 4] {
    let award = v.app.catalog.award(&one.award).map(|award| award.form.name.clone());
    let day = date::show_date(one.proposed_on);
    [one.contestant.name.clone(), award.unwrap_or_default(), one.proposed_by.clone(), day]
}
