//! The words of a template with their marks, as they are shipped or as an officer's DOCX holds them.

use serde::{Deserialize, Serialize};

use super::Place;
use crate::{Align, Orientation, PressError, Text};

/// How many letters of a line a message shows.
const EXCERPT: usize = 60;

/// The words of a template. Header, number, day and signatures are no part of it: the program prints
/// them anew after the rules of layout.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What the document is about (trích yếu).
    #[serde(rename = "abstract", default)]
    pub abstract_: String,
    /// Those it is addressed to (Kính gửi).
    #[serde(default)]
    pub addressees: Vec<String>,
    /// What it rests on (căn cứ).
    #[serde(default)]
    pub bases: Vec<String>,
    /// The text.
    pub body: Vec<Part>,
    /// Nơi nhận.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// Annexes.
    #[serde(default, rename = "annex")]
    pub annexes: Vec<DraftAnnex>,
}

/// An annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftAnnex {
    /// Its title.
    pub title: String,
    /// How its sheets lie.
    #[serde(default)]
    pub orientation: Orientation,
    /// Its text.
    pub body: Vec<Part>,
}

/// A piece of a text: in a shipped file `{ part = "1. Về tuyên truyền" }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// "I. KẾT QUẢ".
    Section(Text),
    /// "1. Về lãnh đạo".
    Part(Text),
    /// "a) Tuyên truyền".
    Item(Text),
    /// What an article says; its number is counted when it is filled.
    Article(Text),
    /// A paragraph; also a mark alone on its line.
    Paragraph(Text),
    /// A paragraph that begins with a dash.
    Bullet(Text),
    /// A bold line in the middle.
    Centred(Text),
    /// A table.
    Table(DraftTable),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftTable {
    /// Its columns.
    pub columns: Vec<DraftColumn>,
    /// Its rows: a cell for each column, or one cell alone that holds a mark.
    pub rows: Vec<Vec<Text>>,
    /// The row of totals.
    #[serde(default)]
    pub total: Option<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftColumn {
    /// The heading.
    pub title: String,
    /// Its part of the width.
    pub share: u16,
    /// How the cells stand.
    #[serde(default = "left")]
    pub align: Align,
}

impl Draft {
    /// Reads a shipped file.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn parse(text: &str) -> Result<Self, PressError> {
        Ok(toml::from_str(text)?)
    }

    /// The words at a place, for a message: of a table the headings of its columns; at most 60
    /// letters, and "…" where more follow.
    pub fn line(&self, place: Place) -> Option<String> {
        let words = match place {
            Place::Abstract => Some(self.abstract_.clone()),
            Place::Addressee(at) => nth(&self.addressees, at).cloned(),
            Place::Basis(at) => nth(&self.bases, at).cloned(),
            Place::Recipient(at) => nth(&self.recipients, at).cloned(),
            Place::Body(at) => nth(&self.body, at).map(Part::words),
            Place::AnnexTitle(at) => nth(&self.annexes, at).map(|annex| annex.title.clone()),
            Place::Annex(annex, at) => {
                nth(&self.annexes, annex).and_then(|annex| nth(&annex.body, at)).map(Part::words)
            }
        };
        words.map(|words| excerpt(&words))
    }
}

impl Part {
    fn words(&self) -> String {
        match self {
            Self::Section(text)
            | Self::Part(text)
            | Self::Item(text)
            | Self::Article(text)
            | Self::Paragraph(text)
            | Self::Bullet(text)
            | Self::Centred(text) => text.plain(),
            Self::Table(table) => {
                let titles = table.columns.iter().map(|column| column.title.as_str());
                titles.collect::<Vec<_>>().join(" | ")
            }
        }
    }
}

/// Places are counted from 1.
fn nth<T>(all: &[T], at: usize) -> Option<&T> {
    all.get(at.checked_sub(1)?)
}

/// The beginning of a line, cut after a word.
fn excerpt(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(EXCERPT) else { return words.to_owned() };
    let begin = words.get(..end).unwrap_or(words);
    let begin = begin.rsplit_once(' ').map_or(begin, |(begin, _)| begin);
    format!("{begin}…")
}

fn left() -> Align {
    Align::Left
}
