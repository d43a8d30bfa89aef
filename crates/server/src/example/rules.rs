//! In which region the commune lies, and the values that it lays on a standard by its own paper.

use std::collections::BTreeMap;

use chungsuc_domain::Decimal;
use chungsuc_domain::standard::OverlayLevel;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::papers;
use crate::features::standards::rules::{self, NewOverlay};
use crate::refusal::Refusal;

const FILE: &str = "rules.toml";

#[derive(Deserialize)]
struct File {
    region: Vec<Region>,
    overlay: Vec<Overlay>,
}

#[derive(Deserialize)]
struct Region {
    on: Date,
    by: String,
    standard: String,
    region: String,
    from: Date,
    basis: String,
}

#[derive(Clone, Deserialize)]
struct Overlay {
    on: Date,
    by: String,
    standard: String,
    paper: String,
    from: Date,
    to: Option<Date>,
    note: String,
    levels: BTreeMap<String, String>,
    confirmed_on: Date,
    confirmed_by: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let File { region, overlay } = read::toml(FILE)?;
    let regions = region.into_iter().map(|row| {
        let name = format!("region {}", row.standard);
        Event::on(row.on, 14, name, move |app, known| write_region(app, known, &row))
    });
    let mut events: Vec<Event> = regions.collect();
    for row in overlay {
        let levels = levels(&row)?;
        let (later, name) = (row.clone(), row.paper.clone());
        let (laid_on, confirmed_on) = (row.on, row.confirmed_on);
        let lay = move |app: &App, known: &mut Known| lay(app, known, &row, levels);
        events.push(Event::on(laid_on, 14, name.clone(), lay));
        let confirm = move |app: &App, known: &mut Known| confirm(app, known, &later);
        events.push(Event::on(confirmed_on, 15, name, confirm));
    }
    Ok(events)
}

fn levels(row: &Overlay) -> Result<Vec<OverlayLevel>, ExampleError> {
    let level = |(indicator, value): (&String, &String)| {
        let wrong = |_| ExampleError::File { file: FILE, why: value.clone() };
        let value = Decimal::parse(value).map_err(wrong)?;
        Ok(OverlayLevel { indicator: indicator.clone(), region: None, year: None, value })
    };
    row.levels.iter().map(level).collect()
}

fn write_region(app: &App, known: &mut Known, row: &Region) -> Result<(), Refusal> {
    let region = (row.standard.as_str(), row.region.as_str());
    rules::set_region(app, &known.person(&row.by)?, region, row.from, &row.basis)
}

fn lay(
    app: &App,
    known: &mut Known,
    row: &Overlay,
    levels: Vec<OverlayLevel>,
) -> Result<(), Refusal> {
    let by = known.person(&row.by)?;
    let paper = papers::numbered(app, &by, "paper", &row.paper)?;
    let new =
        NewOverlay { standard: &row.standard, from: row.from, to: row.to, note: &row.note, levels };
    let id = rules::lay(app, &by, &paper, &new)?;
    known.note("overlay", &row.paper, id);
    Ok(())
}

fn confirm(app: &App, known: &mut Known, row: &Overlay) -> Result<(), Refusal> {
    let by = known.person(&row.confirmed_by)?;
    let paper = papers::numbered(app, &by, "paper", &row.paper)?;
    let id = known.id("overlay", &row.paper)?;
    rules::confirm_overlay(app, &by, (&row.standard, &id), 1, &paper)
}
