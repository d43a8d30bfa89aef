//! The command line. Every failure is one clear sentence and an exit code that is not zero.

mod award;
mod catalog;
mod certificates;
mod data;
mod demo;
mod init;
mod paper;
mod serve;
mod settings;
mod standard;
mod users;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chungsuc_store::{Store, StoreError};
use clap::{Parser, Subcommand};

use crate::access::{Grant, Person, Role};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, ConfigError, Settings};
use crate::features::councils::KeyFolder;
use crate::refusal::Refusal;
use crate::web::Language;

/// Chung Sức: phong trào thi đua của xã, từ kế hoạch đến giấy khen.
/// A commune's emulation movement, from plan to certificate.
#[derive(Parser)]
#[command(name = "chungsuc", version)]
struct Arguments {
    /// Tệp cấu hình · settings file [chungsuc.toml]
    #[arg(long, env = "CHUNGSUC_CONFIG", global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Chạy chương trình · serve the pages
    Serve,
    /// Chạy ví dụ xã Tơ Tung · serve the worked example of xã Tơ Tung
    Demo(demo::Demo),
    /// Lập dữ liệu cho một xã mới · set up the data of a new commune
    Init(init::Init),
    /// Tài khoản · accounts
    #[command(subcommand)]
    User(users::User),
    /// Đơn vị hành chính · administrative units
    #[command(subcommand)]
    Units(data::Units),
    /// Kế hoạch · plans
    #[command(subcommand)]
    Plan(paper::Plan),
    /// Văn bản · official documents
    #[command(subcommand)]
    Paper(paper::Paper),
    /// Bộ tiêu chí · standards
    #[command(subcommand)]
    Standard(standard::Standard),
    /// Danh hiệu, hình thức khen · awards
    #[command(subcommand)]
    Award(award::Award),
    /// Tiền thưởng · the reward of an award
    Reward(award::Reward),
    /// Danh mục quy định, tiêu chí · the catalog of law and standards
    #[command(subcommand)]
    Catalog(catalog::Catalog),
    /// Nhật ký · the journal
    #[command(subcommand)]
    Journal(data::Journal),
    /// Giấy khen · certificates
    #[command(subcommand, name = "certificate")]
    Certificates(certificates::Certificates),
    /// Sao lưu khi đang chạy · back up the running database
    Backup(data::Backup),
    /// Khôi phục từ bản sao lưu · restore a backup
    Restore(data::Restore),
    /// Cấu hình · the settings
    #[command(subcommand)]
    Config(settings::ConfigCommand),
}

/// The words with which commands speak both languages.
pub(crate) const WORDS: &[(Language, &str)] = &[
    (Language::Vietnamese, include_str!("award/vi.ftl")),
    (Language::English, include_str!("award/en.ftl")),
    (Language::Vietnamese, include_str!("paper/vi.ftl")),
    (Language::English, include_str!("paper/en.ftl")),
    (Language::Vietnamese, include_str!("standard/vi.ftl")),
    (Language::English, include_str!("standard/en.ftl")),
];

/// Why a command failed, as one sentence.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error("{0}")]
    Config(#[from] ConfigError),
    #[error("{0}")]
    Said(String),
    #[error("không làm được với cơ sở dữ liệu: {0} (database)")]
    Store(#[from] StoreError),
}

impl CliError {
    fn said(sentence: impl Into<String>) -> Self {
        Self::Said(sentence.into())
    }
}

impl From<crate::example::ExampleError> for CliError {
    fn from(error: crate::example::ExampleError) -> Self {
        Self::Said(error.to_string())
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        let l = Language::Vietnamese;
        match refusal {
            Refusal::Store(error) => Self::Store(error),
            Refusal::Rule(message) => Self::Said(message.say(l)),
            Refusal::Invalid(errors) => {
                let said =
                    errors.all().iter().map(|(field, why)| format!("{field}: {}", why.say(l)));
                Self::Said(said.collect::<Vec<_>>().join("; "))
            }
            Refusal::NotFound => Self::said("không tìm thấy (not found)"),
            Refusal::Forbidden => Self::said("không được phép (forbidden)"),
            Refusal::Press(error) => Self::Said(error.to_string()),
        }
    }
}

/// Reads the arguments and does what they say.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refused(&error),
    };
    match dispatch(arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("chungsuc: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What clap cannot read. Its exit code 2 would be a verdict of `award` and `reward`.
fn refused(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    let judges = std::env::args().nth(1).is_some_and(|name| name == "award" || name == "reward");
    match error.exit_code() {
        0 => ExitCode::SUCCESS,
        _ if judges => ExitCode::from(award::BAD_INPUT),
        _ => ExitCode::from(2),
    }
}

fn dispatch(arguments: Arguments) -> Result<ExitCode, CliError> {
    let config = || Config::load(arguments.config.as_deref(), arguments.settings.clone());
    match arguments.command {
        Command::Serve => serve::serve(&config()?),
        Command::Demo(demo) => demo.run(&config()?),
        Command::Init(init) => init.run(&config()?),
        Command::User(user) => user.run(&config()?),
        Command::Units(units) => units.run(&config()?),
        Command::Plan(plan) => plan.run(),
        Command::Paper(paper) => paper.run(&config()?),
        Command::Standard(standard) => standard.run(|| Ok(config()?)),
        Command::Award(award) => Ok(award.run()),
        Command::Reward(reward) => Ok(reward.run()),
        Command::Catalog(catalog) => catalog.run(),
        Command::Journal(journal) => journal.run(&config()?),
        Command::Certificates(certificates) => certificates.run(|| Ok(config()?)),
        Command::Backup(backup) => backup.run(&config()?),
        Command::Restore(restore) => restore.run(&config()?),
        Command::Config(command) => command.run(&config()?),
    }
}

/// Opens the data that is there; a mistyped folder does not become a new, empty database.
fn open(config: &Config) -> Result<App, CliError> {
    if config.database.is_none() && !config.data.join("chungsuc.db").exists() {
        let folder = config.data.display();
        return Err(CliError::said(format!(
            "thư mục {folder} chưa có dữ liệu; hãy chạy `chungsuc init` trước (no data there yet)"
        )));
    }
    with_settings(App::new(Arc::new(open_store(config)?), clock(config)), config)
}

fn open_store(config: &Config) -> Result<Store, CliError> {
    Store::open(config.address()).map_err(|error| match error {
        StoreError::NewerSchema { found, known } => CliError::said(format!(
            "dữ liệu do bản chương trình mới hơn lập (lược đồ {found}, bản này biết đến {known}); \
             hãy dùng bản mới (the database is newer than this program)"
        )),
        other => CliError::Store(other),
    })
}

fn clock(config: &Config) -> Clock {
    config.today.map_or_else(Clock::system, Clock::on)
}

fn with_settings(app: App, config: &Config) -> Result<App, CliError> {
    let signature_roots = Arc::new(config.roots()?);
    let ballot_keys = match &config.ballot_keys {
        Some(folder) => KeyFolder::at(folder),
        None => app.ballot_keys.clone(),
    };
    Ok(App { secure_cookies: config.https, signature_roots, ballot_keys, ..app })
}

/// The person that a command acts as: an administrator of the commune, named in the journal.
fn operator(commune: &str, commune_name: &str, command: &str) -> Person {
    Person {
        account: format!("system:{command}"),
        name: command.to_owned(),
        commune: commune.to_owned(),
        commune_name: commune_name.to_owned(),
        grants: vec![Grant { role: Role::Administrator, territory: commune.to_owned() }],
    }
}
