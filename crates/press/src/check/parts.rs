//! Finds the parts of a document among its lines, by where they stand and what they say, however
//! wrong they may look: a look that is wrong must not hide the part.

use std::ops::Range;

use super::marks::{is_dateline, is_number};
use super::paper::{Cell, Line, Paper};
use super::rulebook::Rulebook;
use crate::Kind;

/// How many lines the head of a document may take.
const HEAD: usize = 60;

/// The parts of a document.
pub(super) struct Parts<'a> {
    /// The type; công văn when no name of a type stands there.
    pub(super) kind: Option<&'a Kind>,
    pub(super) nation: Option<&'a Line>,
    pub(super) motto: Option<&'a Line>,
    pub(super) superior: Vec<&'a Line>,
    pub(super) issuer: Vec<&'a Line>,
    pub(super) number: Option<&'a Line>,
    pub(super) dateline: Option<&'a Line>,
    pub(super) title: Option<&'a Line>,
    pub(super) abstract_: Vec<&'a Line>,
    pub(super) subject: Vec<&'a Line>,
    pub(super) addressees: Vec<&'a Line>,
    pub(super) bases: Vec<&'a Line>,
    pub(super) body: Vec<&'a Line>,
    pub(super) foot: Foot<'a>,
    pub(super) annexes: Vec<AnnexHead<'a>>,
}

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

