//! Bringing back the signed file.

use chungsuc_press::signed::{Integrity, Signature, signatures};
use chungsuc_store::Change;
use jiff::Timestamp;

use super::{Kept, RECORD, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::refusal::Refusal;
use crate::web::{Message, UploadedFile};

/// The field of the form.
const FILE: &str = "file";

/// Keeps the signed file of a paper, in the bytes in which it comes; a further one takes the place of
/// an earlier one, which stays known to the history.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with `file` when it is no PDF,
/// carries no signature, or one of them does not hold; a rule, when no file was made to be signed; a
/// conflict when somebody was faster.
pub fn bring_back(
    app: &App,
    by: &Person,
    paper: &str,
    version: i64,
    sent: &UploadedFile,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::SignPapers)?;
    let (_, signing) = find(app, by, paper)?;
    let signing = signing.ok_or_else(|| Refusal::rule("signing-not-ready"))?;
    let file = NewFile::check_paper(FILE, sent)?;
    if !file.is_pdf() {
        return Err(Refusal::field(FILE, Message::new("signing-no-pdf")));
    }
    let found = signatures(file.content(), &app.signature_roots, app.clock.now());
    must_hold(&found)?;
    let (names, at) = (names(&found), last(&found));
    let new = Kept {
        ready_sha256: &signing.ready.sha256,
        signed_sha256: Some(file.sha256()),
        signed_by: Some(&names),
    };
    let change = Change::update(RECORD, paper, &signing.kept(), &new)?;
    app.write(by, |tx| {
        let id = files::keep(app, tx, &file)?;
        let row = [
            id.as_str().into(),
            (&names).into(),
            at.into(),
            by.commune.as_str().into(),
            paper.into(),
            version.into(),
        ];
        Ok(tx.change(change, sql::BRING_BACK, &row)?)
    })
}

/// A file counts as signed when something can be told of a signature, and none is broken.
fn must_hold(found: &[Signature]) -> Result<(), Refusal> {
    let refuse = |key| Err(Refusal::field(FILE, Message::new(key)));
    let is = |integrity| found.iter().any(|one| one.integrity == integrity);
    if found.is_empty() {
        return refuse("signing-unsigned");
    }
    if is(Integrity::Altered) {
        return refuse("signing-altered");
    }
    if is(Integrity::WrongKey) {
        return refuse("signing-wrong-key");
    }
    if !is(Integrity::Intact) {
        return refuse("signing-unknown");
    }
    Ok(())
}

fn intact(found: &[Signature]) -> impl Iterator<Item = &Signature> {
    found.iter().filter(|one| one.integrity == Integrity::Intact)
}

fn names(found: &[Signature]) -> String {
    let names = intact(found).filter_map(|one| one.signer.as_ref());
    names.map(|signer| signer.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn last(found: &[Signature]) -> Option<Timestamp> {
    intact(found).filter_map(|one| one.at).max()
}
