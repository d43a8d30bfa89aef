//! Copies of a SQLite database, made while it runs.

use crate::journal::verify;
use crate::{Address, Store, StoreError};
use rusqlite::{Connection, OpenFlags, backup::Backup};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pages copied between two pauses, and the pause: a running program is never held up for long.
const PAGES: i32 = 1_024;
const PAUSE: Duration = Duration::from_millis(1);

/// Copies the running database into a new file, and walks the copy's journal.
///
/// # Errors
/// [`StoreError::Exists`] when the file is there already; [`StoreError::UseEngineTool`] for
/// PostgreSQL; [`StoreError::NotABackup`] when the copy does not verify.
pub fn back_up(store: &Store, to: &Path) -> Result<(), StoreError> {
    let Address::File(from) = store.address() else {
        return Err(StoreError::UseEngineTool);
    };
    if to.exists() {
        return Err(StoreError::Exists(to.to_owned()));
    }
    let part = beside(to, "part");
    let copied = copy(from, &part).and_then(|()| check(&part)).and_then(|()| rename(&part, to));
    if copied.is_err() {
        remove(&part)?;
    }
    copied
}

/// Puts a backup in the place of a database that no program has open.
///
/// The backup is copied and checked beside its place before the old database is touched, and the old
/// one is kept as `….before-restore`.
///
/// # Errors
/// [`StoreError::Exists`] when a database is there and `force` is not given, or a kept one is still
/// there; [`StoreError::NotABackup`] when the file does not verify; [`StoreError::Sqlite`] when a
/// running program has the database open.
pub fn restore(backup: &Path, to: &Address, force: bool) -> Result<(), StoreError> {
    let Address::File(to) = to else {
        return Err(StoreError::UseEngineTool);
    };
    if to.exists() && !force {
        return Err(StoreError::Exists(to.clone()));
    }
    let part = beside(to, "part");
    remove(&part)?;
    let ready = copy(backup, &part).and_then(|()| check(&part));
    if let Err(error) = ready {
        remove(&part)?;
        return Err(error);
    }
    if to.exists() {
        let kept = beside(to, "before-restore");
        if kept.exists() {
            return Err(StoreError::Exists(kept));
        }
        close_for_everybody(to)?;
        rename(to, &kept)?;
    }
    rename(&part, to)
}

fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    let not_a_backup =
        |why: rusqlite::Error| StoreError::NotABackup { path: from.into(), why: why.to_string() };
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .map_err(not_a_backup)?;
    let mut target = Connection::open(to)?;
    let copying = Backup::new(&source, &mut target)?;
    copying.run_to_completion(PAGES, PAUSE, None).map_err(not_a_backup)
}

/// A copy is good when SQLite finds it whole, foreign keys hold, its schema is known and its journal
/// verifies. The checked file is left in the plain journal mode, so that it is one file.
fn check(copy: &Path) -> Result<(), StoreError> {
    let bad = |why: &str| StoreError::NotABackup { path: copy.to_owned(), why: why.to_owned() };
    let connection = Connection::open(copy)?;
    let whole: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .map_err(|error| bad(&error.to_string()))?;
    if whole != "ok" {
        return Err(bad(&whole));
    }
    let known = "SELECT count(*) FROM sqlite_master WHERE name IN ('schema_version', 'journal')";
    if connection.query_row(known, [], |row| row.get::<_, i64>(0))? != 2 {
        return Err(bad("it has no journal"));
    }
    if connection.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(bad("a record points to one that is not there"));
    }
    drop(connection);
    let store = Store::open(Address::File(copy.to_owned()))?;
    let verdict = store.read(verify)?;
    drop(store);
    match verdict.broken.first() {
        Some(row) => Err(bad(&format!("journal row {} is {}", row.seq, row.fault))),
        None => close_for_everybody(copy),
    }
}

/// Folds the write-ahead log into the file; fails while anybody else has the database open.
fn close_for_everybody(path: &Path) -> Result<(), StoreError> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    std::fs::rename(from, to).map_err(|source| StoreError::File { path: to.to_owned(), source })
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::File { path: path.to_owned(), source })
        }
        _ => Ok(()),
    }
}
