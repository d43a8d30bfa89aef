//! The page on which anybody tells of a good deed, and the one on which they read the answer.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{State, receipt, send};
use super::{PUBLIC, Teller, photo, questions, read};
use crate::features::movements;
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Fact, Page, Tone, button, buttons, facts, notice};
use crate::web::{Errors, Form, PageError, Upload, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    match commune(v, v.query.text("xa"))? {
        Some(commune) => show(frame(v), form(v, &commune, &Form::default(), &Errors::default())?),
        None => show(frame(v), choose(v)?),
    }
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("proposal-public")).narrow().back("/", v.l.t("proposal-home"))
}

/// The commune that was asked for; the only one, where the program serves one.
fn commune(v: &Visit, asked: &str) -> Result<Option<Unit>, PageError> {
    let all = movements::communes(&v.app)?;
    let sole = all.first().filter(|_| all.len() == 1);
    let code = all.iter().find(|code| *code == asked).or(sole);
    let unit = code.map(|code| units::find(&v.app, code)).transpose();
    Ok(unit.map_err(Refusal::from)?.flatten())
}

/// The communes that there are.
fn choose(v: &Visit) -> Result<Markup, PageError> {
    let mut list = Vec::new();
    for code in movements::communes(&v.app)? {
        let name = units::find(&v.app, &code).map_err(Refusal::from)?;
        list.push((format!("{PUBLIC}?xa={code}"), name.map_or(code, |unit| unit.name)));
    }
    Ok(html! {
        p.lead { (v.l.t("proposal-choose-commune")) }
        ul.plain { @for (href, name) in &list { li { a href=(href) { (name) } } } }
    })
}

fn form(v: &Visit, commune: &Unit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let villages = units::villages(&v.app, &commune.code).map_err(Refusal::from)?;
    let today = v.app.today();
    let villages: Vec<_> = villages.into_iter().filter(|unit| unit.exists_on(today)).collect();
    let lead = l.with("proposal-lead", &[("commune", commune.name.clone().into())]);
    Ok(html! {
        p.lead { (lead) }
        form method="post" action=(PUBLIC) enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            input type="hidden" name="xa" value=(commune.code);
            (questions(v, &villages, Teller::Reader, form, errors))
            (notice(Tone::Plain, &html! { (l.t("proposal-data")) }))
            (buttons(&[button(l.t("proposal-send"))]))
        }
    })
}

pub(super) fn take(v: &Visit, upload: &Upload) -> Reply {
    let sent = &upload.form;
    let Some(commune) = commune(v, sent.text("xa"))? else {
        return Err(Refusal::NotFound.into());
    };
    if v.peer.is_some_and(|address| !v.app.public_gate.lets_in(address)) {
        return Err(Refusal::rule("proposal-too-often").into());
    }
    let done =
        photo(upload).and_then(|photo| send(&v.app, &commune.code, &read(sent, photo.as_ref())));
    match done {
        Ok(id) => go(&format!("{PUBLIC}/{id}?xong=proposal-sent")),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), form(v, &commune, sent, &errors)?),
        Err(refusal) => Err(refusal.into()),
    }
}

/// What became of it, without a name.
pub(super) fn told(v: &Visit) -> Reply {
    let l = v.l;
    let known = receipt(&v.app, v.param("ma"))?;
    let answer = match (&known.answer, known.state) {
        (Some(answer), _) => answer.as_str(),
        (None, State::Nominated) => l.t("proposal-told-nominated"),
        (None, _) => l.t("proposal-told-waiting"),
    };
    let body = html! {
        p.lead { (l.t("proposal-keep-address")) }
        (facts(&[
            Fact::new(l.t("proposal-received"), html! { (show_date(known.received_on)) }),
            Fact::new(l.t("proposal-answer"), html! { (answer) }),
        ]))
    };
    show(frame(v), body)
}
