//! A database of every earlier schema comes up to the newest one; a newer one is left alone.

use crate::harness::*;
use chungsuc_store::journal::verify;
use chungsuc_store::{Address, SCHEMA_VERSION, Store, StoreError, migrate_to};

const SQLITE_TABLES: &str =
    "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY type, name)";
const POSTGRES_TABLES: &str = "SELECT string_agg(table_name || '.' || column_name || ':' || \
     data_type, ',' ORDER BY table_name, column_name) FROM information_schema.columns \
     WHERE table_schema = 'public'";

/// The shortest decision there can be, issued on what a council carried.
const ISSUED: &str = "
    INSERT INTO unit (code, name, folded, kind, valid_from)
    VALUES ('23668', 'Tơ Tung', 'to tung', 'commune', '2021-01-01');
    INSERT INTO paper (commune, id, kind, issuer, place, title, folded, signer_post, signer_name,
        version) VALUES ('23668', 'p', 'plan', '', '', '', '', '', '', 1);
    INSERT INTO movement (commune, id, paper, name, period_from, period_to, purpose,
        reporting_cycle, reports_to, reported_by, funding, campaigns, version)
    VALUES ('23668', 'm', 'p', '', '2022-01-01', '2025-12-31', '', '', '', '', '', '', 1);
    INSERT INTO contestant (commune, id, movement, subject_kind, subject, name, folded, sort_key,
        registered_on, version)
    VALUES ('23668', 'c', 'm', 'village', '23668', '', '', 'x', '2022-01-01', 1);
    INSERT INTO nomination (commune, id, movement, contestant, award, achievement, proposed_by,
        proposed_on, state, entered_by, version)
    VALUES ('23668', 'n', 'm', 'c', '', '', '', '2022-01-01', 'awarded', '', 1);
    INSERT INTO council (commune, id, name, paper, quorum_part, quorum_whole, pass_part, pass_whole,
        more_than, pass_of, valid_from, version)
    VALUES ('23668', 'h', '', '', 1, 2, 1, 2, TRUE, 'members', '2022-01-01', 1);
    INSERT INTO sitting (commune, id, council, held_on, place, state, version)
    VALUES ('23668', 's', 'h', '2022-12-20', '', 'closed', 1);
    INSERT INTO decision (commune, id, movement, sitting, abstract, bases, recipients,
        reward_source, state, symbol, signer_post, signer_name, version)
    VALUES ('23668', 'd', 'm', 's', 'Về việc tặng Giấy khen', '', '', 'fund', 'draft', 'QĐ-UBND',
        '', '', 1);
    INSERT INTO decision_award (commune, decision, seq, nomination, award, subject_kind, recipient,
        address, achievement, version)
    VALUES ('23668', 'd', 1, 'n', '', 'village', 'Nhân dân làng Sơ Tor', '', '', 1);
    UPDATE decision SET state = 'issued', year = 2022, number = 312, issued_on = '2022-12-27',
        paper = 'p';";

/// Two accepted figures of a year, and one of the next that was only sent.
const ACCEPTED: &str = "
    INSERT INTO unit (code, name, folded, kind, valid_from)
    VALUES ('23668', 'Tơ Tung', 'to tung', 'commune', '2021-01-01');
    INSERT INTO indicator_value (commune, id, unit, standard, indicator, period, measured_on, note,
        state, entered_by, version)
    VALUES ('23668', 'a', '23668', 's', '1', '2022', '2022-12-20', '', 'accepted', 'x', 1),
           ('23668', 'b', '23668', 's', '2', '2022', '2022-12-20', '', 'accepted', 'x', 1),
           ('23668', 'c', '23668', 's', '1', '2023', '2023-12-20', '', 'sent', 'x', 1);";
