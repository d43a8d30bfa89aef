//! Codes of administrative units.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The code of an administrative unit, as text: leading zeros belong to it ("00001").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnitCode(String);

/// Why a text is not a code of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnitCodeError {
    /// Codes have 2 to 20 characters.
    #[error("a unit code has 2 to 20 characters")]
    Length,
    /// Only ASCII digits and letters, hyphen and dot.
    #[error("a unit code has only digits, letters, hyphens and dots")]
    Character,
}

impl UnitCode {
    /// The code as stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for UnitCode {
    type Error = UnitCodeError;

    fn try_from(code: String) -> Result<Self, UnitCodeError> {
        if !code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)) {
            return Err(UnitCodeError::Character);
        }
        if (2..=20).contains(&code.len()) { Ok(Self(code)) } else { Err(UnitCodeError::Length) }
    }
}

impl FromStr for UnitCode {
    type Err = UnitCodeError;

    /// Spaces around the code are not part of it.
    fn from_str(code: &str) -> Result<Self, UnitCodeError> {
        Self::try_from(code.trim().to_owned())
    }
}

impl From<UnitCode> for String {
    fn from(code: UnitCode) -> Self {
        code.0
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
