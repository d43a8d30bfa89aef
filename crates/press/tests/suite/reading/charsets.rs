//! Letters of every encoding that Vietnamese offices have typed in.

use chungsuc_press::read::{Place, source};

use super::lines;
use super::packing::document;

const TEXT: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nKế hoạch \
    tổ chức \
    phong trào thi đua “chung sức xây dựng nông thôn mới”, giai đoạn 2021-2025";

fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

fn expected() -> Vec<String> {
    TEXT.lines().map(str::to_owned).collect()
}

#[test]
fn unicode_with_and_without_a_mark() {
    let marked = |mark: &[u8], text: Vec<u8>| [mark, &text].concat();
    for bytes in [
        TEXT.as_bytes().to_vec(),
        marked(b"\xef\xbb\xbf", TEXT.into()),
        marked(b"\xff\xfe", utf_16(TEXT, u16::to_le_bytes)),
        marked(b"\xfe\xff", utf_16(TEXT, u16::to_be_bytes)),
        utf_16(TEXT, u16::to_le_bytes),
        utf_16(TEXT, u16::to_be_bytes),
        TEXT.replace('\n', "\r\n").into_bytes(),
    ] {
        assert_eq!(lines(&bytes, "x.txt"), expected());
    }
}

#[test]
fn decomposed_letters_are_composed() {
    let decomposed = "Ủy ban nhân dân".replace('Ủ', "U\u{309}").replace('â', "a\u{302}");
    assert_eq!(lines(decomposed.as_bytes(), "x.md"), ["Ủy ban nhân dân"]);
}

#[test]
fn windows_1258() {
    // The code page writes tones as marks after their vowel: ộ is ô and a mark.
    let bytes =
        b"H\xf4\xf2i \xf0\xf4\xccng thi \xf0ua, khen th\xfd\xf5\xd2ng xa\xde \xd0\xf4ng Ho\xcca";
    assert_eq!(lines(bytes, "x.txt"), ["Hội đồng thi đua, khen thưởng xã Đông Hòa"]);
}

#[test]
fn tcvn3_and_vni_are_told_by_their_syllables() {
    let tcvn3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc";
    let vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc";
    let latin = |text: &str| text.chars().map(|c| u8::try_from(c).unwrap()).collect::<Vec<u8>>();
    for (text, expected) in [
        (tcvn3, "Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"),
        (vni, "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"),
    ] {
        assert_eq!(lines(&latin(text), "x.txt"), [expected]);
        assert_eq!(
            lines(text.as_bytes(), "x.txt"),
            [expected],
            "saved as UTF-8 by a later program"
        );
        let page = format!("<html><meta charset=windows-1252><p>{text}</p>");
        assert_eq!(lines(&latin(&page), "x.htm"), [expected]);
    }
}

#[test]
fn runs_of_word_are_read_by_their_fonts() {
    let run = |font: &str, text: &str| {
        format!(
            "<w:r><w:rPr><w:rFonts w:ascii='{font}' w:hAnsi='{font}'/></w:rPr><w:t>{text}</w:t>\
                </w:r>"
        )
    };
    let body = format!(
        "<w:p>{}{}</w:p><w:p>{}{}</w:p><w:p>{}</w:p>",
        run(".VnTimeH", "kÕ ho¹ch"),
        run(".VnTime", " - sè: 87; d÷ liÖu th¸ng 01"),
        run("VNI-Times", "Ña"),
        run("VNI-Times", "êng, toå chöùc"),
        run("Times New Roman", "à la carte, Ủy ban"),
    );
    assert_eq!(
        lines(&document(&body, &[]), "x.docx"),
        ["KẾ HOẠCH - số: 87; dữ liệu tháng 01", "Đăng, tổ chức", "à la carte, Ủy ban"]
    );
}

#[test]
fn a_soft_hyphen_is_a_letter_in_tcvn3_and_nothing_elsewhere() {
    let run = |font: &str| {
        format!(
            "<w:p><w:r><w:rPr><w:rFonts w:hAnsi='{font}'/></w:rPr><w:t>t</w:t><w:softHyphen/>\
                <w:t>\u{ad}i</w:t>\
             </w:r></w:p>"
        )
    };
    let body = run(".VnTime") + &run("Arial");
    assert_eq!(lines(&document(&body, &[]), ""), ["tưưi", "ti"]);
}

#[test]
fn signs_of_picture_fonts_begin_an_item() {
    assert_eq!(lines("\u{f0b7} một\nhai \u{f0fc}".as_bytes(), "x.txt"), ["- một", "hai \u{f0fc}"]);
}

#[test]
fn lines_keep_their_numbers() {
    let source = source(b"m\xe1\n\nb\n", "x.txt").unwrap();
    let places: Vec<Place> = source.paragraphs().iter().map(|p| p.place).collect();
    assert_eq!(places, [Place::Line(1), Place::Line(2), Place::Line(3)]);
}
