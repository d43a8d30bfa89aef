//! Patterns over the plain form of a text (`Piece::plain`): small letters without marks.

use regex::Regex;

/// Compiles a pattern that stands in the code.
#[expect(clippy::expect_used, reason = "a pattern is written in the code; any test meets it")]
pub(super) fn pattern(text: impl AsRef<str>) -> Regex {
    Regex::new(text.as_ref()).expect("a pattern in the code is valid")
}

/// One of some words, parted by `|`; each may be a small pattern itself.
pub(super) fn either(words: &str) -> String {
    format!("(?:{words})")
}

/// Names patterns of a file; each is compiled when it is first used.
macro_rules! patterns {
    ($($name:ident = $text:expr;)*) => {
        $(static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| $crate::read::pattern::pattern($text));)*
    };
}
pub(super) use patterns;
