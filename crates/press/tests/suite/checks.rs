//! Checking: our own documents have no finding; each thing broken has its own, and no other.

use std::io::{Cursor, Read, Write};

use chungsuc_press::check::{CheckError, Part, Report, RuleId, Rulebook, Severity, Value, check};
use chungsuc_press::{Document, docx};
use jiff::civil::date;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::papers::{self, KINDS, LAYOUT, RULES};
use crate::tools::saved_again;
use crate::{kinds, word};

pub(crate) const STYLES: &str = "word/styles.xml";
pub(crate) const DOCUMENT: &str = "word/document.xml";
pub(crate) const HEADER: &str = "word/header1.xml";

pub(crate) fn books() -> [Rulebook; 1] {
    [Rulebook::parse(LAYOUT, KINDS, RULES).unwrap()]
}

pub(crate) fn report(bytes: &[u8]) -> Report {
    check(bytes, &books(), None, date(2023, 6, 1)).unwrap()
}

fn found(bytes: &[u8]) -> Vec<(RuleId, Part)> {
    report(bytes).findings.iter().map(|finding| (finding.rule, finding.part)).collect()
}

pub(crate) fn print(document: &Document) -> Vec<u8> {
    docx(document, &papers::layout()).unwrap()
}

/// The file with one part rewritten.
pub(crate) fn rewritten(bytes: &[u8], part: &str, rewrite: impl Fn(&str) -> String) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        let text = if name == part { rewrite(&text) } else { text };
        new.start_file(name, SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The file with words or marks replaced; they must be there.
fn replaced(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    rewritten(bytes, part, |text| {
        assert!(text.contains(from), "{from} is not in {part}");
        text.replace(from, to)
    })
}

/// The file with one style changed.
fn restyled(bytes: &[u8], style: &str, from: &str, to: &str) -> Vec<u8> {
    rewritten(bytes, STYLES, |text| {
        let start = text.find(&format!("w:styleId=\"{style}\"")).unwrap();
        let end = start + text[start..].find("</w:style>").unwrap();
        let own = &text[start..end];
        assert!(own.contains(from), "{from} is not in style {style}: {own}");
        format!("{}{}{}", &text[..start], own.replace(from, to), &text[end..])
    })
}

#[test]
fn our_own_documents_have_no_finding() {
    let samples = [
        ("decision", papers::decision()),
        ("report", papers::report()),
        ("letter", papers::letter()),
        ("minutes", papers::minutes()),
    ];
    let samples = samples.map(|(name, document)| (name.to_owned(), document));
    for (name, document) in kinds::every().into_iter().chain(samples) {
        assert_eq!(report(&print(&document)).findings, [], "{name}");
    }
}

#[test]
fn another_program_may_save_them_again() {
    let samples = ["decision", "report", "letter", "minutes"].map(str::to_owned);
    for name in kinds::every().into_iter().map(|(name, _)| name).chain(samples) {
        assert_eq!(report(&saved_again(&name)).findings, [], "{name}");
    }
}

#[test]
fn the_type_of_every_document_is_found() {
    for kind in kinds::kinds().all() {
        let report = report(&print(&kinds::paper(kind)));
        assert_eq!(report.kind.as_ref(), Some(&kind.name));
        let own = kind.dateline != chungsuc_press::Presence::None;
        assert_eq!(
            report.day,
            if own { date(2023, 2, 8) } else { date(2023, 6, 1) },
            "{}",
            kind.name
        );
    }
}

#[test]
fn only_a_form_that_persons_write_may_lack_head_number_and_recipients() {
    let form = report(&print(&papers::of_a_person("Báo cáo thành tích")));
    assert_eq!(form.findings, []);
    assert_eq!(form.kind.as_deref(), Some("Báo cáo thành tích"));
    assert_eq!(form.day, date(2023, 12, 11));
    let missing = [Part::Issuer, Part::Number, Part::Recipients];
    let missing = missing.map(|part| (RuleId::Missing, part));
    assert_eq!(found(&print(&papers::of_a_person("Báo cáo"))), missing);
}

/// One look of one style broken.
#[test]
fn a_wrong_look_is_found_and_nothing_else() {
    use {Part as P, RuleId as R};
    let (bold, plain) = ("<w:b w:val=\"1\">", "<w:b w:val=\"0\">");
    let (slanted, upright) = ("<w:i w:val=\"1\">", "<w:i w:val=\"0\">");
    let (centre, left) = ("<w:jc w:val=\"center\">", "<w:jc w:val=\"left\">");
    let (color, arial) = (
        "<w:color w:val=\"000000\">",
        "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/><w:color w:val=\"000000\">",
    );
    let decision = print(&papers::decision());
    let report = print(&papers::report());
    let letter = print(&papers::letter());
    let minutes = print(&papers::minutes());
    for (bytes, style, from, to, rule, part) in [
        (&decision, "Nation", "<w:sz w:val=\"26\">", "<w:sz w:val=\"28\">", R::Size, P::Nation),
        (&decision, "Nation", bold, plain, R::Bold, P::Nation),
        (&decision, "Motto", bold, plain, R::Bold, P::Motto),
        (&decision, "Motto", "<w:sz w:val=\"28\">", "<w:sz w:val=\"24\">", R::Size, P::Motto),
        (&decision, "Motto", upright, slanted, R::Italic, P::Motto),
        (&decision, "Issuer", "<w:sz w:val=\"26\">", "<w:sz w:val=\"30\">", R::Size, P::Issuer),
        (&decision, "Issuer", centre, left, R::Alignment, P::Issuer),
        (&minutes, "Superior", "<w:sz w:val=\"26\">", "<w:sz w:val=\"22\">", R::Size, P::Superior),
        (&decision, "Number", plain, bold, R::Bold, P::Number),
        (&decision, "Number", color, arial, R::Font, P::Number),
        (&decision, "Number", "<w:sz w:val=\"26\">", "<w:sz w:val=\"28\">", R::Size, P::Number),
        (&decision, "Dateline", slanted, upright, R::Italic, P::Dateline),
        (&decision, "Title", "<w:sz w:val=\"28\">", "<w:sz w:val=\"32\">", R::Size, P::Kind),
        (&decision, "Title", bold, plain, R::Bold, P::Kind),
        (&decision, "Subtitle", bold, plain, R::Bold, P::Abstract),
        (&decision, "Subtitle", centre, left, R::Alignment, P::Abstract),
        (&letter, "Subject", plain, bold, R::Bold, P::Subject),
        (&letter, "Subject", "<w:sz w:val=\"26\">", "<w:sz w:val=\"28\">", R::Size, P::Subject),
        (&letter, "Addressee", upright, slanted, R::Italic, P::Addressee),
        (&decision, "Basis", slanted, upright, R::Italic, P::Basis),
        (&decision, "Normal", "<w:sz w:val=\"28\">", "<w:sz w:val=\"24\">", R::Size, P::Body),
        (&decision, "Normal", "<w:jc w:val=\"both\">", left, R::Alignment, P::Body),
        (&decision, "Normal", "w:firstLine=\"720\"", "w:firstLine=\"0\"", R::FirstLine, P::Body),
        (&decision, "Normal", "w:before=\"120\"", "w:before=\"0\"", R::ParagraphGap, P::Body),
        (&decision, "Normal", "w:line=\"264\"", "w:line=\"480\"", R::LineSpacing, P::Body),
        (&decision, "Post", bold, plain, R::Bold, P::Capacity),
        (&decision, "Signer", bold, plain, R::Bold, P::Signer),
        (&decision, "Signer", "<w:sz w:val=\"28\">", "<w:sz w:val=\"24\">", R::Size, P::Signer),
        (&decision, "RecipientsTitle", bold, plain, R::Bold, P::RecipientsTitle),
        (
            &decision,
            "Recipients",
            "<w:sz w:val=\"22\">",
            "<w:sz w:val=\"24\">",
            R::Size,
            P::Recipients,
        ),
        (&decision, "AnnexTitle", bold, plain, R::Bold, P::AnnexTitle),
        (&decision, "AnnexReference", slanted, upright, R::Italic, P::AnnexReference),
        (&report, "AnnexLabel", centre, left, R::Alignment, P::AnnexLabel),
        (
            &report,
            "PageNumber",
            "<w:sz w:val=\"28\">",
            "<w:sz w:val=\"22\">",
            R::Size,
            P::PageNumber,
        ),
        (&report, "PageNumber", centre, left, R::PageNumberPlace, P::PageNumber),
    ] {
        let broken = restyled(bytes, style, from, to);
        assert_eq!(found(&broken), [(rule, part)], "{style} {from} → {to}");
    }
}

/// Words or marks broken in a file: the part, what stands there, what is put in its place.
#[test]
fn a_wrong_mark_is_found_and_nothing_else() {
    use {Part as P, RuleId as R};
    let decision = print(&papers::decision());
    let report = print(&papers::report());
    let letter = print(&papers::letter());
    let minutes = print(&papers::minutes());
    for (bytes, from, to, rule, part) in [
        (&letter, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\"", R::Paper, P::Page),
        (&letter, "w:top=\"1134\"", "w:top=\"850\"", R::MarginTop, P::Page),
        (&letter, "w:bottom=\"1134\"", "w:bottom=\"1701\"", R::MarginBottom, P::Page),
        (&letter, "w:left=\"1701\"", "w:left=\"1134\"", R::MarginLeft, P::Page),
        (&decision, "w:right=\"1134\"", "w:right=\"567\"", R::MarginRight, P::Page),
        (&report, "<w:titlePg></w:titlePg>", "", R::PageNumberFirst, P::PageNumber),
        (&decision, ">CỘNG HÒA", ">CỘNG HOÀ", R::NationWords, P::Nation),
        (&decision, ">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<", "><", R::Missing, P::Nation),
        (&decision, "Độc lập - Tự do", "Độc lập-Tự do", R::MottoWords, P::Motto),
        (&decision, ">Độc lập - Tự do - Hạnh phúc<", "><", R::Missing, P::Motto),
        (&decision, "Số: 05/QĐ-UBND", "", R::Missing, P::Number),
        (&decision, "Số: 05/QĐ", "Số: 5/QĐ", R::NumberZero, P::Number),
        (&decision, "Số: 05/QĐ", "Số: 0125/QĐ", R::NumberZero, P::Number),
        (&decision, "Số: 05/QĐ", "Số 05/QĐ", R::NumberForm, P::Number),
        (&decision, "Số: 05/QĐ-UBND", "Số: 05/QĐ - UBND", R::NumberForm, P::Number),
        (&decision, "Số: 05/QĐ", "Số: 05/KH", R::NumberKind, P::Number),
        (&decision, "Số: 05/QĐ", "Số: 05/CV", R::NumberCv, P::Number),
        (&letter, "/UBND-TĐKT", "/CV-UBND", R::NumberCv, P::Number),
        (&letter, "/UBND-TĐKT", "/TB-UBND", R::NumberKind, P::Number),
        (&decision, "Tơ Tung, ngày 08", "Tơ Tung, ngày 8", R::DateZero, P::Dateline),
        (&decision, ", ngày 08 tháng 02", ", ngày 08 tháng 2", R::DateZero, P::Dateline),
        (&report, ", ngày 29 tháng 6", ", ngày 29 tháng 06", R::DateZero, P::Dateline),
        (&decision, "Tơ Tung, ngày 08", "Tơ Tung ngày 08", R::DateForm, P::Dateline),
        (&decision, "Tơ Tung, ngày 08 tháng 02 năm 2023", "", R::Missing, P::Dateline),
        (&decision, ">QUYẾT ĐỊNH<", ">Quyết định<", R::Capitals, P::Kind),
        (&letter, "V/v báo cáo", "Về việc báo cáo", R::SubjectLead, P::Subject),
        (&letter, "Kính gửi: Các", "Kính gửi Các", R::AddresseeColon, P::Addressee),
        (&decision, "năm 2015;", "năm 2015,", R::BasisEnd, P::Basis),
        (&decision, "<w:rPr><w:b></w:b></w:rPr>", "", R::Bold, P::Article),
        (&letter, "25/6/2023./.", "25/6/2023.", R::EndMark, P::Body),
        (&decision, ">CHỦ TỊCH<", ">Chủ tịch<", R::Capitals, P::Capacity),
        (&report, "KT. CHỦ TỊCH", "TL. CHỦ TỊCH", R::Capacity, P::Capacity),
        (&report, ">PHÓ CHỦ TỊCH<", "><", R::Capacity, P::Capacity),
        (&minutes, ">Đinh Thị Blưn", ">Bà Đinh Thị Blưn", R::SignerTitle, P::Signer),
        (&decision, ">Nơi nhận:<", ">Nơi nhận<", R::RecipientsTitle, P::RecipientsTitle),
        (&decision, ">Nơi nhận:<", "><", R::Missing, P::Recipients),
        (&decision, ">- Thường", ">Thường", R::RecipientsDash, P::Recipients),
        (&decision, "Như Điều 3;", "Như Điều 3,", R::RecipientsEnd, P::Recipients),
        (&decision, "Lưu: VT, TĐKT.", "Lưu TĐKT.", R::RecipientsArchive, P::Recipients),
        (&letter, "- Như trên;", "- Sở Nội vụ;", R::RecipientsAbove, P::Recipients),
    ] {
        let broken = replaced(bytes, DOCUMENT, from, to);
        assert_eq!(found(&broken), [(rule, part)], "{from} → {to}");
    }
    let unnumbered = replaced(&decision, HEADER, "PAGE", "DATE");
    assert_eq!(found(&unnumbered), [(R::PageNumberMissing, P::PageNumber)]);
}

#[test]
fn a_finding_says_what_stands_where_and_by_which_clause() {
    let broken = restyled(&print(&papers::decision()), "Number", "w:val=\"26\"", "w:val=\"30\"");
    let finding = report(&broken).findings.remove(0);
    assert_eq!(finding.found, Value::Measure(15.0, "pt"));
    assert_eq!(finding.wanted.to_string(), "13 pt");
    let json = serde_json::to_value(&finding).unwrap();
    assert_eq!(json["found"], serde_json::json!({ "value": 15.0, "unit": "pt" }));
    assert_eq!((&json["rule"], &json["part"]), (&"size".into(), &"number".into()));
    let place = finding.place.unwrap();
    assert_eq!(place.words, "Số: 05/QĐ-UBND");
    let source = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3";
    assert_eq!((finding.severity, finding.source.as_str()), (Severity::Must, source));
}

#[test]
fn a_wrong_symbol_comes_with_the_right_one() {
    let (decision, letter) = (print(&papers::decision()), print(&papers::letter()));
    for (bytes, from, to, wanted) in [
        (&decision, "Số: 05/QĐ", "Số: 05/CV", "Số: 05/QĐ-UBND"),
        (&decision, "Số: 05/QĐ", "Số: 05/KH", "Số: 05/QĐ-UBND"),
        (&decision, "Số: 05/QĐ-UBND", "Số: 05/UBND", "Số: 05/QĐ-UBND"),
        (&letter, "/UBND-TĐKT", "/CV-UBND", "Số: /UBND"),
    ] {
        let finding = report(&replaced(bytes, DOCUMENT, from, to)).findings.remove(0);
        assert_eq!(finding.wanted, Value::Words(wanted.into()), "{to}");
    }
}

#[test]
fn one_habit_is_told_once_and_counted() {
    let broken = restyled(&print(&papers::decision()), "Normal", "w:val=\"28\"", "w:val=\"24\"");
    let findings = report(&broken).findings;
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].times, 6, "three articles, each with its number in bold");
}

