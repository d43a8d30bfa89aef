//! Two columns side by side: the head of a document, with the issuer left and the nation right, and its
//! foot, with the recipients left and the signature right (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
//! IV). Lines of both stand at the same height, or nearly, and belong to different things; so each
//! column is read down to its end before the next.

use std::collections::BTreeSet;

use chungsuc_domain::text::fold;

use super::lines::{Chunk, Line};

/// How far down a page its head can begin, in rows.
const HEAD: usize = 8;
/// What the head bears at the right.
const NATION: [&str; 3] =
    ["cong hoa xa hoi chu nghia", "doc lap - tu do", "dang cong san viet nam"];

/// The lines of a page in the order in which they are read.
pub(super) fn in_order(rows: Vec<Vec<Chunk>>, width: f32) -> Vec<Line> {
    let bands: Vec<Band> = [head(&rows), foot(&rows, width)].into_iter().flatten().collect();
    let mut lines = Vec::new();
    let mut right: Vec<Line> = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        let Some(band) = bands.iter().find(|band| band.rows.contains(&at)) else {
            lines.push(Line::of(row));
            continue;
        };
        for chunk in row {
            if chunk.left >= band.right {
                right.push(chunk.line);
            } else {
                add(&mut lines, chunk.line);
            }
        }
        if band.rows.last() == Some(&at) {
            lines.push(Line::empty());
            lines.append(&mut right);
            lines.push(Line::empty());
        }
    }
    lines
}

/// Rows of two columns. `left` is how far the left one reaches, `right` where the right one begins.
struct Band {
    rows: BTreeSet<usize>,
    left: f32,
    right: f32,
}

/// The rows from the nation's name down to where a line crosses both columns.
fn head(rows: &[Vec<Chunk>]) -> Option<Band> {
    let nation = |chunk: &&Chunk| {
        let words = fold(&chunk.line.text);
        NATION.iter().any(|start| words.starts_with(start))
    };
    let top = &rows[..rows.len().min(HEAD)];
    let right = top.iter().flatten().filter(nation).map(|chunk| chunk.left).reduce(f32::min)?;
    let beside = |row: &Vec<Chunk>| row.iter().any(|chunk| chunk.right < right || nation(&chunk));
    let start = top.iter().position(beside)?;
    Band::of(rows, start..rows.len(), 0.0, right)
}

/// The rows from "Nơi nhận:" down to where a line crosses both columns, and those above that stand only
/// at its right: the signature may begin higher.
fn foot(rows: &[Vec<Chunk>], width: f32) -> Option<Band> {
    let named =
        |chunk: &Chunk| chunk.left < width / 3.0 && fold(&chunk.line.text).starts_with("noi nhan");
    let start = rows.iter().rposition(|row| row.first().is_some_and(named))?;
    let left = rows.get(start)?.first()?.right;
    let signs =
        |chunk: &&Chunk| chunk.left > left.max(width * 0.4) && is_capitals(&chunk.line.text);
    let right_only = |row: &Vec<Chunk>| matches!(row.as_slice(), [only] if signs(&only));
    let above = rows[..start].iter().rev().take_while(|row| right_only(row)).count();
    let near = rows[start - above..].iter().take(above + HEAD);
    let right = near.flatten().filter(signs).map(|chunk| chunk.left).reduce(f32::min)?;
    Band::of(rows, start - above..rows.len(), left, right)
}

impl Band {
    /// The band from the first of some rows on; `None` when one column is empty.
    fn of(
        rows: &[Vec<Chunk>],
        range: std::ops::Range<usize>,
        left: f32,
        right: f32,
    ) -> Option<Self> {
        let mut band = Self { rows: BTreeSet::new(), left, right };
        for at in range {
            let row = rows.get(at)?;
            if starts_text(row) || !band.takes(at, row) {
                break;
            }
        }
        let chunks = || band.rows.iter().filter_map(|at| rows.get(*at)).flatten();
        let is_right = |chunk: &Chunk| chunk.left >= band.right;
        (chunks().any(is_right) && !chunks().all(is_right)).then_some(band)
    }

    /// Takes a row of which each chunk stands in one of the columns.
    fn takes(&mut self, at: usize, row: &[Chunk]) -> bool {
        let (mut left, mut right) = (self.left, self.right);
        for chunk in row {
            if chunk.right <= right {
                left = left.max(chunk.right);
            } else if chunk.left >= left {
                right = right.min(chunk.left);
            } else {
                return false;
            }
        }
        (self.left, self.right) = (left, right);
        left < right && self.rows.insert(at)
    }
}

/// Whether a row can no longer belong to the head.
fn starts_text(row: &[Chunk]) -> bool {
    row.first().is_some_and(|chunk| {
        let words = fold(&chunk.line.text);
        ["kinh gui", "can cu ", "dieu 1"].iter().any(|start| words.starts_with(start))
    })
}

/// Adds a line of the left column. What goes on with "V/v …" or with a recipient is no line of its own.
fn add(lines: &mut Vec<Line>, line: Line) {
    let goes_on = lines.last().is_some_and(|before| {
        let words = fold(&before.text);
        let open = !before.text.ends_with([';', '.', ':']);
        let stands = ["-", "so:", "so ", "noi nhan", "v/v"];
        let new = stands.iter().any(|start| fold(&line.text).starts_with(start));
        (words.starts_with("v/v") || words.starts_with("- ")) && open && !new
    });
    match lines.last_mut().filter(|_| goes_on) {
        Some(before) => before.text = format!("{} {}", before.text, line.text),
        None => lines.push(line),
    }
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}
