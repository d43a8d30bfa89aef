//! A signed-in list page of 50 of 20,000 contestants, beside a bare handler that runs the same SQL and
//! renders the same 50 rows. Both are loaded by wrk on loopback, in turns, in one run; `scripts/bench
//! web` starts it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use chungsuc_domain::SubjectKind;
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::app::App;
use chungsuc_server::clock::Clock;
use chungsuc_server::features::directory::{self, PersonFields};
use chungsuc_server::features::movements::{self, PlanFacts, Pledge};
use chungsuc_server::features::{accounts, units};
use chungsuc_server::http;
use chungsuc_store::{Address, Author, Store, StoreError};
use maud::html;

/// As in the program itself; the bare handler has it too.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

const COMMUNE: &str = "23668";
const CONTESTANTS: usize = 20_000;
const UNITS: &[u8] = include_bytes!("../../../examples/to-tung/units.csv");
const PLAN: &[u8] = include_bytes!("../../../examples/to-tung/plan.toml");
/// Connections that are open at once, seconds of each turn, turns of each.
const CONNECTIONS: &str = "64";
const SECONDS: &str = "8";
const TURNS: usize = 3;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::scratch(Address::File(folder.path().join("bench.db"))).unwrap();
    let clock = Clock::Still("2023-12-20T02:00:00Z".parse().unwrap());
    let app = App::new(Arc::new(store), clock);
    let (movement, token) = seed(&app);
    println!("{CONTESTANTS} contestants are there");

    let runtime = http::runtime().unwrap();
    let page = runtime.block_on(serve(http::router(app.clone())));
    let bare = Router::new().route("/", get(bare)).with_state((app, movement.clone()));
    let bare = runtime.block_on(serve(bare));
    let page = format!("http://{page}/phong-trao/{movement}/doi-tuong");
    let bare = format!("http://{bare}/");

    let mut turns: BTreeMap<&str, Vec<Load>> = BTreeMap::new();
    for _ in 0..TURNS {
        turns.entry("bare handler").or_default().push(load(&bare, &token));
        turns.entry("signed-in page").or_default().push(load(&page, &token));
    }
    println!("| | requests/s | p50 ms | p99 ms |\n|---|---|---|---|");
    for (name, loads) in &turns {
        let [rate, half, worst] = medians(loads);
        println!("| {name} | {rate:.0} | {half:.2} | {worst:.2} |");
    }
    let (bare, page) = (medians(&turns["bare handler"]), medians(&turns["signed-in page"]));
    let (rate, worst) = (page[0] / bare[0], page[2] / bare[2]);
    println!("| ratio | {rate:.2} | {:.2} | {worst:.2} |", page[1] / bare[1]);
    println!("wanted: at least 0.40 of the requests, p99 under 3.00 of the bare handler's");
    assert!(rate >= 0.4 && worst < 3.0, "the page is too slow beside the bare handler");
}

/// Fills the database through the program's own verbs; gives the movement and a session's token.
fn seed(app: &App) -> (String, String) {
    let author =
        Author { commune: COMMUNE.into(), actor: "system:bench".into(), at: app.clock.now() };
    units::import(app, &author, UNITS).unwrap();
    let roles = [(Role::ProgrammeBoard, COMMUNE.to_owned())];
    let mut by = Person {
        account: "system:bench".into(),
        name: "Bench".into(),
        commune: COMMUNE.into(),
        commune_name: "Tơ Tung".into(),
        grants: vec![Grant { role: Role::Administrator, territory: COMMUNE.into() }],
    };
    let new = accounts::NewAccount {
        login: "bench",
        full_name: "Ban quản lý",
        password: "mật khẩu của phép đo",
        roles: &roles,
    };
    by.account = accounts::create(app, &by, &new).unwrap();
    by.grants = vec![Grant { role: Role::ProgrammeBoard, territory: COMMUNE.into() }];
    let villages = units::villages(app, COMMUNE).unwrap();
    let plan = PlanFacts::parse(PLAN, &app.catalog, |_| true).unwrap();
    let movement = movements::adopt(app, &by, &plan).unwrap();
    let today = app.today();
    for number in 0..CONTESTANTS {
        let fields = PersonFields {
            full_name: name(number),
            birth_year: Some(1960 + (number % 45) as i64),
            gender: "unknown".into(),
            village: Some(villages[number % villages.len()].code.clone()),
            household: None,
            body: None,
            occupation: "làm rẫy".into(),
            leader: false,
        };
        let id = directory::add_person(app, &by, &fields, true).unwrap().unwrap();
        let pledge =
            Pledge { text: "Góp công làm đường".into(), due: None, pledged_on: today };
        let kind = SubjectKind::Individual;
        movements::register(app, &by, &movement, kind, &id, &pledge).unwrap();
    }
    let token = accounts::start_session(app, COMMUNE, &by.account, "wrk").unwrap();
    (movement, token)
}

