//! The source and the files of words agree, in both directions.

use std::collections::BTreeSet;
use std::path::Path;

use fluent_bundle::FluentResource;
use unicode_normalization::is_nfc;

use super::{Language, message_keys};
use crate::web::words::{FAMILIES, sources};

/// Calls whose first argument is a key.
const SPEAKERS: [&str; 3] = [".t(\"", ".with(\"", "Message::new(\""];
/// Calls whose first argument is the beginning of a key.
const PREFIXERS: [&str; 3] = [".word(\"", ".word_or_text(\"", ".explain(\""];

fn all_keys(language: Language) -> impl Iterator<Item = &'static str> {
    let sources = sources().filter(move |(known, _)| *known == language);
    sources.flat_map(|(_, source)| message_keys(source))
}

fn keys(language: Language) -> BTreeSet<&'static str> {
    all_keys(language).collect()
}

fn read_sources(folder: &Path, into: &mut String) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read_sources(&path, into)?;
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(path)?;
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            into.extend(code.flat_map(|line| [line, "\n"]));
        }
    }
    Ok(())
}

/// All source text but comments, with white space taken out after `(` so that wrapped calls are found too.
fn source() -> String {
    let mut text = String::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert!(read_sources(&folder, &mut text).is_ok(), "the source can be read");
    let mut parts = text.split('(');
    let mut joined = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        joined.push('(');
        joined.push_str(part.trim_start());
    }
    joined
}

#[test]
fn files_are_well_formed_and_nfc() {
    for (language, source) in sources() {
        let parsed = FluentResource::try_new(source.to_owned());
        assert!(parsed.is_ok(), "{language:?}: {:?}", parsed.err().map(|(_, errors)| errors));
        assert!(is_nfc(source), "{language:?} is not NFC");
    }
}

#[test]
fn no_key_stands_twice_in_any_of_the_files() {
    for language in [Language::Vietnamese, Language::English] {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = all_keys(language).filter(|key| !seen.insert(*key)).collect();
        assert!(twice.is_empty(), "{language:?} says twice: {twice:?}");
    }
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    assert_eq!(keys(Language::Vietnamese), keys(Language::English));
    for key in keys(Language::Vietnamese) {
        let plain = |language: Language| language.texts().plain.contains_key(key);
        assert_eq!(plain(Language::Vietnamese), plain(Language::English), "{key}");
    }
}

#[test]
fn every_spoken_key_exists() {
    let (source, known) = (source(), keys(Language::Vietnamese));
    for speaker in SPEAKERS {
        for call in source.split(speaker).skip(1) {
            let key = call.split('"').next().unwrap_or_default();
            assert!(known.contains(key), "{speaker}{key}\") has no text");
        }
    }
}

#[test]
fn every_key_is_spoken() {
    let source = source();
    let prefixes = PREFIXERS.iter().flat_map(|caller| source.split(caller).skip(1));
    let prefixes: BTreeSet<_> = prefixes.filter_map(|call| call.split('"').next()).collect();
    let completed_at_run_time =
        |key: &str| FAMILIES.iter().chain(&prefixes).any(|family| key.starts_with(family));
    let unused: Vec<_> = keys(Language::Vietnamese)
        .into_iter()
        .filter(|key| !completed_at_run_time(key))
        .filter(|key| !source.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "never spoken: {unused:?}");
}

#[test]
fn speaks_with_and_without_variables() {
    let (vi, en) = (Language::Vietnamese, Language::English);
    assert_eq!(vi.t("product-name"), "Chung Sức");
    assert_eq!(vi.t("no such key"), "no such key");
    assert_eq!(vi.find(&format!("state-{}", "issued")), Some("Đã ban hành"));
    assert_eq!((en.find("state-unknown"), en.find("errors-title")), (None, None));
    assert_eq!(vi.with("errors-title", &[("count", 2.into())]), "Cần sửa 2 chỗ");
    assert_eq!(en.with("errors-title", &[("count", 1.into())]), "There is 1 problem");
    assert_eq!(en.with("errors-title", &[("count", 2.into())]), "There are 2 problems");
}

#[test]
fn numbers_and_codes() {
    assert_eq!(Language::Vietnamese.number(1_234_567), "1.234.567");
    assert_eq!(Language::English.number(1_000), "1,000");
    assert_eq!(Language::Vietnamese.number(999), "999");
    assert_eq!(Language::parse("en-GB"), Some(Language::English));
    assert_eq!(Language::parse("v"), None);
    assert_eq!(Language::parse("ệ"), None);
}
