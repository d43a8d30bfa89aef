//! Drafting a decision, and rewording it and its certificates.

use chungsuc_domain::date::show_date;
use chungsuc_store::StoreError;
use maud::{Markup, html};

use super::super::draft::usual_words;
use super::super::{
    AWARD_RECORD, Awarded, Decision, OnPaper, Proposal, RewardSource, Wording,
    correct as correct_words, draft, proposal, reword as reword_line,
};
use super::record::{award_name, left_out_list, not_carried_list};
use super::{address, asked, back_to, version};
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Page, Table, Tone, button, buttons, fields, notice,
};
use crate::web::{Errors, Form, PageError, csrf};

/// What a form was answered with when it has to be shown again.
pub(super) enum Again {
    /// Fields are wrong.
    Wrong(Errors),
    /// Somebody else was faster; what was typed stays on the page.
    Overtaken,
}

impl Again {
    pub(super) fn of(refusal: Refusal) -> Result<Self, PageError> {
        match refusal {
            Refusal::Invalid(errors) => Ok(Self::Wrong(errors)),
            Refusal::Store(StoreError::Conflict) => Ok(Self::Overtaken),
            other => Err(other.into()),
        }
    }

    pub(super) fn errors(&self) -> Errors {
        match self {
            Self::Wrong(errors) => errors.clone(),
            Self::Overtaken => Errors::default(),
        }
    }

    pub(super) fn notice(&self, v: &Visit) -> Markup {
        html! {
            @if let Self::Overtaken = self {
                (notice(Tone::Warning, &html! { (v.l.t("error-conflict")) }))
            }
        }
    }
}

pub(super) fn new(v: &Visit) -> Reply {
    let found = proposed(v, &v.query)?;
    let form = usual_words(&v.app, v.person()?, &found)?;
    show(v.page(v.l.t("decision-draft")), new_form(v, &found, &form, &Errors::default()))
}

pub(super) fn add(v: &Visit, sent: &Form) -> Reply {
    let (sitting, movement) = (sent.text("phien"), sent.text("phong-trao"));
    let person = v.person()?;
    let done = Wording::read(sent)
        .map_err(Refusal::from)
        .and_then(|words| draft(&v.app, person, sitting, movement, &words));
    match done {
        Ok(id) => back_to(&id, "decision-drafted"),
        Err(refusal) => {
            let again = Again::of(refusal)?;
            let body = new_form(v, &proposed(v, sent)?, sent, &again.errors());
            show_again(v.page(v.l.t("decision-draft")), body)
        }
    }
}

fn proposed(v: &Visit, asked: &Form) -> Result<Proposal, PageError> {
    Ok(proposal(&v.app, v.person()?, asked.text("phien"), asked.text("phong-trao"))?)
}

fn new_form(v: &Visit, found: &Proposal, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("decision-recipient")),
        Column::new(l.t("decision-kind")),
        Column::new(l.t("decision-award")),
        Column::new(l.t("decision-nomination-achievement")),
    ];
    let rows = found.taken.iter().map(|nomination| {
        let contestant = &nomination.contestant;
        Cells::new()
            .link(&format!("/khen-thuong/{}", nomination.id), &contestant.name)
            .text(l.word("subject-kind-", contestant.kind.code()))
            .text(award_name(v, &nomination.award))
            .text(&nomination.achievement)
    });
    let place = [
        ("day", show_date(found.considered_on).into()),
        ("movement", found.movement.name.as_str().into()),
    ];
    html! {
        @let lead = if found.sitting.is_some() { "decision-draft-lead" } else { "decision-draft-agreed" };
        p.lead { (l.with(lead, &place)) }
        (Table::new(l.t("decision-taken"), &columns, rows.collect()).draw(l))
        (left_out_list(v, &found.left_out))
        (not_carried_list(v, &found.not_carried))
        @if !found.taken.is_empty() {
            h2 { (l.t("decision-words")) }
            form method="post" action="/quyet-dinh/lap" {
                (csrf::token_field(v.form_token()))
                @let sitting = found.sitting.as_ref().map_or("", |sitting| sitting.id.as_str());
                input type="hidden" name="phien" value=(sitting);
                input type="hidden" name="phong-trao" value=(found.movement.id);
                (fields(l, form, errors, &questions(v)))
                (buttons(&[button(l.t("decision-draft-act"))]))
            }
        }
    }
}

