//! What would be if units merged: read only.

use maud::html;

use super::super::trial;
use super::{chosen, hub, region, table};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Tone, notice};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, id) = (v.l, chosen(v));
    let set = v.app.catalog.standard(&id).ok_or(Refusal::NotFound)?;
    let codes: Vec<&str> = v.query.all("dv").collect();
    let found = trial(&v.app, v.person()?, &codes, &id, region(v, set))?;
    let names: Vec<&str> = found.origins.iter().map(|it| it.unit.name.as_str()).collect();
    let body = html! {
        p.lead { (l.t("trial-lead")) }
        (hub::trial_form(v)?)
        @if found.origins.len() < 2 {
            (notice(Tone::Warning, &html! { (l.t("trial-two")) }))
        } @else {
            h2 { (names.join(" + ")) }
            (table::summary(v, &found.outlook, "/tieu-chi/sap-nhap/thu"))
            (table::lines(v, set, &found.outlook, &found.origins))
        }
    };
    show(v.page(l.t("trial-title")).back("/tieu-chi/sap-nhap", l.t("succession-title")), body)
}
