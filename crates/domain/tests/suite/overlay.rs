//! Values laid on a set by a province or a commune, what they change, and the way back.

use crate::{catalog, day};
use chungsuc_domain::Decimal;
use chungsuc_domain::catalog::{Checked, Standing};
use chungsuc_domain::standard::*;

/// A province sets the roads that the national set leaves to it, and the income of one year.
const PROVINCE: &str = r#"
[overlay]
id = "tinh-a.xa-ntm"
from = "2022-06-01"
to = "2024-12-31"
source = { document = "Quyết định 12/QĐ-UBND" }
checked = { officer = { by = "Trần Thị Mẫu", on = "2022-06-02", paper = "12/QĐ-UBND" } }
[overlay.value]
standard = "xa-ntm-2021-2025"
issuer = "Ủy ban nhân dân tỉnh A"
[[level]]
indicator = "2.1"
value = "100"
[[level]]
indicator = "10.1"
region = "tn"
year = 2023
value = "48"
[[level]]
indicator = "10.1"
value = "60"
"#;

fn standard() -> Standard {
    catalog().standard("xa-ntm-2021-2025").unwrap().clone()
}

fn province() -> Overlay {
    Overlay::parse("tinh-a.toml", PROVINCE).unwrap()
}

fn threshold(standard: &Standard, code: &str, region: &str, date: &str) -> Option<String> {
    let line = standard.line(code).unwrap();
    standard.threshold(line, Some(region), day(date)).map(|applied| applied.value.to_string())
}

#[test]
fn an_overlay_is_asked_first_on_its_days() {
    let laid = standard().with(province()).unwrap();
    let cases = [
        ("2.1", "tn", "2022-05-31", None),
        ("2.1", "tn", "2022-06-01", Some("100")),
        ("2.1", "dnb", "2024-12-31", Some("100")),
        ("2.1", "tn", "2025-01-01", None),
        ("10.1", "tn", "2023-12-31", Some("48")),
        ("10.1", "tn", "2022-12-31", Some("60")),
        ("10.1", "tn", "2022-01-01", Some("44")),
        ("10.1", "dnb", "2023-12-31", Some("60")),
        ("11.1", "tn", "2023-12-31", Some("7")),
    ];
    for (code, region, date, wanted) in cases {
        assert_eq!(
            threshold(&laid, code, region, date).as_deref(),
            wanted,
            "{code} {region} {date}"
        );
    }
    let line = laid.line("2.1").unwrap();
    let road = Some(Reported::Amount(Decimal::whole(99).unwrap()));
    let assessment = evaluate_indicator(&laid, line, Some("tn"), day("2023-12-31"), road);
    assert_eq!(assessment.outcome, Outcome::NotMet);
    let rule = assessment.reason.rule.unwrap();
    assert_eq!(rule.source.to_string(), "Quyết định 12/QĐ-UBND");
    assert_eq!(rule.standing, Standing::Confirmed);
    assert_eq!(assessment.applied.unwrap().overlay.as_deref(), Some("tinh-a.xa-ntm"));
}

#[test]
fn the_last_one_laid_lies_on_top_and_each_can_be_taken_off() {
    let bare = standard();
    let commune = PROVINCE.replace("tinh-a", "xa-b").replace("\"48\"", "\"50\"");
    let commune = Overlay::parse("xa-b.toml", &commune).unwrap();
    let both = bare.with(province()).unwrap().with(commune).unwrap();
    let income = |standard: &Standard| threshold(standard, "10.1", "tn", "2023-12-31").unwrap();
    assert_eq!(income(&both), "50");
    assert_eq!(income(&both.without("xa-b.xa-ntm")), "48");
    assert_eq!(income(&both.without("tinh-a.xa-ntm")), "50");
    assert_eq!(both.without("xa-b.xa-ntm").without("tinh-a.xa-ntm"), bare);
    assert_eq!(bare.without("none"), bare);
}

