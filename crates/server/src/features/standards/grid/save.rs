//! Saving a grid: one transaction, in which a cell that says nothing certain costs no other cell.

use std::collections::HashMap;

use chungsuc_domain::standard::Standard;
use chungsuc_store::Writer;
use jiff::civil::Date;

use super::{GridKey, Values, anew_when_overtaken};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::standards::enter::{add, correct};
use crate::features::standards::period::is_period;
use crate::features::standards::{Figure, Key, Value, indicator, judged_units_for, understand};
use crate::features::units::Unit;
use crate::features::{names, standards::value};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A cell as it came back from the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Code of the village.
    pub unit: String,
    /// Number of the indicator.
    pub indicator: String,
    /// Version of the value that the page was made from; 0 when there was none.
    pub seen: i64,
    /// What stood in the cell when the page was made.
    pub was: String,
    /// What stands in it now.
    pub typed: String,
}

impl Cell {
    fn is_touched(&self) -> bool {
        self.typed.trim() != self.was.trim()
    }
}

/// A cell that was not saved, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// Code of the village.
    pub unit: String,
    /// Number of the indicator.
    pub indicator: String,
    /// What was typed; the page keeps it.
    pub typed: String,
    /// What is wrong, and what to do.
    pub why: Message,
}

/// What came of a save.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// Cells that are drafts now.
    pub count: usize,
    /// Cells that were not saved.
    pub left: Vec<Left>,
}

/// Saves the cells that were changed as drafts measured on `day`, in one transaction.
///
/// # Errors
/// [`Refusal::Forbidden`] when a cell lies outside one's territory; [`Refusal::Invalid`] with the
/// fields `period`, `measured_on`; [`Refusal::NotFound`] for an unknown standard or indicator; of the
/// store. Then nothing is saved.
pub fn save(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
    day: Date,
    cells: &[Cell],
) -> Result<Saved, Refusal> {
    let standard = app.catalog.standard(key.standard).ok_or(Refusal::NotFound)?;
    check(app, key, day)?;
    let villages = judged_units_for(app, by, Act::EnterValues, standard)?;
    let touched: Vec<&Cell> = cells.iter().filter(|cell| cell.is_touched()).collect();
    for cell in &touched {
        indicator(app, key.standard, &cell.indicator)?;
        if !villages.iter().any(|village| village.code == cell.unit) {
            return Err(Refusal::Forbidden);
        }
    }
    let people = names::of_accounts(app, &by.commune)?;
    let saving = Saving { by, standard, key, day, villages: &villages, people: &people };
    anew_when_overtaken(|| app.write(by, |tx| saving.all(app, tx, &touched)))
}

fn check(app: &App, key: GridKey<'_>, day: Date) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    if !is_period(key.period) {
        errors.add("period", Message::new("value-period-wrong"));
    }
    if day > app.today() {
        errors.add("measured_on", Message::new("day-to-come"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

/// What one save knows.
struct Saving<'a> {
    by: &'a Person,
    standard: &'a Standard,
    key: GridKey<'a>,
    day: Date,
    villages: &'a [Unit],
    people: &'a HashMap<String, String>,
}

impl Saving<'_> {
    fn all(&self, app: &App, tx: &mut Writer<'_>, cells: &[&Cell]) -> Result<Saved, Refusal> {
        let values = Values::of_period(tx, &self.by.commune, self.key)?;
        let mut saved = Saved::default();
        for cell in cells {
            let known = values.of(&cell.unit, &cell.indicator);
            match self.figure(cell, known) {
                Err(why) => saved.left.push(left(cell, why)),
                Ok(figure) if known.is_some_and(|value| says_the_same(&value.figure, &figure)) => {}
                Ok(figure) => {
                    self.keep(app, tx, cell, known, &figure)?;
                    saved.count += 1;
                }
            }
        }
        Ok(saved)
    }

    /// The figure that the cell comes to, if it may be saved.
    fn figure(&self, cell: &Cell, known: Option<&Value>) -> Result<Figure, Message> {
        self.may_change(cell, known)?;
        if cell.typed.trim().is_empty() {
            return Err(Message::new("cell-emptied").arg("was", cell.was.clone()));
        }
        let village = self.villages.iter().find(|village| village.code == cell.unit);
        if village.is_some_and(|village| !village.exists_on(self.day)) {
            return Err(Message::new("value-unit-not-there"));
        }
        // `save` has asked for every indicator already.
        let kind = self.standard.indicator(&cell.indicator).map(|indicator| indicator.kind);
        let kind = kind.ok_or_else(|| Message::new("error-not-found"))?;
        let understood = understand(kind, &cell.typed).map_err(|unread| unread.message())?;
        let note = known.map(|value| value.figure.note.clone()).unwrap_or_default();
        Ok(Figure::of(understood, self.day, note))
    }

    /// Nobody else has changed the value since the page was made, and it waits for nobody.
    fn may_change(&self, cell: &Cell, known: Option<&Value>) -> Result<(), Message> {
        let Some(value) =
            known.filter(|value| !value.review.may_edit() || value.version != cell.seen)
        else {
            return Ok(());
        };
        let who = value.decided_by.as_ref().unwrap_or(&value.entered_by);
        let kind = self.standard.indicator(&value.indicator).map(|indicator| indicator.kind);
        let now = kind.map(|kind| value::cell_text(&value.figure, kind)).unwrap_or_default();
        let key = if value.review.may_edit() { "cell-changed" } else { "cell-frozen" };
        let who = self.people.get(who).cloned().unwrap_or_else(|| "–".to_owned());
        Err(Message::new(key).arg("who", who).arg("now", now))
    }

    fn keep(
        &self,
        app: &App,
        tx: &mut Writer<'_>,
        cell: &Cell,
        known: Option<&Value>,
        figure: &Figure,
    ) -> Result<(), Refusal> {
        let (unit, indicator) = (&cell.unit, &cell.indicator);
        let (standard, period) = (self.key.standard, self.key.period);
        match known {
            Some(value) => correct(tx, self.by, value, figure, value.version),
            None => {
                let key = Key { unit, standard, indicator, period };
                add(tx, self.by, &app.new_id(), &key, figure, None)
            }
        }
    }
}

fn left(cell: &Cell, why: Message) -> Left {
    let Cell { unit, indicator, typed, .. } = cell.clone();
    Left { unit, indicator, typed, why }
}

/// Two officers who typed the same do not contradict each other.
fn says_the_same(one: &Figure, other: &Figure) -> bool {
    let figures = |it: &Figure| (it.amount, it.numerator, it.denominator, it.met);
    figures(one) == figures(other)
}
