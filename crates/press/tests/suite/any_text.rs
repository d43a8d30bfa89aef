//! Whatever people paste, paper holds it or says that it cannot.

use std::io::Read;

use chungsuc_press::{
    Align, Block, Capacity, Certificate, Column, Document, PressError, Signature, Stock, Table,
    certificates, docx,
};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use unicode_normalization::UnicodeNormalization;

use crate::papers::{certificate, design, header, imprint, layout};
use crate::tools::{keep, poppler};

/// Words as paper holds them: composed, single spaces.
fn tidy(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of every paragraph of a DOCX; any fault of the XML fails the test.
fn paragraphs(bytes: Vec<u8>) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut reader = Reader::from_str(&xml);
    let (mut all, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Text(piece) => text.push_str(&piece),
            Event::GeneralRef(name) => text.push_str(entity(&name)),
            Event::End(tag) if tag.name().as_ref() == "w:p" => all.push(std::mem::take(&mut text)),
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn entity(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        other => panic!("an unknown entity {other}"),
    }
}

fn document(text: &str) -> Document {
    let cell = || vec![text.to_owned()];
    let table = Table::new(vec![Column::new(text, 1, Align::Left)], vec![cell()], Some(cell()));
    let signature = Signature { capacity: Capacity::head(text), name: text.to_owned() };
    Document {
        body: vec![Block::Paragraph(text.into()), Block::Table(table.unwrap())],
        addressees: vec![text.to_owned(), text.to_owned()],
        bases: vec![text.to_owned()],
        recipients: vec![text.to_owned()],
        ..Document::new(header(Some(1), text, None), text, signature)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_document_holds_every_visible_text(text in r"[\PC\s]{0,80}") {
        let tidy = tidy(&text);
        let paragraphs = paragraphs(docx(&document(&text), &layout()).unwrap());
        // Abstract apart, the words stand as they are in the paragraph, the table and the signature.
        prop_assert!(paragraphs.iter().filter(|paragraph| **paragraph == tidy).count() >= 5, "{paragraphs:?}");
    }

    #[test]
    fn a_document_survives_every_text(text in any::<String>()) {
        prop_assert!(!paragraphs(docx(&document(&text), &layout()).unwrap()).is_empty());
    }

    #[test]
    fn a_certificate_is_printed_or_the_letter_named(text in any::<String>()) {
        let sheet = Certificate { recipient: text.clone(), achievement: text.clone(), ..certificate() };
        match certificates(&[sheet], &design(), Stock::White, &imprint()) {
            Ok(bytes) => prop_assert!(bytes.starts_with(b"%PDF-1.7")),
            Err(PressError::Unprintable(letter)) => prop_assert!(text.nfc().any(|c| c == letter)),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_certificate_shows_every_vietnamese_name(
        names in prop::collection::vec(r##"[A-ZĂÂĐÊÔƠƯa-zăâđêôơưàáảãạếềểễệớờởỡợữựỳỵ #<>$&"'*_@\\/.-]{1,120}"##, 1..6)
    ) {
        let sheet = |name: &String| Certificate { recipient: name.clone(), ..certificate() };
        let sheets: Vec<Certificate> = names.iter().map(sheet).collect();
        let file = keep("names.pdf", &certificates(&sheets, &design(), Stock::White, &imprint()).unwrap());
        let text = poppler("pdftotext", &["-raw"], &file);
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect::<String>();
        let pages: Vec<String> = text.split('\u{c}').map(bare).collect();
        prop_assert_eq!(pages.len(), names.len() + 1);
        for (name, page) in names.iter().zip(&pages) {
            prop_assert!(page.contains(&bare(&tidy(name))), "{} in {}", name, page);
        }
    }
}
