//! The fund: what comes in, what decisions promise, what is paid, and years that stay as they were.

use std::sync::Barrier;

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::SourceKind;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::decisions::{self, Issuing};
use chungsuc_server::features::fund::{
    self, Manner, NewBase, NewExpense, NewIncome, NewPayment, NewRelease, Received,
};
use chungsuc_server::refusal::Refusal;
use jiff::civil::{Date, date};

use crate::decisions::{drafted, held};
use crate::harness::*;

fn vnd(dong: i64) -> Vnd {
    Vnd::new(dong)
}

fn income(source: SourceKind, on: Date, amount: i64) -> NewIncome {
    NewIncome {
        on,
        source,
        amount: vnd(amount),
        giver: "Người con xa quê".into(),
        public_name: false,
        paper: "PT-99".into(),
        note: String::new(),
        reason: String::new(),
    }
}

fn expense(purpose: &str, on: Date, amount: i64) -> NewExpense {
    NewExpense {
        on,
        purpose: purpose.into(),
        amount: vnd(amount),
        payee: "Văn phòng xã".into(),
        manner: Manner::Cash,
        paper: "PC-99".into(),
        note: "In giấy khen".into(),
        reason: String::new(),
    }
}

fn free(test: &TestApp, by: &Person) -> i64 {
    fund::book(&test.app, by, test.app.today().year()).unwrap().free().unwrap().dong()
}

/// The field of a refusal, and its words.
fn field<T: std::fmt::Debug>(done: Result<T, Refusal>) -> (String, String) {
    match done {
        Err(Refusal::Invalid(errors)) => {
            let (field, message) = errors.all().first().unwrap().clone();
            (field, message.say(chungsuc_server::web::Language::Vietnamese))
        }
        other => panic!("{other:?}"),
    }
}

fn rule<T: std::fmt::Debug>(done: Result<T, Refusal>) -> String {
    match done {
        Err(Refusal::Rule(message)) => message.say(chungsuc_server::web::Language::Vietnamese),
        other => panic!("{other:?}"),
    }
}

/// A held sitting, its draft, and everything of the fund spent but so much.
fn draft_with(engine: Engine, left: i64) -> (TestApp, String) {
    let (test, sitting, movement) = held(engine);
    let id = drafted(&test, &sitting, &movement);
    let accountant = test.person(Role::Accountant);
    let more = free(&test, &accountant) - left;
    fund::spend(&test.app, &accountant, &expense("hien-vat", test.app.today(), more)).unwrap();
    (test, id)
}

fn issuing(test: &TestApp, id: &str, reason: &str) -> Issuing {
    let version = decisions::find(&test.app, &test.person(Role::Chairman), id).unwrap().version;
    Issuing { on: test.app.today(), number: None, version, reason: reason.into() }
}

/// The known rewards of a draft.
fn total(test: &TestApp, id: &str) -> i64 {
    let draft = decisions::find(&test.app, &test.person(Role::Chairman), id).unwrap();
    decisions::sums(&test.app.catalog, &draft, test.app.today()).unwrap().known.dong()
}

