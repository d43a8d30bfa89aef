//! The crate as its callers see it: tables of cases, each with the rule it comes from, and
//! properties where a rule holds for every input.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod authority;
mod ballot;
mod catalog;
mod cluster;
mod codes;
mod conditions;
mod dates;
mod decimal;
mod eligibility;
mod forecast;
mod fund;
mod money;
mod overlay;
mod packed;
mod proof;
mod questions;
mod recognition;
mod review;
mod reward;
mod simulate;
mod spelling;
mod standard;
mod submission;
mod succession;
mod survey;
mod text;
mod typed;
mod words;

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::Date;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// A day written year-month-day.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The catalog as it is delivered, read once for all tests.
fn catalog() -> &'static Catalog {
    static DELIVERED: LazyLock<Catalog> = LazyLock::new(|| {
        let files = catalog_files();
        let files: Vec<_> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
        Catalog::parse(&files).unwrap_or_else(|faults| panic!("{faults:#?}"))
    });
    &DELIVERED
}

/// Name and text of every file of the catalog.
fn catalog_files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            // How papers look is the press's matter: no law is in them.
            if !path.ends_with("papers") {
                collect(&path, files);
            }
        } else if path.extension().is_some_and(|name| name == "toml") {
            let text = fs::read_to_string(&path).unwrap();
            files.push((path.display().to_string(), text));
        }
    }
}
