//! Words in their place: at the largest scale at which they fit.
//!
//! It is reckoned here with the typesetter's own letters. To let the typesetter try each scale took
//! most of the time of a batch.

use serde::Serialize;

use super::paragraph::{Look, Paragraph};
use crate::typeset::width_em;

const POINT_MM: f64 = 25.4 / 72.0;
/// White between two lines of a paragraph, in em.
const LEADING_EM: f64 = 0.55;
/// Scales that are tried, in twentieths: below half size nobody could read a certificate on a wall.
const TWENTIETHS: std::ops::RangeInclusive<u8> = 10..=20;

/// A rectangle for words, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) side: Side,
    pub(super) stand: Stand,
}

/// How words stand in the width of their place.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Side {
    Left,
    Center,
}

/// Where words stand in the height of their place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stand {
    Top,
    Middle,
    Bottom,
}

/// Words set in their place.
#[derive(Debug, Serialize)]
pub(super) struct Column {
    x_mm: f64,
    width_mm: f64,
    side: Side,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    /// The upper edge of its capitals.
    y_mm: f64,
    size_pt: f64,
    look: Look,
    text: String,
    /// The length of a rule under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_mm: Option<f64>,
}

/// Sets paragraphs one under the other; nothing when they are too long at every readable scale.
pub(super) fn fit(paragraphs: &[Paragraph], place: Place) -> Option<Column> {
    TWENTIETHS.rev().find_map(|twentieths| scaled(paragraphs, place, f64::from(twentieths) / 20.0))
}

fn scaled(paragraphs: &[Paragraph], place: Place, scale: f64) -> Option<Column> {
    let mut lines: Vec<Line> = Vec::new();
    let mut height = 0.0;
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        let size_pt = paragraph.size_pt * scale;
        let em = size_pt * POINT_MM;
        let mut above = if lines.is_empty() { 0.0 } else { paragraph.above_mm * scale };
        for text in paragraph.lines(place.width / em)? {
            let rule_mm = paragraph.ruled.then(|| width_em(&text, paragraph.look.face()) * em);
            let y_mm = place.y + height + above;
            lines.push(Line { y_mm, size_pt, look: paragraph.look, text, rule_mm });
            height += above + paragraph.height() * em;
            above = LEADING_EM * em;
        }
    }
    let spare = place.height - height;
    let lower = match place.stand {
        Stand::Top => 0.0,
        Stand::Middle => spare / 2.0,
        Stand::Bottom => spare,
    };
    lines.iter_mut().for_each(|line| line.y_mm += lower);
    let column = Column { x_mm: place.x, width_mm: place.width, side: place.side, lines };
    (spare >= 0.0).then_some(column)
}

#[cfg(test)]
mod tests;
