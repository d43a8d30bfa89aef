//! The head of a document: in whose name it is, where and when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Number;

/// The head of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// In whose name it is.
    pub issuer: Issuer,
    /// The place in the date line; `None` for minutes, which have no date line.
    pub place: Option<String>,
    /// The day of signature; `None` leaves room to write it by hand.
    pub date: Option<Date>,
}

/// In whose name a document is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Issuer {
    /// A body, named at the left of the head.
    Body {
        /// The body above it, if it is named.
        superior: Option<String>,
        /// Its name: "Ủy ban nhân dân xã Tơ Tung".
        name: String,
        /// Number and symbol; `None` for a paper that carries none.
        number: Option<Number>,
    },
    /// A person or a household: they have no office and no book of numbers, so nothing but the
    /// nation's name stands above what they write.
    Person,
}

impl Issuer {
    /// A body without a superior in the head.
    pub fn body(name: impl Into<String>, number: Option<Number>) -> Self {
        Self::Body { superior: None, name: name.into(), number }
    }

    /// The name of a body.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Body { name, .. } => Some(name),
            Self::Person => None,
        }
    }

    /// The body above.
    pub fn superior(&self) -> Option<&str> {
        match self {
            Self::Body { superior, .. } => superior.as_deref(),
            Self::Person => None,
        }
    }

    /// Number and symbol.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Self::Body { number, .. } => number.as_ref(),
            Self::Person => None,
        }
    }

    /// Gives a paper that has a number its serial within the year.
    pub fn give_number(&mut self, given: Option<u32>) {
        if let Self::Body { number: Some(number), .. } = self {
            number.serial = given;
        }
    }
}
