//! Drafting a correction or a revocation, and changing its draft.

use maud::{Markup, html};

use super::super::amendments::{
    self, Amendment, Kind as Sort, Words, amend, correct_words, discard, law, reword_line,
};
use super::super::{Decision, OnPaper, State, find};
use super::amendment::{address, asked, title};
use super::draft::{Again, line_questions};
use super::version;
use crate::features::law::ground;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    self, Choice, Confirm, Field, Kind, Page, Tone, button, buttons, fields, notice, tag,
};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn new_correction(v: &Visit) -> Reply {
    new(v, Sort::Correction)
}

pub(super) fn new_revocation(v: &Visit) -> Reply {
    new(v, Sort::Revocation)
}

pub(super) fn add_correction(v: &Visit, sent: &Form) -> Reply {
    add(v, Sort::Correction, sent)
}

pub(super) fn add_revocation(v: &Visit, sent: &Form) -> Reply {
    add(v, Sort::Revocation, sent)
}

/// The issued decision of the address.
fn issued(v: &Visit) -> Result<Decision, PageError> {
    let decision = find(&v.app, v.person()?, v.param("quyet_dinh"))?;
    match decision.state {
        State::Issued => Ok(decision),
        _ => Err(Refusal::rule("amendment-of-draft").into()),
    }
}

fn new(v: &Visit, sort: Sort) -> Reply {
    let decision = issued(v)?;
    let line = v.query.filled("dong").unwrap_or_default();
    let form = Form::from_pairs([("line", line)]);
    show(new_page(v, sort), new_form(v, sort, &decision, &form, &Errors::default()))
}

