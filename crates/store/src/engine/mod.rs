//! The two engines. Nothing outside this folder knows that there are two, but `migrations` (each may
//! have a file of its own) and `backup` (each has its own tool).

pub(crate) mod postgres;
pub(crate) mod sqlite;

use crate::{Param, Row, StoreError};

/// A connection of either engine.
pub(crate) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Client>),
}

impl Connection {
    /// Runs a query and maps each row.
    pub(crate) fn all<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        map: &mut dyn FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        match self {
            Self::Sqlite(connection) => sqlite::all(connection, sql, params, map),
            Self::Postgres(client) => client.all(sql, params, map),
        }
    }

    /// Runs a statement and answers how many rows it touched.
    pub(crate) fn execute(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(connection) => sqlite::execute(connection, sql, params),
            Self::Postgres(client) => client.execute(sql, params),
        }
    }

    /// Runs statements without parameters, as they stand in a schema file.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Self::Postgres(client) => client.batch(sql),
        }
    }

    /// Begins a transaction that may write. SQLite takes its write lock at once, so that a
    /// transaction never finds out halfway that somebody else writes.
    pub(crate) fn begin(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => self.batch("BEGIN IMMEDIATE"),
            Self::Postgres(_) => self.batch("BEGIN"),
        }
    }

    /// Whether the connection can be used again.
    pub(crate) fn is_alive(&self) -> bool {
        match self {
            Self::Sqlite(connection) => connection.is_autocommit(),
            Self::Postgres(client) => client.is_alive(),
        }
    }
}
