//! `award check` and `reward` from a shell: verdicts, exit codes, and one sentence for what is wrong.

use std::process::Output;

use crate::command_line::{run, said};

/// Runs the command over one proposal.
fn check(proposal: &str, more: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("de-nghi.json");
    std::fs::write(&file, proposal).unwrap();
    let mut arguments = vec!["award", "check", file.to_str().unwrap()];
    arguments.extend(more);
    run(&folder.path().join("data"), &arguments)
}

fn reward(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let all: Vec<&str> = ["reward"].into_iter().chain(arguments.iter().copied()).collect();
    run(&folder.path().join("data"), &all)
}

const CLEAR: &str = r#""under_discipline": false, "under_investigation": false,
    "under_inspection": false, "under_complaint": false, "under_press_matter": false"#;

fn fighter(facts: &str) -> String {
    format!(
        r#"{{ "contestant": {{ "kind": "individual", "name": "Đặng Đại Bàng" }},
        "award": "CSTDCS", "date": "2025-12-20", "decided_by": "commune",
        "facts": {{ {facts} {CLEAR} }},
        "earlier": [
            {{ "award": "lao động  tiên tiến", "year": 2025, "on": "2025-12-01", "name": "Đặn g Đại Bàng" }},
            {{ "award": "GKX", "year": 2024, "name": "Đinh Hrơ" }}
        ] }}"#
    )
}

