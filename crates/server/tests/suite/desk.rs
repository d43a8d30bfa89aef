//! The desk: everybody's own, and nobody's who has no dossier.

use chungsuc_server::access::Role;

use crate::harness::*;

on_both_engines! {
    fn everybody_begins_where_their_work_is(engine: Engine) {
        let test = TestApp::new(engine);
        assert_eq!(test.browser(Role::VillageHead).get("/").leads_to(), "/ban-lam-viec");
        assert_eq!(test.browser(Role::Administrator).get("/").leads_to(), "/quan-tri");
        test.stranger().get("/").is(200).shows("/dang-nhap");
    }

    fn an_empty_desk_says_so(engine: Engine) {
        let test = TestApp::new(engine);
        let page = test.browser(Role::CultureCentre).get("/ban-lam-viec");
        page.is(200).shows("20/12/2023").shows("Không có việc nào đang chờ");
    }

    fn figures_are_doors_for_those_only_who_may_pass(engine: Engine) {
        let test = TestApp::example(engine);
        let chairman = test.browser(Role::Chairman).get("/ban-lam-viec");
        chairman.shows("href=\"/tieu-chi\"").shows("Nhân dân đã đóng góp").shows("Đề nghị chờ xét khen");
        chairman.shows("<strong>743</strong>");
        let officer = test.browser(Role::CriteriaOfficer).get("/ban-lam-viec");
        officer.shows("Làng đạt chuẩn").hides("đã đóng góp").hides("Đề nghị chờ xét khen");
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get("/ban-lam-viec").shows("Làng đã đóng góp").hides("Nhân dân đã đóng góp");
    }

    fn what_changed_last_is_shown_to_who_may_read_the_journal_only(engine: Engine) {
        let test = TestApp::example(engine);
        for role in [Role::Chairman, Role::Auditor] {
            test.browser(role).get("/ban-lam-viec").shows("Thay đổi mới nhất").shows("href=\"/nhat-ky\"");
        }
        for role in [Role::ProgrammeBoard, Role::VillageHead, Role::CouncilSecretary] {
            test.browser(role).get("/ban-lam-viec").hides("Thay đổi mới nhất");
        }
    }

    fn a_report_comes_to_the_desk_of_who_writes_it_as_its_day_comes_near(engine: Engine) {
        let test = TestApp::example(engine);
        let page = test.browser(Role::ProgrammeBoard).get("/ban-lam-viec");
        // The report on 2023 is due on 20 December, and that day still belongs to it.
        let today = page.text.split("Hôm nay</h2>").nth(1).expect("something is due today");
        let today = today.split("</section>").next().expect("a section");
        assert!(today.contains("Báo cáo năm 2023") && today.contains("20/12/2023"), "{today}");
        test.browser(Role::Chairman).get("/ban-lam-viec").hides("Báo cáo năm 2023");
        let test = test.later("2023-12-21T02:00:00Z");
        let page = test.browser(Role::ProgrammeBoard).get("/ban-lam-viec");
        let late = page.text.split("Quá hạn</h2>").nth(1).expect("something is late");
        assert!(late.split("</section>").next().is_some_and(|part| part.contains("Báo cáo năm 2023")));
    }
}
