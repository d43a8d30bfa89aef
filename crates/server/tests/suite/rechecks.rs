//! Random rechecks: drawn by a seed, looked at on the spot, and what follows.

use chungsuc_domain::review::Stage;
use chungsuc_press::{check, read};
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::rechecks::{self, NewResult, Wish};
use chungsuc_server::features::standards::grid::GridKey;
use chungsuc_server::features::{questions, standards};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const KEY: GridKey<'_> = GridKey { standard: USUAL, period: "2022" };

fn drawn(test: &TestApp, seed: &str) -> String {
    let officer = test.person(Role::CriteriaOfficer);
    rechecks::draw(&test.app, &officer, KEY, Wish { seed, units: 3, of_each: 2 }).unwrap()
}

fn result(agrees: bool, words: &str) -> NewResult<'_> {
    NewResult { agrees, words, visited_on: "2023-12-20".parse().unwrap(), file: None }
}

fn stage(test: &TestApp, by: &Person, value: &str) -> Stage {
    standards::value(&test.app, by, value).unwrap().review.stage()
}

on_both_engines! {
    fn the_same_seed_draws_the_same_list(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.person(Role::CriteriaOfficer);
        let find = |id: &str| rechecks::find(&test.app, &officer, id).unwrap();
        let pairs = |id: &str| -> Vec<(String, String)> {
            find(id).lines.into_iter().map(|line| (line.unit, line.indicator)).collect()
        };
        let (one, two, other) = (drawn(&test, "271"), drawn(&test, "271"), drawn(&test, "272"));
        assert_eq!(pairs(&one).len(), 6);
        assert_eq!(pairs(&one), pairs(&two));
        assert_ne!(pairs(&one), pairs(&other));
        assert!(rechecks::is_as_drawn(&find(&one)));
        let mut forged = find(&one);
        (forged.lines[0].number, forged.lines[1].number) = (2, 1);
        assert!(!rechecks::is_as_drawn(&forged), "another order is another list");
        let nobody = find(&drawn(&test, "  ")).seed;
        assert!(nobody.len() > 20, "a seed that nobody chose: {nobody}");
        let page = test.browser_of(&officer).get(&format!("/tieu-chi/kiem-tra-lai/{one}"));
        page.is(200).shows("271").shows("Ra đúng danh sách này").shows("Chưa xem");
    }

    fn wrong_wishes_are_told_beside_the_field(engine: Engine) {
        let test = TestApp::new(engine);
        let browser = test.browser(Role::CriteriaOfficer);
        let post = |units: &str, each: &str, seed: &str| {
            let fields = [("bo", USUAL), ("ky", "2023"), ("units", units), ("of_each", each), ("seed", seed)];
            browser.post("/tieu-chi/kiem-tra-lai", &fields)
        };
        post("0", "3", "số <bốc>").is(422).shows("từ 1 đến 100").shows("số &lt;bốc&gt;");
        post("ba", "3", "").is(422).shows("không phải một con số");
        post("3", "-1", "").is(422).shows("từ 1 đến 100");
        let long = "x".repeat(101);
        post("3", "3", &long).is(422).shows("dài quá 100");
        post("3", "3", "1").is(409).shows("chưa có số liệu nào được gửi");
    }

    fn a_difference_sends_the_figure_back(engine: Engine) {
        let test = TestApp::example(engine);
        let (officer, board) =
            (test.person(Role::CriteriaOfficer), test.person(Role::ProgrammeBoard));
        let id = drawn(&test, "271");
        let lines = rechecks::find(&test.app, &officer, &id).unwrap().lines;
        test.browser_of(&officer).get("/ban-lam-viec").shows("còn 6 số liệu chưa ghi kết quả");
        let record = |by: &Person, number, new: &NewResult<'_>| {
            rechecks::record(&test.app, by, &id, number, new)
        };
        let silent = record(&officer, 1, &result(false, " "));
        assert!(matches!(silent, Err(Refusal::Invalid(_))), "{silent:?}");
        let early = NewResult { visited_on: "2023-12-19".parse().unwrap(), ..result(true, "") };
        assert!(matches!(record(&officer, 1, &early), Err(Refusal::Invalid(_))));
        assert!(matches!(record(&officer, 99, &result(true, "")), Err(Refusal::NotFound)));
        let head = test.person_of(Role::VillageHead, &lines[0].unit);
        assert!(matches!(record(&head, 1, &result(true, "")), Err(Refusal::Forbidden)));
        record(&officer, 1, &result(false, "đếm được 3 hộ")).unwrap();
        // It was accepted, so the board takes it back; the officer cannot.
        let value = lines[0].value.as_str();
        assert_eq!(stage(&test, &officer, value), Stage::Accepted);
        let back = format!("/tieu-chi/kiem-tra-lai/{id}/1/tra-lai");
        test.browser_of(&officer).post(&back, &[]).is(409);
        let browser = test.browser_of(&board);
        browser.get("/ban-lam-viec").shows("1 số liệu chờ trả lại");
        browser.get(&format!("/tieu-chi/kiem-tra-lai/{id}/1")).shows("Trả lại số liệu này để sửa");
        browser.post(&back, &[]).is(303);
        assert_eq!(stage(&test, &officer, value), Stage::Questioned);
        // What agrees backs its figure, so that nobody asks for more.
        let before = bare(&test, &officer, &lines[1].unit);
        assert!(before.contains(&lines[1].indicator), "{before:?}");
        record(&board, 2, &result(true, "")).unwrap();
        let after = bare(&test, &officer, &lines[1].unit);
        assert!(!after.contains(&lines[1].indicator), "{after:?}");
        let page = browser.get(&format!("/tieu-chi/kiem-tra-lai/{id}"));
        page.shows("đếm được 3 hộ").shows("Khớp");
    }

    fn a_village_sees_its_own_lines_only(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.person(Role::CriteriaOfficer);
        let id = drawn(&test, "271");
        let lines = rechecks::find(&test.app, &officer, &id).unwrap().lines;
        let head = test.person_of(Role::VillageHead, &lines[0].unit);
        let seen = rechecks::find(&test.app, &head, &id).unwrap();
        assert!(seen.lines.iter().all(|line| line.unit == lines[0].unit), "{seen:?}");
        assert_eq!(seen.lines.len(), 2);
        assert!(rechecks::is_as_drawn(&seen), "a part of the list is compared with its part");
        let page = test.browser_of(&head).get(&format!("/tieu-chi/kiem-tra-lai/{id}"));
        page.is(200).hides(&format!("{}/", lines[5].unit));
    }

    fn the_minutes_keep_to_the_rules_of_layout(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let id = drawn(&test, "271");
        let docx = officer.get(&format!("/tieu-chi/kiem-tra-lai/{id}/bien-ban.docx"));
        let pdf = officer.get(&format!("/tieu-chi/kiem-tra-lai/{id}/bien-ban.pdf"));
        assert!(pdf.bytes.starts_with(b"%PDF"), "{}", pdf.text);
        let books = chungsuc_server::catalog::rulebooks().unwrap();
        let found = check::check(&docx.bytes, &books, None, test.app.today()).unwrap();
        assert!(found.findings.is_empty(), "{:?}", found.findings);
        for (bytes, name) in [(&docx.bytes, "bien-ban.docx"), (&pdf.bytes, "bien-ban.pdf")] {
            let source = read::source(bytes, name).unwrap();
            let text = source.text();
            assert!(text.contains("Số rút thăm: 271"), "{name}: {text}");
        }
    }
}

/// The indicators of a village for which nothing speaks.
fn bare(test: &TestApp, by: &Person, unit: &str) -> Vec<String> {
    let raised = questions::raised(&test.app, by, KEY).unwrap();
    let of_unit = raised.into_iter().map(|one| one.asked.question).filter(|question| {
        question.kind() == "no_evidence" && question.units() == [unit.to_owned()]
    });
    of_unit
        .flat_map(|question| {
            question.indicators().into_iter().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}
