//! The goals of a set, those that need help first, and what the plans ask for besides.

use chungsuc_domain::date;
use chungsuc_domain::forecast::TooLittle;
use chungsuc_domain::standard::Standard;
use maud::{Markup, html};

use super::super::{Course, Stand, courses, goals, suggestions};
use super::{LIST, address, aim_word, amount, bare, look, stand, standard_of};
use crate::access::Act;
use crate::features::standards;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Table, button, button_link, buttons, empty, filter,
};
use crate::web::{Errors, PageError, Paging, csrf, csv_reply};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, id) = (v.l, chosen(v));
    let year =
        v.query.filled("nam").map_or_else(|| v.app.today().year().to_string(), str::to_owned);
    let mut found = goals(&v.app, v.person()?)?;
    let years = years(v, found.iter().map(|goal| goal.due.year()));
    found.retain(|goal| goal.standard == id && goal.due.year().to_string() == year);
    let found = courses(&v.app, v.person()?, found)?;
    let paging = Paging::parse(LIST, &v.query, &[]);
    let heads = [
        l.t("goal-place"),
        l.t("goal-aim"),
        l.t("goal-due"),
        l.t("goal-planned"),
        l.t("goal-actual"),
        l.t("goal-forecast"),
        l.t("goal-stand"),
    ];
    if paging.wants_csv() {
        let rows: Result<Vec<_>, PageError> = found.iter().map(|one| words(v, one)).collect();
        let heads: Vec<_> = heads.into_iter().chain([l.t("goal-why")]).collect();
        return Ok(csv_reply("muc-tieu", &heads, rows?));
    }
    let columns = heads.map(Column::new);
    let rows: Result<Vec<_>, PageError> = found.iter().map(|one| row(v, one)).collect();
    let may_keep = v.may(Act::KeepGoals);
    let new = format!("{LIST}/moi?bo={id}");
    let way = may_keep.then_some((new.as_str(), l.t("goal-new")));
    let nothing = empty(l.t("goals-none"), l.t("goals-none-hint"), way);
    let body = html! {
        p.lead { (l.t("goals-lead")) }
        @if may_keep { (buttons(&[button_link(&new, l.t("goal-new"))])) }
        (from_plans(v)?)
        (filter(l, &paging, choices(v, id, &year, &years)))
        (Table::new(l.t("goals-title"), &columns, rows?).nothing(nothing).draw(l))
        p.quiet { (l.t("goals-method")) }
        @if !found.is_empty() {
            p { a href=(paging.csv_link()) download { (l.t("table-export")) } }
        }
    };
    show(v.page(l.t("goals-title")).back("/tieu-chi", l.t("way-standards")), body)
}

/// The standard that the reader chose, or the usual one.
pub(super) fn chosen(v: &Visit) -> &str {
    let known = |id: &&str| v.app.catalog.standard(id).is_some();
    v.query.filled("bo").filter(known).unwrap_or_else(|| standards::usual(&v.app))
}

