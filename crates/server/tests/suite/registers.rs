//! The register of awards: decisions and recorded awards in one list, old lists from Excel, and what
//! a later nomination sees of them. All people are invented.

use chungsuc_domain::{SubjectKind, UnitKind};
use chungsuc_server::access::Role;
use chungsuc_server::features::registers::{self, Wanted};
use chungsuc_server::features::{directory, honours};
use chungsuc_server::refusal::Refusal;
use rust_xlsxwriter::Workbook;

use crate::harness::*;

const REGISTER: &str = "/so-khen-thuong";
const BRING: &str = "/so-khen-thuong/nhap";

const HEAD: [&str; 8] = [
    "STT",
    "Hình thức khen thưởng",
    "Họ và tên",
    "Đối tượng",
    "Số, ngày quyết định",
    "Cấp khen",
    "Thành tích",
    "Thôn (làng)",
];

/// The same award in two old lists, in the spellings that such lists have; and what is wrong with rows.
const ROWS: [[&str; 8]; 9] = [
    ["I", "", "Tập thể", "", "", "", "", ""],
    [
        "1",
        "Giấy khen",
        "Uỷ ban nhân dân xã Tơ Tung",
        "",
        "15/QĐ-UBND ngày 10/02/2019",
        "Chủ tịch UBND huyện",
        "Làm đường",
        "",
    ],
    [
        "2",
        "Giấy khen",
        "Hội Nông dân xã",
        "",
        "15/QĐ-UBND, 10/02/2019",
        "UBND huyện",
        "Làm đường",
        "",
    ],
    ["II", "", "Cá nhân", "", "", "", "", ""],
    [
        "1",
        "Giấy khen",
        "Ông Đin h Brưih, Phó Chủ tịch",
        "",
        "15/QĐ-UBND ngày 10/02/2019",
        "Chủ tịch Ủy ban nhân dân huyện",
        "Làm đường",
        "làng Kuk Tung",
    ],
    ["2", "Kỷ niệm chương", "Tạ Minh Phúc", "", "2018", "Bộ", "Dạy học", ""],
    ["3", "Giấy khen", "Siu Không", "", "16/QĐ-UBND ngày 31/02/2019", "UBND huyện", "", ""],
    ["4", "Giấy khen", "Siu Lạ", "con trâu", "16/QĐ-UBND ngày 01/03/2019", "UBND huyện", "", ""],
    [
        "5",
        "Giấy khen",
        "Đinh Brưih",
        "",
        "15/QĐ-UBND ngày 10/02/2019",
        "Chủ tịch UBND huyện",
        "Làm đường",
        "Kuk Tung",
    ],
];

