//! Figures against thresholds.

use crate::{catalog, day};
use chungsuc_domain::catalog::{Catalog, Standing};
use chungsuc_domain::decision::TextKey;
use chungsuc_domain::standard::*;
use chungsuc_domain::{Decimal, Measure};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn share(part: i64, whole: i64) -> Reported {
    let count = |count| Decimal::whole(count).unwrap();
    Reported::Share(Share::new(count(part), count(whole)).unwrap())
}

fn amount(text: &str) -> Reported {
    Reported::Amount(number(text))
}

fn assess(catalog: &Catalog, code: &str, date: &str, reported: Option<Reported>) -> Assessment {
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    let indicator = standard.indicator(code).unwrap();
    evaluate_indicator(standard, indicator, Some("tn"), day(date), reported)
}

/// Tây Nguyên column of 318/QĐ-TTg, Phụ lục I, as the catalog holds it (unchecked).
#[test]
fn values_meet_thresholds() {
    use Outcome::*;
    let cases = [
        // 9.2, at least 75 per cent: three quarters exactly, one house less.
        ("9.2", "2023-12-31", Some(share(75, 100)), Met, Some("0")),
        ("9.2", "2023-12-31", Some(share(74, 100)), NotMet, Some("1")),
        ("9.2", "2023-12-31", Some(amount("75")), Met, Some("0")),
        ("9.2", "2023-12-31", Some(share(0, 100)), NotMet, Some("75")),
        // 9.1, no makeshift houses: zero is a value.
        ("9.1", "2023-12-31", Some(amount("0")), Met, Some("0")),
        ("9.1", "2023-12-31", Some(amount("3")), NotMet, Some("3")),
        // 10.1, by year.
        ("10.1", "2022-12-31", Some(amount("44")), Met, Some("0")),
        ("10.1", "2023-12-31", Some(amount("44")), NotMet, Some("3")),
        ("10.1", "2026-12-31", Some(amount("99")), PersonMustDecide, None),
        // 11.1, at most 7 per cent.
        ("11.1", "2023-12-31", Some(share(7, 100)), Met, Some("0")),
        ("11.1", "2023-12-31", Some(share(71, 1000)), NotMet, Some("0,1")),
        // 15.3 has no known threshold, 2.1 leaves it to the province.
        ("15.3", "2023-12-31", Some(amount("10")), PersonMustDecide, None),
        ("2.1", "2023-12-31", Some(share(1, 1)), PersonMustDecide, None),
        // Judged by an officer.
        ("1.1", "2023-12-31", Some(Reported::YesNo(true)), Met, None),
        ("1.1", "2023-12-31", Some(Reported::YesNo(false)), NotMet, None),
        // Of another kind, or nothing at all.
        ("1.1", "2023-12-31", Some(amount("1")), PersonMustDecide, None),
        ("9.1", "2023-12-31", Some(share(0, 5)), PersonMustDecide, None),
        ("9.2", "2023-12-31", Some(Reported::YesNo(true)), PersonMustDecide, None),
        ("9.2", "2023-12-31", None, NotReported, None),
    ];
    let catalog = catalog();
    for (code, date, reported, outcome, gap) in cases {
        let assessment = assess(catalog, code, date, reported);
        assert_eq!(assessment.outcome, outcome, "{code} {reported:?}");
        assert_eq!(assessment.gap, gap.map(number), "{code} {reported:?}");
    }
}

/// 74,9999 per cent shows as 75 when rounded half up; it must neither pass nor look as if it did.
#[test]
fn rounding_never_lets_anybody_pass() {
    let catalog = catalog();
    let nearly = assess(catalog, "9.2", "2023-12-31", Some(share(749_999, 1_000_000)));
    assert_eq!(nearly.outcome, Outcome::NotMet);
    assert_eq!(nearly.value, Some(number("74,999")));
    let hardly = assess(catalog, "11.1", "2023-12-31", Some(share(70_001, 1_000_000)));
    assert_eq!(hardly.outcome, Outcome::NotMet);
    assert_eq!(hardly.value, Some(number("7,001")));
}

