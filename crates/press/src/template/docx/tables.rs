//! A table of the file → a table of a draft.

use super::RemarkKind;
use super::gather::slender;
use super::lines::{Line, joined};
use super::roles::Role;
use crate::template::marks::{alone, tokens};
use crate::template::{DraftColumn, DraftTable};
use crate::{Align, Text};

/// Up to so many parts of the width are tried before columns are told in hundredths.
const PARTS: u16 = 60;
/// By how much a width may miss its part: programs round their measures. Twips.
const ROUNDING: f64 = 1.5;
/// The most columns that a cell may take.
const MAX_SPAN: usize = 50;

/// A table as the file holds it.
#[derive(Debug)]
pub(super) struct Table {
    /// The width of each column, in twips.
    pub(super) widths: Vec<f64>,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Cell {
    /// How many columns it takes.
    pub(super) span: usize,
    /// Where its first paragraph stands.
    pub(super) side: String,
    /// Whether it stands in the style of totals.
    pub(super) total: bool,
    /// Whether it is one with the cell above or below.
    pub(super) merged: bool,
    pub(super) lines: Vec<Line>,
}

impl Table {
    /// Whether it sets parts of the document side by side that the program prints anew.
    pub(super) fn is_frame(&self) -> bool {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let mut roles = cells.flat_map(|cell| &cell.lines).map(|line| line.role);
        roles.any(|role| {
            use Role::{Around, Recipient, RecipientsTitle, Subject};
            matches!(role, Around | Subject | RecipientsTitle | Recipient)
        })
    }

    /// The first row names the columns, a last one in bold is the total.
    fn parts(&self) -> Option<(&Row, &[Row], Option<&Row>)> {
        let (head, rows) = self.rows.split_first()?;
        Some(match rows.split_last() {
            Some((last, before)) if last.is_total() => (head, before, Some(last)),
            _ => (head, rows, None),
        })
    }

    /// The table of a draft.
    pub(super) fn draft(&self) -> Option<DraftTable> {
        let (head, rows, total) = self.parts()?;
        let titles = head.texts();
        let full = rows.iter().chain(total).find(|row| row.cells.len() == titles.len());
        let sides = full.iter().flat_map(|row| &row.cells).map(Cell::align);
        let sides = sides.chain(std::iter::repeat(Align::Left));
        let shares = shares(&self.widths).into_iter().chain(std::iter::repeat(1));
        let column = |((title, share), align)| DraftColumn { title, share, align };
        Some(DraftTable {
            columns: titles.iter().map(Text::plain).zip(shares).zip(sides).map(column).collect(),
            rows: rows.iter().map(|row| lone(row.texts())).collect(),
            total: total.map(|row| row.texts().iter().map(slender).collect()),
        })
    }

    /// What of it a template does not keep. Headings and totals are bold anyway, and a row that is
    /// a mark is never printed.
    pub(super) fn lost(&self) -> Vec<RemarkKind> {
        let Some((head, rows, total)) = self.parts() else { return Vec::new() };
        let plain: Vec<&Row> = rows.iter().filter(|row| !marks_alone(&row.texts())).collect();
        let all: Vec<&Row> = plain.iter().copied().chain([head]).chain(total).collect();
        let lost = |rows: &[&Row], kind| {
            rows.iter().flat_map(|row| &row.cells).any(|cell| cell.has_lost(kind))
        };
        let mut kinds = vec![RemarkKind::Merged, RemarkKind::Picture, RemarkKind::Note];
        kinds.retain(|kind| lost(&all, *kind));
        kinds.extend(lost(&plain, RemarkKind::Emphasis).then_some(RemarkKind::Emphasis));
        kinds
    }
}

impl Row {
    /// The words of its cells; one that takes several columns is filled up with empty ones.
    fn texts(&self) -> Vec<Text> {
        let mut texts = Vec::new();
        for cell in &self.cells {
            texts.push(cell.text());
            texts.resize(texts.len() + cell.span.clamp(1, MAX_SPAN) - 1, Text::default());
        }
        texts
    }

    fn is_total(&self) -> bool {
        let mut lines = self.cells.iter().flat_map(|cell| &cell.lines).peekable();
        let bold = lines.peek().is_some() && lines.all(|line| line.bold);
        let mark = marks_alone(&self.texts());
        !mark && (bold || self.cells.iter().any(|cell| cell.total))
    }
}

impl Cell {
    fn text(&self) -> Text {
        joined(self.lines.iter().map(Line::text))
    }

    fn has_lost(&self, kind: RemarkKind) -> bool {
        let merged = kind == RemarkKind::Merged && (self.merged || self.span > 1);
        merged || self.lines.iter().any(|line| line.lost.contains(&kind))
    }

    fn align(&self) -> Align {
        match self.side.as_str() {
            "center" => Align::Center,
            "right" => Align::Right,
            _ => Align::Left,
        }
    }
}

/// A row that says nothing but a mark is that mark.
fn lone(mut row: Vec<Text>) -> Vec<Text> {
    if marks_alone(&row) {
        row.retain(|cell| !cell.is_empty());
    }
    row
}

fn marks_alone(row: &[Text]) -> bool {
    let mut said = row.iter().filter(|cell| !cell.is_empty());
    let (only, more) = (said.next(), said.next());
    let only = only.filter(|_| more.is_none()).and_then(|text| tokens(text).ok());
    only.is_some_and(|tokens| alone(&tokens).is_some())
}

/// The fewest equal parts by which the widths can be told.
fn shares(widths: &[f64]) -> Vec<u16> {
    let all = widths.iter().sum::<f64>().max(1.0);
    let share = |width: f64, parts: u16| (width / all * f64::from(parts)).round();
    let fits = |parts: &u16| {
        let left = |width: &f64| share(*width, *parts) * all / f64::from(*parts) - width;
        widths.iter().all(|width| left(width).abs() <= ROUNDING)
    };
    let parts = (1..=PARTS).find(fits).unwrap_or(100);
    widths.iter().map(|width| whole(share(*width, parts))).collect()
}

/// A share is no more than the parts there are, and each column has one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(share: f64) -> u16 {
    share.clamp(1.0, 100.0) as u16
}
