//! One question: the figures, why it is asked, what was said, and the form to say something.

use chungsuc_domain::date;
use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::IndicatorKind;
use maud::{Markup, html};

use super::super::{Answer, AnswerKind, Asked, NewAnswer, Raised, Subject, answer as say, find};
use super::list::{gone, standing, title};
use super::words::Words;
use super::{address, wanted};
use crate::features::files::NewFile;
use crate::features::names;
use crate::features::standards::{self, Value, grid::GridKey};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Confirm, Event, Field, Kind, Table, button, buttons, draft, fields,
    timeline,
};
use crate::web::{Errors, Form, PageError, Upload, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    draw(v, &Form::default(), &Errors::default())
}

fn draw(v: &Visit, form: &Form, errors: &Errors) -> Reply {
    let (standard, period) = wanted(v);
    let key = GridKey { standard, period: &period };
    let set = v.app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    let words = Words::new(v, set)?;
    let found = find(&v.app, v.person()?, key, v.param("ma"))?;
    let asked = match &found {
        Ok(raised) => &raised.asked,
        Err(asked) => asked,
    };
    let body = html! {
        p.lead { (words.question(&asked.question)) }
        p { (v.l.explain("question-why-", asked.question.kind(), &[])) " " (standing(v, asked)) }
        @match &found {
            Ok(raised) => (subjects(v, &words, raised)),
            Err(_) => (gone(v)),
        }
        (said(v, asked)?)
        @if let Ok(raised) = &found {
            (back(v, key, raised)?)
            (entry(v, key, &words, raised, form, errors)?)
        }
    };
    let title = title(v, &words, &asked.question);
    let list = address("/tieu-chi/cau-hoi", key);
    let page = v.page(&title).back(&list, v.l.t("questions-title"));
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

/// The figures that are asked about, each with the door to it.
fn subjects(v: &Visit, words: &Words<'_>, raised: &Raised) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("indicator-name")),
        Column::new(l.t("standing-village")),
        Column::new(l.t("indicator-value")),
        Column::new(l.t("value-note")),
        Column::new(l.t("column-state")),
    ];
    let rows = raised.subjects.iter().map(|Subject { value, .. }| {
        Cells::new()
            .link(&standards::address(value), &words.indicator(&value.indicator))
            .text(words.village(&value.unit))
            .text(&figure(v, value))
            .text(&value.figure.note)
            .markup(standards::stage(v, value.review.stage()))
    });
    Table::new(l.t("question-figures"), &columns, rows.collect()).draw(l)
}

fn figure(v: &Visit, value: &Value) -> String {
    let set = v.app.catalog.standard(&value.standard);
    let kind = set.and_then(|set| set.line(&value.indicator)).map(|line| line.kind);
    let shown = value.figure.shown(kind.unwrap_or(IndicatorKind::Amount));
    shown.unwrap_or_else(|| {
        let met = value.figure.met.unwrap_or_default();
        v.l.t(if met { "outcome-met" } else { "outcome-not-met" }).to_owned()
    })
}

/// What was said, the newest first.
fn said(v: &Visit, asked: &Asked) -> Result<Markup, PageError> {
    let people = names::of_accounts(&v.app, &v.person()?.commune)?;
    let told: Vec<(String, String, &Answer)> = asked
        .answers
        .iter()
        .rev()
        .map(|answer| (date::show_time(answer.at), answer.at.to_string(), answer))
        .collect();
    let events: Vec<Event<'_>> = told
        .iter()
        .map(|(when, stamp, answer)| Event {
            when,
            stamp,
            who: people.get(&answer.by).map_or("–", String::as_str),
            what: v.l.word("answer-kind-", answer.kind.code()),
            detail: Some(html! {
                p { (answer.words) }
                @if let Some((id, name)) = &answer.file {
                    p { a href={ "/tieu-chi/cau-hoi/tep/" (id) } { (name) } }
                }
            }),
        })
        .collect();
    Ok(html! {
        @if !events.is_empty() { h2 { (v.l.t("question-said")) } (timeline(&events)) }
    })
}

