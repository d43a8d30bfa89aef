//! `reward`: the money that goes with an award, and how it comes about.

use std::process::ExitCode;

use chungsuc_domain::SubjectKind;
use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::date::{Date, show_date};
use chungsuc_domain::reward::{self as money, RewardUnknown};
use serde_json::json;

use super::{fail, output};
use crate::catalog::embedded;
use crate::features::law;
use crate::web::Language;

/// Tiền thưởng của một hình thức khen · the reward of an award
#[derive(clap::Args)]
pub(in crate::cli) struct Reward {
    /// Hình thức khen: mã hoặc tên tắt, như GKX · code or short name
    #[arg(long)]
    award: String,
    /// Đối tượng: individual, collective, household, … · kind of subject
    #[arg(long)]
    subject: String,
    /// Ngày quyết định, như 2025-08-01 · day of the decision
    #[arg(long)]
    on: String,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

/// Exit code when the law does not tell the amount.
const UNKNOWN: u8 = 2;

impl Reward {
    /// Exit code 0: the amount is known; 2: the law does not tell it; 3: what was asked cannot be
    /// understood.
    pub(in crate::cli) fn run(&self) -> ExitCode {
        let l = Language::parse(&self.language).unwrap_or_default();
        let catalog = embedded();
        match self.asked(&catalog, l) {
            Ok((award, subject, day)) => self.tell(&catalog, award, subject, day, l),
            Err(sentence) => fail(&sentence),
        }
    }

    fn asked<'a>(
        &self,
        catalog: &'a Catalog,
        l: Language,
    ) -> Result<(&'a str, SubjectKind, Date), String> {
        let wrong = |key: &'static str, field: &str, text: &str| {
            l.explain("award-input-", key, &[("field", field.into()), ("text", text.into())])
        };
        let award = catalog.award_called(&self.award);
        let award = award.ok_or_else(|| wrong("award", "--award", &self.award))?;
        let subject = SubjectKind::from_code(&self.subject).ok_or_else(|| {
            let all: Vec<&str> = SubjectKind::ALL.iter().map(|kind| kind.code()).collect();
            wrong("code", "--subject", &all.join(", "))
        })?;
        let day = self.on.parse().map_err(|_| wrong("day", "--on", &self.on))?;
        Ok((&award.form.code, award.form.meant(subject), day))
    }

    fn tell(
        &self,
        catalog: &Catalog,
        award: &str,
        subject: SubjectKind,
        day: Date,
        l: Language,
    ) -> ExitCode {
        let name = catalog.award(award).map_or("", |award| &award.form.name);
        let regime = catalog.regime(day).map(|row| row.value.code.as_str());
        match money::compute(catalog, award, subject, day) {
            Ok(found) if self.json => {
                let rules = found.reasons.iter().filter_map(|reason| reason.rule.as_ref());
                println!(
                    "{}",
                    json!({
                        "award": award, "name": name, "subject": subject, "date": day, "regime": regime,
                        "amount_vnd": found.rounded.dong(),
                        "amount_raw_vnd": found.raw.dong(),
                        "base_salary_vnd": found.base_salary.dong(),
                        "multiple": found.multiple,
                        "factor": found.factor,
                        "rounded_up_to_vnd": catalog.rounding(day).map(|step| step.value.dong()),
                        "rules": rules.map(output::rule).collect::<Vec<_>>(),
                        "settled": found.is_settled(),
                    })
                );
                ExitCode::SUCCESS
            }
            Ok(found) => {
                let subject = l.word("subject-kind-", subject.code());
                println!("{name} – {subject} – {}\n{} đồng", show_date(day), found.rounded);
                for reason in &found.reasons {
                    println!("  {}", law::told(l, reason));
                }
                ExitCode::SUCCESS
            }
            Err(why) => {
                let sentence = l.explain("reward-unknown-", key(why), &[]);
                if self.json {
                    println!(
                        "{}",
                        json!({
                            "award": award, "name": name, "subject": subject, "date": day,
                            "regime": regime, "amount_vnd": null, "why": key(why), "message": sentence,
                        })
                    );
                    return ExitCode::from(UNKNOWN);
                }
                eprintln!("chungsuc: {sentence}");
                ExitCode::from(UNKNOWN)
            }
        }
    }
}

fn key(why: RewardUnknown) -> &'static str {
    match why {
        RewardUnknown::Award => "award",
        RewardUnknown::Subject => "subject",
        RewardUnknown::BaseSalary => "base-salary",
        RewardUnknown::Multiple => "multiple",
        RewardUnknown::Factor => "factor",
        RewardUnknown::Rounding => "rounding",
        RewardUnknown::Money(_) => "money",
    }
}
