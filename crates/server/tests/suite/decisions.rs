//! From a closed sitting to a numbered decision and its certificates.

use std::sync::Barrier;

use chungsuc_domain::{Period, Vnd};
use chungsuc_server::access::Role;
use chungsuc_server::features::councils::{self, Attendance, Choice, State};
use chungsuc_server::features::decisions::{self, Issuing, Wording};
use chungsuc_server::features::movements;
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

/// The day after the sitting of 2023.
const AFTER: &str = "2023-12-28T02:00:00Z";

/// The example with its sitting of 2023 held: everybody said yes to everything.
pub(crate) fn held(engine: Engine) -> (TestApp, String, String) {
    held_in(TestApp::example(engine))
}

/// As [`held`], in an example in which something happened before.
pub(crate) fn held_in(test: TestApp) -> (TestApp, String, String) {
    let test = test.later("2023-12-27T07:00:00Z");
    let secretary = test.person(Role::CouncilSecretary);
    let lines = councils::sittings(&test.app, &secretary).unwrap();
    let called = lines.into_iter().find(|line| line.state == State::Called).unwrap().id;
    let sitting = councils::sitting(&test.app, &secretary, &called).unwrap();
    let present = sitting.members.iter().map(|member| member.id.clone()).collect();
    let who = Attendance { present, ..Attendance::default() };
    councils::open(&test.app, &secretary, &called, &who).unwrap();
    let votes: Vec<_> =
        sitting.items.iter().map(|item| (item.nomination.id.clone(), Choice::For)).collect();
    for member in &sitting.members {
        let mut by = test.person(Role::CouncilMember);
        by.account = member.account.clone();
        councils::vote(&test.app, &by, &called, &votes).unwrap();
    }
    councils::close(&test.app, &secretary, &called).unwrap();
    let movement = movements::current(&test.app, &secretary).unwrap().unwrap().id;
    (test.later(AFTER), called, movement)
}

fn words(title: &str) -> Vec<(&str, &str)> {
    vec![
        ("abstract", title),
        ("bases", "Căn cứ Luật Thi đua, khen thưởng\nXét đề nghị của Hội đồng"),
        ("recipients", "Như Điều 3\nLưu: VT"),
        ("reward_source", "fund"),
    ]
}

/// A draft on the held sitting, with its id.
pub(crate) fn drafted(test: &TestApp, sitting: &str, movement: &str) -> String {
    let form = chungsuc_server::web::Form::from_pairs(words("Về việc tặng Giấy khen năm 2023"));
    let wording = Wording::read(&form).unwrap();
    let secretary = test.person(Role::CouncilSecretary);
    decisions::draft(&test.app, &secretary, sitting, movement, &wording).unwrap()
}

fn issuing(test: &TestApp, id: &str) -> Issuing {
    let chairman = test.person(Role::Chairman);
    let version = decisions::find(&test.app, &chairman, id).unwrap().version;
    Issuing { on: test.app.today(), number: None, version, reason: String::new() }
}

