//! What a document says on paper.

use jiff::civil::date;

use super::super::{Capacity, Header, Issuer, Number};
use super::*;

fn decision() -> Document {
    let header = Header {
        issuer: Issuer::body(
            "Ủy ban nhân dân xã Tơ Tung",
            Some(Number { serial: Some(5), symbol: "QĐ-UBND".into() }),
        ),
        place: Some("Tơ Tung".into()),
        date: Some(date(2023, 12, 20)),
    };
    let signature =
        Signature { capacity: Capacity::head("Chủ tịch"), name: "Đinh Hlưi".into() };
    Document {
        kind: Some("Quyết định".into()),
        authority: Some("Chủ tịch Ủy ban nhân dân xã Tơ Tung".into()),
        ..Document::new(header, "Về việc tặng Giấy khen", signature)
    }
}

#[test]
fn a_named_type_stands_in_the_middle_and_a_letter_under_its_number() {
    let named = Printed::of(&decision());
    assert_eq!(named.heading, Some(["QUYẾT ĐỊNH".into(), "Về việc tặng Giấy khen".into()]));
    assert_eq!((named.subject, named.title.as_str()), (None, "Quyết định về việc tặng Giấy khen"));

    let letter = Document { kind: None, abstract_: "báo cáo quý I".into(), ..decision() };
    let letter = Printed::of(&letter);
    assert_eq!((letter.heading, letter.subject), (None, Some("V/v báo cáo quý I".into())));
}

#[test]
fn those_addressed_come_first_among_the_recipients() {
    let to = |addressees: &[&str]| {
        let addressees = addressees.iter().map(|&text| text.into()).collect();
        let recipients = vec!["Lưu: VT".into()];
        Printed::of(&Document { addressees, recipients, ..decision() })
    };
    assert_eq!(to(&[]).recipients, ["- Lưu: VT."]);
    assert_eq!(to(&["Sở Nội vụ"]).recipients, ["- Như trên;", "- Lưu: VT."]);
    assert_eq!(to(&["Sở Nội vụ."]).addressees, ["Sở Nội vụ"]);
    assert_eq!(to(&["Sở Nội vụ", "Ủy ban"]).addressees, ["- Sở Nội vụ;", "- Ủy ban."]);
}

#[test]
fn the_end_mark_follows_the_last_words() {
    let last = |body: Vec<Block>| {
        let mut body = Printed::of(&Document { body, ..decision() }).body;
        match body.pop() {
            Some(Piece::Paragraph { lead, text }) => lead + &text.plain(),
            other => format!("{other:?}"),
        }
    };
    let article = Block::Article {
        number: 2, text: "Quyết định có hiệu lực từ ngày ký.".into()
    };
    assert_eq!(last(vec![article]), "Điều 2. Quyết định có hiệu lực từ ngày ký./.");
    assert_eq!(last(vec![Block::Bullet("trồng cây".into())]), "- trồng cây./.");
    assert_eq!(last(vec![Block::Centred("Hết".into())]), "./.");
    assert_eq!(last(vec![]), "None");
}

#[test]
fn a_person_has_no_letterhead_and_the_body_above_confirms() {
    let decision = decision();
    let paper = Document {
        header: Header { issuer: Issuer::Person, ..decision.header.clone() },
        authority: None,
        cosigner: Some(Cosigner::Confirming {
            body: "Ủy ban nhân dân xã Tơ Tung".into(),
            signature: Signature { capacity: Capacity::head("Chủ tịch"), name: String::new() },
        }),
        ..decision
    };
    let printed = Printed::of(&paper);
    assert!(printed.issuer.is_empty() && printed.superior.is_empty());
    assert_eq!((printed.number, printed.author.as_str()), (None, "Đinh Hlưi"));
    let confirmed = printed.cosigner.map(|by| by.capacity).unwrap_or_default();
    assert_eq!(confirmed, ["XÁC NHẬN CỦA", "ỦY BAN NHÂN DÂN", "XÃ TƠ TUNG", "CHỦ TỊCH"]);
}

#[test]
fn an_annex_names_the_paper_it_goes_with() {
    let annex = Annex {
        label: None,
        title: "Danh sách".into(),
        orientation: Orientation::Portrait,
        body: vec![],
    };
    let printed = Printed::of(&Document { annexes: vec![annex], ..decision() });
    assert_eq!(
        printed.annexes[0].reference,
        "(Kèm theo Quyết định số 05/QĐ-UBND ngày 20 tháng 12 năm 2023 \
         của Chủ tịch Ủy ban nhân dân xã Tơ Tung)"
    );
    assert_eq!(printed.annexes[0].title, "DANH SÁCH");
}
