//! Letters: official documents that are written from templates about one record, such as the
//! invitation to a sitting or its minutes.
//!
//! An officer types what only they know; everything else is filled from the records, at every look,
//! until the letter is issued. Then it takes its number, its exact PDF and DOCX are kept, and it
//! only ever changes by being withdrawn. A draft that went wrong is discarded and stays to be read.

mod counted;
mod draft;
mod finish;
mod issue;
mod list;
mod nominee;
mod pages;
mod printed;
mod scene;
mod sorts;
mod sql;
mod text;
mod todos;
mod withdraw;
mod writing;

use chungsuc_domain::codes;
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

pub use draft::{Typed, correct, discard, draft};
pub use finish::{Finishing, finish};
pub use issue::{Issuing, coming_number, issue};
pub use list::{Wanted, about, list};
pub(crate) use pages::routes;
pub use scene::Subject;
pub use text::{Bytes, docx_of, pdf_of, prepare_to_sign};
pub(crate) use todos::todos;
pub use withdraw::withdraw;
pub use writing::{Question, questions, sorts_for, usual};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::papers::Readers;
use crate::features::templates;
use crate::refusal::Refusal;
use crate::web::Form;
use writing::Writing;

/// Kind of a letter's records in the journal.
pub const RECORD: &str = "letter";

codes! {
    /// How far a letter is.
    State {
        /// May be changed; has no number.
        Draft = "draft",
        /// Numbered; its bytes never change.
        Issued = "issued",
        /// Whole without a number of ours; its bytes never change.
        Finished = "finished",
        /// Issued or finished, and taken back; it stays to be read.
        Withdrawn = "withdrawn",
        /// A draft that was given up; it stays to be read.
        Discarded = "discarded",
    }
}

/// A letter.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its id.
    pub id: String,
    /// Of which sort it is.
    pub sort: &'static templates::Sort,
    /// The record that it is about.
    pub subject: Subject,
    /// What it is about, in words (trích yếu), as it was last saved.
    pub title: String,
    /// What was typed for this one.
    pub typed: Typed,
    /// Who may read it.
    pub readers: Readers,
    /// How far it is.
    pub state: State,
    /// Why it was withdrawn or discarded.
    pub reason: Option<String>,
    /// The number within its year, once issued.
    pub number: Option<i64>,
    /// What stands behind the number; its book. Empty for what takes no number of ours.
    pub symbol: String,
    /// Its day, once issued or finished.
    pub issued_on: Option<Date>,
    /// The paper in the registry, once issued.
    pub paper: Option<String>,
    /// Id of the DOCX that was kept on the day of issue.
    docx: Option<String>,
    /// Id of the PDF that was kept on the day of issue.
    pdf: Option<String>,
    /// Code of the village that a nominee belongs to.
    village: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

/// What the journal keeps of a letter.
#[derive(Serialize)]
struct Kept<'a> {
    state: State,
    sort: &'a str,
    title: &'a str,
    number: Option<String>,
    issued_on: Option<Date>,
    signer_post: &'a str,
    signer_name: &'a str,
    typed: String,
}

impl Letter {
    /// “05/GM-HĐTĐKT”, once issued.
    pub fn full_number(&self) -> Option<String> {
        self.number.map(|number| shown_number(number, &self.symbol))
    }

    fn writing(&self) -> Result<&'static Writing, Refusal> {
        writing::of(self.sort.code).ok_or(Refusal::NotFound)
    }

    /// Refuses what only a draft allows.
    fn must_be_draft(&self) -> Result<(), Refusal> {
        match self.state {
            State::Draft => Ok(()),
            State::Issued | State::Withdrawn => Err(Refusal::rule("letter-issued-stays")),
            State::Finished => Err(Refusal::rule("letter-finished-stays")),
            State::Discarded => Err(Refusal::rule("letter-discarded-stays")),
        }
    }

    fn kept(&self) -> Kept<'_> {
        Kept {
            state: self.state,
            sort: self.sort.code,
            title: &self.title,
            number: self.full_number(),
            issued_on: self.issued_on,
            signer_post: &self.typed.signer_post,
            signer_name: &self.typed.signer_name,
            typed: self.typed.words.encode(),
        }
    }

    /// Reads the columns of `sql::COLUMNS`.
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let wrong = |index, wanted| StoreError::Column { index, wanted };
        let subject = Subject::of_columns(row.get(2)?, row.get(3)?, row.get(4)?, row.get(20)?);
        Ok(Self {
            id: row.get(0)?,
            sort: writing::of(&row.get::<String>(1)?).ok_or(wrong(1, "Sort"))?.sort,
            subject: subject.ok_or(wrong(2, "Subject"))?,
            title: row.get(5)?,
            typed: Typed {
                words: Form::parse(row.get::<String>(6)?.as_bytes()),
                signer_post: row.get(7)?,
                signer_name: row.get(8)?,
            },
            readers: row.coded(9, Readers::from_code)?,
            state: row.coded(10, State::from_code)?,
            reason: row.get(11)?,
            number: row.get(12)?,
            symbol: row.get(13)?,
            issued_on: row.get(14)?,
            paper: row.get(15)?,
            docx: row.get(16)?,
            pdf: row.get(17)?,
            version: row.get(18)?,
            village: row.get(19)?,
        })
    }

    /// Whether it takes its number from the commune's books.
    pub fn takes_a_number(&self) -> bool {
        !self.symbol.is_empty()
    }

    /// Refuses who may not write, finish or take back such a letter.
    pub(super) fn must_be_written_by(&self, by: &Person) -> Result<(), Refusal> {
        self.writing()?.must_be_written_by(by, self.place(&by.commune))
    }

    /// Refuses who may not take back such a letter once it is out.
    pub(super) fn must_be_withdrawn_by(&self, by: &Person) -> Result<(), Refusal> {
        match self.takes_a_number() {
            true => by.must_in_commune(Act::IssueLetters),
            false => self.must_be_written_by(by),
        }
    }

    fn place<'a>(&'a self, commune: &'a str) -> Place<'a> {
        Place { commune, village: self.village.as_deref() }
    }

    /// What is about a nominee is read by those who may read the dossier. Issued ones are read as their paper is; what was not issued only by those who may read what
    /// the council does, for it is filled from dossiers as they stand.
    fn is_seen_by(&self, by: &Person) -> bool {
        if matches!(self.subject, Subject::Nomination(_)) {
            return by.may(Act::ReadNominations, self.place(&by.commune));
        }
        let is_out = matches!(self.state, State::Issued | State::Withdrawn);
        let for_all = is_out && self.readers == Readers::Staff;
        for_all || by.must_in_commune(Act::ReadCouncil).is_ok()
    }
}

/// “05/GM-HĐTĐKT”.
fn shown_number(number: i64, symbol: &str) -> String {
    format!("{number:02}/{symbol}")
}

/// One letter.
///
/// # Errors
/// [`Refusal::NotFound`], also for one that the person may not read; [`Refusal::Forbidden`]; of the
/// store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Letter, Refusal> {
    by.must_somewhere(Act::ReadPapers)?;
    let key = [by.commune.as_str().into(), id.into()];
    let found: Option<Letter> =
        app.read(|r| r.first(sql::ONE, &key, Letter::read).map_err(Refusal::from))?;
    found.filter(|letter| letter.is_seen_by(by)).ok_or(Refusal::NotFound)
}
