//! Questions about figures: what raises them, who answers, and what follows.

use chungsuc_domain::Decimal;
use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::questions::Question;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::directory::{self, HouseholdFields};
use chungsuc_server::features::questions::{self, AnswerKind, NewAnswer, Raised};
use chungsuc_server::features::standards::grid::GridKey;
use chungsuc_server::features::standards::{self, Figure, Judged, Judgement, Key};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const KEY: GridKey<'_> = GridKey { standard: USUAL, period: "2023" };
const LIST: &str = "/tieu-chi/cau-hoi?bo=lang-ntm-gia-lai&ky=2023";

fn head(test: &TestApp) -> Person {
    test.person_of(Role::VillageHead, SO_TOR)
}

fn whole(number: i64) -> Decimal {
    Decimal::whole(number).unwrap()
}

/// Enters and sends a figure of Sơ Tor, as its head.
fn sent(
    test: &TestApp,
    indicator: &str,
    period: &str,
    figure: (Option<i64>, Option<i64>, Option<i64>),
) {
    let key = Key { unit: SO_TOR, standard: USUAL, indicator, period };
    let figure = Figure {
        amount: figure.0.map(whole),
        numerator: figure.1.map(whole),
        denominator: figure.2.map(whole),
        met: None,
        measured_on: "2022-12-01".parse().unwrap(),
        note: String::new(),
    };
    let id = standards::enter(&test.app, &head(test), &key, &figure, &[], 0).unwrap();
    standards::send(&test.app, &head(test), &id, 1).unwrap();
}

fn income(test: &TestApp, period: &str, millions: i64) {
    sent(test, "10", period, (Some(millions), None, None));
}

fn raised(test: &TestApp, by: &Person) -> Vec<Raised> {
    questions::raised(&test.app, by, KEY).unwrap()
}

fn kinds(test: &TestApp, by: &Person) -> Vec<&'static str> {
    raised(test, by).iter().map(|one| one.asked.question.kind()).collect()
}

fn the(test: &TestApp, by: &Person, kind: &str) -> Raised {
    let mut all = raised(test, by);
    all.retain(|one| one.asked.question.kind() == kind);
    all.pop().unwrap_or_else(|| panic!("no question of kind {kind}"))
}

fn say(
    test: &TestApp,
    by: &Person,
    id: &str,
    kind: AnswerKind,
    words: &str,
    wrong: &[&str],
) -> Result<(), Refusal> {
    let new = NewAnswer { kind, words, wrong: wrong.to_vec(), file: None };
    questions::answer(&test.app, by, KEY, id, &new)
}

fn accept(test: &TestApp, indicator: &str) {
    for role in [Role::CriteriaOfficer, Role::ProgrammeBoard] {
        let by = test.person(role);
        let value = value(test, indicator);
        let judgement = Judgement::Forward { met: Some(true) };
        let judged = Judged { id: value.id, version: value.version, judgement };
        standards::judge(&test.app, &by, &[judged]).unwrap();
    }
}

fn value(test: &TestApp, indicator: &str) -> standards::Value {
    let key = Key { unit: SO_TOR, standard: USUAL, indicator, period: "2023" };
    standards::find(&test.app, &test.person(Role::CriteriaOfficer), &key).unwrap().unwrap()
}

