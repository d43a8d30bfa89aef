//! Marks: what stands between double braces, and the words between them.

use chungsuc_domain::text::{fold, nfc};

use super::fault::FaultKind;
use super::fields::{Field, FieldKind};
use super::flow::Flow;
use crate::{Emphasis, Text};

/// Inside rows there is always this field: which row it is, counted from 1.
pub(super) const ROW_NUMBER: &str = "số thứ tự";

/// A piece of a line, and how it stands out.
pub(super) type Token = (Said, Emphasis);

/// What a piece of a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Words.
    Words(String),
    /// A mark.
    Mark(Mark),
}

/// A mark as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// A field.
    Field(String),
    /// Opens a choice.
    If {
        /// The field that is asked.
        name: String,
        /// Whether it must say nothing.
        not: bool,
    },
    /// The other side of a choice.
    Else,
    /// Closes a choice.
    EndIf,
    /// Opens a repetition.
    Each(String),
    /// Closes a repetition.
    EndEach,
}

/// A piece of a line with its name understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Span {
    /// Words as they stand.
    Words(String, Emphasis),
    /// The value of a field of words.
    Field(&'static str, Emphasis),
}

/// A line with its marks understood.
pub(super) type Line = Vec<Flow<Span>>;

/// A question to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Test {
    pub(super) name: &'static str,
    pub(super) not: bool,
}

/// Cuts a line into words and marks.
pub(super) fn tokens(line: &Text) -> Result<Vec<Token>, FaultKind> {
    let mut tokens = Vec::new();
    for run in whole_marks(line).runs() {
        let words = nfc(&run.words);
        tokens.extend(said(&words)?.into_iter().map(|said| (said, run.emphasis)));
    }
    Ok(tokens)
}

fn said(line: &str) -> Result<Vec<Said>, FaultKind> {
    let (mut pieces, mut rest) = (Vec::new(), line);
    while let Some((before, after)) = rest.split_once("{{") {
        if !before.is_empty() {
            pieces.push(Said::Words(before.to_owned()));
        }
        let (inside, after) = after
            .split_once("}}")
            .ok_or_else(|| FaultKind::Unended(after.chars().take(40).collect()))?;
        pieces.push(Said::Mark(mark(inside)?));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Said::Words(rest.to_owned()));
    }
    Ok(pieces)
}

/// The same line, each mark in one run: Word cuts them where somebody has put the cursor. What a
/// mark becomes looks as its first letter does.
pub(super) fn whole_marks(line: &Text) -> Text {
    if line.runs().len() < 2 {
        return line.clone();
    }
    let (plain, mut whole, mut at) = (line.plain(), Text::default(), 0);
    for (start, _) in plain.match_indices("{{") {
        if start < at {
            continue;
        }
        let inside = start + 2;
        let end = plain[inside..].find("}}").map_or(plain.len(), |length| inside + length + 2);
        whole.append(&line.part(at..start));
        whole.push(&plain[start..end], line.emphasis_at(inside));
        at = end;
    }
    whole.append(&line.part(at..plain.len()));
    whole
}

/// What is typed between braces. A field may not be named like the beginning of a mark.
fn mark(inside: &str) -> Result<Mark, FaultKind> {
    let typed = inside.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = fold(&typed);
    // Folding keeps the number of words, so the name is found again in what was typed.
    let after = |words: usize| typed.split(' ').skip(words).collect::<Vec<_>>().join(" ");
    Ok(match plain.split(' ').collect::<Vec<_>>()[..] {
        [""] => return Err(FaultKind::Empty),
        ["het", "neu"] => Mark::EndIf,
        ["het", "lap"] => Mark::EndEach,
        ["khong", "thi"] => Mark::Else,
        ["neu"] | ["lap"] | ["neu", "khong"] => return Err(FaultKind::Empty),
        ["neu", "khong", ..] => Mark::If { name: after(2), not: true },
        ["neu", ..] => Mark::If { name: after(1), not: false },
        ["lap", ..] => Mark::Each(after(1)),
        _ => Mark::Field(typed),
    })
}

