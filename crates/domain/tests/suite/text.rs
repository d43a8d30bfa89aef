//! Searching and sorting Vietnamese.

use chungsuc_domain::text::{capital, fold, name_sort_key, nfc, sort_key};
use proptest::prelude::*;

#[test]
fn folds_what_readers_hold_for_the_same() {
    let cases = [
        ("Uỷ ban", "Ủy ban"),
        ("hoà", "hòa"),
        ("  Đường   liên thôn ", "duong lien thon"),
        ("ĐẮK PƠ KAO", "đắk pơ kao"),
        // Composed and decomposed.
        ("Tơ Tung thuỷ lợi", "To\u{31b} Tung thu\u{309}y lo\u{31b}\u{323}i"),
    ];
    for (one, other) in cases {
        assert_eq!(fold(one), fold(other));
    }
    assert_eq!(fold("Sơ Tor – Đồng Tâm"), "so tor – dong tam");
    assert_ne!(fold("làng Leng"), fold("làng Klếch"));
}

#[test]
fn sorts_as_a_dictionary() {
    let sorted = ["An", "Ánh", "Ân", "Bình", "Dũng", "Đức", "On", "Ôn", "Ơn", "Uyên", "Ưng"];
    for pair in sorted.windows(2) {
        assert!(sort_key(pair[0]) < sort_key(pair[1]), "{} before {}", pair[0], pair[1]);
    }
    assert_eq!(sort_key("hòa"), sort_key("ho\u{300}a"));
}

#[test]
fn sorts_people_by_given_name() {
    let mut people = ["Đinh Văn Zar", "Trần Thị Ánh", "Bùi An", "An", "Lê Hoàng Anh", "Đỗ Văn An"];
    people.sort_by_key(|name| name_sort_key(name));
    let expected = ["An", "Bùi An", "Đỗ Văn An", "Lê Hoàng Anh", "Trần Thị Ánh", "Đinh Văn Zar"];
    assert_eq!(people, expected);
}

#[test]
fn people_of_one_given_name_stand_by_middle_then_family_name() {
    let sorted = [
        "Hà Anh",
        "Vi Anh",
        "Vi Đức Anh",
        "Đinh Thị Anh",
        "Hà Thị Anh",
        "An Thị Ngọc Anh",
        "Đinh Văn Anh",
        "Bùi Ánh",
    ];
    for pair in sorted.windows(2) {
        let keys = [name_sort_key(pair[0]), name_sort_key(pair[1])];
        assert!(keys[0] < keys[1], "{} before {}", pair[0], pair[1]);
    }
    assert_eq!(name_sort_key("  Đinh  Thị\tAnh "), name_sort_key("Đinh Thị Anh"));
}

#[test]
fn capitals_and_composition() {
    assert_eq!(capital("đồng ý"), "Đồng ý");
    assert_eq!(capital(""), "");
    assert_eq!(nfc("ho\u{300}a"), "hòa");
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert_eq!(fold(&nfc(&text)), once);
    }

    #[test]
    fn sorting_never_fails(text in "\\PC{0,40}") {
        prop_assert_eq!(sort_key(&text), sort_key(&text));
        let parts = name_sort_key(&text).iter().filter(|byte| **byte == 0).count();
        prop_assert_eq!(parts, 2, "given, middle and family names are told apart");
    }
}
