//! The lists that were opened.

use maud::html;

use super::super::{Consultation, of_commune};
use super::{LIST, PUBLIC, address, state_tag};
use crate::access::Act;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Table, button_link, buttons, empty};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let all = of_commune(&v.app, &v.person()?.commune)?;
    let columns = [
        Column::new(l.t("consultation-name")),
        Column::new(l.t("consultation-days")),
        Column::new(l.t("column-state")),
    ];
    let rows = all.iter().map(|one: &Consultation| {
        Cells::new()
            .link(&address(&one.id), &one.title)
            .text(&l.days(one.from, Some(one.to)))
            .markup(state_tag(v, one.state))
    });
    let nothing = empty(l.t("consultation-none"), l.t("consultation-none-hint"), None);
    let title = l.t("way-consultations");
    let body = html! {
        p.lead { (l.t("consultation-lead")) " " a href=(PUBLIC) { (l.t("consultation-public")) } }
        @if v.may(Act::KeepConsultations) {
            (buttons(&[button_link(&format!("{LIST}/lap"), l.t("consultation-new"))]))
        }
        (Table::new(title, &columns, rows.collect()).nothing(nothing).draw(l))
    };
    show(v.page(title), body)
}
