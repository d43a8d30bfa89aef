//! Looking at the settings before anything runs.

use std::process::ExitCode;

use super::{CliError, open_store};
use crate::config::Config;

/// Cấu hình
#[derive(clap::Subcommand)]
pub(super) enum ConfigCommand {
    /// Kiểm tra cấu hình và nơi để dữ liệu · check the settings and the place of the data
    Check,
}

impl ConfigCommand {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        let Self::Check = self;
        println!("data = {}", config.data.display());
        println!("database = {}", if config.database.is_some() { "PostgreSQL" } else { "SQLite" });
        println!("listen = {}", config.listen);
        println!("https = {}", config.https);
        let today =
            config.today.map_or_else(|| "hôm nay · today".to_owned(), |day| day.to_string());
        println!("today = {today}");
        println!("signature_roots = {}", config.roots()?.len());
        self.check_data(config)
    }

    /// Data that is there must open; a folder that is not there yet must be one that can be made.
    fn check_data(&self, config: &Config) -> Result<ExitCode, CliError> {
        if config.database.is_some() || config.data.join("chungsuc.db").exists() {
            open_store(config)?;
            println!("Dữ liệu mở được · the data opens");
            return Ok(ExitCode::SUCCESS);
        }
        let probe = config.data.ancestors().find(|folder| folder.is_dir());
        let writable = probe.map(tempfile_in).transpose();
        match writable {
            Ok(_) => {
                println!("Chưa có dữ liệu; hãy chạy `chungsuc init` · no data yet");
                Ok(ExitCode::SUCCESS)
            }
            Err(error) => Err(CliError::said(format!(
                "không ghi được vào thư mục {}: {error} (the data folder cannot be written)",
                config.data.display()
            ))),
        }
    }
}

/// Tries to write a file that goes at once.
fn tempfile_in(folder: &std::path::Path) -> std::io::Result<()> {
    let path = folder.join(format!(".chungsuc-{}", std::process::id()));
    std::fs::write(&path, b"")?;
    std::fs::remove_file(&path)
}
