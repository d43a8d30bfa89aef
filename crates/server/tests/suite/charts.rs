//! Pictures of figures with their tables, and the map that a commune brings.

use chungsuc_server::access::Role;
use chungsuc_server::features::maps;

use crate::harness::*;

const CHARTS: &str = "/tieu-chi/bieu-do";
/// The half with the map and the years.
const BY_VILLAGES: &str = "/tieu-chi/bieu-do?xem=lang";
const MAPS: &str = "/tieu-chi/bieu-do/ban-do";

/// A square of a tenth of a degree, with what the file says of it.
fn area(place: u32, properties: &str) -> String {
    let west = 108.0 + f64::from(place) / 10.0;
    let east = west + 0.1;
    format!(
        r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":
        [[[{west},14],[{east},14],[{east},14.1],[{west},14.1],[{west},14]]]}}}}"#
    )
}

fn collection(areas: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, areas.join(","))
}

fn bring(browser: &Browser<'_>, file: &[u8]) -> Page {
    browser.post_file(MAPS, &[("note", "đo năm 2021")], ("file", "lang.geojson", file))
}

/// Every piece of SVG of a page.
fn pictures(page: &Page) -> Vec<&str> {
    page.text
        .split("<svg role=\"img\"")
        .skip(1)
        .map(|rest| rest.split("</svg>").next().unwrap())
        .collect()
}

