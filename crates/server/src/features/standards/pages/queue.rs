//! What was sent and waits for a judgement: each value with its evidence, to accept or to give back.

use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::IndicatorKind;
use chungsuc_domain::{date, standard};
use maud::{Markup, html};

use super::super::{Value, evidence, indicator, values_in};
use super::enter::pictures;
use super::{address, period_word};
use crate::access::Act;
use crate::features::{names, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Fact, Field, button, button_quiet, buttons, empty, facts, fields};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn queue(v: &Visit) -> Reply {
    page(v, None)
}

/// The queue; `faulty` is the value whose form came back, with what was typed and what is wrong.
fn page(v: &Visit, faulty: Option<(&str, &Form, &Errors)>) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let waiting = values_in(&v.app, person, Stage::Sent)?;
    let villages = units::villages(&v.app, &person.commune)?;
    let people = names::of_accounts(&v.app, &person.commune)?;
    let mut parts = Vec::new();
    for value in &waiting {
        let own = faulty.filter(|(id, ..)| *id == value.id);
        let village = villages.iter().find(|unit| unit.code == value.unit);
        let village = village.map_or("–", |unit| unit.name.as_str());
        let who = people.get(&value.entered_by).map_or("–", String::as_str);
        parts.push(part(v, value, village, who, own.map(|(_, form, errors)| (form, errors)))?);
    }
    let body = html! {
        @if parts.is_empty() { (empty(l.t("queue-empty"), l.t("queue-empty-hint"), None)) }
        @for part in parts { (part) }
    };
    let page = v.page(l.t("queue-title")).back("/tieu-chi", l.t("way-standards"));
    if faulty.is_some() { show_again(page, body) } else { show(page, body) }
}

fn part(
    v: &Visit,
    value: &Value,
    village: &str,
    who: &str,
    faulty: Option<(&Form, &Errors)>,
) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let one = indicator(&v.app, &value.standard, &value.indicator)?;
    let files = evidence(&v.app, value, person)?;
    let list = [
        Fact::new(l.t("value-period"), html! { (period_word(v, &value.period)) }),
        Fact::new(l.t("indicator-value"), html! { (figure_word(v, value, one.kind)) }),
        Fact::new(
            l.t("value-day"),
            html! {
                (date::show_date(value.figure.measured_on)) " · " (who)
            },
        ),
        Fact::new(l.t("value-note"), html! { (value.figure.note) }),
        Fact::new(l.t("value-evidence"), pictures(&files)),
    ];
    let title = format!("{village} – {}. {}", one.code, one.name);
    let may = person.may_somewhere(Act::JudgeValues) && value.entered_by != person.account;
    Ok(html! {
        section.card {
            h2 { a href=(address(value)) { (title) } }
            (facts(&list))
            @if may { (judge_form(v, value, one, &title, faulty)) }
        }
    })
}

fn figure_word(v: &Visit, value: &Value, kind: IndicatorKind) -> String {
    let met = value.figure.met;
    value.figure.shown(kind).unwrap_or_else(|| match met {
        Some(true) => v.l.t("outcome-met").to_owned(),
        Some(false) => v.l.t("outcome-not-met").to_owned(),
        None => "–".to_owned(),
    })
}

/// Two forms side by side: accept, with a judgement where there is no threshold; or give back.
fn judge_form(
    v: &Visit,
    value: &Value,
    one: &standard::Indicator,
    title: &str,
    faulty: Option<(&Form, &Errors)>,
) -> Markup {
    let l = v.l;
    let base = format!("/tieu-chi/gia-tri/{}", value.id);
    let judged = one.kind != IndicatorKind::YesNo
        && one.threshold(None, value.figure.measured_on.year()).is_none();
    let (blank, none) = (Form::default(), Errors::default());
    let (form, errors) = faulty.unwrap_or((&blank, &none));
    let reason = [Field::new("reason", l.t("value-reason"))];
    html! {
        form method="post" action={ (base) "/chap-thuan" } aria-label={ (l.t("value-accept")) " – " (title) } {
            (csrf::token_field(v.form_token()))
            input type="hidden" name="version" value=(value.version);
            @if judged {
                fieldset.plain-choice {
                    legend { (l.t("value-judgement")) }
                    @for (code, word) in [("yes", l.t("outcome-met")), ("no", l.t("outcome-not-met"))] {
                        label.choice {
                            input type="radio" name="met" value=(code) required; " " (word) " "
                        }
                    }
                }
            }
            (buttons(&[button(l.t("value-accept"))]))
        }
        details.confirm open[faulty.is_some()] {
            summary.button.second { (l.t("value-give-back")) span.hidden { " – " (title) } }
            form method="post" action={ (base) "/tra-lai" } {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(value.version);
                @if faulty.is_some() { (fields(l, form, errors, &reason)) } @else {
                    label { (l.t("value-reason")) " "
                        input type="text" name="reason" required;
                    }
                }
                (buttons(&[button_quiet("tra-lai", l.t("value-give-back"))]))
            }
        }
    }
}

pub(super) fn accept(v: &Visit, form: &Form) -> Reply {
    let met = match form.text("met") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let version = form.text("version").parse().unwrap_or_default();
    super::super::accept(&v.app, v.person()?, v.param("ma"), version, met)?;
    go("/tieu-chi/cho-duyet?xong=value-accepted")
}

pub(super) fn give_back(v: &Visit, form: &Form) -> Reply {
    let version = form.text("version").parse().unwrap_or_default();
    let (id, reason) = (v.param("ma"), form.text("reason"));
    match super::super::give_back(&v.app, v.person()?, id, version, reason) {
        Ok(()) => go("/tieu-chi/cho-duyet?xong=value-returned"),
        Err(Refusal::Invalid(errors)) => page(v, Some((id, form, &errors))),
        Err(refusal) => Err(refusal.into()),
    }
}
