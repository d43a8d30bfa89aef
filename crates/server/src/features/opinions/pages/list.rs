//! What an officer is or was asked.

use chungsuc_domain::date::show_date;
use maud::html;

use super::super::mine;
use super::{shown, state_tag};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Column, Table, empty};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let all = mine(&v.app, v.person()?)?;
    let columns = [
        Column::new(l.t("nomination-who")),
        Column::new(l.t("column-state")),
        Column::new(l.t("opinion-asked-on")),
        Column::new(l.t("opinion-due")),
    ];
    let rows = all.iter().map(|one| {
        Cells::new()
            .link(&format!("/y-kien/{}", one.id), &one.nominee)
            .markup(state_tag(v, one.state))
            .text(&show_date(one.asked_on))
            .markup(shown::when(v, one))
    });
    let nothing = empty(l.t("opinion-mine-none"), l.t("opinion-mine-none-hint"), None);
    let table = Table::new(l.t("way-opinions"), &columns, rows.collect()).nothing(nothing).draw(l);
    show(v.page(l.t("way-opinions")), html! { p.lead { (l.t("opinion-mine-lead")) } (table) })
}
