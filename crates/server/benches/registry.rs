//! Searching a registry of 20,000 papers with the text of each, on SQLite and, where
//! `CHUNGSUC_TEST_POSTGRES` names a server, on PostgreSQL: `scripts/bench registry`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::app::App;
use chungsuc_server::clock::Clock;
use chungsuc_server::example;
use chungsuc_server::features::files::NewFile;
use chungsuc_server::features::papers::{self, Entry, Wanted};
use chungsuc_server::web::{Form, Paging, UploadedFile};
use chungsuc_store::{Address, Store};

const PAPERS: usize = 20_000;
/// Syllables of a paper: three pages.
const LONG: usize = 1_200;
const TURNS: usize = 7;
const SYLLABLES: [&str; 24] = [
    "xã",
    "làng",
    "đường",
    "nước",
    "trồng",
    "rừng",
    "học",
    "sạch",
    "góp",
    "công",
    "hộ",
    "nghèo",
    "điện",
    "chợ",
    "quỹ",
    "thôn",
    "mới",
    "đất",
    "giống",
    "kênh",
    "trạm",
    "nhà",
    "rông",
    "cầu",
];
/// What is looked for, and what that means.
const SEARCHES: [(&str, &str); 6] = [
    ("", "no words"),
    ("uy ban", "in every issuer"),
    ("12345/KH", "one number"),
    ("rừng đất", "in many texts"),
    ("huỳnh thúc kháng", "in one text"),
    ("khong co trong so", "nowhere"),
];

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let file = Address::File(folder.path().join("bench.db"));
    measure("SQLite", Store::scratch(file).unwrap());
    if let Ok(server) = std::env::var("CHUNGSUC_TEST_POSTGRES") {
        let mut client =
            postgres::Client::connect(&format!("{server}/postgres"), postgres::NoTls).unwrap();
        let name = format!("bench_registry_{}", std::process::id());
        client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        measure("PostgreSQL", Store::open(Address::Server(format!("{server}/{name}"))).unwrap());
        client.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")).unwrap();
    }
}

fn measure(engine: &str, store: Store) {
    // The day after the example's units and accounts were made.
    let app = App::new(Arc::new(store), Clock::Still("2022-01-01T02:00:00Z".parse().unwrap()));
    example::load(&app).unwrap();
    let by = Person {
        account: "system:bench".into(),
        name: "Đo".into(),
        commune: example::COMMUNE.into(),
        commune_name: "Tơ Tung".into(),
        grants: vec![Grant { role: Role::CouncilSecretary, territory: example::COMMUNE.into() }],
    };
    let began = Instant::now();
    (0..PAPERS).for_each(|number| enter(&app, &by, number));
    println!("{engine}: {PAPERS} papers entered in {:.0} s", began.elapsed().as_secs_f64());
    println!("| words | | rows | ms |\n|---|---|---|---|");
    let paging = Paging::parse("/van-ban", &Form::default(), &[]);
    for (words, meaning) in SEARCHES {
        let search = || {
            let began = Instant::now();
            let wanted = Wanted { words, ..Wanted::default() };
            let (rows, _) = papers::list(&app, &by, wanted, &paging).unwrap();
            (began.elapsed(), rows.len())
        };
        let mut turns: Vec<(Duration, usize)> = (0..TURNS).map(|_| search()).collect();
        turns.sort_unstable();
        let (median, rows) = turns[TURNS / 2];
        println!("| {words} | {meaning} | {rows} | {:.1} |", median.as_secs_f64() * 1_000.0);
    }
}

fn enter(app: &App, by: &Person, number: usize) {
    let form = Form::from_pairs([
        ("kind", "plan".to_owned()),
        ("direction", "outgoing".to_owned()),
        ("number", format!("{number}/KH-UBND")),
        ("issued_on", format!("{}/{}/{}", 1 + number % 28, 1 + number % 12, 2012 + number % 10)),
        ("issuer", "Ủy ban nhân dân xã Tơ Tung".to_owned()),
        ("title", text(number, 15)),
        ("readers", "staff".to_owned()),
    ]);
    let rare = if number == 777 { " Huỳnh Thúc Kháng" } else { "" };
    let content = format!("{number} {}{rare}", text(number, LONG));
    let sent = UploadedFile {
        field: "file".into(),
        name: format!("{number}.txt"),
        content: content.into_bytes(),
    };
    let file = NewFile::check_paper("file", &sent).unwrap();
    let entry = Entry::read(&form, app.today()).unwrap();
    papers::enter(app, by, &entry, &file).unwrap();
}

/// Syllables in an order of their own for each number: a small generator, the same in every run.
fn text(number: usize, length: usize) -> String {
    let mut state = number as u64 + 1;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        SYLLABLES[(state >> 33) as usize % SYLLABLES.len()]
    };
    (0..length).map(|_| next()).collect::<Vec<_>>().join(" ")
}
