//! “Xem thử”: the same figures under another set, another region, other thresholds. Nothing is written.

use chungsuc_domain::Quantity;
use chungsuc_domain::date::{self, Date};
use chungsuc_domain::standard::simulate::{Change, Simulation, origin};
use chungsuc_domain::standard::{Assessment, Outcome, UnitResult};
use maud::{Markup, html};

use super::{inputs, line_name, out_of_force, regions, sets, threshold};
use crate::features::law;
use crate::features::standards::may_see;
use crate::features::standards::pages::{chosen, look, outcome};
use crate::features::standards::rules::{Rules, rules};
use crate::features::standards::simulation::{TRIED, Trial, Trialled, try_out};
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{
    Cells, Column, Field, Kind, State, Table, Tone, button, buttons, error_summary, notice, tag,
};
use crate::web::{Errors, Message, PageError};

/// The set that is tried: the chosen one, else what follows the present one, else that one itself.
fn tried<'a>(v: &'a Visit, now: &'a str) -> &'a str {
    let catalog = &v.app.catalog;
    let chosen = v.query.filled("thu").filter(|id| catalog.standard(id).is_some());
    let successor = || catalog.standard(now)?.head().value.successor.as_deref();
    chosen.or_else(successor).unwrap_or(now)
}

pub(in crate::features::standards::pages) fn page(v: &Visit) -> Reply {
    let now = chosen(v);
    let tried = tried(v, now);
    let rules = rules(&v.app, &v.person()?.commune, tried)?;
    let mut errors = Errors::default();
    let thresholds = inputs::typed(&rules.standard, &v.query, &mut errors);
    let on = match v.query.filled("ngay") {
        Some(text) => date::parse_date(text, v.app.today()),
        None => Ok(v.app.today()),
    };
    if on.is_err() {
        errors.add("ngay", Message::new("day-wrong"));
    }
    let year = v.query.filled("nam").map(str::parse::<i16>);
    if year.as_ref().is_some_and(Result::is_err) {
        errors.add("nam", Message::new("try-year-outside"));
    }
    let (on, year) = (on.unwrap_or_else(|_| v.app.today()), year.and_then(Result::ok));
    let region = v.query.text("vung");
    let trial = Trial { standard: now, on, tried, region, year, thresholds };
    // Before anybody has asked, the page only asks.
    let asked = v.query.filled("thu").is_some();
    let mut found = None;
    if asked && errors.is_empty() {
        match try_out(&v.app, v.person()?, &trial) {
            Ok(trialled) => found = Some(trialled),
            Err(Refusal::Invalid(wrong)) => errors = wrong,
            Err(refusal) => return Err(refusal.into()),
        }
    }
    let body = html! {
        p.lead { (v.l.t("try-lead")) }
        (form(v, &trial, &errors)?)
        @if let Some(found) = &found { (result(v, &trial, found)?) }
    };
    let title = v.l.t("try-title");
    let page = v.page(title).back("/tieu-chi", v.l.t("way-standards"));
    if errors.is_empty() { show(page, body) } else { show_again(page, body) }
}

/// A form that only asks: its answer has an address of its own.
fn form(v: &Visit, trial: &Trial<'_>, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let rules = rules(&v.app, &v.person()?.commune, trial.tried)?;
    let regions = regions(&rules.standard);
    let mut query = v.query.clone();
    query.set("bo", trial.standard);
    query.set("thu", trial.tried);
    let known = rules.region(trial.on).or_else(|| rules.region(rules.standard.head().from));
    if v.query.filled("vung").is_none() {
        query.set("vung", known.unwrap_or_default());
    }
    let mut questions = vec![
        Field::new("bo", l.t("try-now")).kind(Kind::Select(sets(v))),
        Field::new("ngay", l.t("standing-day")).kind(Kind::Date).help(l.t("try-day-help")),
        Field::new("thu", l.t("try-then")).kind(Kind::Select(sets(v))).help(l.t("try-then-help")),
    ];
    if !regions.is_empty() {
        questions.push(Field::new("vung", l.t("try-region")).kind(Kind::Select(regions)));
    }
    questions
        .push(Field::new("nam", l.t("try-year")).kind(Kind::Number).help(l.t("try-year-help")));
    let place = (Some(query.text("vung")).filter(|code| !code.is_empty()), day(trial, &rules));
    let typed =
        !trial.thresholds.is_empty() || errors.all().iter().any(|(name, _)| name.starts_with("m-"));
    Ok(html! {
        form method="get" action="/tieu-chi/thu" {
            (error_summary(l, errors, &questions))
            @for question in &questions { (question.draw(l, &query, errors)) }
            details open[typed] {
                summary { (l.t("try-thresholds")) }
                p.quiet { (l.t("try-thresholds-help")) }
                (inputs::table(v, &rules, place, &v.query, errors))
            }
            (buttons(&[button(l.t("try-act"))]))
        }
    })
}

