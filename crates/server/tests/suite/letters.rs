//! Letters: filled from the records, numbered without gaps, kept to the byte, withdrawn and never
//! lost.

use std::sync::Barrier;

use chungsuc_press::check::check;
use chungsuc_press::read;
use chungsuc_server::access::{Person, Role};
use chungsuc_server::catalog;
use chungsuc_server::features::councils::{self, State as Sitting};
use chungsuc_server::features::letters::{self, Issuing, State, Subject};
use chungsuc_server::features::{movements, papers, standards};
use chungsuc_server::refusal::Refusal;
use chungsuc_server::web::Form;

use crate::decisions::held;
use crate::harness::*;

const INVITATION: &str = "giay-moi-hop";
const MINUTES: &str = "bien-ban-hop";
const PROPOSAL: &str = "to-trinh-khen-thuong";
const ABOVE: &str = "to-trinh-cap-tren";
const NOTICE: &str = "thong-bao-ket-qua";
const REMINDER: &str = "cong-van-don-doc";
const PLAN: &str = "ke-hoach-phong-trao";

/// A draft with its usual words and these besides.
pub(crate) fn drafted(
    test: &TestApp,
    by: &Person,
    sort: &str,
    subject: &Subject,
    typed: &[(&str, &str)],
) -> Result<String, Refusal> {
    let mut form = letters::usual(&test.app, by, sort, subject)?;
    for (name, value) in typed {
        form.set(*name, value);
    }
    letters::draft(&test.app, by, sort, subject, &form)
}

fn issued(test: &TestApp, id: &str) -> Result<String, Refusal> {
    let chairman = test.person(Role::Chairman);
    let version = letters::find(&test.app, &chairman, id)?.version;
    let how = Issuing { on: test.app.today(), number: None, version };
    letters::issue(&test.app, &chairman, id, &how)
}

