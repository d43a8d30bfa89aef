//! The fund after a revocation: an unpaid promise is free again, what was paid is to come back, and what
//! came back is there again. Nothing is rewritten.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::Matter;
use chungsuc_server::access::Role;
use chungsuc_server::features::decisions::amendments::{self, Recovered};
use chungsuc_server::features::decisions::{self, Decision};
use chungsuc_server::features::fund::{self, Entry, NewRelease, Wanted};
use chungsuc_server::refusal::Refusal;
use chungsuc_server::web::{Form, Paging};
use jiff::civil::date;

use crate::amendments::{issue, issued, now, pay, revocation};
use crate::fund::{close, field, free, rule, vnd};
use crate::harness::*;

/// The lines of a decision as the fund has them.
fn lines(test: &TestApp, decision: &Decision) -> Vec<fund::Line> {
    fund::lines(&test.app, &test.person(Role::Accountant), &decision.id).unwrap()
}

fn line(test: &TestApp, decision: &Decision, seq: i64) -> fund::Line {
    lines(test, decision).into_iter().find(|line| line.seq == seq).unwrap()
}

/// Takes lines back on the day of the program; gives the id of the revocation.
fn revoke(test: &TestApp, decision: &Decision, seqs: &[i64]) -> String {
    let id = revocation(test, &now(test, decision), seqs).unwrap();
    issue(test, &id).unwrap();
    id
}

/// Records that money came back.
fn recover(
    test: &TestApp,
    decision: &Decision,
    (amendment, seq): (&str, i64),
    amount: i64,
) -> Result<(), Refusal> {
    let by = test.person(Role::Accountant);
    let found = amendments::find(&test.app, &by, amendment)?;
    let what = (Recovered::Money, Some(vnd(amount)));
    let both = (&found, &now(test, decision));
    amendments::record(&test.app, &by, both, seq, what, test.app.today(), "Phiếu thu số 05")
}

/// All entries of the fund; those of one moment in no order.
fn entries(test: &TestApp) -> Vec<Entry> {
    let paging = Paging::parse("/quy/so", &Form::from_pairs([("dang", "csv")]), &[]);
    let by = test.person(Role::Auditor);
    let (mut all, _) = fund::ledger(&test.app, &by, Wanted::default(), &paging).unwrap();
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}

/// Every row that was there is still there, and says the same.
fn unchanged(before: &[Entry], after: &[Entry]) {
    let said = |one: &Entry| {
        (one.id.clone(), one.matter, one.amount, one.on, one.paper.clone(), one.reason.clone())
    };
    let after: Vec<_> = after.iter().map(said).collect();
    for old in before.iter().map(said) {
        assert!(after.contains(&old), "{old:?}");
    }
}

/// Takes an entry of a matter back.
fn reverse(test: &TestApp, seq: i64, matter: Matter) -> Result<String, Refusal> {
    let all = entries(test);
    let ours = |entry: &&Entry| {
        entry.stands()
            && entry.matter == matter
            && entry.line.as_ref().is_some_and(|it| it.1 == seq)
    };
    let found = all.iter().rev().find(ours).ok_or(Refusal::NotFound)?;
    fund::reverse(&test.app, &test.person(Role::Accountant), &found.id, "Ghi nhầm")
}

