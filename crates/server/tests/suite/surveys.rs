//! A survey's way from the draw to the condition of recognition.

use std::collections::BTreeSet;

use chungsuc_domain::standard::Outcome;
use chungsuc_domain::survey::order;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::directory::{self, HouseholdFields};
use chungsuc_server::features::surveys::{self, Counted, State, Survey};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

const SET: &str = "xa-ntm-2021-2025";
const CONTENTS: usize = 10;

/// So many households in Sơ Tor.
fn households(test: &TestApp, count: usize) {
    let board = test.person(Role::ProgrammeBoard);
    for number in 0..count {
        let fields = HouseholdFields {
            head: format!("Chủ Hộ {number}"),
            village: SO_TOR.into(),
            address: format!("nhà {number}"),
            members: 4,
        };
        directory::add_household(&test.app, &board, &fields, true).unwrap().unwrap();
    }
}

fn officer(test: &TestApp) -> Person {
    test.person(Role::OrganisationOfficer)
}

fn opened(test: &TestApp) -> String {
    surveys::open(&test.app, &officer(test), SO_TOR, SET, 2023).unwrap()
}

fn of(test: &TestApp, id: &str) -> Survey {
    surveys::find(&test.app, &officer(test), id).unwrap()
}

fn counted(asked: u32, answered: u32, satisfied: u32) -> Counted {
    let counted_on = "2023-12-20".parse().unwrap();
    Counted {
        asked,
        counted_on,
        answers: vec![(answered, satisfied); CONTENTS],
        note: String::new(),
    }
}

fn enter(test: &TestApp, id: &str, counted: &Counted) -> Result<(), Refusal> {
    let head = test.person_of(Role::VillageHead, SO_TOR);
    surveys::enter(&test.app, &head, id, of(test, id).version, counted)
}

fn close(test: &TestApp, id: &str) -> Result<(), Refusal> {
    surveys::close(&test.app, &officer(test), id, of(test, id).version)
}

fn outcome(test: &TestApp, unit: &str) -> Outcome {
    surveys::satisfaction(&test.app, &officer(test), SET, unit, "2023").unwrap().outcome
}

/// The fields of a form in which every content has the same counts.
fn form(version: &str, asked: &str, answered: &str, satisfied: &str) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut fields = vec![
        pair("version", version),
        pair("asked", asked),
        pair("counted_on", "20/12/2023"),
        pair("note", "gõ <rồi>"),
    ];
    for place in 1..=CONTENTS {
        fields.push(pair(&format!("answered-{place}"), answered));
        fields.push(pair(&format!("satisfied-{place}"), satisfied));
    }
    fields
}

fn post(browser: &Browser<'_>, address: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    browser.post(address, &fields)
}

