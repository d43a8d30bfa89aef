//! The history of one record, as its page shows it.

use crate::{Reader, StoreError};
use jiff::Timestamp;

const OF_RECORD: &str = "SELECT at, actor, action, old_values, new_values, reason FROM journal \
     WHERE commune = $1 AND record_kind = $2 AND record_id = $3 ORDER BY seq";

/// One change of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// When.
    pub at: Timestamp,
    /// Id of the account, or `system:` and the command that acted.
    pub actor: String,
    /// Code of the action: `create`, `update`, `end`.
    pub action: String,
    /// Values before, as JSON of the fields that changed.
    pub old: Option<String>,
    /// Values after, as JSON of the fields that changed.
    pub new: Option<String>,
    /// The reason that the person gave.
    pub reason: Option<String>,
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
    reader.all(OF_RECORD, &[commune.into(), kind.into(), id.into()], |row| {
        Ok(HistoryRow {
            at: row.get(0)?,
            actor: row.get(1)?,
            action: row.get(2)?,
            old: row.get(3)?,
            new: row.get(4)?,
            reason: row.get(5)?,
        })
    })
}
