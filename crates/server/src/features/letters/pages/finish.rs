//! The page on which who writes a report of achievements finishes it.

use chungsuc_domain::date::{parse_date, show_date};
use maud::{Markup, html};

use super::super::{Finishing, Letter, finish as finish_letter};
use super::{address, asked, back_to, version};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{Confirm, Field, Kind, Page, fields};
use crate::web::{Errors, Form, Message};

pub(super) fn page(v: &Visit) -> Reply {
    let letter = asked(v)?;
    letter.must_be_written_by(v.person()?)?;
    letter.must_be_draft()?;
    if letter.takes_a_number() {
        return Err(Refusal::rule("letter-takes-a-number").into());
    }
    let form = Form::from_pairs([
        ("version", letter.version.to_string()),
        ("issued_on", show_date(v.app.today())),
    ]);
    show(frame(v, &address(&letter.id)), confirm(v, &letter, &form, &Errors::default()))
}

pub(super) fn finish(v: &Visit, sent: &Form) -> Reply {
    let (person, letter) = (v.person()?, asked(v)?);
    let wrong = |_| Refusal::field("issued_on", Message::new("day-wrong"));
    let done = parse_date(sent.text("issued_on"), v.app.today()).map_err(wrong).and_then(|on| {
        let how = Finishing { on, version: version(sent) };
        finish_letter(&v.app, person, &letter.id, &how)
    });
    match done {
        Ok(()) => back_to(&letter.id, "letter-finished"),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v, &address(&letter.id)), confirm(v, &letter, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn frame<'a>(v: &'a Visit, back: &'a str) -> Page<'a> {
    v.page(v.l.t("letter-finish")).narrow().back(back, v.l.t("letter-record"))
}

fn confirm(v: &Visit, letter: &Letter, form: &Form, errors: &Errors) -> Markup {
    let (l, base) = (v.l, address(&letter.id));
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("issued_on", l.t("letter-day-written")).kind(Kind::Date).required(),
    ];
    let act = Confirm {
        act: l.t("letter-finish"),
        consequence: l.t("letter-finish-consequence"),
        action: &format!("{base}/hoan-tat"),
        token: v.form_token(),
        grave: false,
    };
    html! {
        p.lead { (letter.title) }
        p { a href={ (base) "/van-ban.pdf" } { (l.t("letter-pdf")) } }
        (act.open(fields(l, form, errors, &questions)))
    }
}