fn file(rows: &[[&str; 8]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_string(0, 0, "DANH SÁCH KHEN THƯỞNG CÁC NĂM").unwrap();
    for (row, cells) in (2..).zip(std::iter::once(&HEAD).chain(rows)) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            page.write_string(row, column, *cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn bring(secretary: &Browser<'_>, bytes: &[u8]) -> String {
    let page = secretary.post_file(BRING, &[], ("file", "cu.xlsx", bytes));
    page.is(303).leads_to().to_owned()
}

fn record(secretary: &Browser<'_>, address: &str, fields: &[(&str, &str)]) -> Page {
    secretary.post_file(address, fields, ("file", "", b""))
}

fn names(test: &TestApp, words: &str) -> Vec<String> {
    let by = test.person(Role::CouncilSecretary);
    let wanted = Wanted { words: words.to_owned(), ..Wanted::default() };
    let lines = registers::all(&test.app, &by, &wanted).unwrap();
    lines.into_iter().map(|line| line.name).collect()
}

fn person_named(test: &TestApp, name: &str) -> directory::Subject {
    let by = test.person(Role::CouncilSecretary);
    let found = directory::find_subjects(&test.app, &by, name, 10).unwrap();
    found.into_iter().find(|one| one.kind == SubjectKind::Individual).unwrap()
}

on_both_engines! {
    fn an_old_list_comes_in_once_and_after_a_look(engine: Engine) {
        let test = TestApp::example(engine);
        let before = names(&test, "").len();
        assert!(before > 0, "decisions of the example stand in the register");
        let secretary = test.browser(Role::CouncilSecretary);
        let list = bring(&secretary, &file(&ROWS));
        let page = secretary.get(&list);
        page.is(200);
        // The committee and the vice chairman for certain; a name that nobody has; one to ask about.
        page.shows("2 dòng khớp chắc chắn").shows("1 dòng tên chưa có");
        page.shows("1 dòng cần người trả lời").shows("Dòng 6: Hội Nông dân xã");
        // “Kỷ niệm chương” is no award of the catalog: its cell is named, and the award asked for.
        page.shows("1 cách viết hình thức chưa rõ").shows("Ô B9: “Kỷ niệm chương” – Bộ");
        // The eleventh row says again what the eighth one says.
        page.shows("1 dòng đã có trong sổ").shows("2 dòng chưa đọc được");
        page.shows("E10").shows("31/02/2019").shows("D11").shows("con trâu");
        assert_eq!(names(&test, "").len(), before, "a look does nothing");

        // An answer is missing: nothing comes in, and the question is told.
        secretary.post(&list, &[("version", "1")]).is(422).shows("Chọn một câu trả lời");
        assert_eq!(names(&test, "").len(), before);
        let union = test.person(Role::CouncilSecretary);
        let found = directory::find_subjects(&test.app, &union, "Hội Nông dân", 10).unwrap();
        let union_said = ("dong-6", found[0].id.as_str());
        let unsaid = secretary.post(&list, &[("version", "1"), union_said]);
        unsaid.is(422).shows("Chọn hình thức, hoặc nói rằng danh mục không có");
        let answers = [("version", "1"), union_said, ("hinh-thuc-9", "moi")];
        secretary.post(&list, &answers).is(303);
        assert_eq!(names(&test, "").len(), before + 4);
        secretary.post(&list, &[("version", "1"), ("dong-6", "moi")]).is(409);

        let page = secretary.get("/so-khen-thuong?ten=dinh+bruih");
        page.shows("Ông Đin h Brưih, Phó Chủ tịch").shows("15/QĐ-UBND");
        assert_eq!(names(&test, "UBND xã Tơ Tung"), ["Uỷ ban nhân dân xã Tơ Tung"]);
        // The very same file once more brings nothing but the rows that are still wrong.
        let again = secretary.get(&bring(&secretary, &file(&ROWS)));
        again.shows("Không có dòng mới").shows("5 dòng đã có trong sổ").hides("Đồng ý, đưa vào sổ");
    }

    fn the_same_decision_in_two_spellings_is_asked_about(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let row = |name| ["1", "Bằng khen", name, "tập thể", "9/QĐ-UBND, 24/10/2020", "UBND tỉnh", "", ""];
        let list = bring(&secretary, &file(&[row("Đài Phát thanh và Truyền hình Gia Lai")]));
        secretary.post(&list, &[("version", "1")]).is(303);
        let list = bring(&secretary, &file(&[row("Đài Phát thanh truyền hình Gia Lai"), row("Câu lạc bộ Hoa Rừng")]));
        secretary.get(&list).shows("Chính là dòng đã có trong sổ").shows("1 dòng tên chưa có");
        let before = names(&test, "").len();
        secretary.post(&list, &[("version", "1"), ("dong-4", "")]).is(422);
        secretary.post(&list, &[("version", "1"), ("dong-4", "bo")]).is(303);
        assert_eq!(names(&test, "").len(), before + 1);
    }

    fn one_question_is_asked_for_each_way_of_writing(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let row = |award, name, issuer| ["", award, name, "cá nhân", "9/QĐ, 24/10/2020", issuer, "", ""];
        let rows = [
            row("GK UBND xã", "Lục Văn Thử", ""),
            row("Giấy khen", "Lò Văn Thử", ""),
            row("GIẤY KHEN", "Vi Văn Thử", ""),
            row("CSTĐ cơ sở", "Lương Thị Thử", "UBND huyện"),
            row("Bằng khen của Chủ tịch UBND tỉnh", "Mông Thị Thử", ""),
        ];
        let list = bring(&secretary, &file(&rows));
        let page = secretary.get(&list);
        page.shows("1 cách viết hình thức chưa rõ").shows("Ô B5, B6: “Giấy khen” – không ghi cấp khen");
        let answers = [("version", "1"), ("hinh-thuc-5", "giay-khen-xa")];
        secretary.post(&list, &answers).is(303);
        let by = test.person(Role::CouncilSecretary);
        let known = |words: &str| {
            let wanted = Wanted { words: words.to_owned(), ..Wanted::default() };
            let lines = registers::all(&test.app, &by, &wanted).unwrap();
            let [line] = &lines[..] else { panic!("{words}: {lines:?}") };
            (line.award.clone().unwrap_or_default(), line.level)
        };
        for (name, award, level) in [
            ("Lục Văn Thử", "giay-khen-xa", Some(UnitKind::Commune)),
            ("Lò Văn Thử", "giay-khen-xa", Some(UnitKind::Commune)),
            ("Vi Văn Thử", "giay-khen-xa", Some(UnitKind::Commune)),
            ("Lương Thị Thử", "chien-si-thi-dua-co-so", Some(UnitKind::District)),
            ("Mông Thị Thử", "bang-khen-tinh", None),
        ] {
            assert_eq!(known(name), (award.to_owned(), level), "{name}");
        }
        // Once more, the same file is known altogether, also what had to be asked.
        secretary.get(&bring(&secretary, &file(&rows))).shows("5 dòng đã có trong sổ");
        // Left out by its way of writing.
        let list = bring(&secretary, &file(&[row("Kỷ niệm chương", "Ma Văn Thử", "Bộ")]));
        secretary.post(&list, &[("version", "1"), ("hinh-thuc-4", "bo")]).is(303);
        secretary.get(BRING).shows("đã vào sổ");
        let nothing = bring(&secretary, &file(&rows));
        secretary.post(&nothing, &[("version", "1")]).is(409).shows("Không có dòng mới");
    }

    fn what_was_given_elsewhere_stands_in_the_record_and_before_the_law(engine: Engine) {
        let test = TestApp::example(engine);
        let who = person_named(&test, "Đinh Brưih");
        let secretary = test.browser(Role::CouncilSecretary);
        let address = format!("{REGISTER}/ghi/individual/{}", who.id);
        secretary.get(&address).is(200).shows("Đinh Brưih");
        let typed = [
            ("name", "Đinh Brưih"), ("award", "giay-khen-huyen"), ("award_name", ""),
            ("number", "15/QĐ-UBND"), ("issued_on", "10/02/2019"),
            ("issuer", "Chủ tịch UBND huyện"), ("level", "district"), ("achievement", "Làm đường"),
            ("paper", ""),
        ];
        let mut other = typed;
        other[6].1 = "province";
        record(&secretary, &address, &other).is(422).shows("cấp này không tặng hình thức đã chọn");
        other[6].1 = "";
        record(&secretary, &address, &other).is(422);
        let mut wrong = typed;
        wrong[4].1 = "31/02/2019";
        record(&secretary, &address, &wrong).is(422).shows("value=\"15/QĐ-UBND\"");
        wrong[4].1 = "01/01/2030";
        record(&secretary, &address, &wrong).is(422);
        let line = record(&secretary, &address, &typed).is(303).leads_to().to_owned();
        secretary.get(&line).is(200).shows("Làm đường").shows("Toàn bộ khen thưởng");
        record(&secretary, &address, &typed).is(422).shows("đã có trong sổ");

        let whole = format!("{REGISTER}/cua/individual/{}", who.id);
        test.browser(Role::Auditor).get(&whole).is(200).shows("10/02/2019").shows("Chủ tịch UBND huyện");
        let by = test.person(Role::CouncilSecretary);
        let lines = registers::record_of(&test.app, &by, who.kind, &who.id).unwrap().lines;
        let recorded = lines.iter().find(|line| line.number == "15/QĐ-UBND").unwrap();
        assert_eq!(recorded.award.as_deref(), Some("giay-khen-huyen"));

        // It takes a reason to withdraw it; then it no longer counts and stays to be read.
        let line = line.split('?').next().unwrap();
        secretary.post(&format!("{line}/rut"), &[("version", "1"), ("why", "")]).is(422);
        secretary.post(&format!("{line}/rut"), &[("version", "1"), ("why", "Ghi nhầm")]).is(303);
        secretary.get(line).is(200).shows("Ghi nhầm").hides("Rút khỏi sổ</summary>");
        let lines = registers::record_of(&test.app, &by, who.kind, &who.id).unwrap().lines;
        assert!(lines.iter().all(|line| line.number != "15/QĐ-UBND"));
        let one = honours::find(&test.app, &by, &recorded.id).unwrap();
        match honours::withdraw(&test.app, &by, (&one.id, one.version), "lại") {
            Err(Refusal::Rule(_)) => {}
            other => panic!("{other:?}"),
        }
        // Recorded anew, it stands.
        record(&secretary, &address, &typed).is(303);
    }

    fn a_name_alone_is_linked_later(engine: Engine) {
        let test = TestApp::example(engine);
        let who = person_named(&test, "Đinh Brưih");
        let secretary = test.browser(Role::CouncilSecretary);
        let typed = [
            ("kind", "individual"), ("name", "Đinh Bruih"), ("award", ""),
            ("award_name", "Kỷ niệm chương"), ("number", "7/QĐ"), ("issued_on", "2/9/2015"),
            ("issuer", "Bộ"), ("level", "country"), ("achievement", ""), ("paper", ""),
        ];
        let address = format!("{REGISTER}/ghi/individual/khac");
        let line = record(&secretary, &address, &typed).is(303).leads_to().to_owned();
        let line = line.split('?').next().unwrap();
        secretary.get(line).is(200).shows("Nối với danh bạ").shows("Không có trong danh mục");
        secretary.get(REGISTER).shows("chưa nối danh bạ");
        let answer = [("version", "1"), ("subject", who.id.as_str())];
        secretary.post(&format!("{line}/noi"), &answer).is(303);
        let record = secretary.get(&format!("{REGISTER}/cua/individual/{}", who.id));
        record.is(200).shows("Kỷ niệm chương").shows("Tên khác trên giấy tờ").shows("Đinh Bruih");
        secretary.post(&format!("{line}/noi"), &answer).is(409);
    }

    fn a_file_that_is_no_list_says_what_is_missing(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let send = |bytes: &[u8]| secretary.post_file(BRING, &[], ("file", "a.xlsx", bytes));
        send(b"PK\x03\x04 not a spreadsheet").is(422).shows("Không đọc được tệp này");
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write_string(0, 0, "Họ và tên").unwrap();
        send(&workbook.save_to_buffer().unwrap()).is(422).shows("Không thấy dòng tiêu đề");
        let list = bring(&secretary, &file(&ROWS[..2]));
        secretary.post(&format!("{list}/bo"), &[("version", "1")]).is(303);
        secretary.get(BRING).is(200).shows("đã bỏ");
        secretary.get("/so-khen-thuong/so.xlsx").is(200);
        secretary.get("/so-khen-thuong?dang=csv").is(200).shows("Tên người, hộ, tập thể");
    }
}