#[test]
fn a_verdict_has_its_exit_code_and_its_clauses() {
    let answer = check(&fighter(r#""task_result": "excellent","#), &["--json"]);
    let json: serde_json::Value = serde_json::from_str(&said(&answer)).unwrap();
    assert_eq!((answer.status.code(), json["verdict"].as_str()), (Some(0), Some("eligible")));
    assert_eq!(json["regime"], "R3");
    let findings = json["findings"].as_array().unwrap();
    let standard = findings.iter().find(|one| one["about"] == "tieu-chuan").unwrap();
    assert_eq!(standard["rule"]["source"], "Điều 23 Luật Thi đua, khen thưởng 06/2022/QH15");
    assert_eq!(standard["rule"]["standing"], "read");
    assert_eq!(json["not_counted"][0]["why"], "other-name");

    let answer = check(&fighter(r#""task_result": "good", "initiative_reach": "none","#), &[]);
    assert_eq!(answer.status.code(), Some(1));
    let words = said(&answer);
    assert!(words.contains("KHÔNG ĐỦ ĐIỀU KIỆN") && words.contains("Điều 23"), "{words}");
    assert!(words.contains("hoàn thành tốt") && words.contains("giấy ghi tên khác"), "{words}");

    let answer = check(&fighter(""), &["--json", "--language", "en"]);
    let json: serde_json::Value = serde_json::from_str(&said(&answer)).unwrap();
    assert_eq!(answer.status.code(), Some(2));
    let findings = json["findings"].as_array().unwrap();
    let standard = findings.iter().find(|one| one["about"] == "tieu-chuan").unwrap();
    let missing: Vec<_> = standard["missing"].as_array().unwrap().iter().collect();
    assert!(missing.contains(&&serde_json::json!("task_result")), "{missing:?}");
}

#[test]
fn what_cannot_be_understood_is_one_sentence_that_names_the_field() {
    let plain = fighter("");
    let cases = [
        (plain.replace("2025-12-20", "20/12/2025"), "date: “20/12/2025”"),
        (plain.replace("CSTDCS", "GKZ"), "award: danh mục không có"),
        (plain.replace("\"individual\"", "\"person\""), "contestant.kind: hãy ghi một trong"),
        (plain.replace("Đặng Đại Bàng", "  "), "contestant.name: chưa ghi"),
        (fighter("\"exemplary\": \"yes\","), "facts.exemplary: hãy ghi một trong: true, false"),
        (fighter("\"members\": -1,"), "facts.members: hãy ghi"),
        (fighter("\"task_result\": \"great\","), "facts.task_result: hãy ghi một trong: excellent"),
        (fighter("\"beautiful\": true,"), "facts.beautiful: không có dữ kiện"),
        (fighter("\"already_awarded\": true,"), "facts.already_awarded: không có dữ kiện"),
        (fighter("\"united\": { \"since\": \"2025-01-01\" },"), "facts.united.value: còn thiếu"),
        (plain.replace("\"year\": 2024, ", ""), "earlier[1].year: còn thiếu"),
        (plain.replace("\"award\": \"CSTDCS\"", "\"avard\": \"CSTDCS\""), "avard"),
        (String::new(), "không đúng dạng"),
    ];
    for (proposal, wanted) in cases {
        let answer = check(&proposal, &["--json"]);
        let text = String::from_utf8_lossy(&answer.stderr).into_owned();
        assert_eq!(answer.status.code(), Some(3), "{wanted}: {text}{}", said(&answer));
        assert!(text.starts_with("chungsuc: ") && text.contains(wanted), "{text}");
        assert!(said(&answer).is_empty());
    }
    assert_eq!(run_plain(&["award", "check"]).status.code(), Some(3), "no file is named");
    assert_eq!(run_plain(&["award", "check", "/no/such.json"]).status.code(), Some(3));
}

fn run_plain(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    run(&folder.path().join("data"), arguments)
}

/// A province's own standard of the Giấy khen takes the place of “what the province sets”.
#[test]
fn a_province_lays_its_own_conditions_on_the_law() {
    let household = |day: &str| {
        format!(
            r#"{{ "contestant": {{ "kind": "household", "name": "Hộ ông Đinh Hmunh" }},
            "award": "GKX", "date": "{day}", "earlier": [],
            "facts": {{ "exemplary": true, "contribution": true, {CLEAR} }} }}"#
        )
    };
    let overlay =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/quy-dinh-tinh/bac-ninh-86-2025.toml");
    let with = |day| check(&household(day), &["--overlay", overlay]).status.code();
    assert_eq!(check(&household("2025-12-15"), &[]).status.code(), Some(2));
    assert_eq!((with("2025-12-14"), with("2025-12-15")), (Some(2), Some(0)));
}

#[test]
fn a_faulty_overlay_is_told_with_file_line_and_rule() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tinh.toml");
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../examples/quy-dinh-tinh/bac-ninh-86-2025.toml"
    ))
    .unwrap();
    std::fs::write(&file, text.replace("holds = \"exemplary &&", "holds = \"exemplari &&"))
        .unwrap();
    let answer = check(&fighter(""), &["--overlay", file.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert_eq!(answer.status.code(), Some(3), "{told}");
    assert!(told.contains("tinh.toml:") && told.contains("exemplari"), "{told}");
}

#[test]
fn a_reward_says_how_it_comes_about() {
    let asked = ["--award", "GKX", "--subject", "household", "--on", "2025-08-01", "--json"];
    let answer = reward(&asked);
    let json: serde_json::Value = serde_json::from_str(&said(&answer)).unwrap();
    assert_eq!(answer.status.code(), Some(0));
    assert_eq!(json["amount_vnd"], 1_053_000);
    assert_eq!(json["base_salary_vnd"], 2_340_000);
    assert_eq!(json["rules"].as_array().unwrap().len(), 4);
    assert_eq!(json["settled"], false, "the factor of a household is not checked");

    let words = said(&reward(&asked[..6]));
    assert!(words.contains("1.053.000 đồng") && words.contains("chưa kiểm chứng"), "{words}");
    let closed = reward(&["--award", "GKH", "--subject", "individual", "--on", "2025-07-01"]);
    assert_eq!(closed.status.code(), Some(2));
    let nobody = reward(&["--award", "GKX", "--subject", "nobody", "--on", "2025-07-01"]);
    assert_eq!(nobody.status.code(), Some(3));
    let no_day = reward(&["--award", "GKX", "--subject", "individual", "--on", "hôm qua"]);
    assert!(String::from_utf8_lossy(&no_day.stderr).contains("--on"));
}
