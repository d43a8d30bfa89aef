//! The catalog that is delivered, and what the reader refuses.

use crate::{catalog, day};
use chungsuc_domain::catalog::{Catalog, CatalogFault, CatalogRule, Checked, Standing};
use chungsuc_domain::text::nfc;
use chungsuc_domain::{Decimal, SubjectKind, Vnd};

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

/// 318/QĐ-TTg has 19 criteria and 57 indicators, or 75 for the higher level; the village set has 19
/// criteria; of the 47 indicators of 51/2025/QĐ-TTg three are known.
#[test]
fn standards_are_complete_or_say_that_they_are_not() {
    let catalog = catalog();
    let cases = [
        ("xa-ntm-2021-2025", 19, 57, 3, true),
        ("xa-ntm-nang-cao-2021-2025", 19, 75, 3, true),
        ("xa-ntm-2026-2030", 10, 3, 3, false),
        ("lang-ntm-gia-lai", 19, 19, 0, true),
    ];
    assert_eq!(catalog.standards().count(), cases.len());
    for (id, criteria, indicators, conditions, complete) in cases {
        let standard = catalog.standard(id).unwrap();
        let held = (standard.criteria().len(), standard.indicators().len());
        assert_eq!(held, (criteria, indicators), "{id}");
        assert_eq!(standard.conditions().len(), conditions, "{id}");
        assert_eq!(standard.is_complete(), complete, "{id}");
        for criterion in standard.criteria() {
            let known = standard.indicators_of(&criterion.code).count() > 0;
            assert!(known || !complete, "{id} {}", criterion.name);
        }
        for indicator in standard.indicators() {
            assert_eq!(indicator.checked, Checked::Unchecked, "{id} {}", indicator.code);
        }
    }
}

/// Income of 318/QĐ-TTg, Phụ lục I, as far as it is known: 2021 and three million more each year.
#[test]
fn every_yearly_income_of_every_region_is_there() {
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    let income = standard.indicator("10.1").unwrap();
    let first = [
        ("chung", 45),
        ("tdmnpb", 36),
        ("dbsh", 50),
        ("btb", 39),
        ("dhntb", 41),
        ("tn", 41),
        ("dnb", 59),
        ("dbscl", 50),
    ];
    assert_eq!(standard.head().value.regions.len(), first.len());
    for (region, million) in first {
        for year in 2021..=2025 {
            let wanted = Decimal::whole(million + 3 * i64::from(year - 2021)).unwrap();
            assert_eq!(income.threshold(Some(region), year), Some(wanted), "{region} {year}");
        }
        assert_eq!(income.threshold(Some(region), 2026), None, "{region}");
    }
}

/// The sets of 2021–2025 end with their period; the next one begins with its decision.
#[test]
fn sets_follow_each_other_by_their_days() {
    let catalog = catalog();
    let of_communes = |date: &str| {
        let found = catalog.standards_on(SubjectKind::Commune, day(date));
        found.map(|standard| standard.head().id.as_str()).collect::<Vec<_>>()
    };
    let old = ["xa-ntm-2021-2025", "xa-ntm-nang-cao-2021-2025"];
    assert_eq!(of_communes("2021-01-01"), old);
    assert_eq!(of_communes("2025-12-31"), old, "the last day counts");
    assert!(of_communes("2026-02-14").is_empty());
    assert_eq!(of_communes("2026-02-15"), ["xa-ntm-2026-2030"]);
    for id in old {
        let successor = catalog.standard(id).unwrap().head().value.successor.as_deref();
        assert_eq!(successor, Some("xa-ntm-2026-2030"));
    }
}

#[test]
fn a_region_answers_to_its_readable_name() {
    let catalog = catalog();
    let standard = catalog.standard("xa-ntm-2021-2025").unwrap();
    for name in ["tn", "tay-nguyen"] {
        assert_eq!(standard.region(name).unwrap().code, "tn");
    }
    assert!(standard.region("tay nguyen").is_none());
    assert_eq!(catalog.standard("xa-ntm-2026-2030").unwrap().region("3").unwrap().code, "nhom-3");
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

    let fault = CatalogFault {
        file: "law.toml".into(),
        line: 7,
        rule: CatalogRule::Shape,
        message: "odd".into(),
    };
    assert_eq!(fault.to_string(), "law.toml:7: odd");
}

#[test]
fn every_fault_of_every_file_is_told() {
    let bad_row = ROW.replace("1_000_000", "\"viel\"");
    let reversed = ROW.replace("\"a\"", "\"b\"").replace("2020-12-31", "2019-12-31");
    let first = format!("{bad_row}{reversed}\n[[salery]]\nid = \"x\"\n");
    let files = [("first.toml", first.as_str()), ("second.toml", "[[regime]\nid = ,\n")];
    let found = Catalog::parse(&files).unwrap_err();
    let told: Vec<_> = found.iter().map(|f| (f.file.as_str(), f.line, f.rule)).collect();
    let wanted = [
        ("first.toml", 18, CatalogRule::UnknownTable),
        ("first.toml", 6, CatalogRule::Shape),
        ("first.toml", 10, CatalogRule::Days),
        ("second.toml", 1, CatalogRule::Syntax),
        ("second.toml", 2, CatalogRule::Syntax),
    ];
    for fault in wanted {
        assert!(told.contains(&fault), "{fault:?} of {found:#?}");
    }
    assert_eq!(told.len(), wanted.len(), "{found:#?}");
}

