//! What a unit that came out of others takes over: accepted figures of the old ones, and drafts of its
//! own.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::enter::{add, judged_unit};
use super::grid::{GridKey, Values};
use super::{Figure, Key, Value, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;

/// The accepted figures of a unit as they stood on a day, by indicator: of each the latest year that
/// had begun. Whether the person may see them is for the caller to ask: who works for a new unit reads
/// what its old ones reported.
///
/// # Errors
/// Of the store.
pub(crate) fn accepted_on(
    app: &App,
    by: &Person,
    unit: &str,
    standard: &str,
    on: Date,
) -> Result<BTreeMap<String, Value>, Refusal> {
    let params = [by.commune.as_str().into(), unit.into(), standard.into()];
    let values: Vec<Value> =
        app.read(|r| r.all(sql::OF_UNIT, &params, Value::read).map_err(Refusal::from))?;
    // In the order of periods, so that a later one takes the place of an earlier one.
    let counting = values.into_iter().filter(|value| super::standing::counts(value, on));
    Ok(counting.map(|value| (value.indicator.clone(), value)).collect())
}

/// Makes figures that follow from those of other units drafts of this one, where nothing stands yet;
/// gives how many. From there they go the usual way.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`]; a conflict when somebody was faster.
pub(crate) fn draft_inherited(
    app: &App,
    by: &Person,
    unit: &str,
    key: GridKey<'_>,
    figures: &[(String, Figure)],
    why: &str,
) -> Result<usize, Refusal> {
    let known = judged_unit(app, by, key.standard, unit)?;
    by.must(Act::EnterValues, Place::village(&by.commune, &known.code))?;
    let standard = app.catalog.standard(key.standard).ok_or(Refusal::NotFound)?;
    super::last_day(key.period).ok_or(Refusal::NotFound)?;
    app.write(by, |tx| {
        let values = Values::of_period(tx, &by.commune, key)?;
        let new = figures.iter().filter(|(indicator, _)| {
            standard.indicator(indicator).is_some() && !values.holds(unit, indicator)
        });
        let mut count = 0;
        for (indicator, figure) in new {
            let key = Key { unit, standard: key.standard, indicator, period: key.period };
            add(tx, by, &app.new_id(), &key, figure, Some(why))?;
            count += 1;
        }
        Ok(count)
    })
}