/// For who may send figures back that an officer found wrong.
fn back(v: &Visit, key: GridKey<'_>, raised: &Raised) -> Result<Markup, PageError> {
    let count = raised.may_send_back(&v.app, v.person()?).count();
    if count == 0 {
        return Ok(html! {});
    }
    let action = address(&format!("/tieu-chi/cau-hoi/{}/tra-lai", raised.asked.id), key);
    let confirm = Confirm {
        act: &v.l.with("question-send-back", &[("count", count.into())]),
        consequence: v.l.t("question-send-back-consequence"),
        action: &action,
        token: v.form_token(),
        grave: false,
    };
    Ok(confirm.open(html! {}))
}

fn entry(
    v: &Visit,
    key: GridKey<'_>,
    words: &Words<'_>,
    raised: &Raised,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let settles = raised.may_settle(person);
    let kinds: &[AnswerKind] = match (raised.may_explain(person), settles) {
        (_, true) => AnswerKind::ALL,
        (true, false) => &[AnswerKind::Explained],
        (false, false) => return Ok(html! {}),
    };
    let mut questions = Vec::new();
    let mut form = form.clone();
    if let [only] = kinds {
        form.set("kind", only.code());
        questions.push(Field::new("kind", "").kind(Kind::Hidden));
    } else {
        let choice = |kind: &AnswerKind| {
            let code = kind.code();
            Choice::new(code, l.word("answer-kind-", code)).hint(l.word("answer-hint-", code))
        };
        let choices = kinds.iter().map(choice).collect();
        questions
            .push(Field::new("kind", l.t("answer-kind")).kind(Kind::Radios(choices)).required());
    }
    questions.push(Field::new("words", l.t("answer-words")).kind(Kind::Long).required());
    if settles {
        let choice = |one: &Subject| {
            let value = &one.value;
            let (village, line) = (words.village(&value.unit), words.indicator(&value.indicator));
            Choice::new(&value.id, format!("{village}, {line}: {}", figure(v, value)))
        };
        let open =
            raised.subjects.iter().filter(|one| one.value.review.stage() != Stage::Questioned);
        let wrong = Kind::Checkboxes(open.map(choice).collect());
        questions.push(
            Field::new("wrong", l.t("answer-wrong")).kind(wrong).help(l.t("answer-wrong-help")),
        );
    }
    let file = Kind::File { accept: ".jpg,.jpeg,.png,.webp,.pdf", many: false };
    questions
        .push(Field::new("file", l.t("value-evidence")).kind(file).help(l.t("answer-file-help")));
    let action = address(&format!("/tieu-chi/cau-hoi/{}", raised.asked.id), key);
    Ok(html! {
        h2 { (l.t("answer-title")) }
        form method="post" action=(action) enctype="multipart/form-data" data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, &form, errors, &questions))
            p.consequence { (l.t("answer-consequence")) }
            (buttons(&[button(l.t("answer-save"))]))
        }
    })
}

pub(super) fn answer(v: &Visit, upload: &Upload) -> Reply {
    let (standard, period) = wanted(v);
    let key = GridKey { standard, period: &period };
    match read(upload).and_then(|new| {
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        say(&v.app, person, key, v.param("ma"), &new)
    }) {
        Ok(()) => go(&format!("{}&xong=answer", address("/tieu-chi/cau-hoi", key))),
        Err(Refusal::Invalid(errors)) => draw(v, &upload.form, &errors),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(upload: &Upload) -> Result<NewAnswer<'_>, Refusal> {
    let form = &upload.form;
    let missing = || crate::web::Message::new("field-missing");
    let kind = AnswerKind::from_code(form.text("kind"));
    let kind = kind.ok_or_else(|| Refusal::field("kind", missing()))?;
    let file = upload.files_of("file").next();
    let file = file.map(|file| NewFile::check("file", file)).transpose()?;
    Ok(NewAnswer { kind, words: form.text("words"), wrong: form.all("wrong").collect(), file })
}

pub(super) fn send_back(v: &Visit, _: &Form) -> Reply {
    let (standard, period) = wanted(v);
    let key = GridKey { standard, period: &period };
    super::super::send_back_wrong(&v.app, v.person()?, key, v.param("ma"))?;
    go(&format!("{}&xong=sent-back", address("/tieu-chi/cau-hoi", key)))
}
