//! Drafts of plans: the document of a plan is uploaded and read; what was understood is corrected as a
//! form, kept as often as wanted, and becomes a movement, or is discarded.

mod awards;
mod days;
mod facts;
mod merits;
mod open;
mod rows;
mod steps;
mod text;
mod twins;
mod understood;
mod words;

use chungsuc_domain::codes;
use chungsuc_store::{Row, StoreError};
use serde::Serialize;

pub use facts::NO_AWARD;
pub use open::{Opened, open};
pub use rows::{Answer, LISTS, List, rows};
pub use steps::{adopt_draft, check, discard, save};
pub use text::{Part, Text, text_of};
pub use twins::Twin;
pub(super) use twins::{Mark, of_mark};
pub use words::{Words, carried};

use super::sql;
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Form;

/// Kind of a draft's records in the journal.
pub const RECORD: &str = "plan_draft";

codes! {
    /// What a draft is.
    DraftState {
        /// It is worked on.
        Draft = "draft",
        /// It became a movement.
        Adopted = "adopted",
        /// It was given up, and stays in the journal.
        Discarded = "discarded",
    }
}

/// The draft of a plan.
#[derive(Clone, Debug)]
pub struct PlanDraft {
    /// Its id.
    pub id: String,
    /// Id of the document's file.
    pub file: String,
    /// What the file was called.
    pub file_name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What was understood and typed: fields named as in [`super::PlanFacts`], rows by [`LISTS`].
    pub typed: Form,
    /// What it is.
    pub state: DraftState,
    /// Id of the movement that it became.
    pub movement: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

/// What the journal keeps of a draft.
#[derive(Serialize)]
struct Kept<'a> {
    file: &'a str,
    number: &'a str,
    title: &'a str,
    state: &'a str,
    movement: Option<&'a str>,
}

impl PlanDraft {
    fn kept(&self) -> Kept<'_> {
        Kept {
            file: &self.file,
            number: self.typed.text("paper.number"),
            title: self.typed.text("paper.title"),
            state: self.state.code(),
            movement: self.movement.as_deref(),
        }
    }
}

fn read(row: &Row<'_>) -> Result<PlanDraft, StoreError> {
    let state: String = row.get(5)?;
    let wanted = "DraftState";
    Ok(PlanDraft {
        id: row.get(0)?,
        file: row.get(1)?,
        file_name: row.get(2)?,
        sha256: row.get(3)?,
        typed: Form::parse(row.get::<String>(4)?.as_bytes()),
        state: DraftState::from_code(&state).ok_or(StoreError::Column { index: 5, wanted })?,
        movement: row.get(6)?,
        version: row.get(7)?,
    })
}

/// The drafts that are worked on, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn drafts(app: &App, by: &Person) -> Result<Vec<PlanDraft>, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    app.read(|r| Ok(r.all(sql::DRAFTS, &[by.commune.as_str().into()], read)?))
}

/// One draft, in whatever state.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn draft(app: &App, by: &Person, id: &str) -> Result<PlanDraft, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::DRAFT, &key, read)?.ok_or(Refusal::NotFound))
}

/// The draft that a movement was adopted from, with the document; none where it came as a data file.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn draft_of(app: &App, by: &Person, movement: &str) -> Result<Option<PlanDraft>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), movement.into()];
    app.read(|r| Ok(r.first(sql::DRAFT_OF, &key, read)?))
}

/// The movement that the plan of a draft became already, by number, issuer and year.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn twin(app: &App, by: &Person, typed: &Form) -> Result<Option<Twin>, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    let day = chungsuc_domain::date::parse_date(typed.text("paper.issued_on"), app.today());
    let Ok(day) = day else { return Ok(None) };
    let mark = Mark::new(typed.text("paper.number"), typed.text("paper.issuer"), day);
    app.read(|r| Ok(of_mark(r, &by.commune, &mark)?))
}
