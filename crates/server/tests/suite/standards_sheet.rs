//! The grid as a spreadsheet: out, typed into, moved about, and back.

use chungsuc_server::access::Role;
use chungsuc_server::features::standards::{self, Key};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::harness::*;

const USUAL: &str = "lang-ntm-gia-lai";
const GRID: &str = "/tieu-chi/nhap?bo=lang-ntm-gia-lai&ky=2023";
const FILE: &str = "/tieu-chi/nhap/tep?bo=lang-ntm-gia-lai&ky=2023";
const FETCH: &str = "/tieu-chi/nhap/bang.xlsx?bo=lang-ntm-gia-lai&ky=2023";
const DAY: (&str, &str) = ("measured_on", "15/12/2023");
const CORNER: &str = "chungsuc/bang-nhap/lang-ntm-gia-lai/2023";

fn shown(test: &TestApp, unit: &str, indicator: &str) -> Option<String> {
    let kind = test.app.catalog.standard(USUAL)?.indicator(indicator)?.kind;
    let key = Key { unit, standard: USUAL, indicator, period: "2023" };
    let value = standards::find(&test.app, &test.person(Role::CriteriaOfficer), &key).unwrap()?;
    value.figure.shown(kind)
}

/// A file of ours: the codes of columns and rows where they belong, the rest by the test.
fn file(columns: &[&str], villages: &[&str], fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_string(0, 0, CORNER).unwrap();
    for (column, code) in (2..).zip(columns) {
        page.write_string(0, column, *code).unwrap();
    }
    for (row, code) in (2..).zip(villages) {
        page.write_string(row, 0, *code).unwrap();
    }
    fill(page);
    workbook.save_to_buffer().unwrap()
}

fn send(browser: &Browser<'_>, bytes: &[u8]) -> Page {
    browser.post_file(FILE, &[DAY], ("file", "bang.xlsx", bytes))
}

