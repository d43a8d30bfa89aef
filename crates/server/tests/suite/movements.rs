//! From a plan to those who take part in its movement.

use chungsuc_domain::SubjectKind;
use chungsuc_server::access::Role;
use chungsuc_server::features::movements::{self, PlanFacts};
use chungsuc_server::features::units;
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

const PLAN: &[u8] = include_bytes!("../../../../examples/to-tung/plan.toml");

/// Adopts the example's plan; gives the address of its movement.
fn adopted(test: &TestApp) -> String {
    let by = test.person(Role::ProgrammeBoard);
    let plan = PlanFacts::parse(PLAN, &test.app.catalog, |_| true).unwrap();
    format!("/phong-trao/{}", movements::adopt(&test.app, &by, &plan).unwrap())
}

on_both_engines! {
    fn a_plan_as_data_is_adopted_once(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        board.get("/phong-trao").shows("Chưa có phong trào nào");
        let page = board.get(&adopted(&test));
        page.is(200).shows("Tơ Tung chung sức xây dựng nông thôn mới").shows("01/01/2021 – 31/12/2025");
        page.shows("/tieu-chi/23668-01").shows("Hộ gia đình").shows("Không nợ đọng xây dựng cơ bản");
        board.get("/van-ban").shows("87/KH-UBND").shows("02/11/2022");
        let plan = PlanFacts::parse(PLAN, &test.app.catalog, |_| true).unwrap();
        let again = movements::adopt(&test.app, &test.person(Role::CouncilSecretary), &plan);
        assert!(matches!(again, Err(Refusal::Rule(_))), "{again:?}");
    }

    fn every_fault_of_a_plan_as_data_is_named(engine: Engine) {
        let test = TestApp::new(engine);
        let units = units::territories(&test.app, &test.person(Role::ProgrammeBoard)).unwrap();
        let places = |file: &str| {
            let is_unit = |code: &str| units.iter().any(|unit| unit.code == code);
            let faults = PlanFacts::parse(file.as_bytes(), &test.app.catalog, is_unit).unwrap_err();
            faults.into_iter().map(|fault| fault.place).collect::<Vec<_>>()
        };
        let plan = String::from_utf8(PLAN.to_vec()).unwrap();
        let faulty = plan
            .replace("to = \"2025-12-31\"", "to = \"2020-12-31\"")
            .replace("23668-01", "99999-01")
            .replace("giay-khen-xa", "giay-khen-lang")
            .replace("kind = \"household\"", "kind = \"ho\"");
        let found = places(&faulty);
        for place in ["movement.to", "target.0.unit", "subject.7.kind", "awards.codes.6"] {
            assert!(found.iter().any(|known| known == place), "{place} in {found:?}");
        }
        assert_eq!(places(&plan.replace("2022-11-02", "2022-02-31")).len(), 1);
        assert_eq!(places("[paper").len(), 1);
    }

    fn awards_say_who_decides_on_the_day_and_by_which_law(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let address = adopted(&test) + "/khen-thuong";
        board.get(&address).is(200).shows("Quyết định").shows("Đề nghị cấp trên");
        let test = test.later("2025-12-01T02:00:00Z");
        let page = test.browser(Role::ProgrammeBoard).get(&address);
        page.shows("Từ ngày này không còn cấp nào").shows("129/2025/NĐ-CP");
    }

    fn a_contestant_registers_once_with_a_pledge(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let movement = adopted(&test);
        let form = format!("{movement}/dang-ky/village/{SO_TOR}");
        board.get(&format!("{movement}/dang-ky?ten=so+tor")).shows(&form);
        let fields = [("text", "Làm 500 m đường"), ("due", "30/6/2024"), ("pledged_on", "hôm nay")];
        let address = board.post(&form, &fields).is(303).leads_to().to_owned();
        board.get(&address).shows("Làm 500 m đường").shows("30/06/2024").shows("20/12/2023");
        board.post(&form, &fields).is(409).shows("đã đăng ký phong trào này");
        let list = board.get(&format!("{movement}/doi-tuong"));
        list.shows("Sơ Tor").shows("thôn, làng").shows("1–1 trong 1");
        let more = [("text", "Sửa nhà rông"), ("due", "2020-01-01"), ("pledged_on", "31/02/2023")];
        let page = board.post(&format!("{address}/giao-uoc"), &more);
        page.is(422).shows("Ngày này không có").shows("Sửa nhà rông");
    }

    fn a_village_head_registers_the_own_village_only(engine: Engine) {
        let test = TestApp::new(engine);
        let movement = adopted(&test);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let fields = [("text", "Giữ đường sạch"), ("pledged_on", "20/12/2023")];
        head.post(&format!("{movement}/dang-ky/village/23668-02"), &fields).is(403);
        head.post(&format!("{movement}/dang-ky/village/{SO_TOR}"), &fields).is(303);
    }

    fn a_duty_is_late_after_its_day_and_not_on_it(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let duties = adopted(&test) + "/nhiem-vu";
        let duty = [("text", "Kẻ lại biển làng"), ("bearer", "Đoàn xã"), ("due", "20/12/2023")];
        board.post(&duties, &duty).is(303);
        board.post(&duties, &[("text", ""), ("due", "20/12/2031")]).is(422).shows("nằm ngoài");
        board.get("/ban-lam-viec").shows("Kẻ lại biển làng").shows("Hôm nay");
        let later = test.later("2023-12-20T17:00:00Z");
        later.browser(Role::ProgrammeBoard).get("/ban-lam-viec").shows("Quá hạn");
    }

    fn the_example_has_its_movement(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let movement = movements::current(&test.app, &board).unwrap().unwrap();
        let counts =
            movements::count_by_kind(&test.app, &board, &movement.id, test.app.today()).unwrap();
        assert!(counts.contains(&(SubjectKind::Village, 9)), "{counts:?}");
        let duties = movements::duties(&test.app, &board, &movement.id).unwrap();
        let late = duties.iter().filter(|duty| duty.is_late(test.app.today())).count();
        assert!(late > 0 && late < 6, "{late} of {}", duties.len());
    }
}
