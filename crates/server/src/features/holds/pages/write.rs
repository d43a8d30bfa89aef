//! Entering a hold: who, then what is looked into.

use chungsuc_domain::{SubjectKind, date};
use maud::{Markup, html};

use super::super::{NewHold, enter as enter_hold};
use super::REGISTER;
use crate::features::directory::{self, Subject};
use crate::features::law;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, State, button, buttons, fields, tag};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(super) fn choose(v: &Visit) -> Reply {
    let l = v.l;
    let body = html! {
        p.lead { (l.t("hold-choose")) }
        (directory::finder(v, l.t("register-name"), &v.path)?)
    };
    show(v.page(l.t("hold-enter")).back(REGISTER, l.t("holds-title")), body)
}

fn subject(v: &Visit) -> Result<Subject, PageError> {
    let kind = SubjectKind::from_code(v.param("loai")).ok_or(Refusal::NotFound)?;
    Ok(directory::subject(&v.app, v.person()?, kind, v.param("dt"))?)
}

pub(super) fn page(v: &Visit) -> Reply {
    let subject = subject(v)?;
    show(frame(v), whole(v, &subject, &Form::default(), &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("hold-enter")).narrow().back("/tam-dung/ghi", v.l.t("hold-choose-again"))
}

fn whole(v: &Visit, subject: &Subject, form: &Form, errors: &Errors) -> Markup {
    let (l, today) = (v.l, v.app.today());
    let kinds = v.app.catalog.hold_kinds(today);
    let choices = kinds.map(|row| row.value.as_slice()).unwrap_or_default();
    let choices = choices.iter().map(|kind| Choice::new(&kind.code, &kind.name)).collect();
    let questions = [
        Field::new("kind", l.t("hold-kind")).kind(Kind::Select(choices)).required(),
        Field::new("since", l.t("hold-since")).kind(Kind::Date).required(),
        Field::new("issuer", l.t("hold-issuer")).help(l.t("hold-issuer-help")).required(),
        Field::new("paper", l.t("hold-paper")).help(l.t("hold-paper-help")).required(),
        Field::new("words", l.t("hold-words")).kind(Kind::Long).help(l.t("hold-words-help")),
    ];
    html! {
        p.lead { (subject.name) " (" (l.word("subject-kind-", subject.kind.code())) ")" }
        @if let Some(rule) = kinds.map(|row| row.rule(today)) {
            p {
                (l.t("hold-by-law")) " " (law::ground(&rule))
                @if !rule.standing.is_settled() { " " (tag(l, State::Unchecked)) }
            }
        }
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("hold-enter"))]))
        }
    }
}

pub(super) fn enter(v: &Visit, sent: &Form) -> Reply {
    let (person, subject) = (v.person()?, subject(v)?);
    let since = date::parse_date(sent.text("since"), v.app.today());
    let done = match since {
        Err(_) => Err(Refusal::field("since", Message::new("day-wrong"))),
        Ok(since) => {
            let new = NewHold {
                subject: (subject.kind, &subject.id),
                kind: sent.text("kind"),
                since,
                paper: sent.text("paper"),
                issuer: sent.text("issuer"),
                words: sent.text("words"),
            };
            enter_hold(&v.app, person, &new)
        }
    };
    match done {
        Ok(id) => go(&format!("{REGISTER}/{id}?xong=hold")),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), whole(v, &subject, sent, &errors)),
        Err(refusal) => Err(refusal.into()),
    }
}
