//! The grid of a large commune, itself and 15 villages × 57 indicators with a figure in every cell: how
//! long its page takes through the whole program (session, permission, query, layout), and how long a
//! save of all cells takes: `scripts/bench grid`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use chungsuc_domain::standard::IndicatorKind;
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::app::App;
use chungsuc_server::clock::Clock;
use chungsuc_server::features::standards::grid::{self, Cell, GridKey};
use chungsuc_server::features::{accounts, units};
use chungsuc_server::http;
use chungsuc_store::{Address, Author, Store};
use tower::ServiceExt;

/// As in the program itself.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

const COMMUNE: &str = "23668";
const UNITS: &[u8] = include_bytes!("../../../examples/to-tung/units.csv");
const KEY: GridKey<'static> = GridKey { standard: "xa-ntm-2021-2025", period: "2023" };
const PAGE: &str = "/tieu-chi/nhap?bo=xa-ntm-2021-2025&ky=2023";
/// Without optimisation it is only tried whether the code still runs.
const IS_TRIAL: bool = cfg!(debug_assertions);
const TURNS: usize = if IS_TRIAL { 5 } else { 200 };
/// What the page may take.
const TIME_MOST: Duration = Duration::from_millis(20);
const BYTES_MOST: usize = 120 * 1024;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    // As an office has it: every save waits for the disk.
    let store = Store::open(Address::File(folder.path().join("bench.db"))).unwrap();
    let app = App::new(Arc::new(store), Clock::Still("2023-12-20T02:00:00Z".parse().unwrap()));
    let (officer, token) = seed(&app);
    let saved = Instant::now();
    let count = save(&app, &officer);
    let saved = saved.elapsed();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let router = http::router(app);
    let mut turns = Vec::new();
    let mut bytes = 0;
    for _ in 0..TURNS {
        let began = Instant::now();
        bytes = runtime.block_on(ask(&router, &token));
        turns.push(began.elapsed());
    }
    turns.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("page of {count} cells: {bytes} bytes");
    println!(
        "p50 {:.1} ms, p99 {:.1} ms of {TURNS}; one save of all cells {:.0} ms",
        milliseconds(turns[TURNS / 2]),
        milliseconds(turns[TURNS * 99 / 100]),
        milliseconds(saved)
    );
    println!("wanted: under {} ms and {BYTES_MOST} bytes", TIME_MOST.as_millis());
    assert!(
        (IS_TRIAL || turns[TURNS / 2] < TIME_MOST) && bytes < BYTES_MOST,
        "the page is too slow or too large"
    );
}

/// Fifteen villages and an officer; gives the officer and the token of their session.
fn seed(app: &App) -> (Person, String) {
    let author =
        Author { commune: COMMUNE.into(), actor: "system:bench".into(), at: app.clock.now() };
    units::import(app, &author, UNITS).unwrap();
    let mut list = String::from("code,name,kind,parent,valid_from,valid_to,successor\n");
    for number in 10..=15 {
        list.push_str(&format!("23668-{number},Làng {number},village,23668,2021-01-01,,\n"));
    }
    units::import(app, &author, list.as_bytes()).unwrap();
    let grant = |role| vec![Grant { role, territory: COMMUNE.into() }];
    let by = Person {
        account: "system:bench".into(),
        name: "Bench".into(),
        commune: COMMUNE.into(),
        commune_name: "Tơ Tung".into(),
        grants: grant(Role::Administrator),
    };
    let roles = [(Role::CriteriaOfficer, COMMUNE.to_owned())];
    let (login, full_name, password) = ("bench", "Cán bộ", "mật khẩu của phép đo");
    let new = accounts::NewAccount { login, full_name, password, roles: &roles };
    let account = accounts::create(app, &by, &new).unwrap();
    let token = accounts::start_session(app, COMMUNE, &account, "bench").unwrap();
    (Person { account, grants: grant(Role::CriteriaOfficer), ..by }, token)
}

/// Fills every cell; gives how many there are.
fn save(app: &App, by: &Person) -> usize {
    let grid = grid::grid(app, by, KEY).unwrap();
    let typed = |kind| match kind {
        IndicatorKind::YesNo => "đạt",
        IndicatorKind::Ratio => "1.732/2.970",
        IndicatorKind::Amount | IndicatorKind::Count => "1.234,5",
    };
    let mut cells = Vec::new();
    for village in &grid.villages {
        cells.extend(grid.standard.indicators().iter().map(|one| Cell {
            unit: village.code.clone(),
            indicator: one.code.clone(),
            seen: 0,
            was: String::new(),
            typed: typed(one.kind).to_owned(),
        }));
    }
    let saved = grid::save(app, by, KEY, app.today(), &cells).unwrap();
    // The commune has a row of its own in a set of communes.
    assert_eq!((saved.count, saved.left.len()), (16 * 57, 0));
    saved.count
}

async fn ask(router: &Router, token: &str) -> usize {
    let request = Request::builder()
        .uri(PAGE)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, format!("phien={token}"));
    let reply = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert!(reply.status().is_success());
    to_bytes(reply.into_body(), usize::MAX).await.unwrap().len()
}