/// Values of every state that there was before values were verified, one of them with its evidence.
const REVIEWED: &str = "
    INSERT INTO unit (code, name, folded, kind, valid_from)
    VALUES ('23668', 'Tơ Tung', 'to tung', 'commune', '2021-01-01');
    INSERT INTO file (commune, id, name, media, bytes, sha256, content, added_at)
    VALUES ('23668', 'f', 'duong.png', 'image/png', 0, '', '', '2023-12-01T00:00:00Z');
    INSERT INTO indicator_value (commune, id, unit, standard, indicator, period, numerator,
        denominator, measured_on, note, state, reason, entered_by, decided_by, version)
    VALUES ('23668', 'v1', '23668', 's', '1', '2023', 1000, 2000, '2023-12-01', '', 'accepted', NULL,
            'a', 'b', 3),
           ('23668', 'v2', '23668', 's', '2', '2023', 1000, 2000, '2023-12-01', '', 'returned',
            'thiếu ảnh', 'a', 'b', 3),
           ('23668', 'v3', '23668', 's', '3', '2023', 1000, 2000, '2023-12-01', '', 'sent', NULL,
            'a', NULL, 2);
    INSERT INTO indicator_evidence (commune, value, file, note) VALUES ('23668', 'v1', 'f', '');
    INSERT INTO journal (commune, seq, at, actor, action, record_kind, record_id, old_values,
        new_values, previous_hash, hash)
    VALUES ('23668', 1, '2023-12-05T20:00:00.000000Z', 'a', 'update', 'indicator_value', 'v3',
            '{\"state\":\"draft\"}', '{\"state\":\"sent\"}', '', '');";

