//! `standard rollup`: where the provinces of a database stand, by year.

use std::process::ExitCode;

use serde_json::json;

use super::CliError;
use crate::app::App;
use crate::features::standards::rollup;
use crate::web::Language;

/// Cộng kết quả theo tỉnh và năm, từ số liệu đã được chấp thuận
#[derive(clap::Args)]
pub(in crate::cli) struct Rollup {
    /// Mã bộ tiêu chí · id of the standard
    #[arg(long)]
    set: String,
    /// Vùng của xã chưa ghi thuộc vùng nào · the region of communes of which none is written
    #[arg(long)]
    region: Option<String>,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
    /// Ngôn ngữ trả lời: vi, en · language of the answer
    #[arg(long, default_value = "vi")]
    language: String,
}

impl Rollup {
    pub(super) fn run(&self, app: &App) -> Result<ExitCode, CliError> {
        let l = Language::parse(&self.language).unwrap_or_default();
        let region = match &self.region {
            None => None,
            Some(name) => {
                let known = super::evaluate::set_and_region(&app.catalog, &self.set, Some(name), l);
                known.map_err(CliError::said)?.1
            }
        };
        let rows = rollup(app, &self.set, |_| region.clone())?;
        let without: u64 = rows.iter().map(|row| row.without_region).sum();
        if without > 0 {
            eprintln!(
                "chungsuc: {}",
                l.with("rollup-without-region", &[("count", without.into())])
            );
        }
        if self.json {
            println!("{}", json!(rows));
            return Ok(ExitCode::SUCCESS);
        }
        println!("{}", l.t("rollup-head"));
        for row in rows {
            let t = row.tally;
            let numbers =
                [t.units, t.units_met, t.criteria_met, t.met, t.not_met, t.person, t.missing];
            let numbers = numbers.map(|number| format!("{number:>9}")).concat();
            println!("{:<6} {}{numbers}", row.province, row.year);
        }
        Ok(ExitCode::SUCCESS)
    }
}
