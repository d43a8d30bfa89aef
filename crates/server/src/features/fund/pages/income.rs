//! Entering an income.

use chungsuc_domain::fund::SourceKind;
use maud::{Markup, html};

use super::super::{NewIncome, record_income};
use super::{amount, day, day_field, of_today};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, draft, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    show(frame(v), whole(v, &of_today(v), &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("fund-income-enter")).narrow().back("/quy", v.l.t("way-fund"))
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let known = v.app.catalog.fund_sources(v.app.today());
    let sources = known.map(|row| row.value.as_slice()).unwrap_or_default().iter();
    let sources = sources.map(|one| Choice::new(one.kind.code(), &one.name));
    let questions = [
        Field::new("source", l.t("fund-source")).kind(Kind::Radios(sources.collect())).required(),
        Field::new("amount", l.t("fund-amount")).kind(Kind::Money).required(),
        day_field(l.t("fund-day")),
        Field::new("paper", l.t("fund-income-paper"))
            .help(l.t("fund-income-paper-help"))
            .required(),
        Field::new("giver", l.t("fund-giver")).help(l.t("fund-giver-help")),
        Field::new("public_name", l.t("fund-consent-ask")).kind(Kind::Tick),
        Field::new("note", l.t("fund-note")),
        Field::new("reason", l.t("fund-over-reason")).kind(Kind::Long).help(l.t("fund-over-help")),
    ];
    html! {
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("fund-save"))]))
        }
    }
}

pub(super) fn record(v: &Visit, sent: &Form) -> Reply {
    let person = v.person()?;
    let done =
        read(v, sent).map_err(Refusal::Invalid).and_then(|new| record_income(&v.app, person, &new));
    match done {
        Ok(id) => go(&format!("/quy/so/{id}?xong=fund-income")),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), whole(v, sent, &errors)),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, sent: &Form) -> Result<NewIncome, Errors> {
    let mut errors = Errors::default();
    let source = SourceKind::from_code(sent.text("source"));
    if source.is_none() {
        errors.add("source", Message::new("field-missing"));
    }
    let amount = amount(sent, "amount", &mut errors);
    let on = day(v, sent, &mut errors);
    match source.filter(|_| errors.is_empty()) {
        Some(source) => Ok(NewIncome {
            on,
            source,
            amount,
            giver: sent.text("giver").to_owned(),
            public_name: sent.checked("public_name"),
            paper: sent.text("paper").to_owned(),
            note: sent.text("note").to_owned(),
            reason: sent.text("reason").to_owned(),
        }),
        None => Err(errors),
    }
}
