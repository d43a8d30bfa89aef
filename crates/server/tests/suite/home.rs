//! The first page: what everybody may know of a movement, and nothing that only some may.

use crate::harness::*;

on_both_engines! {
    fn a_stranger_sees_sums_and_no_name_of_a_person(engine: Engine) {
        let test = TestApp::example(engine);
        let page = test.stranger().get("/");
        page.is(200).shows("Tơ Tung chung sức xây dựng nông thôn mới").shows("31/12/2025");
        page.shows("Còn 743 ngày").shows("đồng").shows("ngày công").shows("/9</strong>");
        page.shows("/dang-nhap").hides("/nguon-luc").hides("/tieu-chi").hides("Đinh ");
    }

    fn before_the_first_plan_the_page_says_what_this_is(engine: Engine) {
        let test = TestApp::new(engine);
        test.stranger().get("/").is(200).shows("Chung sức xây dựng nông thôn mới").shows("/dang-nhap");
        test.stranger().get("/?xa=99999").is(200).shows("Chung sức xây dựng nông thôn mới");
    }

    fn who_is_at_work_is_led_to_it(engine: Engine) {
        let test = TestApp::example(engine);
        assert_eq!(test.browser(chungsuc_server::access::Role::Auditor).get("/").leads_to(), "/ban-lam-viec");
    }
}