fn issue(test: &TestApp, id: &str, reason: &str) -> Result<String, Refusal> {
    decisions::issue(&test.app, &test.person(Role::Chairman), id, &issuing(test, id, reason))
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

on_both_engines! {
    fn the_year_of_the_example_stands_on_one_page(engine: Engine) {
        let test = TestApp::example(engine);
        let page = test.browser(Role::Auditor).get("/quy");
        // 30.560.000 carried over, 35.000.000 came in, 230.000 and 12.750.000 went out.
        page.is(200).shows("52.580.000").shows("30.560.000").shows("32.000.000");
        page.shows("1,5 % × 6.540.000.000 = ").shows("98.100.000 đồng");
        page.shows("Điều 65 Nghị định 91/2017/NĐ-CP").hides("Ghi khoản thu");
        page.shows("20 % × 65.560.000 = ").shows("13.112.000 đồng");
        let closed = test.browser(Role::Accountant).get("/quy?nam=2022");
        closed.is(200).shows("Sổ đã khóa ngày 20/01/2023").shows("312/QĐ-UBND");
        closed.hides("Ghi khoản thu");
        test.browser(Role::Accountant).get("/ban-lam-viec").shows("Chi tổ chức phong trào 12.750.000");
        for year in ["2019", "chữ", "99999"] {
            test.browser(Role::Auditor).get(&format!("/quy?nam={year}")).is(200);
        }
    }

    fn the_whole_example_closes_four_years_of_the_fund(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        for year in 2022..=2025 {
            let closing = fund::closing(&test.app, &auditor, year).unwrap().unwrap();
            assert_eq!(closing.book, fund::book(&test.app, &auditor, year).unwrap(), "{year}");
        }
    }

    fn a_ceiling_that_was_read_refuses_and_one_that_is_unknown_asks(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        let day = date(2023, 12, 18);
        // 1,5 % of 6.540.000.000 less 32.000.000 that came in already.
        let fits = income(SourceKind::Budget, day, 66_100_000);
        let (name, words) =
            field(fund::record_income(&test.app, &accountant, &income(SourceKind::Budget, day, 66_100_001)));
        assert_eq!(name, "amount");
        assert!(words.contains("98.100.000") && words.contains("Điều 65 Nghị định 91/2017/NĐ-CP"), "{words}");
        fund::record_income(&test.app, &accountant, &fits).unwrap();
        // What people give has no ceiling.
        fund::record_income(&test.app, &accountant, &income(SourceKind::Donation, day, 900_000_000)).unwrap();

        let test = test.later("2024-03-01T02:00:00Z");
        let mut new = income(SourceKind::Budget, date(2024, 3, 1), 1_000_000);
        assert_eq!(field(fund::record_income(&test.app, &accountant, &new)).0, "reason");
        new.reason = "Cấp đúng quyết định giao dự toán".into();
        let id = fund::record_income(&test.app, &accountant, &new).unwrap();
        let entry = fund::entry(&test.app, &accountant, &id).unwrap();
        assert_eq!(entry.reason.as_deref(), Some("Cấp đúng quyết định giao dự toán"));
    }

    fn organising_takes_no_more_than_its_share(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        let day = date(2023, 12, 18);
        // 13.112.000 less 12.750.000.
        let (name, words) = field(fund::spend(&test.app, &accountant, &expense("hoi-dong", day, 362_001)));
        assert_eq!(name, "amount");
        assert!(words.contains("20 %") && words.contains("13.112.000"), "{words}");
        fund::spend(&test.app, &accountant, &expense("hoi-dong", day, 362_000)).unwrap();
        fund::spend(&test.app, &accountant, &expense("hien-vat", day, 362_001)).unwrap();
    }

    fn bad_input_gets_one_sentence_and_changes_nothing(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        let browser = test.browser(Role::Accountant);
        let before = free(&test, &accountant);
        let good = [
            ("source", "donation"), ("amount", "1,5 triệu"), ("on", "18/12/2023"), ("paper", "PT-7"),
            ("giver", "Bà Nở"), ("note", "Ủng hộ phong trào"),
        ];
        let with = |name: &str, value: &'static str| {
            good.map(|(known, old)| if known == name { (known, value) } else { (known, old) })
        };
        for (name, value, words) in [
            ("source", "", "Mục này chưa được điền"),
            ("amount", "", "Mục này chưa được điền"),
            ("amount", "0", "phải lớn hơn 0"),
            ("amount", "-5.000", "không thể âm"),
            ("amount", "nhiều", "Không đọc được số tiền"),
            ("amount", "99999999999999999999", "quá lớn"),
            ("on", "31/02/2023", "viết chưa đúng"),
            ("on", "21/12/2023", "Ngày này chưa tới"),
            ("on", "30/12/2022", "Sổ năm 2022 đã khóa"),
            ("paper", " ", "Mục này chưa được điền"),
            ("giver", "", "Mục này chưa được điền"),
        ] {
            let page = browser.post("/quy/thu", &with(name, value));
            page.is(422).shows(words).shows("Ủng hộ phong trào");
        }
        let carried = [("source", "carried"), ("amount", "5 triệu"), ("on", "18/12/2023"), ("paper", "x")];
        browser.post("/quy/thu", &carried).is(422).shows("chỉ ghi một lần");
        let spent = [
            ("purpose", "hien-vat"), ("amount", "1 tỷ"), ("on", "18/12/2023"), ("paper", "PC-7"),
            ("payee", "Nhà in"), ("note", "In phôi"), ("manner", "cash"), ("reason", "Cần gấp"),
        ];
        browser.post("/quy/chi", &spent).is(422).shows("Trong quỹ chỉ có 52.580.000 đồng").shows("In phôi");
        let unknown = [("purpose", "tiec"), ("amount", "1k"), ("on", "18/12/2023"), ("paper", "x"),
            ("payee", "x"), ("note", "x"), ("manner", "cash")];
        browser.post("/quy/chi", &unknown).is(422).shows("Danh mục không có nội dung chi này");
        for (year, area, words) in [("1800", "highlands", "Năm phải"), ("2022", "highlands", "đã khóa"),
            ("2023", "mat-trang", "Mục này chưa được điền"), ("năm nay", "highlands", "Năm phải")] {
            let fields = [("year", year), ("spending", "6 tỷ"), ("area", area), ("paper", "QĐ 1")];
            browser.post("/quy/du-toan", &fields).is(422).shows(words).shows("QĐ 1");
        }
        assert_eq!(free(&test, &accountant), before);
        let address = browser.post("/quy/thu", &good).is(303).leads_to().to_owned();
        browser.get(&address).shows("1.500.000 đồng").shows("một triệu năm trăm nghìn").shows("Không công khai");
        assert_eq!(free(&test, &accountant), before + 1_500_000);
    }

    fn a_reversal_takes_an_entry_out_of_every_sum_once(engine: Engine) {
        let test = TestApp::example(engine);
        let accountant = test.person(Role::Accountant);
        let browser = test.browser(Role::Accountant);
        let before = fund::book(&test.app, &accountant, 2023).unwrap();
        let new = income(SourceKind::Other, date(2023, 12, 18), 700_000);
        let id = fund::record_income(&test.app, &accountant, &new).unwrap();
        let address = format!("/quy/so/{id}/dao");
        browser.post(&address, &[("reason", "")]).is(422);
        let reason = [("reason", "ghi nhầm số phiếu")];
        let back = browser.post(&address, &reason).is(303).leads_to().to_owned();
        assert_eq!(fund::book(&test.app, &accountant, 2023).unwrap(), before);
        browser.get(&back).shows("-700.000 đồng").shows("ghi nhầm số phiếu");
        browser.post(&address, &reason).is(409).shows("đã được đảo rồi");
        browser.post(&format!("{back}/dao"), &reason).is(409).shows("bút toán đảo");
        for sql in ["UPDATE fund_entry SET amount = 1", "DELETE FROM fund_entry", "DELETE FROM fund_closing"] {
            let done = test.app.write(&accountant, |tx| Ok(tx.technical(sql, &[])?));
            assert!(matches!(done, Err(Refusal::Store(_))), "{sql}");
        }
    }

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
        let (test, sitting, movement) = held(engine);
        // As if the fund had been begun after the decision: what is paid elsewhere promises nothing.
        let id = drafted(&test, &sitting, &movement);
        issue(&test, &id, "").unwrap();
        let accountant = test.browser(Role::Accountant);
        accountant.post(&format!("/quyet-dinh/{id}/vao-quy"), &[]).is(409).shows("đã có trong sổ quỹ");
    }

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

    fn a_closed_year_stays_and_corrections_go_into_the_next(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        issue(&test, &id, "").unwrap();
        let (accountant, chairman) = (test.person(Role::Accountant), test.person(Role::Chairman));
        let seen = |test: &TestApp| fund::year(&test.app, &accountant, 2023).unwrap().entries;
        assert!(rule(fund::close(&test.app, &chairman, 2023, seen(&test))).contains("chưa hết"));
        let test = test.later("2023-12-31T16:59:00Z");
        assert!(rule(fund::close(&test.app, &chairman, 2023, seen(&test))).contains("chưa hết"));
        // Still the last day in Việt Nam: it belongs to the year.
        let last = income(SourceKind::Other, date(2023, 12, 31), 1_000);
        let last = fund::record_income(&test.app, &accountant, &last).unwrap();
        let test = test.later("2023-12-31T17:00:00Z");
        test.browser(Role::Chairman).get("/ban-lam-viec").shows("Khóa sổ quỹ năm 2023");
        let page = test.browser(Role::Chairman).get("/quy/khoa-so?nam=2023");
        page.is(200).shows("Còn 1 quyết định chưa chi hết");
        assert!(rule(fund::close(&test.app, &chairman, 2024, 0)).contains("chưa hết"));
        let stale = fund::close(&test.app, &chairman, 2023, seen(&test) - 1);
        assert!(matches!(stale, Err(Refusal::Store(chungsuc_store::StoreError::Conflict))));
        fund::close(&test.app, &chairman, 2023, seen(&test)).unwrap();
        let closed = fund::closing(&test.app, &accountant, 2023).unwrap().unwrap().book;
        assert!(rule(fund::close(&test.app, &chairman, 2023, seen(&test))).contains("đã khóa"));

        let back = fund::reverse(&test.app, &accountant, &last, "Ghi nhầm").unwrap();
        let back = fund::entry(&test.app, &accountant, &back).unwrap();
        assert_eq!(back.on, date(2024, 1, 1));
        let late = income(SourceKind::Other, date(2023, 12, 31), 1_000);
        assert_eq!(field(fund::record_income(&test.app, &accountant, &late)).0, "on");
        assert_eq!(fund::book(&test.app, &accountant, 2023).unwrap(), closed);
        let next = fund::book(&test.app, &accountant, 2024).unwrap();
        assert_eq!((Ok(next.carried), Ok(next.owed_before)), (closed.balance(), closed.owed()));
        assert_eq!(next.income, vnd(-1_000));
    }

    fn papers_are_printed_and_name_no_giver_without_consent(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        issue(&test, &id, "").unwrap();
        let browser = test.browser(Role::Accountant);
        for (address, magic) in [
            (format!("/quy/tra/{id}/danh-sach.docx"), b"PK".as_slice()),
            (format!("/quy/tra/{id}/danh-sach.pdf"), b"%PDF"),
            ("/quy/bao-cao/2023.docx".into(), b"PK"),
            ("/quy/bao-cao/2023.pdf".into(), b"%PDF"),
            ("/quy/bao-cao/2022.xlsx".into(), b"PK"),
        ] {
            assert!(browser.get(&address).is(200).bytes.starts_with(magic), "{address}");
        }
        for address in ["/quy/bao-cao/2019.pdf", "/quy/bao-cao/2023.exe", "/quy/bao-cao/x.pdf",
            "/quy/tra/khong-co/danh-sach.pdf", "/quy/tra/khong-co"] {
            browser.get(address).is(404);
        }
        let ledger = browser.get("/quy/bao-cao/2022.xlsx").bytes;
        let text = chungsuc_press::read::sheet(&ledger).unwrap();
        let text = format!("{text:?}");
        assert!(text.contains("Hợp tác xã Nông nghiệp Hạt Nắng") && text.contains("không nêu tên"));
        assert!(!text.contains("Một người con xa quê"));
    }

    fn only_who_keeps_the_fund_changes_it(engine: Engine) {
        let test = TestApp::example(engine);
        let new = income(SourceKind::Other, date(2023, 12, 18), 1_000);
        let base = NewBase { year: 2023, spending: vnd(1), area: "plains".into(), paper: "x".into() };
        for role in [Role::Chairman, Role::CouncilSecretary, Role::Auditor, Role::VillageHead] {
            let by = test.person(role);
            let spent = fund::spend(&test.app, &by, &expense("hien-vat", date(2023, 12, 18), 1));
            let all = [
                fund::record_income(&test.app, &by, &new).map(drop),
                spent.map(drop),
                fund::set_base(&test.app, &by, &base),
                fund::reverse(&test.app, &by, "x", "y").map(drop),
            ];
            for done in all {
                assert!(matches!(done, Err(Refusal::Forbidden)), "{role}");
            }
        }
        assert!(matches!(fund::year(&test.app, &test.person(Role::VillageHead), 2023), Err(Refusal::Forbidden)));
        assert!(matches!(fund::close(&test.app, &test.person(Role::Auditor), 2023, 0), Err(Refusal::Forbidden)));
    }
}
