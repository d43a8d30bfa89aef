//! A source made readable: wrapped lines joined, marks of Markdown gone, spaces single, and for every
//! character the place in the source that it came from.

mod joins;
mod lines;
mod piece;

use std::ops::Range;

use super::source::{Place, Source};
use joins::{Habit, continues};
use lines::{Line, lines};
pub use piece::{Piece, Span};

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The n-th table of the document, from 1.
    pub table: u32,
    /// The row in it, from 1.
    pub row: u32,
    /// The column in it, from 1.
    pub column: u32,
}

/// A paragraph as it was meant, whatever the lines of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) range: Range<usize>,
    /// An empty line stood before it.
    pub(super) gap: bool,
    /// All its letters are bold.
    pub(super) bold: bool,
    /// All its lines stand in the middle.
    pub(super) centred: bool,
    pub(super) cell: Option<Cell>,
    /// It is a row of a table drawn with `|` on one line.
    pub(super) row: bool,
}

/// The readable form of a [`Source`]. All positions in it are counted in characters.
#[derive(Debug)]
pub struct Script {
    text: String,
    /// One ASCII letter for each character: small, without marks, đ as d.
    plain: String,
    /// The byte of `text` where each character starts, and its end.
    bytes: Vec<usize>,
    /// The character of the source that each character came from.
    origin: Vec<usize>,
    /// The character of the source where each paragraph starts, and its place.
    places: Vec<(usize, Place)>,
    blocks: Vec<Block>,
}

impl Script {
    /// Makes a source readable.
    pub fn of(source: &Source) -> Self {
        let lines = lines(source);
        let mut script = Self::empty(source);
        let habit = Habit::of(source, &lines);
        let mut before: Option<Line> = None;
        for line in lines {
            let joined = before.as_ref().is_some_and(|a| continues(a, &line, &habit, &script));
            script.add(&line, joined);
            before = Some(match before {
                Some(a) if joined => a.with(line),
                _ => line,
            });
        }
        script
    }

    fn empty(source: &Source) -> Self {
        let (mut places, mut at) = (Vec::new(), 0);
        for paragraph in source.paragraphs() {
            places.push((at, paragraph.place));
            at += source.words(paragraph).chars().count() + 1;
        }
        let (text, plain) = (String::new(), String::new());
        Self { text, plain, bytes: vec![0], origin: vec![], places, blocks: vec![] }
    }

    /// Adds a line as a new block, or to the last block when the sentence goes on.
    fn add(&mut self, line: &Line, joined: bool) {
        if !self.origin.is_empty() {
            self.letter(' ', *self.origin.last().unwrap_or(&0));
        }
        let start = self.origin.len();
        for &(letter, origin) in &line.letters {
            self.letter(letter, origin);
        }
        let end = self.origin.len();
        match self.blocks.last_mut() {
            Some(block) if joined => {
                block.range.end = end;
                block.bold &= line.bold;
                block.centred &= line.centred;
            }
            _ => self.blocks.push(Block {
                range: start..end,
                gap: line.gap,
                bold: line.bold,
                centred: line.centred,
                cell: line.cell,
                row: line.row,
            }),
        }
    }

    fn letter(&mut self, letter: char, origin: usize) {
        self.text.push(letter);
        self.bytes.push(self.text.len());
        self.plain.push(lines::plain(letter));
        self.origin.push(origin);
    }

    /// The whole script.
    pub fn whole(&self) -> Piece<'_> {
        Piece::new(self, 0..self.origin.len())
    }

    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub(super) fn piece(&self, block: &Block) -> Piece<'_> {
        Piece::new(self, block.range.clone())
    }
}
