//! One dossier: where it stands, what is missing, its papers and its figures.

mod figures;
mod papers;

use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::Verdict;
use maud::{Markup, html};

use super::super::{Dossier, RECORD, Recognition, State, alerts, dossier, holding, usual_last_day};
use super::list::told;
use super::{address, outcome_tag, standard_name, state_tag};
use crate::access::Act;
use crate::features::{journal, law, papers as registry, surveys};
use crate::visit::{Reply, Visit, show};
use crate::web::PageError;
use crate::web::ui::{
    Fact, Step, StepState, Tone, button_link, buttons, facts, notice, steps, tag_of,
};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let found = dossier(&v.app, person, v.param("ma"))?;
    let record = &found.record;
    let asked = alerts(&v.app, person)?;
    let heading = html! { (record.unit_name) " " (state_tag(v, record)) };
    let body = html! {
        p.lead { (standard_name(v, &record.standard)) }
        (way(v, record))
        @for alert in asked.iter().filter(|one| one.record.id == record.id) {
            (told(v, alert, false))
        }
        (said(v, record))
        (acts(v, record))
        (about(v, &found)?)
        (until(v, record))
        @if record.state.may_change() { (missing(v, &found)) }
        (papers::section(v, &found)?)
        (figures::section(v, &found))
        (journal::history(v, RECORD, &record.id)?)
    };
    let page = v.page(&record.unit_name).heading(heading);
    show(page.back("/cong-nhan", l.t("way-recognition")), body)
}

fn way(v: &Visit, of: &Recognition) -> Markup {
    use StepState::{Ahead, Current, Done};
    let (first, second, third) = match of.state {
        State::Preparing | State::Returned | State::Withdrawn => (Current, Ahead, Ahead),
        State::Submitted => (Done, Current, Ahead),
        State::Recognised | State::Revoked => (Done, Done, Done),
    };
    let day = |day: Option<jiff::civil::Date>| day.map(show_date).unwrap_or_default();
    let (submitted, decided) = (day(of.submitted_on), day(of.decided_on));
    let l = v.l;
    let step = |label, state, note| Step { label, state, note };
    html! {
        @if of.state != State::Withdrawn {
            (steps(l, &[
                step(l.t("recognition-step-prepare"), first, ""),
                step(l.t("recognition-step-submit"), second, &submitted),
                step(l.t("recognition-step-decide"), third, &decided),
            ]))
        }
    }
}

/// Why it came back, was given up or revoked; why something that was missing passed.
fn said(v: &Visit, of: &Recognition) -> Markup {
    let l = v.l;
    html! {
        @if let Some(reason) = &of.reason {
            (notice(Tone::Warning, &html! {
                (l.word("recognition-because-", of.state.code())) " " (reason)
            }))
        }
        @if let Some(waiver) = of.waiver.as_ref().filter(|_| of.state != State::Preparing) {
            (notice(Tone::Plain, &html! { (l.t("recognition-waived")) " " (waiver) }))
        }
    }
}

/// The next steps that this person may take.
fn acts(v: &Visit, of: &Recognition) -> Markup {
    let (l, base) = (v.l, address(&of.id));
    let mut row = Vec::new();
    let keeps = v.may(Act::KeepRecognition);
    let mut door = |ending: &str, act| row.push(button_link(&format!("{base}/{ending}"), act));
    if keeps && of.state.may_change() {
        door("trinh", l.t("recognition-submit"));
    }
    if keeps && of.state == State::Submitted {
        door("quyet-dinh", l.t("recognition-recognise"));
        door("tra-lai", l.t("recognition-give-back"));
    }
    if v.may(Act::PrepareRecognition) && of.state.may_change() {
        door("ngay", l.t("recognition-change-day"));
    }
    if keeps && (of.state.may_change() || of.state == State::Submitted) {
        door("rut", l.t("recognition-withdraw"));
    }
    if of.state == State::Recognised {
        door("bang-cong-nhan.pdf", l.t("recognition-print"));
    }
    if keeps && of.state == State::Recognised {
        door("thu-hoi", l.t("recognition-revoke"));
    }
    if of.state.may_change() && v.may(Act::WriteLetters) {
        let letters = format!("/soan-thao/moi?cong-nhan={}", of.id);
        row.push(button_link(&letters, l.t("recognition-write")));
    }
    html! { @if !row.is_empty() { (buttons(&row)) } }
}

