//! Two hundred officers issue two hundred decisions in the same moment: each number once, none left out.

use std::sync::Barrier;
use std::time::Instant;

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::SourceKind;
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::features::accounts::{self, NewAccount};
use chungsuc_server::features::councils::{self, Attendance, Choice, Manner, NewSitting};
use chungsuc_server::features::decisions::{self, Wording};
use chungsuc_server::features::fund::{self, NewIncome};
use chungsuc_server::features::movements;
use chungsuc_server::web::Form;

use crate::ballots::newcomer;
use crate::harness::*;

const OFFICERS: usize = 200;
/// No number was taken in this year before.
const DAY: &str = "2023-12-27T07:00:00Z";

/// A chairman's account of each officer.
fn officers(test: &TestApp) -> Vec<Person> {
    let grants = vec![Grant { role: Role::Administrator, territory: COMMUNE.into() }];
    let administrator = Person { grants, ..test.person(Role::Chairman) };
    let officer = |place| {
        let (login, name) = (format!("lanh.dao.{place}"), format!("Lãnh đạo {place}"));
        let roles = [(Role::Chairman, COMMUNE.to_owned())];
        let password = "mật khẩu của lãnh đạo";
        let new = NewAccount { login: &login, full_name: &name, password, roles: &roles };
        let account = accounts::create(&test.app, &administrator, &new).unwrap();
        let grants = vec![Grant { role: Role::Chairman, territory: COMMUNE.into() }];
        Person { account, name, grants, ..administrator.clone() }
    };
    (1..=OFFICERS).map(officer).collect()
}

/// A draft on a sitting of its own, which carried one dossier.
fn draft(test: &TestApp, movement: &str, nomination: String) -> String {
    let secretary = test.person(Role::CouncilSecretary);
    let agenda = [nomination.clone()];
    let (held_on, manner) = (test.app.today(), Manner::Named);
    let new = NewSitting { held_on, place: "Hội trường", manner, agenda: &agenda };
    let sitting = councils::call(&test.app, &secretary, &new).unwrap();
    let members = councils::sitting(&test.app, &secretary, &sitting).unwrap().members;
    let present = members.iter().take(5).map(|member| member.id.clone()).collect();
    let who = Attendance { present, ..Attendance::default() };
    councils::open(&test.app, &secretary, &sitting, &who).unwrap();
    let role = test.person(Role::CouncilMember);
    for member in members.into_iter().take(5) {
        let by = Person { account: member.account, name: member.name, ..role.clone() };
        councils::vote(&test.app, &by, &sitting, &[(nomination.clone(), Choice::For)]).unwrap();
    }
    councils::close(&test.app, &secretary, &sitting).unwrap();
    let words = [
        ("abstract", "Về việc tặng Giấy khen"),
        ("bases", "Xét đề nghị của Hội đồng"),
        ("recipients", "Như Điều 3"),
        ("reward_source", "fund"),
    ];
    let wording = Wording::read(&Form::from_pairs(words)).unwrap();
    decisions::draft(&test.app, &secretary, &sitting, movement, &wording).unwrap()
}

fn donation(test: &TestApp, amount: Vnd) -> NewIncome {
    let (giver, paper) = ("Người con xa quê".into(), "PT-200".into());
    let (on, source, public_name) = (test.app.today(), SourceKind::Donation, false);
    let (note, reason) = (String::new(), String::new());
    NewIncome { on, source, amount, giver, public_name, paper, note, reason }
}

on_both_engines! {
    fn two_hundred_at_once_take_each_number_once(engine: Engine) {
        let test = TestApp::example(engine);
        let board = test.person(Role::ProgrammeBoard);
        let movement = movements::current(&test.app, &board).unwrap().unwrap().id;
        let proposed: Vec<String> =
            (1..=OFFICERS).map(|place| newcomer(&test, &movement, place)).collect();
        let test = test.later(DAY);
        let accountant = test.person(Role::Accountant);
        let need = Vnd::new(270_000 * i64::try_from(OFFICERS).unwrap());
        let before = fund::book(&test.app, &accountant, 2023).unwrap();
        // The fund holds enough for all of them, to the last đồng.
        let missing = need.minus(before.free().unwrap()).unwrap();
        fund::record_income(&test.app, &accountant, &donation(&test, missing)).unwrap();
        let drafts: Vec<String> =
            proposed.into_iter().map(|one| draft(&test, &movement, one)).collect();
        let officers = officers(&test);
        let browsers: Vec<Browser<'_>> =
            officers.iter().map(|officer| test.browser_of(officer)).collect();

        let (start, day) = (Barrier::new(OFFICERS), "27/12/2023");
        let begun = Instant::now();
        let issue = |browser: &Browser<'_>, draft: &str| {
            start.wait();
            let sent = Instant::now();
            let address = format!("/quyet-dinh/{draft}/ban-hanh");
            browser.post(&address, &[("issued_on", day), ("version", "1")]).is(303);
            sent.elapsed()
        };
        let issue = &issue;
        let mut waits: Vec<_> = std::thread::scope(|scope| {
            let both = browsers.iter().zip(&drafts);
            let threads: Vec<_> =
                both.map(|(browser, draft)| scope.spawn(move || issue(browser, draft))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        waits.sort_unstable();
        let (all, half, last) = (begun.elapsed(), waits[OFFICERS / 2], waits[OFFICERS - 1]);
        println!("{engine:?}: {OFFICERS} decisions in {all:.1?}; median {half:.1?}, last {last:.1?}");

        let chairman = test.person(Role::Chairman);
        let mut numbers: Vec<i64> = drafts
            .iter()
            .map(|id| decisions::find(&test.app, &chairman, id).unwrap().number.unwrap())
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=200).collect::<Vec<i64>>(), "each exactly once");
        let next = decisions::coming_number(&test.app, &chairman, test.app.today()).unwrap();
        assert_eq!(next, 201);
        let after = fund::book(&test.app, &accountant, 2023).unwrap();
        assert_eq!((after.committed, after.free()), (need, Ok(Vnd::ZERO)), "each promised once");
        let signed: std::collections::BTreeSet<String> = drafts
            .iter()
            .map(|id| decisions::find(&test.app, &chairman, id).unwrap().signer_name)
            .collect();
        assert_eq!(signed.len(), OFFICERS, "each is signed by who issued it");
    }
}