/// The years that have goals, and this one.
fn years(v: &Visit, of_goals: impl Iterator<Item = i16>) -> Vec<i16> {
    let mut years: Vec<i16> = of_goals.chain([v.app.today().year()]).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn choices(v: &Visit, standard: &str, year: &str, years: &[i16]) -> Markup {
    let (l, none) = (v.l, Errors::default());
    let sets = v.app.catalog.standards();
    let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
    let years = years.iter().map(|year| Choice::new(year.to_string(), year.to_string())).collect();
    let mut query = v.query.clone();
    query.set("bo", standard);
    query.set("nam", year);
    html! {
        (Field::new("bo", l.t("standard-name")).kind(Kind::Select(sets)).draw(l, &query, &none))
        (Field::new("nam", l.t("goal-year")).kind(Kind::Select(years)).draw(l, &query, &none))
    }
}

fn row(v: &Visit, course: &Course) -> Result<Cells, PageError> {
    let goal = &course.goal;
    let standard = standard_of(v, goal)?;
    let why = why(v, course, standard);
    Ok(Cells::new()
        .link(&address(&goal.id), &goal.unit_name)
        .text(&aim_word(v, &goal.aim, standard))
        .text(&date::show_date(goal.due))
        .text(&amount(v, &goal.aim, standard, goal.planned))
        .text(&actual(v, course, standard))
        .text(&forecast(v, course))
        // One element, because a card puts the parts of a cell side by side.
        .markup(html! {
            div { (stand(v, course.stand)) @if !why.is_empty() { " " span.quiet { (why) } } }
        }))
}

fn words(v: &Visit, course: &Course) -> Result<Vec<String>, PageError> {
    let goal = &course.goal;
    let standard = standard_of(v, goal)?;
    Ok(vec![
        goal.unit_name.clone(),
        aim_word(v, &goal.aim, standard),
        date::show_date(goal.due),
        amount(v, &goal.aim, standard, goal.planned),
        actual(v, course, standard),
        forecast(v, course),
        look(v, course.stand).2.to_owned(),
        why(v, course, standard),
    ])
}

/// “66,1 % (29/11/2023)”.
pub(super) fn actual(v: &Visit, course: &Course, standard: &Standard) -> String {
    match course.actual {
        None => "–".to_owned(),
        Some(point) => {
            let value = amount(v, &course.goal.aim, standard, point.value);
            format!("{value} ({})", date::show_date(point.day))
        }
    }
}

/// “68,2 (61,5 – 74,9)”; nothing where there is no forecast, or no need of one.
pub(super) fn forecast(v: &Visit, course: &Course) -> String {
    let over = v.app.today() > course.goal.due;
    match course.band.filter(|_| !over) {
        Some(band) => format!("{} ({} – {})", bare(band.middle), bare(band.low), bare(band.high)),
        None => "–".to_owned(),
    }
}

/// Why: what is missing, what that is each month, and how it has gone so far.
pub(super) fn why(v: &Visit, course: &Course, standard: &Standard) -> String {
    let l = v.l;
    let mut said = Vec::new();
    let has_number = course.goal.aim.has_number(standard);
    if let Some(gap) = course.gap.filter(|_| has_number) {
        said.push(l.with("goal-why-gap", &[("gap", bare(gap).into())]));
        said.extend(course.needed.map(|needed| time_left(v, course, &bare(needed))));
        if let Ok(trend) = &course.trend {
            let so_far = bare(trend.per_month());
            said.push(l.with("goal-why-so-far", &[("now", so_far.into())]));
        }
    }
    if let Stand::TooLittle(too_little) = course.stand {
        said.push(match too_little {
            TooLittle::Days { found } => l.with("goal-few-days", &[("found", found.into())]),
            TooLittle::Span { found } => l.with("goal-short-span", &[("found", found.into())]),
        });
    }
    said.join(" ")
}

/// What is needed each month; in the last month the days that are left.
fn time_left(v: &Visit, course: &Course, needed: &str) -> String {
    let left = v.app.today().until(course.goal.due).map_or(0, |span| span.get_days()) + 1;
    match left {
        0..=31 => v.l.with("goal-why-soon", &[("days", left.into())]),
        _ => v.l.with("goal-why-needed", &[("needed", needed.into())]),
    }
}

/// What the plans ask for and is no goal yet, each with one press.
fn from_plans(v: &Visit) -> Result<Markup, PageError> {
    let l = v.l;
    let asked = suggestions(&v.app, v.person()?)?;
    Ok(html! {
        @if !asked.is_empty() {
            h2 { (l.t("goals-from-plans")) }
            ul.todos {
                @for one in &asked {
                    li {
                        p { (one.text) " – " (l.with("goal-until", &[("day", date::show_date(one.due).into())]))
                            " " span.quiet { (one.movement_name) } }
                        form.inline method="post" action={ (LIST) "/tu-ke-hoach" } {
                            (csrf::token_field(v.form_token()))
                            input type="hidden" name="movement" value=(one.movement);
                            input type="hidden" name="place" value=(one.place);
                            (button(l.t("goal-take")))
                        }
                    }
                }
            }
        }
    })
}
