//! Contestants and what they pledge.

use chungsuc_domain::{SubjectKind, text};
use chungsuc_store::{Change, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::{CONTESTANT, find, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::search::Listing;
use crate::features::{directory, search};
use crate::refusal::Refusal;
use crate::web::{Count, Errors, Message, Paging};

/// Somebody who takes part, named as on the day of registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contestant {
    /// Its id.
    pub id: String,
    /// Id of the movement.
    pub movement: String,
    /// What it is.
    pub kind: SubjectKind,
    /// Code of the unit, or id of the record in the directory.
    pub subject: String,
    /// Its name on the day of registration.
    pub name: String,
    /// Code of its village.
    pub village: Option<String>,
    /// The day of registration.
    pub registered_on: Date,
    /// Name of its village.
    pub village_name: Option<String>,
}

/// What a contestant registers to reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pledge {
    /// What it is.
    pub text: String,
    /// Until when.
    pub due: Option<Date>,
    /// When it was pledged.
    pub pledged_on: Date,
}

/// Which contestants are asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter<'a> {
    /// Code of a kind of subject.
    pub kind: Option<&'a str>,
    /// Code of a village.
    pub village: Option<&'a str>,
    /// Words of the name.
    pub words: &'a str,
}

#[derive(Serialize)]
struct Kept<'a> {
    subject_kind: &'a str,
    name: &'a str,
    village: Option<&'a str>,
    registered_on: Date,
}

fn read(row: &Row<'_>) -> Result<Contestant, StoreError> {
    Ok(Contestant {
        id: row.get(0)?,
        movement: row.get(1)?,
        kind: row.coded(2, SubjectKind::from_code)?,
        subject: row.get(3)?,
        name: row.get(4)?,
        village: row.get(5)?,
        registered_on: row.get(6)?,
        village_name: row.get(7)?,
    })
}

/// One contestant. Who takes part in a movement is no secret within the commune.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn contestant(app: &App, by: &Person, id: &str) -> Result<Contestant, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::CONTESTANT, &key, read)?.ok_or(Refusal::NotFound))
}

/// The contestant that a subject is in a movement, if it takes part.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn contestant_of(
    app: &App,
    by: &Person,
    movement: &str,
    kind: SubjectKind,
    subject: &str,
) -> Result<Option<Contestant>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), movement.into(), kind.code().into(), subject.into()];
    app.read(|r| Ok(r.first(sql::CONTESTANT_OF, &key, read)?))
}

/// A page of the contestants of a movement, in Vietnamese order, with their number.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn contestants(
    app: &App,
    by: &Person,
    movement: &str,
    filter: &Filter<'_>,
    paging: &Paging,
) -> Result<(Vec<Contestant>, Count), Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let pattern = search::pattern(filter.words);
    let params = [
        by.commune.as_str().into(),
        movement.into(),
        filter.kind.into(),
        filter.village.into(),
        pattern.as_deref().into(),
    ];
    let listing = Listing { rows: sql::CONTESTANTS, count: sql::COUNT_CONTESTANTS };
    app.read(|r| Ok(listing.page(r, &by.commune, &params, paging, read)?))
}

/// The contestants whose name holds the words, at most `limit`.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn search_contestants(
    app: &App,
    by: &Person,
    movement: &str,
    words: &str,
    limit: i64,
) -> Result<Vec<Contestant>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let (pattern, nothing) = (search::pattern(words), None::<&str>);
    let params = [
        by.commune.as_str().into(),
        movement.into(),
        nothing.into(),
        nothing.into(),
        pattern.as_deref().into(),
        limit.into(),
        0.into(),
    ];
    app.read(|r| Ok(r.all(sql::CONTESTANTS, &params, read)?))
}

/// How many of each kind took part on a day, by code.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn count_by_kind(
    app: &App,
    by: &Person,
    movement: &str,
    on: Date,
) -> Result<Vec<(SubjectKind, i64)>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let params = [by.commune.as_str().into(), movement.into(), on.into()];
    let rows: Vec<(String, i64)> = app.read(|r| {
        r.all(sql::COUNT_BY_KIND, &params, |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(Refusal::from)
    })?;
    let count = |kind: &SubjectKind| {
        let found = rows.iter().find(|(code, _)| code == kind.code());
        found.map(|(_, count)| (*kind, *count))
    };
    Ok(SubjectKind::ALL.iter().filter_map(count).collect())
}

