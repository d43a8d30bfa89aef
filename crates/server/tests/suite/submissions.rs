//! Dossiers that go to a level above: opened, sent, given back, decided.

use std::io::{Cursor, Read};

use chungsuc_domain::submission::{Move, Stage};
use chungsuc_server::access::Role;
use chungsuc_server::features::nominations::{self, State};
use chungsuc_server::features::submissions::{self, NewStep, Submission};
use chungsuc_server::refusal::Refusal;

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
        file: None,
    }
}

fn take(test: &TestApp, id: &str, new: &NewStep<'_>) -> Result<(), Refusal> {
    let version = find(test, id).version;
    submissions::record(&test.app, &test.person(Role::CouncilSecretary), id, version, new)
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
        let (open, over) = submissions::list(&test.app, &secretary).unwrap();
        assert!(open.is_empty(), "{open:?}");
        let [done] = over.as_slice() else { panic!("{over:?}") };
        assert_eq!(done.stage, Stage::Awarded);
        let nomination = nominations::find(&test.app, &secretary, &done.nomination).unwrap();
        assert_eq!(nomination.state, State::Awarded);
        assert_eq!(nomination.awarded_on.unwrap().to_string(), "2026-01-16");
        let browser = test.browser(Role::CouncilSecretary);
        let page = browser.get(&format!("/trinh-cap-tren/{}", done.id));
        page.is(200).shows("27/QĐ-UBND").shows("91/TTr-UBND").shows("Xã → Tỉnh, thành phố");
        page.hides("Ghi bước tiếp theo");
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
        let secretary = test.person(Role::CouncilSecretary);
        let done = submissions::list(&test.app, &secretary).unwrap().1.remove(0);
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
