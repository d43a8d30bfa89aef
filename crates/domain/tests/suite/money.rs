//! Money as typed, shown and counted.

use chungsuc_domain::{Decimal, Vnd, VndError};
use proptest::prelude::*;

#[test]
fn reads_what_people_type() {
    let cases = [
        ("0", 0),
        ("0 đồng", 0),
        ("1.500.000", 1_500_000),
        ("1500000", 1_500_000),
        ("1.500.000đ", 1_500_000),
        ("1.500.000 ₫", 1_500_000),
        ("1.500.000 VNĐ", 1_500_000),
        ("1,5 triệu", 1_500_000),
        ("1,5 trie\u{302}\u{323}u", 1_500_000),
        ("1.5 triệu", 1_500_000),
        ("1.500 triệu", 1_500_000_000),
        ("500k", 500_000),
        ("500 nghìn đồng", 500_000),
        ("500 ngàn", 500_000),
        ("2 tỷ", 2_000_000_000),
        ("2 tỉ đồng", 2_000_000_000),
        ("1,2345 tỷ", 1_234_500_000),
        ("1,500 triệu", 1_500_000),
        ("100,00", 100),
    ];
    for (typed, dong) in cases {
        assert_eq!(Vnd::parse(typed), Ok(Vnd::new(dong)), "{typed}");
    }
}

#[test]
fn says_why_it_refuses() {
    let cases = [
        ("", VndError::Empty),
        ("   ", VndError::Empty),
        ("-1", VndError::Negative),
        ("−500k", VndError::Negative),
        ("1,5", VndError::NotWhole),
        ("0,5 đồng", VndError::NotWhole),
        ("1,2345678 triệu", VndError::NotWhole),
        ("1.50.000", VndError::NotAnAmount),
        ("1,500,000", VndError::NotAnAmount),
        ("triệu", VndError::NotAnAmount),
        ("5 con bò", VndError::NotAnAmount),
        ("1 500", VndError::NotAnAmount),
        ("99999999999999999999", VndError::TooLarge),
        ("9999999999999 tỷ", VndError::TooLarge),
    ];
    for (typed, why) in cases {
        assert_eq!(Vnd::parse(typed), Err(why), "{typed}");
    }
}

#[test]
fn counts_exactly_or_not_at_all() {
    let base = Vnd::new(1_490_000);
    let multiple = Decimal::parse("0,15").unwrap();
    assert_eq!(base.times(multiple), Ok(Vnd::new(223_500)));
    assert_eq!(Vnd::new(1).times(Decimal::parse("0,5").unwrap()), Ok(Vnd::new(1)));
    assert_eq!(Vnd::new(223_500).rounded_up_to(Vnd::new(10_000)), Ok(Vnd::new(230_000)));
    assert_eq!(Vnd::new(270_000).rounded_up_to(Vnd::new(10_000)), Ok(Vnd::new(270_000)));
    assert_eq!(Vnd::new(i64::MAX).plus(Vnd::new(1)), Err(VndError::TooLarge));
    assert_eq!(Vnd::new(i64::MIN).negated(), Err(VndError::TooLarge));
    assert_eq!(Vnd::new(i64::MIN).minus(Vnd::new(1)), Err(VndError::TooLarge));
    assert_eq!(Vnd::total([Vnd::new(i64::MAX), Vnd::new(1)]), Err(VndError::TooLarge));
    assert_eq!(Vnd::total([]), Ok(Vnd::ZERO));
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(dong in 0..=i64::MAX) {
        let amount = Vnd::new(dong);
        prop_assert_eq!(Vnd::parse(&amount.to_string()), Ok(amount));
        prop_assert_eq!(Vnd::parse(&format!("{amount} đồng")), Ok(amount));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,30}") {
        if let Ok(amount) = Vnd::parse(&text) {
            prop_assert!(amount >= Vnd::ZERO);
        }
    }
}
