//! Templates that officers change: checked, tried, taken into use, and never a part of what was issued.

use std::sync::Barrier;

use chungsuc_press::read::source;
use chungsuc_press::template::{Draft, Part, Template};
use chungsuc_press::{Block, check};
use chungsuc_server::access::Role;
use chungsuc_server::catalog;
use chungsuc_server::features::templates::{self, Sort, sorts};
use chungsuc_server::features::{decisions, movements};
use chungsuc_server::refusal::Refusal;
use chungsuc_server::web::UploadedFile;
use chungsuc_store::StoreError;

use crate::decisions::{drafted, held_in};
use crate::harness::*;

const SORT: &Sort = &sorts::AWARD_DECISION;
const PAGE: &str = "/mau-van-ban/quyet-dinh-khen-thuong";

/// The shipped decision with something changed in it, as the file that an officer sends.
fn changed(test: &TestApp, change: impl FnOnce(&mut Draft)) -> Vec<u8> {
    let mut draft = templates::shipped(SORT).unwrap().0;
    change(&mut draft);
    templates::blank(&test.person(Role::CouncilSecretary), SORT, &draft).unwrap()
}

/// The shipped decision with one more article.
fn with_article(test: &TestApp, text: &str) -> Vec<u8> {
    changed(test, |draft| draft.body.push(Part::Article(text.into())))
}

fn send(browser: &Browser<'_>, content: &[u8]) -> Page {
    browser.post_file(PAGE, &[("note", "Thêm một điều")], ("file", "mau.docx", content))
}

/// Sends a file; gives the address of its version.
fn version(browser: &Browser<'_>, content: &[u8]) -> String {
    let page = send(browser, content);
    page.is(303);
    page.leads_to().to_owned()
}

/// A file of the kind in which Word keeps locked and old documents, with a part of that name.
fn of_old_word(part: &str) -> Vec<u8> {
    let head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let name = part.encode_utf16().flat_map(u16::to_le_bytes);
    head.into_iter().chain([0; 504]).chain(name).collect()
}

/// The articles that a document printed now has.
fn articles(test: &TestApp) -> Vec<String> {
    let by = test.person(Role::CouncilSecretary);
    let template = templates::current(&test.app, &by, SORT).unwrap();
    let document = templates::example(&test.app, &by, SORT, &template).unwrap();
    let text = |block| match block {
        Block::Article { text, .. } => Some(text.to_string()),
        _ => None,
    };
    document.body.into_iter().filter_map(text).collect()
}

#[test]
fn every_shipped_template_is_sound_and_keeps_to_the_rules_of_layout() {
    let rulebooks = catalog::rulebooks().unwrap();
    let test = TestApp::new(Engine::Sqlite);
    let by = test.person(Role::CouncilSecretary);
    for sort in sorts::ALL {
        let (draft, template) = templates::shipped(sort).unwrap();
        assert!(!draft.body.is_empty(), "{}", sort.code);
        let document = templates::example(&test.app, &by, sort, &template).unwrap();
        let docx = chungsuc_press::docx(&document, &catalog::layout().unwrap()).unwrap();
        let today = test.app.today();
        let report = check::check(&docx, &rulebooks, Some(today), today).unwrap();
        assert!(report.findings.is_empty(), "{}: {:?}", sort.code, report.findings);
        // What an officer gets holds every mark; sent back unchanged, it is the same paper.
        let blank = templates::blank(&by, sort, &draft).unwrap();
        let back = Draft::from_docx(&blank).unwrap();
        assert_eq!(templates::blank(&by, sort, &back).unwrap(), blank, "{}", sort.code);
        assert!(Template::of(&back, sort.fields).is_ok());
    }
}

