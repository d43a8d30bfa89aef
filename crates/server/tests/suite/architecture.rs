//! The house stands as ARCHITECTURE.md draws it: one direction of dependence, SQL in its place, a heart
//! without IO.

use std::path::{Path, PathBuf};

/// The features in the order in which they run downstream.
const DOWNSTREAM: [&str; 36] = [
    "journal",
    "units",
    "accounts",
    "files",
    "directory",
    "papers",
    "signing",
    "templates",
    "movements",
    "standards",
    "rechecks",
    "questions",
    "succession",
    "surveys",
    "goals",
    "maps",
    "charts",
    "clusters",
    "contributions",
    "fund",
    "honours",
    "holds",
    "nominations",
    "proposals",
    "opinions",
    "consultations",
    "councils",
    "certificates",
    "decisions",
    "registers",
    "recognition",
    "letters",
    "submissions",
    "reports",
    "desk",
    "home",
];

/// What each room may name of the others.
const ROOMS: [(&str, &[&str]); 4] = [
    ("domain", &[]),
    ("store", &["chungsuc_domain"]),
    ("press", &["chungsuc_domain"]),
    ("server", &["chungsuc_domain", "chungsuc_store", "chungsuc_press"]),
];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every Rust file below a folder: its path from the folder, and its code without comments.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(folder, folder, &mut found);
    assert!(!found.is_empty(), "{} holds code", folder.display());
    found
}

fn collect(root: &Path, folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            into.push((name, code.collect::<Vec<_>>().join("\n")));
        }
    }
}

#[test]
fn rooms_know_only_what_lies_below_them() {
    for (room, known) in ROOMS {
        let manifest = std::fs::read_to_string(crates().join(room).join("Cargo.toml")).unwrap();
        let code = sources(&crates().join(room).join("src"));
        for (other, _) in ROOMS.iter().filter(|(other, _)| *other != room) {
            let name = format!("chungsuc_{other}");
            if known.contains(&name.as_str()) {
                continue;
            }
            let dependency = name.replace('_', "-");
            assert!(!manifest.contains(&dependency), "{room} depends on {other}");
            let user = code.iter().find(|(_, text)| text.contains(&name));
            assert!(user.is_none(), "{room} names {other} in {:?}", user.map(|found| &found.0));
        }
    }
}

#[test]
fn the_heart_does_no_io_and_has_no_clock() {
    let forbidden = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::time",
        "Timestamp::now",
        "Zoned::now",
        "rand::",
        "async ",
        "println!",
    ];
    for (file, code) in sources(&crates().join("domain/src")) {
        for word in forbidden {
            assert!(!code.contains(word), "domain/src/{file} names {word}");
        }
    }
}

#[test]
fn only_the_printing_house_names_typst() {
    for room in ["domain", "store", "server"] {
        for (file, code) in sources(&crates().join(room).join("src")) {
            assert!(!code.contains("typst"), "{room}/src/{file} names typst");
        }
    }
}

#[test]
fn only_the_store_names_its_engines() {
    for room in ["domain", "press", "server"] {
        for (file, code) in sources(&crates().join(room).join("src")) {
            let names = ["rusqlite", "postgres::"].iter().find(|name| code.contains(**name));
            assert!(names.is_none(), "{room}/src/{file} names {names:?}");
        }
    }
}

#[test]
fn features_call_upstream_only_and_never_into_another_ones_sql() {
    let list = std::fs::read_to_string(crates().join("server/src/features/mod.rs")).unwrap();
    let mut declared: Vec<_> =
        list.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut known = DOWNSTREAM;
    declared.sort_unstable();
    known.sort_unstable();
    assert_eq!(declared, known, "each feature has its place in the order");
    for (file, code) in sources(&crates().join("server/src/features")) {
        let Some((feature, _)) = file.split_once('/') else { continue };
        let place = |name: &str| DOWNSTREAM.iter().position(|known| *known == name);
        for (other, _) in DOWNSTREAM.iter().enumerate().filter(|(_, name)| **name != feature) {
            let other = DOWNSTREAM[other];
            let names = names_feature(&code, other);
            assert!(
                !names || place(other) < place(feature),
                "features/{file} calls {other}, which lies downstream"
            );
            let sql = format!("{other}::sql");
            assert!(!code.contains(&sql), "features/{file} reaches into {sql}");
        }
    }
}

/// Whether code names another feature: by its path, or in a list taken from `features`.
fn names_feature(code: &str, feature: &str) -> bool {
    if code.contains(&format!("features::{feature}")) {
        return true;
    }
    let lists = code.split("use crate::features::{").skip(1);
    let mut names = lists.flat_map(|list| list.split("};").next().unwrap_or_default().split(','));
    names.any(|name| {
        let name = name.trim();
        name == feature || name.starts_with(&format!("{feature}::"))
    })
}

#[test]
fn sql_stands_in_its_own_files() {
    // Three rooms of one small statement each keep it beside its only user.
    let allowed = ["features/names.rs"];
    for (file, code) in sources(&crates().join("server/src")) {
        let own_place = file.ends_with("sql.rs") || file.contains("/sql/");
        let statement = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "]
            .iter()
            .find(|word| code.contains(&format!("\"{word}")));
        assert!(
            own_place || allowed.contains(&file.as_str()) || statement.is_none(),
            "server/src/{file} holds SQL"
        );
    }
}

#[test]
fn every_table_of_a_commune_carries_its_key_first() {
    // The national list, and what is found by a secret or a login before the commune is known.
    let national = ["unit", "unit_successor", "login_session", "login_failure"];
    let schema = crates().join("../schema");
    let mut tables = 0;
    for entry in std::fs::read_dir(schema).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for table in text.split("CREATE TABLE ").skip(1) {
            let (name, columns) = table.split_once('(').unwrap();
            let first = columns.split_whitespace().next().unwrap();
            if !national.contains(&name.trim()) {
                assert_eq!(first, "commune", "table {name}");
                let key = columns.contains("PRIMARY KEY (commune")
                    || columns.contains("commune TEXT NOT NULL PRIMARY KEY");
                assert!(key, "the key of table {name} begins with the commune");
            }
            tables += 1;
        }
    }
    assert!(tables > 30);
}

#[test]
fn files_tell_one_story_each() {
    for room in ["domain", "store", "press", "server"] {
        for (file, _) in sources(&crates().join(room).join("src")) {
            let path = crates().join(room).join("src").join(&file);
            let lines = std::fs::read_to_string(path).unwrap().lines().count();
            assert!(lines <= 400, "{room}/src/{file} has {lines} lines");
        }
    }
}
