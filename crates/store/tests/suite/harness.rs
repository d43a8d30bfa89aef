//! A fresh database on either engine, and the words that the tests speak.

use chungsuc_store::{Address, Author, Change, Store, StoreError, Writer};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes a test once and runs it on both engines.
macro_rules! on_both_engines {
    ($(fn $name:ident($db:ident: &Database) $body:block)+) => {
        mod sqlite {
            #[allow(unused_imports)]
            use super::*;
            $(#[test] fn $name() { let $db = &crate::harness::Database::sqlite(); $body })+
        }
        mod postgres {
            #[allow(unused_imports)]
            use super::*;
            $(#[test] fn $name() { let $db = &crate::harness::Database::postgres(); $body })+
        }
    };
}
pub(crate) use on_both_engines;

pub(crate) const COMMUNE: &str = "23668";

/// A database that goes with the test.
pub(crate) struct Database {
    pub(crate) address: Address,
    pub(crate) folder: tempfile::TempDir,
}

impl Database {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { address: Address::File(folder.path().join("commune.db")), folder }
    }

    /// A database of its own on the server that `CHUNGSUC_TEST_POSTGRES` names, such as
    /// `postgres://postgres@127.0.0.1:5599`. Without it the test fails: a skipped test is not seen.
    pub(crate) fn postgres() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("CHUNGSUC_TEST_POSTGRES").expect(
            "CHUNGSUC_TEST_POSTGRES names the PostgreSQL server for tests: use scripts/test",
        );
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("store_{}_{number}", std::process::id());
        let mut client =
            postgres::Client::connect(&format!("{server}/postgres"), postgres::NoTls).unwrap();
        client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        let address = Address::Server(format!("{server}/{name}"));
        Self { address, folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(self.address.clone()).unwrap()
    }

    /// Runs SQL behind the program's back, on a connection of its own, past the triggers.
    pub(crate) fn tamper(&self, sql: &str) {
        match &self.address {
            Address::File(path) => {
                let connection = rusqlite::Connection::open(path).unwrap();
                let drop = "DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_values;";
                connection.execute_batch(&format!("{drop}{sql}")).unwrap();
            }
            Address::Server(url) => {
                let drop = "DROP TRIGGER journal_keeps_rows ON journal;";
                let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
                client.batch_execute(&format!("{drop}{sql}")).unwrap();
            }
        }
    }
}

pub(crate) fn author() -> Author {
    Author {
        commune: COMMUNE.to_owned(),
        actor: "system:test".to_owned(),
        at: "2023-12-20T01:02:03.000004Z".parse().unwrap(),
    }
}

pub(crate) const ADD_UNIT: &str = "INSERT INTO unit (code, name, folded, kind, valid_from) VALUES ($1, $2, '', 'village', '2020-01-01')";
pub(crate) const RENAME_UNIT: &str = "UPDATE unit SET name = $1 WHERE code = $2";

pub(crate) fn named(name: &str) -> BTreeMap<&'static str, String> {
    BTreeMap::from([("name", name.to_owned())])
}

/// Adds a village: the shortest record there is.
pub(crate) fn add_village(tx: &mut Writer<'_>, code: &str, name: &str) -> Result<(), StoreError> {
    let change = Change::create("unit", code, &named(name))?;
    tx.change(change, ADD_UNIT, &[code.into(), name.into()])
}

/// Adds `count` villages, each in a transaction of its own.
pub(crate) fn add_villages(store: &Store, count: usize) {
    for number in 1..=count {
        let code = format!("L{number:02}");
        store.write(&author(), |tx| add_village(tx, &code, "Làng Sơ Tor")).unwrap();
    }
}
