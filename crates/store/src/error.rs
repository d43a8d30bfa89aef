//! What can go wrong at the door to data.

use std::path::PathBuf;

use postgres::error::SqlState;

/// An error of the store. The edge turns it into one clear sentence; its text is for the log.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The record was changed or removed by somebody else since it was read.
    #[error("the record was changed by somebody else meanwhile")]
    Conflict,
    /// A unique key exists already; the text is the engine's name of the key.
    #[error("this already exists: {0}")]
    Duplicate(String),
    /// The database was made by a newer program.
    #[error("the database has schema {found}, this program knows schemas up to {known}")]
    NewerSchema {
        /// The schema version found in the database.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
    },
    /// A column held another type than the program asked for.
    #[error("column {index} cannot be read as {wanted}")]
    Column {
        /// Place of the column, from 0.
        index: usize,
        /// The Rust type asked for.
        wanted: &'static str,
    },
    /// The address of the database cannot be understood.
    #[error("not a database address: {0}")]
    Address(String),
    /// A file that should not be there is there.
    #[error("{0} already exists")]
    Exists(PathBuf),
    /// A file is no backup of this program.
    #[error("{path} is not a backup of this program: {why}")]
    NotABackup {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The engine has its own tool for this.
    #[error("PostgreSQL databases are backed up with pg_dump and restored with pg_restore")]
    UseEngineTool,
    /// A file operation failed.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// SQLite refused.
    #[error("sqlite: {0}")]
    Sqlite(rusqlite::Error),
    /// PostgreSQL refused.
    #[error("postgres: {}", told(.0))]
    Postgres(postgres::Error),
    /// Values of a change could not be written as JSON.
    #[error("journal values: {0}")]
    Values(#[from] serde_json::Error),
}

/// The server's own words; the client's are only "db error".
fn told(error: &postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), ToString::to_string)
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(code, Some(text)) = &error else {
            return Self::Sqlite(error);
        };
        match code.code == rusqlite::ErrorCode::ConstraintViolation && text.starts_with("UNIQUE") {
            true => Self::Duplicate(text.clone()),
            false => Self::Sqlite(error),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        let unique = SqlState::UNIQUE_VIOLATION;
        let deadlock = SqlState::T_R_DEADLOCK_DETECTED;
        match error.as_db_error() {
            Some(db) if *db.code() == unique => {
                Self::Duplicate(db.constraint().unwrap_or("unique").to_owned())
            }
            // Two transactions wanted each other's rows: the server lets one of them go on.
            Some(db) if *db.code() == deadlock => Self::Conflict,
            _ => Self::Postgres(error),
        }
    }
}
