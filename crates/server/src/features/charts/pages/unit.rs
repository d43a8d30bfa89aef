//! The charts of one village: its shares around a centre and as bars, and one figure over time.

use chungsuc_domain::forecast::Point;
use chungsuc_domain::standard::{Compare, Indicator, IndicatorKind, Standard};
use chungsuc_domain::{Decimal, date};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::float;
use super::{CHARTS, choice_of_standard, chosen};
use crate::access::{Act, Place};
use crate::features::goals::{self, Aim, Goal};
use crate::features::standards::{Measured, UnitSeries, series};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::pictures::{Bar, CourseLook, Spoke, bars, course, radar};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, empty, filter};
use crate::web::{Errors, Paging};

pub(super) fn page(v: &Visit) -> Reply {
    let (l, id, person) = (v.l, chosen(v), v.person()?);
    let standard = v.app.catalog.standard(id).ok_or(Refusal::NotFound)?;
    person.must(Act::ReadStandards, Place::village(&person.commune, v.param("dv")))?;
    let all = series(&v.app, person, id)?;
    let own = all.iter().find(|one| one.unit.code == v.param("dv")).ok_or(Refusal::NotFound)?;
    let mut goals = goals::goals(&v.app, person)?;
    goals.retain(|goal| goal.unit == own.unit.code && goal.standard == id);
    let shares: Vec<Share<'_>> =
        standard.indicators().iter().filter_map(|line| Share::of(v, line, own, &goals)).collect();
    let paging = Paging::parse(&v.path, &v.query, &[]);
    let body = html! {
        p.lead { (standard.head().value.name) }
        (filter(l, &paging, html! { (choice_of_standard(v, id)) (choice_of_figure(v, standard)) }))
        h2 { (l.t("chart-over-time")) }
        (over_time(v, standard, own, &goals))
        h2 { (l.t("chart-shares")) }
        (shares_of(v, own, &shares))
        p { a href={ "/tieu-chi/" (own.unit.code) "?bo=" (id) } { (l.t("chart-to-village")) } }
    };
    show(v.page(&own.unit.name).back(CHARTS, l.t("charts-title")), body)
}

/// A share of the unit: now, a year before, and what is planned.
struct Share<'a> {
    line: &'a Indicator,
    now: Measured,
    before: Option<Measured>,
    planned: Option<Goal>,
}

impl<'a> Share<'a> {
    fn of(v: &Visit, line: &'a Indicator, own: &UnitSeries, goals: &[Goal]) -> Option<Self> {
        if line.kind != IndicatorKind::Ratio {
            return None;
        }
        let years = own.figures(&line.code).into_iter().filter(|one| !one.period.contains('-'));
        let mut years = years.rev();
        let now = years.next()?;
        let year = v.app.today().year();
        let is_own =
            |goal: &&Goal| goal.aim == Aim::Indicator(line.code.clone()) && goal.due.year() == year;
        let planned = goals.iter().find(is_own).cloned();
        Some(Self { line, now, before: years.next(), planned })
    }

    fn share(measured: &Measured) -> f64 {
        measured.number.map_or(0.0, float)
    }

    fn name(&self) -> String {
        format!("{}. {}", self.line.code, self.line.name)
    }
}

