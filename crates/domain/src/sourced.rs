//! One value of the law: what, from when to when, according to which article, read by whom; and such
//! values as they follow each other.

mod timeline;

pub use timeline::{Overlap, Timeline};

use crate::date::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A value with its days and its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    /// Names this value for good; pages and documents carry it beside the value.
    pub id: String,
    /// The first day on which the value holds.
    pub from: Date,
    /// The last day; without one the value holds until something follows.
    pub to: Option<Date>,
    /// The value.
    pub value: T,
    /// Where it is written.
    pub source: Source,
    /// Whether somebody has compared it with the source.
    pub checked: Checked,
    /// From this day the value has to be looked at again: its document is said to expire.
    pub review_from: Option<Date>,
    /// What an officer should know about it, in Vietnamese.
    pub note: Option<String>,
}

/// A place in a legal document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Kind, number and symbol: "Nghị định 152/2025/NĐ-CP".
    pub document: String,
    /// Phụ lục.
    pub annex: Option<String>,
    /// Điều.
    pub article: Option<String>,
    /// Khoản.
    pub clause: Option<String>,
    /// Điểm.
    pub point: Option<String>,
}

/// Who has compared a value with its source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    /// Nobody yet.
    #[default]
    Unchecked,
    /// Whoever wrote the catalog has read the article.
    Reading,
    /// An officer has confirmed it.
    Officer {
        /// The officer.
        by: String,
        /// The day.
        on: Date,
        /// The paper that was compared.
        paper: String,
    },
}

codes! {
    /// How far a value can be trusted on a given day.
    Standing {
        /// Confirmed by an officer.
        Confirmed = "confirmed",
        /// The article has been read.
        Read = "read",
        /// Nobody has compared it with its source.
        Unchecked = "unchecked",
        /// Its document is said to have expired by that day.
        ReviewDue = "review_due",
    }
}

impl Standing {
    /// Whether the value may be shown without a mark of doubt.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Confirmed | Self::Read)
    }
}

impl Checked {
    /// How far a value can be trusted on a day, given from when it has to be looked at again.
    pub(crate) fn standing(&self, review_from: Option<Date>, day: Date) -> Standing {
        match self {
            _ if review_from.is_some_and(|due| due <= day) => Standing::ReviewDue,
            Self::Unchecked => Standing::Unchecked,
            Self::Reading => Standing::Read,
            Self::Officer { .. } => Standing::Confirmed,
        }
    }
}

impl<T> Sourced<T> {
    /// Whether the value holds on a day; its first and last day belong to it.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }

    /// How far the value can be trusted on a day.
    pub fn standing(&self, day: Date) -> Standing {
        self.checked.standing(self.review_from, day)
    }
}

impl fmt::Display for Source {
    /// The citation in the order of the law: "điểm e khoản 1 Điều 54 Nghị định 152/2025/NĐ-CP".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = [
            ("điểm", &self.point),
            ("khoản", &self.clause),
            ("Điều", &self.article),
            ("Phụ lục", &self.annex),
        ];
        for (name, place) in places {
            if let Some(place) = place {
                write!(f, "{name} {place} ")?;
            }
        }
        f.write_str(&self.document)
    }
}
