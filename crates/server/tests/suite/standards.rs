//! A figure's way from the village to the verdict.

use chungsuc_domain::review::Stage;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::accounts::{self, NewAccount};
use chungsuc_server::features::standards::{self, Judged, Judgement, Key};
use chungsuc_server::refusal::Refusal;
use chungsuc_store::{Author, Writer};

use crate::harness::*;
use crate::recognition::accept;

const PNG: &[u8] = &[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0];
/// Giao thông: a share of roads.
const USUAL: &str = "lang-ntm-gia-lai";
const QUEUE: &str = "/tieu-chi/cho-duyet";
const JUDGE: &str = "/tieu-chi/tham-dinh/23668-01?bo=lang-ntm-gia-lai&ky=2023";
const ROADS: &str = "/tieu-chi/23668-01/2?bo=lang-ntm-gia-lai&ky=2023";

fn share<'a>(part: &'a str, whole: &'a str, version: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("numerator", part),
        ("denominator", whole),
        ("measured_on", "15/12/2023"),
        ("note", "đo cùng Ban Phát triển làng"),
        ("version", version),
    ]
}

fn head(test: &TestApp) -> Browser<'_> {
    test.browser_of(&test.person_of(Role::VillageHead, SO_TOR))
}

/// Enters a share of roads and gives the id and the version of the value.
fn entered(test: &TestApp, part: &str) -> (String, String) {
    let file = ("file", "duong.png", PNG);
    head(test).post_file(ROADS, &share(part, "2970", "0"), file).is(303);
    found(test)
}

fn of(test: &TestApp, indicator: &str) -> standards::Value {
    let key = Key { unit: SO_TOR, standard: USUAL, indicator, period: "2023" };
    standards::find(&test.app, &test.person(Role::CriteriaOfficer), &key).unwrap().unwrap()
}

/// The village head sends the share of roads.
fn send(test: &TestApp) {
    let (id, version) = found(test);
    head(test).post(&format!("/tieu-chi/gia-tri/{id}/gui"), &[("version", &version)]).is(303);
}

/// The village head sends all that is not sent yet, as the page shows it.
fn send_all(test: &TestApp) {
    let head_of_village = test.person_of(Role::VillageHead, SO_TOR);
    let values = standards::values(&test.app, &head_of_village, SO_TOR, USUAL).unwrap();
    let unsent = values.iter().filter(|value| value.review.may_edit());
    let pairs: Vec<_> = unsent.map(|it| (it.id.clone(), it.version.to_string())).collect();
    let pairs: Vec<_> = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let address = "/tieu-chi/nhap/gui?bo=lang-ntm-gia-lai&ky=2023&lang=23668-01";
    head(test).post(address, &pairs).is(303);
}

/// Judges one figure in its form of many.
fn judge(test: &TestApp, by: &Browser<'_>, id: &str, (field, text): (&str, &str)) -> Page {
    let officer = test.person(Role::CriteriaOfficer);
    let version = standards::value(&test.app, &officer, id).unwrap().version.to_string();
    by.post(JUDGE, &[(&format!("v-{id}"), &version), (&format!("{field}-{id}"), text)])
}

fn judge_as(test: &TestApp, by: &Person, id: &str) -> Result<(), Refusal> {
    let version = standards::value(&test.app, by, id).unwrap().version;
    let judgement = Judgement::Forward { met: Some(true) };
    standards::judge(&test.app, by, &[Judged { id: id.to_owned(), version, judgement }])
}

/// Somebody else in the same office.
fn with_login(test: &TestApp, role: Role, login: &str) -> Person {
    let administrator = test.person(Role::Administrator);
    let roles = [(role, COMMUNE.to_owned())];
    let password = "mật khẩu của phép thử này";
    let new = NewAccount { login, full_name: login, password, roles: &roles };
    let account = accounts::create(&test.app, &administrator, &new).unwrap();
    Person { account, ..test.person(role) }
}

fn found(test: &TestApp) -> (String, String) {
    let key = Key { unit: SO_TOR, standard: USUAL, indicator: "2", period: "2023" };
    let officer = test.person(Role::CriteriaOfficer);
    let value = standards::find(&test.app, &officer, &key).unwrap().unwrap();
    (value.id, value.version.to_string())
}

