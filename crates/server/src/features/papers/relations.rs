//! What papers have to do with each other. A relation is kept once, at the paper that says it, and
//! both papers show it.

use chungsuc_domain::codes;
use chungsuc_store::{Change, Row, Writer};
use serde::Serialize;

use super::{Paper, RELATION_RECORD, Readers, find, readable, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

codes! {
    /// What a paper says of another one.
    Relation {
        /// It rests on it (căn cứ).
        Basis = "basis",
        /// It replaces it (thay thế).
        Replaces = "replaces",
        /// It amends it (sửa đổi, bổ sung).
        Amends = "amends",
        /// It carries it out (thực hiện).
        Implements = "implements",
    }
}

/// Another paper, and what it has to do with the one that is looked at.
#[derive(Clone, Debug)]
pub struct Related {
    /// What is said.
    pub relation: Relation,
    /// The paper that is looked at says it; else the other one does.
    pub said_here: bool,
    /// The other paper, without its bases, recipients and file.
    pub paper: Paper,
}

/// What the journal keeps of a relation.
#[derive(Serialize)]
struct Kept<'a> {
    relation: Relation,
    other_paper: &'a str,
}

/// Every paper that is related to this one, as far as the person may read it: first what this one says.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn related(app: &App, by: &Person, id: &str) -> Result<Vec<Related>, Refusal> {
    let only = readable(by)?.map(Readers::code);
    let key = [by.commune.as_str().into(), id.into(), only.into()];
    app.read(|r| {
        let mut found = Vec::new();
        for (said_here, sql) in [(true, sql::SAID), (false, sql::SAID_OF)] {
            let relation_column = 16;
            found.extend(r.all(sql, &key, |row| {
                let relation = row.coded(relation_column, Relation::from_code)?;
                Ok(Related { relation, said_here, paper: Paper::read(row)? })
            })?);
        }
        Ok(found)
    })
}

/// Says that one paper has this relation to another one.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with `other`, when it is the
/// same paper, when it is said already, or when the other one says the same of this one.
pub fn relate(
    app: &App,
    by: &Person,
    id: &str,
    relation: Relation,
    other: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::RegisterPapers)?;
    let refuse = |key| Err(Refusal::field("other", Message::new(key)));
    if id == other {
        return refuse("paper-relation-self");
    }
    let (here, there) = (find(app, by, id)?, find(app, by, other)?);
    let commune = by.commune.as_str();
    app.write(by, |tx| {
        let said = |one, another| [commune.into(), one, relation.code().into(), another];
        let there_id = || there.id.as_str().into();
        let here_id = || here.id.as_str().into();
        let known = |row: &Row<'_>| row.get::<String>(0);
        if tx.first(sql::RELATION, &said(here_id(), there_id()), known)?.is_some() {
            return refuse("paper-relation-known");
        }
        if tx.first(sql::RELATION, &said(there_id(), here_id()), known)?.is_some() {
            return refuse("paper-relation-turned");
        }
        let change = Change::create(
            RELATION_RECORD,
            record_id(id, relation, other),
            &kept(relation, &there),
        )?;
        Ok(tx.change(change, sql::RELATE, &said(here_id(), there_id()))?)
    })
}

/// Says of a paper that the program makes what it has to do with another one, in the transaction that
/// registers it.
///
/// # Errors
/// Of the store.
pub(crate) fn relate_made(
    tx: &mut Writer<'_>,
    id: &str,
    relation: Relation,
    there: &Paper,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let record = record_id(id, relation, &there.id);
    let change = Change::create(RELATION_RECORD, record, &kept(relation, there))?;
    let other = there.id.as_str().into();
    let row = [commune.as_str().into(), id.into(), relation.code().into(), other];
    Ok(tx.change(change, sql::RELATE, &row)?)
}

/// Takes back that one paper has this relation to another one.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a conflict when it is not said.
pub fn unrelate(
    app: &App,
    by: &Person,
    id: &str,
    relation: Relation,
    other: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::RegisterPapers)?;
    let there = find(app, by, other)?;
    let change =
        Change::end(RELATION_RECORD, record_id(id, relation, other), &kept(relation, &there))?;
    let row = [by.commune.as_str().into(), id.into(), relation.code().into(), other.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::UNRELATE, &row)?))
}

fn record_id(id: &str, relation: Relation, other: &str) -> String {
    format!("{id}/{relation}/{other}")
}

fn kept(relation: Relation, there: &Paper) -> Kept<'_> {
    Kept { relation, other_paper: there.number.as_deref().unwrap_or(&there.title) }
}
