//! A list of nominees before the people: only who agreed is named, each voice is answered.

use chungsuc_domain::SubjectKind;
use chungsuc_server::access::Role;
use chungsuc_server::features::consultations;
use chungsuc_server::features::nominations::{self, State};

use crate::harness::*;
use crate::nominations::{contestant, fields};

/// A household and a village whose nominations are complete: ids and names.
fn complete(test: &TestApp) -> [(String, String); 2] {
    [SubjectKind::Household, SubjectKind::Village].map(|kind| {
        let one = contestant(test, kind, None);
        let officer = test.browser(Role::OrganisationOfficer);
        let form = format!("/khen-thuong/de-nghi/{}", one.id);
        let told = format!("Hiến đất của {}", one.name);
        let page = officer.post(&form, &fields("giay-khen-xa", &told));
        let address = page.is(303).leads_to().to_owned();
        officer.post(&format!("{address}/gui"), &[]).is(303);
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.post(&format!("{address}/tiep-nhan"), &[]).is(303);
        (address.replace("/khen-thuong/", ""), one.name)
    })
}

/// Opens a list of these from the day of the tests on; gives the page that came back.
fn open(test: &TestApp, ids: &[&str], consenting: &[&str], to: &str) -> Page {
    let mut form = vec![("title", "Đợt cuối năm"), ("from", "20/12/2023"), ("to", to)];
    form.extend(ids.iter().map(|id| ("nominations", *id)));
    form.extend(consenting.iter().map(|id| ("consenting", *id)));
    test.browser(Role::CouncilSecretary).post("/cong-khai/lap", &form)
}

fn in_public(record: &str) -> String {
    record.replace("/cong-khai/", "/lay-y-kien/")
}

/// The addresses on which voices of a list are answered.
fn voices(test: &TestApp, record: &str) -> Vec<String> {
    let by = test.person(Role::CouncilSecretary);
    let id = record.replace("/cong-khai/", "");
    let all = consultations::voices(&test.app, &by, &id).unwrap();
    all.iter().map(|one| format!("{record}/y-kien/{}", one.id)).collect()
}

