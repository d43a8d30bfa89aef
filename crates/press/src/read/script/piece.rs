//! A piece of a script: words that know where in the source they stand.

use std::fmt;
use std::ops::Range;

use regex::Regex;

use super::Script;
use crate::read::source::Place;

/// A range of the source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first character, counted from 0.
    pub from: usize,
    /// The character after its last.
    pub to: usize,
    /// The paragraph, line or cell in which it starts.
    pub place: Place,
}

/// Words of a document. `text` is what was written, `plain` the same in small letters without marks,
/// one for one, so that a position in the one is a position in the other.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    script: &'a Script,
    start: usize,
    end: usize,
}

impl<'a> Piece<'a> {
    pub(super) fn new(script: &'a Script, range: Range<usize>) -> Self {
        Self { script, start: range.start, end: range.end }
    }

    /// The words as written, on one line.
    pub fn text(self) -> &'a str {
        &self.script.text[self.script.bytes[self.start]..self.script.bytes[self.end]]
    }

    /// The words in small letters without marks; one byte for each character.
    pub(in crate::read) fn plain(self) -> &'a str {
        &self.script.plain[self.start..self.end]
    }

    /// Where the words stand in the source; `None` for no words.
    pub fn span(self) -> Option<Span> {
        if self.is_empty() {
            return None;
        }
        let (from, last) = (self.script.origin[self.start], self.script.origin[self.end - 1]);
        let at = self.script.places.partition_point(|(start, _)| *start <= from);
        let (_, place) = *self.script.places.get(at.checked_sub(1)?)?;
        Some(Span { from, to: last + 1, place })
    }

    /// Whether there are no words.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub(in crate::read) fn len(self) -> usize {
        self.end - self.start
    }

    /// A part, by characters counted from the start of this piece.
    pub(in crate::read) fn part(self, range: Range<usize>) -> Self {
        let end = (self.start + range.end).min(self.end);
        Self { start: (self.start + range.start).min(end), end, ..self }
    }

    pub(in crate::read) fn from(self, start: usize) -> Self {
        self.part(start..self.len())
    }

    pub(in crate::read) fn to(self, end: usize) -> Self {
        self.part(0..end)
    }

    /// From the start of this piece to the end of a later one.
    pub(in crate::read) fn through(self, last: Self) -> Self {
        Self { end: last.end.max(self.end), ..self }
    }

    /// Without the given characters (of the plain form) at both ends.
    pub(in crate::read) fn trim(self, extra: &str) -> Self {
        self.trim_start(extra).trim_end(extra)
    }

    pub(in crate::read) fn trim_start(self, extra: &str) -> Self {
        let rest =
            self.plain().trim_start_matches(|c: char| c.is_whitespace() || extra.contains(c));
        Self { start: self.end - rest.len(), ..self }
    }

    pub(in crate::read) fn trim_end(self, extra: &str) -> Self {
        let rest = self.plain().trim_end_matches(|c: char| c.is_whitespace() || extra.contains(c));
        Self { end: self.start + rest.len(), ..self }
    }

    pub(in crate::read) fn has(self, pattern: &Regex) -> bool {
        pattern.is_match(self.plain())
    }

    pub(in crate::read) fn find(self, pattern: &Regex) -> Option<Self> {
        Some(self.part(pattern.find(self.plain())?.range()))
    }

    pub(in crate::read) fn find_all(self, pattern: &'a Regex) -> impl Iterator<Item = Self> {
        pattern.find_iter(self.plain()).map(move |found| self.part(found.range()))
    }

    /// A named group of the first match.
    pub(in crate::read) fn group(self, pattern: &Regex, name: &str) -> Option<Self> {
        Some(self.part(pattern.captures(self.plain())?.name(name)?.range()))
    }

    /// Where `inner` starts in this piece, in characters.
    pub(in crate::read) fn offset(self, inner: Self) -> usize {
        inner.start.saturating_sub(self.start)
    }

    /// Parts between matches of a pattern, trimmed; empty ones are left out.
    pub(in crate::read) fn split(self, pattern: &Regex) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut start = 0;
        for found in pattern.find_iter(self.plain()) {
            parts.push(self.part(start..found.start()));
            start = found.end();
        }
        parts.push(self.from(start));
        parts.into_iter().map(|part| part.trim("")).filter(|part| !part.is_empty()).collect()
    }

    /// Whether all its letters are capitals, and there are at least two.
    pub(in crate::read) fn is_capitals(self) -> bool {
        super::lines::capitals(self.text().chars())
    }

    pub(in crate::read) fn starts_with_capital(self) -> bool {
        self.text().chars().next().is_some_and(char::is_uppercase)
    }

    pub(in crate::read) fn words(self) -> usize {
        self.plain().split_whitespace().count()
    }
}

impl fmt::Debug for Piece<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text())
    }
}

impl PartialEq for Piece<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
