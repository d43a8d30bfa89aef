//! A database of every earlier schema comes up to the newest one; a newer one is left alone.

use crate::harness::*;
use chungsuc_store::journal::verify;
use chungsuc_store::{Address, SCHEMA_VERSION, Store, StoreError, migrate_to};

const SQLITE_TABLES: &str =
    "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY type, name)";
const POSTGRES_TABLES: &str = "SELECT string_agg(table_name || '.' || column_name || ':' || \
     data_type, ',' ORDER BY table_name, column_name) FROM information_schema.columns \
     WHERE table_schema = 'public'";

fn shape(store: &Store) -> String {
    let sql = match store.address() {
        Address::File(_) => SQLITE_TABLES,
        Address::Server(_) => POSTGRES_TABLES,
    };
    store.read(|r| r.first(sql, &[], |row| row.get(0))).map_err(|e: StoreError| e).unwrap().unwrap()
}

on_both_engines! {
    fn every_earlier_schema_is_upgraded(db: &Database) {
        let fresh = shape(&db.open());
        for version in 0..SCHEMA_VERSION {
            let old = match &db.address {
                Address::File(_) => Database::sqlite(),
                Address::Server(_) => Database::postgres(),
            };
            migrate_to(&old.address, version).unwrap();
            let store = old.open();
            assert_eq!(shape(&store), fresh, "from schema {version}");
            add_villages(&store, 1);
            assert_eq!(store.read(verify).unwrap().broken, []);
        }
    }

    fn opening_twice_changes_nothing(db: &Database) {
        let first = shape(&db.open());
        assert_eq!(shape(&db.open()), first);
    }

    fn a_newer_schema_is_refused(db: &Database) {
        db.open();
        db.tamper("INSERT INTO schema_version (version) VALUES (9999)");
        let refused = Store::open(db.address.clone()).map(drop);
        assert!(matches!(refused, Err(StoreError::NewerSchema { found: 9999, .. })));
    }
}
