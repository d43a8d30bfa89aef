//! The catalog that is delivered, and what the reader refuses.

use crate::{catalog, day};
use chungsuc_domain::Vnd;
use chungsuc_domain::catalog::{Catalog, CatalogFault, Checked};
use chungsuc_domain::standard::IndicatorKind;
use chungsuc_domain::text::nfc;

#[test]
fn regimes_and_base_salaries_follow_without_gaps() {
    let catalog = catalog();
    let cases = [
        ("2019-07-01", "R1", 1_490_000),
        ("2023-12-31", "R1", 1_800_000),
        ("2024-01-01", "R2", 1_800_000),
        ("2025-06-30", "R2", 2_340_000),
        ("2025-07-01", "R3", 2_340_000),
        ("2026-09-30", "R3", 2_530_000),
        ("2026-10-01", "R4", 2_530_000),
        ("2040-01-01", "R4", 2_530_000),
    ];
    for (date, regime, salary) in cases {
        assert_eq!(catalog.regime(day(date)).unwrap().value.code, regime, "{date}");
        assert_eq!(catalog.base_salary(day(date)).unwrap().value, Vnd::new(salary), "{date}");
    }
    assert!(catalog.regime(day("2017-09-30")).is_none());
    assert!(catalog.base_salary(day("2017-06-30")).is_none());
}

/// From its first day on, an award never lacks an answer about who decides it.
#[test]
fn awards_have_no_gap_in_authority() {
    for award in catalog().awards() {
        let rows: Vec<_> = award.deciders.iter().collect();
        for pair in rows.windows(2) {
            let next = pair[0].to.unwrap().tomorrow().unwrap();
            assert_eq!(next, pair[1].from, "{}", pair[1].id);
        }
        assert_eq!(rows.last().unwrap().to, None, "{}", award.form.code);
    }
}

/// 318/QĐ-TTg has 19 criteria and 57 indicators; the village set has 19 criteria.
#[test]
fn standards_are_complete() {
    let catalog = catalog();
    let commune = catalog.standard("xa-ntm-2021-2025").unwrap();
    assert_eq!((commune.criteria().len(), commune.indicators().len()), (19, 57));
    let village = catalog.standard("lang-ntm-gia-lai").unwrap();
    assert_eq!((village.criteria().len(), village.indicators().len()), (19, 19));
    for standard in catalog.standards() {
        for criterion in standard.criteria() {
            assert!(standard.indicators_of(&criterion.code).count() > 0, "{}", criterion.name);
        }
        for indicator in standard.indicators() {
            assert_eq!(indicator.checked, Checked::Unchecked, "{}", indicator.code);
            let needs_unit = matches!(indicator.kind, IndicatorKind::Amount | IndicatorKind::Count);
            assert_eq!(needs_unit, indicator.unit.is_some(), "{}", indicator.code);
        }
    }
}

#[test]
fn delivered_texts_are_composed() {
    for (name, text) in crate::catalog_files() {
        assert_eq!(nfc(&text), text, "{name}");
    }
}

#[test]
fn every_value_is_listed_once_with_its_state() {
    let catalog = catalog();
    let entries = catalog.entries();
    let written: usize = crate::catalog_files()
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter(|line| line.starts_with("id = "))
        .count();
    assert_eq!(entries.len(), written);
    let find = |id: &str| entries.iter().find(|entry| entry.id == id).unwrap();
    let multiple = find("muc-thuong.giay-khen-xa.2025-07");
    assert_eq!((multiple.value.as_str(), multiple.checked), ("0,3", &Checked::Reading));
    assert_eq!(find("luong-co-so.2026-07").value, "2.530.000");
    assert_eq!(find("tham-quyen.giay-khen-huyen.2025-07").value, "");
}

/// Luật 06/2026/QH16 has not been read. Until it is, nothing that holds under it is marked as read.
#[test]
fn the_newest_regime_is_wholly_unchecked() {
    let catalog = catalog();
    for entry in catalog.entries() {
        let holds = entry.to.is_none_or(|last| last >= day("2026-10-01"));
        assert!(!holds || *entry.checked == Checked::Unchecked, "{}", entry.id);
    }
}

fn faults(text: &str) -> Vec<(usize, String)> {
    let short = |fault: CatalogFault| (fault.line, fault.message);
    Catalog::parse(&[("law.toml", text)]).unwrap_err().into_iter().map(short).collect()
}

const ROW: &str = r#"
[[base_salary]]
id = "a"
from = "2020-01-01"
to = "2020-12-31"
value = 1_000_000
source = { document = "Nghị định" }
checked = "unchecked"
"#;

#[test]
fn a_fault_is_told_with_its_line() {
    let twice = format!("{ROW}{ROW}");
    assert_eq!(
        faults(&twice),
        [(10, "the id a is used twice".into()), (10, "a overlaps with a".into())]
    );

    let touching =
        format!("{ROW}{}", ROW.replace("\"a\"", "\"b\"").replace("2020-01-01", "2020-12-31"));
    assert_eq!(faults(&touching), [(10, "b overlaps with a".to_owned())]);

    let earlier = ROW.replace("\"a\"", "\"c\"").replace("2020-12-31", "2020-01-01");
    let ends_on_the_first_day =
        format!("{ROW}{}", earlier.replace("from = \"2020", "from = \"2019"));
    assert_eq!(faults(&ends_on_the_first_day), [(10, "c overlaps with a".to_owned())]);

    let reversed = ROW.replace("2020-12-31", "2019-12-31");
    assert_eq!(faults(&reversed), [(2, "a ends before it begins".to_owned())]);

    let nameless = ROW.replace("Nghị định", " ");
    assert_eq!(faults(&nameless), [(2, "a names no document".to_owned())]);

    let misspelt = ROW.replace("checked", "cheked");
    assert_eq!(faults(&misspelt).len(), 1);
    assert_eq!(faults(&misspelt)[0].0, 8);

    let orphan = ROW.replace("base_salary", "multiple").replace("1_000_000", "\"0.3\"");
    assert_eq!(faults(&orphan)[0].0, 2);

    let fault = CatalogFault { file: "law.toml".into(), line: 7, message: "odd".into() };
    assert_eq!(fault.to_string(), "law.toml:7: odd");
}

#[test]
fn a_standard_refuses_what_does_not_fit() {
    let head = r#"
[standard]
id = "s"
from = "2021-01-01"
source = { document = "Quyết định" }
checked = { officer = { by = "An", on = "2026-12-01", paper = "318/QĐ-TTg" } }
value = { name = "Bộ tiêu chí", subject = "village" }
[[criterion]]
code = "1"
name = "Điện"
"#;
    let indicator = |more: &str| {
        format!("{head}\n[[indicator]]\ncode = \"1.1\"\nname = \"Hộ có điện\"\n{more}")
    };
    assert!(Catalog::parse(&[("s.toml", head)]).is_ok());
    let cases = [
        "criterion = \"2\"\nkind = \"yes_no\"",
        "criterion = \"1\"\nkind = \"ratio\"",
        "criterion = \"1\"\nkind = \"yes_no\"\ncompare = \"equal\"",
        "criterion = \"1\"\nkind = \"yes_no\"\nthresholds = { all = \"1\" }",
        "criterion = \"1\"\nkind = \"ratio\"\ncompare = \"at_least\"\nthresholds = { tn = \"1\" }",
    ];
    for case in cases {
        assert_eq!(faults(&indicator(case))[0].0, 12, "{case}");
    }
}
