//! The registry of papers: entered once, found by any word, corrected and withdrawn without a loss.

use chungsuc_server::access::Role;

use crate::harness::*;

const PROPOSAL: (&str, &str, &[u8]) = (
    "file",
    "to-trinh.txt",
    "TỜ TRÌNH\nVề việc làm đường bê tông\nlàng Sơ Tor, dài\n1.200 mét".as_bytes(),
);

fn fields<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("kind", "proposal"),
        ("direction", "incoming"),
        ("number", "12/TTr-MTTQ"),
        ("issued_on", "4/12/2023"),
        ("received_on", "5/12/2023"),
        ("issuer", "Ủy ban Mặt trận Tổ quốc xã Tơ Tung"),
        ("title", "Đề nghị hỗ trợ xi măng"),
        ("signer_name", "Rơ Châm H’Lan"),
        ("readers", "staff"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed.iter().copied()).collect()
}

/// Enters a paper; gives its address.
fn enter(browser: &Browser<'_>, changed: &[(&str, &str)], file: (&str, &str, &[u8])) -> String {
    let page = browser.post_file("/van-ban/ghi", &fields(changed), file);
    page.is(303);
    page.leads_to().to_owned()
}

fn version(page: &Page) -> &str {
    let after = page.text.split("name=\"version\" value=\"").nth(1).expect("a version");
    after.split('"').next().expect("a version")
}

