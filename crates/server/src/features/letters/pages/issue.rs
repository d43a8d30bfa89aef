//! The page on which the chairman issues a letter.

use chungsuc_domain::date::{parse_date, show_date};
use maud::{Markup, html};

use super::super::{Issuing, Letter, coming_number, issue as issue_letter};
use super::{address, asked, back_to, version};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{Confirm, Field, Kind, Page, fields};
use crate::web::{Errors, Form, Message, PageError};

pub(super) fn page(v: &Visit) -> Reply {
    let letter = asked(v)?;
    letter.must_be_draft()?;
    let form = Form::from_pairs([
        ("version", letter.version.to_string()),
        ("issued_on", show_date(v.app.today())),
    ]);
    let body = confirm(v, &letter, &form, &Errors::default())?;
    show(frame(v, &address(&letter.id)), body)
}

pub(super) fn issue(v: &Visit, sent: &Form) -> Reply {
    let (person, letter) = (v.person()?, asked(v)?);
    let done = read(v, sent)
        .map_err(Refusal::from)
        .and_then(|how| issue_letter(&v.app, person, &letter.id, &how));
    match done {
        Ok(_) => back_to(&letter.id, "letter-issued"),
        Err(Refusal::Invalid(errors)) => {
            let body = confirm(v, &letter, sent, &errors)?;
            show_again(frame(v, &address(&letter.id)), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn frame<'a>(v: &'a Visit, back: &'a str) -> Page<'a> {
    v.page(v.l.t("letter-issue")).narrow().back(back, v.l.t("letter-record"))
}

fn read(v: &Visit, sent: &Form) -> Result<Issuing, Errors> {
    let mut errors = Errors::default();
    let on = parse_date(sent.text("issued_on"), v.app.today());
    if on.is_err() {
        errors.add("issued_on", Message::new("day-wrong"));
    }
    let number = sent.filled("number").map(str::parse::<i64>).transpose();
    if number.is_err() {
        errors.add("number", Message::new("letter-number-wrong"));
    }
    match (on, number) {
        (Ok(on), Ok(number)) => Ok(Issuing { on, number, version: version(sent) }),
        _ => Err(errors),
    }
}

fn confirm(v: &Visit, letter: &Letter, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let (l, base) = (v.l, address(&letter.id));
    let next = coming_number(&v.app, v.person()?, letter, v.app.today())?;
    let book = [("next", next.into()), ("symbol", letter.symbol.as_str().into())];
    let number_help = l.with("letter-number-help", &book);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("issued_on", l.t("letter-day")).kind(Kind::Date).required(),
        Field::new("number", l.t("letter-number-field")).kind(Kind::Number).help(&number_help),
    ];
    let act = Confirm {
        act: l.t("letter-issue"),
        consequence: l.t("letter-issue-consequence"),
        action: &format!("{base}/ban-hanh"),
        token: v.form_token(),
        grave: false,
    };
    Ok(html! {
        p.lead { (letter.title) }
        p { a href={ (base) "/van-ban.pdf" } { (l.t("letter-pdf")) } }
        (act.open(fields(l, form, errors, &questions)))
    })
}
