//! A goal held against what was accepted: actual, trend, and what is still missing.

use std::collections::BTreeMap;

use chungsuc_domain::Decimal;
use chungsuc_domain::forecast::{
    Band, Outlook, Point, Scale, TooLittle, Trend, gap, needed_per_month, outlook, reaches,
};
use chungsuc_domain::standard::{IndicatorKind, Standard};
use jiff::civil::Date;

use super::{Aim, Goal};
use crate::access::Person;
use crate::app::App;
use crate::features::standards::{self, UnitSeries};
use crate::refusal::Refusal;

/// What is to be said of a goal today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The due day is over and what was measured by then did not reach it.
    Late,
    /// The whole band of the forecast misses it.
    Misses,
    /// It lies within the band.
    Open,
    /// There is no figure yet.
    NoFigure,
    /// Yes or no, and not yet yes: nothing to foretell.
    NotYet,
    /// Too few figures for a forecast.
    TooLittle(TooLittle),
    /// The whole band of the forecast reaches it.
    Reaches,
    /// The last accepted figure reaches it; the day is still to come.
    Reached,
    /// It was reached by its day.
    InTime,
}

impl Stand {
    /// The order of the list: whom to help first.
    pub fn rank(self) -> u8 {
        match self {
            Self::Misses => 0,
            Self::Late => 1,
            Self::Open => 2,
            Self::NoFigure | Self::NotYet | Self::TooLittle(_) => 3,
            Self::Reaches => 4,
            Self::Reached => 5,
            Self::InTime => 6,
        }
    }

    /// Whether the forecast misses or may miss it, so that help is to be thought of.
    pub fn is_at_risk(self) -> bool {
        matches!(self, Self::Misses | Self::Open)
    }
}

/// A goal with its figures and what follows from them.
#[derive(Clone, Debug)]
pub struct Course {
    /// The goal.
    pub goal: Goal,
    /// The accepted figures with their days, as numbers.
    pub points: Vec<Point>,
    /// Villages of the commune.
    pub villages: usize,
    /// Years that are left out because something is unknown in them.
    pub left_out: usize,
    /// The figure that counts today: the last one, or the last one by the due day.
    pub actual: Option<Point>,
    /// What is said of it.
    pub stand: Stand,
    /// The line through the figures.
    pub trend: Result<Trend, TooLittle>,
    /// What the line says of the due day.
    pub band: Option<Band>,
    /// How much is missing, with its sign.
    pub gap: Option<Decimal>,
    /// How much of it each month; nothing when the day has passed.
    pub needed: Option<Decimal>,
}

/// One goal with its figures.
///
/// # Errors
/// As [`super::goal`].
pub fn course(app: &App, by: &Person, id: &str) -> Result<Course, Refusal> {
    let goal = super::goal(app, by, id)?;
    courses(app, by, vec![goal])?.pop().ok_or(Refusal::NotFound)
}

/// Goals with their figures, those that need help first. Each standard is read once.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn courses(app: &App, by: &Person, goals: Vec<Goal>) -> Result<Vec<Course>, Refusal> {
    let mut by_standard: BTreeMap<String, Vec<Goal>> = BTreeMap::new();
    for goal in goals {
        by_standard.entry(goal.standard.clone()).or_default().push(goal);
    }
    let mut found = Vec::new();
    for (id, goals) in by_standard {
        // A set that the catalog no longer has says nothing; its goals stay in the books.
        let Some(standard) = app.catalog.standard(&id) else { continue };
        let all = standards::series_of_commune(app, by, &id)?;
        found.extend(goals.into_iter().map(|goal| of_goal(app.today(), standard, goal, &all)));
    }
    found.sort_by(|one, other| {
        let key = |course: &Course| (course.stand.rank(), course.goal.due);
        key(one).cmp(&key(other)).then_with(|| one.goal.unit_name.cmp(&other.goal.unit_name))
    });
    Ok(found)
}

