//! The body: sections, points and paragraphs with their levels, and the rows of tables.

use std::ops::Range;

use super::pieces;
use crate::read::marker::{Level, Marker};
use crate::read::pattern::patterns;
use crate::read::script::{Block, Piece, Script};

patterns! {
    COLON = r":( |$)";
    SENTENCE_END = r"[.;]( |$)";
    BAR = r"\|";
}

/// A section, a point or a paragraph.
#[derive(Debug)]
pub struct Item<'a> {
    /// How deep it stands.
    pub level: Level,
    /// Where it stands: `V.1`, `II.2.a`; paragraphs and dashes bear the path of what they belong to.
    pub path: String,
    /// Its words without its number.
    pub words: Piece<'a>,
    /// Its letters are all bold.
    pub bold: bool,
    /// The index of the first item that does not belong to it.
    pub end: usize,
}

impl<'a> Item<'a> {
    /// Its heading: the words before the colon, or all of them where they are no sentence.
    pub fn title(&self) -> Piece<'a> {
        let head = self.words.to(self.words.len().min(400));
        let end = head.find(&COLON).map_or(head.len(), |colon| head.offset(colon));
        self.words.to(end).trim(".")
    }

    /// What follows its heading in the same paragraph.
    pub fn rest(&self) -> Piece<'a> {
        let head = self.words.to(self.words.len().min(400));
        let start = head.find(&COLON).map_or(self.words.len(), |colon| head.offset(colon) + 1);
        self.words.from(start).trim("")
    }

    /// A heading rather than a sentence: short, and no stop within.
    pub(in crate::read) fn is_heading(&self) -> bool {
        let title = self.title();
        title.words() <= 45 && (self.bold || !title.has(&SENTENCE_END))
    }

    /// A numbered item with a heading.
    pub(in crate::read) fn is_section(&self) -> bool {
        self.level < Level::Dash && self.is_heading()
    }
}

/// The items of some blocks. Each ends where the next of its level or a larger one starts.
pub(super) fn items(script: &Script, range: Range<usize>) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut open: Vec<(usize, String)> = Vec::new();
    for block in &script.blocks()[range] {
        let piece = script.piece(block);
        let marker = Marker::of(piece.plain()).map(|marker| small(marker, piece));
        let level = marker.as_ref().map_or(Level::Text, |marker| marker.level);
        let words = marker.as_ref().map_or(piece, |marker| piece.from(marker.len)).trim("");
        // A paragraph after a list belongs to the section, not to the last point of the list.
        let floor = if level == Level::Text { Level::Dash } else { level };
        while open.last().is_some_and(|(at, _)| items[*at].level >= floor) {
            close(&mut items, &mut open);
        }
        let label = marker.map_or(String::new(), |marker| marker.label);
        let above = open.last().map_or("", |(_, path)| path.as_str());
        let path = path(above, &label, level);
        open.push((items.len(), path.clone()));
        items.push(Item { level, path, words, bold: block.bold, end: 0 });
    }
    while !open.is_empty() {
        close(&mut items, &mut open);
    }
    items
}

/// "a." and "i." in small letters are points, not parts.
fn small(marker: Marker, piece: Piece<'_>) -> Marker {
    let large = matches!(marker.level, Level::Capital | Level::Roman);
    let level = if large && !piece.starts_with_capital() { Level::Point } else { marker.level };
    Marker { level, ..marker }
}

fn close(items: &mut [Item<'_>], open: &mut Vec<(usize, String)>) {
    if let Some((at, _)) = open.pop() {
        items[at].end = items.len();
    }
}

fn path(above: &str, label: &str, level: Level) -> String {
    let label = if level <= Level::Roman { label.to_uppercase() } else { label.to_owned() };
    match (above, level) {
        (_, Level::Dash | Level::Plus | Level::Text) => above.to_owned(),
        // "1.2" below "1" names its place itself.
        (_, Level::Number(2..)) => {
            let outer = above.rsplit_once('.').map_or(above, |(outer, _)| outer);
            let large = outer
                .split('.')
                .next()
                .filter(|part| !part.is_empty() && !part.starts_with(|c: char| c.is_ascii_digit()));
            large.map_or(label.clone(), |large| format!("{large}.{label}"))
        }
        ("", _) => label,
        _ => format!("{above}.{label}"),
    }
}

/// A row of a table.
#[derive(Debug)]
pub struct Row<'a> {
    /// The n-th table, from 1; 0 for tables drawn with `|` on one line.
    pub table: u32,
    /// The row in it, from 1; 0 where it was not told.
    pub row: u32,
    /// Its cells by column, from 1. A cell of several paragraphs is one.
    pub cells: Vec<(u32, Piece<'a>)>,
}

/// The rows of all tables of some blocks.
pub(super) fn rows(script: &Script, range: Range<usize>) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let blocks = &script.blocks()[range.clone()];
    for (block, piece) in blocks.iter().zip(pieces(script, range)) {
        if block.row {
            let cells = piece.split(&BAR).into_iter().zip(1..).map(|(cell, n)| (n, cell)).collect();
            rows.push(Row { table: 0, row: 0, cells });
        } else {
            add_cell(&mut rows, block, piece);
        }
    }
    rows
}

fn add_cell<'a>(rows: &mut Vec<Row<'a>>, block: &Block, piece: Piece<'a>) {
    let Some(cell) = block.cell else { return };
    match rows.last_mut() {
        Some(row) if (row.table, row.row) == (cell.table, cell.row) => match row.cells.last_mut() {
            Some((column, words)) if *column == cell.column => *words = words.through(piece),
            _ => row.cells.push((cell.column, piece)),
        },
        _ => {
            let (table, row) = (cell.table, cell.row);
            rows.push(Row { table, row, cells: vec![(cell.column, piece)] });
        }
    }
}
