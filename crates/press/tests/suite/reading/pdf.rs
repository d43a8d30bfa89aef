//! PDFs from typst and from LibreOffice: the same lines as poppler finds.

use chungsuc_press::read::{Format, Place, ReadError, source};

use super::{lines, refusal};
use crate::tools::{from_docx, from_typst, pages, poppler};

/// A PDF of objects written by hand, without a table of them: the reader finds them by itself.
pub(super) fn written(objects: &[&str]) -> Vec<u8> {
    let numbered =
        objects.iter().zip(1..).map(|(object, n)| format!("{n} 0 obj\n{object}\nendobj\n"));
    let objects: String = numbered.collect();
    format!("%PDF-1.7\n{objects}trailer\n<</Root 1 0 R /Size 99>>\n%%EOF").into_bytes()
}

/// A page that draws `content` in font F1, whose dictionary is `font`.
pub(super) fn page(content: &str, font: &str) -> Vec<u8> {
    let stream = format!("<</Length {}>>\nstream\n{content}\nendstream", content.len());
    written(&[
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 \
            R>>>>>>",
        &stream,
        font,
    ])
}

const LATIN: &str = "<</Type/Font/Subtype/TrueType/BaseFont/Times/Encoding/WinAnsiEncoding>>";

#[test]
fn both_printers_lines_are_read_as_poppler_reads_them() {
    for name in ["decision", "report", "letter", "minutes"] {
        for file in [from_docx(name), from_typst(name)] {
            let read = lines(&std::fs::read(&file).unwrap(), "x.pdf");
            let one_space = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
            let read: Vec<String> =
                read.iter().filter(|line| !line.is_empty()).map(one_space).collect();
            let printed: Vec<String> = pages(&file).concat();
            // Poppler sets the columns of head and foot side by side; here each is read by itself.
            let beside = |left: &String, line: &str| {
                line.strip_prefix(left.as_str())
                    .is_some_and(|rest| read.iter().any(|right| right == rest.trim()))
            };
            let is_read = |line: &String| {
                read.iter().any(|one| one.contains(line.as_str()) || beside(one, line))
            };
            let missing: Vec<&String> = printed.iter().filter(|line| !is_read(line)).collect();
            // A cell of two lines between cells of one is put together in another order.
            assert!(missing.len() * 20 <= printed.len(), "{}: {missing:#?}", file.display());
            let words = |lines: &[String]| {
                let mut words: Vec<String> =
                    lines.iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect();
                words.sort_unstable();
                words
            };
            assert_eq!(words(&read), words(&printed), "{}", file.display());
        }
    }
}

#[test]
fn lines_have_page_number_and_look() {
    let bytes = std::fs::read(from_typst("decision")).unwrap();
    let source = source(&bytes, "x.pdf").unwrap();
    let find =
        |text: &str| source.paragraphs().iter().find(|p| source.words(p).contains(text)).unwrap();
    let title = find("QUYẾT ĐỊNH");
    assert!(matches!(title.place, Place::Page { page: 1, .. }));
    assert!(title.look.bold && title.look.centred && !title.look.italic);
    let basis = find("Căn cứ Luật Tổ chức");
    assert!(basis.look.italic && !basis.look.bold && !basis.look.centred);
    assert_eq!(find("DANH SÁCH").place, Place::Page { page: 2, line: 1 });
    assert_eq!(source.format(), Format::Pdf);
    assert!(source.text().starts_with("ỦY BAN NHÂN DÂN\nXÃ "), "{}", source.text());
}

#[test]
fn places_make_lines_words_and_columns() {
    let content = "BT /F1 10 Tf 14 TL 100 700 Td (So) Tj 60 0 Td (hai) Tj -60 -14 Td (Do) Tj (n \
        vi) Tj T* \
                   [(c) -300 (d)] TJ ET BT /F1 10 Tf 0 1 -1 0 50 100 Tm (quay) Tj ET \
                   BT /F1 40 Tf .7 .7 -.7 .7 50 100 Tm (MAU) Tj ET BT /F1 10 Tf 100 714 Td (dau) \
                   Tj ET";
    assert_eq!(lines(&page(content, LATIN), ""), ["dau", "So\thai", "Don vi", "c d", "quay"]);
}

