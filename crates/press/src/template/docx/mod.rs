//! A template as an officer sends it back from Word: the words of the file that was printed.
//!
//! The officer gets the whole document; header, number, day, signatures and the look of the page
//! are printed anew after the rules of layout, so only the words are read. Which words they are is
//! told by the styles that our DOCX carries, by their names: every program that saves the file
//! again keeps the names, and gives the styles other identifiers.
//!
//! - [`roles`] says what a style stands for, [`lines`] makes lines and [`tables`] tables of the
//!   file, [`gather`] puts them where they belong in a draft, [`unprinted`] takes away what
//!   printing adds.
//!
//! A heading that stands in capitals on paper comes back in capitals; its marks are understood in
//! any case. What a template cannot keep is told by a [`Remark`].

mod gather;
mod lines;
mod roles;
mod tables;
mod unprinted;

use super::{Draft, Place};
use crate::read::{ReadError, raw_docx};
use crate::tree::Node;
use lines::Reading;
use roles::Roles;

/// The longest XML of a template's text, and of its styles, in bytes: some hundreds of pages.
const LONGEST: usize = 8 << 20;

/// Why a DOCX is no template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nothing in the file stands in a style of ours: it was not made from the program's own file.
    #[error("nothing in the file stands in a style of the program")]
    Foreign,
}

/// What an officer's DOCX says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Its words.
    pub draft: Draft,
    /// What of it a template does not keep, in the order of the document.
    pub remarks: Vec<Remark>,
}

/// Something in a DOCX that its template does not keep; the words around it are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// Where it stands; of what says nothing itself, the line before it.
    pub place: Place,
    /// What it is.
    pub kind: RemarkKind,
}

/// What a template does not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// Bold, italic or underlined words where the rules of layout say how a line looks, such as a
    /// recipient, or words that stand out by less than their heading: they are printed like the others.
    Emphasis,
    /// Merged cells: they come back parted.
    Merged,
    /// A picture, a drawing or a text box.
    Picture,
    /// A footnote or an endnote.
    Note,
}

impl Draft {
    /// Reads the words of a template from the DOCX that an officer has changed.
    ///
    /// # Errors
    /// When the file cannot be read, or was not made from the program's own file.
    pub fn from_docx(bytes: &[u8]) -> Result<Self, DraftError> {
        Ok(Edited::from_docx(bytes)?.draft)
    }
}

impl Edited {
    /// Reads the DOCX that an officer has changed.
    ///
    /// # Errors
    /// When the file cannot be read, or was not made from the program's own file.
    pub fn from_docx(bytes: &[u8]) -> Result<Self, DraftError> {
        let raw = raw_docx(bytes)?;
        if raw.document.len().max(raw.styles.len()) > LONGEST {
            return Err(ReadError::TooMuch.into());
        }
        let document = parse(&raw.document)?;
        let styles = if raw.styles.is_empty() { Node::default() } else { parse(&raw.styles)? };
        let roles = Roles::of(&styles);
        let reading = Reading::new(&roles, &styles, raw.numbering);
        let items = reading.items(&document).ok_or(DraftError::Foreign)?;
        Ok(gather::edited(items))
    }
}

fn parse(xml: &str) -> Result<Node, ReadError> {
    Ok(Node::parse(xml.trim_start_matches('\u{feff}'))?)
}
