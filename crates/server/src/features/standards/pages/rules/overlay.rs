//! One overlay: its paper, what it sets, in what it differs from the set below it, and its end.

use chungsuc_domain::date::{self, Date};
use chungsuc_domain::standard::{Applied, Difference, Indicator, Standard, differences};
use maud::{Markup, html};

use super::{asked, lay, line_name, region_name, set, set_address};
use crate::access::Act;
use crate::features::standards::pages::chosen;
use crate::features::standards::rules::{
    LaidOverlay, OVERLAY_RECORD, OverlayState, Rules, TakenOff, confirm_overlay, overlay, rules,
    take_off,
};
use crate::features::{journal, names, papers, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Fact, Field, Kind, State, Table, button, buttons, facts, fields, tag,
};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(in crate::features::standards::pages) fn page(v: &Visit) -> Reply {
    draw(v, &Form::default(), &Errors::default(), false)
}

fn draw(v: &Visit, form: &Form, errors: &Errors, again: bool) -> Reply {
    let (l, person, id) = (v.l, v.person()?, chosen(v));
    let known = overlay(&v.app, person, id, v.param("mr"))?;
    let rules = rules(&v.app, &person.commune, id)?;
    let own = known.unit == person.commune && v.may(Act::KeepStandards);
    let open = own && known.state == OverlayState::Laid;
    let body = html! {
        p.lead { (rules.standard.head().value.name) }
        (about(v, &known)?)
        (levels(v, &rules.standard, &known))
        (diff(v, &rules, &known))
        @if open && known.checked.is_none() { (confirming(v, &known, form, errors)?) }
        @if open { (taking_off(v, &known, form, errors)) }
        (journal::history(v, OVERLAY_RECORD, &known.id)?)
    };
    let back = set_address(id);
    let page = v.page(&known.document).back(&back, l.t("set-title"));
    if again { show_again(page, body) } else { show(page, body) }
}

fn about(v: &Visit, known: &LaidOverlay) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let people = names::of_accounts(&v.app, &person.commune)?;
    let named = |id: &str| people.get(id).map_or("–", String::as_str).to_owned();
    let unit = units::find(&v.app, &known.unit)?.map_or_else(String::new, |unit| unit.name);
    let mut list = vec![
        Fact::new(l.t("column-state"), set::state(v, known)),
        Fact::new(
            l.t("overlay-paper"),
            html! {
                @match &known.paper {
                    Some(paper) => a href={ "/van-ban/" (paper) } { (known.document) },
                    None => (known.document),
                }
            },
        ),
        Fact::new(l.t("overlay-issuer"), html! { (known.issuer) }),
        Fact::new(l.t("overlay-unit"), html! { (unit) }),
        Fact::new(l.t("overlay-days"), html! { (l.days(known.from, known.to)) }),
        Fact::new(
            l.t("overlay-laid-by"),
            html! {
                (named(&known.laid_by)) ", " (date::show_date(known.laid_on))
            },
        ),
    ];
    if let Some(checked) = &known.checked {
        list.push(Fact::new(
            l.t("overlay-checked-by"),
            html! {
                (named(&checked.by)) ", " (date::show_date(checked.on)) " (" (checked.paper) ")"
            },
        ));
    }
    if !known.note.is_empty() {
        list.push(Fact::new(l.t("value-note"), html! { (known.note) }));
    }
    if let Some(why) = &known.why {
        list.push(Fact::new(l.t("overlay-why"), html! { (why) }));
    }
    Ok(facts(&list))
}

/// What the overlay sets, as it was entered.
fn levels(v: &Visit, standard: &Standard, known: &LaidOverlay) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("line-name")),
        Column::new(l.t("region")),
        Column::new(l.t("overlay-year")),
        Column::new(l.t("threshold-new")),
    ];
    let rows = known.levels.iter().map(|level| {
        let line = standard.line(&level.indicator);
        Cells::new()
            .text(&line.map_or_else(|| level.indicator.clone(), line_name))
            .text(region_name(v, standard, level.region.as_deref()))
            .markup(lay::year_word(v, level.year))
            .text(&line.map_or_else(|| level.value.to_string(), |line| asked(line, level.value)))
    });
    html! { (Table::new(l.t("overlay-levels"), &columns, rows.collect()).draw(l)) }
}

/// In what the set with the overlay differs from the set without it.
fn diff(v: &Visit, rules: &Rules, known: &LaidOverlay) -> Markup {
    let l = v.l;
    let below = rules.standard.without(&known.id);
    let Ok(above) = below.with(known.of_domain()) else {
        return html! { p { (l.t("overlay-unfit")) } };
    };
    let last = known.to.map_or(v.app.today().year() + 1, Date::year);
    let here = rules.region(known.from);
    let mut found = differences(&below, &above, known.from.year()..=last);
    // A commune that knows where it lies looks at its own region.
    found.retain(|one| here.is_none_or(|here| one.region == here || one.region == "all"));
    if found.is_empty() {
        return html! { p.quiet { (l.t("overlay-no-difference")) } };
    }
    let columns = [
        Column::new(l.t("line-name")),
        Column::new(l.t("region")),
        Column::new(l.t("overlay-years")),
        Column::new(l.t("overlay-before")),
        Column::new(l.t("overlay-after")),
    ];
    let rows = found.iter().map(|one| row(v, &above, one));
    html! {
        @if known.state == OverlayState::Mistaken { p.quiet { (l.t("overlay-mistaken-lead")) } }
        (Table::new(l.t("overlay-difference"), &columns, rows.collect()).draw(l))
    }
}

