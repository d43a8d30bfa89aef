//! From a list of 200 nominations to minutes, decision with its list, list to sign and 200 certificates,
//! on SQLite: `scripts/bench awards`. The machine's own time; people vote by themselves.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use chungsuc_domain::SubjectKind;
use chungsuc_domain::fund::SourceKind;
use chungsuc_domain::{Vnd, date};
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::app::App;
use chungsuc_server::clock::Clock;
use chungsuc_server::example::{self, COMMUNE};
use chungsuc_server::features::certificates::Sheets;
use chungsuc_server::features::councils::{self, Attendance, Choice, Manner, NewSitting};
use chungsuc_server::features::decisions::{self, Wording};
use chungsuc_server::features::directory::{self, PersonFields};
use chungsuc_server::features::fund::{self, NewIncome};
use chungsuc_server::features::letters::{self, Subject};
use chungsuc_server::features::movements::{self, Pledge};
use chungsuc_server::features::nominations::{self, NewNomination};
use chungsuc_server::features::templates::sorts;
use chungsuc_server::features::units;
use chungsuc_server::web::Form;
use chungsuc_store::{Address, Store};

const NOMINATIONS: usize = 200;
/// All steps together must stay below this.
const BOUND: Duration = Duration::from_secs(10);

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::scratch(Address::File(folder.path().join("bench.db"))).unwrap();
    let app = App::new(Arc::new(store), Clock::Still("2023-12-20T02:00:00Z".parse().unwrap()));
    example::load(&app).unwrap();
    let people = People::new();
    let agenda = nominate(&app, &people);
    income(&app, &people);

    let mut clock = Steps::default();
    let sitting = clock.step("sitting called, voted, closed", || hold(&app, &people, &agenda));
    let minutes = clock.step("minutes", || minutes(&app, &people, &sitting));
    let decision = clock.step("decision drafted", || draft(&app, &people, &sitting));
    clock
        .step("decision issued, with its list as DOCX and PDF", || issue(&app, &people, &decision));
    let list = clock.step("list to sign as DOCX and PDF", || {
        let of = |word| fund::payment_list(&app, &people.accountant, &decision, word).unwrap();
        of(true).bytes.len() + of(false).bytes.len()
    });
    let certificates = clock.step("certificates", || {
        decisions::certificates(&app, &people.secretary, &decision, Sheets::White).unwrap().bytes
    });
    println!("minutes {minutes} B, lists {list} B, certificates {} B", certificates.len());
    clock.close();
}

/// The steps, each with its time.
#[derive(Default)]
struct Steps {
    total: Duration,
}

impl Steps {
    fn step<T>(&mut self, name: &str, work: impl FnOnce() -> T) -> T {
        let began = Instant::now();
        let done = work();
        let took = began.elapsed();
        self.total += took;
        println!("{name}: {:.2} s", took.as_secs_f64());
        done
    }

    /// Fails where the whole way breaks its bound, in a program that is built to be measured.
    fn close(self) {
        println!("{NOMINATIONS} nominations, all in all: {:.2} s", self.total.as_secs_f64());
        assert!(cfg!(debug_assertions) || self.total < BOUND, "more than {BOUND:?}");
    }
}

struct People {
    secretary: Person,
    chairman: Person,
    board: Person,
    accountant: Person,
}

impl People {
    fn new() -> Self {
        let [secretary, chairman, board, accountant] =
            [Role::CouncilSecretary, Role::Chairman, Role::ProgrammeBoard, Role::Accountant]
                .map(person);
        Self { secretary, chairman, board, accountant }
    }
}

fn person(role: Role) -> Person {
    Person {
        account: "system:bench".into(),
        name: "Đo".into(),
        commune: COMMUNE.into(),
        commune_name: "Tơ Tung".into(),
        grants: vec![Grant { role, territory: COMMUNE.into() }],
    }
}

