//! A sitting: called, opened, closed, and what it carried.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::view::named_votes;
use super::super::{
    Choice, SITTING, SittingView, State, call, close, open, put_on_agenda, sitting,
};
use super::council::rule;
use super::state_tag;
use crate::access::Act;
use crate::features::nominations::{self, Nomination};
use crate::features::{journal, law};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice as Option_, Column, Confirm, Fact, Field, Kind, Page, Table, Tone, button,
    button_link, buttons, facts, fields, notice, tag_of,
};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// The nominations that are complete and wait for a sitting.
fn waiting(v: &Visit) -> Result<Vec<Nomination>, PageError> {
    Ok(nominations::list(&v.app, v.person()?, Some(nominations::State::Received))?)
}

pub(super) fn new(v: &Visit) -> Reply {
    let mut form = Form::from_pairs([("held_on", date::show_date(v.app.today()))]);
    for one in waiting(v)? {
        form = with(form, "agenda", &one.id);
    }
    show(frame(v), whole(v, &form, &Errors::default())?)
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("sitting-call")).narrow().back("/hoi-dong", v.l.t("way-councils"))
}

/// The form with one more value of a name.
fn with(form: Form, name: &str, value: &str) -> Form {
    let mut pairs = form.pairs().to_vec();
    pairs.push((name.to_owned(), value.to_owned()));
    Form::from_pairs(pairs)
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let waiting = waiting(v)?;
    let agenda = waiting.iter().map(|one| Option_::new(&one.id, dossier(v, one)));
    let questions = [
        Field::new("held_on", l.t("sitting-day")).kind(Kind::Date).required(),
        Field::new("place", l.t("sitting-place")).required(),
        Field::new("agenda", l.t("sitting-agenda")).kind(Kind::Checkboxes(agenda.collect())),
    ];
    Ok(html! {
        form method="post" action="/hoi-dong/phien/moi" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("sitting-call"))]))
        }
    })
}

/// “Đinh A – Giấy khen …”
fn dossier(v: &Visit, one: &Nomination) -> String {
    format!("{} – {}", one.contestant.name, award_name(v, one))
}

fn award_name<'a>(v: &'a Visit, one: &Nomination) -> &'a str {
    v.app.catalog.award(&one.award).map_or("–", |award| award.form.name.as_str())
}

pub(super) fn call_sitting(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let done = match date::parse_date(form.text("held_on"), v.app.today()) {
        Err(_) => Err(Refusal::field("held_on", Message::new("day-wrong"))),
        Ok(day) => {
            let agenda: Vec<String> = form.all("agenda").map(str::to_owned).collect();
            call(&v.app, person, day, form.text("place"), &agenda)
        }
    };
    match done {
        Ok(id) => go(&format!("/hoi-dong/phien/{id}?xong=sitting")),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), whole(v, form, &errors)?),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn record(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let found = sitting(&v.app, person, v.param("ma"))?;
    let keeps = v.may(Act::KeepCouncil);
    let body = html! {
        (about(v, &found))
        (agenda(v, &found)?)
        @if found.state == State::Open && v.may(Act::Vote) {
            (buttons(&[button_link(&format!("/hoi-dong/phien/{}/phieu", found.id), l.t("vote-go"))]))
        }
        @if v.may(Act::WriteLetters) {
            @let letters = format!("/soan-thao/moi?phien={}", found.id);
            (buttons(&[button_link(&letters, l.t("letter-write"))]))
        }
        @if keeps { (acts(v, &found)?) }
        (journal::history(v, SITTING, &found.id)?)
    };
    let title = l.with("sitting-title", &[("day", date::show_date(found.held_on).into())]);
    let heading = html! { (title) " " (state_tag(v, found.state)) };
    show(v.page(&title).heading(heading).back("/hoi-dong", l.t("way-councils")), body)
}

