//! Nominations before the law: conditions, the written reason, what is refused and by which rule.

use chungsuc_domain::SubjectKind;
use chungsuc_server::access::Role;
use chungsuc_server::features::movements::Contestant;
use chungsuc_server::features::nominations::{self, State};

use crate::harness::*;
use crate::nominations::{contestant, fields};

on_both_engines! {
    fn a_nomination_shows_each_condition_with_its_clause(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Individual, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        let address =
            officer.post(&form, &fields("giay-khen-xa", "Đo đạc")).is(303).leads_to().to_owned();
        let page = officer.get(&address);
        page.shows("Người có thẩm quyền xem xét").shows("Mức hoàn thành nhiệm vụ năm xét: chưa biết");
        page.shows("Luật Thi đua, khen thưởng 15/2003/QH11").shows("chưa kiểm chứng");
        let told = [("exemplary", "true"), ("task_result", "good"), ("waiver", "")];
        officer.get(&format!("{address}/dieu-kien")).is(200).shows("Khai điều kiện");
        officer.post(&format!("{address}/dieu-kien"), &told).is(303);
        officer.get(&address).shows("Đủ điều kiện").shows("hoàn thành tốt");
        officer.post(&format!("{address}/dieu-kien"), &[("task_result", "great")]).is(422)
            .shows("Hãy chọn trong danh sách");
        officer.post(&format!("{address}/gui"), &[]).is(303);
        officer.post(&format!("{address}/dieu-kien"), &told).is(409);
        test.browser(Role::CouncilSecretary).post(&format!("{address}/dieu-kien"), &told).is(303);
    }

    fn a_condition_that_is_not_met_passes_with_a_written_reason_only(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Household, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        let address =
            officer.post(&form, &fields("giay-khen-xa", "Giúp hàng xóm")).is(303).leads_to().to_owned();
        let not_met = [("exemplary", "true"), ("contribution", "false")];
        officer.post(&format!("{address}/dieu-kien"), &not_met).is(303);
        officer.get(&address).shows("Chưa đạt").shows("kèm lý do bằng văn bản");
        officer.post(&format!("{address}/gui"), &[]).is(409).shows("đóng góp công sức");
        let reason = [
            ("exemplary", "true"),
            ("contribution", "false"),
            ("waiver", "cứu người trong lũ, xã xét riêng"),
        ];
        officer.post(&format!("{address}/dieu-kien"), &reason).is(303);
        officer.post(&format!("{address}/gui"), &[]).is(303);
        let page = test.browser(Role::CouncilSecretary).get(&address);
        page.shows("cứu người trong lũ");
        test.browser(Role::Auditor).get("/nhat-ky").shows("điều kiện của đề nghị");
    }

    fn the_law_refuses_with_the_rule(engine: Engine) {
        let test = TestApp::example(engine);
        let test = test.later("2025-12-01T02:00:00Z");
        let officer = test.browser(Role::OrganisationOfficer);
        let one = contestant(&test, SubjectKind::Household, None);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        let closed = officer.post(&form, &fields("giay-khen-huyen", "Nhường đất"));
        closed.is(409).shows("không còn cấp nào quyết định").shows("Nghị định 129/2025/NĐ-CP");
        let address =
            officer.post(&form, &fields("giay-khen-xa", "Nhường đất")).is(303).leads_to().to_owned();
        officer.get(&address).is(200);
    }

    fn the_same_achievement_is_not_commended_twice(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let awarded = nominations::list(&test.app, &board, Some(State::Awarded)).unwrap();
        let one = awarded.iter().find(|one| one.contestant.kind == SubjectKind::Household).unwrap();
        assert_eq!(one.awarded_on.map(|day| day.year()), Some(2022));
        let test = test.later("2025-12-01T02:00:00Z");
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", one.contestant.id);
        let again = officer.post(&form, &fields("giay-khen-xa", &one.achievement));
        again.is(409).shows("Một thành tích chỉ khen một lần").shows("khoản 2 Điều 5");
        officer.post(&form, &fields("giay-khen-xa", "Dạy nghề cho hai hộ trong làng")).is(303);
    }

    fn after_the_last_day_nothing_more_is_taken(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let due = |day, paper| [("due", day), ("said_in", paper)];
        secretary.post("/khen-thuong/han", &due("hôm nào", "x")).is(422).shows("10/12/2023");
        secretary.post("/khen-thuong/han", &due("31/12/2020", "x")).is(422).shows("thời gian của");
        secretary.post("/khen-thuong/han", &due("22/12/2023", "")).is(422).shows("22/12/2023");
        secretary.post("/khen-thuong/han", &due("22/12/2023", "Công văn 95/UBND")).is(303);
        secretary.get("/khen-thuong").shows("đến hết ngày 22/12/2023 (Công văn 95/UBND)");
        let (one, other) = (
            contestant(&test, SubjectKind::Household, None),
            contestant(&test, SubjectKind::Village, None),
        );
        let form = |one: &Contestant| format!("/khen-thuong/de-nghi/{}", one.id);
        let test = test.later("2023-12-22T02:00:00Z");
        let officer = test.browser(Role::OrganisationOfficer);
        let last_day = officer.post(&form(&one), &fields("giay-khen-xa", "Nhường đất"));
        let address = last_day.is(303).leads_to().to_owned();
        let test = test.later("2023-12-23T02:00:00Z");
        let officer = test.browser(Role::OrganisationOfficer);
        let late = officer.post(&form(&other), &fields("giay-khen-xa", "Bao tiêu sả"));
        late.is(409).shows("Hết hạn nhận đề nghị từ ngày 22/12/2023");
        officer.post(&format!("{address}/gui"), &[]).is(409).shows("Hết hạn");
        test.browser(Role::OrganisationOfficer).get("/khen-thuong/han").is(403);
    }

    fn the_list_tells_how_the_year_looks_as_a_whole(engine: Engine) {
        let test = TestApp::example(engine);
        let page = test.browser(Role::CouncilSecretary).get("/khen-thuong");
        page.shows("Đề nghị năm 2023 nhìn chung").shows("Trực tiếp lao động, công tác");
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get("/khen-thuong").is(200).hides("nhìn chung");
    }
}