/// What stands above an annex.
#[derive(Default)]
pub(super) struct AnnexHead<'a> {
    pub(super) label: Option<&'a Line>,
    pub(super) title: Vec<&'a Line>,
    pub(super) reference: Option<&'a Line>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(paper: &'a Paper, book: &'a Rulebook) -> Self {
        let lines: Vec<&Line> = paper.lines.iter().filter(|line| !line.is_empty()).collect();
        let head = Head::of(&lines, book);
        let below = head.end;
        let (foot, foot_range) = foot(&lines, below);
        let mut parts = Self {
            kind: head.title.map_or_else(|| book.kinds.untitled(), |(_, kind)| Some(kind)),
            nation: head.nation,
            motto: head.motto,
            superior: Vec::new(),
            issuer: Vec::new(),
            number: head.number,
            dateline: head.dateline,
            title: head.title.map(|(at, _)| lines[at]),
            abstract_: Vec::new(),
            subject: Vec::new(),
            addressees: Vec::new(),
            bases: Vec::new(),
            body: Vec::new(),
            foot,
            annexes: annexes(&lines[foot_range.end..]),
        };
        parts.share_left_column(&head.left);
        parts.read_text(&lines[below..foot_range.start.max(below)]);
        parts
    }

    /// Issuer and superior stand above the number, the abstract of a công văn under it.
    fn share_left_column(&mut self, left: &[&'a Line]) {
        let number = left.iter().position(|line| is_number(&line.text));
        let from = number.map_or(0, |at| at + 1);
        let subject = left[from..].iter().position(|line| is_subject(line)).map(|at| from + at);
        let names = &left[..number.or(subject).unwrap_or(left.len())];
        let first_bold = names.iter().position(|line| line.is_bold());
        let issuer = first_bold.unwrap_or(names.len().saturating_sub(1));
        self.superior = names[..issuer].to_vec();
        self.issuer = names[issuer..].to_vec();
        self.subject = subject.map(|at| left[at..].to_vec()).unwrap_or_default();
    }

    /// The lines from under the head to the signature.
    fn read_text(&mut self, lines: &[&'a Line]) {
        let mut rest = lines;
        let mut take = |wanted: &dyn Fn(&[&Line]) -> usize| {
            let (taken, left) = rest.split_at(wanted(rest));
            rest = left;
            taken.to_vec()
        };
        if self.title.is_some() {
            self.abstract_ = take(&abstract_);
        }
        take(&|lines| leading(lines, |line| line.is_centred() && line.is_capitals()));
        self.addressees = take(&addressees);
        self.bases = take(&|lines| leading(lines, is_basis));
        self.body = rest.to_vec();
    }
}

/// The head of the first page.
struct Head<'a> {
    nation: Option<&'a Line>,
    motto: Option<&'a Line>,
    number: Option<&'a Line>,
    dateline: Option<&'a Line>,
    left: Vec<&'a Line>,
    /// Where the name of the type stands, and the type.
    title: Option<(usize, &'a Kind)>,
    /// The first line under the head, the name of the type included.
    end: usize,
}

impl<'a> Head<'a> {
    fn of(lines: &[&'a Line], book: &'a Rulebook) -> Self {
        let top = &lines[..lines.len().min(HEAD)];
        let find =
            |wanted: &dyn Fn(&str) -> bool| top.iter().position(|line| wanted(&line.folded()));
        let nation = find(&|text| text.contains("chu nghia viet nam"));
        let motto = find(&|text| text.contains("hanh phuc"));
        let number = top.iter().position(|line| is_number(&line.text));
        let anchor = nation.or(motto).or(number);
        let table = anchor.and_then(|at| top[at].cell).map(|cell| cell.table);
        let in_table = |line: &Line| line.cell.map(|cell| cell.table) == table && table.is_some();
        let named = |line: &Line| book.kinds.named(line.text.trim_end_matches(':'));
        let title = (0..top.len()).filter(|at| !in_table(top[*at]));
        let title = title.filter_map(|at| Some((at, named(top[at])?))).next();
        let limit = title.map_or(top.len(), |(at, _)| at);
        let dateline = (0..limit).find(|at| is_dateline(&top[*at].text));
        let last = top.iter().rposition(|line| in_table(line)).max(number).max(dateline).max(motto);
        let end = title.map(|(at, _)| at + 1).or(last.map(|at| at + 1)).unwrap_or_default();
        let known = [nation, motto, dateline].map(|at| at.map(|at| top[at].key()));
        let is_left = |line: &&&'a Line| match line.cell {
            Some(cell) => cell.column == 0,
            None => !known.contains(&Some(line.key())),
        };
        let head_lines = &top[..end.min(limit)];
        Self {
            nation: nation.map(|at| top[at]),
            motto: motto.map(|at| top[at]),
            number: number.map(|at| top[at]),
            dateline: dateline.map(|at| top[at]),
            left: head_lines.iter().filter(is_left).copied().collect(),
            title,
            end,
        }
    }
}

/// How many lines from the first fulfil a condition.
fn leading(lines: &[&Line], wanted: impl Fn(&Line) -> bool) -> usize {
    lines.iter().take_while(|line| wanted(line)).count()
}

/// The abstract is what follows the name of the type, in the middle or in bold, before the text
/// begins.
fn abstract_(lines: &[&Line]) -> usize {
    leading(lines, |line| {
        let looks = line.is_centred() || line.is_bold();
        looks && !begins_text(line) && !(line.is_centred() && line.is_capitals())
    })
}

fn begins_text(line: &Line) -> bool {
    let folded = line.folded();
    let starts = ["kinh gui", "can cu", "thuc hien", "dieu 1", "phan ", "chuong "];
    let numbered = ["I.", "1.", "A."].iter().any(|mark| line.text.starts_with(mark));
    numbered || starts.iter().any(|start| folded.starts_with(start))
}

/// "Kính gửi:" with the list under it.
fn addressees(lines: &[&Line]) -> usize {
    match lines.split_first() {
        Some((first, rest)) if first.folded().starts_with("kinh gui") => {
            let list = leading(rest, |line| line.text.starts_with('-'));
            let end = rest[..list].iter().position(|line| line.text.ends_with('.'));
            1 + end.map_or(list, |end| end + 1)
        }
        _ => 0,
    }
}

fn is_basis(line: &Line) -> bool {
    let folded = line.folded();
    let starts = ["can cu ", "theo de nghi ", "xet de nghi "];
    starts.iter().any(|start| folded.starts_with(start)) && !line.text.ends_with(':')
}

fn is_subject(line: &Line) -> bool {
    let folded = line.folded();
    ["v/v", "vv ", "ve viec"].iter().any(|start| folded.starts_with(start))
}

/// Recipients and signatures, and the lines that they take.
fn foot<'a>(lines: &[&'a Line], below: usize) -> (Foot<'a>, Range<usize>) {
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

/// The heads of the annexes, found by "(Kèm theo …)" and by "Phụ lục I".
fn annexes<'a>(lines: &[&'a Line]) -> Vec<AnnexHead<'a>> {
    let mut heads = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let folded = line.folded();
        if !(folded.starts_with("(kem theo") || folded.starts_with("(ban hanh kem theo")) {
            continue;
        }
        let above = |other: &&Line| other.section == line.section && other.cell.is_none();
        let above = lines[..at].iter().rev().take_while(|other| above(other)).take(4);
        let mut above: Vec<&Line> = above.copied().collect();
        above.reverse();
        let label = above.iter().position(|line| is_annex_label(line));
        let title = above[label.map_or(0, |at| at + 1)..].to_vec();
        let label = label.map(|at| above[at]);
        heads.push(AnnexHead { label, title, reference: Some(line) });
    }
    heads
}

fn is_annex_label(line: &Line) -> bool {
    line.folded().starts_with("phu luc") && line.text.chars().count() < 14
}
