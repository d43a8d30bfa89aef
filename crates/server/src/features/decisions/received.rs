//! What somebody was awarded before, over all movements: part III of a report of achievements.

use chungsuc_domain::SubjectKind;
use jiff::civil::Date;

use super::{shown_number, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// A line of the list of an issued decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Received {
    /// The nomination that was carried.
    pub(crate) nomination: String,
    /// Code of the award.
    pub(crate) award: String,
    /// “312/QĐ-UBND”.
    pub(crate) number: String,
    /// The day of the decision.
    pub(crate) issued_on: Date,
}

/// The awards that a subject had received by a day, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub(crate) fn received(
    app: &App,
    by: &Person,
    kind: SubjectKind,
    subject: &str,
    until: Date,
) -> Result<Vec<Received>, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let params = [by.commune.as_str().into(), kind.code().into(), subject.into(), until.into()];
    app.read(|r| {
        let rows = r.all(sql::RECEIVED, &params, |row| {
            let (number, symbol): (i64, String) = (row.get(2)?, row.get(3)?);
            Ok(Received {
                nomination: row.get(0)?,
                award: row.get(1)?,
                number: shown_number(number, &symbol),
                issued_on: row.get(4)?,
            })
        });
        Ok(rows?)
    })
}
