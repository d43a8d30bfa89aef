//! Types of commendation: rounds outside a movement, the simplified procedure, and what counts for what.

use chungsuc_domain::eligibility::{Used, Value};
use chungsuc_domain::{AwardMode, SubjectKind};
use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::councils::{self, Attendance, Choice, Manner, NewSitting};
use chungsuc_server::features::decisions::{self, Issuing, Wording};
use chungsuc_server::features::honours::NewHonour;
use chungsuc_server::features::movements::{self, NewRound};
use chungsuc_server::features::nominations::{self, NewNomination, State};
use chungsuc_server::features::{holds, registers};
use chungsuc_server::web::Form;

use crate::harness::*;
use crate::nominations::contestant;

/// The paper of a round; the example has registered it.
const PAPER: &str = "38/QĐ-UBND";

fn round(test: &TestApp, mode: AwardMode, awards: &[&str]) -> String {
    let year = Some(test.app.today().year());
    let new = NewRound { mode: Some(mode), name: "Đợt thử", year, paper: PAPER, awards };
    movements::open_round(&test.app, &test.person(Role::CouncilSecretary), &new).unwrap()
}

/// A person of the directory proposed in a round, sent and received; the id.
fn received(test: &TestApp, round: &str, award: &str, subject: &str, achievement: &str) -> String {
    let officer = test.person(Role::OrganisationOfficer);
    let kind = SubjectKind::Individual;
    let new =
        NewNomination {
            contestant: subject, award, achievement, proposed_by: "Hội Nông dân xã"
        };
    let id = nominations::propose_in_round(&test.app, &officer, (round, kind), &new).unwrap();
    nominations::send(&test.app, &officer, &id).unwrap();
    nominations::receive(&test.app, &test.person(Role::CouncilSecretary), &id).unwrap();
    id
}

fn somebody(test: &TestApp) -> String {
    contestant(test, SubjectKind::Individual, None).subject
}

/// A sitting of today that carries these.
fn carried(test: &TestApp, agenda: &[String]) -> String {
    let secretary = test.person(Role::CouncilSecretary);
    let (held_on, manner) = (test.app.today(), Manner::Named);
    let new = NewSitting { held_on, place: "Hội trường", manner, agenda };
    let sitting = councils::call(&test.app, &secretary, &new).unwrap();
    let members = councils::sitting(&test.app, &secretary, &sitting).unwrap().members;
    let present = members.iter().map(|member| member.id.clone()).collect();
    let who = Attendance { present, ..Attendance::default() };
    councils::open(&test.app, &secretary, &sitting, &who).unwrap();
    let role = test.person(Role::CouncilMember);
    for member in members {
        let by = Person { account: member.account, name: member.name, ..role.clone() };
        let votes: Vec<_> = agenda.iter().map(|one| (one.clone(), Choice::For)).collect();
        councils::vote(&test.app, &by, &sitting, &votes).unwrap();
    }
    councils::close(&test.app, &secretary, &sitting).unwrap();
    sitting
}

/// Drafts and issues what there is to decide; gives the decision.
fn decided(test: &TestApp, sitting: &str, round: &str) -> decisions::Decision {
    let (secretary, chairman) = (test.person(Role::CouncilSecretary), test.person(Role::Chairman));
    let proposal = decisions::proposal(&test.app, &secretary, sitting, round).unwrap();
    let form = decisions::usual_words(&test.app, &secretary, &proposal).unwrap();
    let words = Wording::read(&form).unwrap();
    let id = decisions::draft(&test.app, &secretary, sitting, round, &words).unwrap();
    let reason = "quỹ cấp bù sau".to_owned();
    let how = Issuing { on: test.app.today(), number: None, version: 1, reason };
    decisions::issue(&test.app, &chairman, &id, &how).unwrap();
    decisions::find(&test.app, &chairman, &id).unwrap()
}

/// The types of commendation that the register shows for somebody.
fn modes(test: &TestApp, subject: &str) -> Vec<Option<AwardMode>> {
    let by = test.person(Role::CouncilSecretary);
    let kind = SubjectKind::Individual;
    let record = registers::record_of(&test.app, &by, kind, subject).unwrap();
    record.lines.iter().map(|line| line.mode).collect()
}

