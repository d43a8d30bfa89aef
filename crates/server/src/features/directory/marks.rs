//! Marks of households: who must never be asked for money. Only certain roles see them, and only for
//! their villages.

use chungsuc_domain::HouseholdMark;
use chungsuc_store::Change;
use serde::Serialize;

use super::{MARK, household, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;

#[derive(Serialize)]
struct Kept<'a> {
    household: &'a str,
    mark: &'a str,
}

/// The marks of a household.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may not see marks of that village; of the store.
pub fn marks_of(app: &App, by: &Person, id: &str) -> Result<Vec<HouseholdMark>, Refusal> {
    let found = household(app, by, id)?;
    by.must(Act::SeeHouseholdMarks, Place::village(&by.commune, &found.fields.village))?;
    kept_marks(app, by, id)
}

/// The marks whoever asks: for rules that protect the household without showing its marks.
pub(crate) fn kept_marks(app: &App, by: &Person, id: &str) -> Result<Vec<HouseholdMark>, Refusal> {
    let params = [by.commune.as_str().into(), id.into()];
    let codes: Vec<String> =
        app.read(|r| r.all(sql::MARKS, &params, |row| row.get(0)).map_err(Refusal::from))?;
    Ok(codes.iter().filter_map(|code| HouseholdMark::from_code(code)).collect())
}

/// Gives a household exactly these marks.
///
/// # Errors
/// [`Refusal::Forbidden`]: one must be allowed to keep the directory and to see marks.
pub fn set_marks(
    app: &App,
    by: &Person,
    id: &str,
    wanted: &[HouseholdMark],
) -> Result<(), Refusal> {
    let known = marks_of(app, by, id)?;
    let village = household(app, by, id)?.fields.village;
    by.must(Act::KeepDirectory, Place::village(&by.commune, &village))?;
    app.write(by, |tx| {
        let commune = by.commune.as_str();
        for mark in wanted.iter().filter(|mark| !known.contains(mark)) {
            let kept = Kept { household: id, mark: mark.code() };
            let change = Change::create(MARK, format!("{id}/{}", mark.code()), &kept)?;
            let params = [commune.into(), id.into(), mark.code().into()];
            tx.change(change, sql::ADD_MARK, &params)?;
        }
        for mark in known.iter().filter(|mark| !wanted.contains(mark)) {
            let kept = Kept { household: id, mark: mark.code() };
            let change = Change::end(MARK, format!("{id}/{}", mark.code()), &kept)?;
            let params = [commune.into(), id.into(), mark.code().into()];
            tx.change(change, sql::END_MARK, &params)?;
        }
        Ok(())
    })
}
