//! The program's tests, through its router: each runs on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code, unused_imports)]

mod accounts;
mod architecture;
mod certificates;
mod command_line;
mod contributions;
mod councils;
mod decisions;
mod desk;
mod directory;
mod harness;
mod home;
mod journal;
mod movements;
mod nominations;
mod papers;
mod permissions;
mod plan_drafts;
mod registry;
mod reports;
mod signing;
mod standards;
mod standards_grid;
mod standards_progress;
mod standards_sheet;
mod units;
