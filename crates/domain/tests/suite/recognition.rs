//! Recognition: who recognises, what a dossier lacks, when a revocation is asked about; on both sides
//! of every change.

use crate::{catalog, day};
use chungsuc_domain::UnitKind::{self, *};
use chungsuc_domain::catalog::{Catalog, CatalogRule};
use chungsuc_domain::decision::{TextKey, Verdict};
use chungsuc_domain::recognition::{
    Examination, Judged, examine, how_long, last_day, may_recognise, of_period, revocation_rule,
    watch,
};
use chungsuc_domain::standard::{Outcome, Standard};
use proptest::prelude::*;
use std::collections::BTreeSet;

const LANG: &str = "lang-ntm-gia-lai";
const XA: &str = "xa-ntm-2021-2025";
const NANG_CAO: &str = "xa-ntm-nang-cao-2021-2025";

#[test]
fn who_recognises() {
    let cases: &[(&str, UnitKind, &str, Verdict)] = &[
        // Villages: the district's chair while there are districts; nobody knows what came after.
        (LANG, District, "2023-12-31", Verdict::Yes),
        (LANG, Commune, "2023-12-31", Verdict::No),
        (LANG, District, "2025-06-30", Verdict::Yes),
        (LANG, District, "2025-07-01", Verdict::PersonMustDecide),
        (LANG, Commune, "2025-07-01", Verdict::PersonMustDecide),
        (LANG, District, "2018-02-12", Verdict::PersonMustDecide),
        // Quyết định 18/2022/QĐ-TTg Điều 3: the province's chair, in force from its signing.
        (XA, Province, "2022-08-02", Verdict::Yes),
        (XA, Province, "2022-08-01", Verdict::PersonMustDecide),
        (NANG_CAO, Province, "2024-10-14", Verdict::Yes),
        (NANG_CAO, District, "2024-10-14", Verdict::No),
        ("xa-ntm-2026-2030", Province, "2026-11-15", Verdict::PersonMustDecide),
        ("khong-co", Province, "2024-10-14", Verdict::PersonMustDecide),
    ];
    for (standard, level, date, verdict) in cases {
        let answer = may_recognise(catalog(), standard, *level, day(date));
        assert_eq!(answer.verdict, *verdict, "{standard} {level} {date}");
    }
}

#[test]
fn what_was_read_and_what_was_not_is_told_apart() {
    // Điều 3 was read; that its time is over by 2026 makes it doubtful; villages rest on the press.
    let settled =
        |standard, level, date| may_recognise(catalog(), standard, level, day(date)).is_settled();
    assert!(settled(XA, Province, "2024-10-14"));
    assert!(!settled(XA, Province, "2026-01-01"));
    assert!(!settled(LANG, District, "2023-12-31"));
    let post = may_recognise(catalog(), LANG, District, day("2023-12-31"));
    let fact = &post.reasons[0].facts[0];
    assert_eq!(*fact, ("post", "Chủ tịch Ủy ban nhân dân huyện".to_owned()));
}

fn standard(id: &str) -> &'static Standard {
    catalog().standard(id).unwrap()
}

fn all(standard: &Standard, outcome: Outcome) -> Vec<Judged> {
    let line = |code: &String| Judged { code: code.clone(), outcome, is_doubtful: false };
    standard.lines().map(|one| line(&one.code)).collect()
}

fn papers(codes: &[&str]) -> BTreeSet<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

const ALL_PAPERS: [&str; 4] = ["to-trinh", "ket-qua", "bien-ban", "hai-long"];

fn keys(found: &Examination) -> (Vec<TextKey>, Vec<TextKey>) {
    let keys = |reasons: &[chungsuc_domain::decision::Reason]| {
        reasons.iter().map(|reason| reason.text_key).collect()
    };
    (keys(&found.refusing), keys(&found.to_decide))
}

#[test]
fn a_whole_dossier_lacks_nothing_and_an_empty_one_says_what() {
    let (lang, on) = (standard(LANG), day("2023-12-28"));
    let whole = examine(catalog(), lang, on, &all(lang, Outcome::Met), &papers(&ALL_PAPERS));
    assert_eq!((whole.verdict, keys(&whole)), (Verdict::Yes, (vec![], vec![])));
    let empty = examine(catalog(), lang, on, &[], &BTreeSet::new());
    assert_eq!(empty.verdict, Verdict::No);
    assert_eq!(keys(&empty).0, [TextKey::DossierNotReported]);
    assert_eq!(keys(&empty).1, [TextKey::DossierPaper; 4]);
    assert!(empty.refusing[0].facts.contains(&("count", "19".to_owned())));
}

