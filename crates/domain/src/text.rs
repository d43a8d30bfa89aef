//! Vietnamese text: one form for storing, one for searching, one for sorting.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The composed form in which all text is stored; PDF output and comparisons rely on it.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The form for searching and matching: lower case, no marks, đ as d, single spaces. "Uỷ ban" and
/// "Ủy ban", "hoà" and "hòa" fold alike; documents keep what was typed.
pub fn fold(text: &str) -> String {
    let bare: String = text
        .nfd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its first letter in upper case, as a sentence or an amount in words begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Bytes that sort as a Vietnamese dictionary does (a à ả ã á ạ ă …). Stored beside the text, they
/// give the same order on every database.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    write_key(text, &mut key);
    key
}

/// Bytes that sort people as lists do: by given name, which is the last word, then by middle names, then
/// by family name, which is the first word.
pub fn name_sort_key(full_name: &str) -> Vec<u8> {
    let mut words: Vec<&str> = full_name.split_whitespace().collect();
    let given = words.pop().unwrap_or_default();
    let (family, middle) =
        words.split_first().map_or(("", String::new()), |(first, rest)| (*first, rest.join(" ")));
    let mut key = sort_key(given);
    for part in [middle.as_str(), family] {
        // Zero is below every byte of a key, so a short name stands before a longer one.
        key.push(0);
        write_key(part, &mut key);
    }
    key
}

#[expect(clippy::expect_used, reason = "the collation data is compiled in; it cannot be missing")]
static VIETNAMESE: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    Collator::try_new(locale!("vi").into(), CollatorOptions::default())
        .expect("collation data is compiled in")
});

fn write_key(text: &str, key: &mut Vec<u8>) {
    // Writing into memory has no way to fail.
    let Ok(()) = VIETNAMESE.write_sort_key_to(text, key);
}
