//! What offices and the people said before a sitting stands in its minutes and in the notice to who
//! proposed, from the records.

use chungsuc_server::access::Role;
use chungsuc_server::features::councils::{self, SittingView};
use chungsuc_server::features::letters::{self, Subject};

use crate::harness::*;
use crate::letters::{drafted, said, says};

const HOURS: [(&str, &str); 2] = [("begins", "08 giờ 00 phút"), ("ends", "10 giờ 30 phút")];

/// The sittings of the whole example that are counted.
fn closed(test: &TestApp) -> Vec<SittingView> {
    let secretary = test.person(Role::CouncilSecretary);
    let all = councils::sittings(&test.app, &secretary).unwrap().into_iter();
    let all = all.map(|line| councils::sitting(&test.app, &secretary, &line.id).unwrap());
    all.filter(SittingView::is_closed).collect()
}

on_both_engines! {
    fn minutes_and_notices_say_who_was_heard(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let mut heard = 0;
        for sitting in closed(&test) {
            let subject = Subject::Sitting(sitting.id.clone());
            let id = drafted(&test, &secretary, "bien-ban-hop", &subject, &HOURS).unwrap();
            let texts = said(&test, &secretary, &id);
            // Each dossier says what it had to reach, heard or not.
            says(&texts, &["(cần từ "]);
            if !texts[1].contains("Ý kiến của các cơ quan được hỏi trước phiên họp") {
                continue;
            }
            heard += 1;
            says(&texts, &["đồng ý ngày", "Công khai lấy ý kiến nhân dân", "ý kiến, đã trả lời 0"]);
            let mut proposers: Vec<String> =
                sitting.items.iter().map(|item| item.nomination.proposed_by.clone()).collect();
            proposers.sort();
            proposers.dedup();
            let notices: Vec<String> = proposers.iter().map(|proposer| {
                let typed = [("proposer", proposer.as_str())];
                let id = drafted(&test, &secretary, "thong-bao-ket-qua", &subject, &typed).unwrap();
                said(&test, &secretary, &id)[1].clone()
            }).collect();
            assert!(notices.iter().all(|text| text.contains("(cần từ ")));
            assert!(notices.iter().any(|text| text.contains("các cơ quan được hỏi ý kiến: 02 đồng ý")));
            assert!(notices.iter().any(|text| text.contains("công khai lấy ý kiến nhân dân: 01 ý kiến, đã trả lời 01")));
        }
        assert!(heard > 0, "the example asks offices and the people");
        assert!(letters::usual(&test.app, &secretary, "bien-ban-hop", &Subject::Sitting("x".into())).is_err());
    }
}
