//! Holds: who may know of them, what they stop and what they leave as it was.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::decision::Verdict;
use chungsuc_server::access::Role;
use chungsuc_server::features::holds::{self, Lifting, NewHold};
use chungsuc_server::features::nominations::{self, State};
use jiff::civil::Date;

use crate::harness::*;
use crate::nominations::{contestant, fields};

/// What the program does not show to others: a word of each part of the hold.
const SECRETS: [&str; 4] = ["don-thu", "Đoàn xác minh số 7", "TB-77", "Việc riêng"];

fn new<'a>(kind: SubjectKind, subject: &'a str, since: Date) -> NewHold<'a> {
    NewHold {
        subject: (kind, subject),
        kind: "don-thu",
        since,
        paper: "TB-77 ngày 01/12/2025",
        issuer: "Đoàn xác minh số 7",
        words: "Việc riêng",
    }
}

/// A nomination of a household by an officer, on the way by the law of 2025; its address.
fn nominated(test: &TestApp) -> (nominations::Nomination, String) {
    let one = contestant(test, SubjectKind::Household, None);
    let officer = test.browser(Role::OrganisationOfficer);
    let form = format!("/khen-thuong/de-nghi/{}", one.id);
    let sent = officer.post(&form, &fields("giay-khen-xa", "Nhường đất mở đường"));
    let address = sent.is(303).leads_to().to_owned();
    let id = address.rsplit('/').next().unwrap();
    let by = test.person(Role::CouncilSecretary);
    (nominations::find(&test.app, &by, id).unwrap(), address)
}

