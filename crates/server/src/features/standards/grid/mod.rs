//! The grid: villages × indicators of one standard and one period, entered at once.

mod copy;
mod export;
mod import;
mod save;

use chungsuc_domain::standard::Standard;
use chungsuc_store::{Reader, StoreError};

pub use copy::{copy_last, to_copy};
pub use export::export;
pub use import::{Import, Question, Taken, look};
pub use save::{Cell, Left, Saved, save};

use super::{Value, judged_units_for, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::units::Unit;
use crate::refusal::Refusal;

/// How often a write begins anew when another one was faster by a moment.
const TRIES: usize = 3;

/// Which grid: a standard and a period.
#[derive(Clone, Copy, Debug)]
pub struct GridKey<'a> {
    /// Id of the standard.
    pub standard: &'a str,
    /// The year, `2023`, or a half of it, `2023-H1`.
    pub period: &'a str,
}

/// The villages that a person enters figures of, and what stands in their cells.
#[derive(Debug)]
pub struct Grid<'a> {
    /// The standard, whose indicators are the columns.
    pub standard: &'a Standard,
    /// The rows: the villages in Vietnamese order, before them the commune by a standard of communes.
    pub villages: Vec<Unit>,
    values: Values,
}

impl Grid<'_> {
    /// What stands in a cell.
    pub fn value(&self, unit: &str, indicator: &str) -> Option<&Value> {
        self.values.of(unit, indicator)
    }

    /// The figures of a village that are still to be sent: drafts, and what was given back.
    pub fn unsent(&self, unit: &str) -> impl Iterator<Item = &Value> {
        let known = self.villages.iter().any(|village| village.code == unit);
        self.values
            .iter()
            .filter(move |value| known && value.unit == unit && value.review.may_edit())
    }
}

/// The grid as it stands now.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard; of the store.
pub fn grid<'a>(app: &'a App, by: &Person, key: GridKey<'_>) -> Result<Grid<'a>, Refusal> {
    by.must_somewhere(Act::EnterValues)?;
    let standard = app.catalog.standard(key.standard).ok_or(Refusal::NotFound)?;
    let villages = judged_units_for(app, by, Act::EnterValues, standard)?;
    let values = app.read(|r| Values::of_period(r, &by.commune, key))?;
    Ok(Grid { standard, villages, values })
}

/// The values of a period, found by unit and indicator.
#[derive(Debug)]
pub(in crate::features::standards) struct Values(Vec<Value>);

impl Values {
    pub(in crate::features::standards) fn of_period(
        r: &mut Reader<'_>,
        commune: &str,
        key: GridKey<'_>,
    ) -> Result<Self, Refusal> {
        let params = [commune.into(), key.standard.into(), key.period.into()];
        let mut values = r.all(sql::OF_PERIOD, &params, Value::read)?;
        // The engines order text each in its way.
        values.sort_by(|a, b| (&a.unit, &a.indicator).cmp(&(&b.unit, &b.indicator)));
        Ok(Self(values))
    }

    pub(super) fn of(&self, unit: &str, indicator: &str) -> Option<&Value> {
        let place = self.0.binary_search_by(|value| {
            (value.unit.as_str(), value.indicator.as_str()).cmp(&(unit, indicator))
        });
        place.ok().and_then(|place| self.0.get(place))
    }

    pub(in crate::features::standards) fn holds(&self, unit: &str, indicator: &str) -> bool {
        self.of(unit, indicator).is_some()
    }

    pub(in crate::features::standards) fn iter(&self) -> impl Iterator<Item = &Value> {
        self.0.iter()
    }
}

/// Begins a write anew when somebody committed between its look and its change: the next look sees
/// what they did.
fn anew_when_overtaken<T>(write: impl Fn() -> Result<T, Refusal>) -> Result<T, Refusal> {
    for _ in 1..TRIES {
        match write() {
            Err(Refusal::Store(StoreError::Conflict | StoreError::Duplicate(_))) => {}
            done => return done,
        }
    }
    write()
}