fn add(v: &Visit, sort: Sort, sent: &Form) -> Reply {
    let decision = issued(v)?;
    let chosen: Vec<i64> = sent.all("line").filter_map(|seq| seq.parse().ok()).collect();
    let by = v.person()?;
    let done = Words::read(sent, sort, law(&v.app, v.app.today()))
        .map_err(Refusal::from)
        .and_then(|words| amend(&v.app, by, &decision, sort, &chosen, &words));
    match done {
        Ok(id) => go(&format!("{}?xong=amendment-drafted", address(&id))),
        Err(Refusal::Invalid(errors)) => {
            let body = new_form(v, sort, &decision, sent, &errors);
            show_again(new_page(v, sort), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn new_page(v: &Visit, sort: Sort) -> Page<'_> {
    v.page(v.l.word("amendment-new-", sort.code())).narrow()
}

fn new_form(v: &Visit, sort: Sort, decision: &Decision, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let standing = decision.awarded.iter().filter(|line| !line.standing.is_revoked());
    let lines: Vec<Choice> = standing
        .map(|line| {
            let name = format!("{:02} – {}", line.seq, line.words().recipient);
            Choice::new(line.seq.to_string(), name).hint(line.words().address.clone())
        })
        .collect();
    let number = [("number", decision.full_number().unwrap_or_default().into())];
    html! {
        p.lead { (l.explain("amendment-lead-", sort.code(), &number)) }
        @if lines.is_empty() {
            (notice(Tone::Plain, &html! { (l.t("decision-all-revoked")) }))
        } @else {
            form method="post" action=(v.path) {
                (csrf::token_field(v.form_token()))
                (Field::new("line", l.t("amendment-lines")).kind(Kind::Checkboxes(lines)).required()
                    .draw(l, form, errors))
                (words_fields(v, sort, form, errors))
                (buttons(&[button(l.t("decision-draft-act"))]))
            }
        }
    }
}

/// The ground with its law, what was found, and what else it rests on.
fn words_fields(v: &Visit, sort: Sort, form: &Form, errors: &Errors) -> Markup {
    let (l, today) = (v.l, v.app.today());
    let law = law(&v.app, today).filter(|_| sort == Sort::Revocation);
    let facts = Field::new("facts", l.word("amendment-facts-", sort.code()))
        .kind(Kind::Long)
        .help(l.word("amendment-facts-help-", sort.code()))
        .required();
    let bases = Field::new("bases", l.t("amendment-bases"))
        .kind(Kind::Long)
        .help(l.t("amendment-bases-help"));
    let silent = sort == Sort::Revocation && law.is_none();
    let bases = if silent { bases.required() } else { bases };
    html! {
        @if let Some(law) = law {
            @let grounds = law.value.grounds.iter();
            @let grounds = grounds.map(|ground| Choice::new(&ground.code, &ground.text)).collect();
            (Field::new("ground", l.t("amendment-ground")).kind(Kind::Radios(grounds)).required()
                .draw(l, form, errors))
            p {
                (ground(&law.rule(today)))
                @if !law.standing(today).is_settled() { " " (tag(l, ui::State::Unchecked)) }
            }
        }
        @if silent { (notice(Tone::Warning, &html! { (l.t("amendment-law-silent")) })) }
        (fields(l, form, errors, &[facts, bases]))
    }
}

/// The draft of the address.
fn draft(v: &Visit) -> Result<Amendment, PageError> {
    let found = asked(v)?;
    found.must_be_draft()?;
    Ok(found)
}

pub(super) fn edit(v: &Visit) -> Reply {
    let found = draft(v)?;
    let mut form = found.words.form();
    form.set("version", found.version.to_string());
    show(page(v, "decision-correct"), edit_form(v, &found, &form, &Errors::default()))
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let (by, found) = (v.person()?, asked(v)?);
    let done = Words::read(sent, found.kind, law(&v.app, v.app.today()))
        .map_err(Refusal::from)
        .and_then(|words| correct_words(&v.app, by, &found.id, version(sent), &words));
    match done {
        Ok(()) => go(&format!("{}?xong=decision-corrected", address(&found.id))),
        Err(refusal) => {
            let again = Again::of(refusal)?;
            let form = edit_form(v, &found, sent, &again.errors());
            show_again(page(v, "decision-correct"), html! { (again.notice(v)) (form) })
        }
    }
}

fn page<'a>(v: &'a Visit, title: &'static str) -> Page<'a> {
    v.page(v.l.t(title)).narrow()
}

fn edit_form(v: &Visit, found: &Amendment, form: &Form, errors: &Errors) -> Markup {
    html! {
        p { a href=(address(&found.id)) { (title(v, found)) } }
        form method="post" action={ (address(&found.id)) "/sua" } {
            (csrf::token_field(v.form_token()))
            (Field::new("version", "").kind(Kind::Hidden).draw(v.l, form, errors))
            (words_fields(v, found.kind, form, errors))
            (buttons(&[button(v.l.t("decision-save"))]))
        }
    }
}

/// The draft and the line of the address.
fn asked_line(v: &Visit) -> Result<(Amendment, amendments::Line), PageError> {
    let found = asked(v)?;
    let seq = v.param("so").parse().ok();
    let line = found.lines.iter().find(|line| Some(line.seq) == seq && line.words.is_some());
    let line = line.cloned().ok_or(Refusal::NotFound)?;
    Ok((found, line))
}

pub(super) fn edit_line(v: &Visit) -> Reply {
    let (found, line) = asked_line(v)?;
    found.must_be_draft()?;
    let mut form = line.words.as_ref().map(OnPaper::form).unwrap_or_default();
    form.set("version", line.version.to_string());
    let body = line_form(v, &found, &line, &form, &Errors::default());
    show(page(v, "amendment-reword"), body)
}

pub(super) fn reword(v: &Visit, sent: &Form) -> Reply {
    let (by, (found, line)) = (v.person()?, asked_line(v)?);
    let done = OnPaper::read(sent)
        .map_err(Refusal::from)
        .and_then(|words| reword_line(&v.app, by, &found.id, line.seq, version(sent), &words));
    match done {
        Ok(()) => go(&format!("{}?xong=decision-reworded", address(&found.id))),
        Err(refusal) => {
            let again = Again::of(refusal)?;
            let form = line_form(v, &found, &line, sent, &again.errors());
            let body = html! { (again.notice(v)) (form) };
            show_again(page(v, "amendment-reword"), body)
        }
    }
}

fn line_form(
    v: &Visit,
    found: &Amendment,
    line: &amendments::Line,
    form: &Form,
    errors: &Errors,
) -> Markup {
    html! {
        p { a href=(address(&found.id)) { (title(v, found)) } }
        form method="post" action={ (address(&found.id)) "/dong/" (line.seq) } {
            (csrf::token_field(v.form_token()))
            (fields(v.l, form, errors, &line_questions(v)))
            (buttons(&[button(v.l.t("decision-save"))]))
        }
    }
}

pub(super) fn give_up(v: &Visit) -> Reply {
    let found = draft(v)?;
    let form = Form::from_pairs([("version", found.version.to_string())]);
    let body = give_up_form(v, &found, &form, &Errors::default());
    show(page(v, "decision-discard"), body)
}

pub(super) fn given_up(v: &Visit, sent: &Form) -> Reply {
    let found = asked(v)?;
    match discard(&v.app, v.person()?, &found.id, version(sent), sent.text("reason")) {
        Ok(()) => go(&format!("{}?xong=amendment-discarded", address(&found.id))),
        Err(Refusal::Invalid(errors)) => {
            let body = give_up_form(v, &found, sent, &errors);
            show_again(page(v, "decision-discard"), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn give_up_form(v: &Visit, found: &Amendment, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("reason", l.t("decision-discard-reason")).required(),
    ];
    let act = Confirm {
        act: l.t("decision-discard"),
        consequence: l.t("amendment-discard-consequence"),
        action: &format!("{}/huy", address(&found.id)),
        token: v.form_token(),
        grave: true,
    };
    html! {
        p.lead { (title(v, found)) }
        (act.open(fields(l, form, errors, &questions)))
    }
}
