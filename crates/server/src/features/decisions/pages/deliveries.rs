//! Handing certificates over: the list to sign, who waits, who has received, and writing it down.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::deliveries::DELIVERY_RECORD;
use super::super::{
    Awarded, Decision, Delivery, Handing, State, deliver, delivered, deliveries, undo_delivery,
    waiting,
};
use super::{address, asked, back_to};
use crate::access::Act;
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Confirm, Field, Kind, Page, Table, Tone, button, buttons, empty, fields,
    tag_of,
};
use crate::web::{Errors, Form, PageError, csrf};

/// The issued decision of the address with what was handed over.
fn issued(v: &Visit) -> Result<(Decision, Vec<Delivery>), PageError> {
    let decision = asked(v)?;
    if decision.state != State::Issued {
        return Err(Refusal::rule("decision-no-certificate-yet").into());
    }
    let all = deliveries(&v.app, v.person()?, &decision)?;
    Ok((decision, all))
}

pub(super) fn page(v: &Visit) -> Reply {
    let (decision, all) = issued(v)?;
    let form = Form::from_pairs([("delivered_on", show_date(v.app.today()))]);
    show(frame(v), whole(v, &decision, &all, &form, &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("delivery-title"))
}

fn whole(v: &Visit, decision: &Decision, all: &[Delivery], form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let number = decision.full_number().unwrap_or_default();
    let columns = [
        Column::new(l.t("decision-recipient")),
        Column::new(l.t("decision-entry")).numeric(),
        Column::new(l.t("delivery-state")),
        Column::new(l.t("delivery-signature")),
    ];
    let rows = decision.awarded.iter().map(|line| row(v, decision, line, all)).collect();
    html! {
        p { a href=(address(&decision.id)) { (l.with("decision-title", &[("number", number.into())])) } }
        (Table::new(l.t("delivery-list"), &columns, rows).draw(l))
        @if v.may(Act::DeliverCertificates) { (hand_over(v, decision, all, form, errors)) }
    }
}

/// The last column stays empty: on paper it is signed.
fn row(v: &Visit, decision: &Decision, line: &Awarded, all: &[Delivery]) -> Cells {
    let l = v.l;
    let state = match (line.standing.is_revoked(), delivered(line, all)) {
        (true, _) => tag_of(Tone::Bad, "✕", l.t("delivery-revoked")),
        (false, None) => tag_of(Tone::Warning, "○", l.t("delivery-waiting")),
        (false, Some(one)) => html! {
            (tag_of(Tone::Good, "✓", &show_date(one.on))) " " (one.occasion)
            @if !one.receiver.is_empty() {
                @let who = [
                    ("name", one.receiver.as_str().into()),
                    ("relation", one.relation.as_str().into()),
                ];
                br; span.quiet { (l.with("delivery-for", &who)) }
            }
            @if v.may(Act::DeliverCertificates) {
                @let href = format!("{}/trao/{}", address(&decision.id), one.id);
                br; a href=(href) {
                    (l.t("delivery-undo")) span.hidden { ": " (line.words().recipient) }
                }
            }
        },
    };
    Cells::new()
        .text(&line.words().recipient)
        .text(&format!("{:02}", line.seq))
        .markup(html! { div { (state) } })
        .text("")
}

fn hand_over(
    v: &Visit,
    decision: &Decision,
    all: &[Delivery],
    form: &Form,
    errors: &Errors,
) -> Markup {
    let l = v.l;
    let lines = waiting(decision, all).into_iter().map(|line| {
        let name = format!("{:02} – {}", line.seq, line.words().recipient);
        Choice::new(line.seq.to_string(), name)
    });
    let lines: Vec<Choice> = lines.collect();
    if lines.is_empty() {
        return empty(l.t("delivery-all-done"), l.t("delivery-all-done-hint"), None);
    }
    let questions = [
        Field::new("line", l.t("delivery-lines")).kind(Kind::Checkboxes(lines)).required(),
        Field::new("delivered_on", l.t("delivery-day")).kind(Kind::Date).required(),
        Field::new("occasion", l.t("delivery-occasion"))
            .help(l.t("delivery-occasion-help"))
            .required(),
        Field::new("receiver", l.t("delivery-receiver")).help(l.t("delivery-receiver-help")),
        Field::new("relation", l.t("delivery-relation")),
    ];
    html! {
        h2 { (l.t("delivery-record")) }
        form method="post" action={ (address(&decision.id)) "/trao" } {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("delivery-record"))]))
        }
    }
}

pub(super) fn record(v: &Visit, sent: &Form) -> Reply {
    let (by, (decision, all)) = (v.person()?, issued(v)?);
    let chosen: Vec<i64> = sent.all("line").filter_map(|seq| seq.parse().ok()).collect();
    let decided = decision.issued_on.unwrap_or_else(|| v.app.today());
    let done = Handing::read(sent, decided, v.app.today())
        .map_err(Refusal::from)
        .and_then(|how| deliver(&v.app, by, &decision, &chosen, &how));
    match done {
        Ok(()) => crate::visit::go(&format!("{}/trao?xong=delivery", address(&decision.id))),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v), whole(v, &decision, &all, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// What was written down, to be taken back.
fn asked_delivery(v: &Visit) -> Result<(Decision, Delivery), PageError> {
    let (decision, all) = issued(v)?;
    let one = all.into_iter().find(|one| one.id == v.param("ma"));
    Ok((decision, one.ok_or(Refusal::NotFound)?))
}

pub(super) fn undo_page(v: &Visit) -> Reply {
    let (decision, one) = asked_delivery(v)?;
    let body = html! {
        (undo_form(v, &decision, &one, &Form::default(), &Errors::default()))
        (journal::history(v, DELIVERY_RECORD, &one.id)?)
    };
    show(v.page(v.l.t("delivery-undo")).narrow(), body)
}

fn undo_form(
    v: &Visit,
    decision: &Decision,
    one: &Delivery,
    form: &Form,
    errors: &Errors,
) -> Markup {
    let l = v.l;
    let line = decision.awarded.iter().find(|line| line.seq == one.seq);
    let act = Confirm {
        act: l.t("delivery-undo"),
        consequence: l.t("delivery-undo-consequence"),
        action: &format!("{}/trao/{}", address(&decision.id), one.id),
        token: v.form_token(),
        grave: true,
    };
    let reason = Field::new("reason", l.t("delivery-undo-reason")).required();
    html! {
        p { a href={ (address(&decision.id)) "/trao" } { (l.t("delivery-title")) } }
        p.lead {
            (line.map(|line| line.words().recipient.as_str()).unwrap_or_default())
            ": " (show_date(one.on)) ", " (one.occasion)
        }
        @if one.undone_because.is_none() { (act.open(reason.draw(l, form, errors))) }
    }
}

pub(super) fn undo(v: &Visit, sent: &Form) -> Reply {
    let (by, (decision, one)) = (v.person()?, asked_delivery(v)?);
    match undo_delivery(&v.app, by, &decision, &one.id, sent.text("reason")) {
        Ok(()) => back_to(&decision.id, "delivery-undone"),
        Err(Refusal::Invalid(errors)) => {
            let body = undo_form(v, &decision, &one, sent, &errors);
            show_again(v.page(v.l.t("delivery-undo")).narrow(), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