on_both_engines! {
    fn a_paper_is_kept_to_the_byte_with_its_sha256(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let paper = enter(&secretary, &[], PROPOSAL);
        let page = secretary.get(&paper);
        page.is(200).shows("12/TTr-MTTQ").shows("Đến số 1, ngày 05/12/2023").shows("to-trinh.txt");
        page.shows("0b74f49def01c46774acdd336312e3a64b66b485b6fdc8ccd66a46e8cb992763");
        let file = secretary.get(&format!("{paper}/tep"));
        assert_eq!(file.bytes, PROPOSAL.2);
        assert_eq!(file.headers["content-type"], "text/plain; charset=utf-8");
        assert!(file.headers["content-disposition"].starts_with("attachment"));
    }

    fn any_word_finds_it_with_diacritics_or_without(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        enter(&secretary, &[], PROPOSAL);
        let other = ("file", "cong-van.txt", "Cấp giống cà phê".as_bytes());
        enter(&secretary, &[("number", "7/UBND-NN"), ("title", "Cấp giống")], other);
        let found = |words: &str| {
            let query = serde_urlencoded::to_string([("tu", words)]).unwrap();
            let page = secretary.get(&format!("/van-ban?{query}"));
            (page.text.contains("12/TTr-MTTQ"), page.text.contains("7/UBND-NN"))
        };
        for words in ["ttr-mttq", "12/TTr", "XI MANG", "xi măng", "đường bê tông", "duong be tong",
            "so tor, dai 1.200", "12"]
        {
            assert_eq!(found(words), (true, false), "{words}");
        }
        assert_eq!(found("mat tran"), (true, true), "both have this issuer");
        assert_eq!(found("cà phê"), (false, true));
        assert_eq!(found("đường sắt"), (false, false));
        assert_eq!(found("bê"), (false, false), "two letters are not looked for in files");
    }

    fn lists_are_narrowed_and_exported(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        enter(&secretary, &[], PROPOSAL);
        let out = [("kind", "notice"), ("direction", "outgoing"), ("number", "3/TB-UBND"),
            ("issued_on", "9/5/2022"), ("issuer", "Ủy ban nhân dân xã Tơ Tung")];
        enter(&secretary, &out, ("file", "thong-bao.txt", "Thông báo".as_bytes()));
        for (query, first, second) in [
            ("loai=proposal", true, false),
            ("loai=notice", false, true),
            ("huong=incoming", true, false),
            ("huong=outgoing", false, true),
            ("nam=2023", true, false),
            ("nam=2022", false, true),
            ("nam=2022&huong=incoming", false, false),
        ] {
            let text = secretary.get(&format!("/van-ban?{query}")).text;
            let both = (text.contains("12/TTr-MTTQ"), text.contains("3/TB-UBND"));
            assert_eq!(both, (first, second), "{query}");
        }
        let csv = secretary.get("/van-ban?dang=csv&huong=incoming");
        csv.shows("12/TTr-MTTQ,04/12/2023,Tờ trình,Đề nghị hỗ trợ xi măng").hides("3/TB-UBND");
    }

    fn the_same_document_twice_is_noticed_and_leads_to_the_first(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let first = enter(&secretary, &[], PROPOSAL);
        let door = format!("href=\"{first}\"");
        let again = fields(&[("number", "99/TTr-MTTQ")]);
        let same_file = secretary.post_file("/van-ban/ghi", &again, PROPOSAL);
        same_file.is(422).shows("Tệp này đã có trong sổ").shows(&door).shows("99/TTr-MTTQ");

        let scan = ("file", "ban-quet.pdf", b"%PDF-1.7 scan".as_slice());
        let typed = [("number", "12 /ttr-mttq"), ("issuer", "Uỷ ban Mặt trận Tổ quốc  xã Tơ Tung")];
        let same_number = secretary.post_file("/van-ban/ghi", &fields(&typed), scan);
        same_number.is(422).shows("cùng số, cùng nơi ban hành").shows(&door);
        let meant = [typed[0], typed[1], ("is_another", "on")];
        let second = enter(&secretary, &meant, scan);
        secretary.get(&second).shows("Đến số 2");

        let page = secretary.get(&first);
        let gone = [("version", version(&page)), ("reason", "Ghi nhầm")];
        secretary.post(&format!("{first}/rut"), &gone).is(303);
        enter(&secretary, &[("number", "99/TTr-MTTQ")], PROPOSAL);
    }

    fn corrections_keep_what_stood_there_before(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let paper = enter(&secretary, &[], PROPOSAL);
        let form = secretary.get(&format!("{paper}/sua"));
        form.is(200).shows("Đề nghị hỗ trợ xi măng");
        let typed = [("title", "Đề nghị hỗ trợ cát"), ("direction", "outgoing"),
            ("version", version(&form))];
        let file = ("file", "dung.txt", "Tờ trình về cát sạch".as_bytes());
        secretary.post_file(&format!("{paper}/sua"), &fields(&typed), file).is(303);
        let page = secretary.get(&paper);
        page.shows("<del>Đề nghị hỗ trợ xi măng</del>").shows("Đến số 1").shows("dung.txt");
        secretary.get("/van-ban?tu=cat+sach").shows("12/TTr-MTTQ");
        secretary.get("/van-ban?tu=be+tong").hides("12/TTr-MTTQ");
        let late = secretary.post_file(&format!("{paper}/sua"), &fields(&typed), PROPOSAL);
        late.is(409);
    }

    fn a_withdrawn_paper_stays_in_sight(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let paper = enter(&secretary, &[], PROPOSAL);
        let form = secretary.get(&paper);
        let version = version(&form);
        let nothing = secretary.post(&format!("{paper}/rut"), &[("version", version)]);
        nothing.is(422).shows("Hãy ghi lý do");
        let why = [("version", version), ("reason", "Văn bản của xã khác")];
        secretary.post(&format!("{paper}/rut"), &why).is(303);
        secretary.get(&paper).shows("Đã rút khỏi sổ ngày 20/12/2023: Văn bản của xã khác");
        secretary.get("/van-ban").shows("12/TTr-MTTQ").shows("Đã thu hồi");
        assert_eq!(secretary.get(&format!("{paper}/tep")).bytes, PROPOSAL.2);
        secretary.get(&format!("{paper}/sua")).is(409);
        secretary.post(&format!("{paper}/rut"), &why).is(409);
    }

    fn both_papers_show_what_they_have_to_do_with_each_other(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let old = enter(&secretary, &[], PROPOSAL);
        let file = ("file", "moi.txt", "Tờ trình mới".as_bytes());
        let new = enter(&secretary, &[("number", "14/TTr-MTTQ")], file);
        let id = |address: &str| address.rsplit('/').next().unwrap().to_owned();
        let relate = |from: &str, relation: &str, to: &str| {
            let typed = [("tu", "TTr"), ("relation", relation), ("other", &id(to))];
            secretary.post(&format!("{from}/quan-he"), &typed)
        };
        let chosen = secretary.get(&format!("{new}/quan-he?tu=12/ttr"));
        chosen.shows("Tờ trình 12/TTr-MTTQ (04/12/2023)").shows("Thay thế");
        relate(&new, "replaces", &old).is(303);
        secretary.get(&new).shows("Thay thế: ").shows("12/TTr-MTTQ");
        secretary.get(&old).shows("Được thay thế bởi: ").shows("14/TTr-MTTQ");
        relate(&new, "replaces", &old).is(422).shows("Quan hệ này đã ghi");
        relate(&old, "replaces", &new).is(422).shows("chiều ngược lại");
        relate(&new, "basis", &new).is(422).shows("chính nó");
        relate(&new, "", &old).is(422);
        let end = [("relation", "replaces"), ("other", &id(&old))];
        secretary.post(&format!("{new}/quan-he/bo"), &end).is(303);
        secretary.get(&old).hides("Được thay thế bởi: ");
    }

    fn what_concerns_dossiers_is_for_who_reads_dossiers(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let hidden = [("readers", "council"), ("kind", "minutes"), ("number", "2/BB-HĐ")];
        let minutes = enter(&secretary, &hidden, PROPOSAL);
        let file = ("file", "khac.txt", "Công văn".as_bytes());
        let open = enter(&secretary, &[("number", "15/TTr-MTTQ")], file);
        let id = minutes.rsplit('/').next().unwrap();
        let typed = [("relation", "basis"), ("other", id)];
        secretary.post(&format!("{open}/quan-he"), &typed).is(303);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get("/van-ban?tu=be+tong").hides("2/BB-HĐ");
        head.get("/van-ban").hides("2/BB-HĐ").shows("15/TTr-MTTQ");
        head.get(&minutes).is(404);
        head.get(&format!("{minutes}/tep")).is(404);
        head.get(&open).is(200).hides("2/BB-HĐ");
        test.browser(Role::Chairman).get(&minutes).is(200).shows("2/BB-HĐ");
    }

    fn what_is_wrong_is_said_beside_its_field(engine: Engine) {
        let test = TestApp::new(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let send = |changed: &[(&str, &str)], file| {
            secretary.post_file("/van-ban/ghi", &fields(changed), file)
        };
        let program = ("file", "a.exe", b"MZ\0\0".as_slice());
        send(&[("title", "")], program).is(422).shows("title-error").shows("file-error");
        let nothing = ("file", "", b"".as_slice());
        send(&[("title", "")], nothing).is(422).shows("title-error").shows("file-error");
        send(&[("kind", "poem")], PROPOSAL).is(422).shows("kind-error");
        send(&[("issued_on", "30/2/2023")], PROPOSAL).is(422).shows("issued_on-error");
        send(&[("arrival", "0")], PROPOSAL).is(422).shows("arrival-error");
        enter(&secretary, &[("arrival", "40")], PROPOSAL);
        let file = ("file", "b.txt", "khác".as_bytes());
        let taken = send(&[("number", "x"), ("arrival", "40")], file);
        taken.is(422).shows("arrival-error").shows("Số tiếp theo là 41");
    }

    fn what_the_program_made_is_not_changed_here(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        let list = secretary.get("/van-ban?loai=plan&tu=87/kh");
        let id = list.text.split("href=\"/van-ban/").filter_map(|part| part.split('"').next());
        let id = id.filter(|id| id.len() == 36).last().expect("the plan");
        let plan = secretary.get(&format!("/van-ban/{id}"));
        plan.is(200).shows("87/KH-UBND").hides("Rút khỏi sổ");
        secretary.get(&format!("/van-ban/{id}/sua")).is(409);
        secretary.post(&format!("/van-ban/{id}/rut"), &[("version", "1"), ("reason", "x")]).is(409);
    }

    fn two_officers_who_enter_one_paper_at_once_enter_it_once(engine: Engine) {
        let test = TestApp::new(engine);
        let browsers = [Role::CouncilSecretary, Role::ProgrammeBoard].map(|role| test.browser(role));
        let start = std::sync::Barrier::new(2);
        let mut answers: Vec<u16> = std::thread::scope(|scope| {
            let send = |browser| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    Browser::post_file(browser, "/van-ban/ghi", &fields(&[]), PROPOSAL).status
                })
            };
            let threads: Vec<_> = browsers.iter().map(send).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        answers.sort_unstable();
        assert_eq!(answers, [303, 422]);
    }
}
