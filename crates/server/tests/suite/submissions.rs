//! Dossiers that go to a level above: opened, sent, given back, decided.

use std::io::{Cursor, Read};

use chungsuc_domain::UnitKind;
use chungsuc_domain::submission::{Move, Stage};
use chungsuc_server::access::Role;
use chungsuc_server::features::honours;
use chungsuc_server::features::nominations::{self, State};
use chungsuc_server::features::registers::{self, Wanted};
use chungsuc_server::features::submissions::{self, NewStep, Submission};
use chungsuc_server::refusal::Refusal;
use chungsuc_server::web::{Form, Paging};

use crate::harness::*;

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(bytes))
}

/// The example after the province has decided on one of its two dossiers; the other one waits.
fn waiting(engine: Engine) -> (TestApp, String) {
    let test = TestApp::whole_example(engine);
    let ready = submissions::ready(&test.app, &test.person(Role::CouncilSecretary)).unwrap();
    assert_eq!(ready.len(), 1, "{ready:?}");
    let id = ready[0].id.clone();
    (test, id)
}

fn opened(test: &TestApp, nomination: &str) -> String {
    submissions::open(&test.app, &test.person(Role::CouncilSecretary), nomination).unwrap()
}

fn find(test: &TestApp, id: &str) -> Submission {
    submissions::find(&test.app, &test.person(Role::Auditor), id).unwrap()
}

fn step(kind: Move, on: &str) -> NewStep<'static> {
    NewStep {
        kind,
        on: on.parse().unwrap(),
        paper: "",
        issuer: "",
        words: "",
        due: None,
        papers: Vec::new(),
        awarded: Vec::new(),
        file: None,
    }
}

fn take(test: &TestApp, id: &str, new: &NewStep<'_>) -> Result<(), Refusal> {
    let version = find(test, id).version;
    submissions::record(&test.app, &test.person(Role::CouncilSecretary), id, version, new)
}

fn over(test: &TestApp) -> Vec<Submission> {
    let paging = Paging::parse("/trinh-cap-tren", &Form::default(), &[]);
    submissions::over(&test.app, &test.person(Role::Auditor), &paging).unwrap().0
}

fn put(test: &TestApp, id: &str, code: &str) -> u16 {
    let paper = ("file", "ban-ky.pdf", b"%PDF-1.7 signed".as_slice());
    let browser = test.browser(Role::CouncilSecretary);
    let reply =
        browser.post_file(&format!("/trinh-cap-tren/{id}/giay-to"), &[("code", code)], paper);
    reply.status
}

