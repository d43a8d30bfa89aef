//! Units that came out of others, the neighbours whose figures may be brought, and the try of a merger.

use chungsuc_domain::{SubjectKind, date};
use maud::{Markup, html};

use super::super::{neighbours, new_units};
use super::{fitting, sets};
use crate::access::Act;
use crate::features::standards;
use crate::features::units::{self, Unit};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button, buttons, empty};
use crate::web::{Errors, PageError};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let whole = v.person()?.villages_for(Act::ReadStandards).is_none();
    let body = html! {
        p.lead { (l.t("succession-lead")) }
        (came(v)?)
        @if whole {
            h2 { (l.t("trial-title")) }
            p { (l.t("trial-lead")) }
            (trial_form(v)?)
            (beside(v)?)
        }
    };
    show(v.page(l.t("succession-title")).back("/tieu-chi", l.t("way-standards")), body)
}

/// The units that came out of others, each with its parts.
fn came(v: &Visit) -> Result<Markup, PageError> {
    let l = v.l;
    let columns = [
        Column::new(l.t("succession-unit")),
        Column::new(l.t("succession-from")),
        Column::new(l.t("succession-since")),
    ];
    let found = new_units(&v.app, v.person()?)?;
    let rows = found.iter().map(|(unit, old)| {
        let last = old.iter().filter_map(|one| one.valid_to).max();
        let since = last.and_then(|last| last.tomorrow().ok());
        let set = fitting(v, unit, since.unwrap_or_else(|| v.app.today()));
        let names: Vec<&str> = old.iter().map(|one| one.name.as_str()).collect();
        Cells::new()
            .link(&format!("/tieu-chi/sap-nhap/{}?bo={set}", unit.code), &unit.name)
            .text(&names.join(", "))
            .text(&since.map_or_else(|| "–".to_owned(), date::show_date))
    });
    let nothing = empty(l.t("succession-none"), l.t("succession-none-hint"), None);
    let table = Table::new(l.t("succession-units"), &columns, rows.collect());
    Ok(html! { (table.nothing(nothing).draw(l)) })
}

/// Which units to put together; the same form stands above the result.
pub(super) fn trial_form(v: &Visit) -> Result<Markup, PageError> {
    let (l, none) = (v.l, Errors::default());
    let mut query = v.query.clone();
    query.set("bo", standards::chosen(v));
    let mut all = units::territories(&v.app, v.person()?)?;
    let have = super::super::bring::units_with_figures(&v.app, v.person()?, standards::chosen(v))?;
    all.extend(neighbours(&v.app, v.person()?)?.into_iter().filter(|it| have.contains(&it.code)));
    let set = v.app.catalog.standard(standards::chosen(v));
    // A set of villages says nothing of a commune.
    let of_villages = set.is_some_and(|set| set.head().value.subject == SubjectKind::Village);
    let own = &v.person()?.commune;
    all.retain(|unit| !of_villages || unit.code != *own);
    let choice = |unit: &Unit| Choice::new(&unit.code, &unit.name);
    let choices = all.iter().map(choice).collect();
    Ok(html! {
        form.filter method="get" action="/tieu-chi/sap-nhap/thu" {
            (sets(v).draw(l, &query, &none))
            @if let Some(set) = set { (super::regions(v, set)) }
            (Field::new("dv", l.t("trial-units")).kind(Kind::Checkboxes(choices)).draw(l, &query, &none))
            (buttons(&[button(l.t("trial-see"))]))
        }
    })
}

/// Neighbours, with the door to their figures.
fn beside(v: &Visit) -> Result<Markup, PageError> {
    let l = v.l;
    let units = neighbours(&v.app, v.person()?)?;
    let may = v.may(Act::EnterValues);
    Ok(html! {
        @if may && !units.is_empty() {
            h2 { (l.t("neighbour-title")) }
            p { (l.t("paper-lead")) }
            ul.plain {
                @for unit in &units {
                    @let day = unit.valid_to.unwrap_or_else(|| v.app.today());
                    li {
                        a href={ "/tieu-chi/sap-nhap/so-lieu/" (unit.code) "?bo=" (fitting(v, unit, day)) } {
                            (unit.name)
                        }
                        " " span.quiet { (l.days(unit.valid_from, unit.valid_to)) }
                    }
                }
            }
        }
    })
}
