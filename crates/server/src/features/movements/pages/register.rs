//! Registering a contestant: somebody is chosen from the directory, then pledges.

use chungsuc_domain::{SubjectKind, date};
use maud::{Markup, html};

use super::super::{Pledge, contestant_of, find, register as register_contestant};
use crate::features::directory::{self, Subject};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn choose(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let movement = find(&v.app, person, v.param("ma"))?;
    let body = html! {
        p { (l.t("register-choose")) }
        (directory::finder(v, l.t("contestant-name"), &v.path)?)
        p { a href="/danh-ba" { (l.t("register-not-found")) } }
    };
    let back = format!("/phong-trao/{}/doi-tuong", movement.id);
    show(v.page(l.t("register")).back(&back, l.t("contestants-title")), body)
}

/// Who is registered already leads to their record, where a further pledge is added.
pub(super) fn page(v: &Visit) -> Reply {
    let (subject, movement) = (subject(v)?, v.param("ma"));
    let known = contestant_of(&v.app, v.person()?, movement, subject.kind, &subject.id)?;
    if let Some(known) = known {
        return go(&format!("/doi-tuong/{}?xong=contestant-known", known.id));
    }
    let body = whole(v, &subject, &blank(v), &Errors::default());
    show(frame(v, &way_back(v)), body)
}

fn frame<'a>(v: &'a Visit, way_back: &'a str) -> Page<'a> {
    v.page(v.l.t("register")).narrow().back(way_back, v.l.t("register-choose-again"))
}

fn way_back(v: &Visit) -> String {
    format!("/phong-trao/{}/dang-ky", v.param("ma"))
}

fn subject(v: &Visit) -> Result<Subject, Refusal> {
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let kind = SubjectKind::from_code(v.param("loai")).ok_or(Refusal::NotFound)?;
    directory::subject(&v.app, person, kind, v.param("dt"))
}

fn whole(v: &Visit, subject: &Subject, form_: &Form, errors: &Errors) -> Markup {
    let kind = v.l.word("subject-kind-", subject.kind.code());
    html! {
        p.lead { (subject.name) " (" (kind) ")" }
        (form(v, &v.path, form_, errors, v.l.t("register")))
    }
}

/// The questions of a pledge, made today unless something else is typed.
pub(super) fn blank(v: &Visit) -> Form {
    Form::from_pairs([("pledged_on", date::show_date(v.app.today()))])
}

/// The form of a pledge.
pub(super) fn form(v: &Visit, action: &str, form: &Form, errors: &Errors, act: &str) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("text", l.t("pledge-text")).kind(Kind::Long).required(),
        Field::new("due", l.t("pledge-due")).kind(Kind::Date),
        Field::new("pledged_on", l.t("pledge-day")).kind(Kind::Date).required(),
    ];
    html! {
        form method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(act)]))
        }
    }
}

/// Reads the form of a pledge.
pub(super) fn read(v: &Visit, form: &Form) -> Result<Pledge, Errors> {
    let mut errors = Errors::default();
    let text = form.required("text", &mut errors).to_owned();
    let mut day = |field: &'static str| {
        let read = date::parse_date(form.filled(field)?, v.app.today());
        if read.is_err() {
            errors.add(field, Message::new("day-wrong"));
        }
        read.ok()
    };
    let (due, pledged_on) = (day("due"), day("pledged_on"));
    let pledged_on = pledged_on.unwrap_or_else(|| v.app.today());
    if errors.is_empty() { Ok(Pledge { text, due, pledged_on }) } else { Err(errors) }
}

pub(super) fn register(v: &Visit, sent: &Form) -> Reply {
    let subject = subject(v)?;
    let (person, movement) = (v.person()?, v.param("ma"));
    let done = read(v, sent).map_err(Refusal::Invalid).and_then(|pledge| {
        register_contestant(&v.app, person, movement, subject.kind, &subject.id, &pledge)
    });
    match done {
        Ok(id) => go(&format!("/doi-tuong/{id}?xong=contestant")),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, &subject, sent, &errors);
            show_again(frame(v, &way_back(v)), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
