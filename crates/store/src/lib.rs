//! The one door to data.
//!
//! A feature reads through [`Store::read`] and writes through [`Store::write`]; there is no third way.
//! Every SQL text is a `&'static str` written once, in the dialect that SQLite and PostgreSQL share,
//! and every write carries the [`Change`] that becomes its row in the [`journal`].
//!
//! House rules for SQL, each because one engine needs it:
//! - parameters are `$1`, `$2`, … and first appear in that order (SQLite numbers them by appearance);
//! - an optional filter is `CAST($1 AS TEXT) IS NULL OR …`;
//! - a sum is `CAST(sum(x) AS BIGINT)`;
//! - no JSON operators, no engine functions outside `engine/` and `*.sqlite.sql`, `*.postgres.sql`.

mod backup;
mod counts;
mod engine;
mod error;
pub mod journal;
mod migrations;
mod row;
mod store;
mod value;

pub use backup::{back_up, restore};
pub use error::StoreError;
pub use journal::{Action, Author, Change};
pub use migrations::{SCHEMA_VERSION, migrate, migrate_to};
pub use row::{Column, Row};
pub use store::{Address, Reader, Store, Writer};
pub use value::Param;
