//! Reads a .docx whose parts are the input, cut at 0x1E. Packed here, so that the fuzzer changes
//! XML and not checksums; input that is an archive is read as it is.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PARTS: [&str; 6] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/_rels/document.xml.rels",
    "_rels/.rels",
];

const RELATIONS: [&str; 2] = [
    "<r><Relationship Type='x/styles' Target='styles.xml'/>\
     <Relationship Type='x/numbering' Target='numbering.xml'/>\
     <Relationship Type='x/footnotes' Target='footnotes.xml'/></r>",
    "<r><Relationship Type='x/officeDocument' Target='word/document.xml'/></r>",
];

fn pack(input: &[u8]) -> Option<Vec<u8>> {
    let mut parts: Vec<&[u8]> = input.split(|byte| *byte == 0x1E).take(4).collect();
    parts.resize(4, b"");
    parts.extend(RELATIONS.map(str::as_bytes));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in PARTS.into_iter().zip(parts) {
        archive.start_file(name, options).ok()?;
        archive.write_all(part).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

fuzz_target!(|input: &[u8]| {
    match input.starts_with(b"PK\x03\x04") {
        true => chungsuc_fuzz::read_all(input, "x.docx"),
        false => chungsuc_fuzz::read_all(&pack(input).unwrap_or_default(), "x.docx"),
    };
});
