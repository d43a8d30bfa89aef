//! `plan read` and `paper read`: what a document says, for people or as JSON.

use std::path::PathBuf;
use std::process::ExitCode;

use chungsuc_press::read::{
    MAX_BYTES, NoPlan, Paper, Parts, Plan, ReadError, Script, Source, source,
};
use serde_json::Value;

use super::CliError;
use crate::features::papers::unreadable;
use crate::web::Language;

/// The keys in the order in which a document says them; `paper-read-…` names them.
const KEYS: [&str; 22] = [
    "doc_type",
    "number",
    "issuer",
    "authority",
    "place",
    "date",
    "title",
    "movement_name",
    "period",
    "legal_bases",
    "proposals",
    "targets",
    "subjects",
    "award_forms",
    "timeline",
    "assignments",
    "reporting_cycle",
    "funding",
    "related_movements",
    "signer",
    "signers",
    "recipients",
];

/// Đọc một văn bản
#[derive(clap::Args)]
pub(in crate::cli) struct Read {
    /// Tệp .docx, .pdf, .html, .txt hoặc .md · the file
    file: PathBuf,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

impl Read {
    pub(super) fn plan(&self) -> Result<ExitCode, CliError> {
        let source = self.source()?;
        let script = Script::of(&source);
        let parts = Parts::of(&script);
        let plan = Plan::of(&parts).map_err(|why| {
            let (key, kind) = match why {
                NoPlan::Other(kind) => ("paper-read-other-kind", kind),
                NoPlan::Untyped => ("paper-read-no-kind", String::new()),
            };
            let file = self.file.display().to_string();
            let variables = [("file", file.into()), ("kind", kind.into())];
            CliError::said(self.language().with(key, &variables))
        })?;
        self.say(&plan.json(), &source)
    }

    pub(super) fn paper(&self) -> Result<ExitCode, CliError> {
        let source = self.source()?;
        let script = Script::of(&source);
        let parts = Parts::of(&script);
        let paper = Paper::of(&parts);
        if paper.is_blank() {
            let file = ("file", self.file.display().to_string().into());
            return Err(CliError::said(self.language().with("paper-read-no-paper", &[file])));
        }
        self.say(&paper.json(), &source)
    }

    fn language(&self) -> Language {
        Language::parse(&self.language).unwrap_or_default()
    }

    /// The text of the file; one that is too large is not even taken into memory.
    fn source(&self) -> Result<Source, CliError> {
        let (l, name) = (self.language(), self.file.display().to_string());
        let refused = |why| CliError::said(format!("{name}: {}", unreadable(why).say(l)));
        let missing = |error: std::io::Error| {
            let variables = [("file", name.clone().into()), ("why", error.to_string().into())];
            CliError::said(l.with("paper-check-unreadable", &variables))
        };
        let size = std::fs::metadata(&self.file).map_err(missing)?.len();
        if size > MAX_BYTES as u64 {
            return Err(refused(ReadError::TooLarge));
        }
        let bytes = std::fs::read(&self.file).map_err(missing)?;
        source(&bytes, &name).map_err(refused)
    }

    fn say(&self, read: &Value, source: &Source) -> Result<ExitCode, CliError> {
        if self.json {
            println!("{read:#}");
        } else {
            print!("{}", summary(self.language(), read, source.text()));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A line for each value; what a person should look at is marked.
fn summary(l: Language, read: &Value, text: &str) -> String {
    let (mut lines, mut marked) = (Vec::new(), 0);
    let mut line = |label: String, value: &Value, path: &str| {
        let unsure = read["sources"][path]["sure"] == Value::Bool(false);
        marked += usize::from(unsure);
        let mark = if unsure { " [?]" } else { "" };
        let quoted = QUOTED.iter().any(|key| path.starts_with(key));
        let said = if quoted { quote(read, path, text) } else { plainly(l, path, value) };
        lines.push(format!("{label}: {said}{mark}"));
    };
    for key in KEYS {
        let label = l.word("paper-read-", &key.replace('_', "-"));
        match read.get(key) {
            None => {}
            Some(Value::Array(values)) => {
                for (nth, value) in values.iter().enumerate() {
                    line(format!("{label} {}", nth + 1), value, &format!("{key}.{nth}"));
                }
            }
            Some(value) => line(label.to_owned(), value, key),
        }
    }
    if marked > 0 {
        lines.push(String::new());
        lines.push(l.with("paper-read-unsure", &[("count", marked.into())]));
    }
    lines.join("\n") + "\n"
}

/// Values that are told best in the words of the document.
const QUOTED: [&str; 3] = ["date", "legal_bases.", "proposals."];

/// The words of the document that a value came from, on one line and without marks of Markdown.
fn quote(read: &Value, path: &str, text: &str) -> String {
    let place = |end: &str| usize::try_from(read["sources"][path][end].as_u64()?).ok();
    let Some((from, to)) = place("from").zip(place("to")) else { return "–".to_owned() };
    let words: String = text.chars().take(to).skip(from).filter(|c| !"*|".contains(*c)).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value on one line; what the text does not say is a dash.
fn plainly(l: Language, path: &str, value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(code) if path.starts_with("subjects.") => {
            l.word_or_text("paper-read-subject-", &code.replace('_', "-")).to_owned()
        }
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let keys = ["on_behalf", "type", "unit", "when", "text", "number", "date", "issuer"];
            let more = ["what", "task", "due", "lead", "support", "title", "role", "name"];
            let said = keys.iter().chain(&more).filter_map(|key| fields.get(*key)?.as_str());
            said.collect::<Vec<_>>().join(" · ")
        }
        other => other.to_string(),
    }
}
