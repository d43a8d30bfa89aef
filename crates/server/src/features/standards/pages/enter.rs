//! One indicator of one village: its value for a period, the form that enters it, its evidence.

use chungsuc_domain::standard::{Indicator, IndicatorKind, evaluate_indicator};
use chungsuc_domain::{Decimal, date};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::period::last_day;
use super::super::rules::rules;
use super::super::{
    Figure, Key, RECORD, Value, evidence as files_of, find, gap_in_words, indicator, show_evidence,
};
use super::rules::{out_of_force, threshold};
use super::{address, address_of, chosen, period_word, periods_at_hand, stage};
use crate::access::{Act, Place};
use crate::features::files::NewFile;
use crate::features::{journal, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice, Fact, Field, Kind, Tone, button, buttons, draft, facts, fields, notice,
};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

/// What the page is about.
struct Matter<'a> {
    unit: units::Unit,
    indicator: &'a Indicator,
    standard: &'a str,
    period: String,
    value: Option<Value>,
}

fn matter<'a>(v: &'a Visit, standard: &'a str, period: &str) -> Result<Matter<'a>, PageError> {
    let unit = units::find(&v.app, v.param("dv"))?.ok_or(Refusal::NotFound)?;
    let indicator = indicator(&v.app, standard, v.param("ct"))?;
    let key = Key { unit: &unit.code, standard, indicator: &indicator.code, period };
    let value = find(&v.app, v.person()?, &key)?;
    Ok(Matter { unit, indicator, standard, period: period.to_owned(), value })
}

pub(super) fn page(v: &Visit) -> Reply {
    let this_year = v.app.today().year().to_string();
    let period = v.query.filled("ky").unwrap_or(&this_year).to_owned();
    let matter = matter(v, chosen(v), &period)?;
    let form = filled(v, matter.value.as_ref());
    let body = whole(v, &matter, &form, &Errors::default())?;
    show(v.page(&title(&matter)).back(&back(&matter), &matter.unit.name), body)
}

fn title(matter: &Matter<'_>) -> String {
    format!("{}. {} – {}", matter.indicator.code, matter.indicator.name, matter.unit.name)
}

fn back(matter: &Matter<'_>) -> String {
    format!("/tieu-chi/{}?bo={}", matter.unit.code, matter.standard)
}

fn whole(
    v: &Visit,
    matter: &Matter<'_>,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let may = person.may(Act::EnterValues, Place::village(&person.commune, &matter.unit.code));
    let editable = matter.value.as_ref().is_none_or(|value| value.review.may_edit());
    Ok(html! {
        (periods(v, matter))
        (wanted(v, matter)?)
        @if let Some(value) = &matter.value {
            @if let Some(reason) = value.review.reason() {
                (notice(Tone::Warning, &html! { (l.t("value-returned-because")) " " (reason) }))
            }
            (known(v, matter, value)?)
        }
        @if may && editable { (entry(v, matter, form, errors)) }
        @if let Some(value) = &matter.value {
            @if may && editable { (send_form(v, value)) }
            (journal::history(v, RECORD, &value.id)?)
        }
    })
}

/// What is to be reached by the end of the period, by which paper, and what is missing to it.
fn wanted(v: &Visit, matter: &Matter<'_>) -> Result<Markup, PageError> {
    let rules = rules(&v.app, &v.person()?.commune, matter.standard)?;
    let day = last_day(&matter.period).unwrap_or_else(|| v.app.today());
    let applied = rules.threshold(matter.indicator, day);
    let reported = matter.value.as_ref().and_then(|it| it.figure.reported(matter.indicator.kind));
    let (standard, region) = (&rules.standard, rules.region(day));
    let found = evaluate_indicator(standard, matter.indicator, region, day, reported);
    let gap = found
        .shortfall
        .map(|needed| gap_in_words(v.l, Some(matter.indicator), found.threshold(), needed));
    Ok(html! {
        (out_of_force(v, standard, day))
        p {
            (v.l.t("threshold-title")) ": " (threshold(v, matter.indicator, applied.as_ref()))
            @if let Some(gap) = gap { " – " strong { (gap) } }
        }
    })
}

/// The year before, this one, and its halves.
fn periods(v: &Visit, matter: &Matter<'_>) -> Markup {
    let all = periods_at_hand(v);
    let address = |period: &str| {
        address_of(&matter.unit.code, matter.standard, &matter.indicator.code, period)
    };
    html! {
        nav.tabs aria-label=(v.l.t("value-period")) {
            @for period in &all {
                a href=(address(period))
                    aria-current=[(*period == matter.period).then_some("page")] {
                    (period_word(v, period))
                }
            }
        }
    }
}

/// The value as it stands, with its evidence.
fn known(v: &Visit, matter: &Matter<'_>, value: &Value) -> Result<Markup, PageError> {
    let l = v.l;
    let met = match value.figure.met {
        Some(true) => l.t("outcome-met"),
        Some(false) => l.t("outcome-not-met"),
        None => "–",
    };
    let files = files_of(&v.app, value, v.person()?)?;
    let list = [
        Fact::new(l.t("column-state"), stage(v, value.review.stage())),
        Fact::new(
            l.t("indicator-value"),
            html! {
                (value.figure.shown(matter.indicator.kind).unwrap_or_else(|| "–".to_owned()))
            },
        ),
        Fact::new(l.t("value-judgement"), html! { (met) }),
        Fact::new(l.t("value-day"), html! { (date::show_date(value.figure.measured_on)) }),
        Fact::new(l.t("value-note"), html! { (value.figure.note) }),
        Fact::new(l.t("value-evidence"), pictures(&files)),
    ];
    Ok(facts(&list))
}

