//! Rows on their way out of a query.

use crate::StoreError;
use rusqlite::types::ValueRef;

/// One row of an answer; columns are read by place, from 0.
pub enum Row<'a> {
    /// A row of SQLite, borrowed from its statement.
    Sqlite(&'a rusqlite::Row<'a>),
    /// A row of PostgreSQL.
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// Reads the column at `index`.
    ///
    /// # Errors
    /// [`StoreError::Column`] when the column is missing, NULL for a plain type, or of another type.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, StoreError> {
        let value = match self {
            Self::Sqlite(row) => row.get_ref(index).ok().and_then(T::from_sqlite),
            Self::Postgres(row) => T::from_postgres(row, index),
        };
        let wanted = std::any::type_name::<T>();
        value.ok_or(StoreError::Column { index, wanted })
    }

    /// Reads the column at `index` as one of the codes of the schema, such as `State::from_code`.
    ///
    /// # Errors
    /// [`StoreError::Column`] when the column is no text, or `of` does not know the code.
    pub fn coded<T>(&self, index: usize, of: fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let wanted = std::any::type_name::<T>();
        of(&self.get::<String>(index)?).ok_or(StoreError::Column { index, wanted })
    }
}

/// A Rust type that a column can be read as.
pub trait Column: Sized {
    /// Reads the value as SQLite holds it; `None` when it does not fit.
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self>;
    /// Reads the column as PostgreSQL sent it; `None` when it does not fit.
    fn from_postgres(row: &postgres::Row, index: usize) -> Option<Self>;
}

impl Column for i64 {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()
    }
    fn from_postgres(row: &postgres::Row, index: usize) -> Option<Self> {
        row.try_get(index).ok()
    }
}

impl Column for bool {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok().map(|number| number != 0)
    }
    fn from_postgres(row: &postgres::Row, index: usize) -> Option<Self> {
        row.try_get(index).ok()
    }
}

impl Column for String {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().map(str::to_owned)
    }
    fn from_postgres(row: &postgres::Row, index: usize) -> Option<Self> {
        row.try_get(index).ok()
    }
}

impl Column for Vec<u8> {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().map(<[u8]>::to_vec)
    }
    fn from_postgres(row: &postgres::Row, index: usize) -> Option<Self> {
        row.try_get(index).ok()
    }
}

/// Types kept as text in both engines: they parse what [`String`] reads.
macro_rules! column_from_text {
    ($($type:ty),+) => {$(
        impl Column for $type {
            fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
                value.as_str().ok()?.parse().ok()
            }
            fn from_postgres(row: &postgres::Row, index: usize) -> Option<Self> {
                row.try_get::<_, &str>(index).ok()?.parse().ok()
            }
        }
    )+};
}
column_from_text!(jiff::Timestamp, jiff::civil::Date);

impl<T: Column> Column for Option<T> {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            value => T::from_sqlite(value).map(Some),
        }
    }
    fn from_postgres(row: &postgres::Row, index: usize) -> Option<Self> {
        match row.try_get::<_, IsNullProbe>(index).ok()?.0 {
            true => Some(None),
            false => T::from_postgres(row, index).map(Some),
        }
    }
}

/// Asks PostgreSQL's row whether a column of any type is NULL.
struct IsNullProbe(bool);

impl postgres::types::FromSql<'_> for IsNullProbe {
    fn from_sql(
        _: &postgres::types::Type,
        _: &[u8],
    ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(false))
    }
    fn from_sql_null(
        _: &postgres::types::Type,
    ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(true))
    }
    fn accepts(_: &postgres::types::Type) -> bool {
        true
    }
}
