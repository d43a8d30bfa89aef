//! Shares of one unit around a centre: how even they are. Now is a solid line with circles, before a
//! broken one.

use std::f64::consts::TAU;

use maud::{Markup, html};

use super::{at, picture};

const SIZE: (f64, f64) = (420.0, 340.0);
const REACH: f64 = 126.0;

/// One direction.
#[derive(Clone, Debug)]
pub struct Spoke {
    /// Its name, short.
    pub name: String,
    /// Now, 0 to 100.
    pub now: f64,
    /// Before, 0 to 100.
    pub before: Option<f64>,
}

/// Draws it; with fewer than three directions there is nothing to see.
pub fn radar(id: &str, title: &str, told: &str, spokes: &[Spoke]) -> Option<Markup> {
    if spokes.len() < 3 {
        return None;
    }
    let before: Option<Vec<f64>> = spokes.iter().map(|spoke| spoke.before).collect();
    let now: Vec<f64> = spokes.iter().map(|spoke| spoke.now).collect();
    let parts = html! {
        @for ring in [25.0, 50.0, 75.0, 100.0] {
            polygon.grid points=(around(&vec![ring; spokes.len()])) {}
        }
        @for (place, spoke) in spokes.iter().enumerate() {
            @let (x, y) = place_of(place, spokes.len(), 100.0);
            line.grid x1=(at(SIZE.0 / 2.0)) y1=(at(SIZE.1 / 2.0)) x2=(at(x)) y2=(at(y)) {}
            @let (x, y) = place_of(place, spokes.len(), 109.0);
            text x=(at(x)) y=(at(y)) dy=".35em" text-anchor=(side(x)) { (spoke.name) }
        }
        @if let Some(before) = &before { polygon.likely points=(around(before)) {} }
        polygon.measured points=(around(&now)) {}
        @for (place, share) in now.iter().enumerate() {
            @let (x, y) = place_of(place, now.len(), *share);
            circle.measured cx=(at(x)) cy=(at(y)) r="4" {}
        }
    };
    Some(picture(id, title, told, SIZE, &parts))
}

fn around(shares: &[f64]) -> String {
    let places = shares.iter().enumerate().map(|(place, share)| {
        let (x, y) = place_of(place, shares.len(), *share);
        format!("{},{}", at(x), at(y))
    });
    places.collect::<Vec<_>>().join(" ")
}

/// From the top, clockwise.
#[allow(clippy::cast_precision_loss)]
fn place_of(place: usize, of: usize, share: f64) -> (f64, f64) {
    let turn = TAU * place as f64 / of as f64;
    let far = REACH * share / 100.0;
    (SIZE.0 / 2.0 + far * turn.sin(), SIZE.1 / 2.0 - far * turn.cos())
}

/// Words stand outside the circle.
fn side(x: f64) -> &'static str {
    match x - SIZE.0 / 2.0 {
        left if left < -8.0 => "end",
        right if right > 8.0 => "start",
        _ => "middle",
    }
}
