//! Whoever touches the journal behind the program's back is found.

use crate::harness::*;
use chungsuc_store::journal::{Break, Fault, Verdict, history, verify};
use chungsuc_store::{Author, Change, Store, StoreError};

fn walk(store: &Store) -> Verdict {
    store.read(verify).unwrap()
}

fn first_break(store: &Store) -> (i64, Fault) {
    let verdict = walk(store);
    let Break { seq, fault, .. } = verdict.broken.first().expect("the chain is broken").clone();
    (seq, fault)
}

on_both_engines! {
    fn an_untouched_chain_is_whole(db: &Database) {
        let store = db.open();
        add_villages(&store, 5);
        let verdict = walk(&store);
        assert_eq!(verdict.broken, []);
        assert_eq!(verdict.whole[0].rows, 5);
        assert_eq!(verdict.whole[0].hash.len(), 64);
    }

    fn each_commune_has_a_chain_of_its_own(db: &Database) {
        let store = db.open();
        add_villages(&store, 2);
        let other = Author { commune: "23671".into(), ..author() };
        store.write(&other, |tx| add_village(tx, "K01", "Kông Lơng Khơng")).unwrap();
        let rows: Vec<_> = walk(&store).whole.iter().map(|h| (h.commune.clone(), h.rows)).collect();
        assert_eq!(rows, [("23668".into(), 2), ("23671".into(), 1)]);
    }

    fn an_altered_row_is_found(db: &Database) {
        let store = db.open();
        add_villages(&store, 5);
        db.tamper("UPDATE journal SET new_values = '{\"name\":\"Leng\"}' WHERE seq = 3");
        assert_eq!(first_break(&store), (3, Fault::Altered));
    }

    fn an_altered_time_actor_or_reason_is_found(db: &Database) {
        let store = db.open();
        add_villages(&store, 4);
        db.tamper("UPDATE journal SET reason = '' WHERE seq = 2");
        assert_eq!(first_break(&store), (2, Fault::Altered), "an empty reason is not a missing one");
    }

    fn a_deleted_row_is_found(db: &Database) {
        let store = db.open();
        add_villages(&store, 5);
        db.tamper("DELETE FROM journal WHERE seq = 2");
        assert_eq!(first_break(&store), (2, Fault::Missing));
    }

    fn a_cut_tail_is_found(db: &Database) {
        let store = db.open();
        add_villages(&store, 5);
        db.tamper("DELETE FROM journal WHERE seq > 3");
        assert_eq!(first_break(&store), (4, Fault::Missing));
    }

    fn an_emptied_journal_is_found(db: &Database) {
        let store = db.open();
        add_villages(&store, 2);
        db.tamper("DELETE FROM journal");
        assert_eq!(first_break(&store), (1, Fault::Missing));
    }

    fn a_removed_head_is_found(db: &Database) {
        let store = db.open();
        add_villages(&store, 2);
        db.tamper("DELETE FROM journal_head");
        assert_eq!(first_break(&store), (1, Fault::BeyondHead));
    }

    fn reordered_rows_are_found(db: &Database) {
        let store = db.open();
        add_villages(&store, 5);
        db.tamper(
            "UPDATE journal SET seq = 99 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3; \
             UPDATE journal SET seq = 3 WHERE seq = 99;",
        );
        assert_eq!(first_break(&store), (2, Fault::Altered));
    }

    fn the_engine_itself_refuses_to_change_the_journal(db: &Database) {
        let store = db.open();
        add_villages(&store, 1);
        let alter = store.write(&author(), |tx| {
            tx.technical("UPDATE journal SET actor = 'x'", &[])
        });
        let delete = store.write(&author(), |tx| tx.technical("DELETE FROM journal", &[]));
        assert!(matches!(alter, Err(StoreError::Sqlite(_) | StoreError::Postgres(_))));
        assert!(matches!(delete, Err(StoreError::Sqlite(_) | StoreError::Postgres(_))));
        assert_eq!(walk(&store).broken, []);
    }

    fn a_record_tells_its_history(db: &Database) {
        let store = db.open();
        store.write(&author(), |tx| add_village(tx, "L01", "Stơr")).unwrap();
        store.write(&author(), |tx| {
            let change = Change::update("unit", "L01", &named("Stơr"), &named("Sơ Tor"))?;
            tx.change(change.because("tên trong kế hoạch"), RENAME_UNIT, &[
                "Sơ Tor".into(),
                "L01".into(),
            ])
        }).unwrap();
        let rows = store.read(|r| history(r, COMMUNE, "unit", "L01")).unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].new.as_deref(), Some(r#"{"name":"Stơr"}"#));
        assert_eq!(rows[1].old.as_deref(), Some(r#"{"name":"Stơr"}"#));
        assert_eq!(rows[1].new.as_deref(), Some(r#"{"name":"Sơ Tor"}"#));
        assert_eq!(rows[1].reason.as_deref(), Some("tên trong kế hoạch"));
        assert_eq!(rows[1].at, author().at);
    }
}
