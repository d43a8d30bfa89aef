//! Makes a .docx of parts written by hand.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAIN: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

/// An archive of files.
pub(crate) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A .docx whose document is `document`, with these further parts of `word/`.
pub(crate) fn package(document: &[u8], parts: &[(&str, &str)]) -> Vec<u8> {
    let relation = |name: &str| {
        format!(
            "<Relationship Id='{name}' Type='http://x/relationships/{name}' Target='{name}.xml'/>"
        )
    };
    let relations: String = parts.iter().map(|(name, _)| relation(name)).collect();
    let relations = format!("<Relationships>{relations}</Relationships>");
    let root = "<Relationships><Relationship Id='r' Type='http://x/relationships/officeDocument' \
                Target='/word/document.xml'/></Relationships>";
    let names: Vec<String> = parts.iter().map(|(name, _)| format!("word/{name}.xml")).collect();
    let mut files: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    files.extend(names.iter().zip(parts).map(|(name, (_, xml))| (name.as_str(), xml.as_bytes())));
    archive(&files)
}

/// A .docx of these paragraphs and tables.
pub(crate) fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let xml = format!("<w:document {MAIN}><w:body>{body}</w:body></w:document>");
    package(xml.as_bytes(), parts)
}

/// A paragraph of one run.
pub(crate) fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}
