//! Decisions about decisions: a correction (đính chính) of words on certificates, a revocation (thu
//! hồi) of commendations.
//!
//! Both are drafted for lines of one issued decision, take their number from the same book and keep
//! their files. The decision they are about never changes; what became of each line is told by
//! [`Standing`].

mod document;
mod draft;
mod issue;
mod recovery;
pub(super) mod sql;
mod standing;
mod todos;

use chungsuc_domain::catalog::{Revocation, Sourced};
use chungsuc_domain::codes;
use chungsuc_store::{Reader, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

pub use document::{docx_of, pdf_of, prepare_to_sign};
pub use draft::{Words, amend, correct_words, discard, reword_line};
pub use issue::issue;
pub use recovery::{Due, Recovered, Recovery, due, record};
pub use standing::{By, Standing};
pub(super) use standing::{of_code, stand};
pub(super) use todos::todos;

use super::{Decision, OnPaper, State, reads_drafts, shown_number};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// Kind of their records in the journal.
pub const RECORD: &str = "amendment";
/// Kind of the records of their lines in the journal.
pub const LINE_RECORD: &str = "amendment_line";

codes! {
    /// What it does to a decision.
    Kind {
        /// Đính chính: words on certificates were wrong.
        Correction = "correction",
        /// Thu hồi: commendations are taken back.
        Revocation = "revocation",
    }
}

/// A decision about a decision.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// Its id.
    pub id: String,
    /// Id of the decision that it is about.
    pub decision: String,
    /// What it does.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// Why, as the officer wrote it.
    pub words: Words,
    /// Why it was discarded, if it was.
    pub discarded_because: Option<String>,
    /// The number within its year, once issued.
    pub number: Option<i64>,
    /// What stands behind the number.
    pub symbol: String,
    /// Its day, once issued.
    pub issued_on: Option<Date>,
    /// In which capacity it is signed, a line each.
    pub signer_post: String,
    /// Who signed; empty in a draft.
    pub signer_name: String,
    /// The paper in the registry, once issued.
    pub paper: Option<String>,
    docx: Option<String>,
    pdf: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
    /// The lines of the list that it is about.
    pub lines: Vec<Line>,
}

/// A line of the list that is corrected or taken back.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number in the golden book.
    pub seq: i64,
    /// The words from then on; nothing in a revocation.
    pub words: Option<OnPaper>,
    /// The code of the new print, once a correction is issued.
    pub code: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

/// What the journal keeps.
#[derive(Serialize)]
struct Kept<'a> {
    amendment_kind: Kind,
    state: State,
    number: Option<String>,
    issued_on: Option<Date>,
    signer_name: &'a str,
    #[serde(flatten)]
    words: &'a Words,
}

impl Amendment {
    /// “05/QĐ-UBND”, once issued.
    pub fn full_number(&self) -> Option<String> {
        self.number.map(|number| shown_number(number, &self.symbol))
    }

    /// Refuses what only a draft allows.
    pub(super) fn must_be_draft(&self) -> Result<(), Refusal> {
        match self.state {
            State::Draft => Ok(()),
            State::Issued => Err(Refusal::rule("decision-issued-stays")),
            State::Discarded => Err(Refusal::rule("amendment-discarded-stays")),
        }
    }

    fn kept(&self) -> Kept<'_> {
        Kept {
            amendment_kind: self.kind,
            state: self.state,
            number: self.full_number(),
            issued_on: self.issued_on,
            signer_name: &self.signer_name,
            words: &self.words,
        }
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get(0)?,
            decision: row.get(1)?,
            kind: row.coded(2, Kind::from_code)?,
            state: row.coded(3, State::from_code)?,
            words: Words { ground: row.get(4)?, facts: row.get(5)?, bases: row.get(6)? },
            discarded_because: row.get(7)?,
            number: row.get(8)?,
            symbol: row.get(9)?,
            issued_on: row.get(10)?,
            signer_post: row.get(11)?,
            signer_name: row.get(12)?,
            paper: row.get(13)?,
            docx: row.get(14)?,
            pdf: row.get(15)?,
            version: row.get(16)?,
            lines: Vec::new(),
        })
    }
}

impl Line {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let words = match row.get::<Option<String>>(1)? {
            Some(_) => Some(OnPaper::of_row(row, 1)?),
            None => None,
        };
        Ok(Self { seq: row.get(0)?, words, code: row.get(4)?, version: row.get(5)? })
    }
}

/// One of them with its lines. Drafts and discarded ones are for those who may read drafts.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Amendment, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let found = app.read(|r| read_whole(r, &by.commune, id))?.ok_or(Refusal::NotFound)?;
    match found.state {
        State::Issued => Ok(found),
        _ if reads_drafts(by) => Ok(found),
        _ => Err(Refusal::NotFound),
    }
}

fn read_whole(
    r: &mut Reader<'_>,
    commune: &str,
    id: &str,
) -> Result<Option<Amendment>, StoreError> {
    let key = [commune.into(), id.into()];
    let Some(mut found) = r.first(sql::ONE, &key, Amendment::read)? else { return Ok(None) };
    found.lines = r.all(sql::LINES, &key, Line::read)?;
    Ok(Some(found))
}

/// What was decided about a decision so far, the oldest first, without the lines.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn about(app: &App, by: &Person, decision: &Decision) -> Result<Vec<Amendment>, Refusal> {
    by.must_somewhere(Act::ReadDecisions)?;
    let key = [by.commune.as_str().into(), (&decision.id).into()];
    let mut found: Vec<Amendment> =
        app.read(|r| r.all(sql::ABOUT, &key, Amendment::read).map_err(Refusal::from))?;
    found.retain(|one| one.state == State::Issued || reads_drafts(by));
    Ok(found)
}

/// What the law of a day says of taking back; nothing where the catalog is silent, and then the person
/// who decides names the ground.
pub fn law(app: &App, day: Date) -> Option<&Sourced<Revocation>> {
    app.catalog.revocation(day)
}
