//! One line of a recheck: what was found on the spot, and the form to write it down.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{NewResult, Recheck, Subject, find, record as write_down, subjects};
use super::address;
use super::record::indicator;
use crate::features::files::NewFile;
use crate::features::{names, standards, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice, Confirm, Event, Fact, Field, Kind, button, buttons, draft, facts, fields, timeline,
};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let form = Form::from_pairs([("visited_on", date::show_date(v.app.today()))]);
    draw(v, &form, &Errors::default())
}

fn number(v: &Visit) -> i64 {
    v.param("so").parse().unwrap_or_default()
}

fn draw(v: &Visit, form: &Form, errors: &Errors) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let recheck = find(&v.app, person, v.param("ma"))?;
    let all = subjects(&v.app, person, &recheck)?;
    let one = all.iter().find(|one| one.line.number == number(v)).ok_or(Refusal::NotFound)?;
    let village = units::find(&v.app, &one.line.unit)?.map_or_else(String::new, |unit| unit.name);
    let title = format!("{village} – {}", indicator(v, &recheck, &one.line.indicator));
    let list = [
        Fact::new(l.t("recheck-figure"), html! { (one.line.figure) }),
        Fact::new(l.t("value-note"), html! { (one.value.figure.note) }),
        Fact::new(l.t("column-state"), standards::stage(v, one.value.review.stage())),
    ];
    let body = html! {
        (facts(&list))
        p { a href=(standards::address(&one.value)) { (l.t("recheck-to-value")) } }
        (back(v, &recheck, one))
        (told(v, one)?)
        (entry(v, &recheck, one, form, errors))
    };
    let back = address(&recheck.id);
    let name = l.with("recheck-of", &[("day", date::show_time(recheck.drawn_on).into())]);
    let page = v.page(&title).back(&back, &name);
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

fn back(v: &Visit, recheck: &Recheck, one: &Subject<'_>) -> Markup {
    let action = format!("{}/{}/tra-lai", address(&recheck.id), one.line.number);
    let confirm = Confirm {
        act: v.l.t("recheck-send-back"),
        consequence: v.l.t("recheck-send-back-consequence"),
        action: &action,
        token: v.form_token(),
        grave: false,
    };
    html! { @if one.may_send_back { (confirm.open(html! {})) } }
}

fn told(v: &Visit, one: &Subject<'_>) -> Result<Markup, PageError> {
    let people = names::of_accounts(&v.app, &v.person()?.commune)?;
    let times: Vec<(String, String)> = one
        .line
        .results
        .iter()
        .map(|result| (date::show_time(result.at), result.at.to_string()))
        .collect();
    let event = |(result, (when, stamp))| {
        let result: &super::super::Visited = result;
        let visited = date::show_date(result.visited_on);
        let word = if result.agrees { "recheck-agrees" } else { "recheck-differs" };
        Event {
            when,
            stamp,
            who: people.get(&result.by).map_or("–", String::as_str),
            what: v.l.t(word),
            detail: Some(html! {
                p { (v.l.with("recheck-visited", &[("day", visited.into())])) " " (result.words) }
                @if let Some((id, name)) = &result.file {
                    p { a href={ "/tieu-chi/kiem-tra-lai/tep/" (id) } { (name) } }
                }
            }),
        }
    };
    let both = one.line.results.iter().zip(times.iter().map(|(a, b)| (a.as_str(), b.as_str())));
    let events: Vec<Event<'_>> = both.rev().map(event).collect();
    Ok(html! {
        @if !events.is_empty() { h2 { (v.l.t("recheck-results")) } (timeline(&events)) }
    })
}

fn entry(v: &Visit, recheck: &Recheck, one: &Subject<'_>, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let choices = vec![
        Choice::new("agrees", l.t("recheck-agrees")),
        Choice::new("differs", l.t("recheck-differs")).hint(l.t("recheck-differs-hint")),
    ];
    let file = Kind::File { accept: ".jpg,.jpeg,.png,.webp,.pdf", many: false };
    let action = format!("{}/{}", address(&recheck.id), one.line.number);
    html! {
        h2 { (l.t("recheck-record-title")) }
        form method="post" action=(action) enctype="multipart/form-data" data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &[
                Field::new("result", l.t("recheck-result")).kind(Kind::Radios(choices)).required(),
                Field::new("words", l.t("recheck-words")).kind(Kind::Long).help(l.t("recheck-words-help")),
                Field::new("visited_on", l.t("recheck-day")).kind(Kind::Date).required(),
                Field::new("file", l.t("value-evidence")).kind(file).help(l.t("recheck-file-help")),
            ]))
            (buttons(&[button(l.t("recheck-record"))]))
        }
    }
}

pub(super) fn record(v: &Visit, upload: &Upload) -> Reply {
    let done = read(v, upload).and_then(|new| {
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        write_down(&v.app, person, v.param("ma"), number(v), &new)
    });
    match done {
        Ok(()) => go(&format!("{}?xong=recheck-recorded", address(v.param("ma")))),
        Err(Refusal::Invalid(errors)) => draw(v, &upload.form, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read<'a>(v: &Visit, upload: &'a Upload) -> Result<NewResult<'a>, Refusal> {
    let form = &upload.form;
    let mut errors = Errors::default();
    let agrees = match form.text("result") {
        "agrees" => true,
        "differs" => false,
        _ => {
            errors.add("result", Message::new("field-missing"));
            false
        }
    };
    let day = date::parse_date(form.text("visited_on"), v.app.today());
    if day.is_err() {
        errors.add("visited_on", Message::new("day-wrong"));
    }
    let file = upload.files_of("file").next();
    let file = file.map(|file| NewFile::check("file", file)).transpose()?;
    match day {
        Ok(visited_on) if errors.is_empty() => {
            Ok(NewResult { agrees, words: form.text("words"), visited_on, file })
        }
        _ => Err(errors.into()),
    }
}

pub(super) fn send_back(v: &Visit, _: &Form) -> Reply {
    super::super::send_back(&v.app, v.person()?, v.param("ma"), number(v))?;
    go(&format!("{}?xong=sent-back", address(v.param("ma"))))
}