/// People of all villages, registered, proposed and received: what is there before the way begins.
fn nominate(app: &App, people: &People) -> Vec<String> {
    let villages = units::villages(app, COMMUNE).unwrap();
    let movement = movements::current(app, &people.board).unwrap().unwrap().id;
    let one = |number: usize| {
        let fields = PersonFields {
            full_name: format!("Đinh Thị Hlưi {number}"),
            birth_year: Some(1960 + i64::try_from(number % 45).unwrap()),
            gender: "female".into(),
            village: Some(villages[number % villages.len()].code.clone()),
            household: None,
            body: None,
            occupation: "làm rẫy".into(),
            leader: false,
        };
        let id = directory::add_person(app, &people.board, &fields, true).unwrap().unwrap();
        let text = "Góp công làm đường".into();
        let pledge = Pledge { text, due: None, pledged_on: app.today() };
        let kind = SubjectKind::Individual;
        let contestant =
            movements::register(app, &people.board, &movement, kind, &id, &pledge).unwrap();
        let new = NewNomination {
            contestant: &contestant,
            award: "giay-khen-xa",
            achievement: "Góp 40 ngày công làm đường",
            proposed_by: "Hội Nông dân xã",
        };
        let id = nominations::propose(app, &people.board, &new).unwrap();
        nominations::send(app, &people.board, &id).unwrap();
        nominations::receive(app, &people.secretary, &id).unwrap();
        id
    };
    (0..NOMINATIONS).map(one).collect()
}

/// Enough for the rewards of all.
fn income(app: &App, people: &People) {
    let new = NewIncome {
        on: app.today(),
        source: SourceKind::Other,
        amount: Vnd::new(100_000_000),
        giver: String::new(),
        public_name: false,
        paper: "PT-1".into(),
        note: String::new(),
        reason: String::new(),
    };
    fund::record_income(app, &people.accountant, &new).unwrap();
}

fn hold(app: &App, people: &People, agenda: &[String]) -> String {
    let held_on = app.today();
    let new = NewSitting { held_on, place: "Hội trường", manner: Manner::Named, agenda };
    let id = councils::call(app, &people.secretary, &new).unwrap();
    let members = councils::sitting(app, &people.secretary, &id).unwrap().members;
    let present = members.iter().map(|member| member.id.clone()).collect();
    let who = Attendance { present, ..Attendance::default() };
    councils::open(app, &people.secretary, &id, &who).unwrap();
    let votes: Vec<_> = agenda.iter().map(|one| (one.clone(), Choice::For)).collect();
    for member in members {
        let by = Person { account: member.account, ..person(Role::CouncilMember) };
        councils::vote(app, &by, &id, &votes).unwrap();
    }
    councils::close(app, &people.secretary, &id).unwrap();
    id
}

/// The minutes, drafted and issued; gives the size of their DOCX.
fn minutes(app: &App, people: &People, sitting: &str) -> usize {
    let subject = Subject::Sitting(sitting.to_owned());
    let mut form = letters::usual(app, &people.secretary, sorts::MINUTES.code, &subject).unwrap();
    form.set("begins", "08 giờ 00 phút");
    form.set("ends", "11 giờ 00 phút");
    let id = letters::draft(app, &people.secretary, sorts::MINUTES.code, &subject, &form).unwrap();
    let how = letters::Issuing { on: app.today(), number: None, version: 1 };
    letters::issue(app, &people.chairman, &id, &how).unwrap();
    letters::docx_of(app, &people.secretary, &id).unwrap().bytes.len()
}

fn draft(app: &App, people: &People, sitting: &str) -> String {
    let movement = movements::current(app, &people.secretary).unwrap().unwrap().id;
    let form = Form::from_pairs([
        ("abstract", "Về việc tặng Giấy khen năm 2023"),
        ("bases", "Căn cứ Luật Thi đua, khen thưởng\nXét đề nghị của Hội đồng"),
        ("recipients", "Như Điều 3\nLưu: VT"),
        ("reward_source", "fund"),
    ]);
    let wording = Wording::read(&form).unwrap();
    decisions::draft(app, &people.secretary, sitting, &movement, &wording).unwrap()
}

fn issue(app: &App, people: &People, id: &str) {
    let version = decisions::find(app, &people.chairman, id).unwrap().version;
    let how = decisions::Issuing { on: app.today(), number: None, version, reason: String::new() };
    decisions::issue(app, &people.chairman, id, &how).unwrap();
    let issued = decisions::find(app, &people.chairman, id).unwrap();
    assert_eq!(issued.awarded.len(), NOMINATIONS, "{}", date::show_date(app.today()));
}