on_both_engines! {
    fn an_officer_changes_the_words_and_goes_back(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get("/mau-van-ban").is(200).shows("Quyết định khen thưởng").shows("Bản gốc");
        secretary.get(PAGE).is(200).shows("{{tên phong trào}}").shows("Chưa có bản nào của đơn vị");
        assert!(secretary.get(&format!("{PAGE}/dang-dung.docx")).bytes.starts_with(b"PK"));
        let sent = with_article(&test, "Niêm yết danh sách tại {{xã}} trong 10 ngày.");
        let place = version(&secretary, &sent);
        assert_eq!(place, format!("{PAGE}/ban/1"));
        let page = secretary.get(&place);
        page.is(200).shows("Mẫu không có lỗi").shows("Niêm yết danh sách tại xã Tơ Tung trong 10 ngày");
        assert_eq!(secretary.get(&format!("{place}/tep.docx")).bytes, sent);
        assert!(secretary.get(&format!("{place}/xem-thu.pdf")).bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(articles(&test).len(), 3, "nothing is in use before it is accepted");
        secretary.post(&format!("{place}/dung"), &[("step", "0")]).is(303);
        assert_eq!(articles(&test).len(), 4);
        secretary.get(PAGE).shows("Bản 1").shows("Thêm một điều").hides("Bản gốc</span>");
        secretary.get("/mau-van-ban").shows("Bản 1");
        secretary.post(&format!("{PAGE}/ban-goc"), &[("step", "1")]).is(303);
        assert_eq!(articles(&test).len(), 3);
        secretary.post(&format!("{place}/dung"), &[("step", "2")]).is(303);
        assert_eq!(articles(&test).len(), 4, "an older version is taken into use again");
        secretary.get(PAGE).shows("Lịch sử thay đổi").shows("bản gốc");
    }

    fn faults_are_told_with_their_place_and_change_nothing(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let sent = changed(&test, |draft| {
            draft.body.push(Part::Paragraph("Theo {{tên phong chào}} của xã.".into()));
            draft.body.push(Part::Paragraph("{{lặp danh sách}}".into()));
            draft.recipients.push("{{danh sách}}".into());
        });
        let place = version(&secretary, &sent);
        let page = secretary.get(&place);
        page.is(200).shows("có 3 chỗ cần sửa");
        page.shows("Nội dung, đoạn 5").shows("Theo {{tên phong chào}} của xã.");
        page.shows("Không có trường “tên phong chào”").shows("Có phải ý là “tên phong trào” không?");
        page.shows("<li>{{số lượng đối tượng}}</li>");
        page.shows("Nội dung, đoạn 6").shows("{{lặp danh sách}} chưa được đóng").shows("{{hết lặp}}");
        page.shows("Nơi nhận, dòng ").shows("“danh sách” không phải là chữ");
        page.hides("Dùng bản này");
        assert_eq!(secretary.get(&format!("{place}/tep.docx")).bytes, sent, "stays to compare");
        secretary.get(&format!("{place}/xem-thu.pdf")).is(409).shows("còn chỗ sai");
        secretary.post(&format!("{place}/dung"), &[("step", "0")]).is(409).shows("còn chỗ sai");
        assert_eq!(articles(&test).len(), 3);
    }

    fn what_is_no_template_gets_one_sentence(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let large = vec![b'P'; 11 * 1024 * 1024];
        let (locked, old) = (of_old_word("EncryptedPackage"), of_old_word("WordDocument"));
        for (content, words) in [
            (b"Quy\xe1\xba\xbft \xc4\x91\xe1\xbb\x8bnh".as_slice(), "không phải tệp Word (.docx)"),
            (b"%PDF-1.7 khong phai Word", "không phải tệp Word (.docx)"),
            (b"", "mau.docx” không có nội dung"),
            (&large, "lớn hơn 10 MB. Mẫu chỉ có chữ"),
            (&locked, "có mật khẩu"),
            (&old, "dạng tệp cũ"),
            (b"PK\x03\x04 cut off", "bị hỏng"),
        ] {
            let page = send(&secretary, content);
            page.is(422).shows(words).shows("Thêm một điều");
        }
        secretary.post_file(PAGE, &[("note", "")], ("file", "", b"")).is(422);
        let long = "ghi ".repeat(100);
        let sent = with_article(&test, "Thi hành.");
        let page = secretary.post_file(PAGE, &[("note", &long)], ("file", "mau.docx", &sent));
        page.is(422).shows("dài quá 200 chữ");
        secretary.get(PAGE).shows("Chưa có bản nào của đơn vị");
        secretary.get("/mau-van-ban/khong-co").is(404);
        secretary.get(&format!("{PAGE}/ban/1")).is(404);
    }

    fn two_officers_at_once_keep_both_uploads_and_choose_once(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let both = [test.person(Role::CouncilSecretary), test.person(Role::ProgrammeBoard)];
        let start = Barrier::new(2);
        let sent = UploadedFile {
            field: "file".into(),
            name: "mau.docx".into(),
            content: with_article(&test, "Niêm yết."),
        };
        let mut brought: Vec<i64> = std::thread::scope(|scope| {
            let bring = |by| {
                start.wait();
                templates::bring(&test.app, by, SORT, "", &sent).unwrap()
            };
            let threads: Vec<_> = both.iter().map(|by| scope.spawn(move || bring(by))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        brought.sort_unstable();
        assert_eq!(brought, [1, 2], "neither upload is lost");
        let done: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (1..).zip(&both).map(|(number, by)| {
                let (app, start) = (&test.app, &start);
                scope.spawn(move || {
                    start.wait();
                    templates::choose(app, by, SORT, Some(number), 0)
                })
            }).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let lost = |one: &&Result<(), Refusal>| {
            matches!(one, Err(Refusal::Store(StoreError::Conflict)))
        };
        assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1, "{done:?}");
        assert_eq!(done.iter().filter(lost).count(), 1, "{done:?}");
        secretary.post(&format!("{PAGE}/ban-goc"), &[("step", "0")]).is(409);
    }

    fn readers_read_and_change_nothing(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let place = version(&secretary, &with_article(&test, "Thi hành."));
        let auditor = test.browser(Role::Auditor);
        auditor.get(PAGE).is(200).hides("Kiểm tra mẫu").hides("Dùng lại bản gốc");
        auditor.get(&place).is(200).hides("Dùng bản này");
        auditor.post(&format!("{place}/dung"), &[("step", "0")]).is(403);
        send(&auditor, &with_article(&test, "Không được.")).is(403);
    }

    fn what_was_issued_keeps_its_words(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let by = test.person(Role::CouncilSecretary);
        let movement = movements::current(&test.app, &by).unwrap().unwrap();
        let issued = decisions::issued_in(&test.app, &by, &movement.id, movement.period).unwrap();
        let printed = |one: &decisions::Issued| {
            decisions::document(&test.app, &test.person(Role::CultureCentre), &one.id).unwrap().bytes
        };
        let before: Vec<_> = issued.iter().map(printed).collect();
        let text = source(&before[0], "quyet-dinh.docx").unwrap().text().to_owned();
        for words in [
            "QUYẾT ĐỊNH:",
            "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Tơ Tung cho ",
            " có thành tích trong Phong trào thi đua “",
            "” (có danh sách kèm theo).",
            "Tiền thưởng kèm theo Giấy khen được thực hiện theo quy định hiện hành. ",
            " Kinh phí chi từ ",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Tơ Tung, Hội đồng Thi đua - Khen \
             thưởng xã Tơ Tung, các cơ quan, đơn vị liên quan và tập thể, hộ gia đình, cá nhân có \
             tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này",
            "Khóa công khai kiểm tra mã QR trên giấy khen: ",
            "Như Điều 3",
        ] {
            assert!(text.contains(words), "without “{words}”: {text}");
        }
        let secretary = test.browser_of(&by);
        version(&secretary, &with_article(&test, "Niêm yết công khai."));
        templates::choose(&test.app, &by, SORT, Some(1), 0).unwrap();
        assert_eq!(issued.iter().map(printed).collect::<Vec<_>>(), before);
        // As a decision that was issued before files were kept: it has the shipped words.
        test.app.write(&by, |tx| {
            tx.technical("DELETE FROM decision_document WHERE decision = $1", &[
                issued[0].id.as_str().into(),
            ])
            .map_err(Refusal::from)
        }).unwrap();
        assert_eq!(printed(&issued[0]), before[0]);
        let chairman = test.person(Role::Chairman);
        let paper = decisions::prepare_to_sign(&test.app, &chairman, &issued[0].id).unwrap();
        let to_sign = test.browser_of(&chairman).get(&format!("/van-ban/{paper}/chu-ky/de-ky.pdf"));
        let text = source(&to_sign.bytes, "de-ky.pdf").unwrap().text().to_owned();
        assert!(text.contains("Điều 3.") && !text.contains("Niêm yết"), "{text}");
    }

    fn a_draft_is_proposed_and_printed_in_the_words_of_the_office(engine: Engine) {
        let test = TestApp::example(engine);
        let by = test.person(Role::CouncilSecretary);
        let sent = changed(&test, |draft| {
            draft.recipients.insert(4, "Trang thông tin điện tử {{xã}}".into());
            draft.body.push(Part::Article("Niêm yết công khai.".into()));
        });
        version(&test.browser_of(&by), &sent);
        templates::choose(&test.app, &by, SORT, Some(1), 0).unwrap();
        let (test, sitting, movement) = held_in(test);
        let secretary = test.browser_of(&by);
        let form = secretary.get(&format!("/quyet-dinh/lap?phien={sitting}&phong-trao={movement}"));
        form.is(200).shows("Trang thông tin điện tử xã Tơ Tung").shows("Căn cứ Nghị định số ");
        form.shows("Về việc tặng Giấy khen cho ").shows("Theo đề nghị của Hội đồng");
        let id = drafted(&test, &sitting, &movement);
        let draft = decisions::document(&test.app, &by, &id).unwrap().bytes;
        let text = source(&draft, "du-thao.docx").unwrap().text().to_owned();
        assert!(text.contains("Niêm yết công khai"), "{text}");
        assert!(text.contains("Về việc tặng Giấy khen năm 2023"), "as the secretary typed it: {text}");
        assert!(!text.contains("Trang thông tin"), "the secretary typed other recipients: {text}");
    }

    fn a_version_that_does_not_fit_any_more_falls_back(engine: Engine) {
        let test = TestApp::new(engine);
        let by = test.person(Role::CouncilSecretary);
        let secretary = test.browser_of(&by);
        version(&secretary, &with_article(&test, "Thi hành."));
        templates::choose(&test.app, &by, SORT, Some(1), 0).unwrap();
        assert_eq!(articles(&test).len(), 4);
        secretary.get("/ban-lam-viec").hides("không còn khớp");
        // As an older program may have kept it, with a field that there is no more.
        let old = with_article(&test, "Theo {{trường cũ}}.");
        test.app.write(&by, |tx| {
            tx.technical("UPDATE file SET content = $1", &[old.as_slice().into()])
                .map_err(Refusal::from)
        }).unwrap();
        // A newer program reads anew what the older one had understood.
        let test = test.restarted();
        let secretary = test.browser_of(&by);
        assert_eq!(articles(&test).len(), 3, "the shipped words are printed");
        secretary.get(PAGE).shows("không còn khớp với các trường").shows("đang in bằng bản gốc");
        secretary.get("/mau-van-ban").shows("đang in bằng bản gốc");
        secretary.get("/ban-lam-viec").shows("của đơn vị không còn khớp với chương trình");
        test.browser(Role::ProgrammeBoard).get("/ban-lam-viec").shows("không còn khớp");
        test.browser(Role::Chairman).get("/ban-lam-viec").hides("không còn khớp");
    }
}
