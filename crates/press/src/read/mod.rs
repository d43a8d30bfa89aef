//! Reading: the bytes of a document → its text with the place of each paragraph ([`Source`]) → what it
//! says. Nothing is invented: what a text does not say stays empty.
//!
//! [`Script`] makes the text readable, [`Parts`] finds the parts that Nghị định 30/2020 gives a
//! document, [`Paper`] says what any document says, and [`Plan`] what a plan says besides.
//!
//! Rules look at the plain form of words (`Piece::plain`: small letters without marks), so a tone that
//! was mistyped or misread, or "Uỷ ban" for "Ủy ban", does not hide them.

mod dates;
mod files;
mod found;
mod json;
mod kinds;
mod marker;
mod mentions;
mod organs;
mod paper;
mod parts;
mod pattern;
mod plan;
mod posts;
mod script;
mod source;

pub use files::{Content, MAX_BYTES, ReadError, SheetCell, address, sheet, source};
pub(crate) use files::{Numbering, raw_docx};
pub use found::Found;
pub use marker::Level;
pub use mentions::Mention;
pub use paper::{Paper, Signer};
pub use parts::{Annex, Closing, Header, Item, Parts, Row};
pub use plan::{Duty, Group, NoPlan, Period, Plan, Stage, Target};
pub use script::{Cell, Piece, Script, Span};
pub use source::{Format, Look, Paragraph, Place, Source};
