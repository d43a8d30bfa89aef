//! The lines of a file without the marks of Markdown, and what the marks told.

use unicode_normalization::UnicodeNormalization;

use super::Cell;
use crate::read::source::{Paragraph, Place, Source};

/// A line with words.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Each character and the character of the source that it came from.
    pub(super) letters: Vec<(char, usize)>,
    /// An empty line stood before it.
    pub(super) gap: bool,
    pub(super) bold: bool,
    /// It stands in the middle of its line.
    pub(super) centred: bool,
    /// Bold or italic words of the line before go on in this one.
    pub(super) goes_on: bool,
    pub(super) cell: Option<Cell>,
    pub(super) row: bool,
    /// How many characters the last line of the file had that is part of this one.
    pub(super) width: usize,
}

impl Line {
    /// The words in small letters without marks.
    pub(super) fn plain(&self) -> String {
        self.letters.iter().map(|(letter, _)| plain(*letter)).collect()
    }

    pub(super) fn is_capitals(&self) -> bool {
        capitals(self.letters.iter().map(|(letter, _)| *letter))
    }

    /// This line and the one that continues it. Joining looks only at how a paragraph starts and ends,
    /// so the middle of a long one is dropped and no file can make this slow.
    pub(super) fn with(mut self, next: Self) -> Self {
        self.letters.push((' ', 0));
        self.letters.extend(next.letters);
        if self.letters.len() > 600 {
            self.letters.drain(200..400);
        }
        Self {
            bold: self.bold && next.bold,
            centred: self.centred && next.centred,
            width: next.width,
            ..self
        }
    }
}

/// Whether all letters are capitals, and there are at least two.
pub(super) fn capitals(letters: impl Iterator<Item = char>) -> bool {
    let mut count = 0;
    for letter in letters.filter(|letter| letter.is_alphabetic()) {
        if letter.is_lowercase() {
            return false;
        }
        count += 1;
    }
    count > 1
}

/// A character as one ASCII letter: small, without marks, đ as d; quotes and dashes of one kind.
pub(super) fn plain(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    match letter {
        'đ' | 'Đ' => 'd',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        '–' | '—' | '‐' | '‑' | '−' | '•' | '●' | '▪' | '\u{f0b7}' => '-',
        '…' => '.',
        other if other.is_whitespace() => ' ',
        other => match std::iter::once(other).nfd().next() {
            Some(bare) if bare.is_ascii() => bare.to_ascii_lowercase(),
            _ => '?',
        },
    }
}

/// The lines with words, in order.
pub(super) fn lines(source: &Source) -> Vec<Line> {
    let mut reader = Reader::default();
    let mut at = 0;
    for paragraph in source.paragraphs() {
        let words = source.words(paragraph);
        reader.read(words, at, paragraph, source.is_wrapped());
        at += words.chars().count() + 1;
    }
    reader.lines
}

/// What is open from line to line.
#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    gap: bool,
    bold: bool,
    italic: bool,
    cell: Option<Cell>,
    tables: u32,
    /// The line before was a lone `|`, which parts cells in tables of crawled pages.
    after_bar: bool,
}

impl Reader {
    fn read(&mut self, words: &str, at: usize, paragraph: &Paragraph, marked: bool) {
        match words.trim() {
            "" => self.empty(),
            "|" if marked => self.bar(),
            // A star alone parts names of bodies in documents of the Party; it opens nothing.
            "*" if marked && !self.italic => self.gap = true,
            _ => self.words(words, at, paragraph, marked),
        }
    }

    fn empty(&mut self) {
        (self.gap, self.bold, self.italic) = (true, false, false);
        if self.after_bar {
            (self.cell, self.after_bar) = (None, false);
        }
    }

    fn bar(&mut self) {
        self.cell = Some(match self.cell {
            None => {
                self.tables += 1;
                Cell { table: self.tables, row: 1, column: 1 }
            }
            Some(cell) if self.after_bar => Cell { row: cell.row + 1, column: 1, ..cell },
            Some(cell) => Cell { column: cell.column + 1, ..cell },
        });
        (self.after_bar, self.bold, self.italic) = (true, false, false);
    }

    fn words(&mut self, words: &str, at: usize, paragraph: &Paragraph, marked: bool) {
        let goes_on = self.bold || self.italic;
        let (mut letters, mut bold) = (Vec::new(), true);
        let mut chars = words.chars().zip(at..).peekable();
        while let Some((letter, origin)) = chars.next() {
            match letter {
                '*' if marked && chars.next_if(|(next, _)| *next == '*').is_some() => {
                    self.bold = !self.bold;
                }
                '*' if marked => self.italic = !self.italic,
                '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
                _ if letter.is_whitespace() => {
                    if letters.last().is_some_and(|(last, _)| *last != ' ') {
                        letters.push((' ', origin));
                    }
                }
                _ => {
                    bold &= self.bold || !letter.is_alphabetic();
                    letters.push((letter, origin));
                }
            }
        }
        letters.truncate(letters.iter().rposition(|(last, _)| *last != ' ').map_or(0, |i| i + 1));
        self.keep(letters, bold, goes_on, paragraph);
    }

    fn keep(&mut self, letters: Vec<(char, usize)>, bold: bool, goes_on: bool, of: &Paragraph) {
        let cell = match of.place {
            Place::Cell { table, row, column } => Some(Cell { table, row, column }),
            _ => self.cell,
        };
        if letters.is_empty() {
            return;
        }
        self.after_bar = false;
        if !letters.iter().any(|(letter, _)| letter.is_alphanumeric()) {
            self.gap |= letters.len() > 1;
            return;
        }
        if cell.is_none() && is_page_number(&letters) {
            return;
        }
        let row = letters.iter().any(|(letter, _)| *letter == '|');
        let (width, gap) = (letters.len(), std::mem::take(&mut self.gap));
        let bold = bold || of.look.bold;
        let centred = of.look.centred;
        self.lines.push(Line { letters, gap, bold, centred, goes_on, cell, row, width });
    }
}

/// A number alone on its line, as pages are counted.
fn is_page_number(letters: &[(char, usize)]) -> bool {
    letters.len() <= 3 && letters.iter().all(|(letter, _)| letter.is_ascii_digit())
}
