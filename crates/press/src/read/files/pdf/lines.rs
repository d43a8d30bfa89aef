//! Letters on a page → lines, as somebody reads them.

use super::content::Letter;
use crate::read::Look;
use crate::read::files::draft::Draft;

/// A line of a page. A wide gap in it, as between two columns, is a tab.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) look: Look,
}

/// Letters of one line stand within this share of their size above or below each other.
const SAME_LINE: f32 = 0.45;
/// A gap wider than this share of the size parts two words.
const SPACE: f32 = 0.17;
/// A gap wider than this parts two columns.
const COLUMN: f32 = 1.6;
/// Letters nearer than this are one, drawn twice to make it bold.
const TWICE: f32 = 0.1;

/// The lines of a page of this width: those that stand upright first, then those that are turned.
pub(super) fn lines(letters: Vec<Letter>, width: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    for quarter in 0..4 {
        let turned = letters.iter().copied().filter(|letter| letter.quarter == quarter);
        let rows = rows(turned.filter(|letter| !letter.c.is_control()).collect());
        let block = extent(rows.iter().flatten());
        lines.extend(rows.iter().map(|row| line(row, block, width)));
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

/// Letters by their lines, from the top; in each from the left.
fn rows(mut letters: Vec<Letter>) -> Vec<Vec<Letter>> {
    letters.sort_by(|a, b| b.baseline.total_cmp(&a.baseline));
    let mut rows: Vec<Vec<Letter>> = Vec::new();
    for letter in letters {
        match rows.last_mut() {
            Some(row) if is_level(&row[0], &letter) => row.push(letter),
            _ => rows.push(vec![letter]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

fn is_level(first: &Letter, letter: &Letter) -> bool {
    first.baseline - letter.baseline < SAME_LINE * first.size.max(letter.size)
}

fn line(row: &[Letter], block: (f32, f32), width: f32) -> Line {
    let mut draft = Draft::default();
    let mut before: Option<&Letter> = None;
    // A mark may be drawn after its letter and end before it.
    let mut edge = f32::MIN;
    for letter in row {
        if let Some(before) = before {
            if is_twice(before, letter) {
                continue;
            }
            let gap = (letter.left - edge) / letter.size.max(1.0);
            let parted = before.c.is_whitespace() || letter.c.is_whitespace();
            if gap > COLUMN {
                draft.write("\t", letter.ink);
            } else if gap > SPACE && !parted {
                draft.write(" ", letter.ink);
            }
        }
        draft.write(letter.c.encode_utf8(&mut [0; 4]), letter.ink);
        edge = edge.max(letter.right);
        before = Some(letter);
    }
    let (text, look) = draft.take();
    let text = tidy(&text);
    let centred = !text.contains('\t') && is_centred(row, block, width);
    Line { text, look: Look { centred, ..look } }
}

fn is_twice(before: &Letter, letter: &Letter) -> bool {
    before.c == letter.c && (letter.left - before.left).abs() < TWICE * letter.size
}

/// Spaces beside a tab say nothing more.
fn tidy(text: &str) -> String {
    let columns = text.split('\t').map(str::trim).filter(|column| !column.is_empty());
    columns.collect::<Vec<_>>().join("\t")
}

/// Whether a line stands in the middle of the page's text or of the page, by more than an indent.
fn is_centred(row: &[Letter], (left, right): (f32, f32), width: f32) -> bool {
    let size = row.first().map_or(0.0, |letter| letter.size);
    let (from, to) = extent(row.iter());
    let middle = f32::midpoint(from, to);
    let near = |other: f32| (middle - other).abs() < size / 2.0;
    from - left > 3.0 * size && (near(f32::midpoint(left, right)) || near(width / 2.0))
}

fn extent<'a>(letters: impl Iterator<Item = &'a Letter>) -> (f32, f32) {
    let visible = letters.filter(|letter| !letter.c.is_whitespace());
    visible.fold((f32::MAX, f32::MIN), |(left, right), letter| {
        (left.min(letter.left), right.max(letter.right))
    })
}
