//! The program from a shell: what an administrator types, and one clear sentence when it goes wrong.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn chungsuc(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chungsuc"));
    // A settings file of the folder that the tests run in must not be read.
    let here = data.ancestors().find(|folder| folder.is_dir() && *folder != data).unwrap();
    command.args(arguments).arg("--data").arg(data).current_dir(here);
    for name in ["CONFIG", "DATA", "DATABASE", "LISTEN", "HTTPS", "TODAY", "LOG"] {
        command.env_remove(format!("CHUNGSUC_{name}"));
    }
    command
}

pub(crate) fn run(data: &Path, arguments: &[&str]) -> Output {
    chungsuc(data, arguments).stdin(Stdio::null()).output().unwrap()
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[track_caller]
fn well(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    said(&output)
}

/// The one sentence of a failure.
#[track_caller]
fn sentence(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", said(output));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.starts_with("chungsuc: ") && !text.contains("panicked"), "{text}");
    text
}

/// A folder with a fresh commune in `data`.
fn commune() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let said = well(run(
        &folder.path().join("data"),
        &["init", "--commune", "23668", "--name", "Tơ Tung"],
    ));
    assert!(said.contains("Mật khẩu"), "{said}");
    folder
}

#[test]
fn an_office_is_set_up_once_and_its_password_is_never_a_usual_one() {
    let folder = commune();
    let data = folder.path().join("data");
    let again = run(&data, &["init", "--commune", "23668", "--name", "Tơ Tung"]);
    assert!(sentence(&again).contains("đã có ở đây"));
    let other = commune();
    let passwords = [folder.path(), other.path()].map(|path| {
        let json = run(
            &path.join("data"),
            &[
                "user",
                "add",
                "--commune",
                "23668",
                "truonglang",
                "--name",
                "Đinh Hrơ",
                "--role",
                "village_head@23668",
                "--json",
            ],
        );
        let answer: serde_json::Value = serde_json::from_str(&well(json)).unwrap();
        answer["password"].as_str().unwrap().to_owned()
    });
    assert_ne!(passwords[0], passwords[1]);
}

#[test]
fn wrong_roles_units_and_logins_are_named() {
    let folder = commune();
    let data = folder.path().join("data");
    let add = |login: &str, role: &str| {
        let arguments = ["user", "add", "--commune", "23668", login, "--name", "A", "--role", role];
        sentence(&run(&data, &arguments))
    };
    assert!(add("abc", "root@23668").contains("village_head"));
    assert!(add("abc", "accountant@99999").contains("99999"));
    assert!(add("Trưởng làng", "accountant@23668").contains("login"));
    assert!(add("quantri", "accountant@23668").contains("login"));
}

