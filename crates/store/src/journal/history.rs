//! The history of one record, as its page shows it, and the newest rows of a commune.

use crate::{Reader, Row, StoreError};
use jiff::Timestamp;

const OF_RECORD: &str = "SELECT at, actor, action, record_kind, record_id, old_values, new_values, \
     reason FROM journal WHERE commune = $1 AND record_kind = $2 AND record_id = $3 ORDER BY seq";
const NEWEST: &str = "SELECT at, actor, action, record_kind, record_id, old_values, new_values, \
     reason FROM journal WHERE commune = $1 ORDER BY seq DESC LIMIT $2";

/// One change of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// When.
    pub at: Timestamp,
    /// Id of the account, or `system:` and the command that acted.
    pub actor: String,
    /// Code of the action: `create`, `update`, `end`.
    pub action: String,
    /// Kind of the record.
    pub kind: String,
    /// Id of the record.
    pub id: String,
    /// Values before, as JSON of the fields that changed.
    pub old: Option<String>,
    /// Values after, as JSON of the fields that changed.
    pub new: Option<String>,
    /// The reason that the person gave.
    pub reason: Option<String>,
}

impl HistoryRow {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            at: row.get(0)?,
            actor: row.get(1)?,
            action: row.get(2)?,
            kind: row.get(3)?,
            id: row.get(4)?,
            old: row.get(5)?,
            new: row.get(6)?,
            reason: row.get(7)?,
        })
    }
}

/// All changes of one record, the oldest first.
///
/// # Errors
/// Of the engine.
pub fn history(
    reader: &mut Reader<'_>,
    commune: &str,
    kind: &str,
    id: &str,
) -> Result<Vec<HistoryRow>, StoreError> {
    reader.all(OF_RECORD, &[commune.into(), kind.into(), id.into()], HistoryRow::read)
}

/// The newest rows of a commune, the newest first.
///
/// # Errors
/// Of the engine.
pub fn newest(
    reader: &mut Reader<'_>,
    commune: &str,
    most: i64,
) -> Result<Vec<HistoryRow>, StoreError> {
    reader.all(NEWEST, &[commune.into(), most.into()], HistoryRow::read)
}
