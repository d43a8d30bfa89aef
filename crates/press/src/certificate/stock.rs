//! What certificates are printed on.

use serde::Serialize;

/// The paper in the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stock {
    /// White sheets: everything is printed.
    White,
    /// Blanks that bear border, emblem and head already: only the words that vary are printed, moved to
    /// where the blanks want them.
    Blank(Shift),
}

/// How far words are moved, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shift {
    right: i16,
    down: i16,
}

impl Shift {
    /// Furthest way in each direction, in tenths of a millimetre: further off, it is another design.
    pub const MOST: i16 = 300;

    /// To the right and down; negative to the left and up. Nothing beyond [`Shift::MOST`].
    pub fn new(right: i16, down: i16) -> Option<Self> {
        let near = |way: i16| (-Self::MOST..=Self::MOST).contains(&way);
        (near(right) && near(down)).then_some(Self { right, down })
    }

    /// To the right, in tenths of a millimetre.
    pub fn right(self) -> i16 {
        self.right
    }

    /// Down, in tenths of a millimetre.
    pub fn down(self) -> i16 {
        self.down
    }
}

/// What templates read of it.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Data {
    blank: bool,
    right_mm: f64,
    down_mm: f64,
}

impl Stock {
    pub(super) fn data(self) -> Data {
        let (blank, shift) = match self {
            Self::White => (false, Shift::default()),
            Self::Blank(shift) => (true, shift),
        };
        let mm = |tenths: i16| f64::from(tenths) / 10.0;
        Data { blank, right_mm: mm(shift.right), down_mm: mm(shift.down) }
    }
}
