//! The empty places for signatures, as poppler finds them: who signs where, and nothing else changed.

use chungsuc_press::pdf;
use chungsuc_press::signed::empty_places;

use crate::papers;
use crate::tools::{accessible, from_typst, keep, poppler};

const UNSIGNED: &str = "signature form field is not signed";

#[test]
fn each_signer_of_a_dated_document_has_a_place() {
    for (name, places) in [("decision", 1), ("report", 1), ("minutes", 2)] {
        let told = poppler("pdfsig", &["-nocert"], &from_typst(name));
        assert_eq!(told.matches(UNSIGNED).count(), places, "{name}: {told}");
        for place in 1..=places {
            assert!(told.contains(&format!("ChuKy{place}")), "{told}");
        }
    }
}

#[test]
fn a_draft_has_none() {
    let bytes = std::fs::read(from_typst("letter")).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("/AcroForm") && !text.contains("place:"));
}

#[test]
fn a_place_lies_between_the_post_and_the_name_and_is_read_aloud() {
    let file = from_typst("minutes");
    let tags = poppler("pdfinfo", &["-struct"], &file);
    assert_eq!(tags.matches("Form:").count(), 2, "{tags}");
    assert!(!tags.contains("Link"), "{tags}");
    let bytes = std::fs::read(&file).unwrap();
    assert!(accessible(&bytes));
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("place:") && text.ends_with("%%EOF"));
}

#[test]
fn the_file_stays_whole() {
    let bytes = pdf(&papers::minutes(), &papers::layout()).unwrap();
    assert!(bytes == pdf(&papers::minutes(), &papers::layout()).unwrap());
    assert_eq!(empty_places(&bytes), 2);
    let file = keep("minutes-to-sign.pdf", &bytes);
    let text = poppler("pdftotext", &["-raw"], &file);
    assert!(text.contains("CHỦ TỌA") && text.contains("Hà Minh Khôi"), "{text}");
    let source = chungsuc_press::read::source(&bytes, "bien-ban.pdf").unwrap();
    assert!(source.text().contains("Cuộc họp kết thúc vào 16 giờ 30"));
}
