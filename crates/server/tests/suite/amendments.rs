//! Corrections and revocations: nothing is rewritten, the public check tells what became of a print, and
//! what is to come back is known until it is back.

use std::sync::Barrier;

use chungsuc_domain::Vnd;
use chungsuc_domain::proof::{Code, SignedList};
use chungsuc_press::read;
use chungsuc_server::access::Role;
use chungsuc_server::features::certificates;
use chungsuc_server::features::decisions::amendments::{self, Kind, Standing, Words};
use chungsuc_server::features::decisions::{self, Decision, Issuing};
use chungsuc_server::features::fund::{self, Manner, NewPayment, Received};
use chungsuc_server::refusal::Refusal;

use crate::decisions::{drafted, held};
use crate::harness::*;

/// When commendations are taken back: Luật 06/2022/QH15 is in force since 1 January 2024.
const LATER: &str = "2024-03-20T02:00:00Z";

/// The decision of 2023, issued; and the day on which something is found.
pub(crate) fn issued(engine: Engine) -> (TestApp, Decision) {
    let (test, sitting, movement) = held(engine);
    let id = drafted(&test, &sitting, &movement);
    let chairman = test.person(Role::Chairman);
    let how = Issuing { on: test.app.today(), number: None, version: 1, reason: String::new() };
    decisions::issue(&test.app, &chairman, &id, &how).unwrap();
    let test = test.later(LATER);
    let decision = decisions::find(&test.app, &test.person(Role::Chairman), &id).unwrap();
    (test, decision)
}

pub(crate) fn now(test: &TestApp, decision: &Decision) -> Decision {
    decisions::find(&test.app, &test.person(Role::Chairman), &decision.id).unwrap()
}

/// Issues a draft on the day of the program.
pub(crate) fn issue(test: &TestApp, id: &str) -> Result<String, Refusal> {
    let chairman = test.person(Role::Chairman);
    let version = amendments::find(&test.app, &chairman, id)?.version;
    let how = Issuing { on: test.app.today(), number: None, version, reason: String::new() };
    amendments::issue(&test.app, &chairman, id, &how)
}

/// Takes lines back for a false declaration.
pub(crate) fn revocation(
    test: &TestApp,
    decision: &Decision,
    lines: &[i64],
) -> Result<String, Refusal> {
    let words = Words {
        ground: Some("khai-man".into()),
        facts: "theo Kết luận số 04/KL-UBND ngày 15/3/2024".into(),
        bases: String::new(),
    };
    let secretary = test.person(Role::CouncilSecretary);
    amendments::amend(&test.app, &secretary, decision, Kind::Revocation, lines, &words)
}

/// The reward of a line is paid on the day of the program.
pub(crate) fn pay(test: &TestApp, decision: &Decision, seq: i64) {
    let (on, paper) = (test.app.today(), "PC-01".into());
    let received = vec![Received { seq, taken_by: None }];
    let new = NewPayment { on, manner: Manner::Cash, paper, received };
    fund::pay(&test.app, &test.person(Role::Accountant), &decision.id, &new).unwrap();
}

fn checked(test: &TestApp, code: &str) -> Page {
    test.stranger().post_plainly("/kiem-tra", &format!("code={}", code.replace(' ', "%20")))
}