fn about(v: &Visit, of: &Dossier) -> Result<Markup, PageError> {
    let (l, record) = (v.l, &of.record);
    let standing = format!("/tieu-chi/{}?bo={}", record.unit, record.standard);
    let unit = html! {
        a href={ "/don-vi/" (record.unit) } { (record.unit_name) }
        @if let Some(end) = record.unit_ended.filter(|end| *end < v.app.today()) {
            " " span.quiet { (l.with("recognition-unit-ended", &[("day", show_date(end).into())])) }
        }
    };
    let met = [("met", of.picture.met.into()), ("total", of.picture.total.into())];
    let met = html! {
        @if record.unit_ended.is_none() { a href=(standing) { (l.with("recognition-met", &met)) } }
        @else { (l.with("recognition-met", &met)) }
    };
    let mut list = vec![
        Fact::new(l.t("recognition-unit"), unit),
        Fact::new(l.t("recognition-as-of"), html! { (show_date(record.as_of)) }),
        Fact::new(l.t("recognition-figures"), met),
        Fact::new(l.t("recognition-recogniser"), law::reasons(l, &of.recogniser.reasons)),
    ];
    if let Some(answered) = people(v, record)? {
        list.push(Fact::new(l.t("recognition-people"), answered));
    }
    if let Some(paper) = &record.paper {
        list.push(Fact::new(l.t("recognition-decision"), decision(v, paper)?));
        let until = match record.valid_to {
            Some(last) => html! { (show_date(last)) },
            None => html! { (l.t("recognition-no-end")) },
        };
        list.push(Fact::new(l.t("recognition-valid-to"), until));
    }
    if let Some(paper) = &record.revoked_by {
        list.push(Fact::new(l.t("recognition-revocation"), decision(v, paper)?));
    }
    Ok(facts(&list))
}

/// Until when a recognised unit counts as such, and when a revocation would have to be considered.
fn until(v: &Visit, of: &Recognition) -> Markup {
    let (State::Recognised, Some(decided_on)) = (of.state, of.decided_on) else {
        return html! {};
    };
    let own = of.valid_to.filter(|_| of.valid_to != usual_last_day(&v.app, of, decided_on));
    html! {
        section {
            h2 { (v.l.t("recognition-holding")) }
            @if let Some(last) = own {
                p { (v.l.with("recognition-ends-by-decision", &[("day", show_date(last).into())])) }
            }
            (law::reasons(v.l, &holding(&v.app, of, decided_on, v.app.today())))
        }
    }
}

/// What the closed surveys of the unit say for this standard in the year of the dossier.
fn people(v: &Visit, of: &Recognition) -> Result<Option<Markup>, PageError> {
    let (person, year) = (v.person()?, of.as_of.year().to_string());
    let found = surveys::satisfaction(&v.app, person, &of.standard, &of.unit, &year)?;
    Ok(found.assessment.map(|_| {
        html! {
            (outcome_tag(v, found.outcome))
            @for (place, id) in found.surveys.iter().enumerate() {
                " " a href={ "/khao-sat/" (id) } {
                    (v.l.with("recognition-survey", &[("number", (place + 1).into())]))
                }
            }
        }
    }))
}

/// A decision of the registry in one line, with its way.
fn decision(v: &Visit, paper: &str) -> Result<Markup, PageError> {
    let found = match registry::find(&v.app, v.person()?, paper) {
        Ok(found) => found,
        // Who may not read the paper still knows that there is one.
        Err(crate::refusal::Refusal::NotFound) => return Ok(html! { "–" }),
        Err(refusal) => return Err(refusal.into()),
    };
    let number = found.number.unwrap_or_default();
    let day = found.issued_on.map(show_date).unwrap_or_default();
    Ok(html! {
        a href={ "/van-ban/" (paper) } { (number) } ", " (day) ", " (found.issuer)
        @if found.withdrawn.is_some() {
            " " (tag_of(Tone::Warning, "▲", v.l.t("recognition-decision-withdrawn")))
        }
    })
}

/// What cannot be missing, and what a person may let pass.
fn missing(v: &Visit, of: &Dossier) -> Markup {
    let (l, found) = (v.l, &of.examination);
    html! {
        section {
            h2 { (l.t("recognition-missing")) }
            (missing_of(v, of))
            @if found.verdict == Verdict::Yes { p { (l.t("recognition-nothing-missing")) } }
        }
    }
}

/// The two lists alone; nothing when nothing is missing.
pub(super) fn missing_of(v: &Visit, of: &Dossier) -> Markup {
    let (l, found) = (v.l, &of.examination);
    html! {
        @if !found.refusing.is_empty() {
            p { strong { (l.t("recognition-refusing")) } }
            (law::reasons(l, &found.refusing))
        }
        @if !found.to_decide.is_empty() {
            p { strong { (l.t("recognition-to-decide")) } }
            (law::reasons(l, &found.to_decide))
        }
    }
}
