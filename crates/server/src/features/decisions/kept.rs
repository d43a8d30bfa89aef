//! The files of a decision as it was issued: a template that changes later does not change them.

use chungsuc_press::{Document, docx, pdf};
use chungsuc_store::{Change, Writer};
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

/// Prints an issued decision and keeps it, in the transaction that issues it; in the registry of papers
/// its file is the one to sign.
pub(super) fn keep(
    app: &App,
    tx: &mut Writer<'_>,
    decision: &Decision,
    printed: &Document,
) -> Result<(), Refusal> {
    let (name, layout) = (file_name(decision), layout()?);
    let word = NewFile::made_docx(&format!("{name}.docx"), docx(printed, &layout)?);
    let to_sign = NewFile::made(&format!("{name}.pdf"), pdf(printed, &layout)?);
    let docx = files::keep(app, tx, &word)?;
    let pdf = files::keep(app, tx, &to_sign)?;
    if let Some(paper) = &decision.paper {
        let words = papers::text_of(word.content(), word.name());
        papers::attach_kept(tx, paper, &pdf, words.as_deref())?;
    }
    let kept = KeptFiles { docx, pdf };
    let commune = tx.author().commune.clone();
    let row = [(&commune).into(), (&decision.id).into(), (&kept.docx).into(), (&kept.pdf).into()];
    let change = Change::create(RECORD, &decision.id, &kept)?;
    Ok(tx.change(change, sql::KEEP_FILES, &row)?)
}

/// The files of a decision; drafts have none, and decisions of older days have none either.
pub(super) fn files_of(
    app: &App,
    by: &Person,
    decision: &Decision,
) -> Result<Option<KeptFiles>, Refusal> {
    let key = [by.commune.as_str().into(), (&decision.id).into()];
    app.read(|r| {
        let found = r.first(sql::KEPT_FILES, &key, |row| {
            Ok(KeptFiles { docx: row.get(0)?, pdf: row.get(1)? })
        });
        Ok(found?)
    })
}