on_both_engines! {
    fn an_unpaid_promise_of_what_was_taken_back_is_free_again(engine: Engine) {
        let (test, decision) = issued(engine);
        let accountant = test.person(Role::Accountant);
        let (before, open) = (free(&test, &accountant), line(&test, &decision, 1));
        let id = revoke(&test, &decision, &[1]);
        let gone = line(&test, &decision, 1);
        assert_eq!(gone.owed().unwrap(), Vnd::ZERO);
        assert_eq!(gone.revoked, Some(("01/QĐ-UBND".into(), date(2024, 3, 20))));
        assert_eq!(free(&test, &accountant), before + open.promised.dong());
        let others = lines(&test, &decision).into_iter().filter(|it| it.seq != 1);
        assert!(others.clone().count() > 0);
        assert!(others.clone().all(|it| it.revoked.is_none() && it.owed().unwrap() == it.promised));

        // Nothing of it is paid any more, promised again, or asked back.
        let address = format!("/quy/tra/{}", decision.id);
        let browser = test.browser(Role::Accountant);
        browser.get(&address).is(200).shows("thu hồi theo Quyết định 01/QĐ-UBND ngày 20/03/2024");
        let fields = [("on", "20/03/2024"), ("manner", "cash"), ("paper", "PC-9"), ("dong", "1"), ("nhan-1", "on")];
        browser.post(&address, &fields).is(409).shows("không còn khoản nào phải chi");
        assert!(rule(reverse(&test, 1, Matter::Release)).contains("đã bị thu hồi"));
        let Err(Refusal::Rule(_)) = recover(&test, &decision, (&id, 1), 1) else { panic!("nothing was paid") };
        let page = browser.get(&format!("/dieu-chinh/{id}"));
        page.is(200).hides(&format!("0 / {}", open.promised));
        let text = browser.get(&format!("/dieu-chinh/{id}/quyet-dinh.docx")).is(200).bytes.clone();
        let text = chungsuc_press::read::source(&text, "a.docx").unwrap().text().to_owned();
        assert!(!text.contains("tiền thưởng đã nhận"), "nothing was received");
    }

    fn what_was_paid_is_to_come_back_and_comes_back_into_the_fund(engine: Engine) {
        let (test, decision) = issued(engine);
        let accountant = test.person(Role::Accountant);
        pay(&test, &decision, 1);
        let paid = line(&test, &decision, 1).paid;
        let before = fund::book(&test.app, &accountant, 2024).unwrap();
        let kept = entries(&test);
        let id = revoke(&test, &decision, &[1]);
        let after = fund::book(&test.app, &accountant, 2024).unwrap();
        assert_eq!((after.balance(), after.free()), (before.balance(), before.free()), "no money moved");
        assert_eq!(after.to_come_back().unwrap(), paid);
        let browser = test.browser(Role::Accountant);
        browser.get("/quy").shows("Còn phải thu hồi");
        browser.get(&format!("/quy/tra/{}", decision.id)).shows(&format!("còn phải thu hồi {paid} đồng"));

        assert_eq!(field(recover(&test, &decision, (&id, 1), paid.dong() + 1)).0, "amount");
        recover(&test, &decision, (&id, 1), 100_000).unwrap();
        let part = fund::book(&test.app, &accountant, 2024).unwrap();
        assert_eq!(part.balance().unwrap(), after.balance().unwrap().plus(vnd(100_000)).unwrap());
        assert_eq!(part.to_come_back().unwrap(), paid.minus(vnd(100_000)).unwrap());
        assert_eq!(part.income, after.income, "it is no new income");
        let mut all = entries(&test).into_iter();
        let entry = all.find(|one| one.matter == Matter::Recovery).unwrap();
        assert_eq!((entry.matter, entry.paper.as_str(), entry.note.as_str()),
            (Matter::Recovery, "01/QĐ-UBND", "Phiếu thu số 05"));
        browser.get(&format!("/quy/so/{}", entry.id)).is(200).shows("Tiền thưởng thu hồi được");
        browser.get("/quy").shows("Tiền thưởng thu hồi được trong năm");

        // A slip in the fund's book opens what was recorded on the revocation again.
        reverse(&test, 1, Matter::Recovery).unwrap();
        assert_eq!(fund::book(&test.app, &accountant, 2024).unwrap().to_come_back().unwrap(), paid);
        browser.get(&format!("/dieu-chinh/{id}")).shows(&format!("0 / {paid}")).shows("đã đảo trong sổ quỹ");
        recover(&test, &decision, (&id, 1), paid.dong()).unwrap();
        assert!(rule(reverse(&test, 1, Matter::Payment)).contains("đã thu hồi về quỹ"));
        assert!(rule(reverse(&test, 1, Matter::Claim)).contains("không đảo được"));
        unchanged(&kept, &entries(&test));

        // The closing of the year keeps all of it.
        let test = test.later("2025-01-06T02:00:00Z");
        [2023, 2024].into_iter().for_each(|year| close(&test, year));
        let closed = fund::closing(&test.app, &accountant, 2024).unwrap().unwrap().book;
        assert_eq!((closed.claimed, closed.recovered), (paid, paid));
        assert_eq!(closed, fund::book(&test.app, &accountant, 2024).unwrap());
        let next = fund::book(&test.app, &accountant, 2025).unwrap();
        assert_eq!((Ok(next.carried), next.claimed_before), (closed.balance(), Vnd::ZERO));
        let browser = test.browser(Role::Accountant);
        for file in ["2024.docx", "2024.pdf", "2024.xlsx"] {
            browser.get(&format!("/quy/bao-cao/{file}")).is(200);
        }
        let report = browser.get("/quy/bao-cao/2024.docx").bytes;
        let text = chungsuc_press::read::source(&report, "a.docx").unwrap().text().to_owned();
        assert!(text.contains("thu hồi về quỹ trong năm"), "{text}");
    }

    fn a_payment_that_never_was_is_not_asked_back(engine: Engine) {
        let (test, decision) = issued(engine);
        pay(&test, &decision, 2);
        revoke(&test, &decision, &[2]);
        reverse(&test, 2, Matter::Payment).unwrap();
        let gone = line(&test, &decision, 2);
        assert_eq!((gone.paid, gone.to_come_back().unwrap()), (Vnd::ZERO, Vnd::ZERO));
        assert_eq!(gone.owed().unwrap(), Vnd::ZERO, "and it is not owed again");
        assert!(rule(reverse(&test, 2, Matter::Release)).contains("đã bị thu hồi"));
    }

    fn what_was_taken_back_in_a_closed_year_is_entered_today(engine: Engine) {
        let (test, decision) = issued(engine);
        pay(&test, &decision, 1);
        let id = revoke(&test, &decision, &[1]);
        let test = test.later("2025-01-06T02:00:00Z");
        let accountant = test.person(Role::Accountant);
        [2023, 2024].into_iter().for_each(|year| close(&test, year));
        let closed = fund::closing(&test.app, &accountant, 2024).unwrap().unwrap().book;
        let (found, whole) = (amendments::find(&test.app, &accountant, &id).unwrap(), now(&test, &decision));
        let what = (Recovered::Money, Some(vnd(50_000)));
        amendments::record(&test.app, &accountant, (&found, &whole), 1, what, date(2024, 12, 31), "PT 9").unwrap();
        let mut all = entries(&test).into_iter();
        assert_eq!(all.find(|one| one.matter == Matter::Recovery).unwrap().on, date(2025, 1, 6));
        assert_eq!(fund::book(&test.app, &accountant, 2024).unwrap(), closed);
        assert_eq!(fund::book(&test.app, &accountant, 2025).unwrap().recovered, vnd(50_000));
    }

    fn whatever_is_done_the_sums_agree_and_no_row_changes(engine: Engine) {
        let (test, decision) = issued(engine);
        let accountant = test.person(Role::Accountant);
        let seqs: Vec<i64> = lines(&test, &decision).iter().map(|line| line.seq).collect();
        let mut revoked: Vec<(i64, String)> = Vec::new();
        let mut before = entries(&test);
        // A walk that is the same on every run: the seed stands here.
        let mut state: u64 = 0x5eed_0043;
        let mut pick = |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % most
        };
        for step in 0..160 {
            let seq = seqs[pick(seqs.len())];
            let gone = revoked.iter().find(|(one, _)| *one == seq).map(|(_, id)| id.clone());
            match (pick(14), gone) {
                (0..=1, None) if step > 20 && revoked.len() < 3 => revoked.push((seq, revoke(&test, &decision, &[seq]))),
                (2..=4, _) if line(&test, &decision, seq).owed().unwrap() > Vnd::ZERO => {
                    pay(&test, &decision, seq);
                }
                (5, _) => {
                    let amount = vnd(1 + i64::try_from(pick(300_000)).unwrap());
                    let new = NewRelease { on: test.app.today(), amount, reason: "Xin không nhận".into() };
                    let _ = fund::release(&test.app, &accountant, &decision.id, seq, &new);
                }
                (6, _) => drop(reverse(&test, seq, Matter::Payment)),
                (7, _) => drop(reverse(&test, seq, Matter::Release)),
                (8, _) => drop(reverse(&test, seq, Matter::Recovery)),
                (_, Some(id)) => {
                    let amount = 1 + i64::try_from(pick(200_000)).unwrap();
                    let _ = recover(&test, &decision, (&id, seq), amount);
                }
                _ => {}
            }
            let after = entries(&test);
            unchanged(&before, &after);
            agree(&test, &decision, &after, step);
            before = after;
        }
        assert!(!revoked.is_empty());
        assert!(before.iter().any(|entry| entry.matter == Matter::Recovery));
        assert!(before.iter().any(|entry| entry.matter == Matter::Claim));
    }

    fn a_report_leaves_out_what_was_taken_back_and_a_sent_one_stays(engine: Engine) {
        let (test, decision) = issued(engine);
        let chairman = test.person(Role::Chairman);
        let whole = chungsuc_domain::Period::new(date(2023, 1, 1), date(2023, 12, 31)).unwrap();
        let count = || decisions::issued_in(&test.app, &chairman, &decision.movement, whole).unwrap();
        let before = count().into_iter().find(|one| one.id == decision.id).unwrap();
        let gone = decision.awarded.iter().find(|line| line.seq == 1).unwrap();
        revoke(&test, &decision, &[1]);
        let after = count().into_iter().find(|one| one.id == decision.id).unwrap();
        assert_eq!((after.awarded, after.revoked), (before.awarded - 1, 1));
        assert_eq!(after.reward, before.reward.minus(gone.reward.unwrap_or_default()).unwrap());
        assert_eq!(before.revoked, 0);
        assert_eq!(after.unknown, before.unknown);
    }
}

