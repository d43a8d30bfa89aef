//! A count holds until the journal moves, and never longer.

use crate::harness::*;
use chungsuc_store::{Store, StoreError};

const COUNT: &str = "SELECT count(*) FROM unit WHERE folded = $1";

fn counted(store: &Store) -> i64 {
    store.read::<_, StoreError>(|r| r.count(COMMUNE, COUNT, &["".into()])).unwrap()
}

on_both_engines! {
    fn every_change_is_counted(db: &Database) {
        let store = db.open();
        assert_eq!(counted(&store), 0);
        add_villages(&store, 2);
        assert_eq!(counted(&store), 2);
        assert_eq!(counted(&store), 2);
    }

    fn nothing_is_counted_twice_between_two_changes(db: &Database) {
        let store = db.open();
        add_villages(&store, 1);
        assert_eq!(counted(&store), 1);
        // Behind the program's back, so that a second counting would be seen.
        db.tamper("UPDATE unit SET folded = 'leng'");
        assert_eq!(counted(&store), 1);
        let other = store.read::<_, StoreError>(|r| r.count(COMMUNE, COUNT, &["leng".into()]));
        assert_eq!(other.unwrap(), 1, "another question");
        store.write(&author(), |tx| add_village(tx, "L09", "Leng")).unwrap();
        assert_eq!(counted(&store), 1, "the new one only");
    }

    fn what_a_writer_counts_is_its_own(db: &Database) {
        let store = db.open();
        add_villages(&store, 1);
        let undone: Result<(), StoreError> = store.write(&author(), |tx| {
            add_village(tx, "L09", "Leng")?;
            assert_eq!(tx.count(COMMUNE, COUNT, &["".into()])?, 2);
            Err(StoreError::Conflict)
        });
        assert!(undone.is_err());
        assert_eq!(counted(&store), 1);
    }
}
