//! Finds who signs and who receives a document: in a table, beside each other by tabs, or one
//! below the other.

use std::ops::Range;

use super::paper::{Cell, Line};
use super::parts::{is_annex_label, leading};

/// Recipients and signatures.
#[derive(Default)]
pub(super) struct Foot<'a> {
    pub(super) title: Option<&'a Line>,
    pub(super) recipients: Vec<&'a Line>,
    pub(super) signatures: Vec<Signed<'a>>,
}

/// A signature as it stands on paper.
#[derive(Default)]
pub(super) struct Signed<'a> {
    pub(super) capacity: Vec<&'a Line>,
    pub(super) name: Option<&'a Line>,
}

/// Recipients and signatures, and the lines that they take.
pub(super) fn foot<'a>(lines: &[&'a Line], below: usize) -> (Foot<'a>, Range<usize>) {
    let is_title = |line: &&Line| line.folded().starts_with("noi nhan") && line.text.len() < 20;
    let title = (below..lines.len()).find(|at| is_title(&lines[*at]));
    let Some(at) = title else { return signed_only(lines, below) };
    let (title, list) = (lines[at], at + 1);
    match title.cell {
        Some(cell) => {
            let range = table_around(lines, at);
            let own = |line: &&&Line| line.cell.is_some_and(|other| other.column == cell.column);
            let recipients = lines[list..range.end].iter().filter(own).copied().collect();
            let signatures = columns(&lines[range.clone()], Some(cell.column));
            (Foot { title: Some(title), recipients, signatures }, range)
        }
        None => beside_or_above(lines, at, below),
    }
}

/// Recipients in paragraphs of their own: the signatures stand in a table above, after tabs
/// beside them, or below.
fn beside_or_above<'a>(lines: &[&'a Line], at: usize, below: usize) -> (Foot<'a>, Range<usize>) {
    let own = lines[at].section;
    let dashed = |line: &Line| line.text.starts_with(['-', '+']) || line.stand.listed;
    let listed = |line: &Line| line.section == own && (dashed(line) || line.piece > 0);
    let end = at + 1 + leading(&lines[at + 1..], listed);
    let (beside, recipients): (Vec<&Line>, Vec<&Line>) =
        lines[at + 1..end].iter().partition(|line| line.piece > 0);
    let above = at.checked_sub(1).filter(|above| *above >= below && lines[*above].cell.is_some());
    let (signatures, range) = match above {
        Some(above) => {
            let table = table_around(lines, above);
            (columns(&lines[table.clone()], None), table.start..end)
        }
        None if beside.is_empty() => {
            let after = leading(&lines[end..], |line| line.section == own && !is_annex_label(line));
            (vec![signed(&lines[end..end + after])], at..end + after)
        }
        None => (vec![signed(&beside)], at..end),
    };
    (Foot { title: Some(lines[at]), recipients, signatures }, range)
}

/// Without recipients, the signature is the last table of the first section or its last capital
/// lines.
fn signed_only<'a>(lines: &[&'a Line], below: usize) -> (Foot<'a>, Range<usize>) {
    let section = lines.get(below).map_or(0, |line| line.section);
    let end = lines.iter().rposition(|line| line.section == section).map_or(below, |at| at + 1);
    let table = (below..end).rev().find(|at| lines[*at].cell.is_some() && is_power(lines[*at]));
    if let Some(at) = table {
        let range = table_around(lines, at);
        let signatures = columns(&lines[range.clone()], None);
        return (Foot { signatures, ..Foot::default() }, range);
    }
    let start = (below..end)
        .rev()
        .find(|at| !is_power(lines[*at]) && *at + 1 < end && is_power(lines[*at + 1]));
    let start = start.map_or(end, |at| at + 1);
    let signatures = if start < end { vec![signed(&lines[start..end])] } else { vec![] };
    (Foot { signatures, ..Foot::default() }, start..end)
}

/// The lines of the table in which a line stands.
fn table_around(lines: &[&Line], at: usize) -> Range<usize> {
    let table = |line: &Line| line.cell.map(|cell| cell.table);
    let own = table(lines[at]);
    let start = (0..at).rev().take_while(|other| table(lines[*other]) == own).last().unwrap_or(at);
    start..at + leading(&lines[at..], |line| table(line) == own)
}

/// A signature for each column of a table but that of the recipients. Where it is not known which
/// column they take, a column that names no power holds none.
fn columns<'a>(lines: &[&'a Line], recipients: Option<usize>) -> Vec<Signed<'a>> {
    let mut numbers: Vec<usize> =
        lines.iter().filter_map(|line| line.cell).map(|cell: Cell| cell.column).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let of = |column: usize| -> Vec<&'a Line> {
        let own = |line: &&&Line| line.cell.is_some_and(|cell| cell.column == column);
        lines.iter().filter(own).copied().collect()
    };
    numbers.retain(|column| Some(*column) != recipients);
    let holds =
        |lines: &Vec<&Line>| recipients.is_some() || lines.iter().any(|line| is_power(line));
    numbers.into_iter().map(of).filter(holds).map(|lines| signed(&lines)).collect()
}

fn signed<'a>(lines: &[&'a Line]) -> Signed<'a> {
    let posts = match lines.split_last() {
        Some((last, before)) if !is_power(last) => before,
        _ => lines,
    };
    let note = |line: &&&Line| !line.text.starts_with('(');
    let name = lines.last().filter(|line| !is_power(line)).copied();
    Signed { capacity: posts.iter().filter(note).copied().collect(), name }
}

/// Whether a line names a power or a post: in capitals, or with a mark before it.
fn is_power(line: &Line) -> bool {
    line.is_capitals() || is_marked(line)
}

/// Whether a line says in whose name or place is signed.
pub(super) fn is_marked(line: &Line) -> bool {
    ["TM.", "KT.", "TL.", "TUQ.", "Q."].iter().any(|mark| line.text.starts_with(mark))
}
