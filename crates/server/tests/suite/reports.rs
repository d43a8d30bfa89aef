//! Reports: what a movement owes, figures that are counted until they are sent and then stay.

use chungsuc_domain::{ContributionKind, Decimal, Measure, Vnd};
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::contributions::{self, Giver, NewContribution};
use chungsuc_server::features::movements::{self, Movement};
use chungsuc_server::features::reports::{
    self, Calendar, DayOfYear, Figures, Line, Narrative, Report, ReportKind, Sending, State,
};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

fn movement(test: &TestApp, by: &Person) -> Movement {
    movements::current(&test.app, by).unwrap().unwrap()
}

fn lines(test: &TestApp, by: &Person) -> Vec<Line> {
    reports::list(&test.app, by, &movement(test, by)).unwrap()
}

/// The report on 2023, a draft on the example's day.
fn draft(test: &TestApp, by: &Person) -> Report {
    let all = lines(test, by).into_iter().filter_map(|line| line.report);
    all.into_iter().find(|report| report.state == State::Draft).unwrap()
}

fn sum(figures: &Figures, measure: Measure) -> i64 {
    let of = figures.gifts.iter().filter(|gift| gift.quantity.unit == measure);
    of.map(|gift| gift.quantity.amount.thousandths() / 1_000).sum()
}

fn give(test: &TestApp, dong: i64) {
    let accountant = test.person(Role::Accountant);
    let new = NewContribution {
        village: SO_TOR.into(),
        giver: Giver::Free("Người con xa quê".into()),
        kind: ContributionKind::Money,
        quantity: Decimal::from_thousandths(dong * 1_000),
        measure: Measure::Dong,
        given_on: "2023-12-15".parse().unwrap(),
        purpose: "Đường ra giọt nước".into(),
        receipt: "PT-99".into(),
        public_name: false,
    };
    let movement = movement(test, &accountant).id;
    contributions::record(&test.app, &accountant, &movement, &new).unwrap();
}

fn sending() -> Sending {
    Sending {
        number: None,
        symbol: "BC-BQL".into(),
        signer_post: "TM. Ban quản lý\nTrưởng ban".into(),
        signer_name: "Đinh Brưih".into(),
    }
}

#[derive(serde::Deserialize)]
struct Told {
    report: Vec<ToldReport>,
}

#[derive(serde::Deserialize)]
struct ToldReport {
    code: String,
    kind: String,
    from: String,
    due: String,
    sent_on: String,
    figures_to: String,
    money_vnd: i64,
    labour_days: i64,
    land_m2: i64,
}