on_both_engines! {
    fn a_missed_threshold_says_what_it_takes_on_the_day_that_is_asked(engine: Engine) {
        let test = TestApp::new(engine);
        let set = "xa-ntm-2021-2025";
        let standard = test.app.catalog.standard(set).unwrap().clone();
        let sorted_waste = standard.indicator("17.11").unwrap();
        accept(&test, SO_TOR, set, sorted_waste, "2023", false);
        let missing = "còn thiếu 20 hộ để đạt 30%";
        let head = head(&test);
        let village = format!("/tieu-chi/{SO_TOR}?bo={set}");
        head.get(&village).is(200).shows(missing).shows("tính đến ngày 20/12/2023");
        head.get(&format!("{village}&lang=en")).shows("20 hộ missing to reach 30%");
        head.get(&format!("/tieu-chi/{SO_TOR}/17.11?bo={set}&ky=2023")).is(200).shows(missing);
        // Measured on the 20th, it says nothing of the 19th; the way back leads to the same day.
        let before = head.get(&format!("{village}&ngay=19/12/2023"));
        before.is(200).hides(missing).shows("tính đến ngày 19/12/2023").shows("ngay=2023-12-19");
        let table = head.get(&format!("/tieu-chi?bo={set}&ngay=19/12/2023"));
        table.shows(&format!("/tieu-chi/{SO_TOR}?bo={set}&amp;ngay=2023-12-19"));
        head.get(&format!("{village}&ngay=31/2/2023")).is(200).shows(missing);
    }

    fn a_figure_is_sent_given_back_mended_verified_and_accepted(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, board) =
            (test.browser(Role::CriteriaOfficer), test.browser(Role::ProgrammeBoard));
        let (id, _) = entered(&test, "1.732");
        head(&test).get(ROADS).is(200).shows("1.732/2.970").shows("Bản nháp").shows("minh-chung/");
        officer.get(QUEUE).shows("Không có số liệu nào chờ");
        send(&test);
        officer.get(QUEUE).shows("Sơ Tor").shows("tham-dinh/23668-01?bo=lang-ntm-gia-lai");
        officer.get("/ban-lam-viec").shows("1 số liệu chờ thẩm định");
        board.get("/ban-lam-viec").hides("số liệu chờ thẩm định");
        officer.get(JUDGE).shows("2. Giao thông").shows("1.732/2.970").shows("minh-chung/");
        judge(&test, &officer, &id, ("reason", "thiếu đoạn cuối làng")).is(303);
        head(&test).get("/ban-lam-viec").shows("Số liệu bị trả lại: Giao thông – Sơ Tor");
        head(&test).get(ROADS).shows("thiếu đoạn cuối làng");
        let (_, version) = found(&test);
        let again = head(&test).post_file(ROADS, &share("2376", "2970", &version), ("file", "", b""));
        again.is(303);
        send(&test);
        let undecided = judge(&test, &officer, &id, ("reason", " "));
        undecided.is(422).shows("Chưa đánh giá “Giao thông” đạt hay chưa");
        judge(&test, &officer, &id, ("met", "yes")).is(303);
        officer.get(QUEUE).shows("Không có số liệu nào chờ");
        officer.get("/tieu-chi/23668-01").hides("2.376/2.970");
        board.get("/ban-lam-viec").shows("1 số liệu chờ thẩm định");
        board.get(JUDGE).shows("2.376/2.970").shows("Chấp thuận");
        judge(&test, &board, &id, ("reason", "")).is(303);
        officer.get("/tieu-chi/23668-01").shows("2.376/2.970").shows("Cán bộ phụ trách đã kết luận");
        let frozen = head(&test).post_file(ROADS, &share("1", "2970", "9"), ("file", "", b""));
        frozen.is(409).shows("không sửa được");
        officer.get(ROADS).shows("thiếu đoạn cuối làng").shows("Người thử programmeboard.23668");
    }

    fn the_board_gives_back_to_the_officer_and_only_that_figure(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, board) =
            (test.browser(Role::CriteriaOfficer), test.browser(Role::ProgrammeBoard));
        let grid = "/tieu-chi/nhap?bo=lang-ntm-gia-lai&ky=2023&lang=23668-01";
        let cells = [("measured_on", "15/12/2023"), ("23668-01/1/0/", "đạt"),
            ("23668-01/2/0/", "45/60"), ("23668-01/3/0/", "9/10")];
        head(&test).post(grid, &cells).is(303);
        head(&test).get(grid).shows("Gửi 3 số liệu đi thẩm định");
        send_all(&test);
        let ids: Vec<_> = ["1", "2", "3"].map(|indicator| of(&test, indicator).id).to_vec();
        let pairs = |extra: &[(&str, &str, &str)]| {
            let version = |id: &String| {
                let officer = test.person(Role::CriteriaOfficer);
                standards::value(&test.app, &officer, id).unwrap().version.to_string()
            };
            let mut pairs: Vec<_> = ids.iter().map(|id| (format!("v-{id}"), version(id))).collect();
            pairs.extend(extra.iter().map(|(what, indicator, text)| {
                let id = &ids[indicator.parse::<usize>().unwrap() - 1];
                (format!("{what}-{id}"), (*text).to_owned())
            }));
            pairs
        };
        let post = |browser: &Browser<'_>, pairs: &[(String, String)]| {
            let pairs: Vec<_> = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            browser.post(JUDGE, &pairs)
        };
        post(&officer, &pairs(&[("met", "2", "yes"), ("met", "3", "no")])).is(303);
        post(&board, &pairs(&[("reason", "2", "60 m hay 60 hộ?")])).is(303);
        let stages = || ["1", "2", "3"].map(|indicator| of(&test, indicator).review.stage());
        assert_eq!(stages(), [Stage::Accepted, Stage::Questioned, Stage::Accepted]);
        // One step back: the village cannot touch it, the officer sees the question.
        head(&test).get(grid).hides("name=\"23668-01/2/");
        officer.get(JUDGE).shows("60 m hay 60 hộ?").hides("Thủy lợi");
        judge(&test, &officer, &ids[1], ("reason", "ghi rõ đơn vị")).is(303);
        assert_eq!(stages(), [Stage::Accepted, Stage::Returned, Stage::Accepted]);
        head(&test).get(grid).shows("name=\"23668-01/2/").hides("name=\"23668-01/3/");
        send_all(&test);
        // Another officer did not ask; another member of the board did not either.
        let stranger = with_login(&test, Role::CriteriaOfficer, "canbo.khac");
        let page = test.browser_of(&stranger).get(JUDGE);
        page.shows("Người thử criteriaofficer.23668 đã trả lại số liệu này").hides("Thẩm định</button>");
        let by_stranger = judge_as(&test, &stranger, &ids[1]);
        assert!(matches!(by_stranger, Err(Refusal::Rule(_))), "{by_stranger:?}");
        judge(&test, &officer, &ids[1], ("met", "yes")).is(303);
        let second = with_login(&test, Role::ProgrammeBoard, "banquanly.khac");
        assert!(matches!(judge_as(&test, &second, &ids[1]), Err(Refusal::Rule(_))));
        // Whoever left does not hold the figure for ever.
        let administrator = test.person(Role::Administrator);
        let asked = test.person(Role::ProgrammeBoard).account;
        accounts::set_locked(&test.app, &administrator, &asked, true).unwrap();
        judge_as(&test, &second, &ids[1]).unwrap();
        assert_eq!(stages(), [Stage::Accepted; 3]);
    }

    fn what_is_not_accepted_enters_no_total(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, board) = (test.person(Role::CriteriaOfficer), test.person(Role::ProgrammeBoard));
        let met = || {
            let day = "2023-12-20".parse().unwrap();
            let found = standards::standings(&test.app, &officer, USUAL, day).unwrap();
            found.iter().find(|one| one.unit.code == SO_TOR).map(|one| one.met).unwrap()
        };
        let (id, _) = entered(&test, "2970");
        send(&test);
        let step = |by: &Person, judgement| {
            let version = standards::value(&test.app, by, &id).unwrap().version;
            standards::judge(&test.app, by, &[Judged { id: id.clone(), version, judgement }])
        };
        let forward = || Judgement::Forward { met: Some(true) };
        let back = || Judgement::Back { reason: "xem lại".to_owned() };
        let walk = [(&officer, forward(), 0), (&board, back(), 0), (&officer, forward(), 0),
            (&board, forward(), 1)];
        for (by, judgement, wanted) in walk {
            step(by, judgement).unwrap();
            assert_eq!(met(), wanted);
        }
        assert!(step(&board, back()).is_err(), "what is accepted is frozen");
    }

    fn a_judgement_of_many_is_one_transaction(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        let (id, _) = entered(&test, "100");
        send(&test);
        let forward = || Judgement::Forward { met: Some(true) };
        let version = found(&test).1.parse().unwrap();
        let both = [
            Judged { id: id.clone(), version, judgement: forward() },
            Judged { id: id.clone(), version, judgement: forward() },
        ];
        assert!(standards::judge(&test.app, &officer, &both).is_err());
        assert_eq!(of(&test, "2").review.stage(), Stage::Sent);
        standards::judge(&test.app, &officer, &both[..1]).unwrap();
        assert_eq!(of(&test, "2").review.stage(), Stage::Verified);
    }

    fn wrong_figures_are_told_beside_the_field_and_nothing_typed_is_lost(engine: Engine) {
        let test = TestApp::new(engine);
        let enter = |part, whole, day| {
            let fields = [
                ("numerator", part),
                ("denominator", whole),
                ("measured_on", day),
                ("note", "gõ <rồi>"),
            ];
            head(&test).post_file(ROADS, &fields, ("file", "", b""))
        };
        let page = enter("3000", "2970", "15/12/2023");
        page.is(422).shows("lớn hơn tổng số").shows("value=\"3000\"").shows("gõ &lt;rồi&gt;");
        enter("-1", "2970", "15/12/2023").is(422);
        enter("1", "0", "15/12/2023").is(422).shows("phải lớn hơn 0");
        enter("một", "2970", "15/12/2023").is(422).shows("không phải một con số");
        enter("1", "2970", "31/02/2023").is(422).shows("Ngày này không có");
        enter("1", "2970", "21/12/2023").is(422).shows("chưa tới");
        enter("0", "2970", "20/12/2023").is(303);
        let file = ("file", "x.png", b"<html>".as_slice());
        let bad = head(&test).post_file(ROADS, &share("1", "2970", "1"), file);
        bad.is(422).shows("không phải ảnh");
        let far = "/tieu-chi/23668-01/2?bo=lang-ntm-gia-lai&ky=2023-H9";
        head(&test).post_file(far, &share("1", "2970", "0"), ("file", "", b"")).is(422);
    }

    fn two_who_save_at_once_do_not_overwrite_each_other(engine: Engine) {
        let test = TestApp::new(engine);
        entered(&test, "100");
        let save = |part| head(&test).post_file(ROADS, &share(part, "2970", "1"), ("file", "", b""));
        save("200").is(303);
        save("300").is(409).shows("Người khác vừa sửa");
        head(&test).get(ROADS).shows("200/2.970");
    }

    fn nobody_judges_the_own_figure_or_another_village(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        officer.post_file(ROADS, &share("100", "2970", "0"), ("file", "", b"")).is(303);
        let (id, version) = found(&test);
        let value = format!("/tieu-chi/gia-tri/{id}");
        officer.post(&format!("{value}/gui"), &[("version", &version)]).is(303);
        judge(&test, &officer, &id, ("met", "yes")).is(409).shows("không tự thẩm định");
        officer.get(JUDGE).shows("không tự thẩm định").hides("name=\"reason-");
        let other = test.browser_of(&test.person_of(Role::VillageHead, "23668-02"));
        other.get(ROADS).is(403);
        other.post_file(ROADS, &share("1", "2", "1"), ("file", "", b"")).is(403);
        other.get("/tieu-chi/23668-01").is(403);
    }

    fn evidence_is_shown_only_to_who_may_see_the_figure(engine: Engine) {
        let test = TestApp::new(engine);
        entered(&test, "100");
        let page = head(&test).get(ROADS);
        let picture = page.text.split("src=\"/tieu-chi/minh-chung/").nth(1).unwrap();
        let address = format!("/tieu-chi/minh-chung/{}", picture.split('"').next().unwrap());
        assert_eq!(head(&test).get(&address).bytes, PNG);
        test.browser_of(&test.person_of(Role::VillageHead, "23668-02")).get(&address).is(403);
        assert_eq!(test.stranger().get(&address).leads_to(), "/dang-nhap");
        head(&test).get("/tieu-chi/minh-chung/khong-co").is(404);
    }

    fn an_unknown_threshold_is_marked_and_a_person_decides(engine: Engine) {
        let test = TestApp::new(engine);
        let auditor = test.browser(Role::Auditor);
        auditor.get("/tieu-chi").is(200).shows("Chưa kiểm chứng").shows("Sơ Tor").shows("0/19");
        auditor.get("/tieu-chi?bo=xa-ntm-2021-2025").is(200).shows("0/19");
        auditor.get("/tieu-chi?bo=none").is(200);
        auditor.get("/tieu-chi?dang=csv").is(200).shows("Quy hoạch");
    }

    fn so_tor_meets_all_nineteen_by_the_end_of_its_year(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let met = |day: &str| {
            let found = standards::standings(&test.app, &auditor, USUAL, day.parse().unwrap());
            let found = found.unwrap();
            found.iter().find(|one| one.unit.code == SO_TOR).map(|one| (one.met, one.total)).unwrap()
        };
        assert_eq!(met("2023-12-31"), (19, 19));
        assert!(met("2022-12-31").0 < 19);
        assert_eq!(met("2021-12-31"), (0, 19));
    }

    fn packed_figures_say_what_the_standings_say(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let by_village = standards::standings(&test.app, &auditor, USUAL, "2023-12-31".parse().unwrap());
        let so_tor = by_village.unwrap().into_iter().find(|one| one.unit.code == SO_TOR).unwrap();
        let tally = standards::tally_of_unit(&test.app, COMMUNE, SO_TOR, USUAL, None, 2023).unwrap();
        assert_eq!((tally.criteria_met, tally.units_met), (so_tor.met as u64, 1));
        let rows = standards::rollup(&test.app, USUAL, |_| None).unwrap();
        let of_2023 = rows.iter().find(|row| row.year == 2023).unwrap();
        assert_eq!((of_2023.province.as_str(), of_2023.tally.units_met), ("64", 1));
        let met: u64 = rows.iter().map(|row| row.tally.met).sum();
        assert!(met > 19, "{met}");
        assert!(standards::rollup(&test.app, "none", |_| None).is_err());
        // As after an upgrade: rows that nobody has packed yet.
        let (commune, actor) = (COMMUNE.to_owned(), "test".to_owned());
        let author = Author { commune, actor, at: test.app.clock.now() };
        let empty = |tx: &mut Writer<'_>| tx.technical("UPDATE unit_figures SET figures = NULL", &[]);
        assert!(test.app.store.write(&author, empty).unwrap() > 0);
        assert_eq!(standards::rollup(&test.app, USUAL, |_| None).unwrap(), rows);
    }

    fn a_figure_counts_in_the_packed_row_when_it_is_accepted(engine: Engine) {
        let test = TestApp::new(engine);
        let tally = || standards::tally_of_unit(&test.app, COMMUNE, SO_TOR, USUAL, None, 2023).unwrap();
        let (id, version) = entered(&test, "2376");
        let head_of_village = test.person(Role::VillageHead);
        standards::send(&test.app, &head_of_village, &id, version.parse().unwrap()).unwrap();
        assert_eq!((tally().met, tally().missing), (0, 19), "sent is not accepted");
        assert!(standards::rollup(&test.app, USUAL, |_| None).unwrap().is_empty());
        judge_as(&test, &test.person(Role::CriteriaOfficer), &id).unwrap();
        assert_eq!(tally().missing, 19, "verified is not accepted");
        judge_as(&test, &test.person(Role::ProgrammeBoard), &id).unwrap();
        assert_eq!((tally().met, tally().missing), (1, 18));
        assert_eq!(standards::rollup(&test.app, USUAL, |_| None).unwrap()[0].tally, tally());
    }

    fn on_the_day_of_the_example_figures_wait(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.person(Role::CriteriaOfficer);
        let waiting = standards::values_in(&test.app, &officer, Stage::Sent).unwrap().len();
        assert!((1..10).contains(&waiting), "{waiting}");
    }
}
