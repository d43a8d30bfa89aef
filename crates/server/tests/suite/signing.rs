//! Files to sign: made once, signed elsewhere, brought back, and told what they are worth.

use std::sync::Arc;

use chungsuc_press::signed::Roots;
use chungsuc_server::access::Role;
use chungsuc_server::features::files::NewFile;
use chungsuc_server::features::signing;

use crate::harness::*;

const PLAIN: &[u8] = include_bytes!("../../../press/tests/signed/plain.pdf");
const SIGNED: &[u8] = include_bytes!("../../../press/tests/signed/rsa.pdf");
const SIGNED_TWICE: &[u8] = include_bytes!("../../../press/tests/signed/two.pdf");
const SHA1: &[u8] = include_bytes!("../../../press/tests/signed/sha1.pdf");
const ROOT: &[u8] = include_bytes!("../../../press/tests/signed/root.pem");

/// The first address of that shape on a page, such as `/quyet-dinh/…`.
fn first_door(page: &Page, folder: &str) -> String {
    let door = format!("href=\"{folder}");
    let parts = page.text.split(&door).skip(1);
    let mut ids = parts.filter_map(|part| part.split('"').next()).filter(|id| id.len() == 36);
    format!("{folder}{}", ids.next().expect("a record"))
}

fn issued_decision(browser: &Browser<'_>) -> String {
    first_door(&browser.get("/quyet-dinh?trang-thai=issued"), "/quyet-dinh/")
}

/// Makes the file to sign; gives the address of the page of signatures.
fn prepare(browser: &Browser<'_>, record: &str) -> String {
    let page = browser.post(&format!("{record}/tep-de-ky"), &[]);
    page.is(303);
    page.leads_to().to_owned()
}

fn bring_back(browser: &Browser<'_>, place: &str, version: &str, content: &[u8]) -> Page {
    browser.post_file(place, &[("version", version)], ("file", "da-ky.pdf", content))
}