fn about(v: &Visit, found: &SittingView) -> Markup {
    let l = v.l;
    let there = |here: bool| {
        let names = found.members.iter().filter(move |one| found.present.contains(&one.id) == here);
        names.map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut list = vec![
        Fact::new(l.t("sitting-council"), html! { (found.council_name) }),
        Fact::new(l.t("sitting-place"), html! { (found.place) }),
        Fact::new(
            l.t("council-rule"),
            html! {
                (rule(v, &found.council.rule.value)) " (" (found.council.rule.source) ")"
            },
        ),
    ];
    if found.state != State::Called {
        list.push(Fact::new(l.t("sitting-present"), html! { (there(true)) }));
        list.push(Fact::new(
            l.t("sitting-absent"),
            html! {
                @let absent = there(false);
                @if absent.is_empty() { "–" } @else { (absent) }
            },
        ));
    }
    facts(&list)
}

/// The dossiers; results stand beside them only when the sitting is closed.
fn agenda(v: &Visit, found: &SittingView) -> Result<Markup, PageError> {
    let l = v.l;
    if !found.is_closed() {
        let columns = [Column::new(l.t("nomination-who")), Column::new(l.t("nomination-award"))];
        let rows = found.items.iter().map(|item| {
            let href = format!("/khen-thuong/{}", item.nomination.id);
            Cells::new()
                .link(&href, &item.nomination.contestant.name)
                .text(award_name(v, &item.nomination))
        });
        let table = Table::new(l.t("sitting-agenda"), &columns, rows.collect()).draw(l);
        let note = html! { (l.t("sitting-named")) };
        return Ok(html! { (notice(Tone::Plain, &note)) (table) });
    }
    let named = named_votes(&v.app, v.person()?, found)?;
    let columns = [
        Column::new(l.t("sitting-agenda")),
        Column::new(l.t("vote-for")).numeric(),
        Column::new(l.t("vote-against")).numeric(),
        Column::new(l.t("vote-abstain")).numeric(),
        Column::new(l.t("vote-result")),
    ];
    let rows = found.items.iter().map(|item| {
        let number = |count: u32| l.number(u64::from(count));
        let href = format!("/khen-thuong/{}", item.nomination.id);
        let carried = match item.carried {
            Some(true) => tag_of(Tone::Good, "✓", l.t("vote-carried")),
            _ => tag_of(Tone::Warning, "✕", l.t("vote-not-carried")),
        };
        let votes = named.iter().filter(|(id, ..)| *id == item.nomination.id);
        let result = html! {
            (carried)
            details {
                summary { (l.t("verdict-why")) }
                @if let Some(tally) = &item.tally { (law::reasons(l, &tally.answer.reasons)) }
                ul.plain {
                    @for (_, name, choice) in votes {
                        li { (name) ": " (choice_word(v, *choice)) }
                    }
                }
            }
        };
        Cells::new()
            .link(&href, &dossier(v, &item.nomination))
            .text(&number(item.votes.in_favour))
            .text(&number(item.votes.against))
            .text(&number(item.votes.abstain))
            .markup(result)
    });
    Ok(Table::new(l.t("sitting-results"), &columns, rows.collect()).draw(l))
}

pub(super) fn choice_word(v: &Visit, choice: Choice) -> &'static str {
    v.l.word("vote-choice-", choice.code())
}

/// What the secretary can do now.
fn acts(v: &Visit, found: &SittingView) -> Result<Markup, PageError> {
    let (l, base) = (v.l, format!("/hoi-dong/phien/{}", found.id));
    let close = Confirm {
        act: l.t("sitting-close"),
        consequence: l.t("sitting-close-consequence"),
        action: &format!("{base}/dong"),
        token: v.form_token(),
        grave: false,
    };
    Ok(html! {
        @match found.state {
            State::Called => (open_form(v, found, &base)?),
            State::Open => (close.folded()),
            State::Closed => {}
        }
    })
}

fn open_form(v: &Visit, found: &SittingView, base: &str) -> Result<Markup, PageError> {
    let l = v.l;
    let waiting = waiting(v)?;
    let dossiers = waiting.iter().map(|one| Option_::new(&one.id, dossier(v, one))).collect();
    let members = found.members.iter();
    let members = members.map(|member| Option_::new(&member.id, &member.name)).collect();
    let (blank, none) = (Form::default(), Errors::default());
    let agenda = Field::new("nomination", l.t("sitting-add")).kind(Kind::Select(dossiers));
    let present = Field::new("present", l.t("sitting-present")).kind(Kind::Checkboxes(members));
    Ok(html! {
        @if !waiting.is_empty() {
            form method="post" action={ (base) "/ho-so" } {
                (csrf::token_field(v.form_token()))
                (agenda.draw(l, &blank, &none))
                (buttons(&[button(l.t("sitting-add"))]))
            }
        }
        h2 { (l.t("sitting-open")) }
        form method="post" action={ (base) "/mo" } {
            (csrf::token_field(v.form_token()))
            (present.draw(l, &blank, &none))
            p { (l.t("sitting-open-consequence")) }
            (buttons(&[button(l.t("sitting-open"))]))
        }
    })
}

pub(super) fn add(v: &Visit, form: &Form) -> Reply {
    let id = v.param("ma");
    put_on_agenda(&v.app, v.person()?, id, form.text("nomination"))?;
    go(&format!("/hoi-dong/phien/{id}?xong=sitting"))
}

pub(super) fn open_sitting(v: &Visit, form: &Form) -> Reply {
    let id = v.param("ma");
    let present: Vec<String> = form.all("present").map(str::to_owned).collect();
    open(&v.app, v.person()?, id, &present)?;
    go(&format!("/hoi-dong/phien/{id}?xong=sitting-open"))
}

pub(super) fn close_sitting(v: &Visit, _: &Form) -> Reply {
    let id = v.param("ma");
    close(&v.app, v.person()?, id)?;
    go(&format!("/hoi-dong/phien/{id}?xong=sitting-closed"))
}
