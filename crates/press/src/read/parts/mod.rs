//! The parts of a document as Nghị định 30/2020/NĐ-CP, Phụ lục I names them, each with its words.

mod closing;
mod header;
mod items;
mod opening;

use std::ops::Range;

pub use closing::{Annex, Closing};
pub use header::Header;
pub use items::{Item, Row};

use super::script::{Piece, Script};
use closing::Ends;
use opening::Opening;

/// A document as its parts.
#[derive(Debug)]
pub struct Parts<'a> {
    /// What stands above the type: bodies, number, place and day.
    pub header: Header<'a>,
    /// The type as the law names it, where a line says it.
    pub kind: Option<&'static str>,
    /// The words of the type.
    pub kind_words: Option<Piece<'a>>,
    /// Trích yếu.
    pub title: Option<Piece<'a>>,
    /// Who decides, in decisions and resolutions: the line in capitals before the bases.
    pub authority: Option<Piece<'a>>,
    /// To whom it is written (Kính gửi).
    pub addressees: Vec<Piece<'a>>,
    /// The paragraphs between title and first section; the bases among them.
    pub preamble: Vec<Piece<'a>>,
    /// The body: sections, points and paragraphs in order, each with its level.
    pub items: Vec<Item<'a>>,
    /// Rows of tables, in the body and in annexes.
    pub rows: Vec<Row<'a>>,
    /// Signature and recipients.
    pub closing: Closing<'a>,
    /// What comes after the signature.
    pub annexes: Vec<Annex<'a>>,
    script: &'a Script,
}

impl<'a> Parts<'a> {
    /// Finds the parts.
    pub fn of(script: &'a Script) -> Self {
        let Ends { closing, body_end, annex_start } = Ends::of(script);
        let opening = Opening::of(script, body_end);
        let items = items::items(script, opening.body_start..body_end);
        Self {
            header: Header::of(script, opening.header_end, opening.number),
            kind: opening.kind,
            kind_words: opening.kind_words,
            title: opening.title,
            authority: opening.authority,
            addressees: opening.addressees,
            preamble: opening.preamble,
            items,
            rows: items::rows(script, opening.header_end..script.blocks().len()),
            closing,
            annexes: closing::annexes(script, annex_start),
            script,
        }
    }

    /// The whole text.
    pub fn whole(&self) -> Piece<'a> {
        self.script.whole()
    }

    /// The items below an item.
    pub(super) fn below(&self, index: usize) -> &[Item<'a>] {
        &self.items[index + 1..self.items[index].end]
    }

    /// The item that an item belongs to.
    pub(super) fn parent(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|above| self.items[*above].end > index)
    }

    /// The items directly below an item, as indices.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.items[index].end;
        let mut next = index + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then_some(next)?;
            next = self.items[child].end;
            Some(child)
        })
    }

    /// Items whose heading a pattern matches, as indices; none that stands within another.
    pub(super) fn sections(&self, heading: &regex::Regex) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let inside = found.last().is_some_and(|last| index < self.items[*last].end);
            if !inside && item.is_section() && item.title().has(heading) {
                found.push(index);
            }
        }
        found
    }
}

/// The blocks of a range as pieces.
fn pieces(script: &Script, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
    script.blocks()[range].iter().map(|block| script.piece(block))
}
