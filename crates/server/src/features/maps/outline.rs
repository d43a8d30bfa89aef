//! Outlines small enough to be drawn: points are moved onto a grid that is made coarser until few
//! enough are left. Neighbours share their points in the file, so they still share them on the grid.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::geojson::{Degrees, Feature};

/// Points of a whole map that a page has room for: about five bytes each.
const MOST_POINTS: usize = 2_000;
/// Steps of the finest and of the coarsest grid along the longer side of the map.
const FINEST: f64 = 1_200.0;
const COARSEST: f64 = 60.0;
/// Room for the map on a page.
const WIDE: f64 = 440.0;
const HIGH: f64 = 520.0;

/// An area on the grid, and which village it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// What the file says of it.
    pub words: Vec<String>,
    /// Its rings in steps of the grid, y downward; the last point leads back to the first.
    pub rings: Vec<Vec<(i32, i32)>>,
    /// Code of the village; none when it is none, or nobody has said yet.
    pub village: Option<String>,
}

/// The outlines of a map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outlines {
    /// Steps of the grid from left to right, and from top to bottom.
    pub size: (i32, i32),
    /// The areas in the order of the file.
    pub areas: Vec<Outline>,
}

impl Outlines {
    /// Puts the areas of a file onto the finest grid that a page has room for.
    pub(super) fn of(features: &[Feature]) -> Self {
        let frame = Frame::around(features);
        let mut steps = FINEST;
        loop {
            let outlines = frame.draw(features, steps);
            if outlines.points() <= MOST_POINTS || steps <= COARSEST {
                return outlines;
            }
            steps /= 1.5;
        }
    }

    fn points(&self) -> usize {
        self.areas.iter().flat_map(|area| &area.rings).map(Vec::len).sum()
    }

    /// How large one step is drawn: a tall map is not wider than a page is high.
    fn step(&self) -> f64 {
        let (wide, high) = (f64::from(self.size.0.max(1)), f64::from(self.size.1.max(1)));
        (WIDE / wide).min(HIGH / high)
    }

    /// The room that the drawn map takes.
    pub fn room(&self) -> (f64, f64) {
        let step = self.step();
        (f64::from(self.size.0.max(1)) * step, f64::from(self.size.1.max(1)) * step)
    }
}

impl Outline {
    /// The outline as the data of a path.
    pub fn path(&self, of: &Outlines) -> String {
        let step = of.step();
        let tenths = |place: i32| (f64::from(place) * step * 10.0).round() / 10.0;
        let mut path = String::new();
        for ring in &self.rings {
            for (place, (x, y)) in ring.iter().enumerate() {
                let sign = if place == 0 { 'M' } else { 'L' };
                // Writing to a text cannot fail.
                let _ = write!(path, "{sign}{} {}", tenths(*x), tenths(*y));
            }
            path.push('z');
        }
        path
    }

    /// Where its name stands: the middle of its largest ring.
    pub fn label(&self, of: &Outlines) -> (f64, f64) {
        let largest = self.rings.iter().max_by_key(|ring| twice_area(ring).abs());
        let (x, y) = largest.map_or((0.0, 0.0), |ring| middle(ring));
        (x * of.step(), y * of.step())
    }
}

/// The degrees that the map covers.
struct Frame {
    west: f64,
    north: f64,
    wide: f64,
    high: f64,
    squeeze: f64,
}

impl Frame {
    fn around(features: &[Feature]) -> Self {
        let points = || features.iter().flat_map(|feature| &feature.rings).flatten();
        let least = |of: fn(&Degrees) -> f64| points().map(of).fold(f64::MAX, f64::min);
        let most = |of: fn(&Degrees) -> f64| points().map(of).fold(f64::MIN, f64::max);
        let (west, east) = (least(|it| it.0), most(|it| it.0));
        let (south, north) = (least(|it| it.1), most(|it| it.1));
        // A degree of longitude is shorter away from the equator.
        let squeeze = f64::midpoint(south, north).to_radians().cos().max(0.01);
        Self { west, north, wide: (east - west) * squeeze, high: north - south, squeeze }
    }

    #[allow(clippy::cast_possible_truncation)]
    fn draw(&self, features: &[Feature], steps: f64) -> Outlines {
        let longer = self.wide.max(self.high);
        let per_degree = if longer > 0.0 { steps / longer } else { 0.0 };
        let on_grid = |(east, north): &Degrees| {
            let x = (east - self.west) * self.squeeze * per_degree;
            let y = (self.north - north) * per_degree;
            (x.round() as i32, y.round() as i32)
        };
        let area = |feature: &Feature| Outline {
            words: feature.words.clone(),
            rings: feature
                .rings
                .iter()
                .filter_map(|ring| simple(ring.iter().map(on_grid)))
                .collect(),
            village: None,
        };
        let size = ((self.wide * per_degree).ceil() as i32, (self.high * per_degree).ceil() as i32);
        Outlines { size, areas: features.iter().map(area).collect() }
    }
}

