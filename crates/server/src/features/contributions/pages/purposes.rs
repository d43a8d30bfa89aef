//! What each purpose received, in natural units: nobody is ranked, nothing is added across units.

use super::super::{PurposeTotal, by_purpose};
use super::{movement, quantity, tabs};
use crate::visit::{Reply, Visit, show};
use crate::web::Form;
use crate::web::ui::{Cells, Column, Table};
use maud::html;

pub(super) fn purposes(v: &Visit) -> Reply {
    let l = v.l;
    let movement = movement(v)?;
    let found = by_purpose(&v.app, v.person()?, &movement.id)?;
    let columns = [
        Column::new(l.t("contribution-purpose")),
        Column::new(l.t("contribution-village")),
        Column::new(l.t("purpose-received")),
    ];
    let rows = found.iter().map(|one| {
        let mut query = Form::default();
        query.set("viec", &one.purpose);
        let href = format!("/nguon-luc?{}", query.encode());
        Cells::new().link(&href, &one.purpose).text(&one.village).text(&received(one))
    });
    let body = html! {
        (tabs(v))
        (Table::new(l.t("purposes-title"), &columns, rows.collect()).draw(l))
    };
    show(v.page(l.t("way-contributions")), body)
}

fn received(one: &PurposeTotal) -> String {
    let parts = one.quantities.iter().map(|(_, amount)| quantity(*amount));
    parts.collect::<Vec<_>>().join("; ")
}
