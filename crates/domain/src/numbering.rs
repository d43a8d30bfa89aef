//! Numbers of papers: they run from 01 within a calendar year and no number is given twice (Nghị
//! định 30/2020/NĐ-CP Điều 15). A revoked paper keeps its number.

use std::fmt;

/// The number of a paper within its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaperNumber {
    /// Calendar year of issue.
    pub year: i16,
    /// Running number, from 1.
    pub number: u32,
}

/// Why no number can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberingError {
    /// Papers of a later year are numbered already; nothing is issued into the past.
    #[error("papers of {0} are numbered already")]
    YearClosed(i16),
    /// No number is left.
    #[error("no number is left in the year")]
    Exhausted,
}

/// The number after the last one given, of whatever year it was.
pub fn next_number(last: Option<PaperNumber>, year: i16) -> Result<PaperNumber, NumberingError> {
    let number = match last {
        Some(last) if last.year > year => return Err(NumberingError::YearClosed(last.year)),
        Some(last) if last.year == year => {
            last.number.checked_add(1).ok_or(NumberingError::Exhausted)?
        }
        _ => 1,
    };
    Ok(PaperNumber { year, number })
}

impl fmt::Display for PaperNumber {
    /// Below ten a zero stands in front: "05".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.number)
    }
}
