//! Recognition: from a dossier with holes to a decision, and what is asked when figures fall.

use chungsuc_domain::decision::Verdict;
use chungsuc_domain::standard::IndicatorKind::{Amount, Count, Ratio, YesNo};
use chungsuc_domain::{Decimal, standard::Indicator};
use chungsuc_server::access::Role;
use chungsuc_server::features::recognition::{self, New, State};
use chungsuc_server::features::standards::{self, Figure, Judged, Judgement, Key};
use chungsuc_server::refusal::Refusal;
use jiff::civil::Date;

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const OF_COMMUNE: &str = "xa-ntm-2021-2025";
const MINUTES: (&str, &str, &[u8]) =
    ("file", "bien-ban.txt", "BIÊN BẢN\nHọp làng, 128 hộ đồng ý".as_bytes());

/// A figure of an indicator that the officers accept as met, or not.
pub(crate) fn accept(
    test: &TestApp,
    unit: &str,
    standard: &str,
    line: &Indicator,
    period: &str,
    met: bool,
) {
    let number = |text: &str| Decimal::from_plain(text).ok();
    let (amount, part, whole) = match line.kind {
        YesNo => (None, None, None),
        Ratio => (None, number(if met { "95" } else { "10" }), number("100")),
        Amount | Count => (number(if met { "60" } else { "20" }), None, None),
    };
    let figure = Figure {
        amount,
        numerator: part,
        denominator: whole,
        met: Some(met),
        measured_on: test.app.today(),
        note: String::new(),
    };
    let key = Key { unit, standard, indicator: &line.code, period };
    let board = test.person(Role::ProgrammeBoard);
    let id = standards::enter(&test.app, &board, &key, &figure, &[], 0).unwrap();
    standards::send(&test.app, &board, &id, 1).unwrap();
    // Nobody takes both steps, and who entered does not verify.
    for (role, version) in [(Role::CriteriaOfficer, 2), (Role::ProgrammeBoard, 3)] {
        let judgement = Judgement::Forward { met: Some(met) };
        let judged = Judged { id: id.clone(), version, judgement };
        standards::judge(&test.app, &test.person(role), &[judged]).unwrap();
    }
}

/// Everything of the village standard is accepted as met for 2023, but for these.
fn all_but(test: &TestApp, unit: &str, without: &[&str]) {
    let standard = test.app.catalog.standard(USUAL).unwrap().clone();
    for line in standard.lines().filter(|line| !without.contains(&line.code.as_str())) {
        accept(test, unit, USUAL, line, "2023", true);
    }
}

fn opened(test: &TestApp, unit: &str) -> String {
    let board = test.browser(Role::ProgrammeBoard);
    let fields = [("unit", unit), ("standard", USUAL), ("as_of", "20/12/2023")];
    board.post("/cong-nhan/lap", &fields).is(303).leads_to().to_owned()
}

fn version(test: &TestApp, address: &str) -> String {
    let id = address.rsplit('/').next().unwrap();
    let found = recognition::find(&test.app, &test.person(Role::ProgrammeBoard), id).unwrap();
    found.version.to_string()
}

/// Enters a decision of the district into the registry; gives its id.
fn decision(test: &TestApp, number: &str, day: &str) -> String {
    let fields = [
        ("kind", "decision"),
        ("direction", "incoming"),
        ("number", number),
        ("issued_on", day),
        ("received_on", day),
        ("issuer", "Ủy ban nhân dân huyện Kbang"),
        ("title", "Về việc công nhận"),
        ("readers", "staff"),
    ];
    let file = ("file", "quyet-dinh.txt", number.as_bytes());
    let secretary = test.browser(Role::CouncilSecretary);
    let page = secretary.post_file("/van-ban/ghi", &fields, file);
    page.is(303).leads_to().rsplit('/').next().unwrap().to_owned()
}

/// Submits with a reason for the papers that are not there, and records a decision of today.
fn recognised(test: &TestApp, address: &str) {
    let board = test.browser(Role::ProgrammeBoard);
    let fields = [("version", &*version(test, address)), ("waiver", "nộp bản giấy")];
    board.post(&format!("{address}/trinh"), &fields).is(303);
    let paper = decision(test, "1842/QĐ-UBND", "20/12/2023");
    let fields = [("version", &*version(test, address)), ("paper", &*paper)];
    board.post(&format!("{address}/quyet-dinh"), &fields).is(303);
}

