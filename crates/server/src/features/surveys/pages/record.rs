//! One survey: who was asked, what they answered, what that comes to; closing, withdrawing, correcting.

use chungsuc_domain::date::show_date;
use chungsuc_domain::survey::Assessment;
use maud::{Markup, html};

use super::super::close::may_close;
use super::super::{
    Line, RECORD, State, Survey, assessment, close as close_survey, correct as correct_survey,
    current, list, place, withdraw as withdraw_survey,
};
use super::{address, asked, outcome, percent, state, title};
use crate::access::{Act, Person};
use crate::features::{journal, law, names};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Confirm, Fact, Field, Kind, Table, Tone, button_link, buttons, facts, fields,
    notice,
};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, survey) = (v.l, asked(v)?);
    let title = title(v, &survey)?;
    let heading = html! { (title) " " (state(v, survey.state)) };
    let found = assessment(&v.app, v.person()?, &survey)?;
    let body = html! {
        @if let Some(reason) = &survey.reason { (because(v, &survey, reason)) }
        (acts(v, &survey)?)
        (about(v, &survey)?)
        @if survey.asked.is_some() { (verdict(v, &survey, &found)) }
        (contents(v, &survey, &found))
        (closing(v, &survey)?)
        (journal::history(v, RECORD, &survey.id)?)
    };
    let back = format!("/khao-sat?bo={}&nam={}", survey.standard, survey.year);
    show(v.page(&title).heading(heading).back(&back, l.t("way-surveys")), body)
}

fn because(v: &Visit, survey: &Survey, reason: &str) -> Markup {
    let key = match survey.state {
        State::Withdrawn => "survey-withdrawn-because",
        _ => "survey-corrects-because",
    };
    let words = html! {
        (v.l.t(key)) " " (reason)
        @if let Some(old) = &survey.corrects {
            " " a href=(address(old)) { (v.l.t("survey-corrects")) }
        }
    };
    notice(Tone::Warning, &words)
}

fn acts(v: &Visit, survey: &Survey) -> Result<Markup, PageError> {
    let (l, person, base) = (v.l, v.person()?, address(&survey.id));
    let here = place(person, &survey.unit);
    let mut row = Vec::new();
    if survey.state == State::Open && person.may(Act::EnterSurveys, here) {
        row.push(button_link(&format!("{base}/nhap"), l.t("survey-count")));
    }
    row.push(button_link(&format!("{base}/danh-sach"), l.t("survey-drawn-list")));
    row.push(button_link(&format!("{base}/tep/phieu.pdf"), l.t("survey-form-pdf")));
    row.push(button_link(&format!("{base}/tep/phieu.docx"), l.t("survey-form-docx")));
    if survey.state != State::Withdrawn && person.may(Act::KeepSurveys, here) {
        if counts(v, person, survey)? {
            row.push(button_link(&format!("{base}/sua"), l.t("survey-correct")));
        }
        row.push(button_link(&format!("{base}/huy"), l.t("survey-withdraw")));
    }
    Ok(buttons(&row))
}

/// Whether it is the one that counts.
fn counts(v: &Visit, person: &Person, survey: &Survey) -> Result<bool, PageError> {
    let all = list(&v.app, person, &survey.standard, survey.year)?;
    Ok(current(&all, &survey.unit).is_some_and(|one| one.id == survey.id))
}

fn about(v: &Visit, survey: &Survey) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let set = v.app.catalog.standard(&survey.standard);
    let set = set.map_or("–", |set| set.head().value.name.as_str());
    let key = if survey.asks_all() { "survey-asks-all" } else { "survey-asks-some" };
    let drawn = [("sample", survey.sample.into()), ("households", survey.frame.len().into())];
    let mut known = vec![
        Fact::new(l.t("survey-standard"), html! { (set) }),
        Fact::new(l.t("survey-organiser"), html! { (survey.organiser) }),
        Fact::new(
            l.t("survey-draw"),
            html! { (l.with(key, &drawn)) " · " (show_date(survey.opened_on)) },
        ),
        Fact::new(l.t("survey-seed"), html! { code { (survey.seed) } }),
    ];
    if let Some(((asked, day), who)) =
        survey.asked.zip(survey.counted_on).zip(survey.entered_by.as_ref())
    {
        let people = names::of_accounts(&v.app, &person.commune)?;
        let who = people.get(who).cloned().unwrap_or_else(|| "–".to_owned());
        let of = format!("{asked}/{}", survey.frame.len());
        known.push(Fact::new(l.t("survey-asked"), html! { (of) }));
        let counted = html! { (show_date(day)) " · " (who) };
        known.push(Fact::new(l.t("survey-counted-on"), counted));
    }
    if !survey.note.is_empty() {
        known.push(Fact::new(l.t("survey-note"), html! { (survey.note) }));
    }
    if let Some(day) = survey.closed_on {
        known.push(Fact::new(l.t("survey-closed-on"), html! { (show_date(day)) }));
    }
    Ok(facts(&known))
}

