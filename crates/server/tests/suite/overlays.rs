//! Values that a commune lays on a standard, what its officers confirm of it, and where it lies: every
//! page judges by them, on their days.

use chungsuc_domain::standard::Outcome;
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::features::standards::rules::{
    self, LaidOverlay, NewOverlay, OverlayState, TakenOff,
};
use chungsuc_server::features::{papers, standards};
use chungsuc_server::refusal::Refusal;
use chungsuc_store::Author;

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const COMMUNES: &str = "xa-ntm-2021-2025";
const LAY: &str = "/tieu-chi/muc-rieng/them?bo=lang-ntm-gia-lai";

/// Roads in the villages, 75 per cent, by the commune's paper.
fn roads<'a>(from: &'a str, to: &'a str, value: &'a str) -> [(&'a str, &'a str); 5] {
    [("paper", "21/QĐ-UBND"), ("from", from), ("to", to), ("m-2", value), ("note", "thử")]
}

/// The criteria officer lays it through the page; gives it as it is kept.
fn laid(test: &TestApp) -> LaidOverlay {
    let officer = test.person(Role::CriteriaOfficer);
    test.browser_of(&officer).post(LAY, &roads("01/01/2023", "", "75")).is(303);
    own(test)
}

fn own(test: &TestApp) -> LaidOverlay {
    let auditor = test.person(Role::Auditor);
    rules::overlays(&test.app, &auditor, USUAL).unwrap().pop().unwrap()
}

/// What the roads of a village come to on a day, and whether a person judged.
fn outcome(test: &TestApp, unit: &str, day: &str) -> (Outcome, bool) {
    let auditor = test.person(Role::Auditor);
    let all = standards::standings(&test.app, &auditor, USUAL, day.parse().unwrap()).unwrap();
    let village = all.into_iter().find(|one| one.unit.code == unit).unwrap();
    let verdict = village.verdicts.into_iter().find(|one| one.indicator == "2").unwrap();
    (verdict.outcome, verdict.judged)
}

fn met_by_page(test: &TestApp, year: i16) -> u64 {
    standards::tally_of_unit(&test.app, COMMUNE, SO_TOR, USUAL, None, year).unwrap().met
}

fn met_of_all(test: &TestApp, year: i16) -> u64 {
    let rows = standards::rollup(&test.app, USUAL, |_| None).unwrap();
    rows.iter().filter(|row| row.year == year).map(|row| row.tally.met).sum()
}