impl Mark {
    /// The mark in words, as a message names it.
    pub(super) fn typed(&self) -> String {
        match self {
            Self::Field(name) => name.clone(),
            Self::If { name, not: false } => format!("nếu {name}"),
            Self::If { name, not: true } => format!("nếu không {name}"),
            Self::Else => "không thì".to_owned(),
            Self::EndIf => "hết nếu".to_owned(),
            Self::Each(name) => format!("lặp {name}"),
            Self::EndEach => "hết lặp".to_owned(),
        }
    }

    /// By how much it opens more than it closes.
    pub(super) fn depth(&self) -> i32 {
        match self {
            Self::If { .. } | Self::Each(_) => 1,
            Self::EndIf | Self::EndEach => -1,
            Self::Field(_) | Self::Else => 0,
        }
    }
}

/// The mark that a line holds alone, if it opens, turns or closes.
pub(super) fn alone(tokens: &[Token]) -> Option<&Mark> {
    let blank = |(said, _): &&Token| matches!(said, Said::Words(words) if words.trim().is_empty());
    let mut said = tokens.iter().filter(|token| !blank(token));
    match (said.next(), said.next()) {
        (Some((Said::Mark(mark), _)), None) if !matches!(mark, Mark::Field(_)) => Some(mark),
        _ => None,
    }
}

/// The fields that can be named at a place: those of the rows around it, the innermost first, and those
/// of the document.
#[derive(Debug, Clone)]
pub(super) struct Scope(Vec<&'static [Field]>);

impl Scope {
    pub(super) fn of(fields: &'static [Field]) -> Self {
        Self(vec![fields])
    }

    /// The scope inside the rows of a field.
    pub(super) fn inside(&self, rows: &'static [Field]) -> Self {
        let mut levels = self.0.clone();
        levels.push(rows);
        Self(levels)
    }

    /// Whether it is inside rows.
    fn in_rows(&self) -> bool {
        self.0.len() > 1
    }

    /// A field that holds words.
    pub(super) fn words(&self, typed: &str) -> Result<&'static str, FaultKind> {
        if self.in_rows() && fold(typed) == fold(ROW_NUMBER) {
            return Ok(ROW_NUMBER);
        }
        let field = self.field(typed)?;
        match field.kind {
            FieldKind::Text => Ok(field.name),
            FieldKind::Flag | FieldKind::Rows(_) => Err(FaultKind::NotWords(typed.to_owned())),
        }
    }

    /// A field that holds rows, and their fields.
    pub(super) fn rows(&self, typed: &str) -> Result<(&'static str, &'static [Field]), FaultKind> {
        let field = self.field(typed)?;
        match field.kind {
            FieldKind::Rows(fields) => Ok((field.name, fields)),
            FieldKind::Text | FieldKind::Flag => Err(FaultKind::NotRows(typed.to_owned())),
        }
    }

    /// A field that can be asked.
    pub(super) fn test(&self, typed: &str, not: bool) -> Result<Test, FaultKind> {
        self.field(typed).map(|field| Test { name: field.name, not })
    }

    fn field(&self, typed: &str) -> Result<Field, FaultKind> {
        let mut all = self.0.iter().rev().flat_map(|fields| fields.iter());
        all.find(|field| field.is(typed)).copied().ok_or_else(|| self.unknown(typed))
    }

    fn unknown(&self, typed: &str) -> FaultKind {
        let number = self.in_rows().then_some(ROW_NUMBER);
        let fields = self.0.iter().rev().flat_map(|fields| fields.iter().map(|field| field.name));
        let known: Vec<&'static str> = fields.chain(number).collect();
        FaultKind::UnknownField { typed: typed.to_owned(), nearest: nearest(typed, &known), known }
    }
}

/// The name with the most words in common, if there is one that shares half of them.
fn nearest(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    let words = |text: &str| fold(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let typed = words(typed);
    let shared = |name: &str| {
        let name = words(name);
        let common = name.iter().filter(|word| typed.contains(word)).count();
        (2 * common >= name.len().max(typed.len())).then_some(common)
    };
    known
        .iter()
        .filter_map(|name| Some((shared(name)?, *name)))
        .max_by_key(|(n, _)| *n)
        .map(|x| x.1)
}
