//! One cell as people type it, and what it was understood as.

use chungsuc_domain::standard::{IndicatorKind, Share, ShareError};
use chungsuc_domain::{Decimal, DecimalError, text};

use crate::web::Message;

/// What people write for yes and no, without diacritics and in small letters. “c” alone is neither:
/// “có” and “chưa” begin with it.
const YES: [&str; 7] = ["dat", "d", "co", "x", "1", "yes", "met"];
const NO: [&str; 9] = ["chua dat", "chua", "cd", "khong dat", "khong", "k", "0", "no", "not met"];

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Understood {
    /// Reached or not.
    YesNo(bool),
    /// So many of so many.
    Share {
        /// The part, at most the whole.
        part: Decimal,
        /// The whole, more than zero.
        whole: Decimal,
    },
    /// A share of which only the percentage is known, from 0 to 100.
    Percent(Decimal),
    /// An amount or a count, not negative.
    Amount(Decimal),
}

/// Why a text is not a figure of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// Neither yes nor no.
    #[error("neither yes nor no")]
    NotYesNo,
    /// Not one number.
    #[error("not a number")]
    NotNumber,
    /// A number of which it is not known of how many.
    #[error("a share needs its whole, or a per cent sign")]
    NoDenominator,
    /// More than three places.
    #[error("more than three places")]
    TooFine,
    /// More than a hundred per cent.
    #[error("more than a hundred per cent")]
    OverHundred,
    /// Below zero.
    #[error("negative")]
    Negative,
    /// Two numbers that are no share.
    #[error(transparent)]
    Share(#[from] ShareError),
}

impl Unread {
    /// The sentence that says what to type instead.
    pub(crate) fn message(self) -> Message {
        Message::new(match self {
            Self::NotYesNo => "cell-yes-no",
            Self::NotNumber => "value-no-number",
            Self::NoDenominator => "cell-no-denominator",
            Self::TooFine => "cell-too-fine",
            Self::OverHundred => "value-over-hundred",
            Self::Negative | Self::Share(ShareError::Negative) => "value-negative",
            Self::Share(ShareError::NoWhole) => "value-no-whole",
            Self::Share(ShareError::PartExceedsWhole) => "value-part-exceeds",
        })
    }
}

/// What a text says of an indicator of this kind: “đạt”, “45/60”, “75 %”, “1.234,5”.
///
/// # Errors
/// Why it says nothing certain.
pub fn understand(kind: IndicatorKind, typed: &str) -> Result<Understood, Unread> {
    match kind {
        IndicatorKind::YesNo => yes_or_no(typed).map(Understood::YesNo),
        IndicatorKind::Ratio => ratio(typed),
        IndicatorKind::Amount | IndicatorKind::Count => amount(typed).map(Understood::Amount),
    }
}

fn yes_or_no(typed: &str) -> Result<bool, Unread> {
    let word = text::fold(typed.trim());
    match () {
        () if YES.contains(&word.as_str()) => Ok(true),
        () if NO.contains(&word.as_str()) => Ok(false),
        () => Err(Unread::NotYesNo),
    }
}

fn ratio(typed: &str) -> Result<Understood, Unread> {
    if let Some((part, whole)) = typed.split_once('/') {
        let (part, whole) = (number(part)?, number(whole)?);
        Share::new(part, whole)?;
        return Ok(Understood::Share { part, whole });
    }
    let Some(percent) = typed.trim_end().strip_suffix('%') else {
        return Err(number(typed).map_or_else(|unread| unread, |_| Unread::NoDenominator));
    };
    match amount(percent)? {
        percent if percent > Decimal::from_thousandths(100_000) => Err(Unread::OverHundred),
        percent => Ok(Understood::Percent(percent)),
    }
}

fn amount(typed: &str) -> Result<Decimal, Unread> {
    match number(typed)? {
        negative if negative < Decimal::ZERO => Err(Unread::Negative),
        amount => Ok(amount),
    }
}

fn number(typed: &str) -> Result<Decimal, Unread> {
    Decimal::parse(typed.trim()).map_err(|error| match error {
        DecimalError::TooFine => Unread::TooFine,
        _ => Unread::NotNumber,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use IndicatorKind::{Amount, Count, Ratio, YesNo};

    fn share(part: i64, whole: i64) -> Understood {
        let [part, whole] = [part, whole].map(|it| Decimal::from_thousandths(it * 1000));
        Understood::Share { part, whole }
    }

    fn percent(thousandths: i64) -> Understood {
        Understood::Percent(Decimal::from_thousandths(thousandths))
    }

    fn plain(thousandths: i64) -> Understood {
        Understood::Amount(Decimal::from_thousandths(thousandths))
    }

    #[test]
    fn understands_what_officers_write() {
        let cases = [
            (YesNo, "Đạt", Understood::YesNo(true)),
            (YesNo, " có ", Understood::YesNo(true)),
            (YesNo, "chưa đạt", Understood::YesNo(false)),
            (YesNo, "Không", Understood::YesNo(false)),
            (YesNo, "0", Understood::YesNo(false)),
            (Ratio, "45/60", share(45, 60)),
            (Ratio, " 1.732 / 2.970 ", share(1_732, 2_970)),
            (Ratio, "0/60", share(0, 60)),
            (Ratio, "75 %", percent(75_000)),
            (Ratio, "98,5%", percent(98_500)),
            (Ratio, "100%", percent(100_000)),
            (Amount, "1.234,5", plain(1_234_500)),
            (Amount, "0", plain(0)),
            (Count, "1.234", plain(1_234_000)),
        ];
        for (kind, typed, wanted) in cases {
            assert_eq!(understand(kind, typed), Ok(wanted), "{typed:?}");
        }
    }

    #[test]
    fn asks_about_the_rest() {
        let cases = [
            (YesNo, "c", Unread::NotYesNo),
            (YesNo, "45/60", Unread::NotYesNo),
            (Ratio, "75", Unread::NoDenominator),
            (Ratio, "đạt", Unread::NotNumber),
            (Ratio, "140 %", Unread::OverHundred),
            (Ratio, "-1 %", Unread::Negative),
            (Ratio, "61/60", Unread::Share(ShareError::PartExceedsWhole)),
            (Ratio, "1/0", Unread::Share(ShareError::NoWhole)),
            (Ratio, "-1/5", Unread::Share(ShareError::Negative)),
            (Ratio, "45/", Unread::NotNumber),
            (Ratio, "1/2/2023", Unread::NotNumber),
            (Amount, "98 %", Unread::NotNumber),
            (Amount, "đạt", Unread::NotNumber),
            (Amount, "1,23456", Unread::TooFine),
            (Count, "-3", Unread::Negative),
        ];
        for (kind, typed, wanted) in cases {
            assert_eq!(understand(kind, typed), Err(wanted), "{typed:?}");
        }
    }

    proptest::proptest! {
        /// Whatever is typed, the answer is a figure or a question, never a crash; and no share of
        /// more than everything comes through.
        #[test]
        fn never_more_than_everything(typed in "[0-9.,/% -]{0,14}") {
            match understand(Ratio, &typed) {
                Ok(Understood::Percent(percent)) => {
                    proptest::prop_assert!(percent <= Decimal::from_thousandths(100_000));
                }
                Ok(Understood::Share { part, whole }) => proptest::prop_assert!(part <= whole),
                Ok(other) => proptest::prop_assert!(false, "a ratio is no {other:?}"),
                Err(_) => {}
            }
        }
    }
}
