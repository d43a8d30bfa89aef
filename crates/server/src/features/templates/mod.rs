//! Templates (mẫu văn bản): the words of the documents that the program writes. Each sort of document
//! has its fields, which are the program's, and its words, which are the office's: the shipped ones, or
//! those that an officer has changed in Word.
//!
//! Every upload is a version for ever. It is held against the fields of its sort each time it is read;
//! only one without faults is taken into use, and an office can go back to any other, or to the shipped
//! words.

mod choice;
mod pages;
mod paper;
mod reading;
pub mod sorts;
mod sql;
mod todos;
mod versions;

use std::sync::Arc;

use chungsuc_press::template::{Draft, Field, Template};

pub use choice::{InUse, choose, in_use};
pub(crate) use pages::routes;
pub use paper::{blank, example};
pub use reading::Reading;
pub(crate) use todos::todos;
pub use versions::{Version, bring, reading, version, versions};

use crate::access::Person;
use crate::app::App;
use crate::catalog;
use crate::refusal::Refusal;

/// Kind of the records of versions in the journal.
pub const VERSION_RECORD: &str = "template_version";
/// Kind of the records of what is in use in the journal; the id is the code of the sort.
pub const RECORD: &str = "template";

/// A sort of document that is written from a template.
#[derive(Debug, Clone, Copy)]
pub struct Sort {
    /// Its code, and the name of its shipped file in `catalog/papers/templates`: "giay-moi-hop".
    pub code: &'static str,
    /// Its type, as `catalog/papers/kinds.toml` names it: "Giấy mời".
    pub kind: &'static str,
    /// What its template may name.
    pub fields: &'static [Field],
}

/// The template that a commune uses for a sort of document: its own, or the shipped one, also where its
/// own does not fit the fields of this program any more. Who writes a document has been asked already
/// whether they may.
///
/// # Errors
/// Of the store; when the shipped file is faulty, which a test excludes.
pub fn current(app: &App, by: &Person, sort: &Sort) -> Result<Template, Refusal> {
    match own(app, by, sort)?.as_deref() {
        Some(Reading::Sound(_, template)) => Ok(Template::clone(template)),
        _ => Ok(shipped(sort)?.1),
    }
}

/// The words of [`current`] with their marks.
fn current_draft(app: &App, by: &Person, sort: &Sort) -> Result<Draft, Refusal> {
    match own(app, by, sort)?.as_deref() {
        Some(Reading::Sound(edited, _)) => Ok(edited.draft.clone()),
        _ => Ok(shipped(sort)?.0),
    }
}

/// Whether the version in use fits the fields of this program; the shipped words always do.
fn fits(app: &App, by: &Person, sort: &Sort) -> Result<bool, Refusal> {
    let own = own(app, by, sort)?;
    Ok(!matches!(own.as_deref(), Some(Reading::Faulty(..) | Reading::Unreadable(_))))
}

/// The office's own version in use, if there is one.
fn own(app: &App, by: &Person, sort: &Sort) -> Result<Option<Arc<Reading>>, Refusal> {
    let file = app.read(|r| choice::file_in_use(r, &by.commune, sort))?;
    file.map(|file| reading::of_file(app, by, sort, &file)).transpose()
}

/// The shipped words, and the template that they are.
///
/// # Errors
/// When the shipped file is faulty, which a test excludes.
pub fn shipped(sort: &Sort) -> Result<(Draft, Template), Refusal> {
    let draft = Draft::parse(catalog::template(sort.code))?;
    match Template::of(&draft, sort.fields) {
        Ok(template) => Ok((draft, template)),
        Err(faults) => {
            tracing::error!(sort = sort.code, ?faults, "the shipped template is faulty");
            Err(Refusal::rule("template-faulty"))
        }
    }
}
