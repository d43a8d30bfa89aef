//! One list for the office: its nominees, what was said, the answers; voices from paper; closing.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{
    Consultation, Item, RECORD, State, Voice, answer as answer_it, close as close_list,
    enter as enter_it, find, voices,
};
use super::{LIST, PUBLIC, address, award, counted, questions, read, shown, state_tag};
use crate::access::Act;
use crate::features::journal;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Confirm, Fact, Field, Kind, Page, Table, button, button_link, buttons, empty,
    facts, fields,
};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let (one, items) = find(&v.app, person, v.param("ma"))?;
    let said = voices(&v.app, person, &one.id)?;
    let keeps = v.may(Act::KeepConsultations) && one.state == State::Open;
    let body = html! {
        (about(v, &one, &said))
        @if keeps {
            (buttons(&[button_link(&format!("{}/nhap", address(&one.id)), l.t("consultation-enter"))]))
        }
        (nominees(v, &items, &said))
        (said_table(v, &one, &said, keeps))
        @if keeps { (closing(v, &one)) }
        (journal::history(v, RECORD, &one.id)?)
    };
    let heading = html! { (one.title) " " (state_tag(v, one.state)) };
    show(v.page(&one.title).heading(heading).back(LIST, l.t("way-consultations")), body)
}

fn about(v: &Visit, one: &Consultation, said: &[Voice]) -> Markup {
    let (l, href) = (v.l, format!("{PUBLIC}/{}", one.id));
    let answered = said.iter().filter(|voice| voice.answer.is_some()).count();
    let told = [("all", said.len().into()), ("answered", answered.into())];
    facts(&[
        Fact::new(l.t("consultation-days"), html! { (l.days(one.from, Some(one.to))) }),
        Fact::new(
            l.t("consultation-public-page"),
            html! { a href=(href) { (l.t("consultation-public-see")) } },
        ),
        Fact::new(l.t("consultation-voices"), html! { (l.with("consultation-summary", &told)) }),
    ])
}

fn nominees(v: &Visit, items: &[Item], said: &[Voice]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("nomination-who")),
        Column::new(l.t("nomination-award")),
        Column::new(l.t("consultation-shown-as")),
        Column::new(l.t("consultation-voices")).numeric(),
    ];
    let rows = items.iter().map(|item| {
        let (all, _) = counted(said, Some(&item.nomination));
        Cells::new()
            .link(&format!("/khen-thuong/{}", item.nomination), &item.name)
            .text(award(v, item))
            .text(&shown(v, item))
            .text(&all.to_string())
    });
    Table::new(l.t("consultation-nominees"), &columns, rows.collect()).draw(l)
}

fn said_table(v: &Visit, one: &Consultation, said: &[Voice], keeps: bool) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("consultation-words")),
        Column::new(l.t("consultation-about")),
        Column::new(l.t("consultation-who")),
        Column::new(l.t("proposal-received")),
        Column::new(l.t("proposal-answer")),
    ];
    let rows = said.iter().map(|voice| {
        let who = [voice.who.as_str(), voice.contact.as_str()];
        let who = who.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
        let who = if who.is_empty() { l.t("consultation-no-name").to_owned() } else { who };
        let way =
            if voice.entered_by.is_some() { "consultation-paper" } else { "consultation-web" };
        let came = format!("{} ({})", show_date(voice.received_on), l.t(way));
        let href = format!("{}/y-kien/{}", address(&one.id), voice.id);
        let answer = html! {
            @match &voice.answer {
                Some(answer) => (answer),
                None if keeps => a href=(href) { (l.t("consultation-answer")) },
                None => "–",
            }
        };
        let about = voice.about.as_deref().unwrap_or(l.t("consultation-whole"));
        Cells::new().text(&voice.words).text(about).text(&who).text(&came).markup(answer)
    });
    let nothing = empty(l.t("consultation-nothing"), l.t("consultation-nothing-hint"), None);
    Table::new(l.t("consultation-voices"), &columns, rows.collect()).nothing(nothing).draw(l)
}

