//! Checks a DOCX against the rules of layout: what departs, where, and by which clause.
//!
//! `package` opens the file, `look` lays its styles over each other, `paper` makes lines of it, `parts`
//! and `foot` find the parts of a document among the lines, and each file of `rules` looks at one matter. The
//! bounds are the catalog's ([`Rulebook`]): those of the day of the document hold.

mod finding;
mod foot;
pub(crate) mod look;
mod marks;
mod package;
pub(crate) mod paper;
mod parts;
mod rulebook;
mod rules;

use jiff::civil::Date;
use serde::Serialize;

pub use finding::{Finding, Part, Place, RuleId, Severity, Value};
pub use rulebook::Rulebook;

use package::Package;
use paper::Paper;
use parts::Parts;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The day whose rules were held against it: asked for, or the document's own.
    pub day: Date,
    /// The rule set of that day, by its catalog id.
    pub rules: String,
    /// The type of the document; `None` when the rules know none without a title.
    pub kind: Option<String>,
    /// What departs from the rules, in the order of the document. Empty: nothing.
    pub findings: Vec<Finding>,
}

/// Why a file cannot be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// Another kind of file.
    #[error("this is no DOCX")]
    NotDocx,
    /// A .doc of the old Word, or a DOCX behind a password.
    #[error("this is a file of the old Word, or one behind a password")]
    LockedOrOld,
    /// Cut off or broken inside.
    #[error("the file is damaged")]
    Damaged,
    /// Larger inside than any document is.
    #[error("the file is too large inside")]
    TooLarge,
    /// A document of a day on which the catalog has no rules.
    #[error("no rules are known for {0}")]
    NoRules(Date),
}

/// Checks a DOCX. The rules are those of `day`; without one, of the document's own day, and of `today`
/// where the document has none.
///
/// # Errors
/// When the file cannot be read, or the catalog knows no rules for the day.
pub fn check(
    bytes: &[u8],
    books: &[Rulebook],
    day: Option<Date>,
    today: Date,
) -> Result<Report, CheckError> {
    let paper = Paper::of(&Package::open(bytes)?);
    let day = day.or_else(|| own_day(&paper)).unwrap_or(today);
    let book = Rulebook::on(books, day).ok_or(CheckError::NoRules(day))?;
    let parts = Parts::of(&paper, book);
    let (rules, kind) = (book.origin().id.clone(), parts.kind.map(|kind| kind.name.clone()));
    Ok(Report { day, rules, kind, findings: rules::findings(&paper, &parts, book) })
}

/// The day in the first date line.
fn own_day(paper: &Paper) -> Option<Date> {
    let lines = paper.lines.iter().filter(|line| marks::is_dateline(&line.text));
    lines.take(1).find_map(|line| marks::date_parts(&line.text)?.date())
}