/// What the PDF and the DOCX of a letter say, each on one line.
pub(crate) fn said(test: &TestApp, by: &Person, id: &str) -> [String; 2] {
    let flat = |bytes: &[u8], name: &str| {
        let source = read::source(bytes, name).unwrap();
        source.text().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (pdf, docx) = (
        letters::pdf_of(&test.app, by, id).unwrap().bytes,
        letters::docx_of(&test.app, by, id).unwrap().bytes,
    );
    let books = catalog::rulebooks().unwrap();
    let report = check(&docx, &books, Some(test.app.today()), test.app.today()).unwrap();
    assert_eq!(report.findings, [], "{id}");
    [flat(&pdf, "a.pdf"), flat(&docx, "a.docx")]
}

#[track_caller]
pub(crate) fn says(texts: &[String; 2], wanted: &[&str]) {
    for words in wanted {
        assert!(texts[1].contains(words), "without “{words}”: {}", texts[1]);
    }
}

/// The sitting of 2023, called and not yet held.
fn called(test: &TestApp) -> Subject {
    let secretary = test.person(Role::CouncilSecretary);
    let lines = councils::sittings(&test.app, &secretary).unwrap();
    let line = lines.into_iter().find(|line| line.state == Sitting::Called).unwrap();
    Subject::Sitting(line.id)
}

const HOUR: (&str, &str) = ("time", "08 giờ 00 phút");
const HOURS: [(&str, &str); 2] = [("begins", "08 giờ 00 phút"), ("ends", "10 giờ 30 phút")];

on_both_engines! {
    fn an_invitation_asks_every_member(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let subject = called(&test);
        let id = drafted(&test, &secretary, INVITATION, &subject, &[HOUR]).unwrap();
        let texts = said(&test, &secretary, &id);
        let Subject::Sitting(sitting) = &subject else { panic!("a sitting") };
        let sitting = councils::sitting(&test.app, &secretary, sitting).unwrap();
        for member in &sitting.members {
            says(&texts, &[&member.name]);
        }
        says(&texts, &["08 giờ 00 phút, ngày 27 tháng 12 năm 2023", &sitting.place, "GIẤY MỜI"]);
        // Members are named, nominees are not: everybody at work may read it once it is out.
        for item in &sitting.items {
            assert!(!texts[1].contains(&item.nomination.contestant.name));
        }
        let head = test.person_of(Role::VillageHead, SO_TOR);
        assert!(matches!(letters::find(&test.app, &head, &id), Err(Refusal::NotFound)));
        assert_eq!(issued(&test, &id).unwrap(), "02/GM-HĐTĐKT");
        let record = test.browser_of(&head).get(&format!("/soan-thao/{id}"));
        record.is(200).shows("02/GM-HĐTĐKT").hides("/hoi-dong/phien/");
        says(&said(&test, &head, &id), &["Số: 02/GM-HĐTĐKT", "ngày 20 tháng 12 năm 2023"]);
    }

    fn minutes_tell_who_was_there_and_how_each_dossier_was_voted_on(engine: Engine) {
        let (test, sitting, _) = held(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let subject = Subject::Sitting(sitting);
        let too_late = drafted(&test, &secretary, INVITATION, &subject, &[HOUR]);
        assert!(matches!(too_late, Err(Refusal::Rule(_))), "nobody is invited to what is over");
        let missing = drafted(&test, &secretary, MINUTES, &subject, &[]);
        let Err(Refusal::Invalid(errors)) = missing else { panic!("times are asked") };
        assert!(errors.of("begins").is_some() && errors.of("ends").is_some());
        let id = drafted(&test, &secretary, MINUTES, &subject, &HOURS).unwrap();
        let texts = said(&test, &secretary, &id);
        says(&texts, &["07/07 thành viên", "ít nhất 70% tổng số thành viên", "THƯ KÝ", "CHỦ TỌA"]);
        says(&texts, &["100%", "Thông qua", "kết thúc lúc 10 giờ 30 phút cùng ngày"]);
        assert_eq!(issued(&test, &id).unwrap(), "01/BB-HĐTĐKT");
        // Dossiers are for those who read dossiers; the paper in the registry is no way around.
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let paper = letters::find(&test.app, &secretary, &id).unwrap().paper.unwrap();
        assert!(matches!(letters::find(&test.app, &head, &id), Err(Refusal::NotFound)));
        assert!(matches!(papers::find(&test.app, &head, &paper), Err(Refusal::NotFound)));
        assert!(letters::correct(&test.app, &secretary, &id, 2, &Form::default()).is_err());
    }

    fn a_proposal_lists_what_was_carried_and_rests_on_the_minutes(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let subject = Subject::Sitting(sitting);
        let minutes = drafted(&test, &secretary, MINUTES, &subject, &HOURS).unwrap();
        issued(&test, &minutes).unwrap();
        let id = drafted(&test, &secretary, PROPOSAL, &subject, &[]).unwrap();
        let texts = said(&test, &secretary, &id);
        let chairman = "Kính gửi: Chủ tịch Ủy ban nhân dân xã Tơ Tung";
        says(&texts, &[chairman, "Biên bản số 01/BB-HĐTĐKT", "91/2017/NĐ-CP", "07/07"]);
        issued(&test, &id).unwrap();
        let paper = |id: &str| letters::find(&test.app, &secretary, id).unwrap().paper.unwrap();
        let related = papers::related(&test.app, &secretary, &paper(&id)).unwrap();
        let said: Vec<_> = related.iter().map(|it| (it.relation, it.paper.id.clone())).collect();
        let plan = movements::find(&test.app, &secretary, &movement).unwrap().paper;
        let wanted =
            [(papers::Relation::Basis, paper(&minutes)), (papers::Relation::Implements, plan)];
        assert_eq!(said, wanted);
    }

    fn what_the_commune_may_not_decide_goes_further_up(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let sitting = councils::sittings(&test.app, &secretary).unwrap().remove(0).id;
        let about = letters::about(&test.app, &secretary, &Subject::Sitting(sitting)).unwrap();
        let of = |sort: &str| about.iter().find(|one| one.sort.code == sort).unwrap();
        let (here, above) = (of(PROPOSAL), of(ABOVE));
        assert_eq!(here.full_number().as_deref(), Some("88/TTr-HĐTĐKT"));
        assert_eq!(above.full_number().as_deref(), Some("91/TTr-UBND"));
        let (here, above) =
            (said(&test, &secretary, &here.id), said(&test, &secretary, &above.id));
        says(&above, &["Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Gia Lai", "02 trường hợp"]);
        says(&here, &["08 trường hợp"]);
        assert!(above[1].contains("Bằng khen của") && !here[1].contains("Bằng khen của"));
    }

    fn a_notice_tells_each_who_proposed_of_their_own_dossiers_only(engine: Engine) {
        let (test, sitting, _) = held(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let whole = councils::sitting(&test.app, &secretary, &sitting).unwrap();
        let subject = Subject::Sitting(sitting);
        let proposer = whole.items[0].nomination.proposed_by.clone();
        let to = [("proposer", proposer.as_str())];
        let stranger = drafted(&test, &secretary, NOTICE, &subject, &[("proposer", "Ai đó")]);
        assert!(matches!(stranger, Err(Refusal::Invalid(_))));
        let id = drafted(&test, &secretary, NOTICE, &subject, &to).unwrap();
        let texts = said(&test, &secretary, &id);
        says(&texts, &[&proposer, "THÔNG BÁO", "Thông qua"]);
        let of_others = whole.items.iter().filter(|item| item.nomination.proposed_by != proposer);
        let names: Vec<_> = of_others.map(|item| &item.nomination.contestant.name).collect();
        assert!(!names.is_empty(), "others have proposed too");
        for name in names {
            assert!(!texts[1].contains(name), "names {name}: {}", texts[1]);
        }
        let head = test.person_of(Role::VillageHead, SO_TOR);
        issued(&test, &id).unwrap();
        assert!(matches!(letters::find(&test.app, &head, &id), Err(Refusal::NotFound)));
    }

    fn a_reminder_names_who_owes_what_and_nobody_else(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let movement = movements::current(&test.app, &board).unwrap().unwrap();
        let subject = Subject::Movement(movement.id.clone());
        let by = [("deadline", "ngày 27 tháng 12 năm 2023"), ("signer_name", "Hà Minh Khôi")];
        let id = drafted(&test, &board, REMINDER, &subject, &by).unwrap();
        let texts = said(&test, &board, &id);
        says(&texts, &["V/v đôn đốc thực hiện", "Kế hoạch số 87/KH-UBND", "27 tháng 12 năm 2023"]);
        let duties = movements::duties(&test.app, &board, &movement.id).unwrap();
        let today = test.app.today();
        for duty in &duties {
            // Several bear one duty; some are late with it and others are not.
            let is_late = |one: &movements::Duty| one.text == duty.text && one.is_late(today);
            let late = duties.iter().any(is_late);
            assert_eq!(texts[1].contains(&duty.text), late, "{}", duty.text);
        }
        assert!(duties.iter().any(|duty| duty.is_late(today)));
        let standard = standards::usual(&test.app);
        let standings = standards::standings(&test.app, &board, standard, today).unwrap();
        for village in &standings {
            let accepted = village.verdicts.iter().filter_map(|verdict| verdict.value.as_ref());
            let of_year = accepted.filter(|value| value.period == "2023").count();
            let missing = village.verdicts.len() - of_year;
            let row = format!("{} {} {missing:02}", village.unit.name, village.verdicts.len());
            assert_eq!(texts[1].contains(&row), missing > 0, "{row} in {}", texts[1]);
        }
        assert_eq!(issued(&test, &id).unwrap(), "01/UBND-TĐKT");
        let paper = letters::find(&test.app, &board, &id).unwrap().paper.unwrap();
        let related = papers::related(&test.app, &board, &paper).unwrap();
        assert_eq!(related[0].relation, papers::Relation::Implements);
        assert_eq!(related[0].paper.id, movement.paper);
    }

    fn next_years_plan_begins_with_this_one_and_is_read_as_a_plan(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let movement = movements::current(&test.app, &board).unwrap().unwrap();
        let subject = Subject::Movement(movement.id.clone());
        let signer = [("signer_name", "Hà Minh Khôi")];
        let id = drafted(&test, &board, PLAN, &subject, &signer).unwrap();
        let texts = said(&test, &board, &id);
        says(&texts, &["KẾ HOẠCH", "năm 2024", &movement.name, movement.purpose.lines().next().unwrap()]);
        assert_eq!(issued(&test, &id).unwrap(), "01/KH-UBND");
        let docx = letters::docx_of(&test.app, &board, &id).unwrap().bytes;
        let source = read::source(&docx, "ke-hoach.docx").unwrap();
        let script = read::Script::of(&source);
        let parts = read::Parts::of(&script);
        let plan = read::Plan::of(&parts).unwrap();
        let name = plan.movement_name.as_ref().map(|found| found.value.as_str());
        assert_eq!(name, Some(movement.name.as_str()));
        assert!(!plan.targets.is_empty() && !plan.timeline.is_empty());
        // The movement goes on: of its stages and targets those of next year, within that year.
        says(&texts, &["Từ ngày 01/01/2024 đến ngày 31/12/2024"]);
        assert!(!texts[1].contains("31/12/2023"), "{}", texts[1]);
    }

    fn what_is_issued_stays_to_the_byte_and_is_only_withdrawn(engine: Engine) {
        let test = TestApp::example(engine);
        let (secretary, chairman) =
            (test.person(Role::CouncilSecretary), test.person(Role::Chairman));
        let id = drafted(&test, &secretary, INVITATION, &called(&test), &[HOUR]).unwrap();
        issued(&test, &id).unwrap();
        let pdf = |test: &TestApp| letters::pdf_of(&test.app, &chairman, &id).unwrap().bytes;
        let (kept, letter) = (pdf(&test), letters::find(&test.app, &chairman, &id).unwrap());
        let test = test.later("2023-12-22T02:00:00Z");
        assert_eq!(pdf(&test), kept);
        let paper = papers::find(&test.app, &chairman, letter.paper.as_deref().unwrap()).unwrap();
        assert!(paper.file.is_some_and(|file| file.bytes == kept.len() as u64));
        let place = letters::prepare_to_sign(&test.app, &secretary, &id).unwrap();
        let page = test.browser(Role::Chairman).get(&format!("/van-ban/{place}/chu-ky/de-ky.pdf"));
        assert_eq!(page.bytes, kept, "the very bytes are signed");

        let touch = |tx: &mut chungsuc_store::Writer<'_>| {
            Ok(tx.technical("UPDATE letter SET title = 'x' WHERE state = 'issued'", &[])?)
        };
        assert!(matches!(test.app.write(&chairman, touch), Err(Refusal::Store(_))));
        let withdraw = |version, why: &str| letters::withdraw(&test.app, &chairman, &id, version, why);
        assert!(matches!(withdraw(2, " "), Err(Refusal::Invalid(_))));
        assert!(matches!(letters::withdraw(&test.app, &secretary, &id, 2, "x"), Err(Refusal::Forbidden)));
        withdraw(2, "Đổi ngày họp").unwrap();
        assert!(matches!(withdraw(3, "Lần nữa"), Err(Refusal::Rule(_))));
        let gone = papers::find(&test.app, &chairman, &paper.id).unwrap();
        assert_eq!(gone.withdrawn.map(|gone| gone.why).as_deref(), Some("Đổi ngày họp"));
        assert_eq!(letters::find(&test.app, &chairman, &id).unwrap().state, State::Withdrawn);
        assert_eq!(pdf(&test), kept, "it stays to be read");
        let again = drafted(&test, &secretary, INVITATION, &called(&test), &[HOUR]).unwrap();
        assert_eq!(issued(&test, &again).unwrap(), "03/GM-HĐTĐKT", "a number is not given twice");
    }

    fn two_who_issue_at_once_take_one_number(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let id = drafted(&test, &secretary, INVITATION, &called(&test), &[HOUR]).unwrap();
        test.person(Role::Chairman);
        let start = Barrier::new(2);
        let done: Vec<bool> = std::thread::scope(|scope| {
            let both = [(), ()].map(|()| {
                scope.spawn(|| {
                    start.wait();
                    issued(&test, &id).is_ok()
                })
            });
            both.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(done.iter().filter(|ok| **ok).count(), 1, "{done:?}");
        let letter = letters::find(&test.app, &secretary, &id).unwrap();
        let coming = letters::coming_number(&test.app, &secretary, &letter, test.app.today());
        assert_eq!((letter.number, coming.unwrap()), (Some(2), 3));
    }

    fn an_officer_writes_it_on_the_pages(engine: Engine) {
        let test = TestApp::example(engine);
        let (secretary, chairman) =
            (test.browser(Role::CouncilSecretary), test.browser(Role::Chairman));
        let Subject::Sitting(sitting) = called(&test) else { panic!("a sitting") };
        secretary.get(&format!("/hoi-dong/phien/{sitting}")).shows("Soạn văn bản");
        chairman.get(&format!("/hoi-dong/phien/{sitting}")).hides("/soan-thao/moi");
        let query = format!("phien={sitting}");
        secretary.get(&format!("/soan-thao/moi?{query}")).is(200).shows("Giấy mời họp Hội đồng");
        secretary.get("/soan-thao/moi").is(404);
        let minutes = format!("/soan-thao/viet?mau={MINUTES}&{query}");
        secretary.get(&minutes).is(409).shows("Phiên họp chưa kiểm phiếu");
        let form = secretary.get(&format!("/soan-thao/viet?mau={INVITATION}&{query}"));
        form.is(200).shows("Lương Đức Khải").shows("Xem xét từng hồ sơ");
        let typed = |time, post| {
            vec![
                ("mau", INVITATION),
                ("phien", sitting.as_str()),
                ("time", time),
                ("agenda", "Biểu quyết từng hồ sơ"),
                ("signer_post", post),
                ("signer_name", ""),
            ]
        };
        let faulty = secretary.post("/soan-thao/viet", &typed("", "KT. Chủ tịch"));
        faulty.is(422).shows("Biểu quyết từng hồ sơ").shows("KT. Chủ tịch");
        let page = secretary.post("/soan-thao/viet", &typed("14 giờ", "TM. Hội đồng\nChủ tịch"));
        let address = page.is(303).leads_to().to_owned();
        secretary.get(&address).is(200).shows("Biểu quyết từng hồ sơ").shows("Bản nháp");
        secretary.get(&format!("{address}/van-ban.docx")).is(200);

        let on = [("version", "1"), ("issued_on", "20/12/2023"), ("number", "")];
        chairman.post(&format!("{address}/ban-hanh"), &on).is(409).shows("Chưa ghi người ký");
        let mut named = typed("15 giờ", "TM. Hội đồng\nChủ tịch");
        named[5].1 = "Lương Đức Khải";
        let correct = |version| {
            let fields = [named.as_slice(), &[("version", version)]].concat();
            secretary.post(&format!("{address}/sua"), &fields)
        };
        correct("1").is(303);
        correct("1").is(422).shows("Người khác vừa sửa").shows("15 giờ");
        chairman.get("/ban-lam-viec").shows("Xem và ban hành Giấy mời");
        let late = [("version", "2"), ("issued_on", "21/12/2023"), ("number", "")];
        chairman.post(&format!("{address}/ban-hanh"), &late).is(422).shows("chưa tới");
        let on = [("version", "2"), ("issued_on", "20/12/2023"), ("number", "31")];
        chairman.get(&format!("{address}/ban-hanh")).is(200).shows("GM-HĐTĐKT");
        chairman.post(&format!("{address}/ban-hanh"), &on).is(303);
        let record = chairman.get(&address);
        record.is(200).shows("31/GM-HĐTĐKT").shows("Lập tệp PDF để ký").shows("Thu hồi văn bản");
        secretary.get("/soan-thao?dang=csv").shows("31/GM-HĐTĐKT,20/12/2023");
        secretary.get(&format!("{address}/huy")).is(409);
        let why = [("version", "3"), ("reason", "Hoãn họp")];
        chairman.post(&format!("{address}/thu-hoi"), &why).is(303);
        chairman.get(&address).shows("Hoãn họp").hides("Lập tệp PDF để ký");
    }

    fn a_discarded_draft_stays_and_is_issued_no_more(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let id = drafted(&test, &secretary, INVITATION, &called(&test), &[HOUR]).unwrap();
        let page = test.browser(Role::CouncilSecretary);
        let discard = |version, reason| {
            page.post(&format!("/soan-thao/{id}/huy"), &[("version", version), ("reason", reason)])
        };
        discard("1", "").is(422);
        discard("9", "Ghi nhầm").is(409);
        discard("1", "Ghi nhầm").is(303);
        page.get(&format!("/soan-thao/{id}")).is(200).shows("Ghi nhầm");
        page.get(&format!("/soan-thao/{id}/van-ban.pdf")).is(409);
        assert!(matches!(issued(&test, &id), Err(Refusal::Rule(_))));
    }
}