/// Each text at its place.
fn placed(texts: &[(u32, u32, &str)]) -> String {
    let one = |(x, y, text): &(u32, u32, &str)| format!("BT /F1 10 Tf {x} {y} Td ({text}) Tj ET ");
    texts.iter().map(one).collect()
}

#[test]
fn each_column_of_head_and_foot_is_read_to_its_end() {
    let content = placed(&[
        (60, 800, "UBND TINH X"),
        (300, 800, "CONG HOA XA HOI CHU NGHIA VIET NAM"),
        (60, 786, "SO Y"),
        (340, 786, "Doc lap - Tu do - Hanh phuc"),
        (60, 772, "So: 12/SY-VP"),
        (360, 772, "X, ngay 02 thang 3 nam 2026"),
        (50, 758, "V/v huong dan"),
        (60, 744, "Quy che Thi dua"),
        (120, 720, "Kinh gui: Cac xa, phuong trong tinh va cac co quan lien quan."),
        (
            60,
            690,
            "Mot doan cua van ban di qua het be ngang cua trang giay, tu le trai sang le phai.",
        ),
        (320, 652, "KT. GIAM DOC"),
        (60, 650, "Noi nhan:"),
        (60, 636, "- Nhu tren;"),
        (320, 638, "PHO GIAM DOC"),
        (60, 622, "- Cac pho chu tich"),
        (60, 608, "va cac uy vien;"),
        (60, 594, "- Luu: VT."),
        (330, 560, "Ha Minh Khoi"),
    ]);
    let read = lines(&page(&content, LATIN), "");
    let read: Vec<&str> = read.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    assert_eq!(
        read,
        [
            "UBND TINH X",
            "SO Y",
            "So: 12/SY-VP",
            "V/v huong dan Quy che Thi dua",
            "CONG HOA XA HOI CHU NGHIA VIET NAM",
            "Doc lap - Tu do - Hanh phuc",
            "X, ngay 02 thang 3 nam 2026",
            "Kinh gui: Cac xa, phuong trong tinh va cac co quan lien quan.",
            "Mot doan cua van ban di qua het be ngang cua trang giay, tu le trai sang le phai.",
            "Noi nhan:",
            "- Nhu tren;",
            "- Cac pho chu tich va cac uy vien;",
            "- Luu: VT.",
            "KT. GIAM DOC",
            "PHO GIAM DOC",
            "Ha Minh Khoi",
        ]
    );
}

/// A page with a stamp of `digits` whose lower left corner is at `(x, y)`, hidden or not.
fn stamped(content: &str, digits: &str, (x, y): (u32, u32), hidden: bool) -> Vec<u8> {
    let drawing = format!("BT /F1 10 Tf 0 2 Td ({digits}) Tj ET");
    let flags = if hidden { 2 } else { 4 };
    let (right, top) = (x + 40, y + 12);
    written(&[
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 \
         R>>>>/Annots[6 0 R]>>",
        &format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
        LATIN,
        &format!(
            "<</Type/Annot/Subtype/FreeText/F {flags}/Rect[{x} {y} {right} {top}]/AP<</N 7 0 R>>>>"
        ),
        &format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 40 12]/Resources<</Font<</F1 5 0 R>>>>/Length \
             {}>>\nstream\n{drawing}\nendstream",
            drawing.len()
        ),
    ])
}

