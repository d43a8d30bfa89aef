//! Entering a paper with its file, and correcting it.

use chungsuc_store::{Change, Param, Writer};

use super::{
    Arrival, Entry, Kept, Paper, RECORD, entry, find, next_number, numbers, sql, text, text_of,
    twins,
};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::refusal::Refusal;
use crate::web::Errors;

/// The book from which papers that come in take their numbers.
const ARRIVALS: &str = "van-ban-den";

/// Held while a paper is compared with those that are there, so that two officers who enter the same
/// one at once do not both find it new.
const REGISTRY: &str = "so-van-ban";

/// Enters a paper with its file; gives its id. A paper that comes in takes its number of arrival.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with `file` when these very bytes are in the registry,
/// with `is_another` when its number, issuer and year are, with `arrival` when that number was given.
pub fn enter(app: &App, by: &Person, entry: &Entry, file: &NewFile) -> Result<String, Refusal> {
    by.must_in_commune(Act::RegisterPapers)?;
    let id = app.new_id();
    app.write(by, |tx| {
        numbers::hold(tx, REGISTRY)?;
        twins::must_be_new(tx, &by.commune, entry, Some(file), "")?;
        let arrival = arrive(tx, entry)?;
        add(tx, &id, entry, arrival, file.sha256())?;
        attach(app, tx, &id, file)?;
        Ok(id.clone())
    })
}

/// Corrects what was entered of a paper; with `file` its file is another one from now on, and the
/// earlier one stays known to the history. Direction, day and number of arrival stay.
///
/// # Errors
/// As [`enter`]; [`Refusal::NotFound`]; a rule, when another feature keeps the paper or it was
/// withdrawn; a conflict when somebody was faster.
pub fn correct(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    entry: &Entry,
    file: Option<&NewFile>,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::RegisterPapers)?;
    let paper = find(app, by, id)?;
    paper.must_be_open()?;
    app.write(by, |tx| {
        numbers::hold(tx, REGISTRY)?;
        twins::must_be_new(tx, &by.commune, entry, file, id)?;
        change(tx, &paper, version, entry, file)?;
        match file {
            Some(file) => attach(app, tx, id, file),
            None => Ok(()),
        }
    })
}

/// Keeps the file of a paper in the transaction that registers it, with the words by which it is found,
/// in the place of an earlier one. The caller's change in the journal names it by its SHA-256.
///
/// # Errors
/// Of the store.
fn attach(app: &App, tx: &mut Writer<'_>, paper: &str, file: &NewFile) -> Result<(), Refusal> {
    let id = files::keep(app, tx, file)?;
    attach_kept(tx, paper, &id, text_of(file.content(), file.name()).as_deref())
}

/// The same with a file that is kept already, such as that of a plan's draft.
///
/// # Errors
/// Of the store.
pub fn attach_kept(
    tx: &mut Writer<'_>,
    paper: &str,
    file: &str,
    words: Option<&str>,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    tx.technical(sql::ATTACH, &[commune.as_str().into(), paper.into(), file.into()])?;
    text::keep(tx, paper, words)
}

fn arrive(tx: &mut Writer<'_>, entry: &Entry) -> Result<Option<Arrival>, Refusal> {
    let Some(on) = entry.received_on else { return Ok(None) };
    let number = next_number(tx, ARRIVALS, on.year(), entry.arrival).map_err(|refusal| {
        let Refusal::Invalid(found) = refusal else { return refusal };
        let mut errors = Errors::default();
        found.all().iter().for_each(|(_, message)| errors.add("arrival", message.clone()));
        errors.into()
    })?;
    Ok(Some(Arrival { number, on }))
}

fn add(
    tx: &mut Writer<'_>,
    id: &str,
    entry: &Entry,
    arrival: Option<Arrival>,
    sha256: &str,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let change = Change::create(RECORD, id, &kept(entry, arrival, Some(sha256)))?;
    let (key, arrived) = (
        [commune.as_str().into(), id.into()],
        [arrival.map(|it| it.number).into(), arrival.map(|it| it.on).into()],
    );
    Ok(tx.change(change, sql::ENTER, &[&key[..], &columns(entry), &arrived].concat())?)
}

fn change(
    tx: &mut Writer<'_>,
    paper: &Paper,
    version: i64,
    entry: &Entry,
    file: Option<&NewFile>,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let old = paper.kept();
    let new = kept(entry, paper.arrival, file.map(NewFile::sha256).or(old.sha256));
    let change = Change::update(RECORD, &paper.id, &old, &new)?;
    let key = [commune.as_str().into(), (&paper.id).into(), version.into()];
    Ok(tx.change(change, sql::CORRECT, &[&columns(entry)[..], &key].concat())?)
}

/// What is written of an entry, in the order in which both statements take it.
fn columns(entry: &Entry) -> [Param<'_>; 10] {
    let folded = entry::folded(entry.number.as_deref(), &entry.title, &entry.issuer);
    [
        entry.kind.code().into(),
        entry.number.as_deref().into(),
        entry.issued_on.into(),
        (&entry.issuer).into(),
        (&entry.title).into(),
        Param::Owned(folded),
        (&entry.signer_post).into(),
        (&entry.signer_name).into(),
        entry.twin().map_or(Param::Null, Param::Owned),
        entry.readers.code().into(),
    ]
}

fn kept<'a>(entry: &'a Entry, arrival: Option<Arrival>, sha256: Option<&'a str>) -> Kept<'a> {
    Kept {
        paper_kind: entry.kind,
        number: entry.number.as_deref(),
        issued_on: Some(entry.issued_on),
        issuer: &entry.issuer,
        title: &entry.title,
        signer_post: &entry.signer_post,
        signer_name: &entry.signer_name,
        readers: entry.readers,
        arrival: arrival.map(|arrival| arrival.number),
        received_on: arrival.map(|arrival| arrival.on),
        withdrawn_on: None,
        sha256,
    }
}
