//! A reward that the law does not tell: a person says it with a reason and a paper, nobody says one that the
//! law tells, and an unknown one is never zero.

use chungsuc_domain::Vnd;
use chungsuc_server::access::Role;
use chungsuc_server::features::decisions::{self, Decision, Given};
use chungsuc_server::features::fund;
use chungsuc_server::refusal::Refusal;

use crate::decisions::{drafted, held};
use crate::fund::{issue, vnd};
use crate::harness::*;

fn now(test: &TestApp, id: &str) -> Decision {
    decisions::find(&test.app, &test.person(Role::Chairman), id).unwrap()
}

/// The lines of a draft whose reward the law of the day tells, and those of which it does not.
fn lines(test: &TestApp, id: &str) -> (Vec<i64>, Vec<i64>) {
    let draft = now(test, id);
    let alone = |seq: i64| {
        let awarded = draft.awarded.iter().filter(|line| line.seq == seq).cloned().collect();
        let one = Decision { awarded, ..draft.clone() };
        decisions::sums(&test.app.catalog, &one, test.app.today()).unwrap().unknown == 0
    };
    draft.awarded.iter().map(|line| line.seq).partition(|seq| alone(*seq))
}

on_both_engines! {
    fn a_person_says_what_the_law_does_not_tell(engine: Engine) {
        let (test, sitting, movement) = held(engine);
        let id = drafted(&test, &sitting, &movement);
        let (told, open) = lines(&test, &id);
        let (known, line) = (told[0], open[0]);
        let secretary = test.browser(Role::CouncilSecretary);
        let before = decisions::sums(&test.app.catalog, &now(&test, &id), test.app.today()).unwrap();
        let address = format!("/quyet-dinh/{id}");
        secretary.get(&address).shows("Ghi mức thưởng");
        test.browser(Role::Auditor).get(&address).hides("Ghi mức thưởng");
        let form = format!("{address}/muc-thuong/{line}");
        secretary.get(&form).is(200).shows("Chưa kiểm chứng").shows("Nghị định 91/2017/NĐ-CP");
        let fields = |amount: &'static str, reason: &'static str, paper: &'static str| {
            [("version", "1"), ("amount", amount), ("reason", reason), ("paper", paper)]
        };
        for (amount, reason, paper) in [("", "Theo họp", "TB 01"), ("0", "Theo họp", "TB 01"),
            ("-5", "Theo họp", "TB 01"), ("nhiều", "Theo họp", "TB 01"), ("500.000", " ", "TB 01"),
            ("500.000", "Theo họp", "")] {
            secretary.post(&form, &fields(amount, reason, paper)).is(422);
        }
        secretary.post(&form, &fields("nhiều", "Theo họp", "TB 01")).shows("TB 01").shows("Theo họp");
        test.browser(Role::Chairman).post(&form, &fields("500.000", "x", "y")).is(403);
        let by_law = format!("{address}/muc-thuong/{known}");
        secretary.get(&by_law).is(409).shows("do quy định cho biết");
        secretary.post(&by_law, &fields("900.000", "x", "y")).is(409);
        secretary.get(&format!("{address}/muc-thuong/99")).is(404);
        let words = "Mức của hội nghị liên tịch";
        secretary.post(&form, &fields("500.000", words, "Thông báo 12/TB-UBND")).is(303);
        secretary.post(&form, &fields("700.000", words, "Thông báo 13")).is(409);
        secretary.get(&address).shows("500.000").shows(words).shows("Thông báo 12/TB-UBND");
        let after = decisions::sums(&test.app.catalog, &now(&test, &id), test.app.today()).unwrap();
        assert_eq!(after.known, before.known.plus(vnd(500_000)).unwrap());
        assert_eq!(after.unknown, before.unknown - 1);
        test.browser(Role::Chairman).get("/nhat-ky").shows(words);

        // It is fixed with the number, promised by the fund, and stays.
        issue(&test, &id, "").unwrap();
        let issued = now(&test, &id);
        let of = |seq: i64| issued.awarded.iter().find(|one| one.seq == seq).unwrap();
        assert_eq!(of(line).reward, Some(vnd(500_000)));
        let promised = fund::lines(&test.app, &test.person(Role::Accountant), &id).unwrap();
        assert_eq!(promised.iter().find(|one| one.seq == line).unwrap().promised, vnd(500_000));
        if let Some(still) = open.get(1) {
            assert_eq!(of(*still).reward, None, "what nobody said is not zero");
        }
        let given = Given { amount: vnd(1), reason: "x".into(), paper: "y".into() };
        let late = decisions::give_reward(&test.app, &test.person(Role::CouncilSecretary), &id, (line, 3), &given);
        assert!(matches!(late, Err(Refusal::Rule(_))));
        assert!(of(line).reward > Some(Vnd::ZERO));
    }
}
