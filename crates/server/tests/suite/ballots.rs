//! Ballots in secret and on paper: nobody can tell who said what, and every ballot counts once.

use std::collections::{BTreeSet, HashMap};

use chungsuc_domain::SubjectKind;
use chungsuc_domain::ballot::{BallotRule, Base, Fraction, Votes};
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::features::accounts::{self, NewAccount};
use chungsuc_server::features::councils::{
    self, Attendance, Choice, Counts, KeyFolder, Manner, NewCouncil, NewSitting, SittingView, State,
};
use chungsuc_server::features::directory::{self, PersonFields};
use chungsuc_server::features::movements::{self, Pledge};
use chungsuc_server::features::nominations::{self, NewNomination};
use chungsuc_server::refusal::Refusal;

use crate::harness::*;

const DAY: &str = "2023-12-27T07:00:00Z";

/// A sitting of the example's council that is called for the day with every received dossier.
struct Room {
    test: TestApp,
    secretary: Person,
    id: String,
}

impl Room {
    fn called(engine: Engine, manner: Manner) -> Self {
        let test = TestApp::example(engine);
        let secretary = test.person(Role::CouncilSecretary);
        let received = nominations::State::Received;
        let mut ready = nominations::list(&test.app, &secretary, Some(received)).unwrap();
        if ready.is_empty() {
            let one = crate::nominations::contestant(&test, SubjectKind::Household, None);
            propose(&test, &one.id);
            ready = nominations::list(&test.app, &secretary, Some(received)).unwrap();
        }
        let agenda: Vec<String> = ready.into_iter().map(|one| one.id).collect();
        let test = test.later(DAY);
        let id = call(&test, manner, &agenda).unwrap();
        Self { test, secretary, id }
    }

    fn view(&self) -> SittingView {
        councils::sitting(&self.test.app, &self.secretary, &self.id).unwrap()
    }

    fn member(&self, place: usize) -> Person {
        let member = &self.view().members[place];
        let role = self.test.person(Role::CouncilMember);
        Person { account: member.account.clone(), name: member.name.clone(), ..role }
    }

    fn members(&self, places: std::ops::Range<usize>) -> BTreeSet<String> {
        self.view().members[places].iter().map(|member| member.id.clone()).collect()
    }

    fn open(&self, present: usize) {
        let who = Attendance { present: self.members(0..present), ..Attendance::default() };
        councils::open(&self.test.app, &self.secretary, &self.id, &who).unwrap();
    }

    fn hand_in(&self, place: usize, choice: Choice) -> Result<(), Refusal> {
        let items = self.view().items;
        let votes: Vec<_> = items.iter().map(|item| (item.nomination.id.clone(), choice)).collect();
        councils::hand_in(&self.test.app, &self.member(place), &self.id, 1, &votes)
    }

    fn close(&self) -> Result<(), Refusal> {
        councils::close(&self.test.app, &self.secretary, &self.id)
    }

    fn texts(&self, sql: &'static str) -> Vec<String> {
        self.test.app.read(|r| r.all(sql, &[], |row| row.get(0))).unwrap()
    }

    fn sealed(&self) -> Vec<Vec<u8>> {
        let sql = "SELECT sealed FROM sealed_ballot";
        self.test.app.read(|r| r.all(sql, &[], |row| row.get(0))).unwrap()
    }
}

fn call(test: &TestApp, manner: Manner, agenda: &[String]) -> Result<String, Refusal> {
    let held_on = test.app.today();
    let new = NewSitting { held_on, place: "Hội trường", manner, agenda };
    councils::call(&test.app, &test.person(Role::CouncilSecretary), &new)
}

/// Proposes a contestant and has the secretary receive it.
fn propose(test: &TestApp, contestant: &str) -> String {
    let board = test.person(Role::ProgrammeBoard);
    let new = NewNomination {
        contestant,
        award: "giay-khen-xa",
        achievement: "Góp 40 ngày công làm đường",
        proposed_by: "Hội Nông dân xã",
    };
    let id = nominations::propose(&test.app, &board, &new).unwrap();
    nominations::send(&test.app, &board, &id).unwrap();
    nominations::receive(&test.app, &test.person(Role::CouncilSecretary), &id).unwrap();
    id
}

