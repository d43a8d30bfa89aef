//! The fuzzers compile the reading half by itself; nothing else would notice that it needs one more
//! library than their manifest names.

use std::path::{Path, PathBuf};

/// Every source file under a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    entries.flat_map(below).collect()
}

/// The libraries that a manifest names under `[dependencies]`.
fn dependencies(manifest: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(manifest).unwrap();
    let table: toml::Table = text.parse().unwrap();
    table["dependencies"].as_table().unwrap().keys().cloned().collect()
}

/// All of the reading half, one text.
fn reading() -> String {
    let read = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/read");
    sources(&read).iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn the_fuzzers_bring_every_room_that_reading_enters() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let brought = std::fs::read_to_string(here.join("../../fuzz/src/lib.rs")).unwrap();
    let read = reading();
    let rooms: Vec<&str> = read
        .split("crate::")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
        .collect();
    assert!(rooms.contains(&"read"));
    let missing = rooms.iter().find(|room| !brought.contains(&format!("mod {room};")));
    assert_eq!(missing, None, "fuzz/src/lib.rs lacks a module that the readers use");
}

#[test]
fn the_fuzzers_name_every_library_that_reading_needs() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = reading();
    let needed = |name: &String| {
        // Not the end of a longer word: "der" in "Header::of".
        let path = format!("{}::", name.replace('-', "_"));
        let mut uses = read.match_indices(&path);
        uses.any(|(at, _)| !read[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let needed: Vec<String> =
        dependencies(&here.join("Cargo.toml")).into_iter().filter(needed).collect();
    assert!(needed.iter().any(|name| name == "quick-xml"), "{needed:?}");
    let named = dependencies(&here.join("../../fuzz/Cargo.toml"));
    let missing: Vec<&String> = needed.iter().filter(|name| !named.contains(name)).collect();
    assert!(missing.is_empty(), "fuzz/Cargo.toml lacks {missing:?}");
}
