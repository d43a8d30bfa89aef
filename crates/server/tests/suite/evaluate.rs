//! Figures and catalogs from a shell: what is judged, and what is told of what cannot be read.

use std::path::Path;

use serde_json::Value;

use crate::command_line::{run, said};

const SET: [&str; 4] = ["standard", "evaluate", "--set", "xa-ntm-2021-2025"];

/// Judges a file for Tây Nguyên in 2023; gives the exit code and the answer.
fn evaluate(csv: &str, more: &[&str]) -> (i32, Value) {
    let (code, text) = told(csv, &[more, &["--json"]].concat());
    (code, serde_json::from_str(&text).unwrap())
}

fn told(csv: &str, more: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("so-lieu.csv");
    std::fs::write(&file, csv).unwrap();
    let usual = ["--region", "tay-nguyen", "--year", "2023", "--values", file.to_str().unwrap()];
    let output = run(&folder.path().join("data"), &[&SET[..], &usual, more].concat());
    let error = String::from_utf8_lossy(&output.stderr);
    (output.status.code().unwrap(), said(&output) + &error)
}

fn line<'a>(answer: &'a Value, unit: usize, code: &str) -> &'a Value {
    let lists = ["indicators", "conditions"].map(|list| &answer["units"][unit][list]);
    let mut lines = lists.into_iter().flat_map(|list| list.as_array().unwrap());
    lines.find(|line| line["code"] == code).unwrap()
}

#[test]
fn a_figure_is_answered_with_threshold_gap_and_what_it_takes() {
    let csv = "indicator,numerator,unit,denominator,value\n\
               9.2,72,23668,100,\n10.1,,23668,,47\n1.1,,23668,,đạt\n9.1,,23668,,0\n\
               15.3,,23668,,20\nkhong-no-dong,,23668,,true\n";
    let (code, answer) = evaluate(csv, &[]);
    assert_eq!(code, 0, "{answer}");
    let houses = line(&answer, 0, "9.2");
    assert_eq!(houses["outcome"], "not_met");
    assert_eq!((&houses["value"], &houses["gap"]), (&72.into(), &3.into()));
    assert_eq!((&houses["numerator"], &houses["denominator"]), (&72.into(), &100.into()));
    let threshold = &houses["threshold"];
    assert_eq!((&threshold["value"], &threshold["compare"]), (&75.into(), &"at_least".into()));
    assert_eq!((&threshold["region"], &threshold["year"]), (&"tn".into(), &2023.into()));
    assert_eq!(threshold["source"], "Phụ lục I Quyết định 318/QĐ-TTg");
    assert_eq!(threshold["checked"], "unchecked");
    assert_eq!(houses["needed"]["amount"], 3);
    assert_eq!(houses["needed"]["text"], "còn thiếu 3 hộ để đạt 75%");
    assert_eq!(line(&answer, 0, "10.1")["outcome"], "met");
    assert_eq!(line(&answer, 0, "1.1")["value"], true);
    assert_eq!(line(&answer, 0, "9.1")["outcome"], "met", "zero is a value");
    assert_eq!(line(&answer, 0, "15.3")["outcome"], "person_must_decide");
    assert_eq!(line(&answer, 0, "15.3")["threshold"], Value::Null, "unknown, not zero");
    assert_eq!(line(&answer, 0, "khong-no-dong")["outcome"], "met");
    assert_eq!(line(&answer, 0, "1.2")["outcome"], "not_reported");
    let unit = &answer["units"][0];
    assert_eq!((&unit["outcome"], &unit["criteria_total"]), (&"not_met".into(), &19.into()));
    assert_eq!(unit["criteria_met"], 1, "10, Thu nhập: its one indicator is met");
    assert_eq!(unit["missing"].as_array().unwrap().len(), 57 - 5 + 2);
}

