//! Trying another standard or other thresholds: what would come of it, and that nothing is written.

use std::collections::BTreeMap;
use std::path::Path;

use chungsuc_domain::standard::Outcome;
use chungsuc_server::access::Role;
use chungsuc_server::features::standards::simulation::{Trial, try_out};

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const OLD: &str = "xa-ntm-2021-2025";
const NEW: &str = "xa-ntm-2026-2030";

/// Every table of the schema with its rows, as text, in an order of their own; sessions are technical.
fn everything(test: &TestApp) -> BTreeMap<String, Vec<String>> {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    let mut tables = BTreeMap::new();
    for entry in std::fs::read_dir(schema).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for table in text.split("CREATE TABLE ").skip(1) {
            let (name, columns) = table.split_once('(').unwrap();
            let name = name.trim().to_owned();
            // A table that is made anew takes the old one's name in the same file.
            let renamed = name.ends_with("_next");
            if name.starts_with("login_") || renamed || tables.contains_key(&name) {
                continue;
            }
            // The text columns that a table begins with are enough to tell a row, and its version to
            // tell that it was changed.
            let versioned = columns.split(';').next().unwrap().contains(" version ");
            let key = columns.split_whitespace().next().unwrap().to_owned();
            let version = if versioned { "version" } else { "0" };
            let sql = format!(
                "SELECT {key} || ':' || CAST(count(*) AS TEXT) || ':' || \
                 CAST(CAST(sum({version}) AS BIGINT) AS TEXT) FROM {name} GROUP BY {key} ORDER BY {key}"
            );
            let sql: &'static str = Box::leak(sql.into_boxed_str());
            let rows = test.app.read(|r| r.all(sql, &[], |row| row.get::<String>(0)));
            tables.insert(name.clone(), rows.unwrap_or_else(|error| panic!("{name}: {error}")));
        }
    }
    let journal = "SELECT commune || hash FROM journal_head ORDER BY commune";
    let rows = test.app.read(|r| r.all(journal, &[], |row| row.get::<String>(0)));
    tables.insert("journal chain".into(), rows.unwrap());
    tables
}

fn trial<'a>(standard: &'a str, tried: &'a str, region: &'a str) -> Trial<'a> {
    let on = "2023-12-20".parse().unwrap();
    Trial { standard, on, tried, region, year: None, thresholds: Vec::new() }
}