#[test]
fn the_journal_is_walked_and_a_broken_one_is_told() {
    let folder = commune();
    let data = folder.path().join("data");
    assert!(well(run(&data, &["journal", "verify"])).contains("nguyên vẹn"));
    let database = rusqlite::Connection::open(data.join("chungsuc.db")).unwrap();
    let alter = "DROP TRIGGER journal_keeps_values; UPDATE journal SET actor = 'x' WHERE seq = 2";
    database.execute_batch(alter).unwrap();
    let output = run(&data, &["journal", "verify", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let answer: serde_json::Value = serde_json::from_str(&said(&output)).unwrap();
    assert_eq!(answer["broken"][0]["seq"], 2);
    assert_eq!(answer["broken"][0]["fault"], "altered");
}

#[test]
fn a_backup_is_made_restored_and_never_overwritten_unasked() {
    let folder = commune();
    let (data, backup) = (folder.path().join("data"), folder.path().join("copy.db"));
    let backup = backup.to_str().unwrap();
    well(run(&data, &["backup", backup]));
    assert!(sentence(&run(&data, &["backup", backup])).contains("đã có"));
    assert!(sentence(&run(&data, &["restore", backup])).contains("--force"));
    let elsewhere = folder.path().join("elsewhere");
    well(run(&elsewhere, &["restore", backup]));
    assert!(well(run(&elsewhere, &["journal", "verify"])).contains("23668"));
    well(run(&data, &["restore", backup, "--force"]));
    std::fs::write(folder.path().join("bad.db"), b"not a database").unwrap();
    let bad = folder.path().join("bad.db");
    assert!(
        sentence(&run(&elsewhere, &["restore", bad.to_str().unwrap(), "--force"]))
            .contains("không phải bản sao lưu")
    );
    assert!(well(run(&elsewhere, &["journal", "verify"])).contains("nguyên vẹn"), "still there");
}

#[test]
fn what_stands_in_the_way_is_one_sentence() {
    let folder = commune();
    let data = folder.path().join("data");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    assert!(sentence(&run(&data, &["serve", "--listen", &address])).contains(&address));
    let nowhere = folder.path().join("nowhere");
    assert!(sentence(&run(&nowhere, &["serve"])).contains("chungsuc init"));
    assert!(!nowhere.exists(), "a mistyped folder is not made");
    assert!(sentence(&run(&data, &["serve", "--today", "31/02/2023"])).contains("31/02/2023"));
    let settings = folder.path().join("settings.toml");
    std::fs::write(&settings, "listen = 8080\n").unwrap();
    let broken = run(&data, &["config", "check", "--config", settings.to_str().unwrap()]);
    assert!(sentence(&broken).contains("settings.toml"));
    let file = folder.path().join("a-file");
    std::fs::write(&file, b"").unwrap();
    let blocked = run(&file.join("data"), &["init", "--commune", "1001", "--name", "Xã"]);
    assert!(sentence(&blocked).contains("không ghi được"));
    assert!(well(run(&data, &["config", "check"])).contains("SQLite"));
}

#[test]
fn a_paper_is_checked_and_the_exit_code_says_what_was_found() {
    let folder = tempfile::tempdir().unwrap();
    let check = |bytes: &[u8], more: &[&str]| {
        let file = folder.path().join("van-ban.docx");
        std::fs::write(&file, bytes).unwrap();
        let arguments = [&["paper", "check", file.to_str().unwrap()], more].concat();
        run(&folder.path().join("nowhere"), &arguments)
    };
    let right = check(&paper("Về việc khen thưởng", "UBND"), &[]);
    assert!(well(right).contains("Không thấy chỗ nào sai thể thức"));
    let wrong = paper("Về việc khen thưởng", "UBND-TĐKT/X");
    let told = check(&wrong, &[]);
    assert_eq!((told.status.code(), said(&told).contains("không có dấu cách")), (Some(1), true));
    let told = check(&wrong, &["--language", "en", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&said(&told)).unwrap();
    assert_eq!(answer["findings"][0]["rule"], "number-form");
    assert!(answer["findings"][0]["message"].as_str().unwrap().contains("a colon after"));
    for (bytes, more, sentence) in [
        (b"not a paper".as_slice(), &[][..], "không phải tệp DOCX"),
        (&wrong, &["--date", "31/02/2023"], "không phải là ngày"),
        (&wrong, &["--date", "01/01/2020"], "--date"),
    ] {
        let refused = check(bytes, more);
        let words = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2));
        assert!(words.contains(sentence), "{words}");
    }
}

/// A decision of the commune. The person is invented.
fn paper(about: &str, body: &str) -> Vec<u8> {
    use chungsuc_press::{Block, Capacity, Document, Header, Issuer, Number, Signature, docx};
    let header = Header {
        issuer: Issuer::body(
            "Ủy ban nhân dân xã Tơ Tung",
            Some(Number { serial: Some(5), symbol: format!("QĐ-{body}") }),
        ),
        place: Some("Tơ Tung".into()),
        date: Some(jiff::civil::date(2023, 2, 8)),
    };
    let signature =
        Signature { capacity: Capacity::head("Chủ tịch"), name: "Đinh Hlưi".into() };
    let document = Document {
        kind: Some("Quyết định".into()),
        body: vec![Block::Article {
            number: 1, text: "Tặng Giấy khen cho làng Sơ Tor.".into()
        }],
        recipients: vec!["Lưu: VT".into()],
        ..Document::new(header, about, signature)
    };
    docx(&document, &chungsuc_server::catalog::layout().unwrap()).unwrap()
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let folder = commune();
    let data = folder.path().join("data");
    let database = rusqlite::Connection::open(data.join("chungsuc.db")).unwrap();
    database.execute("INSERT INTO schema_version (version) VALUES (9999)", []).unwrap();
    assert!(sentence(&run(&data, &["serve"])).contains("9999"));
    assert!(sentence(&run(&data, &["config", "check"])).contains("9999"));
}

#[test]
fn a_list_of_units_with_faults_is_told_line_by_line() {
    let folder = commune();
    let data = folder.path().join("data");
    let list = folder.path().join("units.csv");
    let head = "code,name,kind,parent,valid_from,valid_to,successor\n";
    std::fs::write(&list, format!("{head}1,Xã,commune,,2025-07-01,,\n01,Xã,xa,,2025-07-01,,\n"))
        .unwrap();
    let list = list.to_str().unwrap();
    let told = sentence(&run(&data, &["units", "import", list, "--commune", "23668"]));
    assert!(told.contains("dòng 2 code") && told.contains("dòng 3 kind"), "{told}");
    std::fs::write(list, format!("{head}01,Xã Một,commune,,2025-07-01,,\n")).unwrap();
    let told = well(run(&data, &["units", "import", list, "--commune", "23668"]));
    assert!(told.contains("1 đơn vị"), "{told}");
}

const PLAN: &str = "UBND XÃ SUỐI BẠC\nSố: 07/KH-UBND\nSuối Bạc, ngày 06 tháng 3 năm 2026\n\n\
    KẾ HOẠCH\nPhát động phong trào thi đua “Suối Bạc xanh”\n\n\
    I. MỤC ĐÍCH\n\nPhấn đấu đến năm 2027 đạt chuẩn xã xanh.\n\n\
    TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Thị Thử Nghiệm\n";

#[test]
fn a_plan_is_read_for_people_and_for_machines() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ke-hoach.txt");
    std::fs::write(&file, PLAN).unwrap();
    let read = |arguments: &[&str]| {
        let mut all = vec!["plan", "read", file.to_str().unwrap()];
        all.extend(arguments);
        well(run(folder.path(), &all))
    };
    let told = read(&[]);
    assert!(told.contains("Số, ký hiệu: 07/KH-UBND\n"), "{told}");
    assert!(told.contains("Phong trào thi đua: Suối Bạc xanh\n"), "{told}");
    assert!(told.contains("Chỉ tiêu 1: chuẩn xã xanh · đến năm 2027 [?]\n"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(&["--json"])).unwrap();
    assert_eq!(json["signer"]["name"], "Lò Thị Thử Nghiệm");
    assert_eq!(json["sources"]["number"]["line"], 2);
}

#[test]
fn what_cannot_be_read_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let decision = write("qd.txt", "QUYẾT ĐỊNH\nVề việc khen thưởng\n".as_bytes());
    let cases = [
        (decision.clone(), "là Quyết định, không phải Kế hoạch"),
        (write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), "Tệp này là bản chụp"),
        (folder.path().join("none.txt").to_str().unwrap().to_owned(), "không đọc được"),
    ];
    for (file, why) in cases {
        let said = sentence(&run(folder.path(), &["plan", "read", &file]));
        assert!(said.contains(why), "{said}");
    }
    let letter = write("thu.txt", "Hôm nay trời đẹp, mai lại mưa.\n".as_bytes());
    let said = sentence(&run(folder.path(), &["paper", "read", &letter]));
    assert!(said.contains("không phải văn bản hành chính"), "{said}");
    let told = well(run(folder.path(), &["paper", "read", &decision]));
    assert!(told.contains("Loại văn bản: Quyết định\n"), "{told}");
}

