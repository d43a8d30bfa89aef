//! Reports of achievements: in the name of the nominee, filled from the books, finished without a
//! number of the commune, read by those who may read the dossier.

use std::sync::Barrier;

use chungsuc_domain::{SubjectKind, UnitKind};
use chungsuc_press::check::check;
use chungsuc_press::read;
use chungsuc_server::access::{Act, Person, Place, Role};
use chungsuc_server::catalog;
use chungsuc_server::features::contributions::{Filter, filtered_totals};
use chungsuc_server::features::honours::{self, NewHonour};
use chungsuc_server::features::letters::{self, Finishing, Issuing, State, Subject};
use chungsuc_server::features::nominations::{self, Nomination};
use chungsuc_server::features::registers;
use chungsuc_server::refusal::Refusal;
use chungsuc_server::web::{Form, Paging};
use jiff::civil::{Date, date};

use crate::harness::*;

const COLLECTIVE: &str = "bao-cao-thanh-tich-tap-the";
const INDIVIDUAL: &str = "bao-cao-thanh-tich-ca-nhan";
const HOUSEHOLD: &str = "bao-cao-thanh-tich-ho-gia-dinh";
const THEMATIC: &str = "bao-cao-thanh-tich-chuyen-de";
const LENG: &str = "23668-05";

/// The nomination of a year whose achievement begins so.
fn nomination(test: &TestApp, achievement: &str) -> Nomination {
    let secretary = test.person(Role::CouncilSecretary);
    let all = nominations::list(&test.app, &secretary, None).unwrap();
    all.into_iter().find(|one| one.achievement.starts_with(achievement)).unwrap()
}

/// A household of Leng, a person of Sơ Tor, the village of Sơ Tor, a union.
fn household(test: &TestApp) -> Nomination {
    nomination(test, "Hiến 420 m² đất")
}

fn person(test: &TestApp) -> Nomination {
    nomination(test, "Đến từng nhà")
}

fn village(test: &TestApp) -> Nomination {
    nomination(test, "Góp 312 ngày công")
}

fn union(test: &TestApp) -> Nomination {
    nomination(test, "Góp 22 ngày công")
}

fn subject(of: &Nomination) -> Subject {
    Subject::Nomination(of.id.clone())
}

/// A draft with its usual words and these besides.
fn drafted(
    test: &TestApp,
    by: &Person,
    sort: &str,
    of: &Nomination,
    typed: &[(&str, &str)],
) -> Result<String, Refusal> {
    let mut form = letters::usual(&test.app, by, sort, &subject(of))?;
    for (name, value) in typed {
        form.set(*name, value);
    }
    letters::draft(&test.app, by, sort, &subject(of), &form)
}

fn finished(test: &TestApp, by: &Person, id: &str, on: Date) -> Result<(), Refusal> {
    let version = letters::find(&test.app, by, id)?.version;
    letters::finish(&test.app, by, id, &Finishing { on, version })
}