/// Each cell that is not certain is told with its row and column, and costs no other row.
#[test]
fn bad_rows_are_told_and_good_ones_answered() {
    let rows = [
        ("a,9.2,,12,", "denominator", "chưa ghi gì"),
        ("a,4.2,,12,0", "denominator", "mẫu số bằng 0"),
        ("a,3.1,140,,", "value", "lớn hơn 100%"),
        ("a,11.1,,13,12", "numerator", "tử số lớn hơn mẫu số"),
        ("a,99.9,1,,", "indicator", "không có chỉ tiêu này"),
        ("a,10.1,\"1.234,5\",,", "value", "viết 1234.5"),
        ("a,15.1,98 %,,", "value", "viết 98"),
        ("a,6.3,đạt,,", "value", "không ghi đạt"),
        (",10.1,47,,", "unit", "chưa ghi đơn vị"),
        ("b,10.1,47,,", "", ""),
        ("b,10.1,47,,", "indicator", "ở dòng 11 với cùng số liệu"),
        ("b,12.1,70,,", "", ""),
        ("b,12.1,71,,", "indicator", "ở dòng 13 nhưng số liệu khác nhau"),
        ("b,17.4,2,5,,,9", "6", "nhiều ô hơn số cột"),
    ];
    let csv: String = rows.iter().map(|(row, ..)| format!("{row}\n")).collect();
    let (code, answer) =
        evaluate(&format!("unit,indicator,value,numerator,denominator\n{csv}"), &[]);
    assert_eq!(code, 1);
    let faults = answer["faults"].as_array().unwrap();
    let wanted: Vec<_> =
        (2..).zip(&rows).filter(|(_, (_, column, _))| !column.is_empty()).collect();
    assert_eq!(faults.len(), wanted.len(), "{faults:#?}");
    for (fault, (row, (_, column, words))) in faults.iter().zip(wanted) {
        let message = fault["message"].as_str().unwrap();
        assert_eq!((fault["row"].as_u64(), &fault["column"]), (Some(row), &(*column).into()));
        assert!(message.starts_with(&format!("dòng {row}, cột {column}, “")), "{message}");
        assert!(message.contains(words), "{message}");
    }
    let units = answer["units"].as_array().unwrap();
    assert_eq!(units.len(), 2, "a unit without a good row is still a unit");
    assert_eq!(line(&answer, 1, "10.1")["outcome"], "met");
    assert_eq!(line(&answer, 1, "12.1")["outcome"], "not_reported", "neither of two that differ");
}

#[test]
fn a_spreadsheet_of_an_office_is_read() {
    let csv = "\u{feff}Unit;Value;Indicator\nSơ Tor;47;10.1\n\n";
    let (code, answer) = evaluate(csv, &[]);
    assert_eq!((code, &answer["units"][0]["unit"]), (0, &"Sơ Tor".into()));
    let (code, answer) = evaluate("unit,indicator,value,ghi chú\na,10.1,47,tốt\n", &[]);
    assert_eq!((code, &answer["faults"][0]["column"]), (1, &"4".into()));
    assert_eq!(line(&answer, 0, "10.1")["outcome"], "met");
}

