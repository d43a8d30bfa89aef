//! The accepted figures of a unit as one small piece of bytes, so that a nation's figures are read
//! as 170,000 rows instead of three million.
//!
//! One entry for each figure: the length of the code and the code; a byte that says what follows
//! and how the officer judged; then the numbers in thousandths, each seven bits to a byte, the
//! lowest first, with the sign in the lowest bit. The form is kept in databases: a change of it is
//! a new schema version.

use super::{Outcome, Reported, Share};
use crate::Decimal;

/// A figure that was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// What was reported, if it can be judged by the set.
    pub reported: Option<Reported>,
    /// What the officer judged, for where the set knows no threshold.
    pub judgement: Option<bool>,
}

impl Accepted {
    /// Where the set leaves it to a person, the officer who accepted the figure has decided.
    pub fn settle(self, outcome: Outcome) -> Outcome {
        match (outcome, self.judgement) {
            (Outcome::PersonMustDecide, Some(true)) => Outcome::Met,
            (Outcome::PersonMustDecide, Some(false)) => Outcome::NotMet,
            _ => outcome,
        }
    }
}

/// Bytes that [`pack`] never wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("packed figures are damaged")]
pub struct PackedFault;

const NOTHING: u8 = 0;
const YES_NO: u8 = 1;
const AMOUNT: u8 = 2;
const SHARE: u8 = 3;
const KIND: u8 = 0b11;
const YES: u8 = 0b100;
const JUDGED: u8 = 0b1000;
const JUDGED_MET: u8 = 0b1_0000;

/// Packs figures by their codes; a code longer than 255 bytes is no code of a set and is left out.
pub fn pack<'a>(figures: impl IntoIterator<Item = (&'a str, Accepted)>) -> Vec<u8> {
    let mut packed = Vec::new();
    for (code, accepted) in figures {
        let Ok(length) = u8::try_from(code.len()) else { continue };
        packed.push(length);
        packed.extend_from_slice(code.as_bytes());
        packed.push(head(accepted));
        match accepted.reported {
            None | Some(Reported::YesNo(_)) => {}
            Some(Reported::Amount(amount)) => push(&mut packed, amount),
            Some(Reported::Share(share)) => {
                push(&mut packed, share.part());
                push(&mut packed, share.whole());
            }
        }
    }
    packed
}

fn head(accepted: Accepted) -> u8 {
    let what = match accepted.reported {
        None => NOTHING,
        Some(Reported::YesNo(reached)) => YES_NO | if reached { YES } else { 0 },
        Some(Reported::Amount(_)) => AMOUNT,
        Some(Reported::Share(_)) => SHARE,
    };
    what | match accepted.judgement {
        None => 0,
        Some(false) => JUDGED,
        Some(true) => JUDGED | JUDGED_MET,
    }
}

fn push(packed: &mut Vec<u8>, number: Decimal) {
    let number = number.thousandths();
    let mut rest = ((number << 1) ^ (number >> 63)).cast_unsigned();
    while rest >= 0x80 {
        packed.push((rest & 0x7F) as u8 | 0x80);
        rest >>= 7;
    }
    packed.push(rest as u8);
}

/// The figures again, in the order in which they were packed.
pub fn entries(packed: &[u8]) -> impl Iterator<Item = Result<(&str, Accepted), PackedFault>> {
    let mut rest = packed;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let entry = take_entry(&mut rest).ok_or(PackedFault);
        if entry.is_err() {
            rest = &[];
        }
        Some(entry)
    })
}

fn take_entry<'a>(rest: &mut &'a [u8]) -> Option<(&'a str, Accepted)> {
    let length = take(rest)?;
    let (code, behind) = rest.split_at_checked(length.into())?;
    *rest = behind;
    let head = take(rest)?;
    let reported = match head & KIND {
        NOTHING => None,
        YES_NO => Some(Reported::YesNo(head & YES != 0)),
        AMOUNT => Some(Reported::Amount(take_number(rest)?)),
        _ => {
            let (part, whole) = (take_number(rest)?, take_number(rest)?);
            Some(Reported::Share(Share::new(part, whole).ok()?))
        }
    };
    let judgement = (head & JUDGED != 0).then_some(head & JUDGED_MET != 0);
    Some((std::str::from_utf8(code).ok()?, Accepted { reported, judgement }))
}

fn take(rest: &mut &[u8]) -> Option<u8> {
    let (first, behind) = rest.split_first()?;
    *rest = behind;
    Some(*first)
}

fn take_number(rest: &mut &[u8]) -> Option<Decimal> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let byte = take(rest)?;
        number |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            let size = (number >> 1).cast_signed();
            return Some(Decimal::from_thousandths(size ^ -(number & 1).cast_signed()));
        }
    }
    None
}
