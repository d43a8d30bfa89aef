//! The duties of a movement: what is late, what is near, what is done.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{Duty, Movement, PlanDuty, duties, find, finish_duty, set_duty};
use super::tabs;
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Field, Kind, State, Table, Tone, button, buttons, fields, tag, tag_of,
};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn list(v: &Visit) -> Reply {
    page(v, &Form::default(), &Errors::default(), false)
}

fn page(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let movement = find(&v.app, person, v.param("ma"))?;
    let duties = duties(&v.app, person, &movement.id)?;
    let body = html! {
        (tabs(v, &movement))
        (table(v, &movement, &duties))
        @if v.may(Act::KeepMovements) { (set_form(v, &movement, form, errors)) }
    };
    let page = v.page(&movement.name).back("/phong-trao", l.t("movements-title"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn table(v: &Visit, movement: &Movement, duties: &[Duty]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("duty-text")),
        Column::new(l.t("duty-bearer")),
        Column::new(l.t("duty-due")),
        Column::new(l.t("column-state")),
    ];
    let rows = duties.iter().map(|duty| {
        let due = duty.due.map_or_else(|| l.t("duty-standing").to_owned(), date::show_date);
        let text = html! { (duty.text) " " span.quiet { (duty.section) } };
        Cells::new().markup(text).text(&duty.bearer).text(&due).markup(state(v, movement, duty))
    });
    Table::new(l.t("duties-title"), &columns, rows.collect()).draw(l)
}

fn state(v: &Visit, movement: &Movement, duty: &Duty) -> Markup {
    let l = v.l;
    let action = format!("/phong-trao/{}/nhiem-vu/{}", movement.id, duty.seq);
    html! {
        @if let Some(day) = duty.done_on {
            (tag_of(Tone::Good, "✓", l.t("duty-done"))) " " (date::show_date(day))
        } @else {
            @if duty.is_late(v.app.today()) { (tag(l, State::Late)) " " }
            @if v.may(Act::KeepMovements) && duty.due.is_some() {
                form.inline method="post" action=(action) {
                    (csrf::token_field(v.form_token()))
                    input type="hidden" name="version" value=(duty.version);
                    button.link type="submit" {
                        (l.t("duty-finish")) span.hidden { ": " (duty.text) }
                    }
                }
            }
        }
    }
}

fn set_form(v: &Visit, movement: &Movement, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("text", l.t("duty-text")).kind(Kind::Long).required(),
        Field::new("bearer", l.t("duty-bearer")).required(),
        Field::new("due", l.t("duty-due")).kind(Kind::Date).required(),
    ];
    html! {
        h2 { (l.t("duty-set")) }
        form method="post" action={ "/phong-trao/" (movement.id) "/nhiem-vu" } {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("duty-set"))]))
        }
    }
}

pub(super) fn set(v: &Visit, form: &Form) -> Reply {
    let due = date::parse_date(form.text("due"), v.app.today());
    let done = match due {
        Ok(due) => {
            let (bearer, text) = (form.text("bearer").to_owned(), form.text("text").to_owned());
            let duty = PlanDuty { section: String::new(), bearer, text, due: Some(due) };
            set_duty(&v.app, v.person()?, v.param("ma"), &duty)
        }
        Err(_) => Err(Refusal::field("due", Message::new("day-wrong"))),
    };
    match done {
        Ok(_) => go(&format!("/phong-trao/{}/nhiem-vu?xong=duty", v.param("ma"))),
        Err(Refusal::Invalid(errors)) => page(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Notes that a duty is done today.
pub(super) fn finish(v: &Visit, form: &Form) -> Reply {
    let seq = v.param("so").parse().map_err(|_| Refusal::NotFound)?;
    let version = form.text("version").parse().unwrap_or_default();
    let today = v.app.today();
    finish_duty(&v.app, v.person()?, v.param("ma"), seq, version, Some(today))?;
    go(&format!("/phong-trao/{}/nhiem-vu?xong=duty", v.param("ma")))
}
