//! What was handed in for a standard and a period, for those who look at it again.

use std::collections::HashMap;

use super::grid::{GridKey, Values};
use super::{Value, may_see, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// A figure that was handed in and is not given back, and how many files back it.
#[derive(Clone, Debug)]
pub struct Reported {
    /// The value.
    pub value: Value,
    /// Files of evidence.
    pub files: usize,
}

/// The figures that were handed in, of the villages that this person may see, by unit and indicator.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn reported(app: &App, by: &Person, key: GridKey<'_>) -> Result<Vec<Reported>, Refusal> {
    let mut all = reported_by_all(app, by, key)?;
    all.retain(|one| may_see(by, &one.value.unit).is_ok());
    Ok(all)
}

/// The same of every village: only for what is counted over all of them.
pub(crate) fn reported_by_all(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
) -> Result<Vec<Reported>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into(), key.standard.into(), key.period.into()];
    app.read(|r| {
        let files: Vec<(String, i64)> =
            r.all(sql::EVIDENCE_OF_PERIOD, &params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let files: HashMap<_, _> = files.into_iter().collect();
        let values = Values::of_period(r, &by.commune, key)?;
        let handed_in = values.iter().filter(|value| !value.review.may_edit()).map(|value| {
            let files = files.get(&value.id).copied().unwrap_or_default();
            let files = usize::try_from(files).unwrap_or_default();
            Reported { value: value.clone(), files }
        });
        Ok(handed_in.collect())
    })
}

/// The values of a standard and a period as they stand now, by id, of the villages that this person
/// may see.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub(crate) fn values_by_id(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
) -> Result<HashMap<String, Value>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let values = app.read(|r| Values::of_period(r, &by.commune, key))?;
    let seen = values.iter().filter(|value| may_see(by, &value.unit).is_ok());
    Ok(seen.map(|value| (value.id.clone(), value.clone())).collect())
}

/// Standards and periods since a year of which something was handed in, the latest period first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn reported_periods(
    app: &App,
    by: &Person,
    since: i16,
) -> Result<Vec<(String, String)>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let since = since.to_string();
    let params = [by.commune.as_str().into(), since.as_str().into()];
    app.read(|r| Ok(r.all(sql::REPORTED, &params, |row| Ok((row.get(0)?, row.get(1)?)))?))
}
