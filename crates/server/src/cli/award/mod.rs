//! Awards from the command line: whether somebody can be given one, and what money goes with it.

mod check;
mod input;
mod output;
mod reward;

use std::process::ExitCode;

use chungsuc_domain::catalog::Catalog;

use crate::catalog::{embedded, with_files};
use crate::web::Language;

pub(super) use reward::Reward;

/// Exit code when the file or what was asked cannot be understood.
pub(super) const BAD_INPUT: u8 = 3;
/// No file of one proposal, and no paper of a province, is larger, in bytes.
const LARGEST_FILE: u64 = 5 << 20;

/// Danh hiệu, hình thức khen · awards
#[derive(clap::Subcommand)]
pub(super) enum Award {
    /// Xét điều kiện của một đề nghị trong tệp JSON · judge the proposal of a JSON file
    Check(check::Check),
}

impl Award {
    pub(super) fn run(&self) -> ExitCode {
        let Self::Check(check) = self;
        check.run()
    }
}

/// The law of the program with what provinces and communes lay on it.
fn law(overlays: &[std::path::PathBuf], l: Language) -> Result<Catalog, String> {
    if overlays.is_empty() {
        return Ok((*embedded()).clone());
    }
    let mut texts = Vec::new();
    for file in overlays {
        texts.push((file.display().to_string(), text(file, l)?));
    }
    with_files(&texts).map_err(|faults| {
        let told = faults.iter().map(|fault| {
            let rule = l.explain("catalog-rule-", fault.rule.code(), &[]);
            format!("{}:{}: {rule} ({})", fault.file, fault.line, fault.message)
        });
        told.collect::<Vec<_>>().join("\n")
    })
}

/// The text of a file; `-` is what is piped in.
fn text(file: &std::path::Path, l: Language) -> Result<String, String> {
    let name = || ("file", file.display().to_string().into());
    let unreadable = |why: String| l.with("award-unreadable", &[name(), ("why", why.into())]);
    if file.as_os_str() == "-" {
        return std::io::read_to_string(std::io::stdin())
            .map_err(|why| unreadable(why.to_string()));
    }
    if std::fs::metadata(file).is_ok_and(|about| about.len() > LARGEST_FILE) {
        return Err(l.with("award-too-large", &[name()]));
    }
    std::fs::read_to_string(file).map_err(|why| unreadable(why.to_string()))
}

fn fail(sentence: &str) -> ExitCode {
    eprintln!("chungsuc: {sentence}");
    ExitCode::from(BAD_INPUT)
}
