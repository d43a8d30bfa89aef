//! The figures of one village for one period, judged together: a reason sends a figure one step back,
//! the others go one step on.

use chungsuc_domain::date;
use chungsuc_domain::standard::{Indicator, IndicatorKind};
use maud::{Markup, html};

use super::super::rules::{Rules, rules};
use super::super::{
    Judged, Judgement, Judging, Value, evidence, indicator, judge as judge_all, judge_instead,
};
use super::enter::pictures;
use super::queue::Part;
use super::rules::threshold;
use super::{address, chosen, period_word, stage};
use crate::features::{names, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice, Fact, Field, Kind, Tone, button, buttons, empty, error_summary, facts, notice,
};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// The figures that wait, of the village and the period of this address.
fn matter(v: &Visit) -> Result<(units::Unit, Vec<Value>), PageError> {
    let unit = units::find(&v.app, v.param("dv"))?.ok_or(Refusal::NotFound)?;
    let (standard, period) = (chosen(v), v.query.text("ky"));
    let mut values = Part::of(v).values(v)?;
    values.retain(|one| one.unit == unit.code && one.standard == standard && one.period == period);
    Ok((unit, values))
}

pub(super) fn page(v: &Visit) -> Reply {
    draw(v, None)
}

fn draw(v: &Visit, again: Option<(&Form, &Errors)>) -> Reply {
    let l = v.l;
    let (unit, values) = matter(v)?;
    let (with_board, with_officer): (Vec<_>, Vec<_>) =
        values.into_iter().partition(|value| value.review.is_with_board());
    let (blank, none) = (Form::default(), Errors::default());
    let (form, errors) = again.unwrap_or((&blank, &none));
    let body = html! {
        @if with_board.is_empty() && with_officer.is_empty() {
            (empty(l.t("queue-empty"), l.t("queue-empty-hint"), None))
        }
        (error_summary(l, errors, &[]))
        (section(v, &with_officer, ["judge-verify-how", "judge-verify"], form, errors)?)
        (section(v, &with_board, ["judge-accept-how", "judge-accept"], form, errors)?)
    };
    let title = format!("{} – {}", unit.name, period_word(v, v.query.text("ky")));
    let page = v.page(&title).back("/tieu-chi/cho-duyet", l.t("queue-title"));
    if again.is_some() { show_again(page, body) } else { show(page, body) }
}

/// One form for all figures of a step.
fn section(
    v: &Visit,
    values: &[Value],
    [how, act]: [&'static str; 2],
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let (mut parts, mut mine) = (Vec::new(), 0);
    let (judging, here) = (Judging::today(&v.app, v.person()?)?, Part::of(v));
    for value in values {
        let may = match here {
            Part::Instead => Ok(()),
            Part::All | Part::Mine => judging.may(value),
        };
        mine += usize::from(may.is_ok());
        parts.push(part(v, &judging, value, may.err(), (form, errors))?);
    }
    let (standard, period, end) = (chosen(v), v.query.text("ky"), here.suffix());
    let action = format!("{}?bo={standard}&ky={period}{end}", v.path);
    let why = Field::new("instead", v.l.t("judge-instead")).help(v.l.t("judge-instead-help"));
    Ok(html! {
        @if !parts.is_empty() {
            form method="post" action=(action) {
                (csrf::token_field(v.form_token()))
                @for part in parts { (part) }
                @if mine > 0 {
                    @if here == Part::Instead { (why.required().draw(v.l, form, errors)) }
                    p.consequence { (v.l.t(how)) }
                    (buttons(&[button(v.l.t(act))]))
                }
            }
        }
    })
}

fn part(
    v: &Visit,
    judging: &Judging<'_>,
    value: &Value,
    refused: Option<Refusal>,
    (form, errors): (&Form, &Errors),
) -> Result<Markup, PageError> {
    let one = indicator(&v.app, &value.standard, &value.indicator)?;
    let rules = rules(&v.app, &v.person()?.commune, &value.standard)?;
    Ok(html! {
        section.card {
            h2 { a href={ (address(value)) "#lich-su" } { (one.code) ". " (one.name) } }
            @if let Some(reason) = value.review.reason() {
                (notice(Tone::Warning, &html! { (v.l.t("judge-questioned")) " " (reason) }))
            }
            (known(v, judging, &rules, value, one)?)
            @match refused {
                None => (questions(v, &rules, value, one, form, errors)),
                Some(Refusal::Rule(why)) => p.quiet { (why.say(v.l)) },
                Some(_) => {}
            }
        }
    })
}

fn known(
    v: &Visit,
    judging: &Judging<'_>,
    rules: &Rules,
    value: &Value,
    one: &Indicator,
) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let people = names::of_accounts(&v.app, &person.commune)?;
    let who = people.get(&value.entered_by).map_or("–", String::as_str);
    let day = date::show_date(value.figure.measured_on);
    let mut list = vec![
        Fact::new(l.t("column-state"), stage(v, value.review.stage())),
        Fact::new(l.t("indicator-value"), html! { (figure_word(v, value, one.kind)) }),
        Fact::new(
            l.t("threshold-title"),
            threshold(v, one, rules.threshold(one, value.figure.measured_on).as_ref()),
        ),
        Fact::new(l.t("value-day"), html! { (day) " · " (who) }),
        Fact::new(l.t("value-note"), html! { (value.figure.note) }),
        Fact::new(l.t("value-evidence"), pictures(&evidence(&v.app, value, person)?)),
    ];
    if let Some(officer) = judging.officer(value) {
        list.push(Fact::new(l.t("charge-officer"), html! { (officer) }));
    }
    Ok(facts(&list))
}

