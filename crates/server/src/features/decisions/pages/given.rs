//! Saying the reward of a line that the law does not tell.

use chungsuc_domain::Vnd;
use maud::{Markup, html};

use super::super::{Awarded, Decision, Given, give_reward, given};
use super::draft::asked_line;
use super::{address, back_to, version};
use crate::access::Act;
use crate::features::law;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{self, Field, Kind, Page, button, buttons, fields, tag};
use crate::web::{Errors, Form, Message, csrf};

/// The way to it, for who drafts and where a person may say it.
pub(super) fn door(v: &Visit, decision: &Decision, line: &Awarded) -> Markup {
    let may = v.may(Act::DraftDecisions) && decision.must_be_draft().is_ok();
    if !may || given::rule(&v.app.catalog, line, v.app.today()).is_none() {
        return html! {};
    }
    let href = format!("{}/muc-thuong/{}", address(&decision.id), line.seq);
    html! {
        br;
        a href=(href) {
            (v.l.t("decision-give-reward")) span.hidden { ": " (line.on_paper.recipient) }
        }
    }
}

/// Why a person said so much, and by which paper: below the amount.
pub(super) fn told(line: &Awarded) -> Markup {
    let counts = |given: &&Given| line.reward.is_none_or(|reward| reward == given.amount);
    html! {
        @if let Some(given) = line.given.as_ref().filter(counts) {
            br; span.quiet { (given.reason) " (" (given.paper) ")" }
        }
    }
}

pub(super) fn page(v: &Visit) -> Reply {
    let (decision, line) = asked_line(v)?;
    decision.must_be_draft()?;
    let mut form = Form::from_pairs([("version", line.version.to_string())]);
    if let Some(given) = &line.given {
        form.set("amount", given.amount.to_string());
        form.set("reason", given.reason.clone());
        form.set("paper", given.paper.clone());
    }
    show(frame(v, &address(&decision.id)), whole(v, &decision, &line, &form, &Errors::default())?)
}

fn frame<'a>(v: &'a Visit, back: &'a str) -> Page<'a> {
    v.page(v.l.t("decision-give-reward")).narrow().back(back, v.l.t("decision-draft-title"))
}

fn whole(
    v: &Visit,
    decision: &Decision,
    line: &Awarded,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, Refusal> {
    let l = v.l;
    let (catalog, today) = (&v.app.catalog, v.app.today());
    let row = given::rule(catalog, line, today);
    let rule = row.ok_or_else(|| Refusal::rule("decision-reward-by-law"))?.rule(today);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("amount", l.t("decision-given-amount")).kind(Kind::Money).required(),
        Field::new("reason", l.t("decision-given-reason")).kind(Kind::Long).required(),
        Field::new("paper", l.t("decision-given-paper"))
            .help(l.t("decision-given-paper-help"))
            .required(),
    ];
    Ok(html! {
        p.lead { (line.on_paper.recipient) }
        p {
            (l.t("decision-given-lead")) " " (law::ground(&rule))
            @if !rule.standing.is_settled() { " " (tag(l, ui::State::Unchecked)) }
        }
        form method="post" action={ (address(&decision.id)) "/muc-thuong/" (line.seq) } {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("decision-save"))]))
        }
    })
}

pub(super) fn give(v: &Visit, sent: &Form) -> Reply {
    let (person, (decision, line)) = (v.person()?, asked_line(v)?);
    let done = read(sent).map_err(Refusal::from).and_then(|given| {
        give_reward(&v.app, person, &decision.id, (line.seq, version(sent)), &given)
    });
    match done {
        Ok(()) => back_to(&decision.id, "decision-reward-given"),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, &decision, &line, sent, &errors)?;
            show_again(frame(v, &address(&decision.id)), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(sent: &Form) -> Result<Given, Errors> {
    let mut errors = Errors::default();
    let amount = Vnd::parse(sent.text("amount"));
    if amount.is_err() {
        errors.add("amount", Message::new("fund-no-amount"));
    }
    let (reason, paper) = (sent.text("reason").to_owned(), sent.text("paper").to_owned());
    amount.map(|amount| Given { amount, reason, paper }).map_err(|_| errors)
}