/// A name that many bear and that sorts well mixed.
fn name(number: usize) -> String {
    const FAMILY: [&str; 6] = ["Đinh", "Nguyễn", "Trần", "Lê", "Nông", "Vi"];
    const MIDDLE: [&str; 5] = ["Văn", "Thị", "Minh", "Hữu", "Ngọc"];
    const GIVEN: [&str; 9] = ["An", "Ánh", "Bưch", "Đức", "Hlưi", "Ơn", "Tâm", "Xuân", "Yưm"];
    let pick = |list: &'static [&'static str], step: usize| list[(number / step) % list.len()];
    format!("{} {} {} {number}", pick(&FAMILY, 7), pick(&MIDDLE, 3), pick(&GIVEN, 1))
}

async fn serve(router: Router) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    address
}

/// The same statement, the same 50 rows, and nothing else.
async fn bare(State((app, movement)): State<(App, String)>) -> Html<String> {
    tokio::task::spawn_blocking(move || {
        let nothing: Option<&str> = None;
        let params = [
            COMMUNE.into(),
            movement.as_str().into(),
            nothing.into(),
            nothing.into(),
            nothing.into(),
            50_i64.into(),
            0_i64.into(),
        ];
        let rows: Result<Vec<[String; 5]>, StoreError> = app.read(|r| {
            r.all(movements::sql::CONTESTANTS, &params, |row| {
                let village: Option<String> = row.get(7)?;
                let (id, name, kind) = (row.get(0)?, row.get(4)?, row.get(2)?);
                Ok([id, name, kind, village.unwrap_or_default(), row.get(6)?])
            })
        });
        let page = html! {
            table {
                @for [id, name, kind, village, since] in rows.unwrap() {
                    tr {
                        th { a href={ "/doi-tuong/" (id) } { (name) } }
                        td { (kind) } td { (village) } td { (since) }
                    }
                }
            }
        };
        Html(page.into_string())
    })
    .await
    .unwrap()
}

/// What wrk says of one turn.
struct Load {
    requests_per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
}

fn load(address: &str, token: &str) -> Load {
    let cookie = format!("Cookie: phien={token}");
    let arguments =
        ["-t1", "-c", CONNECTIONS, "-d", SECONDS, "--latency", "-H", cookie.as_str(), address];
    let output = Command::new("wrk").args(arguments).output().expect("wrk is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!text.contains("Non-2xx"), "{text}");
    let after = |word: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with(word));
        line.and_then(|line| line.split_whitespace().last()).unwrap_or_default().to_owned()
    };
    Load {
        requests_per_second: after("Requests/sec:").parse().unwrap_or_default(),
        p50_ms: milliseconds(&after("50%")),
        p99_ms: milliseconds(&after("99%")),
    }
}

/// “812.00us”, “3.21ms”, “1.02s”
fn milliseconds(text: &str) -> f64 {
    let digits = text.trim_end_matches(|sign: char| sign.is_alphabetic());
    let factor = match &text[digits.len()..] {
        "us" => 0.001,
        "s" => 1_000.0,
        _ => 1.0,
    };
    digits.parse::<f64>().unwrap_or_default() * factor
}

fn medians(loads: &[Load]) -> [f64; 3] {
    let median = |of: fn(&Load) -> f64| {
        let mut values: Vec<f64> = loads.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    [median(|it| it.requests_per_second), median(|it| it.p50_ms), median(|it| it.p99_ms)]
}
