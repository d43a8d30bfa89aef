//! Official documents: number, day, issuer, title, signer, with the bases that they cite and their
//! recipients. Other features register the papers that they make; the registry shows all of them.

mod pages;
mod sql;
mod unreadable;

use chungsuc_domain::text;
use chungsuc_store::{Change, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use pages::routes;
pub use unreadable::unreadable;

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::search;
use crate::features::search::Listing;
use crate::refusal::Refusal;
use crate::web::{Count, Message, Paging};

/// Kind of a paper's records in the journal.
pub const RECORD: &str = "paper";

/// The kinds of papers that the program makes or adopts; each has its word.
pub const KINDS: [&str; 3] = ["plan", "decision", "report"];

/// A document that a paper cites as its basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// What kind of document, in words: “Quyết định”.
    pub kind: String,
    /// Number and symbol.
    pub number: String,
    /// Its day.
    pub issued_on: Option<Date>,
    /// Who issued it.
    pub issuer: String,
}

/// A paper about to be registered.
#[derive(Clone, Debug)]
pub struct NewPaper<'a> {
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// Number and symbol, once it has them.
    pub number: Option<&'a str>,
    /// Its day, once it has one.
    pub issued_on: Option<Date>,
    /// Who issues it.
    pub issuer: &'a str,
    /// Where.
    pub place: &'a str,
    /// Its title or abstract.
    pub title: &'a str,
    /// Post of who signs.
    pub signer_post: &'a str,
    /// Name of who signs.
    pub signer_name: &'a str,
    /// What it rests on.
    pub bases: &'a [Basis],
    /// Who receives it.
    pub recipients: &'a [String],
}

/// A registered paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its id.
    pub id: String,
    /// Code of its kind.
    pub kind: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its day.
    pub issued_on: Option<Date>,
    /// Who issued it.
    pub issuer: String,
    /// Where.
    pub place: String,
    /// Its title or abstract.
    pub title: String,
    /// Post of who signed.
    pub signer_post: String,
    /// Name of who signed.
    pub signer_name: String,
    /// What it rests on.
    pub bases: Vec<Basis>,
    /// Who receives it.
    pub recipients: Vec<String>,
}

/// What the journal keeps of a paper.
#[derive(Serialize)]
struct Kept<'a> {
    kind: &'a str,
    number: Option<&'a str>,
    issued_on: Option<Date>,
    issuer: &'a str,
    title: &'a str,
    signer_name: &'a str,
}

/// Registers a paper inside the transaction of the verb that makes it; gives its id.
///
/// # Errors
/// A rule, when a paper of this kind, number, day and issuer is there already.
pub fn register(app: &App, tx: &mut Writer<'_>, new: &NewPaper<'_>) -> Result<String, Refusal> {
    let commune = tx.author().commune.clone();
    let same = [
        commune.as_str().into(),
        new.kind.into(),
        new.number.into(),
        new.issued_on.into(),
        new.issuer.into(),
    ];
    if tx.first(sql::SAME, &same, |row| row.get::<String>(0))?.is_some() {
        let number = new.number.unwrap_or_default().to_owned();
        return Err(Refusal::Rule(Message::new("paper-known").arg("number", number)));
    }
    let (id, folded) = (app.new_id(), text::fold(new.title));
    let kept = Kept {
        kind: new.kind,
        number: new.number,
        issued_on: new.issued_on,
        issuer: new.issuer,
        title: new.title,
        signer_name: new.signer_name,
    };
    tx.change(
        Change::create(RECORD, &id, &kept)?,
        sql::ADD,
        &[
            commune.as_str().into(),
            (&id).into(),
            new.kind.into(),
            new.number.into(),
            new.issued_on.into(),
            new.issuer.into(),
            new.place.into(),
            new.title.into(),
            (&folded).into(),
            new.signer_post.into(),
            new.signer_name.into(),
        ],
    )?;
    for (seq, basis) in (1_i64..).zip(new.bases) {
        let change = Change::create("paper_basis", format!("{id}/{seq}"), basis)?;
        tx.change(
            change,
            sql::ADD_BASIS,
            &[
                commune.as_str().into(),
                (&id).into(),
                seq.into(),
                (&basis.kind).into(),
                (&basis.number).into(),
                basis.issued_on.into(),
                (&basis.issuer).into(),
            ],
        )?;
    }
    for (seq, name) in (1_i64..).zip(new.recipients) {
        let change = Change::create("paper_recipient", format!("{id}/{seq}"), name)?;
        let row = [commune.as_str().into(), (&id).into(), seq.into(), name.into()];
        tx.change(change, sql::ADD_RECIPIENT, &row)?;
    }
    Ok(id)
}

