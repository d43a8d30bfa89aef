//! Documents from the command line: what one says, and whether it keeps to the rules of layout.

mod check;
mod read;

use std::process::ExitCode;

use super::CliError;
use crate::config::Config;

/// Kế hoạch · plans
#[derive(clap::Subcommand)]
pub(super) enum Plan {
    /// Đọc một kế hoạch · read a plan
    Read(read::Read),
}

/// Văn bản · official documents
#[derive(clap::Subcommand)]
pub(super) enum Paper {
    /// Đọc một văn bản hành chính · read an official document
    Read(read::Read),
    /// Kiểm tra thể thức của một tệp DOCX · check the layout of a DOCX
    Check(check::Check),
}

impl Plan {
    pub(super) fn run(&self) -> Result<ExitCode, CliError> {
        let Self::Read(read) = self;
        read.plan()
    }
}

impl Paper {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        match self {
            Self::Read(read) => read.paper(),
            Self::Check(check) => check.run(super::clock(config).today()),
        }
    }
}
