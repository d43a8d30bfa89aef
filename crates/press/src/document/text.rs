//! A line of words, some of which may stand out.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::{capitals, clean, is_invisible};

/// How letters stand out among those around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Emphasis {
    /// In bold.
    pub bold: bool,
    /// In italics.
    pub italic: bool,
    /// Underlined.
    pub underlined: bool,
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub words: String,
    /// How they stand out.
    #[serde(flatten)]
    pub emphasis: Emphasis,
}

/// A line of words, some of which may stand out. Runs that stand beside each other look different,
/// and none is empty; so the same line is written down in one way only.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Text(Vec<Run>);

/// A line as a file holds it: words alone, where none of them stands out.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(String),
    Runs(Vec<Run>),
}

impl Text {
    /// Its runs, in order.
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    /// Its words, whatever they look like.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.words.as_str()).collect()
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds words at the end.
    pub fn push(&mut self, words: &str, emphasis: Emphasis) {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if last.emphasis == emphasis => last.words.push_str(words),
            _ => self.0.push(Run { words: words.to_owned(), emphasis }),
        }
    }

    /// Adds another line at the end.
    pub(crate) fn append(&mut self, other: &Self) {
        other.0.iter().for_each(|run| self.push(&run.words, run.emphasis));
    }

    /// The line with words before it that do not stand out.
    pub(crate) fn after(&self, words: &str) -> Self {
        let mut line = Self::from(words);
        line.append(self);
        line
    }

    /// A part of it: bytes of its [`plain`](Self::plain) words.
    pub(crate) fn part(&self, bytes: Range<usize>) -> Self {
        let (mut part, mut start) = (Self::default(), 0);
        for run in &self.0 {
            let within = |at: usize| at.saturating_sub(start).min(run.words.len());
            let words = run.words.get(within(bytes.start)..within(bytes.end));
            part.push(words.unwrap_or_default(), run.emphasis);
            start += run.words.len();
        }
        part
    }

    /// How the letter at a byte of its plain words looks.
    pub(crate) fn emphasis_at(&self, byte: usize) -> Emphasis {
        let mut end = 0;
        let mut runs = self.0.iter();
        let run = runs.find(|run| {
            end += run.words.len();
            byte < end
        });
        run.or(self.0.last()).map(|run| run.emphasis).unwrap_or_default()
    }

    /// What stands between the breaks that somebody typed.
    pub(crate) fn lines(&self) -> Vec<Self> {
        let (plain, mut start) = (self.plain(), 0);
        let line = |line: &str| {
            let bytes = start..start + line.len();
            start = bytes.end + 1;
            self.part(bytes)
        };
        plain.split('\n').map(line).collect()
    }

    /// The line as paper can hold it: composed letters, single spaces, nothing that is not seen.
    pub(crate) fn clean(&self) -> Self {
        if let [run] = self.0.as_slice() {
            return Self::of(&clean(&run.words), run.emphasis);
        }
        let (mut line, mut gap) = (Self::default(), None);
        for run in &self.0 {
            let visible: String = run.words.chars().filter(|&c| !is_invisible(c)).collect();
            for piece in visible.split_inclusive(is_gap) {
                let words = piece.trim_end_matches(is_gap);
                if !words.is_empty() {
                    if let Some(emphasis) = gap.take().filter(|_| !line.is_empty()) {
                        line.push(" ", emphasis);
                    }
                    line.push(&clean(words), run.emphasis);
                }
                if words.len() < piece.len() {
                    gap = gap.or(Some(run.emphasis));
                }
            }
        }
        line
    }

    /// The same in capital letters, but for the marks of a template.
    pub(crate) fn capitals(&self) -> Self {
        let mut line = Self::default();
        for run in &self.clean().0 {
            let words = &run.words;
            let bare = words.trim();
            let lead = words.len() - words.trim_start().len();
            let spaces = |count: usize| " ".repeat(count);
            let shown = spaces(lead) + &capitals(bare) + &spaces(words.len() - lead - bare.len());
            line.push(&shown, run.emphasis);
        }
        line
    }

    /// The line of words that look alike.
    pub(crate) fn of(words: &str, emphasis: Emphasis) -> Self {
        let mut line = Self::default();
        line.push(words, emphasis);
        line
    }

    /// The same words without what stands out already where they are printed.
    pub(crate) fn without(&self, there: Emphasis) -> Self {
        let mut line = Self::default();
        for run in &self.0 {
            let it = run.emphasis;
            let emphasis = Emphasis {
                bold: it.bold && !there.bold,
                italic: it.italic && !there.italic,
                underlined: it.underlined && !there.underlined,
            };
            line.push(&run.words, emphasis);
        }
        line
    }
}

/// What parts words, of which one is enough.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::of(words, Emphasis::default())
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::from(words.as_str())
    }
}

impl From<Written> for Text {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(words) => words.into(),
            Written::Runs(runs) => {
                let mut line = Self::default();
                runs.iter().for_each(|run| line.push(&run.words, run.emphasis));
                line
            }
        }
    }
}

impl From<Text> for Written {
    fn from(text: Text) -> Self {
        match text.0.iter().all(|run| run.emphasis == Emphasis::default()) {
            true => Self::Plain(text.plain()),
            false => Self::Runs(text.0),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|run| f.write_str(&run.words))
    }
}

#[cfg(test)]
#[path = "text/tests.rs"]
mod tests;
