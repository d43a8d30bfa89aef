//! The figures of a neighbour as they came on paper, typed as in the grid.

use chungsuc_domain::date;
use maud::html;

use super::super::{BROUGHT, bring as bring_in, brought, neighbours};
use super::chosen;
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, button, buttons, draft, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let id = chosen(v);
    let set = v.app.catalog.standard(&id).ok_or(Refusal::NotFound)?;
    let known = brought(&v.app, v.person()?, v.param("dv"), &id)?;
    let mut form = Form::default();
    for (code, one) in &known {
        if let Some(line) = set.indicator(code) {
            form.set(code, one.figure.in_cell(line.kind));
        }
    }
    draw(v, &form, &Errors::default())
}

fn draw(v: &Visit, form: &Form, errors: &Errors) -> Reply {
    let (l, id) = (v.l, chosen(v));
    let set = v.app.catalog.standard(&id).ok_or(Refusal::NotFound)?;
    let units = neighbours(&v.app, v.person()?)?;
    let unit = units.iter().find(|unit| unit.code == v.param("dv")).ok_or(Refusal::NotFound)?;
    let labels: Vec<String> =
        set.indicators().iter().map(|line| format!("{}. {}", line.code, line.name)).collect();
    let mut questions = vec![
        Field::new("note", l.t("paper-note")).help(l.t("paper-note-help")).required(),
        Field::new("measured_on", l.t("neighbour-day")).kind(Kind::Date).required(),
    ];
    for (line, label) in set.indicators().iter().zip(&labels) {
        let field = Field::new(&line.code, label);
        questions.push(match line.measure() {
            Some(unit) => field.unit(unit.label()),
            None => field,
        });
    }
    let action = format!("/tieu-chi/sap-nhap/so-lieu/{}?bo={id}", unit.code);
    let body = html! {
        p.lead { (set.head().value.name) }
        p { (l.t("paper-how")) }
        details { summary { (l.t("grid-how")) }
            ul { @for key in ["grid-how-yes-no", "grid-how-ratio", "grid-how-amount"] { li { (l.t(key)) } } }
        }
        form method="post" action=(action) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("paper-keep"))]))
        }
        (journal::history(v, BROUGHT, &format!("{}/{id}", unit.code))?)
    };
    let title = l.with("paper-of", &[("unit", unit.name.as_str().into())]);
    let page = v.page(&title).back("/tieu-chi/sap-nhap", l.t("succession-title"));
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

pub(super) fn bring(v: &Visit, form: &Form) -> Reply {
    let (unit, id) = (v.param("dv"), chosen(v));
    let done = read(v, form).and_then(|day| {
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        let set = v.app.catalog.standard(&id).ok_or(Refusal::NotFound)?;
        let typed: Vec<(String, String)> = set
            .indicators()
            .iter()
            .filter(|line| form.checked(&line.code))
            .map(|line| (line.code.clone(), form.text(&line.code).to_owned()))
            .collect();
        bring_in(&v.app, person, unit, &id, &typed, (form.text("note"), day))
    });
    match done {
        Ok(_) => go(&format!("/tieu-chi/sap-nhap/so-lieu/{unit}?bo={id}&xong=paper")),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, form: &Form) -> Result<jiff::civil::Date, Refusal> {
    date::parse_date(form.text("measured_on"), v.app.today())
        .map_err(|_| Refusal::field("measured_on", Message::new("day-wrong")))
}
