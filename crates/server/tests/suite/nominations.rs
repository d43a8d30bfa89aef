//! From a proposal to a complete dossier.

use chungsuc_domain::SubjectKind;
use chungsuc_server::access::Role;
use chungsuc_server::features::movements::{self, Contestant};
use chungsuc_server::features::nominations::{self, State};

use crate::harness::*;

/// A contestant of the example that was not proposed in 2023.
pub(crate) fn contestant(test: &TestApp, kind: SubjectKind, village: Option<&str>) -> Contestant {
    let board = test.person(Role::ProgrammeBoard);
    let movement = movements::current(&test.app, &board).unwrap().unwrap();
    let known = nominations::list(&test.app, &board, None).unwrap();
    movements::search_contestants(&test.app, &board, &movement.id, "", 500)
        .unwrap()
        .into_iter()
        .filter(|one| one.kind == kind)
        .filter(|one| village.is_none_or(|village| one.village.as_deref() == Some(village)))
        .find(|one| !known.iter().any(|other| other.contestant.id == one.id))
        .unwrap()
}

pub(crate) fn fields<'a>(award: &'a str, achievement: &'a str) -> [(&'a str, &'a str); 3] {
    [("award", award), ("achievement", achievement), ("proposed_by", "Hội Nông dân xã")]
}

on_both_engines! {
    fn a_dossier_goes_to_the_secretary_and_back_and_is_received(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Village, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let secretary = test.browser(Role::CouncilSecretary);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        let address =
            officer.post(&form, &fields("giay-khen-xa", "Làm xong kênh")).is(303).leads_to().to_owned();
        officer.get(&address).shows("Bản nháp").shows("Thuộc thẩm quyền").shows("1.800.000");
        officer.get(&address).shows("Hình thức khen: Giấy khen của Chủ tịch").hides("giay-khen-xa");
        secretary.post(&format!("{address}/tiep-nhan"), &[]).is(409);
        officer.post(&format!("{address}/gui"), &[]).is(303);
        secretary.get("/ban-lam-viec").shows(&format!("Đề nghị chờ tiếp nhận: {}", one.name));
        secretary.post(&format!("{address}/tra-lai"), &[("reason", "")]).is(422);
        let reason = [("reason", "thiếu biên bản họp làng")];
        secretary.post(&format!("{address}/tra-lai"), &reason).is(303);
        officer.get(&address).shows("thiếu biên bản họp làng");
        let better = [("version", "4"), ("achievement", "Làm xong 280 m kênh"), ("proposed_by", "Hội")];
        officer.post(&format!("{address}/sua"), &better).is(409).shows("Người khác vừa sửa");
        let better = [("version", "3"), ("achievement", "Làm xong 280 m kênh"), ("proposed_by", "Hội")];
        officer.post(&format!("{address}/sua"), &better).is(303);
        officer.post(&format!("{address}/gui"), &[]).is(303);
        secretary.post(&format!("{address}/tiep-nhan"), &[]).is(303);
        officer.get(&address).shows("Đủ hồ sơ").shows("280 m kênh");
        officer.post(&format!("{address}/sua"), &better).is(409);
    }

    fn the_same_award_twice_in_a_year_is_told(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Household, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        officer.post(&form, &fields("giay-khen-xa", "Nhường đất")).is(303);
        officer.post(&form, &fields("giay-khen-xa", "Nhường đất")).is(409).shows("Năm nay");
        officer.post(&form, &fields("bang-khen-tinh", "Nhường đất")).is(303);
    }

    fn an_award_outside_the_plan_or_for_others_is_refused(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.browser(Role::OrganisationOfficer);
        let one = contestant(&test, SubjectKind::Individual, None);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        officer.post(&form, &fields("lao-dong-tien-tien", "x")).is(422).shows("có trong kế hoạch");
        officer.post(&form, &fields("co-thi-dua-tinh", "x")).is(422).shows("không dành cho");
        let page = officer.post(&form, &fields("", ""));
        page.is(422).shows("Hội Nông dân xã");
    }

    fn an_award_of_the_level_above_says_who_decides(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Household, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        let address =
            officer.post(&form, &fields("bang-khen-tinh", "x")).is(303).leads_to().to_owned();
        officer.get(&address).shows("Đề nghị cấp trên").shows("Không thuộc thẩm quyền");
    }

    fn a_village_head_proposes_and_reads_the_own_village_only(engine: Engine) {
        let test = TestApp::example(engine);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let own = contestant(&test, SubjectKind::Household, Some(SO_TOR));
        let other = contestant(&test, SubjectKind::Household, Some("23668-05"));
        let form = |one: &Contestant| format!("/khen-thuong/de-nghi/{}", one.id);
        head.post(&form(&other), &fields("giay-khen-xa", "x")).is(403);
        let address =
            head.post(&form(&own), &fields("giay-khen-xa", "Nhường đất")).is(303).leads_to().to_owned();
        head.get(&address).is(200);
        head.get("/khen-thuong").shows(&own.name).hides("Leng");
        test.browser_of(&test.person_of(Role::VillageHead, "23668-05")).get(&address).is(403);
        test.browser(Role::CultureCentre).get(&address).is(403);
    }

    fn a_withdrawn_dossier_leaves_the_way(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Household, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        let address =
            officer.post(&form, &fields("giay-khen-xa", "x")).is(303).leads_to().to_owned();
        officer.post(&format!("{address}/rut"), &[("reason", "xác minh thêm")]).is(303);
        officer.post(&format!("{address}/gui"), &[]).is(409);
        officer.post(&form, &fields("giay-khen-xa", "x")).is(303);
    }

    fn on_the_day_of_the_example_dossiers_wait_for_the_council(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let count = |state| nominations::list(&test.app, &board, Some(state)).unwrap().len();
        assert_eq!(count(State::Tabled), 6);
        assert_eq!((count(State::Sent), count(State::Returned), count(State::Withdrawn)), (2, 1, 1));
    }
}
