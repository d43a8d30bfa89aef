//! One new unit: its parts, its figures explained from them, what is still to be said.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{
    ANSWER, Origin, Outlook, Succession, find, outlook, take_over as take, to_take,
};
use super::{chosen, region, regions, sets, table};
use crate::access::{Act, Place};
use crate::features::journal;
use crate::features::standards::{self, grid::GridKey};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::{
    Cells, Column, Field, Kind, Table, Tone, button, button_link, buttons, filter, notice,
};
use crate::web::{Errors, Form, PageError, Paging, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person, id) = (v.l, v.person()?, chosen(v));
    let succession = find(&v.app, person, v.param("dv"), &id)?;
    let set = v.app.catalog.standard(&id).ok_or(Refusal::NotFound)?;
    let outlook = outlook(&v.app, person, &succession, &id, region(v, set))?;
    let unit = &succession.unit;
    let may = person.may(Act::EnterValues, Place::village(&person.commune, &unit.code));
    let base = format!("/tieu-chi/sap-nhap/{}", unit.code);
    let mut query = v.query.clone();
    query.set("bo", &id);
    let fields = html! { (sets(v).draw(l, &query, &Errors::default())) (regions(v, set)) };
    let body = html! {
        p.lead { (l.with("succession-of", &[
            ("day", date::show_date(succession.first_day).into()),
            ("names", names(&succession).into()),
        ])) }
        (filter(l, &Paging::parse(&base, &v.query, &[]), fields))
        (table::summary(v, &outlook, &format!("{base}?bo={id}")))
        (origins(v, &succession.origins, &id))
        @if succession.is_divided() {
            (notice(Tone::Plain, &html! { (l.t("succession-divided")) }))
        }
        @if may { (steps(v, &succession, &outlook, &id)?) }
        (table::lines(v, set, &outlook, &succession.origins))
        (journal::history(v, ANSWER, &format!("{}/{id}", unit.code))?)
    };
    let title = l.with("succession-title-of", &[("unit", unit.name.as_str().into())]);
    show(v.page(&title).back("/tieu-chi/sap-nhap", l.t("succession-title")), body)
}

fn names(of: &Succession) -> String {
    of.origins.iter().map(|it| it.unit.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The old units, each with the door to what it left.
fn origins(v: &Visit, origins: &[Origin], standard: &str) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("succession-old")),
        Column::new(l.t("succession-figures")).numeric(),
        Column::new(l.t("succession-source")),
    ];
    let whole = v.may(Act::EnterValues)
        && v.person().is_ok_and(|it| it.villages_for(Act::EnterValues).is_none());
    let rows = origins.iter().map(|origin| {
        let unit = &origin.unit;
        let bring = format!("/tieu-chi/sap-nhap/so-lieu/{}?bo={standard}", unit.code);
        let is_old = v.person().is_ok_and(|person| person.commune != unit.code);
        let paper = l.with("succession-on-paper", &[("count", origin.on_paper.into())]);
        let source = html! {
            (if origin.on_paper > 0 { paper.as_str() } else { l.t("succession-here") })
            @if whole && is_old { " " a href=(bring) { (l.t("paper-open")) span.hidden { ": " (unit.name) } } }
        };
        Cells::new()
            .link(&format!("/don-vi/{}", unit.code), &unit.name)
            .number(l, origin.figures.len() as u64)
            .markup(source)
    });
    Table::new(l.t("succession-parts"), &columns, rows.collect()).draw(l)
}

/// What can be done next: say what is open, take over what is known.
fn steps(
    v: &Visit,
    of: &Succession,
    outlook: &Outlook,
    standard: &str,
) -> Result<Markup, PageError> {
    let l = v.l;
    let open = outlook.lines.iter().filter(|line| line.is_open()).count();
    let known = outlook.lines.len() - open;
    let base = format!("/tieu-chi/sap-nhap/{}", of.unit.code);
    let year = of.first_day.year().to_string();
    let form = Form::from_pairs([("bo", standard), ("ky", year.as_str())]);
    let to_take = to_take(&v.app, v.person()?, of, outlook, GridKey { standard, period: &year })?;
    let act = l.with(
        "succession-take-over",
        &[("count", to_take.into()), ("period", standards::period_word(v, &year).into())],
    );
    Ok(html! {
        p { (l.with("succession-still", &[("open", open.into()), ("known", known.into())])) }
        (buttons(&[button_link(&format!("{base}/tra-loi?bo={standard}"), l.t("succession-say"))]))
        @if to_take > 0 {
            form.consequence method="post" action={ (base) "/nhan" } {
                (csrf::token_field(v.form_token()))
                @for name in ["bo", "ky"] {
                    (Field::new(name, "").kind(Kind::Hidden).draw(l, &form, &Errors::default()))
                }
                p { (l.t("succession-take-over-consequence")) }
                (buttons(&[button(&act)]))
            }
        }
    })
}

pub(super) fn take_over(v: &Visit, form: &Form) -> Reply {
    let (standard, period) = (form.text("bo"), form.text("ky"));
    let key = GridKey { standard, period };
    take(&v.app, v.person()?, v.param("dv"), key)?;
    let unit = v.param("dv");
    go(&format!("/tieu-chi/nhap?bo={standard}&ky={period}&lang={unit}&xong=succession-taken"))
}
