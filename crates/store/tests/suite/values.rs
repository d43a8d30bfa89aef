//! Values come back as they went in, alike on both engines.

use crate::harness::*;
use chungsuc_store::{Param, StoreError};
use jiff::{Timestamp, civil::Date};

const ECHO: &str = "SELECT CAST($1 AS TEXT), CAST($2 AS BIGINT)";

on_both_engines! {
    fn text_numbers_and_nothing_come_back(db: &Database) {
        let store = db.open();
        let echo = |text: Param<'_>, number: Param<'_>| {
            store
                .read(|r| {
                    r.first(ECHO, &[text, number], |row| {
                        Ok((row.get::<Option<String>>(0)?, row.get::<Option<i64>>(1)?))
                    })
                })
                .map_err(|e: StoreError| e)
                .unwrap()
                .unwrap()
        };
        assert_eq!(echo("Đường, ngõ".into(), 0.into()), (Some("Đường, ngõ".into()), Some(0)));
        assert_eq!(echo(Param::Null, i64::MIN.into()), (None, Some(i64::MIN)));
        assert_eq!(echo("".into(), Param::Null), (Some(String::new()), None));
    }

    fn times_and_dates_come_back(db: &Database) {
        let store = db.open();
        let time: Timestamp = "2025-06-30T16:59:59.999999Z".parse().unwrap();
        let date: Date = "2025-06-30".parse().unwrap();
        let sql = "SELECT CAST($1 AS TEXT), CAST($2 AS TEXT)";
        let back = store.read(|r| {
            r.first(sql, &[time.into(), date.into()], |row| {
                Ok((row.get::<Timestamp>(0)?, row.get::<Date>(1)?))
            })
        });
        assert_eq!(back.map_err(|e: StoreError| e).unwrap(), Some((time, date)));
    }

    fn times_sort_as_text(db: &Database) {
        let store = db.open();
        let whole: Timestamp = "2025-06-30T17:00:00Z".parse().unwrap();
        let later: Timestamp = "2025-06-30T17:00:00.5Z".parse().unwrap();
        let sql = "SELECT CAST($1 AS TEXT) < CAST($2 AS TEXT)";
        let answer = store.read(|r| {
            r.first(sql, &[whole.into(), later.into()], |row| row.get::<bool>(0))
        });
        assert_eq!(answer.map_err(|e: StoreError| e).unwrap(), Some(true));
    }

    fn a_wrong_type_is_an_error_not_a_guess(db: &Database) {
        let store = db.open();
        let answer: Result<Option<i64>, StoreError> =
            store.read(|r| r.first("SELECT 'mười'", &[], |row| row.get(0)));
        assert!(matches!(answer, Err(StoreError::Column { index: 0, .. })));
    }
}
