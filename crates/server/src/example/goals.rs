//! What the villages and the commune plan to reach, set by the officers in their days.

use chungsuc_domain::Decimal;
use jiff::civil::Date;
use serde::Deserialize;

use super::movements::MOVEMENT;
use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::goals::{self, Aim, NewGoal};
use crate::refusal::Refusal;

/// What `aim` says of a row that is taken over from the movement's plan.
const FROM_PLAN: &str = "plan";

#[derive(Deserialize)]
struct Row {
    set_on: Date,
    by: String,
    unit: String,
    standard: String,
    aim: String,
    due: Date,
    planned: String,
    note: String,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let rows = read::csv::<Row>("goals.csv")?.into_iter();
    let event = |row: Row| {
        let name = format!("goal {} {}", row.unit, row.aim);
        Event::on(row.set_on, 15, name, move |app, known| set(app, known, &row))
    };
    Ok(rows.map(event).collect())
}

fn set(app: &App, known: &mut Known, row: &Row) -> Result<(), Refusal> {
    let by = known.person(&row.by)?;
    if row.aim == FROM_PLAN {
        let movement = known.id("movement", MOVEMENT)?;
        let asked = goals::suggestions(app, &by)?.into_iter();
        let mut asked = asked.filter(|one| one.movement == movement && one.unit.0 == row.unit);
        let place = asked.next().ok_or(Refusal::NotFound)?.place;
        return goals::take(app, &by, &movement, place).map(drop);
    }
    let new = NewGoal {
        unit: &row.unit,
        standard: &row.standard,
        aim: Aim::of(&row.aim),
        due: row.due,
        planned: Decimal::from_plain(&row.planned).ok(),
        note: &row.note,
    };
    goals::set(app, &by, &new).map(drop)
}
