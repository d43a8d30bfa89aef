//! The pages of the directory.

mod bodies;
mod finder;
mod households;
mod persons;

pub(crate) use finder::finder;

use chungsuc_domain::text;
use maud::{Markup, html};

use super::{LookAlike, Wanted};
use crate::access::Act;
use crate::features::units;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, go};
use crate::web::ui::{Choice, Field, Kind, Tone, notice};
use crate::web::{Errors, Form, PageError, Paging};

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadDirectory);
    let keep = Gate::May(Act::KeepDirectory);
    Routes::default()
        .page("/danh-ba", read, |_| go("/danh-ba/ca-nhan"))
        .page("/danh-ba/ca-nhan", read, persons::list)
        .page("/danh-ba/ca-nhan/them", keep, persons::new)
        .deed("/danh-ba/ca-nhan/them", keep, persons::add)
        .page("/danh-ba/ca-nhan/{ma}", read, persons::record)
        .page("/danh-ba/ca-nhan/{ma}/sua", keep, persons::edit)
        .deed("/danh-ba/ca-nhan/{ma}/sua", keep, persons::correct)
        .page("/danh-ba/ho", read, households::list)
        .page("/danh-ba/ho/them", keep, households::new)
        .deed("/danh-ba/ho/them", keep, households::add)
        .page("/danh-ba/ho/{ma}", read, households::record)
        .page("/danh-ba/ho/{ma}/sua", keep, households::edit)
        .deed("/danh-ba/ho/{ma}/sua", keep, households::correct)
        .deed("/danh-ba/ho/{ma}/dien", Gate::May(Act::SeeHouseholdMarks), households::set_marks)
        .page("/danh-ba/co-quan", read, bodies::list)
        .page("/danh-ba/co-quan/them", keep, bodies::new)
        .deed("/danh-ba/co-quan/them", keep, bodies::add)
        .page("/danh-ba/co-quan/{ma}", read, bodies::record)
        .page("/danh-ba/co-quan/{ma}/sua", keep, bodies::edit)
        .deed("/danh-ba/co-quan/{ma}/sua", keep, bodies::correct)
}

/// The three lists, as tabs above each of them.
fn tabs(v: &Visit) -> Markup {
    let l = v.l;
    let tabs = [
        ("/danh-ba/ca-nhan", l.t("directory-persons")),
        ("/danh-ba/ho", l.t("directory-households")),
        ("/danh-ba/co-quan", l.t("directory-bodies")),
    ];
    html! {
        nav.tabs aria-label=(l.t("directory-title")) {
            @for (href, label) in tabs {
                a href=(href) aria-current=[(v.path == href).then_some("page")] { (label) }
            }
        }
    }
}

/// The filters that lists share: words of the name, and a village.
fn filters(v: &Visit) -> Result<Markup, PageError> {
    let (l, errors) = (v.l, Errors::default());
    let villages = village_choices(v, Act::ReadDirectory)?;
    Ok(html! {
        (Field::new("ten", l.t("directory-name")).draw(l, &v.query, &errors))
        (Field::new("lang-o", l.t("directory-village"))
            .kind(Kind::Select(villages))
            .draw(l, &v.query, &errors))
    })
}

fn wanted(v: &Visit) -> Wanted {
    let text = text::nfc(v.query.text("ten"));
    Wanted { text, village: v.query.filled("lang-o").map(str::to_owned) }
}

fn paging(v: &Visit) -> Paging {
    Paging::parse(&v.path, &v.query, &[])
}

fn village_choices(v: &Visit, act: Act) -> Result<Vec<Choice>, PageError> {
    let villages = units::villages_for(&v.app, v.person()?, act)?;
    Ok(villages.into_iter().map(|unit| Choice::new(unit.code, unit.name)).collect())
}

/// Those who may be the same, with the way to each, and the button that says it is somebody else.
fn warning(v: &Visit, alike: &[LookAlike], base: &str) -> Markup {
    let l = v.l;
    html! {
        @if !alike.is_empty() {
            (notice(Tone::Warning, &html! {
                p { (l.t("directory-alike")) }
                ul { @for one in alike { li { a href={ (base) (one.id) } { (one.name) } } } }
                label {
                    input type="checkbox" name="surely" value="1"; " " (l.t("directory-surely"))
                }
            }))
        }
    }
}

/// The state of the record that a form was filled from.
fn version(form: &Form) -> i64 {
    form.text("version").parse().unwrap_or_default()
}

/// Leads to the record just saved.
fn saved(base: &str, id: &str) -> Reply {
    go(&format!("{base}{id}?xong=directory"))
}