fn row(v: &Visit, standard: &Standard, one: &Difference) -> Cells {
    let line = standard.line(&one.indicator);
    let years = match one.from == one.to {
        true => one.from.to_string(),
        false => format!("{}–{}", one.from, one.to),
    };
    Cells::new()
        .text(&line.map_or_else(|| one.indicator.clone(), line_name))
        .text(region_name(v, standard, Some(&one.region)))
        .text(&years)
        .markup(value(v, line, one.old.as_ref()))
        .markup(value(v, line, one.new.as_ref()))
}

fn value(v: &Visit, line: Option<&Indicator>, applied: Option<&Applied>) -> Markup {
    html! {
        div {
            @match line.zip(applied) {
                Some((line, applied)) => {
                    (asked(line, applied.value)) " " span.quiet { "(" (applied.source) ")" }
                    @if !applied.standing.is_settled() { " " (tag(v.l, State::Unchecked)) }
                },
                None => (v.l.t("threshold-unknown")),
            }
        }
    }
}

fn confirming(
    v: &Visit,
    known: &LaidOverlay,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let own = v.person()?.account == known.laid_by;
    let questions =
        [Field::new("paper", l.t("confirm-paper")).help(l.t("paper-cited-help")).required()];
    Ok(html! {
        h2 { (l.t("confirm-act")) }
        @if own { p.quiet { (l.t("overlay-own")) } }
        @else {
            form method="post" action=(deed(known, "xac-nhan")) {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(known.version);
                (fields(l, form, &of(errors, &["paper"]), &questions))
                p.consequence { (l.t("overlay-confirm-consequence")) }
                (buttons(&[button(l.t("confirm-act"))]))
            }
        }
    })
}

fn taking_off(v: &Visit, known: &LaidOverlay, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let hows = vec![
        Choice::new("het", l.t("overlay-ends")).hint(l.t("overlay-ends-hint")),
        Choice::new("nham", l.t("overlay-was-mistaken")).hint(l.t("overlay-was-mistaken-hint")),
    ];
    let questions = [
        Field::new("how", l.t("overlay-how")).kind(Kind::Radios(hows)).required(),
        Field::new("last", l.t("overlay-last")).kind(Kind::Date).help(l.t("overlay-last-help")),
        Field::new("why", l.t("overlay-why")).help(l.t("overlay-why-help")).required(),
    ];
    let errors = of(errors, &["how", "last", "why"]);
    html! {
        details.confirm open[!errors.is_empty()] {
            summary.button.second { (l.t("overlay-take-off")) }
            form.consequence method="post" action=(deed(known, "go")) {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(known.version);
                p { (l.t("overlay-off-consequence")) }
                (fields(l, form, &errors, &questions))
                button.button.grave type="submit" { (l.t("overlay-take-off")) }
            }
        }
    }
}

/// The errors of some fields: two forms stand on the page.
fn of(errors: &Errors, names: &[&str]) -> Errors {
    let mut own = Errors::default();
    for (name, why) in errors.all().iter().filter(|(name, _)| names.contains(&name.as_str())) {
        own.add(name, why.clone());
    }
    own
}

fn deed(known: &LaidOverlay, what: &str) -> String {
    format!("/tieu-chi/muc-rieng/{}/{what}?bo={}", known.id, known.standard)
}

fn here(v: &Visit, done: &str) -> String {
    format!("{}&xong={done}", super::overlay_address(chosen(v), v.param("mr")))
}

pub(in crate::features::standards::pages) fn confirm(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let version = form.text("version").parse().unwrap_or_default();
    let which = (chosen(v), v.param("mr"));
    let done = papers::numbered(&v.app, person, "paper", form.text("paper"))
        .and_then(|paper| confirm_overlay(&v.app, person, which, version, &paper));
    match done {
        Ok(()) => go(&here(v, "overlay-confirmed")),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(in crate::features::standards::pages) fn end(v: &Visit, form: &Form) -> Reply {
    let version = form.text("version").parse().unwrap_or_default();
    let which = (chosen(v), v.param("mr"));
    let done = how(v, form).and_then(|how| {
        let person = v.person().map_err(|_| Refusal::Forbidden)?;
        take_off(&v.app, person, which, version, (how, form.text("why")))
    });
    match done {
        Ok(()) => go(&here(v, "overlay-off")),
        Err(Refusal::Invalid(errors)) => draw(v, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

fn how(v: &Visit, form: &Form) -> Result<TakenOff, Refusal> {
    match form.text("how") {
        "nham" => Ok(TakenOff::Mistaken),
        "het" => match form.filled("last").map(|last| date::parse_date(last, v.app.today())) {
            Some(Ok(last)) => Ok(TakenOff::After(last)),
            Some(Err(_)) => Err(Refusal::field("last", Message::new("day-wrong"))),
            None => Err(Refusal::field("last", Message::new("field-missing"))),
        },
        _ => Err(Refusal::field("how", Message::new("field-missing"))),
    }
}
