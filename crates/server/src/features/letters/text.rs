//! A letter as a document: of a draft as it would be printed now, of an issued one the kept bytes.

use chungsuc_press::template::Frame;
use chungsuc_press::{Capacity, Cosigner, Document, Header, Presence, Signature, docx, pdf};
use jiff::civil::Date;

use super::draft::Typed;
use super::scene::{Matter, Scene};
use super::writing::{Filled, Writing, fill};
use super::{Letter, State, find};
use crate::access::Person;
use crate::app::App;
use crate::catalog::{kinds, layout};
use crate::features::files::{self, NewFile};
use crate::features::papers::Relation;
use crate::features::{signing, templates};
use crate::refusal::Refusal;

/// A file to fetch.
pub struct Bytes {
    /// Its name, without an ending.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A letter that is filled, before its number and its day.
pub(super) struct Written {
    pub(super) document: Document,
    pub(super) relations: Vec<(Relation, String)>,
    pub(super) not_before: Option<Date>,
    pub(super) not_after: Option<Date>,
}

/// Fills the template that the commune uses and sets the frame around it.
pub(super) fn written(
    scene: &Scene<'_>,
    writing: &Writing,
    matter: &Matter,
    typed: &Typed,
) -> Result<Written, Refusal> {
    let filled = fill(scene, writing, matter, typed)?;
    let words = templates::current(scene.app, scene.by, writing.sort)?.fill(&filled.values)?;
    let Filled { cosigner, relations, not_before, not_after, .. } = filled;
    let document = frame(scene, writing, matter, typed, cosigner)?.around(words);
    Ok(Written { document, relations, not_before, not_after })
}

fn frame(
    scene: &Scene<'_>,
    writing: &Writing,
    matter: &Matter,
    typed: &Typed,
    cosigner: Option<Cosigner>,
) -> Result<Frame, Refusal> {
    let kinds = kinds()?;
    let kind = kinds.named(writing.sort.kind).ok_or(Refusal::NotFound)?;
    let dated = kind.dateline != Presence::None;
    let header = Header {
        issuer: scene.head(writing, matter, typed, kind.number(None, writing.abbreviation))?,
        place: dated.then(|| scene.office.place.clone()),
        date: None,
    };
    let capacity = Capacity::read(&typed.signer_post)?;
    Ok(Frame {
        header,
        kind: kind.title(),
        authority: None,
        signature: Signature { capacity, name: typed.signer_name.clone() },
        cosigner,
    })
}

/// The letter as DOCX.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when it was discarded; of the press.
pub fn docx_of(app: &App, by: &Person, id: &str) -> Result<Bytes, Refusal> {
    let letter = find(app, by, id)?;
    let bytes = match &letter.docx {
        Some(file) => files::content(app, &by.commune, file)?,
        None => docx(&draft_of(app, by, &letter)?, &layout()?)?,
    };
    Ok(Bytes { name: file_name(&letter), bytes })
}

/// The letter as PDF.
///
/// # Errors
/// As [`docx_of`].
pub fn pdf_of(app: &App, by: &Person, id: &str) -> Result<Bytes, Refusal> {
    let letter = find(app, by, id)?;
    let bytes = match &letter.pdf {
        Some(file) => files::content(app, &by.commune, file)?,
        None => pdf(&draft_of(app, by, &letter)?, &layout()?)?,
    };
    Ok(Bytes { name: file_name(&letter), bytes })
}

fn draft_of(app: &App, by: &Person, letter: &Letter) -> Result<Document, Refusal> {
    letter.must_be_draft()?;
    let (scene, matter) = (Scene::new(app, by), Matter::read(app, by, &letter.subject)?);
    Ok(written(&scene, letter.writing()?, &matter, &letter.typed)?.document)
}

/// Makes the kept PDF of an issued letter the file to be signed; where there is one already, that
/// one stays. Gives the id of its paper.
///
/// # Errors
/// [`Refusal::NotFound`], also for a draft; a rule, when it was withdrawn; [`Refusal::Forbidden`].
pub fn prepare_to_sign(app: &App, by: &Person, id: &str) -> Result<String, Refusal> {
    let letter = find(app, by, id)?;
    if letter.state == State::Withdrawn {
        return Err(Refusal::rule("letter-withdrawn-stays"));
    }
    let paper = letter.paper.clone().ok_or(Refusal::NotFound)?;
    signing::prepare(app, by, &paper, || {
        let Bytes { name, bytes } = pdf_of(app, by, id)?;
        Ok(NewFile::made(&format!("{name}.pdf"), bytes))
    })?;
    Ok(paper)
}

/// “giay-moi-hop-05-2023”; without a number “bao-cao-thanh-tich-ca-nhan-2023-12-11”.
pub(super) fn file_name(letter: &Letter) -> String {
    match (letter.number, letter.issued_on) {
        (Some(number), Some(day)) => format!("{}-{number:02}-{}", letter.sort.code, day.year()),
        (None, Some(day)) => format!("{}-{day}", letter.sort.code),
        (_, None) => format!("du-thao-{}", letter.sort.code),
    }
}