#[test]
fn a_share_is_a_part_of_a_whole() {
    let share = |part, whole| Share::new(number(part), number(whole));
    assert!(share("0", "1").is_ok());
    assert_eq!(share("1", "0"), Err(ShareError::NoWhole));
    assert_eq!(share("-1", "2"), Err(ShareError::Negative));
    assert_eq!(share("3", "2"), Err(ShareError::PartExceedsWhole));
}

#[test]
fn an_assessment_names_its_rule() {
    let assessment = assess(catalog(), "11.1", "2023-12-31", Some(share(8, 100)));
    let rule = assessment.reason.rule.unwrap();
    assert_eq!(assessment.reason.text_key, TextKey::IndicatorNotMet);
    assert_eq!(rule.id, "xa-ntm-2021-2025/11.1");
    assert_eq!(rule.source.to_string(), "Phụ lục I Quyết định 318/QĐ-TTg");
    assert_eq!(rule.standing, Standing::Unchecked);
    assert_eq!(rule.note.as_deref(), Some("Tính cả hộ nghèo và hộ cận nghèo."));
    let facts = [("value", "8".to_owned()), ("threshold", "7".to_owned())];
    assert_eq!(assessment.reason.facts, facts);
}

/// Between two sets nothing is in force: the verdict is given all the same, and says so.
#[test]
fn a_verdict_outside_the_days_of_its_set_says_so() {
    let catalog = catalog();
    let set = catalog.standard("xa-ntm-2021-2025").unwrap();
    let line = set.line("9.2").unwrap();
    for (date, in_force) in [("2025-12-31", true), ("2026-01-01", false), ("2026-02-14", false)] {
        let on = day(date);
        let found = evaluate_indicator(set, line, Some("tn"), on, Some(amount("80")));
        assert_eq!(found.reason.rule.unwrap().in_force, in_force, "{date}");
        assert_eq!(found.outcome, Outcome::Met);
        let sets = catalog.standards_on(chungsuc_domain::SubjectKind::Commune, on).count();
        assert_eq!(sets > 0, in_force, "{date}");
    }
}

#[test]
fn a_criterion_is_as_good_as_its_weakest_indicator() {
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    let values = BTreeMap::from([
        ("1.1".to_owned(), Reported::YesNo(true)),
        ("1.2".to_owned(), Reported::YesNo(true)),
        ("3.1".to_owned(), amount("85")),
        ("4.1".to_owned(), Reported::YesNo(true)),
        ("4.2".to_owned(), amount("97")),
        ("2.1".to_owned(), amount("100")),
        ("2.2".to_owned(), amount("100")),
        ("2.3".to_owned(), amount("100")),
        ("2.4".to_owned(), amount("100")),
    ]);
    let result = evaluate_unit(standard, Some("tn"), day("2023-12-31"), &values);
    let outcomes: Vec<Outcome> = result.criteria.iter().map(|part| part.outcome).collect();
    assert_eq!(outcomes[0], Outcome::Met);
    assert_eq!(outcomes[1], Outcome::PersonMustDecide);
    assert_eq!(outcomes[2], Outcome::NotReported, "3.2 is missing");
    assert_eq!(outcomes[3], Outcome::NotMet);
    assert_eq!((result.outcome, result.met), (Outcome::NotMet, 1));
    assert_eq!(result.criteria.len(), 19);

    let village = catalog.standard("lang-ntm-gia-lai").unwrap();
    let nothing = evaluate_unit(village, None, day("2023-12-31"), &BTreeMap::new());
    assert_eq!((nothing.outcome, nothing.met), (Outcome::NotReported, 0));
}

