//! The registry of papers: official documents with number, day, issuer, title and signer, the bases
//! that they cite and their recipients.
//!
//! Some are *made* by the program: another feature registers them when it makes them, and they change
//! with their record only. The others are *entered*: with their file, going out or coming in; they can
//! be corrected and withdrawn, and nothing of them is lost. Papers are related to each other, and both
//! sides show it.

mod enter;
mod entry;
mod kinds;
mod list;
mod numbered;
mod numbers;
mod pages;
mod register;
mod relations;
mod sql;
mod text;
mod twins;
mod unreadable;
mod withdraw;

use chungsuc_domain::codes;
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use enter::{attach_kept, correct, enter};
pub use entry::{Arrival, Entry};
pub use kinds::PaperKind;
pub use list::{Wanted, list, years};
pub use numbered::numbered;
pub use numbers::{coming_number, next_number};
pub(crate) use pages::routes;
pub use register::{NewPaper, register};
pub(crate) use relations::relate_made;
pub use relations::{Related, Relation, relate, related, unrelate};
pub use text::text_of;
pub use twins::{Twins, twins};
pub use unreadable::unreadable;
pub use withdraw::withdraw;
pub(crate) use withdraw::withdraw_made;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files;
use crate::refusal::Refusal;

/// Kind of a paper's records in the journal.
pub const RECORD: &str = "paper";
/// Kind of the records of its relations in the journal.
pub const RELATION_RECORD: &str = "paper_relation";

codes! {
    /// How a paper came into the registry.
    Origin {
        /// Another feature made it; its record is kept there.
        Made = "made",
        /// Somebody entered it, and may correct or withdraw it.
        Entered = "entered",
    }
}

codes! {
    /// Who may read a paper.
    Readers {
        /// Everybody at work.
        Staff = "staff",
        /// Those who read what the council does: dossiers, minutes, named votes.
        Council = "council",
    }
}

codes! {
    /// Which way a paper goes.
    Direction {
        /// The office issues it.
        Outgoing = "outgoing",
        /// The office receives it; it has a number of arrival.
        Incoming = "incoming",
    }
}

/// A document that a paper cites as its basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// What kind of document, in words: “Quyết định”.
    pub kind: String,
    /// Number and symbol.
    pub number: String,
    /// Its day.
    pub issued_on: Option<Date>,
    /// Who issued it.
    pub issuer: String,
}

/// A paper that no longer counts; it stays in the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Since when.
    pub on: Date,
    /// Why.
    pub why: String,
}

/// A registered paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: PaperKind,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its day.
    pub issued_on: Option<Date>,
    /// Who issued it.
    pub issuer: String,
    /// Where.
    pub place: String,
    /// Its title or abstract.
    pub title: String,
    /// Post of who signed.
    pub signer_post: String,
    /// Name of who signed.
    pub signer_name: String,
    /// How it came into the registry.
    pub origin: Origin,
    /// Who may read it.
    pub readers: Readers,
    /// When and under which number it came in; nothing for a paper that goes out.
    pub arrival: Option<Arrival>,
    /// Whether it was withdrawn.
    pub withdrawn: Option<Withdrawn>,
    /// Which state of the record this is.
    pub version: i64,
    /// What it rests on.
    pub bases: Vec<Basis>,
    /// Who receives it.
    pub recipients: Vec<String>,
    /// Its file, if it has one.
    pub file: Option<files::Facts>,
}

/// What the journal keeps of a paper.
#[derive(Serialize)]
struct Kept<'a> {
    paper_kind: PaperKind,
    number: Option<&'a str>,
    issued_on: Option<Date>,
    issuer: &'a str,
    title: &'a str,
    signer_post: &'a str,
    signer_name: &'a str,
    readers: Readers,
    arrival: Option<i64>,
    received_on: Option<Date>,
    withdrawn_on: Option<Date>,
    sha256: Option<&'a str>,
}

impl Paper {
    /// Which way it goes.
    pub fn direction(&self) -> Direction {
        if self.arrival.is_some() { Direction::Incoming } else { Direction::Outgoing }
    }

    /// Refuses what is only allowed to a paper that was entered and still counts.
    fn must_be_open(&self) -> Result<(), Refusal> {
        match (self.origin, &self.withdrawn) {
            (Origin::Made, _) => Err(Refusal::rule("paper-made-stays")),
            (Origin::Entered, Some(_)) => Err(Refusal::rule("paper-withdrawn-stays")),
            (Origin::Entered, None) => Ok(()),
        }
    }

    fn kept(&self) -> Kept<'_> {
        Kept {
            paper_kind: self.kind,
            number: self.number.as_deref(),
            issued_on: self.issued_on,
            issuer: &self.issuer,
            title: &self.title,
            signer_post: &self.signer_post,
            signer_name: &self.signer_name,
            readers: self.readers,
            arrival: self.arrival.map(|arrival| arrival.number),
            received_on: self.arrival.map(|arrival| arrival.on),
            withdrawn_on: self.withdrawn.as_ref().map(|withdrawn| withdrawn.on),
            sha256: self.file.as_ref().map(|file| file.sha256.as_str()),
        }
    }

    /// Reads the columns of `sql::COLUMNS`; bases, recipients and file are read apart.
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let arrival = row.get::<Option<i64>>(11)?.zip(row.get(12)?);
        let withdrawn = row.get::<Option<Date>>(13)?.zip(row.get(14)?);
        Ok(Self {
            id: row.get(0)?,
            kind: row.coded(1, PaperKind::from_code)?,
            number: row.get(2)?,
            issued_on: row.get(3)?,
            issuer: row.get(4)?,
            place: row.get(5)?,
            title: row.get(6)?,
            signer_post: row.get(7)?,
            signer_name: row.get(8)?,
            origin: row.coded(9, Origin::from_code)?,
            readers: row.coded(10, Readers::from_code)?,
            arrival: arrival.map(|(number, on)| Arrival { number, on }),
            withdrawn: withdrawn.map(|(on, why)| Withdrawn { on, why }),
            version: row.get(15)?,
            bases: Vec::new(),
            recipients: Vec::new(),
            file: None,
        })
    }
}

/// Which papers a person may read: all of them, or only those for everybody at work.
fn readable(by: &Person) -> Result<Option<Readers>, Refusal> {
    by.must_somewhere(Act::ReadPapers)?;
    Ok(by.must_in_commune(Act::ReadCouncil).is_err().then_some(Readers::Staff))
}

/// One paper with its bases, its recipients and what is known of its file.
///
/// # Errors
/// [`Refusal::NotFound`], also for a paper that the person may not read; [`Refusal::Forbidden`]; of the
/// store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Paper, Refusal> {
    let only = readable(by)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| {
        let mut paper = r.first(sql::ONE, &key, Paper::read)?.ok_or(Refusal::NotFound)?;
        if only.is_some_and(|only| paper.readers != only) {
            return Err(Refusal::NotFound);
        }
        paper.bases = r.all(sql::BASES, &key, |row| {
            Ok(Basis {
                kind: row.get(0)?,
                number: row.get(1)?,
                issued_on: row.get(2)?,
                issuer: row.get(3)?,
            })
        })?;
        paper.recipients = r.all(sql::RECIPIENTS, &key, |row| row.get(0))?;
        if let Some(file) = r.first(sql::FILE, &key, |row| row.get::<String>(0))? {
            paper.file = files::facts(r, &by.commune, &file)?;
        }
        Ok(paper)
    })
}
