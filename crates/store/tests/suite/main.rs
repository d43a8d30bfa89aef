//! The store's tests: each runs on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod backup;
mod counts;
mod harness;
mod journal;
mod migrations;
mod transactions;
mod values;
