//! From the document of a plan to its movement: read, corrected, kept, adopted once.

use chungsuc_server::access::Role;

use crate::harness::*;

const PLAN: &[u8] = include_bytes!("../../../../examples/to-tung/ke-hoach-2024.txt");
const UPLOAD: &str = "/phong-trao/lap";

fn upload(browser: &Browser<'_>, name: &str, content: &[u8]) -> Page {
    browser.post_file(UPLOAD, &[], ("file", name, content))
}

fn plan_with(change: impl Fn(&str) -> String) -> Vec<u8> {
    change(std::str::from_utf8(PLAN).unwrap()).into_bytes()
}

/// What a browser would send of the page's form: every field with what stands in it.
fn fields(page: &Page) -> Vec<(String, String)> {
    let form =
        page.text.split("<form id=\"typed\"").nth(1).unwrap().split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
        Some(plain(value))
    };
    let mut found = Vec::new();
    for piece in form.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let Some(name) = attribute(tag, "name").filter(|_| !tag.starts_with("button")) else {
            if tag.starts_with("option") && tag.contains(" selected") {
                let chosen: &mut (String, String) = found.last_mut().unwrap();
                chosen.1 = attribute(tag, "value").unwrap();
            }
            continue;
        };
        let boxed = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
        if name == "the" || boxed && !tag.contains(" checked") {
            continue;
        }
        let value = match tag.starts_with("textarea") {
            true => plain(text.strip_prefix('\n').unwrap_or(text)),
            false => attribute(tag, "value").unwrap_or_default(),
        };
        found.push((name, value));
    }
    found
}

fn plain(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(known, _)| known != name);
    fields.push((name.to_owned(), value.to_owned()));
}

fn send(browser: &Browser<'_>, address: &str, fields: &[(String, String)], act: &str) -> Page {
    let mut sent: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    sent.push(("act", act));
    browser.post(address, &sent)
}

/// Fills in what the document does not say.
fn completed(page: &Page) -> Vec<(String, String)> {
    let mut fields = fields(page);
    set(&mut fields, "subject.0.merits", "Giữ đường sạch\nTrồng cây");
    set(&mut fields, "stage.0.text", "Tổ chức phong trào");
    set(&mut fields, "stage.3.from", "1/12/2024");
    set(&mut fields, "award.0.code", "none");
    fields
}

#[track_caller]
fn has(fields: &[(String, String)], name: &str, value: &str) {
    let found = fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert_eq!(found, Some(value), "{name}");
}

