//! Every file of words, one pair a room, merged into one set for each language.

use crate::web::Language::{self, English, Vietnamese};

/// The words that the frame and the components speak themselves.
const SHELL_WORDS: &[(Language, &str)] =
    &[(Vietnamese, include_str!("words/vi.ftl")), (English, include_str!("words/en.ftl"))];

/// The words of the features: each adds its two lines here, `../features/<name>/{vi,en}.ftl`.
pub(crate) const FEATURE_WORDS: &[(Language, &str)] = &[];

/// Beginnings of keys that are completed at run time, by the code of a record or of a rule.
///
/// Members are spoken through `Language::find`, so no test can look for them in the source.
#[cfg(test)]
pub(crate) const FAMILIES: &[&str] = &["code-", "field-", "role-", "state-", "subject-"];

/// All files, in an order that does not matter: no key may stand in two of them.
pub(crate) fn sources() -> impl Iterator<Item = (Language, &'static str)> {
    SHELL_WORDS.iter().chain(FEATURE_WORDS).copied()
}
