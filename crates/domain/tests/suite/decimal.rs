//! Exact numbers and quantities in natural units.

use chungsuc_domain::{Decimal, DecimalError, Measure, Quantity, UnlikeUnits};
use proptest::prelude::*;

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn understands_comma_and_dot() {
    let cases = [
        ("12,5", 12_500, "12,5"),
        ("12.5", 12_500, "12,5"),
        ("1.234", 1_234_000, "1.234"),
        ("0.500", 500, "0,5"),
        ("1.234,5", 1_234_500, "1.234,5"),
        ("1234.567", 1_234_567, "1.234,567"),
        ("0", 0, "0"),
        ("007", 7_000, "7"),
        ("-3,25", -3_250, "-3,25"),
        ("12,5000", 12_500, "12,5"),
    ];
    for (typed, thousandths, shown) in cases {
        let understood = Decimal::parse(typed).expect(typed);
        assert_eq!(understood, Decimal::from_thousandths(thousandths), "{typed}");
        assert_eq!(understood.to_string(), shown, "{typed}");
    }
}

#[test]
fn says_why_it_refuses() {
    let cases = [
        ("", DecimalError::Empty),
        ("mười", DecimalError::NotANumber),
        ("1,2,3", DecimalError::NotANumber),
        ("1.23.456", DecimalError::NotANumber),
        (",5", DecimalError::NotANumber),
        ("5,", DecimalError::NotANumber),
        ("1,2345", DecimalError::TooFine),
        ("99999999999999999999", DecimalError::TooLarge),
    ];
    for (typed, why) in cases {
        assert_eq!(Decimal::parse(typed), Err(why), "{typed}");
    }
}

#[test]
fn a_share_is_rounded_only_for_showing() {
    assert_eq!(number("2").percent_of(number("3")), Some(number("66,667")));
    assert_eq!(number("0").percent_of(number("3")), Some(Decimal::ZERO));
    assert_eq!(number("1").percent_of(number("8")), Some(number("12,5")));
    assert_eq!(number("1").percent_of(Decimal::ZERO), None);
}

#[test]
fn labour_and_land_have_no_common_sum() {
    let days = Quantity::new(number("12,5"), Measure::LabourDay);
    let land = Quantity::new(number("300"), Measure::SquareMetre);
    assert_eq!(days.to_string(), "12,5 ngày công");
    assert_eq!(land.to_string(), "300 m²");
    assert_eq!(Quantity::new(number("98,5"), Measure::Percent).to_string(), "98,5%");
    assert_eq!(days.plus(days).unwrap().amount, number("25"));
    let refused = UnlikeUnits::Differ(Measure::LabourDay, Measure::SquareMetre);
    assert_eq!(days.plus(land), Err(refused));
}

proptest! {
    #[test]
    fn both_writings_are_read_back(thousandths in -i64::MAX..=i64::MAX) {
        let value = Decimal::from_thousandths(thousandths);
        prop_assert_eq!(Decimal::parse(&value.to_string()), Ok(value));
        prop_assert_eq!(Decimal::from_plain(&value.plain()), Ok(value));
    }

    #[test]
    fn no_text_breaks_the_readers(text in "\\PC{0,30}") {
        let _ = (Decimal::parse(&text), Decimal::from_plain(&text));
    }
}
