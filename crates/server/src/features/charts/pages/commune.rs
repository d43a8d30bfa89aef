//! The charts of the commune: villages × criteria, the map, the villages that meet the set year by
//! year.

use chungsuc_domain::standard::{Outcome, Standard};
use chungsuc_domain::{SubjectKind, date};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::criteria_of;
use super::{CHARTS, choice_of_standard, chosen, map};
use crate::access::{Act, Place};
use crate::features::standards::{self, UnitSeries, UnitStanding, series_of_commune};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::pictures::{CourseLook, HeatRow, Shade, course, heat};
use crate::web::ui::{Cells, Column, Field, Kind, Table, button_link, empty, filter};
use crate::web::{Errors, Message, Paging};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, id) = (v.l, chosen(v));
    let standard = v.app.catalog.standard(id).ok_or(Refusal::NotFound)?;
    let (day, errors) = day(v);
    let found = standards::standings(&v.app, v.person()?, id, day)?;
    // Two halves, so that each stays small on a slow line.
    let of_villages = standard.head().value.subject == SubjectKind::Village;
    let by_villages = of_villages && v.query.text("xem") == "lang";
    let paging = Paging::parse(CHARTS, &v.query, &[]);
    let day_field = Field::new("ngay", l.t("standing-day")).kind(Kind::Date);
    let filters = html! { (choice_of_standard(v, id)) (day_field.draw(l, &v.query, &errors)) };
    let body = html! {
        p.lead { (l.with("standing-on", &[("day", date::show_date(day).into())])) }
        (filter(l, &paging, filters))
        @if found.is_empty() {
            (empty(l.t("charts-no-village"), l.t("charts-no-village-hint"), None))
        } @else {
            (parts(v, id, of_villages, by_villages))
            @if by_villages {
                (map::section(v, &found)?)
                h2 { (l.t("chart-villages")) }
                (villages(v, &series_of_commune(&v.app, v.person()?, id)?, day))
            } @else {
                h2 { (l.t("chart-heat")) }
                (heat_map(v, standard, &found))
            }
        }
    };
    show(v.page(l.t("charts-title")).back("/tieu-chi", l.t("way-standards")), body)
}

/// The way to the other half of the charts, where the set is one of villages.
fn parts(v: &Visit, id: &str, of_villages: bool, by_villages: bool) -> Markup {
    let (l, day) = (v.l, v.query.text("ngay"));
    let (half, word) =
        if by_villages { ("", "chart-heat") } else { ("&xem=lang", "chart-map-way") };
    html! {
        @if of_villages {
            p { (button_link(&format!("{CHARTS}?bo={id}&ngay={day}{half}"), l.t(word))) }
        }
    }
}

/// The day that the reader typed, else today.
fn day(v: &Visit) -> (Date, Errors) {
    let (today, mut errors) = (v.app.today(), Errors::default());
    let typed = v.query.filled("ngay").map(|text| date::parse_date(text, today));
    if typed.as_ref().is_some_and(Result::is_err) {
        errors.add("ngay", Message::new("day-wrong"));
    }
    (typed.and_then(Result::ok).unwrap_or(today), errors)
}

fn shade(outcome: Outcome) -> Shade {
    match outcome {
        Outcome::Met => Shade::Full,
        Outcome::NotMet => Shade::Empty,
        Outcome::PersonMustDecide => Shade::Doubt,
        Outcome::NotReported => Shade::Nothing,
    }
}

fn word(v: &Visit, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => v.l.t("outcome-met"),
        Outcome::NotMet => v.l.t("outcome-not-met"),
        Outcome::PersonMustDecide => v.l.t("outcome-person"),
        Outcome::NotReported => v.l.t("outcome-none"),
    }
}

/// A shape to see, so that nineteen columns fit on paper, and a word to hear.
fn cell(v: &Visit, outcome: Outcome) -> Markup {
    html! {
        span role="img" aria-label=(word(v, outcome)) { (shade(outcome).glyph()) }
    }
}