#[test]
fn a_certificate_is_checked_offline() {
    use chungsuc_domain::proof::{Code, PrivateKey, Revoked, RevokedList, Statement};
    let key = PrivateKey::from_seed(&[3; 32]);
    let code = key.sign(&Statement {
        decision: "5/QĐ-UBND".into(),
        date: "2023-02-08".parse().unwrap(),
        entry: 2,
        issuer: "23668".into(),
        award: "giay-khen-xa".into(),
        recipient: "Bà Phan Quế Chi".into(),
    });
    let (code, key) = (code.to_string(), key.public().to_string());
    let folder = tempfile::tempdir().unwrap();
    let verify = |arguments: &[&str]| {
        run(&folder.path().join("none"), &[&["certificate", "verify"], arguments].concat())
    };
    assert!(well(verify(&[&code, "--key", &key])).contains("Bà Phan Quế Chi"));
    let answer = well(verify(&[&code, "--key", &key, "--json"]));
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!((&answer["entry"], &answer["date"]), (&2.into(), &"2023-02-08".into()));
    assert_eq!(answer["revoked"], serde_json::Value::Null, "nobody has told it");
    let secret = PrivateKey::from_seed(&[3; 32]);
    let number = code.parse::<Code>().unwrap().short_number();
    let list = |name: &str, issuer: &str, key: &PrivateKey, numbers: &[&str]| {
        let line = |number: &&str| Revoked {
            number: (*number).to_owned(),
            on: "2024-05-14".parse().unwrap(),
            decision: "118/QĐ-UBND".into(),
        };
        let lines = numbers.iter().map(line).collect();
        let list = RevokedList { issuer: issuer.into(), on: "2024-06-01".parse().unwrap(), lines };
        let path = folder.path().join(name);
        std::fs::write(&path, format!("{}\r\n", key.sign_revoked(list))).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let none = list("none.txt", "23668", &secret, &["5/2023-03-ABCDEF"]);
    let told = well(verify(&[&code, "--key", &key, "--revoked", &none]));
    assert!(told.contains("không bị thu hồi, tính đến 01/06/2024"), "{told}");
    let gone = list("gone.txt", "23668", &secret, &[&number]);
    let told = sentence(&verify(&[&code, "--key", &key, "--revoked", &gone]));
    assert!(told.contains("ĐÃ BỊ THU HỒI theo Quyết định 118/QĐ-UBND ngày 14/05/2024"), "{told}");
    let json = verify(&[&code, "--key", &key, "--revoked", &gone, "--json"]);
    assert_eq!(json.status.code(), Some(1));
    let foreign = list("foreign.txt", "23669", &secret, &[&number]);
    assert!(sentence(&verify(&[&code, "--key", &key, "--revoked", &foreign])).contains("23669"));
    let newer = PrivateKey::from_seed(&[5; 32]);
    let later = list("later.txt", "23668", &newer, &[]);
    let told = sentence(&verify(&[&code, "--key", &key, "--revoked", &later]));
    assert!(told.contains("--revoked-key"), "{told}");
    let newer = newer.public().to_string();
    let with = ["--key", &key, "--revoked", &later, "--revoked-key", &newer];
    well(verify(&[&[code.as_str()], &with[..]].concat()));
    let other = PrivateKey::from_seed(&[4; 32]).public().to_string();
    assert!(sentence(&verify(&[&code, "--key", &other])).contains("khóa khác"));
    assert!(sentence(&verify(&[&code, "--key", "ABC"])).contains("khóa công khai không đúng"));
    assert!(sentence(&verify(&[&code[..60], "--key", &key])).contains("không đọc được mã"));
    let middle = code.len() / 2;
    let letter = if &code[middle..=middle] == "B" { "C" } else { "B" };
    let forged = format!("{}{letter}{}", &code[..middle], &code[middle + 1..]);
    assert_eq!(verify(&[&forged, "--key", &key]).status.code(), Some(1));
    assert!(sentence(&verify(&[&code])).contains("chungsuc init"), "no data, so no keys");
}
