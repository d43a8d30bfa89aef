//! Pages of bodies.

use chungsuc_domain::{BodyKind, date};
use maud::{Markup, html};

use super::super::{BODY, Body, BodyFields, add_body, body, correct_body};
use super::{saved, tabs, version, village_choices, wanted};
use crate::access::Act;
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, Table, button, button_link, buttons, facts, fields,
};
use crate::web::{Errors, Form, PageError, csrf};

const BASE: &str = "/danh-ba/co-quan/";

pub(super) fn list(v: &Visit) -> Reply {
    let l = v.l;
    let found = super::super::bodies(&v.app, v.person()?, &wanted(v))?;
    let columns = [
        Column::new(l.t("directory-name")),
        Column::new(l.t("directory-kind")),
        Column::new(l.t("unit-days")),
    ];
    let rows = found.iter().map(|body| {
        Cells::new()
            .link(&format!("{BASE}{}", body.id), &body.fields.name)
            .text(l.word("body-kind-", &body.fields.kind))
            .text(&l.days(body.fields.valid_from, body.fields.valid_to))
    });
    let content = html! {
        (tabs(v))
        @if v.may(Act::KeepDirectory) {
            p { (button_link("/danh-ba/co-quan/them", l.t("directory-add-body"))) }
        }
        (Table::new(l.t("directory-bodies"), &columns, rows.collect()).draw(l))
    };
    show(v.page(l.t("directory-title")), content)
}

pub(super) fn record(v: &Visit) -> Reply {
    let l = v.l;
    let found = body(&v.app, v.person()?, v.param("ma"))?;
    let village = village_name(v, found.fields.village.as_deref())?;
    let list = [
        Fact::new(l.t("directory-kind"), html! { (l.word("body-kind-", &found.fields.kind)) }),
        Fact::new(l.t("directory-village"), html! { (village) }),
        Fact::new(
            l.t("unit-days"),
            html! { (l.days(found.fields.valid_from, found.fields.valid_to)) },
        ),
    ];
    let content = html! {
        (facts(&list))
        @if v.may(Act::KeepDirectory) {
            (buttons(&[button_link(&format!("{BASE}{}/sua", found.id), l.t("directory-correct"))]))
        }
        (journal::history(v, BODY, &found.id)?)
    };
    let page = v.page(&found.fields.name).back("/danh-ba/co-quan", l.t("directory-bodies"));
    show(page, content)
}

fn village_name(v: &Visit, code: Option<&str>) -> Result<String, PageError> {
    let unit = match code {
        Some(code) => crate::features::units::find(&v.app, code)?,
        None => None,
    };
    Ok(unit.map_or_else(|| "–".to_owned(), |unit| unit.name))
}

pub(super) fn new(v: &Visit) -> Reply {
    let content = form(v, "/danh-ba/co-quan/them", &Form::default(), &Errors::default())?;
    show(v.page(v.l.t("directory-add-body")).narrow(), content)
}

pub(super) fn add(v: &Visit, sent: &Form) -> Reply {
    let mut errors = Errors::default();
    let read = BodyFields::read(sent, v.app.today(), &mut errors);
    let done = match errors.is_empty() {
        true => add_body(&v.app, v.person()?, &read),
        false => Err(errors.into()),
    };
    match done {
        Ok(id) => saved(BASE, &id),
        Err(Refusal::Invalid(errors)) => {
            let content = form(v, "/danh-ba/co-quan/them", sent, &errors)?;
            show_again(v.page(v.l.t("directory-add-body")).narrow(), content)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn edit(v: &Visit) -> Reply {
    let found = body(&v.app, v.person()?, v.param("ma"))?;
    let address = format!("{BASE}{}/sua", found.id);
    let content = form(v, &address, &filled(&found), &Errors::default())?;
    show(v.page(v.l.t("directory-correct")).narrow(), content)
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let id = v.param("ma");
    let mut errors = Errors::default();
    let read = BodyFields::read(sent, v.app.today(), &mut errors);
    let done = match errors.is_empty() {
        true => correct_body(&v.app, v.person()?, id, version(sent), &read),
        false => Err(errors.into()),
    };
    match done {
        Ok(()) => saved(BASE, id),
        Err(Refusal::Invalid(errors)) => {
            let content = form(v, &format!("{BASE}{id}/sua"), sent, &errors)?;
            show_again(v.page(v.l.t("directory-correct")).narrow(), content)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn filled(body: &Body) -> Form {
    let fields = &body.fields;
    Form::from_pairs([
        ("version", body.version.to_string()),
        ("name", fields.name.clone()),
        ("kind", fields.kind.clone()),
        ("village", fields.village.clone().unwrap_or_default()),
        ("valid_from", date::show_date(fields.valid_from)),
        ("valid_to", fields.valid_to.map(date::show_date).unwrap_or_default()),
    ])
}

fn form(v: &Visit, action: &str, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let kinds = BodyKind::ALL.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), l.word("body-kind-", kind.code())));
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("name", l.t("directory-name")).required(),
        Field::new("kind", l.t("directory-kind")).kind(Kind::Select(kinds.collect())).required(),
        Field::new("village", l.t("directory-body-village"))
            .kind(Kind::Select(village_choices(v, Act::KeepDirectory)?)),
        Field::new("valid_from", l.t("directory-from")).kind(Kind::Date),
        Field::new("valid_to", l.t("directory-to")).kind(Kind::Date),
    ];
    Ok(html! {
        form method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("directory-save"))]))
        }
    })
}
