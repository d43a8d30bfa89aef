//! The shipped templates: whole, printed without a finding, the same in both presses.

use std::path::PathBuf;

use chungsuc_press::check::check;
use chungsuc_press::template::{Draft, Frame, Template, Words};
use chungsuc_press::{
    Capacity, Cosigner, Document, Header, Issuer, Number, Presence, Signature, docx, pdf, read,
};
use chungsuc_server::catalog;
use chungsuc_server::features::templates::sorts::achievements::is_report;
use chungsuc_server::features::templates::{Sort, sorts};
use jiff::civil::date;

use crate::office::office;
use crate::picture::departures;

const DAY: jiff::civil::Date = date(2023, 12, 22);

fn shipped(sort: &Sort) -> Template {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog/papers/templates/");
    let file = std::fs::read_to_string(format!("{folder}{}.toml", sort.code));
    let file = file.unwrap_or_else(|error| panic!("{}: {error}", sort.code));
    let draft = Draft::parse(&file).unwrap_or_else(|error| panic!("{}: {error}", sort.code));
    Template::of(&draft, sort.fields).unwrap_or_else(|faults| panic!("{}: {faults:?}", sort.code))
}

/// The shipped words with the values of the sample, in the frame of an invented office.
pub(crate) fn sample(sort: &Sort) -> Document {
    let words = shipped(sort).fill(&sorts::sample(sort));
    let words = words.unwrap_or_else(|error| panic!("{}: {error}", sort.code));
    let kinds = catalog::kinds().unwrap();
    let kind = kinds.named(sort.kind).unwrap();
    let letter = kind.abbreviation.is_none();
    let decided = sort.kind == "Quyết định";
    let of_office = [
        sorts::REMINDER.code,
        sorts::PLAN.code,
        sorts::PROPOSAL_ABOVE.code,
        sorts::RECOGNITION_PROPOSAL.code,
        sorts::RECOGNITION_RESULTS.code,
    ];
    let of_council = !decided && !of_office.contains(&sort.code);
    let body = match (letter, of_council) {
        (true, _) => "UBND-TĐKT",
        (false, true) => "HĐTĐKT",
        (false, false) => "UBND",
    };
    if is_report(sort) {
        return report(sort, words);
    }
    let header = Header {
        issuer: Issuer::Body {
            superior: of_council.then(|| "Ủy ban nhân dân xã Tơ Tung".into()),
            name: match of_council {
                true => "Hội đồng Thi đua - Khen thưởng xã Tơ Tung".into(),
                false => "Ủy ban nhân dân xã Tơ Tung".into(),
            },
            number: kind.number(Some(4), body),
        },
        place: (kind.dateline != Presence::None).then(|| "Tơ Tung".into()),
        date: Some(DAY),
    };
    let signed = |lines: &str, name: &str| Signature {
        capacity: Capacity::read(lines).unwrap(),
        name: name.into(),
    };
    let minutes = sort.kind == "Biên bản";
    let capacity = match (minutes, of_council) {
        _ if decided => "Chủ tịch",
        (true, _) => "Chủ tọa",
        (false, true) => "TM. Hội đồng\nChủ tịch",
        (false, false) => "TM. Ủy ban nhân dân\nChủ tịch",
    };
    let frame = Frame {
        header,
        kind: kind.title(),
        authority: decided.then(|| "Chủ tịch Ủy ban nhân dân xã Tơ Tung".into()),
        signature: signed(capacity, "Hà Minh Khôi"),
        cosigner: minutes.then(|| Cosigner::Secretary(signed("Thư ký", "Đinh Thị Blưn"))),
    };
    frame.around(words)
}

