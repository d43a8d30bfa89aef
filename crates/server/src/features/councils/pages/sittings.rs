//! A sitting: called, opened, closed, and what it carried.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{
    Attendance, Choice, Manner, NewSitting, SITTING, SittingView, State, call, close, open,
    own_count, put_on_agenda, repeat, sitting, who_voted,
};
use super::agenda::agenda;
use super::council::rule;
use super::paper;
use super::state_tag;
use crate::access::Act;
use crate::features::journal;
use crate::features::nominations::{self, Nomination};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice as Option_, Confirm, Fact, Field, Kind, Page, button, button_link, buttons, facts,
    fields,
};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// The nominations that are complete and wait for a sitting.
fn waiting(v: &Visit) -> Result<Vec<Nomination>, PageError> {
    Ok(nominations::list(&v.app, v.person()?, Some(nominations::State::Received))?)
}

pub(super) fn new(v: &Visit) -> Reply {
    let named = Manner::Named.code().to_owned();
    let day = date::show_date(v.app.today());
    let mut form = Form::from_pairs([("held_on", day), ("manner", named)]);
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
    let manners = Manner::ALL.iter().map(|manner| {
        Option_::new(manner.code(), l.word("manner-", manner.code()))
            .hint(l.word("manner-hint-", manner.code()))
    });
    let manners = manners.collect();
    let mut agenda =
        Field::new("agenda", l.t("sitting-agenda")).kind(Kind::Checkboxes(agenda.collect()));
    if waiting.is_empty() {
        agenda = agenda.help(l.t("sitting-none-waits"));
    }
    let questions = [
        Field::new("held_on", l.t("sitting-day")).kind(Kind::Date).required(),
        Field::new("place", l.t("sitting-place")).required(),
        Field::new("manner", l.t("sitting-manner")).kind(Kind::Radios(manners)).required(),
        agenda,
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
pub(super) fn dossier(v: &Visit, one: &Nomination) -> String {
    format!("{} – {}", one.contestant.name, award_name(v, one))
}

pub(super) fn award_name<'a>(v: &'a Visit, one: &Nomination) -> &'a str {
    v.app.catalog.award(&one.award).map_or("–", |award| award.form.name.as_str())
}

