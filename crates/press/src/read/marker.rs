//! What an item of a document starts with: `Điều 2.`, `II.`, `1.1.`, `a)`, `-`.

use super::pattern::patterns;

patterns! {
    TITLED = concat!(
        r"^(?P<word>phan|chuong|muc|tieu muc|dieu) (thu )?",
        r"(?P<label>[ivxlc]+|\d{1,3}[a-z]?|nhat|hai|ba|tu|nam)\b(?P<dot>[.:]?)"
    );
    ROMAN = r"^(?P<label>[ivx]{1,6})(\. ?|/ | - )";
    CAPITAL = r"^(?P<label>[a-eghklm])(\.|/) ";
    NUMBER = r"^(?P<label>\d{1,2}(\.\d{1,2}){0,3})([.)] ?|/ | ?- )";
    DEEP_NUMBER = r"^(?P<label>\d{1,2}(\.\d{1,2}){1,3}) ";
    POINT = r"^(?P<label>[a-eghiklmnopqrstuvxy]{1,2}\d?)\) ?";
    DASH = r"^- ?";
    PLUS = r"^\+ ?";
}

/// How deep an item stands; the order is from large to small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Phần.
    Part,
    /// Chương.
    Chapter,
    /// Mục, tiểu mục.
    Section,
    /// Điều.
    Article,
    /// `A.`
    Capital,
    /// `I.`
    Roman,
    /// `1.` is 1, `1.1.` is 2.
    Number(u8),
    /// `a)`
    Point,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// A paragraph without a number.
    Text,
}

/// The number of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) level: Level,
    /// The number without its stop, in small letters: `ii`, `1.1`, `a`; nothing for dashes.
    pub(super) label: String,
    /// How many characters it takes, the space after it included.
    pub(super) len: usize,
}

impl Marker {
    /// The marker that a line starts with; `plain` is its plain form.
    pub(super) fn of(plain: &str) -> Option<Self> {
        Self::titled(plain).or_else(|| Self::numbered(plain))
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(self.level, Level::Dash | Level::Plus)
    }

    fn titled(plain: &str) -> Option<Self> {
        let found = TITLED.captures(plain)?;
        let level = match &found["word"] {
            "phan" => Level::Part,
            "chuong" => Level::Chapter,
            "dieu" => Level::Article,
            _ => Level::Section,
        };
        // "Điều 5 Luật …" is a sentence about an article, not an article.
        let alone = plain.len() == found[0].len();
        if !alone && found["dot"].is_empty() {
            return None;
        }
        Some(Self { level, label: found["label"].to_owned(), len: found[0].len() })
    }

    fn numbered(plain: &str) -> Option<Self> {
        let found = |level, pattern: &regex::Regex| {
            let found = pattern.captures(plain)?;
            let label =
                found.name("label").map_or(String::new(), |label| label.as_str().to_owned());
            Some(Self { level, label, len: found[0].len() })
        };
        found(Level::Roman, &ROMAN)
            .or_else(|| found(Level::Capital, &CAPITAL))
            .or_else(|| found(Level::Number(1), &NUMBER).and_then(Self::with_depth))
            .or_else(|| found(Level::Number(2), &DEEP_NUMBER).and_then(Self::with_depth))
            .or_else(|| found(Level::Point, &POINT))
            .or_else(|| found(Level::Dash, &DASH))
            .or_else(|| found(Level::Plus, &PLUS))
            .filter(|marker| marker.len < plain.len())
            // "1.700 tỷ" is an amount, "1.Mục đích" a heading.
            .filter(|marker| {
                let digit = plain.as_bytes()[marker.len].is_ascii_digit();
                !digit || plain.as_bytes()[marker.len - 1] == b' ' || marker.is_dash()
            })
    }

    fn with_depth(self) -> Option<Self> {
        let depth = self.label.split('.').count();
        Some(Self { level: Level::Number(u8::try_from(depth).ok()?), ..self })
    }
}
