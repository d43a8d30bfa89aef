//! `catalog check`: every fault of every file of a catalog, with its line and its rule.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chungsuc_domain::catalog::{Catalog as Law, CatalogFault, CatalogRule};
use chungsuc_press::check::Rulebook;
use chungsuc_press::template::Draft;
use chungsuc_press::{CertificateDesign, Kinds, Layout, PressError};
use serde_json::json;
use toml::de::{DeTable, Error};

use super::CliError;
use crate::catalog::{FILES, PAPERS};
use crate::web::Language;

/// Danh mục quy định, tiêu chí · the catalog of law and standards
#[derive(clap::Subcommand)]
pub(super) enum Catalog {
    /// Kiểm tra mọi tệp của danh mục · check every file of a catalog
    Check(Check),
}

/// Kiểm tra mọi tệp của danh mục
#[derive(clap::Args)]
pub(super) struct Check {
    /// Thư mục danh mục; không ghi thì xét danh mục có sẵn trong chương trình
    /// · folder of the catalog; without it the one inside the program
    folder: Option<PathBuf>,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

/// Name and text of a file.
type File = (String, String);

/// The files, and the faults of those that are not text.
#[derive(Default)]
struct Found {
    files: Vec<File>,
    faults: Vec<CatalogFault>,
}

impl Catalog {
    /// Exit code 1 when anything is wrong.
    pub(super) fn run(&self) -> Result<ExitCode, CliError> {
        let Self::Check(check) = self;
        let l = Language::parse(&check.language).unwrap_or_default();
        let Found { files, faults: mut all } = check.files(l)?;
        all.extend(faults(&files));
        let mut faults = all;
        faults.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        if check.json {
            println!("{}", in_json(&files, &faults, l));
        } else {
            tell(&files, &faults, l);
        }
        Ok(ExitCode::from(u8::from(!faults.is_empty())))
    }
}

impl Check {
    fn files(&self, l: Language) -> Result<Found, CliError> {
        let Some(folder) = &self.folder else {
            let shipped = FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
            let files = shipped.filter(|(name, _)| is_toml(Path::new(name))).collect();
            return Ok(Found { files, faults: Vec::new() });
        };
        let variable = ("folder", folder.display().to_string().into());
        let mut found = Found::default();
        collect(folder, folder, &mut found).map_err(|error| {
            let why = ("why", error.to_string().into());
            CliError::said(l.with("catalog-unreadable", &[variable.clone(), why]))
        })?;
        if found.files.is_empty() {
            return Err(CliError::said(l.with("catalog-no-files", &[variable])));
        }
        found.files.sort();
        Ok(found)
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "toml")
}

fn collect(root: &Path, folder: &Path, found: &mut Found) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, found)?;
        } else if is_toml(&path) {
            let name =
                path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            match String::from_utf8(std::fs::read(&path)?) {
                Ok(text) => found.files.push((name, text)),
                Err(error) => {
                    found.faults.push(not_text(name.clone(), &error));
                    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                    found.files.push((name, text));
                }
            }
        }
    }
    Ok(())
}

/// A file with bytes that are no UTF-8 is told with the line of the first of them, and read as far as it
/// can be, so that others that speak of it are not told as well.
fn not_text(file: String, error: &std::string::FromUtf8Error) -> CatalogFault {
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
    let message = "the file is not UTF-8".to_owned();
    CatalogFault { file, line, rule: CatalogRule::Encoding, message }
}

/// The law is read by the heart, the looks of papers by the printing house.
fn faults(files: &[File]) -> Vec<CatalogFault> {
    let (papers, law): (Vec<&File>, Vec<&File>) =
        files.iter().partition(|(name, _)| name.starts_with(PAPERS));
    let law: Vec<(&str, &str)> = law.iter().map(|file| (&*file.0, &*file.1)).collect();
    let mut faults = Law::parse(&law).err().unwrap_or_default();
    for file in &papers {
        faults.extend(of_paper(file, &papers));
    }
    faults
}

fn of_paper((name, text): &File, papers: &[&File]) -> Vec<CatalogFault> {
    let fault = |rule, error: &Error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        CatalogFault { file: name.clone(), line, rule, message: error.message().to_owned() }
    };
    let (_, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return errors.iter().map(|error| fault(CatalogRule::Syntax, error)).collect();
    }
    match shape(name.strip_prefix(PAPERS).unwrap_or(name), text, papers) {
        Ok(()) => Vec::new(),
        Err(PressError::Layout(error)) => vec![fault(CatalogRule::Shape, &error)],
        Err(other) => {
            let message = other.to_string();
            vec![CatalogFault { file: name.clone(), line: 1, rule: CatalogRule::Shape, message }]
        }
    }
}

/// Each file by the reader that the program uses for it.
fn shape(name: &str, text: &str, papers: &[&File]) -> Result<(), PressError> {
    let sibling = |matter: &str, ending: &str| {
        let wanted = format!("{PAPERS}{matter}{ending}");
        papers.iter().find(|(name, _)| *name == wanted).map_or("", |(_, text)| text)
    };
    if name.starts_with("layout") {
        Layout::parse(text).map(drop)
    } else if name.starts_with("kinds") {
        Kinds::parse(text).map(drop)
    } else if name.starts_with("giay-khen") {
        CertificateDesign::parse(text).map(drop)
    } else if name.starts_with("templates/") {
        Draft::parse(text).map(drop)
    } else if let Some(ending) = name.strip_prefix("rules") {
        let (layout, kinds) = (sibling("layout", ending), sibling("kinds", ending));
        let sound = Layout::parse(layout).is_ok() && Kinds::parse(kinds).is_ok();
        // What is wrong in the other two is told of them.
        if sound || layout.is_empty() || kinds.is_empty() {
            return Rulebook::parse(layout, kinds, text).map(drop);
        }
        Ok(())
    } else {
        Ok(())
    }
}

fn sentence(fault: &CatalogFault, l: Language) -> String {
    l.explain("catalog-rule-", fault.rule.code(), &[])
}

fn tell(files: &[File], faults: &[CatalogFault], l: Language) {
    for fault in faults {
        let (file, line, message) = (&fault.file, fault.line, &fault.message);
        println!("{file}:{line}: {} ({message})", sentence(fault, l));
    }
    let counts = [("files", files.len().into()), ("count", faults.len().into())];
    match faults.len() {
        0 => println!("{}", l.with("catalog-sound", &counts)),
        _ => println!("{}", l.with("catalog-faulty", &counts)),
    }
}

fn in_json(files: &[File], faults: &[CatalogFault], l: Language) -> serde_json::Value {
    let fault = |fault: &CatalogFault| {
        json!({
            "file": fault.file,
            "line": fault.line,
            "rule": fault.rule,
            "message": sentence(fault, l),
            "detail": fault.message,
        })
    };
    json!({ "files": files.len(), "faults": faults.iter().map(fault).collect::<Vec<_>>() })
}
