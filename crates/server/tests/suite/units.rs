//! The list of units: imported whole or not at all, and shown with what became of each.

use chungsuc_server::access::Role;
use chungsuc_server::features::units::{self, Imported};
use chungsuc_store::Author;

use crate::harness::*;

const HEAD: &str = "code,name,kind,parent,valid_from,valid_to,successor\n";

fn import(test: &TestApp, rows: &str) -> Imported {
    let author =
        Author { commune: COMMUNE.into(), actor: "system:test".into(), at: NOW.parse().unwrap() };
    units::import(&test.app, &author, format!("{HEAD}{rows}").as_bytes()).unwrap()
}

fn faults(imported: Imported) -> Vec<(u64, &'static str)> {
    match imported {
        Imported::Done(count) => panic!("{count} units were imported"),
        Imported::Faulty(faults) => faults.iter().map(|one| (one.line, one.column)).collect(),
    }
}

on_both_engines! {
    fn a_file_with_faults_changes_nothing_and_names_each(engine: Engine) {
        let test = TestApp::new(engine);
        let rows = "01100,Xã Một,commune,,2025-07-01,,\n\
                    01101,Xã Hai,xã,,2025-07-01,,\n\
                    01102,Xã Ba,commune,,01/07/2025,,\n\
                    01103,Xã Bốn,commune,99999,2025-07-01,,\n\
                    01104,Xã Năm,commune,,2025-07-01,2025-06-30,\n\
                    01100,Xã Sáu,commune,,2025-07-01,,88888\n";
        let expected = [
            (3, "kind"),
            (4, "valid_from"),
            (5, "parent"),
            (6, "valid_to"),
            (7, "code"),
            (7, "successor"),
        ];
        assert_eq!(faults(import(&test, rows)), expected);
        assert!(units::find(&test.app, "01100").unwrap().is_none());
    }

    fn codes_keep_their_zeros_and_children_may_come_first(engine: Engine) {
        let test = TestApp::new(engine);
        let rows = "00123-1,Làng Một,village,00123,2025-07-01,,\n\
                    00123,Xã Một,commune,001,2025-07-01,,\n\
                    001,Tỉnh Một,province,,2025-07-01,,\n";
        assert!(matches!(import(&test, rows), Imported::Done(3)));
        let village = units::find(&test.app, "00123-1").unwrap().unwrap();
        assert_eq!(village.parent.as_deref(), Some("00123"));
        assert!(matches!(import(&test, rows), Imported::Done(3)), "twice is once");
    }

    fn a_file_without_a_column_is_refused(engine: Engine) {
        let test = TestApp::new(engine);
        let author =
            Author { commune: COMMUNE.into(), actor: "system:test".into(), at: NOW.parse().unwrap() };
        let imported = units::import(&test.app, &author, b"code,name\n01,A\n").unwrap();
        assert_eq!(faults(imported), [(1, "kind")]);
    }

    fn a_unit_that_ended_keeps_its_past_and_names_its_successor(engine: Engine) {
        let test = TestApp::new(engine);
        let page = test.browser(Role::Auditor).get("/don-vi/KLK");
        page.is(200).shows("Kông Lơng Khơng").shows("30/06/2025").shows("/don-vi/23668");
        let own = test.browser(Role::Auditor).get("/don-vi/23668");
        own.shows("Sơ Tor").shows("Đồng Tâm");
        own.shows("Kế thừa từ").shows("/don-vi/KLK").hides("nay là");
        test.browser(Role::Auditor).get("/don-vi/00000").is(404);
        test.browser(Role::Auditor).get("/don-vi/tim?ten=so+tor").shows("Sơ Tor");
    }

    fn an_ended_unit_leads_to_what_it_is_today_by_however_many_steps(engine: Engine) {
        let test = TestApp::new(engine).later("2026-01-05T02:00:00Z");
        let rows = "A1,Xã Cũ,commune,,2000-01-01,2010-12-31,A2\n\
                    A2,Xã Giữa,commune,,2011-01-01,2025-06-30,A3;A1\n\
                    A3,Xã Mới,commune,,2025-07-01,,\n";
        assert!(matches!(import(&test, rows), Imported::Done(3)));
        let heirs = |code| {
            let unit = units::find(&test.app, code).unwrap().unwrap();
            let heirs = units::heirs(&test.app, &unit).unwrap();
            heirs.into_iter().map(|heir| heir.code).collect::<Vec<_>>()
        };
        assert_eq!(heirs("A1"), ["A3"], "through a unit that ended too");
        assert_eq!(heirs("A2"), ["A3"], "a circle in the list ends");
        assert!(heirs("A3").is_empty(), "it still is");
        let auditor = test.browser(Role::Auditor);
        auditor.get("/don-vi/A1").shows("Nay là").shows("/don-vi/A3");
        auditor.get("/don-vi/A3").shows("Kế thừa từ").shows("/don-vi/A2").hides("Nay là");
        // Huyện Kbang ended with the districts; its communes lead on to the province of today.
        auditor.get("/don-vi/23668").shows("/don-vi/625").shows("nay là").shows("/don-vi/52");
    }

    fn the_administrator_sees_what_a_file_would_change_before_it_does(engine: Engine) {
        let test = TestApp::new(engine);
        let office = test.browser(Role::Administrator);
        office.get("/don-vi/23668").is(200).shows("/don-vi/nhap");
        test.browser(Role::Auditor).get("/don-vi/23668").hides("/don-vi/nhap");
        office.get("/don-vi/nhap").is(200).shows("successor");
        let rows = "23668-01,Sơ Tor mới,village,23668,2021-01-01,,\n\
                    23668-02,Kuk Tung,village,23668,2021-01-01,2023-11-30,23668-10\n\
                    23668-03,Klếch,village,23668,2021-01-01,,\n\
                    23668-10,Hơ Mông,village,23668,2023-12-01,,\n";
        let list = format!("{HEAD}{rows}");
        let look = |list: &str| {
            office.post_file("/don-vi/nhap", &[], ("file", "don-vi.csv", list.as_bytes()))
        };
        let page = look(&list);
        page.is(200).shows("Sẽ thêm 1 đơn vị, kết thúc 1, sửa 1; 1 đơn vị giữ nguyên");
        page.shows("Hơ Mông").shows("Sơ Tor mới").shows("30/11/2023").shows("Quan hệ kế thừa mới");
        assert_eq!(units::find(&test.app, "23668-10").unwrap(), None, "nothing is saved yet");

        let nothing = ("none", "", b"".as_slice());
        let accept = |list: &str| {
            office.post_file("/don-vi/nhap/chap-nhan", &[("list", list)], nothing)
        };
        accept(&list).is(303);
        assert!(units::find(&test.app, "23668-10").unwrap().is_some());
        let page = office.get("/don-vi/23668-02");
        page.shows("Nay là").shows("/don-vi/23668-10").shows("30/11/2023").shows("Người thử");
        look(&list).is(200).shows("Không có gì để cập nhật");
    }

    fn a_bad_row_is_told_with_its_row_and_column_and_nothing_is_saved(engine: Engine) {
        let test = TestApp::new(engine);
        let office = test.browser(Role::Administrator);
        let list = format!("{HEAD}01100,Xã Một,commune,,2025-07-01,,\n01101,Xã Hai,xã,,2025-07-01,,\n");
        let file = ("file", "don-vi.csv", list.as_bytes());
        office.post_file("/don-vi/nhap", &[], file).is(422).shows("Dòng 3, cột kind: Loại “xã”");
        let nothing = ("none", "", b"".as_slice());
        office.post_file("/don-vi/nhap/chap-nhan", &[("list", &list)], nothing).is(409);
        office.post_file("/don-vi/nhap", &[], nothing).is(422).shows("Tệp danh mục");
        let binary = ("file", "anh.png", b"\x89PNG\r\n\x1a\n\0\xff".as_slice());
        office.post_file("/don-vi/nhap", &[], binary).is(422).shows("Dòng 1");
        assert_eq!(units::find(&test.app, "01100").unwrap(), None);
    }

    fn where_communes_share_the_list_none_of_them_changes_it_alone(engine: Engine) {
        let test = TestApp::new(engine);
        let other = "INSERT INTO account (commune, id, login, full_name, password_hash, locked, \
                     created_at, version) VALUES ('KLK', 'khac', 'khac', 'Xã khác', '', FALSE, \
                     '2022-01-01T00:00:00.000000Z', 1)";
        let administrator = test.person(Role::Administrator);
        test.app.write(&administrator, |tx| Ok(tx.technical(other, &[])?)).unwrap();
        let list = format!("{HEAD}01100,Xã Một,commune,,2025-07-01,,\n");
        let page = test
            .browser(Role::Administrator)
            .post_file("/don-vi/nhap", &[], ("file", "don-vi.csv", list.as_bytes()));
        page.is(409).shows("Nhiều xã dùng chung danh mục này");
        assert!(units::import_by(&test.app, &administrator, list.as_bytes()).is_err());
    }
}
