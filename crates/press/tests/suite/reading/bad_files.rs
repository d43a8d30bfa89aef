//! Files that cannot be read, each with the reason that a person can act on, and never a crash.

use chungsuc_press::docx;
use chungsuc_press::read::{MAX_BYTES, ReadError, source};
use proptest::prelude::*;

use super::packing::{archive, document, paragraph};
use super::refusal;
use crate::papers;
use crate::tools::from_typst;

fn ole(inside: &str) -> Vec<u8> {
    let name: Vec<u8> = inside.bytes().flat_map(|byte| [byte, 0]).collect();
    [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &name, &[0; 600]].concat()
}

/// Files that cannot be read, and why.
pub(crate) fn bad_files() -> Vec<(&'static str, Vec<u8>, ReadError)> {
    use ReadError::{Broken, Empty, Locked, OldFormat, Scanned, TooLarge, Unsupported};
    let word_2003 = "<?xml version='1.0'?><w:wordDocument \
                     xmlns:o='urn:schemas-microsoft-com:office:word'>";
    let picture = "<w:p><w:r><w:drawing/></w:r></w:p>";
    vec![
        ("a .doc", ole("WordDocument"), OldFormat),
        ("a .docx with a password", ole("EncryptedPackage"), Locked),
        ("an .xls", ole("Workbook"), Unsupported),
        ("RTF", b"{\\rtf1 a}".to_vec(), OldFormat),
        ("a page saved as one file", b"MIME-Version: 1.0\n\n<html>a".to_vec(), OldFormat),
        ("Word 2003's XML", word_2003.into(), OldFormat),
        ("PNG", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Scanned),
        ("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), Scanned),
        ("a program", b"\x7fELF\x02\x01\x01\0\0\0\0\x03\0\x3e\0".repeat(20), Unsupported),
        ("an archive", archive(&[("a.txt", b"a")]), Unsupported),
        ("a spreadsheet", archive(&[("xl/workbook.xml", b"<a/>")]), Unsupported),
        ("a cut archive", archive(&[("a.txt", b"a")])[..40].to_vec(), Broken),
        ("nothing", Vec::new(), Empty),
        ("spaces", b" \n\t\n".to_vec(), Empty),
        ("an empty document", document("<w:p/>", &[]), Empty),
        ("a document of pictures", document(picture, &[]), Scanned),
        ("torn XML", document("<w:p><w:r></w:p>", &[]), Broken),
        ("a PDF's head", b"%PDF-1.7\n".to_vec(), Broken),
        ("50 MB and a byte", vec![b'a'; MAX_BYTES + 1], TooLarge),
    ]
}

#[test]
fn each_kind_of_file_says_what_to_do() {
    for (name, bytes, why) in bad_files() {
        assert_eq!(refusal(&bytes), Some(why), "{name}");
    }
}

#[test]
fn contents_decide_and_not_the_name() {
    let bytes = document(&paragraph("", "chữ"), &[]);
    for name in ["x.pdf", "x.doc", "x", ""] {
        assert_eq!(source(&bytes, name).unwrap().text(), "chữ");
    }
}

#[test]
fn files_cut_off_anywhere_end_in_a_reason() {
    let word = docx(&papers::minutes(), &papers::layout()).unwrap();
    let pdf = std::fs::read(from_typst("minutes")).unwrap();
    for end in (0..word.len()).step_by(97) {
        assert!(source(&word[..end], "x.docx").is_err(), "{end} of {}", word.len());
    }
    for end in (0..pdf.len()).step_by(pdf.len() / 60) {
        // What is left of a PDF may still tell its pages.
        let _ = source(&pdf[..end], "x.pdf");
    }
    assert_eq!(refusal(&pdf[..pdf.len() / 3]), Some(ReadError::Broken));
}

#[test]
fn every_seed_of_the_fuzzers_is_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/seeds");
    let mut seen = 0;
    for kind in ["pdf", "html", "txt"] {
        for file in std::fs::read_dir(format!("{folder}/{kind}")).unwrap() {
            let path = file.unwrap().path();
            let read = source(&std::fs::read(&path).unwrap(), &path.to_string_lossy());
            assert!(read.is_ok(), "{}: {:?}", path.display(), read.err());
            seen += 1;
        }
    }
    assert!(seen >= 8);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_end_in_text_or_a_reason(
        magic in prop::sample::select(vec!["", "%PDF-1.7\n", "PK\u{3}\u{4}", "<html>", "{\\rtf"]),
        bytes in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let _ = source(&[magic.as_bytes(), &bytes].concat(), "x");
    }

    #[test]
    fn any_text_comes_back(text in r"[\PC]{1,60}[a-z]") {
        let read = source(text.as_bytes(), "x.txt");
        prop_assert!(read.is_ok() || text.contains('\u{feff}'), "{:?}", read.err());
    }

    #[test]
    fn a_changed_byte_of_a_pdf_is_no_crash(at in 0_usize..20_000, byte in any::<u8>()) {
        let mut bytes = super::pdf::page("BT /F1 9 Tf 9 9 Td [(ab) 3 (c)] TJ \
            ET", "<</Subtype/Type1/Widths[1 2]>>");
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = source(&bytes, "x.pdf");
    }
}
