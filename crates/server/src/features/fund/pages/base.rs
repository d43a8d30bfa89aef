//! What the ceiling of a year is reckoned from.

use maud::{Markup, html};

use super::super::{NewBase, bases, set_base};
use super::{amount, asked_year, dong, ground_of, last_day};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, draft, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let year = asked_year(v);
    let known = bases(&v.app, v.person()?, year)?;
    let mut form = Form::from_pairs([("year", year.to_string())]);
    if let Some(known) = known.first() {
        form.set("spending", known.base.spending.to_string());
        form.set("area", &known.base.area);
        form.set("paper", &known.paper);
    }
    let body = whole(v, year, &form, &Errors::default())?;
    show(frame(v), body)
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("fund-base-enter")).narrow().back("/quy", v.l.t("way-fund"))
}

fn whole(v: &Visit, year: i16, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let row = v.app.catalog.fund_ceiling(last_day(year));
    let areas = row.map(|row| row.value.areas.as_slice()).unwrap_or_default();
    let mut choices: Vec<Choice> = areas
        .iter()
        .map(|area| Choice::new(&area.code, &area.name).hint(format!("{} %", area.share)))
        .collect();
    if choices.is_empty() {
        choices.push(Choice::new("unknown", l.t("fund-area-unknown")));
    }
    let questions = [
        Field::new("year", l.t("fund-year")).kind(Kind::Number).required(),
        Field::new("spending", l.t("fund-spending")).kind(Kind::Money).required(),
        Field::new("area", l.t("fund-area")).kind(Kind::Radios(choices)).required(),
        Field::new("paper", l.t("fund-base-paper")).required(),
    ];
    let known = bases(&v.app, v.person()?, year)?;
    Ok(html! {
        p { (l.t("fund-base-lead")) }
        @if let Some(row) = row { p.quiet { (ground_of(v, row, last_day(year))) } }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("fund-save"))]))
        }
        @if known.len() > 1 {
            h2 { (l.t("fund-base-before")) }
            ul { @for old in &known[1..] { li { (dong(old.base.spending)) " – " (old.paper) } } }
        }
    })
}

pub(super) fn set(v: &Visit, sent: &Form) -> Reply {
    let mut errors = Errors::default();
    let year: Option<i16> = sent.text("year").parse().ok();
    if year.is_none() {
        errors.add("year", Message::new("fund-year-wrong"));
    }
    let spending = amount(sent, "spending", &mut errors);
    let (area, paper) = (sent.text("area").to_owned(), sent.text("paper").to_owned());
    let year = year.unwrap_or_else(|| v.app.today().year());
    let done = match errors.is_empty() {
        true => set_base(&v.app, v.person()?, &NewBase { year, spending, area, paper }),
        false => Err(errors.into()),
    };
    match done {
        Ok(()) => go(&format!("/quy?nam={year}&xong=fund-base")),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), whole(v, year, sent, &errors)?),
        Err(refusal) => Err(refusal.into()),
    }
}
