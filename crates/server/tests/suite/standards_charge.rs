//! Who is in charge of a criterion, and what that means for its figures.

use chungsuc_domain::review::Stage;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::accounts::{self, NewAccount};
use chungsuc_server::features::standards::{
    self, Figure, Judged, Judgement, Key, NewCharge, Value,
};
use chungsuc_server::refusal::Refusal;
use jiff::civil::Date;

use crate::harness::*;

const SET: &str = "lang-ntm-gia-lai";
const HERE: &str = "/phan-cong-tieu-chi";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Sơ Tor sends a figure of a yes-or-no criterion.
fn sent(test: &TestApp, indicator: &str) -> String {
    let head = test.person_of(Role::VillageHead, SO_TOR);
    let key = Key { unit: SO_TOR, standard: SET, indicator, period: "2023" };
    let measured_on = day("2023-12-15");
    let (amount, numerator, denominator, note) = (None, None, None, String::new());
    let met = Some(true);
    let figure = Figure { amount, numerator, denominator, met, measured_on, note };
    let id = standards::enter(&test.app, &head, &key, &figure, &[], 0).unwrap();
    standards::send(&test.app, &head, &id, 1).unwrap();
    id
}

fn of(test: &TestApp, id: &str) -> Value {
    standards::value(&test.app, &test.person(Role::Auditor), id).unwrap()
}

fn forward(test: &TestApp, id: &str) -> Vec<Judged> {
    let judgement = Judgement::Forward { met: Some(true) };
    vec![Judged { id: id.to_owned(), version: of(test, id).version, judgement }]
}

/// A second criteria officer.
fn second(test: &TestApp) -> Person {
    let administrator = test.person(Role::Administrator);
    let roles = [(Role::CriteriaOfficer, COMMUNE.to_owned())];
    let new = NewAccount {
        login: "canbo.khac",
        full_name: "Cán Bộ Khác",
        password: "mật khẩu của phép thử này",
        roles: &roles,
    };
    let account = accounts::create(&test.app, &administrator, &new).unwrap();
    Person { account, ..test.person(Role::CriteriaOfficer) }
}

fn put(
    test: &TestApp,
    account: &str,
    code: &str,
    from: &str,
    to: Option<&str>,
) -> Result<(), Refusal> {
    let criteria = [code.to_owned()];
    let (from, to) = (day(from), to.map(day));
    let new = NewCharge { standard: SET, criteria: &criteria, account, from, to };
    standards::assign(&test.app, &test.person(Role::ProgrammeBoard), &new)
}

