//! The catalog's layouts, and what is refused.

use chungsuc_press::{CertificateDesign, Layout, PressError};
use jiff::civil::date;

use crate::papers;

const LAYOUT: &str = include_str!("../../../../catalog/papers/layout.toml");
const DESIGN: &str = include_str!("../../../../catalog/papers/giay-khen.toml");

fn refused(text: &str) -> String {
    match Layout::parse(text) {
        Err(PressError::Layout(error)) => error.message().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_layout_names_its_rule() {
    let layout = papers::layout();
    assert_eq!(layout.origin().document, "Nghị định 30/2020/NĐ-CP");
    assert_eq!((layout.origin().from, layout.origin().checked), (date(2020, 3, 5), false));
    let design = papers::design();
    assert_eq!(design.origin().document, "Nghị định 98/2023/NĐ-CP");
    assert_eq!((design.origin().from, design.origin().checked), (date(2024, 1, 1), false));
}

#[test]
fn a_measure_outside_its_rule_is_refused() {
    for (measure, wrong) in [
        ("left_mm = { is = 30,", "left_mm = { is = 29.9,"),
        ("right_mm = { is = 20,", "right_mm = { is = 20.1,"),
        ("line = { is = 1.1,", "line = { is = 1.6,"),
        ("recipients = { is = 11,", "recipients = { is = 12,"),
    ] {
        let text = LAYOUT.replacen(measure, wrong, 1);
        assert_ne!(text, LAYOUT);
        assert!(refused(&text).contains("is outside"), "{}", refused(&text));
    }
    assert!(
        Layout::parse(&LAYOUT.replacen("left_mm = { is = 30,", "left_mm = { is = 35,", 1)).is_ok()
    );
}

#[test]
fn misspelt_and_missing_keys_are_refused() {
    assert!(refused(&LAYOUT.replacen("left_mm", "lefft_mm", 1)).contains("lefft_mm"));
    assert!(refused(&LAYOUT.replacen("checked = false\n", "", 1)).contains("checked"));
    assert!(CertificateDesign::parse(&DESIGN.replacen("band_mm", "bandd_mm", 1)).is_err());
}