/// Takes the next number of a register of a year, or `at_least` that one where an office goes on from
/// its paper book. The register's row stays locked until the transaction ends: no number is given
/// twice, and one that was not used goes back.
///
/// # Errors
/// A rule, when `at_least` was given already; of the store.
pub fn next_number(
    tx: &mut Writer<'_>,
    register: &str,
    year: i16,
    at_least: Option<i64>,
) -> Result<i64, Refusal> {
    let commune = tx.author().commune.clone();
    let key = [commune.as_str().into(), register.into(), i64::from(year).into()];
    tx.technical(sql::OPEN_REGISTER, &key)?;
    let last: Option<i64> = tx.first(sql::LOCK_REGISTER, &key, |row| row.get(0))?;
    let last = last.unwrap_or_default();
    let number = at_least.unwrap_or(last + 1);
    if number <= last {
        let next = Message::new("paper-number-taken").arg("next", last + 1);
        return Err(Refusal::field("number", next));
    }
    let row = [number.into(), commune.as_str().into(), register.into(), i64::from(year).into()];
    tx.technical(sql::MOVE_REGISTER, &row)?;
    Ok(number)
}

/// The number that a register would give next.
///
/// # Errors
/// Of the store.
pub fn coming_number(app: &App, commune: &str, register: &str, year: i16) -> Result<i64, Refusal> {
    let key = [commune.into(), register.into(), i64::from(year).into()];
    let last: Option<i64> =
        app.read(|r| r.first(sql::LAST_NUMBER, &key, |row| row.get(0)).map_err(Refusal::from))?;
    Ok(last.unwrap_or_default() + 1)
}

/// One paper with its bases and recipients.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Paper, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| {
        let mut paper = r.first(sql::ONE, &key, read)?.ok_or(Refusal::NotFound)?;
        paper.bases = r.all(sql::BASES, &key, |row| {
            Ok(Basis {
                kind: row.get(0)?,
                number: row.get(1)?,
                issued_on: row.get(2)?,
                issuer: row.get(3)?,
            })
        })?;
        paper.recipients = r.all(sql::RECIPIENTS, &key, |row| row.get(0))?;
        Ok(paper)
    })
}

/// A page of the registry, the newest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn list(
    app: &App,
    by: &Person,
    words: &str,
    kind: Option<&str>,
    place: &Paging,
) -> Result<(Vec<Paper>, Count), Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let (pattern, number) = (search::pattern(words), format!("{}%", words.trim()));
    let filter =
        [by.commune.as_str().into(), kind.into(), pattern.as_deref().into(), (&number).into()];
    let listing = Listing { rows: sql::LIST, count: sql::COUNT };
    app.read(|r| Ok(listing.page(r, &by.commune, &filter, place, read)?))
}

fn read(row: &Row<'_>) -> Result<Paper, StoreError> {
    Ok(Paper {
        id: row.get(0)?,
        kind: row.get(1)?,
        number: row.get(2)?,
        issued_on: row.get(3)?,
        issuer: row.get(4)?,
        place: row.get(5)?,
        title: row.get(6)?,
        signer_post: row.get(7)?,
        signer_name: row.get(8)?,
        bases: Vec::new(),
        recipients: Vec::new(),
    })
}
