//! One value of an indicator: a unit, a period, what was reported, where it stands.

use chungsuc_domain::Decimal;
use chungsuc_domain::review::{Review, Stage};
use chungsuc_domain::standard::{IndicatorKind, Reported, Share};
use chungsuc_store::{Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::Understood;

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
    /// The day on which it was sent for the first time.
    pub sent_on: Option<Date>,
    /// Ids of the accounts that stood in its way so far.
    pub judges: Judges,
}

/// Who judged a value: whoever found fault looks at it again, and nobody takes both steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judges {
    /// Who verified it last.
    pub verified_by: Option<String>,
    /// The officer who gave it back to the village, until it is verified.
    pub returned_by: Option<String>,
    /// Who of the board gave it back to the officer, until it is accepted.
    pub questioned_by: Option<String>,
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
            sent_on: row.get(19)?,
            judges: Judges {
                verified_by: row.get(16)?,
                returned_by: row.get(17)?,
                questioned_by: row.get(18)?,
            },
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

    /// The figure of what a cell says; a share of which only the percentage is known is an amount.
    pub fn of(understood: Understood, measured_on: Date, note: String) -> Self {
        let (amount, numerator, denominator, met) = match understood {
            Understood::YesNo(met) => (None, None, None, Some(met)),
            Understood::Percent(amount) | Understood::Amount(amount) => {
                (Some(amount), None, None, None)
            }
            Understood::Share { part, whole } => (None, Some(part), Some(whole), None),
        };
        Self { amount, numerator, denominator, met, measured_on, note }
    }

    /// The figure as it stands in a cell, in the one writing that does not change with the language
    /// of the reader: “173/203”, “đạt”, “chưa”.
    pub fn in_cell(&self, kind: IndicatorKind) -> String {
        cell_text(self, kind)
    }

    /// The figure as it is shown: “173/203”, “75 %”, “41,03”, or nothing for yes or no.
    pub fn shown(&self, kind: IndicatorKind) -> Option<String> {
        match (kind, self.numerator, self.denominator, self.amount) {
            (_, Some(part), Some(whole), _) => Some(format!("{part}/{whole}")),
            (IndicatorKind::Ratio, .., amount) => amount.map(|percent| format!("{percent} %")),
            (.., amount) => amount.map(|amount| amount.to_string()),
        }
    }
}

/// The figure as it stands in a cell, in the one writing that [`super::understand`] reads back and
/// that does not change with the language of the reader.
pub(super) fn cell_text(figure: &Figure, kind: IndicatorKind) -> String {
    match (kind, figure.met) {
        (IndicatorKind::YesNo, Some(true)) => "đạt".to_owned(),
        (IndicatorKind::YesNo, Some(false)) => "chưa".to_owned(),
        _ => figure.shown(kind).unwrap_or_default(),
    }
}
