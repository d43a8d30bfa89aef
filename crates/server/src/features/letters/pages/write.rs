//! Writing a letter: which sort, then what only the officer knows.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{
    Letter, Question, Subject, about, correct as correct_letter, draft as draft_letter, questions,
    sorts_for, usual,
};
use super::{address, asked, back_to, form_of, named, state_of, subject_of, version, way_to};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{Choice, Field, Kind, button, buttons, draft, fields, tag};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// Which sorts the reader may write about a record, and what is written about it already.
pub(super) fn choose(v: &Visit) -> Reply {
    let (l, subject) = (v.l, wanted(&v.query)?);
    let (back, word) = way_to(v, &subject);
    let (name, id) = named(&subject);
    let person = v.person()?;
    let sorts = sorts_for(&v.app, person, &subject)?;
    let written = about(&v.app, person, &subject)?;
    let body = html! {
        @if !sorts.is_empty() {
            h2 { (l.t("letter-choose")) }
            ul {
                @for sort in &sorts {
                    li {
                        a href={ "/soan-thao/viet?mau=" (sort.code) "&" (name) "=" (id) } {
                            (l.word("letter-sort-", sort.code))
                        }
                        " " span.quiet { (l.word("letter-about-", sort.code)) }
                    }
                }
            }
        }
        @if !written.is_empty() {
            h2 { (l.t("letter-written")) }
            ul { @for letter in &written { li { (line(v, letter)) } } }
        } @else if sorts.is_empty() {
            p { (l.t("letter-none-written")) }
        }
    };
    let title = l.t(if sorts.is_empty() { "letter-written" } else { "letter-write" });
    show(v.page(title).narrow().back(&back, word), body)
}

fn line(v: &Visit, letter: &Letter) -> Markup {
    // What takes no number is told apart by its day.
    let mark = letter.full_number().or_else(|| letter.issued_on.map(show_date));
    html! {
        a href=(address(&letter.id)) {
            (v.l.word("letter-sort-", letter.sort.code))
            @if let Some(mark) = mark { " " (mark) }
        }
        " " (tag(v.l, state_of(letter.state)))
    }
}

fn wanted(form: &Form) -> Result<Subject, PageError> {
    Ok(subject_of(form).ok_or(Refusal::NotFound)?)
}

pub(super) fn new(v: &Visit) -> Reply {
    let (person, subject, sort) = (v.person()?, wanted(&v.query)?, v.query.text("mau"));
    let asked = questions(&v.app, person, sort, &subject)?;
    let mut form = usual(&v.app, person, sort, &subject)?;
    name_subject(&mut form, sort, &subject);
    show_form(v, &Sheet { sort, subject: &subject, asked: &asked, form: &form, id: None }, None)
}

/// What says in a form of which sort and about what its letter is.
fn name_subject(form: &mut Form, sort: &str, subject: &Subject) {
    let (name, id) = named(subject);
    form.set("mau", sort);
    form.set(name, id);
}

pub(super) fn add(v: &Visit, sent: &Form) -> Reply {
    let (person, subject, sort) = (v.person()?, wanted(sent)?, sent.text("mau"));
    match draft_letter(&v.app, person, sort, &subject, sent) {
        Ok(id) => back_to(&id, "letter-drafted"),
        Err(Refusal::Invalid(errors)) => {
            let asked = questions(&v.app, person, sort, &subject)?;
            let sheet = Sheet { sort, subject: &subject, asked: &asked, form: sent, id: None };
            show_form(v, &sheet, Some(&errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn edit(v: &Visit) -> Reply {
    let letter = asked(v)?;
    letter.must_be_written_by(v.person()?)?;
    letter.must_be_draft()?;
    draw(v, &letter, &letter.typed.form(letter.version), None)
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let letter = asked(v)?;
    match correct_letter(&v.app, v.person()?, &letter.id, version(sent), sent) {
        Ok(()) => back_to(&letter.id, "letter-corrected"),
        Err(Refusal::Invalid(errors)) => draw(v, &letter, sent, Some(&errors)),
        Err(Refusal::Store(chungsuc_store::StoreError::Conflict)) => {
            // What was typed stays in sight; saving once more goes over what the other one wrote.
            let mut form = sent.clone();
            form.set("version", letter.version.to_string());
            let mut errors = Errors::default();
            errors.add("signer_post", Message::new("letter-changed-meanwhile"));
            draw(v, &letter, &form, Some(&errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn draw(v: &Visit, letter: &Letter, form: &Form, errors: Option<&Errors>) -> Reply {
    let (sort, subject) = (letter.sort.code, &letter.subject);
    let asked = questions(&v.app, v.person()?, sort, subject)?;
    show_form(v, &Sheet { sort, subject, asked: &asked, form, id: Some(&letter.id) }, errors)
}

/// A form to be shown: of a new letter, or of a draft with its id.
struct Sheet<'a> {
    sort: &'a str,
    subject: &'a Subject,
    asked: &'a [Question],
    form: &'a Form,
    id: Option<&'a str>,
}

fn show_form(v: &Visit, sheet: &Sheet<'_>, errors: Option<&Errors>) -> Reply {
    let l = v.l;
    let (name, id) = named(sheet.subject);
    let (action, back, word) = match sheet.id {
        Some(id) => (format!("{}/sua", address(id)), address(id), l.t("letter-record")),
        None => {
            let choose = format!("/soan-thao/moi?{name}={id}");
            ("/soan-thao/viet".to_owned(), choose, l.t("letter-write"))
        }
    };
    let labels: Vec<String> = sheet.asked.iter().map(|one| one.label.say(l)).collect();
    let mut all = vec![
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("mau", "").kind(Kind::Hidden),
        Field::new(name, "").kind(Kind::Hidden),
    ];
    all.extend(sheet.asked.iter().zip(&labels).map(|(one, label)| field(one, label)));
    let post = Field::new("signer_post", l.t("letter-signer-post")).kind(Kind::Long);
    all.push(post.help(l.t("letter-signer-post-help")).required());
    all.push(Field::new("signer_name", l.t("letter-signer")).help(l.t("letter-signer-help")));
    let none = Errors::default();
    let body = html! {
        p { (l.t("letter-filled")) }
        @if let Some(form) = form_of(v, sheet.sort, v.app.today()) {
            p.quiet { (l.t("letter-form")) ": " (form) }
        }
        form method="post" action=(action) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, sheet.form, errors.unwrap_or(&none), &all))
            (buttons(&[button(l.t("letter-save"))]))
        }
    };
    let title = l.word("letter-sort-", sheet.sort);
    let page = v.page(title).narrow().back(&back, word);
    if errors.is_some() { show_again(page, body) } else { show(page, body) }
}

fn field<'a>(question: &'a Question, label: &'a str) -> Field<'a> {
    let choices = question.choices.iter();
    let kind = match (question.choices.is_empty(), question.long) {
        (false, _) => Kind::Select(choices.map(|(value, word)| Choice::new(value, word)).collect()),
        (true, true) => Kind::Long,
        (true, false) => Kind::Text,
    };
    let field = Field::new(&question.name, label).kind(kind);
    if question.required { field.required() } else { field }
}
