//! Words of one size and look, and how they are broken into lines.

use std::ops::Range;

use serde::Serialize;

use crate::typeset::{Face, cap_height_em, width_em};

/// Letters after which a word may break that nobody would break by hand.
const RUN: usize = 24;
/// How exactly lines are made equal, in em.
const EVEN_EM: f64 = 0.1;

/// Weight, slant and colour of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Look {
    Plain,
    Strong,
    Red,
    Slanted,
}

impl Look {
    pub(super) fn face(self) -> Face {
        match self {
            Self::Plain => Face::Regular,
            Self::Strong | Self::Red => Face::Bold,
            Self::Slanted => Face::BoldItalic,
        }
    }
}

/// Words before they are broken into lines.
#[derive(Debug)]
pub(super) struct Paragraph {
    pieces: Vec<Piece>,
    pub(super) size_pt: f64,
    pub(super) look: Look,
    /// White above it, unless it is the first of its place.
    pub(super) above_mm: f64,
    /// Whether a rule stands under it, as long as its words.
    pub(super) ruled: bool,
}

/// What is not broken: a word, or a run of a very long one. Widths are in em.
#[derive(Debug)]
struct Piece {
    text: String,
    width: f64,
    /// The space before it, unless it begins a line; none within a word.
    space: f64,
}

impl Paragraph {
    /// Of words that are cleaned.
    pub(super) fn new(text: &str, size_pt: f64, look: Look, above_mm: f64) -> Self {
        let mut pieces = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let mut space = width_em(" ", look.face());
            let letters: Vec<char> = word.chars().collect();
            for run in letters.chunks(RUN) {
                let text: String = run.iter().collect();
                let width = width_em(&text, look.face());
                pieces.push(Piece { text, width, space });
                space = 0.0;
            }
        }
        Self { pieces, size_pt, look, above_mm, ruled: false }
    }

    /// The same with a rule under it.
    pub(super) fn ruled(self) -> Self {
        Self { ruled: true, ..self }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The height of a line, in em.
    pub(super) fn height(&self) -> f64 {
        cap_height_em(self.look.face())
    }

    /// As many lines as a width in em asks for, none longer than it must be: no lone last word.
    /// Nothing when a piece alone is wider.
    pub(super) fn lines(&self, width: f64) -> Option<Vec<String>> {
        let mut best = self.filled(width)?;
        let (mut least, mut most) = (width / 2.0, width);
        while best.len() > 1 && most - least > EVEN_EM {
            let middle = f64::midpoint(least, most);
            match self.filled(middle) {
                Some(lines) if lines.len() == best.len() => (most, best) = (middle, lines),
                _ => least = middle,
            }
        }
        Some(best.into_iter().map(|line| self.text(line)).collect())
    }

    /// Lines as full as the width allows, each a range of pieces.
    fn filled(&self, width: f64) -> Option<Vec<Range<usize>>> {
        let (mut lines, mut start, mut used) = (Vec::new(), 0, 0.0);
        for (at, piece) in self.pieces.iter().enumerate() {
            let longer = used + piece.space + piece.width;
            let joins = at > start && longer <= width;
            if at > start && !joins {
                lines.push(start..at);
                start = at;
            }
            used = if joins { longer } else { piece.width };
            if used > width {
                return None;
            }
        }
        lines.push(start..self.pieces.len());
        Some(lines)
    }

    fn text(&self, line: Range<usize>) -> String {
        let mut text = String::new();
        for piece in &self.pieces[line] {
            if piece.space > 0.0 && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        text
    }
}
