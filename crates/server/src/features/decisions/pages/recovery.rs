//! What is to come back of commendations that were taken back, and writing down what did.

use chungsuc_domain::Vnd;
use chungsuc_domain::date::{parse_date, show_date};
use maud::{Markup, html};

use super::super::amendments::{Amendment, Due, Kind as Sort, Recovered, due, record};
use super::super::{Decision, State, find};
use super::amendment::{address, asked, title};
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Page, Table, Tone, button, buttons, fields, tag_of,
};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// For the record of a revocation: line by line what is to come back.
pub(super) fn recoveries(
    v: &Visit,
    found: &Amendment,
    decision: &Decision,
) -> Result<Markup, PageError> {
    if found.kind != Sort::Revocation || found.state != State::Issued {
        return Ok(html! {});
    }
    let l = v.l;
    let columns = [
        Column::new(l.t("decision-recipient")),
        Column::new(l.t("recovery-object")),
        Column::new(l.t("recovery-money")),
        Column::new(l.t("column-act")),
    ];
    let rows = due(&v.app, v.person()?, found, decision)?;
    let rows = rows.iter().map(|one| row(v, found, one)).collect();
    Ok(Table::new(l.t("recovery-title"), &columns, rows).draw(l))
}

fn row(v: &Visit, found: &Amendment, one: &Due) -> Cells {
    let l = v.l;
    let open = |word: &str| tag_of(Tone::Warning, "○", word);
    let object = match one.object {
        None => html! { "–" },
        Some(None) => open(l.t("recovery-waiting")),
        Some(Some(day)) => {
            let said = l.with("recovery-back-on", &[("day", show_date(day).into())]);
            tag_of(Tone::Good, "✓", &said)
        }
    };
    let money = match one.money {
        None => html! { "–" },
        Some((owed, done)) => {
            let due = owed.map_or(l.t("decision-reward-unknown").to_owned(), |it| it.to_string());
            let figures = [("done", done.to_string().into()), ("due", due.into())];
            html! { (l.with("recovery-money-of", &figures)) }
        }
    };
    let href = format!("{}/thu-lai/{}", address(&found.id), one.line.seq);
    Cells::new()
        .text(&one.line.words().recipient)
        .markup(object)
        .markup(html! {
            div {
                (money)
                @for back in &one.done {
                    br;
                    span.quiet {
                        (show_date(back.on)) ": " (back.note)
                        @if back.taken_back { " (" (l.t("recovery-taken-back")) ")" }
                    }
                }
            }
        })
        .markup(html! {
            @if one.is_open() && v.may(Act::RecordRecoveries) {
                a href=(href) {
                    (l.t("recovery-record"))
                    span.hidden { ": " (one.line.words().recipient) }
                }
            }
        })
}

/// The revocation, its decision and the line of the address.
fn asked_line(v: &Visit) -> Result<(Amendment, Decision, Due), PageError> {
    let found = asked(v)?;
    let decision = find(&v.app, v.person()?, &found.decision)?;
    let seq = v.param("so").parse().ok();
    let lines = due(&v.app, v.person()?, &found, &decision)?;
    let line = lines.into_iter().find(|one| Some(one.line.seq) == seq);
    Ok((found, decision, line.ok_or(Refusal::NotFound)?))
}

pub(super) fn page(v: &Visit) -> Reply {
    let (found, _, one) = asked_line(v)?;
    let form = Form::from_pairs([("recovered_on", show_date(v.app.today()))]);
    show(frame(v), whole(v, &found, &one, &form, &Errors::default()))
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("recovery-record")).narrow()
}

fn whole(v: &Visit, found: &Amendment, one: &Due, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let mut what = Vec::new();
    if one.object == Some(None) {
        what.push(Choice::new(Recovered::Object.code(), l.t("recovered-object")));
    }
    if one.money.is_some() {
        what.push(Choice::new(Recovered::Money.code(), l.t("recovered-money")));
    }
    let questions = [
        Field::new("what", l.t("recovery-what")).kind(Kind::Radios(what)).required(),
        Field::new("amount", l.t("recovery-amount")).help(l.t("recovery-amount-help")),
        Field::new("recovered_on", l.t("recovery-day")).kind(Kind::Date).required(),
        Field::new("note", l.t("recovery-note")).help(l.t("recovery-note-help")).required(),
    ];
    html! {
        p { a href=(address(&found.id)) { (title(v, found)) } }
        p.lead { (one.line.words().recipient) }
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("decision-save"))]))
        }
    }
}

pub(super) fn record_it(v: &Visit, sent: &Form) -> Reply {
    let (found, decision, one) = asked_line(v)?;
    let (by, note) = (v.person()?, sent.text("note"));
    let done = read(v, sent).map_err(Refusal::from).and_then(|(what, on)| {
        record(&v.app, by, (&found, &decision), one.line.seq, what, on, note)
    });
    match done {
        Ok(()) => go(&format!("{}?xong=recovery", address(&found.id))),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v), whole(v, &found, &one, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

type What = (Recovered, Option<Vnd>);

fn read(v: &Visit, sent: &Form) -> Result<(What, jiff::civil::Date), Errors> {
    let mut errors = Errors::default();
    let what = Recovered::from_code(sent.text("what"));
    if what.is_none() {
        errors.add("what", Message::new("field-missing"));
    }
    let amount = sent.filled("amount").map(str::parse::<Vnd>).transpose();
    if amount.is_err() {
        errors.add("amount", Message::new("recovery-amount-missing"));
    }
    let on = parse_date(sent.text("recovered_on"), v.app.today());
    if on.is_err() {
        errors.add("recovered_on", Message::new("day-wrong"));
    }
    match (what, amount, on) {
        (Some(what), Ok(amount), Ok(on)) => Ok(((what, amount), on)),
        _ => Err(errors),
    }
}
