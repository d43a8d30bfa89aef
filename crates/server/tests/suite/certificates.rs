//! Codes on certificates from the decision to the check, replaced keys, blanks and the emblem.

use std::process::Command;

use chungsuc_domain::proof::{Code, PrivateKey};
use chungsuc_server::access::Role;
use chungsuc_server::features::certificates::{keys, replace_key};
use chungsuc_server::features::decisions::{self, Decision};
use chungsuc_server::features::movements;
use chungsuc_store::StoreError;

use crate::harness::*;

/// A picture of two colours, as an office may upload it.
const EMBLEM: &[u8] = include_bytes!("../../../../examples/to-tung/evidence/hop-lang.png");
const PLACES: &str = "SELECT coalesce(old_values, '') || coalesce(new_values, '') FROM journal";

/// The decisions of the example, the newest first.
fn issued(test: &TestApp) -> Vec<Decision> {
    let auditor = test.person(Role::Auditor);
    let movement = movements::current(&test.app, &auditor).unwrap().unwrap();
    let issued = decisions::issued_in(&test.app, &auditor, &movement.id, movement.period).unwrap();
    let find = |one: &decisions::Issued| decisions::find(&test.app, &auditor, &one.id).unwrap();
    let mut found: Vec<_> = issued.iter().map(find).collect();
    found.sort_by_key(|decision| std::cmp::Reverse(decision.issued_on));
    found
}

fn first_code(test: &TestApp) -> Code {
    issued(test)[0].awarded[0].code.as_ref().unwrap().parse().unwrap()
}

