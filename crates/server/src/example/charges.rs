//! Which officer of the example is in charge of which criteria.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::accounts;
use crate::features::standards::{self, NewCharge};
use crate::refusal::Refusal;

/// Who assigns.
const BOARD: &str = "banquanly";

#[derive(Deserialize)]
struct Row {
    standard: String,
    criteria: String,
    officer: String,
    from: Date,
    assigned_on: Date,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let rows = read::csv::<Row>("charges.csv")?.into_iter();
    let event = |row: Row| {
        let (day, name) = (row.assigned_on, format!("{} in charge", row.officer));
        Event::on(day, 8, name, move |app, known| assign(app, known, &row))
    };
    Ok(rows.map(event).collect())
}

fn assign(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let criteria: Vec<String> = row.criteria.split(';').map(str::to_owned).collect();
    let account = known.id(accounts::RECORD, &row.officer)?;
    let new = NewCharge {
        standard: &row.standard,
        criteria: &criteria,
        account: &account,
        from: row.from,
        to: None,
    };
    standards::assign(app, &known.person(BOARD)?, &new)
}
