//! A sitting: enough members, one vote each, nothing told before it is closed.

use std::collections::BTreeMap;

use chungsuc_server::access::{Person, Role};
use chungsuc_server::features::councils::{self, Attendance, Choice, SittingView, State};
use chungsuc_server::features::{accounts, nominations};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

/// The day of the sitting that the example has called.
const DAY: &str = "2023-12-27T07:00:00Z";

struct Room {
    test: TestApp,
    secretary: Person,
    sitting: SittingView,
}

/// The called sitting of the example, on its day.
fn room(engine: Engine) -> Room {
    let test = TestApp::example(engine).later(DAY);
    let secretary = test.person(Role::CouncilSecretary);
    let line = councils::sittings(&test.app, &secretary).unwrap();
    let line = line.into_iter().find(|line| line.state == State::Called).unwrap();
    let sitting = councils::sitting(&test.app, &secretary, &line.id).unwrap();
    Room { test, secretary, sitting }
}

impl Room {
    fn member(&self, place: usize) -> Person {
        let member = &self.sitting.members[place];
        let role = self.test.person(Role::CouncilMember);
        Person { account: member.account.clone(), name: member.name.clone(), ..role }
    }

    fn open(&self, present: usize) -> Result<(), Refusal> {
        let present = self.sitting.members.iter().take(present);
        let present = present.map(|member| member.id.clone()).collect();
        let who = Attendance { present, ..Attendance::default() };
        councils::open(&self.test.app, &self.secretary, &self.sitting.id, &who)
    }

    fn vote(&self, place: usize, choices: &[Choice]) -> Result<(), Refusal> {
        self.vote_as(&self.member(place), choices)
    }

    fn vote_as(&self, member: &Person, choices: &[Choice]) -> Result<(), Refusal> {
        let ids = self.sitting.items.iter().map(|item| item.nomination.id.clone());
        let votes: Vec<_> = ids.zip(choices.iter().copied()).collect();
        councils::vote(&self.test.app, member, &self.sitting.id, &votes)
    }

    fn close(&self) -> SittingView {
        councils::close(&self.test.app, &self.secretary, &self.sitting.id).unwrap();
        councils::sitting(&self.test.app, &self.secretary, &self.sitting.id).unwrap()
    }

    fn address(&self) -> String {
        format!("/hoi-dong/phien/{}", self.sitting.id)
    }
}