fn shares_of(v: &Visit, own: &UnitSeries, shares: &[Share<'_>]) -> Markup {
    let l = v.l;
    if shares.is_empty() {
        return empty(l.t("outcome-none"), l.t("goal-no-points-hint"), None);
    }
    let told = shares.iter().map(|one| format!("{}: {} %", one.name(), percent(&one.now)));
    let told = told.collect::<Vec<_>>().join("; ");
    let title = format!("{} – {}", own.unit.name, l.t("chart-shares"));
    // A share that is to fall would turn its picture round.
    let spokes: Vec<Spoke> = shares
        .iter()
        .filter(|one| one.line.compare != Some(Compare::AtMost))
        .map(|one| Spoke {
            name: one.line.code.clone(),
            now: Share::share(&one.now),
            before: one.before.as_ref().map(Share::share),
        })
        .collect();
    let list: Vec<Bar> = shares
        .iter()
        .map(|one| Bar {
            name: one.name(),
            now: Share::share(&one.now),
            shown: format!("{} %", percent(&one.now)),
            before: one.before.as_ref().map(Share::share),
            wanted: one.planned.as_ref().map(|goal| float(goal.planned)),
        })
        .collect();
    html! {
        @if let Some(drawn) = radar("mang-nhen", &title, &told, &spokes) {
            (drawn)
            p.quiet {
                (l.t("chart-radar-legend"))
                @if spokes.iter().all(|spoke| spoke.before.is_some()) {
                    " " (l.t("chart-radar-before"))
                }
            }
        }
        (bars("thanh", &title, &told, &list))
        p.quiet { (l.t("chart-bars-legend")) }
        (table_of(v, shares))
    }
}

fn table_of(v: &Visit, shares: &[Share<'_>]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("indicator-name")),
        Column::new(l.t("chart-now")).numeric(),
        Column::new(l.t("indicator-value")).numeric(),
        Column::new(l.t("chart-before")).numeric(),
        Column::new(l.t("goal-planned")).numeric(),
    ];
    let rows = shares.iter().map(|one| {
        let before = one.before.as_ref().map(|it| format!("{} % ({})", percent(it), it.period));
        let planned = one.planned.as_ref().map(|goal| format!("{} %", goal.planned));
        Cells::new()
            .text(&one.name())
            .text(&format!("{} % ({})", percent(&one.now), one.now.period))
            .text(&one.now.shown)
            .text(before.as_deref().unwrap_or("–"))
            .text(planned.as_deref().unwrap_or("–"))
    });
    Table::new(l.t("chart-shares"), &columns, rows.collect()).draw(l)
}

/// Per cent to one place, as Vietnamese write it.
fn percent(measured: &Measured) -> String {
    one_place(Share::share(measured))
}

fn one_place(number: f64) -> String {
    format!("{number:.1}").replace('.', ",")
}

/// A figure of the line, or a count where there is none.
fn amount(line: Option<&Indicator>, value: Decimal) -> String {
    match line.map(|line| line.kind) {
        Some(IndicatorKind::Ratio) => format!("{} %", one_place(float(value))),
        _ => value.to_string(),
    }
}

fn choice_of_figure(v: &Visit, standard: &Standard) -> Markup {
    let l = v.l;
    let mut choices = vec![Choice::new(Aim::Criteria.code(), l.t("goal-aim-criteria"))];
    let numbers = standard.indicators().iter().filter(|line| line.kind != IndicatorKind::YesNo);
    choices.extend(
        numbers.map(|line| Choice::new(&line.code, format!("{}. {}", line.code, line.name))),
    );
    let mut query = v.query.clone();
    query.set("ct", figure(v, standard).code());
    let field = Field::new("ct", l.t("chart-figure")).kind(Kind::Select(choices));
    field.draw(l, &query, &Errors::default())
}

/// The figure that the reader chose, else the criteria that are met.
fn figure(v: &Visit, standard: &Standard) -> Aim {
    let aim = Aim::of(v.query.filled("ct").unwrap_or("criteria"));
    if aim.indicator(standard).is_some() { aim } else { Aim::Criteria }
}

fn over_time(v: &Visit, standard: &Standard, own: &UnitSeries, goals: &[Goal]) -> Markup {
    let (l, aim) = (v.l, figure(v, standard));
    let points = points(own, &aim);
    if points.is_empty() {
        return empty(l.t("outcome-none"), l.t("goal-no-points-hint"), None);
    }
    let line = aim.indicator(standard);
    let name = match line {
        Some(line) => format!("{}. {}", line.code, line.name),
        None => l.t("goal-aim-criteria").to_owned(),
    };
    let title = format!("{} – {name}", own.unit.name);
    let goal = goals.iter().filter(|goal| goal.aim == aim).max_by_key(|goal| goal.due);
    let planned = goal.map(|goal| {
        let words = l.with("goal-planned-is", &[("planned", amount(line, goal.planned).into())]);
        (float(goal.planned), words)
    });
    let due = goal.map(|goal| {
        let day = date::show_date(goal.due);
        (goal.due, l.with("goal-due-is", &[("day", day.into())]))
    });
    let told =
        points.iter().map(|it| format!("{}: {}", date::show_date(it.day), amount(line, it.value)));
    let told = told.collect::<Vec<_>>().join("; ");
    let drawn_points: Vec<(Date, f64)> =
        points.iter().map(|it| (it.day, float(it.value))).collect();
    #[allow(clippy::cast_precision_loss)]
    let most = aim.most(standard, 1).map(|most| most as f64);
    let drawn = course(&CourseLook {
        id: "theo-thoi-gian",
        title: &title,
        told: &told,
        points: &drawn_points,
        band: &[],
        planned: planned.as_ref().map(|(value, words)| (*value, words.as_str())),
        due: due.as_ref().map(|(day, words)| (*day, words.as_str())),
        highest: most,
        counts: aim == Aim::Criteria,
    });
    let columns = [Column::new(l.t("value-day")), Column::new(&name).numeric()];
    let rows = points
        .iter()
        .map(|it| Cells::new().text(&date::show_date(it.day)).text(&amount(line, it.value)));
    html! {
        (drawn)
        (Table::new(&title, &columns, rows.collect()).draw(l))
        @if let Some(goal) = goal {
            p { a href={ "/tieu-chi/muc-tieu/" (goal.id) } { (l.t("chart-to-goal")) } }
        }
    }
}

fn points(own: &UnitSeries, aim: &Aim) -> Vec<Point> {
    match aim {
        Aim::Indicator(code) => {
            let figures = own.figures(code).into_iter();
            figures.filter_map(|it| Some(Point { day: it.day, value: it.number? })).collect()
        }
        Aim::Criteria | Aim::Villages => {
            let days = own.last_days().into_iter();
            days.filter_map(|day| {
                let met = i64::try_from(own.standing_on(day).met).ok()?;
                Some(Point { day, value: Decimal::whole(met).ok()? })
            })
            .collect()
        }
    }
}
