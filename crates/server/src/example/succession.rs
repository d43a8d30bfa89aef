//! The commune and its neighbour become one: the neighbour's figures on paper, what a person says, and
//! what the new commune takes over.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::standards::grid::GridKey;
use crate::features::succession;

#[derive(Deserialize)]
struct File {
    paper: Vec<Paper>,
    answer: Vec<Answer>,
    taken: Vec<Taken>,
}

#[derive(Deserialize)]
struct Paper {
    date: Date,
    by: String,
    unit: String,
    standard: String,
    measured_on: Date,
    note: String,
}

#[derive(Deserialize)]
struct Answer {
    date: Date,
    by: String,
    unit: String,
    standard: String,
    reason: String,
    figures: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Taken {
    date: Date,
    by: String,
    unit: String,
    standard: String,
    period: String,
}

/// One figure of an old unit, as it is typed.
#[derive(Deserialize)]
struct Row {
    unit: String,
    standard: String,
    indicator: String,
    figure: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let file: File = read::toml("succession.toml")?;
    let mut events = Vec::new();
    for one in file.paper {
        let rows = read::csv::<Row>("old-figures.csv")?.into_iter();
        let own = rows.filter(|row| row.unit == one.unit && row.standard == one.standard);
        let typed: Vec<(String, String)> = own.map(|row| (row.indicator, row.figure)).collect();
        let act = move |app: &App, known: &mut Known| {
            let (by, paper) = (known.person(&one.by)?, (one.note.as_str(), one.measured_on));
            succession::bring(app, &by, &one.unit, &one.standard, &typed, paper).map(drop)
        };
        events.push(Event::on(one.date, 9, "figures of a neighbour", act));
    }
    for one in file.answer {
        let typed: Vec<(String, String)> = one.figures.into_iter().collect();
        let act = move |app: &App, known: &mut Known| {
            let by = known.person(&one.by)?;
            succession::answer(app, &by, &one.unit, &one.standard, &typed, &one.reason).map(drop)
        };
        events.push(Event::on(one.date, 10, "what a person says of the new unit", act));
    }
    for one in file.taken {
        let act = move |app: &App, known: &mut Known| {
            let key = GridKey { standard: &one.standard, period: &one.period };
            succession::take_over(app, &known.person(&one.by)?, &one.unit, key).map(drop)
        };
        events.push(Event::on(one.date, 11, "drafts of the new unit", act));
    }
    Ok(events)
}
