//! `paper check`: whether a DOCX keeps to the rules of layout.

use std::path::PathBuf;
use std::process::ExitCode;

use chungsuc_domain::date::{parse_date, show_date};
use chungsuc_press::check::{CheckError, Finding, Report, Value, check};
use jiff::civil::Date;
use serde_json::json;

use super::CliError;
use crate::catalog::rulebooks;
use crate::web::Language;

/// The exit code of a file that cannot be read; 1 says that something was found.
const UNREADABLE: u8 = 2;
/// No document of an office is larger, in bytes.
const LARGEST_FILE: u64 = 50 << 20;

/// Kiểm tra thể thức của một tệp DOCX theo quy định đang có hiệu lực
#[derive(clap::Args)]
pub(in crate::cli) struct Check {
    /// Tệp DOCX · the DOCX
    file: PathBuf,
    /// Xét theo quy định ở ngày này, không ghi thì theo ngày của văn bản · by the rules of this day
    #[arg(long)]
    date: Option<String>,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

impl Check {
    /// Exit code 0: nothing found, 1: something, 2: not checked.
    pub(super) fn run(&self, today: Date) -> Result<ExitCode, CliError> {
        let l = Language::parse(&self.language).unwrap_or_default();
        match self.checked(today, l) {
            Ok(report) => {
                if self.json {
                    println!("{}", in_json(&report, l));
                } else {
                    self.tell(&report, l);
                }
                Ok(ExitCode::from(u8::from(!report.findings.is_empty())))
            }
            Err(sentence) => {
                eprintln!("chungsuc: {sentence}");
                Ok(ExitCode::from(UNREADABLE))
            }
        }
    }

    fn checked(&self, today: Date, l: Language) -> Result<Report, String> {
        let file = ("file", self.file.display().to_string().into());
        let day = self.date.as_deref().map(|text| {
            let wrong = |_| l.with("paper-check-wrong-date", &[("text", text.into())]);
            parse_date(text, today).map_err(wrong)
        });
        let day = day.transpose()?;
        let size = std::fs::metadata(&self.file).map(|file| file.len());
        let bytes = match size {
            Ok(size) if size > LARGEST_FILE => return Err(explain(CheckError::TooLarge, &file, l)),
            _ => std::fs::read(&self.file),
        };
        let bytes = bytes.map_err(|error| {
            l.with("paper-check-unreadable", &[file.clone(), ("why", error.to_string().into())])
        })?;
        let books = rulebooks().map_err(|error| error.to_string())?;
        check(&bytes, &books, day, today).map_err(|error| explain(error, &file, l))
    }

    fn tell(&self, report: &Report, l: Language) {
        let file = self.file.display().to_string();
        let kind = report.kind.as_deref().unwrap_or("–");
        let day = show_date(report.day);
        println!(
            "{}",
            l.with(
                "paper-check-head",
                &[("file", file.into()), ("kind", kind.into()), ("day", day.into())]
            )
        );
        for finding in &report.findings {
            println!("  {}", line(finding, l));
        }
        let count = report.findings.len();
        match count {
            0 => println!("{}", l.t("paper-check-clean")),
            _ => println!("{}", l.with("paper-check-count", &[("count", count.into())])),
        }
    }
}

type Variable = (&'static str, crate::web::texts::Value<'static>);

fn explain(error: CheckError, file: &Variable, l: Language) -> String {
    let (key, day) = match error {
        CheckError::NotDocx => ("paper-check-not-docx", None),
        CheckError::LockedOrOld => ("paper-check-locked", None),
        CheckError::Damaged => ("paper-check-damaged", None),
        CheckError::TooLarge => ("paper-check-too-large", None),
        CheckError::NoRules(day) => ("paper-check-no-rules", Some(day)),
    };
    let day = day.map(show_date).unwrap_or_default();
    l.with(key, &[file.clone(), ("day", day.into())])
}

/// “[phải sửa] đoạn 3, “Số: 5/QĐ-UBND”: … (Nghị định 30/2020/NĐ-CP, …)”.
fn line(finding: &Finding, l: Language) -> String {
    let severity = l.word("paper-severity-", finding.severity.code());
    let place = finding.place.as_ref().map_or_else(String::new, |place| {
        let words = ("words", place.words.clone().into());
        l.with("paper-check-place", &[("paragraph", place.paragraph.into()), words])
    });
    let more = match finding.times {
        1 => String::new(),
        times => l.with("paper-check-times", &[("times", times.into())]),
    };
    format!("[{severity}] {place}{}{more} ({})", sentence(finding, l), finding.source)
}

/// What is wrong and what the rule wants.
fn sentence(finding: &Finding, l: Language) -> String {
    let part = l.word("paper-part-", finding.part.code());
    let said = |value: &Value| match value {
        Value::Code(side) => l.word("paper-side-", side).to_owned(),
        other => other.to_string(),
    };
    let variables = [
        ("part", part.into()),
        ("found", said(&finding.found).into()),
        ("wanted", said(&finding.wanted).into()),
    ];
    l.explain("paper-rule-", finding.rule.code(), &variables)
}

fn in_json(report: &Report, l: Language) -> serde_json::Value {
    let finding = |finding: &Finding| {
        let mut row = json!(finding);
        row["message"] = sentence(finding, l).into();
        row
    };
    json!({
        "day": report.day,
        "rules": report.rules,
        "kind": report.kind,
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}
