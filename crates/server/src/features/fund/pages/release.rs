//! Releasing a promise, or a part of it.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Line, NewRelease, lines, release as let_go};
use super::{amount, day, day_field, dong};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let line = line(v)?;
    let form =
        Form::from_pairs([("on", show_date(v.app.today())), ("amount", line.owed()?.to_string())]);
    show(frame(v, &payments(v)), whole(v, &line, &form, &Errors::default())?)
}

/// The page of the decision's payments.
fn payments(v: &Visit) -> String {
    format!("/quy/tra/{}", v.param("quyet_dinh"))
}

fn frame<'a>(v: &'a Visit, back: &'a str) -> Page<'a> {
    v.page(v.l.t("fund-release")).narrow().back(back, v.l.t("fund-pay"))
}

/// The line of the address.
fn line(v: &Visit) -> Result<Line, PageError> {
    let seq: i64 = v.param("so").parse().map_err(|_| Refusal::NotFound)?;
    let all = lines(&v.app, v.person()?, v.param("quyet_dinh"))?;
    Ok(all.into_iter().find(|line| line.seq == seq).ok_or(Refusal::NotFound)?)
}

fn whole(v: &Visit, line: &Line, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let questions = [
        Field::new("amount", l.t("fund-release-amount")).kind(Kind::Money).required(),
        day_field(l.t("fund-day")),
        Field::new("reason", l.t("fund-reason")).kind(Kind::Long).required(),
    ];
    let said = [("name", line.name.as_str().into()), ("owed", dong(line.owed()?).into())];
    Ok(html! {
        p.lead { (l.with("fund-release-lead", &said)) }
        form.consequence method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            p { (l.t("fund-release-consequence")) }
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("fund-release"))]))
        }
    })
}

pub(super) fn release(v: &Visit, sent: &Form) -> Reply {
    let (line, decision) = (line(v)?, v.param("quyet_dinh"));
    let mut errors = Errors::default();
    let on = day(v, sent, &mut errors);
    let amount = amount(sent, "amount", &mut errors);
    let reason = sent.text("reason").to_owned();
    let done = match errors.is_empty() {
        true => {
            let new = NewRelease { on, amount, reason };
            let_go(&v.app, v.person()?, decision, line.seq, &new).map(drop)
        }
        false => Err(errors.into()),
    };
    match done {
        Ok(()) => go(&format!("{}?xong=fund-release", payments(v))),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, &line, sent, &errors)?;
            show_again(frame(v, &payments(v)), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
