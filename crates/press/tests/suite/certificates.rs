//! Certificates, read back from the printed sheets (Nghị định 98/2023/NĐ-CP, Điều 104).

use chungsuc_domain::proof::Code;
use chungsuc_press::{Certificate, Gift, PressError, Shift, Stock, calibration, certificates};

use crate::papers::{certificate, checkable, design, imprint, office_key, signed};
use crate::tools::{archival, codes, fonts, keep, poppler, sheets};

const MARKUP: &str = "Đinh # Hlưi <b>&amp; $x$ \"Trần\" 'Blưn' *_@[]{}\\ `~ //--";
const EMBLEM: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#c8102e"/></svg>"##;

fn print(sheets: &[Certificate]) -> Vec<u8> {
    certificates(sheets, &design(), Stock::White, &imprint()).unwrap()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

/// Words of about `letters` letters.
fn long(letters: usize) -> String {
    "Đinh Thị Hlưi Blưn ".repeat(letters / 19 + 1).chars().take(letters).collect()
}

/// The outermost edges of all words, in millimetres: left, top, right, bottom.
fn edges(file: &std::path::Path) -> [f64; 4] {
    let boxes = poppler("pdftotext", &["-bbox"], file);
    let values = |key: &str| -> Vec<f64> {
        let key = format!(" {key}=\"");
        let words = boxes.lines().filter(|line| line.contains("<word "));
        let value = |line: &str| line.split(&key).nth(1)?.split('"').next()?.parse().ok();
        words.filter_map(value).map(|points: f64| points * 25.4 / 72.0).collect()
    };
    let least = |key| values(key).into_iter().fold(f64::MAX, f64::min);
    let most = |key| values(key).into_iter().fold(f64::MIN, f64::max);
    [least("xMin"), least("yMin"), most("xMax"), most("yMax")]
}

#[test]
fn the_lines_stand_in_the_order_of_the_decree() {
    let file = keep("order.pdf", &print(&[certificate()]));
    let text = without_spaces(&poppler("pdftotext", &["-raw"], &file));
    let mut from = 0;
    for line in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TƠ TUNG",
        "TẶNG",
        "GIẤY KHEN",
        "Ông Đinh Hlưi",
        "Làng Sơ Tor, xã Tơ Tung, tỉnh Gia Lai",
        "Đã có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới giai đoạn 2021 - 2025",
        "Quyết định số: 45/QĐ-UBND ngày 20 tháng 12 năm 2023",
        "Số sổ vàng: 07",
        "Tơ Tung, ngày 20 tháng 12 năm 2023",
        "CHỦ TỊCH",
        "Hà Minh Khôi",
    ] {
        let found = text[from..].find(&without_spaces(line));
        from += found.unwrap_or_else(|| panic!("{line} is missing or out of order in {text}"));
        from += without_spaces(line).len();
    }
    assert_eq!(from, text.len(), "nothing else stands on the sheet");
}

#[test]
fn every_certificate_has_one_a4_sheet_across_with_embedded_fonts() {
    let named = |name: &str| Certificate { recipient: name.to_owned(), ..certificate() };
    let names = ["Bà Phan Quế Chi", MARKUP, &long(200), &"W".repeat(200), "Hộ ông Đinh Hlưi"];
    let bytes = print(&names.map(named));
    let file = keep("batch.pdf", &bytes);
    assert_eq!(sheets(&file), [(297, 210); 5]);
    assert!(archival(&bytes));
    let fonts = fonts(&file);
    assert!(fonts.iter().all(|(name, embedded)| *embedded && name.contains("Tinos")), "{fonts:?}");
    let info = poppler("pdfinfo", &["-isodates"], &file);
    assert!(info.contains("Giấy khen theo Quyết định số 45/QĐ-UBND"));
    assert!(
        info.contains("2023-12-19T17:00:00Z") || info.contains("2023-12-20T00:00:00+07"),
        "{info}"
    );
}

#[test]
fn names_are_words_and_never_markup() {
    let sheet = Certificate {
        recipient: MARKUP.into(),
        address: MARKUP.into(),
        achievement: MARKUP.into(),
        ..certificate()
    };
    let file = keep("markup.pdf", &print(&[sheet]));
    let text = without_spaces(&poppler("pdftotext", &["-raw"], &file));
    assert_eq!(text.matches(&without_spaces(MARKUP)).count(), 3, "{text}");
}

#[test]
fn long_words_stay_inside_the_border() {
    let everything_long = Certificate {
        decider: format!("Chủ tịch {}", long(150)),
        gift: Gift::Title("Tập thể lao động tiên tiến của các làng trên địa bàn xã".into()),
        recipient: long(200),
        address: long(120),
        achievement: long(400),
        place: long(40),
        signature: signed(&["KT. Chủ tịch", "Phó Chủ tịch"], &long(60)),
        ..certificate()
    };
    let unbroken =
        Certificate { recipient: "W".repeat(200), address: "M".repeat(150), ..certificate() };
    for (name, sheet) in [("long.pdf", everything_long), ("unbroken.pdf", unbroken)] {
        let file = keep(name, &print(&[sheet]));
        let [left, top, right, bottom] = edges(&file);
        assert!(left > 16.0 && top > 16.0, "{name}: {left} {top}");
        assert!(right < 281.0 && bottom < 194.0, "{name}: {right} {bottom}");
    }
}

