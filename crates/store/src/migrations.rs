//! The schema, forward only: each version is applied once, in its own transaction.

use crate::engine::Connection;
use crate::store::Durability;
use crate::{Address, Store, StoreError};

struct Migration {
    shared: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// The files of one migration; most need one dialect only.
macro_rules! migration {
    ($name:literal) => {
        Migration {
            shared: include_str!(concat!("../../../schema/", $name, ".sql")),
            sqlite: "",
            postgres: "",
        }
    };
    ($name:literal, with its own part for each engine) => {
        Migration {
            shared: include_str!(concat!("../../../schema/", $name, ".sql")),
            sqlite: include_str!(concat!("../../../schema/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("../../../schema/", $name, ".postgres.sql")),
        }
    };
}

const MIGRATIONS: &[Migration] = &[
    migration!("0001_journal", with its own part for each engine),
    migration!("0002_units"),
    migration!("0003_accounts"),
    migration!("0004_papers"),
    migration!("0005_movements"),
    migration!("0006_standards"),
    migration!("0007_contributions", with its own part for each engine),
    migration!("0008_awards", with its own part for each engine),
    migration!("0009_reports"),
    migration!("0010_discarded_decisions", with its own part for each engine),
    migration!("0011_certificates"),
    migration!("0012_registry", with its own part for each engine),
    migration!("0013_signing"),
    migration!("0014_plan_drafts"),
    migration!("0015_review_steps", with its own part for each engine),
    migration!("0016_templates"),
    migration!("0017_letters", with its own part for each engine),
    migration!("0018_unit_figures"),
    migration!("0019_surveys", with its own part for each engine),
    migration!("0020_finished_letters", with its own part for each engine),
    migration!("0021_overlays"),
    migration!("0022_ballots"),
    migration!("0023_eligibility"),
    migration!("0024_criterion_charges"),
    migration!("0025_ballot_rules"),
    migration!("0026_recognition"),
    migration!("0027_letters_of_recognition", with its own part for each engine),
    migration!("0028_goals"),
    migration!("0029_village_maps"),
    migration!("0030_questions"),
    migration!("0031_rechecks"),
    migration!("0032_succession"),
    migration!("0033_proposals"),
    migration!("0034_fund", with its own part for each engine),
    migration!("0035_clusters"),
    migration!("0036_honours"),
    migration!("0037_opinions"),
    migration!("0038_consultations"),
    migration!("0039_amendments", with its own part for each engine),
    migration!("0040_deliveries"),
    migration!("0041_signers"),
    migration!("0042_submissions"),
    migration!("0043_fund_recovery", with its own part for each engine),
    migration!("0044_holds"),
    migration!("0045_honour_levels"),
    migration!("0046_submission_turns"),
    migration!("0047_award_ballot_rules"),
    migration!("0048_fund_payments", with its own part for each engine),
    migration!("0049_decision_prints"),
    migration!("0050_given_rewards"),
    migration!("0051_award_modes", with its own part for each engine),
];

/// The newest schema version that this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

const CREATE_LIST: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)";
const NEWEST: &str = "SELECT CAST(coalesce(max(version), 0) AS BIGINT) FROM schema_version";
const ADD: &str = "INSERT INTO schema_version (version) VALUES ($1)";

/// Brings the database at `address` to the newest schema.
///
/// # Errors
/// When it cannot be reached, or was made by a newer program.
pub fn migrate(address: Address) -> Result<(), StoreError> {
    Store::open(address).map(drop)
}

/// Brings a database to an older schema than the newest: for the test of upgrades.
///
/// # Errors
/// As [`migrate`].
pub fn migrate_to(address: &Address, version: i64) -> Result<(), StoreError> {
    let mut connection = match address {
        Address::File(path) => {
            Connection::Sqlite(crate::engine::sqlite::open(path, Durability::Disk)?)
        }
        Address::Server(url) => {
            Connection::Postgres(Box::new(crate::engine::postgres::Client::open(url)?))
        }
    };
    bring_up_to_date(&mut connection, version)
}

pub(crate) fn bring_up_to_date(to: &mut Connection, version: i64) -> Result<(), StoreError> {
    only_one_at_a_time(to)?;
    to.batch(CREATE_LIST)?;
    let found = to.all(NEWEST, &[], &mut |row| row.get::<i64>(0))?.first().copied().unwrap_or(0);
    if found > SCHEMA_VERSION {
        return Err(StoreError::NewerSchema { found, known: SCHEMA_VERSION });
    }
    for (number, migration) in (1..=version).zip(MIGRATIONS).filter(|(n, _)| *n > found) {
        to.begin()?;
        if let Err(error) = apply(to, number, migration) {
            let _ = to.batch("ROLLBACK");
            return Err(error);
        }
        to.batch("COMMIT")?;
    }
    done(to)
}

fn apply(to: &mut Connection, number: i64, migration: &Migration) -> Result<(), StoreError> {
    to.batch(migration.shared)?;
    to.batch(match to {
        Connection::Sqlite(_) => migration.sqlite,
        Connection::Postgres(_) => migration.postgres,
    })?;
    to.execute(ADD, &[number.into()]).map(drop)
}

/// Two processes of a province may start together; PostgreSQL lets one of them migrate first.
/// A commune has one process.
fn only_one_at_a_time(connection: &mut Connection) -> Result<(), StoreError> {
    match connection {
        Connection::Sqlite(_) => Ok(()),
        Connection::Postgres(client) => client.batch("SELECT pg_advisory_lock(7263)"),
    }
}

fn done(connection: &mut Connection) -> Result<(), StoreError> {
    match connection {
        Connection::Sqlite(_) => Ok(()),
        Connection::Postgres(client) => client.batch("SELECT pg_advisory_unlock(7263)"),
    }
}
