//! Figures that one should ask about.

use crate::{catalog, day};
use chungsuc_domain::standard::questions::*;
use chungsuc_domain::{Decimal, Measure};
use proptest::prelude::*;

fn number(text: &str) -> Decimal {
    Decimal::from_plain(text).unwrap()
}

/// A figure that raises no question by itself.
fn share(unit: &str, indicator: &str, part: &str, whole: &str) -> Entered {
    Entered {
        unit: unit.into(),
        indicator: indicator.into(),
        part: Some(number(part)),
        whole: Some(number(whole)),
        evidence: 1,
        ..Entered::default()
    }
}

fn amount(unit: &str, indicator: &str, amount: &str) -> Entered {
    Entered {
        unit: unit.into(),
        indicator: indicator.into(),
        amount: Some(number(amount)),
        evidence: 1,
        ..Entered::default()
    }
}

fn ask(entered: &[Entered]) -> Vec<Question> {
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    let rule = &catalog.question_rule(day("2023-12-31")).unwrap().value;
    questions(standard, rule, Some("tn"), day("2023-12-31"), entered)
}

fn before(entered: Entered, before: &str) -> Entered {
    Entered { before: Some(number(before)), ..entered }
}

/// Kinds of the questions that figures raise, by the name under which they are written as JSON.
fn kinds(entered: &[Entered]) -> Vec<&'static str> {
    let kind = |question: &Question| match question {
        Question::NoEvidence { .. } => "no_evidence",
        Question::Jump { .. } => "jump",
        Question::OnThreshold { .. } => "on_threshold",
        Question::PartAboveWhole { .. } => "part_above_whole",
        Question::WholesDiffer { .. } => "wholes_differ",
    };
    ask(entered).iter().map(kind).collect()
}

#[test]
fn single_figures_raise_their_questions() {
    let bare = Entered { evidence: 0, ..share("a", "9.2", "80", "100") };
    let cases: [(Entered, &[&str]); 11] = [
        (share("a", "9.2", "80", "100"), &[]),
        (bare, &["no_evidence"]),
        (share("a", "9.2", "101", "100"), &["part_above_whole"]),
        (before(share("a", "9.2", "80", "100"), "60.001"), &[]),
        (before(share("a", "9.2", "80", "100"), "60"), &["jump"]),
        (before(share("a", "9.2", "80", "100"), "100"), &["jump"]),
        (before(amount("a", "10.1", "59.999"), "40"), &[]),
        (before(amount("a", "10.1", "60"), "40"), &["jump"]),
        (before(amount("a", "9.1", "0"), "0"), &[]),
        (before(amount("a", "9.1", "1"), "0"), &["jump"]),
        (amount("a", "99.9", "1"), &[]),
    ];
    for (entered, wanted) in cases {
        assert_eq!(kinds(std::slice::from_ref(&entered)), wanted, "{entered:?}");
    }
}

/// Three villages with exactly 75 per cent, which is what 9.2 asks for, of five that report.
#[test]
fn a_crowd_on_the_threshold_is_asked_about() {
    let on = ["a", "b", "c"].map(|unit| share(unit, "9.2", "75", "100"));
    let off = ["d", "e"].map(|unit| share(unit, "9.2", "76", "100"));
    let all = [&on[..], &off[..]].concat();
    let wanted = Question::OnThreshold {
        indicator: "9.2".into(),
        threshold: number("75"),
        units: vec!["a".into(), "b".into(), "c".into()],
        of: 5,
    };
    assert_eq!(ask(&all), [wanted]);
    assert!(ask(&on[..2]).is_empty(), "two are no crowd");
    let more = ["f", "g", "h"].map(|unit| share(unit, "9.2", "77", "100"));
    assert!(ask(&[&all[..], &more[..]].concat()).is_empty(), "three of eight are no half");
    let nearly = ["a", "b", "c"].map(|unit| share(unit, "9.2", "750001", "1000000"));
    assert!(ask(&nearly).is_empty(), "rounded is not exact");
    let all_of_them = ["a", "b", "c"].map(|unit| share(unit, "6.3", "9", "9"));
    assert!(ask(&all_of_them).is_empty(), "a hundred per cent is how such a goal is reached");
    let none = ["a", "b", "c"].map(|unit| amount(unit, "9.1", "0"));
    assert!(ask(&none).is_empty());
}

#[test]
fn households_here_and_there_are_the_same() {
    let agree = [share("a", "9.2", "80", "203"), share("a", "11.1", "3", "203")];
    assert!(ask(&agree).is_empty());
    let differ = [share("a", "9.2", "80", "203"), share("a", "11.1", "3", "198")];
    let wholes = vec![("11.1".to_owned(), number("198")), ("9.2".to_owned(), number("203"))];
    let wanted = Question::WholesDiffer { unit: "a".into(), counts: Measure::Household, wholes };
    assert_eq!(ask(&differ), [wanted]);
    let of_two = [share("a", "9.2", "80", "203"), share("b", "11.1", "3", "198")];
    assert!(ask(&of_two).is_empty(), "two units have their own households");
    let farms = [share("a", "17.9", "8", "20"), share("a", "17.2", "3", "30")];
    assert!(ask(&farms).is_empty(), "not every establishment keeps animals");
}

proptest! {
    #[test]
    fn questions_do_not_depend_on_the_order_of_entry(
        order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let figures = [
            share("a", "9.2", "75", "100"),
            share("b", "9.2", "75", "100"),
            share("c", "9.2", "75", "100"),
            share("a", "11.1", "3", "98"),
            before(amount("b", "10.1", "90"), "40"),
            share("c", "15.1", "120", "100"),
            Entered { evidence: 0, ..amount("c", "10.1", "47") },
            Entered { evidence: 0, ..amount("a", "9.1", "0") },
        ];
        let shuffled: Vec<Entered> = order.iter().map(|index| figures[*index].clone()).collect();
        prop_assert_eq!(ask(&shuffled), ask(&figures));
    }

    /// The list follows from the seed and the units alone.
    #[test]
    fn a_drawn_list_can_be_drawn_again(seed in ".{1,9}", count in 0..40_usize) {
        let names: Vec<String> = (0..30).map(|number| format!("làng {number}")).collect();
        let mut units: Vec<&str> = names.iter().map(String::as_str).collect();
        let drawn = recheck(&seed, &units, count);
        units.reverse();
        prop_assert_eq!(recheck(&seed, &units, count), drawn.clone());
        prop_assert_eq!(drawn.len(), count.min(30));
        let mut once = drawn.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), drawn.len());
        prop_assert!(recheck(&seed, &units, 30).starts_with(&drawn));
    }
}

#[test]
fn another_seed_draws_others() {
    let names: Vec<String> = (0..30).map(|number| number.to_string()).collect();
    let units: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_ne!(recheck("2023-12-20", &units, 5), recheck("2023-12-21", &units, 5));
}
