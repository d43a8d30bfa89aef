//! The same figures under another set: nothing is changed, and nothing is made up.

use crate::{catalog, day};
use chungsuc_domain::Decimal;
use chungsuc_domain::standard::simulate::*;
use chungsuc_domain::standard::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn amount(number: i64) -> Reported {
    Reported::Amount(Decimal::whole(number).unwrap())
}

fn values() -> BTreeMap<String, Reported> {
    let pairs = [("1.1", Reported::YesNo(true)), ("12.2", amount(30)), ("10.1", amount(50))];
    pairs.into_iter().map(|(code, value)| (code.to_owned(), value)).collect()
}

fn known(values: BTreeMap<String, Reported>) -> Known {
    Known { values, ..Known::default() }
}

#[test]
fn figures_go_where_the_catalog_says_they_are_the_same() {
    let catalog = catalog();
    let old = catalog.standard("xa-ntm-2021-2025").unwrap();
    let new = catalog.standard("xa-ntm-2026-2030").unwrap();
    let carried = carry(&values(), old, new);
    assert_eq!(carried.values, BTreeMap::from([("4.x".to_owned(), amount(30))]));
    let open = ["1.x", "1.y", "khong-no-dong", "hai-long", "an-ninh-trat-tu"];
    assert_eq!(carried.open, open);
    assert_eq!(carried.unused, ["1.1", "10.1"]);
    let back = carry(&carried.values, new, old);
    assert_eq!(back.values, BTreeMap::from([("12.2".to_owned(), amount(30))]));
    assert_eq!(carry(&values(), old, old).values, values());
}

#[test]
fn what_would_be_stands_beside_what_is() {
    let catalog = catalog();
    let now = Measured {
        standard: catalog.standard("xa-ntm-2021-2025").unwrap(),
        region: Some("tn"),
        day: day("2025-12-31"),
    };
    let then = Measured {
        standard: catalog.standard("xa-ntm-2026-2030").unwrap(),
        region: Some("nhom-2"),
        day: day("2026-12-31"),
    };
    let before = known(values());
    let found = simulate(&before, now, then);
    assert_eq!(before, known(values()));
    // 30 per cent of workers: enough for the 20 of today, not for the 35 of group 2.
    let workers = found.changes.iter().find(|change| change.code == "4.x").unwrap();
    assert_eq!((workers.now, workers.then), (Some(Outcome::Met), Outcome::NotMet));
    let new_line = found.changes.iter().find(|change| change.code == "1.x").unwrap();
    assert_eq!((new_line.now, new_line.then), (None, Outcome::NotReported));
    assert_eq!(found.then.criteria.len(), 10);
    let same = simulate(&before, now, now);
    assert!(same.changes.is_empty());
    assert_eq!(same.now, same.then);
}

/// The same set with other thresholds: a province that asks for more.
#[test]
fn other_thresholds_are_tried_without_being_set() {
    let catalog = catalog();
    let bare = catalog.standard("xa-ntm-2021-2025").unwrap();
    let text = r#"
        [overlay]
        id = "o"
        from = "2022-01-01"
        source = { document = "Dự thảo" }
        checked = "unchecked"
        value = { standard = "xa-ntm-2021-2025", issuer = "Tỉnh A" }
        [[level]]
        indicator = "12.2"
        value = "35"
    "#;
    let laid = bare.with(Overlay::parse("o.toml", text).unwrap()).unwrap();
    let on = |standard| Measured { standard, region: Some("tn"), day: day("2025-12-31") };
    let found = simulate(&known(values()), on(bare), on(&laid));
    let change = Change { code: "12.2".into(), now: Some(Outcome::Met), then: Outcome::NotMet };
    assert_eq!(found.changes, [change]);
}

