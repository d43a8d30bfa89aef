//! What became of a line of an issued decision.

use std::collections::BTreeMap;

use chungsuc_store::{Reader, Row, StoreError};
use jiff::civil::Date;

use super::super::{Awarded, OnPaper, shown_number};
use super::{Kind, sql};

/// The decision that did something to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// Its id.
    pub amendment: String,
    /// “15/QĐ-UBND”.
    pub number: String,
    /// Its day.
    pub on: Date,
}

/// Whether a line still says and gives what it was issued with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// As it was issued.
    #[default]
    InForce,
    /// Its words were corrected; another print with another code goes instead of the first.
    Corrected {
        /// The last correction.
        by: By,
        /// The words from then on.
        words: OnPaper,
        /// The code of the new print.
        code: Option<String>,
    },
    /// The commendation was taken back.
    Revoked {
        /// The decision that did so.
        by: By,
    },
}

impl Standing {
    /// The decision that did something to the line, if one did.
    pub fn by(&self) -> Option<&By> {
        match self {
            Self::InForce => None,
            Self::Corrected { by, .. } | Self::Revoked { by } => Some(by),
        }
    }

    /// Whether it was taken back.
    pub fn is_revoked(&self) -> bool {
        matches!(self, Self::Revoked { .. })
    }
}

impl Awarded {
    /// The words that count now: of a corrected line those of the correction.
    pub fn words(&self) -> &OnPaper {
        match &self.standing {
            Standing::Corrected { words, .. } => words,
            Standing::InForce | Standing::Revoked { .. } => &self.on_paper,
        }
    }

    /// The code of the print that counts now.
    pub fn code_now(&self) -> Option<&str> {
        match &self.standing {
            Standing::Corrected { code, .. } => code.as_deref(),
            Standing::InForce | Standing::Revoked { .. } => self.code.as_deref(),
        }
    }
}

/// Tells every line of a decision what became of it: a later decision goes before an earlier one, and
/// what was taken back stays so.
pub(in super::super) fn stand(
    r: &mut Reader<'_>,
    commune: &str,
    decision: &str,
    awarded: &mut [Awarded],
) -> Result<(), StoreError> {
    let mut standings = standings(r, commune, decision)?;
    for line in awarded {
        line.standing = standings.remove(&line.seq).unwrap_or_default();
    }
    Ok(())
}

fn standings(
    r: &mut Reader<'_>,
    commune: &str,
    decision: &str,
) -> Result<BTreeMap<i64, Standing>, StoreError> {
    let mut standings = BTreeMap::new();
    for (seq, done) in r.all(sql::DONE_TO, &[commune.into(), decision.into()], read)? {
        let standing: &mut Standing = standings.entry(seq).or_default();
        if !standing.is_revoked() {
            *standing = done;
        }
    }
    Ok(standings)
}

fn read(row: &Row<'_>) -> Result<(i64, Standing), StoreError> {
    let (number, symbol): (i64, String) = (row.get(3)?, row.get(4)?);
    let by = By { amendment: row.get(1)?, number: shown_number(number, &symbol), on: row.get(5)? };
    let standing = match row.coded(2, Kind::from_code)? {
        Kind::Revocation => Standing::Revoked { by },
        Kind::Correction => {
            Standing::Corrected { by, words: OnPaper::of_row(row, 6)?, code: row.get(9)? }
        }
    };
    Ok((row.get(0)?, standing))
}

/// What became of the line to which a code belongs; nothing, when the books do not hold the code.
pub(in super::super) fn of_code(
    r: &mut Reader<'_>,
    commune: &str,
    code: &str,
) -> Result<Option<Standing>, StoreError> {
    let key = [commune.into(), code.into()];
    let line: Option<(String, i64)> =
        r.first(sql::LINE_OF_CODE, &key, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let Some((decision, seq)) = line else { return Ok(None) };
    let standing = standings(r, commune, &decision)?.remove(&seq).unwrap_or_default();
    Ok(Some(match standing {
        // The newest print is the one that counts.
        Standing::Corrected { code: Some(newest), .. } if newest == code => Standing::InForce,
        other => other,
    }))
}
