//! Letters on a page → lines, as somebody reads them.

use super::columns;
use super::content::Letter;
use crate::read::Look;
use crate::read::files::draft::Draft;

/// A line of a page. A wide gap in it, as between two columns, is a tab.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) look: Look,
}

/// What stands between two wide gaps of a row, and from where to where it reaches.
pub(super) struct Chunk {
    pub(super) line: Line,
    pub(super) left: f32,
    pub(super) right: f32,
}

/// Letters of one line stand within this share of their size above or below each other.
const SAME_LINE: f32 = 0.45;
/// A number that was stamped into a blank may stand this far above or below its line.
const STAMPED: f32 = 0.9;
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
        let rows = rows.iter().map(|row| chunks(row, block, width));
        lines.extend(columns::in_order(rows.filter(|row| !row.is_empty()).collect(), width));
    }
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
    with_stamps(rows).iter().map(|row| without_covered_spaces(row)).collect()
}

/// Rows in which a number that was stamped into a blank of the row above it stands in its place.
fn with_stamps(rows: Vec<Vec<Letter>>) -> Vec<Vec<Letter>> {
    let mut all: Vec<Vec<Letter>> = Vec::new();
    for row in rows {
        match all.last_mut().filter(|above| is_stamp(&row, above)) {
            Some(above) => {
                above.extend(row);
                above.sort_by(|a, b| a.left.total_cmp(&b.left));
            }
            None => all.push(row),
        }
    }
    all
}

fn is_stamp(row: &[Letter], above: &[Letter]) -> bool {
    let (Some(first), Some(other)) = (row.first(), above.first()) else { return false };
    let number = row.len() <= 5 && row.iter().all(|letter| letter.c.is_ascii_digit());
    let near = other.baseline - first.baseline < STAMPED * first.size.max(other.size);
    let (left, right) = extent(row.iter());
    let (from, to) = extent(above.iter());
    let over = |letter: &&Letter| letter.left < right && letter.right > left;
    let blank = above.iter().filter(over).all(|letter| letter.c.is_whitespace());
    number && near && blank && from < left && right < to
}

/// A row without spaces over which something is written: signing systems write number and day over the
/// blanks that were left for them.
fn without_covered_spaces(row: &[Letter]) -> Vec<Letter> {
    let seen: Vec<&Letter> = row.iter().filter(|letter| !letter.c.is_whitespace()).collect();
    let covered = |space: &Letter| {
        let middle = f32::midpoint(space.left, space.right);
        let after = seen.partition_point(|letter| letter.left <= middle);
        let under = after.checked_sub(1).and_then(|at| seen.get(at));
        under.is_some_and(|letter| middle < letter.right)
    };
    row.iter().filter(|letter| !(letter.c.is_whitespace() && covered(letter))).copied().collect()
}

fn is_level(first: &Letter, letter: &Letter) -> bool {
    first.baseline - letter.baseline < SAME_LINE * first.size.max(letter.size)
}

/// The chunks of a row that show something.
fn chunks(row: &[Letter], block: (f32, f32), width: f32) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut from = 0;
    // A mark may be drawn after its letter and end before it.
    let mut edge = f32::MIN;
    for (at, letter) in row.iter().enumerate() {
        if at > from && letter.left - edge > COLUMN * letter.size.max(1.0) {
            chunks.push(chunk(&row[from..at]));
            from = at;
        }
        edge = edge.max(letter.right);
    }
    chunks.push(chunk(&row[from..]));
    chunks.retain(|chunk| !chunk.line.text.is_empty());
    if let [only] = chunks.as_mut_slice() {
        only.line.look.centred = is_centred(row, block, width);
    }
    chunks
}

fn chunk(letters: &[Letter]) -> Chunk {
    let mut draft = Draft::default();
    let mut before: Option<&Letter> = None;
    let mut edge = f32::MIN;
    for letter in letters {
        if let Some(before) = before {
            if is_twice(before, letter) {
                continue;
            }
            let gap = (letter.left - edge) / letter.size.max(1.0);
            if gap > SPACE && !before.c.is_whitespace() && !letter.c.is_whitespace() {
                draft.write(" ", letter.ink);
            }
        }
        draft.write(letter.c.encode_utf8(&mut [0; 4]), letter.ink);
        edge = edge.max(letter.right);
        before = Some(letter);
    }
    let (text, look) = draft.take();
    let (left, right) = extent(letters.iter());
    Chunk { line: Line { text: text.trim().to_owned(), look }, left, right }
}

impl Line {
    /// A row as one line, its chunks parted by tabs.
    pub(super) fn of(row: Vec<Chunk>) -> Self {
        let mut all: Option<Self> = None;
        for Chunk { line, .. } in row {
            all = Some(match all {
                None => line,
                Some(before) => Self {
                    text: format!("{}\t{}", before.text, line.text),
                    look: Look {
                        bold: before.look.bold && line.look.bold,
                        italic: before.look.italic && line.look.italic,
                        ..Look::default()
                    },
                },
            });
        }
        all.unwrap_or_else(Self::empty)
    }

    /// An empty line: what follows belongs to nothing before it.
    pub(super) fn empty() -> Self {
        Self { text: String::new(), look: Look::default() }
    }
}

fn is_twice(before: &Letter, letter: &Letter) -> bool {
    before.c == letter.c && (letter.left - before.left).abs() < TWICE * letter.size
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
