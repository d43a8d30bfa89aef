//! Standards from the command line: what a file of figures comes to, and where provinces stand.

mod answer;
mod evaluate;
mod json;
mod lay;
mod rollup;
mod rows;
mod sheet;
mod words;

use std::process::ExitCode;

use super::{CliError, open};
use crate::config::Config;

/// Bộ tiêu chí · standards
#[derive(clap::Subcommand)]
pub(super) enum Standard {
    /// Kết luận số liệu trong một tệp CSV · judge the figures of a CSV file
    Evaluate(evaluate::Evaluate),
    /// Cộng kết quả theo tỉnh và năm · add up verdicts by province and year
    Rollup(rollup::Rollup),
    /// Đặt mức riêng của một đơn vị lên bộ tiêu chí · lay a unit's own values on a standard
    Lay(lay::Lay),
    /// Ghi xã, tỉnh thuộc vùng nào, từ tệp CSV · write which units lie in which regions
    Regions(lay::Regions),
}

impl Standard {
    pub(super) fn run(
        &self,
        config: impl FnOnce() -> Result<Config, CliError>,
    ) -> Result<ExitCode, CliError> {
        match self {
            Self::Evaluate(evaluate) => evaluate.run(config),
            Self::Rollup(rollup) => rollup.run(&open(&config()?)?),
            Self::Lay(lay) => lay.run(&open(&config()?)?),
            Self::Regions(regions) => regions.run(&open(&config()?)?),
        }
    }
}
