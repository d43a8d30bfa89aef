//! The papers of a dossier: from the registry, or files of its own.

use chungsuc_store::{Change, Param, Reader, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::open::to_prepare;
use super::{RECORD, Recognition, find, sql};
use crate::access::Person;
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::papers::{self, Readers};
use crate::refusal::Refusal;
use crate::visit::Reply;
use crate::web::Message;

/// The part of what the catalog does not list.
pub(super) const OTHER: &str = "khac";

/// Where a paper of a dossier comes from.
#[derive(Clone, Debug)]
pub enum Source<'a> {
    /// The registry, by the id of the paper.
    Registry(&'a str),
    /// A file of its own.
    File(&'a NewFile),
}

/// Something that is attached to a dossier.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Its id.
    pub id: String,
    /// Code of the part that it is.
    pub part: String,
    /// Id of the paper in the registry.
    pub paper: Option<String>,
    /// Id of the file.
    pub file: Option<String>,
    /// What should be known of it.
    pub note: String,
    /// The day on which it was attached.
    pub attached_on: Date,
    /// Number of the paper, its title, or the name of the file.
    pub name: String,
    /// The day of the paper.
    pub issued_on: Option<Date>,
    /// What kind of file it is, as HTTP names it.
    pub media: Option<String>,
    /// Who may read the paper; a file is read with its dossier.
    pub readers: Option<Readers>,
    /// The paper was withdrawn from the registry, and no longer counts.
    pub is_withdrawn: bool,
}

/// What the journal keeps: told in the history of the dossier.
#[derive(Serialize)]
struct Kept<'a> {
    dossier_part: &'a str,
    dossier_paper: &'a str,
    attached: bool,
}

pub(super) fn attached(
    r: &mut Reader<'_>,
    commune: &str,
    recognition: &str,
) -> Result<Vec<Attached>, StoreError> {
    r.all(sql::ATTACHED, &[commune.into(), recognition.into()], |row| {
        let number: Option<String> = row.get(6)?;
        let title: Option<String> = row.get(7)?;
        let file_name: Option<String> = row.get(9)?;
        let of_paper = title.map(|title| match number {
            Some(number) => format!("{number} – {title}"),
            None => title,
        });
        let readers: Option<String> = row.get(11)?;
        Ok(Attached {
            id: row.get(0)?,
            part: row.get(1)?,
            paper: row.get(2)?,
            file: row.get(3)?,
            note: row.get(4)?,
            attached_on: row.get(5)?,
            name: of_paper.or(file_name).unwrap_or_default(),
            issued_on: row.get(8)?,
            media: row.get(10)?,
            readers: readers.as_deref().and_then(Readers::from_code),
            is_withdrawn: row.get::<Option<Date>>(12)?.is_some(),
        })
    })
}

/// Attaches a paper as a part of a dossier.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`], also for a part that its rules do not know;
/// [`Refusal::Invalid`] with the field `paper`; a rule, when the dossier was submitted.
pub fn attach(
    app: &App,
    by: &Person,
    id: &str,
    part: &str,
    source: &Source<'_>,
    note: &str,
) -> Result<(), Refusal> {
    let dossier = to_prepare(app, by, id)?;
    let name = part_name(app, &dossier, part).ok_or(Refusal::NotFound)?;
    let paper = match source {
        Source::Registry(paper) => Some(readable(app, by, paper)?),
        Source::File(_) => None,
    };
    app.write(by, |tx| {
        let (file, called) = match source {
            Source::Registry(_) => (None, paper.as_ref().map(shown)),
            Source::File(file) => (Some(files::keep(app, tx, file)?), Some(file.name().to_owned())),
        };
        let kept = Kept {
            dossier_part: &name,
            dossier_paper: called.as_deref().unwrap_or_default(),
            attached: true,
        };
        let paper = paper.as_ref().map(|paper| paper.id.as_str());
        put(app, tx, &dossier.id, part, [paper, file.as_deref()], note.trim(), &kept)
    })
}

