//! Figures packed into bytes, and units judged from them.

use crate::{catalog, day};
use chungsuc_domain::Decimal;
use chungsuc_domain::standard::packed::*;
use chungsuc_domain::standard::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn reported() -> impl Strategy<Value = Reported> {
    let decimal = || (0..200_000_i64).prop_map(Decimal::from_thousandths);
    let share = (0..5_000_i64, 1..5_000_i64).prop_map(|(one, two)| {
        let [part, whole] = [one.min(two), two].map(|count| Decimal::whole(count).unwrap());
        Reported::Share(Share::new(part, whole).unwrap())
    });
    prop_oneof![
        any::<bool>().prop_map(Reported::YesNo),
        decimal().prop_map(Reported::Amount),
        share,
        any::<i64>().prop_map(|any| Reported::Amount(Decimal::from_thousandths(any))),
    ]
}

fn accepted() -> impl Strategy<Value = Accepted> {
    (prop::option::of(reported()), prop::option::of(any::<bool>()))
        .prop_map(|(reported, judgement)| Accepted { reported, judgement })
}

/// Figures for lines of the set and for some that it does not have, in any order.
fn figures() -> impl Strategy<Value = Vec<(String, Accepted)>> {
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    let mut codes: Vec<String> = standard.lines().map(|line| line.code.clone()).collect();
    codes.push("99.9".to_owned());
    let some = prop::sample::subsequence(codes.clone(), 0..=codes.len()).prop_shuffle();
    some.prop_flat_map(|codes| {
        let values = prop::collection::vec(accepted(), codes.len());
        values.prop_map(move |values| codes.clone().into_iter().zip(values).collect())
    })
}

fn packed(figures: &[(String, Accepted)]) -> Vec<u8> {
    pack(figures.iter().map(|(code, accepted)| (code.as_str(), *accepted)))
}

proptest! {
    #[test]
    fn what_is_packed_comes_out_again(figures in figures()) {
        let bytes = packed(&figures);
        let back: Result<Vec<_>, _> = entries(&bytes).collect();
        let back: Vec<_> = back.unwrap().into_iter().map(|(c, a)| (c.to_owned(), a)).collect();
        prop_assert_eq!(back, figures);
    }

    #[test]
    fn damaged_bytes_are_told_or_read_and_never_more(
        bytes in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let found = entries(&bytes).count();
        prop_assert!(found <= bytes.len());
    }

    /// The yardstick and the explaining evaluation are one rule, whatever was entered in which order.
    #[test]
    fn many_units_are_judged_as_one_is(
        figures in figures(),
        year in 2020..=2026_i16,
        region in prop::sample::select(vec![None, Some("tn"), Some("dnb")]),
    ) {
        let catalog = catalog();
        let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
        let day = day(&format!("{year}-12-31"));
        let yardstick = standard.yardstick(region, day);
        let tally = yardstick.judge(&packed(&figures)).unwrap();
        let mut sorted = figures.clone();
        sorted.sort_by(|one, other| one.0.cmp(&other.0));
        prop_assert_eq!(yardstick.judge(&packed(&sorted)).unwrap(), tally);

        let values: BTreeMap<String, Accepted> = figures.into_iter().collect();
        let outcome = |line: &Indicator| {
            let accepted = values.get(&line.code).copied();
            let reported = accepted.and_then(|accepted| accepted.reported);
            let outcome = evaluate_indicator(standard, line, region, day, reported).outcome;
            accepted.map_or(outcome, |accepted| accepted.settle(outcome))
        };
        let count = |wanted| {
            standard.indicators().iter().filter(|line| outcome(line) == wanted).count() as u64
        };
        let is_met = |criterion: &&Criterion| {
            standard.indicators_of(&criterion.code).all(|line| outcome(line) == Outcome::Met)
        };
        let criteria_met = standard.criteria().iter().filter(is_met).count() as u64;
        let wanted = Tally {
            units: 1,
            units_met: u64::from(criteria_met == 19),
            criteria_met,
            met: count(Outcome::Met),
            not_met: count(Outcome::NotMet),
            person: count(Outcome::PersonMustDecide),
            missing: count(Outcome::NotReported),
        };
        prop_assert_eq!(tally, wanted);
    }
}

#[test]
fn bytes_that_were_never_packed_are_told() {
    let zero = Accepted { reported: Some(Reported::Amount(Decimal::ZERO)), judgement: None };
    let good = pack([("9.1", zero)]);
    assert_eq!(entries(&good).collect::<Vec<_>>(), [Ok(("9.1", zero))]);
    for end in 1..good.len() {
        assert_eq!(entries(&good[..end]).next(), Some(Err(PackedFault)), "{end}");
    }
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    let yardstick = standard.yardstick(Some("tn"), day("2023-12-31"));
    assert_eq!(yardstick.judge(&good[..2]), Err(PackedFault));
    assert_eq!(yardstick.judge(&[]).unwrap().missing, 57);
    assert_eq!(yardstick.judge(&good).unwrap().met, 1, "zero is a value");
}
