//! A nation's figures judged and added up by province and year, beside DuckDB doing the same on its
//! own file, in one run: `scripts/bench standards`. Both are whole processes, from data at rest to
//! the answer.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chungsuc_domain::Decimal;
use chungsuc_domain::date::Date;
use chungsuc_domain::standard::packed::{Accepted, pack};
use chungsuc_domain::standard::{Compare, Indicator, IndicatorKind, Reported, Share, Standard};
use chungsuc_server::access::{Grant, Person, Role};
use chungsuc_server::app::App;
use chungsuc_server::catalog::embedded;
use chungsuc_server::clock::Clock;
use chungsuc_server::features::standards::{self, Figure, Judged, Judgement, Key};
use chungsuc_store::{Address, Store};

const PROVINCES: usize = 34;
const COMMUNES: usize = 3_321 / SMALLER;
const VILLAGES: usize = 30_000 / SMALLER;
/// Without optimisation a hundredth of the nation is tried, to see that the code still runs and both sums
/// are equal; times say nothing then.
const SMALLER: usize = if cfg!(debug_assertions) { 100 } else { 1 };
const YEARS: std::ops::RangeInclusive<i16> = 2021..=2025;
/// Of communes all 57 indicators are reported, of villages 15 of 19.
const SETS: [(&str, usize); 2] = [("xa-ntm-2021-2025", 57), ("lang-ntm-gia-lai", 15)];
const TURNS: usize = 5;
/// At most so many times what DuckDB needs.
const BOUND: f64 = 2.0;
const ONE_UNIT: Duration = Duration::from_millis(5);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "answer") {
        print!("{}", answer(Path::new(&arguments[at + 1])));
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().unwrap();
    let values = make(folder.path());
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/standards.py");
    let duck = |step: &str| {
        let mut command = Command::new(&python);
        command.arg(script).arg(step).arg(folder.path());
        command
    };
    assert!(duck("load").status().unwrap().success(), "PYTHON needs the package duckdb");
    let mut own = Command::new(std::env::current_exe().unwrap());
    own.arg("answer").arg(folder.path());
    let (mut ours, mut theirs, mut queries) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let (time, said) = timed(&mut own);
        let (their_time, told) = timed(&mut duck("answer"));
        let (told, query) = told.rsplit_once("query ").unwrap();
        assert_eq!(said, told, "the sums differ");
        ours.push(time);
        theirs.push(their_time);
        queries.push(Duration::from_secs_f64(query.trim().parse().unwrap()));
    }
    let [ours, theirs, query] = [ours, theirs, queries].map(median);
    let one = one_value(folder.path());
    tell(values, [ours, theirs, query], one)
}

fn tell(values: usize, [ours, theirs, query]: [Duration; 3], one: Duration) -> ExitCode {
    let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
    let ratio = |other: Duration| ours.as_secs_f64() / other.as_secs_f64();
    println!("{values} values, median of {TURNS}, equal sums");
    println!("| | ms | ours to theirs |\n|---|---|---|");
    println!("| Chung Sức, whole process | {:.0} | |", ms(ours));
    println!("| DuckDB, opening and query alone | {:.0} | {:.2} |", ms(query), ratio(query));
    println!("| DuckDB, whole process of Python | {:.0} | {:.2} |", ms(theirs), ratio(theirs));
    println!("| one value accepted, packed and its unit judged | {:.1} | |", ms(one));
    if SMALLER > 1 {
        println!("a trial without optimisation: no bound");
        return ExitCode::SUCCESS;
    }
    if ratio(query) <= BOUND && one < ONE_UNIT {
        return ExitCode::SUCCESS;
    }
    eprintln!("beyond the bound: {BOUND} times, {ONE_UNIT:?} for one value");
    ExitCode::FAILURE
}

