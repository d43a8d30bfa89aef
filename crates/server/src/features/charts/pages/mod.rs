//! The pages of charts.

mod commune;
mod map;
mod unit;

use maud::{Markup, html};

use crate::access::Act;
use crate::features::standards;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::Errors;
use crate::web::ui::{Choice, Field, Kind};

/// The charts of the commune.
const CHARTS: &str = "/tieu-chi/bieu-do";

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadStandards);
    Routes::default().page("/tieu-chi/bieu-do", read, commune::page).page(
        "/tieu-chi/bieu-do/{dv}",
        read,
        unit::page,
    )
}

/// The standard that the reader chose, or the usual one.
fn chosen(v: &Visit) -> &str {
    let known = |id: &&str| v.app.catalog.standard(id).is_some();
    v.query.filled("bo").filter(known).unwrap_or_else(|| standards::usual(&v.app))
}

/// The question which standard is wanted.
fn choice_of_standard(v: &Visit, standard: &str) -> Markup {
    let sets = v.app.catalog.standards();
    let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
    let mut query = v.query.clone();
    query.set("bo", standard);
    let field = Field::new("bo", v.l.t("standard-name")).kind(Kind::Select(sets));
    html! { (field.draw(v.l, &query, &Errors::default())) }
}
