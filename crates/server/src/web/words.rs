//! Every file of words, one pair a room, merged into one set for each language.

use crate::web::Language::{self, English, Vietnamese};

/// The words that the frame and the components speak themselves.
const SHELL_WORDS: &[(Language, &str)] =
    &[(Vietnamese, include_str!("words/vi.ftl")), (English, include_str!("words/en.ftl"))];

/// Beginnings of keys that are completed at run time, by the code of a record or of a rule.
///
/// Besides these there are the prefixes that the source gives to `Language::word`.
#[cfg(test)]
pub(crate) const FAMILIES: &[&str] = &[
    // Words of the journal: fields, and codes that stand in them.
    "field-", "code-", // What was done, after `?xong=`.
    "done-", // States of records, and the ways of `features::WAYS`.
    "state-", "way-", "ways-",
];

/// All files, in an order that does not matter: no key may stand in two of them.
pub(crate) fn sources() -> impl Iterator<Item = (Language, &'static str)> {
    SHELL_WORDS.iter().chain(crate::features::WORDS).chain(crate::cli::WORDS).copied()
}
