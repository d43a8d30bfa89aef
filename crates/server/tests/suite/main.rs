//! The program's tests, through its router: each runs on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code, unused_imports)]

mod accounts;
mod achievements;
mod amendments;
mod architecture;
mod award_check;
mod ballot_rules;
mod ballots;
mod certificates;
mod charts;
mod command_line;
mod consultations;
mod contributions;
mod councils;
mod decisions;
mod decisions_at_once;
mod desk;
mod directory;
mod evaluate;
mod fund;
mod goals;
mod harness;
mod home;
mod journal;
mod letters;
mod movements;
mod nominations;
mod nominations_law;
#[path = "../../../press/tests/suite/office.rs"]
mod office;
mod opinions;
mod overlays;
mod papers;
mod permissions;
#[path = "../../../press/tests/suite/picture.rs"]
mod picture;
mod plan_drafts;
mod proposals;
mod questions;
mod rechecks;
mod recognition;
mod registry;
mod reports;
mod signing;
mod simulation;
mod standards;
mod standards_charge;
mod standards_grid;
mod standards_progress;
mod standards_sheet;
mod succession;
mod surveys;
mod template_versions;
mod templates;
mod units;