#[test]
fn each_outcome_of_a_line_weighs_its_own() {
    let (lang, on) = (standard(LANG), day("2023-12-28"));
    for (outcome, is_doubtful, verdict, key) in [
        (Outcome::NotMet, false, Verdict::No, TextKey::DossierNotMet),
        (Outcome::NotMet, true, Verdict::PersonMustDecide, TextKey::DossierNotMetDoubtful),
        (Outcome::PersonMustDecide, false, Verdict::PersonMustDecide, TextKey::DossierNotJudged),
        (Outcome::NotReported, false, Verdict::No, TextKey::DossierNotReported),
    ] {
        let mut lines = all(lang, Outcome::Met);
        lines[9] = Judged { outcome, is_doubtful, ..lines[9].clone() };
        let found = examine(catalog(), lang, on, &lines, &papers(&ALL_PAPERS));
        assert_eq!(found.verdict, verdict, "{outcome}");
        let (refusing, to_decide) = keys(&found);
        assert_eq!([refusing, to_decide].concat(), [key], "{outcome}");
    }
}

#[test]
fn conditions_count_and_silence_of_the_catalog_is_for_a_person() {
    // Quyết định 18/2022/QĐ-TTg Điều 4 khoản 1: no construction debt.
    let xa = standard(XA);
    let mut lines = all(xa, Outcome::Met);
    let debt = lines.iter_mut().find(|line| line.code == "khong-no-dong").unwrap();
    debt.outcome = Outcome::NotMet;
    let there =
        papers(&["to-trinh", "ket-qua", "bien-ban", "hai-long", "khong-no-dong", "an-ninh"]);
    let found = examine(catalog(), xa, day("2024-10-14"), &lines, &there);
    assert_eq!(found.verdict, Verdict::No);
    let before = examine(catalog(), xa, day("2022-08-01"), &all(xa, Outcome::Met), &there);
    assert_eq!(keys(&before), (vec![], vec![TextKey::DossierRuleUnknown]));
    assert_eq!(before.verdict, Verdict::PersonMustDecide);
}

#[test]
fn a_criterion_without_indicators_waits_for_a_person() {
    let new = standard("xa-ntm-2026-2030");
    let found =
        examine(catalog(), new, day("2026-11-15"), &all(new, Outcome::Met), &BTreeSet::new());
    assert_eq!(found.verdict, Verdict::PersonMustDecide);
    assert!(keys(&found).1.contains(&TextKey::DossierNotJudged));
}

fn criteria(failing: &[&str]) -> Vec<(String, Outcome)> {
    let one = |number: usize| {
        let code = number.to_string();
        let fails = failing.contains(&code.as_str());
        let outcome = if fails { Outcome::NotMet } else { Outcome::Met };
        (code, outcome)
    };
    (1..=19).map(one).collect()
}

#[test]
fn when_a_revocation_is_asked_about() {
    // Of 19 criteria: from 6 with a key one among them, from 10 whichever they are.
    let cases: &[(&[&str], TextKey)] = &[
        (&["1"], TextKey::RevocationBelow),
        (&["10"], TextKey::RevocationBelow),
        (&["1", "2", "3", "4", "10"], TextKey::RevocationBelow),
        (&["1", "2", "3", "4", "5", "10"], TextKey::RevocationKey),
        (&["1", "2", "3", "4", "5", "6"], TextKey::RevocationBelow),
        (&["1", "2", "3", "4", "5", "6", "7", "8", "9"], TextKey::RevocationBelow),
        (&["1", "2", "3", "4", "5", "6", "7", "8", "9", "11"], TextKey::RevocationMany),
    ];
    for (failing, key) in cases {
        let asked = watch(catalog(), standard(XA), &criteria(failing), day("2024-06-30")).unwrap();
        assert_eq!(asked.verdict, Verdict::PersonMustDecide);
        assert_eq!(asked.reasons[0].text_key, *key, "{failing:?}");
        assert!(!asked.is_settled(), "it rests on the press");
    }
    assert_eq!(watch(catalog(), standard(XA), &criteria(&[]), day("2024-06-30")), None);
    // Criterion 18 is a key one of the higher set only.
    let six = criteria(&["1", "2", "3", "4", "5", "18"]);
    let key =
        |id| watch(catalog(), standard(id), &six, day("2024-06-30")).unwrap().reasons[0].text_key;
    assert_eq!((key(XA), key(NANG_CAO)), (TextKey::RevocationBelow, TextKey::RevocationKey));
    assert_eq!(key(LANG), TextKey::RevocationUnknown);
}

/// No paper that was read says how long a recognition holds, so nothing is reckoned: a person enters
/// what the decision says. What comes when a standard ends is left to a person too.
#[test]
fn how_long_a_recognition_holds() {
    let decided = day("2023-12-29");
    for (id, has_row) in [(LANG, true), (XA, true), (NANG_CAO, true), ("xa-ntm-2026-2030", false)] {
        let told = how_long(catalog(), id, decided);
        assert_eq!(last_day(catalog(), id, decided), None);
        assert_eq!(told.verdict, Verdict::PersonMustDecide, "{id}");
        let reason = &told.reasons[0];
        assert_eq!((reason.text_key, reason.rule.is_some()), (TextKey::ValidityUnknown, has_row));
        assert!(!told.is_settled());
    }
    let on = |date| of_period(standard(XA), day(date)).unwrap();
    assert_eq!(on("2025-12-31").text_key, TextKey::StandardEnds, "the last day belongs to it");
    assert_eq!(on("2026-01-01").text_key, TextKey::StandardEnded);
    assert_eq!(on("2026-01-01").facts, [("day", "31/12/2025".to_owned())]);
    assert_eq!(of_period(standard(LANG), day("2030-01-01")), None);
}

