//! PostgreSQL, over the network.

use crate::{Param, Row, StoreError};
use postgres::types::ToSql;
use postgres::{NoTls, Statement};
use std::collections::HashMap;

/// A connection with the statements it has prepared so far.
pub(crate) struct Client {
    inner: postgres::Client,
    statements: HashMap<&'static str, Statement>,
    in_transaction: bool,
}

impl Client {
    /// Connects; `address` is a `postgres://` URL.
    pub(crate) fn open(address: &str) -> Result<Self, StoreError> {
        let inner = postgres::Client::connect(address, NoTls)?;
        Ok(Self { inner, statements: HashMap::new(), in_transaction: false })
    }

    pub(crate) fn all<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        map: &mut dyn FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let statement = self.prepared(sql)?;
        let rows = self.inner.query(&statement, &as_sql(params))?;
        rows.iter().map(|row| map(&Row::Postgres(row))).collect()
    }

    pub(crate) fn execute(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<u64, StoreError> {
        let statement = self.prepared(sql)?;
        Ok(self.inner.execute(&statement, &as_sql(params))?)
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.inner.batch_execute(sql)?;
        match sql {
            "BEGIN" => self.in_transaction = true,
            "COMMIT" | "ROLLBACK" => self.in_transaction = false,
            _ => {}
        }
        Ok(())
    }

    pub(crate) fn is_alive(&self) -> bool {
        !self.inner.is_closed() && !self.in_transaction
    }

    fn prepared(&mut self, sql: &'static str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.inner.prepare(sql)?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }
}

fn as_sql<'a>(params: &'a [Param<'_>]) -> Vec<&'a (dyn ToSql + Sync)> {
    params.iter().map(|param| param as &(dyn ToSql + Sync)).collect()
}