/// What it would take, in whole things where things are counted.
#[test]
fn a_shortfall_is_said_in_things() {
    use Direction::{Fewer, More};
    let cases = [
        // 9.2, at least 75 per cent of households.
        ("9.2", share(72, 100), Some(("3", More, Some(Measure::Household)))),
        ("9.2", share(149, 199), Some(("1", More, Some(Measure::Household)))),
        ("9.2", share(75, 100), None),
        // Without the counts nobody knows how many households a per cent is.
        ("9.2", amount("72"), None),
        // 11.1, at most 7 per cent: of 50 households 3 may be poor.
        ("11.1", share(5, 50), Some(("2", Fewer, Some(Measure::Household)))),
        // 3.1, hectares are not counted: 80 per cent of 10,01 ha.
        ("3.1", share_of("8", "10.01"), Some(("0.008", More, Some(Measure::Hectare)))),
        ("10.1", amount("44.5"), Some(("2.5", More, Some(Measure::MillionPerPersonYear)))),
        ("9.1", amount("3"), Some(("3", Fewer, Some(Measure::House)))),
        ("1.1", Reported::YesNo(false), None),
        // 17.7 counts two kinds of waste; whole figures are taken for things.
        ("17.7", share(2, 5), Some(("3", More, None))),
    ];
    let catalog = catalog();
    for (code, reported, wanted) in cases {
        let found = assess(catalog, code, "2023-12-31", Some(reported)).shortfall;
        let wanted = wanted.map(|(amount, direction, unit)| Shortfall {
            amount: Decimal::from_plain(amount).unwrap(),
            direction,
            unit,
        });
        assert_eq!(found, wanted, "{code} {reported:?}");
    }
}

fn share_of(part: &str, whole: &str) -> Reported {
    let number = |text| Decimal::from_plain(text).unwrap();
    Reported::Share(Share::new(number(part), number(whole)).unwrap())
}

/// The conditions of recognition stand beside the criteria, each with its own verdict.
#[test]
fn recognition_asks_for_more_than_criteria() {
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    let values = BTreeMap::from([
        ("khong-no-dong".to_owned(), Reported::YesNo(true)),
        ("hai-long".to_owned(), share(899, 1000)),
    ]);
    let result = evaluate_unit(standard, Some("tn"), day("2023-12-31"), &values);
    let outcomes: Vec<_> =
        result.conditions.iter().map(|(code, found)| (code.as_str(), found.outcome)).collect();
    let wanted = [
        ("khong-no-dong", Outcome::Met),
        ("hai-long", Outcome::NotMet),
        ("an-ninh-trat-tu", Outcome::NotReported),
    ];
    assert_eq!(outcomes, wanted);
    assert_eq!((result.outcome, result.recognition), (Outcome::NotReported, Outcome::NotMet));
    let rule = result.conditions[0].1.reason.rule.as_ref().unwrap();
    assert_eq!(rule.source.to_string(), "khoản 1 Điều 4 Quyết định 18/2022/QĐ-TTg");
    assert_eq!(rule.standing, Standing::Read);
}

/// A criterion whose indicators nobody knows yet waits for a person; it is never met by itself.
#[test]
fn an_incomplete_set_is_never_met() {
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2026-2030").unwrap();
    let values = BTreeMap::from([
        ("1.x".to_owned(), Reported::YesNo(true)),
        ("1.y".to_owned(), Reported::YesNo(true)),
        ("4.x".to_owned(), share(27, 100)),
    ]);
    let result = evaluate_unit(standard, Some("nhom-3"), day("2026-12-31"), &values);
    assert_eq!((result.outcome, result.met), (Outcome::PersonMustDecide, 2));
}

/// What recognition asks for from 2026 on is not known: satisfied people do not settle it, however
/// many they are, and what rests on the years before says so.
#[test]
fn unknown_conditions_are_left_to_a_person() {
    let standard = catalog().standard("xa-ntm-2026-2030").unwrap();
    let condition = standard.line("hai-long").unwrap();
    for satisfied in [0, 899, 1_000] {
        let reported = Some(share(satisfied, 1_000));
        let day = day("2026-12-31");
        let found = evaluate_indicator(standard, condition, Some("nhom-3"), day, reported);
        assert_eq!(found.outcome, Outcome::PersonMustDecide, "{satisfied}");
        assert_eq!(found.threshold(), None);
    }
    for condition in standard.conditions() {
        let found = evaluate_indicator(standard, condition, None, day("2026-12-31"), None);
        assert!(!found.reason.is_settled(), "{}", condition.code);
        assert_eq!(found.reason.rule.unwrap().source.document, "Quyết định 18/2022/QĐ-TTg");
    }
    assert_eq!(standard.conditions().len(), 3);
}

