//! The desk: everybody's own, and nobody's who has no dossier.

use chungsuc_server::access::Role;

use crate::harness::*;

on_both_engines! {
    fn everybody_begins_where_their_work_is(engine: Engine) {
        let test = TestApp::new(engine);
        assert_eq!(test.browser(Role::VillageHead).get("/").leads_to(), "/ban-lam-viec");
        assert_eq!(test.browser(Role::Administrator).get("/").leads_to(), "/quan-tri");
        test.stranger().get("/").is(200).shows("/dang-nhap");
    }

    fn an_empty_desk_says_so(engine: Engine) {
        let test = TestApp::new(engine);
        let page = test.browser(Role::CultureCentre).get("/ban-lam-viec");
        page.is(200).shows("20/12/2023").shows("Không có việc nào đang chờ");
    }
}
