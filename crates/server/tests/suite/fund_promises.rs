//! What decisions promise from the fund, and what happens when it is short.

use std::sync::Barrier;

use chungsuc_domain::fund::SourceKind;
use chungsuc_server::access::Role;
use chungsuc_server::features::decisions::{self, Issuing};
use chungsuc_server::features::fund;
use chungsuc_server::refusal::Refusal;
use jiff::civil::date;

use crate::decisions::{drafted, held};
use crate::fund::{expense, field, free, income, issue, issuing, vnd};
use crate::harness::*;

/// A held sitting, its draft, and everything of the fund spent but so much.
fn draft_with(engine: Engine, left: i64) -> (TestApp, String) {
    let (test, sitting, movement) = held(engine);
    let id = drafted(&test, &sitting, &movement);
    let accountant = test.person(Role::Accountant);
    let more = free(&test, &accountant) - left;
    fund::spend(&test.app, &accountant, &expense("hien-vat", test.app.today(), more)).unwrap();
    (test, id)
}

/// The known rewards of a draft.
fn total(test: &TestApp, id: &str) -> i64 {
    let draft = decisions::find(&test.app, &test.person(Role::Chairman), id).unwrap();
    decisions::sums(&test.app.catalog, &draft, test.app.today()).unwrap().known.dong()
}

/// Moves the second half of a draft's list into a draft of its own, on a sitting like its own.
fn split(test: &TestApp, id: &str) -> &'static str {
    const STEPS: [&str; 3] = [
        "INSERT INTO sitting (commune, id, council, held_on, place, state, version) \
         SELECT commune, 'phien-2', council, held_on, place, state, version FROM sitting \
         WHERE id = (SELECT sitting FROM decision WHERE id = $1)",
        "INSERT INTO decision (commune, id, movement, sitting, abstract, bases, recipients, \
         reward_source, state, symbol, signer_post, signer_name, version) SELECT commune, \
         'quyet-dinh-2', movement, 'phien-2', abstract, bases, recipients, reward_source, state, \
         symbol, signer_post, signer_name, version FROM decision WHERE id = $1",
        "UPDATE decision_award SET decision = 'quyet-dinh-2' WHERE decision = $1 AND seq > 2",
    ];
    let chairman = test.person(Role::Chairman);
    let done = test.app.write(&chairman, |tx| {
        for sql in STEPS {
            tx.technical(sql, &[id.into()])?;
        }
        Ok(())
    });
    done.unwrap();
    "quyet-dinh-2"
}

/// As if the commune had never kept its fund here: what the program itself cannot do.
fn forget(test: &TestApp, engine: Engine) {
    const TRIGGERS: [&str; 4] = [
        "DROP TRIGGER fund_entry_keeps_rows",
        "DROP TRIGGER fund_closing_keeps_rows",
        "DROP TRIGGER fund_entry_keeps_rows ON fund_entry",
        "DROP TRIGGER fund_closing_keeps_rows ON fund_closing",
    ];
    let triggers = match engine {
        Engine::Sqlite => &TRIGGERS[..2],
        Engine::Postgres => &TRIGGERS[2..],
    };
    let done = test.app.write(&test.person(Role::Accountant), |tx| {
        for sql in triggers {
            tx.technical(sql, &[])?;
        }
        tx.technical("DELETE FROM fund_closing", &[])?;
        tx.technical("DELETE FROM fund_entry WHERE reverses IS NOT NULL", &[])?;
        tx.technical("DELETE FROM fund_entry", &[])?;
        Ok(())
    });
    done.unwrap();
}

