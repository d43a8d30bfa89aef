//! Units that merge or split: what the new one's figures are, and what a person must say.

use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::succession::Ask;
use chungsuc_domain::standard::{Outcome, Reported, Share};
use chungsuc_domain::{Decimal, UnitKind};
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::standards::{self, Figure, Judged, Judgement, Key, grid::GridKey};
use chungsuc_server::features::succession::{self, Line, Outlook};
use chungsuc_server::features::units;
use chungsuc_server::refusal::Refusal;
use chungsuc_store::Author;

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const COMMUNES: &str = "xa-ntm-2021-2025";

fn share(part: i64, whole: i64) -> Reported {
    let [part, whole] = [part, whole].map(|number| Decimal::whole(number).unwrap());
    Reported::Share(Share::new(part, whole).unwrap())
}

/// Two villages end and become one, or one becomes two.
fn units_become(test: &TestApp, rows: &str) {
    let file = format!("code,name,kind,parent,valid_from,valid_to,successor\n{rows}");
    let author = Author {
        commune: COMMUNE.to_owned(),
        actor: "system:test".to_owned(),
        at: test.app.clock.now(),
    };
    let done = units::import(&test.app, &author, file.as_bytes()).unwrap();
    assert!(matches!(done, units::Imported::Done(_)), "{done:?}");
}

fn merged_villages(test: &TestApp) {
    units_become(
        test,
        "23668-02,Kuk Tung,village,23668,2021-01-01,2023-12-09,23668-12\n\
        23668-03,Klếch,village,23668,2021-01-01,2023-12-09,23668-12\n\
        23668-12,Kuk Klếch,village,23668,2023-12-10,,\n",
    );
}

/// An accepted figure of a village, as the board enters it and the officer verifies it.
fn accepted(test: &TestApp, unit: &str, indicator: &str, typed: &str) {
    let officer = test.person(Role::CriteriaOfficer);
    let board = test.person(Role::ProgrammeBoard);
    let set = test.app.catalog.standard(USUAL).unwrap();
    let said = standards::understand(set.indicator(indicator).unwrap().kind, typed).unwrap();
    let figure = Figure::of(said, "2022-12-01".parse().unwrap(), String::new());
    let key = Key { unit, standard: USUAL, indicator, period: "2022" };
    let id = standards::enter(&test.app, &board, &key, &figure, &[], 0).unwrap();
    standards::send(&test.app, &board, &id, 1).unwrap();
    for by in [&officer, &board] {
        let version = standards::value(&test.app, by, &id).unwrap().version;
        let judgement = Judgement::Forward { met: Some(true) };
        standards::judge(&test.app, by, &[Judged { id: id.clone(), version, judgement }]).unwrap();
    }
}

fn old_villages(test: &TestApp) {
    for (unit, roads, houses, income, persons) in [
        ("23668-02", "10/20", "60/80", "40", "400/500"),
        ("23668-03", "5/30", "20/20", "46", "90/100"),
    ] {
        accepted(test, unit, "1", "đạt");
        accepted(test, unit, "2", roads);
        accepted(test, unit, "9", houses);
        accepted(test, unit, "10", income);
        accepted(test, unit, "15", persons);
    }
}

fn looked_at(test: &TestApp, by: &Person, unit: &str, set: &str, region: Option<&str>) -> Outlook {
    let of = succession::find(&test.app, by, unit, set).unwrap();
    succession::outlook(&test.app, by, &of, set, region).unwrap()
}

fn line<'a>(outlook: &'a Outlook, code: &str) -> &'a Line {
    outlook.lines.iter().find(|line| line.indicator.code == code).unwrap()
}

