//! Opening a database, reading it, writing it.

use crate::counts::{self, Counts};
use crate::engine::{Connection, postgres, sqlite};
use crate::journal::{self, Author, Change};
use crate::{Param, Row, StoreError, migrations};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Where the data lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL server, as a `postgres://` URL.
    Server(String),
}

impl std::str::FromStr for Address {
    type Err = StoreError;

    /// `postgres://…` is a server; anything else without `://` is a file.
    fn from_str(text: &str) -> Result<Self, StoreError> {
        match text {
            _ if text.starts_with("postgres://") => Ok(Self::Server(text.to_owned())),
            _ if text.is_empty() || text.contains("://") => Err(StoreError::Address(text.into())),
            _ => Ok(Self::File(text.into())),
        }
    }
}

/// What a commit waits for, in a SQLite file; a PostgreSQL server has its own settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// The disk: village offices lose their power.
    Disk,
    /// Nothing.
    Scratch,
}

/// A database of one commune (SQLite) or of a province (PostgreSQL).
pub struct Store {
    address: Address,
    durability: Durability,
    /// SQLite has one writer; writers of this process queue here instead of meeting "busy".
    writing: Mutex<()>,
    idle: Mutex<Vec<Connection>>,
    counts: Counts,
}

impl Store {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// When it cannot be reached, or was made by a newer program.
    pub fn open(address: Address) -> Result<Self, StoreError> {
        Self::open_with(address, Durability::Disk)
    }

    /// Opens a database that is thrown away after use: nothing waits for the disk, so a loss of power
    /// may break it. For the worked example.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn scratch(address: Address) -> Result<Self, StoreError> {
        Self::open_with(address, Durability::Scratch)
    }

    fn open_with(address: Address, durability: Durability) -> Result<Self, StoreError> {
        let (writing, idle, counts) = Default::default();
        let store = Self { address, durability, writing, idle, counts };
        let mut connection = store.connect()?;
        migrations::bring_up_to_date(&mut connection, migrations::SCHEMA_VERSION)?;
        store.give_back(connection);
        Ok(store)
    }

    /// Where the data lives.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Reads. Each statement sees what was committed when it began.
    ///
    /// # Errors
    /// Those of the closure, and [`StoreError`] of the engine.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.take()?;
        let answer = work(&mut Reader { connection: &mut connection, counts: Some(&self.counts) });
        self.give_back(connection);
        answer
    }

    /// Writes: one transaction, in the name of `author`. An error undoes all of it; a success is on
    /// the disk, with its journal rows, before this returns.
    ///
    /// # Errors
    /// Those of the closure, and [`StoreError`] of the engine.
    pub fn write<T, E: From<StoreError>>(
        &self,
        author: &Author,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let _turn = self.my_turn();
        let mut connection = self.take()?;
        connection.begin()?;
        // Its own changes are not in the journal yet, so nothing that it counts is kept.
        let reader = Reader { connection: &mut connection, counts: None };
        let mut writer = Writer { reader, author, changes: Vec::new() };
        let answer =
            work(&mut writer).and_then(|answer| Ok(journal::append(&mut writer).map(|()| answer)?));
        let answer = match answer {
            Ok(answer) => connection.batch("COMMIT").map(|()| answer).map_err(E::from),
            Err(error) => Err(error),
        };
        if answer.is_err() {
            // A connection that cannot even roll back is dropped by give_back.
            let _ = connection.batch("ROLLBACK");
        }
        self.give_back(connection);
        answer
    }

    fn my_turn(&self) -> Option<MutexGuard<'_, ()>> {
        match self.address {
            Address::File(_) => Some(self.writing.lock().unwrap_or_else(PoisonError::into_inner)),
            Address::Server(_) => None,
        }
    }

    fn connect(&self) -> Result<Connection, StoreError> {
        Ok(match &self.address {
            Address::File(path) => Connection::Sqlite(sqlite::open(path, self.durability)?),
            Address::Server(url) => Connection::Postgres(Box::new(postgres::Client::open(url)?)),
        })
    }

    fn take(&self) -> Result<Connection, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| self.connect(), Ok)
    }

    fn give_back(&self, connection: Connection) {
        if connection.is_alive() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

/// What a closure of [`Store::read`] holds.
pub struct Reader<'a> {
    connection: &'a mut Connection,
    counts: Option<&'a Counts>,
}

impl Reader<'_> {
    /// All rows of a query, mapped.
    ///
    /// # Errors
    /// Of the engine, or of `map`.
    pub fn all<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        mut map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.connection.all(sql, params, &mut map)
    }

    /// The first row of a query, mapped, or `None`.
    ///
    /// # Errors
    /// Of the engine, or of `map`.
    pub fn first<T>(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, params, map)?.into_iter().next())
    }

    /// The number that a statement gives, zero when it gives none. It is asked again only after the
    /// journal of `commune` has moved, so it must count that commune's records and nothing else.
    ///
    /// # Errors
    /// Of the engine.
    pub fn count(
        &mut self,
        commune: &str,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<i64, StoreError> {
        let head = match self.counts {
            Some(_) => self.first(journal::HEAD_SEQ, &[commune.into()], |row| row.get(0))?,
            None => None,
        };
        let Some((counts, head)) = self.counts.zip(head) else {
            return self.number(sql, params);
        };
        let question = counts::question(sql, params);
        if let Some(count) = counts.at(head, &question) {
            return Ok(count);
        }
        let count = self.number(sql, params)?;
        counts.keep(head, question, count);
        Ok(count)
    }

    fn number(&mut self, sql: &'static str, params: &[Param<'_>]) -> Result<i64, StoreError> {
        Ok(self.first(sql, params, |row| row.get(0))?.unwrap_or_default())
    }
}

/// What a closure of [`Store::write`] holds: it reads too.
pub struct Writer<'a> {
    reader: Reader<'a>,
    author: &'a Author,
    changes: Vec<Change>,
}

impl<'a> std::ops::Deref for Writer<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> std::ops::DerefMut for Writer<'a> {
    fn deref_mut(&mut self) -> &mut Reader<'a> {
        &mut self.reader
    }
}

impl Writer<'_> {
    /// Changes exactly one record, and writes `change` into the journal with the same commit.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when no row or more than one was touched; errors of the engine.
    pub fn change(
        &mut self,
        change: Change,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<(), StoreError> {
        match self.reader.connection.execute(sql, params)? {
            1 => {
                self.changes.push(change);
                Ok(())
            }
            _ => Err(StoreError::Conflict),
        }
    }

    /// Writes to a technical table, outside the journal: logins, throttles, jobs. Never a record.
    /// Answers how many rows were touched.
    ///
    /// # Errors
    /// Of the engine.
    pub fn technical(
        &mut self,
        sql: &'static str,
        params: &[Param<'_>],
    ) -> Result<u64, StoreError> {
        self.reader.connection.execute(sql, params)
    }

    /// Lets no other writer of the commune commit before this transaction does, so that whatever is
    /// read from here on still stands at the commit. Rows that others may hold are to be taken before.
    ///
    /// # Errors
    /// Of the engine.
    pub fn hold_others(&mut self) -> Result<(), StoreError> {
        journal::hold(self).map(drop)
    }

    /// Who writes, for which commune, when.
    pub fn author(&self) -> &Author {
        self.author
    }

    /// The changes made so far; the journal takes them at the end.
    pub(crate) fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }
}
