//! The QR codes of a batch, drawn as pixels: one for each module, so that they stay sharp at any
//! size and a thousand of them cost little.

use fast_qr::qr::QRCodeError;
use fast_qr::{ECL, QRBuilder};
use rayon::prelude::*;
use serde::Serialize;

use super::Certificate;
use crate::PressError;

/// All squares of a batch, one behind the other, a byte for each module.
pub(super) struct Marks {
    pub(super) pixels: Vec<u8>,
    /// Where the square of each sheet lies; nothing for a sheet without one.
    pub(super) places: Vec<Option<Mark>>,
}

/// A square in the pixels.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Mark {
    at: usize,
    side: usize,
}

impl Marks {
    /// On all cores: choosing among eight masks makes a code dear.
    pub(super) fn draw(sheets: &[Certificate]) -> Result<Self, PressError> {
        let codes = sheets.par_iter().map(|sheet| sheet.check.as_ref());
        let squares = codes.map(|check| check.map(|check| Square::draw(&check.code)).transpose());
        let squares: Vec<Option<Square>> = squares.collect::<Result<_, _>>()?;
        let mut marks = Self { pixels: Vec::new(), places: Vec::new() };
        for square in squares {
            let place = square.map(|square| marks.add(square));
            marks.places.push(place);
        }
        Ok(marks)
    }

    fn add(&mut self, square: Square) -> Mark {
        let mark = Mark { at: self.pixels.len(), side: square.side };
        self.pixels.extend(square.pixels);
        mark
    }
}

struct Square {
    side: usize,
    pixels: Vec<u8>,
}

impl Square {
    /// The lowest level of correction: on clean paper, larger modules are read better than spare
    /// ones.
    fn draw(code: &str) -> Result<Self, QRCodeError> {
        let square = QRBuilder::new(code).ecl(ECL::L).build()?;
        let side = square.size;
        let modules = (0..side).flat_map(|row| &square[row]);
        let pixels = modules.map(|module| if module.value() { 0 } else { 255 }).collect();
        Ok(Self { side, pixels })
    }
}