on_both_engines! {
    fn a_merged_village_is_explained_from_its_parts(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        old_villages(&test);
        merged_villages(&test);
        let outlook = looked_at(&test, &officer, "23668-12", USUAL, None);
        assert_eq!(line(&outlook, "2").figure(), Some(share(15, 50)));
        assert_eq!(line(&outlook, "9").figure(), Some(share(80, 100)));
        // 40 for 500 persons and 46 for 100.
        assert_eq!(line(&outlook, "10").figure(), Some(Reported::Amount("41".parse_plain())));
        assert_eq!(line(&outlook, "1").merged.figure, Err(Ask::Judgement));
        assert_eq!(line(&outlook, "4").merged.figure, Err(Ask::Missing));
        let browser = test.browser_of(&officer);
        browser.get("/tieu-chi/sap-nhap").shows("Kuk Klếch").shows("Kuk Tung, Klếch");
        let page = browser.get("/tieu-chi/sap-nhap/23668-12?bo=lang-ntm-gia-lai");
        page.is(200).shows("15/50").shows("Kuk Tung: 10/20").shows("Klếch: 5/30");
        page.shows("Bình quân theo số người").shows("40 triệu đồng/người/năm (500 người)");
        page.shows("Đạt hay chưa thì không cộng được");
        assert!(page.text.len() < 60_000, "{}", page.text.len());
        // The old villages keep their figures under their names.
        let old = standards::values(&test.app, &officer, "23668-02", USUAL).unwrap();
        assert_eq!(old.len(), 5);
        assert!(old.iter().all(|value| value.review.counts()));
    }

    fn what_no_rule_gives_is_said_once_and_again(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        old_villages(&test);
        merged_villages(&test);
        let browser = test.browser_of(&officer);
        let ask = "/tieu-chi/sap-nhap/23668-12/tra-loi?bo=lang-ntm-gia-lai";
        browser.get(ask).is(200).shows("1. Quy hoạch").hides("2. Giao thông").shows("Trước đây: Đạt; Đạt");
        browser.post(ask, &[("1", "đạt"), ("reason", "")]).is(422).shows("Mục này chưa được điền");
        let page = browser.post(ask, &[("4", "75"), ("reason", "đi <xem>")]);
        page.is(422).shows("Thiếu tổng số").shows("đi &lt;xem&gt;").shows("value=\"75\"");
        browser.post(ask, &[("1", ""), ("reason", "đi xem")]).is(409).shows("Chưa ghi số liệu nào");
        browser.post(ask, &[("2", "1/2"), ("reason", "đi xem")]).is(404);
        let head = test.person_of(Role::VillageHead, SO_TOR);
        test.browser_of(&head).post(ask, &[("1", "đạt"), ("reason", "x")]).is(403);
        browser.post(ask, &[("1", "đạt"), ("4", "99/100"), ("reason", "biên bản 15/12")]).is(303);
        browser.post(ask, &[("1", "chưa"), ("reason", "biên bản 18/12")]).is(303);
        let outlook = looked_at(&test, &officer, "23668-12", USUAL, None);
        assert_eq!(line(&outlook, "1").figure(), Some(Reported::YesNo(false)));
        assert_eq!(line(&outlook, "4").figure(), Some(share(99, 100)));
        assert_eq!(line(&outlook, "1").assessment.outcome, Outcome::NotMet);
        let page = browser.get("/tieu-chi/sap-nhap/23668-12?bo=lang-ntm-gia-lai");
        page.shows("biên bản 18/12").shows("biên bản 15/12").shows("Người thử criteriaofficer.23668");
    }

    fn the_new_unit_takes_over_drafts_that_go_the_usual_way(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        old_villages(&test);
        merged_villages(&test);
        let key = GridKey { standard: USUAL, period: "2023" };
        let own = Key { unit: "23668-12", standard: USUAL, indicator: "2", period: "2023" };
        let page = test.browser_of(&officer).get("/tieu-chi/sap-nhap/23668-12?bo=lang-ntm-gia-lai");
        page.shows("Lấy 4 số liệu làm bản nháp Năm 2023");
        assert_eq!(succession::take_over(&test.app, &officer, "23668-12", key).unwrap(), 4);
        let value = standards::find(&test.app, &officer, &own).unwrap().unwrap();
        assert_eq!(value.review.stage(), Stage::Draft);
        assert_eq!(value.figure.measured_on.to_string(), "2023-12-10");
        assert_eq!(value.figure.note, "Từ sáp nhập: Kuk Tung, Klếch (Kuk Tung 10/20; Klếch 5/30)");
        let again = succession::take_over(&test.app, &officer, "23668-12", key);
        assert!(matches!(again, Err(Refusal::Rule(_))), "{again:?}");
        standards::send(&test.app, &officer, &value.id, value.version).unwrap();
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let other = succession::take_over(&test.app, &head, "23668-12", key);
        assert!(matches!(other, Err(Refusal::Forbidden)), "{other:?}");
    }

    fn a_divided_village_leaves_the_rest(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        old_villages(&test);
        units_become(&test, "23668-02,Kuk Tung,village,23668,2021-01-01,2023-12-09,23668-13;23668-14\n\
            23668-13,Kuk Tung 1,village,23668,2023-12-10,,\n\
            23668-14,Kuk Tung 2,village,23668,2023-12-10,,\n");
        let figure = |unit: &str| {
            line(&looked_at(&test, &officer, unit, USUAL, None), "9").merged.figure
        };
        assert_eq!(figure("23668-13"), Err(Ask::Divided));
        let typed = [("9".to_owned(), "25/30".to_owned())];
        succession::answer(&test.app, &officer, "23668-13", USUAL, &typed, "đếm lại").unwrap();
        assert_eq!(figure("23668-14"), Ok(share(35, 50)), "60/80 without 25/30");
        let page = test.browser_of(&officer).get("/tieu-chi/sap-nhap/23668-14?bo=lang-ntm-gia-lai");
        page.shows("Phần còn lại của đơn vị cũ").shows("35/50");
    }

    fn a_try_changes_nothing(engine: Engine) {
        let test = TestApp::example(engine);
        let head = |app: &TestApp| -> i64 {
            let sql = "SELECT CAST(count(*) AS BIGINT) FROM journal WHERE commune = $1";
            app.app.read(|r| r.first(sql, &[COMMUNE.into()], |row| row.get(0))).unwrap().unwrap()
        };
        let browser = test.browser(Role::CriteriaOfficer);
        let village = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let before = head(&test);
        let address = "/tieu-chi/sap-nhap/thu?bo=lang-ntm-gia-lai&dv=23668-02&dv=23668-03";
        let page = browser.get(address);
        page.is(200).shows("Kuk Tung + Klếch").shows("Cộng số đạt, cộng tổng số");
        assert!(page.text.len() < 60_000, "{}", page.text.len());
        browser.get("/tieu-chi/sap-nhap/thu?bo=lang-ntm-gia-lai&dv=23668-02").shows("từ hai đơn vị");
        browser.get("/tieu-chi/sap-nhap/thu?bo=lang-ntm-gia-lai&dv=99999&dv=23668-02").is(404);
        village.get(address).is(403);
        village.get("/tieu-chi/sap-nhap").is(200).hides("Thử sáp nhập");
        assert_eq!(head(&test), before);
    }

    fn figures_of_a_neighbour_come_on_paper(engine: Engine) {
        let test = TestApp::new(engine);
        let browser = test.browser(Role::ProgrammeBoard);
        let form = "/tieu-chi/sap-nhap/so-lieu/KLK?bo=xa-ntm-2021-2025";
        browser.get(form).is(200).shows("9.2. ");
        let fields = |note, day, houses| [("note", note), ("measured_on", day), ("9.2", houses)];
        browser.post(form, &fields("", "10/12/2023", "1/2")).is(422).shows("Mục này chưa được điền");
        browser.post(form, &fields("BC 1", "21/12/2023", "1/2")).is(422).shows("chưa tới");
        browser.post(form, &fields("BC 1", "10/12/2023", "3/2")).is(422).shows("lớn hơn tổng số");
        browser.post(form, &fields("BC 1", "10/12/2023", "762/1048")).is(303);
        browser.get(form).shows("value=\"762/1.048\"");
        browser.post(form, &fields("BC 1", "10/12/2023", "")).is(422).shows("không xóa được");
        browser.post(form, &fields("BC 2", "11/12/2023", "763/1048")).is(303);
        let known = succession::brought(&test.app, &test.person(Role::Auditor), "KLK", COMMUNES);
        let known = known.unwrap().remove("9.2").unwrap();
        assert_eq!((known.version, known.figure.note.as_str()), (2, "BC 2"));
        let own = "/tieu-chi/sap-nhap/so-lieu/23668?bo=xa-ntm-2021-2025";
        browser.get(own).is(404);
    }

    fn the_communes_of_the_example_become_one(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let officer = test.person(Role::CriteriaOfficer);
        let commune = units::find(&test.app, COMMUNE).unwrap().unwrap();
        assert_eq!(commune.kind, UnitKind::Commune.code());
        let outlook = looked_at(&test, &officer, COMMUNE, COMMUNES, None);
        // 1068 of 1253 and 762 of 1048 houses; 75 per cent is asked of Tây Nguyên.
        assert_eq!(line(&outlook, "9.2").figure(), Some(share(1_830, 2_301)));
        assert_eq!(line(&outlook, "9.2").assessment.outcome, Outcome::Met);
        // 96 and 142 poor households are over the 7 per cent.
        assert_eq!(line(&outlook, "11.1").assessment.outcome, Outcome::NotMet);
        // (47.8 × 5412 + 43.6 × 4630) / 10042, rounded against who reports.
        assert_eq!(line(&outlook, "10.1").figure(), Some(Reported::Amount("45.863".parse_plain())));
        assert_eq!(line(&outlook, "9.1").figure(), Some(Reported::Amount("15".parse_plain())));
        assert!(line(&outlook, "13.4").is_open(), "nobody has said it yet");
        assert_eq!(line(&outlook, "1.1").figure(), Some(Reported::YesNo(false)));
        let browser = test.browser_of(&officer);
        let page = browser.get("/tieu-chi/sap-nhap/23668?bo=xa-ntm-2021-2025&vung=tn");
        page.is(200).shows("Kông Lơng Khơng").shows("Chỉ tiêu chờ trả lời").shows("13.4. ");
        page.hides("Lấy 52 số liệu");
        page.hides("1.830/2.301").shows("vung=tn&amp;tc=9#chi-tiet");
        assert!(page.text.len() < 60_000, "{}", page.text.len());
        let page = browser.get("/tieu-chi/sap-nhap/23668?bo=xa-ntm-2021-2025&tc=9");
        page.shows("1.830/2.301").shows("Chưa kiểm chứng").hides("13.4. ");
        assert!(page.text.len() < 60_000, "{}", page.text.len());
        let taken = Key { unit: COMMUNE, standard: COMMUNES, indicator: "9.2", period: "2025" };
        let taken = standards::find(&test.app, &officer, &taken).unwrap().unwrap();
        assert_eq!(taken.review.stage(), Stage::Draft);
        assert!(taken.figure.note.contains("Kông Lơng Khơng 762/1.048"), "{}", taken.figure.note);
        // The commune's own past stays as it was.
        let past = Key { period: "2024", unit: COMMUNE, standard: COMMUNES, indicator: "9.2" };
        let past = standards::find(&test.app, &officer, &past).unwrap().unwrap();
        assert!(past.review.counts());
        browser.get("/tieu-chi/23668?bo=xa-ntm-2021-2025").is(200).shows("Tơ Tung");
        let grid = "/tieu-chi/nhap?bo=xa-ntm-2021-2025&ky=2025&lang=23668";
        browser.get(grid).is(200).shows("số liệu đi thẩm định").shows("1.830/2.301");
        let villages = "/tieu-chi/nhap?bo=xa-ntm-2021-2025&ky=2025";
        browser.get(villages).shows("Tơ Tung").shows("name=\"23668/9.2/");
        let other = browser.get("/tieu-chi/nhap?bo=lang-ntm-gia-lai&ky=2025&lang=23668");
        other.is(200).hides("name=\"23668/");
    }
}

trait Plain {
    fn parse_plain(&self) -> Decimal;
}

impl Plain for str {
    fn parse_plain(&self) -> Decimal {
        Decimal::from_plain(self).unwrap()
    }
}