on_both_engines! {
    fn a_decision_promises_its_rewards_and_asks_when_the_fund_is_short(engine: Engine) {
        let (test, id) = draft_with(engine, 1_000);
        let need = total(&test, &id);
        let chairman = test.browser(Role::Chairman);
        let address = format!("/quyet-dinh/{id}");
        chairman.get(&address).shows("Quỹ còn được chi 1.000 đồng, không đủ");
        let page = chairman.get(&format!("{address}/ban-hanh"));
        page.is(200).shows("Lý do ban hành khi quỹ chưa đủ").shows("1.800.000 × 0,15");
        let (name, words) = field(issue(&test, &id, " "));
        assert_eq!(name, "reason");
        assert!(words.contains(&format!("thiếu {} đồng", vnd(need - 1_000))), "{words}");
        let fields = [("issued_on", "28/12/2023"), ("version", "1"), ("reason", "")];
        chairman.post(&format!("{address}/ban-hanh"), &fields).is(422).shows("không đủ cho");
        let accountant = test.person(Role::Accountant);
        assert!(fund::lines(&test.app, &accountant, &id).unwrap().is_empty(), "nothing is half done");

        issue(&test, &id, "Tiền năm sau đã có dự toán").unwrap();
        let book = fund::book(&test.app, &accountant, 2023).unwrap();
        assert_eq!(book.free().unwrap(), vnd(1_000 - need));
        test.browser(Role::Accountant).get("/quy").shows("Đã cam kết nhiều hơn");
        let lines = fund::lines(&test.app, &accountant, &id).unwrap();
        let known = decisions::find(&test.app, &accountant, &id).unwrap();
        let known = known.awarded.iter().filter(|line| line.reward.is_some()).count();
        assert_eq!(lines.len(), known, "an unknown reward is not taken for zero");
        chairman.get("/nhat-ky").shows("Tiền năm sau đã có dự toán");
    }

    fn what_is_free_to_the_last_dong_is_enough(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let accountant = test.person(Role::Accountant);
        let more = free(&test, &accountant) - total(&test, &id);
        fund::spend(&test.app, &accountant, &expense("hien-vat", test.app.today(), more)).unwrap();
        issue(&test, &id, "").unwrap();
        assert_eq!(free(&test, &accountant), 0);
        let next = expense("hien-vat", test.app.today(), 1);
        assert_eq!(field(fund::spend(&test.app, &accountant, &next)).0, "reason");
    }

    fn two_decisions_at_once_cannot_both_take_the_last_money(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let first = drafted(&test, &sitting, &movement);
        let second = split(&test, &first);
        let accountant = test.person(Role::Accountant);
        let (one, other) = (total(&test, &first), total(&test, second));
        assert!(one > 0 && other > 0);
        let left = one.max(other);
        let more = free(&test, &accountant) - left;
        fund::spend(&test.app, &accountant, &expense("hien-vat", test.app.today(), more)).unwrap();
        let chairman = test.person(Role::Chairman);
        let how = [issuing(&test, &first, ""), issuing(&test, second, "")];
        let start = Barrier::new(2);
        let done: Vec<Result<String, Refusal>> = std::thread::scope(|scope| {
            let issue = |id: &str, how: &Issuing| {
                start.wait();
                decisions::issue(&test.app, &chairman, id, how)
            };
            let both = [(first.as_str(), &how[0]), (second, &how[1])];
            let both = both.map(|(id, how)| scope.spawn(move || issue(id, how)));
            both.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "{done:?}");
        assert!(free(&test, &accountant) >= 0);
    }

    fn a_commune_without_a_fund_is_not_held_up(engine: Engine) {
        let test = TestApp::new(engine);
        let page = test.browser(Role::Accountant).get("/quy");
        page.is(200).shows("Xã chưa ghi sổ quỹ").shows("Ghi khoản thu");
        test.browser(Role::Accountant).get("/ban-lam-viec").hides("Khóa sổ quỹ");
    }

    fn a_fund_that_begins_late_takes_older_decisions_in(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        forget(&test, engine);
        let id = drafted(&test, &sitting, &movement);
        let address = format!("/quyet-dinh/{id}");
        test.browser(Role::Chairman).get(&format!("{address}/ban-hanh")).shows("không đối chiếu với quỹ");
        issue(&test, &id, "").unwrap();
        let test = test.later("2024-01-05T02:00:00Z");
        let accountant = test.person(Role::Accountant);
        let first = income(SourceKind::Other, date(2024, 1, 5), 9_000_000);
        fund::record_income(&test.app, &accountant, &first).unwrap();
        assert!(fund::lines(&test.app, &accountant, &id).unwrap().is_empty());
        let browser = test.browser(Role::Accountant);
        browser.get(&address).shows("chưa có trong sổ quỹ");
        browser.post(&format!("{address}/vao-quy"), &[]).is(303);
        browser.post(&format!("{address}/vao-quy"), &[]).is(409).shows("đã có trong sổ quỹ");
        test.browser(Role::Chairman).post(&format!("{address}/vao-quy"), &[]).is(403);
        // It has the day of its entry, so that no year without a fund waits to be closed.
        let lines = fund::lines(&test.app, &accountant, &id).unwrap();
        assert!(lines.iter().all(|line| line.decided.1 == date(2024, 1, 5)));
        browser.get("/ban-lam-viec").hides("Khóa sổ quỹ");
        let test = test.later("2025-01-02T02:00:00Z");
        let seen = fund::year(&test.app, &accountant, 2024).unwrap().entries;
        fund::close(&test.app, &test.person(Role::Chairman), 2024, seen).unwrap();
    }
}
