//! The opinions on one nomination, and asking for them.

use chungsuc_domain::date::{parse_date, show_date};
use jiff::ToSpan;
use maud::{Markup, html};

use super::super::{Ask, Opinion, ask as ask_all, find, of_nomination, officers, withdraw as stop};
use super::shown;
use crate::access::Act;
use crate::features::nominations::{self, Nomination};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// Days that an office is usually given.
const USUAL_DAYS: i64 = 5;

pub(super) fn page(v: &Visit) -> Reply {
    let one = nominations::find(&v.app, v.person()?, v.param("dn"))?;
    let due = v.app.today().saturating_add(USUAL_DAYS.days());
    let first = Form::from_pairs([("due", show_date(due))]);
    let body = whole(v, &one, &first, &Errors::default())?;
    let back = address_of(&one);
    show(frame(v, &back, &one), body)
}

fn address_of(one: &Nomination) -> String {
    format!("/khen-thuong/{}", one.id)
}

fn frame<'a>(v: &'a Visit, back: &'a str, one: &'a Nomination) -> Page<'a> {
    v.page(v.l.t("opinion-title")).back(back, &one.contestant.name)
}

fn whole(v: &Visit, one: &Nomination, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let all = of_nomination(&v.app, person, &one.id)?;
    let keeps = person.may_somewhere(Act::KeepCouncil);
    let with_secretary =
        matches!(one.state, nominations::State::Sent | nominations::State::Received);
    let stopping = |opinion: &Opinion| {
        let href = format!("/y-kien/{}/thoi", opinion.id);
        html! {
            @if keeps && opinion.state.is_open() { p { a href=(href) { (l.t("opinion-stop")) } } }
        }
    };
    Ok(html! {
        p.lead { (one.contestant.name) ": " (one.achievement) }
        (shown::table(v, &all, stopping))
        @if keeps && with_secretary {
            h2 { (l.t("opinion-ask")) }
            form method="post" action={ "/y-kien/de-nghi/" (one.id) } {
                (csrf::token_field(v.form_token()))
                (fields(l, form, errors, &questions(v)?))
                (buttons(&[button(l.t("opinion-ask-act"))]))
            }
        }
    })
}

fn questions(v: &Visit) -> Result<Vec<Field<'static>>, PageError> {
    let l = v.l;
    let offices = officers(&v.app, v.person()?)?;
    let offices = offices
        .into_iter()
        .map(|(id, name, role)| Choice::new(id, name).hint(l.word("role-", role.code())));
    Ok(vec![
        Field::new("officers", l.t("opinion-offices"))
            .kind(Kind::Checkboxes(offices.collect()))
            .required(),
        Field::new("question", l.t("opinion-question"))
            .kind(Kind::Long)
            .help(l.t("opinion-question-help")),
        Field::new("due", l.t("opinion-due"))
            .kind(Kind::Date)
            .help(l.t("opinion-due-help"))
            .required(),
    ])
}

pub(super) fn ask(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("dn"));
    let day = parse_date(sent.text("due"), v.app.today());
    let day = day.map_err(|_| Refusal::field("due", Message::new("day-wrong")));
    let officers: Vec<String> = sent.all("officers").map(str::to_owned).collect();
    let done = day.and_then(|due| {
        let new = Ask { officers: &officers, question: sent.text("question"), due };
        ask_all(&v.app, person, id, &new)
    });
    match done {
        Ok(()) => go(&format!("/y-kien/de-nghi/{id}?xong=opinion-asked")),
        Err(Refusal::Invalid(errors)) => {
            let one = nominations::find(&v.app, person, id)?;
            let back = address_of(&one);
            show_again(frame(v, &back, &one), whole(v, &one, sent, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Why an office is no longer asked.
pub(super) fn stop_page(v: &Visit) -> Reply {
    let one = find(&v.app, v.person()?, v.param("ma"))?;
    let first = Form::from_pairs([("version", one.version.to_string())]);
    let back = format!("/y-kien/de-nghi/{}", one.nomination);
    show(stop_frame(v, &back, &one), stopping(v, &one, &first, &Errors::default()))
}

fn stop_frame<'a>(v: &'a Visit, back: &'a str, one: &'a Opinion) -> Page<'a> {
    v.page(v.l.t("opinion-stop")).narrow().back(back, &one.nominee)
}

fn stopping(v: &Visit, one: &Opinion, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("reason", l.t("nomination-reason-ask")).required(),
    ];
    html! {
        p.lead { (one.officer_name) ": " (one.nominee) }
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("opinion-stop"))]))
        }
    }
}

pub(super) fn withdraw(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let version = sent.text("version").parse().unwrap_or_default();
    match stop(&v.app, person, id, version, sent.text("reason")) {
        Ok(nomination) => go(&format!("/y-kien/de-nghi/{nomination}?xong=opinion-stopped")),
        Err(Refusal::Invalid(errors)) => {
            let one = find(&v.app, person, id)?;
            let back = format!("/y-kien/de-nghi/{}", one.nomination);
            show_again(stop_frame(v, &back, &one), stopping(v, &one, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