/// What an officer judged holds where the set asks the same, and nowhere else.
#[test]
fn a_judgement_is_of_its_own_set() {
    let catalog = catalog();
    let villages = catalog.standard("lang-ntm-gia-lai").unwrap();
    let on = |standard| Measured { standard, region: None, day: day("2025-12-31") };
    let figures = Known {
        values: BTreeMap::from([("2".to_owned(), amount(90))]),
        judgements: BTreeMap::from([("2".to_owned(), true)]),
    };
    let same = simulate(&figures, on(villages), on(villages));
    assert_eq!((same.now.met, same.then.met), (1, 1));
    let communes = catalog.standard("xa-ntm-2021-2025").unwrap();
    assert_eq!(simulate(&figures, on(villages), on(communes)).then.met, 0);
    // A threshold that is tried goes before the judgement, as it does in earnest.
    let text = r#"
        [overlay]
        id = "o"
        from = "2022-01-01"
        source = { document = "Dự thảo" }
        checked = "unchecked"
        value = { standard = "lang-ntm-gia-lai", issuer = "Tỉnh A" }
        [[level]]
        indicator = "2"
        value = "100"
    "#;
    let laid = villages.with(Overlay::parse("o.toml", text).unwrap()).unwrap();
    let tried = simulate(&figures, on(villages), on(&laid));
    let change = Change { code: "2".into(), now: Some(Outcome::Met), then: Outcome::NotMet };
    assert_eq!(tried.changes, [change]);
}

proptest! {
    /// Whatever is tried, what the figures come to now is what they come to without a trial; what
    /// they would come to is what the other set says of the same figures, and of no others.
    #[test]
    fn a_simulation_changes_nothing(
        figures in figures(),
        judged in prop::collection::btree_map(prop::sample::select(codes()), any::<bool>(), 0..9),
        region in prop::sample::select(vec!["nhom-1", "nhom-2", "nhom-3"]),
        to in prop::sample::select(vec![OF_2021, "xa-ntm-nang-cao-2021-2025", "xa-ntm-2026-2030"]),
    ) {
        let catalog = catalog();
        let old = catalog.standard("xa-ntm-2021-2025").unwrap();
        let now = Measured { standard: old, region: Some("tn"), day: day("2025-12-31") };
        let new = catalog.standard(to).unwrap();
        let year = if to == "xa-ntm-2026-2030" { "2026-12-31" } else { "2024-12-31" };
        let then = Measured { standard: new, region: Some(region), day: day(year) };
        let known = Known { values: figures.clone(), judgements: judged.clone() };
        let found = simulate(&known, now, then);
        let plain = evaluate_unit(old, Some("tn"), now.day, &figures).settled(&judged);
        prop_assert_eq!(&found.now, &plain);
        // Every figure is carried to its place, or said to be of no use there; none is made up.
        let carried = &found.carried;
        for (code, figure) in &carried.values {
            let line = new.line(code).unwrap();
            let says_so = |one: &Indicator, set: &str, code: &str| {
                one.same_as.contains(&format!("{set}/{code}"))
            };
            let is_same = |from: &&Indicator| {
                let named = says_so(line, OF_2021, &from.code) || says_so(from, to, code);
                named || (to == OF_2021 && from.code == *code)
            };
            let origins = old.lines().filter(is_same);
            let found: Vec<_> = origins.filter_map(|from| figures.get(&from.code)).collect();
            prop_assert!(found.contains(&figure), "{} is made up", code);
        }
        prop_assert_eq!(carried.values.len() + carried.unused.len(), figures.len());
        prop_assert_eq!(carried.values.len() + carried.open.len(), new.lines().count());
        let judged = if to == OF_2021 { judged } else { BTreeMap::new() };
        let other = evaluate_unit(new, Some(region), then.day, &carried.values).settled(&judged);
        prop_assert_eq!(&found.then, &other);
        // The same set on the same day tells no change.
        prop_assert!(simulate(&known, now, now).changes.is_empty());
    }
}

const OF_2021: &str = "xa-ntm-2021-2025";

/// Codes of the set of 2021–2025.
fn codes() -> Vec<String> {
    let standard = catalog().standard("xa-ntm-2021-2025").unwrap();
    standard.lines().map(|line| line.code.clone()).collect()
}

/// Figures of some lines: numbers, shares, a yes or a no, whatever the line asks for.
fn figures() -> impl Strategy<Value = BTreeMap<String, Reported>> {
    let share = (0..100_i64, 1..100_i64).prop_map(|(one, two)| {
        let [part, whole] = [one.min(two), two].map(|count| Decimal::whole(count).unwrap());
        Reported::Share(Share::new(part, whole).unwrap())
    });
    let figure =
        prop_oneof![any::<bool>().prop_map(Reported::YesNo), (0..120_i64).prop_map(amount), share,];
    prop::collection::btree_map(prop::sample::select(codes()), figure, 0..40)
}
