//! Opening a survey: where, for which standard and year; what the draw will be.

use maud::{Markup, html};

use super::super::open::standards;
use super::super::{Outlook, open as open_survey, outlook};
use super::address;
use crate::features::law;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, State, button, buttons, empty, fields, tag};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let mut form = v.query.clone();
    if form.filled("year").is_none() {
        form.set("year", v.app.today().year().to_string());
    }
    draw(v, &form, &Errors::default(), false)
}

fn draw(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let known = standards(&v.app, v.app.today().year());
    let body = if known.is_empty() {
        empty(l.t("survey-no-standard"), l.t("survey-no-standard-hint"), None)
    } else {
        questions(v, known, form, errors)?
    };
    let page = v.page(l.t("survey-open")).narrow().back("/khao-sat", l.t("way-surveys"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn questions(
    v: &Visit,
    known: Vec<(String, String)>,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let places = outlook(&v.app, v.person()?)?;
    let units = places.iter().map(|one| Choice::new(&one.unit.code, place(v, one))).collect();
    let sets = known.into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    let asked = [
        Field::new("unit", l.t("survey-unit")).kind(Kind::Select(units)).required(),
        Field::new("standard", l.t("survey-standard")).kind(Kind::Select(sets)).required(),
        Field::new("year", l.t("survey-year")).kind(Kind::Number).required(),
    ];
    Ok(html! {
        form method="post" action="/khao-sat/mo" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &asked))
            div.consequence {
                p { (l.t("survey-open-consequence")) }
                (rules(v))
                (buttons(&[button(l.t("survey-open-act"))]))
            }
        }
    })
}

/// “Sơ Tor – hỏi 60 trong 100 hộ”.
fn place(v: &Visit, one: &Outlook) -> String {
    let facts = [
        ("unit", one.unit.name.clone().into()),
        ("households", one.households.into()),
        ("sample", one.sample.unwrap_or_default().into()),
    ];
    match one.sample {
        _ if one.households == 0 => v.l.with("survey-place-empty", &facts),
        Some(sample) if sample == one.households => v.l.with("survey-place-all", &facts),
        Some(_) => v.l.with("survey-place", &facts),
        None => one.unit.name.clone(),
    }
}

/// How many are asked, and where that is written.
fn rules(v: &Visit) -> Markup {
    let (l, day) = (v.l, v.app.today());
    let share = v.app.catalog.survey_share(day).map(|rule| {
        (l.with("survey-rule-share", &[("share", rule.value.to_string().into())]), rule.rule(day))
    });
    let whole = v.app.catalog.survey_whole(day).map(|rule| {
        (l.with("survey-rule-whole", &[("most", rule.value.to_string().into())]), rule.rule(day))
    });
    html! {
        ul.reasons {
            @for (sentence, rule) in share.into_iter().chain(whole) {
                li { (sentence) " " (law::ground(&rule))
                    @if !rule.standing.is_settled() { " " (tag(l, State::Unchecked)) } }
            }
        }
    }
}

pub(super) fn open(v: &Visit, form: &Form) -> Reply {
    let mut errors = Errors::default();
    let unit = form.required("unit", &mut errors).to_owned();
    let standard = form.required("standard", &mut errors).to_owned();
    let year = form.text("year").parse::<i16>().ok().filter(|year| (2000..2100).contains(year));
    if year.is_none() {
        errors.add("year", Message::new("survey-year-wrong"));
    }
    let Some(year) = year.filter(|_| errors.is_empty()) else {
        return draw(v, form, &errors, true);
    };
    match open_survey(&v.app, v.person()?, &unit, &standard, year) {
        Ok(id) => go(&format!("{}?xong=survey-open", address(&id))),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