fn questions(v: &Visit) -> [Field<'_>; 4] {
    let l = v.l;
    let sources = RewardSource::ALL
        .iter()
        .map(|source| Choice::new(source.code(), l.word("reward-source-", source.code())));
    [
        Field::new("abstract", l.t("decision-abstract")).kind(Kind::Long).required(),
        Field::new("bases", l.t("decision-bases"))
            .kind(Kind::Long)
            .help(l.t("decision-bases-help"))
            .required(),
        Field::new("reward_source", l.t("decision-reward-source"))
            .kind(Kind::Radios(sources.collect()))
            .required(),
        Field::new("recipients", l.t("decision-recipients"))
            .kind(Kind::Long)
            .help(l.t("decision-lines-help"))
            .required(),
    ]
}

pub(super) fn edit(v: &Visit) -> Reply {
    let decision = asked(v)?;
    decision.must_be_draft()?;
    let mut form = decision.wording.form();
    form.set("version", decision.version.to_string());
    show(edit_page(v, &address(&decision.id)), edit_form(v, &decision, &form, &Errors::default()))
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let (person, decision) = (v.person()?, asked(v)?);
    let done = Wording::read(sent)
        .map_err(Refusal::from)
        .and_then(|words| correct_words(&v.app, person, &decision.id, version(sent), &words));
    match done {
        Ok(()) => back_to(&decision.id, "decision-corrected"),
        Err(refusal) => {
            let again = Again::of(refusal)?;
            let form = edit_form(v, &decision, sent, &again.errors());
            show_again(edit_page(v, &address(&decision.id)), html! { (again.notice(v)) (form) })
        }
    }
}

fn edit_page<'a>(v: &'a Visit, way_back: &'a str) -> Page<'a> {
    v.page(v.l.t("decision-correct")).narrow().back(way_back, v.l.t("decision-draft-title"))
}

fn edit_form(v: &Visit, decision: &Decision, form: &Form, errors: &Errors) -> Markup {
    html! {
        form method="post" action={ (address(&decision.id)) "/sua" } {
            (csrf::token_field(v.form_token()))
            (Field::new("version", "").kind(Kind::Hidden).draw(v.l, form, errors))
            (fields(v.l, form, errors, &questions(v)))
            (buttons(&[button(v.l.t("decision-save"))]))
        }
    }
}

/// The decision and the line of the address.
pub(super) fn asked_line(v: &Visit) -> Result<(Decision, Awarded), PageError> {
    let decision = asked(v)?;
    let seq = v.param("so").parse().ok();
    let line = decision.awarded.iter().find(|line| Some(line.seq) == seq).cloned();
    Ok((decision, line.ok_or(Refusal::NotFound)?))
}

pub(super) fn edit_line(v: &Visit) -> Reply {
    let (decision, line) = asked_line(v)?;
    decision.must_be_draft()?;
    let mut form = line.on_paper.form();
    form.set("version", line.version.to_string());
    let body = html! {
        (line_form(v, &decision, &line, &form, &Errors::default()))
        (journal::history(v, AWARD_RECORD, &format!("{}/{}", decision.id, line.seq))?)
    };
    show(line_page(v, &address(&decision.id)), body)
}

pub(super) fn reword(v: &Visit, sent: &Form) -> Reply {
    let (person, (decision, line)) = (v.person()?, asked_line(v)?);
    let done = OnPaper::read(sent).map_err(Refusal::from).and_then(|words| {
        reword_line(&v.app, person, &decision.id, line.seq, version(sent), &words)
    });
    match done {
        Ok(()) => back_to(&decision.id, "decision-reworded"),
        Err(refusal) => {
            let again = Again::of(refusal)?;
            let form = line_form(v, &decision, &line, sent, &again.errors());
            let body = html! { (again.notice(v)) (form) };
            show_again(line_page(v, &address(&decision.id)), body)
        }
    }
}

fn line_page<'a>(v: &'a Visit, way_back: &'a str) -> Page<'a> {
    v.page(v.l.t("decision-reword-title")).narrow().back(way_back, v.l.t("decision-draft-title"))
}

fn line_form(
    v: &Visit,
    decision: &Decision,
    line: &Awarded,
    form: &Form,
    errors: &Errors,
) -> Markup {
    let questions = line_questions(v);
    html! {
        form method="post" action={ (address(&decision.id)) "/sua/" (line.seq) } {
            (csrf::token_field(v.form_token()))
            (fields(v.l, form, errors, &questions))
            (buttons(&[button(v.l.t("decision-save"))]))
        }
    }
}

/// What a certificate says, to be reworded.
pub(super) fn line_questions(v: &Visit) -> [Field<'_>; 4] {
    let l = v.l;
    [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("recipient", l.t("decision-recipient"))
            .help(l.t("decision-recipient-help"))
            .required(),
        Field::new("address", l.t("decision-address")),
        Field::new("achievement", l.t("decision-achievement"))
            .kind(Kind::Long)
            .help(l.t("decision-achievement-help"))
            .required(),
    ]
}
