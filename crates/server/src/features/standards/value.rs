//! One value of an indicator: a unit, a period, what was reported, where it stands.

use chungsuc_domain::Decimal;
use chungsuc_domain::review::{Review, Stage};
use chungsuc_domain::standard::{IndicatorKind, Reported, Share};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

/// A value as it is kept.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its id.
    pub id: String,
    /// Code of the unit.
    pub unit: String,
    /// Id of the standard.
    pub standard: String,
    /// Number of the indicator.
    pub indicator: String,
    /// The year, `2023`, or a half of it, `2023-H1`.
    pub period: String,
    /// What was reported.
    pub figure: Figure,
    /// Where it stands, with the reason if it was given back.
    pub review: Review,
    /// Id of the account that entered it.
    pub entered_by: String,
    /// Id of the account that accepted it or gave it back.
    pub decided_by: Option<String>,
    /// Which state of the record this is.
    pub version: i64,
}

/// What was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// A measured amount.
    pub amount: Option<Decimal>,
    /// The part of a share.
    pub numerator: Option<Decimal>,
    /// The whole of a share.
    pub denominator: Option<Decimal>,
    /// Whether it is reached, as a person judges: the answer itself for yes or no, else the judgement
    /// where the catalog has no threshold.
    pub met: Option<bool>,
    /// When it was measured.
    pub measured_on: Date,
    /// What should be known of it.
    pub note: String,
}

impl Value {
    pub(super) fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let decimal = |index| -> Result<Option<Decimal>, StoreError> {
            Ok(row.get::<Option<i64>>(index)?.map(Decimal::from_thousandths))
        };
        let wrong = StoreError::Column { index: 12, wanted: "Review" };
        let stage = row.coded(11, Stage::from_code)?;
        let review = Review::restore(stage, row.get(12)?).map_err(|_| wrong)?;
        let figure = Figure {
            amount: decimal(5)?,
            numerator: decimal(6)?,
            denominator: decimal(7)?,
            met: row.get(8)?,
            measured_on: row.get(9)?,
            note: row.get(10)?,
        };
        Ok(Self {
            id: row.get(0)?,
            unit: row.get(1)?,
            standard: row.get(2)?,
            indicator: row.get(3)?,
            period: row.get(4)?,
            figure,
            review,
            entered_by: row.get(13)?,
            decided_by: row.get(14)?,
            version: row.get(15)?,
        })
    }
}

impl Figure {
    /// The figure as the heart of the program judges it.
    pub fn reported(&self, kind: IndicatorKind) -> Option<Reported> {
        match (kind, self.numerator, self.denominator, self.amount) {
            (IndicatorKind::YesNo, ..) => self.met.map(Reported::YesNo),
            (_, Some(part), Some(whole), _) => Share::new(part, whole).ok().map(Reported::Share),
            (.., amount) => amount.map(Reported::Amount),
        }
    }

    /// The figure as it is shown: “173/203”, “41,03”, or nothing for yes or no.
    pub fn shown(&self) -> Option<String> {
        match (self.numerator, self.denominator, self.amount) {
            (Some(part), Some(whole), _) => Some(format!("{part}/{whole}")),
            (.., amount) => amount.map(|amount| amount.to_string()),
        }
    }
}
