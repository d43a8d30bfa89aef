//! One record for each body, household and person; marks are for few eyes.

use chungsuc_domain::{HouseholdMark, SubjectKind};
use chungsuc_server::access::Role;
use chungsuc_server::features::directory;

use crate::harness::*;

const LENG: &str = "23668-05";

fn household<'a>(head: &'a str, village: &'a str) -> [(&'a str, &'a str); 4] {
    [("head", head), ("village", village), ("address", "gần nhà rông"), ("members", "5")]
}

fn person<'a>(name: &'a str, born: &'a str, village: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("full_name", name),
        ("birth_year", born),
        ("gender", "female"),
        ("village", village),
        ("occupation", "làm rẫy"),
    ]
}

/// The id of the record that a saved form leads to.
fn id_of(page: &Page) -> String {
    page.is(303).leads_to().rsplit('/').next().unwrap().to_owned()
}

on_both_engines! {
    fn somebody_alike_is_asked_about_before_a_second_record_is_made(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let add = |fields: &[(&str, &str)]| board.post("/danh-ba/ca-nhan/them", fields);
        id_of(&add(&person("Đinh Thị Hoà", "1980", SO_TOR)));
        let again = add(&person("ĐINH  THỊ HÒA", "", SO_TOR));
        again.is(422).shows("đã có tên giống").shows("value=\"ĐINH  THỊ HÒA\"");
        id_of(&add(&person("Đinh Thị Hòa", "1991", SO_TOR)));
        id_of(&add(&person("Đinh Thị Hòa", "1980", LENG)));
        let mut surely = person("Đinh Thị Hòa", "1980", SO_TOR);
        surely.push(("surely", "1"));
        id_of(&add(&surely));
    }

    fn marks_are_seen_by_few_and_leak_nowhere(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let id = id_of(&board.post("/danh-ba/ho/them", &household("Đinh Hyưh", SO_TOR)));
        let record = format!("/danh-ba/ho/{id}");
        board.post(&format!("{record}/dien"), &[("mark", "poor")]).is(303);
        board.get(&record).shows("Hộ nghèo").shows("checked");
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&record).is(200).shows("Hộ nghèo");
        for role in [Role::CouncilMember, Role::Accountant, Role::CultureCentre] {
            let browser = test.browser(role);
            browser.get(&record).is(200).shows("Đinh Hyưh").hides("Hộ nghèo");
            browser.get("/danh-ba/ho?dang=csv").is(200).hides("nghèo");
            browser.post(&format!("{record}/dien"), &[]).is(403);
        }
        let auditor = test.browser(Role::Auditor);
        auditor.get(&record).shows("Hộ nghèo");
        auditor.post(&format!("{record}/dien"), &[]).is(403);
    }

    fn a_village_head_keeps_the_own_village_only(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let elsewhere = id_of(&board.post("/danh-ba/ho/them", &household("Đinh Klơh", LENG)));
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&format!("/danh-ba/ho/{elsewhere}")).is(403);
        head.get("/danh-ba/ho").is(200).hides("Đinh Klơh");
        head.get(&format!("/danh-ba/ho?lang-o={LENG}")).is(200).hides("Đinh Klơh");
        head.post("/danh-ba/ho/them", &household("Đinh Blưn", LENG)).is(403);
        id_of(&head.post("/danh-ba/ho/them", &household("Đinh Blưn", SO_TOR)));
        head.get("/danh-ba/ho").shows("Đinh Blưn");
    }

    fn the_second_of_two_officers_is_told_and_loses_nothing(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let id = id_of(&board.post("/danh-ba/ho/them", &household("Đinh Hyưh", SO_TOR)));
        let edit = |version: &'static str, head: &'static str| {
            let mut fields = household(head, SO_TOR).to_vec();
            fields.push(("version", version));
            board.post(&format!("/danh-ba/ho/{id}/sua"), &fields)
        };
        edit("1", "Đinh Hyưk").is(303);
        edit("1", "Đinh Hyưm").is(409).shows("Người khác vừa sửa");
        board.get(&format!("/danh-ba/ho/{id}")).shows("Đinh Hyưk").shows("Đinh Hyưh");
    }

    fn wrong_fields_come_back_with_everything_typed(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let fields =
            [("full_name", ""), ("birth_year", "2031"), ("gender", "x"), ("occupation", "thợ <rèn>")];
        let page = board.post("/danh-ba/ca-nhan/them", &fields);
        page.is(422).shows("Cần sửa 3 chỗ").shows("thợ &lt;rèn&gt;").shows("value=\"2031\"");
        let unknown = board.post("/danh-ba/ho/them", &household("Đinh A", "99999-01"));
        unknown.is(422).shows("Hãy chọn một làng của xã");
        let body = [("name", "Hội"), ("kind", "union"), ("valid_from", "31/02/2023")];
        board.post("/danh-ba/co-quan/them", &body).is(422).shows("Ngày này không có");
    }

    fn everybody_is_found_by_name_without_marks(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let found = directory::find_subjects(&test.app, &board, "so tor", 20).unwrap();
        assert!(found.iter().any(|one| one.kind == SubjectKind::Village && one.id == SO_TOR));
        let front = directory::find_subjects(&test.app, &board, "MẶT TRẬN", 20).unwrap();
        assert!(front.iter().any(|one| one.kind == SubjectKind::Collective));
        for one in &front {
            let again = directory::subject(&test.app, &board, one.kind, &one.id).unwrap();
            assert_eq!(&again, one);
        }
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let own = directory::find_subjects(&test.app, &head, "", 500).unwrap();
        assert!(own.len() > 3 && own.iter().all(|one| one.village.as_deref() == Some(SO_TOR)));
    }

    fn the_example_has_marked_households(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let found = directory::find_subjects(&test.app, &board, "", 500).unwrap();
        let households = found.iter().filter(|one| one.kind == SubjectKind::Household);
        let poor = households
            .filter(|one| {
                let marks = directory::marks_of(&test.app, &board, &one.id).unwrap();
                marks.contains(&HouseholdMark::Poor)
            })
            .count();
        assert!(poor > 0);
    }
}