on_both_engines! {
    fn a_survey_is_drawn_counted_closed_and_feeds_the_condition(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 80);
        let keeper = test.browser(Role::OrganisationOfficer);
        keeper.get("/khao-sat/mo").is(200).shows("Sơ Tor – hỏi 48 trong 80 hộ").shows("Hướng dẫn 78");
        let fields = [("unit", SO_TOR), ("standard", SET), ("year", "2023")];
        let address = keeper.post("/khao-sat/mo", &fields).is(303).leads_to().to_owned();
        let id = address.trim_start_matches("/khao-sat/").to_owned();
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get("/ban-lam-viec").shows("phát phiếu và nhập kết quả");
        let page = head.get(&address);
        page.is(200).shows("Hỏi 48 trong 80 hộ").shows("Đang lấy ý kiến").hides("Chốt khảo sát");
        let entry = format!("{address}/nhap");
        post(&head, &entry, &form("1", "48", "48", "46")).is(303);
        head.get(&address).shows("95,833").shows("Khảo sát chưa chốt").shows("Quyết định 318/QĐ-TTg");
        assert_eq!(outcome(&test, SO_TOR), Outcome::NotReported, "an open survey does not count");
        keeper.get("/ban-lam-viec").shows("xem lại và chốt");
        keeper.post(&format!("{address}/chot"), &[("version", "2")]).is(303);
        keeper.get(&address).shows("Đã chốt").shows("Chưa kiểm chứng");
        assert_eq!(outcome(&test, SO_TOR), Outcome::Met);
        // The commune is told by its villages, and eight of them are missing.
        let whole = surveys::satisfaction(&test.app, &officer(&test), SET, COMMUNE, "2023").unwrap();
        assert_eq!((whole.outcome, whole.missing.len()), (Outcome::NotReported, 8));
        assert_eq!(whole.surveys, [id]);
        let list = keeper.get("/khao-sat?nam=2023");
        list.is(200).shows("48/80").shows("Còn thiếu khảo sát đã chốt của: ").shows("Chưa khảo sát");
        post(&head, &entry, &form("3", "48", "48", "0")).is(409).shows("đã chốt hoặc đã hủy");
    }

    fn the_draw_is_kept_and_can_be_repeated(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 80);
        let id = opened(&test);
        let drawn = || surveys::drawn(&test.app, &officer(&test), &of(&test, &id)).unwrap();
        let ids = |drawn: &[surveys::Drawn]| -> Vec<String> {
            drawn.iter().map(|one| one.id.clone()).collect()
        };
        let first = drawn();
        assert_eq!(first.iter().filter(|one| one.asked).count(), 48);
        assert!(first[..48].iter().all(|one| one.asked), "the spare ones come after");
        let once: BTreeSet<_> = ids(&first).into_iter().collect();
        assert_eq!(once.len(), 80, "nobody twice, nobody left out");
        let survey = of(&test, &id);
        let by_hand = order(&survey.seed, survey.frame.iter().map(String::as_str));
        assert_eq!(ids(&first), by_hand);
        // Households that come later are in another draw, not in this one.
        households(&test, 3);
        assert_eq!(ids(&drawn()), ids(&first));
        let page = test.browser(Role::Auditor).get(&format!("/khao-sat/{id}/danh-sach"));
        page.is(200).shows(&survey.seed).shows("Dự phòng").hides("Chủ Hộ 81");
        let csv = test.browser(Role::Auditor).get(&format!("/khao-sat/{id}/danh-sach?dang=csv"));
        assert_eq!(csv.text.lines().count(), 81, "{}", csv.text);
        assert!(csv.text.lines().nth(1).unwrap().ends_with(&by_hand[0].to_owned()));
    }

    fn a_small_village_is_asked_as_a_whole(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 50);
        let survey = of(&test, &opened(&test));
        assert!(survey.asks_all());
        assert_eq!(survey.sample, 50);
    }

    fn nobody_to_ask_and_two_at_once_are_told(engine: Engine) {
        let test = TestApp::new(engine);
        let keeper = test.browser(Role::OrganisationOfficer);
        let open = |fields: [(&str, &str); 3]| keeper.post("/khao-sat/mo", &fields);
        let fields = [("unit", SO_TOR), ("standard", SET), ("year", "2023")];
        open(fields).is(409).shows("chưa có hộ nào");
        households(&test, 9);
        open([("unit", "23668-99"), fields[1], fields[2]]).is(422).shows("không có trong danh sách");
        open([fields[0], ("standard", "none"), fields[2]]).is(422).shows("không hỏi sự hài lòng");
        open([fields[0], fields[1], ("year", "2024")]).is(422).shows("chưa tới").shows("value=\"2024\"");
        open([fields[0], fields[1], ("year", "năm nay")]).is(422).shows("bốn chữ số");
        open([fields[0], fields[1], ("year", "2020")]).is(422).shows("không hỏi sự hài lòng");
        open(fields).is(303);
        open(fields).is(409).shows("đang có một khảo sát mở");
    }

    fn wrong_counts_are_told_and_nothing_typed_is_lost(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 9);
        let id = opened(&test);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let address = format!("/khao-sat/{id}/nhap");
        head.get(&address).is(200).shows("Danh sách bốc thăm có 9 hộ");
        let send = |asked: &str, answered: &str, satisfied: &str| {
            post(&head, &address, &form("1", asked, answered, satisfied))
        };
        let page = send("9", "9", "10");
        page.is(422).shows("số hộ hài lòng nhiều hơn số hộ trả lời").shows("value=\"10\"");
        page.shows("gõ &lt;rồi&gt;");
        send("9", "10", "9").is(422).shows("nhiều hơn số hộ đã phát phiếu");
        send("10", "9", "9").is(422).shows("chỉ có 9 hộ");
        for bad in ["-1", "tám", "8,5", "", "99999999999999999999"] {
            send("9", bad, "0").is(422);
        }
        let mut early = form("1", "9", "9", "9");
        early[2].1 = "19/12/2023".into();
        post(&head, &address, &early).is(422).shows("trước ngày bốc thăm");
        early[2].1 = "21/12/2023".into();
        post(&head, &address, &early).is(422).shows("chưa tới");
        assert_eq!(of(&test, &id).version, 1, "nothing is half-changed");
        send("9", "0", "0").is(303);
        assert_eq!(of(&test, &id).lines[0].answers.answered(), 0, "zero is a value");
        send("9", "9", "9").is(409).shows("Người khác vừa sửa");
    }

    fn a_closed_survey_is_corrected_by_another_one(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 10);
        let id = opened(&test);
        assert!(matches!(close(&test, &id), Err(Refusal::Rule(_))), "nothing is counted");
        enter(&test, &id, &counted(10, 10, 8)).unwrap();
        close(&test, &id).unwrap();
        assert_eq!(outcome(&test, SO_TOR), Outcome::NotMet, "80 of each, but not 90 in all");
        let again = surveys::open(&test.app, &officer(&test), SO_TOR, SET, 2023);
        assert!(matches!(again, Err(Refusal::Rule(_))), "{again:?}");
        let without = surveys::correct(&test.app, &officer(&test), &id, " ");
        assert!(matches!(without, Err(Refusal::Invalid(_))));
        let new = surveys::correct(&test.app, &officer(&test), &id, "đếm sót một phiếu").unwrap();
        let twice = surveys::correct(&test.app, &officer(&test), &id, "lần nữa");
        assert!(matches!(twice, Err(Refusal::Rule(_))), "{twice:?}");
        assert_eq!(of(&test, &new).seed, of(&test, &id).seed, "the draw stays");
        assert_eq!(of(&test, &new).asked, Some(10));
        enter(&test, &new, &counted(10, 10, 9)).unwrap();
        assert_eq!(outcome(&test, SO_TOR), Outcome::NotMet, "the old one counts until then");
        close(&test, &new).unwrap();
        assert_eq!(outcome(&test, SO_TOR), Outcome::Met);
        assert_eq!(of(&test, &id).lines[0].answers.satisfied(), 8, "the old one stays as it was");
        let page = test.browser(Role::Auditor).get(&format!("/khao-sat/{new}"));
        page.is(200).shows("đếm sót một phiếu").shows(&format!("href=\"/khao-sat/{id}\""));
        // Taken back, the old one counts again.
        let version = of(&test, &new).version;
        surveys::withdraw(&test.app, &officer(&test), &new, version, "nhầm làng").unwrap();
        assert_eq!(of(&test, &new).state, State::Withdrawn);
        assert_eq!(outcome(&test, SO_TOR), Outcome::NotMet);
        let twice = surveys::withdraw(&test.app, &officer(&test), &new, version + 1, "nữa");
        assert!(matches!(twice, Err(Refusal::Rule(_))));
    }

    fn the_database_itself_keeps_a_draw_and_a_closed_survey(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 9);
        let id = opened(&test);
        enter(&test, &id, &counted(9, 9, 9)).unwrap();
        let author = test.app.store.read(|_| Ok::<_, Refusal>(())).map(|()| chungsuc_store::Author {
            commune: COMMUNE.into(),
            actor: "test".into(),
            at: test.app.clock.now(),
        });
        let author = author.unwrap();
        let tamper = |sql: &'static str| test.app.store.write(&author, |tx| tx.technical(sql, &[]));
        assert!(tamper("UPDATE survey SET seed = 'khác'").is_err());
        assert!(tamper("DELETE FROM survey").is_err());
        close(&test, &id).unwrap();
        assert!(tamper("UPDATE survey SET asked = 8").is_err());
        assert!(tamper("UPDATE survey SET state = 'open'").is_err());
    }

    fn everybody_keeps_to_their_place(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 9);
        let id = opened(&test);
        let other = test.browser_of(&test.person_of(Role::VillageHead, "23668-02"));
        for page in ["", "/danh-sach", "/nhap", "/tep/phieu.pdf"] {
            other.get(&format!("/khao-sat/{id}{page}")).is(403);
        }
        post(&other, &format!("/khao-sat/{id}/nhap"), &form("1", "9", "9", "9")).is(403);
        other.get("/khao-sat").is(200).hides("Sơ Tor").hides("Toàn xã");
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let opening = surveys::open(&test.app, &head, SO_TOR, SET, 2023);
        assert!(matches!(opening, Err(Refusal::Forbidden)));
        // Four eyes: who entered the counts does not close them.
        let officer = officer(&test);
        surveys::enter(&test.app, &officer, &id, 1, &counted(9, 9, 9)).unwrap();
        let keeper = test.browser(Role::OrganisationOfficer);
        keeper.get(&format!("/khao-sat/{id}")).shows("không tự chốt");
        assert!(matches!(close(&test, &id), Err(Refusal::Rule(_))));
        let second = test.person(Role::CriteriaOfficer);
        surveys::close(&test.app, &second, &id, 2).unwrap();
        keeper.get("/khao-sat/none").is(404);
    }

    fn the_form_and_the_list_are_printed(engine: Engine) {
        let test = TestApp::new(engine);
        households(&test, 60);
        let id = opened(&test);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        for (file, begins) in [("phieu", "PK"), ("danh-sach", "PK")] {
            let docx = head.get(&format!("/khao-sat/{id}/tep/{file}.docx"));
            assert!(docx.is(200).bytes.starts_with(begins.as_bytes()));
            let pdf = head.get(&format!("/khao-sat/{id}/tep/{file}.pdf"));
            assert!(pdf.is(200).bytes.starts_with(b"%PDF"));
        }
        head.get(&format!("/khao-sat/{id}/tep/khac.pdf")).is(404);
    }

    fn the_example_has_a_draw_a_correction_and_a_count_that_waits(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = officer(&test);
        let year = |year| surveys::list(&test.app, &officer, SET, year).unwrap();
        let drawn = year(2022);
        assert_eq!((drawn.len(), drawn[0].frame.len(), drawn[0].sample), (1, 61, 37));
        let all = year(2023);
        assert_eq!(all.iter().filter(|one| one.corrects.is_some()).count(), 1);
        let waiting = all.iter().filter(|one| one.state == State::Open && one.asked.is_some());
        assert_eq!(waiting.count(), 1);
        assert_eq!(outcome(&test, SO_TOR), Outcome::Met);
        let leng = surveys::satisfaction(&test.app, &officer, SET, "23668-05", "2023").unwrap();
        assert_eq!(leng.outcome, Outcome::NotMet);
        test.browser(Role::CriteriaOfficer).get("/ban-lam-viec").shows("xem lại và chốt");
    }
}
