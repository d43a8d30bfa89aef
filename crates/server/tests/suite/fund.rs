//! The fund: what comes in and goes out, and years that stay as they were.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::SourceKind;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::decisions::{self, Issuing};
use chungsuc_server::features::fund::{self, Manner, NewBase, NewExpense, NewIncome};
use chungsuc_server::refusal::Refusal;
use jiff::civil::{Date, date};

use crate::decisions::{drafted, held};
use crate::harness::*;

pub(crate) fn vnd(dong: i64) -> Vnd {
    Vnd::new(dong)
}

pub(crate) fn income(source: SourceKind, on: Date, amount: i64) -> NewIncome {
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

pub(crate) fn expense(purpose: &str, on: Date, amount: i64) -> NewExpense {
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

pub(crate) fn free(test: &TestApp, by: &Person) -> i64 {
    fund::book(&test.app, by, test.app.today().year()).unwrap().free().unwrap().dong()
}

/// The field of a refusal, and its words.
pub(crate) fn field<T: std::fmt::Debug>(done: Result<T, Refusal>) -> (String, String) {
    match done {
        Err(Refusal::Invalid(errors)) => {
            let (field, message) = errors.all().first().unwrap().clone();
            (field, message.say(chungsuc_server::web::Language::Vietnamese))
        }
        other => panic!("{other:?}"),
    }
}

pub(crate) fn rule<T: std::fmt::Debug>(done: Result<T, Refusal>) -> String {
    match done {
        Err(Refusal::Rule(message)) => message.say(chungsuc_server::web::Language::Vietnamese),
        other => panic!("{other:?}"),
    }
}

pub(crate) fn issuing(test: &TestApp, id: &str, reason: &str) -> Issuing {
    let version = decisions::find(&test.app, &test.person(Role::Chairman), id).unwrap().version;
    Issuing { on: test.app.today(), number: None, version, reason: reason.into() }
}

pub(crate) fn issue(test: &TestApp, id: &str, reason: &str) -> Result<String, Refusal> {
    decisions::issue(&test.app, &test.person(Role::Chairman), id, &issuing(test, id, reason))
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
