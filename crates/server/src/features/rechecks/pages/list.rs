//! The rechecks that were drawn, and the form that draws another one.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{Recheck, Wish, draw as draw_list, list};
use super::address;
use crate::access::Act;
use crate::features::standards::{self, grid::GridKey};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button, buttons, empty, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let this_year = v.app.today().year().to_string();
    let period = v.query.filled("ky").unwrap_or(&this_year);
    let form = Form::from_pairs([
        ("bo", standards::chosen(v)),
        ("ky", period),
        ("units", "3"),
        ("of_each", "3"),
    ]);
    show_list(v, &form, &Errors::default())
}

fn show_list(v: &Visit, form: &Form, errors: &Errors) -> Reply {
    let l = v.l;
    let all = list(&v.app, v.person()?)?;
    let columns = [
        Column::new(l.t("recheck-drawn")),
        Column::new(l.t("value-period")),
        Column::new(l.t("standard-name")),
        Column::new(l.t("recheck-lines")).numeric(),
        Column::new(l.t("recheck-agree")).numeric(),
        Column::new(l.t("recheck-differ")).numeric(),
        Column::new(l.t("recheck-open")).numeric(),
    ];
    let rows = all.iter().map(|one| row(v, one)).collect();
    let nothing = empty(l.t("recheck-none"), l.t("recheck-none-hint"), None);
    let body = html! {
        p.lead { (l.t("recheck-lead")) }
        (Table::new(l.t("recheck-title"), &columns, rows).nothing(nothing).draw(l))
        @if v.may(Act::JudgeValues) { (entry(v, form, errors)) }
    };
    let back = format!("/tieu-chi/cau-hoi?bo={}", standards::chosen(v));
    let page = v.page(l.t("recheck-title")).back(&back, l.t("questions-title"));
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

fn row(v: &Visit, one: &Recheck) -> Cells {
    let count = |wanted| one.lines.iter().filter(|line| line.agrees() == wanted).count() as u64;
    let set = v.app.catalog.standard(&one.standard);
    Cells::new()
        .link(&address(&one.id), &date::show_time(one.drawn_on))
        .text(&standards::period_word(v, &one.period))
        .text(set.map_or("–", |set| set.head().value.name.as_str()))
        .number(v.l, one.lines.len() as u64)
        .number(v.l, count(Some(true)))
        .number(v.l, count(Some(false)))
        .number(v.l, count(None))
}

fn entry(v: &Visit, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let sets = v.app.catalog.standards();
    let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
    let periods = standards::periods_at_hand(v);
    let word = |period: &String| Choice::new(period, standards::period_word(v, period));
    let periods = periods.iter().map(word).collect();
    html! {
        h2 { (l.t("recheck-draw-title")) }
        form method="post" action="/tieu-chi/kiem-tra-lai" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &[
                Field::new("bo", l.t("standard-name")).kind(Kind::Select(sets)).required(),
                Field::new("ky", l.t("value-period")).kind(Kind::Select(periods)).required(),
                Field::new("units", l.t("recheck-units")).kind(Kind::Number).required(),
                Field::new("of_each", l.t("recheck-of-each")).kind(Kind::Number).required(),
                Field::new("seed", l.t("recheck-seed")).help(l.t("recheck-seed-help")),
            ]))
            p.consequence { (l.t("recheck-draw-consequence")) }
            (buttons(&[button(l.t("recheck-draw"))]))
        }
    }
}

pub(super) fn draw(v: &Visit, form: &Form) -> Reply {
    match read(v, form) {
        Ok(id) => go(&format!("{}?xong=recheck-drawn", address(&id))),
        Err(Refusal::Invalid(errors)) => show_list(v, form, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, form: &Form) -> Result<String, Refusal> {
    let mut errors = Errors::default();
    let (standard, period) = (form.required("bo", &mut errors), form.required("ky", &mut errors));
    let mut number = |field: &'static str| -> i64 {
        let read = form.required(field, &mut errors).parse();
        if read.is_err() && errors.of(field).is_none() {
            errors.add(field, Message::new("value-no-number"));
        }
        read.unwrap_or_default()
    };
    let wish = Wish { units: number("units"), of_each: number("of_each"), seed: form.text("seed") };
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    draw_list(&v.app, person, GridKey { standard, period }, wish)
}