fn is_rule(done: Result<(), Refusal>) -> bool {
    matches!(done, Err(Refusal::Rule(_)))
}

on_both_engines! {
    fn what_is_kept_of_a_secret_ballot_does_not_depend_on_it(engine: Engine) {
        let room = Room::called(engine, Manner::Secret);
        room.open(6);
        room.hand_in(0, Choice::For).unwrap();
        room.hand_in(1, Choice::Against).unwrap();
        let sealed = room.sealed();
        assert_eq!(sealed.len(), 2);
        assert_eq!(sealed[0].len(), sealed[1].len(), "the length says nothing");
        let (first, second) = (room.view().members[0].id.clone(), room.view().members[1].id.clone());
        let told = room.texts("SELECT new_values FROM journal WHERE record_kind = 'ballot_roll'");
        let told: BTreeSet<String> = told
            .into_iter()
            .map(|text| text.replace(&first, "ai").replace(&second, "ai"))
            .collect();
        assert_eq!(told.len(), 1, "the journal says the same of both: {told:?}");
        for words in &told {
            assert!(!words.contains("for") && !words.contains("against"), "{words}");
        }
        assert!(room.texts("SELECT choice FROM ballot WHERE sitting = (SELECT max(id) FROM sitting)")
            .is_empty());
        let own = councils::own_ballot(&room.test.app, &room.member(0), &room.id).unwrap().unwrap();
        assert!(own.named.is_empty() && own.missing == 0, "not even told to the voter");
    }

    fn after_the_count_nothing_is_left_to_open(engine: Engine) {
        let room = Room::called(engine, Manner::Secret);
        room.open(7);
        for place in 0..6 {
            room.hand_in(place, if place < 5 { Choice::For } else { Choice::Against }).unwrap();
        }
        // Whoever copies the database while the vote is open takes this along, but not the key.
        let copied = room.sealed();
        assert_eq!(copied.len(), 6);
        let folder = room.test.ballot_keys();
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        room.close().unwrap();
        assert!(room.sealed().is_empty());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "the key is destroyed");
        let view = room.view();
        for item in &view.items {
            let votes = Votes { in_favour: 5, against: 1, abstain: 0, invalid: 0 };
            assert_eq!((item.votes, item.carried), (votes, Some(true)));
            assert_eq!(item.tally.as_ref().unwrap().not_cast, 1);
        }
        let who = councils::who_voted(&room.test.app, &room.secretary, &room.id).unwrap().unwrap();
        assert_eq!(who.len(), 6, "who voted stays provable");
        let page = room.test.browser(Role::Auditor).get(&format!("/hoi-dong/phien/{}", room.id));
        page.is(200).shows("Bỏ phiếu kín").shows(&who[0]);
        assert!(is_rule(room.hand_in(6, Choice::For)), "not after the close");
    }

    fn a_secret_ballot_is_handed_in_whole_and_once(engine: Engine) {
        let room = Room::called(engine, Manner::Secret);
        assert!(is_rule(room.hand_in(0, Choice::For)), "not before it is open");
        room.open(6);
        let none = councils::hand_in(&room.test.app, &room.member(0), &room.id, 1, &[]);
        assert!(matches!(none, Err(Refusal::Invalid(_))), "a dossier without a choice is asked for");
        room.hand_in(0, Choice::Abstain).unwrap();
        assert!(is_rule(room.hand_in(0, Choice::For)));
        assert!(matches!(room.hand_in(6, Choice::For), Err(Refusal::Forbidden)), "absent");
        let stranger = room.test.person(Role::CouncilMember);
        let voted = councils::hand_in(&room.test.app, &stranger, &room.id, 1, &[]);
        assert!(matches!(voted, Err(Refusal::Forbidden)), "no member");
        let voted = councils::hand_in(&room.test.app, &room.member(1), &room.id, 2, &[]);
        assert!(is_rule(voted), "no such sheet");
        let named = [(room.view().items[0].nomination.id.clone(), Choice::For)];
        let voted = councils::vote(&room.test.app, &room.member(1), &room.id, &named);
        assert!(is_rule(voted), "this sitting does not vote by name");
        assert_eq!(room.sealed().len(), 1);
    }

    fn who_keeps_out_says_so_before_voting(engine: Engine) {
        let room = Room::called(engine, Manner::Secret);
        let first = room.view().items[0].nomination.id.clone();
        let declare = |place, reason: &str| {
            councils::declare(&room.test.app, &room.member(place), &room.id, &first, reason)
        };
        assert!(matches!(declare(0, " "), Err(Refusal::Invalid(_))));
        declare(0, "Em ruột của tôi").unwrap();
        room.open(6);
        let voted = room.hand_in(0, Choice::For);
        assert!(is_rule(voted), "a dossier that one keeps out of is no part of the ballot");
        let rest: Vec<_> = room.view().items.iter().skip(1)
            .map(|item| (item.nomination.id.clone(), Choice::For)).collect();
        councils::hand_in(&room.test.app, &room.member(0), &room.id, 1, &rest).unwrap();
        for place in 1..6 {
            room.hand_in(place, Choice::For).unwrap();
        }
        assert!(is_rule(declare(1, "Nhớ ra muộn")), "not after voting");
        room.close().unwrap();
        let view = room.view();
        assert_eq!(view.items[0].votes.in_favour, 5);
        assert_eq!(view.keeping_out(&first), [(view.members[0].name.as_str(), "Em ruột của tôi")]);
        let page = room.test.browser(Role::Auditor).get(&format!("/hoi-dong/phien/{}", room.id));
        page.is(200).shows("Em ruột của tôi");
    }

    fn an_absent_member_votes_in_writing_until_the_hour(engine: Engine) {
        let room = Room::called(engine, Manner::Secret);
        let until = "2023-12-27T09:30:59Z".parse().unwrap();
        let who = Attendance {
            present: room.members(0..5),
            written: room.members(5..7),
            written_until: Some(until),
        };
        let both = Attendance { written: room.members(4..6), ..who.clone() };
        let open = |who: &Attendance| councils::open(&room.test.app, &room.secretary, &room.id, who);
        assert!(matches!(open(&both), Err(Refusal::Invalid(_))), "in one way only");
        let no_hour = Attendance { written_until: None, ..who.clone() };
        assert!(matches!(open(&no_hour), Err(Refusal::Invalid(_))));
        open(&who).unwrap();
        for place in 0..5 {
            room.hand_in(place, Choice::For).unwrap();
        }
        room.hand_in(5, Choice::For).unwrap();
        assert!(is_rule(room.close()), "somebody may still vote");
        let late = room.test.app.at("2023-12-27T09:31:00Z".parse().unwrap());
        let votes: Vec<_> = room.view().items.iter()
            .map(|item| (item.nomination.id.clone(), Choice::For)).collect();
        let voted = councils::hand_in(&late, &room.member(6), &room.id, 1, &votes);
        assert!(is_rule(voted), "too late");
        councils::close(&late, &room.secretary, &room.id).unwrap();
        let item = &room.view().items[0];
        assert_eq!(item.votes.in_favour, 6);
        assert_eq!(item.tally.as_ref().unwrap().present, 6, "who did not write took no part");
    }

    fn a_lost_key_costs_a_second_vote_and_nothing_else(engine: Engine) {
        let room = Room::called(engine, Manner::Secret);
        room.open(7);
        room.hand_in(0, Choice::Against).unwrap();
        let repeat = |reason: &str| {
            councils::repeat(&room.test.app, &room.secretary, &room.id, reason)
        };
        assert!(is_rule(repeat("thử")), "not while the key is there");
        std::fs::remove_dir_all(room.test.ballot_keys()).unwrap();
        assert!(is_rule(room.close()), "nothing is counted without the key");
        assert!(is_rule(room.hand_in(1, Choice::For)));
        assert_eq!(room.view().state, State::Open);
        assert!(matches!(repeat(""), Err(Refusal::Invalid(_))));
        repeat("Máy chủ hỏng ổ đĩa").unwrap();
        for place in 0..7 {
            room.hand_in(place, Choice::For).unwrap();
        }
        room.close().unwrap();
        assert_eq!(room.view().items[0].votes.in_favour, 7);
    }

    fn without_a_place_for_keys_no_secret_vote_is_opened(engine: Engine) {
        let mut room = Room::called(engine, Manner::Secret);
        room.test.app.ballot_keys = KeyFolder::default();
        let who = Attendance { present: room.members(0..7), ..Attendance::default() };
        let opened = councils::open(&room.test.app, &room.secretary, &room.id, &who);
        assert!(is_rule(opened));
        assert_eq!(room.view().state, State::Called, "nothing half-way");
    }

    fn paper_ballots_are_counted_by_two_who_agree(engine: Engine) {
        let room = Room::called(engine, Manner::Paper);
        room.open(7);
        let app = &room.test.app;
        let counts = |votes: Votes| -> HashMap<String, Votes> {
            room.view().items.iter().map(|item| (item.nomination.id.clone(), votes)).collect()
        };
        let right = Votes { in_favour: 5, against: 1, abstain: 0, invalid: 1 };
        let wrong = Votes { in_favour: 6, ..right };
        let (one, two) = (room.member(1), room.member(2));
        let typed = councils::type_count(app, &one, &room.id, &HashMap::new());
        assert!(matches!(typed, Err(Refusal::Invalid(_))), "every dossier is counted");
        let typed = councils::type_count(app, &one, &room.id, &counts(wrong));
        assert!(matches!(typed, Err(Refusal::Invalid(_))), "eight ballots of seven people");
        councils::type_count(app, &one, &room.id, &counts(right)).unwrap();
        assert!(is_rule(room.close()), "one count is not enough");
        let other = Votes { in_favour: 4, against: 2, ..right };
        councils::type_count(app, &two, &room.id, &counts(other)).unwrap();
        let (own, stand) = councils::own_count(app, &two, &room.id).unwrap();
        assert_eq!(own.values().next(), Some(&other), "each sees the own count only");
        assert!(matches!(stand, Counts::Differ(_)));
        assert!(is_rule(room.close()));
        let third = councils::type_count(app, &room.member(3), &room.id, &counts(right));
        assert!(is_rule(third), "two people count");
        councils::type_count(app, &two, &room.id, &counts(right)).unwrap();
        room.close().unwrap();
        assert_eq!(room.view().items[0].votes, right);
        let page = room.test.browser(Role::Auditor).get(&format!("/hoi-dong/phien/{}", room.id));
        page.is(200).shows("Phiếu giấy").shows("Không hợp lệ");
    }

    fn the_pages_of_the_ballots_take_what_is_typed(engine: Engine) {
        let room = Room::called(engine, Manner::Secret);
        room.open(7);
        let browser = room.test.browser_of(&room.member(1));
        let address = format!("/hoi-dong/phien/{}/phieu", room.id);
        browser.get(&address).is(200).shows("Gửi phiếu kín").shows("Khai có liên quan");
        let page = browser.post(&address, &[("to", "1")]);
        page.is(422).shows("Chọn ý kiến cho hồ sơ này.");
        let out = format!("/hoi-dong/phien/{}/lien-quan", room.id);
        let first = room.view().items[0].nomination.id.clone();
        browser.get(&out).is(200);
        browser.post(&out, &[("ho-so", &first), ("reason", "")]).is(422);
        browser.post(&out, &[("ho-so", &first), ("reason", "Cùng đơn vị")]).is(303);
        browser.get(&address).shows("Không tham gia vì có liên quan");
        browser.post(&address, &[("to", "1"), ("con-lai", "for")]).is(303);
        browser.get(&address).is(200).shows("Nội dung phiếu kín không xem lại được");
    }
}

