//! `award check`: one proposal of a file, by the law of its day.

use std::path::PathBuf;
use std::process::ExitCode;

use chungsuc_domain::decision::Verdict;
use chungsuc_domain::eligibility::judge;

use super::{fail, input, law, output, text};
use crate::web::Language;

/// Xét điều kiện của một đề nghị khen thưởng
#[derive(clap::Args)]
pub(in crate::cli) struct Check {
    /// Tệp JSON ghi một đề nghị, hoặc - để đọc từ đầu vào (xem docs/award-check.md)
    /// · one proposal as JSON, or - for the standard input
    file: PathBuf,
    /// Quy định của tỉnh hoặc xã đặt trên luật (TOML) · conditions laid on the law
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

impl Check {
    /// Exit code 0: eligible; 1: not; 2: a person must decide; 3: the file cannot be understood.
    pub(super) fn run(&self) -> ExitCode {
        let l = Language::parse(&self.language).unwrap_or_default();
        match self.answer(l) {
            Ok((verdict, answer)) => {
                println!("{answer}");
                ExitCode::from(match verdict {
                    Verdict::Yes => 0,
                    Verdict::No => 1,
                    Verdict::PersonMustDecide => 2,
                })
            }
            Err(sentence) => fail(&sentence),
        }
    }

    fn answer(&self, l: Language) -> Result<(Verdict, String), String> {
        let catalog = law(&self.overlay, l)?;
        let case = input::read(&text(&self.file, l)?, &catalog).map_err(|fault| fault.say(l))?;
        let found = judge(&catalog, &case);
        let answer = output::Answer { catalog: &catalog, case: &case, found: &found, l };
        let told = if self.json { answer.in_json().to_string() } else { answer.in_words() };
        Ok((found.verdict, told))
    }
}