/// The day whose thresholds stand beside the inputs.
fn day(trial: &Trial<'_>, rules: &Rules) -> Date {
    let head = rules.standard.head();
    let of_year = trial.year.and_then(|year| Date::new(year, 12, 31).ok());
    of_year.unwrap_or_else(|| trial.on.max(head.from).min(head.to.unwrap_or(Date::MAX)))
}

fn result(v: &Visit, trial: &Trial<'_>, found: &Trialled) -> Result<Markup, PageError> {
    let l = v.l;
    let (now, then) = (found.now.standard.head(), found.then.head());
    let region = found.region.as_ref().map(|region| region.name.as_str());
    let (on, day) = (date::show_date(trial.on), date::show_date(found.day));
    let looked = looked(v, found);
    Ok(html! {
        h2 #ket-qua { (l.t("try-result")) }
        (notice(Tone::Plain, &html! { (l.t("try-nothing-written")) }))
        p { (l.with("try-said-now", &[("set", now.value.name.as_str().into()), ("day", on.into())])) }
        p {
            (l.with("try-said-then", &[("set", then.value.name.as_str().into()), ("day", day.into())]))
            @if let Some(region) = region { " " (l.with("try-said-region", &[("region", region.into())])) }
            @if !trial.thresholds.is_empty() {
                " " (l.with("try-said-own", &[("count", trial.thresholds.len().into())]))
            }
            @if !then.standing(found.day).is_settled() { " " (tag(l, State::Unchecked)) }
        }
        (out_of_force(v, &found.now.standard, trial.on))
        @if !found.then.is_complete() { p.quiet { (l.t("set-incomplete")) } }
        (summary(v, found))
        @if let Some((unit, simulation)) = looked { (changes(v, trial, found, unit, simulation)?) }
    })
}

/// The unit that is looked at closely: the chosen one, or the only one.
fn looked<'a>(v: &Visit, found: &'a Trialled) -> Option<&'a (Unit, Simulation)> {
    let chosen = v.query.filled("dv");
    let only = found.units.first().filter(|_| found.units.len() == 1);
    found.units.iter().find(|(unit, _)| Some(unit.code.as_str()) == chosen).or(only)
}

fn summary(v: &Visit, found: &Trialled) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("try-unit")),
        Column::new(l.t("try-now-short")),
        Column::new(l.t("try-then-short")),
        Column::new(l.t("outcome-met")).numeric(),
        Column::new(l.t("outcome-not-met")).numeric(),
        Column::new(l.t("standing-unknown")).numeric(),
        Column::new(l.t("try-changes")).numeric(),
    ];
    let rows = found.units.iter().map(|(unit, simulation)| {
        let may = v.person().is_ok_and(|person| may_see(person, &unit.code).is_ok());
        let row = match may {
            true => Cells::new().link(&detail(v, unit), &unit.name),
            false => Cells::new().text(&unit.name),
        };
        let count = |wanted: &[Outcome]| {
            let lines = simulation.then.lines();
            lines.filter(|(_, one)| wanted.contains(&one.outcome)).count() as u64
        };
        row.markup(short(v, &simulation.now))
            .markup(short(v, &simulation.then))
            .number(l, count(&[Outcome::Met]))
            .number(l, count(&[Outcome::NotMet]))
            .number(l, count(&[Outcome::PersonMustDecide, Outcome::NotReported]))
            .number(l, worth_telling(simulation).count() as u64)
    });
    html! {
        (Table::new(l.t("try-summary"), &columns, rows.collect()).draw(l))
        p.quiet { (l.t("try-count-note")) }
    }
}

