//! Where the commune lies in a set that knows regions.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::{region_name, regions, set, set_address};
use crate::access::Act;
use crate::features::standards::pages::chosen;
use crate::features::standards::rules::{self, Rules, set_region};
use crate::features::{names, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go};
use crate::web::ui::{Cells, Column, Field, Kind, Table, Tone, button, buttons, fields, notice};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// What is written of it, and the form that writes it; nothing for a set without regions.
pub(super) fn section(
    v: &Visit,
    rules: &Rules,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let (l, standard) = (v.l, &rules.standard);
    if standard.head().value.regions.is_empty() {
        return Ok(html! {});
    }
    let here = rules.region(v.app.today());
    Ok(html! {
        h2 { (l.t("region-title")) }
        @match here {
            Some(code) => p { (l.with("region-here", &[("region", region_name(v, standard, Some(code)).into())])) },
            None => (notice(Tone::Warning, &html! { (l.t("region-nowhere")) })),
        }
        (written(v, rules)?)
        @if v.may(Act::KeepStandards) {
            details open[!errors.is_empty()] {
                summary { (l.t("region-write")) }
                (write(v, rules, form, errors))
            }
        }
    })
}

fn written(v: &Visit, rules: &Rules) -> Result<Markup, PageError> {
    let (l, person, standard) = (v.l, v.person()?, &rules.standard);
    let all = rules::regions(&v.app, person, &standard.head().id)?;
    if all.is_empty() {
        return Ok(html! {});
    }
    let people = names::of_accounts(&v.app, &person.commune)?;
    let columns = [
        Column::new(l.t("region")),
        Column::new(l.t("region-from")),
        Column::new(l.t("region-basis")),
        Column::new(l.t("region-unit")),
        Column::new(l.t("region-by")),
    ];
    let mut rows = Vec::new();
    for one in &all {
        let unit = units::find(&v.app, &one.unit)?.map_or_else(String::new, |unit| unit.name);
        let who = people.get(&one.set_by).map_or("–", String::as_str);
        let by = format!("{who}, {}", date::show_date(one.set_on));
        let cells = Cells::new()
            .text(region_name(v, standard, Some(&one.region)))
            .text(&date::show_date(one.from))
            .text(&one.basis)
            .text(&unit)
            .text(&by);
        rows.push(cells);
    }
    Ok(Table::new(l.t("region-written"), &columns, rows).draw(l))
}

fn write(v: &Visit, rules: &Rules, form: &Form, errors: &Errors) -> Markup {
    let (l, standard) = (v.l, &rules.standard);
    let questions = [
        Field::new("region", l.t("region")).kind(Kind::Select(regions(standard))).required(),
        Field::new("from", l.t("region-from")).kind(Kind::Date).required(),
        Field::new("basis", l.t("region-basis")).help(l.t("region-basis-help")).required(),
    ];
    let action = format!("/tieu-chi/bo/vung?bo={}", standard.head().id);
    html! {
        form method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            p.consequence { (l.t("region-consequence")) }
            (buttons(&[button(l.t("region-write"))]))
        }
    }
}

pub(in crate::features::standards::pages) fn write_down(v: &Visit, form: &Form) -> Reply {
    let (standard, mut errors) = (chosen(v), Errors::default());
    let from = date::parse_date(form.text("from"), v.app.today());
    if from.is_err() {
        errors.add("from", Message::new("day-wrong"));
    }
    let done = match from {
        Ok(from) => {
            let region = (standard, form.text("region"));
            set_region(&v.app, v.person()?, region, from, form.text("basis"))
        }
        Err(_) => Err(errors.into()),
    };
    match done {
        Ok(()) => go(&format!("{}&xong=region", set_address(standard))),
        Err(Refusal::Invalid(errors)) => set::draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
