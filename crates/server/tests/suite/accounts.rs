//! Logging in, patience after wrong passwords, sessions that end, and roles given and taken.

use chungsuc_server::access::Role;
use chungsuc_server::features::accounts::{self, NewAccount};

use crate::harness::*;

/// An account with a password of its own.
fn add(test: &TestApp, login: &str, password: &str) -> String {
    let administrator = test.person(Role::Administrator);
    let roles = [(Role::VillageHead, SO_TOR.to_owned())];
    let new = NewAccount { login, full_name: "Đinh Thị Hương", password, roles: &roles };
    accounts::create(&test.app, &administrator, &new).unwrap()
}

fn try_login(test: &TestApp, login: &str, password: &str) -> Page {
    test.stranger().post("/dang-nhap", &[("login", login), ("password", password)])
}

on_both_engines! {
    fn a_right_password_opens_a_session(engine: Engine) {
        let test = TestApp::new(engine);
        add(&test, "huong", "đường ra giọt nước");
        let page = try_login(&test, " Huong ", "đường ra giọt nước");
        assert_eq!((page.status, page.leads_to()), (303, "/"));
        let cookie = &page.headers["set-cookie"];
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let token = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
        let browser = Browser { token: Some(token), ..test.stranger() };
        browser.get("/tai-khoan").is(200).shows("Đinh Thị Hương");
        browser.post("/dang-xuat", &[]).is(303);
        assert_eq!(browser.get("/tai-khoan").leads_to(), "/dang-nhap");
    }

    fn a_wrong_password_and_an_unknown_login_look_alike(engine: Engine) {
        let test = TestApp::new(engine);
        add(&test, "huong", "đường ra giọt nước");
        let wrong = try_login(&test, "huong", "đường ra giọt nước!");
        let unknown = try_login(&test, "nobody", "đường ra giọt nước!");
        wrong.is(422).shows("chưa đúng").shows("value=\"huong\"");
        unknown.is(422).shows("chưa đúng");
        wrong.hides("đường ra giọt nước");
    }

    fn a_role_holds_within_the_commune_only(engine: Engine) {
        let test = TestApp::new(engine);
        let browser = test.browser(Role::Administrator);
        let add = |role, territory| {
            let pairs = [
                ("full_name", "Đinh Thị Hương"),
                ("login", "huong"),
                ("password", "đường ra giọt nước"),
                ("role", role),
                ("territory", territory),
            ];
            browser.post("/quan-tri/them", &pairs)
        };
        let elsewhere = add("village_head", "64");
        elsewhere.is(422).shows("phạm vi là xã hoặc một làng");
        add("village_head", "").is(422).shows("phạm vi là xã hoặc một làng");
        add("", SO_TOR).is(422).shows("Hãy chọn một vai trò");
        let made = add("village_head", SO_TOR);
        made.is(303);
        let account = made.leads_to().split('?').next().unwrap().to_owned();
        let more = [("role", "auditor"), ("territory", "64")];
        let refused = browser.post(&format!("{account}/vai-tro"), &more);
        refused.is(400).shows("phạm vi là xã hoặc một làng");
    }

    fn five_wrong_passwords_make_it_wait_and_the_wait_ends(engine: Engine) {
        let test = TestApp::new(engine);
        add(&test, "huong", "đường ra giọt nước");
        for _ in 0..5 {
            try_login(&test, "huong", "sai");
        }
        try_login(&test, "huong", "đường ra giọt nước").is(422).shows("20/12/2023 09:00");
        let test = test.later("2023-12-20T02:00:15Z");
        try_login(&test, "huong", "đường ra giọt nước").is(303);
    }

    fn a_session_ends_when_idle_and_after_twelve_hours(engine: Engine) {
        let test = TestApp::new(engine);
        let token = test.browser(Role::Auditor).token;
        let open = |test: &TestApp| {
            let browser = Browser { token: token.clone(), ..test.stranger() };
            browser.get("/tai-khoan").status == 200
        };
        assert!(open(&test));
        let mut test = test;
        for hour in ["03:59", "05:58", "07:57", "09:56", "11:55", "13:54"] {
            test = test.later(&format!("2023-12-20T{hour}:00Z"));
            assert!(open(&test), "{hour}");
        }
        test = test.later("2023-12-20T14:00:01Z");
        assert!(!open(&test), "twelve hours are over");
        let idle = test.browser(Role::Auditor).token;
        let test = test.later("2023-12-20T16:00:02Z");
        let browser = Browser { token: idle, ..test.stranger() };
        assert_eq!(browser.get("/tai-khoan").leads_to(), "/dang-nhap", "two idle hours");
    }

    fn a_new_password_ends_the_sessions_elsewhere(engine: Engine) {
        let test = TestApp::new(engine);
        let id = add(&test, "huong", "đường ra giọt nước");
        let token = |_| accounts::start_session(&test.app, COMMUNE, &id, "máy").unwrap();
        let [here, there] = [0, 1].map(token);
        let here = Browser { token: Some(here), ..test.stranger() };
        let there = Browser { token: Some(there), ..test.stranger() };
        let fields = |current, new, again| [("current", current), ("password", new), ("again", again)];
        here.post("/tai-khoan/mat-khau", &fields("sai", "ngắn", "khác"))
            .is(422)
            .shows("chưa đúng")
            .shows("ít nhất 10")
            .shows("không giống nhau");
        let (old, new) = ("đường ra giọt nước", "nhà rông lợp lại mái");
        here.post("/tai-khoan/mat-khau", &fields(old, new, new)).is(303);
        here.get("/tai-khoan").is(200);
        assert_eq!(there.get("/tai-khoan").leads_to(), "/dang-nhap");
        try_login(&test, "huong", old).is(422);
        try_login(&test, "huong", new).is(303);
    }

    fn a_locked_account_is_out_at_once(engine: Engine) {
        let test = TestApp::new(engine);
        let id = add(&test, "huong", "đường ra giọt nước");
        let token = accounts::start_session(&test.app, COMMUNE, &id, "máy").unwrap();
        let browser = Browser { token: Some(token), ..test.stranger() };
        browser.get("/tai-khoan").is(200);
        test.browser(Role::Administrator).post(&format!("/quan-tri/{id}/khoa"), &[]).is(303);
        assert_eq!(browser.get("/tai-khoan").leads_to(), "/dang-nhap");
        try_login(&test, "huong", "đường ra giọt nước").is(422);
    }

    fn two_administrators_at_one_lock_do_not_undo_each_other(engine: Engine) {
        let test = TestApp::new(engine);
        let id = add(&test, "huong", "đường ra giọt nước");
        let (first, second) = (test.browser(Role::Administrator), test.browser(Role::Administrator));
        let page = format!("/quan-tri/{id}");
        let (lock, unlock) = (format!("{page}/khoa"), format!("{page}/mo-khoa"));
        first.get(&page).shows(&format!("action=\"{lock}\"")).hides(&unlock);
        first.post(&lock, &[]).is(303);
        second.post(&lock, &[]).is(303);
        try_login(&test, "huong", "đường ra giọt nước").is(422);
        first.get(&page).shows(&format!("action=\"{unlock}\""));
        first.post(&unlock, &[]).is(303);
        second.post(&unlock, &[]).is(303);
        try_login(&test, "huong", "đường ra giọt nước").is(303);
    }

    fn roles_are_given_and_taken_and_told_in_the_history(engine: Engine) {
        let test = TestApp::new(engine);
        let id = add(&test, "huong", "đường ra giọt nước");
        let office = test.browser(Role::Administrator);
        let role = [("role", "accountant"), ("territory", COMMUNE)];
        office.post(&format!("/quan-tri/{id}/vai-tro"), &role).is(303);
        office.post(&format!("/quan-tri/{id}/vai-tro"), &role).is(409).shows("đã có vai trò này");
        office.get(&format!("/quan-tri/{id}")).is(200).shows("Kế toán");
        office.post(&format!("/quan-tri/{id}/thoi-vai-tro"), &role).is(303);
        let unknown = [("role", "root"), ("territory", COMMUNE)];
        office.post(&format!("/quan-tri/{id}/vai-tro"), &unknown).is(400);
    }

    fn a_form_of_another_site_or_session_is_refused(engine: Engine) {
        let test = TestApp::new(engine);
        let browser = test.browser(Role::Administrator);
        browser.post_plainly("/quan-tri/them", "login=abc").is(403).shows("chưa có gì được lưu");
        browser.post_plainly("/quan-tri/them", "login=abc&the=0000").is(403);
    }

    fn what_was_typed_comes_back_with_the_errors(engine: Engine) {
        let test = TestApp::new(engine);
        let fields = [
            ("full_name", "Đinh <Hơ> Rai"),
            ("login", "Hơ Rai"),
            ("password", "ngắn"),
            ("role", "village_head"),
            ("territory", SO_TOR),
        ];
        let page = test.browser(Role::Administrator).post("/quan-tri/them", &fields);
        page.is(422).shows("Đinh &lt;Hơ&gt; Rai").shows("value=\"Hơ Rai\"").shows("Cần sửa 2 chỗ");
        page.shows("href=\"#login\"").shows("id=\"login-error\"");
    }
}
