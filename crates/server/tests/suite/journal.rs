//! The journal's page: what changed, by whom, and whether the chain is whole.

use chungsuc_server::access::Role;

use crate::harness::*;

on_both_engines! {
    fn the_auditor_verifies_the_chain(engine: Engine) {
        let test = TestApp::new(engine);
        let auditor = test.browser(Role::Auditor);
        auditor.get("/nhat-ky").is(200).shows("tài khoản");
        auditor.post("/nhat-ky/kiem-tra", &[]).is(200).shows("Nhật ký nguyên vẹn");
    }

    fn a_password_never_reaches_the_journal(engine: Engine) {
        let test = TestApp::new(engine);
        let auditor = test.browser(Role::Auditor);
        auditor.get("/nhat-ky").hides("argon2").hides("password_hash");
    }
}