fn verdict(v: &Visit, survey: &Survey, found: &Assessment) -> Markup {
    let l = v.l;
    html! {
        section.card {
            h2 { (l.t("survey-share")) ": " (percent(found.overall)) " " (outcome(v, found.outcome)) }
            @if survey.state == State::Open { p.quiet { (l.t("survey-not-closed-yet")) } }
            (law::reasons(l, &found.reasons))
        }
    }
}

fn contents(v: &Visit, survey: &Survey, found: &Assessment) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("survey-content")),
        Column::new(l.t("survey-answered")).numeric(),
        Column::new(l.t("survey-satisfied")).numeric(),
        Column::new(l.t("survey-share")).numeric(),
        Column::new(l.t("survey-outcome")),
    ];
    let rows = survey.lines.iter().zip(&found.contents).map(|(line, result)| {
        let Line { content, answers } = line;
        let row = Cells::new().text(&format!("{}. {}", content.code, content.name));
        match survey.asked {
            None => row.text("–").text("–").text("–").text("–"),
            Some(_) => row
                .number(l, answers.answered().into())
                .number(l, answers.satisfied().into())
                .text(&percent(result.share))
                .markup(outcome(v, result.outcome)),
        }
    });
    Table::new(l.t("survey-contents"), &columns, rows.collect()).draw(l)
}

/// Closing, or why this person does not close it.
fn closing(v: &Visit, survey: &Survey) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    if survey.state != State::Open || !person.may(Act::KeepSurveys, place(person, &survey.unit)) {
        return Ok(html! {});
    }
    let action = format!("{}/chot", address(&survey.id));
    Ok(match may_close(person, survey) {
        Err(Refusal::Rule(why)) => html! { p.quiet { (why.say(l)) } },
        Err(_) => html! {},
        Ok(()) => {
            let act = Confirm {
                act: l.t("survey-close"),
                consequence: l.t("survey-close-consequence"),
                action: &action,
                token: v.form_token(),
                grave: false,
            };
            act.folded_with(html! { input type="hidden" name="version" value=(survey.version); })
        }
    })
}

pub(super) fn close(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    close_survey(&v.app, v.person()?, id, version)?;
    go(&format!("{}?xong=survey-closed", address(id)))
}

/// An act that wants a reason: its words and the end of its address.
struct Way {
    act: &'static str,
    consequence: &'static str,
    ending: &'static str,
}

const WITHDRAW: Way =
    Way { act: "survey-withdraw", consequence: "survey-withdraw-consequence", ending: "huy" };
const CORRECT: Way =
    Way { act: "survey-correct", consequence: "survey-correct-consequence", ending: "sua" };

pub(super) fn withdraw_page(v: &Visit) -> Reply {
    ask(v, &WITHDRAW, None)
}

pub(super) fn correct_page(v: &Visit) -> Reply {
    ask(v, &CORRECT, None)
}

fn ask(v: &Visit, way: &Way, sent: Option<(&Form, &Errors)>) -> Reply {
    let (l, survey) = (v.l, asked(v)?);
    let (back, title) = (address(&survey.id), title(v, &survey)?);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("reason", l.t("survey-reason")).kind(Kind::Long).required(),
    ];
    let (fresh, none) =
        (Form::from_pairs([("version", survey.version.to_string())]), Errors::default());
    let (form, errors) = sent.unwrap_or((&fresh, &none));
    let body = html! {
        p.lead { (title) }
        form.consequence method="post" action={ (back) "/" (way.ending) } {
            (csrf::token_field(v.form_token()))
            p { (l.t(way.consequence)) }
            (fields(l, form, errors, &questions))
            button.button.grave type="submit" { (l.t(way.act)) }
        }
    };
    let page = v.page(l.t(way.act)).narrow().back(&back, l.t("survey-record"));
    if sent.is_some() { show_again(page, body) } else { show(page, body) }
}

pub(super) fn withdraw(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    match withdraw_survey(&v.app, v.person()?, id, version, form.text("reason")) {
        Ok(()) => go(&format!("{}?xong=survey-withdrawn", address(id))),
        Err(Refusal::Invalid(errors)) => ask(v, &WITHDRAW, Some((form, &errors))),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn correct(v: &Visit, form: &Form) -> Reply {
    match correct_survey(&v.app, v.person()?, v.param("ma"), form.text("reason")) {
        Ok(id) => go(&format!("{}/nhap?xong=survey-correcting", address(&id))),
        Err(Refusal::Invalid(errors)) => ask(v, &CORRECT, Some((form, &errors))),
        Err(refusal) => Err(refusal.into()),
    }
}
