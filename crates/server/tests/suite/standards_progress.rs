//! Who has sent, who is late, and who is reminded.

use chungsuc_server::access::Role;
use chungsuc_server::features::standards::grid::GridKey;
use chungsuc_server::features::standards::progress;
use chungsuc_server::features::standards::{self};

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const PROGRESS: &str = "/tieu-chi/tien-do?bo=lang-ntm-gia-lai&ky=2023";
const KEY: GridKey<'static> = GridKey { standard: USUAL, period: "2023" };

/// The head of Sơ Tor enters all nineteen and sends them.
fn send_everything(test: &TestApp) {
    use chungsuc_domain::standard::IndicatorKind::{Amount, Count, Ratio, YesNo};
    let head = test.person_of(Role::VillageHead, SO_TOR);
    let indicators = test.app.catalog.standard(USUAL).unwrap().indicators();
    let mut fields = vec![("measured_on".to_owned(), "01/12/2023".to_owned())];
    fields.extend(indicators.iter().map(|one| {
        let typed = match one.kind {
            YesNo => "đạt",
            Ratio => "9/10",
            Amount | Count => "41,8",
        };
        (format!("{SO_TOR}/{}/0/", one.code), typed.to_owned())
    }));
    let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    test.browser_of(&head).post("/tieu-chi/nhap?bo=lang-ntm-gia-lai&ky=2023", &fields).is(303);
    let values = standards::values(&test.app, &head, SO_TOR, USUAL).unwrap();
    standards::send_all(&test.app, &head, &values).unwrap();
}

on_both_engines! {
    fn exactly_those_who_have_not_sent_are_reminded(engine: Engine) {
        let test = TestApp::new(engine);
        send_everything(&test);
        let officer = test.browser(Role::CriteriaOfficer);
        let page = officer.get(PROGRESS);
        page.is(200).shows("hết ngày 31/12/2023, ngày cuối của kỳ").shows("19/19 (100 %)");
        page.shows("0/19 (0 %)").shows("Nhắc 8 làng chưa gửi đủ");
        officer.post("/tieu-chi/tien-do/nhac?bo=lang-ntm-gia-lai&ky=2023", &[]).is(303);
        officer.get(PROGRESS).shows("20/12/2023").hides("Nhắc 8 làng");
        let desk = |village: &str| {
            test.browser_of(&test.person_of(Role::VillageHead, village)).get("/ban-lam-viec")
        };
        desk("23668-05").shows("Được nhắc gửi số liệu: Leng còn 19 tiêu chí chưa gửi");
        desk("23668-05").shows("31/12/2023").shows("lang=23668-05");
        desk(SO_TOR).hides("Được nhắc gửi số liệu");
        officer.get("/ban-lam-viec").hides("Được nhắc gửi số liệu");
        // The same day nobody is reminded twice; the next day again, and only who still owes.
        let by = test.person(Role::CriteriaOfficer);
        assert_eq!(progress::remind(&test.app, &by, KEY).unwrap(), 0);
        let test = test.later("2023-12-21T02:00:00Z");
        assert_eq!(progress::remind(&test.app, &by, KEY).unwrap(), 8);
    }

    fn a_reminder_goes_when_everything_is_sent(engine: Engine) {
        let test = TestApp::new(engine);
        let by = test.person(Role::CriteriaOfficer);
        assert_eq!(progress::remind(&test.app, &by, KEY).unwrap(), 9);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get("/ban-lam-viec").shows("Sơ Tor còn 19 tiêu chí chưa gửi");
        send_everything(&test);
        head.get("/ban-lam-viec").hides("Được nhắc gửi số liệu");
    }

    fn the_day_that_an_officer_sets_says_who_was_on_time(engine: Engine) {
        let test = TestApp::new(engine);
        send_everything(&test);
        let officer = test.browser(Role::CriteriaOfficer);
        let set = |due, version| {
            let fields = [("due", due), ("version", version)];
            officer.post("/tieu-chi/tien-do/han?bo=lang-ntm-gia-lai&ky=2023", &fields)
        };
        set("31/02/2023", "0").is(422).shows("Ngày này không có").shows("31/02/2023");
        set("19/12/2023", "0").is(303);
        let page = officer.get(PROGRESS);
        page.shows("hết ngày 19/12/2023, do cán bộ đặt").shows("Quá hạn");
        page.shows("19/19 (100 %)").shows("0/19 (0 %)");
        set("20/12/2023", "0").is(409);
        set("20/12/2023", "1").is(303);
        officer.get(PROGRESS).hides("Quá hạn");
        let by = test.person(Role::CriteriaOfficer);
        let found = progress::progress(&test.app, &by, KEY).unwrap();
        let own = found.villages.iter().find(|village| village.unit.code == SO_TOR).unwrap();
        assert_eq!((own.sent, own.on_time, own.total), (19, 19, 19), "the last day counts");
        // A figure that was given back is missing again; that it came in time stays true.
        let values = standards::values(&test.app, &by, SO_TOR, USUAL).unwrap();
        let judged = standards::Judged {
            id: values[0].id.clone(),
            version: values[0].version,
            judgement: standards::Judgement::Back { reason: "thiếu ảnh".to_owned() },
        };
        standards::judge(&test.app, &by, &[judged]).unwrap();
        let found = progress::progress(&test.app, &by, KEY).unwrap();
        let own = found.villages.iter().find(|village| village.unit.code == SO_TOR).unwrap();
        assert_eq!((own.sent, own.on_time), (18, 19));
    }

    fn the_list_is_for_who_judges_in_the_whole_commune(engine: Engine) {
        let test = TestApp::new(engine);
        test.browser_of(&test.person_of(Role::CriteriaOfficer, SO_TOR)).get(PROGRESS).is(403);
        test.browser(Role::CriteriaOfficer).get("/tieu-chi/tien-do?ky=2023-H9").is(404);
        test.browser(Role::ProgrammeBoard).get(PROGRESS).is(200);
    }
}