/// “✕ 14/19”: what a set comes to, and how many criteria are met.
fn short(v: &Visit, result: &UnitResult) -> Markup {
    let (tone, shape, word) = look(v, result.outcome);
    html! {
        div {
            span class={ "cell " (tone.class()) } {
                span aria-hidden="true" { (shape) } span.hidden { (word) }
            }
            " " (result.met) "/" (result.criteria.len())
        }
    }
}

fn detail(v: &Visit, unit: &Unit) -> String {
    let mut query = v.query.clone();
    query.set("dv", &unit.code);
    format!("/tieu-chi/thu?{}#chi-tiet", query.encode())
}

/// A line that the present set does not ask for and that no figure answers is told apart.
fn worth_telling(simulation: &Simulation) -> impl Iterator<Item = &Change> {
    let is_new = |change: &Change| change.now.is_none() && change.then == Outcome::NotReported;
    simulation.changes.iter().filter(move |change| !is_new(change))
}

fn changes(
    v: &Visit,
    trial: &Trial<'_>,
    found: &Trialled,
    unit: &Unit,
    simulation: &Simulation,
) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    may_see(person, &unit.code)?;
    let columns = [
        Column::new(l.t("line-name")),
        Column::new(l.t("indicator-value")),
        Column::new(l.t("try-now-short")),
        Column::new(l.t("try-then-short")),
        Column::new(l.t("verdict-why")),
    ];
    let rows = worth_telling(simulation).map(|change| row(v, found, simulation, change));
    let rows: Vec<Cells> = rows.collect();
    let new: Vec<&Change> = simulation
        .changes
        .iter()
        .filter(|change| change.now.is_none() && change.then == Outcome::NotReported)
        .collect();
    let title = l.with("try-detail", &[("unit", unit.name.as_str().into())]);
    let same = trial.standard == trial.tried;
    Ok(html! {
        h2 #chi-tiet { (title) }
        @if rows.is_empty() { p { (l.t("try-no-change")) } }
        @else { (Table::new(l.t("try-changes"), &columns, rows).draw(l)) }
        @if !new.is_empty() {
            details {
                summary { (l.with("try-open", &[("count", new.len().into())])) }
                ul.plain { @for change in new { li { (name(found, &change.code)) } } }
            }
        }
        @if !same && !simulation.carried.unused.is_empty() {
            p.quiet { (l.with("try-unused", &[("count", simulation.carried.unused.len().into())])) }
        }
    })
}

fn name(found: &Trialled, code: &str) -> String {
    found.then.line(code).map_or_else(|| code.to_owned(), line_name)
}

/// The figure, what it comes to now and then with the thresholds, and why.
fn row(v: &Visit, found: &Trialled, simulation: &Simulation, change: &Change) -> Cells {
    let line = found.then.line(&change.code);
    let before = line.and_then(|line| origin(&found.now.standard, &found.then, line));
    let of = |result: &UnitResult, code: &str| -> Option<Assessment> {
        result.lines().find(|(known, _)| known == code).map(|(_, one)| one.clone())
    };
    let now = before.and_then(|before| of(&simulation.now, &before.code));
    let then = of(&simulation.then, &change.code);
    let value = then.as_ref().and_then(|one| one.value).zip(line.and_then(|line| line.measure()));
    let value = value.map(|(value, measure)| Quantity::new(value, measure));
    Cells::new()
        .text(&name(found, &change.code))
        .text(&value.map_or_else(|| "–".to_owned(), |value| value.to_string()))
        .markup(html! { div {
            @match change.now { Some(now) => (outcome(v, now)), None => (v.l.t("try-not-asked")) }
            @if let Some((before, now)) = before.zip(now.as_ref()) {
                " " (threshold(v, before, now.applied.as_ref()))
            }
        } })
        .markup(html! { div {
            (outcome(v, change.then))
            @if let Some((line, then)) = line.zip(then.as_ref()) {
                " "
                @match then.applied.as_ref().filter(|one| one.overlay.as_deref() == Some(TRIED)) {
                    Some(own) => { (super::asked(line, own.value)) " (" (v.l.t("try-own")) ")" },
                    None => (threshold(v, line, then.applied.as_ref())),
                }
            }
        } })
        .markup(html! {
            @if let Some(then) = &then { (law::sentence(v.l, &then.reason)) }
        })
}