/// Fifteen members, two hundred dossiers, fifteen browsers at once.
fn a_large_council(engine: Engine) -> (TestApp, Vec<Person>, Vec<String>) {
    let test = TestApp::example(engine);
    let (board, secretary) =
        (test.person(Role::ProgrammeBoard), test.person(Role::CouncilSecretary));
    let administrator = Person {
        grants: vec![Grant { role: Role::Administrator, territory: COMMUNE.into() }],
        ..board.clone()
    };
    let members: Vec<Person> = (1..=15)
        .map(|place| {
            let (login, name) = (format!("hoi.dong.{place}"), format!("Thành viên {place}"));
            let roles = [(Role::CouncilMember, COMMUNE.to_owned())];
            let password = "mật khẩu của thành viên";
            let new = NewAccount { login: &login, full_name: &name, password, roles: &roles };
            let account = accounts::create(&test.app, &administrator, &new).unwrap();
            let grants = vec![Grant { role: Role::CouncilMember, territory: COMMUNE.into() }];
            Person { account, name, grants, ..board.clone() }
        })
        .collect();
    let share = |part, whole| Fraction::new(part, whole).unwrap();
    let part = |place| if place == 0 { "chair".to_owned() } else { "member".to_owned() };
    let council = NewCouncil {
        name: "Hội đồng lớn".into(),
        paper: "Quyết định 99/QĐ-UBND".into(),
        valid_from: test.app.today(),
        rule: BallotRule {
            quorum: share(2, 3),
            pass: share(1, 2),
            more_than: true,
            base: Base::Members,
        },
        members: members
            .iter()
            .enumerate()
            .map(|(place, one)| (one.account.clone(), String::new(), part(place)))
            .collect(),
    };
    councils::set_up(&test.app, &secretary, &council).unwrap();
    let movement = movements::current(&test.app, &board).unwrap().unwrap().id;
    let agenda = (1..=200).map(|place| newcomer(&test, &movement, place)).collect();
    (test.later(DAY), members, agenda)
}