on_both_engines! {
    fn the_officer_in_charge_verifies_and_nobody_else(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, other) = (test.person(Role::CriteriaOfficer), second(&test));
        let (own, free) = (sent(&test, "1"), sent(&test, "5"));
        put(&test, &other.account, "1", "2023-12-01", None).unwrap();
        let refused = standards::judge(&test.app, &officer, &forward(&test, &own));
        assert!(matches!(refused, Err(Refusal::Rule(_))), "{refused:?}");
        let address = "/tieu-chi/tham-dinh/23668-01?bo=lang-ntm-gia-lai&ky=2023";
        let page = test.browser_of(&officer).get(address);
        page.is(200).shows("do Cán Bộ Khác phụ trách").shows("5. Trường học");
        test.browser_of(&officer).get("/ban-lam-viec").shows("1 số liệu chờ thẩm định").hides("bạn phụ trách");
        let browser = test.browser_of(&other);
        browser.get("/ban-lam-viec").shows("1 số liệu chờ thẩm định trong tiêu chí bạn phụ trách");
        browser.get("/tieu-chi/cho-duyet?loc=cua-toi").is(200).shows("loc=cua-toi").shows("Sơ Tor");
        let mine = browser.get(&format!("{address}&loc=cua-toi"));
        mine.shows("1. Quy hoạch").hides("5. Trường học");
        let pairs = [(format!("v-{own}"), "2"), (format!("met-{own}"), "yes")];
        let pairs: Vec<_> = pairs.iter().map(|(a, b)| (a.as_str(), *b)).collect();
        browser.post(&format!("{address}&loc=cua-toi"), &pairs).is(303);
        assert_eq!(of(&test, &own).review.stage(), Stage::Verified);
        browser.get("/tieu-chi/cho-duyet?loc=cua-toi").shows("đang do tài khoản này phụ trách");
        // Where nobody is in charge any officer verifies.
        standards::judge(&test.app, &officer, &forward(&test, &free)).unwrap();
    }

    fn the_board_stands_in_with_a_reason_that_is_kept(engine: Engine) {
        let test = TestApp::new(engine);
        let (other, board) = (second(&test), test.person(Role::ProgrammeBoard));
        let (own, free) = (sent(&test, "1"), sent(&test, "5"));
        put(&test, &other.account, "1", "2023-12-01", None).unwrap();
        assert!(matches!(standards::judge(&test.app, &board, &forward(&test, &own)), Err(Refusal::Rule(_))));
        let stranger = standards::judge_instead(&test.app, &board, &forward(&test, &free), "vắng");
        assert!(matches!(stranger, Err(Refusal::Forbidden)), "nobody is in charge: no place to stand in");
        let officer = test.person(Role::CriteriaOfficer);
        let wrong = standards::judge_instead(&test.app, &officer, &forward(&test, &own), "vắng");
        assert!(matches!(wrong, Err(Refusal::Rule(_))), "another officer is not the board");
        let browser = test.browser_of(&board);
        browser.get("/tieu-chi/cho-duyet").hides("tham-dinh/");
        browser.get("/tieu-chi/cho-duyet?loc=thay").shows("loc=thay").shows("Sơ Tor");
        let address = "/tieu-chi/tham-dinh/23668-01?bo=lang-ntm-gia-lai&ky=2023&loc=thay";
        browser.get(address).shows("Cán Bộ Khác").shows("Vì sao làm thay").hides("5. Trường học");
        let seen = (format!("v-{own}"), "2");
        let post = |why: &str| browser.post(address, &[(seen.0.as_str(), seen.1), ("instead", why)]);
        post("  ").is(422).shows("chưa được điền");
        assert_eq!(of(&test, &own).review.stage(), Stage::Sent);
        post("cán bộ đi học").is(303);
        assert_eq!(of(&test, &own).review.stage(), Stage::Verified);
        let history = browser.get("/tieu-chi/23668-01/1?bo=lang-ntm-gia-lai&ky=2023");
        history.shows("Làm thay cán bộ phụ trách vì").shows("cán bộ đi học");
        // Four eyes still: who stood in does not accept.
        let accepted = standards::judge(&test.app, &board, &forward(&test, &own));
        assert!(matches!(accepted, Err(Refusal::Rule(_))), "{accepted:?}");
    }

    fn a_charge_has_its_days(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, other) = (test.person(Role::CriteriaOfficer), second(&test));
        let id = sent(&test, "1");
        let may = |who: &Person| standards::may_judge(&test.app, who, &of(&test, &id)).is_ok();
        put(&test, &other.account, "1", "2023-12-21", None).unwrap();
        assert!(may(&officer) && may(&other), "not before its first day");
        put(&test, &other.account, "1", "2023-12-01", Some("2023-12-20")).unwrap();
        assert!(!may(&officer) && may(&other), "its last day belongs to it");
        let board = test.person(Role::ProgrammeBoard);
        let all = || standards::assigned(&test.app, &board, SET).unwrap();
        assert_eq!(all().len(), 2);
        // Somebody else from the 15th on, but the one of the 21st stands in the way.
        let later = put(&test, &officer.account, "1", "2023-12-15", None);
        assert!(matches!(later, Err(Refusal::Invalid(_))), "{later:?}");
        assert_eq!(all()[0].valid_to, Some(day("2023-12-20")), "nothing is half-changed");
        put(&test, &officer.account, "1", "2023-12-15", Some("2023-12-20")).unwrap();
        assert!(may(&officer) && !may(&other));
        assert_eq!(all()[0].valid_to, Some(day("2023-12-14")), "the one before ends the day before");
        // Replaced on the very day it began, it never held.
        put(&test, &other.account, "1", "2023-12-15", Some("2023-12-20")).unwrap();
        assert!(may(&other) && !may(&officer));
        assert_eq!(all().len(), 3);
        let now = all().into_iter().find(|one| one.holds_on(day("2023-12-20"))).unwrap();
        let end = |last: &str| standards::end_charge(&test.app, &board, &now.id, now.version, day(last));
        assert!(matches!(end("2023-12-14"), Err(Refusal::Invalid(_))));
        assert!(matches!(end("2023-12-21"), Err(Refusal::Invalid(_))));
        end("2023-12-19").unwrap();
        assert!(may(&officer) && may(&other));
    }

    fn a_shut_account_is_in_charge_of_nothing(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, other) = (test.person(Role::CriteriaOfficer), second(&test));
        let id = sent(&test, "1");
        put(&test, &other.account, "1", "2023-12-01", None).unwrap();
        let may = || standards::may_judge(&test.app, &officer, &of(&test, &id)).is_ok();
        assert!(!may());
        let administrator = test.person(Role::Administrator);
        accounts::set_locked(&test.app, &administrator, &other.account, true).unwrap();
        assert!(may(), "whoever left holds no criterion");
        let again = put(&test, &other.account, "5", "2023-12-01", None);
        assert!(matches!(again, Err(Refusal::Invalid(_))));
    }

    fn the_page_assigns_and_tells_what_is_wrong(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        for role in [Role::Administrator, Role::ProgrammeBoard] {
            test.browser(role).get(HERE).is(200).shows("Chưa phân công").shows("Quy hoạch");
        }
        let browser = test.browser(Role::Administrator);
        let send = |account: &str, code: &str, from: &str, to: &str| {
            browser.post(HERE, &[("account", account), ("criterion", code), ("from", from), ("to", to)])
        };
        let me = officer.account.as_str();
        send(me, "", "1/12/2023", "").is(422).shows("không có tiêu chí này");
        send("none", "1", "1/12/2023", "").is(422).shows("không phải cán bộ").shows("value=\"1/12/2023\"");
        send(me, "1", "31/2/2023", "").is(422).shows("Ngày này không có");
        send(me, "1", "1/12/2023", "30/11/2023").is(422).shows("Ngày cuối trước ngày đầu");
        browser.post(HERE, &[("account", me), ("from", "1/12/2023")]).is(422).shows("Chưa chọn tiêu chí");
        send(me, "1", "1/12/2023", "").is(303);
        let page = browser.get(HERE);
        page.shows("Người thử criteriaofficer.23668").shows("từ 01/12/2023");
        let board = test.person(Role::ProgrammeBoard);
        let one = standards::assigned(&test.app, &board, SET).unwrap().remove(0);
        let address = format!("{HERE}/{}", one.id);
        browser.get(&address).is(200).shows("1. Quy hoạch").shows("Kết thúc phân công");
        let end = |version: &str, last: &str| {
            browser.post(&format!("{address}/ket-thuc"), &[("version", version), ("last", last)])
        };
        end("1", "hôm kia nữa").is(422);
        end("9", "20/12/2023").is(409);
        end("1", "19/12/2023").is(303);
        browser.get(HERE).hides("từ 01/12/2023");
        browser.get(&format!("{HERE}/none")).is(404);
    }

    fn the_example_says_who_is_in_charge(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let all = standards::assigned(&test.app, &board, SET).unwrap();
        assert_eq!(all.len(), 7);
        let page = test.browser_of(&board).get(HERE);
        page.shows("Đinh Thị Aluyh").shows("Đinh Glưnh").shows("từ 06/01/2023");
        test.browser_of(&board).get("/tieu-chi/cho-duyet?loc=thay").shows("tham-dinh/");
    }
}