fn closing(v: &Visit, one: &Consultation) -> Markup {
    let l = v.l;
    let confirm = Confirm {
        act: l.t("consultation-close"),
        consequence: l.t("consultation-close-consequence"),
        action: &format!("{}/dong", address(&one.id)),
        token: v.form_token(),
        grave: false,
    };
    let version = html! { input type="hidden" name="version" value=(one.version); };
    confirm.folded_with(version)
}

pub(super) fn close(v: &Visit, sent: &Form) -> Reply {
    let (id, version) = (v.param("ma"), sent.text("version").parse().unwrap_or_default());
    close_list(&v.app, v.person()?, id, version)?;
    go(&format!("{}?xong=consultation-closed", address(id)))
}

pub(super) fn enter_page(v: &Visit) -> Reply {
    let (one, items) = find(&v.app, v.person()?, v.param("ma"))?;
    let back = address(&one.id);
    show(entry_frame(v, &one, &back), entry(v, &items, &Form::default(), &Errors::default()))
}

fn entry_frame<'a>(v: &'a Visit, one: &'a Consultation, back: &'a str) -> Page<'a> {
    v.page(v.l.t("consultation-enter")).narrow().back(back, &one.title)
}

fn entry(v: &Visit, items: &[Item], form: &Form, errors: &Errors) -> Markup {
    html! {
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (questions(v, items, |item| item.name.clone(), form, errors))
            (buttons(&[button(v.l.t("proposal-enter-save"))]))
        }
    }
}

pub(super) fn enter(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    match enter_it(&v.app, person, id, &read(sent)) {
        Ok(_) => go(&format!("{}?xong=consultation-entered", address(id))),
        Err(Refusal::Invalid(errors)) => {
            let (one, items) = find(&v.app, person, id)?;
            let back = address(id);
            show_again(entry_frame(v, &one, &back), entry(v, &items, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The list and the voice of the address.
fn asked(v: &Visit) -> Result<(Consultation, Voice), PageError> {
    let person = v.person()?;
    let (one, _) = find(&v.app, person, v.param("ma"))?;
    let all = voices(&v.app, person, &one.id)?;
    let voice = all.into_iter().find(|voice| voice.id == v.param("yk"));
    Ok((one, voice.ok_or(Refusal::NotFound)?))
}

pub(super) fn answer_page(v: &Visit) -> Reply {
    let (one, voice) = asked(v)?;
    let back = address(&one.id);
    let first = Form::from_pairs([("version", voice.version.to_string())]);
    show(answer_frame(v, &one, &back), answering(v, &voice, &first, &Errors::default()))
}

fn answer_frame<'a>(v: &'a Visit, one: &'a Consultation, back: &'a str) -> Page<'a> {
    v.page(v.l.t("consultation-answer")).narrow().back(back, &one.title)
}

fn answering(v: &Visit, voice: &Voice, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let about = voice.about.as_deref().unwrap_or(l.t("consultation-whole"));
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("answer", l.t("proposal-answer"))
            .kind(Kind::Long)
            .help(l.t("proposal-answer-help"))
            .required(),
    ];
    html! {
        (facts(&[
            Fact::new(l.t("consultation-about"), html! { (about) }),
            Fact::new(l.t("consultation-words"), html! { (voice.words) }),
        ]))
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("consultation-answer"))]))
        }
    }
}

pub(super) fn answer(v: &Visit, sent: &Form) -> Reply {
    let (list, voice) = (v.param("ma"), v.param("yk"));
    let version = sent.text("version").parse().unwrap_or_default();
    match answer_it(&v.app, v.person()?, list, voice, version, sent.text("answer")) {
        Ok(()) => go(&format!("{}?xong=consultation-answered", address(list))),
        Err(Refusal::Invalid(errors)) => {
            let (one, voice) = asked(v)?;
            let back = address(&one.id);
            show_again(answer_frame(v, &one, &back), answering(v, &voice, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
