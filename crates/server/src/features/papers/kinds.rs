//! The closed list of kinds of papers, as the catalog gives it.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// The kind of a paper: one of the list in `catalog/papers/registry.toml`. Its word is `paper-kind-`
/// and its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PaperKind(&'static str);

/// What the file of the catalog holds; its `origin` is for readers of the file.
#[derive(Deserialize)]
struct Listed {
    kind: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    code: String,
    name: String,
}

static LISTED: LazyLock<Vec<Row>> = LazyLock::new(|| {
    // A test reads the shipped file: a program with a faulty one is never built into a release.
    toml::from_str(crate::catalog::paper_kinds()).map_or_else(|_| Vec::new(), |it: Listed| it.kind)
});

impl PaperKind {
    /// Kế hoạch.
    pub const PLAN: Self = Self("plan");
    /// Quyết định.
    pub const DECISION: Self = Self("decision");
    /// Báo cáo.
    pub const REPORT: Self = Self("report");

    /// The kind of a code, if it is on the list.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|kind| kind.0 == code)
    }

    /// The kind that the list names so: “Giấy mời”.
    pub fn named(name: &str) -> Option<Self> {
        LISTED.iter().find(|row| row.name == name).map(|row| Self(row.code.as_str()))
    }

    /// The stable code.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Every kind, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        LISTED.iter().map(|row| Self(row.code.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Language;

    #[test]
    fn the_list_is_whole_and_every_kind_has_its_words() {
        assert_eq!(LISTED.len(), 29 + 4, "29 of Nghị định 30/2020/NĐ-CP and 4 of legislation");
        for Row { code, name } in LISTED.iter() {
            let key = format!("paper-kind-{code}");
            assert_eq!(Language::Vietnamese.find(&key), Some(name.as_str()));
            assert!(Language::English.find(&key).is_some(), "{key}");
            assert_eq!(PaperKind::from_code(code).map(PaperKind::code), Some(code.as_str()));
        }
        for kind in [PaperKind::PLAN, PaperKind::DECISION, PaperKind::REPORT] {
            assert_eq!(PaperKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(PaperKind::from_code("poem"), None);
    }
}
