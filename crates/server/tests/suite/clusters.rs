//! A cluster's way from its regulation to who leads, and what that does for an award.

use chungsuc_domain::Decimal;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::clusters::{self, NewCluster, Score, State};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

const SHEET: &str =
    "Thực hiện tiêu chí | 60\nĐóng góp | 40\nThưởng: cách làm mới | 5\nTrừ: báo cáo chậm | 5";
/// So many villages: in Vietnamese order, Sơ Tor behind the others.
const MEMBERS: usize = 3;

fn secretary(test: &TestApp) -> Person {
    test.person(Role::CouncilSecretary)
}

fn villages(test: &TestApp) -> Vec<String> {
    let all = clusters::candidates(&test.app, &secretary(test)).unwrap();
    let villages: Vec<_> =
        all.into_iter().filter(|one| one.village.is_some()).map(|one| one.subject).collect();
    let so_tor = villages.iter().position(|one| one == SO_TOR).unwrap();
    villages[so_tor + 1 - MEMBERS..=so_tor].to_vec()
}

fn new<'a>(members: &'a [String], peers: usize, ties: &'a str) -> NewCluster<'a> {
    NewCluster {
        name: "Khối các làng",
        year: 2023,
        paper: "Hướng dẫn 05/HD-UBND",
        sheet: SHEET,
        members,
        peers,
        gap: Decimal::from_plain("5").unwrap(),
        ties,
    }
}

fn open(test: &TestApp, peers: usize, ties: &str) -> String {
    let members = villages(test);
    clusters::open(&test.app, &secretary(test), &new(&members, peers, ties)).unwrap()
}

fn give(
    test: &TestApp,
    by: &Person,
    id: &str,
    (scorer, member): (usize, usize),
    points: [&str; 4],
) -> Result<(), Refusal> {
    let point = |text: &str| (!text.is_empty()).then(|| Decimal::parse(text).unwrap());
    let points = points.map(point).to_vec();
    let note = if scorer == clusters::SETTLED { "Đã xem lại hồ sơ" } else { "" };
    let new = Score { scorer, member, points, note: note.into(), version: 0 };
    clusters::score(&test.app, by, id, &new)
}

fn go_on(test: &TestApp, id: &str) -> Result<(), Refusal> {
    clusters::go_on(&test.app, &secretary(test), id, of(test, id).version)
}

fn of(test: &TestApp, id: &str) -> clusters::Cluster {
    clusters::find(&test.app, &secretary(test), id).unwrap()
}

fn places(test: &TestApp, id: &str) -> Vec<Option<usize>> {
    let table = clusters::table(&test.app, &secretary(test), &of(test, id)).unwrap();
    table.standings.iter().map(|one| one.place).collect()
}

/// Own points of each member, typed by the secretary from paper.
fn own_points(test: &TestApp, id: &str, rows: [[&str; 4]; MEMBERS]) {
    for (member, points) in rows.into_iter().enumerate() {
        give(test, &secretary(test), id, (member + 1, member), points).unwrap();
    }
}

