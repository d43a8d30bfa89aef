//! The rates at which labour, land and goods are counted as money.

use chungsuc_domain::{Measure, Vnd, date};
use maud::{Markup, html};

use super::super::record::measures_of;
use super::super::{rates, set_rate};
use super::tabs;
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button, buttons, fields};
use crate::web::{Errors, Form, Message, csrf};
use chungsuc_domain::ContributionKind;

pub(super) fn rates_page(v: &Visit) -> Reply {
    page(v, &Form::default(), &Errors::default(), false)
}

fn page(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let known = rates(&v.app, v.person()?)?;
    let columns = [
        Column::new(l.t("rate-measure")),
        Column::new(l.t("rate-dong")).numeric(),
        Column::new(l.t("rate-days")),
        Column::new(l.t("rate-paper")),
    ];
    let rows = known.iter().map(|rate| {
        Cells::new()
            .text(rate.measure.label())
            .text(&format!("{} đồng", rate.dong))
            .text(&l.days(rate.valid_from, rate.valid_to))
            .text(&rate.paper)
    });
    let body = html! {
        (tabs(v))
        p { (l.t("rates-lead")) }
        (Table::new(l.t("rates-title"), &columns, rows.collect()).draw(l))
        @if v.may(Act::SetRates) { (set_form(v, form, errors)) }
    };
    let page = v.page(l.t("way-contributions"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn set_form(v: &Visit, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let kinds = [ContributionKind::Labour, ContributionKind::Land, ContributionKind::Goods];
    let measures = kinds.iter().flat_map(|kind| measures_of(*kind));
    let measures = measures.map(|measure| Choice::new(measure.code(), measure.label())).collect();
    let questions = [
        Field::new("measure", l.t("rate-measure")).kind(Kind::Select(measures)).required(),
        Field::new("dong", l.t("rate-dong")).kind(Kind::Money).required(),
        Field::new("valid_from", l.t("rate-from")).kind(Kind::Date).required(),
        Field::new("paper", l.t("rate-paper")).required(),
    ];
    html! {
        h2 { (l.t("rate-set")) }
        form method="post" action="/nguon-luc/don-gia" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("rate-set"))]))
        }
    }
}

pub(super) fn set(v: &Visit, form: &Form) -> Reply {
    let mut errors = Errors::default();
    let measure = Measure::from_code(form.text("measure"));
    if measure.is_none() {
        errors.add("measure", Message::new("field-missing"));
    }
    let dong = Vnd::parse(form.text("dong"));
    if dong.is_err() {
        errors.add("dong", Message::new("contribution-no-quantity"));
    }
    let from = date::parse_date(form.text("valid_from"), v.app.today());
    if from.is_err() {
        errors.add("valid_from", Message::new("day-wrong"));
    }
    let person = v.person()?;
    let done = match (measure, dong, from) {
        (Some(measure), Ok(dong), Ok(from)) if errors.is_empty() => {
            set_rate(&v.app, person, measure, dong, from, form.text("paper"))
        }
        _ => Err(errors.into()),
    };
    match done {
        Ok(()) => go("/nguon-luc/don-gia?xong=rate"),
        Err(Refusal::Invalid(errors)) => page(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
