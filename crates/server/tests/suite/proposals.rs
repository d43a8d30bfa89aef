//! What people tell of good deeds: without a login and without a name in public.

use chungsuc_domain::SubjectKind;
use chungsuc_server::access::Role;
use chungsuc_server::features::proposals::{self, NewProposal, State};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;
use crate::nominations::contestant;

const PAGE: &str = "/nguoi-tot-viec-tot";
const NO_FILE: (&str, &str, &[u8]) = ("photo", "", b"");
const TOLD: [(&str, &str); 6] = [
    ("xa", COMMUNE),
    ("who", "Bà Hoàng Mận"),
    ("village", SO_TOR),
    ("deed", "Dắt học sinh qua suối mùa lũ"),
    ("happened", "tháng 11/2023"),
    ("contact", "0900 111 222"),
];

fn with<'a>(field: &str, value: &'a str) -> Vec<(&'static str, &'a str)> {
    let other = TOLD.into_iter().filter(|(name, _)| *name != field);
    let name = TOLD.iter().find(|(name, _)| *name == field).unwrap().0;
    other.into_iter().chain([(name, value)]).collect()
}

/// Sends it without a login; gives the address of the receipt.
fn sent(test: &TestApp) -> String {
    test.stranger().post_file(PAGE, &TOLD, NO_FILE).is(303).leads_to().to_owned()
}

fn of_office(receipt: &str) -> String {
    receipt.replace(PAGE, "/gioi-thieu")
}

