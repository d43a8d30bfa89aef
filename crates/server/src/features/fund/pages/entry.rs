//! One entry, and taking it back.

use chungsuc_domain::date::show_date;
use chungsuc_domain::fund::{Matter, SourceKind};
use maud::{Markup, html};

use super::super::{Entry, RECORD, entry, reverse as take_back};
use super::dong;
use super::ledger::mark;
use crate::access::Act;
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Fact, Field, Kind, button, buttons, facts, fields};
use crate::web::{Errors, Form, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    whole(v, &Form::default(), &Errors::default(), false)
}

fn whole(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let one = entry(&v.app, v.person()?, v.param("ma"))?;
    let open = one.stands() && !matches!(one.matter, Matter::Commitment | Matter::Claim);
    let body = html! {
        (about(v, &one))
        @if open && v.may(Act::KeepFund) { (reverse_form(v, &one, form, errors)) }
        (journal::history(v, RECORD, &one.id)?)
    };
    let matter = l.word("fund-matter-", one.matter.code());
    let title = format!("{matter} – {}", show_date(one.on));
    let page = v.page(&title).back("/quy/so", l.t("fund-tab-ledger"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn about(v: &Visit, one: &Entry) -> Markup {
    let l = v.l;
    let amount = html! {
        strong { (dong(one.amount)) } (mark(v, one)) " " span.quiet { "(" (one.amount.words()) ")" }
    };
    let mut list = vec![
        Fact::new(l.t("fund-amount"), amount),
        Fact::new(l.t("fund-day"), html! { (show_date(one.on)) }),
    ];
    let kind = kind_name(v, one);
    let consent = if one.public_name { l.t("fund-consent-yes") } else { l.t("fund-consent-no") };
    let donation = one.matter == Matter::Income && one.kind == SourceKind::Donation.code();
    let manner = one.manner.map_or("", |manner| l.word("fund-manner-", manner.code()));
    let note = if one.line.is_some() { l.t("fund-address") } else { l.t("fund-note") };
    let texts = [
        (l.t("fund-kind"), kind.as_str()),
        (l.t("fund-name"), one.name.as_str()),
        (l.t("fund-consent"), if donation { consent } else { "" }),
        (l.t("fund-taken-by"), one.taken_by.as_str()),
        (l.t("fund-manner"), manner),
        (l.t("fund-paper"), one.paper.as_str()),
        (note, one.note.as_str()),
        (l.t("fund-reason"), one.reason.as_deref().unwrap_or_default()),
    ];
    for (label, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        list.push(Fact::new(label, html! { (text) }));
    }
    if let Some((decision, _)) = &one.line {
        let link = html! { a href={ "/quy/tra/" (decision) } { (l.t("fund-see")) } };
        list.push(Fact::new(l.t("fund-decision"), link));
    }
    let pair =
        [(l.t("fund-takes-back"), &one.reverses), (l.t("fund-taken-back-by"), &one.reversed_by)];
    for (label, id) in pair.into_iter().filter_map(|(label, id)| Some((label, id.as_ref()?))) {
        let link = html! { a href={ "/quy/so/" (id) } { (l.t("fund-see")) } };
        list.push(Fact::new(label, link));
    }
    facts(&list)
}

/// What the law of the entry's day calls its source or use.
fn kind_name(v: &Visit, one: &Entry) -> String {
    let catalog = &v.app.catalog;
    let name = match one.matter {
        Matter::Income => catalog.fund_sources(one.on).and_then(|row| {
            let known = row.value.iter().find(|source| source.kind.code() == one.kind);
            known.map(|source| source.name.clone())
        }),
        _ => catalog.fund_uses(one.on).and_then(|row| {
            let known = row.value.iter().find(|purpose| purpose.code == one.kind);
            known.map(|purpose| purpose.name.clone())
        }),
    };
    name.unwrap_or_default()
}

fn reverse_form(v: &Visit, one: &Entry, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let question = Field::new("reason", l.t("fund-reason")).kind(Kind::Long).required();
    let open = !errors.is_empty();
    html! {
        details.confirm open[open] {
            summary.button.second { (l.t("fund-reverse")) }
            form.consequence method="post" action={ "/quy/so/" (one.id) "/dao" } {
                (csrf::token_field(v.form_token()))
                p { (l.t("fund-reverse-consequence")) }
                (fields(l, form, errors, &[question]))
                (buttons(&[button(l.t("fund-reverse"))]))
            }
        }
    }
}

pub(super) fn reverse(v: &Visit, form: &Form) -> Reply {
    match take_back(&v.app, v.person()?, v.param("ma"), form.text("reason")) {
        Ok(id) => go(&format!("/quy/so/{id}?xong=fund-reversal")),
        Err(Refusal::Invalid(errors)) => whole(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