/// Pictures are drawn small, other files are named.
pub(super) fn pictures(files: &[[String; 3]]) -> Markup {
    html! {
        @if files.is_empty() { "–" }
        @for [id, name, media] in files {
            a.evidence href={ "/tieu-chi/minh-chung/" (id) } {
                @if media.starts_with("image/") {
                    img src={ "/tieu-chi/minh-chung/" (id) } alt=(name) width="160" height="120"
                        loading="lazy";
                } @else { (name) }
            }
            " "
        }
    }
}

fn filled(v: &Visit, value: Option<&Value>) -> Form {
    let today = date::show_date(v.app.today());
    let Some(value) = value else {
        return Form::from_pairs([("version", "0".to_owned()), ("measured_on", today)]);
    };
    let figure = &value.figure;
    let number = |value: Option<Decimal>| value.map(|it| it.to_string()).unwrap_or_default();
    let met = match figure.met {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    Form::from_pairs([
        ("version", value.version.to_string()),
        ("amount", number(figure.amount)),
        ("numerator", number(figure.numerator)),
        ("denominator", number(figure.denominator)),
        ("met", met.to_owned()),
        ("measured_on", date::show_date(figure.measured_on)),
        ("note", figure.note.clone()),
    ])
}

fn entry(v: &Visit, matter: &Matter<'_>, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let yes_no =
        vec![Choice::new("yes", l.t("outcome-met")), Choice::new("no", l.t("outcome-not-met"))];
    let unit = matter.indicator.unit.map(|unit| unit.label()).unwrap_or_default();
    let mut questions = vec![Field::new("version", "").kind(Kind::Hidden)];
    match matter.indicator.kind {
        IndicatorKind::YesNo => questions
            .push(Field::new("met", l.t("value-reached")).kind(Kind::Radios(yes_no)).required()),
        IndicatorKind::Ratio => questions.extend([
            Field::new("numerator", l.t("value-part")).kind(Kind::Number).required(),
            Field::new("denominator", l.t("value-whole")).kind(Kind::Number).required(),
        ]),
        IndicatorKind::Amount | IndicatorKind::Count => questions.push(
            Field::new("amount", l.t("indicator-value")).kind(Kind::Number).unit(unit).required(),
        ),
    }
    let file = Kind::File { accept: ".jpg,.jpeg,.png,.webp,.pdf", many: true };
    questions.extend([
        Field::new("measured_on", l.t("value-day")).kind(Kind::Date).required(),
        Field::new("note", l.t("value-note")).kind(Kind::Long),
        Field::new("file", l.t("value-evidence")).kind(file).help(l.t("value-evidence-help")),
    ]);
    let action =
        address_of(&matter.unit.code, matter.standard, &matter.indicator.code, &matter.period);
    html! {
        h2 { (l.t("value-enter")) }
        form method="post" action=(action) enctype="multipart/form-data" data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("value-save"))]))
        }
    }
}

fn send_form(v: &Visit, value: &Value) -> Markup {
    html! {
        form.consequence method="post" action={ "/tieu-chi/gia-tri/" (value.id) "/gui" } {
            (csrf::token_field(v.form_token()))
            input type="hidden" name="version" value=(value.version);
            p { (v.l.t("value-send-consequence")) }
            (buttons(&[button(v.l.t("value-send"))]))
        }
    }
}

pub(super) fn enter(v: &Visit, upload: &Upload) -> Reply {
    let (form, standard) = (&upload.form, chosen(v));
    let period = v.query.text("ky").to_owned();
    let matter = matter(v, standard, &period)?;
    let done = read(v, form).and_then(|figure| {
        let files = upload.files_of("file").map(|file| NewFile::check("file", file));
        let files = files.collect::<Result<Vec<_>, _>>()?;
        let key = Key {
            unit: &matter.unit.code,
            standard,
            indicator: &matter.indicator.code,
            period: &period,
        };
        let version = form.text("version").parse().unwrap_or_default();
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        super::super::enter(&v.app, person, &key, &figure, &files, version)
    });
    match done {
        Ok(_) => {
            let address = address_of(&matter.unit.code, standard, &matter.indicator.code, &period);
            go(&format!("{address}&xong=value"))
        }
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, &matter, form, &errors)?;
            show_again(v.page(&title(&matter)).back(&back(&matter), &matter.unit.name), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Reads a figure as people write it: a comma for decimals, dots between thousands.
fn read(v: &Visit, form: &Form) -> Result<Figure, Refusal> {
    let mut errors = Errors::default();
    let mut number = |field: &'static str| {
        let read = Decimal::parse(form.filled(field)?);
        if read.is_err() {
            errors.add(field, Message::new("value-no-number"));
        }
        read.ok()
    };
    let (amount, numerator, denominator) =
        (number("amount"), number("numerator"), number("denominator"));
    let day: Result<Date, _> = date::parse_date(form.text("measured_on"), v.app.today());
    if day.is_err() {
        errors.add("measured_on", Message::new("day-wrong"));
    }
    let met = match form.text("met") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    match day {
        Ok(measured_on) if errors.is_empty() => {
            let note = form.text("note").to_owned();
            Ok(Figure { amount, numerator, denominator, met, measured_on, note })
        }
        _ => Err(errors.into()),
    }
}

pub(super) fn send(v: &Visit, form: &Form) -> Reply {
    let version = form.text("version").parse().unwrap_or_default();
    let person = v.person()?;
    super::super::send(&v.app, person, v.param("ma"), version)?;
    let value = super::super::value(&v.app, person, v.param("ma"))?;
    go(&format!("{}&xong=value-sent", address(&value)))
}

pub(super) fn evidence(v: &Visit) -> Reply {
    show_evidence(&v.app, v.person()?, v.param("tep"))
}
