//! Hashing rows and adding them to the chain.

use super::Change;
use crate::{Author, StoreError, Writer};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// What stands before the first row of a chain.
pub(super) const BEGINNING: &str = "";

const OPEN: &str =
    "INSERT INTO journal_head (commune, seq, hash) VALUES ($1, 0, '') ON CONFLICT DO NOTHING";
/// The row lock that this takes is held until the commit: writers of one commune come in order.
const HEAD: &str = "UPDATE journal_head SET seq = seq WHERE commune = $1 RETURNING seq, hash";
const ADD: &str = "INSERT INTO journal (commune, seq, at, actor, action, record_kind, record_id, \
     old_values, new_values, reason, previous_hash, hash) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
/// How far a chain has come.
pub(crate) const HEAD_SEQ: &str = "SELECT seq FROM journal_head WHERE commune = $1";
const MOVE_HEAD: &str = "UPDATE journal_head SET seq = $1, hash = $2 WHERE commune = $3";

/// A row as it is hashed; times are the text that the table holds.
pub(super) struct Link<'a> {
    pub(super) commune: &'a str,
    pub(super) seq: i64,
    pub(super) at: &'a str,
    pub(super) actor: &'a str,
    pub(super) action: &'a str,
    pub(super) kind: &'a str,
    pub(super) id: &'a str,
    pub(super) old: Option<&'a str>,
    pub(super) new: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
    pub(super) previous: &'a str,
}

impl Link<'_> {
    /// SHA-256 in hexadecimal over all fields, each with its length before it, so that no two
    /// different rows can run together into the same bytes; a missing field is not an empty one.
    pub(super) fn hash(&self) -> String {
        let seq = self.seq.to_string();
        let mut hasher = Sha256::new();
        let fields = [
            Some(self.commune),
            Some(&seq),
            Some(self.at),
            Some(self.actor),
            Some(self.action),
            Some(self.kind),
            Some(self.id),
            self.old,
            self.new,
            self.reason,
            Some(self.previous),
        ];
        for field in fields {
            match field {
                None => hasher.update([0]),
                Some(text) => {
                    hasher.update([1]);
                    hasher.update((text.len() as u64).to_be_bytes());
                    hasher.update(text.as_bytes());
                }
            }
        }
        HEXLOWER.encode(&hasher.finalize())
    }
}

/// Takes the end of the commune's chain: its number and its hash. No other writer gets past it before
/// this transaction ends.
pub(crate) fn hold(writer: &mut Writer<'_>) -> Result<(i64, String), StoreError> {
    let commune = writer.author().commune.clone();
    let key = [commune.as_str().into()];
    writer.technical(OPEN, &key)?;
    let head = writer.first(HEAD, &key, |row| Ok((row.get(0)?, row.get(1)?)))?;
    head.ok_or(StoreError::Conflict)
}

/// Writes the changes of a transaction to the end of the commune's chain.
pub(crate) fn append(writer: &mut Writer<'_>) -> Result<(), StoreError> {
    let changes = writer.take_changes();
    if changes.is_empty() {
        return Ok(());
    }
    let author = writer.author().clone();
    let commune = author.commune.as_str();
    let (mut seq, mut hash) = hold(writer)?;
    for change in &changes {
        seq += 1;
        hash = add(writer, &author, change, seq, &hash)?;
    }
    writer.technical(MOVE_HEAD, &[seq.into(), (&hash).into(), commune.into()])?;
    Ok(())
}

fn add(
    writer: &mut Writer<'_>,
    author: &Author,
    change: &Change,
    seq: i64,
    previous: &str,
) -> Result<String, StoreError> {
    let at = format!("{:.6}", author.at);
    let link = Link {
        commune: &author.commune,
        seq,
        at: &at,
        actor: &author.actor,
        action: change.action.code(),
        kind: change.kind,
        id: &change.id,
        old: change.old.as_deref(),
        new: change.new.as_deref(),
        reason: change.reason.as_deref(),
        previous,
    };
    let hash = link.hash();
    let row = [
        link.commune.into(),
        seq.into(),
        link.at.into(),
        link.actor.into(),
        link.action.into(),
        link.kind.into(),
        link.id.into(),
        link.old.into(),
        link.new.into(),
        link.reason.into(),
        previous.into(),
        (&hash).into(),
    ];
    writer.technical(ADD, &row)?;
    Ok(hash)
}