/// A report in the name of its nominee: a village and a body with their heads, a person and a
/// household without; confirmed by the committee.
fn report(sort: &Sort, words: Words) -> Document {
    let body = |name: &str, number| Issuer::Body {
        superior: Some("Ủy ban nhân dân xã Tơ Tung".into()),
        name: name.into(),
        number,
    };
    let own = Number { serial: Some(12), symbol: "BC-HLV".into() };
    let (issuer, post, name) = match sort.code {
        code if code == sorts::COLLECTIVE_REPORT.code => {
            (body("Làng Sơ Tor", None), "Trưởng làng", "Đinh Hlưi")
        }
        code if code == sorts::THEMATIC_REPORT.code => {
            (body("Hội Làm vườn xã Tơ Tung", Some(own)), "Chủ tịch", "Phan Quế Chi")
        }
        code if code == sorts::HOUSEHOLD_REPORT.code => {
            (Issuer::Person, "Đại diện hộ gia đình", "Lê Văn Mẫu")
        }
        _ => (Issuer::Person, "Người báo cáo", "Trần Thị Mẫu"),
    };
    let signed = |post: &str, name: &str| Signature {
        capacity: Capacity::read(post).unwrap(),
        name: name.into(),
    };
    let confirming = Cosigner::Confirming {
        body: "Ủy ban nhân dân xã Tơ Tung".into(),
        signature: signed("Chủ tịch", "Hà Minh Khôi"),
    };
    let frame = Frame {
        header: Header { issuer, place: Some("Tơ Tung".into()), date: Some(DAY) },
        kind: Some(sort.kind.into()),
        authority: None,
        signature: signed(post, name),
        cosigner: Some(confirming),
    };
    frame.around(words)
}

/// The words of a file, sorted, without page numbers: what is said, wherever it stands.
fn words(bytes: &[u8], name: &str) -> Vec<String> {
    let source = read::source(bytes, name).unwrap();
    let words = source.text().split_whitespace().map(str::to_owned);
    let mut words: Vec<String> = words.filter(|word| word.parse::<u8>().is_err()).collect();
    words.sort_unstable();
    words
}

#[test]
fn every_sort_has_its_shipped_words_and_a_sample_that_fills_them() {
    for sort in sorts::ALL {
        let document = sample(sort);
        assert!(!document.abstract_.is_empty(), "{}", sort.code);
        let said = format!("{document:?}");
        assert!(!said.contains("{{"), "{}: a mark is left", sort.code);
    }
}

#[test]
fn the_shipped_documents_keep_to_the_rules_of_layout() {
    let (layout, books) = (catalog::layout().unwrap(), catalog::rulebooks().unwrap());
    for sort in sorts::ALL {
        let bytes = docx(&sample(sort), &layout).unwrap();
        let report = check(&bytes, &books, None, DAY).unwrap();
        assert_eq!(report.findings, [], "{}", sort.code);
        assert_eq!(report.kind.as_deref(), Some(sort.kind), "{}", sort.code);
    }
}

#[test]
fn docx_and_pdf_say_the_same() {
    let layout = catalog::layout().unwrap();
    for sort in sorts::ALL {
        let document = sample(sort);
        let word = words(&docx(&document, &layout).unwrap(), "a.docx");
        let paper = words(&pdf(&document, &layout).unwrap(), "a.pdf");
        assert_eq!(word, paper, "{}", sort.code);
    }
}

#[test]
fn every_shipped_document_looks_as_approved() {
    let layout = catalog::layout().unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("templates");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("typst")).unwrap();
    let (mut files, mut printed) = (Vec::new(), Vec::new());
    for sort in sorts::ALL {
        let document = sample(sort);
        let file = folder.join(sort.code).with_extension("docx");
        std::fs::write(&file, docx(&document, &layout).unwrap()).unwrap();
        let paper = folder.join("typst").join(sort.code).with_extension("pdf");
        std::fs::write(&paper, pdf(&document, &layout).unwrap()).unwrap();
        printed.push((format!("{}-docx", sort.code), file.with_extension("pdf")));
        printed.push((format!("{}-pdf", sort.code), paper));
        files.push(file);
    }
    office(&folder, "pdf", &folder, &files);
    let wrong = departures(printed);
    assert!(wrong.is_empty(), "other than approved: {wrong:#?}");
}