/// What the DOCX of a report says, on one line. It keeps to the rules of layout, and its PDF says
/// the same.
fn said(test: &TestApp, by: &Person, id: &str) -> String {
    let words = |bytes: &[u8], name: &str| {
        let source = read::source(bytes, name).unwrap();
        source.text().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let docx = letters::docx_of(&test.app, by, id).unwrap().bytes;
    let pdf = letters::pdf_of(&test.app, by, id).unwrap().bytes;
    let books = catalog::rulebooks().unwrap();
    let report = check(&docx, &books, Some(test.app.today()), test.app.today()).unwrap();
    assert_eq!(report.findings, [], "{id}");
    assert_eq!(report.kind.as_deref(), Some("Báo cáo thành tích"));
    let (docx, pdf) = (words(&docx, "a.docx"), words(&pdf, "a.pdf"));
    let sorted = |words: &[String]| {
        let mut words: Vec<String> =
            words.iter().filter(|word| word.parse::<u8>().is_err()).cloned().collect();
        words.sort_unstable();
        words
    };
    assert_eq!(sorted(&docx), sorted(&pdf), "DOCX and PDF say the same");
    docx.join(" ")
}

#[track_caller]
fn says(text: &str, wanted: &[&str]) {
    for words in wanted {
        assert!(text.contains(words), "without “{words}”: {text}");
    }
}

#[track_caller]
fn is_silent_on(text: &str, unwanted: &[&str]) {
    for words in unwanted {
        assert!(!text.contains(words), "with “{words}”: {text}");
    }
}

on_both_engines! {
    fn a_household_reports_in_its_own_name_and_its_report_is_finished(engine: Engine) {
        let test = TestApp::example(engine);
        let (head, of) = (test.person_of(Role::VillageHead, LENG), household(&test));
        let id = drafted(&test, &head, HOUSEHOLD, &of, &[]).unwrap();
        let text = said(&test, &head, &id);
        let name = of.contestant.name.clone();
        says(&text, &["BÁO CÁO THÀNH TÍCH", "Đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã"]);
        says(&text, &["Tơ Tung, ngày", &format!("Chủ hộ: {name}"), "Nơi ở: làng Leng, xã Tơ Tung"]);
        says(&text, &["420 m² đất", "ĐẠI DIỆN HỘ GIA ĐÌNH", "Chưa được tặng danh hiệu thi đua"]);
        says(&text, &["XÁC NHẬN CỦA ỦY BAN NHÂN DÂN XÃ TƠ TUNG CHỦ TỊCH"]);
        // A person has no letterhead, no number, no registry.
        is_silent_on(&text, &["Số:", "Nơi nhận", "Lưu", "UBND XÃ"]);
        assert!(!text.starts_with("ỦY BAN"), "{text}");

        let day = date(2023, 12, 11);
        finished(&test, &head, &id, day).unwrap();
        let letter = letters::find(&test.app, &head, &id).unwrap();
        assert_eq!((letter.state, letter.issued_on), (State::Finished, Some(day)));
        assert_eq!((letter.number, letter.paper.clone(), letter.takes_a_number()), (None, None, false));
        says(&said(&test, &head, &id), &["Tơ Tung, ngày 11 tháng 12 năm 2023"]);
        let pdf = |test: &TestApp| letters::pdf_of(&test.app, &head, &id).unwrap().bytes;
        let kept = pdf(&test);
        let test = test.later("2024-03-01T02:00:00Z");
        assert_eq!(pdf(&test), kept, "it stays to the byte");
        let again = finished(&test, &head, &id, day);
        assert!(matches!(again, Err(Refusal::Rule(_))), "{again:?}");
        assert!(letters::correct(&test.app, &head, &id, 2, &Form::default()).is_err());

        let secretary = test.person(Role::CouncilSecretary);
        let chairman = test.person(Role::Chairman);
        let withdraw = |by: &Person, why: &str| letters::withdraw(&test.app, by, &id, 2, why);
        assert!(matches!(withdraw(&chairman, "x"), Err(Refusal::Forbidden)), "it is not his paper");
        assert!(matches!(withdraw(&secretary, " "), Err(Refusal::Invalid(_))));
        withdraw(&head, "Ghi thiếu").unwrap();
        assert!(matches!(withdraw(&head, "Ghi thiếu"), Err(Refusal::Rule(_))));
        let gone = letters::find(&test.app, &head, &id).unwrap();
        assert_eq!((gone.state, gone.reason.as_deref()), (State::Withdrawn, Some("Ghi thiếu")));
        assert_eq!(pdf(&test), kept, "it stays to be read");
    }

    fn a_collective_reports_under_its_own_head(engine: Engine) {
        let test = TestApp::example(engine);
        let head = test.person_of(Role::VillageHead, SO_TOR);
        let id = drafted(&test, &head, COLLECTIVE, &village(&test), &[]).unwrap();
        let text = said(&test, &head, &id);
        says(&text, &["ỦY BAN NHÂN DÂN XÃ TƠ TUNG LÀNG SƠ TOR", "TRƯỞNG LÀNG", &head.name]);
        says(&text, &["I. ĐẶC ĐIỂM, TÌNH HÌNH", "XÁC NHẬN CỦA ỦY BAN NHÂN DÂN XÃ TƠ TUNG"]);
        is_silent_on(&text, &["Số:", "Nơi nhận", "Lưu"]);

        let officer = test.person(Role::OrganisationOfficer);
        let own = |number| [("own_number", number), ("signer_name", "Đinh Thị Hluyn")];
        let of = union(&test);
        let id = drafted(&test, &officer, COLLECTIVE, &of, &own("7/BC-HPN")).unwrap();
        let text = said(&test, &officer, &id);
        says(&text, &["HỘI LIÊN HIỆP PHỤ NỮ", "Số: 07/BC-HPN", "Nơi nhận:", "- Lưu: VT."]);
        // Without a book of its own a body has no registry either.
        let id = drafted(&test, &officer, COLLECTIVE, &of, &[]).unwrap();
        is_silent_on(&said(&test, &officer, &id), &["Số:", "Nơi nhận", "Lưu"]);
        for wrong in ["BC-HPN", "0/BC-HPN", "-1/BC-HPN", "12/BC HPN"] {
            let refused = drafted(&test, &officer, COLLECTIVE, &of, &own(wrong));
            let Err(Refusal::Invalid(errors)) = refused else { panic!("{wrong}: {refused:?}") };
            assert!(errors.of("own_number").is_some(), "{wrong}");
        }
    }

    fn a_report_is_of_the_kind_of_its_nominee(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.person(Role::OrganisationOfficer);
        for (of, own) in [
            (household(&test), HOUSEHOLD),
            (person(&test), INDIVIDUAL),
            (village(&test), COLLECTIVE),
            (union(&test), COLLECTIVE),
        ] {
            let sorts = letters::sorts_for(&test.app, &officer, &subject(&of)).unwrap();
            let codes: Vec<&str> = sorts.iter().map(|sort| sort.code).collect();
            assert_eq!(codes, [own, THEMATIC], "{}", of.contestant.name);
            for other in [HOUSEHOLD, INDIVIDUAL, COLLECTIVE].into_iter().filter(|it| *it != own) {
                let refused = drafted(&test, &officer, other, &of, &[]);
                assert!(matches!(refused, Err(Refusal::NotFound)), "{other}: {refused:?}");
            }
            let id = drafted(&test, &officer, THEMATIC, &of, &[]).unwrap();
            let text = said(&test, &officer, &id);
            says(&text, &["trong Phong trào thi đua “", "II. THÀNH TÍCH TRONG PHONG TRÀO THI ĐUA"]);
            let person = matches!(of.contestant.kind, SubjectKind::Individual | SubjectKind::Household);
            assert_eq!(text.contains("I. SƠ LƯỢC LÝ LỊCH"), person, "{text}");
        }
    }

    fn figures_are_those_of_the_books_on_the_day_of_the_report(engine: Engine) {
        let test = TestApp::example(engine);
        let (head, of) = (test.person_of(Role::VillageHead, SO_TOR), village(&test));
        let id = drafted(&test, &head, COLLECTIVE, &of, &[]).unwrap();
        let text = said(&test, &head, &id);
        let accountant = test.person(Role::Accountant);
        let filter = Filter { village: Some(SO_TOR.to_owned()), ..Filter::default() };
        let totals = filtered_totals(&test.app, &accountant, &of.movement, filter).unwrap();
        assert!(totals.len() > 2, "{totals:?}");
        for total in totals {
            says(&text, &[&total.quantity.to_string()]);
        }
        says(&text, &["tính đến ngày 20 tháng 12 năm 2023", "19 tiêu chí của", "Đăng ký ngày"]);
        // The secretary, who does not keep the ledger, reads the same.
        let secretary = test.person(Role::CouncilSecretary);
        assert_eq!(said(&test, &secretary, &id), text);
        let without = drafted(&test, &head, COLLECTIVE, &of, &[("figures", "no")]).unwrap();
        is_silent_on(&said(&test, &head, &without), &["tính đến ngày", "Đăng ký ngày"]);
        // On an earlier day the books said less.
        let day = date(2022, 11, 10);
        finished(&test, &head, &id, day).unwrap();
        let early = said(&test, &head, &id);
        says(&early, &["tính đến ngày 10 tháng 11 năm 2022"]);
        is_silent_on(&early, &["Đăng ký ngày"]);
    }

    fn the_award_that_is_asked_for_is_not_received_already(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let decision = "Quyết định số";
        // Sơ Tor was commended in 2023 and proposed for more in 2025; both have been decided since.
        let first = nomination(&test, "Góp 312 ngày công");
        let second = nomination(&test, "Giữ vững 19/19 tiêu chí");
        assert_eq!(first.contestant.id, second.contestant.id);
        let id = drafted(&test, &secretary, COLLECTIVE, &first, &[]).unwrap();
        finished(&test, &secretary, &id, date(2024, 6, 1)).unwrap_err();
        let named = [("signer_name", "Đinh Bưch"), ("other_awards", "Giấy khen năm 2019")];
        let id = drafted(&test, &secretary, COLLECTIVE, &first, &named).unwrap();
        finished(&test, &secretary, &id, date(2024, 6, 1)).unwrap();
        let text = said(&test, &secretary, &id);
        is_silent_on(&text, &[decision, "Chưa được tặng"]);
        says(&text, &["- Giấy khen năm 2019"]);
        let id = drafted(&test, &secretary, COLLECTIVE, &second, &[]).unwrap();
        let text = said(&test, &secretary, &id);
        assert_eq!(text.matches(decision).count(), 1, "{text}");
        says(&text, &["2023 Giấy khen của Chủ tịch Ủy ban nhân dân xã Quyết định số"]);
    }

    fn what_was_given_elsewhere_is_received_too_under_the_name_on_its_paper(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let of = union(&test);
        let award = |number: &str, name: &str, day| NewHonour {
            subject_kind: of.contestant.kind,
            subject: Some(of.contestant.subject.clone()),
            name: name.to_owned(),
            village: None,
            award: Some("giay-khen-huyen".to_owned()),
            award_name: "Giấy khen".to_owned(),
            number: number.to_owned(),
            issued_on: Some(day),
            year: day.year(),
            issuer: "Chủ tịch UBND huyện Thử".to_owned(),
            level: Some(UnitKind::District),
            achievement: String::new(),
            paper: None,
            brought: None,
            nomination: None,
        };
        let old = award("7/QĐ-UBND", "Ban vận động cũ", date(2018, 3, 1));
        let gone = award("8/QĐ-UBND", &of.contestant.name, date(2019, 3, 1));
        registers::record(&test.app, &secretary, &old, None).unwrap();
        let id = registers::record(&test.app, &secretary, &gone, None).unwrap();
        honours::withdraw(&test.app, &secretary, (&id, 1), "Ghi nhầm").unwrap();
        let id = drafted(&test, &secretary, COLLECTIVE, &of, &[]).unwrap();
        let text = said(&test, &secretary, &id);
        let paper = "Quyết định số 7/QĐ-UBND ngày 01 tháng 3 năm 2018 của Chủ tịch UBND huyện Thử";
        says(&text, &[paper, "(tên trên quyết định: Ban vận động cũ)"]);
        is_silent_on(&text, &["số 8/QĐ-UBND", "tên trên quyết định: Hội"]);
    }

    fn a_withdrawn_nomination_is_reported_on_no_more(engine: Engine) {
        let test = TestApp::example(engine);
        let officer = test.person(Role::OrganisationOfficer);
        let page = test.browser(Role::OrganisationOfficer);
        let gone = nomination(&test, "Góp tiền làm đường Trường Sơn");
        let address = format!("/soan-thao/viet?mau={HOUSEHOLD}&de-nghi={}", gone.id);
        page.get(&address).is(409).shows("đã rút");
        page.get(&format!("/khen-thuong/{}", gone.id)).is(200).shows("Xem báo cáo thành tích");

        // One that is withdrawn after its report was drafted: the draft stays to be seen and given up.
        let of = nomination(&test, "Nuôi heo đen");
        let id = drafted(&test, &officer, INDIVIDUAL, &of, &[]).unwrap();
        nominations::withdraw(&test.app, &officer, &of.id, "Chờ xác minh").unwrap();
        page.get(&format!("/soan-thao/{id}")).is(200);
        let on = [("version", "1"), ("issued_on", "20/12/2023")];
        page.post(&format!("/soan-thao/{id}/hoan-tat"), &on).is(409).shows("đã rút");
        page.post(&format!("/soan-thao/{id}/huy"), &[("version", "1"), ("reason", "Đã rút")]).is(303);
    }

    fn who_proposes_writes_for_their_own_place_and_nothing_else(engine: Engine) {
        let test = TestApp::example(engine);
        let (leng, so_tor) =
            (test.person_of(Role::VillageHead, LENG), test.person_of(Role::VillageHead, SO_TOR));
        let of = household(&test);
        assert!(leng.may(Act::WriteAchievements, Place::village(COMMUNE, LENG)));
        let id = drafted(&test, &leng, HOUSEHOLD, &of, &[]).unwrap();
        let refused = drafted(&test, &so_tor, HOUSEHOLD, &of, &[]);
        assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
        for stranger in [so_tor.clone(), test.person(Role::Accountant), test.person(Role::CultureCentre)] {
            let seen = letters::find(&test.app, &stranger, &id);
            assert!(matches!(seen, Err(Refusal::NotFound)), "{seen:?}");
            let list = letters::list(&test.app, &stranger, Default::default(), &first());
            assert!(list.unwrap().0.iter().all(|one| one.id != id));
        }
        for reader in [leng.clone(), test.person(Role::CouncilMember), test.person(Role::Auditor)] {
            assert!(letters::find(&test.app, &reader, &id).is_ok());
            let list = letters::list(&test.app, &reader, Default::default(), &first());
            assert!(list.unwrap().0.iter().any(|one| one.id == id));
        }
        // Readers of the dossier write nothing.
        let member = test.person(Role::CouncilMember);
        assert!(matches!(drafted(&test, &member, HOUSEHOLD, &of, &[]), Err(Refusal::Forbidden)));
        let done = finished(&test, &member, &id, test.app.today());
        assert!(matches!(done, Err(Refusal::Forbidden)), "{done:?}");
        // Those who report on nominees write no other sort.
        let browser = test.browser_of(&leng);
        let plan = [("mau", "ke-hoach-phong-trao"), ("phong-trao", of.movement.as_str())];
        browser.post("/soan-thao/viet", &plan).is(403);
        browser.get(&format!("/soan-thao/viet?mau=cong-van-don-doc&phong-trao={}", of.movement)).is(403);
        // It takes no number of the commune's.
        let chairman = test.person(Role::Chairman);
        let how = Issuing { on: test.app.today(), number: None, version: 1 };
        let issued = letters::issue(&test.app, &chairman, &id, &how);
        assert!(matches!(issued, Err(Refusal::Rule(_))), "{issued:?}");
        test.browser(Role::Chairman).get("/ban-lam-viec").hides("ban hành Báo cáo thành tích");
    }

    fn a_village_head_writes_it_on_the_pages(engine: Engine) {
        let test = TestApp::example(engine);
        let head = test.browser_of(&test.person_of(Role::VillageHead, LENG));
        let of = household(&test);
        head.get(&format!("/khen-thuong/{}", of.id)).is(200).shows("Báo cáo thành tích");
        let choose = head.get(&format!("/soan-thao/moi?de-nghi={}", of.id));
        choose.is(200).shows("Báo cáo thành tích của hộ gia đình").shows("theo chuyên đề");
        choose.hides("của cá nhân").hides("của tập thể");
        // Of a person's form the number is known from the web alone; of a household's it is not known.
        let form = head.get(&format!("/soan-thao/viet?mau={HOUSEHOLD}&de-nghi={}", of.id));
        form.is(200).shows("Số nhân khẩu").shows("Hiến 420 m²").hides("Mẫu số");
        let thematic = head.get(&format!("/soan-thao/viet?mau={THEMATIC}&de-nghi={}", of.id));
        thematic.is(200).shows("Mẫu số 07").shows("Chưa kiểm chứng");
        let typed = |achievements, post| {
            vec![
                ("mau", HOUSEHOLD),
                ("de-nghi", of.id.as_str()),
                ("profile", "Gia đình có sáu người"),
                ("achievements", achievements),
                ("figures", "yes"),
                ("other_awards", ""),
                ("confirmer", "Ủy ban nhân dân xã Tơ Tung"),
                ("confirmer_post", post),
                ("confirmer_name", ""),
                ("signer_post", "Đại diện hộ gia đình"),
                ("signer_name", "Đinh Mẫu"),
            ]
        };
        let faulty = head.post("/soan-thao/viet", &typed("", "Chủ tịch"));
        faulty.is(422).shows("Gia đình có sáu người").shows("Đinh Mẫu");
        head.post("/soan-thao/viet", &typed("Hiến đất", "KT. Chủ tịch")).is(422).shows("Hiến đất");
        let page = head.post("/soan-thao/viet", &typed("Hiến đất", "KT. Chủ tịch\nPhó Chủ tịch"));
        let address = page.is(303).leads_to().split('?').next().unwrap().to_owned();
        head.get(&address).is(200).shows("Hiến đất").shows("PHÓ CHỦ TỊCH").shows("Hoàn tất báo cáo");
        head.get(&format!("{address}/hoan-tat")).is(200).shows("không lấy số của xã");
        let finish = |day, version| {
            let fields = [("version", version), ("issued_on", day)];
            head.post(&format!("{address}/hoan-tat"), &fields)
        };
        finish("31/02/2023", "1").is(422).shows("31/02/2023");
        finish("21/12/2023", "1").is(422).shows("chưa tới");
        finish("31/12/2020", "1").is(422).shows("không được trước");
        finish("20/12/2023", "9").is(409);
        finish("20/12/2023", "1").is(303);
        let record = head.get(&address);
        record.is(200).shows("Đã hoàn tất").shows("20/12/2023").shows("Thu hồi văn bản");
        record.hides("Lập tệp PDF để ký").hides("Ban hành");
        head.get(&format!("{address}/van-ban.pdf")).is(200);
        head.get(&format!("{address}/sua")).is(409).shows("đã hoàn tất");
        head.get("/soan-thao").is(200).shows("Đề nghị tặng Giấy khen");
        head.get("/soan-thao?trang-thai=finished&dang=csv").is(200).shows("Đã hoàn tất");
        let why = [("version", "2"), ("reason", "Ghi thiếu")];
        test.browser(Role::Chairman).post(&format!("{address}/thu-hoi"), &why).is(403);
        head.post(&format!("{address}/thu-hoi"), &why).is(303);
        head.get(&address).shows("Ghi thiếu").shows("Đã thu hồi");
    }

    fn two_who_finish_at_once_do_it_once(engine: Engine) {
        let test = TestApp::example(engine);
        let (officer, of) = (test.person(Role::OrganisationOfficer), person(&test));
        let id = drafted(&test, &officer, INDIVIDUAL, &of, &[]).unwrap();
        let start = Barrier::new(2);
        let done: Vec<bool> = std::thread::scope(|scope| {
            let both = [(), ()].map(|()| {
                scope.spawn(|| {
                    start.wait();
                    let how = Finishing { on: test.app.today(), version: 1 };
                    letters::finish(&test.app, &officer, &id, &how).is_ok()
                })
            });
            both.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(done.iter().filter(|ok| **ok).count(), 1, "{done:?}");
    }

    fn the_example_has_a_finished_report_of_each_sort(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        for (of, sort) in [
            (household(&test), HOUSEHOLD),
            (person(&test), INDIVIDUAL),
            (village(&test), COLLECTIVE),
            (union(&test), THEMATIC),
        ] {
            let about = letters::about(&test.app, &secretary, &subject(&of)).unwrap();
            let [one] = about.as_slice() else { panic!("{sort}: {about:?}") };
            assert_eq!((one.sort.code, one.state), (sort, State::Finished));
            said(&test, &secretary, &one.id);
        }
    }
}

fn first() -> Paging {
    Paging::parse("/soan-thao", &Form::default(), &[])
}
