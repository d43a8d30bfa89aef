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
    assert_eq!(carried.open, ["1.x", "1.y"]);
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
    /// Whatever is tried, the figures and the set are as before, and so is what they come to.
    #[test]
    fn a_simulation_changes_nothing(
        figures in prop::collection::btree_map("[1-9]{1,2}\\.[1-9]", 0..100_i64, 0..20),
        region in prop::sample::select(vec!["nhom-1", "nhom-2", "nhom-3"]),
    ) {
        let catalog = catalog();
        let values: BTreeMap<_, _> = figures.into_iter().map(|(c, n)| (c, amount(n))).collect();
        let old = catalog.standard("xa-ntm-2021-2025").unwrap();
        let now = Measured { standard: old, region: Some("tn"), day: day("2025-12-31") };
        let new = catalog.standard("xa-ntm-2026-2030").unwrap();
        let then = Measured { standard: new, region: Some(region), day: day("2026-12-31") };
        let (kept, kept_set) = (values.clone(), old.clone());
        let before = evaluate_unit(old, Some("tn"), day("2025-12-31"), &values);
        let found = simulate(&known(values.clone()), now, then);
        prop_assert_eq!(&values, &kept);
        prop_assert_eq!(old, &kept_set);
        prop_assert_eq!(&found.now, &before);
        prop_assert_eq!(evaluate_unit(old, Some("tn"), day("2025-12-31"), &values), before);
    }
}
