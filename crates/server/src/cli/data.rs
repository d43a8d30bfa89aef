//! Commands on the data as a whole: units, journal, backup, restore.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chungsuc_store::journal::{Verdict, verify};
use chungsuc_store::{Author, StoreError, back_up, restore};
use serde_json::json;

use super::{CliError, open};
use crate::app::App;
use crate::config::Config;
use crate::features::units::{self, Imported};
use crate::web::Language;

/// Đơn vị hành chính
#[derive(clap::Subcommand)]
pub(super) enum Units {
    /// Nhập danh mục từ tệp CSV · import the list from a CSV file
    Import {
        /// code, name, kind, parent, valid_from, valid_to, successor
        file: PathBuf,
        /// Mã xã ghi vào nhật ký · the commune in whose journal it is noted
        #[arg(long)]
        commune: String,
    },
}

impl Units {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        let Self::Import { file, commune } = self;
        let app = open(config)?;
        let author = Author {
            commune: commune.clone(),
            actor: "system:units-import".to_owned(),
            at: app.clock.now(),
        };
        let count = import_units(&app, &author, file)?;
        println!("Đã nhập {count} đơn vị · units imported");
        Ok(ExitCode::SUCCESS)
    }
}

/// Imports a list of units; every fault of the file is said with its line.
pub(super) fn import_units(app: &App, author: &Author, file: &Path) -> Result<usize, CliError> {
    let csv = std::fs::read(file)
        .map_err(|error| CliError::said(format!("không đọc được {}: {error}", file.display())))?;
    match units::import(app, author, &csv)? {
        Imported::Done(count) => Ok(count),
        Imported::Faulty(faults) => {
            let said = faults.iter().map(|fault| {
                let why = fault.message.say(Language::Vietnamese);
                format!("\n  dòng {} {}: {why}", fault.line, fault.column)
            });
            let said: String = said.collect();
            Err(CliError::said(format!("{} chưa nhập được, chưa đổi gì:{said}", file.display())))
        }
    }
}

/// Nhật ký
#[derive(clap::Subcommand)]
pub(super) enum Journal {
    /// Kiểm tra toàn bộ chuỗi · walk the whole chain
    Verify {
        /// Trả lời bằng JSON · answer in JSON
        #[arg(long)]
        json: bool,
    },
}

impl Journal {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        let Self::Verify { json } = self;
        let app = open(config)?;
        let verdict = app.read(verify)?;
        if *json {
            say_json(&verdict)
        } else {
            say_plainly(&verdict)
        }
        Ok(if verdict.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn say_json(verdict: &Verdict) {
    let whole = verdict
        .whole
        .iter()
        .map(|head| json!({ "commune": head.commune, "rows": head.rows, "hash": head.hash }));
    let broken = verdict.broken.iter().map(
        |row| json!({ "commune": row.commune, "seq": row.seq, "fault": row.fault.to_string() }),
    );
    let (whole, broken): (Vec<_>, Vec<_>) = (whole.collect(), broken.collect());
    println!("{}", json!({ "whole": whole, "broken": broken }));
}

fn say_plainly(verdict: &Verdict) {
    for head in &verdict.whole {
        println!("{}: nguyên vẹn · whole, {} dòng · rows, {}", head.commune, head.rows, head.hash);
    }
    for row in &verdict.broken {
        let fault = Language::Vietnamese.word("journal-fault-", &row.fault.to_string());
        println!(
            "{}: hỏng từ dòng · broken at row {}: {fault} ({})",
            row.commune, row.seq, row.fault
        );
    }
}

/// Sao lưu khi đang chạy
#[derive(clap::Args)]
pub(super) struct Backup {
    /// Tệp sao lưu mới · the new backup file
    file: PathBuf,
    /// Trả lời bằng JSON · answer in JSON
    #[arg(long)]
    json: bool,
}

impl Backup {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        let app = open(config)?;
        back_up(&app.store, &self.file).map_err(explained)?;
        let bytes = std::fs::metadata(&self.file).map_or(0, |file| file.len());
        if self.json {
            println!("{}", json!({ "file": self.file, "bytes": bytes }));
        } else {
            println!("Đã sao lưu và kiểm tra · backed up and verified: {}", self.file.display());
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Khôi phục từ bản sao lưu
#[derive(clap::Args)]
pub(super) struct Restore {
    /// Tệp sao lưu · the backup file
    file: PathBuf,
    /// Thay dữ liệu đang có; bản cũ được giữ lại · replace existing data; the old one is kept
    #[arg(long)]
    force: bool,
}

impl Restore {
    pub(super) fn run(&self, config: &Config) -> Result<ExitCode, CliError> {
        if config.database.is_none() {
            std::fs::create_dir_all(&config.data).map_err(|error| {
                CliError::said(format!("không ghi được vào {}: {error}", config.data.display()))
            })?;
        }
        restore(&self.file, &config.address(), self.force).map_err(explained)?;
        println!("Đã khôi phục · restored: {}", config.data.display());
        Ok(ExitCode::SUCCESS)
    }
}

fn explained(error: StoreError) -> CliError {
    match error {
        StoreError::Exists(path) => CliError::said(format!(
            "{} đã có; dùng --force khi muốn thay dữ liệu đang có, hoặc chọn tên khác \
             (it exists already)",
            path.display()
        )),
        StoreError::NotABackup { path, why } => CliError::said(format!(
            "{} không phải bản sao lưu dùng được: {why} (not a good backup)",
            path.display()
        )),
        StoreError::UseEngineTool => CliError::said(
            "dữ liệu trên PostgreSQL: sao lưu bằng pg_dump, khôi phục bằng pg_restore \
             (use PostgreSQL's own tools)",
        ),
        other => CliError::Store(other),
    }
}
