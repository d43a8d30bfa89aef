//! A figure over time: what was measured, what was planned, and the band in which it may come to lie.

use jiff::civil::{Date, date};
use maud::{Markup, html};

use super::{at, hatch, picture, ticks};

/// Room of the picture, and of its axes.
const SIZE: (f64, f64) = (420.0, 280.0);
const LEFT: f64 = 44.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 28.0;
const BOTTOM: f64 = 30.0;

/// What may come on a day.
#[derive(Clone, Copy, Debug)]
pub struct Likely {
    /// The day.
    pub day: Date,
    /// Lower end of the band.
    pub low: f64,
    /// On the line.
    pub middle: f64,
    /// Upper end of the band.
    pub high: f64,
}

/// What the picture shows; words come worded.
#[derive(Clone, Copy, Debug)]
pub struct CourseLook<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What is shown.
    pub title: &'a str,
    /// The same as a sentence.
    pub told: &'a str,
    /// The figures by day.
    pub points: &'a [(Date, f64)],
    /// The band, from the last figure to the due day; may be empty.
    pub band: &'a [Likely],
    /// What is planned, and the words beside its line.
    pub planned: Option<(f64, &'a str)>,
    /// The due day, and the words beside its line.
    pub due: Option<(Date, &'a str)>,
    /// The greatest value that the figure can have, if there is one.
    pub highest: Option<f64>,
    /// It counts things, so the scale shows all of them and no parts.
    pub counts: bool,
}

/// Draws it.
pub fn course(look: &CourseLook<'_>) -> Markup {
    let scale = Scale::of(look);
    let hatched = format!("{}-hatch", look.id);
    let parts = html! {
        defs { (hatch(&hatched, 6)) }
        (scale.axes())
        (band(look, &scale, &hatched))
        (plan(look, &scale))
        (line(look, &scale))
    };
    picture(look.id, look.title, look.told, SIZE, &parts)
}

/// Days and values as places.
struct Scale {
    from: Date,
    days: f64,
    ticks: Vec<f64>,
    most: f64,
    to: Date,
}

impl Scale {
    fn of(look: &CourseLook<'_>) -> Self {
        let days = || {
            let measured = look.points.iter().map(|(day, _)| *day);
            measured.chain(look.band.iter().map(|it| it.day)).chain(look.due.map(|due| due.0))
        };
        let first = days().min().unwrap_or_default();
        let (from, to) = (new_year(first.year()), days().max().unwrap_or_default());
        let values = look.points.iter().map(|(_, value)| *value);
        let values = values.chain(look.band.iter().map(|it| it.high));
        let values = values.chain(look.planned.map(|planned| planned.0));
        let most = values.fold(0.0, f64::max);
        let ticks = ticks(match look.highest {
            Some(highest) if look.counts => highest,
            Some(highest) => highest.min(most * 1.15),
            None => most * 1.05,
        });
        let most = ticks.last().copied().unwrap_or(1.0);
        Self { from, days: length(from, to).max(1.0), ticks, most, to }
    }

    fn x(&self, day: Date) -> f64 {
        LEFT + (SIZE.0 - LEFT - RIGHT) * length(self.from, day) / self.days
    }

    fn y(&self, value: f64) -> f64 {
        SIZE.1 - BOTTOM - (SIZE.1 - TOP - BOTTOM) * value / self.most
    }

    fn axes(&self) -> Markup {
        let years = self.from.year()..=self.to.year();
        let (foot, right) = (SIZE.1 - BOTTOM, SIZE.0 - RIGHT);
        html! {
            @for tick in &self.ticks {
                @let y = at(self.y(*tick));
                line.grid x1=(at(LEFT)) x2=(at(right)) y1=(y) y2=(y) {}
                text x=(at(LEFT - 6.0)) y=(y) dy=".35em" text-anchor="end" { (words(*tick)) }
            }
            @for year in years.clone() {
                @let x = self.x(new_year(year));
                line.axis x1=(at(x)) x2=(at(x)) y1=(at(foot)) y2=(at(foot + 5.0)) {}
                // The last year may have begun too late for its number to have room.
                @if right - x > 30.0 {
                    text x=(at(x + 3.0)) y=(at(foot + 20.0)) { (year) }
                }
            }
            line.axis x1=(at(LEFT)) x2=(at(right)) y1=(at(foot)) y2=(at(foot)) {}
        }
    }
}

fn band(look: &CourseLook<'_>, scale: &Scale, hatched: &str) -> Markup {
    let place = |day, value| format!("{},{}", at(scale.x(day)), at(scale.y(value)));
    let upper = look.band.iter().map(|it| place(it.day, it.high));
    let lower = look.band.iter().rev().map(|it| place(it.day, it.low));
    let around: Vec<String> = upper.chain(lower).collect();
    let middle: Vec<String> = look.band.iter().map(|it| place(it.day, it.middle)).collect();
    html! {
        @if !look.band.is_empty() {
            polygon.band points=(around.join(" ")) fill={ "url(#" (hatched) ")" } {}
            polyline.likely points=(middle.join(" ")) {}
        }
    }
}

fn plan(look: &CourseLook<'_>, scale: &Scale) -> Markup {
    html! {
        @if let Some((planned, words)) = look.planned {
            @let y = scale.y(planned);
            line.planned x1=(at(LEFT)) x2=(at(SIZE.0 - RIGHT)) y1=(at(y)) y2=(at(y)) {}
            text.on-paper x=(at(LEFT + 6.0)) y=(at(y - 6.0)) { (words) }
        }
        @if let Some((due, words)) = look.due {
            @let x = scale.x(due);
            line.due x1=(at(x)) x2=(at(x)) y1=(at(TOP - 8.0)) y2=(at(SIZE.1 - BOTTOM)) {}
            text.on-paper x=(at(x - 4.0)) y=(at(TOP - 12.0)) text-anchor="end" { (words) }
        }
    }
}

fn line(look: &CourseLook<'_>, scale: &Scale) -> Markup {
    let places: Vec<(String, String)> =
        look.points.iter().map(|(day, value)| (at(scale.x(*day)), at(scale.y(*value)))).collect();
    let way: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        polyline.measured points=(way.join(" ")) {}
        @for (x, y) in &places { circle.measured cx=(x) cy=(y) r="4" {} }
    }
}

fn new_year(year: i16) -> Date {
    date(year, 1, 1)
}

fn length(from: Date, to: Date) -> f64 {
    f64::from(from.until(to).map_or(0, |span| span.get_days()))
}

/// A step of the scale as Vietnamese write it.
fn words(tick: f64) -> String {
    let rounded = (tick * 100.0).round() / 100.0;
    rounded.to_string().replace('.', ",")
}
