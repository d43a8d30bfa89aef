//! How long a plan of a hundred pages takes to be read: the invented plan of the tests, its sections
//! repeated. Prints the median of twenty readings, from lines to JSON.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use chungsuc_press::read::{Format, Look, Parts, Place, Plan, Script, Source};

const PLAN: &str = include_str!("../tests/suite/reading/wrapped.md");
/// A page of text has about 2,500 characters.
const HUNDRED_PAGES: usize = 250_000;

fn main() {
    let (head, tail) = PLAN.split_once("**V. TỔ CHỨC").unwrap();
    let (opening, sections) = head.split_once("**I. MỤC").unwrap();
    let sections =
        format!("**I. MỤC{sections}**V. TỔ CHỨC{}", tail.split("Trên đây").next().unwrap());
    let times = HUNDRED_PAGES / sections.chars().count() + 1;
    let text = format!("{opening}{}\n\n**VI. TỔ CHỨC{tail}", sections.repeat(times));
    let mut taken: Vec<Duration> = (0..20).map(|_| read(&text)).collect();
    taken.sort();
    println!("{} characters: {:?} (median of 20)", text.chars().count(), taken[10]);
}

fn read(text: &str) -> Duration {
    let started = Instant::now();
    let mut source = Source::new(Format::Text);
    for (number, line) in (1..).zip(text.lines()) {
        source.push(line, Place::Line(number), Look::default());
    }
    let script = Script::of(&source);
    let json = Plan::of(&Parts::of(&script)).unwrap().json();
    assert!(json["assignments"].as_array().unwrap().len() > 100);
    started.elapsed()
}