#[test]
fn a_diff_says_what_was_and_what_is_and_by_which_paper() {
    let bare = standard();
    let laid = bare.with(province()).unwrap();
    let found = differences(&bare, &laid, 2021..=2025);
    let say = |applied: &Option<Applied>| {
        let said = applied.as_ref().map(|a| format!("{} {}", a.value, a.source.document));
        said.unwrap_or_default()
    };
    let of_tn: Vec<_> = found
        .iter()
        .filter(|one| one.region == "tn")
        .map(|one| (one.indicator.as_str(), one.from, one.to, say(&one.old), say(&one.new)))
        .collect();
    let income = |year: i16, old: i64, new: i64| {
        let (old, new) =
            (format!("{old} Quyết định 318/QĐ-TTg"), format!("{new} Quyết định 12/QĐ-UBND"));
        ("10.1", year, year, old, new)
    };
    let roads = ("2.1", 2022, 2024, String::new(), "100 Quyết định 12/QĐ-UBND".to_owned());
    assert_eq!(of_tn, [roads, income(2022, 44, 60), income(2023, 47, 48), income(2024, 50, 60)]);
    assert_eq!(found.iter().filter(|one| one.indicator == "2.1").count(), 8, "every region");
    assert!(differences(&bare, &bare, 2021..=2025).is_empty());
    let back = differences(&laid, &laid.without("tinh-a.xa-ntm"), 2021..=2025);
    assert_eq!(back.len(), found.len());
    assert_eq!((&back[0].old, &back[0].new), (&found[0].new, &found[0].old));
}

#[test]
fn what_does_not_fit_is_refused() {
    use OverlayFault::*;
    let lay = |text: &str| standard().with(Overlay::parse("o.toml", text).unwrap()).unwrap_err();
    let cases = [
        (
            PROVINCE.replace("standard = \"xa-ntm-2021-2025\"", "standard = \"x\""),
            OtherStandard("x".into()),
        ),
        (PROVINCE.replace("\"2.1\"", "\"99.9\""), NoIndicator("99.9".into())),
        (PROVINCE.replace("\"2.1\"", "\"1.1\""), NotMeasured("1.1".into())),
        (PROVINCE.replace("\"tn\"", "\"tay\""), NoRegion("tay".into())),
        (
            PROVINCE.replace("\"100\"", "\"100.001\""),
            OutOfReach("2.1".into(), Decimal::from_thousandths(100_001)),
        ),
        (PROVINCE.replace("\"2.1\"", "\"10.1\""), SetTwice("10.1".into())),
    ];
    for (text, wanted) in cases {
        assert_eq!(lay(&text), wanted);
    }
    let twice = standard().with(province()).unwrap().with(province()).unwrap_err();
    assert_eq!(twice, Twice("tinh-a.xa-ntm".into()));
    let parse = |text: &str| Overlay::parse("o.toml", text).unwrap_err().to_string();
    let reversed = PROVINCE.replace("2024-12-31", "2021-12-31");
    assert_eq!(parse(&reversed), "o.toml:2: tinh-a.xa-ntm ends before it begins");
    assert!(parse(&PROVINCE.replace("year = 2023", "yaer = 2023")).starts_with("o.toml:17: "));
}

/// What an officer has compared is settled; what the set says otherwise, or elsewhere, is not.
#[test]
fn a_confirmation_holds_for_what_was_said() {
    let (bare, last) = (standard(), day("2023-12-31"));
    let officer = || Checked::Officer {
        by: "Trần Thị Mẫu".into(),
        on: day("2023-06-02"),
        paper: "Quyết định 318/QĐ-TTg".into(),
    };
    let confirmation = |indicator: &str, region: &str, said: &str| Confirmation {
        indicator: indicator.into(),
        region: region.into(),
        said: said.into(),
        checked: officer(),
    };
    let standing = |set: &Standard, code: &str, region: &str| {
        set.threshold(set.line(code).unwrap(), Some(region), last).unwrap().standing
    };
    let income = bare.line("10.1").unwrap();
    let (region, said) = income.said(Some("tn")).unwrap();
    let confirmed = bare.confirmed(&[confirmation("10.1", region, &said)]);
    assert_eq!(standing(&confirmed, "10.1", "tn"), Standing::Confirmed);
    assert_eq!(standing(&confirmed, "10.1", "dnb"), Standing::Unchecked);
    assert_eq!(bare.confirmed(&[confirmation("10.1", region, "at_least 1")]), bare);
    assert_eq!(bare.confirmed(&[confirmation("99", region, &said)]), bare);
    // A judgement has no threshold: what is compared is its wording.
    let plan = bare.line("1.1").unwrap();
    let (region, said) = plan.said(Some("tn")).unwrap();
    assert_eq!((region, said.as_str()), (ALL, plan.name.as_str()));
    let confirmed = bare.confirmed(&[confirmation("1.1", region, &said)]);
    assert_eq!(confirmed.line("1.1").unwrap().checked, officer());
    // Nothing is known of the roads, so nothing can be compared.
    assert_eq!(bare.line("2.1").unwrap().said(Some("tn")), None);
}