on_both_engines! {
    fn the_file_to_sign_is_made_once_and_stays(engine: Engine) {
        let test = TestApp::example(engine);
        let chairman = test.browser(Role::Chairman);
        let decision = issued_decision(&chairman);
        chairman.get(&decision).shows("Chưa ký số").shows("Lập tệp PDF để ký");
        let place = prepare(&chairman, &decision);
        let file = chairman.get(&format!("{place}/de-ky.pdf"));
        assert!(file.bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(prepare(&chairman, &decision), place);
        assert_eq!(chairman.get(&format!("{place}/de-ky.pdf")).bytes, file.bytes);
        let page = chairman.get(&place);
        page.is(200).shows("Chưa có tệp đã ký").shows("SHA-256").shows("1 ô chữ ký trống");
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&decision).hides("Lập tệp PDF để ký");
        head.get(&place).is(200).hides("Tải tệp đã ký lên");
        bring_back(&head, &place, "1", SIGNED).is(403);
    }

    fn a_sent_report_is_signed_too_and_a_draft_is_not(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let list = board.get("/bao-cao");
        let reports = list.text.split("href=\"/bao-cao/").skip(1);
        let ids = reports.filter_map(|part| part.split('"').next()).filter(|id| id.len() == 36);
        let mut answers: Vec<u16> = ids
            .map(|id| board.post(&format!("/bao-cao/{id}/tep-de-ky"), &[]).status)
            .collect();
        answers.sort_unstable();
        answers.dedup();
        assert_eq!(answers, [303, 404], "sent ones, and the draft of this half-year");
    }

    fn what_is_no_good_is_refused_with_the_way_on(engine: Engine) {
        let test = TestApp::example(engine);
        let chairman = test.browser(Role::Chairman);
        let place = prepare(&chairman, &issued_decision(&chairman));
        let mut altered = SIGNED.to_vec();
        let sheet = altered.windows(5).position(|part| part == b"[0 0 ").unwrap();
        altered[sheet + 1] = b'9';
        for (content, words) in [
            (b"K\xe1\xba\xbf ho\xe1\xba\xa1ch".as_slice(), "không phải PDF"),
            (PLAIN, "chưa có chữ ký số"),
            (&altered, "đã bị sửa sau khi ký"),
            (SHA1, "Không kiểm tra được chữ ký"),
        ] {
            bring_back(&chairman, &place, "1", content).is(422).shows(words);
        }
        chairman.post_file(&place, &[("version", "1")], ("file", "", b"")).is(422);
        chairman.get(&place).shows("Chưa có tệp đã ký");
    }

    fn a_signed_file_is_kept_to_the_byte_and_its_signers_are_named(engine: Engine) {
        let test = TestApp::example(engine);
        let chairman = test.browser(Role::Chairman);
        let decision = issued_decision(&chairman);
        let place = prepare(&chairman, &decision);
        bring_back(&chairman, &place, "1", SIGNED_TWICE).is(303);
        assert_eq!(chairman.get(&format!("{place}/da-ky.pdf")).bytes, SIGNED_TWICE);
        let page = chairman.get(&place);
        page.shows("Chữ ký thứ 1").shows("Chữ ký thứ 2").shows("Còn nguyên").hides("Đã bị sửa");
        page.shows("Chỉ một phần: ").shows("Toàn bộ tệp").shows("theo máy của người ký");
        page.shows("Không kiểm tra được chuỗi chứng thư");
        page.shows("không đối chiếu từng byte được");
        chairman.get(&decision).shows("Đã ký số").shows("Lương Đức Khải, Văn thư thử");
        bring_back(&chairman, &place, "1", SIGNED).is(409);
        bring_back(&chairman, &place, "2", SIGNED).is(303);
        let page = chairman.get(&place);
        page.hides("Chữ ký thứ 2").shows("<del>Lương Đức Khải, Văn thư thử</del>");
    }

    fn with_roots_the_chain_is_followed(engine: Engine) {
        let mut roots = Roots::default();
        roots.add_pem(ROOT).unwrap();
        let test = TestApp::example(engine).trusting(Arc::new(roots));
        let chairman = test.browser(Role::Chairman);
        let place = prepare(&chairman, &issued_decision(&chairman));
        bring_back(&chairman, &place, "1", SIGNED).is(303);
        chairman.get(&place).shows("Dẫn tới chứng thư gốc “Gốc thử”");
    }

    fn a_file_that_goes_on_from_the_one_to_sign_is_known_again(engine: Engine) {
        let test = TestApp::new(engine);
        let (person, file) = (test.person(Role::CouncilSecretary), ("file", "a.txt", b"a".as_slice()));
        let secretary = test.browser_of(&person);
        let fields = [
            ("kind", "notice"),
            ("direction", "outgoing"),
            ("issued_on", "1/12/2023"),
            ("issuer", "Ủy ban nhân dân xã Tơ Tung"),
            ("title", "Về việc họp"),
            ("readers", "staff"),
        ];
        let paper = secretary.post_file("/van-ban/ghi", &fields, file).leads_to().to_owned();
        let id = paper.rsplit('/').next().unwrap();
        let made = || Ok(NewFile::made("de-ky.pdf", PLAIN.to_vec()));
        signing::prepare(&test.app, &person, id, made).unwrap();
        let place = format!("{paper}/chu-ky");
        bring_back(&secretary, &place, "1", SIGNED).is(303);
        secretary.get(&place).shows("Tệp đã ký đúng là tệp để ký ở trên");
    }

    fn the_signatures_of_a_paper_that_came_in_are_looked_at(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let fields = [
            ("kind", "decision"),
            ("direction", "incoming"),
            ("issued_on", "1/12/2023"),
            ("received_on", "2/12/2023"),
            ("issuer", "Ủy ban nhân dân huyện"),
            ("title", "Về việc khen thưởng"),
            ("readers", "staff"),
        ];
        let paper = secretary.post_file("/van-ban/ghi", &fields, ("file", "den.pdf", SIGNED_TWICE));
        let place = format!("{}/chu-ky", paper.leads_to());
        secretary.get(paper.leads_to()).shows(&place);
        secretary.get(&place).shows("Chữ ký thứ 2").shows("Văn thư thử");
        secretary.get(&format!("{place}/de-ky.pdf")).is(404);
        bring_back(&secretary, &place, "1", SIGNED).is(409).shows("chưa có tệp để ký");
    }
}