/// The cells of the page, as a browser sends them back.
fn fields(page: &Page) -> Vec<(String, String)> {
    let inputs = page.text.split("<input name=\"").skip(1);
    let cells = inputs.filter_map(|rest| {
        let input = rest.split('>').next()?;
        let name = input.split('"').next()?.to_owned();
        let value = input.split(" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        name.contains('/').then(|| (name, value.unwrap_or_default().to_owned()))
    });
    cells.collect()
}

on_both_engines! {
    fn what_goes_out_comes_back_unchanged(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let typed = [DAY, ("23668-01/1/0/", "đạt"), ("23668-05/2/0/", "45/60"),
            ("23668-05/3/0/", "75 %"), ("23668-05/10/0/", "41,03")];
        officer.post(GRID, &typed).is(303);
        let sheet = officer.get(FETCH);
        assert!(sheet.is(200).headers["content-disposition"].contains("lang-ntm-gia-lai-2023.xlsx"));
        let page = send(&officer, &sheet.bytes);
        page.is(200).shows("Tệp không có ô nào khác với số liệu đang có (4 ô giống)");
        page.hides("chưa chắc").hides("class=\"new\"");
    }

    fn a_file_is_shown_first_and_saved_when_the_person_agrees(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        officer.post(GRID, &[DAY, ("23668-05/2/0/", "45/60")]).is(303);
        let bytes = file(&["2", "1"], &["23668-05", "23668-01"], |page| {
            page.write_string(2, 2, "50/60").unwrap();
            page.write_string(2, 3, "Đạt").unwrap();
            page.write_string(3, 2, "9/10").unwrap();
        });
        let page = send(&officer, &bytes);
        page.is(200).shows("3 ô mới hoặc khác").shows("<del>45/60</del> → 50/60");
        page.shows("Leng – 2. Giao thông").shows("Tệp không có cột của tiêu chí: 3, 4");
        assert_eq!(shown(&test, "23668-05", "2").as_deref(), Some("45/60"), "nothing is saved");
        let mut fields = fields(&page);
        fields.push((DAY.0.to_owned(), DAY.1.to_owned()));
        let fields: Vec<_> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert!(officer.post(GRID, &fields).is(303).headers["location"].ends_with("&so=3"));
        assert_eq!(shown(&test, "23668-05", "2").as_deref(), Some("50/60"));
        assert_eq!(shown(&test, "23668-01", "2").as_deref(), Some("9/10"));
    }

    fn what_is_uncertain_is_asked_about_and_costs_nothing_else(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let columns = ["2", "10", "3", "3", "la", "1"];
        let villages = ["23668-01", "23668-99", "23668-05", "23668-05", "23668-07", "23668-08"];
        let bytes = file(&columns, &villages, |page| {
            let percent = Format::new().set_num_format("0%");
            let day = Format::new().set_num_format("dd/mm/yyyy");
            page.write_number_with_format(2, 2, 0.98, &percent).unwrap();
            page.write_string(2, 3, "1.234,5").unwrap();
            page.write_string(2, 4, "1/2").unwrap();
            page.write_string(2, 7, "được").unwrap();
            page.write_string(3, 2, "1/2").unwrap();
            page.write_string(4, 2, "1/2").unwrap();
            page.write_number_with_format(6, 2, 1.4, &percent).unwrap();
            page.write_string(6, 3, "98 %").unwrap();
            page.write_boolean(6, 7, true).unwrap();
            page.write_number_with_format(7, 2, 44_928.0, &day).unwrap();
            page.write_formula(7, 3, "=1+1").unwrap();
            page.merge_range(7, 7, 8, 7, "đạt", &Format::new()).unwrap();
        });
        let page = send(&officer, &bytes);
        let asked = [
            ("E1", "3. Thủy lợi và phòng, chống thiên tai", "có hai cột"),
            ("F1", "3. Thủy lợi và phòng, chống thiên tai", "có hai cột"),
            ("G1", "la", "Không biết cột này"),
            ("A4", "23668-99", "Không biết đây là làng nào"),
            ("A5", "Leng", "có hai hàng"),
            ("A6", "Leng", "có hai hàng"),
            ("H3", "được", "Không rõ là đạt hay chưa"),
            ("C7", "140 %", "quá 100 %"),
            ("D7", "98 %", "không phải một con số"),
            ("C8", "02/01/2023", "đã đổi ô này thành ngày"),
            ("D8", "0", "công thức"),
            ("H8", "đạt", "Ô gộp"),
        ];
        for (at, found, why) in asked {
            let line = format!("<strong>{at}</strong> – “{found}”");
            let rest = page.shows(&line).text.split(&line).nth(1).unwrap();
            let told = rest.split("</li>").next().unwrap();
            assert!(told.contains(why), "{at}: {told}");
        }
        page.shows(&format!("{} chỗ trong tệp chưa chắc", asked.len())).shows("3 ô mới hoặc khác");
        page.shows("value=\"98 %\"").shows("value=\"1.234,5\"");
    }

    fn a_file_without_codes_is_understood_by_its_words(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let mut workbook = Workbook::new();
        let page = workbook.add_worksheet();
        page.write_string(0, 0, "Kết quả tháng 12").unwrap();
        page.write_string(2, 0, "Làng").unwrap().write_string(2, 1, "2. giao thông").unwrap();
        page.write_string(2, 2, "2. Giao thông").unwrap();
        page.write_string(3, 0, "SƠ TOR").unwrap().write_string(3, 1, "45/60").unwrap();
        let twice = workbook.save_to_buffer().unwrap();
        send(&officer, &twice).is(200).shows("có hai cột");
        let mut workbook = Workbook::new();
        let page = workbook.add_worksheet();
        page.write_string(2, 0, "Làng").unwrap().write_string(2, 1, "2. Giao thông").unwrap();
        page.write_string(3, 0, "SƠ TOR").unwrap().write_string(3, 1, "45/60").unwrap();
        let bytes = workbook.save_to_buffer().unwrap();
        send(&officer, &bytes).is(200).shows("1 ô mới hoặc khác").shows("value=\"45/60\"");
        // A column that is measured in something, with its unit and without.
        for head in ["10. Thu nhập", "10. THU NHẬP (triệu đồng/người/năm)"] {
            let mut workbook = Workbook::new();
            let page = workbook.add_worksheet();
            page.write_string(1, 0, "Làng").unwrap().write_string(1, 1, head).unwrap();
            page.write_string(2, 0, "Sơ Tor").unwrap().write_number(2, 1, 45.5).unwrap();
            let bytes = workbook.save_to_buffer().unwrap();
            send(&officer, &bytes).is(200).shows("1 ô mới hoặc khác").shows("value=\"45,5\"");
        }
    }

    fn what_is_no_sheet_of_this_grid_is_refused_in_a_sentence(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        officer.post_file(FILE, &[DAY], ("file", "", b"")).is(422).shows("chưa được điền");
        send(&officer, "không phải bảng tính".as_bytes()).is(422).shows("không phải bảng tính .xlsx");
        let other = officer.get("/tieu-chi/nhap/bang.xlsx?bo=lang-ntm-gia-lai&ky=2022").bytes;
        send(&officer, &other).is(422).shows("của bộ tiêu chí hoặc kỳ khác");
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write_string(0, 0, "xin chào").unwrap();
        let bytes = workbook.save_to_buffer().unwrap();
        send(&officer, &bytes).is(422).shows("Không tìm thấy hàng tên tiêu chí");
        // Another village's row is no row of this person.
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        let bytes = file(&["2"], &["23668-05", SO_TOR], |page| {
            page.write_string(2, 2, "45/60").unwrap().write_string(3, 2, "46/60").unwrap();
        });
        send(&head, &bytes).shows("1 ô mới hoặc khác").shows("“23668-05”").hides("value=\"45/60\"");
    }
}
