//! Finds the parts of a document among its lines, by where they stand and what they say, however
//! wrong they may look: a look that is wrong must not hide the part.

use super::foot::{Foot, foot};
use super::marks::{is_dateline, is_number};
use super::paper::{Line, Paper};
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
pub(super) fn leading(lines: &[&Line], wanted: impl Fn(&Line) -> bool) -> usize {
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

pub(super) fn is_annex_label(line: &Line) -> bool {
    line.folded().starts_with("phu luc") && line.text.chars().count() < 14
}