on_both_engines! {
    fn trying_writes_nothing(engine: Engine) {
        let test = TestApp::example(engine);
        let (person, browser) = (test.person(Role::ProgrammeBoard), test.browser(Role::ProgrammeBoard));
        let before = everything(&test);
        assert!(before.len() > 30 && !before["indicator_value"].is_empty());
        for address in [
            format!("/tieu-chi/thu?bo={OLD}"),
            format!("/tieu-chi/thu?bo={OLD}&thu={NEW}&vung=nhom-2"),
            format!("/tieu-chi/thu?bo={OLD}&thu={OLD}&vung=tn&m-10.1=60&dv={COMMUNE}"),
            format!("/tieu-chi/thu?bo={USUAL}&thu={USUAL}&m-2=90&dv={SO_TOR}"),
        ] {
            browser.get(&address).is(200).shows("Xem thử");
        }
        try_out(&test.app, &person, &trial(OLD, NEW, "nhom-1")).unwrap();
        assert_eq!(everything(&test), before);
    }

    fn the_next_standard_is_tried_on_the_figures_of_today(engine: Engine) {
        let test = TestApp::example(engine);
        let auditor = test.person(Role::Auditor);
        let found = try_out(&test.app, &auditor, &trial(OLD, NEW, "nhom-2")).unwrap();
        assert_eq!(found.day, "2026-02-15".parse().unwrap(), "the first day of the tried standard");
        let (commune, simulation) = &found.units[0];
        assert_eq!(commune.code, COMMUNE);
        // 430 of 2,105 workers: enough for 20 per cent, not for 35.
        let change = simulation.changes.iter().find(|one| one.code == "4.x").unwrap();
        assert_eq!((change.now, change.then), (Some(Outcome::Met), Outcome::NotMet));
        let address = format!("/tieu-chi/thu?bo={OLD}&thu={NEW}&vung=nhom-2&dv={COMMUNE}");
        let page = test.browser(Role::Auditor).get(&address);
        page.is(200).shows("≥ 35%").shows("≥ 20%").shows("Tỷ lệ lao động qua đào tạo có bằng cấp")
            .shows("chỉ tiêu của bộ muốn thử mà số liệu hiện có chưa trả lời").shows("Chưa kiểm chứng");
        assert!(page.text.len() < 60_000, "{}", page.text.len());
    }

    fn what_stands_now_is_what_the_standings_say(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        for (set, day) in [(USUAL, "2023-12-31"), (USUAL, "2025-12-31"), (OLD, "2023-12-31")] {
            let day = day.parse().unwrap();
            let same = Trial { on: day, ..trial(set, set, "tn") };
            let found = try_out(&test.app, &auditor, &same).unwrap();
            let standings = chungsuc_server::features::standards::standings(&test.app, &auditor, set, day);
            let standings: Vec<_> =
                standings.unwrap().into_iter().map(|one| (one.unit.code, one.met)).collect();
            let tried: Vec<_> =
                found.units.iter().map(|(unit, it)| (unit.code.clone(), it.now.met)).collect();
            assert_eq!(tried, standings, "{set}");
            assert!(found.units.iter().all(|(_, it)| it.changes.is_empty()), "the same changes nothing");
        }
    }

    fn thresholds_of_ones_own_are_tried_for_villages(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let day = "2023-12-31".parse().unwrap();
        let thresholds = vec![("2".to_owned(), chungsuc_domain::Decimal::parse("75").unwrap())];
        let own = Trial { on: day, thresholds, ..trial(USUAL, USUAL, "") };
        let found = try_out(&test.app, &auditor, &own).unwrap();
        let (_, so_tor) = found.units.iter().find(|(unit, _)| unit.code == SO_TOR).unwrap();
        let change = &so_tor.changes[0];
        assert_eq!((change.code.as_str(), change.now, change.then), ("2", Some(Outcome::Met), Outcome::NotMet));
        assert_eq!((so_tor.now.met, so_tor.then.met), (19, 18));
        let address = format!("/tieu-chi/thu?bo={USUAL}&thu={USUAL}&ngay=31/12/2023&m-2=75&dv={SO_TOR}");
        test.browser(Role::Auditor).get(&address).is(200).shows("mức tự đặt").shows("18/19").shows("value=\"75\"");
    }

    fn what_cannot_be_tried_is_told_at_its_field(engine: Engine) {
        let test = TestApp::example(engine);
        let browser = test.browser(Role::Auditor);
        let wrong = |query: &str, says: &str| {
            browser.get(&format!("/tieu-chi/thu?{query}")).is(422).shows(says);
        };
        wrong(&format!("bo={OLD}&thu={NEW}"), "Hãy chọn vùng");
        wrong(&format!("bo={OLD}&thu={NEW}&vung=nhom-1&nam=2024"), "không có hiệu lực vào cuối năm này");
        wrong(&format!("bo={OLD}&thu={NEW}&vung=nhom-1&nam=hai"), "không có hiệu lực vào cuối năm này");
        wrong(&format!("bo={OLD}&thu={OLD}&ngay=31/02/2023"), "31/02/2023");
        wrong(&format!("bo={OLD}&thu={OLD}&m-9.2=101"), "101 không thể có");
        wrong(&format!("bo={OLD}&thu={OLD}&m-9.2=nhi%E1%BB%81u"), "không phải một con số");
    }

    fn details_of_a_village_are_for_who_may_see_it(engine: Engine) {
        let test = TestApp::example(engine);
        let head = test.browser_of(&test.person_of(Role::VillageHead, "23668-02"));
        let address = |unit: &str| format!("/tieu-chi/thu?bo={USUAL}&thu={USUAL}&m-2=75&dv={unit}");
        head.get(&address("23668-02")).is(200).shows("Chi tiết");
        head.get(&address(SO_TOR)).is(403);
    }
}