on_both_engines! {
    fn anybody_tells_and_reads_the_answer_and_nobody_else_learns_a_name(engine: Engine) {
        let test = TestApp::example(engine);
        test.stranger().get(PAGE).is(200).shows("không đăng công khai").shows("Sơ Tor");
        let receipt = sent(&test);
        let waiting = test.stranger().get(&receipt);
        waiting.is(200).shows("chưa trả lời").shows("20/12/2023").hides("Hoàng Mận").hides("0900");
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get("/ban-lam-viec").shows("Người dân giới thiệu: Bà Hoàng Mận");
        let record = of_office(&receipt);
        secretary.get(&record).shows("0900 111 222").shows("gửi từ trang công khai");
        test.browser(Role::ProgrammeBoard).get(&record).is(403);
        // The head of the village is not told who wrote.
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&record).is(403);
        head.get("/gioi-thieu").is(200).hides("Hoàng Mận");
        test.browser(Role::Chairman).get("/nhat-ky").is(200).hides("Hoàng Mận").hides("0900");
        let address = format!("{record}/tra-loi");
        secretary.post(&address, &[("version", "1"), ("answer", " ")]).is(422);
        let answer = [("version", "1"), ("answer", "Trường đã khen việc này")];
        secretary.post(&address, &answer).is(303);
        secretary.post(&address, &answer).is(409);
        test.stranger().get(&receipt).shows("Trường đã khen việc này").hides("Hoàng Mận");
        secretary.get("/ban-lam-viec").hides("Hoàng Mận");
    }

    fn a_proposal_becomes_a_nomination_once(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Household, None);
        let receipt = sent(&test);
        let (record, secretary) = (of_office(&receipt), test.browser(Role::CouncilSecretary));
        secretary.get(&format!("{record}/de-nghi")).is(200).shows("Bà Hoàng Mận");
        let form = format!("{record}/de-nghi/{}", one.id);
        secretary.get(&form).shows("Dắt học sinh qua suối mùa lũ (tháng 11/2023)");
        let said = |version, achievement| {
            let award = ("award", "giay-khen-xa");
            [("version", version), award, ("achievement", achievement), ("proposed_by", "Làng Sơ Tor")]
        };
        secretary.post(&form, &said("1", "")).is(422).shows("Làng Sơ Tor");
        secretary.get(&record).shows("Chờ xem xét");
        // Somebody else was faster: no nomination is made, and the proposal still waits.
        secretary.post(&form, &said("7", "Dắt học sinh")).is(409);
        let page = secretary.post(&form, &said("1", "Dắt học sinh"));
        let nomination = page.is(303).leads_to().to_owned();
        assert!(nomination.starts_with("/khen-thuong/"), "{nomination}");
        let link = format!("href=\"{record}\"");
        secretary.get(&nomination).shows("Bản nháp").shows(&link);
        let officer = test.browser(Role::OrganisationOfficer).get(&nomination);
        officer.is(200).shows("Thư giới thiệu của người dân").hides(&link);
        secretary.get(&record).shows("Đã lập đề nghị").shows(&nomination);
        secretary.post(&form, &said("2", "Dắt học sinh")).is(409);
        test.stranger().get(&receipt).shows("Đã lập đề nghị khen thưởng").hides("Hoàng Mận");
    }

    fn what_is_missing_or_wrong_is_told_and_what_was_typed_stays(engine: Engine) {
        let test = TestApp::example(engine);
        let send = |fields: &[(&str, &str)], file| test.stranger().post_file(PAGE, fields, file);
        for field in ["who", "deed", "happened"] {
            let page = send(&with(field, " "), NO_FILE);
            page.is(422).shows("0900 111 222").shows(&format!("id=\"{field}-error\""));
        }
        send(&with("village", "99999-01"), NO_FILE).is(422).shows("Hãy chọn một thôn, làng");
        let long = "việc ".repeat(1_000);
        send(&with("deed", &long), NO_FILE).is(422).shows("dài quá 3000 chữ");
        send(&TOLD, ("photo", "thu.pdf", b"%PDF-1.7")).is(422).shows("chỉ nhận ảnh");
        send(&TOLD, ("photo", "anh.exe", b"MZ....")).is(422);
        send(&with("xa", "00000"), NO_FILE).is(303);
        let png = b"\x89PNG\r\n\x1a\n....";
        let receipt = send(&TOLD, ("photo", "suối.png", png)).is(303).leads_to().to_owned();
        let photo = format!("{}/anh", of_office(&receipt));
        assert_eq!(test.browser(Role::CouncilSecretary).get(&photo).is(200).bytes, png);
        test.browser(Role::ProgrammeBoard).get(&photo).is(403);
        test.stranger().get(&format!("{PAGE}/khong-co")).is(404);
    }

    fn a_head_writes_down_for_the_own_village_only(engine: Engine) {
        let test = TestApp::example(engine);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let send = |fields: &[(&str, &str)]| head.post_file("/gioi-thieu/nhap", fields, NO_FILE);
        send(&with("village", "")).is(422);
        send(&with("village", "23668-02")).is(403);
        let record = send(&TOLD).is(303).leads_to().to_owned();
        head.get(&record).is(200).shows("nhập giúp người dân");
        head.post(&format!("{record}/tra-loi"), &[("version", "1"), ("answer", "Không")]).is(403);
        let other = test.browser_of(&test.person_of(Role::VillageHead, "23668-02"));
        other.get(&record).is(403);
    }

    fn a_flood_is_stopped_before_it_fills_the_database(engine: Engine) {
        let test = TestApp::new(engine);
        let new = NewProposal { who: "Ai đó", deed: "Việc", happened: "nay", ..Default::default() };
        let sent = (0..300).filter(|_| proposals::send(&test.app, COMMUNE, &new).is_ok()).count();
        assert_eq!(sent, 200);
        assert!(matches!(proposals::send(&test.app, COMMUNE, &new), Err(Refusal::Rule(_))));
        // Who is answered makes room, and the office itself is not stopped.
        let secretary = test.person(Role::CouncilSecretary);
        let first = proposals::list(&test.app, &secretary).unwrap().remove(0);
        assert_eq!(first.state, State::New);
        proposals::enter(&test.app, &secretary, &new).unwrap();
        proposals::answer(&test.app, &secretary, &first.id, 1, "Đã biết").unwrap();
        proposals::send(&test.app, COMMUNE, &new).unwrap();
    }

    fn the_example_lives_through_proposals(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let all = proposals::list(&test.app, &secretary).unwrap();
        let states = |state| all.iter().filter(|one| one.state == state).count();
        assert_eq!((states(State::Answered), states(State::Nominated)), (2, 1));
    }
}
