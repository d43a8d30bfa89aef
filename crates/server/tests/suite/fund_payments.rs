//! Rewards of the fund that are paid and released.

use std::sync::Barrier;

use chungsuc_domain::Vnd;
use chungsuc_server::access::Role;
use chungsuc_server::features::fund::{self, Manner, NewPayment, NewRelease, Received};
use chungsuc_server::refusal::Refusal;

use crate::decisions::{drafted, held};
use crate::fund::{field, free, issue, vnd};
use crate::harness::*;

on_both_engines! {
    fn rewards_are_paid_line_by_line_and_only_once(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        issue(&test, &id, "").unwrap();
        let (accountant, browser) = (test.person(Role::Accountant), test.browser(Role::Accountant));
        let lines = fund::lines(&test.app, &accountant, &id).unwrap();
        let address = format!("/quy/tra/{id}");
        browser.get(&address).is(200).shows(&lines[0].name).shows("Thôi chi");
        browser.get("/ban-lam-viec").shows("còn phải chi");
        test.browser(Role::Auditor).get(&address).is(200).hides("Ghi đã nhận");
        let (first, second) = (lines[0].seq.to_string(), lines[1].seq.to_string());
        let tick = format!("nhan-{first}");
        let other = format!("thay-{second}");
        let fields = |day: &'static str| {
            vec![("on", day), ("manner", "cash"), ("paper", "PC-31"), ("dong", first.as_str()),
                (tick.as_str(), "on"), ("dong", second.as_str()), (other.as_str(), "Đinh Thị Mai")]
        };
        browser.post(&address, &fields("27/12/2023")).is(422).shows("Không thể chi trước Quyết định");
        browser.post(&address, &fields("29/12/2023")).is(422).shows("Đinh Thị Mai");
        browser.post(&address, &[("on", "28/12/2023"), ("manner", "cash"), ("paper", "PC-31"), ("dong", "1")])
            .is(422).shows("ít nhất một người");
        browser.post(&address, &fields("28/12/2023")).is(303);
        browser.get(&address).shows("Đinh Thị Mai").shows("tự nhận");
        browser.post(&address, &fields("28/12/2023")).is(409).shows("không còn khoản nào phải chi");
        let book = fund::book(&test.app, &accountant, 2023).unwrap();
        let paid = lines[0].promised.plus(lines[1].promised).unwrap();
        assert_eq!(book.paid, vnd(230_000).plus(paid).unwrap(), "230.000 were paid in January");

        // A payment that is taken back is owed again; what is released is free again.
        let line = fund::lines(&test.app, &accountant, &id).unwrap().remove(0);
        fund::reverse(&test.app, &accountant, &line.payment.unwrap().id, "Trả nhầm người").unwrap();
        let open = fund::lines(&test.app, &accountant, &id).unwrap().remove(0);
        assert_eq!(open.owed().unwrap(), open.promised);
        let before = free(&test, &accountant);
        let release = |amount: i64| NewRelease {
            on: test.app.today(), amount: vnd(amount), reason: "Người được thưởng xin không nhận".into(),
        };
        let part = open.promised.dong() - 100_000;
        let more = fund::release(&test.app, &accountant, &id, open.seq, &release(open.promised.dong() + 1));
        assert_eq!(field(more).0, "amount");
        fund::release(&test.app, &accountant, &id, open.seq, &release(part)).unwrap();
        assert_eq!(free(&test, &accountant), before + part);
        let new = NewPayment {
            on: test.app.today(),
            manner: Manner::Transfer,
            paper: "UNC-1".into(),
            received: vec![Received { seq: open.seq, taken_by: None }],
        };
        assert_eq!(fund::pay(&test.app, &accountant, &id, &new).unwrap(), 1);
        let done = fund::lines(&test.app, &accountant, &id).unwrap().remove(0);
        assert_eq!((done.paid, done.owed().unwrap()), (vnd(100_000), Vnd::ZERO));
        let unknown = NewPayment { received: vec![Received { seq: 99, taken_by: None }], ..new };
        assert!(matches!(fund::pay(&test.app, &accountant, &id, &unknown), Err(Refusal::NotFound)));
    }

    fn two_accountants_pay_a_line_once(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        issue(&test, &id, "").unwrap();
        let accountant = test.person(Role::Accountant);
        let new = NewPayment {
            on: test.app.today(), manner: Manner::Cash, paper: "PC-1".into(),
            received: vec![Received { seq: 1, taken_by: None }],
        };
        let start = Barrier::new(4);
        let done: Vec<bool> = std::thread::scope(|scope| {
            let pay = || {
                start.wait();
                fund::pay(&test.app, &accountant, &id, &new).is_ok()
            };
            let four: Vec<_> = (0..4).map(|_| scope.spawn(pay)).collect();
            four.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(done.iter().filter(|done| **done).count(), 1);
        let line = fund::lines(&test.app, &accountant, &id).unwrap().remove(0);
        assert_eq!(line.owed().unwrap(), Vnd::ZERO);
    }
}