proptest! {
    /// One thing fewer than what it takes is not enough, and what it takes is.
    #[test]
    fn a_shortfall_is_the_least_that_suffices(part in 0..3_000_i64, rest in 1..3_000_i64) {
        let catalog = catalog();
        let whole = part + rest;
        for (code, sign) in [("9.2", 1), ("11.1", -1)] {
            let met = |part: i64| {
                let found = assess(catalog, code, "2023-12-31", Some(share(part, whole)));
                found.outcome == Outcome::Met
            };
            match assess(catalog, code, "2023-12-31", Some(share(part, whole))).shortfall {
                None => prop_assert!(met(part)),
                Some(shortfall) => {
                    let things = shortfall.amount.thousandths() / 1_000;
                    prop_assert!(met(part + sign * things));
                    prop_assert!(!met(part + sign * (things - 1)));
                }
            }
        }
    }

    /// Nothing, none of something and no are values: of every line of every set they are judged, or
    /// left to a person, and never taken for silence.
    #[test]
    fn zero_is_a_value(
        set in prop::sample::select(vec!["xa-ntm-2021-2025", "xa-ntm-2026-2030", "lang-ntm-gia-lai"]),
        place in 0..60_usize,
        whole in 1..5_000_i64,
        year in 2021..2030_i16,
    ) {
        let standard = catalog().standard(set).unwrap();
        let lines: Vec<&Indicator> = standard.lines().collect();
        let line = lines[place % lines.len()];
        let day = day(&format!("{year}-12-31"));
        let found = |reported| evaluate_indicator(standard, line, Some("tn"), day, reported);
        prop_assert_eq!(found(None).outcome, Outcome::NotReported);
        let zeros: &[Reported] = match line.kind {
            IndicatorKind::YesNo => &[Reported::YesNo(false)],
            IndicatorKind::Ratio => &[amount("0"), share(0, whole)],
            IndicatorKind::Amount | IndicatorKind::Count => &[amount("0")],
        };
        for zero in zeros {
            let known = found(Some(*zero));
            let threshold = standard.threshold(line, Some("tn"), day).map(|applied| applied.value);
            let wanted = match (line.kind, threshold) {
                (IndicatorKind::YesNo, _) => Outcome::NotMet,
                (_, None) => Outcome::PersonMustDecide,
                (_, Some(least)) if line.compare == Some(Compare::AtLeast) && least > Decimal::ZERO => {
                    Outcome::NotMet
                }
                _ => Outcome::Met,
            };
            prop_assert_eq!(known.outcome, wanted, "{} {}", set, &line.code);
            let is_figure = line.kind != IndicatorKind::YesNo;
            prop_assert_eq!(known.value, is_figure.then_some(Decimal::ZERO));
        }
    }

    #[test]
    fn shares_are_judged_exactly(part in 0..5_000i64, rest in 0..5_000i64) {
        let whole = part + rest;
        prop_assume!(whole > 0);
        let catalog = small_catalog();
        let standard = catalog.standard("s").unwrap();
        for (code, met) in [("1", part * 3 >= whole * 2), ("2", part * 3 <= whole * 2)] {
            // The threshold is 66,667; no share with a whole below 10 000 lies between it and 2/3
            // except 2/3 itself, which is below it.
            let met = if part * 3 == whole * 2 { code == "2" } else { met };
            let indicator = standard.indicator(code).unwrap();
            let reported = Some(share(part, whole));
            let assessment =
                evaluate_indicator(standard, indicator, None, day("2023-12-31"), reported);
            prop_assert_eq!(assessment.outcome == Outcome::Met, met, "{}/{}", part, whole);
        }
    }
}

fn small_catalog() -> Catalog {
    let text = r#"
        [standard]
        id = "s"
        from = "2021-01-01"
        source = { document = "Quyết định" }
        checked = "unchecked"
        value = { name = "Bộ tiêu chí", subject = "village" }
        [[criterion]]
        code = "1"
        name = "Điện"
        [[indicator]]
        code = "1"
        criterion = "1"
        name = "Ít nhất"
        kind = "ratio"
        compare = "at_least"
        thresholds = { all = "66.667" }
        [[indicator]]
        code = "2"
        criterion = "1"
        name = "Nhiều nhất"
        kind = "ratio"
        compare = "at_most"
        thresholds = { all = "66.667" }
    "#;
    Catalog::parse(&[("s.toml", text)]).unwrap()
}
