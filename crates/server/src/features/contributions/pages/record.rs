//! Recording a contribution: the giver is found, then what was given is typed.

use chungsuc_domain::{ContributionKind, Decimal, Measure, SubjectKind, Vnd, date};
use maud::{Markup, html};

use super::super::record::measures_of;
use super::super::{Giver, NewContribution, record as record_contribution};
use super::movement;
use crate::access::Act;
use crate::features::{directory, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, button_link, buttons, draft, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// The address of somebody who is not in the directory.
const ELSEWHERE: &str = "/nguon-luc/ghi/free/moi";

pub(super) fn choose(v: &Visit) -> Reply {
    let l = v.l;
    let body = html! {
        p { (l.t("contribution-choose")) }
        (directory::finder(v, l.t("contribution-giver"), &v.path)?)
        p { (button_link(ELSEWHERE, l.t("contribution-elsewhere"))) }
    };
    show(v.page(l.t("contribution-record")).back("/nguon-luc", l.t("ledger-title")), body)
}

/// Who gives: a subject of the directory with its village, or nobody yet.
fn subject(v: &Visit) -> Result<Option<directory::Subject>, PageError> {
    if v.param("loai") == "free" {
        return Ok(None);
    }
    let kind = SubjectKind::from_code(v.param("loai")).ok_or(Refusal::NotFound)?;
    Ok(Some(directory::subject(&v.app, v.person()?, kind, v.param("dt"))?))
}

pub(super) fn page(v: &Visit) -> Reply {
    let subject = subject(v)?;
    let village = subject.as_ref().and_then(|one| one.village.clone()).unwrap_or_default();
    let today = date::show_date(v.app.today());
    let form = Form::from_pairs([("village", village), ("given_on", today)]);
    let body = whole(v, subject.as_ref(), &form, &Errors::default())?;
    show(frame(v), body)
}

fn frame(v: &Visit) -> Page<'_> {
    let again = v.l.t("contribution-choose-again");
    v.page(v.l.t("contribution-record")).narrow().back("/nguon-luc/ghi", again)
}

fn whole(
    v: &Visit,
    subject: Option<&directory::Subject>,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let villages = units::villages_for(&v.app, v.person()?, Act::RecordContributions)?;
    let villages = villages.into_iter().map(|unit| Choice::new(unit.code, unit.name)).collect();
    let kinds = ContributionKind::ALL.iter();
    let kinds =
        kinds.map(|kind| Choice::new(kind.code(), l.word("contribution-kind-", kind.code())));
    let goods = measures_of(ContributionKind::Goods).iter().chain([&Measure::Hectare]);
    let measures = goods.map(|measure| Choice::new(measure.code(), measure.label())).collect();
    let questions = [
        Field::new("kind", l.t("contribution-kind")).kind(Kind::Radios(kinds.collect())).required(),
        Field::new("quantity", l.t("contribution-quantity"))
            .help(l.t("contribution-quantity-help"))
            .required(),
        Field::new("measure", l.t("contribution-measure-other"))
            .kind(Kind::Select(measures))
            .help(l.t("contribution-measure-help")),
        Field::new("village", l.t("contribution-village")).kind(Kind::Select(villages)).required(),
        Field::new("given_on", l.t("contribution-day")).kind(Kind::Date).required(),
        Field::new("purpose", l.t("contribution-purpose")).required(),
        Field::new("receipt", l.t("contribution-receipt")),
        Field::new("public_name", l.t("contribution-consent-ask")).kind(Kind::Tick),
    ];
    let giver = [Field::new("giver", l.t("contribution-giver")).required()];
    let asked = match subject {
        Some(_) => questions.to_vec(),
        None => giver.into_iter().chain(questions).collect(),
    };
    Ok(html! {
        @if let Some(subject) = subject {
            p.lead { (subject.name) " (" (l.word("subject-kind-", subject.kind.code())) ")" }
        }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &asked))
            (buttons(&[button(l.t("contribution-save"))]))
        }
    })
}

pub(super) fn record(v: &Visit, sent: &Form) -> Reply {
    let subject = subject(v)?;
    let movement = movement(v)?;
    let giver = match &subject {
        Some(subject) => Giver::Known(subject.kind, subject.id.clone()),
        None => Giver::Free(sent.text("giver").to_owned()),
    };
    let person = v.person()?;
    let done = read(v, sent, giver)
        .map_err(Refusal::Invalid)
        .and_then(|new| record_contribution(&v.app, person, &movement.id, &new));
    match done {
        Ok(id) => go(&format!("/nguon-luc/{id}?xong=contribution")),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, subject.as_ref(), sent, &errors)?;
            show_again(frame(v), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Money is read as people write money, everything else as a decimal number.
fn read(v: &Visit, form: &Form, giver: Giver) -> Result<NewContribution, Errors> {
    let mut errors = Errors::default();
    let kind = ContributionKind::from_code(form.text("kind"));
    if kind.is_none() {
        errors.add("kind", Message::new("field-missing"));
    }
    let text = form.text("quantity");
    let quantity = match kind {
        Some(ContributionKind::Money) => {
            let dong = Vnd::parse(text).ok().and_then(|vnd| vnd.dong().checked_mul(1_000));
            dong.map(Decimal::from_thousandths)
        }
        _ => Decimal::parse(text).ok(),
    };
    if quantity.is_none() {
        errors.add("quantity", Message::new("contribution-no-quantity"));
    }
    let usual = kind.and_then(|kind| measures_of(kind).first().copied());
    let chosen = form.filled("measure").and_then(Measure::from_code);
    // The list of units is asked of goods and hectares only; the others have one natural unit.
    let measure = match kind {
        Some(ContributionKind::Money | ContributionKind::Labour) => usual,
        _ => chosen.or(usual),
    };
    let given_on = date::parse_date(form.text("given_on"), v.app.today());
    if given_on.is_err() {
        errors.add("given_on", Message::new("day-wrong"));
    }
    match (kind, quantity, measure, given_on) {
        (Some(kind), Some(quantity), Some(measure), Ok(given_on)) if errors.is_empty() => {
            Ok(NewContribution {
                village: form.text("village").to_owned(),
                giver,
                kind,
                quantity,
                measure,
                given_on,
                purpose: form.text("purpose").to_owned(),
                receipt: form.text("receipt").to_owned(),
                public_name: form.checked("public_name"),
            })
        }
        _ => Err(errors),
    }
}
