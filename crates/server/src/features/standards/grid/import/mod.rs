//! A spreadsheet that comes back: what is certain is read, about the rest is asked. Nothing is saved
//! here: a person looks at the grid with the file's figures in it, and saves that.

mod content;
mod plan;

use std::collections::HashMap;

use chungsuc_domain::standard::Indicator;
use chungsuc_press::read::{self, ReadError, SheetCell};
use jiff::civil::Date;

use super::{Cell, Grid, GridKey};
use crate::features::standards::value::cell_text;
use crate::features::standards::{Figure, understand};
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::web::Message;
use plan::Plan;

/// A cell of the file that says something certain, and other than what stands in the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its address in the file: “D7”.
    pub at: String,
    /// The cell as it would be saved.
    pub cell: Cell,
}

/// A place of the file that a person must look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its address in the file: “D7”.
    pub at: String,
    /// What stands there.
    pub found: String,
    /// The village and the indicator, where they are known.
    pub place: Option<(String, String)>,
    /// Why it was not read.
    pub why: Message,
}

/// What a file holds for a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// New and other figures.
    pub taken: Vec<Taken>,
    /// How many figures are those of the grid already.
    pub same: usize,
    /// What was not read.
    pub questions: Vec<Question>,
    /// Numbers of the indicators that the file has no column for.
    pub missing: Vec<String>,
}

/// Reads a file for a grid, as measured on `day`.
///
/// # Errors
/// [`Refusal::Invalid`] with the field `file`, when it is no spreadsheet of this grid.
pub fn look(grid: &Grid<'_>, key: GridKey<'_>, day: Date, bytes: &[u8]) -> Result<Import, Refusal> {
    let cells = read::sheet(bytes).map_err(|error| Refusal::field("file", unreadable(error)))?;
    let plan = Plan::of(grid, key, &cells)?;
    let mut import = Import {
        questions: plan.questions.clone(),
        missing: plan.missing(grid),
        ..Import::default()
    };
    let columns: HashMap<u32, &Indicator> = plan.columns.iter().copied().collect();
    let rows: HashMap<u32, &Unit> = plan.rows.iter().copied().collect();
    for cell in &cells {
        if let (Some(village), Some(indicator)) = (rows.get(&cell.row), columns.get(&cell.column)) {
            take(&mut import, grid, day, cell, (village, indicator));
        }
    }
    Ok(import)
}

fn unreadable(error: ReadError) -> Message {
    Message::new(match error {
        ReadError::TooLarge | ReadError::TooMuch => "sheet-too-much",
        ReadError::Locked => "sheet-locked",
        _ => "sheet-unreadable",
    })
}

fn take(
    import: &mut Import,
    grid: &Grid<'_>,
    day: Date,
    cell: &SheetCell,
    (village, indicator): (&Unit, &Indicator),
) {
    match certain(grid, day, cell, (village, indicator)) {
        Ok(None) => import.same += 1,
        Ok(Some(taken)) => import.taken.push(Taken { at: cell.address(), cell: taken }),
        Err(why) => import.questions.push(Question {
            at: cell.address(),
            found: content::found(&cell.content),
            place: Some((village.code.clone(), indicator.code.clone())),
            why,
        }),
    }
}

/// The cell as it would be saved; nothing when it says what the grid says.
fn certain(
    grid: &Grid<'_>,
    day: Date,
    cell: &SheetCell,
    (village, indicator): (&Unit, &Indicator),
) -> Result<Option<Cell>, Message> {
    let doubt = match cell {
        SheetCell { is_formula: true, .. } => Some("sheet-formula"),
        SheetCell { is_merged: true, .. } => Some("sheet-merged"),
        _ if !village.exists_on(day) => Some("value-unit-not-there"),
        _ => None,
    };
    if let Some(doubt) = doubt {
        return Err(Message::new(doubt));
    }
    let understood = understand(indicator.kind, &content::typed(&cell.content)?);
    let figure = Figure::of(understood.map_err(|unread| unread.message())?, day, String::new());
    let known = grid.value(&village.code, &indicator.code);
    let was = known.map(|value| cell_text(&value.figure, indicator.kind)).unwrap_or_default();
    let typed = cell_text(&figure, indicator.kind);
    match known {
        Some(_) if was == typed => Ok(None),
        Some(value) if !value.review.may_edit() => {
            Err(Message::new("sheet-frozen").arg("was", was))
        }
        _ => {
            let seen = known.map_or(0, |value| value.version);
            let (unit, indicator) = (village.code.clone(), indicator.code.clone());
            Ok(Some(Cell { unit, indicator, seen, was, typed }))
        }
    }
}