#[test]
fn every_rule_and_every_part_has_its_clause_in_the_catalog() {
    let looks = [RuleId::Size, RuleId::Bold, RuleId::Italic, RuleId::Capitals, RuleId::Alignment];
    for rule in RuleId::ALL.iter().filter(|rule| !looks.contains(rule)) {
        let row = format!("\n{} = {{ at = ", rule.code());
        assert!(RULES.contains(&row), "{}", rule.code());
    }
    for part in Part::ALL.iter().filter(|part| **part != Part::Page) {
        let row = format!("[[look]]\npart = \"{}\"", part.code());
        assert!(RULES.contains(&row), "{}", part.code());
    }
}

#[test]
fn what_was_made_by_hand_in_word_is_understood() {
    let bytes = word::by_hand();
    let findings = report(&bytes).findings;
    let short: Vec<_> = findings.iter().map(|it| (it.rule, it.part)).collect();
    assert_eq!(short, word::FINDINGS, "{findings:#?}");
}

#[test]
fn a_day_without_rules_is_told() {
    let bytes = print(&papers::decision());
    let asked = |day| check(&bytes, &books(), Some(day), date(2023, 6, 1)).map(|report| report.day);
    assert_eq!(asked(date(2020, 3, 4)), Err(CheckError::NoRules(date(2020, 3, 4))));
    assert_eq!(asked(date(2020, 3, 5)), Ok(date(2020, 3, 5)));
}

