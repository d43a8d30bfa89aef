//! From a plan to those who take part in its movement.

use chungsuc_domain::SubjectKind;
use chungsuc_server::access::Role;
use chungsuc_server::features::movements;

use crate::harness::*;

const PLAN: &[u8] = include_bytes!("../../../../examples/to-tung/plan.toml");

/// The plan as a form shows it after reading: what the hidden field carries.
fn accept(browser: &Browser<'_>, plan: &str) -> Page {
    browser.post("/phong-trao/lap/chap-nhan", &[("plan", plan)])
}

fn plan() -> String {
    String::from_utf8(PLAN.to_vec()).unwrap()
}

on_both_engines! {
    fn a_plan_is_read_shown_accepted_and_noticed_twice(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let shown = board.post_file("/phong-trao/lap", &[], ("file", "plan.toml", PLAN));
        shown.is(200).shows("87/KH-UBND").shows("Làng Sơ Tor đạt chuẩn").shows("31/12/2023");
        board.get("/phong-trao").shows("Chưa có phong trào nào");
        let address = accept(&board, &plan()).is(303).leads_to().to_owned();
        let page = board.get(&address);
        page.is(200).shows("Tơ Tung chung sức xây dựng nông thôn mới").shows("01/01/2021 – 31/12/2025");
        page.shows("/tieu-chi/23668-01").shows("Hộ gia đình").shows("Không nợ đọng xây dựng cơ bản");
        board.get("/van-ban").shows("87/KH-UBND").shows("02/11/2022");
        accept(&board, &plan()).is(409).shows("đã có trong sổ");
    }

    fn every_fault_of_a_plan_is_named_and_nothing_is_written(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let faulty = plan()
            .replace("to = \"2025-12-31\"", "to = \"2020-12-31\"")
            .replace("23668-01", "99999-01")
            .replace("giay-khen-xa", "giay-khen-lang")
            .replace("kind = \"household\"", "kind = \"ho\"");
        let page = board.post_file("/phong-trao/lap", &[], ("file", "x.toml", faulty.as_bytes()));
        page.is(422).shows("movement.to").shows("target.0.unit").shows("giay-khen-lang").shows("“ho”");
        let date = plan().replace("2022-11-02", "2022-02-31");
        board.post_file("/phong-trao/lap", &[], ("file", "x.toml", date.as_bytes())).is(422);
        let broken = board.post_file("/phong-trao/lap", &[], ("file", "x.toml", b"[paper"));
        broken.is(422).shows("Không đọc được");
        board.post("/phong-trao/lap/chap-nhan", &[("plan", &faulty)]).is(409);
        board.get("/phong-trao").shows("Chưa có phong trào nào");
    }

    fn awards_say_who_decides_on_the_day_and_by_which_law(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let address = accept(&board, &plan()).is(303).leads_to().to_owned() + "/khen-thuong";
        board.get(&address).is(200).shows("Quyết định").shows("Đề nghị cấp trên");
        let test = test.later("2025-12-01T02:00:00Z");
        let page = test.browser(Role::ProgrammeBoard).get(&address);
        page.shows("Từ ngày này không còn cấp nào").shows("129/2025/NĐ-CP");
    }

    fn a_contestant_registers_once_with_a_pledge(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let movement = accept(&board, &plan()).is(303).leads_to().to_owned();
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
        let movement = accept(&test.browser(Role::ProgrammeBoard), &plan()).leads_to().to_owned();
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let fields = [("text", "Giữ đường sạch"), ("pledged_on", "20/12/2023")];
        head.post(&format!("{movement}/dang-ky/village/23668-02"), &fields).is(403);
        head.post(&format!("{movement}/dang-ky/village/{SO_TOR}"), &fields).is(303);
    }

    fn a_duty_is_late_after_its_day_and_not_on_it(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let duties = accept(&board, &plan()).leads_to().to_owned() + "/nhiem-vu";
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
