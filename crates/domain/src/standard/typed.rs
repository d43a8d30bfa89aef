//! What somebody typed for an indicator: read where it is certain, asked about where it is not.

use super::{IndicatorKind, Reported, Share, ShareError};
use crate::text::fold;
use crate::{Decimal, DecimalError};

/// The cells of one value, as they were typed. Numbers are in the writing of machines, "1234.5":
/// "1.234,5" is told apart and asked about, because in a file of figures "1.234" would be either.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Typed<'a> {
    /// A number, or "đạt", "không đạt", "true", "false"; of a ratio, per cent.
    pub value: &'a str,
    /// The part of a ratio.
    pub numerator: &'a str,
    /// The whole of a ratio.
    pub denominator: &'a str,
}

codes! {
    /// A cell of [`Typed`].
    Cell {
        /// The value.
        Value = "value",
        /// The part.
        Numerator = "numerator",
        /// The whole.
        Denominator = "denominator",
    }
}

/// A cell that cannot be read with certainty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{cell}: {why}")]
pub struct TypedFault {
    /// Which cell.
    pub cell: Cell,
    /// What stands there.
    pub text: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Nothing stands where something must.
    #[error("nothing was typed")]
    Missing,
    /// No number at all.
    #[error("not a number")]
    NotANumber,
    /// A number with a sign of per cent, a unit, or in Vietnamese writing; with what it would be.
    #[error("a number in another writing; {0} would be certain")]
    OtherWriting(String),
    /// More than three places.
    #[error("more than three places")]
    TooFine,
    /// Larger than can be kept.
    #[error("too large")]
    TooLarge,
    /// A judgement where a figure is measured.
    #[error("a judgement, where a number is measured")]
    JudgementForNumber,
    /// Something else than yes or no.
    #[error("neither yes nor no")]
    NotYesNo,
    /// There is no share of nothing.
    #[error("a share of nothing")]
    NoWhole,
    /// A count is not negative.
    #[error("negative")]
    Negative,
    /// A part is not more than its whole.
    #[error("more than its whole")]
    PartExceedsWhole,
    /// More than a hundred per cent.
    #[error("more than a hundred per cent")]
    OverHundred,
    /// Half a house.
    #[error("not a whole number")]
    NotWhole,
    /// The percentage is not that of part and whole; with theirs.
    #[error("part and whole are {0} per cent")]
    Disagrees(Decimal),
    /// Part and whole of something that is no ratio.
    #[error("only a ratio has a part and a whole")]
    NotARatio,
}

impl Typed<'_> {
    /// What was reported, if the cells say it with certainty.
    ///
    /// # Errors
    /// The first cell that does not.
    pub fn read(self, kind: IndicatorKind) -> Result<Reported, TypedFault> {
        let is_ratio = kind == IndicatorKind::Ratio;
        let parts = [(Cell::Numerator, self.numerator), (Cell::Denominator, self.denominator)];
        let filled = parts.into_iter().find(|(_, text)| !text.trim().is_empty());
        match (kind, filled) {
            (IndicatorKind::Ratio, Some(_)) => self.share().map(Reported::Share),
            (_, Some((cell, text))) if !is_ratio => Err(fault(cell, text, Why::NotARatio)),
            (IndicatorKind::YesNo, _) => self.judgement().map(Reported::YesNo),
            _ => self.amount(kind).map(Reported::Amount),
        }
    }

    fn judgement(self) -> Result<bool, TypedFault> {
        match judgement(self.value) {
            Some(reached) => Ok(reached),
            None if self.value.trim().is_empty() => {
                Err(fault(Cell::Value, self.value, Why::Missing))
            }
            None => Err(fault(Cell::Value, self.value, Why::NotYesNo)),
        }
    }

    fn amount(self, kind: IndicatorKind) -> Result<Decimal, TypedFault> {
        let wrong = |why| Err(fault(Cell::Value, self.value, why));
        if judgement(self.value).is_some() {
            return wrong(Why::JudgementForNumber);
        }
        let value = number(Cell::Value, self.value)?;
        match kind {
            _ if value < Decimal::ZERO => wrong(Why::Negative),
            IndicatorKind::Ratio if value > HUNDRED => wrong(Why::OverHundred),
            IndicatorKind::Count if value.thousandths() % 1_000 != 0 => wrong(Why::NotWhole),
            _ => Ok(value),
        }
    }

    fn share(self) -> Result<Share, TypedFault> {
        let part = number(Cell::Numerator, self.numerator)?;
        let whole = number(Cell::Denominator, self.denominator)?;
        let share = Share::new(part, whole).map_err(|error| match error {
            ShareError::NoWhole if whole < Decimal::ZERO => {
                fault(Cell::Denominator, self.denominator, Why::Negative)
            }
            ShareError::NoWhole => fault(Cell::Denominator, self.denominator, Why::NoWhole),
            ShareError::Negative => fault(Cell::Numerator, self.numerator, Why::Negative),
            ShareError::PartExceedsWhole => {
                fault(Cell::Numerator, self.numerator, Why::PartExceedsWhole)
            }
        })?;
        if !self.value.trim().is_empty() {
            self.agrees(share)?;
        }
        Ok(share)
    }

    /// A percentage beside part and whole is theirs, to the places in which it was written.
    fn agrees(self, share: Share) -> Result<(), TypedFault> {
        let stated = self.amount(IndicatorKind::Ratio)?;
        let places = self.value.trim().split_once('.').map_or(0, |(_, places)| places.len());
        let last_place = 10_i64.pow(3 - u32::try_from(places.min(3)).unwrap_or(3));
        let Some(exact) = share.part().percent_of(share.whole()) else { return Ok(()) };
        if stated.thousandths().abs_diff(exact.thousandths()) > last_place.unsigned_abs() {
            return Err(fault(Cell::Value, self.value, Why::Disagrees(exact)));
        }
        Ok(())
    }
}

const HUNDRED: Decimal = Decimal::from_thousandths(100_000);

fn fault(cell: Cell, text: &str, why: Why) -> TypedFault {
    TypedFault { cell, text: text.trim().to_owned(), why }
}

/// "Đạt", "Không đạt" and "Chưa đạt" with or without marks, "true", "false".
fn judgement(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "dat" | "true" => Some(true),
        "khong dat" | "chua dat" | "false" => Some(false),
        _ => None,
    }
}

fn number(cell: Cell, text: &str) -> Result<Decimal, TypedFault> {
    let text = text.trim();
    let why = match Decimal::from_plain(text) {
        Ok(number) => return Ok(number),
        Err(DecimalError::TooFine) => Why::TooFine,
        Err(DecimalError::TooLarge) => Why::TooLarge,
        Err(DecimalError::Empty | DecimalError::NotANumber) if text.is_empty() => Why::Missing,
        Err(DecimalError::Empty | DecimalError::NotANumber) => other_writing(text),
    };
    Err(fault(cell, text, why))
}

/// "1.234,5", "98 %", "3 hộ": a number, but not written as one.
fn other_writing(text: &str) -> Why {
    let bare = text.trim_end_matches(|c: char| c == '%' || c.is_alphabetic() || c.is_whitespace());
    match Decimal::parse(bare) {
        Ok(number) => Why::OtherWriting(number.plain()),
        Err(_) => Why::NotANumber,
    }
}
