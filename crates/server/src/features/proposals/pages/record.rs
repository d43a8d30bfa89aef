//! One proposal, its answer; and writing down what somebody told who came by.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Proposal, RECORD, State, answer as answer_it, enter as write_down, find};
use super::{LIST, Teller, address, photo as sent_photo, questions, read, state_tag};
use crate::access::Act;
use crate::features::{files, journal, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Fact, Field, Kind, Page, Tone, button_link, button_quiet, buttons, facts, fields, notice,
};
use crate::web::{Errors, Form, PageError, Upload, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let one = find(&v.app, v.person()?, v.param("ma"))?;
    let body = whole(v, &one, &Form::default(), &Errors::default())?;
    show(frame(v, &one), body)
}

fn frame<'a>(v: &'a Visit, one: &'a Proposal) -> Page<'a> {
    let heading = html! { (one.who) " " (state_tag(v, one.state)) };
    v.page(&one.who).heading(heading).back(LIST, v.l.t("way-proposals"))
}

fn whole(v: &Visit, one: &Proposal, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let may_answer = v.may(Act::AnswerProposals) && one.state == State::New;
    Ok(html! {
        (about(v, one))
        @if may_answer {
            (notice(Tone::Plain, &html! { (v.l.t("proposal-look-first")) }))
            (buttons(&[button_link(&format!("{}/de-nghi", address(&one.id)), v.l.t("proposal-nominate"))]))
            (answering(v, one, form, errors))
        }
        (journal::history(v, RECORD, &one.id)?)
    })
}

fn about(v: &Visit, one: &Proposal) -> Markup {
    let l = v.l;
    let or_dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let village = one.village_name.as_deref().unwrap_or_default();
    let how = if one.entered_by.is_some() { "proposal-by-office" } else { "proposal-by-page" };
    let mut list = vec![
        Fact::new(l.t("proposal-who"), html! { (one.who) }),
        Fact::new(l.t("proposal-village"), html! { (or_dash(village)) }),
        Fact::new(l.t("proposal-deed"), html! { (one.deed) }),
        Fact::new(l.t("proposal-happened"), html! { (one.happened) }),
        Fact::new(l.t("proposal-teller"), html! { (or_dash(&one.proposer)) }),
        Fact::new(l.t("proposal-reach"), html! { (or_dash(&one.contact)) }),
        Fact::new(l.t("proposal-received"), html! { (show_date(one.received_on)) ", " (l.t(how)) }),
    ];
    if one.photo.is_some() {
        let href = format!("{}/anh", address(&one.id));
        let picture = html! { img src=(href) alt=(l.t("proposal-photo-alt")) width="320"; };
        list.push(Fact::new(l.t("proposal-photo"), picture));
    }
    if let Some(answer) = &one.answer {
        list.push(Fact::new(l.t("proposal-answer"), html! { (answer) }));
    }
    if let Some(nomination) = &one.nomination {
        let href = format!("/khen-thuong/{nomination}");
        let link = html! { a href=(href) { (l.t("proposal-to-nomination")) } };
        list.push(Fact::new(l.t("proposal-became"), link));
    }
    facts(&list)
}

fn answering(v: &Visit, one: &Proposal, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let question = Field::new("answer", l.t("proposal-answer-ask"))
        .kind(Kind::Long)
        .help(l.t("proposal-answer-help"))
        .required();
    html! {
        details.confirm open[!errors.is_empty()] {
            summary.button.second { (l.t("proposal-answer-act")) }
            form method="post" action={ (address(&one.id)) "/tra-loi" } {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(one.version);
                (fields(l, form, errors, &[question]))
                (buttons(&[button_quiet("tra-loi", l.t("proposal-answer-act"))]))
            }
        }
    }
}

pub(super) fn answer(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let version = sent.text("version").parse().unwrap_or_default();
    match answer_it(&v.app, person, id, version, sent.text("answer")) {
        Ok(()) => go(&format!("{}?xong=proposal-answered", address(id))),
        Err(Refusal::Invalid(errors)) => {
            let one = find(&v.app, person, id)?;
            show_again(frame(v, &one), whole(v, &one, sent, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn photo(v: &Visit) -> Reply {
    let person = v.person()?;
    let one = find(&v.app, person, v.param("ma"))?;
    files::show(&v.app, &person.commune, &one.photo.ok_or(Refusal::NotFound)?)
}

pub(super) fn enter_page(v: &Visit) -> Reply {
    let body = entry(v, &Form::default(), &Errors::default())?;
    show(entry_frame(v), body)
}

fn entry_frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("proposal-enter")).narrow().back(LIST, v.l.t("way-proposals"))
}

fn entry(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let villages = units::villages_for(&v.app, person, Act::EnterProposals);
    let villages = villages.map_err(Refusal::from)?;
    let strictly = person.villages_for(Act::EnterProposals).is_some();
    Ok(html! {
        p.lead { (l.t("proposal-enter-lead")) }
        form method="post" action={ (LIST) "/nhap" } enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (questions(v, &villages, Teller::Visitor { strictly }, form, errors))
            (buttons(&[button_quiet("nhap", l.t("proposal-enter-save"))]))
        }
    })
}

pub(super) fn enter(v: &Visit, upload: &Upload) -> Reply {
    let person = v.person()?;
    let done = sent_photo(upload)
        .and_then(|photo| write_down(&v.app, person, &read(&upload.form, photo.as_ref())));
    match done {
        Ok(id) => go(&format!("{}?xong=proposal-entered", address(&id))),
        Err(Refusal::Invalid(errors)) => {
            show_again(entry_frame(v), entry(v, &upload.form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
