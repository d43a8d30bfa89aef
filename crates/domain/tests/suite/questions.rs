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
    ask(entered).iter().map(Question::kind).collect()
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

#[test]
fn bare_figures_of_a_unit_are_one_question() {
    let bare = |unit, indicator| Entered { evidence: 0, ..share(unit, indicator, "80", "100") };
    let figures =
        [bare("b", "9.2"), bare("a", "6.3"), bare("a", "9.2"), share("a", "17.9", "1", "2")];
    let wanted = |unit: &str, indicators: &[&str]| Question::NoEvidence {
        unit: unit.into(),
        indicators: indicators.iter().map(|code| (*code).to_owned()).collect(),
    };
    assert_eq!(ask(&figures), [wanted("a", &["6.3", "9.2"]), wanted("b", &["9.2"])]);
}

/// The directory is no census: it may hold fewer households than a village has, never more.
#[test]
fn a_book_that_holds_more_is_asked_about() {
    let standard = catalog().standard("xa-ntm-2021-2025").unwrap();
    let figures = [
        share("a", "9.2", "80", "100"),
        share("a", "11.1", "3", "98"),
        share("a", "17.9", "3", "5"),
        share("b", "9.2", "1", "2"),
    ];
    let book = |unit: &str, holds| {
        let (unit, holds) = (unit.to_owned(), number(holds));
        [Register { unit, counts: Measure::Household, holds }]
    };
    for holds in ["0", "97", "98"] {
        assert!(below_registers(standard, &figures, &book("a", holds)).is_empty(), "{holds}");
    }
    let asked = below_registers(standard, &figures, &book("a", "99"));
    let wholes = vec![("11.1".to_owned(), number("98"))];
    let (unit, counts) = ("a".to_owned(), Measure::Household);
    assert_eq!(asked, [Question::BelowRegister { unit, counts, holds: number("99"), wholes }]);
}

/// An answer belongs to the figures that were asked about.
#[test]
fn a_question_is_known_by_its_figures() {
    let id = |now: &str| ask(&[before(amount("a", "10.1", now), "40")])[0].id();
    assert_eq!(id("60"), id("60"));
    assert_ne!(id("60"), id("61"));
    let question = ask(&[before(amount("a", "10.1", "60"), "40")]).remove(0);
    assert_eq!((question.units(), question.indicators()), (&["a".to_owned()][..], vec!["10.1"]));
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

/// Each unit that is drawn is visited once, and asked only for what it has reported.
#[test]
fn visits_are_drawn_unit_by_unit() {
    let figures: Vec<(String, String)> = (0..6)
        .flat_map(|unit| (0..=unit).map(move |line| (format!("u{unit}"), line.to_string())))
        .collect();
    let mut named: Vec<(&str, &str)> =
        figures.iter().map(|(unit, line)| (unit.as_str(), line.as_str())).collect();
    let drawn = visits("271", &named, 4, 3);
    named.reverse();
    assert_eq!(visits("271", &named, 4, 3), drawn);
    assert_eq!(drawn.len(), 4);
    for visit in &drawn {
        let own = figures.iter().filter(|(unit, _)| unit == visit.unit).count();
        assert_eq!(visit.indicators.len(), own.min(3), "{visit:?}");
        let known = |line: &&str| named.contains(&(visit.unit, line));
        assert!(visit.indicators.iter().all(known), "{visit:?}");
    }
    assert_ne!(visits("272", &named, 4, 3), drawn);
    assert!(visits("271", &[], 4, 3).is_empty());
}

#[test]
fn another_seed_draws_others() {
    let names: Vec<String> = (0..30).map(|number| number.to_string()).collect();
    let units: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_ne!(recheck("2023-12-20", &units, 5), recheck("2023-12-21", &units, 5));
}
