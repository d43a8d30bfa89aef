//! The register of holds: what is being looked into of a person, a household or a body, and stops an
//! award for a while. Conditions of awards read it.
//!
//! It is sensitive: those who keep it read it, nobody else, and no public page does. The journal keeps
//! that a hold was entered or lifted, not whom it names nor for what: the chain forgets nothing. Entries
//! are added and never changed; a lifting is an entry of its own.

mod enter;
mod pages;
mod sql;

use std::collections::HashSet;

use chungsuc_domain::{SubjectKind, codes};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;

pub use enter::{Lifting, NewHold, enter, lift};
pub(crate) use pages::{routes, rows};

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::search::{self, Listing};
use crate::refusal::Refusal;
use crate::web::{Count, Paging};

/// Kind of the records in the journal.
pub const RECORD: &str = "hold";

codes! {
    /// Which holds are asked for.
    Stand {
        /// Not lifted.
        Open = "open",
        /// Lifted.
        Over = "over",
    }
}

/// A matter that stops an award.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Its id.
    pub id: String,
    /// Who is meant: the kind.
    pub subject_kind: SubjectKind,
    /// Code of the unit or id of the record in the directory.
    pub subject: String,
    /// The name, as on the day of the entry.
    pub name: String,
    /// Code of the kind in the catalog.
    pub kind: String,
    /// Since when it is looked into.
    pub since: Date,
    /// Number, symbol and day of the paper that says so.
    pub paper: String,
    /// Who looks into it.
    pub issuer: String,
    /// What an officer should know; may be empty.
    pub words: String,
    /// Who entered it, and when: from that day on it is known.
    pub entered: (String, Date),
    /// How it ended.
    pub end: Option<End>,
}

/// How a matter ended.
#[derive(Clone, Debug)]
pub struct End {
    /// The day on which it ended.
    pub on: Date,
    /// The paper that says so.
    pub paper: String,
    /// What came of it.
    pub words: String,
    /// Who entered it, and when: from that day on it is known.
    pub entered: (String, Date),
}

impl Hold {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let end = match row.get::<Option<Date>>(11)? {
            None => None,
            Some(on) => {
                let entered = (row.get(14)?, row.get(15)?);
                Some(End { on, paper: row.get(12)?, words: row.get(13)?, entered })
            }
        };
        Ok(Self {
            id: row.get(0)?,
            subject_kind: row.coded(1, SubjectKind::from_code)?,
            subject: row.get(2)?,
            name: row.get(3)?,
            kind: row.get(4)?,
            since: row.get(5)?,
            paper: row.get(6)?,
            issuer: row.get(7)?,
            words: row.get(8)?,
            entered: (row.get(9)?, row.get(10)?),
            end,
        })
    }

    /// Whether it was known and not lifted when a day ended.
    pub fn is_open_on(&self, day: Date) -> bool {
        let lifted = self.end.as_ref().is_some_and(|end| end.entered.1 <= day);
        self.entered.1 <= day && !lifted
    }
}

/// One hold.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Hold, Refusal> {
    by.must_in_commune(Act::KeepHolds)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE, &key, Hold::read)?.ok_or(Refusal::NotFound))
}

/// A page of the register: what is open first, then the newest.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(
    app: &App,
    by: &Person,
    words: &str,
    stand: Option<Stand>,
    paging: &Paging,
) -> Result<(Vec<Hold>, Count), Refusal> {
    by.must_in_commune(Act::KeepHolds)?;
    let listing = Listing { rows: sql::LIST, count: sql::COUNT };
    let pattern = search::pattern(words);
    let filter =
        [by.commune.as_str().into(), pattern.as_deref().into(), stand.map(Stand::code).into()];
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, paging, Hold::read)?))
}

/// Every hold of a subject, in the order of the entries.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn of_subject(
    app: &App,
    by: &Person,
    kind: SubjectKind,
    subject: &str,
) -> Result<Vec<Hold>, Refusal> {
    by.must_in_commune(Act::KeepHolds)?;
    let params = [by.commune.as_str().into(), kind.code().into(), subject.into()];
    app.read(|r| Ok(r.all(sql::OF_SUBJECT, &params, Hold::read)?))
}

/// Who has an open hold: kind and subject.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub(crate) fn open_subjects(
    app: &App,
    by: &Person,
) -> Result<HashSet<(SubjectKind, String)>, Refusal> {
    by.must_in_commune(Act::KeepHolds)?;
    let params = [by.commune.as_str().into()];
    let read = |row: &Row<'_>| Ok((row.coded(0, SubjectKind::from_code)?, row.get(1)?));
    app.read(|r| Ok(r.all(sql::OPEN_SUBJECTS, &params, read)?.into_iter().collect()))
}
