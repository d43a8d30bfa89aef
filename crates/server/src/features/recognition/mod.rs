//! Recognition: a unit is recognised as meeting a standard.
//!
//! A dossier is prepared for a unit, a standard and a day: the accepted figures of that day with their
//! reasons, and the papers that the catalog asks for. It is submitted to whoever recognises; what comes
//! back is recorded: returned, or recognised by a decision of the registry. A recognised unit is
//! watched; a fall below the standard is a question to a person, and a revocation a decision of its own.

mod attach;
mod decide;
mod dossier;
mod open;
mod pages;
mod sheet;
mod sql;
mod steps;
mod todos;
mod watch;

use chungsuc_domain::codes;
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

pub use attach::{Attached, Source, attach, detach};
pub(crate) use attach::{attach_made, is_open};
pub use decide::{Decided, holding, recognise, revoke, usual_last_day};
pub use dossier::{Dossier, Line, Part, Picture, dossier};
pub use open::{New, change_day, open};
pub(crate) use pages::routes;
pub use sheet::{Printed, sheet};
pub use steps::{give_back, submit, withdraw};
pub(crate) use todos::todos;
pub use watch::{Alert, alerts};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::refusal::Refusal;

/// Kind of the records of dossiers in the journal.
pub const RECORD: &str = "recognition";

codes! {
    /// Where a dossier stands.
    State {
        /// Being put together.
        Preparing = "preparing",
        /// With whoever recognises.
        Submitted = "submitted",
        /// Given back, with a reason; it may be mended and submitted again.
        Returned = "returned",
        /// Given up, with a reason.
        Withdrawn = "withdrawn",
        /// The unit was recognised by a decision.
        Recognised = "recognised",
        /// The recognition was revoked by another decision.
        Revoked = "revoked",
    }
}

impl State {
    /// Whether papers and day may still change.
    fn may_change(self) -> bool {
        matches!(self, Self::Preparing | Self::Returned)
    }
}

/// A dossier, with what came of it.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// Its id.
    pub id: String,
    /// Code of the unit.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// Its last day, for a unit that ended.
    pub unit_ended: Option<Date>,
    /// Id of the standard.
    pub standard: String,
    /// The day whose figures and rules it is judged by.
    pub as_of: Date,
    /// Where it stands.
    pub state: State,
    /// Why it was returned, withdrawn or revoked.
    pub reason: Option<String>,
    /// Why something that was missing was let pass.
    pub waiver: Option<String>,
    /// When it was last submitted.
    pub submitted_on: Option<Date>,
    /// Id of the decision in the registry.
    pub paper: Option<String>,
    /// The day of the decision.
    pub decided_on: Option<Date>,
    /// The last day of the recognition, where it has one.
    pub valid_to: Option<Date>,
    /// Id of the decision that revoked it.
    pub revoked_by: Option<String>,
    /// The day of that decision.
    pub revoked_on: Option<Date>,
    /// Which state of the record this is.
    pub version: i64,
    /// What the figures came to when it was submitted.
    picture: Option<Picture>,
}

/// What the journal keeps of a dossier.
#[derive(Serialize)]
struct Kept<'a> {
    state: State,
    unit: &'a str,
    unit_code: &'a str,
    standard_id: &'a str,
    as_of: Date,
    submitted_on: Option<Date>,
    waiver: Option<&'a str>,
    decided_on: Option<Date>,
    valid_to: Option<Date>,
    revoked_on: Option<Date>,
}

impl Recognition {
    /// Whether the unit counts as recognised on a day; the last day belongs to it.
    pub fn holds_on(&self, day: Date) -> bool {
        let decided = self.decided_on.is_some_and(|decided| decided <= day);
        let lasts = self.valid_to.is_none_or(|last| day <= last);
        decided && lasts && self.revoked_on.is_none_or(|revoked| day < revoked)
    }

    fn place<'a>(&'a self, commune: &'a str) -> Place<'a> {
        Place::village(commune, &self.unit)
    }

    fn kept(&self) -> Kept<'_> {
        Kept {
            state: self.state,
            unit: &self.unit_name,
            unit_code: &self.unit,
            standard_id: &self.standard,
            as_of: self.as_of,
            submitted_on: self.submitted_on,
            waiver: self.waiver.as_deref(),
            decided_on: self.decided_on,
            valid_to: self.valid_to,
            revoked_on: self.revoked_on,
        }
    }

    /// Reads the columns of `sql::COLUMNS`.
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let kept: Option<String> = row.get(15)?;
        let picture = kept.map(|json| serde_json::from_str(&json)).transpose();
        Ok(Self {
            id: row.get(0)?,
            unit: row.get(1)?,
            standard: row.get(2)?,
            as_of: row.get(3)?,
            state: row.coded(4, State::from_code)?,
            reason: row.get(5)?,
            waiver: row.get(6)?,
            submitted_on: row.get(7)?,
            paper: row.get(8)?,
            decided_on: row.get(9)?,
            valid_to: row.get(10)?,
            revoked_by: row.get(11)?,
            revoked_on: row.get(12)?,
            version: row.get(13)?,
            unit_name: row.get(14)?,
            picture: picture.map_err(|_| StoreError::Column { index: 15, wanted: "Picture" })?,
            unit_ended: row.get(16)?,
        })
    }
}

/// One dossier.
///
/// # Errors
/// [`Refusal::NotFound`]; [`Refusal::Forbidden`], also for a village that is not the person's; of the
/// store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Recognition, Refusal> {
    by.must_somewhere(Act::ReadRecognition)?;
    let key = [by.commune.as_str().into(), id.into()];
    let found: Result<Recognition, Refusal> =
        app.read(|r| r.first(sql::ONE, &key, Recognition::read)?.ok_or(Refusal::NotFound));
    let found = found?;
    by.must(Act::ReadRecognition, found.place(&by.commune))?;
    Ok(found)
}

/// The dossiers that a person may see, those at work first, then the newest; of one unit, or of all.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(app: &App, by: &Person, unit: Option<&str>) -> Result<Vec<Recognition>, Refusal> {
    by.must_somewhere(Act::ReadRecognition)?;
    let key = [by.commune.as_str().into(), unit.into()];
    let mut found: Vec<Recognition> =
        app.read(|r| r.all(sql::LIST, &key, Recognition::read).map_err(Refusal::from))?;
    found.retain(|one| by.may(Act::ReadRecognition, one.place(&by.commune)));
    Ok(found)
}

/// Who recognises by a standard on a day, as the catalog names the post; nothing where it is silent.
pub(crate) fn recogniser(app: &App, standard: &str, day: Date) -> Option<String> {
    let row = app.catalog.recognition().recogniser(standard, day)?;
    Some(row.value.post.clone())
}
