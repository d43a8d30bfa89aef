//! The parts of a DOCX.

use maud::{Markup, html};

use super::body::MAIN;
use crate::PressError;
use crate::document::printed::Printed;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Packs the parts into one file.
pub(super) fn pack(printed: &Printed, body: Markup, styles: Markup) -> Result<Vec<u8>, PressError> {
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(printed)),
        ("word/document.xml", body),
        ("word/styles.xml", styles),
        ("word/settings.xml", settings()),
        ("word/header1.xml", page_number()),
        ("word/_rels/document.xml.rels", document_relations()),
    ];
    let parts = parts.map(|(name, part)| (name, format!("{HEAD}{}", part.into_string())));
    crate::zip(parts.iter().map(|(name, part)| (*name, part.as_bytes())))
}

fn content_types() -> Markup {
    let word = |part: &str, kind: &str| {
        html! { Override PartName={ "/word/" (part) ".xml" } ContentType={ (WORD) "." (kind) "+xml" } {} }
    };
    html! {
        Types xmlns={ (PACKAGE) "/content-types" } {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Override PartName="/docProps/core.xml"
                ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
            (word("document", "document.main"))
            (word("styles", "styles"))
            (word("settings", "settings"))
            (word("header1", "header"))
        }
    }
}

fn relation(id: &str, kind: &str, target: &str) -> Markup {
    html! { Relationship Id=(id) Type=(kind) Target=(target) {} }
}

fn package_relations() -> Markup {
    html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            (relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"))
            (relation("rId2", &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"))
        }
    }
}

fn document_relations() -> Markup {
    html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            (relation("rId1", &format!("{OFFICE}/styles"), "styles.xml"))
            (relation("rId2", &format!("{OFFICE}/settings"), "settings.xml"))
            (relation("rId3", &format!("{OFFICE}/header"), "header1.xml"))
        }
    }
}

/// The title, and the day of the document: the file says nothing of the day it was made.
fn properties(printed: &Printed) -> Markup {
    html! {
        cp:coreProperties xmlns:cp={ (PACKAGE) "/metadata/core-properties" }
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (printed.title) }
            dc:creator { (printed.author) }
            dc:language { "vi-VN" }
            @if let Some(date) = printed.date {
                dcterms:created xsi:type="dcterms:W3CDTF" { (date) "T00:00:00+07:00" }
            }
        }
    }
}

/// Without a stated version Word opens the file in its compatibility mode.
fn settings() -> Markup {
    html! {
        w:settings xmlns:w=(MAIN) {
            w:compat {
                w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
                    w:val="15" {}
            }
        }
    }
}

/// The header from page 2 on.
fn page_number() -> Markup {
    html! {
        w:hdr xmlns:w=(MAIN) {
            w:p {
                w:pPr { w:pStyle w:val="PageNumber" {} }
                w:fldSimple w:instr="PAGE" { w:r { w:t { "2" } } }
            }
        }
    }
}
