//! What a measure is counted as in money, from which day, by which paper of the commune. No rate is
//! built in: none is known nationally.

use chungsuc_domain::{Measure, Vnd};
use chungsuc_store::Change;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A rate.
#[derive(Clone, Debug)]
pub struct Rate {
    /// Its id.
    pub id: String,
    /// The unit.
    pub measure: Measure,
    /// Đồng for one of it.
    pub dong: Vnd,
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Option<Date>,
    /// The paper that sets it.
    pub paper: String,
}

#[derive(Serialize)]
struct Kept<'a> {
    measure: &'a str,
    dong: Vnd,
    valid_from: Date,
    paper: &'a str,
}

#[derive(Serialize)]
struct Ended {
    valid_to: Option<Date>,
}

/// All rates, by unit and day.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn rates(app: &App, by: &Person) -> Result<Vec<Rate>, Refusal> {
    by.must_somewhere(Act::ReadContributions)?;
    app.read(|r| {
        let rows = r.all(sql::RATES, &[by.commune.as_str().into()], |row| {
            Ok(Rate {
                id: row.get(0)?,
                measure: row.coded(1, Measure::from_code)?,
                dong: Vnd::new(row.get(2)?),
                valid_from: row.get(3)?,
                valid_to: row.get(4)?,
                paper: row.get(5)?,
            })
        });
        Ok(rows?)
    })
}

/// Sets a rate from a day on; the one before ends on the day before.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `measure`, `paper`, `valid_from`: a
/// rate can only follow those that are there.
pub fn set_rate(
    app: &App,
    by: &Person,
    measure: Measure,
    dong: Vnd,
    valid_from: Date,
    paper: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::SetRates)?;
    let known = rates(app, by)?;
    let last = known.iter().rfind(|rate| rate.measure == measure);
    let mut errors = Errors::default();
    if measure == Measure::Dong {
        errors.add("measure", Message::new("rate-of-money"));
    }
    if paper.trim().is_empty() {
        errors.add("paper", Message::new("field-missing"));
    }
    if last.is_some_and(|rate| valid_from <= rate.valid_from) {
        errors.add("valid_from", Message::new("rate-overlap"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let id = app.new_id();
    app.write(by, |tx| {
        let commune = by.commune.as_str();
        if let Some(rate) = last.filter(|rate| rate.valid_to.is_none_or(|to| to >= valid_from)) {
            let valid_to = Some(valid_from.saturating_sub(1.day()));
            let change = Change::update(
                "valuation_rate",
                &rate.id,
                &Ended { valid_to: rate.valid_to },
                &Ended { valid_to },
            )?;
            let params = [valid_to.into(), commune.into(), rate.id.as_str().into()];
            tx.change(change, sql::END_RATE, &params)?;
        }
        let kept = Kept { measure: measure.label(), dong, valid_from, paper };
        let open: Option<Date> = None;
        Ok(tx.change(
            Change::create("valuation_rate", &id, &kept)?,
            sql::ADD_RATE,
            &[
                commune.into(),
                (&id).into(),
                measure.code().into(),
                dong.dong().into(),
                valid_from.into(),
                open.into(),
                paper.into(),
            ],
        )?)
    })
}
