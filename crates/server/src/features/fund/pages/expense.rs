//! Entering an expense besides rewards.

use maud::{Markup, html};

use super::super::{Manner, NewExpense, spend};
use super::{amount, day, day_field, ground_of, manners, of_today};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, draft, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    show(frame(v), whole(v, &of_today(v), &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("fund-expense-enter")).narrow().back("/quy", v.l.t("way-fund"))
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Markup {
    let (l, today) = (v.l, v.app.today());
    let known = v.app.catalog.fund_uses(today);
    let uses = known.map(|row| row.value.as_slice()).unwrap_or_default().iter();
    let uses = uses.map(|one| {
        let hint = if one.organising { l.t("fund-use-organising") } else { l.t("fund-use-other") };
        Choice::new(&one.code, &one.name).hint(hint)
    });
    let questions = [
        Field::new("purpose", l.t("fund-use")).kind(Kind::Radios(uses.collect())).required(),
        Field::new("note", l.t("fund-expense-what")).required(),
        Field::new("amount", l.t("fund-amount")).kind(Kind::Money).required(),
        day_field(l.t("fund-day")),
        Field::new("payee", l.t("fund-payee")).required(),
        Field::new("manner", l.t("fund-manner")).kind(Kind::Radios(manners(v))).required(),
        Field::new("paper", l.t("fund-voucher")).required(),
        Field::new("reason", l.t("fund-over-reason")).kind(Kind::Long).help(l.t("fund-over-help")),
    ];
    html! {
        @if let Some(row) = known { p.quiet { (ground_of(v, row, today)) } }
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
    let done = read(v, sent).map_err(Refusal::Invalid).and_then(|new| spend(&v.app, person, &new));
    match done {
        Ok(id) => go(&format!("/quy/so/{id}?xong=fund-expense")),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), whole(v, sent, &errors)),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, sent: &Form) -> Result<NewExpense, Errors> {
    let mut errors = Errors::default();
    let purpose = sent.required("purpose", &mut errors).to_owned();
    let amount = amount(sent, "amount", &mut errors);
    let on = day(v, sent, &mut errors);
    let manner = Manner::from_code(sent.text("manner"));
    if manner.is_none() {
        errors.add("manner", Message::new("field-missing"));
    }
    match manner.filter(|_| errors.is_empty()) {
        Some(manner) => Ok(NewExpense {
            on,
            purpose,
            amount,
            payee: sent.text("payee").to_owned(),
            manner,
            paper: sent.text("paper").to_owned(),
            note: sent.text("note").to_owned(),
            reason: sent.text("reason").to_owned(),
        }),
        None => Err(errors),
    }
}
