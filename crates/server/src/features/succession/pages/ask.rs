//! The form of what no rule gives: figures as people type them, with one reason.

use maud::{Markup, html};

use super::super::{Line, answer as say, find, outlook};
use super::{chosen, table};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, Tone, button, buttons, draft, fields, notice};
use crate::web::{Errors, Form, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    draw(v, &Form::default(), &Errors::default())
}

fn draw(v: &Visit, form: &Form, errors: &Errors) -> Reply {
    let (l, person, id) = (v.l, v.person()?, chosen(v));
    let succession = find(&v.app, person, v.param("dv"), &id)?;
    let outlook = outlook(&v.app, person, &succession, &id, None)?;
    let asked: Vec<&Line> =
        outlook.lines.iter().filter(|line| line.merged.figure.is_err()).collect();
    let words: Vec<(String, String)> = asked.iter().map(|line| words(v, line)).collect();
    let mut questions = vec![
        Field::new("reason", l.t("succession-reason"))
            .kind(Kind::Long)
            .help(l.t("succession-reason-help"))
            .required(),
    ];
    for (line, (label, help)) in asked.iter().zip(&words) {
        questions.push(Field::new(&line.indicator.code, label).help(help));
    }
    let base = format!("/tieu-chi/sap-nhap/{}", succession.unit.code);
    let body = html! {
        p.lead { (l.t("succession-ask-lead")) }
        @if asked.is_empty() {
            (notice(Tone::Good, &html! { (l.t("succession-nothing-open")) }))
        } @else {
            (form_of(v, &format!("{base}/tra-loi?bo={id}"), form, errors, &questions))
        }
    };
    let title = l.with("succession-title-of", &[("unit", succession.unit.name.as_str().into())]);
    let back = format!("{base}?bo={id}");
    let page = v.page(l.t("succession-say")).back(&back, &title);
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

fn form_of(
    v: &Visit,
    action: &str,
    form: &Form,
    errors: &Errors,
    questions: &[Field<'_>],
) -> Markup {
    html! {
        form method="post" action=(action) data-draft {
            (draft(v.l))
            (csrf::token_field(v.form_token()))
            (fields(v.l, form, errors, questions))
            p.consequence { (v.l.t("succession-answer-consequence")) }
            (buttons(&[button(v.l.t("succession-answer"))]))
        }
    }
}

/// The indicator, and what is known: the parts, why it is asked, what was said before.
fn words(v: &Visit, line: &Line) -> (String, String) {
    let one = &line.indicator;
    let parts: Vec<String> = line
        .merged
        .parts
        .iter()
        .filter_map(|part| Some(table::reported_word(v, one, part.reported?)))
        .collect();
    let mut help = table::rule(v, line);
    if !parts.is_empty() {
        help =
            format!("{help} {}", v.l.with("succession-were", &[("list", parts.join("; ").into())]));
    }
    if let Some(given) = &line.given {
        let now = given.figure.in_cell(one.kind);
        help = format!("{help} {}", v.l.with("succession-said", &[("figure", now.into())]));
    }
    (format!("{}. {}", one.code, one.name), help)
}

pub(super) fn answer(v: &Visit, form: &Form) -> Reply {
    let (unit, id) = (v.param("dv"), chosen(v));
    let typed: Vec<(String, String)> = form
        .pairs()
        .iter()
        .filter(|(name, _)| name.starts_with(|it: char| it.is_ascii_digit()))
        .cloned()
        .collect();
    match say(&v.app, v.person()?, unit, &id, &typed, form.text("reason")) {
        Ok(_) => go(&format!("/tieu-chi/sap-nhap/{unit}?bo={id}&xong=succession-said")),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}