fn said(bytes: &[u8], name: &str) -> String {
    let source = read::source(bytes, name).unwrap();
    source.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

on_both_engines! {
    fn a_corrected_line_gets_a_new_print_and_the_old_code_says_so(engine: Engine) {
        let (test, decision) = issued(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let before = decisions::document(&test.app, &test.person(Role::Auditor), &decision.id).unwrap();
        let form = format!("/quyet-dinh/{}/dinh-chinh", decision.id);
        secretary.get(&form).is(200).shows(&decision.awarded[0].on_paper.recipient);
        let facts = "ghi sai tên so với căn cước";
        secretary.post(&form, &[("facts", facts)]).is(422).shows(facts).shows("ít nhất một dòng");
        secretary.post(&form, &[("facts", ""), ("line", "2")]).is(422);
        let draft = secretary.post(&form, &[("facts", facts), ("line", "2")]);
        let address = draft.is(303).leads_to().to_owned();
        let id = address.rsplit('/').next().unwrap().to_owned();
        secretary.get(&address).is(200).shows("chưa sửa").shows(facts);
        test.browser(Role::Accountant).get(&address).is(404);
        let Err(Refusal::Rule(_)) = issue(&test, &id) else { panic!("nothing is corrected yet") };
        let old = decision.awarded[1].clone();
        let words = [
            ("version", "1"),
            ("recipient", old.on_paper.recipient.as_str()),
            ("address", "Làng Leng, xã Tơ Tung"),
            ("achievement", old.on_paper.achievement.as_str()),
        ];
        let mut wrong = words;
        wrong[1].1 = "";
        secretary.post(&format!("{address}/dong/2"), &wrong).is(422).shows("Làng Leng");
        secretary.post(&format!("{address}/dong/2"), &words).is(303);
        secretary.post(&format!("{address}/dong/2"), &words).is(422).shows("Người khác vừa sửa");
        let desk = test.browser(Role::Chairman).get("/ban-lam-viec");
        desk.shows("Xem và ban hành đính chính Quyết định");
        assert_eq!(issue(&test, &id).unwrap(), "01/QĐ-UBND", "the first of the year 2024");

        // The decision itself stays to the letter.
        let after = now(&test, &decision);
        assert_eq!(after.awarded[1].on_paper, old.on_paper);
        assert_eq!(after.awarded[1].words().address, "Làng Leng, xã Tơ Tung");
        let kept = decisions::document(&test.app, &test.person(Role::Auditor), &decision.id).unwrap();
        assert_eq!(kept.bytes, before.bytes);
        assert_eq!(after.awarded[0].standing, Standing::InForce);
        // Only the address was wrong, and yet the new print has another code.
        let (first, newest) = (old.code.unwrap(), after.awarded[1].code_now().unwrap().to_owned());
        assert_ne!(first, newest);
        let code: chungsuc_domain::proof::Code = newest.parse().unwrap();
        let page = checked(&test, &first);
        page.is(200).shows("đã được đính chính theo Quyết định 01/QĐ-UBND ngày 20/03/2024");
        page.shows(&code.short_number());
        checked(&test, &newest).is(200).shows("Giấy khen thật");
        checked(&test, &code.short_number()).is(200).shows("Giấy khen thật").shows("đính chính 01/QĐ-UBND");
        test.browser(Role::Auditor).get(&format!("/quyet-dinh/{}", decision.id))
            .shows("đính chính 01/QĐ-UBND");
        let print = test.browser(Role::Auditor).get(&format!("/quyet-dinh/{}/giay-khen/2.pdf", decision.id));
        assert!(said(&print.is(200).bytes, "a.pdf").contains("Làng Leng"));
        let paper = test.browser(Role::Auditor).get(&format!("{address}/quyet-dinh.pdf"));
        let text = said(&paper.is(200).bytes, "a.pdf");
        assert!(text.contains("Làng Leng") && text.contains("đính chính Quyết định số"), "{text}");
        secretary.post(&format!("{address}/dong/2"), &words).is(409);
    }

    fn what_is_taken_back_is_told_to_everybody_and_collected(engine: Engine) {
        let (test, decision) = issued(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let person = decision.awarded.iter().find(|line| line.kind.code() == "individual").unwrap();
        let (seq, reward) = (person.seq.to_string(), person.reward.unwrap());
        assert_eq!(reward, Vnd::new(270_000));
        pay(&test, &decision, person.seq);
        let form = format!("/quyet-dinh/{}/thu-hoi", decision.id);
        secretary.get(&form).is(200).shows("Điều 93").shows("Kê khai gian dối");
        let facts = ("facts", "theo Kết luận số 04/KL-UBND ngày 15/3/2024");
        let line = ("line", seq.as_str());
        secretary.post(&form, &[facts, line]).is(422);
        secretary.post(&form, &[facts, line, ("ground", "vi-khac")]).is(422);
        let draft = secretary.post(&form, &[facts, line, ("ground", "khai-man")]);
        let address = draft.is(303).leads_to().to_owned();
        let id = address.rsplit('/').next().unwrap().to_owned();
        checked(&test, person.code.as_deref().unwrap()).shows("Giấy khen thật");
        let chairman = test.browser(Role::Chairman);
        chairman.get(&format!("{address}/ban-hanh")).is(200).shows("Điều 93");
        let on = |day: &str| {
            let fields = [("issued_on", day), ("version", "1")];
            chairman.post(&format!("{address}/ban-hanh"), &fields)
        };
        on("21/03/2024").is(422);
        on("27/12/2023").is(422).shows("28/12/2023");
        secretary.post(&format!("{address}/ban-hanh"), &[]).is(403);
        on("20/03/2024").is(303);

        let page = checked(&test, person.code.as_deref().unwrap());
        page.is(200).shows("ĐÃ BỊ THU HỒI theo Quyết định 01/QĐ-UBND ngày 20/03/2024");
        page.hides("Giấy khen thật");
        // Whoever checks without a network takes the signed list along; it names a number, not a person.
        let commune = test.person(Role::CouncilSecretary).commune;
        let list = test.stranger().get(&format!("/kiem-tra/thu-hoi/{commune}"));
        let list: SignedList = String::from_utf8(list.is(200).bytes.clone()).unwrap().parse().unwrap();
        let key = certificates::keys(&test.app, &commune).unwrap().remove(0);
        let told = list.verify(&key.public).unwrap();
        let number = person.code.as_deref().unwrap().parse::<Code>().unwrap().short_number();
        assert_eq!(told.lines.len(), 1);
        assert_eq!(told.find(&number).unwrap().decision, "01/QĐ-UBND");
        test.stranger().get("/kiem-tra/thu-hoi/99999").is(404);
        // The register keeps the line and says so; it is no award that was received any more.
        let book = secretary.get("/so-khen-thuong?loai=individual");
        book.shows("Đã thu hồi").shows("ngày 20/03/2024 theo Quyết định 01/QĐ-UBND");
        let sheet = secretary.get("/so-khen-thuong?loai=individual&dang=csv");
        sheet.shows("Đã thu hồi ngày 20/03/2024 theo Quyết định 01/QĐ-UBND");
        let files = format!("/quyet-dinh/{}/giay-khen", decision.id);
        chairman.get(&format!("{files}/{seq}.pdf")).is(409).shows("đã bị thu hồi");
        let rest = chairman.get(&format!("{files}.pdf"));
        let rest = said(&rest.is(200).bytes, "a.pdf");
        assert!(!rest.contains(&person.on_paper.recipient), "it is not printed again");
        let text = said(&chairman.get(&format!("{address}/quyet-dinh.docx")).bytes, "a.docx");
        for words in ["Căn cứ Điều 93 Luật Thi đua", "270.000 đồng", "Hai trăm bảy mươi nghìn đồng",
            "Kê khai gian dối", "nộp lại Giấy khen"] {
            assert!(text.contains(words), "without “{words}”: {text}");
        }
        secretary.post(&form, &[facts, line, ("ground", "khai-man")]).is(422).shows("đã bị thu hồi");

        // What was awarded is no achievement any more, but it was one until that day.
        let accountant = test.browser(Role::Accountant);
        accountant.get("/ban-lam-viec").shows("Thu lại theo Quyết định 01/QĐ-UBND: còn 1");
        let back = format!("{address}/thu-lai/{seq}");
        let record = |what: &str, amount: &str, day: &str| {
            let fields = [("what", what), ("amount", amount), ("recovered_on", day), ("note", "Phiếu thu 05")];
            accountant.post(&back, &fields)
        };
        accountant.get(&back).is(200);
        record("money", "", "20/03/2024").is(422).shows("Phiếu thu 05");
        record("money", "-5", "20/03/2024").is(422);
        record("money", "270.001", "20/03/2024").is(422).shows("270.000");
        record("money", "100.000", "19/03/2024").is(422);
        record("money", "100.000", "20/03/2024").is(303);
        record("money", "170.001", "20/03/2024").is(422).shows("170.000");
        record("money", "170.000", "20/03/2024").is(303);
        record("object", "", "20/03/2024").is(303);
        record("object", "", "20/03/2024").is(409);
        accountant.get(&address).shows("270.000 / 270.000").shows("đã thu lại 20/03/2024");
        accountant.get("/ban-lam-viec").hides("Thu lại theo Quyết định");
        test.browser(Role::Auditor).post(&back, &[]).is(403);
        assert!(id.len() > 10);
    }

    fn where_the_catalog_is_silent_a_person_names_the_basis(engine: Engine) {
        let (test, decision) = issued(engine);
        let test = test.later("2023-12-29T02:00:00Z");
        let secretary = test.browser(Role::CouncilSecretary);
        let form = format!("/quyet-dinh/{}/thu-hoi", decision.id);
        secretary.get(&form).is(200).shows("Danh mục chưa có quy định về thu hồi");
        let facts = ("facts", "xét không đúng thẩm quyền");
        secretary.post(&form, &[facts, ("line", "1")]).is(422).shows("Hãy ghi căn cứ");
        let bases = ("bases", "Căn cứ Kết luận số 09/KL-TTr ngày 28/12/2023");
        secretary.post(&form, &[facts, ("line", "1"), bases]).is(303);
    }

    fn the_whole_decision_falls_with_all_of_its_lines(engine: Engine) {
        let (test, decision) = issued(engine);
        let lines: Vec<i64> = decision.awarded.iter().map(|line| line.seq).collect();
        let id = revocation(&test, &decision, &lines).unwrap();
        issue(&test, &id).unwrap();
        let auditor = test.person(Role::Auditor);
        let text = said(&amendments::docx_of(&test.app, &auditor, &id).unwrap().bytes, "a.docx");
        assert!(text.contains("Hủy bỏ Quyết định số 01/QĐ-UBND ngày 28 tháng 12 năm 2023"), "{text}");
        assert!(text.contains("chưa xác định được mức tiền thưởng"), "households have no known factor");
        assert!(now(&test, &decision).awarded.iter().all(|line| line.standing.is_revoked()));
        let all = test.browser(Role::Auditor).get(&format!("/quyet-dinh/{}/giay-khen.pdf", decision.id));
        all.is(409).shows("đã bị thu hồi");
        // Nothing of it is rewritten below the verbs either.
        for sql in [
            "UPDATE amendment SET facts = 'x'",
            "DELETE FROM amendment",
            "UPDATE amendment_line SET seq = 99",
            "DELETE FROM amendment_line",
        ] {
            let done = test.app.write(&test.person(Role::Chairman), |tx| Ok(tx.technical(sql, &[])?));
            assert!(matches!(done, Err(Refusal::Store(_))), "{sql}");
        }
    }

    fn two_who_take_the_same_back_at_once_do_it_once(engine: Engine) {
        let (test, decision) = issued(engine);
        let drafts: Vec<String> =
            (0..4).map(|_| revocation(&test, &decision, &[1]).unwrap()).collect();
        let start = Barrier::new(drafts.len());
        let done: Vec<bool> = std::thread::scope(|scope| {
            let (test, start) = (&test, &start);
            let threads: Vec<_> = drafts.iter().map(|id| scope.spawn(move || {
                start.wait();
                issue(test, id).is_ok()
            })).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(done.iter().filter(|issued| **issued).count(), 1);
        let chairman = test.person(Role::Chairman);
        let next = decisions::coming_number(&test.app, &chairman, test.app.today()).unwrap();
        assert_eq!(next, 2, "no number is lost");
    }

    fn a_draft_of_a_revocation_is_given_up_and_stays(engine: Engine) {
        let (test, decision) = issued(engine);
        let id = revocation(&test, &decision, &[1]).unwrap();
        let secretary = test.browser(Role::CouncilSecretary);
        let address = format!("/dieu-chinh/{id}");
        secretary.post(&format!("{address}/huy"), &[("version", "1"), ("reason", "")]).is(422);
        secretary.post(&format!("{address}/huy"), &[("version", "1"), ("reason", "Chưa có kết luận")]).is(303);
        secretary.get(&address).is(200).shows("Chưa có kết luận");
        assert!(matches!(issue(&test, &id), Err(Refusal::Rule(_))));
        assert_eq!(now(&test, &decision).awarded[0].standing, Standing::InForce);
    }

    fn a_certificate_is_handed_over_once_and_a_slip_is_taken_back(engine: Engine) {
        let (test, decision) = issued(engine);
        let culture = test.browser(Role::CultureCentre);
        culture.get("/ban-lam-viec").shows("Trao giấy khen theo Quyết định 01/QĐ-UBND");
        let address = format!("/quyet-dinh/{}/trao", decision.id);
        culture.get(&address).is(200).shows("chưa trao").shows("Ký nhận");
        let hand = |fields: &[(&str, &str)]| {
            let day = ("delivered_on", "15/01/2024");
            let all = [&[day, ("occasion", "Hội nghị tổng kết")], fields].concat();
            culture.post(&address, &all)
        };
        hand(&[]).is(422).shows("Hội nghị tổng kết");
        hand(&[("line", "999")]).is(422);
        hand(&[("line", "1"), ("receiver", "Đinh Thị Nhếch")]).is(422).shows("để trống cả hai");
        let other = [("receiver", "Đinh Thị Nhếch"), ("relation", "vợ")];
        hand(&[&[("line", "1"), ("line", "2")][..], &other].concat()).is(422).shows("từng giấy khen một");
        for day in ["27/12/2023", "21/03/2024", "32/01/2024"] {
            let fields = [("line", "1"), ("delivered_on", day), ("occasion", "Tại nhà")];
            culture.post(&address, &fields).is(422).shows("Tại nhà");
        }
        hand(&[&[("line", "1")][..], &other].concat()).is(303);
        hand(&[("line", "1"), ("line", "2")]).is(422).shows("đã được ghi là đã trao");
        hand(&[("line", "2")]).is(303);
        culture.get(&address).shows("Đinh Thị Nhếch (vợ) nhận thay").shows("15/01/2024");
        let auditor = test.person(Role::Auditor);
        let all = decisions::deliveries(&test.app, &auditor, &decision).unwrap();
        assert_eq!(all.len(), 2, "what was refused is not half done");
        test.browser(Role::Auditor).get(&address).is(200).hides("Ghi đã trao");
        let first = all.iter().find(|one| one.seq == 1).unwrap();
        let slip = format!("{address}/{}", first.id);
        culture.get(&slip).is(200);
        culture.post(&slip, &[("reason", "")]).is(422);
        culture.post(&slip, &[("reason", "Nhầm người")]).is(303);
        culture.post(&slip, &[("reason", "Nhầm người")]).is(404);
        hand(&[("line", "1")]).is(303);
        let all = decisions::deliveries(&test.app, &auditor, &decision).unwrap();
        assert_eq!(all.len(), 3, "the slip stays to be read");
        // A corrected certificate is another print, one that was taken back is not handed over.
        let id = revocation(&test, &decision, &[3]).unwrap();
        issue(&test, &id).unwrap();
        hand(&[("line", "3")]).is(422);
        let rest: Vec<String> = decisions::waiting(&now(&test, &decision), &all)
            .iter().map(|line| line.seq.to_string()).collect();
        let rest: Vec<_> = rest.iter().map(|seq| ("line", seq.as_str())).collect();
        hand(&rest).is(303);
        culture.get(&address).shows("Đã trao hết");
        culture.get("/ban-lam-viec").hides("Trao giấy khen theo Quyết định 01/QĐ-UBND");
    }

    fn the_golden_book_holds_everybody_once_and_finds_names_without_marks(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let browser = test.browser(Role::VillageHead);
        let page = browser.get("/so-vang");
        page.is(200).shows("312/QĐ-UBND").shows("đính chính 05/QĐ-UBND").shows("thu hồi 118/QĐ-UBND");
        browser.get("/so-vang?nam=2022").shows("312/QĐ-UBND").hides("298/QĐ-UBND");
        let auditor = test.person(Role::Auditor);
        let year = decisions::golden_book(&test.app, &auditor, Some(2022), "",
            &chungsuc_server::web::Paging::parse("", &Default::default(), &[])).unwrap().0;
        let numbers: Vec<i64> = year.iter().map(|one| one.line.seq).collect();
        assert_eq!(numbers, [1, 2, 3, 4], "without gap and double");
        let words = &year[3].line.on_paper.recipient;
        let plain = chungsuc_domain::text::fold(words.split_once(' ').unwrap().1).replace(' ', "+");
        browser.get(&format!("/so-vang?tim={plain}")).shows(words);
        browser.get("/so-vang?tim=khong+co+ai+ten+the").shows("Không có dòng nào khớp bộ lọc");
        let book = browser.get("/so-vang/2023.pdf");
        let text = said(&book.is(200).bytes, "a.pdf");
        assert!(text.contains("118/QĐ-UBND, 14/05/2024"), "{text}");
        assert!(browser.get("/so-vang/2023.docx").is(200).bytes.starts_with(b"PK"));
        browser.get("/so-vang/1999.pdf").is(404);
        browser.get("/so-vang/2023.exe").is(404);
        assert!(browser.get("/so-vang?dang=csv").is(200).bytes.len() > 100);
    }

    fn the_example_lives_through_a_correction_and_a_revocation(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let place = chungsuc_server::web::Paging::parse("", &Default::default(), &[]);
        let book = decisions::golden_book(&test.app, &auditor, Some(2023), "", &place).unwrap().0;
        let states: Vec<&Standing> = book.iter().map(|one| &one.line.standing).collect();
        assert!(matches!(states[4], Standing::Corrected { .. }), "{states:?}");
        assert!(matches!(states[6], Standing::Revoked { .. }), "{states:?}");
        let revoked = checked(&test, book[6].line.code.as_deref().unwrap());
        revoked.is(200).shows("ĐÃ BỊ THU HỒI theo Quyết định 118/QĐ-UBND ngày 14/05/2024");
        let secretary = test.browser(Role::CouncilSecretary);
        // Money is still to come back, and the corrected print waits to be handed over.
        secretary.get("/ban-lam-viec").shows("Thu lại theo Quyết định 118/QĐ-UBND: còn 1")
            .shows("Trao giấy khen theo Quyết định 298/QĐ-UBND: còn 1");
    }

    fn a_deputy_on_the_books_signs_for_the_head_and_not_a_day_longer(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let secretary = test.browser(Role::CouncilSecretary);
        let deputy = test.person(Role::Chairman);
        secretary.get("/nguoi-ky").is(200).shows("Chưa ghi người ký nào");
        let enter = |capacity: &str, from: &str, to: &str| {
            let fields = [("account", deputy.account.as_str()), ("capacity", capacity),
                ("valid_from", from), ("valid_to", to), ("paper", "Quyết định phân công 02/QĐ-UBND")];
            secretary.post("/nguoi-ky", &fields)
        };
        enter("KT. Chủ tịch", "01/12/2023", "").is(422).shows("KT. Chủ tịch");
        enter("KT. Chủ tịch\r\nPhó Chủ tịch", "01/12/2023", "30/11/2023").is(422);
        enter("KT. Chủ tịch\r\nPhó Chủ tịch", "32/12/2023", "").is(422).shows("phân công 02/QĐ-UBND");
        test.browser(Role::Auditor).post("/nguoi-ky", &[]).is(403);
        enter("KT. Chủ tịch\r\nPhó Chủ tịch", "01/12/2023", "28/12/2023").is(303);
        let chairman = test.browser(Role::Chairman);
        chairman.get(&format!("/quyet-dinh/{id}/ban-hanh")).shows("KT. Chủ tịch / Phó Chủ tịch");
        // The last day belongs to it, the next does not.
        let test = test.later("2023-12-29T02:00:00Z");
        let how = |on: &str| Issuing { on: on.parse().unwrap(), number: None, version: 1, reason: String::new() };
        let late = decisions::issue(&test.app, &deputy, &id, &how("2023-12-29"));
        assert!(matches!(late, Err(Refusal::Rule(_))), "{late:?}");
        decisions::issue(&test.app, &deputy, &id, &how("2023-12-28")).unwrap();
        let decision = now(&test, &decisions::find(&test.app, &deputy, &id).unwrap());
        assert_eq!(decision.signer_post, "KT. Chủ tịch\nPhó Chủ tịch");
        let paper = decisions::document(&test.app, &deputy, &id).unwrap();
        let text = said(&paper.bytes, "a.docx");
        assert!(text.contains("KT. CHỦ TỊCH PHÓ CHỦ TỊCH"), "{text}");
        let print = test.browser(Role::Auditor).get(&format!("/quyet-dinh/{id}/giay-khen/1.pdf"));
        let print = said(&print.is(200).bytes, "a.pdf");
        assert!(print.contains("KT. CHỦ TỊCH") && print.contains("PHÓ CHỦ TỊCH"), "{print}");
    }
}
