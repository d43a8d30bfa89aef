//! Reads a text as a plan, or as a paper with `--paper`, and prints JSON.
#![allow(clippy::unwrap_used, missing_docs)]
use chungsuc_press::read::{Format, Look, Paper, Parts, Place, Plan, Script, Source};

fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().unwrap();
    let mode = args.next();
    let bytes = std::fs::read_to_string(file).unwrap();
    let mut source = Source::new(Format::Text);
    for (n, line) in (1..).zip(bytes.lines()) {
        source.push(line, Place::Line(n), Look::default());
    }
    let started = std::time::Instant::now();
    let script = Script::of(&source);
    let parts = Parts::of(&script);
    if mode.as_deref() == Some("--parts") {
        println!("{:#?}", parts.header);
        for item in &parts.items {
            println!("{:?} [{}] {}", item.level, item.path, item.words.text());
        }
        for row in &parts.rows {
            println!("row {}.{} {:?}", row.table, row.row, row.cells);
        }
        println!(
            "{:#?} {:?}",
            parts.closing,
            parts.annexes.iter().map(|a| a.heading).collect::<Vec<_>>()
        );
        return;
    }
    let json = if mode.as_deref() == Some("--paper") {
        Paper::of(&parts).json()
    } else {
        Plan::of(&parts).unwrap().json()
    };
    eprintln!("{:?}", started.elapsed());
    println!("{json:#}");
}