/// Enters a person, registers them in a movement, and proposes them; gives the nomination.
pub(crate) fn newcomer(test: &TestApp, movement: &str, place: usize) -> String {
    let board = test.person(Role::ProgrammeBoard);
    let fields = PersonFields {
        full_name: format!("Đinh Văn Thử {place}"),
        birth_year: None,
        gender: "unknown".into(),
        village: Some(SO_TOR.into()),
        household: None,
        body: None,
        occupation: String::new(),
        leader: false,
    };
    let person = directory::add_person(&test.app, &board, &fields, true).unwrap().unwrap();
    let pledge = Pledge { text: "Làm đường".into(), due: None, pledged_on: test.app.today() };
    let kind = SubjectKind::Individual;
    let one = movements::register(&test.app, &board, movement, kind, &person, &pledge);
    propose(test, &one.unwrap())
}

mod large {
    use super::*;

    on_both_engines! {
        fn fifteen_browsers_at_once_lose_no_vote_on_two_hundred_dossiers(engine: Engine) {
            let (test, members, agenda) = a_large_council(engine);
            let secretary = test.person(Role::CouncilSecretary);
            let id = call(&test, Manner::Secret, &agenda).unwrap();
            let view = councils::sitting(&test.app, &secretary, &id).unwrap();
            let present = view.members.iter().map(|member| member.id.clone()).collect();
            let who = Attendance { present, ..Attendance::default() };
            councils::open(&test.app, &secretary, &id, &who).unwrap();
            let address = format!("/hoi-dong/phien/{id}/phieu");
            // Member n says yes to the dossiers whose place is at least n; the pages' own forms are sent.
            std::thread::scope(|scope| {
                for (place, member) in members.iter().enumerate() {
                    let (test, agenda, address) = (&test, &agenda, &address);
                    scope.spawn(move || {
                        let browser = test.browser_of(member);
                        for part in 1..=4usize {
                            let page = browser.get(&format!("{address}?to={part}"));
                            page.is(200);
                            assert!(page.bytes.len() < 60_000, "{} bytes", page.bytes.len());
                            let part_text = part.to_string();
                            let mut fields = vec![("to".to_owned(), part_text)];
                            for (item, nomination) in agenda.iter().enumerate().skip((part - 1) * 50).take(50) {
                                let choice = if item >= place { "for" } else { "against" };
                                fields.push((format!("ho-so-{nomination}"), choice.to_owned()));
                            }
                            let fields: Vec<_> =
                                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                            browser.post(address, &fields).is(303);
                            // Sent twice by an impatient finger.
                            browser.post(address, &fields).is(409);
                        }
                    });
                }
            });
            councils::close(&test.app, &secretary, &id).unwrap();
            let view = councils::sitting(&test.app, &secretary, &id).unwrap();
            for (place, item) in view.items.iter().enumerate() {
                let yes = u32::try_from((place + 1).min(15)).unwrap();
                assert_eq!(item.nomination.id, agenda[place]);
                assert_eq!((item.votes.in_favour, item.votes.against), (yes, 15 - yes));
                assert_eq!(item.carried, Some(yes > 7));
            }
        }
    }
}
