//! The files of a decision are printed after its number is taken: what they say was settled before, and
//! whoever asks first, or at once, gets the same bytes as everybody later.

use std::sync::Barrier;

use chungsuc_press::read;
use chungsuc_server::access::Role;
use chungsuc_server::features::decisions::{self, Issuing};

use crate::decisions::{drafted, held};
use crate::harness::*;

/// Issued, and the program was killed before it printed.
fn unprinted(engine: Engine) -> (TestApp, String) {
    let (test, sitting, movement) = held(engine);
    let id = drafted(&test, &sitting, &movement);
    let chairman = test.person(Role::Chairman);
    let how = Issuing { on: test.app.today(), number: None, version: 1, reason: String::new() };
    decisions::take_number(&test.app, &chairman, &id, &how).unwrap();
    (test, id)
}

/// The decisions of the day whose files are kept; the example has one of another day.
const OF_THE_DAY: &str = "SELECT count(*) FROM decision_document k \
    JOIN decision d ON d.commune = k.commune AND d.id = k.decision WHERE d.issued_on = '2023-12-28'";

fn count(test: &TestApp, sql: &'static str) -> i64 {
    test.app.read(|r| r.first(sql, &[], |row| row.get(0))).unwrap().unwrap()
}

on_both_engines! {
    fn who_asks_first_has_the_files_printed_as_they_were_issued(engine: Engine) {
        let (test, id) = unprinted(engine);
        let decision = decisions::find(&test.app, &test.person(Role::Chairman), &id).unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM decision_print"), 1);
        // Later, by somebody else, and after the law cites other papers.
        let test = test.later("2026-11-02T02:00:00Z");
        let first = decisions::document(&test.app, &test.person(Role::Auditor), &id).unwrap();
        let text = read::source(&first.bytes, "a.docx").unwrap().text().to_owned();
        let number = decision.full_number().unwrap();
        for said in [number.as_str(), "ngày 28 tháng 12 năm 2023", &decision.awarded[0].on_paper.recipient] {
            assert!(text.contains(said), "without “{said}”");
        }
        assert!(!text.contains("Nghị định số 152/2025/NĐ-CP"), "the law of its own day");
        assert_eq!(count(&test, "SELECT count(*) FROM decision_print"), 0);
        assert_eq!(count(&test, OF_THE_DAY), 1);
        let test = test.later("2026-11-03T02:00:00Z");
        let again = decisions::document(&test.app, &test.person(Role::Chairman), &id).unwrap();
        assert_eq!(first.bytes, again.bytes);
        decisions::prepare_to_sign(&test.app, &test.person(Role::Chairman), &id).unwrap();
    }

    fn many_who_ask_at_once_get_the_same_bytes(engine: Engine) {
        let (test, id) = unprinted(engine);
        let reader = test.person(Role::CouncilSecretary);
        let start = Barrier::new(6);
        let all: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let ask = || {
                start.wait();
                decisions::document(&test.app, &reader, &id).unwrap().bytes
            };
            let six: Vec<_> = (0..6).map(|_| scope.spawn(ask)).collect();
            six.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(count(&test, OF_THE_DAY), 1);
        let files = "SELECT count(*) FROM file WHERE name LIKE 'quyet-dinh-%-2023.%'";
        assert_eq!(count(&test, files), 2);
    }

    fn a_decision_that_is_issued_as_usual_has_its_files_at_once(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let chairman = test.person(Role::Chairman);
        let how = Issuing { on: test.app.today(), number: None, version: 1, reason: String::new() };
        decisions::issue(&test.app, &chairman, &id, &how).unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM decision_print"), 0);
        let kept = "SELECT count(*) FROM decision_document d WHERE d.decision IN \
            (SELECT id FROM decision WHERE number = (SELECT max(number) FROM decision WHERE year = 2023))";
        assert_eq!(count(&test, kept), 1);
    }
}
