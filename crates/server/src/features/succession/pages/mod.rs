//! The pages of succession.

mod ask;
mod hub;
mod paper;
mod record;
mod table;
mod trial;

use chungsuc_domain::standard::Standard;
use chungsuc_domain::{SubjectKind, UnitKind};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::access::Act;
use crate::features::standards;
use crate::features::units::Unit;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::Errors;
use crate::web::ui::{Choice, Field, Kind};

pub(crate) fn routes() -> Routes {
    let (read, enter) = (Gate::May(Act::ReadStandards), Gate::May(Act::EnterValues));
    Routes::default()
        .page("/tieu-chi/sap-nhap", read, hub::page)
        .page("/tieu-chi/sap-nhap/thu", read, trial::page)
        .page("/tieu-chi/sap-nhap/so-lieu/{dv}", enter, paper::page)
        .deed("/tieu-chi/sap-nhap/so-lieu/{dv}", enter, paper::bring)
        .page("/tieu-chi/sap-nhap/{dv}", read, record::page)
        .page("/tieu-chi/sap-nhap/{dv}/tra-loi", enter, ask::page)
        .deed("/tieu-chi/sap-nhap/{dv}/tra-loi", enter, ask::answer)
        .deed("/tieu-chi/sap-nhap/{dv}/nhan", enter, record::take_over)
}

/// The set that judges a unit on a day, unless the reader chose another.
fn fitting(v: &Visit, unit: &Unit, day: Date) -> String {
    let subject = match unit.kind == UnitKind::Commune.code() {
        true => SubjectKind::Commune,
        false => SubjectKind::Village,
    };
    let id = |set: &Standard| set.head().id.clone();
    v.app.catalog.standards_on(subject, day).next().map(id).unwrap_or_default()
}

/// The region of the set that the reader chose.
fn region<'a>(v: &'a Visit, set: &Standard) -> Option<&'a str> {
    v.query.filled("vung").filter(|region| set.region(region).is_some())
}

/// The choice of a region, for a set whose thresholds differ by region.
fn regions(v: &Visit, set: &Standard) -> Markup {
    let regions = &set.head().value.regions;
    let choices = regions.iter().map(|it| Choice::new(&it.code, &it.name)).collect();
    html! {
        @if !regions.is_empty() {
            (Field::new("vung", v.l.t("succession-region")).kind(Kind::Select(choices))
                .help(v.l.t("succession-region-help")).draw(v.l, &v.query, &Errors::default()))
        }
    }
}

/// The choice of a standard.
fn sets(v: &Visit) -> Field<'_> {
    let sets = v.app.catalog.standards();
    let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
    Field::new("bo", v.l.t("standard-name")).kind(Kind::Select(sets))
}

fn chosen(v: &Visit) -> String {
    standards::chosen(v).to_owned()
}
