//! One goal: its picture, the figures behind it, what is said of it and why.

use chungsuc_domain::date;
use chungsuc_domain::standard::Standard;
use maud::{Markup, html};

use super::super::{Aim, Course, Goal, RECORD, course, may_keep};
use super::list::{actual, forecast, why};
use super::{LIST, address, aim_word, amount, bare, stand, standard_of};
use crate::features::journal;
use crate::visit::{Reply, Visit, show};
use crate::web::pictures::{CourseLook, Likely, course as draw};
use crate::web::ui::{
    Cells, Column, Fact, Table, Tone, button_link, buttons, empty, facts, notice,
};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let found = course(&v.app, person, v.param("ma"))?;
    let goal = &found.goal;
    let standard = standard_of(v, goal)?;
    let title = format!("{}: {}", goal.unit_name, aim_word(v, &goal.aim, standard));
    let body = html! {
        @if goal.withdrawn { (notice(Tone::Warning, &html! { (l.t("goal-is-withdrawn")) })) }
        (about(v, &found, standard))
        @if goal.aim.has_number(standard) {
            h2 { (l.t("goal-course")) }
            (picture(v, &found, standard, &title))
            (figures(v, &found, standard))
        }
        @if !goal.withdrawn && may_keep(person, &goal.unit) {
            (buttons(&[button_link(&format!("{}/sua", address(&goal.id)), l.t("goal-change"))]))
        }
        (journal::history(v, RECORD, &goal.id)?)
    };
    show(v.page(&title).back(LIST, l.t("goals-title")), body)
}

fn about(v: &Visit, found: &Course, standard: &Standard) -> Markup {
    let (l, goal) = (v.l, &found.goal);
    let why = why(v, found, standard);
    let over = v.app.today() > goal.due;
    facts(&[
        Fact::new(
            l.t("goal-stand"),
            html! { (stand(v, found.stand)) @if !why.is_empty() { " " (why) } },
        ),
        Fact::new(l.t("goal-planned"), html! { (amount(v, &goal.aim, standard, goal.planned)) }),
        Fact::new(
            l.t("goal-due"),
            html! { (l.with("goal-until", &[("day", date::show_date(goal.due).into())])) },
        ),
        Fact::new(l.t("goal-actual"), html! { (actual(v, found, standard)) }),
        Fact::new(
            l.t("goal-forecast"),
            html! {
                (forecast(v, found))
                @if found.band.is_some() && !over { " " span.quiet { (l.t("goal-forecast-note")) } }
            },
        ),
        Fact::new(l.t("standard-name"), html! { (standard.head().value.name) }),
        Fact::new(l.t("value-note"), origin(v, goal)),
    ])
}

/// The note, and the movement whose plan asks for the goal.
fn origin(v: &Visit, goal: &Goal) -> Markup {
    html! {
        (goal.note)
        @if let Some(movement) = &goal.movement {
            " " a href={ "/phong-trao/" (movement) } { (v.l.t("goal-of-plan")) }
        }
    }
}

/// Figures, plan and band; nothing where nothing was measured.
fn picture(v: &Visit, found: &Course, standard: &Standard, title: &str) -> Markup {
    let (l, goal) = (v.l, &found.goal);
    if found.points.is_empty() {
        return empty(l.t("outcome-none"), l.t("goal-no-points-hint"), None);
    }
    let points: Vec<_> = found.points.iter().map(|it| (it.day, float(it.value))).collect();
    let planned = amount(v, &goal.aim, standard, goal.planned);
    let planned = l.with("goal-planned-is", &[("planned", planned.into())]);
    let due = l.with("goal-due-is", &[("day", date::show_date(goal.due).into())]);
    let told =
        [planned.as_str(), &due, &actual(v, found, standard), &forecast(v, found)].join("; ");
    let id = "dien-bien";
    let drawn = draw(&CourseLook {
        id,
        title,
        told: &told,
        points: &points,
        band: &likely(found),
        planned: Some((float(goal.planned), &planned)),
        due: Some((goal.due, &due)),
        highest: goal.aim.most(standard, found.villages).map(whole),
        counts: matches!(goal.aim, Aim::Criteria | Aim::Villages),
    });
    html! {
        (drawn)
        @if found.band.is_some() { p.quiet { (l.t("goal-picture-legend")) } }
    }
}

/// The band at a few days from the last figure to the due day: its edges bend a little.
fn likely(found: &Course) -> Vec<Likely> {
    let Some((trend, last)) = found.trend.as_ref().ok().zip(found.points.last()) else {
        return Vec::new();
    };
    let days = last.day.until(found.goal.due).map_or(0, |span| span.get_days());
    let day = |part: i32| {
        last.day.saturating_add(jiff::Span::new().days(i64::from(days) * i64::from(part) / 8))
    };
    let at = |part| {
        let (day, band) = (day(part), trend.on(day(part)));
        let (low, high) = (float(band.low), float(band.high));
        Likely { day, low, middle: float(band.middle), high }
    };
    if days > 0 { (0..=8).map(at).collect() } else { Vec::new() }
}

#[allow(clippy::cast_precision_loss)]
fn whole(count: usize) -> f64 {
    count as f64
}

#[allow(clippy::cast_precision_loss)]
fn float(number: chungsuc_domain::Decimal) -> f64 {
    number.thousandths() as f64 / 1_000.0
}

/// The table behind the picture.
fn figures(v: &Visit, found: &Course, standard: &Standard) -> Markup {
    let (l, goal) = (v.l, &found.goal);
    let columns = [
        Column::new(l.t("value-day")),
        Column::new(l.t("goal-actual")).numeric(),
        Column::new(l.t("goal-to-plan")).numeric(),
    ];
    let rows = found.points.iter().map(|point| {
        let away = point.value.minus(goal.planned).unwrap_or_default();
        Cells::new()
            .text(&date::show_date(point.day))
            .text(&amount(v, &goal.aim, standard, point.value))
            .text(&bare(away))
    });
    html! {
        (Table::new(l.t("goal-figures"), &columns, rows.collect()).draw(l))
        @if found.left_out > 0 {
            p.quiet { (l.with("goal-left-out", &[("count", found.left_out.into())])) }
        }
    }
}
