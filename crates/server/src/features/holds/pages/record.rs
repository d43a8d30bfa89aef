//! One hold: what it says, and lifting it.

use chungsuc_domain::date::{parse_date, show_date};
use maud::{Markup, html};

use super::super::{Hold, Lifting, RECORD, find, lift as lift_hold};
use super::{REGISTER, kind_name, stand};
use crate::access::Act;
use crate::features::{journal, names};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Confirm, Fact, Field, Kind, Page, facts, fields};
use crate::web::{Errors, Form, Message, PageError};

pub(super) fn page(v: &Visit) -> Reply {
    let hold = find(&v.app, v.person()?, v.param("ma"))?;
    show(frame(v, &hold), whole(v, &hold, None)?)
}

fn frame<'a>(v: &'a Visit, hold: &'a Hold) -> Page<'a> {
    let heading = html! { (hold.name) " " (stand(v, hold)) };
    v.page(&hold.name).heading(heading).back(REGISTER, v.l.t("holds-title"))
}

fn whole(v: &Visit, hold: &Hold, faulty: Option<(&Form, &Errors)>) -> Result<Markup, PageError> {
    let history = journal::history(v, RECORD, &hold.id)?;
    Ok(html! {
        (said(v, hold)?)
        @if hold.end.is_none() { (lifting(v, hold, faulty)) }
        (history)
    })
}

fn said(v: &Visit, hold: &Hold) -> Result<Markup, PageError> {
    let l = v.l;
    let accounts = names::of_accounts(&v.app, &v.person()?.commune).map_err(Refusal::from)?;
    let entered = |(who, on): &(String, jiff::civil::Date)| {
        let who = accounts.get(who).map_or("–", String::as_str);
        format!("{who}, {}", show_date(*on))
    };
    let kind = hold.subject_kind.code();
    let record = format!("/so-khen-thuong/cua/{kind}/{}", hold.subject);
    let mut rows = vec![
        Fact::new(
            l.t("hold-who"),
            html! {
                (hold.name) " (" (l.word("subject-kind-", kind)) ")"
                @if v.may(Act::ReadHonours) { " " a href=(record) { (l.t("hold-record")) } }
            },
        ),
        Fact::new(l.t("hold-kind"), html! { (kind_name(v, hold)) }),
        Fact::new(l.t("hold-since"), html! { (show_date(hold.since)) }),
        Fact::new(l.t("hold-issuer"), html! { (hold.issuer) }),
        Fact::new(l.t("hold-paper"), html! { (hold.paper) }),
    ];
    if !hold.words.is_empty() {
        rows.push(Fact::new(l.t("hold-words"), html! { (hold.words) }));
    }
    rows.push(Fact::new(l.t("hold-entered"), html! { (entered(&hold.entered)) }));
    if let Some(end) = &hold.end {
        rows.extend([
            Fact::new(l.t("hold-end-on"), html! { (show_date(end.on)) }),
            Fact::new(l.t("hold-end-paper"), html! { (end.paper) }),
            Fact::new(l.t("hold-end-words"), html! { (end.words) }),
            Fact::new(l.t("hold-end-entered"), html! { (entered(&end.entered)) }),
        ]);
    }
    Ok(facts(&rows))
}

fn lifting(v: &Visit, hold: &Hold, faulty: Option<(&Form, &Errors)>) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("on", l.t("hold-end-on")).kind(Kind::Date).required(),
        Field::new("paper", l.t("hold-end-paper")).help(l.t("hold-paper-help")).required(),
        Field::new("words", l.t("hold-end-words")).help(l.t("hold-end-words-help")).required(),
    ];
    let action = format!("{REGISTER}/{}/thoi", hold.id);
    let confirm = Confirm {
        act: l.t("hold-lift"),
        consequence: l.t("hold-lift-consequence"),
        action: &action,
        token: v.form_token(),
        grave: false,
    };
    match faulty {
        None => confirm.folded_with(fields(l, &Form::default(), &Errors::default(), &questions)),
        Some((form, errors)) => confirm.open(fields(l, form, errors, &questions)),
    }
}

pub(super) fn lift(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let done = match parse_date(sent.text("on"), v.app.today()) {
        Err(_) => Err(Refusal::field("on", Message::new("day-wrong"))),
        Ok(on) => {
            let how = Lifting { on, paper: sent.text("paper"), words: sent.text("words") };
            lift_hold(&v.app, person, id, &how)
        }
    };
    match done {
        Ok(()) => go(&format!("{REGISTER}/{id}?xong=hold-lifted")),
        Err(Refusal::Invalid(errors)) => {
            let hold = find(&v.app, person, id)?;
            show_again(frame(v, &hold), whole(v, &hold, Some((sent, &errors)))?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
