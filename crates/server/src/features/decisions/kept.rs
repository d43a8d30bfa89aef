//! The files of a decision as it was issued: a template that changes later does not change them. They are
//! printed after the number is taken, so that nobody waits for a printer who only wants a number; what they
//! say is written down before.

use chungsuc_press::{Document, docx, pdf};
use chungsuc_store::{Change, StoreError, Writer};
use serde::Serialize;

use super::document::file_name;
use super::{Decision, sql};
use crate::access::Person;
use crate::app::App;
use crate::catalog::layout;
use crate::features::files::{self, NewFile};
use crate::features::papers;
use crate::refusal::Refusal;

/// Kind of the records of kept files in the journal.
const RECORD: &str = "decision_document";

/// The ids of the two files.
#[derive(Serialize)]
pub(super) struct KeptFiles {
    /// The document to read and to go on with.
    pub(super) docx: String,
    /// The document to sign.
    pub(super) pdf: String,
}

/// Writes down what the files of a decision say, in the transaction that issues it: nothing that changes
/// afterwards changes them.
pub(super) fn write_down(
    tx: &mut Writer<'_>,
    decision: &Decision,
    document: &Document,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let document = serde_json::to_string(document).map_err(StoreError::from)?;
    let row = [(&commune).into(), (&decision.id).into(), (&document).into()];
    tx.technical(sql::TO_PRINT, &row)?;
    Ok(())
}

/// The files of an issued decision, printed now where they are not yet. Of two who ask at once both print,
/// and what one of them keeps is what both get. Drafts have none, and decisions of older days have none
/// either.
pub(super) fn files_of(
    app: &App,
    by: &Person,
    decision: &Decision,
) -> Result<Option<KeptFiles>, Refusal> {
    if let Some(kept) = kept(app, by, decision)? {
        return Ok(Some(kept));
    }
    let key = [by.commune.as_str().into(), (&decision.id).into()];
    let written: Option<String> =
        app.read(|r| r.first(sql::WRITTEN_DOWN, &key, |row| row.get(0)).map_err(Refusal::from))?;
    if let Some(document) = written {
        let document: Document = serde_json::from_str(&document).map_err(StoreError::from)?;
        print(app, by, decision, &document)?;
    }
    kept(app, by, decision)
}

/// Prints the files and keeps them, unless somebody was faster; in the registry of papers the file to sign
/// is that of the decision.
fn print(app: &App, by: &Person, decision: &Decision, document: &Document) -> Result<(), Refusal> {
    let (name, layout) = (file_name(decision), layout()?);
    let word = NewFile::made_docx(&format!("{name}.docx"), docx(document, &layout)?);
    let to_sign = NewFile::made(&format!("{name}.pdf"), pdf(document, &layout)?);
    let words = papers::text_of(word.content(), word.name());
    let done = app.write(by, |tx| {
        let docx = files::keep(app, tx, &word)?;
        let kept = KeptFiles { docx, pdf: files::keep(app, tx, &to_sign)? };
        if let Some(paper) = &decision.paper {
            papers::attach_kept(tx, paper, &kept.pdf, words.as_deref())?;
        }
        let commune = by.commune.as_str();
        let row = [commune.into(), (&decision.id).into(), (&kept.docx).into(), (&kept.pdf).into()];
        tx.change(Change::create(RECORD, &decision.id, &kept)?, sql::KEEP_FILES, &row)?;
        tx.technical(sql::PRINTED, &[commune.into(), (&decision.id).into()])?;
        Ok(())
    });
    match done {
        Err(Refusal::Store(StoreError::Duplicate(_))) => Ok(()),
        other => other,
    }
}

fn kept(app: &App, by: &Person, decision: &Decision) -> Result<Option<KeptFiles>, Refusal> {
    let key = [by.commune.as_str().into(), (&decision.id).into()];
    app.read(|r| {
        let found = r.first(sql::KEPT_FILES, &key, |row| {
            Ok(KeptFiles { docx: row.get(0)?, pdf: row.get(1)? })
        });
        Ok(found?)
    })
}
