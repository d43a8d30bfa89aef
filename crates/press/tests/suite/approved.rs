//! Pictures of every type of document, compared with approved ones.
//!
//! `CHUNGSUC_APPROVE=1 cargo test -p chungsuc-press approved` replaces the approved pictures; look at
//! them before they are committed.

use chungsuc_press::{Certificate, Gift, Number, Stock, certificates};

use crate::picture::{Picture, SQUARES, departures};
use crate::tools::{from_docx, from_typst, keep};
use crate::{kinds, papers};

#[test]
fn every_type_looks_as_approved() {
    let printed = kinds::every().into_iter().flat_map(|(kind, _)| {
        let both = [("docx", from_docx(&kind)), ("pdf", from_typst(&kind))];
        both.map(|(press, pdf)| (format!("{kind}-{press}"), pdf))
    });
    let wrong = departures(printed);
    assert!(wrong.is_empty(), "other than approved: {wrong:#?}");
}

/// A usual one with its code, one whose words wrap, one whose words shrink too.
#[test]
fn certificates_look_as_approved() {
    let village = "Tập thể cán bộ và nhân dân tổ tự quản số 5 làng Sơ Tor, xã Tơ Tung";
    let names = ["Ông Đinh Hlưi", village, &[village; 4].join(", ")];
    let sheets = names.map(|name| papers::checkable(name, 7));
    let bytes = certificates(&sheets, &papers::design(), Stock::White, &papers::imprint()).unwrap();
    let pdf = keep("approved-certificates.pdf", &bytes);
    let wrong = departures([("giay-khen".to_owned(), pdf)]);
    assert!(wrong.is_empty(), "other than approved: {wrong:#?}");
}

/// What a recognised unit receives: no golden book, another verb.
#[test]
fn a_recognition_looks_as_approved() {
    let sheet = Certificate {
        decider: "Chủ tịch Ủy ban nhân dân huyện Kbang".into(),
        gift: Gift::Recognition("Làng Sơ Tor, xã Tơ Tung".into()),
        recipient: "Đạt chuẩn theo Bộ tiêu chí làng nông thôn mới".into(),
        address: "Đạt 19/19 tiêu chí".into(),
        achievement: String::new(),
        decision: Number { serial: Some(1842), symbol: "QĐ-UBND".into() },
        entry: None,
        place: "Kbang".into(),
        ..papers::certificate()
    };
    let bytes =
        certificates(&[sheet], &papers::design(), Stock::White, &papers::imprint()).unwrap();
    let pdf = keep("approved-recognition.pdf", &bytes);
    let wrong = departures([("bang-cong-nhan".to_owned(), pdf)]);
    assert!(wrong.is_empty(), "other than approved: {wrong:#?}");
}

#[test]
fn a_picture_that_changed_is_noticed() {
    let picture = |name: &str| Picture::approved(&format!("{name}-docx-1"));
    let notice = picture("thong-bao");
    assert_eq!(notice.differs(&notice), 0);
    // The head instead of one who acts for it, no date line, no abstract: each alone is too much.
    for other in ["thong-cao", "bien-ban", "giay-gioi-thieu"] {
        let differs = notice.differs(&picture(other));
        assert!(differs > SQUARES, "{other}: {differs} ‰");
    }
}