fn of_goal(today: Date, standard: &Standard, goal: Goal, all: &[UnitSeries]) -> Course {
    // After the due day only what had been measured by then counts, that day included.
    let until = today.min(goal.due);
    let known = Known::of(standard, &goal, all, until);
    let wanted = goal.aim.wanted(standard);
    let trend = Trend::fit(&known.points, scale(standard, &goal, all.len(), &known.points));
    let band = trend.as_ref().ok().map(|trend| trend.on(goal.due));
    let gap = known.actual.and_then(|actual| gap(actual.value, goal.planned, wanted));
    let stand = match (known.actual, today > goal.due) {
        (Some(actual), over) if reaches(actual.value, goal.planned, wanted) => {
            if over {
                Stand::InTime
            } else {
                Stand::Reached
            }
        }
        (_, true) => Stand::Late,
        (None, _) => Stand::NoFigure,
        (Some(_), _) if !goal.aim.has_number(standard) => Stand::NotYet,
        (Some(_), _) => match (band, &trend) {
            (Some(band), _) => match outlook(band, goal.planned, wanted) {
                Outlook::Misses => Stand::Misses,
                Outlook::Open => Stand::Open,
                Outlook::Reaches => Stand::Reaches,
            },
            (None, Err(why)) => Stand::TooLittle(*why),
            (None, Ok(_)) => Stand::NoFigure,
        },
    };
    let needed = gap.and_then(|gap| needed_per_month(gap, today, goal.due));
    let (Known { points, left_out, actual }, villages) = (known, all.len());
    Course { goal, points, villages, left_out, actual, stand, trend, band, gap, needed }
}

/// What is known of the figure of a goal until a day.
#[derive(Default)]
struct Known {
    points: Vec<Point>,
    left_out: usize,
    actual: Option<Point>,
}

impl Known {
    fn of(standard: &Standard, goal: &Goal, all: &[UnitSeries], until: Date) -> Self {
        let own = all.iter().find(|one| one.unit.code == goal.unit);
        match (&goal.aim, own) {
            (Aim::Villages, _) => Self::of_villages(all, until),
            (Aim::Criteria, Some(own)) => Self::of_criteria(own, until),
            (Aim::Indicator(code), Some(own)) => {
                let judged =
                    standard.indicator(code).is_some_and(|it| it.kind == IndicatorKind::YesNo);
                Self::of_indicator(own, code, judged, until)
            }
            // The village is no longer among those of today.
            (_, None) => Self::default(),
        }
    }

    fn of_indicator(own: &UnitSeries, code: &str, judged: bool, until: Date) -> Self {
        let figures = own.figures(code).into_iter().filter(|figure| figure.day <= until);
        let points: Vec<Point> = figures
            .filter_map(|figure| {
                let said = figure.met.map(|met| if met { Decimal::ONE } else { Decimal::ZERO });
                let value = if judged { said } else { figure.number };
                Some(Point { day: figure.day, value: value? })
            })
            .collect();
        let actual = points.last().copied();
        // Yes or no is no number and makes no line.
        Self { points: if judged { Vec::new() } else { points }, left_out: 0, actual }
    }

    fn of_criteria(own: &UnitSeries, until: Date) -> Self {
        let (mut points, mut left_out, mut actual) = (Vec::new(), 0, None);
        for day in own.last_days().into_iter().filter(|day| *day <= until) {
            let standing = own.standing_on(day);
            let point = Point { day, value: number(standing.met) };
            actual = Some(point);
            // Unknown is not missed: such a year would bend the line down.
            if standing.unknown == 0 { points.push(point) } else { left_out += 1 }
        }
        Self { points, left_out, actual }
    }

    fn of_villages(all: &[UnitSeries], until: Date) -> Self {
        let mut years: BTreeMap<i16, Date> = BTreeMap::new();
        for day in all.iter().flat_map(UnitSeries::last_days).filter(|day| *day <= until) {
            let last = years.entry(day.year()).or_insert(day);
            *last = (*last).max(day);
        }
        let standing = |day| all.iter().filter(|one| one.standing_on(day).stands()).count();
        let point = |day| Point { day, value: number(standing(day)) };
        let points: Vec<Point> = years.into_values().map(point).collect();
        let actual = points.last().copied();
        Self { points, left_out: 0, actual }
    }
}

fn number(count: usize) -> Decimal {
    i64::try_from(count).ok().and_then(|it| Decimal::whole(it).ok()).unwrap_or_default()
}

/// What the figure of a goal can be at all.
fn scale(standard: &Standard, goal: &Goal, villages: usize, points: &[Point]) -> Scale {
    match &goal.aim {
        Aim::Criteria => Scale::of(standard.criteria().len()),
        Aim::Villages => Scale::of(villages),
        Aim::Indicator(_) => match goal.aim.indicator(standard).map(|it| it.kind) {
            Some(IndicatorKind::Ratio) => Scale::percent(),
            _ => Scale::amount(points.iter().map(|it| it.value).chain([goal.planned])),
        },
    }
}