on_both_engines! {
    fn only_who_agreed_is_named_and_only_while_it_is_open(engine: Engine) {
        let test = TestApp::example(engine);
        let [(house, house_name), (village, village_name)] = complete(&test);
        let record = open(&test, &[&house, &village], &[], "25/12/2023").is(303).leads_to().to_owned();
        let page = in_public(&record);
        test.stranger().get("/lay-y-kien").shows("Đợt cuối năm").shows("25/12/2023");
        let shown = test.stranger().get(&page);
        shown.is(200).hides(&house_name).shows(&village_name).shows("Một hộ gia đình ở");
        test.browser(Role::Chairman).get(&record).shows(&house_name);
        test.browser(Role::VillageHead).get(&record).is(403);
        // The last day counts, in Vietnamese time.
        let last = test.later("2023-12-25T16:59:00Z");
        last.stranger().get(&page).shows(&village_name);
        let over = last.later("2023-12-25T17:00:00Z");
        over.stranger().get(&page).is(200).hides(&village_name).shows("không nhận ý kiến");
        over.stranger().post(&page, &[("words", "Muộn")]).is(409);
        over.stranger().get("/lay-y-kien").hides("Đợt cuối năm");
    }

    fn who_agreed_is_named(engine: Engine) {
        let test = TestApp::example(engine);
        let [(house, name), _] = complete(&test);
        let record = open(&test, &[&house], &[&house], "20/12/2023").is(303).leads_to().to_owned();
        test.stranger().get(&in_public(&record)).shows(&name).shows("Hiến đất của");
    }

    fn voices_are_answered_and_the_council_reads_the_sum(engine: Engine) {
        let test = TestApp::example(engine);
        let [(house, _), (village, _)] = complete(&test);
        let record = open(&test, &[&house, &village], &[], "20/12/2023").is(303).leads_to().to_owned();
        let page = in_public(&record);
        let said = [("about", house.as_str()), ("words", "Đất ấy còn tranh chấp"), ("contact", "0900 333 444")];
        let receipt = test.stranger().post(&page, &said).is(303).leads_to().to_owned();
        test.stranger().get(&receipt).shows("chưa trả lời").hides("tranh chấp").hides("0900");
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.post(&format!("{record}/nhap"), &[("words", "Đồng ý cả danh sách")]).is(303);
        secretary.get(&record).shows("0900 333 444").shows("nhập từ giấy").shows("cả danh sách");
        secretary.get("/ban-lam-viec").shows("2 ý kiến chờ trả lời");
        test.browser(Role::Chairman).get("/nhat-ky").hides("tranh chấp").hides("0900");
        secretary.post(&format!("{record}/dong"), &[("version", "1")]).is(409).shows("Chưa hết ngày cuối");
        let test = test.later("2023-12-21T02:00:00Z");
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.post(&format!("{record}/dong"), &[("version", "1")]).is(409).shows("chưa trả lời");
        for address in voices(&test, &record) {
            secretary.get(&address).is(200);
            secretary.post(&address, &[("version", "1"), ("answer", " ")]).is(422);
            let answer = [("version", "1"), ("answer", "Đã xác minh, không có tranh chấp")];
            secretary.post(&address, &answer).is(303);
            secretary.post(&address, &answer).is(409);
        }
        test.stranger().get(&receipt).shows("Đã xác minh");
        secretary.get("/ban-lam-viec").shows("có thể đóng");
        secretary.post(&format!("{record}/dong"), &[("version", "7")]).is(409);
        secretary.post(&format!("{record}/dong"), &[("version", "1")]).is(303);
        secretary.get(&record).shows("Đã đóng").shows("2 ý kiến, đã trả lời 2");
        secretary.post(&format!("{record}/nhap"), &[("words", "Muộn")]).is(409);
        let by = test.person(Role::CouncilSecretary);
        let sums = consultations::sums(&test.app, &by).unwrap();
        assert_eq!((sums[&house][0].all, sums[&house][0].answered), (1, 1));
        assert_eq!(sums[&village][0].all, 0);
    }

    fn what_is_missing_or_wrong_is_told_and_what_was_typed_stays(engine: Engine) {
        let test = TestApp::example(engine);
        let [(house, _), (village, _)] = complete(&test);
        open(&test, &[], &[], "25/12/2023").is(422).shows("Đợt cuối năm");
        open(&test, &[&house, "khong-co"], &[], "25/12/2023").is(422);
        open(&test, &[&house], &[], "19/12/2023").is(422).shows("Ngày cuối trước ngày đầu");
        open(&test, &[&house], &[], "cuối tháng").is(422).shows("Đợt cuối năm");
        let record = open(&test, &[&house], &[], "25/12/2023").is(303).leads_to().to_owned();
        open(&test, &[&village, &house], &[], "25/12/2023").is(422).shows("danh sách lấy ý kiến khác");
        let by = test.person(Role::CouncilSecretary);
        let ready = nominations::list(&test.app, &by, Some(State::Received)).unwrap();
        assert!(ready.iter().any(|one| one.id == village), "a refused list changes nothing");
        let page = in_public(&record);
        test.stranger().post(&page, &[("words", " "), ("contact", "0900")]).is(422).shows("0900");
        let other = [("about", village.as_str()), ("words", "Khác")];
        test.stranger().post(&page, &other).is(422).shows("Hãy chọn trong danh sách");
        test.stranger().get("/lay-y-kien/khong-co").is(404);
        test.stranger().get("/lay-y-kien/tra-loi/khong-co").is(404);
    }

    fn the_example_lives_through_opinions_and_a_list(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get("/cong-khai").shows("Đề nghị khen thưởng tổng kết năm 2023").shows("Đã đóng");
        let council = test.browser(Role::CouncilMember);
        let sittings = council.get("/hoi-dong").text;
        let at = sittings.find("/hoi-dong/phien/").unwrap();
        let mut said = 0;
        for part in sittings[at..].split("/hoi-dong/phien/").skip(1) {
            let id: String = part.chars().take_while(|sign| *sign != '"').collect();
            let page = council.get(&format!("/hoi-dong/phien/{id}")).text;
            said += usize::from(page.contains("2 đồng ý") && page.contains("1 ý kiến, đã trả lời 1"));
        }
        assert!(said > 0, "the council reads opinions and voices beside the dossiers");
    }
}
