//! The pages on which a draft is discarded and an issued letter withdrawn: both want a reason.

use maud::{Markup, html};

use super::super::{Letter, State, discard as discard_letter, withdraw as withdraw_letter};
use super::{address, asked, back_to, version};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{Confirm, Field, Kind, fields};
use crate::web::{Errors, Form};

/// The one or the other: its words and the end of its address.
struct Way {
    act: &'static str,
    consequence: &'static str,
    ending: &'static str,
}

const DISCARD: Way =
    Way { act: "letter-discard", consequence: "letter-discard-consequence", ending: "huy" };
const WITHDRAW: Way =
    Way { act: "letter-withdraw", consequence: "letter-withdraw-consequence", ending: "thu-hoi" };

pub(super) fn discard_page(v: &Visit) -> Reply {
    let letter = asked(v)?;
    letter.must_be_written_by(v.person()?)?;
    letter.must_be_draft()?;
    draw(v, &letter, &DISCARD, None)
}

pub(super) fn withdraw_page(v: &Visit) -> Reply {
    let letter = asked(v)?;
    letter.must_be_withdrawn_by(v.person()?)?;
    match letter.state {
        State::Issued | State::Finished => draw(v, &letter, &WITHDRAW, None),
        State::Withdrawn => Err(Refusal::rule("letter-withdrawn-stays").into()),
        State::Draft | State::Discarded => Err(Refusal::rule("letter-not-issued").into()),
    }
}

pub(super) fn discard(v: &Visit, sent: &Form) -> Reply {
    let letter = asked(v)?;
    let reason = sent.text("reason");
    let done = discard_letter(&v.app, v.person()?, &letter.id, version(sent), reason);
    after(v, &letter, &DISCARD, "letter-discarded", sent, done)
}

pub(super) fn withdraw(v: &Visit, sent: &Form) -> Reply {
    let letter = asked(v)?;
    let reason = sent.text("reason");
    let done = withdraw_letter(&v.app, v.person()?, &letter.id, version(sent), reason);
    after(v, &letter, &WITHDRAW, "letter-withdrawn", sent, done)
}

fn after(
    v: &Visit,
    letter: &Letter,
    way: &Way,
    word: &str,
    sent: &Form,
    done: Result<(), Refusal>,
) -> Reply {
    match done {
        Ok(()) => back_to(&letter.id, word),
        Err(Refusal::Invalid(errors)) => draw(v, letter, way, Some((sent, &errors))),
        Err(refusal) => Err(refusal.into()),
    }
}

fn draw(v: &Visit, letter: &Letter, way: &Way, sent: Option<(&Form, &Errors)>) -> Reply {
    let back = address(&letter.id);
    let page = v.page(v.l.t(way.act)).narrow().back(&back, v.l.t("letter-record"));
    match sent {
        Some((form, errors)) => show_again(page, confirm(v, letter, way, form, errors)),
        None => {
            let form = Form::from_pairs([("version", letter.version.to_string())]);
            show(page, confirm(v, letter, way, &form, &Errors::default()))
        }
    }
}

fn confirm(v: &Visit, letter: &Letter, way: &Way, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("reason", l.t("letter-reason")).required(),
    ];
    let act = Confirm {
        act: l.t(way.act),
        consequence: l.t(way.consequence),
        action: &format!("{}/{}", address(&letter.id), way.ending),
        token: v.form_token(),
        grave: true,
    };
    html! {
        p.lead { (letter.title) }
        (act.open(fields(l, form, errors, &questions)))
    }
}
