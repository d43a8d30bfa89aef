//! The line through figures and the band around it.

use super::quantile::eight_of_ten;
use super::{Point, days, float, rounded};
use crate::Decimal;
use crate::date::Date;
use serde::Serialize;

/// On how many different days something must have been measured: two points always lie on a line,
/// only a third one says how well the line fits.
pub const FEWEST_DAYS: usize = 3;
/// How many days must lie between the first and the last figure.
pub const SHORTEST_SPAN: i32 = 90;

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooLittle {
    /// Measured on too few different days.
    #[error("measured on {found} days, {FEWEST_DAYS} are needed")]
    Days {
        /// On so many.
        found: usize,
    },
    /// All figures lie too close together in time.
    #[error("measured within {found} days, {SHORTEST_SPAN} are needed")]
    Span {
        /// Within so many days.
        found: i32,
    },
}

/// What a figure can be at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Its least value, if there is one.
    pub lowest: Option<Decimal>,
    /// Its greatest value, if there is one.
    pub highest: Option<Decimal>,
    /// How exactly it is known at best. A line that happens to go through all figures is not taken
    /// for certain: the band is never narrower than this allows.
    pub grain: Decimal,
}

impl Scale {
    /// A share: 0 to 100 %, known to one point at best.
    pub const fn percent() -> Self {
        let hundred = Decimal::from_thousandths(100_000);
        Self { lowest: Some(Decimal::ZERO), highest: Some(hundred), grain: Decimal::ONE }
    }

    /// A number of so many things at most, known to half of one.
    pub fn of(things: usize) -> Self {
        let most = i64::try_from(things).unwrap_or(i64::MAX);
        let highest = Decimal::whole(most).ok();
        Self { lowest: Some(Decimal::ZERO), highest, grain: Decimal::from_thousandths(500) }
    }

    /// An amount that is not negative, known to two parts in a hundred of the greatest figure.
    pub fn amount(figures: impl IntoIterator<Item = Decimal>) -> Self {
        let greatest = figures.into_iter().max().unwrap_or_default();
        let grain = Decimal::from_thousandths((greatest.thousandths() / 50).max(1));
        Self { lowest: Some(Decimal::ZERO), highest: None, grain }
    }

    fn within(&self, number: f64) -> f64 {
        let raised = self.lowest.map_or(number, |lowest| number.max(float(lowest)));
        self.highest.map_or(raised, |highest| raised.min(float(highest)))
    }
}

/// What the line says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Band {
    /// Of ten figures one lies below.
    pub low: Decimal,
    /// On the line.
    pub middle: Decimal,
    /// Of ten figures one lies above.
    pub high: Decimal,
}

/// A straight line by Theil and Sen: the median of the slopes between all pairs of figures. One
/// wrong figure among many does not turn it.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    first: Date,
    slope: f64,
    start: f64,
    scale: Scale,
    error: f64,
    count: f64,
    centre: f64,
    spread: f64,
    factor: f64,
}

impl Trend {
    /// The line through figures, in whatever order they come; zero is a figure.
    ///
    /// # Errors
    /// [`TooLittle`].
    pub fn fit(points: &[Point], scale: Scale) -> Result<Self, TooLittle> {
        let points = by_day(points);
        let count = points.len();
        if count < FEWEST_DAYS {
            return Err(TooLittle::Days { found: count });
        }
        let first = points[0].0;
        let span = days(first, points[count - 1].0);
        if span < SHORTEST_SPAN {
            return Err(TooLittle::Span { found: span });
        }
        let points: Vec<(f64, f64)> =
            points.into_iter().map(|(day, value)| (f64::from(days(first, day)), value)).collect();
        Ok(Self::through(first, &points, scale))
    }

    #[allow(clippy::cast_precision_loss)]
    fn through(first: Date, points: &[(f64, f64)], scale: Scale) -> Self {
        let slope = median(slopes(points));
        let start = median(points.iter().map(|(x, y)| y - slope * x).collect());
        let (freedom, count) = (points.len() - 2, points.len() as f64);
        let squares: f64 = points.iter().map(|(x, y)| (y - start - slope * x).powi(2)).sum();
        let centre = points.iter().map(|(x, _)| x).sum::<f64>() / count;
        Self {
            first,
            slope,
            start,
            scale,
            error: (squares / freedom as f64).sqrt().max(float(scale.grain)),
            count,
            centre,
            spread: points.iter().map(|(x, _)| (x - centre).powi(2)).sum(),
            factor: eight_of_ten(freedom),
        }
    }

    /// What is to be expected of a figure measured on that day, within what it can be at all.
    pub fn on(&self, day: Date) -> Band {
        let middle = self.start + self.slope * f64::from(days(self.first, day));
        let width = self.half_width(day);
        let within = |number| rounded(self.scale.within(number));
        Band { low: within(middle - width), middle: within(middle), high: within(middle + width) }
    }

    /// How far the band reaches to each side on a day, before it is cut to what is possible; it
    /// grows with the distance from the figures.
    pub fn half_width(&self, day: Date) -> f64 {
        let away = f64::from(days(self.first, day)) - self.centre;
        let more = 1.0 + 1.0 / self.count + away.powi(2) / self.spread;
        self.factor * self.error * more.sqrt()
    }

    /// How much the figure has changed in a month.
    pub fn per_month(&self) -> Decimal {
        rounded(self.slope * super::MONTH)
    }
}

/// The figures by day; of several on one day their median counts.
fn by_day(points: &[Point]) -> Vec<(Date, f64)> {
    let mut points = points.to_vec();
    points.sort_unstable();
    let of_a_day = points.chunk_by(|one, other| one.day == other.day);
    let day = |group: &[Point]| {
        (group[0].day, median(group.iter().map(|point| float(point.value)).collect()))
    };
    of_a_day.map(day).collect()
}

fn slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let from = |(place, (x, y)): (usize, &(f64, f64))| {
        let (x, y) = (*x, *y);
        points[place + 1..].iter().map(move |(later, value)| (value - y) / (later - x))
    };
    points.iter().enumerate().flat_map(from).collect()
}

/// The middle one, or the mean of the two in the middle; never asked of nothing.
fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    let half = numbers.len() / 2;
    match numbers.len() % 2 {
        0 => f64::midpoint(numbers[half - 1], numbers[half]),
        _ => numbers[half],
    }
}