fn recorded(award: &str, mode: Option<AwardMode>, subject: &str, achievement: &str) -> NewHonour {
    NewHonour {
        subject_kind: SubjectKind::Individual,
        subject: Some(subject.to_owned()),
        name: "Như trên giấy".into(),
        village: None,
        award: Some(award.into()),
        award_name: award.into(),
        mode,
        number: format!("9/{award}"),
        issued_on: Some(jiff::civil::date(2024, 3, 1)),
        year: 2024,
        issuer: "Chủ tịch UBND tỉnh".into(),
        achievement: achievement.into(),
        level: None,
        paper: None,
        brought: None,
        nomination: None,
    }
}

on_both_engines! {
    fn a_sudden_deed_goes_from_its_round_to_the_register_without_a_sitting(engine: Engine) {
        let test = TestApp::example(engine).later("2024-08-12T02:00:00Z");
        let who = somebody(&test);
        let round = round(&test, AwardMode::Sudden, &["giay-khen-xa"]);
        let id = received(&test, &round, "giay-khen-xa", &who, "Cứu người bị nước cuốn");
        let (secretary, chairman) = (test.browser(Role::CouncilSecretary), test.browser(Role::Chairman));
        let address = format!("/khen-thuong/{id}");
        secretary.get(&address).shows("đột xuất").shows("Bản tóm tắt thành tích").hides("Đồng ý khen thưởng");
        secretary.post(&format!("{address}/dong-y"), &[]).is(403);
        chairman.get("/ban-lam-viec").shows("Chờ Chủ tịch đồng ý theo thủ tục đơn giản");
        chairman.get(&address).shows("khoản 1 Điều 40 Nghị định 98/2023/NĐ-CP").shows("Đồng ý khen thưởng");
        chairman.post(&format!("{address}/khong-dong-y"), &[("reason", "")]).is(422);
        chairman.post(&format!("{address}/dong-y"), &[]).is(303);
        chairman.post(&format!("{address}/dong-y"), &[]).is(409);
        secretary.get("/ban-lam-viec").shows("Lập quyết định khen thưởng theo thủ tục đơn giản");
        let form = format!("/quyet-dinh/lap?phien=&phong-trao={round}");
        secretary.get(&form).is(200).shows("Chủ tịch đã đồng ý").shows("thành tích đột xuất năm 2024");

        let decision = decided(&test, "", &round);
        assert_eq!(decision.sitting, None);
        let bases = decision.wording.bases().join("\n");
        assert!(bases.contains("xét theo thủ tục đơn giản"), "{bases}");
        assert!(decision.awarded[0].on_paper.achievement.contains("thành tích đột xuất năm 2024"));
        chairman.get(&format!("/quyet-dinh/{}", decision.id)).shows("Không họp Hội đồng").shows("Đợt thử");
        assert_eq!(modes(&test, &who), [Some(AwardMode::Sudden)]);
        let one = nominations::find(&test.app, &test.person(Role::Auditor), &id).unwrap();
        assert_eq!(one.state, State::Awarded);
        secretary.get("/so-khen-thuong").shows("đột xuất");
        secretary.get("/phong-trao").hides("Đợt thử");
    }

    fn merit_needs_a_sitting_and_keeps_its_words(engine: Engine) {
        let test = TestApp::example(engine).later("2024-12-12T02:00:00Z");
        let who = somebody(&test);
        let round = round(&test, AwardMode::Merit, &["giay-khen-xa"]);
        let id = received(&test, &round, "giay-khen-xa", &who, "Hoàn thành xuất sắc nhiệm vụ");
        let chairman = test.browser(Role::Chairman);
        let refused = chairman.post(&format!("/khen-thuong/{id}/dong-y"), &[]);
        refused.is(409).shows("phải xét ở phiên họp");
        let sitting = carried(&test, &[id]);
        let decision = decided(&test, &sitting, &round);
        assert!(decision.wording.abstract_().contains("trong thực hiện nhiệm vụ năm 2024"));
        assert_eq!(modes(&test, &who), [Some(AwardMode::Merit)]);
    }

    fn before_2024_nothing_goes_the_simplified_way(engine: Engine) {
        let test = TestApp::example(engine);
        let round = round(&test, AwardMode::Sudden, &["giay-khen-xa"]);
        let id = received(&test, &round, "giay-khen-xa", &somebody(&test), "Cứu người");
        let refused = test.browser(Role::Chairman).post(&format!("/khen-thuong/{id}/dong-y"), &[]);
        refused.is(409).shows("phải xét ở phiên họp");
    }

    fn what_is_for_a_theme_or_sudden_counts_for_no_merit_above(engine: Engine) {
        let test = TestApp::example(engine).later("2024-12-12T02:00:00Z");
        let (who, by) = (somebody(&test), test.person(Role::CouncilSecretary));
        let round = round(&test, AwardMode::Merit, &["bang-khen-thu-tuong"]);
        let officer = test.person(Role::OrganisationOfficer);
        let new = NewNomination {
            contestant: &who,
            award: "bang-khen-thu-tuong",
            achievement: "Nhiều năm làm tốt",
            proposed_by: "Hội Nông dân xã",
        };
        let kind = SubjectKind::Individual;
        let id = nominations::propose_in_round(&test.app, &officer, (&round, kind), &new).unwrap();
        let counted = || {
            let one = nominations::find(&test.app, &by, &id).unwrap();
            let findings = nominations::judged(&test.app, &by, &one).unwrap().found.findings;
            let used = findings.into_iter().flat_map(|finding| finding.facts);
            let times = |what: &Used| {
                matches!(what, Used::Earlier(function, award)
                    if function.code() == "times" && award == "bang-khen-tinh")
            };
            used.filter(|it| times(&it.what)).map(|it| it.value).next().unwrap()
        };
        assert_eq!(counted(), Some(Value::Number(0)));
        for (mode, number, value) in [
            (Some(AwardMode::Thematic), "1", Some(0)),
            (Some(AwardMode::Sudden), "2", Some(0)),
            (Some(AwardMode::Merit), "3", Some(1)),
            // One whose type nobody knows leaves it open.
            (None, "4", None),
        ] {
            let award = recorded("bang-khen-tinh", mode, &who, &format!("việc {number}"));
            let award = NewHonour { number: format!("{number}/QĐ-UBND"), ..award };
            registers::record(&test.app, &by, &award, None).unwrap();
            assert_eq!(counted(), value.map(Value::Number), "{number}");
        }
    }

    fn an_award_from_elsewhere_stops_a_second_one_of_the_same_achievement(engine: Engine) {
        let test = TestApp::example(engine).later("2024-12-12T02:00:00Z");
        let (who, by) = (somebody(&test), test.person(Role::CouncilSecretary));
        let round = round(&test, AwardMode::Merit, &["giay-khen-xa"]);
        let officer = test.person(Role::OrganisationOfficer);
        let new = |achievement| NewNomination {
            contestant: &who,
            award: "giay-khen-xa",
            achievement,
            proposed_by: "Hội Nông dân xã",
        };
        let kind = SubjectKind::Individual;
        let deed = "Dựng cầu dân sinh qua suối";
        let id = nominations::propose_in_round(&test.app, &officer, (&round, kind), &new(deed)).unwrap();
        let one = nominations::find(&test.app, &by, &id).unwrap();
        let stopped = || {
            let found = nominations::judged(&test.app, &by, &one).unwrap().found;
            let blocking = found.blocking().filter_map(|it| it.rule.clone());
            blocking.map(|rule| rule.source.to_string()).collect::<Vec<_>>()
        };
        assert!(stopped().is_empty());
        let elsewhere = recorded("bang-khen-tinh", None, &who, "dựng cầu dân sinh qua suối.");
        registers::record(&test.app, &by, &elsewhere, None).unwrap();
        assert_eq!(stopped(), ["khoản 2 Điều 5 Luật Thi đua, khen thưởng 06/2022/QH15"]);
        assert!(nominations::send(&test.app, &officer, &id).is_err());
        let other = nominations::propose_in_round(&test.app, &officer, (&round, kind), &new(deed));
        assert!(other.is_err(), "neither is it proposed again");
    }

    fn who_is_held_waits_for_a_further_decision_of_the_same_sitting(engine: Engine) {
        let test = TestApp::example(engine).later("2024-12-12T02:00:00Z");
        let round = round(&test, AwardMode::Merit, &["giay-khen-xa"]);
        let by = test.person(Role::CouncilSecretary);
        let board = test.person(Role::ProgrammeBoard);
        let movement = movements::current(&test.app, &board).unwrap().unwrap().id;
        let people = movements::search_contestants(&test.app, &board, &movement, "", 500).unwrap();
        let people: Vec<_> =
            people.into_iter().filter(|one| one.kind == SubjectKind::Individual).take(2).collect();
        let ids: Vec<_> = people
            .iter()
            .map(|one| received(&test, &round, "giay-khen-xa", &one.subject, "Việc tốt"))
            .collect();
        let sitting = carried(&test, &ids);
        let new = holds::NewHold {
            subject: (SubjectKind::Individual, &people[0].subject),
            kind: "ky-luat",
            since: test.app.today(),
            paper: "TB 5",
            issuer: "Ủy ban Kiểm tra",
            words: "",
        };
        let hold = holds::enter(&test.app, &by, &new).unwrap();
        let first = decided(&test, &sitting, &round);
        assert_eq!(first.awarded.len(), 1);
        assert_eq!(first.awarded[0].nomination, ids[1]);
        let words = [
            ("abstract", "Về việc tặng Giấy khen"),
            ("bases", "Xét đề nghị của Hội đồng"),
            ("recipients", "Như Điều 3"),
            ("reward_source", "fund"),
        ];
        let words = Wording::read(&Form::from_pairs(words)).unwrap();
        assert!(decisions::draft(&test.app, &by, &sitting, &round, &words).is_err());
        let how = holds::Lifting { on: test.app.today(), paper: "KL 6", words: "Không vi phạm" };
        holds::lift(&test.app, &by, &hold, &how).unwrap();
        let second = decided(&test, &sitting, &round);
        assert_eq!(second.awarded.len(), 1);
        assert_eq!(second.awarded[0].nomination, ids[0]);
    }

    fn a_round_that_is_typed_wrong_comes_back_with_its_fields(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get("/khen-thuong/dot/mo").is(200).shows("Khen thưởng công trạng");
        let form = secretary.get("/khen-thuong/dot/mo?loai=merit");
        form.is(200).shows("Chưa kiểm chứng").shows("Giấy khen của Chủ tịch");
        let filled = |mode: &'static str, year: &'static str, paper: &'static str, award: &'static str| {
            [("mode", mode), ("name", "Đợt thử"), ("year", year), ("paper", paper), ("awards", award)]
        };
        let send = |fields: &[(&str, &str)]| secretary.post("/khen-thuong/dot/mo", fields);
        send(&filled("merit", "2024", PAPER, "giay-khen-xa")).is(422).shows("đến hết năm 2023").shows("Đợt thử");
        send(&filled("merit", "năm nay", PAPER, "giay-khen-xa")).is(422);
        send(&filled("merit", "2023", "không có", "giay-khen-xa")).is(422).shows("không có");
        send(&filled("merit", "2023", PAPER, "khong-co")).is(422).shows("không dành cho loại hình này");
        send(&filled("thematic", "2023", PAPER, "giay-khen-xa")).is(400);
        let address = send(&filled("merit", "2023", PAPER, "giay-khen-xa")).is(303).leads_to().to_owned();
        send(&filled("merit", "2023", PAPER, "giay-khen-xa")).is(422).shows("đã mở một đợt");
        secretary.get(&address).is(200).shows("Xét ở phiên họp").shows("Chưa có đề nghị nào");
        let found = secretary.get(&format!("{address}/chon"));
        found.is(200).shows("Trong danh bạ").shows(&format!("href=\"{address}/de-nghi/"));
        secretary.get(&format!("{address}/chon?ten=khong-ai-ca")).is(200).shows("Không tìm thấy ai");
        let movement = movements::current(&test.app, &test.person(Role::Chairman)).unwrap().unwrap().id;
        secretary.get(&format!("/khen-thuong/dot/{movement}")).is(404);
        test.browser(Role::OrganisationOfficer).get("/khen-thuong/dot/mo").is(403);
    }
}