on_both_engines! {
    fn a_document_is_read_corrected_and_becomes_a_movement(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let draft = upload(&board, "kế hoạch.txt", PLAN).is(303).leads_to().to_owned();
        let page = board.get(&draft);
        page.is(200).shows("<mark id=\"v-paper.number\">12/KH-UBND").shows("href=\"#v-paper.number\"");
        let understood = fields(&page);
        for (name, value) in [
            ("paper.number", "12/KH-UBND"),
            ("paper.issued_on", "15/01/2024"),
            ("movement.name", "Tơ Tung sáng đường, xanh ngõ"),
            ("movement.from", "01/02/2024"),
            ("movement.to", "31/12/2024"),
            ("target.2.due", "31/12/2024"),
            ("target.2.unit", "Leng"),
            ("target.2.standard", "lang-ntm-gia-lai"),
            ("subject.3.kind", "household"),
            ("subject.3.merits", "Trước nhà có cây, có thùng rác, không lấn đường"),
            ("stage.2.from", "01/04/2024"),
            ("stage.2.to", "30/06/2024"),
            ("awards.codes", "bang-khen-tinh"),
            ("duty.1.bearer", "Trung tâm Văn hóa xã"),
            ("reporting.cycle", "half_yearly"),
            ("basis.1.number", "98/2023/NĐ-CP"),
        ] {
            has(&understood, name, value);
        }
        let movement = send(&board, &draft, &completed(&page), "adopt").is(303).leads_to().to_owned();
        let page = board.get(&movement);
        page.is(200).shows("Tơ Tung sáng đường, xanh ngõ").shows("01/02/2024 – 31/12/2024");
        page.shows("/tieu-chi/23668-05").shows("Trồng cây").shows("Lắp đèn ở năm làng").shows("SHA-256");
        let original = board.get(&format!("{movement}/tep"));
        assert_eq!(original.is(200).bytes, PLAN, "the file is kept byte for byte");
        assert!(original.headers["content-disposition"].starts_with("attachment"));
        board.get(&format!("{movement}/khen-thuong")).shows("Giấy khen").hides("Kỷ niệm chương");
        board.get(&format!("{movement}/nhiem-vu")).shows("Tuyên truyền trên loa");
        assert_eq!(board.get(&draft).is(303).leads_to(), movement);
        board.get(UPLOAD).hides("12/KH-UBND");
        board.get("/van-ban?tu=trang+tin+cua+xa").shows("12/KH-UBND");
    }

    fn what_is_missing_comes_back_beside_its_field_with_all_that_was_typed(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let draft = upload(&board, "kh.txt", PLAN).leads_to().to_owned();
        let mut fields = fields(&board.get(&draft));
        set(&mut fields, "movement.name", "Đường sáng");
        set(&mut fields, "movement.to", "31/02/2024");
        set(&mut fields, "target.0.unit", "Làng không có");
        set(&mut fields, "subject.1.merits", " ");
        let page = send(&board, &draft, &fields, "adopt");
        page.is(422).shows("value=\"Đường sáng\"").shows("value=\"31/02/2024\"").shows("#movement.to");
        page.shows("Hãy ghi ít nhất một tiêu chí").shows("href=\"#award.0.code\"").shows("Làng không có");
        page.shows("href=\"#target.0.standard\"").shows("id=\"target.0.standard\"");
        board.get("/phong-trao").shows("Chưa có phong trào nào");
        board.get(&draft).shows("value=\"Đường sáng\"");
    }

    fn rows_are_added_and_dropped_and_a_looked_at_value_loses_its_mark(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let draft = upload(&board, "kh.txt", PLAN).leads_to().to_owned();
        let page = board.get(&draft);
        let look = |page: &Page| page.text.matches("cần người xem lại</span>").count();
        let before = look(&page);
        let mut fields = fields(&page);
        set(&mut fields, "target.0.drop", "on");
        set(&mut fields, "target.3.text", "Mỗi làng một vườn ươm");
        set(&mut fields, "movement.funding", "Quỹ thi đua của xã");
        let reply = send(&board, &draft, &fields, "more.target");
        assert_eq!(reply.is(303).headers["location"], format!("{draft}?them=target&phan=1#target"));
        let page = board.get(&format!("{draft}?them=target"));
        page.shows("name=\"target.5.text\"").hides("name=\"target.6.text\"");
        let fields = self::fields(&page);
        has(&fields, "target.0.text", "Trồng mới 3 km hàng cây ven đường");
        has(&fields, "target.2.text", "Mỗi làng một vườn ươm");
        page.shows("<mark id=\"v-target.0\">trồng mới").hides("v-target.2\"");
        assert_eq!(look(&page), before - 1, "the funding was looked at");
    }

    fn a_draft_outlives_the_browser_and_can_be_discarded(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let draft = upload(&board, "kế hoạch.txt", PLAN).leads_to().to_owned();
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get(UPLOAD).shows("12/KH-UBND").shows(&draft).shows("kế hoạch.txt");
        assert_eq!(upload(&secretary, "khác tên.txt", PLAN).is(303).leads_to(), draft);
        assert_eq!(secretary.get(&format!("{draft}/tep")).bytes, PLAN);
        let stale = fields(&board.get(&draft));
        let mut newer = stale.clone();
        set(&mut newer, "paper.place", "Kông Lơng Khơng");
        send(&secretary, &draft, &newer, "save").is(303);
        let page = send(&board, &draft, &stale, "save");
        page.is(422).shows("Người khác vừa lưu").shows("<mark id=\"v-paper.number\">");
        board.get(&draft).shows("Kông Lơng Khơng");
        secretary.post(&format!("{draft}/bo?phien=1"), &[]).is(409);
        secretary.post(&format!("{draft}/bo?phien=2"), &[]).is(303);
        board.get(UPLOAD).hides("12/KH-UBND");
        send(&board, &draft, &stale, "save").is(409);
        assert_ne!(upload(&board, "lại.txt", PLAN).is(303).leads_to(), draft, "it may begin anew");
    }

    fn a_plan_is_adopted_once(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let draft = upload(&board, "kh.txt", PLAN).leads_to().to_owned();
        let retyped = plan_with(|plan| plan.replace("Số: 12/", "Số: 012/"));
        let second = upload(&board, "gõ lại.txt", &retyped).is(303).leads_to().to_owned();
        let page = board.get(&draft);
        let movement = send(&board, &draft, &completed(&page), "adopt").is(303).leads_to().to_owned();
        let link = format!("href=\"{movement}\"");
        upload(&board, "kh.txt", PLAN).is(422).shows("không lập lần nữa").shows(&link);
        let page = board.get(&second);
        page.is(200).shows("không lập lần nữa").shows(&link).hides("value=\"adopt\"");
        send(&board, &second, &completed(&page), "adopt").is(409).shows("đã được lập thành phong trào");
        let other_year = plan_with(|plan| plan.replace("năm 2024", "năm 2025").replace("/2024", "/2025"));
        let next = upload(&board, "sau.txt", &other_year).is(303).leads_to().to_owned();
        let page = board.get(&next);
        send(&board, &next, &completed(&page), "adopt").is(303);
    }

    fn a_file_that_is_no_plan_says_what_it_is_and_what_to_do(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let decision = plan_with(|plan| plan.replace("\nKẾ HOẠCH\n", "\nQUYẾT ĐỊNH\n"));
        upload(&board, "qd.txt", &decision).is(422).shows("Văn bản này là Quyết định, không phải kế hoạch");
        upload(&board, "thu.txt", "Kính gửi cô chú".as_bytes()).is(422).shows("Không thấy dòng");
        upload(&board, "cu.rtf", b"{\\rtf1").is(422).shows("lưu lại dạng .docx");
        upload(&board, "anh.pdf", b"%PDF-1.4 nothing").is(422);
        board.post_file(UPLOAD, &[("x", "y")], ("other", "kh.txt", PLAN)).is(422).shows("chưa được điền");
        board.get(UPLOAD).hides("Bản nháp đang soạn");
    }

    fn the_page_of_a_usual_plan_is_small(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        let draft = upload(&board, "kh.txt", PLAN).leads_to().to_owned();
        let size = board.get(&draft).is(200).bytes.len();
        assert!(size < 60 * 1024, "{size} bytes");
    }

    fn a_long_plan_is_shown_part_by_part_and_its_page_stays_small(engine: Engine) {
        let test = TestApp::new(engine);
        let board = test.browser(Role::ProgrammeBoard);
        // Eight pages: the sections of a usual plan, and long explanations between them.
        let more = "Các đơn vị vận dụng cách làm hay của năm trước, bàn bạc trong Nhân dân rồi mới làm, \
            việc nào dễ làm trước, việc nào khó làm sau, làm đến đâu gọn đến đấy.\n\n";
        let long = plan_with(|plan| {
            let at = plan.find("\nII. ").unwrap();
            format!("{}\n{}{}", &plan[..at], more.repeat(110), &plan[at..])
        });
        let draft = upload(&board, "kh.txt", &long).leads_to().to_owned();
        let first = board.get(&draft);
        first.is(200).shows("Phần 1").shows("Phần 2");
        // Whole, the document alone has more than 20 KB.
        assert!(long.len() > 24 * 1024 && first.bytes.len() < 44 * 1024, "{}", first.bytes.len());

        // The signer stands in the last part; what is typed is kept on the way there.
        let mut typed = fields(&first);
        set(&mut typed, "movement.name", "Một tên đang gõ dở");
        let sent = send(&board, &draft, &typed, "words.paper.signer_name");
        let there = sent.headers["location"].clone();
        assert!(there.ends_with("#v-paper.signer_name"), "{there}");
        let last = board.get(there.split('#').next().unwrap());
        last.is(200).shows("id=\"v-paper.signer_name\"").shows("Một tên đang gõ dở");
        last.shows("href=\"#v-paper.signer_name\"").hides("id=\"v-paper.number\"");
        let back = send(&board, &draft, &fields(&last), "part.1");
        assert!(back.headers["location"].ends_with("?phan=1#van-ban"));
        board.get(&format!("{draft}?phan=99")).is(200).shows("id=\"v-paper.number\"");
    }
}
