//! LibreOffice, poppler and zbar, which say what a reader and a camera see on the printed paper. They
//! are required.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use chungsuc_press::{docx, pdf};

use crate::office::office;
use crate::{kinds, papers};

/// The sample documents as LibreOffice and as typst print them; LibreOffice starts once.
static PRINTED: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("documents");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("typst")).unwrap();
    let mut files = Vec::new();
    let samples = [
        ("decision", papers::decision()),
        ("report", papers::report()),
        ("letter", papers::letter()),
        ("minutes", papers::minutes()),
    ];
    let samples = samples.map(|(name, document)| (name.to_owned(), document));
    for (name, document) in samples.into_iter().chain(kinds::every()) {
        let name = name.as_str();
        let file = folder.join(name).with_extension("docx");
        std::fs::write(&file, docx(&document, &papers::layout()).unwrap()).unwrap();
        let bytes = pdf(&document, &papers::layout()).unwrap();
        std::fs::write(folder.join("typst").join(name).with_extension("pdf"), bytes).unwrap();
        files.push(file);
    }
    office(&folder, "pdf", &folder, &files);
    folder
});

/// The sample documents as LibreOffice saves them again: a DOCX of another writer.
static SAVED_AGAIN: LazyLock<PathBuf> = LazyLock::new(|| {
    let samples = PRINTED.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> =
        samples.filter(|file| file.extension().is_some_and(|end| end == "docx")).collect();
    let again = PRINTED.join("again");
    office(&PRINTED, "docx", &again, &files);
    again
});

/// A sample document as LibreOffice prints it.
pub(crate) fn from_docx(name: &str) -> PathBuf {
    PRINTED.join(name).with_extension("pdf")
}

/// A sample document as LibreOffice saves it again.
pub(crate) fn saved_again(name: &str) -> Vec<u8> {
    std::fs::read(SAVED_AGAIN.join(name).with_extension("docx")).unwrap()
}

/// A DOCX as LibreOffice saves it again.
pub(crate) fn resaved(name: &str, bytes: &[u8]) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("sent.docx");
    std::fs::write(&file, bytes).unwrap();
    office(&folder, "docx", &folder.join("back"), &[file]);
    std::fs::read(folder.join("back/sent.docx")).unwrap()
}

/// A sample document as typst prints it.
pub(crate) fn from_typst(name: &str) -> PathBuf {
    PRINTED.join("typst").join(name).with_extension("pdf")
}

/// Keeps bytes as a file that the tools can read.
pub(crate) fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

/// What a tool of poppler says about a file.
pub(crate) fn poppler(tool: &str, options: &[&str], file: &Path) -> String {
    let mut command = Command::new(tool);
    command.args(options).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().expect("poppler-utils is installed");
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    // pdfinfo shows titles in the file's own encoding.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The lines of each page, spaces collapsed and empty lines left out.
pub(crate) fn pages(file: &Path) -> Vec<Vec<String>> {
    let text = poppler("pdftotext", &["-layout"], file);
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = |page: &str| page.lines().map(line).filter(|line| !line.is_empty()).collect();
    let mut pages: Vec<Vec<String>> = text.split('\u{c}').map(page).collect();
    pages.pop();
    pages
}

/// The size of each page in millimetres, rounded.
pub(crate) fn sheets(file: &Path) -> Vec<(i64, i64)> {
    let info = poppler("pdfinfo", &["-l", "9999"], file);
    let millimetres = |points: &str| (points.parse::<f64>().unwrap() * 25.4 / 72.0).round() as i64;
    let size = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words
            .iter()
            .position(|word| *word == "size:")
            .map(|at| (millimetres(words[at + 1]), millimetres(words[at + 3])))
    };
    info.lines().filter(|line| line.starts_with("Page ")).filter_map(size).collect()
}

/// Whether every font of a file is embedded, and how the fonts are called.
pub(crate) fn fonts(file: &Path) -> Vec<(String, bool)> {
    let font = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        (words[0].to_owned(), words[words.len() - 5] == "yes")
    };
    poppler("pdffonts", &[], file).lines().skip(2).map(font).collect()
}

/// Whether a file declares itself PDF/A-2a, which wants tags and a language.
pub(crate) fn accessible(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains("<pdfaid:part>2</pdfaid:part>") && text.contains("<pdfaid:conformance>A<")
}

/// Whether a file declares itself PDF/A-2b.
pub(crate) fn archival(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains("<pdfaid:part>2</pdfaid:part>") && text.contains("<pdfaid:conformance>B<")
}

/// What the QR codes on a page say, as a camera reads them.
pub(crate) fn codes(file: &Path, page: usize) -> Vec<String> {
    let (picture, page) = (file.with_extension(format!("{page}")), page.to_string());
    let mut print = Command::new("pdftoppm");
    print.args(["-gray", "-png", "-singlefile", "-r", "300", "-f", &page, "-l", &page]);
    assert!(print.arg(file).arg(&picture).status().expect("poppler-utils is installed").success());
    let mut camera = Command::new("zbarimg");
    camera.args(["--raw", "-q"]).arg(picture.with_added_extension("png"));
    let seen = camera.output().expect("zbar-tools is installed").stdout;
    String::from_utf8(seen).unwrap().lines().map(str::to_owned).collect()
}