fn figure_word(v: &Visit, value: &Value, kind: IndicatorKind) -> String {
    value.figure.shown(kind).unwrap_or_else(|| match value.figure.met {
        Some(true) => v.l.t("outcome-met").to_owned(),
        Some(false) => v.l.t("outcome-not-met").to_owned(),
        None => "–".to_owned(),
    })
}

fn questions(
    v: &Visit,
    rules: &Rules,
    value: &Value,
    one: &Indicator,
    form: &Form,
    errors: &Errors,
) -> Markup {
    let l = v.l;
    let [met, reason] = ["met", "reason"].map(|name| format!("{name}-{}", value.id));
    let choices =
        vec![Choice::new("yes", l.t("outcome-met")), Choice::new("no", l.t("outcome-not-met"))];
    html! {
        input type="hidden" name={ "v-" (value.id) } value=(value.version);
        @if wants_judgement(rules, value, one) {
            (Field::new(&met, l.t("value-judgement")).kind(Kind::Radios(choices)).draw(l, form, errors))
        }
        (Field::new(&reason, l.t("value-reason")).help(l.t("judge-reason-help")).draw(l, form, errors))
    }
}

/// Whether the officer must say if the indicator is reached, because nobody knows its threshold.
fn wants_judgement(rules: &Rules, value: &Value, one: &Indicator) -> bool {
    value.review.is_with_officer()
        && one.kind != IndicatorKind::YesNo
        && rules.threshold(one, value.figure.measured_on).is_none()
}

pub(super) fn judge(v: &Visit, form: &Form) -> Reply {
    let mut errors = Errors::default();
    let (mut judged, mut back) = (Vec::new(), 0);
    for value in matter(v)?.1 {
        let Ok(version) = form.text(&format!("v-{}", value.id)).parse() else { continue };
        let judgement = said(v, &value, form, &mut errors)?;
        back += usize::from(matches!(judgement, Judgement::Back { .. }));
        judged.push(Judged { id: value.id, version, judgement });
    }
    if !errors.is_empty() {
        return draw(v, Some((form, &errors)));
    }
    if judged.is_empty() {
        // Somebody else judged them all meanwhile.
        return Err(Refusal::rule("value-not-sent").into());
    }
    let (person, here) = (v.person()?, Part::of(v));
    let judged = match here {
        Part::Instead => judge_instead(&v.app, person, &judged, form.text("instead")),
        Part::All | Part::Mine => judge_all(&v.app, person, &judged),
    };
    match judged {
        Ok(()) => {
            let done = if back > 0 { "judged-some-back" } else { "judged" };
            go(&format!("/tieu-chi/cho-duyet?xong={done}{}", here.suffix()))
        }
        Err(Refusal::Invalid(errors)) => draw(v, Some((form, &errors))),
        Err(refusal) => Err(refusal.into()),
    }
}

fn said(v: &Visit, value: &Value, form: &Form, errors: &mut Errors) -> Result<Judgement, Refusal> {
    if let Some(reason) = form.filled(&format!("reason-{}", value.id)) {
        return Ok(Judgement::Back { reason: reason.to_owned() });
    }
    let one = indicator(&v.app, &value.standard, &value.indicator)?;
    let person = v.person().map_err(|_| Refusal::Forbidden)?;
    let rules = rules(&v.app, &person.commune, &value.standard)?;
    let field = format!("met-{}", value.id);
    let met = match form.text(&field) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    if met.is_none() && wants_judgement(&rules, value, one) {
        let what = Message::new("judge-missing").arg("indicator", one.name.clone());
        errors.add(field, what);
    }
    Ok(Judgement::Forward { met })
}