/// The pledges of a contestant, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn pledges(app: &App, by: &Person, contestant: &str) -> Result<Vec<Pledge>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), contestant.into()];
    app.read(|r| {
        let rows = r.all(sql::PLEDGES, &key, |row| {
            Ok(Pledge { text: row.get(0)?, due: row.get(1)?, pledged_on: row.get(2)? })
        });
        Ok(rows?)
    })
}

/// Registers a subject of the directory with its first pledge; gives the contestant's id.
///
/// # Errors
/// [`Refusal::Forbidden`] outside one's territory; [`Refusal::Invalid`] with the fields `text`,
/// `due`, `pledged_on`; a rule, when it takes part already.
pub fn register(
    app: &App,
    by: &Person,
    movement: &str,
    kind: SubjectKind,
    subject: &str,
    pledge: &Pledge,
) -> Result<String, Refusal> {
    let subject = directory::subject(app, by, kind, subject)?;
    let village = subject.village.as_deref();
    by.must(Act::Register, Place { commune: &by.commune, village })?;
    check(app, by, movement, pledge)?;
    if contestant_of(app, by, movement, kind, &subject.id)?.is_some() {
        let name = subject.name.clone();
        return Err(Refusal::Rule(Message::new("contestant-known").arg("name", name)));
    }
    let (id, folded) = (app.new_id(), text::fold(&subject.name));
    let key = match kind {
        SubjectKind::Individual | SubjectKind::Household => text::name_sort_key(&subject.name),
        _ => text::sort_key(&subject.name),
    };
    app.write(by, |tx| {
        let kept = Kept {
            subject_kind: kind.code(),
            name: &subject.name,
            village,
            registered_on: pledge.pledged_on,
        };
        tx.change(
            Change::create(CONTESTANT, &id, &kept)?,
            sql::ADD_CONTESTANT,
            &[
                by.commune.as_str().into(),
                (&id).into(),
                movement.into(),
                kind.code().into(),
                (&subject.id).into(),
                (&subject.name).into(),
                (&folded).into(),
                key.as_slice().into(),
                village.into(),
                pledge.pledged_on.into(),
            ],
        )?;
        add_pledge(app, tx, &id, pledge)
    })?;
    Ok(id)
}

/// Adds a pledge of a contestant.
///
/// # Errors
/// As [`register`].
pub fn pledge(app: &App, by: &Person, id: &str, pledge: &Pledge) -> Result<(), Refusal> {
    let known = contestant(app, by, id)?;
    by.must(Act::Register, Place { commune: &by.commune, village: known.village.as_deref() })?;
    check(app, by, &known.movement, pledge)?;
    app.write(by, |tx| add_pledge(app, tx, id, pledge))
}

fn add_pledge(
    app: &App,
    tx: &mut chungsuc_store::Writer<'_>,
    contestant: &str,
    pledge: &Pledge,
) -> Result<(), Refusal> {
    let (id, commune) = (app.new_id(), tx.author().commune.clone());
    // The record in the journal is the contestant's, so that its page tells of its pledges.
    Ok(tx.change(
        Change::create(CONTESTANT, contestant, pledge)?,
        sql::ADD_PLEDGE,
        &[
            commune.as_str().into(),
            (&id).into(),
            contestant.into(),
            (&pledge.text).into(),
            pledge.due.into(),
            pledge.pledged_on.into(),
        ],
    )?)
}

/// A pledge says something, is made by today, and is due within the movement.
fn check(app: &App, by: &Person, movement: &str, pledge: &Pledge) -> Result<(), Refusal> {
    let period = find(app, by, movement)?.period;
    let mut errors = Errors::default();
    if pledge.text.trim().is_empty() {
        errors.add("text", Message::new("field-missing"));
    }
    if pledge.pledged_on > app.today() {
        errors.add("pledged_on", Message::new("day-to-come"));
    }
    if !period.contains(pledge.pledged_on) {
        errors.add("pledged_on", Message::new("pledge-outside-period"));
    }
    if pledge.due.is_some_and(|due| due < pledge.pledged_on || due > period.to()) {
        errors.add("due", Message::new("pledge-due-outside"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
