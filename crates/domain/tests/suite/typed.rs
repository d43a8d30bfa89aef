//! What somebody typed for an indicator.

use chungsuc_domain::Decimal;
use chungsuc_domain::standard::IndicatorKind::{Amount, Count, Ratio, YesNo};
use chungsuc_domain::standard::*;
use proptest::prelude::*;

fn typed<'a>(value: &'a str, numerator: &'a str, denominator: &'a str) -> Typed<'a> {
    Typed { value, numerator, denominator }
}

fn number(text: &str) -> Decimal {
    Decimal::from_plain(text).unwrap()
}

fn share(part: &str, whole: &str) -> Reported {
    Reported::Share(Share::new(number(part), number(whole)).unwrap())
}

#[test]
fn what_is_certain_is_read() {
    let cases = [
        (YesNo, typed("đạt", "", ""), Reported::YesNo(true)),
        (YesNo, typed(" Đạt ", "", ""), Reported::YesNo(true)),
        (YesNo, typed("TRUE", "", ""), Reported::YesNo(true)),
        (YesNo, typed("Không đạt", "", ""), Reported::YesNo(false)),
        (YesNo, typed("chua dat", "", ""), Reported::YesNo(false)),
        (YesNo, typed("false", "", ""), Reported::YesNo(false)),
        (Amount, typed("41.03", "", ""), Reported::Amount(number("41.03"))),
        (Count, typed("0", "", ""), Reported::Amount(Decimal::ZERO)),
        (Ratio, typed("98", "", ""), Reported::Amount(number("98"))),
        (Ratio, typed("100", "", ""), Reported::Amount(number("100"))),
        (Ratio, typed("", "173", "203"), share("173", "203")),
        (Ratio, typed("", "0", "203"), share("0", "203")),
        (Ratio, typed("85.2", "173", "203"), share("173", "203")),
        (Ratio, typed("85", "173", "203"), share("173", "203")),
    ];
    for (kind, typed, wanted) in cases {
        assert_eq!(typed.read(kind), Ok(wanted), "{kind} {typed:?}");
    }
}

#[test]
fn what_is_not_certain_is_asked_about() {
    use Cell::*;
    let other = |plain: &str| Why::OtherWriting(plain.to_owned());
    let cases = [
        (YesNo, typed("", "", ""), Value, Why::Missing),
        (YesNo, typed("1", "", ""), Value, Why::NotYesNo),
        (YesNo, typed("đạt", "", "5"), Denominator, Why::NotARatio),
        (Amount, typed("1.234,5", "", ""), Value, other("1234.5")),
        (Amount, typed("41,03", "", ""), Value, other("41.03")),
        (Amount, typed("1.234.567", "", ""), Value, other("1234567")),
        (Amount, typed("47 triệu", "", ""), Value, other("47")),
        (Amount, typed("1.23456", "", ""), Value, Why::TooFine),
        (Amount, typed("99999999999999999999", "", ""), Value, Why::TooLarge),
        (Amount, typed("nhiều", "", ""), Value, Why::NotANumber),
        (Amount, typed("đạt", "", ""), Value, Why::JudgementForNumber),
        (Amount, typed("-1", "", ""), Value, Why::Negative),
        (Amount, typed("5", "1", "2"), Numerator, Why::NotARatio),
        (Count, typed("2.5", "", ""), Value, Why::NotWhole),
        (Ratio, typed("", "", ""), Value, Why::Missing),
        (Ratio, typed("98 %", "", ""), Value, other("98")),
        (Ratio, typed("140", "", ""), Value, Why::OverHundred),
        (Ratio, typed("", "12", ""), Denominator, Why::Missing),
        (Ratio, typed("", "", "12"), Numerator, Why::Missing),
        (Ratio, typed("", "0", "0"), Denominator, Why::NoWhole),
        (Ratio, typed("", "1", "-2"), Denominator, Why::Negative),
        (Ratio, typed("", "-1", "2"), Numerator, Why::Negative),
        (Ratio, typed("", "13", "12"), Numerator, Why::PartExceedsWhole),
        (Ratio, typed("98 %", "49", "50"), Value, other("98")),
        (Ratio, typed("90", "49", "50"), Value, Why::Disagrees(number("98"))),
    ];
    for (kind, typed, cell, why) in cases {
        let fault = typed.read(kind).unwrap_err();
        assert_eq!((fault.cell, &fault.why), (cell, &why), "{kind} {typed:?}");
    }
    let fault = typed(" 98 % ", "", "").read(Ratio).unwrap_err();
    assert_eq!(fault.text, "98 %", "the words of the cell, without the space around them");
}

proptest! {
    /// What a machine writes is read back exactly, and nothing that people type makes it stop.
    #[test]
    fn numbers_come_back(thousandths in 0..i64::MAX / 2, noise in ".{0,12}") {
        let number = Decimal::from_thousandths(thousandths);
        let plain = number.plain();
        prop_assert_eq!(typed(&plain, "", "").read(Amount), Ok(Reported::Amount(number)));
        for kind in IndicatorKind::ALL {
            let _ = typed(&noise, "", "").read(*kind);
            let _ = typed("", &noise, "7").read(*kind);
        }
    }
}
