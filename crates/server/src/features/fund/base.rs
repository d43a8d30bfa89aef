//! What the ceiling of a year is reckoned from: the commune's regular spending, and where it lies.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::Base;
use chungsuc_store::{Change, Reader, StoreError};
use jiff::civil::date;
use serde::Serialize;

use super::{BASE_RECORD, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// The first year that can be entered.
const FIRST: i16 = 2000;

/// A base about to be entered.
#[derive(Clone, Debug)]
pub struct NewBase {
    /// The year.
    pub year: i16,
    /// The regular spending in its estimate.
    pub spending: Vnd,
    /// Code of the kind of area.
    pub area: String,
    /// The paper of the estimate.
    pub paper: String,
}

/// A base that was entered.
#[derive(Clone, Debug)]
pub struct SetBase {
    /// Its id.
    pub id: String,
    /// What the ceiling is reckoned from.
    pub base: Base,
    /// The paper of the estimate.
    pub paper: String,
}

#[derive(Serialize)]
struct Kept<'a> {
    year: i16,
    spending: Vnd,
    area: &'a str,
    paper: &'a str,
}

/// What was entered for a year: the first one counts, the others it replaced.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn bases(app: &App, by: &Person, year: i16) -> Result<Vec<SetBase>, Refusal> {
    by.must_in_commune(Act::ReadFund)?;
    Ok(app.read(|r| read(r, &by.commune, year))?)
}

pub(super) fn read(
    r: &mut Reader<'_>,
    commune: &str,
    year: i16,
) -> Result<Vec<SetBase>, StoreError> {
    r.all(sql::BASES, &[commune.into(), i64::from(year).into()], |row| {
        let base = Base { spending: Vnd::new(row.get(1)?), area: row.get(2)? };
        Ok(SetBase { id: row.get(0)?, base, paper: row.get(3)? })
    })
}

/// Enters what the ceiling of a year is reckoned from; what was entered before stays to be read.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `year`, `area`, `paper`.
pub fn set_base(app: &App, by: &Person, new: &NewBase) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepFund)?;
    let mut errors = Errors::default();
    if !(FIRST..=app.today().year() + 1).contains(&new.year) {
        errors.add("year", Message::new("fund-year-wrong"));
    } else {
        let known = app.catalog.fund_ceiling(date(new.year, 12, 31));
        let areas = known.map(|row| row.value.areas.as_slice()).unwrap_or_default();
        // Where the catalog has no ceiling for the year, the area is kept as the person said it.
        if new.area.is_empty() || (!areas.is_empty() && !areas.iter().any(|a| a.code == new.area)) {
            errors.add("area", Message::new("field-missing"));
        }
    }
    if new.paper.trim().is_empty() {
        errors.add("paper", Message::new("field-missing"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let id = app.new_id();
    app.write(by, |tx| {
        let closed = super::write::last_closed(tx, &by.commune)?;
        if closed.is_some_and(|last| new.year <= last) {
            let message = Message::new("fund-year-closed").arg("year", i64::from(new.year));
            return Err(Refusal::field("year", message));
        }
        let NewBase { year, spending, area, paper } = new;
        let kept = Kept { year: *year, spending: *spending, area, paper: paper.trim() };
        let change = Change::create(BASE_RECORD, &id, &kept)?;
        let author = tx.author().clone();
        let params = [
            author.commune.as_str().into(),
            (&id).into(),
            i64::from(*year).into(),
            spending.dong().into(),
            area.as_str().into(),
            paper.trim().into(),
            author.at.into(),
            author.actor.as_str().into(),
        ];
        Ok(tx.change(change, sql::ADD_BASE, &params)?)
    })
}
