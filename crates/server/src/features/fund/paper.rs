//! The papers of the fund: the list to sign for rewards, the report of a year, the ledger as a
//! spreadsheet. Their words are Vietnamese whatever the language of the screen.

mod ledger;
mod list;
mod report;

use chungsuc_press::{Capacity, Document, Signature, docx, pdf};

pub use ledger::ledger_sheet;
pub use list::payment_list;
pub(super) use list::{PaidList, paid_list};
pub use report::report;

use crate::catalog::layout;
use crate::refusal::Refusal;

/// A file: its name without the ending, and its bytes.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The name.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A document as DOCX (`word`) or PDF.
fn printed(name: String, document: &Document, word: bool) -> Result<Paper, Refusal> {
    let layout = layout()?;
    let bytes = if word { docx(document, &layout)? } else { pdf(document, &layout)? };
    Ok(Paper { name, bytes })
}

/// A place to sign by hand.
fn signer(post: &str) -> Signature {
    Signature { capacity: Capacity::head(post), name: String::new() }
}
