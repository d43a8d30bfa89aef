//! All or nothing, one after the other, and never over somebody else's change.

use crate::harness::*;
use chungsuc_store::journal::verify;
use chungsuc_store::{Change, Store, StoreError};

const COUNT: &str = "SELECT count(*) FROM unit";

fn villages(store: &Store) -> i64 {
    store.read(|r| r.first(COUNT, &[], |row| row.get(0))).unwrap().unwrap()
}

on_both_engines! {
    fn an_error_undoes_the_whole_transaction(db: &Database) {
        let store = db.open();
        let failed: Result<(), StoreError> = store.write(&author(), |tx| {
            add_village(tx, "L01", "Leng")?;
            Err(StoreError::Conflict)
        });
        assert!(failed.is_err());
        assert_eq!(villages(&store), 0);
        assert_eq!(store.read(verify).unwrap().whole, []);
    }

    fn a_change_that_touches_nothing_is_a_conflict(db: &Database) {
        let store = db.open();
        let change = Change::update("unit", "L09", &named("a"), &named("b")).unwrap();
        let params = ["b".into(), "L09".into()];
        let answer = store.write(&author(), |tx| tx.change(change.clone(), RENAME_UNIT, &params));
        assert!(matches!(answer, Err(StoreError::Conflict)));
    }

    fn a_second_record_with_the_same_key_is_a_duplicate(db: &Database) {
        let store = db.open();
        add_villages(&store, 1);
        let answer = store.write(&author(), |tx| add_village(tx, "L01", "Leng"));
        assert!(matches!(answer, Err(StoreError::Duplicate(_))), "{answer:?}");
        assert_eq!(store.read(verify).unwrap().broken, []);
    }

    fn foreign_keys_hold(db: &Database) {
        let store = db.open();
        let orphan = "INSERT INTO unit (code, name, folded, kind, parent, valid_from) \
                      VALUES ('L01', 'Leng', 'leng', 'village', 'nowhere', '2020-01-01')";
        let answer = store.write(&author(), |tx| tx.technical(orphan, &[]));
        assert!(matches!(answer, Err(StoreError::Sqlite(_) | StoreError::Postgres(_))));
    }

    fn many_writers_make_one_whole_chain(db: &Database) {
        let store = db.open();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let store = &store;
                scope.spawn(move || {
                    for number in 0..25 {
                        let code = format!("{thread}-{number}");
                        store.write(&author(), |tx| add_village(tx, &code, "Leng")).unwrap();
                    }
                });
            }
        });
        let verdict = store.read(verify).unwrap();
        assert_eq!(verdict.broken, []);
        assert_eq!(verdict.whole[0].rows, 200);
        assert_eq!(villages(&store), 200);
    }

    fn what_is_read_while_others_are_held_stands_at_the_commit(db: &Database) {
        let store = db.open();
        add_villages(&store, 1);
        std::thread::scope(|scope| {
            let other = store.write(&author(), |tx| {
                tx.hold_others()?;
                let other = scope.spawn(|| store.write(&author(), |tx| add_village(tx, "L02", "Leng")));
                std::thread::sleep(std::time::Duration::from_millis(300));
                assert_eq!(villages(&store), 1, "another writer slipped in");
                add_village(tx, "L03", "Klếch").map(|()| other)
            });
            other.unwrap().join().unwrap().unwrap();
        });
        assert_eq!(villages(&store), 3);
        assert_eq!(store.read(verify).unwrap().broken, []);
    }

    fn a_panic_in_a_transaction_leaves_no_trace(db: &Database) {
        let store = db.open();
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            store.write::<(), StoreError>(&author(), |tx| {
                add_village(tx, "L01", "Leng")?;
                panic!("on purpose")
            })
        }));
        assert!(panicked.is_err());
        assert_eq!(villages(&store), 0);
        add_villages(&store, 1);
        assert_eq!(villages(&store), 1);
    }
}
