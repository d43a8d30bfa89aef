//! Rows × columns of a few shades: where the dark ones lie is seen at once. A glyph in each cell says
//! the same without colour.

use std::fmt::Write;

use maud::{Markup, html};

use super::{at, hatch, picture};

/// Side of a cell.
const SIDE: f64 = 24.0;
/// Room for the names of rows and of columns.
const LEFT: f64 = 104.0;
const TOP: f64 = 26.0;

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Reached: full.
    Full,
    /// Missed: empty.
    Empty,
    /// Somebody must say: hatched.
    Doubt,
    /// Nothing is known: no cell.
    Nothing,
}

impl Shade {
    const ALL: [Self; 4] = [Self::Full, Self::Empty, Self::Doubt, Self::Nothing];

    /// The glyph in it.
    pub fn glyph(self) -> char {
        match self {
            Self::Full => '✓',
            Self::Empty => '✕',
            Self::Doubt => '?',
            Self::Nothing => '–',
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Empty => "missed",
            Self::Doubt => "doubt",
            Self::Nothing => "nothing",
        }
    }
}

/// A row of the picture.
#[derive(Clone, Debug)]
pub struct HeatRow<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its cells, as many as there are columns.
    pub cells: Vec<Shade>,
}

/// Draws it; `columns` are short, such as numbers. The cells of one shade are one path, the glyphs of
/// one row are one text, so that a commune weighs a few kilobytes.
pub fn heat(id: &str, title: &str, told: &str, columns: &[&str], rows: &[HeatRow<'_>]) -> Markup {
    let hatched = format!("{id}-hatch");
    let size = (LEFT + SIDE * count(columns.len()) + 2.0, TOP + SIDE * count(rows.len()) + 2.0);
    let middle = |place: usize| LEFT + SIDE * (count(place) + 0.5);
    let along: Vec<String> = (0..columns.len()).map(|place| at(middle(place))).collect();
    let along = along.join(" ");
    let parts = html! {
        defs { (hatch(&hatched, 5)) }
        @for (place, column) in columns.iter().enumerate() {
            text x=(at(middle(place))) y=(at(TOP - 8.0)) text-anchor="middle" { (column) }
        }
        @for shade in Shade::ALL {
            path class=(shade.class()) d=(cells(rows, shade))
                fill=[(shade == Shade::Doubt).then(|| format!("url(#{hatched})"))] {}
        }
        @for (place, row) in rows.iter().enumerate() {
            @let y = at(TOP + SIDE * (count(place) + 0.5));
            text x=(at(LEFT - 8.0)) y=(y) dy=".35em" text-anchor="end" { (row.name) }
            @for shade in Shade::ALL {
                (glyphs(row, shade, &y, &along))
            }
        }
    };
    picture(id, title, told, size, &parts)
}

/// The glyphs of one shade in a row: those on a full cell have the colour of the paper.
fn glyphs(row: &HeatRow<'_>, shade: Shade, y: &str, along: &str) -> Markup {
    let places = row.cells.iter().zip(along.split(' ')).filter(|(cell, _)| **cell == shade);
    let places: Vec<&str> = places.map(|(_, x)| x).collect();
    let signs: String = std::iter::repeat_n(shade.glyph(), places.len()).collect();
    html! {
        @if !places.is_empty() {
            text.glyph.full[shade == Shade::Full] x=(places.join(" ")) y=(y) dy=".35em"
                text-anchor="middle" { (signs) }
        }
    }
}

fn cells(rows: &[HeatRow<'_>], shade: Shade) -> String {
    let mut path = String::new();
    let inner = SIDE - 2.0;
    for (y, row) in rows.iter().enumerate() {
        for (x, _) in row.cells.iter().enumerate().filter(|(_, cell)| **cell == shade) {
            let (x, y) = (LEFT + SIDE * count(x) + 1.0, TOP + SIDE * count(y) + 1.0);
            // Writing to a text cannot fail.
            let _ = write!(path, "M{} {}h{inner}v{inner}h-{inner}z", at(x), at(y));
        }
    }
    path
}

#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f64 {
    number as f64
}
