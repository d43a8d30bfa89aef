//! Files to sign: of a paper that the program makes, one PDF is kept to be signed; people sign it on
//! their own machines and bring it back, and what its signatures are worth is said.
//!
//! Nothing is ever signed here, and no private key is held. Features that make a paper give its PDF to
//! [`prepare`]; of a paper that came in, the signatures of its own file are looked at.

mod bring_back;
mod pages;
mod sql;

use chungsuc_press::signed::{Signature, signatures};
use chungsuc_store::{Change, Reader};
use jiff::Timestamp;
use serde::Serialize;

pub use bring_back::bring_back;
pub(crate) use pages::{routes, section};

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::papers::{self, Paper};
use crate::refusal::Refusal;

/// Kind of the records of signing in the journal.
pub const RECORD: &str = "paper_signing";

/// How far the signing of a paper is.
#[derive(Clone, Debug)]
pub struct Signing {
    /// The file to sign: made once, the same to the byte for everybody.
    pub ready: files::Facts,
    /// The signed file, once it was brought back.
    pub signed: Option<Signed>,
    /// Which state of the record this is.
    pub version: i64,
}

/// A signed file, as it was read when it was brought back.
#[derive(Clone, Debug)]
pub struct Signed {
    /// The file.
    pub file: files::Facts,
    /// The names on the certificates, joined by a comma.
    pub by: String,
    /// When the last of them signed, as their machine says.
    pub at: Option<Timestamp>,
}

/// What the journal keeps of a signing.
#[derive(Serialize)]
struct Kept<'a> {
    ready_sha256: &'a str,
    signed_sha256: Option<&'a str>,
    signed_by: Option<&'a str>,
}

impl Signing {
    fn kept(&self) -> Kept<'_> {
        Kept {
            ready_sha256: &self.ready.sha256,
            signed_sha256: self.signed.as_ref().map(|signed| signed.file.sha256.as_str()),
            signed_by: self.signed.as_ref().map(|signed| signed.by.as_str()),
        }
    }
}

/// Keeps the PDF of a paper to be signed; where one is kept already, that one stays.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; of the store.
pub fn prepare(
    app: &App,
    by: &Person,
    paper: &str,
    pdf: impl FnOnce() -> Result<NewFile, Refusal>,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::SignPapers)?;
    if find(app, by, paper)?.1.is_some() {
        return Ok(());
    }
    let pdf = pdf()?;
    let kept = Kept { ready_sha256: pdf.sha256(), signed_sha256: None, signed_by: None };
    let change = Change::create(RECORD, paper, &kept)?;
    app.write(by, |tx| {
        let file = files::keep(app, tx, &pdf)?;
        let row = [by.commune.as_str().into(), paper.into(), (&file).into()];
        Ok(tx.change(change, sql::PREPARE, &row)?)
    })
}

/// A paper, and how far its signing is; nothing where no file was made to be signed.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, paper: &str) -> Result<(Paper, Option<Signing>), Refusal> {
    let paper = papers::find(app, by, paper)?;
    let signing = app.read(|r| read(r, &by.commune, &paper.id))?;
    Ok((paper, signing))
}

fn read(r: &mut Reader<'_>, commune: &str, paper: &str) -> Result<Option<Signing>, Refusal> {
    type Columns = (String, Option<String>, Option<String>, Option<Timestamp>, i64);
    let key = [commune.into(), paper.into()];
    let found: Option<Columns> = r.first(sql::ONE, &key, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    let Some((ready, signed, by, at, version)) = found else { return Ok(None) };
    let mut facts = |id: &str| files::facts(r, commune, id)?.ok_or(Refusal::NotFound);
    let ready = facts(&ready)?;
    let signed = match signed.zip(by) {
        Some((file, by)) => Some(Signed { file: facts(&file)?, by, at }),
        None => None,
    };
    Ok(Some(Signing { ready, signed, version }))
}

/// The signatures of a kept file, as they are worth today: the roots may have changed since.
///
/// # Errors
/// [`Refusal::NotFound`]; of the store.
fn look(app: &App, by: &Person, file: &files::Facts) -> Result<Vec<Signature>, Refusal> {
    let pdf = files::content(app, &by.commune, &file.id)?;
    Ok(signatures(&pdf, &app.signature_roots, app.clock.now()))
}
