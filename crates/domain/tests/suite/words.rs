//! Numbers in words, and back again.

use chungsuc_domain::words::{self, EmptyTens, Speech, Thousand};
use chungsuc_domain::{Vnd, text::capital};
use proptest::prelude::*;

use crate::day;

#[test]
fn spells_as_receipts_do() {
    let cases = [
        (0, "không"),
        (1, "một"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (100_000, "một trăm nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_234_567, "một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy"),
        (2_000_000_000, "hai tỷ"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (-7, "âm bảy"),
    ];
    for (number, spelled) in cases {
        assert_eq!(words::number(number), spelled);
    }
}

#[test]
fn an_amount_ends_with_its_unit() {
    let reward = Vnd::new(1_500_000);
    assert_eq!(reward.words(), "một triệu năm trăm nghìn đồng");
    assert_eq!(capital(&reward.words()), "Một triệu năm trăm nghìn đồng");
    assert_eq!(Vnd::ZERO.words(), "không đồng");
}

#[test]
fn regions_differ_in_two_words() {
    let mixed = Speech { empty_tens: EmptyTens::Linh, thousand: Thousand::Ngan };
    let amount = Vnd::new(1_404_000);
    for (speech, words) in [
        (Speech::NORTHERN, "một triệu bốn trăm linh bốn nghìn đồng"),
        (Speech::SOUTHERN, "một triệu bốn trăm lẻ bốn ngàn đồng"),
        (mixed, "một triệu bốn trăm linh bốn ngàn đồng"),
    ] {
        assert_eq!(amount.words_in(speech), words);
    }
    assert_eq!(amount.words(), amount.words_in(Speech::NORTHERN));
}

#[test]
fn days_are_spelled() {
    for (date, words) in [
        ("2022-11-02", "ngày hai tháng Mười một năm hai nghìn không trăm hai mươi hai"),
        ("2025-04-15", "ngày mười lăm tháng Tư năm hai nghìn không trăm hai mươi lăm"),
        ("2000-01-31", "ngày ba mươi mốt tháng Một năm hai nghìn"),
    ] {
        assert_eq!(Speech::NORTHERN.date(day(date)), words);
    }
    let southern = Speech::SOUTHERN.date(day("2005-12-10"));
    assert_eq!(southern, "ngày mười tháng Mười hai năm hai ngàn không trăm lẻ năm");
}

proptest! {
    #[test]
    fn words_name_one_number_only(number in 0..=i64::MAX) {
        for speech in [Speech::NORTHERN, Speech::SOUTHERN] {
            prop_assert_eq!(value_of(&speech.number(number)), u128::from(number.unsigned_abs()));
        }
    }

    #[test]
    fn small_words_name_one_number_only(number in 0..10_000_000i64) {
        prop_assert_eq!(value_of(&words::number(number)), u128::from(number.unsigned_abs()));
    }
}

/// Reads words the way a listener does; written independently of the speller.
fn value_of(words: &str) -> u128 {
    let scales = [
        ("tỷ", 1_000_000_000),
        ("triệu", 1_000_000),
        ("nghìn", 1_000),
        ("ngàn", 1_000),
        ("trăm", 100),
    ];
    for (name, scale) in scales {
        let parts: Vec<&str> = words.split_whitespace().collect();
        if let Some(at) = parts.iter().rposition(|word| *word == name) {
            return value_of(&parts[..at].join(" ")) * scale + value_of(&parts[at + 1..].join(" "));
        }
    }
    words.split_whitespace().fold(0, |sum, word| match word {
        "mươi" => sum * 10,
        "mười" => sum + 10,
        "linh" | "lẻ" | "không" => sum,
        "một" | "mốt" => sum + 1,
        "hai" => sum + 2,
        "ba" => sum + 3,
        "bốn" => sum + 4,
        "năm" | "lăm" => sum + 5,
        "sáu" => sum + 6,
        "bảy" => sum + 7,
        "tám" => sum + 8,
        "chín" => sum + 9,
        other => panic!("not a word for a number: {other}"),
    })
}
