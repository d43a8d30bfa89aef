//! One list that was paid: who received, the printed list, and taking all of it back.

use chungsuc_domain::Vnd;
use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::book::too_large;
use super::super::{Batch, PAYMENT_RECORD, batch, reverse_batch};
use super::dong;
use super::ledger::mark;
use crate::access::Act;
use crate::features::{files, journal};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Fact, Field, Kind, Table, button, button_link, buttons, facts, fields,
};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    whole(v, &Form::default(), &Errors::default(), false)
}

fn whole(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let one = batch(&v.app, v.person()?, v.param("dot"))?;
    let base = format!("/quy/dot-chi/{}", one.id);
    let body = html! {
        (about(v, &one)?)
        (buttons(&[
            button_link(&format!("{base}/danh-sach.docx"), l.t("fund-list-docx")),
            button_link(&format!("{base}/danh-sach.pdf"), l.t("fund-list-pdf")),
        ]))
        (received(v, &one))
        @if one.stands() && v.may(Act::KeepFund) { (reverse_form(v, &base, form, errors)) }
        (journal::history(v, PAYMENT_RECORD, &one.id)?)
    };
    let title = l.with("fund-batch-title", &[("day", show_date(one.on).into())]);
    let back = format!("/quy/tra/{}", one.decision);
    let page = v.page(&title).back(&back, l.t("fund-pay"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn about(v: &Visit, one: &Batch) -> Result<Markup, PageError> {
    let l = v.l;
    let standing = one.entries.iter().filter(|entry| entry.stands()).map(|entry| entry.amount);
    let sum = Vnd::total(standing).map_err(too_large)?;
    let manner = one.manner.map_or("", |manner| l.word("fund-manner-", manner.code()));
    Ok(facts(&[
        Fact::new(l.t("fund-amount"), html! { strong { (dong(sum)) } }),
        Fact::new(l.t("fund-pay-day"), html! { (show_date(one.on)) }),
        Fact::new(l.t("fund-manner"), html! { (manner) }),
        Fact::new(l.t("fund-paper"), html! { (one.paper) }),
        Fact::new(l.t("fund-batch-by"), html! { (one.by) }),
    ]))
}

fn received(v: &Visit, one: &Batch) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("fund-awarded")),
        Column::new(l.t("fund-amount-dong")).numeric(),
        Column::new(l.t("fund-taken-by")),
    ];
    let rows = one.entries.iter().map(|entry| {
        Cells::new()
            .markup(html! {
                a href={ "/quy/so/" (entry.id) } { (entry.name) } (mark(v, entry))
            })
            .text(&entry.amount.to_string())
            .text(&entry.taken_by)
    });
    Table::new(l.t("fund-received"), &columns, rows.collect()).draw(l)
}

fn reverse_form(v: &Visit, base: &str, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let question = Field::new("reason", l.t("fund-reason")).kind(Kind::Long).required();
    let open = !errors.is_empty();
    html! {
        details.confirm open[open] {
            summary.button.second { (l.t("fund-batch-reverse")) }
            form.consequence method="post" action={ (base) "/dao" } {
                (csrf::token_field(v.form_token()))
                p { (l.t("fund-batch-reverse-consequence")) }
                (fields(l, form, errors, &[question]))
                (buttons(&[button(l.t("fund-batch-reverse"))]))
            }
        }
    }
}

pub(super) fn reverse(v: &Visit, form: &Form) -> Reply {
    let id = v.param("dot");
    match reverse_batch(&v.app, v.person()?, id, form.text("reason")) {
        Ok(_) => go(&format!("/quy/dot-chi/{id}?xong=fund-batch-reversed")),
        Err(Refusal::Invalid(errors)) => whole(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `danh-sach.docx` or `danh-sach.pdf`, as they were printed when it was paid.
pub(super) fn file(v: &Visit) -> Reply {
    let one = batch(&v.app, v.person()?, v.param("dot"))?;
    let file = match v.param("tep") {
        "danh-sach.docx" => &one.docx,
        "danh-sach.pdf" => &one.pdf,
        _ => return Err(Refusal::NotFound.into()),
    };
    files::show(&v.app, &v.person()?.commune, file)
}