on_both_engines! {
    fn an_overlay_judges_on_its_days_and_comes_off_without_rewriting_them(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let (before, of_all) = (met_by_page(&test, 2023), met_of_all(&test, 2023));
        // 2,155 of 2,970 metres: an officer found it enough, 75 per cent are more.
        assert_eq!(outcome(&test, SO_TOR, "2023-12-31"), (Outcome::Met, true));
        let overlay = laid(&test);
        assert_eq!(outcome(&test, SO_TOR, "2023-12-31"), (Outcome::NotMet, false));
        // 2,280 metres.
        assert_eq!(outcome(&test, SO_TOR, "2024-12-31"), (Outcome::Met, false));
        assert_eq!(outcome(&test, SO_TOR, "2022-12-31"), (Outcome::NotMet, true), "as it was judged");
        assert_eq!(met_by_page(&test, 2023), before - 1);
        assert!(met_of_all(&test, 2023) < of_all, "the sums judge alike");

        let board = test.person(Role::ProgrammeBoard);
        let last = TakenOff::After("2023-06-30".parse().unwrap());
        let which = (USUAL, overlay.id.as_str());
        rules::take_off(&test.app, &board, which, 1, (last, "Quyết định mới")).unwrap();
        assert_eq!(outcome(&test, SO_TOR, "2023-12-31"), (Outcome::Met, true));
        let kept = own(&test);
        assert_eq!((kept.state, kept.to), (OverlayState::TakenOff, Some("2023-06-30".parse().unwrap())));
        let at = rules::rules(&test.app, COMMUNE, USUAL).unwrap();
        let line = at.standard.line("2").unwrap();
        let on = |day: &str| at.threshold(line, day.parse().unwrap()).map(|it| it.value.to_string());
        assert_eq!(on("2023-06-30").as_deref(), Some("75"), "its last day belongs to it");
        assert_eq!((on("2023-07-01"), on("2022-12-31")), (None, None));
        let again = rules::take_off(&test.app, &board, which, 2, (last, "lần nữa"));
        assert!(matches!(again, Err(Refusal::Rule(_))));
        let page = test.browser(Role::Auditor).get(&format!("/tieu-chi/muc-rieng/{}?bo={USUAL}", overlay.id));
        page.is(200).shows("Đã thôi áp dụng").shows("Quyết định mới").shows("≥ 75").hides("Thôi áp dụng</button>");
    }

    fn what_was_a_mistake_counts_on_no_day(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let overlay = laid(&test);
        let browser = test.browser(Role::ProgrammeBoard);
        let address = format!("/tieu-chi/muc-rieng/{}/go?bo={USUAL}", overlay.id);
        browser.post(&address, &[("version", "1"), ("how", "nham"), ("why", "")]).is(422)
            .shows("Lý do thôi áp dụng");
        browser.post(&address, &[("version", "1"), ("how", "het"), ("last", "31/02/2023"), ("why", "a")])
            .is(422).shows("31/02/2023");
        browser.post(&address, &[("version", "1"), ("how", "het"), ("last", "31/12/2022"), ("why", "a")])
            .is(422).shows("phải nằm trong thời gian áp dụng");
        browser.post(&address, &[("version", "0"), ("how", "nham"), ("why", "gõ nhầm làng")]).is(409);
        assert_eq!(outcome(&test, SO_TOR, "2023-12-31"), (Outcome::NotMet, false));
        browser.post(&address, &[("version", "1"), ("how", "nham"), ("why", "gõ nhầm làng")]).is(303);
        assert_eq!(outcome(&test, SO_TOR, "2023-12-31"), (Outcome::Met, true));
        browser.get(&format!("/tieu-chi/bo?bo={USUAL}")).is(200).shows("Ghi nhầm, đã bỏ");
        browser.get(&format!("/tieu-chi/muc-rieng/{}?bo={USUAL}", overlay.id)).is(200).shows("gõ nhầm làng");
    }

    fn somebody_else_compares_it_with_its_paper(engine: Engine) {
        let test = TestApp::example(engine);
        let overlay = laid(&test);
        let confirm = format!("/tieu-chi/muc-rieng/{}/xac-nhan?bo={USUAL}", overlay.id);
        let fields = [("version", "1"), ("paper", "21/QĐ-UBND")];
        test.browser(Role::CriteriaOfficer).post(&confirm, &fields).is(409).shows("không tự đối chiếu");
        let board = test.browser(Role::ProgrammeBoard);
        board.post(&confirm, &[("version", "1"), ("paper", "999/QĐ-UBND")]).is(422).shows("999/QĐ-UBND");
        board.post(&confirm, &fields).is(303);
        let kept = own(&test).checked.unwrap();
        assert_eq!(kept.by, test.person(Role::ProgrammeBoard).account);
        assert_eq!(kept.paper, "Quyết định 21/QĐ-UBND ngày 20/02/2023");
        let page = board.get(&format!("/tieu-chi/muc-rieng/{}?bo={USUAL}", overlay.id));
        page.is(200).shows("Cán bộ đã đối chiếu").shows("Người thử programmeboard");
        board.post(&confirm, &[("version", "2"), ("paper", "21/QĐ-UBND")]).is(409).shows("đã được đối chiếu");
    }

    fn what_does_not_fit_is_told_beside_its_field_and_nothing_typed_is_lost(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let wrong = |fields: &[(&str, &str)], says: &str| {
            let page = officer.post(LAY, fields);
            page.is(422).shows(says).shows("thử");
            assert!(rules::overlays(&test.app, &test.person(Role::Auditor), USUAL).unwrap().is_empty());
        };
        wrong(&roads("31/02/2023", "", "75"), "31/02/2023");
        wrong(&roads("", "", "75"), "Áp dụng từ ngày");
        wrong(&roads("01/01/2023", "31/12/2022", "75"), "sớm hơn ngày bắt đầu");
        wrong(&roads("01/01/2001", "31/12/2002", "75"), "nằm ngoài thời gian hiệu lực");
        wrong(&roads("01/01/2023", "", "101"), "101 không thể có");
        wrong(&roads("01/01/2023", "", "-1"), "không thể có");
        wrong(&roads("01/01/2023", "", "nhiều"), "không phải một con số");
        wrong(&roads("01/01/2023", "", ""), "Chưa gõ mức nào");
        wrong(&[("paper", "999/QĐ-UBND"), ("from", "01/01/2023"), ("m-2", "75"), ("note", "thử")], "Hãy ghi văn bản vào sổ");
        let mut year = roads("01/01/2023", "", "75").to_vec();
        year.push(("year", "23"));
        wrong(&year, "bốn chữ số");
    }

    fn a_figure_is_judged_by_the_overlay_when_it_is_verified(engine: Engine) {
        let test = TestApp::new(engine);
        // Without a threshold the officer must say; the test of figures holds that. Here it is laid by
        // the command line, for a commune without papers.
        let author = Author { commune: COMMUNE.into(), actor: "system:test".into(), at: test.app.clock.now() };
        let level = chungsuc_domain::standard::OverlayLevel {
            indicator: "2".into(), region: None, year: Some(2023), value: "75".parse_decimal(),
        };
        let from = "2023-01-01".parse().unwrap();
        let new = NewOverlay { standard: USUAL, from, to: None, note: "", levels: vec![level] };
        rules::put_overlay(&test.app, &author, &new, ("Quyết định 1/QĐ-UBND", "Tỉnh A")).unwrap();
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let roads = "/tieu-chi/23668-01/2?bo=lang-ntm-gia-lai&ky=2023";
        head.get(roads).is(200).shows("≥ 75").shows("Quyết định 1/QĐ-UBND").shows("Chưa kiểm chứng");
        let png: &[u8] = &[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0];
        let figure = [("numerator", "2376"), ("denominator", "2970"), ("measured_on", "15/12/2023"),
            ("note", ""), ("version", "0")];
        head.post_file(roads, &figure, ("file", "duong.png", png)).is(303);
        let key = standards::Key { unit: SO_TOR, standard: USUAL, indicator: "2", period: "2023" };
        let officer = test.person(Role::CriteriaOfficer);
        let value = standards::find(&test.app, &officer, &key).unwrap().unwrap();
        let person = test.person_of(Role::VillageHead, SO_TOR);
        standards::send(&test.app, &person, &value.id, value.version).unwrap();
        let judge = "/tieu-chi/tham-dinh/23668-01?bo=lang-ntm-gia-lai&ky=2023";
        let page = test.browser(Role::CriteriaOfficer).get(judge);
        page.is(200).shows("≥ 75").hides(&format!("met-{}", value.id));
    }

    fn lines_are_confirmed_with_a_paper_and_the_word_is_taken_back(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let address = format!("/tieu-chi/bo/xac-nhan?bo={COMMUNES}&vung=tn");
        officer.get(&address).is(200).shows("2023: ≥ 47");
        officer.post(&address, &[("paper", "21/QĐ-UBND")]).is(422).shows("Chưa đánh dấu dòng nào");
        // Nothing is known of 2.1, so nobody can compare it.
        officer.post(&address, &[("paper", "21/QĐ-UBND"), ("line", "2.1")]).is(422).shows("không còn gì để đối chiếu");
        officer.post(&address, &[("paper", "21/QĐ-UBND"), ("line", "10.1"), ("line", "1.1")]).is(303);
        let standing = |region: Option<&str>| {
            let rules = rules::rules(&test.app, COMMUNE, COMMUNES).unwrap();
            let line = rules.standard.line("10.1").unwrap();
            rules.standard.own_standing(line, region, test.app.today()).is_settled()
        };
        assert_eq!((standing(Some("tn")), standing(Some("dnb"))), (true, false));
        officer.post(&address, &[("paper", "21/QĐ-UBND"), ("line", "10.1")]).is(422);
        let auditor = test.person(Role::Auditor);
        let all = rules::confirmations(&test.app, &auditor, COMMUNES).unwrap();
        let one = all.iter().find(|one| one.indicator == "10.1").unwrap();
        let back = format!("/tieu-chi/bo/xac-nhan/{}/rut?bo={COMMUNES}", one.id);
        officer.post(&back, &[("version", "1"), ("why", "")]).is(422);
        officer.post(&back, &[("version", "1"), ("why", "so nhầm cột")]).is(303);
        assert!(!standing(Some("tn")));
        officer.get(&address).is(200).shows("so nhầm cột");
        officer.post(&back, &[("version", "2"), ("why", "lần nữa")]).is(404);
    }

    fn the_commune_is_judged_in_its_own_region(engine: Engine) {
        let test = TestApp::example(engine);
        let auditor = test.person(Role::Auditor);
        let income = |day: &str| {
            let all = standards::standings(&test.app, &auditor, COMMUNES, day.parse().unwrap()).unwrap();
            let first = all.into_iter().next().unwrap();
            assert_eq!(first.unit.code, COMMUNE, "the commune itself comes first");
            first.verdicts.into_iter().find(|one| one.indicator == "10.1").unwrap().outcome
        };
        // 48.1 million: enough for the 47 of Tây Nguyên in 2023, not for the 65 of Đông Nam Bộ.
        assert_eq!(income("2023-12-20"), Outcome::Met);
        let officer = test.browser(Role::CriteriaOfficer);
        let address = format!("/tieu-chi/bo/vung?bo={COMMUNES}");
        officer.post(&address, &[("region", "dnb"), ("from", "01/12/2023"), ("basis", "")]).is(422).shows("Căn cứ");
        officer.post(&address, &[("region", "xx"), ("from", "01/12/2023"), ("basis", "a")]).is(422).shows("không có vùng ấy");
        officer.post(&address, &[("region", "dnb"), ("from", "32/12/2023"), ("basis", "a")]).is(422).shows("32/12/2023");
        officer.post(&address, &[("region", "dnb"), ("from", "01/12/2023"), ("basis", "thử")]).is(303);
        assert_eq!(income("2023-12-20"), Outcome::NotMet);
        let rows = standards::rollup(&test.app, COMMUNES, |_| None).unwrap();
        let of_2023 = rows.iter().find(|row| row.year == 2023).unwrap();
        assert_eq!((of_2023.without_region, of_2023.tally.units), (0, 1));
        // The same day again: the later word counts, the earlier one stays to be read.
        officer.post(&address, &[("region", "tn"), ("from", "01/12/2023"), ("basis", "ghi lại cho đúng")]).is(303);
        assert_eq!(income("2023-12-20"), Outcome::Met);
        officer.get(&format!("/tieu-chi/bo?bo={COMMUNES}")).is(200).shows("ghi lại cho đúng").shows(">thử<");
    }

    fn a_unit_above_lays_values_and_regions_for_its_communes(engine: Engine) {
        let test = TestApp::example(engine);
        let author = |unit: &str| Author {
            commune: unit.into(), actor: "system:test".into(), at: test.app.clock.now(),
        };
        let from = "2023-01-01".parse().unwrap();
        let other = "xa-ntm-nang-cao-2021-2025";
        let region = |set: &str, day: &str| {
            let rules = rules::rules(&test.app, COMMUNE, set).unwrap();
            rules.region(day.parse().unwrap()).map(str::to_owned)
        };
        assert_eq!(region("xa-ntm-2026-2030", "2026-03-01"), None);
        rules::put_region(&test.app, &author("64"), ("xa-ntm-2026-2030", "3"), from, "thử").unwrap();
        assert_eq!(region("xa-ntm-2026-2030", "2026-03-01").as_deref(), Some("nhom-3"));
        rules::put_region(&test.app, &author("64"), (other, "dnb"), from, "thử").unwrap();
        assert_eq!(region(other, "2023-03-01").as_deref(), Some("tn"), "the commune's own goes first");

        let level = |value: &str| chungsuc_domain::standard::OverlayLevel {
            indicator: "2".into(), region: None, year: None, value: value.parse_decimal(),
        };
        let put = |unit: &str, value: &str| {
            let new = NewOverlay { standard: USUAL, from, to: None, note: "", levels: vec![level(value)] };
            rules::put_overlay(&test.app, &author(unit), &new, ("Quyết định 9/QĐ-UBND", unit)).unwrap()
        };
        let asked = || {
            let rules = rules::rules(&test.app, COMMUNE, USUAL).unwrap();
            rules.threshold(rules.standard.line("2").unwrap(), from).map(|it| it.value.to_string())
        };
        let of_commune = put(COMMUNE, "80");
        let of_province = put("64", "60");
        assert_eq!(asked().as_deref(), Some("80"), "the commune's own lies on top, whenever it came");
        let board = test.person(Role::ProgrammeBoard);
        let off = |id: &str| {
            let how = (TakenOff::Mistaken, "thử");
            rules::take_off(&test.app, &board, (USUAL, id), 1, how)
        };
        assert!(matches!(off(&of_province), Err(Refusal::Rule(_))), "it is not theirs");
        off(&of_commune).unwrap();
        assert_eq!(asked().as_deref(), Some("60"));
        test.browser(Role::Auditor).get(&format!("/tieu-chi/bo?bo={USUAL}")).is(200).shows("Quyết định 9/QĐ-UBND");
    }

    fn who_may_not_is_refused_by_the_verb(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let paper = papers::numbered(&test.app, &board, "paper", "21/QĐ-UBND").unwrap();
        let village = Person {
            grants: vec![Grant { role: Role::CriteriaOfficer, territory: SO_TOR.into() }],
            ..test.person(Role::CriteriaOfficer)
        };
        for person in [test.person(Role::Auditor), test.person(Role::VillageHead), village] {
            let from = "2023-01-01".parse().unwrap();
            let new = NewOverlay { standard: USUAL, from, to: None, note: "", levels: Vec::new() };
            let done = rules::lay(&test.app, &person, &paper, &new);
            assert!(matches!(done, Err(Refusal::Forbidden)));
            let done = rules::set_region(&test.app, &person, (COMMUNES, "tn"), from, "a");
            assert!(matches!(done, Err(Refusal::Forbidden)));
            let done = rules::confirm_lines(&test.app, &person, (COMMUNES, Some("tn")), &["10.1"], &paper);
            assert!(matches!(done, Err(Refusal::Forbidden)));
        }
    }

    fn days_between_two_standards_say_so(engine: Engine) {
        let test = TestApp::example(engine).later("2026-01-20T02:00:00Z");
        let auditor = test.browser(Role::Auditor);
        let page = auditor.get(&format!("/tieu-chi?bo={COMMUNES}"));
        page.is(200).shows("không có hiệu lực ngày 20/01/2026").shows("không có bộ tiêu chí nào khác");
        auditor.get(&format!("/tieu-chi?bo={COMMUNES}&ngay=31/12/2025")).is(200).hides("không có hiệu lực ngày");
        // Six weeks later the next one is in force, and the page leads there.
        let page = auditor.get(&format!("/tieu-chi?bo={COMMUNES}&ngay=15/02/2026"));
        page.shows("không có hiệu lực ngày 15/02/2026").shows("/tieu-chi?bo=xa-ntm-2026-2030&amp;ngay=15/02/2026");
        auditor.get(&format!("/tieu-chi/{COMMUNE}?bo={COMMUNES}")).is(200)
            .shows("Bộ tiêu chí không có hiệu lực ngày này");
        auditor.get(&format!("/tieu-chi/{SO_TOR}?bo={USUAL}")).is(200)
            .hides("Bộ tiêu chí không có hiệu lực ngày này");
    }
}

trait ParseDecimal {
    fn parse_decimal(&self) -> chungsuc_domain::Decimal;
}

impl ParseDecimal for str {
    fn parse_decimal(&self) -> chungsuc_domain::Decimal {
        chungsuc_domain::Decimal::parse(self).unwrap()
    }
}