on_both_engines! {
    fn each_picture_is_named_and_has_its_table(engine: Engine) {
        let test = TestApp::example(engine);
        let auditor = test.browser(Role::Auditor);
        let commune = auditor.get(CHARTS);
        commune.is(200).shows("Làng và tiêu chí").shows("Sơ Tor").shows("18/19");
        let years = auditor.get(BY_VILLAGES);
        years.is(200).shows("Số làng đạt chuẩn qua các năm").shows("Bản đồ các làng");
        let village = auditor.get(&format!("{CHARTS}/{SO_TOR}"));
        village.is(200).shows("Các tỷ lệ").shows("Qua thời gian").shows("72,6 % (2023)");
        village.shows("2.155/2.970").shows("72 %");
        let one = auditor.get(&format!("{CHARTS}/{SO_TOR}?ct=2"));
        one.is(200).shows("2. Giao thông").shows("Kế hoạch 72,0 %").shows("05/06/2023");
        for (page, wanted) in [(&commune, 1), (&years, 2), (&village, 3), (&one, 3)] {
            let drawn = pictures(page);
            assert_eq!(drawn.len(), wanted);
            for picture in drawn {
                assert!(picture.contains("<title") && picture.contains("<desc"), "{picture}");
                assert!(!picture.contains("style=") && !picture.contains("NaN"), "{picture}");
            }
            let size = page.bytes.len();
            assert!(size < 60 * 1024, "{size} bytes");
            let (picture, table) = (page.text.rfind("<svg"), page.text.rfind("<table"));
            assert!(picture < table, "the table stands behind its picture");
        }
    }

    fn a_day_without_figures_says_so(engine: Engine) {
        let test = TestApp::example(engine);
        let auditor = test.browser(Role::Auditor);
        auditor.get(&format!("{CHARTS}?ngay=01/01/2022")).is(200).shows("0/19").shows("Chưa có số liệu");
        auditor.get(&format!("{CHARTS}?ngay=31/02/2022")).is(200).shows("Ngày này không có");
        auditor.get(&format!("{CHARTS}?bo=khong-co")).is(200);
        auditor.get(&format!("{CHARTS}/23668-99")).is(404);
        let empty = TestApp::new(engine);
        let page = empty.browser(Role::Auditor).get(&format!("{CHARTS}/{SO_TOR}"));
        page.is(200).shows("Có số liệu được chấp thuận thì hình hiện ra ở đây");
    }

    fn figures_of_a_village_are_for_its_own_people(engine: Engine) {
        let test = TestApp::example(engine);
        let head = test.browser_of(&test.person_of(Role::VillageHead, SO_TOR));
        head.get(&format!("{CHARTS}/{SO_TOR}")).is(200).shows("2.155/2.970");
        head.get(&format!("{CHARTS}/23668-02")).is(403);
        let commune = head.get(CHARTS);
        commune.is(200).shows("Kuk Tung").hides(&format!("{CHARTS}/23668-02"));
        head.get(BY_VILLAGES).is(200).hides(MAPS);
    }

    fn a_map_is_matched_by_code_and_name_and_the_rest_is_asked(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        officer.get(BY_VILLAGES).is(200).hides("<path class=\"area");
        let file = collection(&[
            area(0, r#"{"ma":"23668-01"}"#),
            area(1, r#"{"ten":"LÀNG ĐAK PƠ KAO"}"#),
            area(2, r#"{"ten":"Làng Xa"}"#),
        ]);
        let brought = bring(&officer, file.as_bytes()).is(303).leads_to().to_owned();
        let page = officer.get(&brought);
        page.is(200).shows("Làng Xa").shows("Chờ khớp làng").shows("đo năm 2021");
        assert_eq!(page.text.matches(" selected").count(), 2, "two are known: {}", page.text);
        // What is not answered is asked again, and nothing is used.
        let answers = |third| {
            let known = [("version", "1"), ("vung-1", SO_TOR), ("vung-2", "23668-04")];
            let fields: Vec<_> = known.into_iter().chain([("vung-3", third)]).collect();
            officer.post(&brought, &fields)
        };
        answers("").is(422).shows("Vùng 3");
        assert!(maps::in_use(&test.app, &test.person(Role::Auditor)).unwrap().is_none());
        answers("-").is(303);
        let charts = test.browser(Role::Auditor).get(BY_VILLAGES);
        charts.is(200).shows("<path class=\"area").shows("đo năm 2021");
        answers("-").is(409).shows("không còn chờ khớp làng");
        // A second map takes the place of the first, which stays in the list.
        let second = bring(&officer, file.as_bytes()).is(303).leads_to().to_owned();
        let fields = [("version", "1"), ("vung-1", SO_TOR), ("vung-2", "-"), ("vung-3", "-")];
        officer.post(&second, &fields).is(303);
        officer.get(MAPS).shows("Đang dùng").shows("Đã thay");
    }

    fn a_map_that_is_no_map_is_refused_in_one_sentence(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let huge = vec![b' '; 2 * 1024 * 1024 + 1];
        let point = collection(&[
            area(0, "{}").replace("Polygon", "Point"),
        ]);
        let cases: [(&[u8], &str); 6] = [
            (b"\xff\xfe", "không đọc được"),
            (b"{}", "FeatureCollection"),
            (&huge, "lớn hơn 2 MB"),
            (point.as_bytes(), "Vùng thứ 1"),
            (br#"{"type":"FeatureCollection","features":[]}"#, "không có vùng nào"),
            (b"", "không đọc được"),
        ];
        for (file, sentence) in cases {
            bring(&officer, file).is(422).shows(sentence).shows("đo năm 2021");
        }
        officer.post_file(MAPS, &[("note", "x")], ("khac", "a", b"b")).is(422).shows("Tệp GeoJSON");
        let by = test.person(Role::CriteriaOfficer);
        assert!(maps::maps(&test.app, &by).unwrap().is_empty(), "nothing was kept");
        // A map without any village is not used; it can be given up.
        let file = collection(&[area(0, "{}")]);
        let brought = bring(&officer, file.as_bytes()).is(303).leads_to().to_owned();
        officer.post(&brought, &[("version", "1"), ("vung-1", "-")]).is(409).shows("chưa dùng được");
        officer.post(&format!("{brought}/bo"), &[("version", "1")]).is(303);
        officer.get(MAPS).shows("Chưa có bản đồ");
    }

    fn a_fine_map_of_a_large_commune_stays_a_small_page(engine: Engine) {
        let test = TestApp::new(engine);
        let officer = test.browser(Role::CriteriaOfficer);
        let round = |place: u32| {
            let points: Vec<String> = (0..=3_000)
                .map(|step| {
                    let turn = std::f64::consts::TAU * f64::from(step % 3_000) / 3_000.0;
                    let east = 108.0 + f64::from(place) / 10.0 + 0.05 * turn.cos();
                    format!("[{east:.7},{:.7}]", 14.0 + 0.05 * turn.sin())
                })
                .collect();
            format!(
                r#"{{"type":"Feature","properties":{{"ma":"23668-0{}"}},"geometry":
                {{"type":"Polygon","coordinates":[[{}]]}}}}"#,
                place + 1,
                points.join(",")
            )
        };
        let areas: Vec<String> = (0..9).map(round).collect();
        let brought = bring(&officer, collection(&areas).as_bytes()).is(303).leads_to().to_owned();
        let fields: Vec<(String, String)> = (1..=9)
            .map(|place| (format!("vung-{place}"), format!("23668-0{place}")))
            .chain([("version".to_owned(), "1".to_owned())])
            .collect();
        let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        officer.post(&brought, &fields).is(303);
        let page = officer.get(BY_VILLAGES);
        let size = page.bytes.len();
        assert!(size < 60 * 1024, "{size} bytes");
        assert_eq!(page.text.matches("<path class=\"area").count(), 9);
    }
}