#[test]
fn what_cannot_be_read_or_drawn_is_refused() {
    let full = Certificate { achievement: long(4000), ..certificate() };
    let refused = certificates(&[certificate(), full], &design(), Stock::White, &imprint());
    assert!(matches!(refused, Err(PressError::Overfull(1))), "{refused:?}");

    let mark = Certificate { recipient: "Đinh Hlưi ☑".into(), ..certificate() };
    let refused = certificates(&[mark], &design(), Stock::White, &imprint());
    assert!(matches!(refused, Err(PressError::Unprintable('☑'))), "{refused:?}");
}

#[test]
fn an_uploaded_emblem_is_printed_and_anything_else_refused() {
    let with = |picture: &[u8]| {
        let design = design().with_emblem(picture.to_vec());
        certificates(&[certificate()], &design, Stock::White, &imprint())
    };
    let (plain, emblem) = (print(&[certificate()]), with(EMBLEM.as_bytes()).unwrap());
    assert!(archival(&emblem) && emblem != plain);
    let refused = with(b"no picture");
    assert!(matches!(refused, Err(PressError::Emblem)), "{refused:?}");
}

#[test]
fn every_sheet_has_one_code_that_names_its_own_recipient() {
    let long_name = long(150);
    let names = ["Bà Phan Quế Chi", "Hộ gia đình ông Đinh Hlưi", &long_name, MARKUP];
    for (file, stock) in [
        ("codes.pdf", Stock::White),
        ("codes-on-blanks.pdf", Stock::Blank(Shift::new(-300, 300).unwrap())),
    ] {
        let batch = names.map(|name| checkable(name, 7));
        let file = keep(file, &certificates(&batch, &design(), stock, &imprint()).unwrap());
        let public = office_key().public();
        for (page, sheet) in (1..).zip(&batch) {
            let found = codes(&file, page);
            let [code] = found.as_slice() else { panic!("page {page} has {} codes", found.len()) };
            let code: Code = code.parse().unwrap();
            assert_eq!(code.verify(&public).unwrap().recipient, sheet.recipient.trim());
            let number = code.short_number();
            let text =
                poppler("pdftotext", &["-f", &page.to_string(), "-l", &page.to_string()], &file);
            assert!(text.contains(&number), "{number} is not on page {page}: {text}");
        }
    }
}

#[test]
fn on_blanks_only_the_words_that_vary_are_printed() {
    let print = |shift: Shift| {
        let stock = Stock::Blank(shift);
        let design = design().with_emblem(EMBLEM.as_bytes().to_vec());
        certificates(&[certificate()], &design, stock, &imprint()).unwrap()
    };
    let plain = keep("blank.pdf", &print(Shift::default()));
    let text = poppler("pdftotext", &["-raw"], &plain);
    for line in ["Ông Đinh Hlưi", "Quyết định số: 45/QĐ-UBND", "Số sổ vàng: 07", "Hà Minh Khôi"]
    {
        assert!(text.contains(line), "{line} is missing in {text}");
    }
    for line in ["CỘNG HÒA", "Độc lập", "ỦY BAN NHÂN DÂN", "TẶNG", "GIẤY KHEN"] {
        assert!(!text.contains(line), "{line} stands on the blank already: {text}");
    }
    let moved = keep("blank-moved.pdf", &print(Shift::new(-35, 42).unwrap()));
    let (before, after) = (edges(&plain), edges(&moved));
    for (edge, by) in [(0, -3.5), (1, 4.2), (2, -3.5), (3, 4.2)] {
        let way = after[edge] - before[edge];
        assert!((way - by).abs() < 0.02, "edge {edge} moved by {way} mm, not {by}");
    }
}

#[test]
fn a_shift_stays_on_the_sheet() {
    for (right, down, fits) in
        [(300, -300, true), (0, 0, true), (301, 0, false), (0, -301, false), (i16::MIN, 0, false)]
    {
        assert_eq!(Shift::new(right, down).is_some(), fits, "{right} {down}");
    }
}

#[test]
fn the_calibration_page_says_what_is_set_and_how_to_measure() {
    let shift = Shift::new(25, -10).unwrap();
    let bytes = calibration(&design(), shift, &imprint()).unwrap();
    let file = keep("calibration.pdf", &bytes);
    assert_eq!(sheets(&file), [(297, 210)]);
    assert!(archival(&bytes));
    let text = poppler("pdftotext", &["-layout"], &file);
    for words in ["2,5 mm sang phải", "1 mm lên trên", "100 mm", "tỷ lệ 100%", "Mã QR"] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}