on_both_engines! {
    fn villages_score_themselves_and_each_other(engine: Engine) {
        let test = TestApp::new(engine);
        let keeper = test.browser(Role::CouncilSecretary);
        let members = villages(&test);
        keeper.get("/cum-khoi").is(200).shows("chưa có cụm, khối");
        let mut fields = vec![
            ("name", "Khối các làng"),
            ("year", "2023"),
            ("paper", "Hướng dẫn 05/HD-UBND"),
            ("sheet", SHEET),
            ("peers", "1"),
            ("gap", "5"),
            ("ties", "1, 2"),
        ];
        fields.extend(members.iter().map(|one| ("members", one.as_str())));
        let address = keeper.post("/cum-khoi/lap", &fields).is(303).leads_to().to_owned();
        let id = address.trim_start_matches("/cum-khoi/").to_owned();
        // The head of Sơ Tor scores Sơ Tor, and no other village.
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get("/ban-lam-viec").shows("Khối các làng năm 2023: chấm điểm");
        let own = format!("{address}/cham/3/3");
        head.get(&own).is(200).shows("Tự chấm điểm").shows("Trừ: báo cáo chậm");
        head.get(&format!("{address}/cham/2/2")).is(403);
        head.get(&format!("{address}/cham/3/1")).is(409);
        let points = |a, b, c, d| {
            [("version", "0"), ("points-1", a), ("points-2", b), ("points-3", c), ("points-4", d)]
        };
        let wrong = head.post(&own, &points("61", "ba", "0", "0"));
        wrong.is(422).shows("value=\"ba\"").shows("Đây không phải là số điểm");
        head.post(&own, &points("61", "", "-1", "0")).is(422).shows("Điểm từ 0 đến 60").shows("không có thì ghi 0");
        head.post(&own, &points("55,5", "30", "0", "0")).is(303);
        head.post(&own, &points("60", "30", "0", "0")).is(409);
        head.get("/ban-lam-viec").hides("chấm điểm");
        // Nothing goes on before everybody has given their points.
        keeper.post(&format!("{address}/buoc"), &[("version", "1")]).is(409).shows("còn chờ điểm của");
        for member in 0..MEMBERS - 1 {
            give(&test, &secretary(&test), &id, (member + 1, member), ["50", "30", "0", "5"]).unwrap();
        }
        keeper.get("/ban-lam-viec").shows("đủ điểm, chuyển bước tiếp");
        keeper.post(&format!("{address}/buoc"), &[("version", "1")]).is(303);
        // Around the circle: 1 scores 2, 2 scores 3, 3 scores 1.
        head.get(&format!("{address}/cham/3/1")).is(200).shows("Sơ Tor chấm cho");
        for (scorer, member, points) in [(1, 1, "50"), (2, 2, "50"), (3, 0, "45")] {
            give(&test, &secretary(&test), &id, (scorer, member), [points, "30", "0", "5"]).unwrap();
        }
        go_on(&test, &id).unwrap();
        keeper.get(&address).shows("1 nội dung chênh nhau nhiều");
        // Settled with a reason; what is left empty stays as the others gave it.
        let settle = format!("{address}/cham/0/3");
        head.get(&settle).is(403);
        let settled = points("55,5", "", "", "0");
        keeper.post(&settle, &settled).is(422).shows("Hãy ghi lý do");
        let with_reason: Vec<_> = settled.into_iter().chain([("note", "Đã xem lại hồ sơ")]).collect();
        keeper.post(&settle, &with_reason).is(303);
        assert_eq!(places(&test, &id), [Some(3), Some(2), Some(1)]);
        keeper.get(&format!("{address}/chot")).is(200).shows("Dẫn đầu: Sơ Tor").hides("Vì sao chọn");
        keeper.post(&format!("{address}/chot"), &[("version", "3")]).is(303);
        keeper.get(&address).shows("Đã chốt").shows("85,5");
        let third = keeper.get(&format!("{address}/thanh-vien/3"));
        third.shows("Trừ: báo cáo chậm").shows("55,5 *").shows("Đã xem lại hồ sơ");
        keeper.get(&format!("{address}/thanh-vien/0")).is(404);
        keeper.get(&format!("{address}/thanh-vien/4")).is(404);
        keeper.get("/cum-khoi?nam=2023").shows("Sơ Tor");
        assert!(give(&test, &secretary(&test), &id, (0, 1), ["1", "", "", ""]).is_err());
    }

    fn equals_are_told_apart_or_a_person_says_who_leads(engine: Engine) {
        let test = TestApp::new(engine);
        let rows = [["40", "40", "0", "0"], ["50", "30", "0", "0"], ["10", "10", "0", "0"]];
        let by_rule = open(&test, 0, "1");
        own_points(&test, &by_rule, rows);
        assert_eq!(places(&test, &by_rule), [Some(2), Some(1), Some(3)]);
        clusters::drop(&test.app, &secretary(&test), &by_rule, 1, "Lập nhầm quy chế").unwrap();
        let id = open(&test, 0, "");
        own_points(&test, &id, rows);
        assert_eq!(places(&test, &id), [Some(1), Some(1), Some(3)]);
        go_on(&test, &id).unwrap();
        assert_eq!(of(&test, &id).state, State::Settling, "nobody scores others");
        let close = |leader, reason| {
            clusters::close(&test.app, &secretary(&test), &id, 2, leader, reason)
        };
        assert!(matches!(close(None, ""), Err(Refusal::Invalid(_))));
        assert!(matches!(close(Some(2), "Vì thích"), Err(Refusal::Invalid(_))), "it is third");
        assert!(matches!(close(Some(1), " "), Err(Refusal::Invalid(_))), "no reason");
        close(Some(1), "Cụm biểu quyết 3/3").unwrap();
        assert_eq!(of(&test, &id).leader, Some(1));
    }

    fn a_wrong_regulation_is_told_by_its_line_and_stays_typed(engine: Engine) {
        let test = TestApp::new(engine);
        let keeper = test.browser(Role::CouncilSecretary);
        let members = villages(&test);
        let post = |sheet, peers, ties, year| {
            let mut fields = vec![
                ("name", "Khối <mới>"),
                ("year", year),
                ("paper", "Quy chế"),
                ("sheet", sheet),
                ("peers", peers),
                ("gap", "5"),
                ("ties", ties),
            ];
            fields.extend(members.iter().map(|one| ("members", one.as_str())));
            keeper.post("/cum-khoi/lap", &fields)
        };
        post("Một | 10\nHai", "1", "1", "2023").is(422).shows("Dòng 2 chưa đọc được").shows("Khối &lt;mới&gt;");
        post("Một | -3", "1", "", "2023").is(422).shows("Dòng 1 chưa đọc được");
        post("Một | 10", "3", "", "2023").is(422).shows("nhỏ hơn số thành viên");
        post("Một | 10", "1", "2", "2023").is(422).shows("từ 1 đến 1");
        post("Một | 10", "1", "", "2031").is(422).shows("chưa tới");
        post("Một | 10", "1", "", "2023").is(303);
        post("Một | 10", "1", "", "2023").is(422).shows("đã có cụm, khối mang tên ấy");
        keeper.get("/cum-khoi/khong-co").is(404);
    }

    fn two_people_at_once_do_not_lose_points(engine: Engine) {
        let test = TestApp::new(engine);
        let id = open(&test, 0, "");
        let by = secretary(&test);
        give(&test, &by, &id, (1, 0), ["1", "1", "1", "1"]).unwrap();
        // Both saw an empty sheet; the second one is told.
        assert!(give(&test, &by, &id, (1, 0), ["2", "2", "2", "2"]).is_err());
        let table = clusters::table(&test.app, &by, &of(&test, &id)).unwrap();
        assert_eq!(table.given(1, 0).unwrap().points[0], Some(Decimal::ONE));
    }
}
