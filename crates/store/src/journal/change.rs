//! What a change is, and in whose name it is made.

use crate::StoreError;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

/// In whose name, for which commune and when a transaction writes.
#[derive(Debug, Clone)]
pub struct Author {
    /// Official code of the commune that the records belong to.
    pub commune: String,
    /// Id of the account, or `system:` and the command that acts.
    pub actor: String,
    /// The moment of the change; the clock is the caller's.
    pub at: Timestamp,
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It came to be.
    Create,
    /// Values of it changed.
    Update,
    /// It ended. Records are not deleted; grants and the like are taken away.
    End,
}

impl Action {
    /// The code kept in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::End => "end",
        }
    }
}

/// One change of one record, as the journal keeps it.
#[derive(Debug, Clone)]
pub struct Change {
    pub(super) action: Action,
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
    pub(super) reason: Option<String>,
}

impl Change {
    /// A record came to be, with these values.
    ///
    /// # Errors
    /// When the values cannot be written as JSON.
    pub fn create(
        kind: &'static str,
        id: impl Into<String>,
        new: &impl Serialize,
    ) -> Result<Self, StoreError> {
        let new = Some(serde_json::to_string(new)?);
        Ok(Self { action: Action::Create, kind, id: id.into(), old: None, new, reason: None })
    }

    /// A record changed from `old` to `new`; only the fields that differ are kept.
    ///
    /// # Errors
    /// When the values cannot be written as JSON.
    pub fn update<T: Serialize>(
        kind: &'static str,
        id: impl Into<String>,
        old: &T,
        new: &T,
    ) -> Result<Self, StoreError> {
        let (old, new) = differences(serde_json::to_value(old)?, serde_json::to_value(new)?);
        Ok(Self {
            action: Action::Update,
            kind,
            id: id.into(),
            old: Some(old.to_string()),
            new: Some(new.to_string()),
            reason: None,
        })
    }

    /// A record ended; these were its last values.
    ///
    /// # Errors
    /// When the values cannot be written as JSON.
    pub fn end(
        kind: &'static str,
        id: impl Into<String>,
        old: &impl Serialize,
    ) -> Result<Self, StoreError> {
        let old = Some(serde_json::to_string(old)?);
        Ok(Self { action: Action::End, kind, id: id.into(), old, new: None, reason: None })
    }

    /// Adds the reason that the person gave.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// Drops the fields that both sides have alike.
fn differences(old: Value, new: Value) -> (Value, Value) {
    let (Value::Object(mut old), Value::Object(mut new)) = (old.clone(), new.clone()) else {
        return (old, new);
    };
    let alike: Vec<String> =
        old.iter().filter(|(k, v)| new.get(*k) == Some(v)).map(|(k, _)| k.clone()).collect();
    let drop_alike = |side: &mut Map<String, Value>| {
        alike.iter().for_each(|key| {
            side.remove(key);
        });
    };
    drop_alike(&mut old);
    drop_alike(&mut new);
    (Value::Object(old), Value::Object(new))
}
