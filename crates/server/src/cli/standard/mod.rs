//! Standards from the command line: what a file of figures comes to.

mod answer;
mod evaluate;
mod sheet;

use std::process::ExitCode;

use super::CliError;

/// Bộ tiêu chí · standards
#[derive(clap::Subcommand)]
pub(super) enum Standard {
    /// Kết luận số liệu trong một tệp CSV · judge the figures of a CSV file
    Evaluate(evaluate::Evaluate),
}

impl Standard {
    pub(super) fn run(&self) -> Result<ExitCode, CliError> {
        let Self::Evaluate(evaluate) = self;
        evaluate.run()
    }
}