/// Letters of every state that there was before reports of achievements were finished.
const LETTERS: &str = "
    INSERT INTO unit (code, name, folded, kind, valid_from)
    VALUES ('23668', 'Tơ Tung', 'to tung', 'commune', '2021-01-01');
    INSERT INTO paper (commune, id, kind, issuer, place, title, folded, signer_post, signer_name,
        version) VALUES ('23668', 'p', 'plan', '', '', '', '', '', '', 1);
    INSERT INTO movement (commune, id, paper, name, period_from, period_to, purpose,
        reporting_cycle, reports_to, reported_by, funding, campaigns, version)
    VALUES ('23668', 'm', 'p', '', '2022-01-01', '2025-12-31', '', '', '', '', '', '', 1);
    INSERT INTO file (commune, id, name, media, bytes, sha256, content, added_at)
    VALUES ('23668', 'f', 'a.pdf', 'application/pdf', 0, '', '', '2023-12-01T00:00:00Z');
    INSERT INTO letter (commune, id, sort, movement, title, folded, typed, signer_post, signer_name,
        readers, state, reason, year, number, symbol, issued_on, paper, docx, pdf, version)
    VALUES ('23668', 'l1', 'cong-van-don-doc', 'm', 'Nháp', 'nhap', 'a=b', 'Chủ tịch', '', 'staff',
            'draft', NULL, NULL, NULL, 'UBND-TĐKT', NULL, NULL, NULL, NULL, 1),
           ('23668', 'l2', 'cong-van-don-doc', 'm', 'Gửi', 'gui', 'a=b', 'Chủ tịch', 'Hà Minh',
            'staff', 'issued', NULL, 2023, 4, 'UBND-TĐKT', '2023-12-20', 'p', 'f', 'f', 2),
           ('23668', 'l3', 'ke-hoach-phong-trao', 'm', 'Rút', 'rut', '', 'Chủ tịch', 'Hà Minh',
            'staff', 'withdrawn', 'nhầm', 2023, 5, 'KH-UBND', '2023-12-20', 'p', 'f', 'f', 3),
           ('23668', 'l4', 'ke-hoach-phong-trao', 'm', 'Bỏ', 'bo', '', 'Chủ tịch', '', 'staff',
            'discarded', 'nhầm', NULL, NULL, 'KH-UBND', NULL, NULL, NULL, NULL, 2);";

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

    fn values_keep_their_states_and_evidence_when_review_gets_its_second_step(db: &Database) {
        migrate_to(&db.address, 14).unwrap();
        db.tamper(REVIEWED);
        let store = db.open();
        let kept = "SELECT v.id || ' ' || v.state || ' ' || coalesce(v.returned_by, '-') || ' ' || \
                    coalesce(e.file, '-') || ' ' || coalesce(v.sent_on, '-') \
                    FROM indicator_value v LEFT JOIN indicator_evidence e \
                    ON e.commune = v.commune AND e.value = v.id ORDER BY v.id";
        let rows: Vec<String> =
            store.read(|r| r.all(kept, &[], |row| row.get(0))).map_err(|e: StoreError| e).unwrap();
        // It was sent in the evening of Greenwich, the next morning in Việt Nam.
        assert_eq!(rows, ["v1 accepted - f -", "v2 returned b - -", "v3 sent - - 2023-12-06"]);
    }

    fn letters_come_through_and_what_is_out_still_never_changes(db: &Database) {
        migrate_to(&db.address, 18).unwrap();
        db.tamper(LETTERS);
        let store = db.open();
        let kept = "SELECT id || ' ' || title || ' ' || state || ' ' || typed || ' ' || \
                    coalesce(reason, '-') || ' ' || coalesce(CAST(number AS TEXT), '-') || '/' || \
                    symbol || ' ' || coalesce(issued_on, '-') || ' ' || coalesce(pdf, '-') \
                    FROM letter ORDER BY id";
        let rows: Vec<String> =
            store.read(|r| r.all(kept, &[], |row| row.get(0))).map_err(|e: StoreError| e).unwrap();
        assert_eq!(
            rows,
            [
                "l1 Nháp draft a=b - -/UBND-TĐKT - -",
                "l2 Gửi issued a=b - 4/UBND-TĐKT 2023-12-20 f",
                "l3 Rút withdrawn  nhầm 5/KH-UBND 2023-12-20 f",
                "l4 Bỏ discarded  nhầm -/KH-UBND - -",
            ]
        );
        for (sql, may) in [
            ("UPDATE letter SET title = 'x' WHERE id = 'l2'", false),
            ("UPDATE letter SET number = 7 WHERE id = 'l2'", false),
            ("UPDATE letter SET reason = 'x' WHERE id = 'l3'", false),
            ("DELETE FROM letter WHERE id = 'l1'", false),
            // Only what has no book of ours is finished, and then it stays.
            (
                "UPDATE letter SET state = 'finished', issued_on = '2023-12-21', docx = 'f', \
                 pdf = 'f' WHERE id = 'l1'",
                false,
            ),
            (
                "UPDATE letter SET state = 'finished', issued_on = '2023-12-21', docx = 'f', \
                 pdf = 'f', symbol = '' WHERE id = 'l1'",
                true,
            ),
            ("UPDATE letter SET typed = 'x' WHERE id = 'l1'", false),
            ("UPDATE letter SET number = 9, year = 2023, paper = 'p' WHERE id = 'l1'", false),
            ("UPDATE letter SET state = 'issued' WHERE id = 'l1'", false),
            ("UPDATE letter SET state = 'withdrawn', reason = 'x' WHERE id = 'l1'", true),
        ] {
            let done = store.write(&author(), |tx| tx.technical(sql, &[]));
            assert_eq!(done.is_ok(), may, "{sql}");
        }
    }

    fn an_issued_decision_comes_through_and_still_never_changes(db: &Database) {
        migrate_to(&db.address, 9).unwrap();
        db.tamper(ISSUED);
        let store = db.open();
        let kept = "SELECT d.abstract || ' ' || a.recipient FROM decision d JOIN decision_award a \
                    ON a.commune = d.commune AND a.decision = d.id WHERE d.number = 312";
        let kept: Option<String> =
            store.read(|r| r.first(kept, &[], |row| row.get(0))).map_err(|e: StoreError| e).unwrap();
        assert_eq!(kept.as_deref(), Some("Về việc tặng Giấy khen Nhân dân làng Sơ Tor"));
        for sql in [
            "UPDATE decision SET abstract = 'x'",
            "DELETE FROM decision_award",
            "INSERT INTO decision_award (commune, decision, seq, nomination, award, subject_kind, \
             recipient, address, achievement, version) \
             VALUES ('23668', 'none', 1, 'n', '', 'village', '', '', '', 1)",
        ] {
            let done = store.write(&author(), |tx| tx.technical(sql, &[]));
            assert!(done.is_err(), "{sql}");
        }
    }

    // What an older program accepted waits in a row of its own to be packed.
    fn accepted_figures_of_an_older_program_wait_to_be_packed(db: &Database) {
        migrate_to(&db.address, 6).unwrap();
        db.tamper(ACCEPTED);
        let store = db.open();
        let rows = "SELECT period FROM unit_figures WHERE commune = '23668' AND unit = '23668' \
                    AND standard = 's' AND figures IS NULL";
        let rows: Vec<String> =
            store.read(|r| r.all(rows, &[], |row| row.get(0))).map_err(|e: StoreError| e).unwrap();
        assert_eq!(rows, ["2022"], "one for all its figures, none for what was only sent");
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