#[test]
fn the_rule_of_revocation_is_told_with_its_source() {
    let told = revocation_rule(catalog(), standard(XA), day("2024-06-30"));
    assert_eq!(told.text_key, TextKey::RevocationRule);
    let facts = [
        ("any_percent", "50".to_owned()),
        ("key_percent", "30".to_owned()),
        (
            "key",
            "10. Thu nhập; 17. Môi trường và an toàn thực phẩm; 19. Quốc phòng và an ninh".into(),
        ),
    ];
    assert_eq!(told.facts, facts);
    assert_eq!(told.rule.unwrap().source.document, "Quyết định 18/2022/QĐ-TTg");
    for (set, date) in [(XA, "2022-08-01"), (LANG, "2024-06-30")] {
        let told = revocation_rule(catalog(), standard(set), day(date));
        assert_eq!((told.text_key, told.rule), (TextKey::RevocationRuleUnknown, None));
    }
}

proptest! {
    #[test]
    fn one_more_failing_criterion_never_makes_it_milder(
        failing in prop::collection::btree_set(1_usize..=19, 1..19),
        more in 1_usize..=19,
    ) {
        let weight = |failing: &BTreeSet<usize>| {
            let codes: Vec<String> = failing.iter().map(ToString::to_string).collect();
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            let asked = watch(catalog(), standard(XA), &criteria(&codes), day("2024-06-30"));
            match asked.unwrap().reasons[0].text_key {
                TextKey::RevocationBelow => 0,
                TextKey::RevocationKey => 1,
                _ => 2,
            }
        };
        let mut worse = failing.clone();
        worse.insert(more);
        prop_assert!(weight(&failing) <= weight(&worse));
    }
}

const SET: &str = r#"
[standard]
id = "bo"
from = "2020-01-01"
source = { document = "Quyết định 1" }
value = { name = "Bộ", subject = "village" }
[[criterion]]
code = "1"
name = "Điện"
"#;

fn with(rule: &str) -> Result<Catalog, Vec<CatalogRule>> {
    let head = "id = \"r\"\nfrom = \"2020-01-01\"\nsource = { document = \"Quyết định 1\" }\nchecked = \"unchecked\"\n";
    let (table, value) = rule.split_once('|').unwrap();
    let rules = format!("[[{table}]]\n{head}value = {value}\n");
    let read = Catalog::parse(&[
        ("bo.toml", &SET.replace("}\nvalue", "}\nchecked = \"unchecked\"\nvalue")),
        ("rule.toml", &rules),
    ]);
    read.map_err(|faults| faults.into_iter().map(|fault| fault.rule).collect())
}

#[test]
fn faults_of_rules_are_told() {
    let good = with(r#"recognition_validity|{ standards = ["bo"], years = 5 }"#).unwrap();
    let last = last_day(&good, "bo", day("2023-12-29"));
    assert_eq!(last, Some(day("2028-12-28")), "five years with both days");
    assert_eq!(last_day(&good, "bo", day("2019-12-31")), None);
    let told = how_long(&good, "bo", day("2023-12-29"));
    assert_eq!((told.verdict, told.reasons[0].text_key), (Verdict::Yes, TextKey::ValidityYears));
    assert_eq!(told.reasons[0].facts, [("years", "5".into()), ("last", "28/12/2028".into())]);
    assert_eq!(how_long(&good, "bo", day("2019-12-31")).verdict, Verdict::PersonMustDecide);
    for (rule, fault) in [
        (r#"recognition_validity|{ standards = ["bo"], years = 0 }"#, CatalogRule::Reach),
        (r#"recognition_validity|{ standards = [], years = 5 }"#, CatalogRule::Shape),
        (r#"recognition_validity|{ standards = ["khac"], years = 5 }"#, CatalogRule::Reference),
        (
            r#"recognised_by|{ standards = ["bo"], level = "king", post = "Vua" }"#,
            CatalogRule::Shape,
        ),
        (
            r#"recognition_revocation|{ standards = ["bo"], any_percent = 50, key_percent = 60, key_criteria = ["1"] }"#,
            CatalogRule::Reach,
        ),
        (
            r#"recognition_revocation|{ standards = ["bo"], any_percent = 50, key_percent = 30, key_criteria = ["9"] }"#,
            CatalogRule::Reference,
        ),
        (
            r#"recognition_dossier|{ standards = ["bo"], papers = [{ code = "a", name = "A", need = "required" }, { code = "a", name = "B", need = "optional" }] }"#,
            CatalogRule::NumberOnce,
        ),
    ] {
        assert_eq!(with(rule).unwrap_err(), [fault], "{rule}");
    }
}
