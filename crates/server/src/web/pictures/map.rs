//! Areas with a shade and a label each. How dense a shade is says how much; the label says it in
//! words.

use maud::{Markup, html};

use super::{at, dots, hatch, picture};

/// How much, from nothing known to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dense {
    /// Nothing is known.
    Unknown,
    /// Little.
    Light,
    /// More.
    Middle,
    /// Most.
    Dark,
    /// All.
    All,
}

impl Dense {
    /// From little to all, as a legend names them.
    pub const ALL: [Self; 5] = [Self::All, Self::Dark, Self::Middle, Self::Light, Self::Unknown];

    /// Of a number of things how many are there.
    pub fn of(part: usize, whole: usize) -> Self {
        match (part * 4, whole) {
            (_, 0) => Self::Unknown,
            (four, whole) if four >= whole * 4 => Self::All,
            (four, whole) if four >= whole * 3 => Self::Dark,
            (four, whole) if four >= whole * 2 => Self::Middle,
            _ => Self::Light,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Unknown => "nothing",
            Self::Light | Self::Middle | Self::Dark => "part",
            Self::All => "full",
        }
    }

    /// The pattern that fills it, if it is not one colour.
    fn fill(self, id: &str) -> Option<String> {
        match self {
            Self::Light => Some(format!("url(#{id}-dots)")),
            Self::Middle => Some(format!("url(#{id}-wide)")),
            Self::Dark => Some(format!("url(#{id}-close)")),
            Self::Unknown | Self::All => None,
        }
    }
}

/// One area.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its name.
    pub name: String,
    /// The figure below the name.
    pub figure: String,
    /// How much.
    pub dense: Dense,
    /// Its outline as the data of a path.
    pub path: String,
    /// Where its name stands.
    pub label: (f64, f64),
}

/// Draws it in a room of that size.
pub fn map(id: &str, title: &str, told: &str, size: (f64, f64), areas: &[Area]) -> Markup {
    let parts = html! {
        (patterns(id))
        @for area in areas {
            path class={ "area " (area.dense.class()) } d=(area.path) fill=[area.dense.fill(id)]
                fill-rule="evenodd" {}
        }
        // Names over all outlines, so that no neighbour covers them.
        @for area in areas {
            @let (x, y) = (at(area.label.0), area.label.1);
            text.on-paper x=(x) y=(at(y - 3.0)) text-anchor="middle" { (area.name) }
            text.on-paper x=(x) y=(at(y + 13.0)) text-anchor="middle" { (area.figure) }
        }
    };
    picture(id, title, told, size, &parts)
}

fn patterns(id: &str) -> Markup {
    html! {
        defs {
            (dots(&format!("{id}-dots"), 6))
            (hatch(&format!("{id}-wide"), 9))
            (hatch(&format!("{id}-close"), 4))
        }
    }
}

/// A small square of a shade, for the legend of the picture `id`.
pub fn swatch(id: &str, dense: Dense) -> Markup {
    html! {
        svg.swatch viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" {
            rect class={ "area " (dense.class()) } x="1" y="1" width="18" height="18"
                fill=[dense.fill(id)] {}
        }
    }
}