const HEAD: &str = r#"
[standard]
id = "s"
from = "2021-01-01"
to = "2025-12-31"
source = { document = "Quyết định" }
checked = { officer = { by = "An", on = "2026-12-01", paper = "318/QĐ-TTg" } }
[standard.value]
name = "Bộ tiêu chí"
subject = "village"
size = { criteria = 1, indicators = 1 }
[[criterion]]
code = "1"
name = "Điện"
"#;

#[test]
fn a_standard_refuses_what_does_not_fit() {
    use CatalogRule::*;
    let indicator = |more: &str| {
        format!("{HEAD}\n[[indicator]]\ncode = \"1.1\"\nname = \"Hộ có điện\"\n{more}")
    };
    let ratio = "criterion = \"1\"\nkind = \"ratio\"\ncompare = \"at_least\"\n";
    assert!(Catalog::parse(&[("s.toml", HEAD)]).is_ok());
    assert!(Catalog::parse(&[("s.toml", &indicator(ratio))]).is_ok());
    let cases = [
        ("criterion = \"2\"\nkind = \"yes_no\"".to_owned(), Criterion),
        ("kind = \"yes_no\"".to_owned(), Criterion),
        ("criterion = \"1\"\nkind = \"ratio\"".to_owned(), Measured),
        ("criterion = \"1\"\nkind = \"yes_no\"\ncompare = \"equal\"".to_owned(), Measured),
        ("criterion = \"1\"\nkind = \"yes_no\"\nthresholds = { all = \"1\" }".to_owned(), Measured),
        (ratio.replace("ratio", "amount"), Measured),
        (ratio.replace("ratio", "count") + "unit = \"house\"\ncounts = \"house\"", Measured),
        (format!("{ratio}thresholds = {{ tn = \"1\" }}"), Place),
        (format!("{ratio}thresholds = {{ all = {{ 2026 = \"1\" }} }}"), Place),
        (format!("{ratio}thresholds = {{ all = \"140\" }}"), Reach),
        (format!("{ratio}same_as = [\"t/1\"]"), Reference),
        (format!("{ratio}same_as = [\"s/2\"]"), Reference),
    ];
    for (case, rule) in cases {
        let found = Catalog::parse(&[("s.toml", &indicator(&case))]).unwrap_err();
        let told: Vec<_> = found.iter().map(|fault| (fault.line, fault.rule)).collect();
        assert_eq!(told, [(16, rule)], "{case}");
    }
    let condition = |more: &str| {
        let text = format!("{HEAD}[[condition]]\ncode = \"k\"\nname = \"K\"\nkind = \"yes_no\"\n");
        Catalog::parse(&[("s.toml", &(text + more))]).map_err(|faults| faults[0].rule)
    };
    assert_eq!(condition("criterion = \"1\"").err(), Some(Criterion));
    assert_eq!(condition("").unwrap().standard("s").unwrap().conditions().len(), 1);
    let crowd = HEAD.to_owned() + &HEAD[HEAD.find("[[criterion]]").unwrap()..].replace('1', "2");
    assert_eq!(faults(&crowd)[0].0, 2);
}

/// A value may rest on a paper of its own and be checked by itself.
#[test]
fn a_threshold_can_have_its_own_paper_and_state() {
    let text = format!(
        "{HEAD}[[indicator]]\ncode = \"1.1\"\ncriterion = \"1\"\nname = \"Hộ\"\nkind = \"ratio\"\n\
         compare = \"at_least\"\n[indicator.thresholds.all]\n2022 = \"90\"\n\
         2023 = {{ value = \"95\", source = {{ document = \"CV 9\" }}, checked = \"reading\" }}\n"
    );
    let catalog = Catalog::parse(&[("s.toml", &text)]).unwrap();
    let standard = catalog.standard("s").unwrap();
    let threshold = |date: &str| {
        let applied = standard.threshold(standard.indicator("1.1").unwrap(), None, day(date));
        applied.map(|found| (found.value.to_string(), found.source.document, found.standing))
    };
    let own = ("95".to_owned(), "CV 9".to_owned(), Standing::Read);
    let of_set = ("90".to_owned(), "Quyết định".to_owned(), Standing::Unchecked);
    assert_eq!(threshold("2022-12-31"), Some(of_set));
    assert_eq!(threshold("2023-01-01"), Some(own));
    assert_eq!(threshold("2024-01-01"), None);
}