on_both_engines! {
    fn a_sitting_needs_its_quorum_and_its_day(engine: Engine) {
        let room = room(engine);
        assert_eq!(room.sitting.members.len(), 7);
        assert!(matches!(room.open(4), Err(Refusal::Rule(_))), "4 of 7 are fewer than 2/3");
        let early = room.test.app.at("2023-12-26T07:00:00Z".parse().unwrap());
        let present = room.sitting.members.iter().map(|member| member.id.clone()).collect();
        let who = Attendance { present, ..Attendance::default() };
        let opened = councils::open(&early, &room.secretary, &room.sitting.id, &who);
        assert!(matches!(opened, Err(Refusal::Rule(_))), "not before its day");
        assert!(room.open(5).is_ok(), "5 of 7 suffice");
        assert!(room.open(6).is_err(), "it is open already");
    }

    fn a_vote_counts_or_is_refused_whenever_the_secretary_closes(engine: Engine) {
        let room = room(engine);
        room.open(7).unwrap();
        let choices = vec![Choice::For; room.sitting.items.len()];
        let members: Vec<Person> = (0..7).map(|place| room.member(place)).collect();
        let cast: Vec<bool> = std::thread::scope(|scope| {
            let (room, choices) = (&room, &choices);
            let vote = |member| scope.spawn(move || room.vote_as(member, choices).is_ok());
            let mut votes: Vec<_> = members[..4].iter().map(vote).collect();
            let closing = scope.spawn(|| room.close());
            votes.extend(members[4..].iter().map(vote));
            closing.join().unwrap();
            votes.into_iter().map(|vote| vote.join().unwrap()).collect()
        });
        assert!(room.vote(0, &choices).is_err(), "nothing after the close");
        let counted = cast.iter().filter(|cast| **cast).count();
        let view = councils::sitting(&room.test.app, &room.secretary, &room.sitting.id).unwrap();
        for item in &view.items {
            assert_eq!(item.votes.in_favour as usize, counted);
            let approved = item.nomination.state == nominations::State::Approved;
            assert_eq!(item.carried, Some(approved), "decided by the votes that are shown");
        }
    }

    fn seventy_in_a_hundred_of_all_members_carry(engine: Engine) {
        let room = room(engine);
        room.open(6).unwrap();
        let all = room.sitting.items.len();
        for place in 0..6 {
            // The first dossier gets 5 of 7 (71 %), the second 4 of 7 (57 %), the rest everybody.
            let mut choices = vec![Choice::For; all];
            choices[0] = if place < 5 { Choice::For } else { Choice::Against };
            choices[1] = if place < 4 { Choice::For } else { Choice::Abstain };
            room.vote(place, &choices).unwrap();
        }
        let closed = room.close();
        let carried: Vec<_> = closed.items.iter().map(|item| item.carried.unwrap()).collect();
        assert_eq!(carried[..2], [true, false]);
        assert!(carried[2..].iter().all(|carried| *carried));
        assert_eq!((closed.items[0].votes.in_favour, closed.items[0].votes.against), (5, 1));
        let states: Vec<_> = closed.items.iter().map(|item| item.nomination.state).collect();
        assert_eq!(states[..2], [nominations::State::Approved, nominations::State::Refused]);
        let page = room.test.browser(Role::Auditor).get(&room.address());
        page.is(200).shows("Không thông qua").shows("71,4").shows("70/100");
    }

    fn nothing_is_told_before_the_vote_is_closed(engine: Engine) {
        let room = room(engine);
        room.open(6).unwrap();
        room.vote(0, &vec![Choice::Against; room.sitting.items.len()]).unwrap();
        for role in [Role::Chairman, Role::CouncilSecretary, Role::Auditor, Role::CouncilMember] {
            let browser = room.test.browser(role);
            let page = browser.get(&room.address());
            page.is(200).hides("Không đồng ý").hides("against");
            let view = councils::sitting(&room.test.app, &room.test.person(role), &room.sitting.id);
            let view = view.unwrap();
            let told = view.items.iter().any(|item| {
                item.tally.is_some() || item.carried.is_some() || item.votes.against > 0
            });
            assert!(!told, "{role:?}");
        }
        let journal = room.test.browser(Role::Chairman).get("/nhat-ky");
        journal.is(200).shows("phiếu biểu quyết").hides("Không đồng ý").hides("against");
    }

    fn a_vote_is_cast_once_by_who_is_there_and_never_for_another(engine: Engine) {
        let room = room(engine);
        let all = room.sitting.items.len();
        assert!(room.vote(0, &[Choice::For]).is_err(), "not before it is open");
        room.open(6).unwrap();
        room.vote(0, &[Choice::For]).unwrap();
        assert!(matches!(room.vote(0, &[Choice::Against]), Err(Refusal::Rule(_))));
        assert!(matches!(room.vote(6, &[Choice::For]), Err(Refusal::Forbidden)), "absent");
        let stranger = room.test.person(Role::CouncilMember);
        let first = vec![(room.sitting.items[0].nomination.id.clone(), Choice::For)];
        let voted = councils::vote(&room.test.app, &stranger, &room.sitting.id, &first);
        assert!(matches!(voted, Err(Refusal::Forbidden)), "no member");
        let elsewhere = vec![("khong-co".to_owned(), Choice::For)];
        let voted =
            councils::vote(&room.test.app, &room.member(1), &room.sitting.id, &elsewhere);
        assert!(matches!(voted, Err(Refusal::Rule(_))), "not on the agenda");
        let own = councils::own_ballot(&room.test.app, &room.member(0), &room.sitting.id).unwrap();
        assert_eq!(own.unwrap().named.len(), 1);
        assert!(room.vote(0, &vec![Choice::For; all]).is_err(), "all or none");
        room.close();
        assert!(room.vote(1, &[Choice::For]).is_err(), "not after it is closed");
    }

    fn the_voter_is_the_login_not_a_field_of_the_form(engine: Engine) {
        let room = room(engine);
        room.open(6).unwrap();
        let member = &room.sitting.members[2];
        let token = accounts::start_session(&room.test.app, COMMUNE, &member.account, "máy").unwrap();
        let browser = Browser { token: Some(token), ..room.test.stranger() };
        let ballot = format!("{}/phieu", room.address());
        let first = &room.sitting.items[0].nomination;
        browser.get(&ballot).is(200).shows(&first.contestant.name).shows("Bỏ phiếu");
        let name = format!("ho-so-{}", first.id);
        let other = room.sitting.members[0].id.clone();
        browser.post(&ballot, &[(&name, "against"), ("member", &other)]).is(303);
        browser.get(&ballot).shows("Ý kiến của bạn:").shows("Không đồng ý");
        let others = councils::own_ballot(&room.test.app, &room.member(0), &room.sitting.id);
        assert!(others.unwrap().unwrap().named.is_empty());
        browser.post(&ballot, &[]).is(409);
    }

    fn who_keeps_out_is_not_counted(engine: Engine) {
        let room = room(engine);
        room.open(7).unwrap();
        for place in 0..7 {
            let choice = if place == 6 { Choice::Recused } else { Choice::For };
            room.vote(place, &[choice]).unwrap();
        }
        let closed = room.close();
        assert_eq!(closed.items[0].votes.in_favour, 6);
        assert_eq!(closed.items[0].tally.as_ref().unwrap().not_cast, 1);
        assert_eq!(closed.items[1].carried, Some(false), "a dossier without votes is not carried");
    }

    fn a_new_council_follows_the_old_one(engine: Engine) {
        let test = TestApp::example(engine);
        let secretary = test.browser(Role::CouncilSecretary);
        secretary.get("/hoi-dong").shows("Hội đồng Thi đua - Khen thưởng xã Tơ Tung").shows("2/3");
        let page = secretary.get("/hoi-dong/kien-toan");
        page.is(200).shows("Danh mục gợi ý").shows("Chưa kiểm chứng").shows("70/100");
        let accounts: BTreeMap<usize, String> = (1..=3)
            .map(|seat| (seat, test.person_of(Role::CouncilMember, &format!("23668-0{seat}")).account))
            .collect();
        let mut fields = vec![
            ("name", "Hội đồng mới"),
            ("paper", "Quyết định 99/QĐ-UBND ngày 20/12/2023"),
            ("valid_from", "20/12/2023"),
            ("quorum", "2/3"),
            ("pass", "1/2"),
            ("base", "present"),
            ("more_than", "1"),
            ("account-1", accounts[&1].as_str()),
            ("part-1", "chair"),
            ("account-2", accounts[&2].as_str()),
            ("part-2", "secretary"),
        ];
        secretary.post("/hoi-dong/kien-toan", &fields).is(422).shows("ít nhất ba thành viên");
        fields.extend([("account-3", accounts[&3].as_str()), ("part-3", "member")]);
        let mut wrong = fields.clone();
        wrong[3] = ("quorum", "3/2");
        secretary.post("/hoi-dong/kien-toan", &wrong).is(422).shows("Viết một phân số");
        secretary.post("/hoi-dong/kien-toan", &fields).is(303);
        secretary.get("/hoi-dong").shows("Hội đồng mới").shows("hơn 1/2");
        secretary.post("/hoi-dong/kien-toan", &fields).is(422);
    }

    fn the_whole_example_has_its_sittings_and_results(engine: Engine) {
        let test = TestApp::whole_example(engine);
        let auditor = test.person(Role::Auditor);
        let lines = councils::sittings(&test.app, &auditor).unwrap();
        assert_eq!(lines.len(), 3);
        for line in lines {
            let sitting = councils::sitting(&test.app, &auditor, &line.id).unwrap();
            assert!(sitting.is_closed());
            let carried = sitting.items.iter().filter(|item| item.carried == Some(true)).count();
            assert!(carried > 0 && carried <= sitting.items.len());
        }
    }
}
