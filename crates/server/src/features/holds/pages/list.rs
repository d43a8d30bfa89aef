//! The register: who is held, searched and filtered.

use chungsuc_domain::date::show_date;
use maud::html;

use super::super::{Hold, Stand, list};
use super::{REGISTER, kind_name, stand};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Table, button_link, buttons, empty, filter,
};
use crate::web::{Errors, Paging};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, none) = (v.l, Errors::default());
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let asked = Stand::from_code(v.query.text("trang-thai"));
    let (holds, count) = list(&v.app, v.person()?, v.query.text("ten"), asked, &paging)?;
    let columns = [
        Column::new(l.t("hold-who")),
        Column::new(l.t("hold-kind")),
        Column::new(l.t("hold-since")),
        Column::new(l.t("hold-paper")),
        Column::new(l.t("column-state")),
    ];
    let row = |hold: &Hold| {
        let cells = Cells::new().link(&format!("{REGISTER}/{}", hold.id), &hold.name);
        let cells = cells.text(kind_name(v, hold)).text(&show_date(hold.since));
        cells.text(&hold.paper).markup(stand(v, hold))
    };
    let stands = Stand::ALL.iter();
    let stands = stands.map(|one| Choice::new(one.code(), l.word("hold-stand-", one.code())));
    let questions = [
        Field::new("ten", l.t("register-name")),
        Field::new("trang-thai", l.t("column-state")).kind(Kind::Select(stands.collect())),
    ];
    let nothing = empty(l.t("holds-none"), l.t("holds-none-hint"), None);
    let table = Table::new(l.t("holds-title"), &columns, holds.iter().map(row).collect());
    let body = html! {
        p.lead { (l.t("holds-lead")) }
        (buttons(&[button_link(&format!("{REGISTER}/ghi"), l.t("hold-enter"))]))
        (filter(l, &paging, html! { @for one in &questions { (one.draw(l, &v.query, &none)) } }))
        (table.nothing(nothing).paged(&paging, count).draw(l))
    };
    show(v.page(l.t("holds-title")), body)
}
