//! The page on which the chairman issues a draft.

use chungsuc_domain::date::{parse_date, show_date};
use chungsuc_domain::decision::Verdict;
use maud::{Markup, html};

use super::super::funding::outlook;
use super::super::values::too_large;
use super::super::{Decision, Issuing, coming_number, issue as issue_draft, sums};
use super::record::{stale_bases, total};
use super::{address, asked, back_to, calculation::calculation, funding, version};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{Confirm, Field, Kind, fields};
use crate::web::{Errors, Form, Message, PageError};

pub(super) fn page(v: &Visit) -> Reply {
    let decision = asked(v)?;
    decision.must_be_draft()?;
    let form = Form::from_pairs([
        ("version", decision.version.to_string()),
        ("issued_on", show_date(v.app.today())),
    ]);
    let body = confirm(v, &decision, &form, &Errors::default())?;
    show(v.page(v.l.t("decision-issue-title")).back(&address(&decision.id), back(v)), body)
}

pub(super) fn issue(v: &Visit, sent: &Form) -> Reply {
    let (person, decision) = (v.person()?, asked(v)?);
    let done = read(v, sent)
        .map_err(Refusal::from)
        .and_then(|how| issue_draft(&v.app, person, &decision.id, &how));
    let errors = match done {
        Ok(_) => return back_to(&decision.id, "decision-issued"),
        Err(Refusal::Invalid(errors)) => errors,
        Err(refusal) => return Err(refusal.into()),
    };
    let body = confirm(v, &decision, sent, &errors)?;
    show_again(v.page(v.l.t("decision-issue-title")).back(&address(&decision.id), back(v)), body)
}

fn back(v: &Visit) -> &'static str {
    v.l.t("decision-draft-title")
}

fn read(v: &Visit, sent: &Form) -> Result<Issuing, Errors> {
    let mut errors = Errors::default();
    let on = parse_date(sent.text("issued_on"), v.app.today());
    if on.is_err() {
        errors.add("issued_on", Message::new("day-wrong"));
    }
    let number = sent.filled("number").map(str::parse::<i64>).transpose();
    if number.is_err() {
        errors.add("number", Message::new("decision-number-wrong"));
    }
    match (on, number) {
        (Ok(on), Ok(number)) => {
            let reason = sent.text("reason").to_owned();
            Ok(Issuing { on, number, version: version(sent), reason })
        }
        _ => Err(errors),
    }
}

/// What will be signed, what follows from it, and the two things that can be chosen.
fn confirm(
    v: &Visit,
    decision: &Decision,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let sums = sums(&v.app.catalog, decision, v.app.today()).map_err(too_large)?;
    let next = coming_number(&v.app, v.person()?, v.app.today())?;
    let number_help = l.with("decision-number-help", &[("next", next.into())]);
    let outlook = outlook(&v.app, v.person()?, decision, v.app.today())?;
    let short = outlook
        .as_ref()
        .is_some_and(|it| it.kept && it.answer.verdict == Verdict::PersonMustDecide);
    let mut questions = vec![
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("issued_on", l.t("decision-day")).kind(Kind::Date).required(),
        Field::new("number", l.t("decision-number-field")).kind(Kind::Number).help(&number_help),
    ];
    // Another day may have other rewards, so the question also comes with its error.
    if short || errors.of("reason").is_some() {
        questions.push(Field::new("reason", l.t("decision-fund-reason")).kind(Kind::Long));
    }
    let act = Confirm {
        act: l.t("decision-issue"),
        consequence: l.t("decision-issue-consequence"),
        action: &format!("{}/ban-hanh", address(&decision.id)),
        token: v.form_token(),
        grave: false,
    };
    let count = [("count", decision.awarded.len().into())];
    Ok(html! {
        p.lead { (decision.wording.abstract_()) }
        p { (l.with("decision-issue-count", &count)) }
        (total(v, sums))
        (calculation(v, decision))
        @if let Some(outlook) = &outlook { (funding::told(v, outlook)) }
        (stale_bases(v, decision))
        p { a href={ (address(&decision.id)) "/quyet-dinh.docx" } { (l.t("decision-docx")) } }
        (act.open(fields(l, form, errors, &questions)))
    })
}