fn timed(command: &mut Command) -> (Duration, String) {
    let began = Instant::now();
    let output = command.output().unwrap();
    let time = began.elapsed();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (time, String::from_utf8(output.stdout).unwrap())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn app(folder: &Path) -> App {
    let store = Store::open(Address::File(folder.join("nation.db"))).unwrap();
    App::new(Arc::new(store), Clock::Still("2026-01-05T02:00:00Z".parse().unwrap()))
}

/// What both print: a line for each standard, province and year.
fn answer(folder: &Path) -> String {
    let app = app(folder);
    let mut said = String::new();
    for (set, _) in SETS {
        let region = |province: &str| region_of(app.catalog.standard(set)?, province);
        for row in standards::rollup(&app, set, region).unwrap() {
            let (province, year, t) = (row.province, row.year, row.tally);
            let numbers =
                [t.units, t.units_met, t.criteria_met, t.met, t.not_met, t.person, t.missing];
            let numbers = numbers.map(|number| number.to_string()).join(" ");
            said += &format!("{set} {province} {year} {numbers}\n");
        }
    }
    said
}

/// Provinces lie in the regions in turn.
fn region_of(standard: &Standard, province: &str) -> Option<String> {
    let regions = &standard.head().value.regions;
    let number: usize = province.parse().ok()?;
    regions.get(number % regions.len().max(1)).map(|region| region.code.clone())
}

fn province(commune: usize) -> String {
    format!("{:02}", commune % PROVINCES)
}

fn commune(number: usize) -> String {
    format!("{:05}", 10_000 + number)
}

fn village(number: usize) -> (String, String) {
    let of = number % COMMUNES;
    (commune(of), format!("{}-{:02}", commune(of), number / COMMUNES + 1))
}

/// The same figures twice: packed in our database, and one row each for DuckDB.
fn make(folder: &Path) -> usize {
    drop(app(folder));
    let mut database = rusqlite::Connection::open(folder.join("nation.db")).unwrap();
    let tx = database.transaction().unwrap();
    let unit = |code: &str, kind: &str, parent: Option<&str>| {
        let sql = "INSERT INTO unit (code, name, folded, kind, parent, valid_from) \
                   VALUES (?1, ?1, ?1, ?2, ?3, '2021-01-01')";
        tx.prepare_cached(sql).unwrap().execute((code, kind, parent)).unwrap();
    };
    (0..PROVINCES).for_each(|number| unit(&province(number), "province", None));
    (0..COMMUNES).for_each(|n| unit(&commune(n), "commune", Some(&province(n))));
    (0..VILLAGES).map(village).for_each(|(of, code)| unit(&code, "village", Some(&of)));

    let csv = |name| BufWriter::new(File::create(folder.join(name)).unwrap());
    let (mut values, mut lines) = (csv("values.csv"), csv("lines.csv"));
    writeln!(values, "set,unit,province,year,code,yes,amount,part,whole,judged").unwrap();
    writeln!(lines, "set,code,criterion,kind,compare,province,year,threshold").unwrap();
    let mut chance = Chance(1);
    let mut count = 0;
    for (set, reported) in SETS {
        let catalog = embedded();
        let standard = catalog.standard(set).unwrap();
        write_lines(&mut lines, set, standard);
        let units: Vec<(String, String)> = match set {
            "xa-ntm-2021-2025" => (0..COMMUNES).map(|n| (commune(n), commune(n))).collect(),
            _ => (0..VILLAGES).map(village).collect(),
        };
        for (of, unit) in units {
            let province = province(of.parse::<usize>().unwrap() - 10_000);
            for year in YEARS {
                let figures: Vec<(&Indicator, Accepted)> = standard.indicators()[..reported]
                    .iter()
                    .map(|line| (line, chance.figure(line)))
                    .collect();
                for (line, figure) in &figures {
                    let figure = cells(*figure);
                    writeln!(values, "{set},{unit},{province},{year},{},{figure}", line.code)
                        .unwrap();
                }
                count += figures.len();
                let packed =
                    pack(figures.iter().map(|(line, figure)| (line.code.as_str(), *figure)));
                let sql = "INSERT INTO unit_figures VALUES (?1, ?2, ?3, ?4, ?5)";
                let row = (&of, &unit, set, year.to_string(), packed);
                tx.prepare_cached(sql).unwrap().execute(row).unwrap();
            }
        }
    }
    tx.commit().unwrap();
    count
}

fn write_lines(lines: &mut impl Write, set: &str, standard: &Standard) {
    for number in 0..PROVINCES {
        let province = province(number);
        let region = region_of(standard, &province);
        for (line, year) in standard.indicators().iter().flat_map(|l| YEARS.map(move |y| (l, y))) {
            let day = Date::new(year, 12, 31).unwrap();
            let threshold = standard.threshold(line, region.as_deref(), day);
            let threshold =
                threshold.map_or_else(String::new, |t| t.value.thousandths().to_string());
            let compare = line.compare.unwrap_or(Compare::AtLeast);
            let (code, criterion, kind) = (&line.code, &line.criterion, line.kind);
            writeln!(
                lines,
                "{set},{code},{criterion},{kind},{compare},{province},{year},{threshold}"
            )
            .unwrap();
        }
    }
}

/// Yes, amount, part, whole and judgement, as cells.
fn cells(figure: Accepted) -> String {
    let number = |number: Decimal| number.thousandths().to_string();
    let (yes, amount, part, whole) = match figure.reported {
        Some(Reported::YesNo(yes)) => {
            (yes.to_string(), String::new(), String::new(), String::new())
        }
        Some(Reported::Amount(amount)) => {
            (String::new(), number(amount), String::new(), String::new())
        }
        Some(Reported::Share(share)) => {
            (String::new(), String::new(), number(share.part()), number(share.whole()))
        }
        None => Default::default(),
    };
    let judged = figure.judgement.map_or_else(String::new, |judged| judged.to_string());
    format!("{yes},{amount},{part},{whole},{judged}")
}

/// A small generator, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % bound).cast_signed()
    }

    /// Figures that mostly meet what is asked; every eighth that a person must judge waits for one.
    fn figure(&mut self, line: &Indicator) -> Accepted {
        let whole = |number| Decimal::whole(number).unwrap();
        let reported = match line.kind {
            IndicatorKind::YesNo => Reported::YesNo(self.below(50) > 0),
            IndicatorKind::Count => Reported::Amount(whole(self.below(40) / 39)),
            IndicatorKind::Amount => {
                Reported::Amount(Decimal::from_thousandths(38_000 + self.below(30_000)))
            }
            IndicatorKind::Ratio => {
                let all = 50 + self.below(2_000);
                let some = self.below(all.cast_unsigned() / 4);
                let part =
                    if line.compare == Some(Compare::AtMost) { some / 6 } else { all - some / 2 };
                Reported::Share(Share::new(whole(part), whole(all)).unwrap())
            }
        };
        let judgement = match self.below(8) {
            0 => None,
            chance => Some(chance > 1),
        };
        Accepted { reported: Some(reported), judgement }
    }
}