/// A paper that this person may read and that counts.
fn readable(app: &App, by: &Person, paper: &str) -> Result<papers::Paper, Refusal> {
    let wrong = |key| Refusal::field("paper", Message::new(key));
    let found = papers::find(app, by, paper).map_err(|refusal| match refusal {
        Refusal::NotFound => wrong("recognition-paper-unknown"),
        other => other,
    })?;
    match found.withdrawn {
        Some(_) => Err(wrong("recognition-paper-withdrawn")),
        None => Ok(found),
    }
}

/// What the history calls a paper: by its number, or by its title.
fn shown(paper: &papers::Paper) -> String {
    paper.number.clone().unwrap_or_else(|| paper.title.clone())
}

/// What a part is called by the rules of the dossier's day.
fn part_name(app: &App, dossier: &Recognition, part: &str) -> Option<String> {
    if part == OTHER {
        return Some(OTHER.to_owned());
    }
    let rule = app.catalog.recognition().dossier(&dossier.standard, dossier.as_of)?;
    let known = rule.value.papers.iter().find(|paper| paper.code == part)?;
    Some(known.name.clone())
}

fn put(
    app: &App,
    tx: &mut Writer<'_>,
    dossier: &str,
    part: &str,
    [paper, file]: [Option<&str>; 2],
    note: &str,
    kept: &Kept<'_>,
) -> Result<(), Refusal> {
    let (commune, id) = (tx.author().commune.clone(), app.new_id());
    let row: [Param<'_>; 8] = [
        commune.as_str().into(),
        (&id).into(),
        dossier.into(),
        part.into(),
        paper.into(),
        file.into(),
        note.into(),
        app.today().into(),
    ];
    tx.change(Change::create(RECORD, dossier, kept)?, sql::ATTACH, &row)?;
    tx.technical(sql::TOUCH, &[commune.as_str().into(), dossier.into()])?;
    Ok(())
}

/// Whether a document may still be made for a dossier.
pub(crate) fn is_open(dossier: &Recognition) -> bool {
    dossier.state.may_change()
}

/// Attaches a paper that the program makes, in the transaction that makes it; one for a part that the
/// dossier's rules do not list stands among the others.
///
/// # Errors
/// A rule, when the dossier was submitted.
pub(crate) fn attach_made(
    app: &App,
    tx: &mut Writer<'_>,
    dossier: &Recognition,
    part: &str,
    paper: &str,
    shown: &str,
) -> Result<(), Refusal> {
    if !is_open(dossier) {
        return Err(Refusal::rule("recognition-closed"));
    }
    let known = part_name(app, dossier, part);
    let part = if known.is_some() { part } else { OTHER };
    let name = known.unwrap_or_else(|| OTHER.to_owned());
    let kept = Kept { dossier_part: &name, dossier_paper: shown, attached: true };
    put(app, tx, &dossier.id, part, [Some(paper), None], "", &kept)
}

/// Takes a paper off a dossier again; it stays known to the history.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when the dossier was submitted.
pub fn detach(app: &App, by: &Person, id: &str, attachment: &str) -> Result<(), Refusal> {
    let dossier = to_prepare(app, by, id)?;
    let commune = by.commune.as_str();
    let all: Vec<Attached> = app.read(|r| attached(r, commune, id).map_err(Refusal::from))?;
    let one = all.iter().find(|one| one.id == attachment).ok_or(Refusal::NotFound)?;
    let name = part_name(app, &dossier, &one.part).unwrap_or_else(|| OTHER.to_owned());
    let kept = Kept { dossier_part: &name, dossier_paper: &one.name, attached: false };
    let row = [app.today().into(), commune.into(), attachment.into(), id.into()];
    app.write(by, |tx| {
        tx.change(Change::create(RECORD, id, &kept)?, sql::DETACH, &row)?;
        tx.technical(sql::TOUCH, &[commune.into(), id.into()])?;
        Ok(())
    })
}

/// Shows a file of a dossier to who may see the dossier.
pub(super) fn show_file(app: &App, by: &Person, file: &str) -> Reply {
    let key = [by.commune.as_str().into(), file.into()];
    let dossier: Option<String> =
        app.read(|r| r.first(sql::OF_FILE, &key, |row| row.get(0)).map_err(Refusal::from))?;
    find(app, by, &dossier.ok_or(Refusal::NotFound)?)?;
    files::show(app, &by.commune, file)
}
