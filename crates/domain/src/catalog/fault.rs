//! What can be wrong in a file of the catalog, and where.

use super::{Overlap, Sourced};
use crate::standard::StandardFault;
use std::fmt;

/// Something wrong in a file of the catalog.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct CatalogFault {
    /// The file, as it was named to the reader.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The rule that is broken.
    pub rule: CatalogRule,
    /// What is wrong, with the words of the file.
    pub message: String,
}

impl fmt::Display for CatalogFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

codes! {
    /// What must be true of the catalog's files.
    CatalogRule {
        /// A file is not UTF-8.
        Encoding = "encoding",
        /// A file is TOML.
        Syntax = "syntax",
        /// A value has its fields, each of its kind, and no others.
        Shape = "shape",
        /// A file holds only what the catalog knows.
        UnknownTable = "unknown-table",
        /// An id is used once.
        IdOnce = "id-once",
        /// A value ends on or after the day on which it begins.
        Days = "days",
        /// A value names its document.
        Document = "document",
        /// Of one matter, one value holds on a day.
        Overlap = "overlap",
        /// Parts of an award or a standard stand in one file with its head.
        Head = "head",
        /// A number stands once in a set.
        NumberOnce = "number-once",
        /// An indicator belongs to a criterion of its set, a condition to none.
        Criterion = "criterion",
        /// What is measured says how it is compared, in which unit, and what it counts.
        Measured = "measured",
        /// A threshold is for a region and a year of its set.
        Place = "place",
        /// A threshold can be reached.
        Reach = "reach",
        /// A condition speaks of known facts and compares like with like.
        Condition = "condition",
        /// What is named is there.
        Reference = "reference",
        /// A set has no more lines than its paper.
        Size = "size",
    }
}

/// A rule and how it was broken.
pub(super) type Flaw = (CatalogRule, String);

impl<T> Sourced<T> {
    /// What cannot be true of any value of the law.
    pub(crate) fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if self.to.is_some_and(|last| last < self.from) {
            flaws.push((CatalogRule::Days, format!("{} ends before it begins", self.id)));
        }
        if self.source.document.trim().is_empty() {
            flaws.push((CatalogRule::Document, format!("{} names no document", self.id)));
        }
        flaws
    }
}

impl Overlap {
    pub(super) fn flaw(&self, id: &str) -> Flaw {
        (CatalogRule::Overlap, format!("{id} {self}"))
    }
}

impl From<&StandardFault> for CatalogRule {
    fn from(fault: &StandardFault) -> Self {
        match fault {
            StandardFault::Twice(_) => Self::NumberOnce,
            StandardFault::NoCriterion(_) | StandardFault::ConditionOfCriterion(_) => {
                Self::Criterion
            }
            StandardFault::Comparison(_) | StandardFault::Unit(_) | StandardFault::Counts(_) => {
                Self::Measured
            }
            StandardFault::NoRegion(..) | StandardFault::NoYear(..) => Self::Place,
            StandardFault::OutOfReach(..) => Self::Reach,
        }
    }
}

/// The line of a byte, counted from 1.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