/// The balance is what came in less what went out and what came back again; nothing that was taken back
/// is owed, and no more comes back than was paid.
fn agree(test: &TestApp, decision: &Decision, all: &[Entry], step: i32) {
    let sum = |of: &[Matter]| -> i64 {
        let ours = all.iter().filter(|entry| of.contains(&entry.matter));
        ours.map(|entry| entry.amount.dong()).sum()
    };
    let book = fund::book(&test.app, &test.person(Role::Auditor), 2024).unwrap();
    let out = [Matter::Payment, Matter::Organising, Matter::Spending];
    let balance = sum(&[Matter::Income]) - sum(&out) + sum(&[Matter::Recovery]);
    assert_eq!(book.balance().unwrap(), vnd(balance), "step {step}");
    let left = sum(&[Matter::Claim]) - sum(&[Matter::Recovery]);
    assert_eq!(book.to_come_back().unwrap(), vnd(left), "step {step}");
    for line in lines(test, decision) {
        assert!(line.owed().unwrap() >= Vnd::ZERO, "step {step}: {line:?}");
        assert!(line.to_come_back().unwrap() >= Vnd::ZERO, "step {step}: {line:?}");
        if line.revoked.is_some() {
            assert_eq!(line.owed().unwrap(), Vnd::ZERO, "step {step}: {line:?}");
            assert_eq!(line.claimed, line.paid, "step {step}: {line:?}");
        } else {
            assert_eq!(line.claimed, Vnd::ZERO, "step {step}: {line:?}");
        }
    }
}
