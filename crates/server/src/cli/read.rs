//! `plan read` and `paper read`: what a document says, for people or as JSON.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chungsuc_press::read::{Format, Group, Look, Paper, Parts, Place, Plan, Script, Source};
use serde_json::Value;

use super::CliError;

/// Kế hoạch · plans
#[derive(clap::Subcommand)]
pub(super) enum PlanCommand {
    /// Đọc một kế hoạch · read a plan
    Read(Reading),
}

/// Văn bản · official documents
#[derive(clap::Subcommand)]
pub(super) enum PaperCommand {
    /// Đọc một văn bản hành chính · read an official document
    Read(Reading),
}

#[derive(clap::Args)]
pub(super) struct Reading {
    /// Tệp .txt hoặc .md (UTF-8) · the file
    file: PathBuf,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
}

impl PlanCommand {
    pub(super) fn run(&self) -> Result<ExitCode, CliError> {
        let Self::Read(reading) = self;
        let source = source(&reading.file)?;
        let script = Script::of(&source);
        let plan = Plan::of(&Parts::of(&script)).map_err(|error| {
            CliError::said(format!("{}: {error} (not a plan)", reading.file.display()))
        })?;
        reading.say(&plan.json(), &source)
    }
}

impl PaperCommand {
    pub(super) fn run(&self) -> Result<ExitCode, CliError> {
        let Self::Read(reading) = self;
        let source = source(&reading.file)?;
        let script = Script::of(&source);
        let paper = Paper::of(&Parts::of(&script));
        if paper.is_blank() {
            return Err(CliError::said(format!(
                "{}: không thấy số, loại, cơ quan ban hành hay trích yếu; tệp này có lẽ không phải \
                 văn bản hành chính (no official document)",
                reading.file.display()
            )));
        }
        reading.say(&paper.json(), &source)
    }
}

impl Reading {
    fn say(&self, read: &Value, source: &Source) -> Result<ExitCode, CliError> {
        if self.json {
            let json = serde_json::to_string_pretty(read)
                .map_err(|error| CliError::said(error.to_string()))?;
            println!("{json}");
        } else {
            print!("{}", summary(read, source.text()));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The text of a file with its lines.
fn source(file: &Path) -> Result<Source, CliError> {
    let name = file.display();
    let kind = file.extension().and_then(|kind| kind.to_str()).map(str::to_lowercase);
    if !matches!(kind.as_deref(), Some("txt" | "md")) {
        return Err(CliError::said(format!(
            "{name}: chưa đọc được loại tệp này; hãy lưu văn bản thành .txt (file type not readable)"
        )));
    }
    let bytes = std::fs::read(file)
        .map_err(|error| CliError::said(format!("không đọc được {name}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        CliError::said(format!("{name}: không phải chữ UTF-8; hãy lưu lại tệp với bảng mã UTF-8"))
    })?;
    let mut source = Source::new(Format::Text);
    for (number, line) in (1..).zip(text.lines()) {
        source.push(line, Place::Line(number), Look::default());
    }
    Ok(source)
}

/// The keys in the order in which a document says them, and what the screen calls them.
const LABELS: &[(&str, &str)] = &[
    ("doc_type", "Loại văn bản"),
    ("number", "Số, ký hiệu"),
    ("issuer", "Cơ quan ban hành"),
    ("authority", "Thẩm quyền"),
    ("place", "Nơi ký"),
    ("date", "Ngày ký"),
    ("title", "Trích yếu"),
    ("movement_name", "Phong trào thi đua"),
    ("period", "Thời gian"),
    ("legal_bases", "Căn cứ"),
    ("proposals", "Theo đề nghị"),
    ("targets", "Chỉ tiêu"),
    ("subjects", "Đối tượng"),
    ("award_forms", "Hình thức khen"),
    ("timeline", "Tiến độ"),
    ("assignments", "Phân công"),
    ("reporting_cycle", "Báo cáo"),
    ("funding", "Kinh phí"),
    ("related_movements", "Phong trào, cuộc vận động liên quan"),
    ("signer", "Người ký"),
    ("signers", "Người ký"),
    ("recipients", "Nơi nhận"),
];

/// A line for each value; what a person should look at is marked.
fn summary(read: &Value, text: &str) -> String {
    let (mut lines, mut marked) = (String::new(), 0);
    let mut line = |label: &str, path: &str, value: &Value| {
        let mark = mark(read, path, &mut marked);
        let quoted = QUOTED.iter().any(|key| path.starts_with(key));
        let said = if quoted { quote(read, path, text) } else { plainly(value) };
        lines.push_str(&format!("{label}: {said}{mark}\n"));
    };
    for (key, label) in LABELS {
        match read.get(key) {
            None => {}
            Some(Value::Array(values)) => {
                for (nth, value) in values.iter().enumerate() {
                    line(&format!("{label} {}", nth + 1), &format!("{key}.{nth}"), value);
                }
            }
            Some(value) => line(label, key, value),
        }
    }
    if marked > 0 {
        lines.push_str(&format!(
            "\n{marked} giá trị có dấu [?]: máy đoán, hãy đối chiếu với văn bản (please check)\n"
        ));
    }
    lines
}

/// Values that are told best in the words of the document.
const QUOTED: [&str; 3] = ["date", "legal_bases.", "proposals."];

/// The words of the document that a value came from, on one line and without marks of Markdown.
fn quote(read: &Value, path: &str, text: &str) -> String {
    let source = &read["sources"][path];
    let (Some(from), Some(to)) = (source["from"].as_u64(), source["to"].as_u64()) else {
        return plainly(&Value::Null);
    };
    let (from, to) = (from as usize, to as usize);
    let words: String = text.chars().take(to).skip(from).filter(|c| !"*|".contains(*c)).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn mark(read: &Value, path: &str, marked: &mut usize) -> &'static str {
    if read["sources"][path]["sure"] == Value::Bool(false) {
        *marked += 1;
        return " [?]";
    }
    ""
}

/// A value on one line; what the text does not say is a dash.
fn plainly(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => {
            Group::of_token(text).map_or_else(|| text.clone(), |group| group.words().1.to_owned())
        }
        Value::Object(fields) => {
            let keys = ["on_behalf", "type", "unit", "when", "text", "number", "date", "issuer"];
            let more = ["what", "task", "due", "lead", "support", "title", "role", "name"];
            let said = keys.iter().chain(&more).filter_map(|key| fields.get(*key)?.as_str());
            said.collect::<Vec<_>>().join(" · ")
        }
        other => other.to_string(),
    }
}
