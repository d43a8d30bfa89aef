//! The QR codes of a batch, drawn as pixels: one for each module, so that they stay sharp at any size and
//! a thousand of them cost little.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

use super::Check;
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
    pub(super) fn draw<'a>(
        checks: impl Iterator<Item = Option<&'a Check>>,
    ) -> Result<Self, PressError> {
        let mut marks = Self { pixels: Vec::new(), places: Vec::new() };
        for check in checks {
            let place = check.map(|check| marks.add(&check.code)).transpose()?;
            marks.places.push(place);
        }
        Ok(marks)
    }

    /// The lowest level of correction: on clean paper, larger modules are read better than spare ones.
    fn add(&mut self, code: &str) -> Result<Mark, PressError> {
        let square = QrCode::with_error_correction_level(code, EcLevel::L)?;
        let mark = Mark { at: self.pixels.len(), side: square.width() };
        let shade = |module| if module == Color::Dark { 0 } else { 255 };
        self.pixels.extend(square.to_colors().into_iter().map(shade));
        Ok(mark)
    }
}
