//! The printing house: data in, bytes out. No IO and no clock; the same data give the same bytes.
//!
//! - [`Document`] is an administrative document as its parts, in ordinary letters. [`docx`] and [`pdf`]
//!   print it; both follow the same words (`document::printed`) and the same [`Layout`].
//! - [`Certificate`] is what stands on one giấy khen. [`certificates`] prints a batch as one PDF/A, a
//!   sheet each, after a [`CertificateDesign`], on white paper or on blanks ([`Stock`]);
//!   [`calibration`] prints the page by which a printer is set to the blanks.
//! - [`sheet()`] writes a table as a spreadsheet to fill in; [`read::sheet`] reads what comes back.
//! - [`ledger()`] writes a table of amounts as a spreadsheet to reckon with.
//! - [`check`] holds a DOCX that anybody typed against the same rules and says where it departs.
//! - [`read`] goes the other way: the bytes of somebody's file → its text → what it says.
//! - [`template`] fills documents whose words officers have changed in Word.
//! - [`signed`] looks at the digital signatures of a PDF, and says what they are worth.
//!
//! How paper must look is law, so it is not here: [`Layout`] and [`CertificateDesign`] are read from the
//! catalog (`catalog/papers`), and each can say by its [`Origin`] which decree it follows.
//!
//! Data never becomes markup: a name reaches typst as JSON and WordprocessingML as escaped text. Only
//! the room `typeset` names typst.

mod certificate;
pub mod check;
mod document;
mod docx;
mod error;
mod kinds;
mod layout;
mod ledger;
mod origin;
mod package;
mod pdf;
pub mod read;
mod sheet;
pub mod signed;
pub mod template;
mod text;
mod tree;
mod typeset;

pub use certificate::{
    Certificate, CertificateDesign, Check, Gift, Imprint, Shift, Stock, calibration, certificates,
};
pub use document::{
    Align, Annex, Block, Capacity, CapacityError, Column, Cosigner, Document, Emphasis, Header,
    Issuer, Level, Number, Orientation, Run, Signature, Table, Text,
};
pub use docx::docx;
pub use error::PressError;
pub use kinds::{Kind, Kinds, Presence};
pub use layout::Layout;
pub use ledger::{Cell, Ledger, ledger};
pub use origin::Origin;
pub use package::zip;
pub use pdf::pdf;
pub use sheet::{Sheet, sheet};
