//! Setting a goal, by hand or from a plan.

use chungsuc_domain::{Decimal, SubjectKind, date};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{Aim, NewGoal, may_keep, set as set_goal, take as take_from_plan};
use super::list::chosen;
use super::{LIST, address};
use crate::features::units;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, button, buttons, draft, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let year = v.app.today().year();
    let due = v.query.filled("han").map_or_else(|| format!("31/12/{year}"), str::to_owned);
    let form = Form::from_pairs([
        ("unit", v.query.text("dv").to_owned()),
        ("aim", v.query.text("ct").to_owned()),
        ("due", due),
    ]);
    let body = whole(v, chosen(v), &form, &Errors::default())?;
    show(v.page(v.l.t("goal-new")).back(LIST, v.l.t("goals-title")).narrow(), body)
}

fn whole(v: &Visit, standard: &str, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let known = v.app.catalog.standard(standard).ok_or_else(PageError::not_found)?;
    let mut places = units::territories(&v.app, v.person()?)?;
    let person = v.person()?;
    places.retain(|unit| may_keep(person, &unit.code));
    let places = places.iter().map(|unit| Choice::new(&unit.code, &unit.name)).collect();
    let of_villages = known.head().value.subject == SubjectKind::Village;
    let mut aims = vec![Choice::new("criteria", l.t("goal-aim-criteria"))];
    if of_villages {
        aims.push(Choice::new("villages", l.t("goal-aim-villages")));
    }
    let lines = known.indicators().iter();
    aims.extend(lines.map(|one| Choice::new(&one.code, format!("{}. {}", one.code, one.name))));
    let questions = [
        Field::new("unit", l.t("goal-unit")).kind(Kind::Select(places)).required(),
        Field::new("aim", l.t("goal-aim"))
            .kind(Kind::Select(aims))
            .help(l.t("goal-aim-help"))
            .required(),
        Field::new("planned", l.t("goal-planned"))
            .kind(Kind::Number)
            .help(l.t("goal-planned-help")),
        Field::new("due", l.t("goal-due")).kind(Kind::Date).required(),
        Field::new("note", l.t("value-note")).kind(Kind::Long),
    ];
    Ok(html! {
        p.lead { (known.head().value.name) }
        form method="post" action={ (LIST) "?bo=" (standard) } data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("goal-set"))]))
        }
    })
}

pub(super) fn set(v: &Visit, form: &Form) -> Reply {
    let standard = chosen(v);
    let mut errors = Errors::default();
    form.required("unit", &mut errors);
    let aim = Aim::of(form.required("aim", &mut errors));
    let planned = planned(form, &mut errors);
    let due = due(v, form, &mut errors);
    let person = v.person()?;
    let done = match due {
        Some(due) if errors.is_empty() => {
            let (unit, note) = (form.text("unit"), form.text("note"));
            set_goal(&v.app, person, &NewGoal { unit, standard, aim, due, planned, note })
        }
        _ => Err(errors.into()),
    };
    match done {
        Ok(id) => go(&format!("{}?xong=goal", address(&id))),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, standard, form, &errors)?;
            show_again(v.page(v.l.t("goal-new")).back(LIST, v.l.t("goals-title")).narrow(), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The planned value, as people write numbers.
pub(super) fn planned(form: &Form, errors: &mut Errors) -> Option<Decimal> {
    let read = Decimal::parse(form.filled("planned")?);
    if read.is_err() {
        errors.add("planned", Message::new("value-no-number"));
    }
    read.ok()
}

pub(super) fn due(v: &Visit, form: &Form, errors: &mut Errors) -> Option<Date> {
    let day = date::parse_date(form.text("due"), v.app.today());
    if day.is_err() {
        errors.add("due", Message::new("day-wrong"));
    }
    day.ok()
}

pub(super) fn take(v: &Visit, form: &Form) -> Reply {
    let place = form.text("place").parse().map_err(|_| Refusal::NotFound)?;
    let id = take_from_plan(&v.app, v.person()?, form.text("movement"), place)?;
    go(&format!("{}?xong=goal", address(&id)))
}
