//! Offices are asked in parallel; what they want mended opens alone and comes back to them.

use chungsuc_domain::SubjectKind;
use chungsuc_server::access::Role;

use crate::harness::*;
use crate::nominations::{contestant, fields};

const NO_FILE: (&str, &str, &[u8]) = ("file", "", b"");

/// A nomination that the organisation officer sent; gives its address.
fn sent(test: &TestApp) -> String {
    let one = contestant(test, SubjectKind::Village, None);
    let officer = test.browser(Role::OrganisationOfficer);
    let form = format!("/khen-thuong/de-nghi/{}", one.id);
    let page = officer.post(&form, &fields("giay-khen-xa", "Làm xong kênh"));
    let address = page.is(303).leads_to().to_owned();
    officer.post(&format!("{address}/gui"), &[]).is(303);
    address
}

fn of_opinions(nomination: &str) -> String {
    nomination.replace("/khen-thuong/", "/y-kien/de-nghi/")
}

/// Asks these roles until a day.
fn ask(test: &TestApp, nomination: &str, roles: &[Role], due: &str) -> Page {
    let accounts: Vec<_> = roles.iter().map(|role| test.person(*role).account).collect();
    let mut form = vec![("due", due), ("question", "Có đơn thư gì không?")];
    form.extend(accounts.iter().map(|account| ("officers", account.as_str())));
    test.browser(Role::CouncilSecretary).post(&of_opinions(nomination), &form)
}

/// Where the only open opinion of a role stands.
fn asked(test: &TestApp, role: Role) -> String {
    let by = test.person(role);
    let all = chungsuc_server::features::opinions::mine(&test.app, &by).unwrap();
    let open: Vec<_> = all.iter().filter(|one| one.state.is_open()).collect();
    assert_eq!(open.len(), 1);
    format!("/y-kien/{}", open[0].id)
}