on_both_engines! {
    fn a_decision_is_drafted_issued_and_never_changes(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get("/ban-lam-viec").is(200);
        let page = secretary.get(&format!("/quyet-dinh/lap?phien={sitting}&phong-trao={movement}"));
        page.is(200);
        let id = drafted(&test, &sitting, &movement);
        let address = format!("/quyet-dinh/{id}");
        secretary.get(&address).is(200).shows("Về việc tặng Giấy khen năm 2023").shows("1.800.000");
        secretary.get(&format!("{address}/ban-hanh")).is(403);
        test.browser(Role::Auditor).get(&format!("{address}/giay-khen.pdf")).is(409);
        let chairman = test.browser(Role::Chairman);
        chairman.get(&format!("{address}/ban-hanh")).is(200).shows("value=\"1\"");
        let version = decisions::find(&test.app, &test.person(Role::Chairman), &id).unwrap().version;
        let version = version.to_string();
        let issue = |day: &str, number: &str| {
            let fields = [("issued_on", day), ("number", number), ("version", version.as_str())];
            chairman.post(&format!("{address}/ban-hanh"), &fields)
        };
        issue("31/02/2023", "").is(422);
        issue("26/12/2023", "").is(422);
        issue("29/12/2023", "").is(422);
        issue("28/12/2023", "0").is(422);
        issue("28/12/2023", "320").is(303);
        chairman.get(&address).shows("320/QĐ-UBND").shows("28/12/2023").shows("Đã ban hành");
        issue("28/12/2023", "").is(409);
        let edit = format!("{address}/sua");
        let mut fields = words("Đổi");
        fields.push(("version", "2"));
        secretary.post(&edit, &fields).is(409);
        for sql in ["UPDATE decision SET abstract = 'x'", "DELETE FROM decision_award"] {
            let done =
                test.app.write(&test.person(Role::Chairman), |tx| Ok(tx.technical(sql, &[])?));
            assert!(matches!(done, Err(Refusal::Store(_))), "{sql}");
        }
        test.browser(Role::Auditor).get("/van-ban").shows("320/QĐ-UBND");
    }

    fn rewards_are_those_of_the_day_and_unknown_ones_stay_unknown(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let chairman = test.person(Role::Chairman);
        decisions::issue(&test.app, &chairman, &id, &issuing(&test, &id)).unwrap();
        let decision = decisions::find(&test.app, &chairman, &id).unwrap();
        for line in &decision.awarded {
            // Nghị định 91/2017/NĐ-CP Điều 73: 0,15 × 1.800.000, twice for a collective; the factor
            // of a household was not found for that time.
            let expected = match line.kind.code() {
                "individual" => Some(Vnd::new(270_000)),
                "household" => None,
                _ => Some(Vnd::new(540_000)),
            };
            assert_eq!(line.reward, expected, "{}", line.on_paper.recipient);
        }
        assert!(decision.awarded.iter().any(|line| line.reward.is_none()));
        let page = test.browser(Role::Auditor).get(&format!("/quyet-dinh/{id}"));
        page.shows("Nghị định 91/2017/NĐ-CP").shows("Chưa");
        let year = Period::new("2023-01-01".parse().unwrap(), "2023-12-31".parse().unwrap()).unwrap();
        let issued = decisions::issued_in(&test.app, &chairman, &movement, year).unwrap();
        assert_eq!(issued.len(), 1);
        assert_eq!(issued[0].awarded, decision.awarded.len());
    }

    fn two_chairmen_at_once_issue_it_once(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let (chairman, how) = (test.person(Role::Chairman), issuing(&test, &id));
        let start = Barrier::new(4);
        let done: Vec<bool> = std::thread::scope(|scope| {
            let issue = || {
                start.wait();
                decisions::issue(&test.app, &chairman, &id, &how).is_ok()
            };
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(issue)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(done.iter().filter(|issued| **issued).count(), 1);
        let next = decisions::coming_number(&test.app, &chairman, test.app.today()).unwrap();
        let number = decisions::find(&test.app, &chairman, &id).unwrap().number.unwrap();
        assert_eq!(next, number + 1, "no number is lost");
    }

    fn papers_are_fetched_by_who_may_read(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let movement = movements::current(&test.app, &auditor).unwrap().unwrap();
        let issued =
            decisions::issued_in(&test.app, &auditor, &movement.id, movement.period).unwrap();
        assert_eq!(issued.len(), 3);
        assert!(issued.iter().any(|one| one.number == "312/QĐ-UBND"));
        let browser = test.browser(Role::CultureCentre);
        for one in issued {
            let address = format!("/quyet-dinh/{}", one.id);
            let all = browser.get(&format!("{address}/giay-khen.pdf"));
            assert!(all.is(200).bytes.starts_with(b"%PDF-"));
            assert_eq!(all.headers["content-type"], "application/pdf");
            assert!(browser.get(&format!("{address}/giay-khen/1.pdf")).is(200).bytes.starts_with(b"%PDF-"));
            browser.get(&format!("{address}/giay-khen/999.pdf")).is(404);
            assert!(browser.get(&format!("{address}/quyet-dinh.docx")).is(200).bytes.starts_with(b"PK"));
        }
        assert_eq!(test.stranger().get("/quyet-dinh").leads_to(), "/dang-nhap");
    }

    fn an_award_of_the_level_above_is_left_out_and_said_why(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let movement = movements::current(&test.app, &auditor).unwrap().unwrap();
        let issued =
            decisions::issued_in(&test.app, &auditor, &movement.id, movement.period).unwrap();
        let last = issued.iter().max_by_key(|one| one.issued_on).unwrap();
        let decision = decisions::find(&test.app, &auditor, &last.id).unwrap();
        let left = decisions::left_out(&test.app, &auditor, &decision).unwrap();
        assert!(left.iter().all(|(nomination, _)| nomination.award == "bang-khen-tinh"));
        assert!(!left.is_empty());
    }

    fn the_desk_tells_the_secretary_then_the_chairman(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let desk = secretary.get("/ban-lam-viec");
        desk.is(200).shows("Lập quyết định cho phiên họp ngày 27/12/2023");
        let chairman = test.browser(Role::Chairman);
        chairman.get("/ban-lam-viec").is(200).hides("Xem và ban hành");
        drafted(&test, &sitting, &movement);
        secretary.get("/ban-lam-viec").hides("Lập quyết định cho phiên họp");
        chairman.get("/ban-lam-viec").shows("Xem và ban hành: Về việc tặng Giấy khen năm 2023");
    }

    fn a_draft_is_for_few_and_a_late_rewording_loses_no_word(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let address = format!("/quyet-dinh/{id}");
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&address).is(404);
        head.get("/quyet-dinh").is(200).hides("Về việc tặng Giấy khen năm 2023");
        let secretary = test.browser(Role::CouncilSecretary);
        let reword = |version: &str, recipient: &str| {
            let fields = [
                ("version", version),
                ("recipient", recipient),
                ("address", "Làng Leng, xã Tơ Tung"),
                ("achievement", "Đã hiến đất dựng nhà rông"),
            ];
            secretary.post(&format!("{address}/sua/1"), &fields)
        };
        reword("1", "").is(422).shows("Đã hiến đất dựng nhà rông");
        reword("1", "Nhân dân làng Leng").is(303);
        let late = reword("1", "Nhân dân và cán bộ làng Leng");
        late.is(422).shows("Người khác vừa sửa").shows("Nhân dân và cán bộ làng Leng");
        secretary.get(&address).shows("Nhân dân làng Leng");
        let chairman = test.person(Role::Chairman);
        decisions::issue(&test.app, &chairman, &id, &issuing(&test, &id)).unwrap();
        reword("3", "Người khác").is(409);
        head.get(&address).is(200).shows("Nhân dân làng Leng");
    }

    fn a_draft_that_waits_into_other_law_is_warned_of(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let page = test.browser(Role::CouncilSecretary);
        let form = page.get(&format!("/quyet-dinh/lap?phien={sitting}&phong-trao={movement}"));
        form.is(200).shows("Căn cứ Nghị định số 91/2017/NĐ-CP");
        let mut words = words("Về việc tặng Giấy khen");
        words[1].1 = "Căn cứ Luật số 15/2003/QH11, 91/2017/NĐ-CP, 12/2019/TT-BNV";
        let wording = Wording::read(&chungsuc_server::web::Form::from_pairs(words)).unwrap();
        let id = decisions::draft(&test.app, &secretary, &sitting, &movement, &wording).unwrap();
        let confirm = format!("/quyet-dinh/{id}/ban-hanh");
        test.browser(Role::Chairman).get(&confirm).is(200).hides("chưa nhắc đến");
        let test = test.later("2024-01-02T02:00:00Z");
        let page = test.browser(Role::Chairman).get(&confirm);
        page.is(200).shows("chưa nhắc đến").shows("98/2023/NĐ-CP");
    }

    fn certificates_name_people_as_one_addresses_them(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let movement = movements::current(&test.app, &auditor).unwrap().unwrap();
        let issued =
            decisions::issued_in(&test.app, &auditor, &movement.id, movement.period).unwrap();
        let numbers: Vec<_> = issued.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(numbers, ["312/QĐ-UBND", "298/QĐ-UBND", "246/QĐ-UBND"]);
        let first = decisions::find(&test.app, &auditor, &issued[0].id).unwrap();
        let named: Vec<_> = first.awarded.iter().map(|line| line.on_paper.recipient.as_str()).collect();
        let wanted = [
            "Nhân dân và cán bộ làng Đồng Tâm",
            "Hội Cựu chiến binh xã Tơ Tung",
            "Hộ gia đình bà Vi Thị Hằng Nga",
            "Bà Đinh Thị Hrơk",
        ];
        assert_eq!(named, wanted, "in the order of the golden book");
        let sheet = test.browser(Role::Auditor).get("/quyet-dinh?nam=2022&dang=csv");
        sheet.is(200).shows("312/QĐ-UBND,27/12/2022,").shows(",4,1130000,").hides("298/");
    }

    fn a_discarded_draft_stays_and_its_sitting_waits_for_another(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let address = format!("/quyet-dinh/{id}");
        let (secretary, chairman) = (test.browser(Role::CouncilSecretary), test.browser(Role::Chairman));
        let discard = |reason: &str, version: &str| {
            secretary.post(&format!("{address}/huy"), &[("reason", reason), ("version", version)])
        };
        secretary.get(&address).shows("Hủy dự thảo");
        chairman.get(&format!("{address}/huy")).is(403);
        discard("  ", "1").is(422);
        discard("Ghi nhầm danh sách", "7").is(409);
        discard("Ghi nhầm danh sách", "1").is(303);
        discard("Lần nữa", "2").is(409);

        let page = secretary.get(&address);
        page.is(200).shows("Đã hủy").shows("Ghi nhầm danh sách").hides("Ban hành quyết định");
        for door in ["sua", "sua/1", "huy", "quyet-dinh.docx"] {
            secretary.get(&format!("{address}/{door}")).is(409);
        }
        let chairs = test.person(Role::Chairman);
        assert!(decisions::issue(&test.app, &chairs, &id, &issuing(&test, &id)).is_err());
        chairman.get("/ban-lam-viec").hides("Xem và ban hành");
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&address).is(404);
        let touch = |tx: &mut chungsuc_store::Writer<'_>| {
            Ok(tx.technical("UPDATE decision SET abstract = 'x' WHERE state = 'discarded'", &[])?)
        };
        assert!(matches!(test.app.write(&chairs, touch), Err(Refusal::Store(_))));

        secretary.get("/ban-lam-viec").shows("Lập quyết định cho phiên họp ngày 27/12/2023");
        let second = drafted(&test, &sitting, &movement);
        decisions::issue(&test.app, &chairs, &second, &issuing(&test, &second)).unwrap();
        secretary.get("/quyet-dinh").shows("Đã hủy").shows("01/QĐ-UBND");
        discard("Quá muộn", "1").is(409);
        let late = [("reason", "Quá muộn"), ("version", "2")];
        secretary.post(&format!("/quyet-dinh/{second}/huy"), &late).is(409);
    }
}
