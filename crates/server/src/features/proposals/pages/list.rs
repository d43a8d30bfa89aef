//! What people have told, for the office.

use chungsuc_domain::date::show_date;
use maud::html;

use super::super::list;
use super::{LIST, PUBLIC, address, state_tag};
use crate::access::Act;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Table, button_link, buttons, empty};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let found = list(&v.app, v.person()?)?;
    let columns = [
        Column::new(l.t("proposal-who")),
        Column::new(l.t("proposal-village")),
        Column::new(l.t("proposal-received")),
        Column::new(l.t("column-state")),
    ];
    let rows = found.iter().map(|one| {
        Cells::new()
            .link(&address(&one.id), &one.who)
            .text(one.village_name.as_deref().unwrap_or("–"))
            .text(&show_date(one.received_on))
            .markup(state_tag(v, one.state))
    });
    let nothing = empty(l.t("proposal-none"), l.t("proposal-none-hint"), None);
    let body = html! {
        p.lead { (l.t("proposal-list-lead")) " " a href=(PUBLIC) { (l.t("proposal-public")) } }
        @if v.may(Act::EnterProposals) {
            (buttons(&[button_link(&format!("{LIST}/nhap"), l.t("proposal-enter"))]))
        }
        (Table::new(l.t("way-proposals"), &columns, rows.collect()).nothing(nothing).draw(l))
    };
    show(v.page(l.t("way-proposals")), body)
}