/// How its lines end, its lines, rows with words of their faults, and how many units it has.
type HostileFile<'a> = (&'a str, Vec<&'a str>, &'a [(u64, &'a str)], usize);

/// Files as spreadsheets and hands leave them: each fault in its own row, no good row lost.
#[test]
fn hostile_files_lose_no_good_row() {
    let head = "unit,indicator,value,numerator,denominator";
    let good = "Leng,9.2,,72,100";
    let long = "x".repeat(2_000_000);
    let nine = "9".repeat(2_000_000);
    let decomposed = "Kle\u{302}\u{301}ch,10.1,50,,";
    let cases: &[HostileFile<'_>] = &[
        ("\r\n", vec![head, good, "Leng,10.1,x,,"], &[(3, "không phải một con số")], 1),
        ("\r", vec![head, good, "Leng,10.1,x,,"], &[(3, "không phải một con số")], 1),
        ("\n", vec![head, "\"Nam Cao,9.2,,80,100", good], &[(2, "mà không đóng")], 1),
        ("\n", vec![head, "\"Nam, Cao\",9.2,,80,100", good], &[], 2),
        ("\n", vec![head, &long, good], &[(2, "dài quá 200 chữ")], 1),
        ("\n", vec![head, "\u{1b}[31mđỏ,9.2,,1,2", good], &[(2, "không đọc được")], 1),
        ("\n", vec![head, decomposed, "Klếch,9.2,,72,100", "Klếch ,1.1,đạt,,"], &[], 1),
        ("\n", vec![head, "Nam   Cao,9.2,,72,100", "Nam\u{a0}Cao,10.1,50,,"], &[], 1),
        (
            "\r\n",
            vec!["sep=;", "unit;indicator;value", "Leng;10.1;1.234,5", "Leng;9.2;72"],
            &[(3, "viết 1234.5")],
            1,
        ),
        (
            "\n",
            vec![head, good, "Leng,9.2,,73,100", good, "Leng,10.1,50,,"],
            &[(3, "ở dòng 2 nhưng số liệu khác"), (4, "ở dòng 2 nhưng số liệu khác")],
            1,
        ),
    ];
    for (end, rows, wanted, units) in cases {
        let (code, answer) = evaluate(&rows.join(end), &[]);
        assert_eq!(code, i32::from(!wanted.is_empty()), "{wanted:?}");
        let faults = answer["faults"].as_array().unwrap();
        assert_eq!(faults.len(), wanted.len(), "{faults:?}");
        for (fault, (row, words)) in faults.iter().zip(*wanted) {
            let message = fault["message"].as_str().unwrap();
            assert_eq!(fault["row"], *row, "{message}");
            assert!(message.contains(words), "{message}");
            assert!(message.chars().count() < 250 && !message.contains('\u{1b}'), "{message}");
        }
        assert_eq!(answer["units"].as_array().unwrap().len(), *units, "{wanted:?}");
    }
    let huge = format!("{head}\nLeng,10.1,{nine},,\n");
    let (code, answer) = evaluate(&huge, &[]);
    assert_eq!((code, answer["faults"].as_array().unwrap().len()), (2, 1), "no figure was read");
}

#[test]
fn what_cannot_be_judged_at_all_is_one_sentence() {
    let good = "unit,indicator,value\na,10.1,47\n";
    let cases: [(&str, &[&str], &str); 9] = [
        ("", &[], "không có dòng nào"),
        ("unit,indicator,value\n\n", &[], "chưa có dòng số liệu nào"),
        ("unit,value\n", &[], "thiếu cột “indicator”"),
        ("unit,indicator,numerator\n", &[], "thiếu cột “value”"),
        ("unit,unit,indicator,value\n", &[], "hai cột “unit”"),
        (good, &["--region", "tay"], "không có vùng “tay”"),
        (good, &["--set", "x"], "lang-ntm-gia-lai"),
        (good, &["--set", "lang-ntm-gia-lai"], "hãy bỏ --region"),
        (good, &["--values", "/nowhere.csv"], "không đọc được"),
    ];
    for (csv, more, words) in cases {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("so-lieu.csv");
        std::fs::write(&file, csv).unwrap();
        let mut arguments: Vec<&str> =
            [&SET[..], &["--region", "tay-nguyen", "--year", "2023"]].concat();
        arguments.extend(["--values", file.to_str().unwrap()]);
        for pair in more.chunks(2) {
            let at = arguments.iter().position(|known| *known == pair[0]).unwrap();
            arguments[at + 1] = pair[1];
        }
        let output = run(&folder.path().join("data"), &arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.starts_with("chungsuc: ") && error.contains(words), "{error}");
    }
}

#[test]
fn people_read_it_in_words() {
    let csv = "unit,indicator,value,numerator,denominator\nSơ Tor,9.2,,72,100\nSơ Tor,11.1,,5,50\n";
    let (code, text) = told(csv, &[]);
    assert_eq!(code, 0);
    for words in [
        "Sơ Tor: đạt 0/19 tiêu chí – chưa đạt",
        "còn thiếu 3 hộ để đạt 75%",
        "phải giảm 2 hộ để không quá 7%",
        "chưa kiểm chứng",
        "Chưa có số liệu: 1.1, 1.2",
    ] {
        assert!(text.contains(words), "{text}");
    }
    let (_, english) = told(csv, &["--language", "en"]);
    assert!(english.contains("3 hộ missing to reach 75%"), "{english}");
}

#[test]
fn a_province_lays_its_own_values_on_the_standard() {
    let folder = tempfile::tempdir().unwrap();
    let overlay = folder.path().join("tinh.toml");
    let text = "[overlay]\nid = \"t\"\nfrom = \"2022-01-01\"\nchecked = \"unchecked\"\n\
                source = { document = \"Quyết định 12/QĐ-UBND\" }\n\
                value = { standard = \"xa-ntm-2021-2025\", issuer = \"Tỉnh A\" }\n\
                [[level]]\nindicator = \"2.1\"\nvalue = \"100\"\n";
    std::fs::write(&overlay, text).unwrap();
    let csv = "unit,indicator,value,numerator,denominator\na,2.1,,9,10\n";
    assert_eq!(line(&evaluate(csv, &[]).1, 0, "2.1")["outcome"], "person_must_decide");
    let (_, answer) = evaluate(csv, &["--overlay", overlay.to_str().unwrap()]);
    let road = line(&answer, 0, "2.1");
    assert_eq!((&road["outcome"], &road["threshold"]["overlay"]), (&"not_met".into(), &"t".into()));
    assert_eq!(road["needed"]["text"], "còn thiếu 1 km để đạt 100%");
    std::fs::write(&overlay, text.replace("2.1", "0.0")).unwrap();
    let (code, said) = told(csv, &["--overlay", overlay.to_str().unwrap()]);
    assert!(code == 2 && said.contains("mức riêng"), "{said}");
}

#[test]
fn a_catalog_is_checked_to_the_last_fault() {
    let folder = tempfile::tempdir().unwrap();
    let check = |more: &[&str]| {
        let arguments = [&["catalog", "check"], more].concat();
        let output = run(&folder.path().join("data"), &arguments);
        (output.status.code().unwrap(), said(&output))
    };
    let (code, text) = check(&[]);
    assert!(code == 0 && text.contains("không có lỗi"), "{text}");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let (code, text) = check(&[shipped.to_str().unwrap()]);
    assert!(code == 0 && text.contains("không có lỗi"), "{text}");

    let faulty = folder.path().join("danh-muc");
    std::fs::create_dir_all(faulty.join("papers")).unwrap();
    let row = "[[base_salary]]\nid = \"a\"\nfrom = \"2020-01-01\"\nto = \"2019-01-01\"\nvalue = 1\n\
               source = { document = \"\" }\nchecked = \"unchecked\"\n";
    std::fs::write(faulty.join("salary.toml"), format!("{row}{row}")).unwrap();
    std::fs::write(faulty.join("papers/layout.toml"), "[page]\nwidth_mm = \"x\"\n").unwrap();
    std::fs::write(faulty.join("broken.toml"), "[x\n").unwrap();
    std::fs::write(faulty.join("bytes.toml"), b"# t\xe1\xbb\x87p\n\n# t\xff\n").unwrap();
    std::fs::create_dir_all(faulty.join("papers/templates")).unwrap();
    std::fs::write(faulty.join("papers/templates/x.toml"), "abstract = \"\"\nbodi = []\n").unwrap();
    let share = row.replace("base_salary", "survey_share").replace("2019-01-01", "2021-01-01");
    std::fs::write(faulty.join("surveys.toml"), share.replace("value = 1", "value = \"160\""))
        .unwrap();
    let faulty = faulty.to_str().unwrap();
    let (code, text) = check(&[faulty]);
    assert_eq!(code, 1);
    for words in [
        "broken.toml:1: tệp không đúng cú pháp",
        "papers/layout.toml:",
        "bytes.toml:3: tệp không viết bằng UTF-8",
        "papers/templates/x.toml:2: mục thiếu",
        "surveys.toml:1: mức nằm ngoài khoảng",
        "salary.toml:1: ngày cuối",
        "salary.toml:8: mỗi giá trị phải ghi văn bản nguồn",
    ] {
        assert!(text.contains(words), "{text}");
    }
    let (_, text) = check(&[faulty, "--json", "--language", "en"]);
    let answer: Value = serde_json::from_str(&text).unwrap();
    let id_twice = answer["faults"].as_array().unwrap().iter().find(|one| one["rule"] == "id-once");
    assert_eq!(id_twice.unwrap()["line"], 8);
    let nowhere = run(&folder.path().join("data"), &["catalog", "check", "/nowhere"]);
    assert_eq!(nowhere.status.code(), Some(1));
}
