//! Entering the counted forms, content by content.

use chungsuc_domain::Decimal;
use chungsuc_domain::date::{parse_date, show_date};
use maud::{Markup, html};

use super::super::{Counted, Line, State, Survey, enter};
use super::{address, asked, title};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, button, buttons, draft, error_summary};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let survey = asked(v)?;
    if survey.state != State::Open {
        return Err(Refusal::rule("survey-not-open").into());
    }
    draw(v, &survey, &filled(v, &survey), &Errors::default(), false)
}

/// The form as it was last saved; nothing is counted before the first time.
fn filled(v: &Visit, survey: &Survey) -> Form {
    let day = survey.counted_on.unwrap_or_else(|| v.app.today());
    let mut form = Form::from_pairs([
        ("version", survey.version.to_string()),
        ("counted_on", show_date(day)),
        ("note", survey.note.clone()),
    ]);
    if let Some(asked) = survey.asked {
        form.set("asked", asked.to_string());
        for Line { content, answers } in &survey.lines {
            form.set(format!("answered-{}", content.code), answers.answered().to_string());
            form.set(format!("satisfied-{}", content.code), answers.satisfied().to_string());
        }
    }
    form
}

fn draw(v: &Visit, survey: &Survey, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let help = l.with("survey-asked-help", &[("sample", survey.sample.into())]);
    let note =
        Field::new("note", l.t("survey-note")).kind(Kind::Long).help(l.t("survey-note-help"));
    let before = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("asked", l.t("survey-asked-field")).kind(Kind::Number).help(&help).required(),
        Field::new("counted_on", l.t("survey-counted-on")).kind(Kind::Date).required(),
    ];
    let body = html! {
        p { (l.t("survey-count-lead")) }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (error_summary(l, errors, &before))
            @for field in &before { (field.draw(l, form, errors)) }
            (table(v, survey, form, errors))
            (note.draw(l, form, errors))
            (buttons(&[button(l.t("survey-count-save"))]))
        }
    };
    let title = format!("{} – {}", l.t("survey-count"), title(v, survey)?);
    let back = address(&survey.id);
    let page = v.page(&title).back(&back, l.t("survey-record"));
    if again { show_again(page, body) } else { show(page, body) }
}

/// One row a content: two counts, each with its name for ears and for a phone.
fn table(v: &Visit, survey: &Survey, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let columns = [("answered", l.t("survey-answered")), ("satisfied", l.t("survey-satisfied"))];
    html! {
        div.listing { div.table { table {
            caption { (l.t("survey-contents")) }
            thead { tr {
                th scope="col" { (l.t("survey-content")) }
                @for (_, label) in columns { th scope="col" { (label) } }
            } }
            tbody {
                @for line in &survey.lines {
                    tr {
                        th scope="row" { (line.content.code) ". " (line.content.name) }
                        @for (name, label) in columns {
                            td data-label=(label) { (cell(v, line, (name, label), form, errors)) }
                        }
                    }
                }
            }
        } } }
    }
}

fn cell(
    v: &Visit,
    line: &Line,
    (name, label): (&str, &str),
    form: &Form,
    errors: &Errors,
) -> Markup {
    let field = format!("{name}-{}", line.content.code);
    let error = errors.of(&field).map(|message| message.say(v.l));
    let about = error.is_some().then(|| format!("{field}-error"));
    html! {
        input.short id=(field) name=(field) type="text" inputmode="numeric" value=(form.raw(&field))
            aria-label={ (line.content.name) ": " (label) } aria-describedby=[about.as_ref()]
            aria-invalid=[error.is_some().then_some("true")];
        @if let Some(error) = error { p.error id=[about] { (error) } }
    }
}

pub(super) fn save(v: &Visit, form: &Form) -> Reply {
    let survey = asked(v)?;
    let version = form.text("version").parse().unwrap_or_default();
    let person = v.person()?;
    let done = read(v, &survey, form)
        .map_err(Refusal::Invalid)
        .and_then(|counted| enter(&v.app, person, &survey.id, version, &counted));
    match done {
        Ok(()) => go(&format!("{}?xong=survey-counted", address(&survey.id))),
        Err(Refusal::Invalid(errors)) => draw(v, &survey, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, survey: &Survey, form: &Form) -> Result<Counted, Errors> {
    let mut errors = Errors::default();
    let asked = count(form, "asked", &mut errors);
    let counted_on = parse_date(form.text("counted_on"), v.app.today());
    if counted_on.is_err() {
        errors.add("counted_on", Message::new("day-wrong"));
    }
    let pair = |line: &Line| {
        let [answered, satisfied] = ["answered", "satisfied"]
            .map(|name| count(form, &format!("{name}-{}", line.content.code), &mut errors));
        (answered, satisfied)
    };
    let answers = survey.lines.iter().map(pair).collect();
    match counted_on {
        Ok(counted_on) if errors.is_empty() => {
            Ok(Counted { asked, counted_on, answers, note: form.text("note").to_owned() })
        }
        _ => Err(errors),
    }
}

/// A whole number of households, as people write it; zero is one.
fn count(form: &Form, field: &str, errors: &mut Errors) -> u32 {
    let text = form.text(field);
    let number = Decimal::parse(text).ok().map(Decimal::thousandths);
    let whole = number.filter(|number| number % 1000 == 0);
    let count = whole.and_then(|number| u32::try_from(number / 1000).ok());
    if count.is_none() {
        let key = if text.is_empty() { "field-missing" } else { "survey-no-count" };
        errors.add(field, Message::new(key));
    }
    count.unwrap_or_default()
}