#[test]
fn what_cannot_be_read_is_told() {
    let refused = |bytes: &[u8]| check(bytes, &books(), None, date(2023, 6, 1)).unwrap_err();
    let bytes = print(&papers::letter());
    assert_eq!(refused(b"Ban nhap"), CheckError::NotDocx);
    assert_eq!(refused(&bytes[..bytes.len() / 2]), CheckError::NotDocx);
    assert_eq!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0]), CheckError::LockedOrOld);
    assert_eq!(refused(&replaced(&bytes, DOCUMENT, "</w:body>", "")), CheckError::Damaged);
    let entity = "<!DOCTYPE w [<!ENTITY a \"aaaa\">]><w:document";
    assert_eq!(refused(&replaced(&bytes, DOCUMENT, "<w:document", entity)), CheckError::Damaged);
    let deep = format!("<w:body>{}{}", "<w:x>".repeat(300), "</w:x>".repeat(300));
    assert_eq!(refused(&replaced(&bytes, DOCUMENT, "<w:body>", &deep)), CheckError::TooLarge);
    let large = format!("<w:body>{}", " ".repeat(33 << 20));
    assert_eq!(refused(&replaced(&bytes, DOCUMENT, "<w:body>", &large)), CheckError::TooLarge);
}

#[test]
fn a_document_is_held_against_the_rules_of_its_own_day() {
    let dated = |text: &str| text.replace("from = \"2020-03-05\"", "from = \"2023-02-08\"");
    // Another decree, which wants larger letters in the text.
    let size = "body = { is = 14, least = 13, most = 14 }";
    let layout = dated(LAYOUT).replace(size, "body = { is = 15, least = 15, most = 16 }");
    let later = Rulebook::parse(&layout, &dated(KINDS), &dated(RULES)).unwrap();
    let books = [books()[0].clone(), later];
    let rules = |document: Document, day| {
        let report = check(&print(&document), &books, day, date(2030, 1, 1)).unwrap();
        report.findings.iter().map(|it| (it.rule, it.part)).collect::<Vec<_>>()
    };
    let mut before = papers::decision();
    before.header.date = Some(date(2023, 2, 7));
    assert_eq!(rules(before.clone(), None), []);
    let larger = [(RuleId::Size, Part::Basis), (RuleId::Size, Part::Body)];
    let larger = [larger.as_slice(), &[(RuleId::Size, Part::AnnexReference)]].concat();
    assert_eq!(rules(papers::decision(), None), larger);
    assert_eq!(rules(before, Some(date(2023, 2, 8))), larger, "a day that is asked for goes first");
    assert!(Rulebook::parse(&layout, KINDS, RULES).is_err(), "their days differ");
}

#[test]
fn number_and_date_may_stand_in_a_table_of_their_own() {
    for document in [papers::decision(), papers::letter()] {
        // The table of the head ends after its first row, and another begins.
        let bytes = rewritten(&print(&document), DOCUMENT, |text| {
            let table = &text[text.find("<w:tbl>").unwrap()..text.find("<w:tr>").unwrap()];
            text.replacen("</w:tr><w:tr>", &format!("</w:tr></w:tbl><w:p></w:p>{table}<w:tr>"), 1)
        });
        assert_eq!(report(&bytes).findings, []);
    }
}
