//! Lists the files of `catalog/` and of the worked example, so that a new one is shipped without
//! being named in code.

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    list("catalog", "FILES", "str", "include_str", "catalog_files.rs")?;
    list("examples/to-tung", "EXAMPLE", "[u8]", "include_bytes", "example_files.rs")
}

/// Writes a constant with the name and the content of every file below a folder.
fn list(
    folder: &str,
    constant: &str,
    content: &str,
    include: &str,
    to: &str,
) -> Result<(), Box<dyn std::error::Error>> {
    // Asked when it runs: another checkout with the same target folder may have compiled this script.
    let manifest = std::env::var("CARGO_MANIFEST_DIR")?;
    let root = Path::new(&manifest).join("../..").join(folder).canonicalize()?;
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut text = format!("pub(crate) static {constant}: &[(&str, &{content})] = &[\n");
    for file in &files {
        let name = file.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
        writeln!(text, "    ({name:?}, {include}!({:?})),", file.display().to_string())?;
    }
    text.push_str("];\n");
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join(to), text)?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|end| end != "md") {
            files.push(path);
        }
    }
    Ok(())
}