on_both_engines! {
    fn a_jump_is_asked_about_explained_and_settled(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        income(&test, "2022", 40);
        income(&test, "2023", 60);
        assert_eq!(kinds(&test, &officer), ["jump", "no_evidence"]);
        let browser = test.browser_of(&officer);
        let page = browser.get(LIST);
        page.is(200).shows("kỳ trước 40 triệu đồng/người/năm, kỳ này 60").shows("Chưa trả lời");
        page.shows("không phải kết luận").shows("Chưa kiểm chứng");
        browser.get("/ban-lam-viec").shows("2 câu hỏi về số liệu năm 2023 chờ kết luận");
        let village = test.browser_of(&head(&test));
        village.get("/ban-lam-viec").shows("2 câu hỏi về số liệu năm 2023 chờ làng giải trình");
        let id = the(&test, &officer, "jump").asked.id;
        let address = format!("/tieu-chi/cau-hoi/{id}?bo={USUAL}&ky=2023");
        village.get(&address).is(200).hides("Số liệu sai, cần sửa");
        let empty = ("file", "", b"".as_slice());
        let none = village.post_file(&address, &[("kind", "explained"), ("words", " ")], empty);
        none.is(422).shows("Mục này chưa được điền");
        let fields = [("kind", "explained"), ("words", "bán được <mía> giá cao")];
        let paper = ("file", "bang.pdf", b"%PDF-1.7".as_slice());
        village.post_file(&address, &fields, paper).is(303);
        village.get(&address).shows("bán được &lt;mía&gt; giá cao").shows("bang.pdf");
        village.get("/ban-lam-viec").shows("1 câu hỏi về số liệu");
        browser.get(LIST).shows("Làng đã giải trình");
        browser.get("/ban-lam-viec").shows("2 câu hỏi");
        let fields = [("kind", "settled"), ("words", "đã xem hóa đơn nhà máy đường")];
        browser.post_file(&address, &fields, empty).is(303);
        browser.get(LIST).shows("Đã rõ");
        browser.get("/ban-lam-viec").shows("1 câu hỏi");
        // The village cannot settle, and nobody of another village sees the words or the file.
        let fields = [("kind", "settled"), ("words", "xong")];
        village.post_file(&address, &fields, empty).is(403);
        let stranger = test.browser_of(&test.person_of(Role::VillageHead, "23668-02"));
        stranger.get(&address).is(404);
        let page = browser.get(&address);
        let file = page.text.split("/tieu-chi/cau-hoi/tep/").nth(1).unwrap();
        let file = format!("/tieu-chi/cau-hoi/tep/{}", file.split('"').next().unwrap());
        assert_eq!(village.get(&file).bytes, b"%PDF-1.7");
        stranger.get(&file).is(403);
    }

    fn another_figure_is_another_question_and_the_answer_stays(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        income(&test, "2022", 40);
        income(&test, "2023", 60);
        let id = the(&test, &officer, "jump").asked.id;
        say(&test, &head(&test), &id, AnswerKind::Explained, "giá mía tăng", &[]).unwrap();
        let wrong = value(&test, "10").id;
        let without = say(&test, &officer, &id, AnswerKind::Wrong, "gõ nhầm 60", &[]);
        assert!(matches!(without, Err(Refusal::Invalid(_))), "{without:?}");
        say(&test, &officer, &id, AnswerKind::Wrong, "gõ nhầm 60", &[&wrong]).unwrap();
        // The officer holds the figure, so it goes back at once, with the officer's words.
        let review = value(&test, "10").review;
        assert_eq!((review.stage(), review.reason()), (Stage::Returned, Some("gõ nhầm 60")));
        assert!(kinds(&test, &officer).is_empty(), "what is being mended is not asked about");
        let key = Key { unit: SO_TOR, standard: USUAL, indicator: "10", period: "2023" };
        let known = value(&test, "10");
        let mended = Figure { amount: Some(whole(61)), ..known.figure };
        standards::enter(&test.app, &head(&test), &key, &mended, &[], known.version).unwrap();
        standards::send(&test.app, &head(&test), &known.id, known.version + 1).unwrap();
        let again = the(&test, &officer, "jump").asked;
        assert!(again.id != id && again.answers.is_empty(), "{again:?}");
        let page = test.browser_of(&officer).get(LIST);
        page.shows("Đã trả lời trước đây");
        let old = format!("/tieu-chi/cau-hoi/{id}?bo={USUAL}&ky=2023");
        test.browser_of(&officer).get(&old).shows("giá mía tăng").shows("không còn đặt ra");
        let late = say(&test, &officer, &id, AnswerKind::Settled, "rõ", &[]);
        assert!(matches!(late, Err(Refusal::Rule(_))), "{late:?}");
    }

    fn what_was_accepted_waits_for_the_board_to_take_it_back(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, board) =
            (test.person(Role::CriteriaOfficer), test.person(Role::ProgrammeBoard));
        income(&test, "2022", 40);
        income(&test, "2023", 60);
        accept(&test, "10");
        let id = the(&test, &officer, "jump").asked.id;
        let wrong = value(&test, "10").id;
        say(&test, &officer, &id, AnswerKind::Wrong, "hóa đơn ghi 50", &[&wrong]).unwrap();
        assert_eq!(value(&test, "10").review.stage(), Stage::Accepted);
        test.browser_of(&officer).get("/ban-lam-viec").hides("2 câu hỏi");
        let browser = test.browser_of(&board);
        browser.get("/ban-lam-viec").shows("1 câu hỏi về số liệu");
        let back = format!("/tieu-chi/cau-hoi/{id}/tra-lai?bo={USUAL}&ky=2023");
        let page = format!("/tieu-chi/cau-hoi/{id}?bo={USUAL}&ky=2023");
        browser.get(&page).shows("Trả lại 1 số liệu đã biết là sai");
        test.browser_of(&officer).post(&back, &[]).is(409);
        browser.post(&back, &[]).is(303);
        assert_eq!(value(&test, "10").review.stage(), Stage::Questioned);
        assert_eq!(value(&test, "10").review.reason(), Some("hóa đơn ghi 50"));
        let tally = standards::tally_of_unit(&test.app, COMMUNE, SO_TOR, USUAL, None, 2023).unwrap();
        assert_eq!(tally.met, 0, "it counts no more");
        browser.post(&back, &[]).is(409);
    }

    fn nobody_settles_what_they_entered(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        let key = Key { unit: SO_TOR, standard: USUAL, indicator: "2", period: "2023" };
        let figure = Figure {
            amount: None, numerator: Some(whole(1)), denominator: Some(whole(2)), met: None,
            measured_on: "2023-12-01".parse().unwrap(), note: String::new(),
        };
        let id = standards::enter(&test.app, &officer, &key, &figure, &[], 0).unwrap();
        standards::send(&test.app, &officer, &id, 1).unwrap();
        let question = the(&test, &officer, "no_evidence").asked.id;
        let own = say(&test, &officer, &question, AnswerKind::Settled, "rõ", &[]);
        assert!(matches!(own, Err(Refusal::Rule(_))), "{own:?}");
        let board = test.person(Role::ProgrammeBoard);
        say(&test, &board, &question, AnswerKind::Settled, "đã xem biên bản", &[]).unwrap();
    }

    fn the_directory_and_other_lines_are_compared(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        sent(&test, "9", "2023", (None, Some(1), Some(2)));
        sent(&test, "11", "2023", (None, Some(0), Some(3)));
        assert_eq!(kinds(&test, &officer), ["no_evidence", "wholes_differ"]);
        let board = test.person(Role::ProgrammeBoard);
        let held = directory::households_by_village(&test.app, &board).unwrap();
        let held = held.iter().find(|(unit, _)| unit == SO_TOR).map_or(0, |(_, count)| *count);
        for number in held..3 {
            let fields = HouseholdFields {
                head: format!("Đinh Mẫu {number}"),
                village: SO_TOR.to_owned(),
                address: String::new(),
                members: 4,
            };
            directory::add_household(&test.app, &board, &fields, true).unwrap().unwrap();
        }
        let asked = the(&test, &officer, "below_register").asked.question;
        let Question::BelowRegister { holds, wholes, .. } = asked else { panic!("{asked:?}") };
        let below: Vec<_> = wholes.iter().map(|(line, _)| line.as_str()).collect();
        assert!(holds >= whole(3) && below.contains(&"9"), "{holds} {below:?}");
        let page = test.browser_of(&officer).get(LIST);
        page.shows("Danh bạ của xã có").shows("Con số nào đúng?");
    }
}
