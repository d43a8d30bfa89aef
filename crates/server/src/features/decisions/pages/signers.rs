//! Who signs decisions as what, with the days and the paper.

use maud::{Markup, html};

use super::super::signers::{candidates, enter_signer, signers};
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button, buttons, empty, fields};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    show(v.page(v.l.t("signers-title")), whole(v, &Form::default(), &Errors::default())?)
}

pub(super) fn enter(v: &Visit, sent: &Form) -> Reply {
    match enter_signer(&v.app, v.person()?, sent) {
        Ok(()) => go("/nguoi-ky?xong=signer"),
        Err(Refusal::Invalid(errors)) => {
            show_again(v.page(v.l.t("signers-title")), whole(v, sent, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let columns = [
        Column::new(l.t("signer-who")),
        Column::new(l.t("signer-as")),
        Column::new(l.t("signer-days")),
        Column::new(l.t("signer-paper")),
    ];
    let rows = signers(&v.app, v.person()?)?.into_iter().map(|one| {
        Cells::new()
            .text(&one.name)
            .markup(html! { @for line in one.capacity.lines() { (line) br; } })
            .text(&l.days(one.from, one.to))
            .text(&one.paper)
    });
    let nothing = empty(l.t("signers-none"), l.t("signers-none-hint"), None);
    Ok(html! {
        p.lead { (l.t("signers-lead")) }
        (Table::new(l.t("signers-title"), &columns, rows.collect()).nothing(nothing).draw(l))
        @if v.may(Act::KeepSigners) { (entry(v, form, errors)?) }
    })
}

fn entry(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let people = candidates(&v.app, v.person()?)?.into_iter();
    let people = people.map(|(id, name)| Choice::new(id, name)).collect();
    let questions = [
        Field::new("account", l.t("signer-who")).kind(Kind::Select(people)).required(),
        Field::new("capacity", l.t("signer-as"))
            .kind(Kind::Long)
            .help(l.t("signer-as-help"))
            .required(),
        Field::new("valid_from", l.t("signer-from")).kind(Kind::Date).required(),
        Field::new("valid_to", l.t("signer-to")).kind(Kind::Date).help(l.t("signer-to-help")),
        Field::new("paper", l.t("signer-paper")).help(l.t("signer-paper-help")).required(),
    ];
    Ok(html! {
        h2 { (l.t("signer-enter")) }
        form method="post" action="/nguoi-ky" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("decision-save"))]))
        }
    })
}