on_both_engines! {
    fn offices_answer_in_parallel_and_the_council_reads_it(engine: Engine) {
        let test = TestApp::example(engine);
        let address = sent(&test);
        ask(&test, &address, &[Role::Accountant, Role::CriteriaOfficer], "22/12/2023").is(303);
        let (accountant, officer) = (test.browser(Role::Accountant), test.browser(Role::CriteriaOfficer));
        accountant.get("/ban-lam-viec").shows("Cho ý kiến về đề nghị");
        let own = asked(&test, Role::Accountant);
        accountant.get(&own).is(200).shows("Làm xong kênh").shows("Có đơn thư gì không?");
        // An opinion is its officer's alone, and the dossier itself stays shut.
        officer.get(&own).is(403);
        accountant.get(&address).is(403);
        let say = |choice, words| [("version", "1"), ("choice", choice), ("words", words)];
        accountant.post_file(&own, &say("disagree", " "), NO_FILE).is(422);
        accountant.post_file(&own, &say("", "Được"), NO_FILE).is(422).shows("Được");
        let pdf = ("file", "sổ quỹ.pdf", b"%PDF-1.7".as_slice());
        accountant.post_file(&own, &say("disagree", "Còn nợ quỹ"), pdf).is(303);
        accountant.post_file(&own, &say("agree", ""), NO_FILE).is(409);
        let all = test.browser(Role::Chairman).get(&of_opinions(&address));
        all.is(200).shows("Còn nợ quỹ").shows("Không đồng ý").shows("Chưa trả lời").shows("/tep");
        test.browser(Role::Auditor).get(&format!("{own}/tep")).is(200);
        officer.get(&format!("{own}/tep")).is(403);
        test.browser(Role::CouncilSecretary).get(&address).shows("Ý kiến các cơ quan");
    }

    fn what_is_asked_wrongly_is_told_and_nobody_is_asked_twice(engine: Engine) {
        let test = TestApp::example(engine);
        let address = sent(&test);
        ask(&test, &address, &[], "22/12/2023").is(422).shows("ít nhất một nơi");
        ask(&test, &address, &[Role::Accountant], "19/12/2023").is(422).shows("Hạn trả lời đã qua");
        ask(&test, &address, &[Role::Accountant], "mai").is(422).shows("Có đơn thư gì không?");
        // Who may not give opinions cannot be asked.
        ask(&test, &address, &[Role::Auditor], "22/12/2023").is(422);
        ask(&test, &address, &[Role::Accountant], "20/12/2023").is(303);
        let both = [Role::CultureCentre, Role::Accountant];
        ask(&test, &address, &both, "22/12/2023").is(422).shows("đã được hỏi");
        let culture = test.person(Role::CultureCentre);
        let asked = chungsuc_server::features::opinions::mine(&test.app, &culture).unwrap();
        assert!(asked.is_empty(), "nobody of a form that was refused is asked");
        let draft = contestant(&test, SubjectKind::Household, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", draft.id);
        let draft = officer.post(&form, &fields("giay-khen-xa", "Việc")).leads_to().to_owned();
        ask(&test, &draft, &[Role::Accountant], "22/12/2023").is(409);
    }

    fn a_late_answer_is_shown_and_no_longer_asking_needs_a_reason(engine: Engine) {
        let test = TestApp::example(engine);
        let address = sent(&test);
        ask(&test, &address, &[Role::Accountant], "20/12/2023").is(303);
        let shown = of_opinions(&address);
        test.browser(Role::CouncilSecretary).get(&shown).hides("Quá hạn");
        let test = test.later("2023-12-21T02:00:00Z");
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get(&shown).shows("Quá hạn");
        let own = asked(&test, Role::Accountant);
        let stop = |reason| [("version", "1"), ("reason", reason)];
        secretary.post(&format!("{own}/thoi"), &stop(" ")).is(422);
        secretary.post(&format!("{own}/thoi"), &stop("Kế toán đi học")).is(303);
        secretary.get(&shown).shows("Thôi hỏi").shows("Kế toán đi học").hides("Quá hạn");
        secretary.post(&format!("{own}/thoi"), &stop("Lần nữa")).is(409);
        test.browser(Role::Accountant).get("/ban-lam-viec").hides("Cho ý kiến về đề nghị");
    }

    fn only_what_is_to_be_mended_opens_and_it_comes_back_to_who_asked(engine: Engine) {
        let test = TestApp::example(engine);
        let address = sent(&test);
        ask(&test, &address, &[Role::Accountant], "22/12/2023").is(303);
        let (accountant, officer) = (test.browser(Role::Accountant), test.browser(Role::OrganisationOfficer));
        let own = asked(&test, Role::Accountant);
        let edit = format!("{address}/sua");
        officer.get(&edit).is(409);
        let wanted = |parts, version| {
            let words = ("words", "Ghi rõ số mét kênh");
            [("version", version), ("choice", "supplement"), words, ("parts", parts), ("mend_due", "21/12/2023")]
        };
        accountant.post_file(&own, &wanted("", "1"), NO_FILE).is(422).shows("ít nhất một phần");
        accountant.post_file(&own, &wanted("achievement", "1"), NO_FILE).is(303);
        accountant.post_file(&own, &wanted("achievement", "2"), NO_FILE).is(409);
        officer.get("/ban-lam-viec").shows("Cần bổ sung");
        let page = officer.get(&address);
        page.shows("Ghi rõ số mét kênh").shows("Nội dung thành tích");
        officer.get(&edit).is(200).shows("name=\"achievement\"").hides("name=\"proposed_by\"");
        // What was not named stays shut, whatever is sent.
        let both = [("version", "2"), ("achievement", "280 m kênh"), ("proposed_by", "Nơi khác")];
        officer.post(&edit, &both).is(409).shows("không nằm trong yêu cầu bổ sung");
        officer.post(&edit, &[("version", "2"), ("achievement", "")]).is(422);
        officer.post(&edit, &[("version", "2"), ("achievement", "280 m kênh")]).is(303);
        let done = {
            let text = &officer.get(&address).text;
            let at = text.find("/bo-sung/").unwrap();
            let end = text[at..].find('"').unwrap();
            format!("{address}{}", &text[at..at + end])
        };
        officer.post(&done, &[]).is(303);
        officer.post(&done, &[]).is(409);
        officer.get(&edit).is(409);
        accountant.get("/ban-lam-viec").shows("Đã bổ sung, xem lại");
        accountant.get(&own).shows("280 m kênh");
        accountant.post_file(&own, &[("version", "2"), ("choice", "agree")], NO_FILE).is(303);
        accountant.get("/ban-lam-viec").hides("Đã bổ sung, xem lại");
        officer.get(&address).hides("Ghi rõ số mét kênh");
    }

    fn the_secretary_opens_parts_too_and_looks_at_them_again(engine: Engine) {
        let test = TestApp::example(engine);
        let address = sent(&test);
        let (secretary, officer) = (test.browser(Role::CouncilSecretary), test.browser(Role::OrganisationOfficer));
        let form = format!("{address}/bo-sung");
        officer.post(&form, &[]).is(403);
        let wanted = |due| [("parts", "facts"), ("words", "Khai lại"), ("mend_due", due)];
        secretary.post(&form, &wanted("19/12/2023")).is(422).shows("Hạn bổ sung đã qua");
        secretary.post(&form, &wanted("20/12/2023")).is(303);
        officer.get(&format!("{address}/sua")).is(409);
        officer.post(&format!("{address}/dieu-kien"), &[("exemplary", "true")]).is(303);
        let late = test.later("2023-12-21T02:00:00Z");
        late.browser(Role::CouncilSecretary).get(&address).shows("Quá hạn");
        let step = |browser: &Browser<'_>| {
            let text = browser.get(&address).text;
            let at = text.find("/bo-sung/").unwrap();
            let end = text[at..].find('"').unwrap();
            format!("{address}{}", &text[at..at + end])
        };
        let officer = late.browser(Role::OrganisationOfficer);
        officer.post(&step(&officer), &[]).is(303);
        officer.post(&format!("{address}/dieu-kien"), &[("exemplary", "")]).is(409);
        let secretary = late.browser(Role::CouncilSecretary);
        secretary.get("/ban-lam-viec").shows("Đã bổ sung, chờ xem lại");
        secretary.post(&step(&secretary), &[]).is(303);
        secretary.get("/ban-lam-viec").hides("Đã bổ sung, chờ xem lại");
        secretary.get(&address).hides("Khai lại");
    }
}
