//! The grid: many figures at once, and none lost.

use chungsuc_domain::review::Stage;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::standards::grid::{self, Cell, GridKey};
use chungsuc_server::features::standards::{self, Key};
use chungsuc_server::features::units;
use chungsuc_store::Author;

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const GRID: &str = "/tieu-chi/nhap?bo=lang-ntm-gia-lai&ky=2023";
const KEY: GridKey<'static> = GridKey { standard: USUAL, period: "2023" };
const DAY: (&str, &str) = ("measured_on", "15/12/2023");
/// Làng Leng.
const LENG: &str = "23668-05";
/// A page of a whole commune may have so many bytes.
const PAGE_MOST: usize = 120 * 1024;

fn cell(unit: &str, indicator: &str, seen: i64, was: &str, typed: &str) -> Cell {
    let [unit, indicator, was, typed] = [unit, indicator, was, typed].map(str::to_owned);
    Cell { unit, indicator, seen, was, typed }
}

fn value(test: &TestApp, unit: &str, indicator: &str) -> Option<standards::Value> {
    let key = Key { unit, standard: USUAL, indicator, period: "2023" };
    standards::find(&test.app, &test.person(Role::CriteriaOfficer), &key).unwrap()
}

fn shown(test: &TestApp, unit: &str, indicator: &str) -> Option<String> {
    let kind = test.app.catalog.standard(USUAL)?.indicator(indicator)?.kind;
    value(test, unit, indicator)?.figure.shown(kind)
}

/// Six more villages: fifteen, as in a large commune.
fn with_fifteen_villages(test: &TestApp) {
    let mut list = String::from("code,name,kind,parent,valid_from,valid_to,successor\n");
    for number in 10..=15 {
        list.push_str(&format!("23668-{number},Làng thử {number},village,23668,2021-01-01,,\n"));
    }
    let author =
        Author { commune: COMMUNE.into(), actor: "system:test".into(), at: test.app.clock.now() };
    units::import(&test.app, &author, list.as_bytes()).unwrap();
}

/// Something typed into every cell of the national standard of communes, village by village.
fn every_cell(test: &TestApp, by: &Person) -> Vec<Cell> {
    use chungsuc_domain::standard::IndicatorKind::{Amount, Count, Ratio, YesNo};
    let key = GridKey { standard: "xa-ntm-2021-2025", period: "2023" };
    let grid = grid::grid(&test.app, by, key).unwrap();
    let typed = |kind| match kind {
        YesNo => "đạt",
        Ratio => "1.732/2.970",
        Amount | Count => "1.234,5",
    };
    let indicators = grid.standard.indicators();
    let of_village = |village: &units::Unit| {
        let code = village.code.clone();
        let cells = indicators.iter().map(move |it| cell(&code, &it.code, 0, "", typed(it.kind)));
        cells.collect::<Vec<_>>()
    };
    grid.villages.iter().flat_map(of_village).collect()
}