on_both_engines! {
    fn every_line_of_an_issued_decision_has_its_own_code(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let key = keys(&test.app, COMMUNE).unwrap();
        assert_eq!(key.len(), 1, "one key, made when it was first needed");
        let mut seen = 0;
        for decision in issued(&test) {
            assert_eq!(decision.key, Some(key[0].public.id().to_string()));
            for line in &decision.awarded {
                let code: Code = line.code.as_ref().unwrap().parse().unwrap();
                let says = code.verify(&key[0].public).unwrap();
                assert_eq!(says.recipient, line.on_paper.recipient);
                assert_eq!(Some(says.decision.as_str()), decision.full_number().as_deref());
                assert_eq!((Some(says.date), says.issuer.as_str()), (decision.issued_on, COMMUNE));
                assert_eq!((i64::from(says.entry), &says.award), (line.seq, &line.award));
                seen += 1;
            }
        }
        assert!(seen > 3);
    }

    fn anybody_checks_a_certificate(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let stranger = test.stranger();
        stranger.get("/kiem-tra").is(200).shows(&keys(&test.app, COMMUNE).unwrap()[0].shown());
        let (decision, code) = (&issued(&test)[0], first_code(&test));
        let name = decision.awarded[0].on_paper.recipient.as_str();
        let check = |text: &str| stranger.post("/kiem-tra", &[("code", text)]);
        check(&code.to_string()).is(200).shows("Giấy khen thật").shows(name);
        check(&code.short_number().to_lowercase()).shows("Giấy khen thật").shows(name);
        // Only what the code itself says: not the next one on the list.
        check(&code.to_string()).hides(&decision.awarded[1].on_paper.recipient);
        let mut altered = code.to_string();
        let last = if altered.pop() == Some('A') { 'Q' } else { 'A' };
        altered.push(last);
        check(&altered).hides("Giấy khen thật").hides(name);
        let mut number = code.short_number();
        number.replace_range(number.len() - 1.., if number.ends_with('A') { "B" } else { "A" });
        check(&number).shows("Không có giấy khen nào mang số này").hides(name);
        check("").is(200).shows("Không đọc được mã");
        let key = &keys(&test.app, COMMUNE).unwrap()[0].public;
        let says = code.verify(key).unwrap();
        let forged = PrivateKey::from_seed(&[1; 32]).sign(says);
        check(&forged.to_string()).shows("khóa mà nơi này không biết").hides(name);
        test.browser(Role::Auditor).post("/kiem-tra", &[("code", &code.to_string())]).shows(name);
    }

    fn a_replaced_key_signs_no_more_and_its_codes_stay_good(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let code = first_code(&test);
        test.browser(Role::CouncilSecretary).post("/in-giay-khen/khoa", &[]).is(403);
        test.browser(Role::Chairman).post("/in-giay-khen/khoa", &[]).is(303);
        let known = keys(&test.app, COMMUNE).unwrap();
        assert_eq!(known.len(), 2);
        assert!(known[0].valid_to.is_none() && known[1].valid_to == Some(test.app.today()));
        assert!(code.verify(&known[1].public).is_ok());
        test.stranger().post("/kiem-tra", &[("code", &code.to_string())]).shows("Giấy khen thật");
        let left: i64 = test.app.read(|r| {
            let count = "SELECT count(*) FROM certificate_secret";
            r.first(count, &[], |row| row.get(0)).map_err(|error: StoreError| error)
        }).unwrap().unwrap();
        assert_eq!(left, 1, "the old secret is gone");
    }

    fn the_secret_is_in_no_journal(engine: Engine) {
        let test = TestApp::whole_example(engine);
        replace_key(&test.app, &test.person(Role::Chairman)).unwrap();
        let read = |sql: &'static str| -> Vec<Vec<u8>> {
            test.app.read(|r| r.all(sql, &[], |row| row.get(0)).map_err(|e: StoreError| e)).unwrap()
        };
        let seed = read("SELECT seed FROM certificate_secret").remove(0);
        let rows: Vec<String> = test.app.read(|r| {
            r.all(PLACES, &[], |row| row.get(0)).map_err(|error: StoreError| error)
        }).unwrap();
        let rows = rows.join("\n");
        assert!(rows.contains("public_key"), "the new key itself is noted");
        let hex: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
        let base32 = data_encoding::BASE32_NOPAD.encode(&seed);
        let numbers = format!("{seed:?}").replace(' ', "");
        for spelling in [hex.as_str(), &hex.to_uppercase(), &base32, &numbers] {
            assert!(!rows.contains(spelling));
        }
    }

    fn the_decision_names_the_key_and_the_sheets_carry_the_codes(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let decision = &issued(&test)[0];
        let browser = test.browser(Role::CultureCentre);
        let folder = tempfile::tempdir().unwrap();
        let keep = |name: &str, address: &str| {
            let file = folder.path().join(name);
            std::fs::write(&file, browser.get(address).is(200).bytes.as_slice()).unwrap();
            file
        };
        let base = format!("/quyet-dinh/{}", decision.id);
        for (name, query) in [("white", ""), ("blank", "?giay=phoi")] {
            let file = keep(name, &format!("{base}/giay-khen.pdf{query}"));
            let text = said(Command::new("pdftotext").args(["-raw"]).arg(&file).arg("-"));
            for line in &decision.awarded {
                let code: Code = line.code.as_ref().unwrap().parse().unwrap();
                assert!(text.contains(&code.short_number()), "{text}");
            }
            assert_eq!(text.contains("Độc lập"), name == "white");
        }
        let paper = keep("paper.docx", &format!("{base}/quyet-dinh.docx"));
        let words = said(Command::new("unzip").arg("-p").arg(&paper).arg("word/document.xml"));
        assert!(words.contains(&keys(&test.app, COMMUNE).unwrap()[0].shown()));
    }

    fn blanks_are_set_once_for_the_office(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let page = secretary.get("/in-giay-khen");
        page.is(200).shows("Phôi in sẵn").shows("can-chinh.pdf").shows("value=\"0,0\"");
        let set = |version: &str, right: &str, down: &str| {
            let fields = [("version", version), ("right", right), ("down", down)];
            secretary.post("/in-giay-khen/phoi", &fields)
        };
        set("0", "2,55", "x").is(422).shows("value=\"2,55\"");
        set("0", "30,1", "0").is(422);
        assert_eq!(set("0", "2,5", "-1").is(303).leads_to(), "/in-giay-khen");
        set("0", "9", "9").is(409);
        set("1", "-3", "").is(303);
        secretary.get("/in-giay-khen").shows("value=\"-3,0\"").shows("value=\"0,0\"");
        let page = secretary.get("/in-giay-khen/can-chinh.pdf");
        assert!(page.is(200).bytes.starts_with(b"%PDF-"));
        test.browser(Role::Auditor).get("/in-giay-khen").is(200).hides("name=\"right\"");
    }

    fn an_emblem_is_a_picture_that_can_be_printed(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let put = |name: &str, content: &[u8]| {
            secretary.post_file("/in-giay-khen/bieu-tuong", &[], ("emblem", name, content))
        };
        secretary.get("/in-giay-khen/bieu-tuong").is(404);
        put("a.png", b"no picture").is(422);
        put("a.png", &EMBLEM[..200]).is(422).shows("không in được");
        put("a.pdf", b"%PDF-1.7").is(422).shows("không in được");
        put("a.png", EMBLEM).is(303);
        let shown = secretary.get("/in-giay-khen/bieu-tuong");
        assert_eq!(shown.is(200).bytes, EMBLEM);
        secretary.post("/in-giay-khen/bo-bieu-tuong", &[]).is(303);
        secretary.get("/in-giay-khen/bieu-tuong").is(404);
    }
}

/// What a command says.
fn said(command: &mut Command) -> String {
    let output = command.output().expect("poppler-utils and unzip are installed");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
