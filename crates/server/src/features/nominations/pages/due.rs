//! Announcing until when nominations of a year are taken.

use chungsuc_domain::date::{parse_date, show_date};
use maud::{Markup, html};

use super::super::{Due, due, set_due};
use crate::features::movements::{self, Movement};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let movement = movement(v)?;
    let known = due(&v.app, v.person()?, &movement.id, v.app.today().year())?;
    let form = known.map_or_else(Form::default, |known| {
        Form::from_pairs([("due", show_date(known.due)), ("said_in", known.said_in)])
    });
    show(frame(v), body(v, &movement, &form, &Errors::default()))
}

pub(super) fn set(v: &Visit, sent: &Form) -> Reply {
    let movement = movement(v)?;
    let said_in = sent.text("said_in").to_owned();
    let done = match parse_date(sent.text("due"), v.app.today()) {
        Ok(due) => set_due(&v.app, v.person()?, &movement.id, &Due { due, said_in }),
        Err(_) => Err(Refusal::field("due", Message::new("nomination-due-unread"))),
    };
    match done {
        Ok(()) => go("/khen-thuong?xong=nomination-due"),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), body(v, &movement, sent, &errors)),
        Err(refusal) => Err(refusal.into()),
    }
}

fn movement(v: &Visit) -> Result<Movement, PageError> {
    let current = movements::current(&v.app, v.person()?)?;
    Ok(current.ok_or_else(|| Refusal::rule("ledger-no-movement"))?)
}

fn frame(v: &Visit) -> Page<'_> {
    let title = v.l.t("nomination-due-title");
    v.page(title).narrow().back("/khen-thuong", v.l.t("way-nominations"))
}

fn body(v: &Visit, movement: &Movement, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("due", l.t("nomination-due"))
            .kind(Kind::Date)
            .help(l.t("nomination-due-help"))
            .required(),
        Field::new("said_in", l.t("nomination-due-paper")).required(),
    ];
    html! {
        p.lead { (movement.name) }
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("nomination-due-save"))]))
        }
    }
}
