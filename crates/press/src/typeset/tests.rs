//! What a template may and may not do.
#![allow(clippy::unwrap_used)]

use jiff::civil::date;

use super::*;

fn print(template: &'static str) -> Result<Vec<u8>, PressError> {
    set(&Job { template, data: &["Tơ Tung"], files: &[], date: Some(date(2023, 12, 20)) })
}

#[test]
fn a_template_sees_its_data_and_nothing_else() {
    assert!(print("#set text(font: \"Tinos\")\n#json(\"/data.json\").first()").is_ok());
    for template in [
        "#read(\"/etc/hostname\")",
        "#read(\"../Cargo.toml\")",
        "#image(\"/emblem\")",
        "#import \"@preview/example:0.1.0\": *",
        "#datetime.today()",
    ] {
        assert!(matches!(print(template), Err(PressError::Typesetting(_))), "{template}");
    }
}

#[test]
fn a_warning_stops_the_press() {
    let refused = print("#set text(font: \"Times Old Roman\")\nTơ Tung").unwrap_err();
    assert!(refused.to_string().contains("unknown font family"), "{refused}");
}