on_both_engines! {
    fn an_award_from_above_counts_like_one_of_the_commune(engine: Engine) {
        let (test, _) = waiting(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let open = submissions::list(&test.app, &secretary).unwrap();
        assert!(open.is_empty(), "{open:?}");
        let over = over(&test);
        let [done] = over.as_slice() else { panic!("{over:?}") };
        assert_eq!(done.stage, Stage::Awarded);
        let nomination = nominations::find(&test.app, &secretary, &done.nomination).unwrap();
        assert_eq!(nomination.state, State::Awarded);
        assert_eq!(nomination.awarded_on.unwrap().to_string(), "2026-01-16");
        let browser = test.browser(Role::CouncilSecretary);
        let page = browser.get(&format!("/trinh-cap-tren/{}", done.id));
        page.is(200).shows("27/QĐ-UBND").shows("91/TTr-UBND").shows("Xã → Tỉnh, thành phố");
        page.hides("Ghi bước tiếp theo");
        // It stands in the register by itself, once, and counts once before the law.
        let wanted = Wanted { level: Some(UnitKind::Province), ..Wanted::default() };
        let lines = registers::all(&test.app, &secretary, &wanted).unwrap();
        let [line] = &lines[..] else { panic!("{lines:?}") };
        assert_eq!((line.number.as_str(), &line.nomination), ("27/QĐ-UBND", &Some(done.nomination.clone())));
        let of = &nomination.contestant;
        let earlier = honours::find(&test.app, &secretary, &line.id).unwrap();
        assert_eq!(earlier.says.subject.as_ref(), Some(&of.subject));
        browser.get("/ban-lam-viec").shows("1 đề nghị chờ lập hồ sơ trình cấp trên");
    }

    fn a_dossier_is_sent_whole_given_back_and_opens_only_what_is_asked(engine: Engine) {
        let (test, nomination) = waiting(engine);
        let id = opened(&test, &nomination);
        let again = submissions::open(&test.app, &test.person(Role::CouncilSecretary), &nomination);
        assert!(matches!(again, Err(Refusal::Rule(_))), "{again:?}");
        let early = take(&test, &id, &step(Move::Sent, "2026-01-20"));
        assert!(matches!(early, Err(Refusal::Rule(_))), "no report of achievements: {early:?}");
        assert_eq!(put(&test, &id, "bao-cao-thanh-tich"), 303);
        take(&test, &id, &step(Move::Sent, "2026-01-20")).unwrap();
        assert_eq!(find(&test, &id).level.code(), "province", "no district since 2025-07-01");
        assert_eq!(put(&test, &id, "to-trinh"), 409, "what was sent stays");
        let received = NewStep {
            due: Some("2026-01-30".parse().unwrap()),
            ..step(Move::Received, "2026-01-21")
        };
        take(&test, &id, &received).unwrap();
        assert!(find(&test, &id).is_late(test.app.today()), "due on 30 January");
        test.browser(Role::CouncilSecretary).get("/ban-lam-viec").shows("đã quá hạn 30/01/2026");
        let back = NewStep { words: "thiếu số liệu", ..step(Move::Returned, "2026-01-26") };
        let bare = take(&test, &id, &back);
        assert!(matches!(bare, Err(Refusal::Invalid(_))), "no papers and no day: {bare:?}");
        let back = NewStep {
            papers: vec!["bao-cao-thanh-tich"],
            due: Some("2026-02-10".parse().unwrap()),
            ..back
        };
        take(&test, &id, &back).unwrap();
        assert_eq!(put(&test, &id, "to-trinh"), 409, "nobody asked for it");
        let same = take(&test, &id, &step(Move::Sent, "2026-01-28"));
        assert!(matches!(same, Err(Refusal::Rule(_))), "the same report again: {same:?}");
        assert_eq!(put(&test, &id, "bao-cao-thanh-tich"), 303);
        let turned = take(&test, &id, &step(Move::Sent, "2026-01-25"));
        assert!(matches!(turned, Err(Refusal::Invalid(_))), "before the last step: {turned:?}");
        take(&test, &id, &step(Move::Sent, "2026-01-28")).unwrap();
        let award = NewStep { paper: "30/QĐ-UBND", ..step(Move::Awarded, "2026-01-30") };
        let nobody = take(&test, &id, &award);
        assert!(matches!(nobody, Err(Refusal::Invalid(_))), "by whom? {nobody:?}");
        take(&test, &id, &NewStep { words: "chưa đủ thành tích", ..step(Move::Refused, "2026-01-30") })
            .unwrap();
        assert_eq!(find(&test, &id).stage, Stage::Refused);
        // It stays carried, and may go up again.
        let secretary = test.person(Role::CouncilSecretary);
        assert_eq!(submissions::ready(&test.app, &secretary).unwrap().len(), 1);
    }

    fn a_step_recorded_by_mistake_is_taken_back_with_a_reason(engine: Engine) {
        let (test, _) = waiting(engine);
        let (secretary, done) = (test.person(Role::CouncilSecretary), over(&test).remove(0));
        let browser = test.browser(Role::CouncilSecretary);
        let address = format!("/trinh-cap-tren/{}", done.id);
        let version = done.version.to_string();
        browser.get(&address).shows("Rút lại bước “Được khen” ngày 16/01/2026");
        let undo = format!("{address}/dao");
        browser.post(&undo, &[("version", &version), ("why", " ")]).is(422);
        browser.post(&undo, &[("version", &version), ("why", "Ghi nhầm hồ sơ")]).is(303);
        browser.post(&undo, &[("version", &version), ("why", "lần nữa")]).is(409);
        let page = browser.get(&address);
        page.is(200).shows("Ghi nhầm hồ sơ").shows("Ghi bước tiếp theo").shows("27/QĐ-UBND");
        let now = find(&test, &done.id);
        assert_eq!((now.stage, now.due.unwrap().to_string()), (Stage::Received, "2026-01-23".into()));
        let of = nominations::find(&test.app, &secretary, &done.nomination).unwrap();
        assert_eq!((of.state, of.awarded_on), (State::Approved, None));
        let wanted = Wanted { level: Some(UnitKind::Province), ..Wanted::default() };
        assert!(registers::all(&test.app, &secretary, &wanted).unwrap().is_empty());
        // Recorded again as it was, it stands again; the first one stays crossed out.
        let award = NewStep {
            paper: "28/QĐ-UBND",
            issuer: "Chủ tịch UBND tỉnh",
            ..step(Move::Awarded, "2026-01-16")
        };
        take(&test, &done.id, &award).unwrap();
        assert_eq!(registers::all(&test.app, &secretary, &wanted).unwrap().len(), 1);
        assert_eq!(submissions::steps(&test.app, &secretary, &done.id).unwrap().len(), 4);
    }

    fn a_draft_is_given_up_and_its_nomination_may_go_anew(engine: Engine) {
        let (test, nomination) = waiting(engine);
        let id = opened(&test, &nomination);
        let browser = test.browser(Role::CouncilSecretary);
        let address = format!("/trinh-cap-tren/{id}/bo");
        browser.post(&address, &[("version", "1"), ("why", "")]).is(422).shows("Lý do");
        browser.post(&address, &[("version", "1"), ("why", "Lập nhầm")]).is(303);
        browser.get(&format!("/trinh-cap-tren/{id}")).is(200).shows("Lập nhầm").hides("Bỏ hồ sơ này");
        assert_eq!(find(&test, &id).stage, Stage::GivenUp);
        browser.get("/trinh-cap-tren").shows("Đã bỏ, không trình");
        browser.get("/trinh-cap-tren?dang=csv").is(200).shows("Đã bỏ, không trình").hides("<table");
        let anew = opened(&test, &nomination);
        put(&test, &anew, "bao-cao-thanh-tich");
        take(&test, &anew, &step(Move::Sent, "2026-01-20")).unwrap();
        let version = find(&test, &anew).version;
        let secretary = test.person(Role::CouncilSecretary);
        let sent = submissions::give_up(&test.app, &secretary, (&anew, version), "muộn");
        assert!(matches!(sent, Err(Refusal::Rule(_))), "{sent:?}");
    }

    fn a_refusal_is_not_taken_back_once_the_nomination_went_anew(engine: Engine) {
        let (test, nomination) = waiting(engine);
        let id = opened(&test, &nomination);
        put(&test, &id, "bao-cao-thanh-tich");
        take(&test, &id, &step(Move::Sent, "2026-01-20")).unwrap();
        let refused = NewStep { words: "chưa đủ", ..step(Move::Refused, "2026-01-22") };
        take(&test, &id, &refused).unwrap();
        opened(&test, &nomination);
        let (secretary, version) = (test.person(Role::CouncilSecretary), find(&test, &id).version);
        let undone = submissions::undo(&test.app, &secretary, (&id, version), "nhầm");
        assert!(matches!(undone, Err(Refusal::Rule(_))), "{undone:?}");
        assert_eq!(find(&test, &id).stage, Stage::Refused, "nothing is half-changed");
    }

    fn nominations_of_one_sitting_go_up_together_each_with_its_origin(engine: Engine) {
        let (test, nomination) = waiting(engine);
        let secretary = test.person(Role::CouncilSecretary);
        // The first dossier, awarded by mistake, comes back: its nomination was carried by the same sitting.
        let done = over(&test).remove(0);
        for _ in 0..3 {
            let version = find(&test, &done.id).version;
            submissions::undo(&test.app, &secretary, (&done.id, version), "nhầm").unwrap();
        }
        let version = find(&test, &done.id).version;
        submissions::give_up(&test.app, &secretary, (&done.id, version), "gộp hồ sơ").unwrap();
        let id = opened(&test, &nomination);
        let browser = test.browser(Role::CouncilSecretary);
        let address = format!("/trinh-cap-tren/{id}");
        browser.get(&address).shows("Gộp đề nghị khác vào hồ sơ này");
        let join = format!("{address}/gop");
        browser.post(&join, &[("version", "1")]).is(409);
        browser.post(&join, &[("version", "1"), ("nomination", &nomination)]).is(409);
        browser.post(&join, &[("version", "1"), ("nomination", &done.nomination)]).is(303);
        let page = browser.get(&address);
        page.is(200).shows("Các đề nghị trong hồ sơ").shows("và 1 đề nghị khác").shows("Tách khỏi hồ sơ");
        let out = [("version", "2"), ("nomination", nomination.as_str())];
        browser.post(&format!("{address}/tach"), &out).is(409);
        let out = [("version", "2"), ("nomination", done.nomination.as_str())];
        browser.post(&format!("{address}/tach"), &out).is(303);
        browser.get(&address).hides("Các đề nghị trong hồ sơ");
        browser.post(&join, &[("version", "3"), ("nomination", &done.nomination)]).is(303);

        // Each has its own report: the joined one's was written in the program, the first one's is missing.
        let early = take(&test, &id, &step(Move::Sent, "2026-01-20"));
        assert!(matches!(early, Err(Refusal::Rule(_))), "{early:?}");
        put(&test, &id, "bao-cao-thanh-tich");
        take(&test, &id, &step(Move::Sent, "2026-01-20")).unwrap();
        let award = NewStep {
            paper: "31/QĐ-UBND",
            issuer: "Chủ tịch UBND tỉnh",
            ..step(Move::Awarded, "2026-01-28")
        };
        let whom = take(&test, &id, &award);
        assert!(matches!(whom, Err(Refusal::Invalid(_))), "which of the two? {whom:?}");
        take(&test, &id, &NewStep { awarded: vec![&done.nomination], ..award }).unwrap();
        let state = |id: &str| nominations::find(&test.app, &secretary, id).unwrap().state;
        assert_eq!((state(&done.nomination), state(&nomination)), (State::Awarded, State::Approved));
        // Who was not given it may go up again.
        let ready = submissions::ready(&test.app, &secretary).unwrap();
        assert_eq!(ready.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), [nomination.as_str()]);
        let package = submissions::package(&test.app, &secretary, &id).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(package.bytes)).unwrap();
        let mut text = String::new();
        zip.by_name("ho-so.json").unwrap().read_to_string(&mut text).unwrap();
        let said: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(said["nominees"].as_array().unwrap().len(), 2, "{text}");
        assert_eq!(said["nominees"][1]["outcome"], "awarded");
    }

    fn two_at_once_take_one_step(engine: Engine) {
        let (test, nomination) = waiting(engine);
        let id = opened(&test, &nomination);
        put(&test, &id, "bao-cao-thanh-tich");
        let (secretary, version) = (test.person(Role::CouncilSecretary), find(&test, &id).version);
        let sent = step(Move::Sent, "2026-01-20");
        submissions::record(&test.app, &secretary, &id, version, &sent).unwrap();
        let late = step(Move::Received, "2026-01-21");
        let second = submissions::record(&test.app, &secretary, &id, version, &late);
        assert!(second.is_err(), "it was seen before it was sent");
        assert_eq!(find(&test, &id).stage, Stage::Sent);
    }

    fn the_package_is_the_same_each_time_and_says_what_is_in_it(engine: Engine) {
        let (test, _) = waiting(engine);
        let done = over(&test).remove(0);
        let address = format!("/trinh-cap-tren/{}/ho-so.zip", done.id);
        let browser = test.browser(Role::CouncilSecretary);
        let (one, two) = (browser.get(&address).bytes, browser.get(&address).bytes);
        assert!(one == two && one.starts_with(b"PK"), "{} {}", one.len(), two.len());
        let mut zip = zip::ZipArchive::new(Cursor::new(one)).unwrap();
        let mut text = String::new();
        zip.by_name("ho-so.json").unwrap().read_to_string(&mut text).unwrap();
        let said: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&said["version"], &said["award"]["code"]), (&1.into(), &"bang-khen-tinh".into()));
        let papers = said["papers"].as_array().unwrap();
        assert_eq!(papers.len(), 3, "{text}");
        for part in papers.iter().flat_map(|paper| paper["files"].as_array().unwrap()) {
            let mut bytes = Vec::new();
            let path = part["path"].as_str().unwrap();
            zip.by_name(path).unwrap().read_to_end(&mut bytes).unwrap();
            assert_eq!(part["sha256"], sha256(&bytes), "{path}");
            assert_eq!(part["bytes"], bytes.len());
        }
    }

    fn wrong_words_are_told_and_nothing_typed_is_lost(engine: Engine) {
        let (test, nomination) = waiting(engine);
        let browser = test.browser(Role::CouncilSecretary);
        let begun = browser.post("/trinh-cap-tren", &[("nomination", &nomination)]);
        let id = begun.is(303).leads_to().trim_start_matches("/trinh-cap-tren/").to_owned();
        let id = id.split('?').next().unwrap().to_owned();
        let address = format!("/trinh-cap-tren/{id}/buoc");
        let empty = ("scan", "", b"".as_slice());
        let page = browser.post_file(&address, &[("kind", "sent"), ("on", "31/02/2026"),
            ("paper", "91 <TTr>"), ("version", "1")], empty);
        page.is(422).shows("viết chưa đúng").shows("91 &lt;TTr&gt;");
        let page = browser.post_file(&address, &[("kind", "sent"), ("on", "02/02/2026"),
            ("version", "1")], empty);
        page.is(422).shows("Ngày này chưa tới");
        browser.post("/trinh-cap-tren", &[("nomination", "không có")]).is(409);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&format!("/trinh-cap-tren/{id}")).is(403);
    }
}
