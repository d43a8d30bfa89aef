//! Small files that would grow without end: refused before they do.

use std::io::Write;

use chungsuc_press::read::{ReadError, source};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::packing::{document, package};
use super::pdf::written;
use super::refusal;

/// `length` times the same byte, packed `layers` times.
fn packed(byte: u8, length: usize, layers: u32) -> Vec<u8> {
    let mut bytes = vec![byte; length];
    for _ in 0..layers {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&bytes).unwrap();
        bytes = encoder.finish().unwrap();
    }
    bytes
}

/// A PDF with one stream, described by `dictionary`.
fn pdf_with(dictionary: &str, stream: &[u8]) -> Vec<u8> {
    let head = format!(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 \
            R]/Count 1>>\
         endobj 3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 \
         obj<<{dictionary}/Length {}>>stream\n",
        stream.len()
    );
    [head.as_bytes(), stream, b"\nendstream endobj trailer<</Root 1 0 R>>"].concat()
}

#[test]
fn an_archive_that_unpacks_without_end() {
    let bomb = package(&vec![b' '; 100 << 20], &[]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refusal(&bomb), Some(ReadError::TooMuch));
}

#[test]
fn parts_are_weighed_together() {
    let large = " ".repeat(30 << 20);
    let parts = [("styles", large.as_str()), ("numbering", &large), ("footnotes", &large)];
    assert_eq!(refusal(&document("<w:p/>", &parts)), Some(ReadError::TooMuch));
}

#[test]
fn entities_that_multiply_and_elements_without_end() {
    let entities = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>\
        <w:document>&b;</w:document>";
    assert_eq!(refusal(&package(entities.as_bytes(), &[])), Some(ReadError::TooMuch));
    assert_eq!(refusal(&document(&"<w:ins>".repeat(100_000), &[])), Some(ReadError::TooMuch));
    assert_eq!(
        refusal(&document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", &[])),
        Some(ReadError::Broken)
    );
}

#[test]
fn paragraphs_without_end() {
    assert_eq!(refusal(&document(&"<w:p/>".repeat(300_000), &[])), Some(ReadError::TooMuch));
    assert_eq!(refusal("a\n".repeat(300_000).as_bytes()), Some(ReadError::TooMuch));
    assert_eq!(refusal(&[b'a'; 20 << 20]), Some(ReadError::TooMuch));
    assert_eq!(
        refusal(format!("<html>{}", "a<br>".repeat(300_000)).as_bytes()),
        Some(ReadError::TooMuch)
    );
}

#[test]
fn streams_of_a_pdf_that_unpack_without_end() {
    let deflate = "/Filter/FlateDecode";
    for (dictionary, stream) in [
        (deflate, packed(b' ', 200 << 20, 1)),
        ("/Filter[/FlateDecode/FlateDecode]", packed(b' ', 200 << 20, 2)),
        // What a stream says of itself does not count.
        ("/Subtype/Image/Filter/DCTDecode", packed(b' ', 200 << 20, 1)),
        // A table of objects: each takes a byte here and fifty in memory.
        ("/Type/XRef/W[0 1 0]/Size 9/Filter/FlateDecode", packed(1, 5 << 20, 1)),
        ("/#57[0 1 0]/S#69ze 9/Filter/FlateDecode", packed(1, 5 << 20, 1)),
        (deflate, packed(b'<', 2 << 20, 1)),
    ] {
        assert_eq!(
            refusal(&pdf_with(dictionary, &stream)),
            Some(ReadError::TooMuch),
            "{dictionary}"
        );
    }
    assert_eq!(refusal(&pdf_with(deflate, &packed(b' ', 1 << 20, 1))), Some(ReadError::Empty));
}

#[test]
fn drawings_within_drawings_without_end() {
    let form = |next: u32| {
        format!(
            "<</Subtype/Form/Resources<</XObject<</A {next} 0 R>>>>/Length \
                60>>stream\n{}\nendstream",
            "/A Do ".repeat(10)
        )
    };
    let forms: Vec<String> = (5..40).map(form).collect();
    let page = "<</Type/Page/Contents 4 0 R/Resources<</XObject<</A 4 0 R>>>>>>";
    let mut objects =
        vec!["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page];
    objects.extend(forms.iter().map(String::as_str));
    assert_eq!(refusal(&written(&objects)), Some(ReadError::TooMuch));
}

#[test]
fn trees_that_bite_their_tail_and_brackets_without_end() {
    let tree = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 \
        0 R 2 0 R]>>endobj \
                trailer<</Root 1 0 R>>";
    assert!(source(tree.as_bytes(), "").is_err());
    let brackets = pdf_with("", "[".repeat(1 << 20).as_bytes());
    assert!(source(&brackets, "").is_err());
    let nested =
        format!("%PDF-1.7\n1 0 obj{}endobj trailer<</Root 1 0 R>>", "<</A".repeat(100_000));
    assert!(source(nested.as_bytes(), "").is_err());
}