/// A ring without points that change nothing; none when nothing is left of it.
fn simple(points: impl Iterator<Item = (i32, i32)>) -> Option<Vec<(i32, i32)>> {
    let mut ring: Vec<(i32, i32)> = Vec::new();
    for point in points {
        if ring.last() == Some(&point) {
            continue;
        }
        while let [.., before, last] = ring[..] {
            if !is_straight(before, last, point) {
                break;
            }
            ring.pop();
        }
        ring.push(point);
    }
    // The last point is the first again.
    ring.pop();
    (ring.len() >= 3).then_some(ring)
}

fn is_straight(one: (i32, i32), two: (i32, i32), three: (i32, i32)) -> bool {
    let (ax, ay) = (i64::from(two.0 - one.0), i64::from(two.1 - one.1));
    let (bx, by) = (i64::from(three.0 - two.0), i64::from(three.1 - two.1));
    ax * by == ay * bx && ax * bx + ay * by >= 0
}

fn twice_area(ring: &[(i32, i32)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
        .sum()
}

/// The centre of a ring's area, or of its points if it has none.
#[allow(clippy::cast_precision_loss)]
fn middle(ring: &[(i32, i32)]) -> (f64, f64) {
    let twice = twice_area(ring) as f64;
    let float = |(x, y): &(i32, i32)| (f64::from(*x), f64::from(*y));
    if twice == 0.0 {
        let count = ring.len().max(1) as f64;
        let sum = ring.iter().map(float).fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        return (sum.0 / count, sum.1 / count);
    }
    let next = ring.iter().cycle().skip(1);
    let sum = ring.iter().zip(next).fold((0.0, 0.0), |sum, (a, b)| {
        let (a, b) = (float(a), float(b));
        let cross = a.0 * b.1 - b.0 * a.1;
        (sum.0 + (a.0 + b.0) * cross, sum.1 + (a.1 + b.1) * cross)
    });
    (sum.0 / (3.0 * twice), sum.1 / (3.0 * twice))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(ring: &[Degrees]) -> Feature {
        Feature { words: Vec::new(), rings: vec![ring.to_vec()] }
    }

    /// A ring of many points around a centre.
    fn round(centre: Degrees, radius: f64, points: u32) -> Feature {
        let turn = |place: u32| std::f64::consts::TAU * f64::from(place) / f64::from(points);
        let mut ring: Vec<Degrees> = (0..points)
            .map(|place| {
                let turn = turn(place);
                (centre.0 + radius * turn.cos(), centre.1 + radius * turn.sin())
            })
            .collect();
        ring.push(ring[0]);
        feature(&ring)
    }

    #[test]
    fn a_square_keeps_its_corners_and_its_sides() {
        let square = [
            (108.0, 14.0),
            (108.1, 14.0),
            (108.2, 14.0),
            (108.2, 14.2),
            (108.0, 14.2),
            (108.0, 14.0),
        ];
        let outlines = Outlines::of(&[feature(&square)]);
        assert_eq!(outlines.areas[0].rings[0].len(), 4, "a point on a side says nothing");
        let (wide, high) = outlines.room();
        assert!(high > wide, "a degree of longitude is shorter: {wide} × {high}");
        let (x, y) = outlines.areas[0].label(&outlines);
        assert!((x - wide / 2.0).abs() < 1.0 && (y - high / 2.0).abs() < 1.0, "{x} {y}");
    }

    #[test]
    fn a_fine_map_becomes_small_and_stays_whole() {
        let villages: Vec<Feature> =
            (0..15).map(|it| round((108.0 + 0.1 * f64::from(it), 14.0), 0.05, 10_000)).collect();
        let outlines = Outlines::of(&villages);
        assert!(outlines.points() <= MOST_POINTS, "{}", outlines.points());
        assert!(outlines.areas.iter().all(|area| area.rings[0].len() >= 8));
        let path: usize = outlines.areas.iter().map(|area| area.path(&outlines).len()).sum();
        assert!(path < 50_000, "{path} bytes");
    }

    #[test]
    fn neighbours_share_their_border() {
        let left = [(108.0, 14.0), (108.1, 14.013), (108.1, 14.1), (108.0, 14.1), (108.0, 14.0)];
        let right = [(108.1, 14.013), (108.2, 14.0), (108.2, 14.1), (108.1, 14.1), (108.1, 14.013)];
        let outlines = Outlines::of(&[feature(&left), feature(&right)]);
        let [left, right] = &outlines.areas[..] else { panic!("two areas") };
        let shared = left.rings[0].iter().filter(|point| right.rings[0].contains(point)).count();
        assert_eq!(shared, 2);
    }

    #[test]
    fn what_is_smaller_than_a_step_is_left_out() {
        let speck = [(108.0, 14.0), (108.000_001, 14.0), (108.0, 14.000_001), (108.0, 14.0)];
        let large = [(107.0, 13.0), (109.0, 13.0), (109.0, 15.0), (107.0, 13.0)];
        let outlines = Outlines::of(&[feature(&speck), feature(&large)]);
        assert_eq!((outlines.areas[0].rings.len(), outlines.areas[1].rings.len()), (0, 1));
        let alone = Outlines::of(&[feature(&[(1.0, 1.0); 4])]);
        assert_eq!(alone.areas[0].rings.len(), 0, "an area of one point is none");
    }
}
