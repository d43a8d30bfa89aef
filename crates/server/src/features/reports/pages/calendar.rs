//! By which day of the year reports are due.

use maud::html;

use super::super::{Calendar, DayOfYear, calendar, set_calendar};
use super::needed;
use crate::features::movements::Movement;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, button, buttons, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let movement = needed(v, v.query.filled("phong-trao"))?;
    let (days, version) = calendar(&v.app, v.person()?, &movement.id)?;
    let text = |day: Option<DayOfYear>| day.map_or_else(String::new, |day| day.to_string());
    let form = Form::from_pairs([
        ("movement", movement.id.clone()),
        ("version", version.to_string()),
        ("half_year_due", text(days.half_year_due)),
        ("year_due", text(days.year_due)),
        ("closing_due", text(days.closing_due)),
    ]);
    draw(v, &movement, &form, None)
}

fn draw(v: &Visit, movement: &Movement, form: &Form, errors: Option<&Errors>) -> Reply {
    let l = v.l;
    let help = l.t("report-days-help");
    let questions = [
        Field::new("movement", "").kind(Kind::Hidden),
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("half_year_due", l.t("report-half-year-due")).help(help),
        Field::new("year_due", l.t("report-year-due")).help(help),
        Field::new("closing_due", l.t("report-closing-due")).help(help),
    ];
    let none = Errors::default();
    let body = html! {
        p.lead { (movement.name) }
        p { (l.t("report-days-lead")) }
        form method="post" action="/bao-cao/han" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors.unwrap_or(&none), &questions))
            (buttons(&[button(l.t("report-set-days"))]))
        }
    };
    let page = v.page(l.t("report-set-days")).back("/bao-cao", l.t("way-reports")).narrow();
    if errors.is_some() { show_again(page, body) } else { show(page, body) }
}

pub(super) fn set(v: &Visit, form: &Form) -> Reply {
    let movement = needed(v, form.filled("movement"))?;
    let mut errors = Errors::default();
    let mut day = |field: &'static str| {
        let text = form.filled(field)?;
        let day = DayOfYear::parse(text);
        if day.is_none() {
            errors.add(field, Message::new("report-day-wrong"));
        }
        day
    };
    let days = Calendar {
        half_year_due: day("half_year_due"),
        year_due: day("year_due"),
        closing_due: day("closing_due"),
    };
    if !errors.is_empty() {
        return draw(v, &movement, form, Some(&errors));
    }
    let version = form.text("version").parse().unwrap_or_default();
    match set_calendar(&v.app, v.person()?, &movement.id, version, &days) {
        Ok(()) => go(&format!("/bao-cao?phong-trao={}&xong=report-days", movement.id)),
        Err(Refusal::Invalid(errors)) => draw(v, &movement, form, Some(&errors)),
        Err(refusal) => Err(refusal.into()),
    }
}
