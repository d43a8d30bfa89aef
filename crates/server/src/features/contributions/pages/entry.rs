//! One entry, and taking it back.

use chungsuc_domain::{Quantity, Vnd, date};
use maud::{Markup, html};

use super::super::{Contribution, RECORD, entry, reverse as take_back};
use super::ledger::mark;
use super::quantity;
use crate::access::{Act, Place};
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Fact, Field, Kind, button, buttons, facts, fields};
use crate::web::{Errors, Form, csrf};

pub(super) fn entry_page(v: &Visit) -> Reply {
    page(v, &Form::default(), &Errors::default(), false)
}

fn page(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let one = entry(&v.app, person, v.param("ma"))?;
    let place = Place::village(&person.commune, &one.village);
    let may = person.may(Act::RecordContributions, place);
    let open = one.reverses.is_none() && one.reversed_by.is_none();
    let body = html! {
        (about(v, &one))
        @if may && open { (reverse_form(v, &one, form, errors)) }
        (journal::history(v, RECORD, &one.id)?)
    };
    let title = l.word("contribution-kind-", one.kind.code());
    let title = format!("{title} – {}", one.giver_name);
    let page = v.page(&title).back("/nguon-luc", l.t("ledger-title"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn about(v: &Visit, one: &Contribution) -> Markup {
    let l = v.l;
    let amount = quantity(Quantity::new(one.quantity, one.measure));
    let words = match one.kind {
        chungsuc_domain::ContributionKind::Money => {
            Some(Vnd::new(one.quantity.thousandths() / 1_000).words())
        }
        _ => None,
    };
    let consent = if one.public_name { l.t("consent-yes") } else { l.t("consent-no") };
    let mut list = vec![
        Fact::new(
            l.t("contribution-what"),
            html! {
                strong { (amount) } (mark(v, one))
                @if let Some(words) = words { " " span.quiet { "(" (words) ")" } }
            },
        ),
        Fact::new(l.t("contribution-giver"), html! { (one.giver_name) }),
        Fact::new(l.t("contribution-village"), html! { (one.village_name) }),
        Fact::new(l.t("contribution-day"), html! { (date::show_date(one.given_on)) }),
        Fact::new(l.t("contribution-purpose"), html! { (one.purpose) }),
        Fact::new(l.t("contribution-receipt"), html! { (one.receipt) }),
        Fact::new(l.t("contribution-consent"), html! { (consent) }),
    ];
    if let Some(reason) = &one.reason {
        list.push(Fact::new(l.t("contribution-reason"), html! { (reason) }));
    }
    let pair = [
        (l.t("contribution-takes-back"), &one.reverses),
        (l.t("contribution-taken-by"), &one.reversed_by),
    ];
    for (label, id) in pair.into_iter().filter_map(|(label, id)| Some((label, id.as_ref()?))) {
        let link = html! { a href={ "/nguon-luc/" (id) } { (l.t("contribution-see")) } };
        list.push(Fact::new(label, link));
    }
    facts(&list)
}

fn reverse_form(v: &Visit, one: &Contribution, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let question = Field::new("reason", l.t("contribution-reason")).kind(Kind::Long).required();
    let open = !errors.is_empty();
    html! {
        details.confirm open[open] {
            summary.button.second { (l.t("contribution-reverse")) }
            form.consequence method="post" action={ "/nguon-luc/" (one.id) "/dao" } {
                (csrf::token_field(v.form_token()))
                p { (l.t("contribution-reverse-consequence")) }
                (fields(l, form, errors, &[question]))
                (buttons(&[button(l.t("contribution-reverse"))]))
            }
        }
    }
}

pub(super) fn reverse(v: &Visit, form: &Form) -> Reply {
    match take_back(&v.app, v.person()?, v.param("ma"), form.text("reason")) {
        Ok(id) => go(&format!("/nguon-luc/{id}?xong=reversal")),
        Err(Refusal::Invalid(errors)) => page(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}
