//! SQLite, embedded.

use crate::store::Durability;
use crate::{Param, Row, StoreError};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;

/// How long a connection waits for another process that writes, in milliseconds.
const BUSY_TIMEOUT_MS: u64 = 5_000;

/// Opens the file, made when missing: write-ahead log, foreign keys checked, and, for data that is to
/// last, every commit on the disk before it is answered.
pub(crate) fn open(path: &Path, durability: Durability) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(std::time::Duration::from_millis(BUSY_TIMEOUT_MS))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(
        None,
        "synchronous",
        match durability {
            Durability::Disk => "FULL",
            Durability::Scratch => "OFF",
        },
    )?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // A plan made once serves all values; else each `LIKE` would be parsed and planned at every use.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

pub(crate) fn all<T>(
    connection: &Connection,
    sql: &'static str,
    params: &[Param<'_>],
    map: &mut dyn FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    debug_assert!(in_order(&statement), "parameters out of order: {sql}");
    let mut rows = statement.query(params_from_iter(params))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(map(&Row::Sqlite(row))?);
    }
    Ok(found)
}

pub(crate) fn execute(
    connection: &Connection,
    sql: &'static str,
    params: &[Param<'_>],
) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    debug_assert!(in_order(&statement), "parameters out of order: {sql}");
    Ok(statement.execute(params_from_iter(params))? as u64)
}

/// SQLite numbers `$n` by first appearance, PostgreSQL by `n`: they must agree.
fn in_order(statement: &rusqlite::Statement<'_>) -> bool {
    (1..=statement.parameter_count())
        .all(|index| statement.parameter_name(index) == Some(format!("${index}").as_str()))
}
