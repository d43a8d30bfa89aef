//! Backups of a running database, and putting them back. PostgreSQL has tools of its own.

use crate::harness::*;
use chungsuc_store::journal::verify;
use chungsuc_store::{Address, Store, StoreError, back_up, restore};
use std::fs;

#[test]
fn a_running_database_is_backed_up_and_restored() {
    let db = Database::sqlite();
    let store = db.open();
    add_villages(&store, 3);
    let copy = db.folder.path().join("copy.db");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 10..40 {
                let code = format!("M{number}");
                store.write(&author(), |tx| add_village(tx, &code, "Leng")).unwrap();
            }
        });
        back_up(&store, &copy).unwrap();
    });
    let place = Address::File(db.folder.path().join("restored.db"));
    restore(&copy, &place, false).unwrap();
    let restored = Store::open(place).unwrap();
    let verdict = restored.read(verify).unwrap();
    assert_eq!(verdict.broken, []);
    assert!((3..=33).contains(&verdict.whole[0].rows));
}

#[test]
fn nothing_is_overwritten() {
    let db = Database::sqlite();
    let store = db.open();
    add_villages(&store, 1);
    let copy = db.folder.path().join("copy.db");
    back_up(&store, &copy).unwrap();
    assert!(matches!(back_up(&store, &copy), Err(StoreError::Exists(_))));
    assert!(matches!(restore(&copy, &db.address, false), Err(StoreError::Exists(_))));
}

#[test]
fn a_database_in_use_is_not_replaced_even_by_force() {
    let db = Database::sqlite();
    let store = db.open();
    add_villages(&store, 2);
    let copy = db.folder.path().join("copy.db");
    back_up(&store, &copy).unwrap();
    assert!(matches!(restore(&copy, &db.address, true), Err(StoreError::Sqlite(_))));
    add_villages_after(&store);
    drop(store);
    restore(&copy, &db.address, true).unwrap();
    assert_eq!(db.open().read(verify).unwrap().whole[0].rows, 2);
    assert!(db.folder.path().join("commune.db.before-restore").exists(), "the old one is kept");
}

fn add_villages_after(store: &Store) {
    store.write(&author(), |tx| add_village(tx, "Z", "Leng")).unwrap();
}

#[test]
fn what_is_no_backup_is_refused_and_leaves_nothing_behind() {
    let db = Database::sqlite();
    let bad = db.folder.path().join("bad.db");
    fs::write(&bad, "not a database").unwrap();
    assert!(matches!(restore(&bad, &db.address, false), Err(StoreError::NotABackup { .. })));
    fs::write(&bad, "").unwrap();
    assert!(matches!(restore(&bad, &db.address, false), Err(StoreError::NotABackup { .. })));
    assert_eq!(fs::read_dir(db.folder.path()).unwrap().count(), 1);
}

#[test]
fn a_backup_with_a_broken_journal_is_refused() {
    let db = Database::sqlite();
    let store = db.open();
    add_villages(&store, 3);
    drop(store);
    db.tamper("UPDATE journal SET actor = 'nobody' WHERE seq = 2");
    let Address::File(file) = &db.address else { unreachable!() };
    let place = Address::File(db.folder.path().join("restored.db"));
    let refused = restore(file, &place, false);
    assert!(matches!(&refused, Err(StoreError::NotABackup { why, .. }) if why.contains("row 2")));
}

#[test]
fn postgres_names_its_own_tools() {
    let db = Database::postgres();
    let store = db.open();
    let answer = back_up(&store, &db.folder.path().join("x"));
    assert!(matches!(answer, Err(StoreError::UseEngineTool)));
}