pub(super) fn call_sitting(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let done = match date::parse_date(form.text("held_on"), v.app.today()) {
        Err(_) => Err(Refusal::field("held_on", Message::new("day-wrong"))),
        Ok(day) => {
            let agenda: Vec<String> = form.all("agenda").map(str::to_owned).collect();
            match Manner::from_code(form.text("manner")) {
                None => Err(Refusal::field("manner", Message::new("field-missing"))),
                Some(manner) => {
                    let place = form.text("place");
                    let new = NewSitting { held_on: day, place, manner, agenda: &agenda };
                    call(&v.app, person, &new)
                }
            }
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
        (about(v, &found)?)
        (agenda(v, &found)?)
        (ways(v, &found)?)
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

/// Where a member goes from here: to the ballot, to what was counted, to keeping out of a dossier.
fn ways(v: &Visit, found: &SittingView) -> Result<Markup, PageError> {
    let (l, base) = (v.l, format!("/hoi-dong/phien/{}", found.id));
    let open = found.state == State::Open;
    let mut ways = Vec::new();
    if open && found.manner != Manner::Paper && v.may(Act::Vote) {
        ways.push(button_link(&format!("{base}/phieu"), l.t("vote-go")));
    }
    let counting = open && found.manner == Manner::Paper && v.may(Act::CountBallots);
    if counting {
        ways.push(button_link(&format!("{base}/kiem-phieu"), l.t("count-go")));
    }
    if found.state != State::Closed && v.may(Act::Vote) {
        ways.push(button_link(&format!("{base}/lien-quan"), l.t("interest-declare")));
    }
    let counts = match counting {
        true => Some(own_count(&v.app, v.person()?, &found.id)?.1),
        false => None,
    };
    Ok(html! {
        @if let Some(counts) = &counts { (paper::stand(v, counts)) }
        @if !ways.is_empty() { (buttons(&ways)) }
    })
}

fn about(v: &Visit, found: &SittingView) -> Result<Markup, PageError> {
    let l = v.l;
    let there = |here: bool| {
        let names = found.members.iter().filter(move |one| found.present.contains(&one.id) == here);
        let names = names.filter(move |one| here || !found.written.contains(&one.id));
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
    list.push(Fact::new(l.t("sitting-manner"), html! { (l.word("manner-", found.manner.code())) }));
    if let Some(until) = found.written_until {
        let written = found.members.iter().filter(|one| found.written.contains(&one.id));
        let names = written.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let until = date::show_time(until);
        list.push(Fact::new(l.t("sitting-written"), html! { (names) " (" (until) ")" }));
    }
    if found.state != State::Called {
        if let Some(who) = who_voted(&v.app, v.person()?, &found.id)? {
            let who = if who.is_empty() { "–".to_owned() } else { who.join(", ") };
            list.push(Fact::new(l.t("sitting-voted"), html! { (who) }));
        }
        list.push(Fact::new(l.t("sitting-present"), html! { (there(true)) }));
        list.push(Fact::new(
            l.t("sitting-absent"),
            html! {
                @let absent = there(false);
                @if absent.is_empty() { "–" } @else { (absent) }
            },
        ));
    }
    Ok(facts(&list))
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
            State::Open => {
                (close.folded())
                @if found.manner == Manner::Secret { (again(v, &base)) }
            }
            State::Closed => {}
        }
    })
}

/// Beginning a secret vote anew, when its key is lost; refused while the key is there.
fn again(v: &Visit, base: &str) -> Markup {
    let l = v.l;
    let again = Confirm {
        act: l.t("vote-again"),
        consequence: l.t("vote-again-consequence"),
        action: &format!("{base}/bo-lai"),
        token: v.form_token(),
        grave: true,
    };
    let reason = Field::new("reason", l.t("vote-again-reason")).required();
    again.folded_with(reason.draw(l, &Form::default(), &Errors::default()))
}

pub(super) fn vote_again(v: &Visit, form: &Form) -> Reply {
    let id = v.param("ma");
    repeat(&v.app, v.person()?, id, form.text("reason"))?;
    go(&format!("/hoi-dong/phien/{id}?xong=sitting-open"))
}

fn open_form(v: &Visit, found: &SittingView, base: &str) -> Result<Markup, PageError> {
    let l = v.l;
    let waiting = waiting(v)?;
    let dossiers = waiting.iter().map(|one| Option_::new(&one.id, dossier(v, one))).collect();
    let (blank, none) = (Form::default(), Errors::default());
    let agenda = Field::new("nomination", l.t("sitting-add")).kind(Kind::Select(dossiers));
    Ok(html! {
        @if !waiting.is_empty() {
            form method="post" action={ (base) "/ho-so" } {
                (csrf::token_field(v.form_token()))
                (agenda.draw(l, &blank, &none))
                (buttons(&[button(l.t("sitting-add"))]))
            }
        }
        h2 { (l.t("sitting-open")) }
        (attendance(v, found, base, &blank, &none))
    })
}

/// Who is there, and who is asked in writing until when.
fn attendance(v: &Visit, found: &SittingView, base: &str, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let members = || {
        let members = found.members.iter();
        members.map(|member| Option_::new(&member.id, &member.name)).collect()
    };
    let there = [Field::new("present", l.t("sitting-present")).kind(Kind::Checkboxes(members()))];
    let in_writing = [
        Field::new("written", l.t("sitting-written")).kind(Kind::Checkboxes(members())),
        Field::new("until_day", l.t("sitting-written-day")).kind(Kind::Date),
        Field::new("until_hour", l.t("sitting-written-hour")).help(l.t("sitting-hour-help")),
    ];
    let asked = !form.text("written").is_empty() || errors.of("written_until").is_some();
    html! {
        form method="post" action={ (base) "/mo" } {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &there))
            details open[asked] {
                summary { (l.t("sitting-written-ask")) }
                @if let Some(error) = errors.of("written_until") {
                    p.error #written_until tabindex="-1" { (error.say(l)) }
                }
                (fields(l, form, &Errors::default(), &in_writing))
            }
            p { (l.t("sitting-open-consequence")) }
            (buttons(&[button(l.t("sitting-open"))]))
        }
    }
}

pub(super) fn add(v: &Visit, form: &Form) -> Reply {
    let id = v.param("ma");
    put_on_agenda(&v.app, v.person()?, id, form.text("nomination"))?;
    go(&format!("/hoi-dong/phien/{id}?xong=sitting"))
}

pub(super) fn open_sitting(v: &Visit, form: &Form) -> Reply {
    let id = v.param("ma");
    let person = v.person()?;
    let done = attending(v, form).and_then(|who| open(&v.app, person, id, &who));
    match done {
        Ok(()) => go(&format!("/hoi-dong/phien/{id}?xong=sitting-open")),
        Err(Refusal::Invalid(errors)) => {
            let found = sitting(&v.app, person, id)?;
            let base = format!("/hoi-dong/phien/{id}");
            let page = v.page(v.l.t("sitting-open")).narrow().back(&base, v.l.t("sitting-agenda"));
            show_again(page, attendance(v, &found, &base, form, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// What was ticked and typed about who takes part.
fn attending(v: &Visit, form: &Form) -> Result<Attendance, Refusal> {
    let ids = |name: &'static str| form.all(name).map(str::to_owned).collect();
    let until = match (form.filled("until_day"), form.filled("until_hour")) {
        (None, None) => None,
        (day, hour) => {
            let wrong = || Refusal::field("written_until", Message::new("sitting-hour-wrong"));
            let day = date::parse_date(day.unwrap_or_default(), v.app.today());
            let day = day.map_err(|_| wrong())?;
            Some(date::moment(day, hour.unwrap_or_default()).ok_or_else(wrong)?)
        }
    };
    Ok(Attendance { present: ids("present"), written: ids("written"), written_until: until })
}

pub(super) fn close_sitting(v: &Visit, _: &Form) -> Reply {
    let id = v.param("ma");
    close(&v.app, v.person()?, id)?;
    go(&format!("/hoi-dong/phien/{id}?xong=sitting-closed"))
}
