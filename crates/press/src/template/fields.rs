//! The fields that a document of some sort has, and their values.

use std::collections::BTreeMap;

use chungsuc_domain::text::fold;

/// A field: what a template may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in Vietnamese, as it stands between the braces: "tên phong trào".
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Words; without words it counts as no.
    Text,
    /// Yes or no; it can be asked, not written.
    Flag,
    /// Rows with fields of their own; without rows it counts as no.
    Rows(&'static [Field]),
}

impl Field {
    /// A field of words.
    pub const fn text(name: &'static str) -> Self {
        Self { name, kind: FieldKind::Text }
    }

    /// A field of yes or no.
    pub const fn flag(name: &'static str) -> Self {
        Self { name, kind: FieldKind::Flag }
    }

    /// A field of rows.
    pub const fn rows(name: &'static str, fields: &'static [Field]) -> Self {
        Self { name, kind: FieldKind::Rows(fields) }
    }

    /// Whether a name that somebody typed means this field: marks, case and spacing do not count.
    pub(super) fn is(&self, typed: &str) -> bool {
        fold(self.name) == fold(typed)
    }
}

/// What the fields hold in one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<&'static str, Value>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Flag(bool),
    Rows(Vec<Values>),
}

impl Values {
    /// No value yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Words; each line of several becomes a paragraph of its own.
    #[must_use]
    pub fn text(self, name: &'static str, words: impl Into<String>) -> Self {
        self.with(name, Value::Text(words.into()))
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(self, name: &'static str, yes: bool) -> Self {
        self.with(name, Value::Flag(yes))
    }

    /// Rows.
    #[must_use]
    pub fn rows(self, name: &'static str, rows: impl IntoIterator<Item = Values>) -> Self {
        self.with(name, Value::Rows(rows.into_iter().collect()))
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.insert(name, value);
        self
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }
}

impl Value {
    /// Whether it says anything.
    pub(super) fn says(&self) -> bool {
        match self {
            Self::Text(words) => !words.trim().is_empty(),
            Self::Flag(yes) => *yes,
            Self::Rows(rows) => !rows.is_empty(),
        }
    }
}