on_both_engines! {
    fn the_example_reports_what_its_ledger_holds(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let told: Told =
            toml::from_str(include_str!("../../../../examples/to-tung/reports.toml")).unwrap();
        let lines = lines(&test, &board);
        assert_eq!(lines.len(), told.report.len());
        for one in told.report {
            let kind = ReportKind::from_code(&one.kind).unwrap();
            let from = one.from.parse().unwrap();
            let is = |line: &&Line| line.expected.kind == kind && line.expected.period.from() == from;
            let report = lines.iter().find(is).unwrap().report.as_ref().unwrap();
            assert_eq!(report.state, State::Sent, "{}", one.code);
            assert_eq!(report.due.to_string(), one.due, "{}", one.code);
            assert_eq!(report.sent_on.unwrap().to_string(), one.sent_on, "{}", one.code);
            assert_eq!(report.counted.to().to_string(), one.figures_to, "{}", one.code);
            let figures = reports::figures(&test.app, &board, report).unwrap();
            let counted =
                [Measure::Dong, Measure::LabourDay, Measure::SquareMetre].map(|it| sum(&figures, it));
            assert_eq!(counted, [one.money_vnd, one.labour_days, one.land_m2], "{}", one.code);
        }
    }

    fn a_village_that_reached_its_target_stands_in_the_year_s_report(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let of = |kind, year: i16| {
            let mut all = lines(&test, &board).into_iter().filter_map(|line| line.report);
            let report = all.find(|one| one.kind == kind && one.period.to().year() == year).unwrap();
            reports::figures(&test.app, &board, &report).unwrap()
        };
        let so_tor = |figures: &Figures| {
            figures.villages.iter().find(|one| one.code == SO_TOR).cloned().unwrap()
        };
        // At the end of 2023 eighteen of nineteen criteria were accepted, the last one in January.
        let (then, later) = (of(ReportKind::Year, 2023), of(ReportKind::Year, 2024));
        assert_eq!(then.targets[0].reached(), Some(so_tor(&then).stands()));
        assert_eq!(later.targets[0].reached(), Some(true));
        assert!(so_tor(&later).stands());
        assert_eq!(later.targets[1].reached(), None, "no standard, no verdict");
        let first = of(ReportKind::Year, 2022);
        assert_eq!(so_tor(&first).before, None, "nothing was known before 2022: not zero");
        assert!(so_tor(&then).before.is_some_and(|met| met < so_tor(&then).met));
        // Decided after the report of its year was closed: the report of the next year has it.
        assert!(first.decisions.is_empty());
        let numbers: Vec<_> = then.decisions.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(numbers, ["312/QĐ-UBND"]);
        assert_eq!(of(ReportKind::Closing, 2025).decisions.len(), 2);
    }

    fn a_draft_moves_with_the_data_and_a_sent_report_does_not(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let id = draft(&test, &board).id;
        let money = || {
            let report = reports::find(&test.app, &board, &id).unwrap();
            sum(&reports::figures(&test.app, &board, &report).unwrap(), Measure::Dong)
        };
        let before = money();
        give(&test, 500_000);
        assert_eq!(money(), before + 500_000);
        let version = reports::find(&test.app, &board, &id).unwrap().version;
        reports::send(&test.app, &board, &id, version, &sending()).unwrap();
        give(&test, 700_000);
        assert_eq!(money(), before + 500_000);
        let sent = reports::find(&test.app, &board, &id).unwrap();
        let narrative = Narrative {
            figures_from: sent.counted.from(),
            figures_to: sent.counted.to(),
            results: "Khác".into(),
            difficulties: "Khác".into(),
            next_steps: "Khác".into(),
        };
        let changed = reports::write(&test.app, &board, &id, sent.version, &narrative);
        assert!(matches!(changed, Err(Refusal::Rule(_))));
        let again = reports::send(&test.app, &board, &id, sent.version, &sending());
        assert!(matches!(again, Err(Refusal::Rule(_))));
    }

    fn a_draft_opens_for_those_who_may_read_every_figure_in_it(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let id = draft(&test, &board).id;
        let address = format!("/bao-cao/{id}");
        for role in [Role::ProgrammeBoard, Role::Chairman, Role::Accountant, Role::Auditor] {
            test.browser(role).get(&address).is(200).shows("Bản nháp");
        }
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&address).is(403);
        head.get(&format!("{address}/bao-cao.docx")).is(403);
        head.get("/bao-cao").is(200).shows("Báo cáo năm 2023").hides(&address);
        for role in [Role::CriteriaOfficer, Role::CultureCentre, Role::CouncilMember] {
            test.browser(role).get(&address).is(403);
        }
        let version = reports::find(&test.app, &board, &id).unwrap().version;
        reports::send(&test.app, &board, &id, version, &sending()).unwrap();
        head.get(&address).is(200).shows("Đã gửi").hides("href=\"/nguon-luc?loai");
    }

    fn a_report_is_begun_written_and_sent_by_the_board(engine: Engine) {
        let test = TestApp::example(engine).later("2024-06-15T02:00:00Z");
        let browser = test.browser(Role::ProgrammeBoard);
        let movement = movement(&test, &test.person(Role::ProgrammeBoard)).id;
        let half = [("movement", movement.as_str()), ("kind", "half_year"), ("from", "2024-01-01")];
        browser.get("/bao-cao").is(200).shows("Bắt đầu viết").shows("20/06/2024");
        let write = browser.post("/bao-cao/lap", &half).is(303).leads_to().to_owned();
        browser.post("/bao-cao/lap", &half).is(409).shows("đã có người bắt đầu viết");
        let page = browser.get(&write);
        page.is(200).shows("value=\"15/06/2024\"").shows("Báo cáo 6 tháng đầu năm 2024");
        page.shows("value=\"19/12/2023\"");
        let text = |day, results| {
            vec![
                ("version", "1"),
                ("figures_from", "19/12/2023"),
                ("figures_to", day),
                ("results", results),
                ("difficulties", "Không có"),
                ("next_steps", "Họp Hội đồng"),
            ]
        };
        for day in ["16/6/2024", "31/12/2023", "31/6/2024", ""] {
            browser.post(&write, &text(day, "Đã làm")).is(422).shows("Đã làm").shows("Họp Hội đồng");
        }
        let mut gap = text("14/6/2024", "Đã làm");
        gap[1] = ("figures_from", "2/1/2024");
        browser.post(&write, &gap).is(422).shows("có ngày bị bỏ sót");
        let record = browser.post(&write, &text("14/6/2024", "")).is(303).leads_to().to_owned();
        let stale = browser.post(&write, &text("14/6/2024", "Viết đè"));
        stale.is(409).shows("Người khác vừa sửa");
        let send = format!("{record}/gui");
        let form = |number, symbol, version| {
            vec![
                ("version", version),
                ("number", number),
                ("symbol", symbol),
                ("signer_post", "TM. Ban quản lý\nTrưởng ban"),
                ("signer_name", "Đinh Brưih"),
            ]
        };
        browser.post(&send, &form("19", "BC-BQL", "2")).is(409).shows("còn mục chưa viết");
        let mut whole = text("14/6/2024", "Đã làm");
        whole[0] = ("version", "2");
        browser.post(&write, &whole).is(303);
        browser.post(&send, &form("nhiều", "BC-BQL", "3")).is(422).shows("số nguyên");
        browser.post(&send, &form("0", "BC-BQL", "3")).is(422);
        browser.post(&send, &form("19", "19/BC", "3")).is(422).shows("dấu gạch chéo");
        let mut nobody = form("19", "BC-BQL", "3");
        nobody[3] = ("signer_post", "TM. Ban quản lý\nTL. Trưởng ban\nPhó Trưởng ban");
        browser.post(&send, &nobody).is(422).shows("“TL. Trưởng ban” không đứng được");
        nobody[3] = ("signer_post", "KT. Trưởng ban");
        browser.post(&send, &nobody).is(422).shows("chưa cho biết ai ký");
        browser.post(&send, &form("19", "BC-BQL", "3")).is(303);
        browser.get(&record).shows("19/BC-BQL").shows("15/06/2024").hides("Viết báo cáo");
        browser.get(&send).is(409).shows("đã gửi");
        browser.get("/van-ban").shows("19/BC-BQL");
    }

    fn only_what_is_owed_and_has_begun_can_be_written(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let movement = movement(&test, &board).id;
        let begin = |by: &Person, kind, from: &str| {
            reports::begin(&test.app, by, &movement, kind, from.parse().unwrap())
        };
        let early = begin(&board, ReportKind::HalfYear, "2024-01-01");
        assert!(matches!(early, Err(Refusal::Rule(_))));
        let not_owed = begin(&board, ReportKind::HalfYear, "2021-01-01");
        assert!(matches!(not_owed, Err(Refusal::NotFound)), "it had ended before the plan was signed");
        let chairman = begin(&test.person(Role::Chairman), ReportKind::Closing, "2021-01-01");
        assert!(matches!(chairman, Err(Refusal::Forbidden)));
        let closing = begin(&board, ReportKind::Closing, "2021-01-01");
        assert!(matches!(closing, Err(Refusal::Rule(_))), "a movement is closed in its last year");
    }

    fn due_days_are_set_by_the_board_and_empty_means_the_last_day(engine: Engine) {
        let test = TestApp::example(engine);
        let browser = test.browser(Role::ProgrammeBoard);
        let board = test.person(Role::ProgrammeBoard);
        browser.get("/bao-cao/han").is(200).shows("value=\"20/06\"").shows("value=\"12/12\"");
        let days = |half_year, version| {
            vec![("half_year_due", half_year), ("year_due", "20/12"), ("closing_due", ""), ("version", version)]
        };
        browser.post("/bao-cao/han", &days("29/2", "1")).is(422).shows("29/2").shows("có trong mọi năm");
        browser.post("/bao-cao/han", &days("25/6", "1")).is(303);
        browser.post("/bao-cao/han", &days("26/6", "1")).is(409);
        let due = |kind, year: i16| {
            let is = |line: &Line| line.expected.kind == kind && line.due().year() == year;
            lines(&test, &board).into_iter().find(is).unwrap().due().to_string()
        };
        assert_eq!(due(ReportKind::HalfYear, 2024), "2024-06-25");
        assert_eq!(due(ReportKind::HalfYear, 2023), "2023-06-20", "a report that was begun keeps its day");
        assert_eq!(due(ReportKind::Closing, 2025), "2025-12-31");
    }

    fn a_report_sent_late_says_so(engine: Engine) {
        let test = TestApp::example(engine);
        let page = test.browser(Role::Auditor).get("/bao-cao");
        page.is(200).shows("gửi sau hạn").shows("23/06/2023").shows("0601.N/BNV-TĐKT");
        page.hides("Bắt đầu viết").hides("Đặt hạn");
    }

    fn every_report_can_be_fetched_as_a_document(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let browser = test.browser_of(&auditor);
        for line in lines(&test, &auditor) {
            let id = line.report.unwrap().id;
            let page = browser.get(&format!("/bao-cao/{id}/bao-cao.docx"));
            page.is(200);
            assert!(page.bytes.starts_with(b"PK"), "a packed document");
        }
    }
}