#[test]
fn a_number_that_was_stamped_into_its_blank_is_read_there() {
    let content = placed(&[(60, 700, "So:           /KH-UBND")]);
    let read = |stamp: (u32, u32), hidden| {
        let lines = lines(&stamped(&content, "87", stamp, hidden), "");
        lines.iter().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(read((79, 698), false), ["So: 87 /KH-UBND"]);
    // A little lower than its line.
    assert_eq!(read((79, 691), false), ["So: 87 /KH-UBND"]);
    assert_eq!(read((79, 698), true), ["So: /KH-UBND"]);
}

#[test]
fn a_stamp_on_pictures_of_pages_is_not_their_text() {
    let picture = "q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    let stamped = stamped(picture, "Ky boi: A", (60, 700), false);
    assert_eq!(refusal(&stamped), Some(ReadError::Scanned));
}

#[test]
fn fonts_of_old_encodings_are_read() {
    let font = "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+.VnTimeH/FirstChar 32/Widths[250]>>";
    let content = "BT /F1 14 Tf 100 700 Td (UBND x\\267 kh\\270nh ho\\265) Tj ET";
    assert_eq!(lines(&page(content, font), ""), ["UBND XÃ KHÁNH HOÀ"]);
}

#[test]
fn a_word_in_two_fonts_is_one_word() {
    // A font without Vietnamese letters lends them from another, in the middle of words.
    let content = "BT /F1 9 Tf 9 9 Td (Quy) Tj /F2 9 Tf (\\1) Tj /F1 9 Tf (t \\360) Tj \
                   /F2 9 Tf (\\2) Tj /F1 9 Tf (nh) Tj ET";
    let other = "<</Subtype/Type1/Encoding<</Differences[1/ecircumflexacute/idotbelow]>>>>";
    let font = "<</Subtype/Type1/Encoding<</Differences[240/dcroat]>>>>";
    let one = String::from_utf8(page(content, font)).unwrap();
    let two = one.replace("/F1 5 0 R", &format!("/F1 5 0 R/F2{other}"));
    assert_eq!(lines(two.as_bytes(), ""), ["Quyết định"]);
}

#[test]
fn marks_join_their_letters_and_letters_drawn_twice_are_one() {
    // A wide letter, a mark without width that is drawn back over it, and the next letter.
    let font = "<</Subtype/Type1/Encoding<</Differences[1/uni0302/uni0301]>>\
                /FirstChar 1/Widths[0 0]/FontDescriptor<</MissingWidth 600>>>>";
    let content = "BT /F1 10 Tf 10 10 Td [(a) 500 (\\1\\2) -500 (u)] TJ \
                   20 0 Td (k) Tj ET BT /F1 10 Tf 30.3 10 Td (k) Tj ET";
    assert_eq!(lines(&page(content, font), ""), ["ấu k"]);
}

#[test]
fn names_of_glyphs_tell_letters_and_actual_text_prevails() {
    let font =
        "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[1/Dcroat/ohorn/uni1EC7]>>>>";
    let content =
        "BT /F1 9 Tf 9 9 Td (\\1\\2\\3) Tj /Span<</ActualText(fi)>>BDC (xy) Tj EMC (z) Tj ET";
    assert_eq!(lines(&page(content, font), ""), ["Đơệfi z"]);
}

#[test]
fn nothing_is_invented_where_there_is_no_text() {
    assert_eq!(refusal(&page("0 0 9 9 re f", LATIN)), Some(ReadError::Empty));
    let picture = "q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    assert_eq!(refusal(&page(picture, LATIN)), Some(ReadError::Scanned));
    let mute =
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</DW 900>>]>>";
    assert_eq!(refusal(&page("BT /F1 9 Tf (abcd) Tj ET", mute)), Some(ReadError::Garbled));
}

#[test]
fn a_scan_made_by_a_scanner_says_so() {
    let file = from_typst("minutes");
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let picture = folder.join("scan");
    poppler("pdftocairo", &["-jpeg", "-r", "40", "-singlefile", file.to_str().unwrap()], &picture);
    let jpeg = std::fs::read(picture.with_extension("jpg")).unwrap();
    assert_eq!(refusal(&jpeg), Some(ReadError::Scanned));
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 \
            R]/Count 1>>endobj \
         3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj \
         4 0 obj<</Length 30>>stream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream endobj 5 0 \
         obj<</Type/XObject\
         /Subtype/Image/Width 330/Height 467/BitsPerComponent \
         8/ColorSpace/DeviceRGB/Filter/DCTDecode\
         /Length {}>>stream\n",
        jpeg.len()
    )
    .into_bytes();
    pdf.extend(jpeg);
    pdf.extend(b"\nendstream endobj trailer<</Root 1 0 R>>");
    assert_eq!(refusal(&pdf), Some(ReadError::Scanned));
}

#[test]
fn a_locked_file_says_so() {
    let locked = |key: &str| {
        let mut bytes = page("BT /F1 9 Tf (a) Tj ET", LATIN);
        bytes.extend(format!("\ntrailer<</Root 1 0 R/{key} 9 0 R>>").bytes());
        bytes
    };
    assert_eq!(refusal(&locked("Encrypt")), Some(ReadError::Locked));
    assert_eq!(refusal(&locked("E#6ecrypt")), Some(ReadError::Locked));
    assert_eq!(refusal(&locked("EncryptMetadata")), None);
}