/// One value entered, sent, and accepted: from the acceptance to its unit's new verdict.
fn one_value(folder: &Path) -> Duration {
    let app = app(folder);
    let person = |account: &str, role| Person {
        account: account.into(),
        name: account.into(),
        commune: commune(7),
        commune_name: "Đo".into(),
        grants: vec![Grant { role, territory: commune(7) }],
    };
    let head = person("system:head", Role::VillageHead);
    let officer = person("system:officer", Role::CriteriaOfficer);
    let board = person("system:board", Role::ProgrammeBoard);
    let (_, unit) = village(7);
    let figure = Figure {
        amount: None,
        numerator: None,
        denominator: None,
        met: Some(true),
        measured_on: "2025-12-20".parse().unwrap(),
        note: String::new(),
    };
    let one = |indicator: &str| {
        let (set, period) = (SETS[1].0, "2025");
        let key = Key { unit: &unit, standard: set, indicator, period };
        let id = standards::enter(&app, &head, &key, &figure, &[], 0).unwrap();
        standards::send(&app, &head, &id, 1).unwrap();
        let forward = |by: &Person, version: i64| {
            let judgement = Judgement::Forward { met: None };
            standards::judge(&app, by, &[Judged { id: id.clone(), version, judgement }]).unwrap();
        };
        forward(&officer, 2);
        let began = Instant::now();
        forward(&board, 3);
        standards::tally_of_unit(&app, &commune(7), &unit, set, None, 2025).unwrap();
        began.elapsed()
    };
    let set = embedded();
    let judged = set.standard(SETS[1].0).unwrap().indicators().iter();
    let judged = judged.filter(|line| line.kind == IndicatorKind::YesNo);
    median(judged.map(|line| one(&line.code)).collect())
}
