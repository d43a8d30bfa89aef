//! Values that follow each other; on any day at most one holds.

use super::Sourced;
use crate::date::Date;

/// Values in the order of their days, without overlap. Gaps are allowed: there the value is unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<T>(Vec<Sourced<T>>);

/// Two values would hold on one day; it carries the id of the one that was there first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("overlaps with {0}")]
pub struct Overlap(pub String);

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// Adds a value, unless another holds on one of its days.
    pub fn add(&mut self, row: Sourced<T>) -> Result<(), Overlap> {
        let shares_a_day = |other: &&Sourced<T>| {
            row.to.is_none_or(|last| other.from <= last)
                && other.to.is_none_or(|last| row.from <= last)
        };
        if let Some(other) = self.0.iter().find(shares_a_day) {
            return Err(Overlap(other.id.clone()));
        }
        let at = self.0.partition_point(|other| other.from < row.from);
        self.0.insert(at, row);
        Ok(())
    }

    /// The value of a day, if it is known.
    pub fn on(&self, day: Date) -> Option<&Sourced<T>> {
        self.0.iter().find(|row| row.holds_on(day))
    }

    /// All values, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Sourced<T>> {
        self.0.iter()
    }
}