on_both_engines! {
    fn cells_are_saved_as_drafts_and_shown_as_understood(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        officer.get(GRID).is(200).shows("Sơ Tor").shows("name=\"23668-01/2/0/\"");
        let fields = [DAY, ("23668-01/1/0/", "có"), ("23668-01/2/0/", "1732 / 2970"),
            ("23668-05/2/0/", "75%"), ("23668-05/3/0/", "")];
        let page = officer.post(GRID, &fields);
        assert_eq!(page.leads_to(), "/tieu-chi/nhap");
        officer.get(&format!("{GRID}&so=3")).shows("Đã lưu 3 ô thành bản nháp");
        officer.get(GRID).shows("value=\"đạt\"").shows("value=\"1.732/2.970\"").shows("value=\"75 %\"");
        assert_eq!(shown(&test, LENG, "2").as_deref(), Some("75 %"));
        assert_eq!(value(&test, LENG, "2").unwrap().review.stage(), Stage::Draft);
        assert_eq!(value(&test, LENG, "3").map(|value| value.id), None, "an empty cell is nothing");
        let roads = "/tieu-chi/23668-05/2?bo=lang-ntm-gia-lai&ky=2023";
        officer.get(roads).shows("75 %").shows("15/12/2023");
    }

    fn a_bad_cell_costs_no_good_one_and_keeps_what_was_typed(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let fields = [DAY, ("23668-01/2/0/", "60/45"), ("23668-05/1/0/", "<ừ>"),
            ("23668-05/2/0/", "45/60")];
        let page = officer.post(GRID, &fields);
        page.is(422).shows("Đã lưu 1 ô").shows("Cần sửa 2 chỗ");
        page.shows("Sơ Tor – 2. Giao thông: Số đạt lớn hơn tổng số").shows("value=\"60/45\"");
        page.shows("Leng – 1. Quy hoạch: Không rõ là đạt hay chưa").shows("value=\"&lt;ừ&gt;\"");
        page.shows("href=\"#23668-05/1\"").shows("id=\"23668-05/1\"").shows("value=\"15/12/2023\"");
        assert_eq!(shown(&test, LENG, "2").as_deref(), Some("45/60"));
        assert_eq!(value(&test, SO_TOR, "2").map(|value| value.id), None);
    }

    fn a_wrong_day_saves_nothing_and_loses_nothing(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        for (day, told) in [("31/02/2023", "Ngày này không có"), ("21/12/2023", "chưa tới")] {
            let page = officer.post(GRID, &[("measured_on", day), ("23668-05/2/0/", "45/60")]);
            page.is(422).shows(told).shows("value=\"45/60\"").shows(day);
        }
        let far = "/tieu-chi/nhap?bo=lang-ntm-gia-lai&ky=2023-H9";
        officer.post(far, &[DAY, ("23668-05/2/0/", "45/60")]).is(422).shows("value=\"45/60\"");
        assert_eq!(value(&test, LENG, "2").map(|value| value.id), None);
    }

    fn the_second_of_two_officers_is_told_who_was_first_and_what_stands_there(engine: Engine) {
        let test = TestApp::new(engine);
        let (officer, board) =
            (test.browser(Role::CriteriaOfficer), test.browser(Role::ProgrammeBoard));
        officer.post(GRID, &[DAY, ("23668-05/2/0/", "45/60")]).is(303);
        // The board's page is older: it saw no figure there.
        let page = board.post(GRID, &[DAY, ("23668-05/2/0/", "50/60"), ("23668-05/1/0/", "đạt")]);
        page.is(422).shows("Người thử criteriaofficer.23668 vừa sửa, ô này nay là 45/60");
        page.shows("name=\"23668-05/2/1/45/60\"").shows("value=\"50/60\"").shows("Đã lưu 1 ô");
        assert_eq!(shown(&test, LENG, "2").as_deref(), Some("45/60"));
        // Knowing what stands there, they save once more.
        board.post(GRID, &[DAY, ("23668-05/2/1/45/60", "50/60")]).is(303);
        assert_eq!(shown(&test, LENG, "2").as_deref(), Some("50/60"));
        // Who changed nothing has no part in it, however old the page is.
        officer.post(GRID, &[DAY, ("23668-05/2/1/45/60", "45/60")]).is(303);
        assert_eq!(shown(&test, LENG, "2").as_deref(), Some("50/60"));
    }

    fn a_figure_that_waits_for_its_judge_cannot_be_typed_over(engine: Engine) {
        let test = TestApp::new(engine);
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let browser = test.browser_of(&head);
        browser.post(GRID, &[DAY, ("23668-01/2/0/", "45/60")]).is(303);
        let sent = value(&test, SO_TOR, "2").unwrap();
        standards::send(&test.app, &head, &sent.id, sent.version).unwrap();
        let page = browser.get(GRID);
        page.hides("name=\"23668-01/2/").shows("class=\"sent\"").shows("23668-01/2?bo=");
        let page = browser.post(GRID, &[DAY, ("23668-01/2/2/45/60", "46/60")]);
        page.is(422).shows("đã gửi hoặc đã được chấp thuận").shows("value=\"46/60\"");
        assert_eq!(shown(&test, SO_TOR, "2").as_deref(), Some("45/60"));
        browser.post(GRID, &[DAY, ("23668-01/1/0/", "đạt")]).is(303);
        let page = browser.post(GRID, &[DAY, ("23668-01/1/1/đạt", "")]);
        page.is(422).shows("Để trống không xóa được");
    }

    fn a_village_head_sees_and_types_the_own_row_only(engine: Engine) {
        let test = TestApp::new(engine);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(GRID).is(200).shows("Sơ Tor").hides("Kuk Tung");
        head.post(GRID, &[DAY, ("23668-02/2/0/", "45/60")]).is(403);
        head.post(GRID, &[DAY, ("23668-01/999/0/", "45/60")]).is(404);
        assert_eq!(value(&test, "23668-02", "2").map(|value| value.id), None);
    }

    fn one_village_is_entered_line_by_line_with_the_way_to_each_history(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let leng = format!("{GRID}&lang={LENG}");
        officer.get(&leng).is(200).shows("2. Giao thông").hides("Sơ Tor").hides("Lịch sử");
        officer.post(&leng, &[DAY, ("23668-05/2/0/", "45/60")]).is(303);
        officer.post(&leng, &[DAY, ("23668-05/2/1/45/60", "46/60")]).is(303);
        officer.get(&leng).shows("value=\"46/60\"").shows("23668-05/2?bo=lang-ntm-gia-lai&amp;ky=2023#lich-su");
        let history = officer.get("/tieu-chi/23668-05/2?bo=lang-ntm-gia-lai&ky=2023");
        history.shows("id=\"lich-su\"").shows("Người thử criteriaofficer.23668").shows("<del>45</del>");
    }

    fn the_last_period_is_copied_into_empty_cells_as_drafts(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let last = "/tieu-chi/nhap?bo=lang-ntm-gia-lai&ky=2022";
        let day = ("measured_on", "10/12/2022");
        officer.post(last, &[day, ("23668-05/2/0/", "45/60"), ("23668-01/1/0/", "đạt")]).is(303);
        officer.post(last, &[day, ("23668-05/4/0/", "9/10")]).is(303);
        officer.post(GRID, &[DAY, ("23668-05/2/0/", "50/60")]).is(303);
        officer.get(GRID).shows("Chép 2 ô từ Năm 2022");
        let page = officer.post("/tieu-chi/nhap/chep?bo=lang-ntm-gia-lai&ky=2023", &[]);
        assert!(page.is(303).headers["location"].ends_with("&so=2"));
        officer.get(GRID).hides("Chép 2 ô").hides("nhap/chep");
        let copied = value(&test, LENG, "4").unwrap();
        assert_eq!((copied.review.stage(), copied.figure.measured_on.to_string()),
            (Stage::Draft, "2022-12-10".to_owned()));
        assert_eq!(shown(&test, LENG, "2").as_deref(), Some("50/60"), "what stood there stays");
        let page = officer.get("/tieu-chi/23668-05/4?bo=lang-ntm-gia-lai&ky=2023");
        page.shows("Chép từ Năm 2022");
        // A village head copies the own village only.
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let key = GridKey { standard: USUAL, period: "2024" };
        assert_eq!(grid::to_copy(&test.app, &head, key).unwrap(), 1);
        assert_eq!(grid::copy_last(&test.app, &head, key, "chép").unwrap(), 1);
        assert_eq!(grid::copy_last(&test.app, &head, key, "chép").unwrap(), 0);
    }

    fn nothing_is_entered_for_a_day_on_which_the_village_did_not_exist(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.person(Role::CriteriaOfficer);
        let cells = [cell(LENG, "2", 0, "", "45/60")];
        let day = "2020-12-31".parse().unwrap();
        let saved = grid::save(&test.app, &officer, KEY, day, &cells).unwrap();
        assert_eq!((saved.count, saved.left.len()), (0, 1));
        let early = "/tieu-chi/23668-05/2?bo=lang-ntm-gia-lai&ky=2020";
        let fields = [("numerator", "1"), ("denominator", "2"), ("measured_on", "31/12/2020")];
        let page = test.browser(Role::CriteriaOfficer).post_file(early, &fields, ("file", "", b""));
        page.is(422).shows("làng này chưa có hoặc không còn");
        let first = "2021-01-01".parse().unwrap();
        assert_eq!(grid::save(&test.app, &officer, KEY, first, &cells).unwrap().count, 1);
    }

    fn a_whole_commune_fits_into_one_page_and_one_transaction(engine: Engine) {
        let test = TestApp::new(engine);
        with_fifteen_villages(&test);
        let officer = test.person(Role::CriteriaOfficer);
        let key = GridKey { standard: "xa-ntm-2021-2025", period: "2023" };
        let cells = every_cell(&test, &officer);
        // The commune itself and its villages.
        assert_eq!(cells.len(), 16 * 57);
        let address = "/tieu-chi/nhap?bo=xa-ntm-2021-2025&ky=2023";
        let browser = test.browser(Role::CriteriaOfficer);
        let empty = browser.get(address).bytes.len();
        let day = "2023-12-15".parse().unwrap();
        let saved = grid::save(&test.app, &officer, key, day, &cells).unwrap();
        assert_eq!((saved.count, saved.left.len()), (16 * 57, 0));
        let page = browser.get(address);
        assert_eq!(page.text.matches("/1/1.732/2.970\"").count() % 16, 0);
        assert!(empty < PAGE_MOST && page.bytes.len() < PAGE_MOST, "{empty} {}", page.bytes.len());
        println!("16 × 57: {empty} bytes empty, {} bytes full", page.bytes.len());
        // The form comes back from the browser within what a form may have.
        let names = page.text.split("<input name=\"").skip(1).map(|rest| {
            let name = rest.split('"').next().unwrap();
            let typed = name.splitn(4, '/').nth(3).unwrap();
            (name, typed)
        });
        let mut fields: Vec<_> = names.filter(|(name, _)| name.contains('/')).collect();
        assert_eq!(fields.len(), 16 * 57);
        fields.push(DAY);
        browser.post(address, &fields).is(303);
    }
}

/// One transaction: what fails in the middle takes the rest back.
#[test]
fn a_save_that_fails_saves_nothing() {
    let test = TestApp::new(Engine::Sqlite);
    let officer = test.person(Role::CriteriaOfficer);
    let cells = [cell(LENG, "2", 0, "", "45/60"), cell("23668-99", "2", 0, "", "45/60")];
    let day = "2023-12-15".parse().unwrap();
    assert!(grid::save(&test.app, &officer, KEY, day, &cells).is_err());
    assert_eq!(value(&test, LENG, "2").map(|value| value.id), None);
}