fn heat_map(v: &Visit, standard: &Standard, found: &[UnitStanding]) -> Markup {
    let l = v.l;
    let outcomes: Vec<Vec<Outcome>> = found.iter().map(|one| criteria_of(standard, one)).collect();
    let codes: Vec<&str> = standard.criteria().iter().map(|one| one.code.as_str()).collect();
    let rows: Vec<HeatRow<'_>> = found
        .iter()
        .zip(&outcomes)
        .map(|(one, row)| HeatRow {
            name: &one.unit.name,
            cells: row.iter().map(|outcome| shade(*outcome)).collect(),
        })
        .collect();
    let told = sums(found);
    let mut columns = vec![Column::new(l.t("standing-village")), Column::new(l.t("standing-met"))];
    columns.extend(codes.iter().map(|code| Column::new(code)));
    let lines = found.iter().zip(&outcomes).map(|(one, row)| {
        let name = name_of(v, one);
        let line = Cells::new().markup(name).text(&format!("{}/{}", one.met, one.total));
        row.iter().fold(line, |line, outcome| line.markup(cell(v, *outcome)))
    });
    html! {
        (heat("bang-nhiet", l.t("chart-heat"), &told, &codes, &rows))
        p.quiet { (l.t("chart-heat-legend")) }
        (Table::new(&standard.head().value.name, &columns, lines.collect()).wide().draw(l))
        details {
            summary { (l.t("standing-numbers")) }
            ul.plain { @for one in standard.criteria() { li { (one.code) ". " (one.name) } } }
        }
    }
}

/// The village, as a door to its own charts for who may look into it.
pub(super) fn name_of(v: &Visit, one: &UnitStanding) -> Markup {
    let place = |person: &crate::access::Person| {
        person.may(Act::ReadStandards, Place::village(&person.commune, &one.unit.code))
    };
    html! {
        @if v.person().is_ok_and(place) {
            a href={ (CHARTS) "/" (one.unit.code) "?bo=" (chosen(v)) } { (one.unit.name) }
        } @else { (one.unit.name) }
    }
}

/// “Sơ Tor 18/19, Leng 15/19 …”: the picture as a sentence.
pub(super) fn sums(found: &[UnitStanding]) -> String {
    let sum = |one: &UnitStanding| format!("{} {}/{}", one.unit.name, one.met, one.total);
    found.iter().map(sum).collect::<Vec<_>>().join(", ")
}

/// How many villages met the whole set at the end of measuring in each year.
fn villages(v: &Visit, series: &[UnitSeries], until: Date) -> Markup {
    let l = v.l;
    let mut last_days: std::collections::BTreeMap<i16, Date> = std::collections::BTreeMap::new();
    for day in series.iter().flat_map(UnitSeries::last_days).filter(|day| *day <= until) {
        let last = last_days.entry(day.year()).or_insert(day);
        *last = (*last).max(day);
    }
    let counted: Vec<(Date, usize)> = last_days
        .into_values()
        .map(|day| (day, series.iter().filter(|one| one.standing_on(day).stands()).count()))
        .collect();
    if counted.is_empty() {
        return empty(l.t("outcome-none"), l.t("goal-no-points-hint"), None);
    }
    #[allow(clippy::cast_precision_loss)]
    let points: Vec<_> = counted.iter().map(|(day, count)| (*day, *count as f64)).collect();
    let told = counted.iter().map(|(day, count)| format!("{}: {count}", date::show_date(*day)));
    let told = told.collect::<Vec<_>>().join("; ");
    #[allow(clippy::cast_precision_loss)]
    let drawn = course(&CourseLook {
        id: "lang-dat-chuan",
        title: l.t("chart-villages"),
        told: &told,
        points: &points,
        band: &[],
        planned: None,
        due: None,
        highest: Some(series.len() as f64),
        counts: true,
    });
    let columns = [Column::new(l.t("value-day")), Column::new(l.t("goal-aim-villages")).numeric()];
    let rows = counted.iter().map(|(day, count)| {
        Cells::new().text(&date::show_date(*day)).text(&format!("{count}/{}", series.len()))
    });
    html! {
        (drawn)
        (Table::new(l.t("chart-villages"), &columns, rows.collect()).draw(l))
    }
}
