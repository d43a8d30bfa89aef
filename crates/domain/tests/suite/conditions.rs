//! Conditions as the catalog's reader takes them: what is understood, and what is told of the rest.

use crate::catalog_files;
use chungsuc_domain::catalog::{Catalog, CatalogRule};
use chungsuc_domain::eligibility::{Condition, Fact, Function};

#[test]
fn a_condition_knows_what_it_speaks_of() {
    let text = r#"exemplary && (in_a_row("x") >= 2 || task_result in ["good", "excellent"])"#;
    let condition = Condition::parse(text).unwrap();
    assert_eq!(condition.source(), text);
    assert_eq!(condition.facts().collect::<Vec<_>>(), [Fact::Exemplary, Fact::TaskResult]);
    assert_eq!(condition.calls().collect::<Vec<_>>(), [(Function::InARow, "x")]);
}

#[test]
fn what_is_no_condition_is_told() {
    let cases = [
        ("exemplari", "there is no fact exemplari"),
        ("exemplary &&", ""),
        ("members", "a condition is yes or no, not a number"),
        ("members && exemplary", "&& does not go with a number, yes or no"),
        ("members >= \"3\"", ">= does not go with a number, a code"),
        ("exemplary == 1", "yes or no is compared with a number"),
        ("task_result == \"great\"", "“great” is none of excellent, good, done, not_done"),
        ("task_result in [\"good\", \"great\"]", "“great” is none of"),
        ("trade == task_result", "a code is compared with a code"),
        ("in_a_row(\"x\")", "not a number"),
        ("in_a_row(members) > 1", "in_a_row takes the code of one award"),
        ("in_a_row(\"x\", \"y\") > 1", "in_a_row takes the code of one award"),
        ("size(\"x\") > 1", "size does not go with a code"),
        ("[1, 2].exists(x, x > 1)", "no part of the language of conditions"),
        ("members.size() > 1", "there is no size to be called on a value"),
        ("members > 1.5", "only yes or no, whole numbers and codes are known"),
        ("members / 2 > 1", "/ does not go with a number, a number"),
        ("\"a\" == \"a\"", "a code is compared with a code"),
        ("", ""),
    ];
    for (text, wanted) in cases {
        let fault = Condition::parse(text).unwrap_err();
        assert!(fault.message.contains(wanted), "{text}: {}", fault.message);
    }
}

/// One condition, with an expression in the place of `HOLDS`.
const ROW: &str = r#"
[award]
code = "a"
short = "A"
name = "A"
class = "title"
subjects = ["individual"]

[[requirement]]
id = "dieu-kien.a"
from = "2024-01-01"
source = { document = "Luật" }
checked = "unchecked"
[requirement.value]
matter = "tieu-chuan"
text = "Điều kiện"
effect = "block"
holds = HOLDS
"#;

#[test]
fn a_faulty_condition_is_told_with_its_line_and_rule() {
    let several = "'''\nexemplary\n    && unitet'''";
    let cases = [
        ("'exemplari'", 18, CatalogRule::Condition),
        (several, 20, CatalogRule::Condition),
        ("'members == \"3\"'", 18, CatalogRule::Condition),
        ("'times(\"b\") > 1'", 18, CatalogRule::Reference),
        ("3", 18, CatalogRule::Shape),
    ];
    for (holds, line, rule) in cases {
        let text = ROW.replace("HOLDS", holds);
        let found = Catalog::parse(&[("a.toml", &text)]).unwrap_err();
        let told: Vec<_> = found.iter().map(|fault| (fault.line, fault.rule)).collect();
        assert_eq!(told, [(line, rule)], "{holds}: {found:?}");
    }
    let sound = ROW.replace("HOLDS", "'times(\"a\") > 1'");
    assert!(Catalog::parse(&[("a.toml", &sound)]).is_ok());
    let twice = format!("{sound}{}", &sound[sound.find("[[requirement]]").unwrap()..]);
    let found = Catalog::parse(&[("a.toml", &twice.replacen("dieu-kien.a", "b", 1))]).unwrap_err();
    assert_eq!((found.len(), found[0].rule), (1, CatalogRule::Overlap));
}

#[test]
fn an_overlay_replaces_only_what_is_there() {
    let overlay = |replaces: &str| {
        format!(
            "[overlay]\nid = \"o\"\nfrom = \"2024-01-01\"\nsource = {{ document = \"QĐ\" }}\n\
             checked = \"unchecked\"\nvalue = {{ issuer = \"Tỉnh\", replaces = [\"{replaces}\"] }}\n"
        )
    };
    let with = |text: String| {
        let mut files = catalog_files();
        files.push(("o.toml".to_owned(), text));
        let files: Vec<_> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
        Catalog::parse(&files)
    };
    let laid = with(overlay("giay-khen-xa/tieu-chuan-cua-tinh")).unwrap();
    assert_eq!(laid.law_overlays().len(), 1);
    let found = with(overlay("giay-khen-xa/tieu-chuan-cua-huyen")).unwrap_err();
    assert_eq!((found.len(), found[0].rule), (1, CatalogRule::Reference));
}

#[test]
fn the_documentation_names_every_fact_and_every_question() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/award-check.md");
    let text = std::fs::read_to_string(file).unwrap();
    for fact in Fact::ALL {
        assert!(text.contains(&format!("| `{fact}` |")), "{fact}");
    }
    for function in Function::ALL {
        assert!(text.contains(&format!("`{function}(\"award\")`")), "{function}");
    }
}
