//! What the nominations of a year look like as a whole: for information, never a condition.

use chungsuc_domain::eligibility::{Shares, Traits, shares};
use jiff::civil::Date;

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// The figures of a year's nominations that are neither withdrawn nor refused.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The year.
    pub year: i16,
    /// Of the individuals among them.
    pub shares: Shares,
    /// How many for each award, by code.
    pub by_award: Vec<(String, i64)>,
}

/// The figures of a year, for those who read every nomination.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn outlook(app: &App, by: &Person, year: i16) -> Result<Outlook, Refusal> {
    by.must_in_commune(Act::ReadNominations)?;
    let day = |month, day| Date::new(year, month, day).unwrap_or_else(|_| app.today());
    let params = [by.commune.as_str().into(), day(1, 1).into(), day(12, 31).into()];
    let (people, by_award): (Vec<(bool, String, i64)>, _) = app.read(|r| {
        let people =
            r.all(sql::PEOPLE, &params, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let by_award = r.all(sql::BY_AWARD, &params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok::<_, Refusal>((people, by_award))
    })?;
    let traits = people.iter().flat_map(|(leads, gender, count)| {
        let woman = match gender.as_str() {
            "female" => Some(true),
            "male" => Some(false),
            _ => None,
        };
        // The directory does not hold to which people somebody belongs.
        let traits = Traits { leads: Some(*leads), woman, minority: None };
        std::iter::repeat_n(traits, usize::try_from(*count).unwrap_or_default())
    });
    Ok(Outlook { year, shares: shares(traits), by_award })
}
