//! Pictures of figures, as SVG inside the page. Whatever a picture shows is told by shape, pattern or
//! label as well as by colour, so that it prints in black and white; its title and description are
//! heard; the table with the same figures stands right behind it, which is the page's matter.
//!
//! Drawn by hand: a chart is a hundred lines here, and a library would bring fonts, colours and
//! scripts that the pages do not have.

mod bars;
mod course;
mod frame;
mod heat;
mod map;
mod radar;

pub use bars::{Bar, bars};
pub use course::{CourseLook, Likely, course};
pub use frame::picture;
pub(crate) use frame::{at, dots, hatch, ticks};
pub use heat::{HeatRow, Shade, heat};
pub use map::{Area, Dense, map, swatch};
pub use radar::{Spoke, radar};

#[cfg(test)]
mod tests;