on_both_engines! {
    fn what_is_missing_is_said_and_cannot_be_passed_over(engine: Engine) {
        let test = TestApp::new(engine);
        all_but(&test, SO_TOR, &["17"]);
        let address = opened(&test, SO_TOR);
        let board = test.browser(Role::ProgrammeBoard);
        let page = board.get(&address);
        page.is(200).shows("Đang chuẩn bị").shows("Đạt 18/19 tiêu chí").shows("Còn thiếu");
        page.shows("Chưa có số liệu được chấp thuận (1): 17").shows("Thiếu giấy tờ: Tờ trình");
        page.shows("Chủ tịch Ủy ban nhân dân huyện").shows("Chưa kiểm chứng").hides("to-trinh<");
        board.get(&format!("{address}/trinh")).shows("Chưa trình được").hides("name=\"waiver\"")
            .hides("Sau khi trình, kết quả");
        let fields = [("version", &*version(&test, &address)), ("waiver", "cứ trình")];
        let no = board.post(&format!("{address}/trinh"), &fields);
        no.is(409).shows("còn thiếu: số liệu được chấp thuận của 17");
        let english = format!("{address}/trinh?lang=en");
        board.post(&english, &fields).is(409).shows("this is missing: accepted figures of 17.");
        board.get(&address).shows("Đang chuẩn bị");
    }

    fn a_dossier_goes_its_way_and_keeps_what_the_figures_came_to(engine: Engine) {
        let test = TestApp::new(engine);
        all_but(&test, SO_TOR, &[]);
        let address = opened(&test, SO_TOR);
        let board = test.browser(Role::ProgrammeBoard);
        // A paper is a file or one of the registry, and one of the two is wanted.
        let part = format!("{address}/giay-to/bien-ban");
        board.get(&part).is(200).shows("Biên bản họp thôn, làng");
        board.post_file(&part, &[("note", "họp ngày 17/12")], ("other", "", b"")).is(422)
            .shows("Hãy chọn một văn bản").shows("họp ngày 17/12");
        let bad = ("file", "x.html", "<!doctype html>".as_bytes());
        board.post_file(&part, &[], bad).is(422);
        board.post_file(&part, &[], MINUTES).is(303);
        board.get(&address).shows("bien-ban.txt").hides("Thiếu giấy tờ: Biên bản");
        board.get(&format!("{address}/giay-to/khong-co")).is(404);
        // What a person may let pass wants a reason.
        let now = version(&test, &address);
        let no = board.post(&format!("{address}/trinh"), &[("version", &*now)]);
        no.is(422).shows("Hồ sơ còn thiếu: Tờ trình").shows("name=\"waiver\"");
        let fields = [("version", &*now), ("waiver", "tờ trình nộp bản giấy")];
        board.post(&format!("{address}/trinh"), &fields).is(303);
        board.get(&address).shows("Đã trình").shows("tờ trình nộp bản giấy");
        // Closed: no paper comes or goes, and a second submission meets a no.
        board.post_file(&part, &[], MINUTES).is(409);
        board.post(&format!("{address}/trinh"), &fields).is(409);
        let back = format!("{address}/tra-lai");
        let now = version(&test, &address);
        board.post(&back, &[("version", &*now), ("reason", " ")]).is(422).shows("chưa được điền");
        board.post(&back, &[("version", "1"), ("reason", "thiếu ảnh")]).is(409);
        board.post(&back, &[("version", &*now), ("reason", "thiếu ảnh")]).is(303);
        board.get(&address).shows("Bị trả lại vì:").shows("thiếu ảnh");
        board.get("/ban-lam-viec").shows("Hồ sơ công nhận bị trả lại: Sơ Tor");
        recognised(&test, &address);
        let page = board.get(&address);
        page.shows("Đã công nhận").shows("1842/QĐ-UBND").shows("Quyết định không nêu thời hạn");
        // Until when it holds nobody has read; the page says so, and what a person enters.
        page.shows("Công nhận có giá trị đến khi nào").shows("Chưa rõ công nhận có giá trị bao lâu");
        page.shows("Chưa tìm thấy quy định của tỉnh về thời hạn").shows("Chưa kiểm chứng");
        page.shows("chưa có quy định khi nào phải xem xét thu hồi");
        board.get("/cong-nhan?dv=23668-01").shows("Đã công nhận");
        board.get("/cong-nhan?dv=23668-05").hides("Đã công nhận");
    }

    fn what_is_typed_wrong_is_told_at_its_field(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        for (fields, said) in [
            ([("unit", SO_TOR), ("standard", USUAL), ("as_of", "32/12/2023")], "viết chưa đúng"),
            ([("unit", SO_TOR), ("standard", USUAL), ("as_of", "")], "chưa được điền"),
            ([("unit", SO_TOR), ("standard", USUAL), ("as_of", "21/12/2023")], "chưa tới"),
            ([("unit", SO_TOR), ("standard", "x"), ("as_of", "20/12/2023")], "chưa được điền"),
            ([("unit", "1"), ("standard", USUAL), ("as_of", "20/12/2023")], "phù hợp với bộ"),
            ([("unit", SO_TOR), ("standard", OF_COMMUNE), ("as_of", "20/12/2023")], "phù hợp với"),
            ([("unit", COMMUNE), ("standard", USUAL), ("as_of", "20/12/2023")], "phù hợp với bộ"),
        ] {
            let page = board.post("/cong-nhan/lap", &fields);
            page.is(422).shows(&format!("value=\"{}\"", fields[2].1));
            assert!(page.text.contains(said), "{fields:?} without “{said}”: {}", page.text);
        }
        let address = opened(&test, SO_TOR);
        let again = [("unit", SO_TOR), ("standard", USUAL), ("as_of", "20/12/2023")];
        board.post("/cong-nhan/lap", &again).is(409).shows("đang có một hồ sơ");
        board.post(&format!("{address}/ngay"), &[("version", "1"), ("as_of", "x")]).is(422);
        board.post(&format!("{address}/ngay"), &[("version", "1"), ("as_of", "1/12/2023")]).is(303);
        board.get(&address).shows("01/12/2023");
        let none = [("version", "2"), ("reason", "lập nhầm")];
        board.post(&format!("{address}/rut"), &none).is(303);
        board.get(&address).shows("Đã rút vì:");
        board.post("/cong-nhan/lap", &again).is(303);
    }

    fn only_a_decision_of_the_registry_recognises(engine: Engine) {
        let test = TestApp::new(engine);
        all_but(&test, SO_TOR, &[]);
        let address = opened(&test, SO_TOR);
        let board = test.browser(Role::ProgrammeBoard);
        let form = format!("{address}/quyet-dinh");
        board.get(&form).is(409);
        let fields = [("version", &*version(&test, &address)), ("waiver", "nộp bản giấy")];
        board.post(&format!("{address}/trinh"), &fields).is(303);
        let now = version(&test, &address);
        let early = decision(&test, "1/QĐ-UBND", "19/12/2023");
        let good = decision(&test, "2/QĐ-UBND", "20/12/2023");
        board.get(&form).is(200).shows("2/QĐ-UBND").hides("1/QĐ-UBND");
        for (paper, valid_to, said) in [
            ("", "", "chưa được điền"),
            ("khong-co", "", "Không có văn bản này"),
            (&*early, "", "từ ngày 20/12/2023 trở đi"),
            (&*good, "19/12/2023", "từ ngày 20/12/2023 trở đi"),
            (&*good, "hôm nào", "viết chưa đúng"),
        ] {
            let fields = [("version", &*now), ("paper", paper), ("valid_to", valid_to)];
            board.post(&form, &fields).is(422).shows(said);
        }
        let fields = [("version", &*now), ("paper", &*good), ("valid_to", "20/01/2024")];
        board.post(&form, &fields).is(303);
        board.post(&form, &fields).is(409);
        // It ends within the days in which that is spoken of; the last day belongs to it.
        board.get("/ban-lam-viec").shows("Công nhận hết giá trị: Sơ Tor");
        let test = test.later("2024-01-20T02:00:00Z");
        test.browser(Role::CriteriaOfficer).get(&address).shows("Đã công nhận");
        let test = test.later("2024-01-21T02:00:00Z");
        let page = test.browser(Role::CriteriaOfficer).get(&address);
        page.shows("Quyết định công nhận nêu ngày cuối là 20/01/2024");
        page.shows("Hết thời hạn công nhận").shows("đã hết giá trị sau ngày 20/01/2024");
    }

    fn figures_that_fall_are_a_question_and_a_revocation_keeps_the_past(engine: Engine) {
        let test = TestApp::new(engine);
        all_but(&test, SO_TOR, &[]);
        let address = opened(&test, SO_TOR);
        recognised(&test, &address);
        let officer = test.browser(Role::CriteriaOfficer);
        officer.get("/cong-nhan").hides("không còn đạt chuẩn");
        let test = test.later("2024-12-10T02:00:00Z");
        let standard = test.app.catalog.standard(USUAL).unwrap().clone();
        accept(&test, SO_TOR, USUAL, standard.indicator("10").unwrap(), "2024", false);
        let officer = test.browser(Role::CriteriaOfficer);
        let board = test.browser(Role::ProgrammeBoard);
        officer.get("/ban-lam-viec").shows("Đã công nhận nhưng không còn đạt chuẩn: Sơ Tor");
        let page = officer.get("/cong-nhan");
        page.shows("1/19 tiêu chí không còn đạt (10. Thu nhập)").shows("chưa có quy định thu hồi");
        officer.get(&address).shows("số liệu không tự thu hồi").shows("Đạt 19/19 tiêu chí");
        officer.get(&format!("{address}/thu-hoi")).is(403);
        let form = format!("{address}/thu-hoi");
        let paper = decision(&test, "77/QĐ-UBND", "09/12/2024");
        let now = version(&test, &address);
        let fields = [("version", &*now), ("paper", &*paper), ("reason", "")];
        board.post(&form, &fields).is(422).shows("chưa được điền");
        let fields = [("version", &*now), ("paper", &*paper), ("reason", "thu nhập giảm hai năm")];
        board.post(&form, &fields).is(303);
        let page = board.get(&address);
        page.shows("Đã thu hồi").shows("1842/QĐ-UBND").shows("77/QĐ-UBND").shows("thu nhập giảm");
        board.post(&form, &fields).is(409);
        officer.get("/ban-lam-viec").hides("không còn đạt chuẩn");
        let id = address.rsplit('/').next().unwrap();
        let found = recognition::find(&test.app, &test.person(Role::Auditor), id).unwrap();
        let day = |text: &str| text.parse::<Date>().unwrap();
        let holds = |on: &str| found.holds_on(day(on));
        assert_eq!([holds("2023-12-19"), holds("2023-12-20")], [false, true]);
        assert_eq!([holds("2024-12-08"), holds("2024-12-09")], [true, false]);
    }

    fn a_village_sees_its_own_and_others_do_not(engine: Engine) {
        let test = TestApp::new(engine);
        let address = opened(&test, SO_TOR);
        let head = |village: &str| test.person_of(Role::VillageHead, village);
        test.browser_of(&head(SO_TOR)).get(&address).is(200).hides("Đính kèm");
        test.browser_of(&head("23668-05")).get(&address).is(403);
        test.browser_of(&head("23668-05")).get("/cong-nhan").is(200).hides(&address);
        let auditor = test.browser(Role::Auditor);
        auditor.get(&address).is(200).hides("Trình hồ sơ");
        // A file is read with its dossier.
        let board = test.browser(Role::ProgrammeBoard);
        board.post_file(&format!("{address}/giay-to/khac"), &[], MINUTES).is(303);
        let page = board.get(&address);
        let file = page.text.split("/cong-nhan/tep/").nth(1).unwrap().split('"').next().unwrap();
        let file = format!("/cong-nhan/tep/{file}");
        assert_eq!(board.get(&file).bytes, MINUTES.2);
        test.browser_of(&head("23668-05")).get(&file).is(403);
        // Taken off, it is no longer among the papers; the history still tells.
        let taken = page.text.split("/go/").nth(1).unwrap().split('"').next().unwrap();
        board.post(&format!("{address}/go/{taken}"), &[]).is(303);
        board.get(&address).hides(&file).shows("bien-ban.txt");
    }

    fn a_commune_has_figures_and_conditions_of_its_own(engine: Engine) {
        let test = TestApp::new(engine);
        let standard = test.app.catalog.standard(OF_COMMUNE).unwrap().clone();
        for line in standard.lines() {
            accept(&test, COMMUNE, OF_COMMUNE, line, "2023", line.code != "khong-no-dong");
        }
        let board = test.person(Role::ProgrammeBoard);
        let page = test.browser_of(&board).get(&format!("/tieu-chi/{COMMUNE}?bo={OF_COMMUNE}"));
        page.is(200).shows("Điều kiện công nhận").shows("Không có nợ đọng xây dựng cơ bản");
        let as_of = test.app.today();
        let new = New { unit: COMMUNE, standard: OF_COMMUNE, as_of };
        let id = recognition::open(&test.app, &board, &new).unwrap();
        let found = recognition::dossier(&test.app, &board, &id).unwrap();
        assert_eq!(found.examination.verdict, Verdict::No);
        let refusing = &found.examination.refusing;
        let of_debt = |(_, fact): &(&str, String)| fact == "khong-no-dong";
        let debt = refusing.iter().filter(|one| one.facts.iter().any(of_debt));
        assert_eq!(debt.count(), 1, "{refusing:#?}");
        let page = test.browser_of(&board).get(&format!("/cong-nhan/{id}"));
        page.shows("Chưa đạt: Không có nợ đọng xây dựng cơ bản").hides("khong-no-dong.");
        // No village enters the commune's figures.
        let (unit, standard, period) = (COMMUNE, OF_COMMUNE, "2023");
        let key = Key { unit, standard, indicator: "khong-no-dong", period };
        let head = test.person_of(Role::VillageHead, SO_TOR);
        assert!(matches!(standards::find(&test.app, &head, &key), Err(Refusal::Forbidden)));
        let page = test.browser_of(&board).get(&format!("/cong-nhan/{id}"));
        page.is(200).shows("Chủ tịch Ủy ban nhân dân tỉnh");
    }

    fn what_nobody_has_read_refuses_nothing(engine: Engine) {
        let test = TestApp::new(engine).later("2026-12-20T02:00:00Z");
        let set = "xa-ntm-2026-2030";
        let standard = test.app.catalog.standard(set).unwrap().clone();
        for line in standard.lines().filter(|line| line.code != "hai-long") {
            accept(&test, COMMUNE, set, line, "2026", !line.criterion.is_empty());
        }
        let board = test.person(Role::ProgrammeBoard);
        let new = New { unit: COMMUNE, standard: set, as_of: test.app.today() };
        let id = recognition::open(&test.app, &board, &new).unwrap();
        let page = test.browser_of(&board).get(&format!("/cong-nhan/{id}/trinh"));
        // Nobody knows which conditions, papers and indicators there are: all is a person's to decide.
        page.is(200).hides("Bắt buộc phải có").shows("kiểm chứng: Tỷ lệ hài lòng của người dân");
        page.shows("chưa kiểm chứng: Không có nợ đọng");
        page.shows("Chưa ai kết luận: 2. Hạ tầng").shows("chưa có quy định hồ sơ gồm những gì");
        let fields = [("version", "1"), ("waiver", "")];
        let no = test.browser_of(&board).post(&format!("/cong-nhan/{id}/trinh"), &fields);
        no.is(422).shows("danh mục giấy tờ của hồ sơ (chưa có quy định, cán bộ tự xác định)");
        let english = format!("/cong-nhan/{id}/trinh?lang=en");
        test.browser_of(&board).post(&english, &fields).is(422).shows("no rule is known");
    }

    fn two_at_once_open_one_dossier(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.person(Role::ProgrammeBoard);
        let as_of = test.app.today();
        let new = New { unit: SO_TOR, standard: USUAL, as_of };
        let results: Vec<_> = std::thread::scope(|scope| {
            let open = || scope.spawn(|| recognition::open(&test.app, &board, &new).is_ok());
            let all: Vec<_> = (0..4).map(|_| open()).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(results.iter().filter(|done| **done).count(), 1, "{results:?}");
        assert_eq!(recognition::list(&test.app, &board, None).unwrap().len(), 1);
    }

    fn the_example_recognises_so_tor(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let all = recognition::list(&test.app, &board, None).unwrap();
        let [waiting] = &all[..] else { panic!("one: {all:?}") };
        assert_eq!(waiting.state, State::Preparing);
        let page = test.browser_of(&board).get(&format!("/cong-nhan/{}", waiting.id));
        page.shows("04/BB-ST").shows("Còn thiếu").shows("17. Môi trường");
        let test = TestApp::whole_example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let all = recognition::list(&test.app, &board, None).unwrap();
        let [done] = &all[..] else { panic!("one: {all:?}") };
        assert_eq!((done.state, &done.waiver), (State::Recognised, &None));
        assert_eq!(done.decided_on, Some("2023-12-29".parse().unwrap()));
        let page = test.browser_of(&board).get(&format!("/cong-nhan/{}", done.id));
        page.shows("Đạt 19/19 tiêu chí").shows("1842/QĐ-UBND");
        page.shows("142/TTr-UBND").shows("211/BC-UBND");
        // The sheet says who recognised whom, by which decision; it is read as it was printed.
        let address = format!("/cong-nhan/{}/bang-cong-nhan.pdf", done.id);
        let sheet = test.browser_of(&board).get(&address);
        let source = chungsuc_press::read::source(&sheet.is(200).bytes, "a.pdf").unwrap();
        let said = source.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let decider = "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN KBANG";
        for words in [decider, "CÔNG NHẬN", "1842/QĐ-UBND", "19/19"] {
            assert!(said.contains(words), "without {words}: {said}");
        }
        assert!(!said.contains("sổ vàng"), "{said}");
    }
}
