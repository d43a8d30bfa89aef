//! Walking a chain to see that nobody touched it.

use super::chain::{BEGINNING, Link};
use crate::{Reader, Row, StoreError};
use std::fmt;

/// Rows read at a time: the walk needs little memory however long the chain is.
const STEP: i64 = 1_000;

const COMMUNES: &str =
    "SELECT commune FROM journal_head UNION SELECT commune FROM journal ORDER BY 1";
const ROWS: &str = "SELECT seq, at, actor, action, record_kind, record_id, old_values, new_values, \
     reason, previous_hash, hash FROM journal WHERE commune = $1 AND seq > $2 ORDER BY seq LIMIT $3";
const HEAD: &str = "SELECT seq, hash FROM journal_head WHERE commune = $1";

/// The end of a whole chain: keep it elsewhere, and a chain rewritten from its beginning is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The commune's code.
    pub commune: String,
    /// How many rows the chain has.
    pub rows: i64,
    /// Hash of the last row.
    pub hash: String,
}

/// The first broken row of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The commune's code.
    pub commune: String,
    /// Number of the first broken row.
    pub seq: i64,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// Its values do not give its hash.
    Altered,
    /// It does not follow from the row before it.
    Unlinked,
    /// It stands after the end that the chain's head names.
    BeyondHead,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Missing => "missing",
            Self::Altered => "altered",
            Self::Unlinked => "unlinked",
            Self::BeyondHead => "beyond-head",
        })
    }
}

/// What a walk found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The ends of the whole chains.
    pub whole: Vec<Head>,
    /// The first broken row of each broken chain.
    pub broken: Vec<Break>,
}

/// Walks every chain of the database.
///
/// # Errors
/// Of the engine; a broken chain is no error but an answer.
pub fn verify(reader: &mut Reader<'_>) -> Result<Verdict, StoreError> {
    let mut verdict = Verdict { whole: Vec::new(), broken: Vec::new() };
    for commune in reader.all(COMMUNES, &[], |row| row.get::<String>(0))? {
        match verify_commune(reader, &commune)? {
            Ok(head) => verdict.whole.push(head),
            Err(broken) => verdict.broken.push(broken),
        }
    }
    Ok(verdict)
}

/// Walks the chain of one commune; a commune without rows has a whole chain of none.
///
/// # Errors
/// Of the engine; a broken chain is no error but an answer.
pub fn verify_commune(
    reader: &mut Reader<'_>,
    commune: &str,
) -> Result<Result<Head, Break>, StoreError> {
    let broken = |seq, fault| Ok(Err(Break { commune: commune.to_owned(), seq, fault }));
    let head = reader.first(HEAD, &[commune.into()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (end, end_hash): (i64, String) = head.unwrap_or((0, BEGINNING.to_owned()));
    let (mut last, mut hash) = (0, BEGINNING.to_owned());
    loop {
        let rows = reader.all(ROWS, &[commune.into(), last.into(), STEP.into()], Stored::read)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if let Some(fault) = row.fault(commune, last + 1, &hash, end) {
                let seq = if fault == Fault::Missing { last + 1 } else { row.seq };
                return broken(seq, fault);
            }
            (last, hash) = (row.seq, row.hash);
        }
    }
    match (last == end, hash == end_hash) {
        (false, _) => broken(last + 1, Fault::Missing),
        (true, false) => broken(last, Fault::Altered),
        (true, true) => Ok(Ok(Head { commune: commune.to_owned(), rows: last, hash })),
    }
}

/// A row as the table holds it.
struct Stored {
    seq: i64,
    at: String,
    actor: String,
    action: String,
    kind: String,
    id: String,
    old: Option<String>,
    new: Option<String>,
    reason: Option<String>,
    previous: String,
    hash: String,
}

impl Stored {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            action: row.get(3)?,
            kind: row.get(4)?,
            id: row.get(5)?,
            old: row.get(6)?,
            new: row.get(7)?,
            reason: row.get(8)?,
            previous: row.get(9)?,
            hash: row.get(10)?,
        })
    }

    fn fault(&self, commune: &str, expected: i64, before: &str, end: i64) -> Option<Fault> {
        let link = Link {
            commune,
            seq: self.seq,
            at: &self.at,
            actor: &self.actor,
            action: &self.action,
            kind: &self.kind,
            id: &self.id,
            old: self.old.as_deref(),
            new: self.new.as_deref(),
            reason: self.reason.as_deref(),
            previous: &self.previous,
        };
        match () {
            () if self.seq != expected => Some(Fault::Missing),
            () if link.hash() != self.hash => Some(Fault::Altered),
            () if self.previous != before => Some(Fault::Unlinked),
            () if self.seq > end => Some(Fault::BeyondHead),
            () => None,
        }
    }
}
