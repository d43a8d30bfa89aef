//! A DOCX that an officer brought, held against the fields of its sort.

use std::sync::Arc;

use chungsuc_press::read::ReadError;
use chungsuc_press::template::{DraftError, Edited, Fault, Template};

use super::Sort;
use crate::access::Person;
use crate::app::App;
use crate::features::{files, papers};
use crate::refusal::Refusal;
use crate::web::Message;

/// What a version is worth to this program: a newer one may have other fields.
pub enum Reading {
    /// No words can be taken from the file; why, and what to do.
    Unreadable(Message),
    /// Marks of its words are wrong: what it says, and every fault in their order.
    Faulty(Edited, Vec<Fault>),
    /// It can be filled.
    Sound(Edited, Box<Template>),
}

impl Reading {
    /// Takes the words from a DOCX and understands their marks.
    pub fn of(docx: &[u8], sort: &Sort) -> Self {
        let edited = match Edited::from_docx(docx) {
            Ok(edited) => edited,
            Err(why) => return Self::Unreadable(unreadable(why)),
        };
        match Template::of(&edited.draft, sort.fields) {
            Ok(template) => Self::Sound(edited, Box::new(template)),
            Err(faults) => Self::Faulty(edited, faults),
        }
    }
}

/// As [`Reading::of`], of a kept file; it is read once.
pub(super) fn of_file(
    app: &App,
    by: &Person,
    sort: &Sort,
    file: &str,
) -> Result<Arc<Reading>, Refusal> {
    let facts = app.read(|r| files::facts(r, &by.commune, file).map_err(Refusal::from))?;
    let mark = format!("{} {}", sort.code, facts.ok_or(Refusal::NotFound)?.sha256);
    app.templates.of(&mark, || Ok(Reading::of(&files::content(app, &by.commune, file)?, sort)))
}

/// Why a file is no template, and what to do.
fn unreadable(why: DraftError) -> Message {
    match why {
        DraftError::Foreign => Message::new("template-foreign"),
        DraftError::Read(ReadError::Unsupported) => Message::new("template-no-docx"),
        DraftError::Read(why) => papers::unreadable(why),
    }
}