on_both_engines! {
    fn a_hold_stops_a_nomination_and_only_its_keepers_learn_why(engine: Engine) {
        let test = TestApp::example(engine).later("2025-12-01T02:00:00Z");
        let (one, address) = nominated(&test);
        let officer = test.browser(Role::OrganisationOfficer);
        let before = officer.get(&address).text;
        let (who, today) = (&one.contestant, test.app.today());
        let by = test.person(Role::CouncilSecretary);
        let id = holds::enter(&test.app, &by, &new(who.kind, &who.subject, today)).unwrap();

        let after = officer.get(&address);
        after.shows("Thường trực Hội đồng xem xét điều kiện này").hides("Không đủ điều kiện");
        assert_eq!(before, after.text, "a page that changes tells that there is something");
        officer.get(&format!("{address}/dieu-kien")).hides("đơn thư");
        officer.post(&format!("{address}/gui"), &[]).is(303);

        for role in [Role::CouncilSecretary, Role::Chairman] {
            let page = test.browser(role).get(&address);
            page.shows("Không đủ điều kiện").shows("Điều 4 Nghị định 152/2025/NĐ-CP");
            page.shows(&format!("/tam-dung/{id}"));
        }
        let secretary = test.browser(Role::CouncilSecretary);
        let refused = secretary.post(&format!("{address}/tiep-nhan"), &[]);
        refused.is(409).shows("Điều 4 Nghị định 152/2025/NĐ-CP");
        secretary.get("/ban-lam-viec").shows("Đang có việc tạm dừng");

        let how = Lifting { on: today, paper: "KL-78", words: "Không vi phạm" };
        holds::lift(&test.app, &by, &id, &how).unwrap();
        secretary.get(&address).hides("Không đủ điều kiện");
        secretary.post(&format!("{address}/tiep-nhan"), &[]).is(303);
        secretary.get("/ban-lam-viec").hides("Đang có việc tạm dừng, xem lại");
    }

    fn nobody_else_reads_it_and_the_journal_keeps_neither_name_nor_matter(engine: Engine) {
        let test = TestApp::example(engine).later("2025-12-01T02:00:00Z");
        let (one, address) = nominated(&test);
        let by = test.person(Role::CouncilSecretary);
        let who = &one.contestant;
        let id = holds::enter(&test.app, &by, &new(who.kind, &who.subject, test.app.today())).unwrap();
        let record = format!("/so-khen-thuong/cua/{}/{}", who.kind.code(), who.subject);
        test.browser(Role::Chairman).get(&record).shows("TB-77").shows("đơn thư");
        for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Chairman | Role::CouncilSecretary)) {
            let browser = test.browser(*role);
            browser.get(&format!("/tam-dung/{id}")).is(403);
            for page in [&record, &address, "/ban-lam-viec", "/nhat-ky", "/so-khen-thuong"] {
                let page = browser.get(page);
                for secret in SECRETS {
                    page.hides(secret);
                }
            }
            let person = test.person(*role);
            let verdict = holds::of_subject(&test.app, &person, who.kind, &who.subject);
            assert!(verdict.is_err(), "{role}");
        }
        let journal = test.browser(Role::Chairman).get("/nhat-ky");
        journal.shows("việc tạm dừng xét khen thưởng").hides(&who.name);
        for secret in SECRETS {
            journal.hides(secret);
        }
        let stored = test.app.read(|r| {
            chungsuc_store::journal::history(r, COMMUNE, holds::RECORD, &id)
        });
        let kept: Vec<_> = stored.unwrap().into_iter().filter_map(|row| row.new).collect();
        assert_eq!(kept, ["{\"held\":true}"]);
    }

    fn a_later_hold_changes_no_earlier_verdict(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let by = test.person(Role::CouncilSecretary);
        let awarded = nominations::list(&test.app, &by, Some(State::Awarded)).unwrap();
        let one = awarded.iter().max_by_key(|one| one.awarded_on).unwrap();
        let verdict = |test: &TestApp| {
            let found = nominations::judged(&test.app, &by, one).unwrap().found;
            (found.verdict, found.findings.iter().map(|it| it.verdict).collect::<Vec<_>>())
        };
        let before = verdict(&test);
        assert_ne!(before.0, Verdict::No);
        // It is said to have been open since before the decision, and is learnt after it.
        let since = one.awarded_on.unwrap().yesterday().unwrap();
        let (kind, subject) = (one.contestant.kind, one.contestant.subject.as_str());
        holds::enter(&test.app, &by, &new(kind, subject, since)).unwrap();
        assert_eq!(verdict(&test), before);
    }

    fn what_is_typed_wrong_comes_back_with_the_field(engine: Engine) {
        let test = TestApp::example(engine);
        let one = contestant(&test, SubjectKind::Household, None);
        let secretary = test.browser(Role::CouncilSecretary);
        let form = format!("/tam-dung/ghi/household/{}", one.subject);
        secretary.get(&form).is(200).shows("Nghị định 91/2017/NĐ-CP").shows("Chưa kiểm chứng");
        let filled = |kind: &'static str, since: &'static str, paper: &'static str| {
            [("kind", kind), ("since", since), ("issuer", "Công an xã"), ("paper", paper), ("words", "")]
        };
        for (kind, since, paper, said) in [
            ("don-thu", "31/2/2023", "TB 1", "Ngày này không có"),
            ("don-thu", "21/12/2023", "TB 1", "Ngày này chưa tới"),
            ("la-lam", "20/12/2023", "TB 1", "Hãy chọn một loại việc"),
        ] {
            let page = secretary.post(&form, &filled(kind, since, paper));
            page.is(422).shows(said).shows("Công an xã").shows(paper);
        }
        secretary.post(&form, &filled("don-thu", "20/12/2023", " ")).is(422);
        let address = secretary.post(&form, &filled("don-thu", "20/12/2023", "TB 1")).is(303).leads_to().to_owned();
        secretary.post(&form, &filled("don-thu", "20/12/2023", "TB 1")).is(422).shows("đang tạm dừng");
        secretary.get("/tam-dung/ghi/household/khong-co").is(404);

        let lift = format!("{address}/thoi");
        let end = |on: &'static str| [("on", on), ("paper", "KL 2"), ("words", "Không vi phạm")];
        secretary.post(&lift, &end("19/12/2023")).is(422).shows("từ 20/12/2023 đến 20/12/2023").shows("KL 2");
        secretary.post(&lift, &end("20/12/2023")).is(303);
        secretary.post(&lift, &end("20/12/2023")).is(409).shows("đã được ghi thôi tạm dừng");
        secretary.get(&address).shows("KL 2").shows("Không vi phạm").shows("Đã thôi");
        secretary.get("/tam-dung?trang-thai=open").hides("TB 1");
        secretary.get("/tam-dung?trang-thai=over").shows("TB 1");
    }

    fn a_hold_of_the_law_before_2024_leaves_it_to_a_person(engine: Engine) {
        let test = TestApp::example(engine);
        let (one, address) = nominated(&test);
        let by = test.person(Role::CouncilSecretary);
        let who = &one.contestant;
        holds::enter(&test.app, &by, &new(who.kind, &who.subject, test.app.today())).unwrap();
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get(&address).shows("Đang có việc chưa xong").shows("Nghị định 91/2017/NĐ-CP");
        let officer = test.browser(Role::OrganisationOfficer);
        officer.get(&address).hides("Đang có việc chưa xong");
        officer.post(&format!("{address}/gui"), &[]).is(303);
        secretary.post(&format!("{address}/tiep-nhan"), &[]).is(303);
    }

    fn a_hold_that_is_entered_by_hand_goes_into_the_register(engine: Engine) {
        let test = TestApp::example(engine).later("2025-12-01T02:00:00Z");
        let (_, address) = nominated(&test);
        let secretary = test.browser(Role::CouncilSecretary);
        let form = format!("{address}/dieu-kien");
        secretary.get(&address).is(200);
        let officer = test.browser(Role::OrganisationOfficer);
        officer.post(&format!("{address}/gui"), &[]).is(303);
        secretary.post(&form, &[("under_complaint", "true")]).is(422).shows("sổ tạm dừng xét khen thưởng");
        secretary.post(&form, &[("under_complaint", "false")]).is(303);
        secretary.get(&address).shows("Có đơn thư khiếu nại, tố cáo đang được xác minh: không");
        officer.get(&address).hides("đang được xác minh: không");
    }
}
